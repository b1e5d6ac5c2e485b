// Builders for domain values: a plan, a format, an evening that is driven by commands. Nothing here is random.
import type {
  FormatId,
  GestureId,
  ItemId,
  MemberId,
  PhaseId,
  RecordId,
  SessionId,
  StepId,
  TextId,
} from '../../shared/basics/ids'
import { instantOf, minutes, type Instant } from '../../shared/basics/time'
import type { Commitment, Member } from '../../shared/circle/circle'
import { shortNames } from '../../shared/circle/names'
import type { CommandId } from '../../shared/commands/commands'
import { perform, performChair, type Moment } from '../../shared/commands/perform'
import type { Format, FormatPhase } from '../../shared/formats/format'
import { shortQuestionRound } from '../../shared/formats/library/short-question-round'
import { apply } from '../../shared/session/apply'
import type { EventBody, SessionEvent } from '../../shared/session/events'
import { foldSession, historyOf } from '../../shared/session/fold'
import { usualMinutes, type AgendaItem, type SessionPlan } from '../../shared/session/plan'
import { currentStep, newSession, type Session, type TextRecord } from '../../shared/session/session'

/** Seven in the clock, as epoch minutes that nobody needs to know. */
export const at = (minutesIn: number): Instant => instantOf(1_800_000_000_000 + minutesIn * 60_000)

/** The id of a planned thing, as the tests call it. */
export const member = (name: string): MemberId => `m-${name}` as MemberId
export const item = (name: string): ItemId => name as ItemId
export const step = (name: string): StepId => name as StepId
export const question = (name: string): TextId => `q-${name}` as TextId
export const planId = 'plan' as RecordId

/** The people of the tests, in the order in which they sit. */
export const everybody = [
  'Priya',
  'Jun',
  'Amara',
  'Noor',
  'Sam',
  'Tomás',
  'Elif',
  'Ida',
  'Bo',
  'Cy',
  'Di',
  'Ed',
]

const membersOf = (names: readonly string[]): readonly Member[] => {
  const short = shortNames(names)
  return names.map((name, index) => ({ id: member(name), name, shortName: short[index] ?? name }))
}

/** One phase of a format; two minutes of open questions unless said otherwise. */
export const aPhase = (change: Partial<FormatPhase> = {}): FormatPhase => ({
  id: 'f/asking' as PhaseId,
  title: 'Asking',
  minutes: { nominal: 2, floor: 1, cap: 3 },
  who: 'all',
  rule: 'QOPEN',
  presenter: 'answers',
  ends: 'by-hand',
  captures: ['questions'],
  cue: 'Ask.',
  rescue: 'Wait.',
  stageLine: 'Ask what you do not know.',
  sound: 'none',
  ...change,
})

/** A format of one phase unless said otherwise. */
export const aFormat = (change: Partial<Format> = {}): Format => ({
  id: 'f' as FormatId,
  version: 1,
  title: 'A format',
  after: 'nobody',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 3, best: [4, 8], max: 12 },
  phases: [aPhase()],
  ...change,
})

/** Something that somebody promised before, and that the room may see unless said otherwise. */
export const aCommitment = (name: string, change: Partial<Commitment> = {}): Commitment => ({
  id: `c-${name}` as TextId,
  member: member(name),
  text: `What ${name} promised.`,
  kind: 'do',
  until: null,
  seenBy: 'room',
  session: 'before' as SessionId,
  ...change,
})

/** An agenda with every kind of item: two turns with a break between them, for so many people. */
const agendaFor = (people: number): readonly AgendaItem[] => [
  { kind: 'opening', id: item('opening'), minutes: 0 },
  { kind: 'agreements', id: item('agreements'), minutes: 3 },
  { kind: 'check-in', id: item('check-in'), minutes: 1.5 * people },
  { kind: 'last-commitments', id: item('last-commitments'), minutes: 2 },
  { kind: 'choosing', id: item('choosing'), minutes: 1 },
  { kind: 'turn', id: item('turn-1'), minutes: 26, format: shortQuestionRound.id },
  { kind: 'break', id: item('break'), minutes: 5 },
  { kind: 'turn', id: item('turn-2'), minutes: 26, format: shortQuestionRound.id },
  { kind: 'harvest', id: item('harvest'), minutes: 0.5 * people },
  { kind: 'commitments', id: item('commitments'), minutes: 0.5 * people },
  { kind: 'what-stays', id: item('what-stays'), minutes: 1 },
  { kind: 'last-round', id: item('last-round'), minutes: people },
]

/** What a plan may be made of otherwise. */
export type PlanChange = Partial<SessionPlan> & { readonly people?: number }

/**
 * A plan of 90 minutes with two turns, for so many of everybody; the first one facilitates.
 * Jun and Amara have something open from before, Amara's in private.
 */
