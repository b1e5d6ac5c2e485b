import type { StepId } from '../basics/ids'
import { instantOf, millisOf, type Instant } from '../basics/time'
import { apply, isRunning, progressOf } from './apply'
import { reaches } from './clock'
import type { EventBody, SessionEvent } from './events'
import type { Step } from './plan'
import { currentStep, stepAfter, type Session } from './session'

/** A fact that came about by itself, with the instant at which it was due. */
export interface Due {
  readonly at: Instant
  readonly events: readonly EventBody[]
}

/** Whether a step ends without a key: silence, and the rotations of pairs and trios. */
export const endsByItself = (step: Step): boolean =>
  step.kind === 'silence' || (step.kind === 'phase' && step.phase.ends === 'by-itself')

/** When the present phase ends by itself; null where it ends by hand, or the clock stands. */
export function endsByItselfAt(session: Session): Instant | null {
  const step = currentStep(session)
  if (step === null || !endsByItself(step) || !isRunning(session)) return null
  const { clock } = progressOf(session, step)
  const end = reaches(clock, millisOf(0))
  // A phase that somebody came back to after its time ends as it is entered, never before.
  return end === null || clock.kind === 'paused' ? null : instantOf(Math.max(end, clock.since))
}

/** What should have happened by now without anybody pressing a key: each change with its exact instant, however late it is noticed. */
export function dueEvents(session: Session, now: Instant): readonly Due[] {
  const due: Due[] = []
  let at = session
  for (;;) {
    const end = endsByItselfAt(at)
    const next = at.at === null ? null : stepAfter(at, at.at)
    if (end === null || end > now || next === null) return due
    const body = stepStarted(next.id)
    due.push({ at: end, events: [body] })
    at = apply(at, { ...body, seq: 0, at: end, gesture: '' } as SessionEvent)
  }
}

const stepStarted = (step: StepId): EventBody => ({ type: 'step-started', step })
