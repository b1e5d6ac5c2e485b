import type { ItemId } from '../basics/ids'
import { after, instantOf, millisOf, minutes, type Instant, type Millis } from '../basics/time'
import { progressOf } from './apply'
import { elapsed, remaining, ripensAfter } from './clock'
import { plannedMinutes } from './plan'
import { currentStep, type Session } from './session'

/** How long *Remind the room* fills the wall. */
export const remindsFor = millisOf(8000)

/** How long a line for the room stands (room.md, A message to the room). */
export const tellsFor = millisOf(20_000)

/** How long "Then these hold." stands. */
export const agreedFor = millisOf(2000)

/** Whether the room is held by now: at once by the key, or by a pause that has ripened. */
export const isHeld = (session: Session, now: Instant): boolean =>
  session.heldAt !== null || (session.pausedAt !== null && now - session.pausedAt >= ripensAfter)

/** What a step still needs: its remaining time, nothing once it is over or left behind. */
const stillNeeds = (session: Session, index: number, now: Instant): number => {
  const here = session.steps.findIndex(({ id }) => id === session.at)
  const step = session.steps[index]
  return step && index >= here ? Math.max(0, remaining(progressOf(session, step).clock, now)) : 0
}

/** When the session closes if everything from here on takes what was planned. */
export function closesAtThisPace(session: Session, now: Instant): Instant {
  if (session.closedAt !== null) return session.closedAt
  const start = session.begunAt === null ? (session.plan.beginsAt ?? now) : now
  const from = instantOf(Math.max(start, now))
  return after(
    from,
    millisOf(session.steps.reduce((sum, _, index) => sum + stillNeeds(session, index, now), 0)),
  )
}

/** When the circle agreed to close: its begin and the time it said it has. */
export const agreedClose = (session: Session, now: Instant): Instant =>
  after(session.begunAt ?? session.plan.beginsAt ?? now, minutes(session.plan.minutes))

export interface ItemTime {
  readonly item: ItemId
  readonly state: 'past' | 'present' | 'future'
  readonly planned: Millis
  /** What it takes beyond that, as it stands: what was added, and what it has gone over; never below nothing. */
  readonly over: Millis
  readonly startsAt: Instant
}

/** Every item of the agenda with when it begins at this pace; past ones count with nothing. */
export function itemTimes(session: Session, now: Instant): readonly ItemTime[] {
  const here = currentStep(session)?.item
  const hereIndex = session.plan.agenda.findIndex(({ id }) => id === here)
  let at: Instant = session.begunAt === null ? instantOf(Math.max(session.plan.beginsAt ?? now, now)) : now
  return session.plan.agenda.map((item, index) => {
    const state =
      session.course === 'closed' || index < hereIndex ? 'past' : index === hereIndex ? 'present' : 'future'
    const startsAt = at
    const needs = session.steps.reduce(
      (sum, step, place) => (step.item === item.id ? sum + stillNeeds(session, place, now) : sum),
      0,
    )
    if (state !== 'past') at = after(at, millisOf(needs))
    const planned = session.steps.reduce(
      (sum, step) => (step.item === item.id ? sum + plannedMinutes(step) : sum),
      0,
    )
    const used = session.steps.reduce((sum, step) => {
      const progress = step.item === item.id ? session.progress.get(step.id) : undefined
      return progress ? sum + elapsed(progress.clock, now) : sum
    }, 0)
    const over = millisOf(Math.max(0, used + (state === 'past' ? 0 : needs) - minutes(planned)))
    return { item: item.id, state, planned: minutes(planned), over, startsAt }
  })
}
