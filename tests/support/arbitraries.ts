// Generators for every fact and every command. Ids are those of the plan, placeholders for "the present one", or unknown.
import fc from 'fast-check'
import type {
  FormatId,
  GestureId,
  ItemId,
  MemberId,
  PhaseId,
  RecordId,
  StepId,
  TextId,
} from '../../shared/basics/ids'
import { instantOf, millisOf, type Instant } from '../../shared/basics/time'
import type { Help, Level, Outcome } from '../../shared/circle/circle'
import type { CommandId } from '../../shared/commands/commands'
import { perform, performChair } from '../../shared/commands/perform'
import type { Format, FormatPhase, SpeakingRule } from '../../shared/formats/format'
import { listeningTrio } from '../../shared/formats/library/listening-trio'
import { shortQuestionRound } from '../../shared/formats/library/short-question-round'
import { wishes as everyWish } from '../../shared/formats/wish'
import { apply, progressOf } from '../../shared/session/apply'
import {
  eventTypes,
  type EventBody,
  type EventType,
  type SessionEvent,
  type Way,
} from '../../shared/session/events'
import { historyOf } from '../../shared/session/fold'
import {
  plannedMinutes,
  stepsOf,
  type AgendaItem,
  type SessionPlan,
  type Step,
} from '../../shared/session/plan'
import { canExtend } from '../../shared/session/extension'
import { isRound, roundOf } from '../../shared/session/rounds'
import { currentStep, type Session, type TextRecord } from '../../shared/session/session'
import {
  aCommitment,
  aFormat,
  aPhase,
  aPlan,
  aText,
  at,
  begun,
  item,
  momentOf,
  question,
  record,
  textsOf,
  type Evening,
} from '../unit/builders'

/** Every event type, once. */
export const allTypes = Object.keys(eventTypes) as EventType[]

/** Every command, and whether `perform` answers it; the others are answered by the page. */
const answers: Readonly<Record<CommandId, 'here' | 'elsewhere'>> = {
  forward: 'here',
  back: 'here',
  pause: 'here',
  resume: 'here',
  hold: 'here',
  blank: 'here',
  remind: 'here',
  'add-minute': 'here',
  'take-minute': 'here',
  'two-more': 'here',
  pass: 'here',
  skip: 'here',
  undo: 'here',
  redo: 'here',
  'end-with-thanks': 'here',
  'nothing-to-write': 'here',
  'goes-elsewhere': 'here',
  'hand-over': 'here',
  decline: 'here',
  freeze: 'here',
  'start-since': 'here',
  'leave-turn-out': 'here',
  'draw-again': 'here',
  'next-card': 'here',
  'leave-now': 'here',
  'what-can-i-say': 'elsewhere',
  write: 'elsewhere',
  'choose-down': 'elsewhere',
  'choose-up': 'elsewhere',
  'show-question': 'elsewhere',
  'move-down': 'elsewhere',
  'move-up': 'elsewhere',
  group: 'elsewhere',
  alone: 'elsewhere',
  park: 'elsewhere',
  'take-away': 'elsewhere',
  dots: 'elsewhere',
  'come-and-go': 'elsewhere',
  'time-card': 'elsewhere',
  'all-names': 'elsewhere',
  'full-screen': 'elsewhere',
  'swap-displays': 'elsewhere',
  'tell-room': 'elsewhere',
  'print-paper': 'elsewhere',
  lock: 'elsewhere',
  'all-keys': 'elsewhere',
}

/** Every command, once. */
export const allCommands = Object.keys(answers) as CommandId[]

/** Every command that `perform` answers. */
export const performed: readonly CommandId[] = allCommands.filter((id) => answers[id] === 'here')

/** A phase of a drill that shows cards. */
const cards = 'drill-turn-it/compare'

const rules: readonly SpeakingRule[] = ['QONLY', 'GTALK', 'QUIET', 'WRITE', 'PAIRS', 'OPEN', 'FAC']

/** The one under which everybody speaks has cards. */
const everyRule: readonly FormatPhase[] = rules.map((rule) =>
  aPhase({ id: (rule === 'OPEN' ? cards : `every/${rule}`) as PhaseId, title: rule, rule }),
)

