import type { KeyPress } from './commands'

declare const brand: unique symbol

/** A key as it is kept and compared: what is held with it, then its name; letters in lower case. */
export type Key = string & { readonly [brand]: 'key' }

/** Keys that write nothing, by the names that browsers give them. What is not here cannot be given to a command. */
const named: readonly string[] = [
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
  ...[
    'ArrowRight',
    'ArrowLeft',
    'ArrowDown',
    'ArrowUp',
    'PageDown',
    'PageUp',
    'Home',
    'End',
    'Insert',
    'Delete',
  ],
  ...['Backspace', 'Enter', 'Escape', 'Tab', 'Space', 'Pause', 'Clear', 'Help', 'ContextMenu', 'PrintScreen'],
  ...['AudioVolumeUp', 'AudioVolumeDown', 'AudioVolumeMute'],
  ...['MediaPlayPause', 'MediaPlay', 'MediaPause', 'MediaStop', 'MediaTrackNext', 'MediaTrackPrevious'],
  ...['BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserRefresh', 'BrowserStop', 'ZoomToggle'],
]

/** Characters that share a key: either of the two is meant by both. */
const same: Readonly<Record<string, string>> = { ' ': 'Space', '=': '+', '−': '-' }

const isLatin = (key: string) => /^[\u0020-\u024f]$/.test(key)
const isLetter = (key: string) => key.toLowerCase() !== key.toUpperCase()
const isOneCharacter = (key: string) => [...key].length === 1

function nameOf({ key, code }: KeyPress): string | null {
  if (!isOneCharacter(key)) return named.includes(key) ? key : null
  // Where the layout has no Latin letters, the place on the keyboard says which letter it is.
  const place = isLatin(key) ? null : /^Key([A-Z])$/.exec(code)
  if (place?.[1] !== undefined) return place[1].toLowerCase()
  const lower = key.toLowerCase()
  return same[key] ?? (isOneCharacter(lower) ? lower : key)
}

/** The key of a press; null for a modifier alone, and for one that says nothing by itself. */
export function keyOf(press: KeyPress): Key | null {
  const name = nameOf(press)
  if (name === null || !/^[^\p{C}\p{Z}]+$/u.test(name)) return null
  const { control, alt } = press
  const isNamed = named.includes(name) && (name !== 'Space' || control || alt)
  // A character says by itself whether it needs Shift; a letter means the same with caps lock on.
  const shift = press.shift && (isNamed || ((control || alt) && isOneCharacter(name) && isLetter(name)))
  return `${control ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}` as Key
}

interface Parts {
  readonly control: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly name: string
}

/** What is held with a key, and its name. */
export function partsOf(key: string): Parts {
  const found = /^(Ctrl\+)?(Alt\+)?(Shift\+)?(.*)$/su.exec(key)
  return {
    control: found?.[1] !== undefined,
    alt: found?.[2] !== undefined,
    shift: found?.[3] !== undefined,
    name: found?.[4] ?? '',
  }
}

/** A key from anything that was written down; null when it is none. */
export function readKey(found: unknown): Key | null {
  if (typeof found !== 'string' || found.length > 40) return null
  const { name, ...held } = partsOf(found)
  const key = keyOf({ key: name === 'Space' ? ' ' : name, code: '', ...held })
  return key === found ? key : null
}

/** Whether a key writes a character by itself. */
export const writes = (key: Key): boolean => {
  const { control, alt, name } = partsOf(key)
  return !control && !alt && (isOneCharacter(name) || name === 'Space')
}

const signs: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Delete: 'Del',
  '-': '−',
}

/** A key as buttons and sheets show it. */
export function showKey(key: Key): string {
  const { control, alt, shift, name } = partsOf(key)
  const sign = signs[name] ?? (isOneCharacter(name) ? name.toUpperCase() : name)
  return [control && 'Ctrl', alt && 'Alt', shift && 'Shift', sign].filter(Boolean).join(' ')
}
