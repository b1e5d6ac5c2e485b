// Generators for every fact and every command. Ids are those of the plan, placeholders for "the present one", or unknown.
import fc from 'fast-check'
import type { GestureId, ItemId, MemberId, PhaseId, RecordId, StepId, TextId } from '../../shared/basics/ids'
import { instantOf, millisOf, type Instant } from '../../shared/basics/time'
import type { Help } from '../../shared/circle/circle'
import type { CommandId } from '../../shared/commands/commands'
import { perform, performChair } from '../../shared/commands/perform'
import type { FormatPhase, SpeakingRule } from '../../shared/formats/format'
import { shortQuestionRound } from '../../shared/formats/library/short-question-round'
import { apply, progressOf } from '../../shared/session/apply'
import { eventTypes, type EventBody, type EventType, type SessionEvent } from '../../shared/session/events'
import { historyOf } from '../../shared/session/fold'
import { stepsOf, type SessionPlan } from '../../shared/session/plan'
import { isRound, roundOf } from '../../shared/session/rounds'
import { currentStep, type Session, type TextRecord } from '../../shared/session/session'
import {
  aFormat,
  aPhase,
  aPlan,
  aText,
  at,
  begun,
  momentOf,
  question,
  record,
  textsOf,
  type Evening,
} from '../unit/builders'

/** Every event type, once. */
export const allTypes = Object.keys(eventTypes) as EventType[]

/** Every command that `perform` answers. */
export const performed: readonly CommandId[] = [
  'forward',
  'back',
  'pause',
  'resume',
  'hold',
  'blank',
  'remind',
  'add-minute',
  'take-minute',
  'two-more',
  'pass',
  'skip',
  'undo',
  'redo',
  'end-with-thanks',
  'nothing-to-write',
  'goes-elsewhere',
]

const taking: readonly CommandId[] = ['nothing-to-write', 'goes-elsewhere']
const endings: readonly CommandId[] = ['end-with-thanks', ...taking, ...taking, ...taking]

const rules: readonly SpeakingRule[] = ['QONLY', 'GTALK', 'QUIET', 'WRITE', 'PAIRS', 'OPEN', 'FAC']

const everyRule: readonly FormatPhase[] = rules.map((rule) =>
  aPhase({ id: `every/${rule}` as PhaseId, title: rule, rule }),
)

/** What a generated plan is made of: small, so that a counterexample can be read. */
export interface Wish {
  readonly people: number
  readonly help: Help
  readonly beginsIn: number | null
  readonly sentences: number
}

/** Wishes for three to six people. */
export const wishes: fc.Arbitrary<Wish> = fc.record({
  people: fc.integer({ min: 3, max: 6 }),
  help: fc.constantFrom('questions', 'ideas', 'being-heard', 'a-little-of-each'),
  beginsIn: fc.constantFrom(null, -5, 5),
  sentences: fc.integer({ min: 0, max: 3 }),
})

/** The plan for a wish: its second turn has a phase of every rule that the library's format has not. */
export function planFor({ people, help, beginsIn, sentences }: Wish): SessionPlan {
  const plan = aPlan({ people, help, beginsAt: beginsIn === null ? null : at(beginsIn) })
  const format = aFormat({ phases: everyRule })
  return {
    ...plan,
    formats: [shortQuestionRound, format],
    agreements: Array.from({ length: sentences }, (_, index) => ({
      id: `a-${index}` as TextId,
      text: `Sentence ${index}.`,
    })),
    agenda: plan.agenda.map((entry) =>
      entry.kind === 'turn' && entry.id === 'turn-2' ? { ...entry, format: format.id } : entry,
    ),
  }
}

const questionIds = ['a', 'b', 'c', 'd', 'e', 'secret', 'mine'].map(question)

/** Words for some of the questions; one is only for the console, one only for its owner, and `e` is forgotten. */
export const someTexts: ReadonlyMap<TextId, TextRecord> = textsOf(
  ...['a', 'b', 'c', 'd'].map((name) => aText(name)),
  aText('secret', { seenBy: 'console' }),
  aText('mine', { kind: 'takeaway', seenBy: 'owner' }),
)

/** Stand for the step, the item, the voice of the moment, and the tops of the stacks; resolved when they happen. */
const present = 'now'
const unknown = 'nobody-knows'

interface Ids {
  readonly member: fc.Arbitrary<MemberId>
  readonly step: fc.Arbitrary<StepId>
  readonly item: fc.Arbitrary<ItemId>
  readonly question: fc.Arbitrary<TextId>
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
  gesture: oneOf([1, 2, 3, 5, 8, 13].map((number) => `g-${number}` as GestureId)),
})

type Bodies = { readonly [Type in EventType]: fc.Arbitrary<Extract<EventBody, { type: Type }>> }

