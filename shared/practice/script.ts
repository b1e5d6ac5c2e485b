// What the made-up people say and do, as data: which line stands at which place, in which order, and what ends it.
// 1. A place is a step and, in a round, the voice: going on from it leaves its lines behind. Nothing is asked for twice.
// 2. A line that waits stands until the key it speaks of has been used, or until somebody goes on.
// 3. A passing line makes room for the next by itself. The last line of a place stays.
import type { MemberId, StepId } from '../basics/ids'
import { millisOf, minutes, type Instant, type Millis } from '../basics/time'
import { progressOf } from '../session/apply'
import { remaining } from '../session/clock'
import type { EventType, SessionEvent } from '../session/events'
import { agreedClose, closesAtThisPace } from '../session/pace'
import type { Step } from '../session/plan'
import { isRound, roundOf, voicesOf } from '../session/rounds'
import { chairNumber, currentStep, facilitatorNow, isHalted, seated, type Session } from '../session/session'
import { lineUp, presenterOf } from '../session/forward'
import { parts } from './evening'

/** Where the practice waits for a key: A, R, H and T. */
export type MomentId = 'comes' | 'advice' | 'tears' | 'time'

/** Every line there is; its words are in the words of the language, under the same id. */
export type LineId =
  | 'waiting'
  | 'named'
  | 'agreement'
  | 'agreementYours'
  | 'change'
  | 'checkIn'
  | 'passes'
  | 'comes'
  | 'came'
  | 'wasDone'
  | 'notToday'
  | 'brings'
  | 'broughtBy'
  | 'wishes'
  | 'wished'
  | 'tells'
  | 'tellsOn'
  | 'facts'
  | 'asks'
  | 'advice'
  | 'asksInstead'
  | 'answers'
  | 'reflects'
  | 'tears'
  | 'tearsOver'
  | 'runsOn'
  | 'takes'
  | 'taken'
  | 'time'
  | 'timeSeen'
  | 'learnt'
  | 'promises'
  | 'stays'
  | 'thanks'
  | 'lastWord'
  | 'yourVoice'
  | 'afterPassing'
  | 'speaks'
  | 'groupTalks'
  | 'quiet'
  | 'talks'
  | 'inGroups'
  | 'pause'
  | 'held'
  | 'thanked'
  | 'handsOver'

/** What of the screen itself has been seen, and in which step: opening a card is no fact of the session. */
export interface Seen {
  readonly what: 'time-card' | 'what-can-i-say'
  readonly step: StepId | null
}

/** Everything that the script knows. */
export interface Story {
  readonly session: Session
  readonly log: readonly SessionEvent[]
  readonly seen: readonly Seen[]
  /** Keys of passing lines that have made room. */
  readonly passed: ReadonlySet<string>
}

/** One line as it stands now. */
export interface Line {
  readonly id: LineId
  /** Names this line at its place, and never another. */
  readonly key: string
  /** It stands until its key is used. */
  readonly waits: MomentId | null
  /** It makes room for the next by itself. */
  readonly passes: boolean
  /** Which of the evening's questions the scribe writes down meanwhile. */
  readonly writes: readonly number[]
  /** So many minutes later than agreed it has become, by the clock's leap. */
  readonly laterBy: number | null
}

/** Who is meant in a line. Empty or nobody where nobody is. */
export interface Cast {
  readonly you: MemberId
  readonly comesLater: MemberId
  readonly comesLaterChair: number
  readonly presenter: MemberId | null
  readonly presenterChair: number
  readonly adviser: MemberId | null
  readonly asker: MemberId | null
  readonly scribe: MemberId | null
  readonly voice: MemberId | null
}

/** The same as names, for the words. */
export interface LineNames {
  readonly you: string
  readonly comesLater: string
  readonly chair: number
  readonly presenter: string
  readonly presenterChair: number
  readonly adviser: string
  readonly asker: string
  readonly scribe: string
  readonly voice: string
}

interface Entry {
  readonly id: LineId
  readonly waits?: MomentId
  readonly passes?: true
  readonly writes?: readonly number[]
  readonly laterBy?: number
  /** What makes it over, beside going on. */
  readonly over?: boolean
}

type PhaseStep = Extract<Step, { kind: 'phase' }>

const asking: readonly string[] = ['QOPEN', 'QONLY', 'QFACT']

const phasesOf = (session: Session, step: Step): readonly PhaseStep[] =>
  session.steps.flatMap((other) => (other.kind === 'phase' && other.item === step.item ? [other] : []))

/** Where somebody gives advice: in the open questions, or where a format comes nearest to them. */
function adviceStep(session: Session, step: Step): StepId | null {
  const phases = phasesOf(session, step)
  const found =
    phases.find(({ phase }) => phase.rule === 'QOPEN') ??
    phases.find(({ phase }) => asking.includes(phase.rule)) ??
    phases[1]
  return found?.id ?? null
}

