import { auxiliaries, common, foreign, questionWords } from './lexicon'
import { isMark, lineOf, tokensOf, type Line, type Token } from './words'

/** A text as it is read: its words, the question in it, and where its clauses begin. */
export interface Reading {
  readonly tokens: readonly Token[]
  /** The question itself, without what leads to it, without its own opener, from its first word to the end of the text. */
  readonly core: Line
  /** The same without commas and quotes: what most patterns are held against. */
  readonly plain: Line
  /** Everything, marks too. */
  readonly whole: Line
  /** Everything, words alone. */
  readonly said: Line
  /** For each clause of the text, the token it begins with, its opener taken off. */
  readonly clauses: readonly number[]
  /** The token that the core begins with. */
  readonly coreAt: number
  /** Clauses that begin as a question does. */
  readonly questions: readonly number[]
  readonly questionMarks: number
  readonly words: number
  /** Words that stand before the core in sentences of their own. */
  readonly leadWords: number
}

const sentenceEnd = /^([.?!…;\n]|\.{2,})$/
const clauseEnd = /^([.?!…;:,—–()\n]|\.{2,}|-+)$/
const joints = new Set([
  'but',
  'so',
  'and',
  'or',
  'because',
  'then',
  'also',
  'plus',
  'like',
  'just',
  'maybe',
  'perhaps',
])

const openers =
  /^(?:so|and|but|ok|okay|well|right|now|then|just|maybe|perhaps|hm+|um+|uh|er|erm|oh|ah|yeah|yes|no|hey|hi|hello|sorry|excuse me|please|honestly|seriously|actually|basically|like|anyway|listen|look|you know|i mean|i guess|i suppose|i think|i believe|i am (?:just |really |only )?(?:wondering|curious|interested)(?: to (?:know|hear))?|i was (?:just |only )?(?:wondering|thinking|curious)|i (?:just |only |also |do |really )?wonder(?:ed)?|i keep wondering|i (?:would|just want|want|wanted|also want) (?:just |really |also |only )?(?:like |love |be curious |be interested )?(?:to )?(?:know|hear|ask|understand|learn)(?: you| from you)?|out of curiosity|curious|if i may(?: ask)?|if you do not mind|(?:may|can|could) i (?:just )?ask(?: you)?(?= (?:what|how|which|who|whom|whose|where|when|why)\b)|let me ask(?: you)?(?: this| so)?|tell me|my question(?: for you)? (?:is|would be)|the question is|one question|a question|quick question|question|first|firstly|secondly|finally|also|plus|because|for me|from my side|maybe (?:it is )?(?:a )?(?:silly|stupid|dumb)(?: question| one)?|a bit (?:silly|stupid)|silly question|stupid question|just out of interest|in your (?:view|opinion|eyes)|from your (?:point of view|perspective)|thank you|thanks|wow|friend|dear|my friend)(?= |$)/

const whAt =
  /^(?:(?:in|on|at|by|since|for|with|from|to|of|about|until|till|under|out of|through) )?(?:what|how|which|who|whom|whose|where|why)\b/
const whenAt =
  /^(?:(?:since|by|until|till) )?when (?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should)\b/
const subject =
  '(?:i|you|he|she|it|we|they|there|this|that|these|those|the|a|an|your|his|her|their|our|my|its|any|anyone|anybody|anything|some|someone|somebody|something|everyone|everybody|everything|nobody|no|one|none|all|both|each|either|people|part|not|now|such)'
const auxAt = new RegExp(
  `^(?:is|are|am|was|were|be|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't|shouldn't|mightn't|mustn't|needn't) ${subject}\\b`,
)
const nameAt =
  /^(?:is|are|was|were|does|did|has|can|could|will|would|should|might|isn't|aren't|wasn't|weren't|doesn't|didn't|hasn't|can't|couldn't|won't|wouldn't|shouldn't) \S+ (?!(?:and|or|but|,))/
const inviteAt =
  /^(?:tell|describe|explain|say more|walk|talk us|help (?:me|us)|share|give (?:us|me)|paint|picture|imagine|suppose|anything else|what else)\b/
const adviceAt =
  /^(?:have you|ever (?:tried|thought|considered)|any (?:chance|reason|thought|way)|how about|what about|why not|try |you (?:should|could|need|must|ought|might|may)|if i (?:was|were)|i would|how come)\b/

/** Whether a line, from its first word, begins as a question does. */
const asks = (text: string, first: boolean): boolean =>
  whAt.test(text) || whenAt.test(text) || auxAt.test(text) || (first && nameAt.test(text))

const leads = (text: string): boolean => inviteAt.test(text) || adviceAt.test(text)

/** "Who benefits, and how?" is one question. */
const bareTail =
  /^(?:in (?:what|which) (?:way|sense|respect)s?|on what grounds|how|why(?: (?:them|him|her|you|that|this))?)$/

/** "…, isn't it" asks nothing of its own. */
const tag =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|can't|couldn't|won't|wouldn't|shouldn't|mustn't) (?:i|you|he|she|it|we|they|that|there)(?: not)?(?: so| think| say| agree| reckon)?$/

const textFrom = (tokens: readonly Token[], from: number, most = 12): string =>
  tokens
    .slice(from, from + most)
    .filter((token) => !isMark(token))
    .map(({ word }) => word)
    .join(' ')