const plain = <Type extends EventType>(type: Type) => ({ type: fc.constant(type) })

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
    'step-started': fc.record({ ...plain('step-started'), step }),
    'phase-returned': fc.record({ ...plain('phase-returned'), step }),
    'voice-ended': fc.record({
      ...plain('voice-ended'),
      step,
      member,
      how: fc.constantFrom('spoke', 'passed', 'skipped'),
    }),
    'voice-given': fc.record({ ...plain('voice-given'), step, member }),
    'presenter-chosen': fc.record({ ...plain('presenter-chosen'), item, member }),
    'minutes-added': fc.record({
      ...plain('minutes-added'),
      step,
      length: fc.integer({ min: -600_000, max: 600_000 }).map(millisOf),
    }),
    'question-written': fc.record({ ...plain('question-written'), ...asked }),
    'question-shown': fc.record({ ...plain('question-shown'), ...asked }),
    'question-answered': fc.record({ ...plain('question-answered'), ...asked }),
    'question-withdrawn': fc.record({ ...plain('question-withdrawn'), ...asked }),
    'board-shown': fc.record({ ...plain('board-shown'), item }),
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
    'session-closed': fc.record(plain('session-closed')),
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
  { arbitrary: fc.constantFrom(...endings, 'pass', 'skip', 'remind', 'take-minute'), weight: 26 },
  { arbitrary: fc.constantFrom<CommandId>('undo', 'redo', 'redo', 'redo'), weight: 24 },
  { arbitrary: fc.constantFrom(...performed), weight: performed.length },
)

/** Where commands mean most: rounds, and where the presenter takes something home. */
const places = (plan: SessionPlan): fc.Arbitrary<StepId> => {
  const steps = stepsOf(plan)
  const talking = steps.filter((step) => isRound(step))
  const homeward = steps.filter((step) => step.kind === 'phase' && step.phase.captures.includes('takeaway'))
  return fc.oneof(...[steps, talking, homeward].map((list) => fc.constantFrom(...list.map(({ id }) => id))))
}

/** A run of deeds: real commands, chair numbers, and raw facts of the given types. */
export const deedsOf = (
  plan: SessionPlan,
  types: readonly EventType[] = allTypes,
): fc.Arbitrary<readonly Deed[]> =>
  fc.array(
    fc.oneof(
      {
        arbitrary: fc.record({ kind: fc.constant('command' as const), id: commands, wait: waits }),
        weight: 8,
      },
      {
        arbitrary: fc.record({
          kind: fc.constant('chair' as const),
          number: fc.integer({ min: 1, max: 7 }),
          wait: waits,
        }),
        weight: 1,
      },
      {
        arbitrary: fc.record({ kind: fc.constant('fact' as const), body: factsOf(plan, types), wait: waits }),
        weight: 11,
      },
      {
        arbitrary: fc.record({ kind: fc.constant('jump' as const), step: places(plan), wait: waits }),
        weight: 2,
      },
    ),
    { minLength: 5, maxLength: 40, size: 'max' },
  )

/** The fact with its placeholders resolved: the present step, item, voice, question; the tops of the stacks. */
function resolved(body: EventBody, { session, log, now }: Evening): EventBody {
  const step = currentStep(session)
  const { undo, redo } = historyOf(log)
  const voice = step && isRound(step) ? roundOf(session, step, progressOf(session, step)).voice : null
  const board = step ? session.boards.get(step.item) : undefined
  const top = (body.type === 'reinstated' ? redo : undo).at(-1)
  const stand: Record<string, string | null | undefined> = {
    step: step?.id,
    item: step?.item,
    member: voice ?? session.chairs[1],
    question: board?.waiting[0] ?? board?.shown,
    text: board?.shown,
    target: top,
  }
  const fields = Object.entries(body).map(([key, value]): [string, unknown] => [
    key,
    value === present ? (stand[key] ?? unknown) : value,
  ])
  const found = Object.fromEntries(fields) as EventBody
  if (found.type !== 'gap-found') return found
  // A gap begins at the last instant that anybody knew of: never before the last fact.
  const from = Math.max(found.from + (now - at(0)), log.at(-1)?.at ?? 0)
  return { ...found, from: instantOf(from), to: instantOf(from + (found.to - found.from)) }
}

/** Straight to a step, in one gesture: whatever holds the clocks is over, and its turn has a presenter. */
function jump(id: StepId, { session }: Evening): readonly EventBody[] {
  const step = session.steps.find((other) => other.id === id)
  const member = session.chairs[1]
  return [
    ...(session.gap ? [{ type: 'gap-settled', choice: 'leave-out' } as const] : []),
    ...(session.heldAt !== null || session.pausedAt !== null ? [{ type: 'room-resumed' } as const] : []),
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

/** Plays deeds on an evening. A deed that would close it is left out: nothing reaches behind the close. */
export function play(evening: Evening, deeds: readonly Deed[], watch: Watch = () => undefined): Evening {
  return deeds.reduce((before, deed) => {
    const later = { ...before, now: instantOf(before.now + deed.wait) }
    const facts = factsOfDeed(deed, later)
    if (facts.some(({ type }) => type === 'session-closed')) return later
    const afterwards = record(later, facts)
    watch(deed, later, afterwards)
    return afterwards
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
  const opening = fc.constantFrom([], begun(plan).log)
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
