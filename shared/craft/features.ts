import { frameOf, questionWords } from './lexicon'
import { isMark, type Token } from './words'
import type { Fired } from './rules'
import { startsWith, type Reading } from './reading'

/** One thing that is true of a text, and the words that it is true of. */
export interface Feature {
  readonly name: string
  readonly first: number
  readonly last: number
}

const coreWords = 40
const frameEnd = '$'

const bucket = (n: number, steps: readonly number[]): number => steps.filter((step) => n > step).length

const heads = (at: number, tokens: readonly Token[], name: string, most: number): Feature[] => {
  const words = tokens
    .slice(at, at + most * 2)
    .filter((token) => !isMark(token))
    .slice(0, most)
  return words.map((_, index) => ({
    name: `${name}${words
      .slice(0, index + 1)
      .map(({ word }) => word)
      .join(' ')}`,
    first: at,
    last: at + index,
  }))
}

const ofWords = (core: readonly Token[], base: number): Feature[] =>
  core.slice(0, coreWords).flatMap((token, index) => {
    const next = core[index + 1]
    const third = core[index + 2]
    const at = base + index
    const found: Feature[] = [{ name: `w ${token.word}`, first: at, last: at }]
    if (next !== undefined) found.push({ name: `w ${token.word} ${next.word}`, first: at, last: at + 1 })
    if (next !== undefined && third !== undefined)
      found.push({ name: `w ${token.word} ${next.word} ${third.word}`, first: at, last: at + 2 })
    if (!isMark(token) && token.word.length > 4) {
      found.push({ name: `p ${token.word.slice(0, 4)}`, first: at, last: at })
      found.push({ name: `x ${token.word.slice(-3)}`, first: at, last: at })
    }
    return found
  })

const ofFrame = (core: readonly Token[], base: number): Feature[] => {
  const frame = [...core.slice(0, coreWords).map(({ word }) => frameOf(word)), frameEnd]
  return frame.flatMap((_, index) => {
    const last = base + Math.min(index, core.length - 1)
    const found: Feature[] = []
    if (index < 7) found.push({ name: `f^${frame.slice(0, index + 1).join(' ')}`, first: base, last })
    for (const length of [2, 3, 4]) {
      if (index + 1 < length) break
      found.push({
        name: `f ${frame.slice(index + 1 - length, index + 1).join(' ')}`,
        first: base + index + 1 - length,
        last,
      })
    }
    return found
  })
}

const early = (core: readonly Token[], base: number): Feature[] =>
  core.slice(0, 7).map(({ word }, index) => ({ name: `e ${word}`, first: base + index, last: base + index }))

const around = (tokens: readonly Token[], end: number): Feature[] =>
  tokens.slice(0, end).flatMap((token, index) => {
    const next = tokens[index + 1]
    const found: Feature[] = [{ name: `o ${token.word}`, first: index, last: index }]
    if (next !== undefined)
      found.push({ name: `o ${token.word} ${next.word}`, first: index, last: index + 1 })
    return found
  })

const ofShape = (reading: Reading): string[] => {
  const { core, words, leadWords, questionMarks, questions, tokens } = reading
  const coreLength = core.tokens.filter((token) => !isMark(token)).length
  const first = core.tokens[0]?.word ?? ''
  const asked = questionMarks > 0 ? '?' : '-'
  const kindOfStart = startsWith(first)
  const later = questions.filter((at) => at > reading.coreAt)
  return [
    `#bias`,
    `#asked ${asked}`,
    `#marks ${Math.min(questionMarks, 3)}`,
    `#start ${kindOfStart} ${asked}`,
    `#first ${questionWords.has(first) ? first : kindOfStart} ${asked} ${bucket(coreLength, [3, 6, 12, 20])}`,
    `#core ${bucket(coreLength, [1, 2, 3, 5, 8, 12, 18, 26])}`,
    `#words ${bucket(words, [1, 2, 4, 8, 14, 22, 34])}`,
    `#lead ${bucket(leadWords, [0, 3, 8, 15, 25])}`,
    `#lead ${leadWords > 0} ${kindOfStart}`,
    `#questions ${Math.min(questions.length, 4)}`,
    `#later ${Math.min(later.length, 3)} ${kindOfStart}`,
    `#commas ${bucket(tokens.filter(({ word }) => word === ',').length, [0, 1, 3])}`,
    `#quoted ${tokens.some(({ word }) => /^["“”„«»]$/.test(word))}`,
  ]
}

/** Everything that the model looks at in a text, its rules' findings among it. */
export const featuresOf = (reading: Reading, found: readonly Fired[]): readonly Feature[] => {
  const { tokens, core, coreAt, clauses } = reading
  const all = tokens.length - 1
  const wide = (name: string): Feature => ({ name, first: -1, last: all })
  const last = core.tokens.slice(-4)
  return [
    ...ofShape(reading).map(wide),
    ...heads(coreAt, tokens, '^', 4),
    ...early(core.tokens, coreAt),
    ...ofWords(core.tokens, coreAt),
    ...ofFrame(core.tokens, coreAt),
    ...around(tokens, coreAt),
    ...clauses.filter((at) => at !== coreAt).flatMap((at) => heads(at, tokens, at < coreAt ? 'g<' : 'g>', 3)),
    ...heads(0, tokens, 'b^', 3),
    ...last.map((_, index) => ({
      name: `l ${last
        .slice(index)
        .map(({ word }) => word)
        .join(' ')}`,
      first: all - last.length + 1 + index,
      last: all,
    })),
    ...found.map(({ kind, name }) => wide(`r ${kind} ${name}`)),
    ...found.slice(0, 1).map(({ kind, name }) => wide(`r1 ${kind} ${name}`)),
    ...found.slice(1, 2).map(({ kind }) => wide(`r2 ${found[0]!.kind} ${kind}`)),
    wide(`rk ${[...new Set(found.map(({ kind }) => kind))].join(' ')}`),
  ]
}
