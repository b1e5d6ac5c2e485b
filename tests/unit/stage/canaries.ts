// A session with a canary in every field that can carry text, driven through everything that the wall can show.
import type { FormatId, ItemId, MemberId, PhaseId, SessionId, TextId } from '../../../shared/basics/ids'
import type { FormatPhase } from '../../../shared/formats/format'
import type { EventBody } from '../../../shared/session/events'
import type { SessionPlan } from '../../../shared/session/plan'
import { currentStep, newSession, type TextRecord } from '../../../shared/session/session'
import {
  aFormat,
  anEvening,
  aPhase,
  aPlan,
  everybodyHere,
  press,
  pressChair,
  record,
  wait,
  type Evening,
} from '../builders'

/** A text that stands nowhere else: it says where it was planted. */
export const canary = <T extends string>(path: string, number: number): T => `canary.${path}.${number};` as T

const people = [0, 1, 2, 3].map((number) => ({
  id: canary<MemberId>('member-id', number),
  name: canary('member-name', number),
  shortName: canary('member-short', number),
}))

const phaseParts: readonly Partial<FormatPhase>[] = [
  { rule: 'SOLO', captures: [] },
  { rule: 'QOPEN', captures: ['questions'] },
  { rule: 'ROUND', who: 'each', presenter: 'listens', captures: [] },
  { rule: 'GTALK', captures: ['questions'] },
  { rule: 'FAC', captures: [] },
  { rule: 'SOLO', captures: ['takeaway'] },
]

const format = aFormat({
  id: canary<FormatId>('format-id', 0),
  title: canary('format-title', 0),
  after: canary('format-after', 0),
  phases: phaseParts.map((part, number) =>
    aPhase({
      ...part,
      id: canary<PhaseId>('phase-id', number),
      title: canary('phase-title', number),
      cue: canary('phase-cue', number),
      rescue: canary('phase-rescue', number),
      stageLine: canary('phase-line', number),
      equalGroup: canary('phase-group', number),
    }),
  ),
})

const itemId = (number: number) => canary<ItemId>('item-id', number)
const firstTurn = itemId(3)

/** The plan of the canaries. */
export const plan: SessionPlan = aPlan({
  circleName: canary('circle-name', 0),
  members: people,
  agreements: [0, 1].map((number) => ({
    id: canary<TextId>('agreement-id', number),
    text: canary('agreement-text', number),
  })),
  agenda: [
    { kind: 'opening', id: itemId(0), minutes: 0 },
    { kind: 'agreements', id: itemId(1), minutes: 3 },
    { kind: 'check-in', id: itemId(2), minutes: 6 },
    { kind: 'turn', id: firstTurn, minutes: 26, format: format.id },
    { kind: 'break', id: itemId(4), minutes: 5 },
    { kind: 'turn', id: itemId(5), minutes: 26, format: format.id },
    { kind: 'last-round', id: itemId(6), minutes: 4 },
  ],
  formats: [format],
  facilitator: canary<MemberId>('member-id', 0),
})

const aCanaryText = (number: number, change: Partial<TextRecord>): TextRecord => ({
  id: canary<TextId>('text-id', number),
  kind: 'question',
  item: firstTurn,
  text: canary('text', number),
  seenBy: 'room',
  ...change,
})

/** Two questions for the room, and everything else that somebody may have written. */
export const records: readonly TextRecord[] = [
  aCanaryText(0, {}),
  aCanaryText(1, {}),
  aCanaryText(2, { seenBy: 'console' }),
  aCanaryText(3, { seenBy: 'owner' }),
  aCanaryText(4, { kind: 'takeaway', seenBy: 'owner' }),
  aCanaryText(5, { kind: 'takeaway', seenBy: 'console' }),
]

const start = (): Evening => {
  const texts = new Map(records.map((text) => [text.id, text]))
  const session = newSession(canary<SessionId>('session-id', 0), plan, texts)
  return { ...anEvening(), start: session, session }
}

type Change = (evening: Evening) => Evening

const facts =
  (...bodies: readonly EventBody[]): Change =>
  (evening) =>
    record(evening, bodies)

const last = canary<MemberId>('member-id', 3)

/** What can be done at any step, each on its own. */
const asides: readonly Change[] = [
  (evening) => evening,
  (evening) => wait(evening, 0.02),
  (evening) => wait(evening, 30),
  (evening) => press(evening, 'hold'),
  (evening) => press(evening, 'pause'),
  (evening) => wait(press(evening, 'pause'), 1),
  (evening) => press(evening, 'remind'),
  (evening) => press(evening, 'blank'),
  (evening) => press(evening, 'skip'),
  (evening) => press(evening, 'pass'),
  (evening) => pressChair(evening, 3),
  (evening) => press(evening, 'end-with-thanks'),
  (evening) => press(evening, 'end-with-thanks', 'forward'),
  (evening) => facts({ type: 'turn-kept', item: firstTurn })(press(evening, 'end-with-thanks')),
  (evening) => facts({ type: 'gap-found', from: evening.now, to: wait(evening, 3).now })(evening),
  facts({ type: 'scribe-chosen', member: last }),
  facts({ type: 'member-left', member: last }),
  facts({ type: 'member-left', member: last }, { type: 'member-came', member: last }),
]

/** Every text on the board, one after the other on the wall; and every one taken home. */
function written(evening: Evening): readonly Evening[] {
  const item = currentStep(evening.session)?.item
  if (item === undefined) return []
  const asked = records.reduce(
    (now, { id }) => record(now, [{ type: 'question-written', item, question: id }]),
    evening,
  )
  return [
    asked,
    ...records.flatMap(({ id }) => {
      const shown = record(asked, [{ type: 'question-shown', item, question: id }])
      return [
        shown,
        record(shown, [{ type: 'question-answered', item, question: id }]),
        record(shown, [{ type: 'takeaway-settled', item, how: 'kept', text: id }]),
      ]
    }),
  ]
}

function walk(evening: Evening, list: readonly Evening[] = []): readonly Evening[] {
  const here = asides.flatMap((aside) => {
    const moved = aside(evening)
    return [moved, ...written(moved)]
  })
  const next = press(wait(evening, 1), 'forward')
  const far = evening.session.course === 'closed' || list.length > 20_000
  // The board and the takeaways of what has been go along to the end.
  const filled = written(evening).at(-1) ?? evening
  return far
    ? [...list, ...here]
    : walk(next.log.length > evening.log.length ? press(wait(filled, 1), 'forward') : next, [
        ...list,
        ...here,
      ])
}

/** Every evening on the way from an empty room to a closed session, with every aside at every step. */
export const everyMoment = (): readonly Evening[] => walk(everybodyHere(start()), [start()])
