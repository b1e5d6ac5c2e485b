import { useEffect } from 'react'
import { dueEvents, endsByItselfAt } from '../../shared/session/due'
import type { Session } from '../../shared/session/session'
import type { LiveSession } from '../data/live-session'

/** Writes down what comes about by itself, at its exact instant: the end of a silence, the change in pairs and trios. */
export function useDue(live: LiveSession, session: Session): void {
  useEffect(() => {
    const at = endsByItselfAt(session)
    if (at === null) return
    const write = () =>
      void live.act((current, now) => {
        const [first] = dueEvents(current.session, now)
        return first === undefined ? null : { events: first.events, at: first.at }
      })
    const timer = setTimeout(write, Math.max(0, at - live.now()) + 1)
    return () => clearTimeout(timer)
  }, [live, session])
}