/** What a generated plan is made of: small, so that a counterexample can be read. */
export interface Wish {
  readonly people: number
  readonly help: Help
  readonly beginsIn: number | null
  readonly sentences: number
  /** How many have something open from before. */
  readonly open: number
  readonly level: Level
}

/** Wishes for three to six people. */
export const wishes: fc.Arbitrary<Wish> = fc.record({
  people: fc.integer({ min: 3, max: 6 }),
  help: fc.constantFrom('questions', 'ideas', 'being-heard', 'a-little-of-each'),
  beginsIn: fc.constantFrom(null, -5, 5),
  sentences: fc.integer({ min: 0, max: 3 }),
  open: fc.integer({ min: 0, max: 3 }),
  level: fc.constantFrom('C0', 'C1', 'C2', 'C3', 'C4'),
})

/** A format of one phase for each rule that the library's first one has not. */
const ruled = aFormat({ phases: everyRule })

/** A turn in which silence ends by itself. */
const still = aFormat({
  id: 'still' as FormatId,
  phases: [
    aPhase({ id: 'still/quiet' as PhaseId, rule: 'QUIET', ends: 'by-itself', captures: [] }),
    aPhase({ id: 'still/after' as PhaseId, rule: 'OPEN', captures: ['takeaway'] }),
  ],
})

/** The formats of generated plans. */
export const formats: readonly Format[] = [shortQuestionRound, ruled, listeningTrio, still]

/** The plan for a wish: an item of every kind, its turns in three formats, promises still open, and a queue. */
export function planFor({ people, help, beginsIn, sentences, open, level }: Wish): SessionPlan {
  const plan = aPlan({ people, help, level, beginsAt: beginsIn === null ? null : at(beginsIn) })
  const ids = plan.members.map(({ id }) => id)
  const third: AgendaItem = { kind: 'turn', id: item('turn-3'), minutes: 22, format: listeningTrio.id }
  return {
    ...plan,
    formats,
    agreements: Array.from({ length: sentences }, (_, index) => ({
      id: `a-${index}` as TextId,
      text: `Sentence ${index}.`,
    })),
    agenda: plan.agenda.flatMap((entry): readonly AgendaItem[] =>
      entry.kind === 'turn' && entry.id === 'turn-2' ? [{ ...entry, format: ruled.id }, third] : [entry],
    ),
    rota: { facilitate: ids.toReversed(), present: [...ids.slice(2), ...ids.slice(0, 2)] },
    queue: ids.slice(0, 2),
    commitments: plan.members.slice(0, open).map(({ name }, index) =>
      aCommitment(name, {
        seenBy: index % 2 === 0 ? 'room' : 'console',
        kind: index % 3 === 2 ? 'rest' : 'do',
      }),
    ),
  }
}

const questionIds = ['a', 'b', 'c', 'd', 'e', 'secret', 'mine'].map(question)
const wordIds = ['w1', 'w2', 'w3', 'gone'].map(question)
const messageId = question('message')
const promiseIds = ['p1', 'p2', 'p3', 'private'].map(question)

/** Words for most of what is written; some are only for the console or their owner, and `e` and `gone` are forgotten. */
export const someTexts: ReadonlyMap<TextId, TextRecord> = textsOf(
  ...['a', 'b', 'c', 'd'].map((name) => aText(name)),
  aText('secret', { seenBy: 'console' }),
  aText('mine', { kind: 'takeaway', seenBy: 'owner' }),
  aText('message', { kind: 'message' }),
  ...['w1', 'w2', 'w3'].map((name) => aText(name, { kind: 'word', item: item('harvest') })),
  ...['p1', 'p2', 'p3'].map((name) => aText(name, { kind: 'commitment', item: item('commitments') })),
  aText('private', { kind: 'commitment', item: item('commitments'), seenBy: 'console' }),
)

/** Stand for the step, the item, the voice of the moment, and the tops of the stacks; resolved when they happen. */
const present = 'now'
const unknown = 'nobody-knows'

