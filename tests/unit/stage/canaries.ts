// A session with a canary in every field that can carry text, driven through everything that the wall can show.
import type { FormatId, ItemId, MemberId, PhaseId, SessionId, TextId } from '../../../shared/basics/ids'
import type { Commitment } from '../../../shared/circle/circle'
import type { FormatPhase } from '../../../shared/formats/format'
import type { EventBody } from '../../../shared/session/events'
import { plannedMinutes, type SessionPlan } from '../../../shared/session/plan'
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

/** Format `a` is planned for two turns, and `b` chosen for the second; `c` is for trios, with a group of four. */
const parts: Readonly<Record<'a' | 'b' | 'c', readonly Partial<FormatPhase>[]>> = {
  a: [
    { rule: 'SOLO', captures: [] },
    { rule: 'QOPEN', captures: ['questions'] },
    { rule: 'ROUND', who: 'each', presenter: 'listens', perVoice: true, captures: [] },
    { rule: 'GTALK', captures: ['questions'] },
    { rule: 'SOLO', who: 'presenter', captures: ['questions'], sorts: true },
    { rule: 'FAC', captures: [] },
    { rule: 'SOLO', captures: ['takeaway'] },
  ],
  b: [{ rule: 'QUIET', ends: 'by-itself', captures: [] }, { rule: 'OPEN' }, { rule: 'WRITE', captures: [] }],
  c: [
    { rule: 'PAIRS', part: { letter: 'A', does: 'tells' }, ends: 'by-itself', captures: [] },
    { rule: 'PAIRS', part: { letter: 'D', does: 'is-heard' }, ends: 'by-itself', captures: [] },
    { rule: 'ROUND', who: 'each', presenter: 'speaks', perVoice: true, captures: [] },
    // Its cards are known by its id.
    { rule: 'OPEN', captures: [], id: 'drill-turn-it/compare' as PhaseId },
  ],
}

const formats = (['a', 'b', 'c'] as const).map((name, place) =>
  aFormat({
    id: canary<FormatId>('format-id', place),
    title: canary('format-title', place),
    after: canary('format-after', place),
    ...(name === 'c' ? { scope: 'group', grouping: 'trios' } : {}),
    phases: parts[name].map((part, index) => {
      const number = 10 * place + index
      // In silence the wall says nothing of the phase: its words stand in the one after it as well.
      const said = part.rule === 'QUIET' ? number + 1 : number
      return aPhase({
        ...part,
        id: part.id ?? canary<PhaseId>('phase-id', number),
        title: canary('phase-title', said),
        cue: canary('phase-cue', number),
        rescue: canary('phase-rescue', number),
        stageLine: canary('phase-line', said),
        equalGroup: canary('phase-group', number),
      })
    }),
  }),
)
const formatId = (number: number) => canary<FormatId>('format-id', number)

const itemId = (number: number) => canary<ItemId>('item-id', number)
const firstTurn = itemId(5)
const secondTurn = itemId(7)
const memberId = (number: number) => canary<MemberId>('member-id', number)
const ids = people.map(({ id }) => id)

/** What was promised before: one in everybody's hearing, one in private; both with a day. */
const promised = (['room', 'console', 'room'] as const).map((seenBy, number): Commitment => ({
  id: canary<TextId>('promise-id', number),
  member: memberId(number),
  text: canary(seenBy === 'room' ? 'promise' : 'private-promise', number),
  kind: number === 2 ? 'rest' : 'do',
  until: canary('promise-day', number),
  seenBy,
  session: canary<SessionId>('earlier-session', number),
}))

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
    { kind: 'last-commitments', id: itemId(3), minutes: 2 },
    { kind: 'choosing', id: itemId(4), minutes: 1 },
    { kind: 'turn', id: firstTurn, minutes: 26, format: formatId(0) },
    { kind: 'break', id: itemId(6), minutes: 5 },
    { kind: 'turn', id: secondTurn, minutes: 26, format: formatId(0) },
    { kind: 'turn', id: itemId(8), minutes: 22, format: formatId(2) },
    { kind: 'harvest', id: itemId(9), minutes: 2 },
    { kind: 'commitments', id: itemId(10), minutes: 2 },
    { kind: 'what-stays', id: itemId(11), minutes: 1 },
    { kind: 'last-round', id: itemId(12), minutes: 4 },
  ],
  formats,
  questions: {
    favourites: [canary('favourite', 0)],
    own: [{ id: canary('own-question-id', 0), text: canary('own-question', 0) }],
    removed: [canary('removed-question', 0)],
    turned: [{ id: canary('turned-question', 0), times: 1 }],
  },
  facilitator: memberId(0),
  rota: { facilitate: ids, present: ids },
  queue: [memberId(2), memberId(3)],
  nextTime: memberId(3),
  commitments: promised,
})

const kinds = ['question', 'word', 'commitment', 'takeaway', 'message'] as const
const readers = ['room', 'console', 'owner'] as const

