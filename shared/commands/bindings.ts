import type { CommandId } from './commands'
import type { Key } from './key'

/** A command and its keys; the first stands on its button. */
export interface Binding {
  readonly id: CommandId
  readonly keys: readonly Key[]
}

const on = (id: CommandId, ...keys: readonly string[]): Binding => ({ id, keys: keys as readonly Key[] })

/** All keys of the run surface, as they are out of the box (room.md, Keys). */
export const bindings: readonly Binding[] = [
  on('forward', 'ArrowRight', 'PageDown'),
  on('back', 'ArrowLeft', 'PageUp'),
  on('pause', 'Space'),
  on('hold', 'h', 'Ctrl+h'),
  on('blank', 'b', '.'),
  on('remind', 'r'),
  on('what-can-i-say', 'k'),
  on('tell-room', 's'),
  on('write', 'q'),
  on('add-minute', '+'),
  on('take-minute', '-'),
  on('choose-down', 'ArrowDown'),
  on('choose-up', 'ArrowUp'),
  on('show-question', 'Enter'),
  on('move-down', 'Alt+ArrowDown'),
  on('move-up', 'Alt+ArrowUp'),
  on('group', 'm'),
  on('alone', 'o'),
  on('park', 'p'),
  on('take-away', 'Delete'),
  on('dots', 'd'),
  on('hand-over', 'g'),
  on('come-and-go', 'a'),
  on('time-card', 't'),
  on('freeze', 'f'),
  on('all-names', '0'),
  on('decline', 'Escape'),
  on('undo', 'Ctrl+z'),
  on('redo', 'Ctrl+Shift+z'),
  on('full-screen', 'F11'),
  on('swap-displays', 'Ctrl+Shift+x'),
  on('print-paper', 'Ctrl+p'),
  on('lock', 'Ctrl+l'),
  on('all-keys', '?'),
]

/** Commands whose keys stay as they are: lists, cards and digits count on them. */
export const fixed: readonly CommandId[] = ['show-question', 'decline', 'all-names']
