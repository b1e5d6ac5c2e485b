import { bindings } from '../../../shared/commands/bindings'
import type { CommandId } from '../../../shared/commands/commands'
import type { Words } from '../../words/en'

/** What keys are about; each has its heading. */
export type KeyGroup = keyof Words['console']['keys']['groups']

const places: Readonly<Record<Exclude<KeyGroup, 'other'>, readonly CommandId[]>> = {
  room: ['pause', 'hold', 'blank', 'remind', 'what-can-i-say'],
  time: ['time-card', 'add-minute', 'take-minute'],
  turns: ['forward', 'back', 'all-names'],
  board: [
    'write',
    'choose-down',
    'choose-up',
    'show-question',
    'move-down',
    'move-up',
    'group',
    'alone',
    'park',
    'take-away',
    'dots',
  ],
  people: ['come-and-go', 'hand-over', 'decline'],
  wall: ['tell-room', 'freeze', 'full-screen', 'swap-displays'],
}

/** The groups as they stand beside and under each other. */
export const keyColumns: readonly (readonly KeyGroup[])[] = [
  ['turns', 'room', 'time'],
  ['board', 'wall'],
  ['people', 'other'],
]

/** A command that nobody has put anywhere stands among the others: none is left out. */
export function commandsOf(group: KeyGroup): readonly CommandId[] {
  if (group !== 'other') return places[group]
  const placed = Object.values(places).flat()
  return bindings.map(({ id }) => id).filter((id) => !placed.includes(id))
}