/** One text of every kind for every reader, and one question more. */
export const records: readonly TextRecord[] = [
  ...kinds.flatMap((kind, place) =>
    readers.map((seenBy, number): TextRecord => ({
      id: canary<TextId>('text-id', 3 * place + number),
      kind,
      item: kind === 'word' ? itemId(9) : firstTurn,
      owner: memberId(1),
      text: canary('text', 3 * place + number),
      seenBy,
    })),
  ),
  {
    id: canary<TextId>('text-id', 15),
    kind: 'question',
    item: firstTurn,
    text: canary('text', 15),
    seenBy: 'room',
  },
]

/** Whether the wall may show what somebody wrote today: never what is taken home, whoever may see that. */
export const mayShow = ({ kind, seenBy }: TextRecord): boolean => kind !== 'takeaway' && seenBy === 'room'

/** Texts that may be put in the place of a kind: those of the kind, and all that must never be seen there. */
const asIf = (kind: TextRecord['kind']) =>
  records.filter((found) => found.kind === kind || found.seenBy !== 'room')

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

const here = (evening: Evening): ItemId => currentStep(evening.session)?.item ?? firstTurn

const last = memberId(3)

/** Two more minutes for the present step, from the break; where there is a break ahead, and two of its minutes. */
function moreFromBreak(evening: Evening): Evening {
  const { steps, at } = evening.session
  const pause = steps.find(({ kind }) => kind === 'break')
  if (pause === undefined || at === null) return evening
  return facts({
    type: 'extension-put',
    step: at,
    minutes: 2,
    asks: 'room',
    pays: 'steps',
    lengths: [{ step: pause.id, minutes: plannedMinutes(pause) - 2 }],
    closesAt: wait(evening, 90).now,
  })(evening)
}

/** Everything ahead at half its length, and no break. */
function putToTheRoom(evening: Evening): Evening {
  const { steps, at, plan } = evening.session
  const ahead = steps.slice(steps.findIndex(({ id }) => id === at) + 1)
  return facts({
    type: 'refit-put',
    lengths: ahead.flatMap((step) =>
      plannedMinutes(step) > 0 ? [{ step: step.id, minutes: plannedMinutes(step) / 2 }] : [],
    ),
    dropped: plan.agenda.flatMap(({ id, kind }) => (kind === 'break' ? [id] : [])),
    closesAt: wait(evening, 90).now,
  })(evening)
}

/** What changes the wall as a whole: each is tried with everything written, before and after. */
const stances: readonly Change[] = [
  (evening) => press(evening, 'remind'),
  (evening) => press(evening, 'end-with-thanks'),
  (evening) => press(evening, 'freeze'),
]

/** What can be done at any step, each on its own. */
const asides: readonly Change[] = [
  (evening) => wait(evening, 0.02),
  putToTheRoom,
  (evening) => press(putToTheRoom(evening), 'forward'),
  (evening) => press(evening, 'two-more'),
  moreFromBreak,
  (evening) => press(moreFromBreak(evening), 'forward'),
  (evening) => wait(evening, 30),
  (evening) => press(evening, 'hold'),
  (evening) => press(evening, 'pause'),
  (evening) => wait(press(evening, 'pause'), 1),
  (evening) => press(evening, 'blank'),
  (evening) => press(evening, 'skip'),
  (evening) => press(evening, 'pass'),
  (evening) => press(evening, 'pass', 'forward'),
  (evening) => pressChair(evening, 3),
  (evening) => pressChair(evening, 1),
  (evening) => press(pressChair(evening, 1), 'forward', 'forward'),
  (evening) => press(evening, 'end-with-thanks', 'forward'),
  (evening) => facts({ type: 'turn-kept', item: firstTurn })(press(evening, 'end-with-thanks')),
  (evening) => facts({ type: 'gap-found', from: evening.now, to: wait(evening, 3).now })(evening),
  (evening) => press(evening, 'freeze', 'forward'),
  (evening) => wait(press(evening, 'freeze', 'hold'), 1),
  (evening) => wait(press(evening, 'freeze', 'forward', 'forward'), 1),
  (evening) => press(evening, 'hand-over'),
  (evening) => pressChair(press(evening, 'hand-over'), 3),
  (evening) => press(pressChair(press(evening, 'hand-over'), 3), 'forward'),
  (evening) => facts({ type: 'hand-over-offered', to: last, item: firstTurn })(evening),
  (evening) => press(evening, 'leave-turn-out'),
  (evening) => press(evening, 'draw-again'),
  (evening) => press(evening, 'next-card'),
  (evening) => press(evening, 'leave-now'),
  (evening) => press(wait(evening, 1), 'start-since'),
  (evening) => facts({ type: 'wish-said', item: here(evening), wish: 'eyes' })(evening),
  (evening) => facts({ type: 'format-chosen', item: here(evening), format: formatId(1) })(evening),
  facts({ type: 'next-meeting-set', meets: null }),
  facts({ type: 'next-facilitator-asked', member: last, answer: 'asked' }),
  facts({ type: 'scribe-chosen', member: last }),
  facts({ type: 'member-left', member: last }),
  facts({ type: 'member-left', member: last }, { type: 'member-came', member: last }),
]

