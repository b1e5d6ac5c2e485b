import type { Feature } from './features'
import type { Kind } from './rules'
import { weights } from './weights'

/** The kinds in the order in which the weights stand. */
export const kinds = [
  'open',
  'factual',
  'closed',
  'either-or',
  'leading',
  'advice',
  'why',
  'blame',
  'multiple',
  'statement',
  'process',
] as const satisfies readonly Kind[]

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const keyBits = 24
const keyLetters = 4
const zero = 31
export const rowLetters = keyLetters + kinds.length

/** A name as a number of 24 bits: two names fall together about once in a thousand. */
export const keyOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 13
  return hash >>> (32 - keyBits)
}

/** One row of the weights as it is written: four letters of key, a letter for each kind from −31 to 31 steps. */
export const rowOf = (key: number, steps: readonly number[]): string =>
  [18, 12, 6, 0].map((shift) => letters[(key >>> shift) & 63]).join('') +
  steps.map((step) => letters[step + zero]).join('')

export type Weights = ReadonlyMap<number, Float32Array>

const valueOf = new Uint8Array(128)
for (let at = 0; at < letters.length; at += 1) valueOf[letters.charCodeAt(at)] = at

/** Reads rows back: each key with what it adds for every kind. */
export const unpack = (rows: string, step: number): Weights => {
  const value = (at: number): number => valueOf[rows.charCodeAt(at)] ?? 0
  const found = new Map<number, Float32Array>()
  for (let at = 0; at + rowLetters <= rows.length; at += rowLetters) {
    let key = 0
    for (let index = 0; index < keyLetters; index += 1) key = key * 64 + value(at + index)
    found.set(
      key,
      Float32Array.from(kinds, (_, index) => (value(at + keyLetters + index) - zero) * step),
    )
  }
  return found
}

let held: Weights | null = null

/** The weights that ship; unpacked when they are first asked for. */
export const shipped = (): Weights => (held ??= unpack(weights.rows, weights.step))

/** How much speaks for each kind, as shares of one, in the order of `kinds`. */
export const chances = (features: readonly Feature[], known: Weights): readonly number[] => {
  const sums = new Float64Array(kinds.length)
  const seen = new Set<number>()
  for (const { name } of features) {
    const key = keyOf(name)
    if (seen.has(key)) continue
    seen.add(key)
    const row = known.get(key)
    if (row === undefined) continue
    for (let index = 0; index < kinds.length; index += 1) sums[index]! += row[index]!
  }
  const most = Math.max(...sums)
  const powers = [...sums].map((sum) => Math.exp(sum - most))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}