interface Ids {
  readonly member: fc.Arbitrary<MemberId>
  readonly step: fc.Arbitrary<StepId>
  readonly item: fc.Arbitrary<ItemId>
  readonly question: fc.Arbitrary<TextId>
  readonly word: fc.Arbitrary<TextId>
  readonly promise: fc.Arbitrary<TextId>
  readonly before: fc.Arbitrary<TextId>
  readonly gesture: fc.Arbitrary<GestureId>
}

const oneOf = <T extends string>(known: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...known), weight: 4 },
    { arbitrary: fc.constant(present as T), weight: 4 },
    { arbitrary: fc.constant(unknown as T), weight: 1 },
  )

const idsOf = (plan: SessionPlan): Ids => ({
  member: oneOf(plan.members.map(({ id }) => id)),
  step: oneOf(stepsOf(plan).map(({ id }) => id)),
  item: oneOf(plan.agenda.map(({ id }) => id)),
  question: oneOf(questionIds),
  word: oneOf(wordIds),
  promise: oneOf(promiseIds),
  before: oneOf(plan.members.map(({ name }) => aCommitment(name).id)),
  gesture: oneOf([1, 2, 3, 5, 8, 13].map((number) => `g-${number}` as GestureId)),
})

/** Every way that a line may go at the close, and every outcome of what was promised before. */
export const ways: readonly Way[] = ['keep', 'keep-without-names', 'forget']
export const outcomes: readonly Outcome[] = ['done', 'partly', 'changed', 'dropped', 'open', 'not-today']

type Bodies = { readonly [Type in EventType]: fc.Arbitrary<Extract<EventBody, { type: Type }>> }

const plain = <Type extends EventType>(type: Type) => ({ type: fc.constant(type) })

/** More minutes, and who lends them: the break more often than anybody else. */
const extensionsOf = (plan: SessionPlan, step: fc.Arbitrary<StepId>) => {
  const breaks = stepsOf(plan).flatMap(({ kind, id }) => (kind === 'break' ? [id] : []))
  const pause = breaks.length === 0 ? step : fc.constantFrom(...breaks)
  return {
    'extension-put': fc.record({
      ...plain('extension-put'),
      step,
      minutes: fc.integer({ min: -1, max: 8 }).map((n) => n / 2),
      asks: fc.constantFrom('presenter', 'room'),
      pays: fc.constantFrom('spare', 'steps', 'nobody'),
      closesAt: fc.nat(7_200_000).map((on) => instantOf(at(0) + on)),
      lengths: fc.oneof(
        fc.array(fc.record({ step, minutes: fc.integer({ min: -1, max: 20 }).map((n) => n / 2) }), {
          maxLength: 2,
        }),
        fc.tuple(fc.record({ step: pause, minutes: fc.constantFrom(3, 3.5, 4) })),
      ),
    }),
    'extension-agreed': fc.record(plain('extension-agreed')),
    'extension-dismissed': fc.record(plain('extension-dismissed')),
    'loan-repaid': fc.record({ ...plain('loan-repaid'), lender: fc.oneof(step, pause) }),
  } satisfies Partial<Bodies>
}

/** Everything that can be done with the questions of a board. */
const boardBodies = ({ item, question }: Ids) => {
  const asked = { item, question }
  return {
    'question-reworded': fc.record({ ...plain('question-reworded'), ...asked, by: question }),
    'question-parked': fc.record({ ...plain('question-parked'), ...asked }),
    'question-taken-home': fc.record({ ...plain('question-taken-home'), ...asked }),
    'question-returned': fc.record({ ...plain('question-returned'), ...asked }),
    'question-grouped': fc.record({ ...plain('question-grouped'), ...asked, under: question }),
    'question-ungrouped': fc.record({ ...plain('question-ungrouped'), ...asked }),
    'questions-ordered': fc.record({
      ...plain('questions-ordered'),
      item,
      order: fc.array(question, { maxLength: 4 }),
    }),
    'question-warmed': fc.record({
      ...plain('question-warmed'),
      ...asked,
      warmth: fc.constantFrom('hot', 'lukewarm', 'cold'),
    }),
    'question-sorted': fc.record({ ...plain('question-sorted'), ...asked }),
    'question-alone': fc.record({ ...plain('question-alone'), item, alone: fc.boolean() }),
    'board-veiled': fc.record({ ...plain('board-veiled'), item }),
    'board-revealed': fc.record({ ...plain('board-revealed'), item }),
    'board-paged': fc.record({ ...plain('board-paged'), item, page: fc.integer({ min: -1, max: 3 }) }),
    'pages-closed': fc.record({ ...plain('pages-closed'), item }),
  } satisfies Partial<Bodies>
}

