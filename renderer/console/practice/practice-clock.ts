import { instantOf } from '../../../shared/basics/time'
import type { SteadyClock } from '../../data/steady-clock'

/** How the practice goes: as in the room, four times as fast, or standing at every step. */
export type Speed = 'usual' | 'fast' | 'stepwise'

/** Seconds of the story in a second of the room. */
export const rateOf = (speed: Speed): number => (speed === 'fast' ? 4 : 1)

/** The clock of the practice: a made-up time that can run fast, stand, and leap. It sleeps when the computer does. */
export interface PracticeClock extends SteadyClock {
  readonly rate: number
  readonly stand: () => void
  readonly go: () => void
  /** Goes on at once to so many milliseconds later. */
  readonly leap: (length: number) => void
}

/** A practice clock that starts now, and runs. */
export function createPracticeClock(
  speed: Speed,
  wall: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): PracticeClock {
  const rate = rateOf(speed)
  let banked = wall()
  let since: number | null = monotonic()
  const read = () => banked + (since === null ? 0 : (monotonic() - since) * rate)
  return {
    rate,
    now: () => instantOf(read()),
    // A made-up time misses nothing: while the computer sleeps, so does the story.
    drift: () => 0,
    catchUp: () => undefined,
    stand: () => {
      banked = read()
      since = null
    },
    go: () => {
      if (since === null) since = monotonic()
    },
    leap: (length) => {
      banked += length
    },
  }
}
