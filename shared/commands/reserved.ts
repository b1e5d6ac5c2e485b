import type { CommandId } from './commands'
import { partsOf, type Key } from './key'

/** What needs a key more than any command: chairs, lists and fields, text that is edited, the computer, or the hidden cue. */
export type KeptFor = 'chairs' | 'lists' | 'text' | 'computer' | 'cue'

const inLists = ['Enter', 'Escape', 'Tab']
const inText = ['a', 'c', 'v', 'x', 'Insert']
const inPages = ['n', 'q', 'r', 't', 'w', '+', '-', 'F4']
const inPagesWithShift = ['c', 'i', 'j', 'n', 'q', 'r', 't', 'w']
const withAlt = ['F4', 'Space', 'ArrowLeft', 'ArrowRight', 'Home']

/** What a key is kept for; null when it can be given to a command. What clickers send is not kept on purpose. */
export function keptFor(key: Key): KeptFor | null {
  const { control, alt, shift, name } = partsOf(key)
  const plain = !control && !alt
  if (plain && /^\p{Nd}$/u.test(name)) return 'chairs'
  if (inLists.includes(name)) return 'lists'
  if (plain && name === '`') return 'cue'
  if (control && alt) return 'computer'
  if (alt) return withAlt.includes(name) ? 'computer' : null
  if (name === 'ContextMenu' || name === 'PrintScreen' || name === 'F10') return 'computer'
  if (name === 'Insert' && (control || shift)) return 'text'
  if (!control) return null
  if (shift) return name === 'v' ? 'text' : inPagesWithShift.includes(name) ? 'computer' : null
  if (inText.includes(name)) return 'text'
  return inPages.includes(name) || /^\p{Nd}$/u.test(name) ? 'computer' : null
}

const editsAlone = ['Enter', 'Escape', 'Tab', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'Space']
const editsWithControl = ['y', 'z', ...inText, ...editsAlone]

/** Whether a key is a field's own while somebody types. */
export function isFieldsOwn(key: Key): boolean {
  const { control, alt, name } = partsOf(key)
  if (alt || name.startsWith('Arrow')) return true
  return control ? editsWithControl.includes(name) : [...name].length === 1 || editsAlone.includes(name)
}

/** What the buttons of clickers send, some by themselves and in a pocket. */
export const clickerKeys = [
  ...['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'],
  ...['F5', 'Shift+F5', 'b', '.', 'w', 'Space', 'Backspace', 'Ctrl+p', 'Ctrl+h', 'Ctrl+a'],
  ...['Escape', 'Enter', 'Tab', 'Shift+Tab', 'Ctrl+Tab', 'Alt+Tab'],
  ...['AudioVolumeUp', 'AudioVolumeDown', 'AudioVolumeMute', 'MediaPlayPause'],
] as readonly string[] as readonly Key[]

/** Commands that no clicker may give: they take something away from everybody, and a thumb slips. */
export const neverByClicker: readonly CommandId[] = ['take-away', 'lock', 'swap-displays']
