// Time from facts, never from ticks.
// 1. A clock knows what was planned, what was added, what has been used up, and since when it runs. Nothing counts down.
// 2. Starting a running clock and pausing a paused one change nothing.
// 3. Remaining time may be negative: overtime is counted, never hidden.
import { after, between, millisOf, seconds, type Instant, type Millis } from '../basics/time'

interface ClockFacts {
  readonly planned: Millis
  readonly added: Millis
  /** What was used up before `since`. */
  readonly banked: Millis
}

/** The clock of a step or of a voice. */
export type Clock =
  | (ClockFacts & { readonly kind: 'paused' })
  | (ClockFacts & { readonly kind: 'running'; readonly since: Instant })

/** A clock that has not run yet. */
export const newClock = (planned: Millis): Clock => ({
  kind: 'paused',
  planned,
  added: millisOf(0),
  banked: millisOf(0),
})

/** Starts a clock, or leaves a running one as it is. */
export const startClock = (clock: Clock, at: Instant): Clock =>
  clock.kind === 'running' ? clock : { ...clock, kind: 'running', since: at }

/** Stops a clock and banks what was used up. A stop before its start takes nothing back. */
export function pauseClock(clock: Clock, at: Instant): Clock {
  if (clock.kind === 'paused') return clock
  const { planned, added } = clock
  return { kind: 'paused', planned, added, banked: elapsed(clock, at) }
}

/** Counts less as used up, never less than nothing. */
export const takeBack = (clock: Clock, length: Millis): Clock => ({
  ...clock,
  banked: millisOf(Math.max(0, clock.banked - length)),
})

/** Gives a clock more time, or less. */
export const addTime = (clock: Clock, length: Millis): Clock => ({
  ...clock,
  added: millisOf(clock.added + length),
})

/** What has been used up by now, in milliseconds; never less than what was banked. */
export const elapsed = (clock: Clock, now: Instant): Millis =>
  clock.kind === 'running' ? millisOf(clock.banked + between(clock.since, now)) : clock.banked

/** What a clock may use in all, in milliseconds; never below nothing. */
export const allotted = (clock: Clock): Millis => millisOf(Math.max(0, clock.planned + clock.added))

/** What is left, in milliseconds; negative in overtime. */
export const remaining = (clock: Clock, now: Instant): Millis =>
  millisOf(allotted(clock) - elapsed(clock, now))

/** What is left of a clock inside another one, in milliseconds: never more than the outer one has left, never below nothing. */
export const remainingWithin = (inner: Clock, outer: Clock, now: Instant): Millis =>
  millisOf(Math.max(0, Math.min(remaining(inner, now), remaining(outer, now))))

/** When, if nothing changes, a given remainder will be reached; null while the clock stands. */
export const reaches = (clock: Clock, left: Millis): Instant | null =>
  clock.kind === 'running' ? after(clock.since, millisOf(allotted(clock) - clock.banked - left)) : null

/** Where a clock stands, as the room is told it. */
export type ClockPhase = 'plenty' | 'last-minute' | 'time' | 'over'

/** From when on the last minute counts, and for how long "time" stands before minutes over are counted. */
export interface Thresholds {
  readonly lastMinute: Millis
  readonly time: Millis
}

/** The thresholds of room.md: the last minute, then "time" for a minute. */
export const usualThresholds: Thresholds = { lastMinute: seconds(60), time: seconds(60) }

/** The one ordered answer to "how late is it?". */
export function phaseOf(left: Millis, thresholds: Thresholds = usualThresholds): ClockPhase {
  if (left > thresholds.lastMinute) return 'plenty'
  if (left > 0) return 'last-minute'
  return left > -thresholds.time ? 'time' : 'over'
}

/** A pause this long ripens into a held room (room.md, "Panic-tolerant"). */
export const ripensAfter: Millis = seconds(10)