/** Where somebody cries: in the phase after that one. */
function tearsStep(session: Session, step: Step): StepId | null {
  const phases = phasesOf(session, step)
  const index = phases.findIndex(({ id }) => id === adviceStep(session, step))
  return phases[index + 1]?.id ?? null
}

/** What has happened since the present step began. */
function sinceStep({ session, log }: Story): readonly SessionEvent[] {
  const from = log.findLastIndex(
    (event) =>
      (event.type === 'step-started' || event.type === 'phase-returned') && event.step === session.at,
  )
  return log.slice(from + 1)
}

const happened = (story: Story, ...types: readonly EventType[]): boolean =>
  sinceStep(story).some(({ type }) => types.includes(type))

const voicesHeard = (session: Session, step: Step): number => progressOf(session, step).voices.length

/** A step and, in a round, the voice. */
export function placeOf(session: Session): string {
  const step = currentStep(session)
  if (step === null) return session.course
  return isRound(step) ? `${step.id}#${voicesHeard(session, step)}` : step.id
}

const only = (id: LineId): readonly Entry[] => [{ id }]

function roundEntries(story: Story, step: Step, usual: LineId): readonly Entry[] {
  const { session } = story
  const { voice } = roundOf(session, step, progressOf(session, step))
  if (voice === null) return only('afterPassing')
  return only(voice === parts.you ? 'yourVoice' : usual)
}

function checkIn(story: Story, step: Step): readonly Entry[] {
  const { session } = story
  const progress = progressOf(session, step)
  const { voice } = roundOf(session, step, progress)
  const usual = roundEntries(story, step, voice === parts.passes ? 'passes' : 'checkIn')
  if (progress.voices.length !== 2) return usual
  const isHere = session.here.has(parts.comesLater)
  return [
    { id: 'comes', waits: 'comes', over: isHere },
    ...(progress.late.includes(parts.comesLater) ? [{ id: 'came', passes: true } as const] : []),
    ...usual,
  ]
}

function questions(story: Story): readonly Entry[] {
  const shown = sinceStep(story).filter(({ type }) => type === 'question-shown').length
  const reminded = happened(story, 'room-reminded')
  return [
    { id: 'asks', passes: true, writes: [0], over: shown > 0 || reminded },
    { id: 'advice', waits: 'advice', over: reminded },
    { id: 'asksInstead', passes: true, writes: [1, 2], over: shown > 1 },
    { id: 'answers' },
  ]
}

function phaseEntries(story: Story, step: PhaseStep): readonly Entry[] {
  const { session } = story
  const { rule, captures } = step.phase
  const advice = adviceStep(session, step) === step.id
  const cries = tearsStep(session, step) === step.id
  const tears: readonly Entry[] =
    cries && (!isRound(step) || voicesHeard(session, step) === 1)
      ? [{ id: 'tears', waits: 'tears', over: happened(story, 'room-held') }]
      : []
  const calm: readonly Entry[] =
    tears.length > 0 && happened(story, 'room-held') ? [{ id: 'tearsOver', passes: true }] : []
  if (isRound(step)) {
    const { left } = roundOf(session, step, progressOf(session, step))
    const last: readonly Entry[] | null =
      cries && left === 1 && voicesOf(session, step).length > 2 ? [{ id: 'runsOn', laterBy: 8 }] : null
    return [...tears, ...calm, ...(last ?? roundEntries(story, step, 'reflects'))]
  }
  if (advice && captures.includes('questions')) return questions(story)
  const reminds: readonly Entry[] = advice
    ? [{ id: 'advice', waits: 'advice', over: happened(story, 'room-reminded') }]
    : []
  const usual = ((): readonly Entry[] => {
    if (captures.includes('takeaway'))
      return [{ id: session.takeaways.get(step.item)?.how === 'kept' ? 'taken' : 'takes' }]
    if (asking.includes(rule)) return only('facts')
    if (rule === 'GTALK') return only('groupTalks')
    if (rule === 'QUIET' || rule === 'WRITE') return only('quiet')
    if (rule === 'OPEN') return only('talks')
    if (rule === 'PAIRS') return only('inGroups')
    const first = phasesOf(session, step)[0]?.id === step.id
    return first ? [{ id: 'tells', passes: true }, { id: 'tellsOn' }] : only('speaks')
  })()
  return [...reminds, ...tears, ...calm, ...usual]
}

function harvest(story: Story, step: Step): readonly Entry[] {
  const { session, seen } = story
  const usual = roundEntries(story, step, 'learnt')
  if (voicesHeard(session, step) !== 0) return usual
  const looked = seen.some(({ what, step: where }) => what === 'time-card' && where === step.id)
  return [
    { id: 'time', waits: 'time', laterBy: 5, over: looked },
    ...(looked ? [{ id: 'timeSeen', passes: true } as const] : []),
    ...usual,
  ]
}

