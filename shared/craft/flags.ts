import type { Judged } from './kind'
import { questionAlone } from './offers'
import type { Span } from './rules'
import { isMark } from './words'

/** Something about the shape of a text, whatever its kind. */
export type Flag = 'long' | 'preamble'

export interface Flagged {
  readonly about: Flag
  readonly marks: readonly Span[]
  readonly offer: string | null
}

/** A question of more words than this is hard to hear (circles.md 4.1); how somebody got to it does not count. */
export const mostWords = 25
/** So many words before the question are a story; fewer are a way to begin. */
const storyWords = 10

/** What frames a question rather than telling something before it. */
const framing =
  /^(?:if|when|whenever|suppose|supposing|imagine|let us say|let us assume|assume|pretend|picture|on (?:a|the) (?:usual )?(?:scale|days)|from (?:zero|0|one|1|nought)|between|out of|in (?:the|your|that|which|what)|looking|thinking|thinking of|of (?:all|everything|the)|with|after|before|during|without|as|at|by|given|apart|besides|compared)\b/
/** Of the asker, not of the presenter: to give back what somebody said is no story. */
const ownStory = /\b(?:i|my|me|we|our|us|mine)\b/
const mirrored = /\b(?:you|your|yours)\b/
const tail =
  /(?:[,.;:–—?-] because|\bbecause (?:i|we|from what|you (?:said|told|mentioned)|what you|to me|for me|it sounds|you sound)) /

const wordCount = (text: string): number =>
  text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const storyBefore = ({ reading }: Judged): Span | null => {
  const lead = reading.tokens.slice(0, reading.coreAt)
  const first = lead.find((token) => !isMark(token))
  const last = lead.findLast((token) => !isMark(token))
  if (first === undefined || last === undefined || reading.leadWords < storyWords) return null
  const said = lead.map(({ word }) => word).join(' ')
  return framing.test(said) || !ownStory.test(said) || mirrored.test(said)
    ? null
    : { from: first.from, to: last.to }
}

const reasonAfter = ({ reading }: Judged): Span | null => {
  const found = tail.exec(reading.core.text)
  if (found === null || wordCount(reading.core.text.slice(0, found.index)) < 3) return null
  if (wordCount(reading.core.text.slice(found.index)) < 6) return null
  const at = reading.core.text.indexOf('because', found.index)
  const index = reading.core.starts.indexOf(at)
  const first = reading.core.tokens[index]
  const last = reading.core.tokens.findLast((token) => !isMark(token))
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

/** What can be said about the shape of a text: that it is long, that a story stands before its question or a reason after it. */
export const flagsOf = (text: string, judged: Judged): readonly Flagged[] => {
  const { kind, reading } = judged
  if (kind === 'statement' || kind === 'process') return []
  const asks = reading.questions.includes(reading.coreAt)
  const before = asks ? storyBefore(judged) : null
  const after = asks ? reasonAfter(judged) : null
  const offer =
    kind === 'open' && (before ?? after) !== null ? questionAlone(text, judged, after?.from ?? null) : null
  const preamble = [before, after].filter((span) => span !== null)
  return [
    ...((asks ? wordCount(reading.core.text) : reading.words) > mostWords
      ? [
          {
            about: 'long' as const,
            marks: [],
            offer: offer !== null && wordCount(offer) <= mostWords ? offer : null,
          },
        ]
      : []),
    ...(preamble.length > 0 ? [{ about: 'preamble' as const, marks: preamble, offer }] : []),
  ]
}
