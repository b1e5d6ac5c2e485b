import type { SessionId } from '../../../shared/basics/ids'
import { newPlan, type KnownCircle, type PlanWish } from '../../../shared/session/new-plan'
import { newSession, type Session } from '../../../shared/session/session'

/** A session as it is planned so far, to be put on paper: it is written nowhere. Null where so few people can hold none. */
export function plannedSession(known: KnownCircle, wish: PlanWish): Session | null {
  const plan = newPlan(known, wish)
  return plan.ok ? { ...newSession('on-paper' as SessionId, plan.value), here: new Set(wish.here) } : null
}
