import { isOpen, type Judged } from './kind'
import { persons } from './lexicon'
import type { Kind } from './rules'
import { isMark } from './words'

type Pattern = readonly [RegExp, string | ((found: RegExpExecArray) => string | null)]

const adverbs = '(?: (?:ever|already|also|maybe|perhaps|just|simply|not|even|actually|yet))*'
const feelingWords =
  '(?:angry|furious|upset|sad|hurt|guilty|ashamed|lonely|afraid|scared|worried|anxious|jealous|disappointed|relieved|stressed|frustrated|proud|happy|tired)'
const matter = '((?:the|your|this|that) [a-z]+(?: [a-z]+)?|it|that|this)'

const between = (words: string): string | null => {
  if (/^(?:her|him|them)$/.test(words)) return `What contact have you had with ${words} so far?`
  const [own, person] = words.split(' ')
  return (own === 'your' || own === 'the') && person !== undefined && persons.has(person)
    ? `What has passed between you and ${own} ${person} so far?`
    : null
}

const patterns: Partial<Record<Kind, readonly Pattern[]>> = {
  advice: [
    [
      new RegExp(
        `^(?:have|haven't|had|did|didn't) you${adverbs} (?:asked|ask|spoken to|spoken with|speak to|speak with|talked to|talked with|talk to|talk with|told|written to|approached) ((?:your |the )?[a-z]+)(?= |$)`,
      ),
      ([, words]) => between(words ?? ''),
    ],
    [
      new RegExp(
        `^(?:have|haven't|had|did|didn't) you${adverbs} (?:tried|try|asked|spoken|talked|raised|checked)\\b`,
      ),
      'What have you tried so far?',
    ],
    [
      new RegExp(
        `^(?:have|haven't|had|did|didn't) you${adverbs} (?:thought|think|considered|consider|looked|look)\\b`,
      ),
      'What have you thought of so far?',
    ],
    [/^(?:would|might|could) (?:it|that) (?:maybe |perhaps )?(?:help|be helpful)\b/, 'What would help?'],
    [
      /^(?:should|shouldn't) you\b|^(?:do|don't) you (?:not )?think (?:maybe )?you should\b/,
      'What would you like to do?',
    ],
    [/^/, 'What possibilities do you see?'],
  ],
  blame: [
    [
      /\b(?:whose fault|who is to blame|who (?:messed|screwed|dropped)|whose (?:bright )?idea)\b/,
      'What happened?',
    ],
    [
      /^(?:and )?why (?:do you|are you|must you|can't you) (?:\w+ )?(?:still|always|never|keep|ever|again)\b|^why (?:do you|are you) (?:still|always|never)\b/,
      'What goes on for you when that happens?',
    ],
    [/^(?:and )?why haven't you\b/, 'What has been going on for you?'],
    [
      /^(?:and )?(?:why (?:on earth )?(?:did you|did it take you|didn't you|weren't you|were you)|how could you|what (?:on earth )?(?:made you|possessed you|were you thinking|did you expect))\b/,
      'What was going on for you then?',
    ],
  ],
  leading: [
    [
      /^how (?:bad|hard|unfair|awful|stressful|humiliating|painful|frustrating|difficult) was\b/,
      'How was that for you?',
    ],
    [new RegExp(`^how ${feelingWords} (?:were|did) `), 'What did you feel?'],
    [new RegExp(`^how ${feelingWords} (?:are|do) `), 'What do you feel?'],
    [/^(?:does|doesn't) (?:that|it|this) (?:\w+ )?(?:make|bother|hurt|leave)\b/, 'What does that do to you?'],
    [/^(?:did|didn't) (?:that|it|this) (?:\w+ )?(?:make|bother|hurt|leave)\b/, 'What did that do to you?'],
    [/^are you (?:really )?(?:saying|telling)\b/, 'How would you put it yourself?'],
    [
      /^(?:is|isn't|could|can|might) (?:it|this|that) (?:be |really |maybe |perhaps |just )*(?:because|that you|about|your)\b/,
      'What is it about for you?',
    ],
    [/^you (?:were|felt)\b.* (?:weren't you|didn't you|right|no|yes)$/, 'How was that for you?'],
    [/^it is .* isn't it$/, 'What is it about for you?'],
    [/^(?:and )?(?:you|so you) (?:want|would like|would rather)\b/, 'What do you want?'],
    [
      /^(?:that|it) (?:was|must have been|hurt|felt)\b.* (?:wasn't it|didn't it|right|no|mustn't it|yes)$/,
      'How was that for you?',
    ],
    [
      /^(?:don't|aren't|didn't|weren't) you (?:feel|a bit|just|tired|angry)\b|^(?:and |so )*you (?:feel|felt)\b/,
      'How do you feel about it?',
    ],
    [
      /^(?:do|don't|would|wouldn't) you (?:not )?(?:agree|think|say|find|reckon)\b|\b(?:surely|obviously|clearly)\b|^(?:he|she|they) .* (?:doesn't|isn't|don't|aren't) (?:he|she|they)$/,
      'How do you see it?',
    ],
  ],
  closed: [
    [new RegExp(`^do you (?:still )?(?:like|enjoy) ${matter}$`), ([, what]) => `How do you find ${what}?`],
    [
      new RegExp(
        `^are you (?:happy|satisfied|content|comfortable|confident|ok|okay) (?:with|about) ${matter}$`,
      ),
      ([, what]) => `How do you feel about ${what}?`,
    ],
    [/^(?:are you sleeping|do you sleep|can you sleep)\b/, 'How are you sleeping?'],
    [/^(?:has anything changed|did anything change|has it changed)$/, 'What has changed?'],
    [/^(?:did|has) it help(?:ed)?$/, 'What did it change?'],
    [/^do you (?:have|get) (?:any )?(?:support|help)\b/, 'What support do you have?'],
    [/^do you (?:really |still )?want\b/, 'What do you want?'],
    [/^did you (?:really )?want\b/, 'What did you want?'],
    [/^would you like\b/, 'What would you like?'],
  ],
  'either-or': [
    [
      /^(?:do you|did you|would you) (?:feel|say you feel)\b|^are you (?:more )?(?:sad|angry|hurt|tired|disappointed|relieved|scared)\b/,
      'What do you feel?',
    ],
    [/^do you (?:want|prefer|need)\b/, 'What do you want?'],
    [/^would you (?:rather|like|prefer|sooner)\b/, 'What would you like?'],
    [/^(?:is|isn't) (?:it|this|that)\b/, 'What is it, for you?'],
    [/^was (?:it|this|that)\b/, 'What was it, for you?'],
    [/^are you (?:after|looking for)\b/, 'What are you looking for?'],
  ],
  why: [
    [/^(?:and |so )?(?:why (?:did|was|were|has|have|had)|how come)\b/, 'What led to that?'],
    [/^(?:and |so )?why (?:is|are|do|does)\b/, 'What lies behind that?'],
  ],
}

const fewestWords = 2
const joint = /(?:[\s,;:–—-]|\b(?:and|or|but|so|also|then|plus|because)\b)+$/iu

/** A piece of the text as a question of its own: a capital first, one question mark last. Null where it would not be an open question. */
export const alone = (piece: string): string | null => {
  const bare = piece
    .trim()
    .replace(/[?.!…\s]+$/u, '')
    .replace(joint, '')
  const [first] = bare
  if (first === undefined || bare.split(/\s+/).length < fewestWords) return null
  const whole = `${first.toUpperCase()}${bare.slice(first.length)}?`.replace(
    /^(What|How|Who|Where)s /u,
    "$1's ",
  )
  return isOpen(whole) ? whole : null
}

/** The first open question among those of the text itself. */
const firstOpen = (text: string, { reading }: Judged): string | null => {
  const starts = reading.questions.map((at) => reading.tokens[at]!.from)
  for (const [index, from] of starts.entries()) {
    const found = alone(firstSentence(text.slice(from, starts[index + 1] ?? text.length)))
    if (found !== null) return found
  }
  return null
}

const firstSentence = (text: string): string => /^[^?]*/.exec(text)?.[0] ?? text

/** The question of a text without what stands before it and without a reason given after it; null where that is not an open question. */
export const questionAlone = (text: string, { reading }: Judged, until: number | null): string | null => {
  const first = reading.core.tokens.find((token) => !isMark(token))
  return first === undefined ? null : alone(firstSentence(text.slice(first.from, until ?? text.length)))
}

/** An open wording that a text could have instead; null where none can be made honestly. */
export const offerFor = (text: string, judged: Judged): string | null => {
  const { kind, reading } = judged
  if (kind === 'multiple') return firstOpen(text, judged)
  for (const [pattern, made] of patterns[kind] ?? []) {
    const found = pattern.exec(reading.plain.text)
    if (found === null) continue
    const offer = typeof made === 'string' ? made : made(found)
    if (offer !== null && isOpen(offer)) return offer
  }
  return null
}