export function aPlan(change: PlanChange = {}): SessionPlan {
  const { people = 5, ...rest } = change
  const names = everybody.slice(0, people)
  const members = rest.members ?? membersOf(names)
  const ids = members.map(({ id }) => id)
  return {
    circleName: 'Thursday circle',
    members,
    agreements: ['What is said here stays here.', 'We ask before we advise.'].map((text, index) => ({
      id: `a-${index}` as TextId,
      text,
    })),
    level: 'C2',
    help: 'questions',
    agenda: agendaFor(people),
    formats: [shortQuestionRound],
    minutes: 90,
    beginsAt: null,
    facilitator: member(names[0] ?? 'Priya'),
    rota: { facilitate: ids, present: ids },
    queue: [],
    commitments: [aCommitment('Jun'), aCommitment('Amara', { seenBy: 'console' })],
    ...rest,
  }
}

/** The same plan with another format in one of its turns, as long as the format takes. */
export const withFormat = (plan: SessionPlan, turn: string, format: Format): SessionPlan => ({
  ...plan,
  formats: [...plan.formats.filter(({ id }) => id !== format.id), format],
  agenda: plan.agenda.map((entry) =>
    entry.kind === 'turn' && entry.id === turn
      ? { ...entry, format: format.id, minutes: usualMinutes(format) }
      : entry,
  ),
})

/** A question or a takeaway as its own record; the room may see it unless said otherwise. */
export const aText = (name: string, change: Partial<TextRecord> = {}): TextRecord => ({
  id: question(name),
  kind: 'question',
  item: item('turn-1'),
  text: `Words of ${name}?`,
  seenBy: 'room',
  ...change,
})

/** A map of texts by their ids. */
export const textsOf = (...texts: readonly TextRecord[]): ReadonlyMap<TextId, TextRecord> =>
  new Map(texts.map((text) => [text.id, text]))

/** A session before its first event. */
export const aSession = (plan: SessionPlan = aPlan(), texts?: ReadonlyMap<TextId, TextRecord>): Session =>
  newSession('session' as SessionId, plan, texts)

/** A session on its way: what it started from, what happened, and what time it is. */
export interface Evening {
  readonly start: Session
  readonly session: Session
  readonly log: readonly SessionEvent[]
  readonly now: Instant
}

/** An evening before anybody has come. */
export const anEvening = (plan: SessionPlan = aPlan(), texts?: ReadonlyMap<TextId, TextRecord>): Evening => {
  const start = aSession(plan, texts)
  return { start, session: start, log: [], now: at(0) }
}

/** What a command would know now. */
export const momentOf = ({ session, log, now }: Evening): Moment => ({
  session,
  log,
  history: historyOf(log),
  plan: planId,
  now,
})

/** Time passes; nobody does anything. */
export const wait = (evening: Evening, minutesLong: number): Evening => ({
  ...evening,
  now: instantOf(evening.now + minutes(minutesLong)),
})

/** Facts that one gesture made, written down now. */
export function record(evening: Evening, facts: readonly EventBody[]): Evening {
  const seq = evening.log.length + 1
  const gesture = `g-${seq}` as GestureId
  const events = facts.map((fact, index) => ({ ...fact, seq: seq + index, at: evening.now, gesture }))
  const log = [...evening.log, ...events]
  const plain = facts.every(({ type }) => type !== 'withdrawn' && type !== 'reinstated')
  const session = plain ? events.reduce(apply, evening.session) : foldSession(evening.start, log)
  return { ...evening, log, session }
}

/** Presses commands, one after the other, at the same instant. One that means nothing now changes nothing. */
export const press = (evening: Evening, ...commands: readonly CommandId[]): Evening =>
  commands.reduce((now, command) => record(now, perform(command, momentOf(now)) ?? []), evening)

/** Presses a chair's number. */
export const pressChair = (evening: Evening, number: number): Evening =>
  record(evening, performChair(number, momentOf(evening)) ?? [])

/** Somebody comes, and somebody leaves. */
export const come = (evening: Evening, name: string): Evening =>
  record(evening, [{ type: 'member-came', member: member(name) }])
export const leave = (evening: Evening, name: string): Evening =>
  record(evening, [{ type: 'member-left', member: member(name) }])

/** Everybody of the plan sits down. */
export const everybodyHere = (evening: Evening): Evening =>
  evening.session.chairs.reduce(
    (now, chair) => record(now, [{ type: 'member-came', member: chair }]),
    evening,
  )

/** An evening that everybody came to and that has just begun. */
export const begun = (plan?: SessionPlan, texts?: ReadonlyMap<TextId, TextRecord>): Evening =>
  press(everybodyHere(anEvening(plan, texts)), 'forward')

/** Goes straight to a step, in one gesture. */
export const goTo = (evening: Evening, id: string): Evening =>
  record(evening, [{ type: 'step-started', step: step(id) }])

/** The id of a phase's step in a turn. */
export const phaseStep = (turn: string, phase: string): StepId =>
  step(`${turn}/short-question-round/${phase}`)

/** An evening in the given phase of the first turn, with Jun presenting. */
export const inPhase = (
  phase: string,
  plan?: SessionPlan,
  texts?: ReadonlyMap<TextId, TextRecord>,
): Evening =>
  goTo(
    record(begun(plan, texts), [{ type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') }]),
    phaseStep('turn-1', phase),
  )

/** The kind of step that the evening is at. */
export const placeOf = ({ session }: Evening): string => currentStep(session)?.kind ?? session.course