/** One generator for each type; leaving one out does not compile. */
const bodiesOf = (plan: SessionPlan): Bodies => {
  const ids = idsOf(plan)
  const { member, step, item, gesture } = ids
  const asked = { item, question: ids.question }
  return {
    'member-came': fc.record({ ...plain('member-came'), member }),
    'member-left': fc.record({ ...plain('member-left'), member }),
    'seats-ordered': fc.record({
      ...plain('seats-ordered'),
      order: fc.oneof(
        fc.shuffledSubarray(
          plan.members.map(({ id }) => id),
          { minLength: plan.members.length },
        ),
        fc.array(member, { maxLength: 7 }),
      ),
    }),
    'facilitator-chosen': fc.record({ ...plain('facilitator-chosen'), member }),
    'scribe-chosen': fc.record({ ...plain('scribe-chosen'), member: fc.option(member) }),
    'session-begun': fc.record({ ...plain('session-begun'), plan: fc.constant('plan' as RecordId) }),
    'step-started': fc.record(
      { ...plain('step-started'), step, since: fc.nat(120_000).map((back) => instantOf(at(0) - back)) },
      { requiredKeys: ['type', 'step'] },
    ),
    'phase-returned': fc.record({ ...plain('phase-returned'), step }),
    'voice-ended': fc.record({
      ...plain('voice-ended'),
      step,
      member,
      how: fc.constantFrom('spoke', 'passed', 'skipped'),
    }),
    'voice-given': fc.record({ ...plain('voice-given'), step, member }),
    'presenter-chosen': fc.record({ ...plain('presenter-chosen'), item, member }),
    'bringing-said': fc.record({ ...plain('bringing-said'), member }),
    'bringing-unsaid': fc.record({ ...plain('bringing-unsaid'), member }),
    'wish-said': fc.record({ ...plain('wish-said'), item, wish: fc.constantFrom(...everyWish) }),
    'format-chosen': fc.record({
      ...plain('format-chosen'),
      item,
      format: oneOf(plan.formats.map(({ id }) => id)),
    }),
    'groups-drawn': fc.record({
      ...plain('groups-drawn'),
      item,
      groups: fc.oneof(
        fc.array(fc.array(member, { maxLength: 4 }), { maxLength: 3 }),
        fc.constant([plan.members.map(({ id }) => id)]),
      ),
    }),
    'hand-over-offered': fc.record({
      ...plain('hand-over-offered'),
      to: fc.option(member),
      item: fc.option(item),
    }),
    'hand-over-taken': fc.record(plain('hand-over-taken')),
    'hand-over-declined': fc.record(plain('hand-over-declined')),
    'refit-put': fc.record({
      ...plain('refit-put'),
      lengths: fc.array(fc.record({ step, minutes: fc.integer({ min: -1, max: 80 }).map((n) => n / 2) }), {
        maxLength: 4,
      }),
      dropped: fc.array(item, { maxLength: 2 }),
      closesAt: fc.nat(7_200_000).map((on) => instantOf(at(0) + on)),
    }),
    'refit-agreed': fc.record(plain('refit-agreed')),
    'refit-dismissed': fc.record(plain('refit-dismissed')),
    ...extensionsOf(plan, step),
    'commitment-reviewed': fc.record({
      ...plain('commitment-reviewed'),
      commitment: ids.before,
      outcome: fc.constantFrom(...outcomes),
    }),
    'commitment-made': fc.record({
      ...plain('commitment-made'),
      member,
      text: ids.promise,
      kind: fc.constantFrom('do', 'rest'),
      until: fc.constantFrom(null, '2026-03-27'),
    }),
    'commitment-withdrawn': fc.record({ ...plain('commitment-withdrawn'), text: ids.promise }),
    'word-written': fc.record({ ...plain('word-written'), text: ids.word }),
    'word-withdrawn': fc.record({ ...plain('word-withdrawn'), text: ids.word }),
    'room-told': fc.record({ ...plain('room-told'), text: fc.constantFrom(messageId, ...questionIds) }),
    'sweep-begun': fc.record(plain('sweep-begun')),
    'line-moved': fc.record({
      ...plain('line-moved'),
      text: fc.constantFrom(...questionIds, ...wordIds, ...promiseIds),
      way: fc.constantFrom(...ways),
    }),
    'wall-frozen': fc.record(plain('wall-frozen')),
    'wall-thawed': fc.record(plain('wall-thawed')),
    'next-meeting-set': fc.record({
      ...plain('next-meeting-set'),
      meets: fc.constantFrom(null, at(20_000), at(30_000)),
    }),
    'next-facilitator-asked': fc.record({
      ...plain('next-facilitator-asked'),
      member: fc.option(member),
      answer: fc.constantFrom('asked', 'willing'),
    }),
    'card-turned': fc.record({ ...plain('card-turned'), step }),
    'minutes-added': fc.record({
      ...plain('minutes-added'),
      step,
      length: fc.integer({ min: -600_000, max: 600_000 }).map(millisOf),
    }),
    'question-written': fc.record({ ...plain('question-written'), ...asked }),
    'question-shown': fc.record({ ...plain('question-shown'), ...asked }),
    'question-answered': fc.record({ ...plain('question-answered'), ...asked }),
    'question-withdrawn': fc.record({ ...plain('question-withdrawn'), ...asked }),
    ...boardBodies(ids),
    'board-shown': fc.record({ ...plain('board-shown'), item }),
    'parked-seen': fc.record(plain('parked-seen')),
    'themes-chosen': fc.record({
      ...plain('themes-chosen'),
      item,
      texts: fc.array(ids.word, { maxLength: 3 }),
    }),
    'takeaway-settled': fc.record({
      ...plain('takeaway-settled'),
      item,
      how: fc.constantFrom('kept', 'nothing', 'elsewhere'),
      text: fc.option(ids.question),
    }),
    'turn-thanked': fc.record({ ...plain('turn-thanked'), item }),
    'turn-kept': fc.record({ ...plain('turn-kept'), item }),
    'turn-forgotten': fc.record({ ...plain('turn-forgotten'), item }),
    'clock-paused': fc.record(plain('clock-paused')),
    'clock-resumed': fc.record(plain('clock-resumed')),
    'room-held': fc.record(plain('room-held')),
    'room-resumed': fc.record(plain('room-resumed')),
    'room-reminded': fc.record(plain('room-reminded')),
    'wall-blanked': fc.record(plain('wall-blanked')),
    'wall-lit': fc.record(plain('wall-lit')),
    'gap-found': fc
      .record({ back: fc.integer({ min: 0, max: 300_000 }), long: fc.integer({ min: -5000, max: 300_000 }) })
      .map(({ back, long }) => ({
        type: 'gap-found' as const,
        from: instantOf(at(0) - back),
        to: instantOf(at(0) - back + long),
      })),
    'gap-settled': fc.record({ ...plain('gap-settled'), choice: fc.constantFrom('count', 'leave-out') }),
    'session-closed': fc.record(
      { ...plain('session-closed'), atOnce: fc.constant(true as const) },
      { requiredKeys: ['type'] },
    ),
    withdrawn: fc.record({ ...plain('withdrawn'), target: gesture }),
    reinstated: fc.record({ ...plain('reinstated'), target: gesture }),
  }
}

