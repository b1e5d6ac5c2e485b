// What a clock has come to, as it is said aloud to who does not see it. Nothing else of a clock is ever said: never each minute.
// 1. A threshold is crossed once on the way down. Time that is given lifts a clock above it again: then it can be crossed again.
// 2. Where several were crossed unheard, only the last is said; the others are past.
import { millisOf, minutes, type Instant, type Millis } from '../basics/time'
import { progressOf } from '../session/apply'
import { remaining, usualThresholds } from '../session/clock'
import { isRound } from '../session/rounds'
import { plannedMinutes, type Step } from '../session/plan'
import { currentStep, type Session } from '../session/session'

/** The last minute begins, the time is up, a minute more than that is used. */
export type Milestone = 'last-minute' | 'time' | 'one-over'

/** What is left, in milliseconds, as each is reached; in the order in which they are. */
export const milestones: readonly (readonly [Milestone, Millis])[] = [
  ['last-minute', usualThresholds.lastMinute],
  ['time', millisOf(0)],
  ['one-over', millisOf(-minutes(1))],
]

/** The last threshold between what was left and what is left now; null where none was crossed on the way down. */
export const crossed = (before: Millis, left: Millis): Milestone | null =>
  milestones.findLast(([, at]) => before > at && left <= at)?.[0] ?? null

/** Steps of which thresholds are said: not a round, whose time is its voices, and not a silence. */
const isTold = (step: Step): boolean =>
  plannedMinutes(step) > 0 &&
  !isRound(step) &&
  (step.kind === 'break' || (step.kind === 'phase' && step.phase.rule !== 'QUIET'))

/** What the present step has left, in milliseconds, where its thresholds are said; null elsewhere. */
export function leftNow(session: Session, now: Instant): Millis | null {
  const step = currentStep(session)
  if (step === null || session.course !== 'running' || session.thanked !== null || !isTold(step)) return null
  return remaining(progressOf(session, step).clock, now)
}
