// Words that nobody ever wrote, to be looked for wherever they must not be.
import { chanceOf } from '../kills/chance'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const length = 12
/** No four letters come twice: nothing that packs bytes can write one of these words by pointing at another. */
const part = 4

export interface Markers {
  /** So many new ones. */
  readonly take: (count: number) => readonly string[]
}

/** Markers that come the same for the same seed. */
export function createMarkers(seed: number): Markers {
  const chance = chanceOf(seed)
  const used = new Set<string>()
  const partsOf = (word: string) =>
    Array.from({ length: word.length - part + 1 }, (_, at) => word.slice(at, at + part))
  const one = (): string => {
    for (;;) {
      const word = Array.from({ length }, () => letters[Math.floor(chance() * letters.length)]).join('')
      const parts = partsOf(word)
      if (new Set(parts).size < parts.length || parts.some((each) => used.has(each))) continue
      for (const each of parts) used.add(each)
      return word
    }
  }
  return { take: (count) => Array.from({ length: count }, one) }
}
