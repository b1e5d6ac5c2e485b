import { kinds } from './model'
import type { Kind } from './rules'

/**
 * What decides between kinds. A hint on an open question does more harm than a missed one, so a text counts as open from `openAt` on,
 * which is less than a half, and from `openBesideAdvice` on where advice is the likeliest of the others: advice is what a circle most
 * wants to notice, so among the others it weighs `advice` times as much. Set by cross-validation.
 */
export const leanings = { openAt: 0.25, openBesideAdvice: 0.4, advice: 4 }

const quiet = new Set<Kind>(['open', 'process'])

interface Weighed {
  readonly kind: Kind
  readonly chance: number
}

const likeliest = (among: readonly Weighed[]): Weighed =>
  among.reduce((best, one) => (one.chance > best.chance ? one : best), { kind: 'open', chance: 0 })

/** The kind that the chances speak for. */
export const choose = (chances: readonly number[], { openAt, openBesideAdvice, advice } = leanings): Kind => {
  const weighed = kinds.map((kind, index) => ({ kind, chance: chances[index] ?? 0 }))
  const silent = weighed.filter(({ kind }) => quiet.has(kind))
  const others = weighed.filter(({ kind }) => !quiet.has(kind))
  const likely = likeliest(
    others.map(({ kind, chance }) => ({ kind, chance: kind === 'advice' ? chance * advice : chance })),
  )
  const share = silent.reduce((sum, { chance }) => sum + chance, 0)
  return share >= (likely.kind === 'advice' ? openBesideAdvice : openAt)
    ? likeliest(silent).kind
    : likely.kind
}