/** Facts of the given types, each as likely as any other. */
export const factsOf = (
  plan: SessionPlan,
  types: readonly EventType[] = allTypes,
): fc.Arbitrary<EventBody> => {
  const bodies: Record<EventType, fc.Arbitrary<EventBody>> = bodiesOf(plan)
  return fc.oneof(...types.map((type) => bodies[type]))
}

/** What somebody does, and how long nobody did anything before. */
export type Deed = { readonly wait: number } & (
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'chair'; readonly number: number }
  | { readonly kind: 'fact'; readonly body: EventBody }
  | { readonly kind: 'jump'; readonly step: StepId }
)

const waits = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1, 999, 2000, 8000, 10_000), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 240_000 }), weight: 3 },
)

const commands: fc.Arbitrary<CommandId> = fc.oneof(
  { arbitrary: fc.constant<CommandId>('forward'), weight: 4 },
  { arbitrary: fc.constantFrom<CommandId>('remind', 'take-minute', 'undo', 'redo', 'redo'), weight: 10 },
  { arbitrary: fc.constantFrom(...allCommands), weight: 3 * allCommands.length },
)

const command = (id: fc.Arbitrary<CommandId>, wait: fc.Arbitrary<number> = waits): fc.Arbitrary<Deed> =>
  fc.record({ kind: fc.constant('command' as const), id, wait })

