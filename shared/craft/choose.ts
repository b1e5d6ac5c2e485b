import { kinds } from './model'
import type { Kind } from './rules'

/**
 * What decides between kinds. A hint on an open question does more harm than a missed one, so a kind that would bring a hint has to be
 * likelier than an open question by far; advice is what a circle most wants to notice, so it is let in sooner. Set by cross-validation.
 */
export const leanings = { openAt: 0.4, adviceAt: 0.2 }

const fine = new Set<Kind>(['open', 'process'])

/** The kind that the chances speak for. */
export const choose = (chances: readonly number[], { openAt, adviceAt } = leanings): Kind => {
  const at = (kind: Kind): number => chances[kinds.indexOf(kind)] ?? 0
  const quiet = at('open') + at('process')
  if (quiet >= openAt) return at('process') > at('open') ? 'process' : 'open'
  if (at('advice') >= adviceAt) return 'advice'
  return kinds
    .filter((kind) => !fine.has(kind))
    .reduce((best, kind) => (at(kind) > at(best) ? kind : best), 'factual' as Kind)
}
