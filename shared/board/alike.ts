// Which questions ask nearly the same. Offered, never done by itself.
import type { TextId } from '../basics/ids'

/** Words that say nothing about what is asked. */
const small = new Set(
  (
    'a an the of to in on at for with and or but so is are was were be been am do does did have has had will would can could ' +
    'may might shall should you your yours me my i we us our it its this that these those there here what whats how which who ' +
    'when where why if as from by about into then than just now still really very'
  ).split(' '),
)

/** A word without its usual endings: "fears", "feared", "fearing" are one. */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ies|ied)$/u, 'y').replace(/(?:ing|edly|ed|es|s|ly)$/u, '') : word

const wordsOf = (text: string): ReadonlySet<string> => {
  const all = (
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}|['’]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, 120)
  const telling = all.filter((word) => !small.has(word))
  return new Set((telling.length > 0 ? telling : all).map(stem))
}

/** From which share of common words on two questions are offered as alike: half of them. */
export const alikeFrom = 0.5

/** How much two questions have in common: the words that tell, of both together; from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter((word) => b.has(word)).length
  return common / (a.size + b.size - common)
}

/** The question most like a given one among others, the first of equals; null where none is alike. */
export function nearestTo(
  text: string,
  others: readonly { readonly id: TextId; readonly text: string }[],
): TextId | null {
  const best = others.reduce<{ id: TextId | null; likeness: number }>(
    (found, other) => {
      const much = likeness(text, other.text)
      return much > found.likeness ? { id: other.id, likeness: much } : found
    },
    { id: null, likeness: 0 },
  )
  return best.likeness >= alikeFrom ? best.id : null
}
