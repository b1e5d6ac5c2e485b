import { flagsOf, type Flag } from './flags'
import { judge, type Judged } from './kind'
import { marksOf } from './marks'
import { offerFor } from './offers'
import type { Kind, Span } from './rules'

export type { Flag, Kind, Span }

/** One thing that could be said about a text: its kind or a flag, the words that gave it away, an open wording where one can be offered. */
export interface Finding {
  readonly about: Exclude<Kind, 'open' | 'process'> | Flag
  readonly marks: readonly Span[]
  readonly offer: string | null
}

/** What a text is, and what could be said about it: its kind's own finding first, then flags. An open question has flags at most. */
export interface Classified {
  readonly kind: Kind
  readonly hints: readonly Finding[]
}

const ofKind = (text: string, judged: Judged): readonly Finding[] =>
  judged.kind === 'open' || judged.kind === 'process'
    ? []
    : [{ about: judged.kind, marks: marksOf(judged), offer: offerFor(text, judged) }]

/**
 * What a text does to the one who is asked (circles.md 4.2). Marks are UTF-16 offsets into the text as given. What is empty, no language,
 * or not English counts as open, with nothing to say about it.
 */
export const classify = (text: string): Classified => {
  const judged = judge(text)
  return judged === null
    ? { kind: 'open', hints: [] }
    : { kind: judged.kind, hints: [...ofKind(text, judged), ...flagsOf(text, judged)] }
}
