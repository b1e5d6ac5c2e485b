declare const instant: unique symbol
declare const millis: unique symbol

/** A point in time, in epoch milliseconds of the session's steady clock. */
export type Instant = number & { readonly [instant]: true }

/** A length of time, in milliseconds. */
export type Millis = number & { readonly [millis]: true }

/** Marks a number of epoch milliseconds as an instant. */
export const instantOf = (epochMillis: number): Instant => epochMillis as Instant

/** Marks a number of milliseconds as a length. */
export const millisOf = (count: number): Millis => count as Millis

/** Minutes as milliseconds. */
export const minutes = (count: number): Millis => millisOf(count * 60_000)

/** Seconds as milliseconds. */
export const seconds = (count: number): Millis => millisOf(count * 1000)

/** The length from one instant to a later one; never negative, so that a clock set back takes nothing away. */
export const between = (from: Instant, to: Instant): Millis => millisOf(Math.max(0, to - from))

/** An instant moved by a length. */
export const after = (from: Instant, length: Millis): Instant => instantOf(from + length)

/** A length in whole minutes, rounded up, as people say it. */
export const wholeMinutes = (length: Millis): number => Math.ceil(length / 60_000)

/** The sum of lengths. */
export const total = (lengths: readonly Millis[]): Millis =>
  millisOf(lengths.reduce<number>((sum, next) => sum + next, 0))