/** A board in every state beside one question on the wall; and shared themes that are taken up. */
function worked(all: Evening, item: ItemId): readonly Evening[] {
  const [a, b, c, d, e] = asIf('question').map(({ id }) => id) as [TextId, TextId, TextId, TextId, TextId]
  const themes = asIf('word').map(({ id }) => id)
  return [
    record(all, [
      { type: 'question-grouped', item, question: b, under: a },
      { type: 'question-parked', item, question: c },
      { type: 'question-taken-home', item, question: d },
      { type: 'question-warmed', item, question: a, warmth: 'hot' },
      { type: 'question-sorted', item, question: e },
      { type: 'themes-chosen', item: itemId(9), texts: themes },
    ]),
    record(all, [
      { type: 'board-veiled', item },
      { type: 'board-revealed', item },
    ]),
    record(all, [
      { type: 'question-shown', item, question: a },
      { type: 'question-alone', item, alone: true },
      { type: 'question-parked', item, question: b },
    ]),
  ]
}

/** Every text on the board, one after the other on the wall; every one taken home, promised, and learnt. */
function written(evening: Evening): readonly Evening[] {
  const step = currentStep(evening.session)
  if (step === null) return []
  const { item } = step
  const promises = asIf('commitment').map(({ id }, number): EventBody => ({
    type: 'commitment-made',
    member: memberId(number % people.length),
    text: id,
    kind: number % 2 === 0 ? 'do' : 'rest',
    until: canary('day', number),
  }))
  const all = record(evening, [
    ...asIf('question').map(({ id }): EventBody => ({ type: 'question-written', item, question: id })),
    ...promises,
    ...asIf('word').map(({ id }): EventBody => ({ type: 'word-written', text: id })),
    ...promised.map(({ id }): EventBody => ({
      type: 'commitment-reviewed',
      commitment: id,
      outcome: 'dropped',
    })),
    ...records.map(({ id }, number): EventBody => ({
      type: 'line-moved',
      text: id,
      way: number % 2 === 0 ? 'keep' : 'forget',
    })),
  ])
  return [
    ...worked(all, item),
    ...asIf('question').flatMap(({ id }) => {
      const shown = record(all, [{ type: 'question-shown', item, question: id }])
      return [shown, record(shown, [{ type: 'question-answered', item, question: id }])]
    }),
    ...asIf('message').flatMap(({ id }) => {
      const told = record(all, [{ type: 'room-told', text: id }])
      return [told, record(told, [{ type: 'wall-frozen' }])]
    }),
    ...records.map(({ id }) => record(all, [{ type: 'takeaway-settled', item, how: 'kept', text: id }])),
    record(all, [
      { type: 'question-shown', item, question: canary<TextId>('text-id', 0) },
      { type: 'takeaway-settled', item, how: 'kept', text: canary<TextId>('text-id', 9) },
    ]),
  ]
}

/** What is chosen on the way, so that everything that was planted is met. */
function chosen(evening: Evening): Evening {
  const step = currentStep(evening.session)
  if (step?.kind === 'help' && step.item === secondTurn)
    return record(evening, [{ type: 'format-chosen', item: secondTurn, format: formatId(1) }])
  if (step?.kind === 'groups')
    return record(evening, [{ type: 'groups-drawn', item: step.item, groups: [ids] }])
  if (step?.kind === 'choosing') return pressChair(pressChair(evening, 4), 1)
  if (step?.kind === 'what-stays')
    return record(evening, [
      { type: 'next-meeting-set', meets: wait(evening, 20_000).now },
      { type: 'next-facilitator-asked', member: last, answer: 'willing' },
    ])
  return evening
}

/** What is tried at a place: everything written, everything done, and what a frozen wall makes of it. */
function triedAt(evening: Evening): readonly Evening[] {
  const texts = written(evening)
  const full = texts.at(-1) ?? evening
  const step = currentStep(evening.session)
  const shows = step?.kind === 'phase' || (step?.kind === 'round' && step.round !== 'last-commitments')
  const aside = asides.map((change) => change(evening))
  const still = step?.kind === 'phase' ? [...aside, ...texts.slice(0, 5)] : []
  return [
    ...(shows ? texts : [full]),
    ...stances.flatMap((stance) => [stance(evening), stance(full)]),
    ...aside,
    ...still.map((moved) => press(moved, 'freeze')),
  ]
}

function walk(
  evening: Evening,
  list: readonly Evening[] = [],
  places: readonly string[] = [],
): readonly Evening[] {
  const { at, course } = evening.session
  const place = `${course} ${at}`
  const full = written(evening).at(-1) ?? evening
  const all = [...list, evening, full, ...(places.includes(place) ? [] : triedAt(evening))]
  if (course === 'closed' || all.length > 40_000) return all
  // The board and the takeaways of what has been go along to the end, and so does what is chosen.
  return walk(press(wait(chosen(full), 1), 'forward'), all, [...places, place])
}

/** Every evening on the way from an empty room to a closed session, with every aside at every step. */
export const everyMoment = (): readonly Evening[] => walk(everybodyHere(start()), [start()])
