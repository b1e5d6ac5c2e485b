// When what was kept has had its time.
import type { SessionId } from '../basics/ids'
import { after, instantOf, millisOf, type Instant } from '../basics/time'
import type { Retention } from '../circle/circle'
import type { KeptOfSession } from '../circle/kept'
import type { SessionTrace } from '../session/trace'

const days = (count: number) => millisOf(count * 86_400_000)

/** The longest time for which a circle is thought to have lain untouched. */
const longestRest = days(400)

/**
 * The sessions of which what was kept is due to be forgotten at `now`: closed `retention` days of 24 hours ago or
 * longer, 0 = at once; in the order of `kept`. One without a trace is due: nobody can say until when it may stay.
 */
export function due(
  kept: readonly KeptOfSession[],
  traces: readonly SessionTrace[],
  retention: Retention,
  now: Instant,
): readonly SessionId[] {
  const closed = new Map(traces.map(({ session, closedAt }) => [session, closedAt]))
  const isDue = (session: SessionId) => {
    const closedAt = closed.get(session)
    return closedAt === undefined || retention === 0 || after(closedAt, days(retention)) <= now
  }
  return [...new Set(kept.map(({ session }) => session))].filter(isDue)
}

/** Whether the clock is more than 400 days ahead of the last instant seen: somebody is asked before anything is forgotten. */
export const isJump = (lastSeen: Instant, now: Instant): boolean => now - lastSeen > longestRest

/** The later of the last instant seen and now: a clock that was set back prolongs no life. */
export const steadyNow = (lastSeen: Instant, now: Instant): Instant => instantOf(Math.max(lastSeen, now))
