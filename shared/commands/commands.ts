/** Every command once. Its words are in the words of the language, under the same id. */
export type CommandId =
  | 'forward'
  | 'back'
  | 'pause'
  | 'resume'
  | 'hold'
  | 'blank'
  | 'remind'
  | 'what-can-i-say'
  | 'tell-room'
  | 'write'
  | 'add-minute'
  | 'take-minute'
  | 'two-more'
  | 'pass'
  | 'skip'
  | 'undo'
  | 'redo'
  | 'end-with-thanks'
  | 'nothing-to-write'
  | 'goes-elsewhere'
  | 'choose-down'
  | 'choose-up'
  | 'show-question'
  | 'move-down'
  | 'move-up'
  | 'group'
  | 'alone'
  | 'park'
  | 'take-away'
  | 'dots'
  | 'next-card'
  | 'hand-over'
  | 'decline'
  | 'come-and-go'
  | 'time-card'
  | 'freeze'
  | 'all-names'
  | 'start-since'
  | 'leave-turn-out'
  | 'draw-again'
  | 'leave-now'
  | 'full-screen'
  | 'swap-displays'
  | 'lock'
  | 'all-keys'

/** A key as the browser or the stage's window reports it. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** Where a key was pressed: on the run surface, or while somebody types. */
export type KeyPlace = 'surface' | 'field'

export type KeyMeaning =
  { readonly kind: 'command'; readonly id: CommandId } | { readonly kind: 'chair'; readonly number: number }

interface Binding {
  readonly id: CommandId
  /** `event.key` values; single letters in lower case. */
  readonly keys: readonly string[]
  /** Physical places to fall back to where the layout has no Latin letters. */
  readonly codes?: readonly string[]
  readonly control?: true
  readonly alt?: true
  readonly shift?: boolean
  /** Also while somebody types: the clicker, and hold with Ctrl. */
  readonly inField?: true
  /** What the button and the sheet show. */
  readonly shown: string
}

/** All keys of the run surface (room.md, Keys). */
export const bindings: readonly Binding[] = [
  { id: 'forward', keys: ['ArrowRight'], shown: '→' },
  { id: 'forward', keys: ['PageDown'], inField: true, shown: 'PageDown' },
  { id: 'back', keys: ['ArrowLeft'], shown: '←' },
  { id: 'back', keys: ['PageUp'], inField: true, shown: 'PageUp' },
  { id: 'pause', keys: [' '], codes: ['Space'], shown: 'Space' },
  { id: 'hold', keys: ['h'], codes: ['KeyH'], shown: 'H' },
  { id: 'hold', keys: ['h'], codes: ['KeyH'], control: true, inField: true, shown: 'Ctrl H' },
  { id: 'blank', keys: ['b', '.'], codes: ['KeyB'], shown: 'B' },
  { id: 'remind', keys: ['r'], codes: ['KeyR'], shown: 'R' },
  { id: 'what-can-i-say', keys: ['k'], codes: ['KeyK'], shown: 'K' },
  { id: 'tell-room', keys: ['s'], codes: ['KeyS'], shown: 'S' },
  { id: 'write', keys: ['q'], codes: ['KeyQ'], shown: 'Q' },
  { id: 'add-minute', keys: ['+', '='], shown: '+' },
  { id: 'take-minute', keys: ['-', '−'], shown: '−' },
  { id: 'choose-down', keys: ['ArrowDown'], shown: '↓' },
  { id: 'choose-up', keys: ['ArrowUp'], shown: '↑' },
  { id: 'show-question', keys: ['Enter'], shown: 'Enter' },
  { id: 'move-down', keys: ['ArrowDown'], alt: true, shown: 'Alt ↓' },
  { id: 'move-up', keys: ['ArrowUp'], alt: true, shown: 'Alt ↑' },
  { id: 'group', keys: ['m'], codes: ['KeyM'], shown: 'M' },
  { id: 'alone', keys: ['o'], codes: ['KeyO'], shown: 'O' },
  { id: 'park', keys: ['p'], codes: ['KeyP'], shown: 'P' },
  { id: 'take-away', keys: ['Delete'], shown: 'Del' },
  { id: 'dots', keys: ['d'], codes: ['KeyD'], shown: 'D' },
  { id: 'hand-over', keys: ['g'], codes: ['KeyG'], shown: 'G' },
  { id: 'come-and-go', keys: ['a'], codes: ['KeyA'], shown: 'A' },
  { id: 'time-card', keys: ['t'], codes: ['KeyT'], shown: 'T' },
  { id: 'freeze', keys: ['f'], codes: ['KeyF'], shown: 'F' },
  { id: 'all-names', keys: ['0'], codes: ['Digit0', 'Numpad0'], shown: '0' },
  { id: 'decline', keys: ['Escape'], shown: 'Esc' },
  { id: 'undo', keys: ['z'], codes: ['KeyZ'], control: true, shift: false, shown: 'Ctrl Z' },
  { id: 'redo', keys: ['z'], codes: ['KeyZ'], control: true, shift: true, shown: 'Ctrl Shift Z' },
  { id: 'full-screen', keys: ['F11'], inField: true, shown: 'F11' },
  {
    id: 'swap-displays',
    keys: ['x'],
    codes: ['KeyX'],
    control: true,
    shift: true,
    inField: true,
    shown: 'Ctrl Shift X',
  },
  { id: 'lock', keys: ['l'], codes: ['KeyL'], control: true, inField: true, shown: 'Ctrl L' },
  { id: 'all-keys', keys: ['?'], shown: '?' },
]

const isLatin = (key: string) => /^[\u0020-\u024f]$/.test(key)

function matches(binding: Binding, press: KeyPress, place: KeyPlace): boolean {
  if (place === 'field' && binding.inField !== true) return false
  if ((binding.control ?? false) !== press.control || (binding.alt ?? false) !== press.alt) return false
  if (binding.shift !== undefined && binding.shift !== press.shift) return false
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  if (binding.keys.includes(key)) return true
  return press.key.length === 1 && !isLatin(press.key) && (binding.codes?.includes(press.code) ?? false)
}

/** What a key means in a place; null when it is nobody's. Digits name a chair by their position on the keyboard. */
export function meaningOf(press: KeyPress, place: KeyPlace): KeyMeaning | null {
  // Without NumLock the number pad's keys are arrows: then only the key they make counts.
  const digit = /^(?:Digit(\d)|Numpad(\d))$/.exec(press.code)
  const isDigit = digit?.[1] !== undefined || (digit !== null && /^\p{Nd}$/u.test(press.key))
  if (digit && isDigit && place === 'surface' && !press.control && !press.alt && !press.shift) {
    const number = Number(digit[1] ?? digit[2])
    return number === 0 ? { kind: 'command', id: 'all-names' } : { kind: 'chair', number }
  }
  const found = bindings.find((binding) => matches(binding, press, place))
  return found ? { kind: 'command', id: found.id } : null
}

/** The key shown on a command's button; null for one that has none. */
export const keyShown = (id: CommandId): string | null =>
  bindings.find((binding) => binding.id === id)?.shown ?? null