/** Places, and the commands that mean most there. */
const places = (plan: SessionPlan): readonly fc.Arbitrary<readonly Deed[]>[] => {
  const steps = stepsOf(plan)
  const homeward = steps.filter((step) => step.kind === 'phase' && step.phase.captures.includes('takeaway'))
  const at = (
    found: readonly Step[],
    ids: readonly CommandId[],
    wait: fc.Arbitrary<number> = waits,
  ): fc.Arbitrary<readonly Deed[]> =>
    fc.tuple(
      fc.record({
        kind: fc.constant('jump' as const),
        step: fc.constantFrom(...found.map(({ id }) => id)),
        wait: waits,
      }),
      command(fc.constantFrom(...ids), wait),
    )
  const before = steps.filter(({ kind }) => kind === 'help' || kind === 'groups')
  return [
    at(steps, ['forward', 'back', 'remind']),
    at(steps.filter(isRound), ['pass', 'skip']),
    at(homeward, ['nothing-to-write', 'goes-elsewhere', 'end-with-thanks']),
    at(before, ['start-since', 'leave-turn-out'], fc.integer({ min: 20_000, max: 90_000 })),
    at(
      before.filter(({ kind }) => kind === 'groups'),
      ['draw-again'],
    ),
    // Rare otherwise: there is one of each in an evening.
    at(
      steps.filter(({ kind }) => ['choosing', 'harvest', 'commitments', 'what-stays'].includes(kind)),
      ['forward', 'back', 'remind'],
    ),
    at(
      steps.filter(({ kind }) => kind === 'phase'),
      ['take-minute', 'take-minute', 'two-more', 'add-minute'],
      fc.constant(0),
    ),
    at(steps.filter(canExtend), ['two-more']),
    at(
      steps.filter((step) => step.kind === 'phase' && step.phase.id === cards),
      ['next-card'],
    ),
    fc.tuple(
      command(fc.constantFrom('forward', 'back')),
      command(fc.constant('undo')),
      command(fc.constant('redo')),
    ),
    fc.tuple(command(fc.constant('hand-over')), command(fc.constantFrom('decline', 'decline', 'forward'))),
  ]
}

/** A run of deeds: real commands, chair numbers, and raw facts of the given types. */
export const deedsOf = (
  plan: SessionPlan,
  types: readonly EventType[] = allTypes,
): fc.Arbitrary<readonly Deed[]> => {
  const one = (deed: fc.Arbitrary<Deed>) => deed.map((only): readonly Deed[] => [only])
  const chair: fc.Arbitrary<Deed> = fc.record({
    kind: fc.constant('chair' as const),
    number: fc.integer({ min: 1, max: 7 }),
    wait: waits,
  })
  const fact: fc.Arbitrary<Deed> = fc.record({
    kind: fc.constant('fact' as const),
    body: factsOf(plan, types),
    wait: waits,
  })
  return fc
    .array(
      fc.oneof(
        { arbitrary: one(command(commands)), weight: 19 },
        { arbitrary: one(chair), weight: 1 },
        { arbitrary: one(fact), weight: 130 },
        ...places(plan).map((arbitrary) => ({ arbitrary, weight: 1 })),
      ),
      { minLength: 5, maxLength: 40, size: 'max' },
    )
    .map((chunks) => chunks.flat())
}

