// A room to build states in: so many seats, one script, and evenings that are driven by real facts. Pure.
import type { PhaseId, SessionId, TextId } from '../../../shared/basics/ids'
import type { Commitment } from '../../../shared/circle/circle'
import { shortNames } from '../../../shared/circle/names'
import type { Format, FormatPhase } from '../../../shared/formats/format'
import type { EventBody } from '../../../shared/session/events'
import type { TextRecord } from '../../../shared/session/session'
import {
  aFormat,
  aPhase,
  aPlan,
  at,
  begun,
  goTo,
  item,
  member,
  question,
  record,
  textsOf,
  withFormat,
  type Evening,
  type PlanChange,
} from '../../unit/builders'
import type { Script } from './scripts'

export interface Room {
  readonly script: Script
  readonly seats: number
}

/** The person in a chair, from 1. */
export const seat = (number: number) => member(`seat-${number}`)

/** Every chair's number. */
export const seatsOf = ({ seats }: Room): readonly number[] => Array.from({ length: seats }, (_, n) => n + 1)

const pick = (texts: readonly string[], number: number) => texts[number % texts.length] ?? ''

export const short = ({ script }: Room, number: number): string => pick(script.short, number)
export const long = ({ script }: Room, number: number): string => pick(script.long, number)

/** Whatever is written in the room: every third text is a long one, and no two of one evening are alike. */
export const written = (room: Room, number: number): string =>
  `${number % 3 === 2 ? long(room, number) : short(room, number)}${number < 8 ? '' : ` (${number})`}`

/** A plan of this room: an hour and a half and two turns, unless said otherwise; chair 1 facilitates. */
export function planOf(room: Room, change: PlanChange = {}) {
  const names = room.script.names.slice(0, room.seats)
  const shortened = shortNames(names)
  const members = names.map((name, index) => ({
    id: seat(index + 1),
    name,
    shortName: shortened[index] ?? name,
  }))
  const ids = members.map(({ id }) => id)
  return aPlan({
    people: room.seats,
    circleName: room.script.circle,
    members,
    agreements: [short(room, 0), long(room, 0)].map((text, index) => ({ id: `a-${index}` as TextId, text })),
    facilitator: seat(1),
    rota: { facilitate: ids, present: ids },
    commitments: [],
    ...change,
  })
}

/** An evening of this room that has just begun. */
export const opened = (room: Room, change: PlanChange = {}, ...texts: readonly TextRecord[]): Evening =>
  begun(planOf(room, change), textsOf(...texts))

/** The first turn's item. */
export const firstTurn = item('turn-1')

/** A format of this room's words. */
export const formatOf = (
  { script }: Room,
  phases: readonly Partial<FormatPhase>[],
  change?: Partial<Format>,
) =>
  aFormat({
    title: script.format,
    phases: phases.map((phase, index) =>
      aPhase({
        title: script.phase,
        stageLine: script.line,
        minutes: { nominal: 14, floor: 1, cap: 200 },
        captures: [],
        ...phase,
        id: phase.id ?? (`f/${index + 1}` as PhaseId),
      }),
    ),
    ...change,
  })

interface Turn {
  readonly phases: readonly Partial<FormatPhase>[]
  readonly format?: Partial<Format>
  readonly plan?: PlanChange
  readonly texts?: readonly TextRecord[]
}

/** Just before the first turn, whose phases are these; chair 2 presents where somebody does. */
export function beforeTurn(room: Room, { phases, format, plan, texts = [] }: Turn): Evening {
  const made = formatOf(room, phases, format)
  const start = begun(withFormat(planOf(room, plan), 'turn-1', made), textsOf(...texts))
  return (format?.scope ?? 'turn') === 'turn'
    ? record(start, [{ type: 'presenter-chosen', item: firstTurn, member: seat(2) }])
    : start
}

/** In a phase of the first turn: the first of these, or the one of this number. */
export const inTurn = (room: Room, turn: Turn, number = 1): Evening => {
  const phase = turn.phases[number - 1]?.id ?? `f/${number}`
  return goTo(beforeTurn(room, turn), `turn-1/${phase}`)
}

/** A question on the board of the first turn. */
export const asked = (number: number, text: string): TextRecord => ({
  id: question(String(number)),
  kind: 'question',
  item: firstTurn,
  owner: seat(1 + (number % 3)),
  text,
  seenBy: 'room',
})

/** Something written elsewhere: a line of a round, or a commitment's words. */
export const line = (
  kind: TextRecord['kind'],
  place: string,
  number: number,
  text: string,
  seenBy: TextRecord['seenBy'] = 'room',
): TextRecord => ({ id: question(String(number)), kind, item: item(place), owner: seat(1), text, seenBy })

/** Facts that make so many questions wait on the board. */
export const asking = (texts: readonly TextRecord[]): readonly EventBody[] =>
  texts.map(({ id }) => ({ type: 'question-written', item: firstTurn, question: id }))

/** What a chair promised before. */
export const promised = (number: number, text: string, change: Partial<Commitment> = {}): Commitment => ({
  id: `before-${number}-${text.length}` as TextId,
  member: seat(number),
  text,
  kind: 'do',
  until: null,
  seenBy: 'room',
  session: 'before' as SessionId,
  ...change,
})

/** A meeting two weeks on, at six. */
export const nextMeeting = at(14 * 1440)
