// Where a tone belongs (room.md, 16): where nobody looks at the wall, and never where one person speaks from the heart.
// 1. Each tone belongs to an instant that follows from the session alone: the same facts give the same instant.
// 2. Whoever plays tones says until when they were heard. Undo and redo bring back old instants, so nothing sounds twice.
import { instantOf, seconds, millisOf, type Instant, type Millis } from '../basics/time'
import { rulesWithTone } from '../formats/format'
import { isRunning, progressOf } from '../session/apply'
import { allotted, reaches, type Clock } from '../session/clock'
import { endsByItself } from '../session/due'
import type { Step } from '../session/plan'
import { currentStep, type Session } from '../session/session'

/** A tone that comes later than this would belong to nothing any more. */
export const latest: Millis = seconds(3)

/** A tone sounds in silence, and under some rules only, whatever a format asks for. */
const isSoft = (step: Step): boolean =>
  step.kind === 'silence' ||
  (step.kind === 'phase' && step.phase.sound === 'soft' && rulesWithTone.includes(step.phase.rule))

/** When a running clock passes nothing; null where it stood at nothing, or beyond, when it last started. */
const endOf = (clock: Clock): Instant | null =>
  clock.banked < allotted(clock) ? reaches(clock, millisOf(0)) : null

/** The wall says a whole minute, and changes at it: so does the tone. */
const wholeMinute = (at: Instant): Instant => instantOf(Math.ceil(at / 60_000) * 60_000)

/** When the present step's time is up, where that is to be heard. */
function ofStep(session: Session, step: Step): Instant | null {
  const end = endOf(progressOf(session, step).clock)
  if (end === null) return null
  if (step.kind === 'break') return wholeMinute(end)
  return isSoft(step) ? end : null
}

/** When a phase that ends by itself gave way to the present one: at its own end, or because the room went on. */
function ofChange(session: Session, step: Step): Instant | null {
  const before = session.steps[session.steps.findIndex(({ id }) => id === step.id) - 1]
  if (before === undefined || !endsByItself(before) || !isSoft(before)) return null
  return progressOf(session, before).leftAt
}

/** The instants at which a tone belongs, past and to come; none while the clocks stand or the wall is black. */
function tonesOf(session: Session): readonly Instant[] {
  const step = currentStep(session)
  if (step === null || session.wall === 'blank' || !isRunning(session)) return []
  return [ofStep(session, step), ofChange(session, step)].filter((at) => at !== null)
}

/** The instant of the tone that is due now, where tones have been heard until another; null when none is. */
export function toneDue(session: Session, heardUntil: Instant, now: Instant): Instant | null {
  const due = tonesOf(session).filter((at) => at > heardUntil && at <= now && now - at <= latest)
  return due.length === 0 ? null : instantOf(Math.max(...due))
}

/** When the next tone will be due if nothing happens meanwhile; null for none. */
export function nextTone(session: Session, now: Instant): Instant | null {
  const coming = tonesOf(session).filter((at) => at > now)
  return coming.length === 0 ? null : instantOf(Math.min(...coming))
}