/** The token behind the openers that a clause begins with. */
const pastOpeners = (tokens: readonly Token[], from: number, end: number): number => {
  let at = from
  for (let round = 0; round < 8 && at < end; round += 1) {
    while (at < end && isMark(tokens[at]!)) at += 1
    const text = textFrom(tokens, at)
    if (
      /^(?:tell me|tell us|now (?:is|that)|right (?:is|now)|so (?:much|many|far)|then what|no (?:one|thing)|like (?:this|that))\b/.test(
        text,
      )
    )
      break
    const found = openers.exec(text)
    if (found === null) break
    const words = found[0].split(' ').length
    let next = at
    for (let seen = 0; seen < words && next < tokens.length; next += 1) if (!isMark(tokens[next]!)) seen += 1
    if (next >= end) break
    at = next
  }
  while (at < end && isMark(tokens[at]!)) at += 1
  return at
}

interface Piece {
  readonly from: number
  readonly end: number
}

const piecesOf = (from: number, end: number, cut: (at: number) => 'after' | 'before' | null): Piece[] => {
  const found: Piece[] = []
  let start = from
  for (let at = from; at < end; at += 1) {
    const where = cut(at)
    if (where === null) continue
    const stop = where === 'after' ? at + 1 : at
    if (stop > start) found.push({ from: start, end: stop })
    start = stop
  }
  if (end > start) found.push({ from: start, end })
  return found
}

const sentencesOf = (tokens: readonly Token[]): Piece[] =>
  piecesOf(0, tokens.length, (at) => (sentenceEnd.test(tokens[at]!.word) ? 'after' : null)).filter(
    ({ from, end }) => tokens.slice(from, end).some((token) => !isMark(token)),
  )

/** A joint before a question begins a clause even without a comma: people type as they speak. */
const clausesOf = (tokens: readonly Token[], { from, end }: Piece): Piece[] =>
  piecesOf(from, end, (at) => {
    const { word } = tokens[at]!
    if (clauseEnd.test(word)) return 'after'
    if (at === from || !joints.has(word)) return null
    const text = textFrom(tokens, at + 1, 6)
    return auxAt.test(text) ||
      whAt.test(text) ||
      whenAt.test(text) ||
      (word !== 'like' && adviceAt.test(text))
      ? 'before'
      : null
  })

const isEnglish = (tokens: readonly Token[]): boolean => {
  const words = tokens.filter((token) => !isMark(token)).map(({ word }) => word)
  const own = words.filter((word) => common.has(word) && !foreign.has(word)).length
  const others = words.filter((word) => foreign.has(word) && !common.has(word)).length
  return others === 0 || (others === 1 ? own > 0 : own > others * 2)
}

/** Whether a text has letters, mostly Latin ones, and looks like English rather than like one of its neighbours. */
const canBeRead = (text: string, tokens: readonly Token[]): boolean => {
  const letters = text.slice(0, 400).match(/\p{L}/gu)?.length ?? 0
  const latin = text.slice(0, 400).match(/\p{Script=Latin}/gu)?.length ?? 0
  return latin > 1 && latin * 2 > letters && isEnglish(tokens)
}

/** Reads a text; null where there is nothing that could be judged: no words, or not English. */
export const read = (text: string): Reading | null => {
  const tokens = tokensOf(text)
  if (!canBeRead(text.trimStart(), tokens)) return null
  const sentences = sentencesOf(tokens)
  const asked = sentences.filter(({ end }) => tokens[end - 1]!.word === '?')
  const last = asked.at(-1) ?? null
  const clauses = sentences.flatMap((sentence) =>
    clausesOf(tokens, sentence).map(({ from, end }) => ({
      at: pastOpeners(tokens, from, end),
      sentence,
    })),
  )
  const begins = (at: number): boolean => {
    const text = textFrom(tokens, at)
    return asks(text, true) && !tag.test(text)
  }
  const bare = (at: number): boolean => bareTail.test(textFrom(tokens, at))
  const questions = clauses.filter(({ at }) => begins(at) && !(at > 0 && bare(at)))
  const inLast = last === null ? clauses : clauses.filter(({ sentence }) => sentence === last)
  const chosen =
    inLast.find(({ at }) => begins(at)) ??
    inLast.find(({ at }) => leads(textFrom(tokens, at))) ??
    inLast.at(0) ??
    clauses.at(0)
  const coreAt = chosen?.at ?? 0
  const coreTokens = tokens.slice(coreAt)
  const words = tokens.filter((token) => !isMark(token))
  return {
    tokens,
    coreAt,
    core: lineOf(coreTokens),
    plain: lineOf(coreTokens.filter((token) => !isMark(token))),
    whole: lineOf(tokens),
    said: lineOf(words),
    clauses: clauses.map(({ at }) => at),
    questions: questions.map(({ at }) => at),
    questionMarks: asked.length,
    words: words.length,
    leadWords: tokens.slice(0, coreAt).filter((token) => !isMark(token)).length,
  }
}

export const startsWith = (word: string): 'wh' | 'aux' | 'other' =>
  questionWords.has(word) ? 'wh' : auxiliaries.has(word) ? 'aux' : 'other'
