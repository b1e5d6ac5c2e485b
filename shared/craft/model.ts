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

/** Every sign of ASCII that stands in a quoted line as it is. */
const letters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .filter((letter) => letter !== "'" && letter !== '\\')
  .join('')
const base = letters.length
const keyBits = 24
/** A row: two letters for how far its key is from the one before, one for its size, and one for each two kinds. */
export const rowLetters = 3 + Math.ceil(kinds.length / 2)
const farthest = base * base - 1
/** A weight has so many steps to either side of nothing; two of them make one letter. */
const steps = 4
const width = 2 * steps + 1
const growth = 1.08

/** A name as a number of 24 bits: two names fall together about once in a thousand. */
export const keyOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 13
  return hash >>> (32 - keyBits)
}

/** For each key the place where its row begins, and all rows one after the other. */
export interface Weights {
  readonly places: ReadonlyMap<number, number>
  readonly values: Float32Array
}

export type Row = readonly [key: number, weights: readonly number[]]

const written = (gap: number, weights: readonly number[], least: number): string => {
  const most = Math.max(...weights.map(Math.abs), least)
  const size = Math.min(base - 1, Math.max(0, Math.round(Math.log(most / least) / Math.log(growth))))
  const unit = (least * growth ** size) / steps
  const step = (index: number): number =>
    Math.max(-steps, Math.min(steps, Math.round((weights[index] ?? 0) / unit))) + steps
  const pairs = Array.from(
    { length: rowLetters - 3 },
    (_, pair) => step(pair * 2) * width + step(pair * 2 + 1),
  )
  return [Math.floor(gap / base), gap % base, size, ...pairs].map((value) => letters[value]).join('')
}

/** Writes rows as letters, in the order of their keys; `least` is the smallest size that a row is given. */
export const pack = (rows: readonly Row[], least: number): string => {
  let last = 0
  let all = ''
  for (const [key, weights] of rows.toSorted(([one], [other]) => one - other)) {
    // Where two keys are too far apart, rows that weigh nothing stand between them.
    for (; key - last > farthest; last += farthest) all += written(farthest, [], least)
    all += written(key - last, weights, least)
    last = key
  }
  return all
}

const valueOf = new Uint8Array(128)
for (let at = 0; at < letters.length; at += 1) valueOf[letters.charCodeAt(at)] = at

/** Reads letters back: each key with what it adds for every kind. */
export const unpack = (rows: string, least: number): Weights => {
  const value = (at: number): number => valueOf[rows.charCodeAt(at)] ?? 0
  const count = Math.floor(rows.length / rowLetters)
  const places = new Map<number, number>()
  const values = new Float32Array(count * kinds.length)
  let key = 0
  for (let row = 0; row < count; row += 1) {
    const at = row * rowLetters
    const place = row * kinds.length
    key += value(at) * base + value(at + 1)
    const unit = (least * growth ** value(at + 2)) / steps
    for (let index = 0; index < kinds.length; index += 1) {
      const pair = value(at + 3 + (index >> 1))
      values[place + index] = ((index % 2 === 0 ? Math.floor(pair / width) : pair % width) - steps) * unit
    }
    places.set(key, place)
  }
  return { places, values }
}

/** What one feature adds for one kind; nothing where it is not known. */
export const weightOf = ({ places, values }: Weights, name: string, kind: Kind): number => {
  const place = places.get(keyOf(name))
  return place === undefined ? 0 : (values[place + kinds.indexOf(kind)] ?? 0)
}

let held: Weights | null = null

/** The weights that ship; unpacked when they are first asked for. */
export const shipped = (): Weights => (held ??= unpack(weights.rows, weights.least))

/** How much speaks for each kind, as shares of one, in the order of `kinds`. */
export const chances = (features: readonly Feature[], known: Weights): readonly number[] => {
  const sums = new Float64Array(kinds.length)
  const seen = new Set<number>()
  for (const { name } of features) {
    const key = keyOf(name)
    if (seen.has(key)) continue
    seen.add(key)
    const place = known.places.get(key)
    if (place === undefined) continue
    for (let index = 0; index < kinds.length; index += 1) sums[index]! += known.values[place + index]!
  }
  const most = Math.max(...sums)
  const powers = [...sums].map((sum) => Math.exp(sum - most))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}
