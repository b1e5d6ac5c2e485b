// The made-up evening of the practice session: the same seven people as in the tests; nobody in it exists.
import type { CircleId, FormatId, ItemId, MemberId, SessionId, TextId } from '../basics/ids'
import type { Circle, Commitment, Day, Member } from '../circle/circle'
import { newStanding, usualRetention } from '../circle/circle'
import { library } from '../formats/library/library'
import { shortQuestionRound } from '../formats/library/short-question-round'
import { newPlan } from '../session/new-plan'
import { usualMinutes, type AgendaItem, type PlainItemKind, type SessionPlan } from '../session/plan'

/** The people, as they sit. */
export const people = ['Priya', 'Jun', 'Amara', 'Noor', 'Sam', 'Tomás', 'Elif'] as const

type Name = (typeof people)[number]

/** A made-up person's id. */
export const idOf = (name: Name): MemberId => `practice-${people.indexOf(name) + 1}` as MemberId

/** Who plays what: you facilitate, one comes when the others have begun, one writes on the board. */
export const parts = {
  you: idOf('Noor'),
  comesLater: idOf('Tomás'),
  presents: idOf('Amara'),
  scribe: idOf('Elif'),
  advises: idOf('Sam'),
  asks: idOf('Jun'),
  passes: idOf('Jun'),
} as const

/** Who promised something last time; the first did it, the second says "not today". */
const promised = [idOf('Jun'), idOf('Elif')] as const

/** The words of the evening, in the language of the app. */
export interface EveningWords {
  readonly circle: string
  readonly agreements: readonly string[]
  readonly commitments: readonly string[]
}

/** Who sits there when the room opens. */
export const hereAtFirst: readonly MemberId[] = people.map(idOf).filter((id) => id !== parts.comesLater)

const plain = (kind: PlainItemKind, minutes: number): AgendaItem => ({
  kind,
  id: kind as string as ItemId,
  minutes,
})

/** Every kind of item that an hour holds, with six minutes to spare. */
const agenda: readonly AgendaItem[] = [
  plain('opening', 0),
  plain('agreements', 3),
  plain('check-in', 7),
  plain('last-commitments', 2),
  plain('choosing', 1),
  {
    kind: 'turn',
    id: 'turn-1' as ItemId,
    minutes: usualMinutes(shortQuestionRound),
    format: shortQuestionRound.id,
  },
  plain('harvest', 3.5),
  plain('commitments', 3.5),
  plain('what-stays', 1),
  plain('last-round', 7),
]

const sessionMinutes = 60

/** The made-up circle. */
export function practiceCircle(id: CircleId, words: EveningWords): Circle {
  const members = people.map((name): Member => ({ id: idOf(name), name, shortName: name }))
  const agreements = words.agreements.map((text, index) => ({ id: `practice-a${index}` as TextId, text }))
  return {
    id,
    name: words.circle,
    members,
    agreements,
    level: 'C2',
    standing: newStanding,
    retention: usualRetention,
    version: 1,
  }
}

/** What was promised in the session before, which nobody held. */
export const practiceCommitments = (words: EveningWords): readonly Commitment[] =>
  promised.map((member, index) => ({
    id: `practice-c${index}` as TextId,
    member,
    text: words.commitments[index] ?? '',
    kind: 'do',
    until: null,
    seenBy: 'room',
    session: 'practice-before' as SessionId,
  }))

/** The plan of the practice session; the wall says Practice throughout. */
export function practicePlan(circle: Circle, commitments: readonly Commitment[], today: Day): SessionPlan {
  const plan = newPlan(
    { circle, traces: [], commitments },
    {
      here: hereAtFirst,
      minutes: sessionMinutes,
      help: 'questions',
      beginsAt: null,
      today,
      formats: library,
      format: shortQuestionRound.id as FormatId,
      facilitator: parts.you,
      agenda,
    },
  )
  if (!plan.ok) throw new Error('The practice session has an agenda of its own.')
  const { rota } = plan.value
  // Who has something to bring is also whom the rota proposes: going on by forward alone tells the same story.
  const present = [parts.presents, ...rota.present.filter((member) => member !== parts.presents)]
  return { ...plan.value, rota: { ...rota, present }, practice: true }
}
