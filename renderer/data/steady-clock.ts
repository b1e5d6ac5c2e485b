import { instantOf, type Instant } from '../../shared/basics/time'

/** The console page's clock: wall time at page load plus monotonic time since, so that a changed clock touches no session. */
export interface SteadyClock {
  readonly now: () => Instant
  /** How far the wall has run away from the steady time, in milliseconds; positive after sleep. */
  readonly drift: () => number
  /** Brings the steady time up to the wall, after a sleep that somebody was told of. */
  readonly catchUp: () => void
}

/** A steady clock that starts now. */
export function createSteadyClock(
  wall: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): SteadyClock {
  let base = wall() - monotonic()
  const now = () => base + monotonic()
  return {
    now: () => instantOf(now()),
    drift: () => wall() - now(),
    catchUp: () => {
      base = Math.max(base, wall() - monotonic())
    },
  }
}
