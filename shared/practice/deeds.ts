import type { TextId } from '../basics/ids'
import type { CommandId } from '../commands/commands'
import { keyShown, type Keymap } from '../commands/keymap'
import type { EventType, SessionEvent } from '../session/events'
import type { Seen } from './script'

/** What is done by words or by a button without a key of its own. */
type Keyless = 'pass' | 'sentence' | 'commitment' | 'outcome'

/** What a key does. */
export type Keyed =
  | 'forward'
  | 'remind'
  | 'hold'
  | 'come-and-go'
  | 'time-card'
  | 'show-question'
  | 'write'
  | 'what-can-i-say'
  | 'chair'
  | 'pause'
  | 'blank'
  | 'freeze'
  | 'hand-over'
  | 'add-minute'
  | 'undo'

/** What somebody may do in a session, as the end page of the practice names it. */
export type DeedId = Keyed | Keyless

type Deed = { readonly by: readonly EventType[] } & (
  | { readonly id: Keyed & CommandId; readonly key: 'of-command' }
  | { readonly id: 'chair'; readonly key: '1–9' }
  | { readonly id: Keyless; readonly key: null }
)

const deed = (id: Keyed & CommandId, ...by: readonly EventType[]): Deed => ({
  id,
  key: 'of-command',
  by,
})

const keyOfDeed = (deed: Deed, keymap: Keymap): string | null =>
  deed.key === 'of-command' ? keyShown(deed.id, keymap) : deed.key

/** In the order of the end page: what the practice waits for stands first. */
const deeds: readonly Deed[] = [
  deed('forward', 'step-started'),
  deed('come-and-go', 'member-came', 'member-left'),
  deed('remind', 'room-reminded'),
  deed('hold', 'room-held'),
  deed('time-card'),
  deed('show-question', 'question-shown'),
  deed('write', 'question-written', 'word-written'),
  { id: 'chair', key: '1–9', by: ['bringing-said', 'voice-given'] },
  deed('what-can-i-say'),
  deed('pause', 'clock-paused'),
  deed('blank', 'wall-blanked'),
  deed('freeze', 'wall-frozen'),
  deed('hand-over', 'hand-over-taken'),
  deed('add-minute', 'minutes-added'),
  deed('undo', 'withdrawn'),
  { id: 'pass', key: null, by: [] },
  { id: 'sentence', key: null, by: [] },
  { id: 'commitment', key: null, by: ['commitment-made'] },
  { id: 'outcome', key: null, by: ['commitment-reviewed'] },
]

/** What the end page of the practice lists: nothing is counted. */
export interface Deeds {
  readonly done: readonly { readonly id: DeedId; readonly key: string | null }[]
  /** What has a key and was not used today. */
  readonly more: readonly { readonly id: Keyed; readonly key: string }[]
}

/** What was done since the session began. What the made-up people wrote counts for nobody. */
export function deedsOf(
  log: readonly SessionEvent[],
  seen: readonly Seen[],
  written: ReadonlySet<TextId>,
  keymap: Keymap,
): Deeds {
  const begun = log.findIndex(({ type }) => type === 'session-begun')
  const mine = log
    .slice(begun < 0 ? log.length : begun)
    .filter((event) => event.type !== 'question-written' || !written.has(event.question))
  const isDone = ({ id, by }: Deed): boolean => {
    if (id === 'time-card' || id === 'what-can-i-say') return seen.some(({ what }) => what === id)
    if (id === 'pass') return mine.some((event) => event.type === 'voice-ended' && event.how !== 'spoke')
    if (id === 'sentence') return mine.some((event) => event.type === 'takeaway-settled')
    return mine.some(({ type }) => by.includes(type))
  }
  const done = deeds.filter(isDone)
  return {
    done: done.map((one) => ({ id: one.id, key: keyOfDeed(one, keymap) })),
    more: deeds.flatMap((one) =>
      done.includes(one) || one.key === null ? [] : [{ id: one.id, key: keyOfDeed(one, keymap) ?? '' }],
    ),
  }
}
