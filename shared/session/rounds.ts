// A round gives every voice the floor once, in chair order.
// 1. Who passes has had the floor, and may come back once when everybody has.
// 2. Who is skipped for now is called again after the others.
// 3. Who comes in the middle speaks last, and takes neither the floor nor time from anybody: the round grows by one share.
// 4. Time that a voice leaves goes to those still to come: a share is what is left, divided by the voices left.
import type { MemberId } from '../basics/ids'
import type { Commitment } from '../circle/circle'
import { millisOf, type Instant, type Millis } from '../basics/time'
import { allotted, remaining } from './clock'
import type { Step } from './plan'
import { seated, type Progress, type Session } from './session'

/** Whether a step goes from voice to voice. */
export const isRound = (step: Step): boolean =>
  step.kind === 'round' || (step.kind === 'phase' && step.phase.rule === 'ROUND')

/** What a member promised before and is asked about today. */
export const openOf = (session: Session, member: MemberId): readonly Commitment[] =>
  session.plan.commitments.filter((commitment) => commitment.member === member)

/** Whether each voice has a share of a round's minutes: in those of the skeleton, and where the format says so. */
export const hasShares = (step: Step): boolean =>
  step.kind === 'round' || (isRound(step) && step.kind === 'phase' && step.phase.perVoice === true)

/**
 * Whether what was promised before is asked about in this step: in its own round, with the check-in where it has none, or in a phase
 * that writes down what came of it.
 */
export const reviews = (session: Session, step: Step): boolean =>
  step.kind === 'phase'
    ? step.phase.captures.includes('outcome')
    : step.kind === 'round' &&
      (step.round === 'last-commitments' ||
        (step.round === 'check-in' && session.plan.agenda.every(({ kind }) => kind !== 'last-commitments')))

/** Whether each voice may say in this step what it means to do: in the round for it, and where a format has one of its own. */
export const takesCommitments = (step: Step): boolean =>
  step.kind === 'round'
    ? step.round === 'commitments'
    : isRound(step) && step.kind === 'phase' && step.phase.captures.includes('commitment')

/** Whether a step gathers lines without a name: the harvest, and where a format asks for words or insights (there its board holds no questions). */
export const gathersWords = (step: Step): boolean =>
  step.kind === 'round'
    ? step.round === 'harvest'
    : step.kind === 'phase' && step.phase.captures.some((kind) => kind === 'words' || kind === 'insight')

/** Who is heard in a round, in chair order: everybody who is here, without a presenter who listens, answers or is out. */
export function voicesOf(session: Session, step: Step): readonly MemberId[] {
  const everybody = seated(session)
  if (step.kind === 'round' && step.round === 'last-commitments')
    return everybody.filter((member) => openOf(session, member).length > 0)
  if (step.kind !== 'phase' || step.phase.who !== 'each' || step.phase.presenter === 'speaks')
    return everybody
  const presenter = session.presenters.get(step.item)
  return everybody.filter((member) => member !== presenter)
}

const lastWord = (progress: Progress, member: MemberId) =>
  progress.voices.findLast((voice) => voice.member === member)?.how

/** How a member stands in a round. */
export function standingOf(progress: Progress, member: MemberId): 'to-come' | 'later' | 'heard' | 'passed' {
  const word = lastWord(progress, member)
  if (word === undefined) return 'to-come'
  if (word === 'passed') return 'passed'
  if (word === 'spoke') return 'heard'
  const skips = progress.voices.filter((voice) => voice.member === member && voice.how === 'skipped').length
  return skips > 1 ? 'passed' : 'later'
}

/**
 * The present voice and those still to come, in order: the chairs not yet heard, those skipped for now, those who came late.
 * Whoever has begun keeps the floor, whoever comes or goes meanwhile.
 */
