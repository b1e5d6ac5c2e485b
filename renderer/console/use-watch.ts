import { useEffect, useState } from 'react'
import { millisOf, type Instant, type Millis } from '../../shared/basics/time'
import type { LiveSession } from '../data/live-session'
import type { SteadyClock } from '../data/steady-clock'
import { desktop } from '../desktop'

/** A gap shorter than this is counted, and said in a line; a longer one is asked about. */
const askedFrom = millisOf(60_000)
/** Wall and steady time further apart than this mean sleep or a changed clock. */
const noticedFrom = 2000
const aliveEvery = 5000

/** Writes down that the session is alive, tries again what was not saved, and notices time that nobody saw pass. */
export function useWatch(
  live: LiveSession,
  clock: SteadyClock,
): { readonly slept: Millis | null; readonly putAway: () => void } {
  const [slept, setSlept] = useState<Millis | null>(null)
  useEffect(() => {
    let last: Instant = clock.now()
    const look = () => {
      const missed = clock.drift()
      if (missed > noticedFrom) {
        clock.catchUp()
        if (noteGap(live, last, clock.now(), millisOf(missed))) setSlept(millisOf(missed))
      }
      last = clock.now()
    }
    const beat = () => {
      look()
      if (live.state().session.course === 'running') void live.noteAlive()
      else if (live.state().notSavedSince !== null) void live.retry()
    }
    const watch = setInterval(look, 1000)
    const alive = setInterval(beat, aliveEvery)
    const stop = desktop().on('woke', look)
    return () => {
      clearInterval(watch)
      clearInterval(alive)
      stop()
    }
  }, [live, clock])
  return { slept, putAway: () => setSlept(null) }
}

/** Holds the session at the gap's start when it is long; gives whether it was short, and only needs a line. */
export function noteGap(live: LiveSession, from: Instant, to: Instant, length: Millis): boolean {
  if (length < askedFrom) return live.state().session.course === 'running'
  void live.act(({ session }) =>
    session.course === 'running' && session.gap === null
      ? { events: [{ type: 'gap-found', from, to }] }
      : null,
  )
  return false
}