function roundOfEvening(story: Story, step: Extract<Step, { kind: 'round' }>): readonly Entry[] {
  const { session } = story
  const progress = progressOf(session, step)
  const { left } = roundOf(session, step, progress)
  switch (step.round) {
    case 'check-in':
      return checkIn(story, step)
    case 'last-commitments':
      return only(progress.voices.length === 0 ? 'wasDone' : 'notToday')
    case 'harvest':
      return harvest(story, step)
    case 'commitments':
      return roundEntries(story, step, 'promises')
    case 'last-round':
      return left === 1 ? only('lastWord') : roundEntries(story, step, 'thanks')
  }
}

function entriesAt(story: Story): readonly Entry[] {
  const { session } = story
  const step = currentStep(session)
  if (session.course === 'closed') return []
  if (session.course === 'waiting' || step === null) return only('waiting')
  if (session.handing !== null) return only('handsOver')
  if (isHalted(session)) return only('held')
  if (session.thanked !== null) return only('thanked')
  switch (step.kind) {
    case 'named':
      return only('named')
    case 'agreement': {
      const sitting = seated(session)
      return only(sitting[step.index % sitting.length] === parts.you ? 'agreementYours' : 'agreement')
    }
    case 'agreements-change':
      return only('change')
    case 'choosing':
      return only(session.bringing.length === 0 ? 'brings' : 'broughtBy')
    case 'help':
      return only(session.wishes.has(step.item) ? 'wished' : 'wishes')
    case 'groups':
      return only('inGroups')
    case 'break':
      return only('pause')
    case 'silence':
      return []
    case 'what-stays':
      return only('stays')
    case 'phase':
      return phaseEntries(story, step)
    case 'round':
      return roundOfEvening(story, step)
  }
}

/** All lines of the present place, in order; those that are over among them. */
export function linesAt(story: Story): readonly Line[] {
  const place = placeOf(story.session)
  return entriesAt(story).map((entry) => ({
    id: entry.id,
    key: `${place}/${entry.id}`,
    waits: entry.waits ?? null,
    passes: entry.passes ?? false,
    writes: entry.writes ?? [],
    laterBy: entry.laterBy ?? null,
  }))
}

/** The line that stands now; null once the session is closed. */
export function lineNow(story: Story): Line | null {
  const entries = entriesAt(story)
  const lines = linesAt(story)
  const index = lines.findIndex(({ key }, place) => !entries[place]?.over && !story.passed.has(key))
  return lines[index] ?? lines.at(-1) ?? null
}

/** Who is meant now. Somebody else takes a part whose player is away, presents or facilitates. */
export function castOf(session: Session): Cast {
  const step = currentStep(session)
  const inTurn = step !== null && (step.kind === 'phase' || step.kind === 'help')
  const presenter = inTurn
    ? (session.presenters.get(step.item) ?? presenterOf(session, step.item))
    : (session.bringing[0] ??
      (session.here.has(parts.presents) ? parts.presents : (lineUp(session)[0] ?? null)))
  const free = (taken: readonly (MemberId | null)[]) => (wanted: MemberId) => {
    const others = seated(session).filter(
      (member) => member !== presenter && member !== facilitatorNow(session) && !taken.includes(member),
    )
    return others.includes(wanted) ? wanted : (others[0] ?? null)
  }
  const scribe = free([])(session.scribe ?? parts.scribe)
  const adviser = free([scribe])(parts.advises)
  const asker = free([scribe, adviser])(parts.asks)
  const sitting = seated(session)
  const voice =
    step === null
      ? null
      : isRound(step)
        ? roundOf(session, step, progressOf(session, step)).voice
        : step.kind === 'agreement'
          ? (sitting[step.index % sitting.length] ?? null)
          : null
  return {
    you: parts.you,
    comesLater: parts.comesLater,
    comesLaterChair: chairNumber(session, parts.comesLater),
    presenter,
    presenterChair: presenter === null ? 0 : chairNumber(session, presenter),
    adviser,
    asker,
    scribe,
    voice,
  }
}

const nameOf = (session: Session, id: MemberId | null): string =>
  session.plan.members.find((member) => member.id === id)?.shortName ?? ''

/** Who is meant now, by name. */
export function namesNow(session: Session): LineNames {
  const cast = castOf(session)
  const name = (id: MemberId | null) => nameOf(session, id)
  return {
    you: name(cast.you),
    comesLater: name(cast.comesLater),
    chair: cast.comesLaterChair,
    presenter: name(cast.presenter),
    presenterChair: cast.presenterChair,
    adviser: name(cast.adviser),
    asker: name(cast.asker),
    scribe: name(cast.scribe),
    voice: name(cast.voice),
  }
}

/** How far the clock leaps so that the session, at its pace, closes so many minutes later than agreed; nothing where it does already. */
export function leapTo(session: Session, laterBy: number, now: Instant): Millis {
  const step = currentStep(session)
  if (step === null) return millisOf(0)
  const apart = agreedClose(session, now) + minutes(laterBy) - closesAtThisPace(session, now)
  if (apart <= 0) return millisOf(0)
  // What the present step has left is used up first, and moves the close by nothing.
  return millisOf(apart + Math.max(0, remaining(progressOf(session, step).clock, now)))
}