/** The fact with its placeholders resolved: the present step, item, voice, question; the tops of the stacks. */
function resolved(body: EventBody, { session, log, now }: Evening): EventBody {
  const step = currentStep(session)
  const { undo, redo } = historyOf(log)
  const voice = step && isRound(step) ? roundOf(session, step, progressOf(session, step)).voice : null
  const board = step ? session.boards.get(step.item) : undefined
  const top = (body.type === 'reinstated' ? redo : undo).at(-1)
  const stand: Record<string, string | null | undefined> = {
    step: step?.id,
    lender: session.loans[0]?.lender,
    item: step?.item,
    member: voice ?? session.chairs[1],
    to: session.chairs[2],
    question: board?.waiting[0] ?? board?.shown,
    text: textNow(body.type, session) ?? board?.shown,
    commitment: session.plan.commitments[0]?.id,
    format: session.plan.formats[0]?.id,
    target: top,
  }
  const resolve = (key: string, value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((held) => resolve('member', held))
      : value === present
        ? (stand[key] ?? unknown)
        : value
  const fields = Object.entries(body).map(([key, value]): [string, unknown] => [key, resolve(key, value)])
  const found = Object.fromEntries(fields) as EventBody
  if (found.type === 'step-started' && found.since !== undefined)
    return { ...found, since: instantOf(found.since + (now - at(0))) }
  if (found.type !== 'gap-found') return found
  // A gap begins at the last instant that anybody knew of: never before the last fact.
  const from = Math.max(found.from + (now - at(0)), log.at(-1)?.at ?? 0)
  return { ...found, from: instantOf(from), to: instantOf(from + (found.to - found.from)) }
}

/** Which text an event means by "the present one", where it is not the question on the wall. */
function textNow(type: EventType, session: Session): TextId | undefined {
  if (type === 'commitment-withdrawn') return session.commitments.at(-1)?.text
  if (type === 'commitment-made') return promiseIds[0]
  if (type === 'word-withdrawn') return session.words.at(-1)
  return type === 'word-written' ? wordIds[0] : undefined
}

/** Straight to a step, in one gesture: whatever holds the clocks is over, and its turn has a presenter. */
function jump(id: StepId, { session }: Evening): readonly EventBody[] {
  const step = session.steps.find((other) => other.id === id)
  const member = session.chairs[1]
  return [
    ...(session.gap ? [{ type: 'gap-settled', choice: 'leave-out' } as const] : []),
    ...(session.heldAt !== null || session.pausedAt !== null ? [{ type: 'room-resumed' } as const] : []),
    ...(session.handing ? [{ type: 'hand-over-declined' } as const] : []),
    ...(step && member ? [{ type: 'presenter-chosen', item: step.item, member } as const] : []),
    { type: 'step-started', step: id },
  ]
}

/** The facts that a deed makes now; none when it means nothing. */
export function factsOfDeed(deed: Deed, evening: Evening): readonly EventBody[] {
  const moment = momentOf(evening)
  switch (deed.kind) {
    case 'command':
      return perform(deed.id, moment) ?? []
    case 'chair':
      return performChair(deed.number, moment) ?? []
    case 'fact':
      return [resolved(deed.body, evening)]
    case 'jump':
      return jump(deed.step, evening)
  }
}

/** Called with each deed and the evening before and after it. */
export type Watch = (deed: Deed, before: Evening, after: Evening) => void

/**
 * Plays deeds on an evening. A deed that would make a fact of the given types is watched and left out:
 * nothing reaches behind the close, nor, where that is asked for, behind the begin of the sweep.
 */
export function play(
  evening: Evening,
  deeds: readonly Deed[],
  watch: Watch = () => undefined,
  never: readonly EventType[] = ['session-closed'],
): Evening {
  return deeds.reduce((before, deed) => {
    const later = { ...before, now: instantOf(before.now + deed.wait) }
    const facts = factsOfDeed(deed, later)
    const afterwards = record(later, facts)
    watch(deed, later, afterwards)
    return facts.some(({ type }) => never.includes(type)) ? later : afterwards
  }, evening)
}

/** An evening to be, and what is done in it. */
export interface Run {
  readonly wish: Wish
  readonly deeds: readonly Deed[]
}

/** The evening of a run, just begun. */
export const eveningOf = ({ wish }: Run): Evening => begun(planFor(wish), someTexts)

/** Runs of deeds from just after the begin, with raw facts of the given types. */
export const runs = (types: readonly EventType[] = allTypes): fc.Arbitrary<Run> =>
  wishes.chain((wish) => fc.record({ wish: fc.constant(wish), deeds: deedsOf(planFor(wish), types) }))

/** Any log at all over a plan: instants out of order, gestures shared or torn apart, ids unknown. */
export const anyLog = (plan: SessionPlan): fc.Arbitrary<readonly SessionEvent[]> => {
  const stamped = fc
    .record({
      body: factsOf(plan),
      seq: fc.nat(),
      at: fc.oneof(
        fc.integer({ min: -1_000_000, max: 10_000_000 }).map((off) => at(0) + off),
        fc.maxSafeInteger(),
      ),
      gesture: fc.oneof(
        fc.nat({ max: 20 }).map((number) => `g-${number}`),
        fc.uuid(),
      ),
    })
    .map(({ body, seq, at: instant, gesture }): SessionEvent => ({
      ...body,
      seq,
      at: instant as Instant,
      gesture: gesture as GestureId,
    }))
  const turn = { item: item('turn-1') }
  const asked = record(begun(plan), [
    { type: 'presenter-chosen', ...turn, member: plan.facilitator },
    { type: 'step-started', step: 'turn-1/short-question-round/open-questions' as StepId },
    { type: 'question-written', ...turn, question: question('a') },
    { type: 'question-written', ...turn, question: question('b') },
    { type: 'question-written', ...turn, question: question('c') },
  ])
  const pause = asked.session.steps.find(({ kind }) => kind === 'break')
  const lent =
    pause === undefined || asked.session.at === null
      ? asked
      : record(asked, [
          {
            type: 'extension-put',
            step: asked.session.at,
            minutes: 1,
            asks: 'room',
            pays: 'steps',
            lengths: [{ step: pause.id, minutes: plannedMinutes(pause) - 1 }],
            closesAt: at(90),
          },
          { type: 'extension-agreed' },
        ])
  const practising = record(begun(plan), [
    { type: 'step-started', step: `turn-2/${cards}` as StepId },
    { type: 'card-turned', step: `turn-2/${cards}` as StepId },
  ])
  const opening = fc.constantFrom([], begun(plan).log, asked.log, lent.log, practising.log)
  return fc
    .tuple(opening, fc.array(stamped, { maxLength: 60, size: 'max' }))
    .map(([first, rest]) => [...first, ...rest])
    .map((log) => settle(plan, log))
}

/** Puts the present ids in the places of their placeholders, along the log. */
function settle(plan: SessionPlan, log: readonly SessionEvent[]): readonly SessionEvent[] {
  const { start } = begun(plan)
  const settled: SessionEvent[] = []
  log.reduce<Session>((session, event) => {
    const body = resolved(event, { start, session, log: settled, now: at(0) })
    const found: SessionEvent = { ...body, seq: event.seq, at: event.at, gesture: event.gesture }
    settled.push(found)
    return apply(session, found)
  }, start)
  return settled
}

/** Counts by name, made once per property. */
export type Tally = Map<string, number>

/** Adds one. */
export const count = (tally: Tally, name: string): void => {
  tally.set(name, (tally.get(name) ?? 0) + 1)
}

/** Prints counts and gives back the names that make up less than a share of all; none should. */
export function rareIn(
  tally: Tally,
  names: readonly string[],
  share: number,
  title: string,
): readonly string[] {
  const sum = names.reduce((all, name) => all + (tally.get(name) ?? 0), 0)
  const lines = names.map((name) => {
    const found = tally.get(name) ?? 0
    return `  ${name.padEnd(20)} ${String(found).padStart(7)}  ${((100 * found) / sum).toFixed(2)} %`
  })
  console.log([`${title}: ${sum}`, ...lines].join('\n'))
  return names.filter((name) => (tally.get(name) ?? 0) < Math.max(1, share * sum))
}
