import type { Instant } from '../../shared/basics/time'
import { due, isJump, steadyNow } from '../../shared/travel/due'
import { forgetSession } from '../../shared/travel/forget'
import { writeSeen, writeState, type OpenCircle } from './circles'

/** What came of looking at the clock. `jumped`: it is so far ahead that somebody is asked before anything is forgotten. */
export interface Looked {
  readonly open: OpenCircle
  readonly jumped: boolean
}

/**
 * Forgets what was kept long enough, by the later of this clock and the last one seen: a clock that is set back prolongs no life.
 * A clock more than 400 days ahead of the last one forgets nothing until somebody says that it is right (`sure`).
 */
export async function forgetDue(open: OpenCircle, now: Instant, sure: boolean): Promise<Looked> {
  const last = open.seenAt ?? now
  if (!sure && isJump(last, now)) return { open, jumped: true }
  const then = steadyNow(last, now)
  const sessions = due(open.kept, open.traces, open.circle.retention, then)
  const left = sessions.length === 0 ? open : await writeState(open, sessions.reduce(forgetSession, open))
  return { open: await writeSeen(left, then), jumped: false }
}