function queue(session: Session, step: Step, progress: Progress): readonly MemberId[] {
  const voices = voicesOf(session, step)
  const late = progress.late.filter((member) => voices.includes(member))
  const standing = (members: readonly MemberId[], wanted: string) =>
    members.filter((member) => standingOf(progress, member) === wanted)
  const punctual = voices.filter((member) => !late.includes(member))
  const order = [
    ...standing(punctual, 'to-come'),
    ...standing(punctual, 'later'),
    ...late.filter((member) => ['to-come', 'later'].includes(standingOf(progress, member))),
  ]
  const first = (member: MemberId) => [member, ...order.filter((other) => other !== member)]
  if (progress.given !== null && voices.includes(progress.given)) return first(progress.given)
  const speaking = progress.share?.member
  return speaking !== undefined && order.includes(speaking) ? first(speaking) : order
}

export interface RoundView {
  /** Whose voice it is; null when everybody has had the floor. */
  readonly voice: MemberId | null
  readonly next: MemberId | null
  readonly left: number
  /** Somebody other than the present voice passed, and may be asked once more. */
  readonly somebodyPassed: boolean
}

/** Where a round stands. */
export function roundOf(session: Session, step: Step, progress: Progress): RoundView {
  const order = queue(session, step, progress)
  return {
    voice: order[0] ?? null,
    next: order[1] ?? null,
    left: order.length,
    somebodyPassed: voicesOf(session, step).some(
      (member) => member !== order[0] && standingOf(progress, member) === 'passed',
    ),
  }
}

/** Whose promises are asked about now: the present voice's, or the presenter's who speaks alone; null where none are. */
export function reviewedNow(session: Session, step: Step, progress: Progress): MemberId | null {
  if (!reviews(session, step)) return null
  return isRound(step) ? roundOf(session, step, progress).voice : (session.presenters.get(step.item) ?? null)
}

/** The share of the voice that begins now: what the round has left, divided by the voices left; never below nothing. */
export const shareNow = (progress: Progress, voicesLeft: number, now: Instant): Millis =>
  millisOf(Math.max(0, remaining(progress.clock, now)) / Math.max(1, voicesLeft))

/** What the round has left beyond the present share, in milliseconds, and among how many it will be divided. */
function beyondPresent(session: Session, step: Step, progress: Progress, now: Instant) {
  const { voice, left } = roundOf(session, step, progress)
  const speaking = voice !== null && progress.share?.member === voice ? progress.share.clock : null
  const present = speaking === null ? 0 : Math.max(0, remaining(speaking, now))
  return {
    speaking,
    beyond: remaining(progress.clock, now) - present,
    toCome: left - (voice === null ? 0 : 1),
  }
}

/**
 * What somebody who comes in the middle of a round brings to it, in milliseconds: a share as long as the others have who are
 * still to come; where nobody is, as long as the present one, or as the round was planned for each. What the round has left
 * beyond the present voice is used first. `before` is the session without them.
 */
export function shareBrought(before: Session, step: Step, progress: Progress, now: Instant): Millis {
  const { speaking, beyond, toCome } = beyondPresent(before, step, progress, now)
  if (toCome > 0) return millisOf(Math.max(0, beyond / toCome))
  const usual =
    speaking === null
      ? progress.clock.planned / Math.max(1, voicesOf(before, step).length)
      : allotted(speaking)
  return millisOf(Math.max(0, usual - beyond))
}

/** What somebody who brought a share takes along by going before it is over, in milliseconds: no more than is theirs by now. */
export function shareTakenAlong(
  before: Session,
  step: Step,
  progress: Progress,
  { member, now }: { readonly member: MemberId; readonly now: Instant },
): Millis {
  const brought = progress.brought.get(member)
  const had = ['heard', 'passed'].includes(standingOf(progress, member))
  if (brought === undefined || had) return millisOf(0)
  const { beyond, toCome } = beyondPresent(before, step, progress, now)
  const own =
    progress.share?.member === member ? remaining(progress.share.clock, now) : beyond / Math.max(1, toCome)
  return millisOf(Math.max(0, Math.min(brought, own)))
}
