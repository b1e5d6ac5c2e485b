/** One pure tone in a sound: how high, how strong, how quickly it comes and goes. */
export interface PureTone {
  /** In hertz. */
  readonly pitch: number
  /** Its share of the whole, from 0 to 1. */
  readonly strength: number
  /** When it begins, how long it takes to come, and how long until it is a thousandth of itself; in seconds. */
  readonly begins: number
  readonly comes: number
  readonly goes: number
}

/** What can be heard at all. */
export type Sound = 'bowl' | 'wood'

/** How loud, in the five steps of the settings. */
export type Loudness = 1 | 2 | 3 | 4 | 5

const bowlPitch = 208

/** A singing bowl: partials that no string has, the lowest two a little apart, so that it breathes. */
const bowl: readonly PureTone[] = [
  { pitch: bowlPitch, strength: 0.24, begins: 0, comes: 0.06, goes: 3.8 },
  { pitch: bowlPitch + 1.1, strength: 0.16, begins: 0, comes: 0.06, goes: 3.8 },
  { pitch: bowlPitch * 2.76, strength: 0.3, begins: 0, comes: 0.03, goes: 3 },
  { pitch: bowlPitch * 2.76 + 1.7, strength: 0.12, begins: 0, comes: 0.03, goes: 2.6 },
  { pitch: bowlPitch * 5.26, strength: 0.12, begins: 0, comes: 0.015, goes: 1.5 },
  { pitch: bowlPitch * 8.38, strength: 0.05, begins: 0, comes: 0.008, goes: 0.7 },
]

/** One knock on wood. */
const knock = (begins: number, part: number): readonly PureTone[] => [
  { pitch: 392, strength: 0.62 * part, begins, comes: 0.003, goes: 0.22 },
  { pitch: 392 * 2.42, strength: 0.26 * part, begins, comes: 0.002, goes: 0.1 },
  { pitch: 392 * 4.1, strength: 0.1 * part, begins, comes: 0.001, goes: 0.05 },
]

/** What each sound is made of. A second, softer knock tells the wood from something that fell. */
export const recipes: Readonly<Record<Sound, readonly PureTone[]>> = {
  bowl,
  wood: [...knock(0, 1), ...knock(0.3, 0.6)],
}

/** How far each step of loudness opens: even steps to the ear, a little over five decibels each. */
export const openings: Readonly<Record<Loudness, number>> = { 1: 0.08, 2: 0.15, 3: 0.28, 4: 0.52, 5: 0.95 }

/** How long a sound can be heard, in seconds. */
export const lengthOf = (sound: Sound): number =>
  Math.max(...recipes[sound].map(({ begins, comes, goes }) => begins + comes + goes))
