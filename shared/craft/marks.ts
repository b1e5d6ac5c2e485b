import { weightFor, type Judged } from './kind'
import type { Span } from './rules'
import { isMark, type Token } from './words'

const spanOf = (tokens: readonly Token[]): Span | null => {
  const words = tokens.filter((token) => !isMark(token))
  const [first] = words
  const last = words.at(-1)
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

const wordsFrom = (tokens: readonly Token[], at: number, many: number): Span | null =>
  spanOf(
    tokens
      .slice(at)
      .filter((token) => !isMark(token))
      .slice(0, many),
  )

/** Spans in the order of the text, none inside another. */
const inOrder = (spans: readonly (Span | null)[]): readonly Span[] =>
  spans
    .filter((span) => span !== null)
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
    .reduce<Span[]>((kept, span) => {
      const last = kept.at(-1)
      if (last !== undefined && span.from < last.to)
        return [...kept.slice(0, -1), { from: last.from, to: Math.max(last.to, span.to) }]
      return [...kept, span]
    }, [])

const heaviest = ({ kind, reading, features }: Judged): Span | null => {
  const best = features
    .filter(({ name, first }) => first >= 0 && /^(?:w |\^|g|l )/.test(name))
    .reduce<{ first: number; last: number; weight: number } | null>((most, feature) => {
      const weight = weightFor(kind, feature)
      return weight > (most?.weight ?? 0) ? { first: feature.first, last: feature.last, weight } : most
    }, null)
  return best === null ? null : spanOf(reading.tokens.slice(best.first, best.last + 1))
}

const firstOf = (reading: Judged['reading'], words: ReadonlySet<string>): Span | null => {
  const token = reading.core.tokens.find(({ word }) => words.has(word))
  return token === undefined ? null : { from: token.from, to: token.to }
}

const or = new Set(['or'])
const why = new Set(['why', 'come'])
const longestMark = 60

/** The words of a text that gave its kind away, in order. Empty where nothing stands out. */
export const marksOf = (judged: Judged): readonly Span[] => {
  const { kind, reading, found } = judged
  const { tokens, coreAt, questions } = reading
  const ruled = found.find(
    (rule) => rule.kind === kind && rule.mark !== null && rule.mark.to - rule.mark.from <= longestMark,
  )?.mark
  if (kind === 'statement') return []
  if (kind === 'multiple' && questions.length > 1)
    return inOrder(questions.slice(1).map((at) => wordsFrom(tokens, at, 2)))
  if (kind === 'closed') return inOrder([wordsFrom(tokens, coreAt, 1)])
  if (kind === 'factual') return inOrder([wordsFrom(tokens, coreAt, 2)])
  if (kind === 'either-or') return inOrder([firstOf(reading, or)])
  if (kind === 'why') return inOrder([firstOf(reading, why) ?? ruled ?? null])
  return inOrder([ruled ?? heaviest(judged)])
}
