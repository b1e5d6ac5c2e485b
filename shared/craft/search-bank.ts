// The bank and a circle's own questions together: found by words, and suggested where a turn has not been yet.
import type { SpeakingRule } from '../formats/format'
import { bank, families, type BankEntry } from './bank'
import { openRules, type Family, type FamilyId, type TurnPart } from './family'
import { questionKey } from './question-key'
import type { Shelf } from './shelf'

/** A question that can be asked, of a family or of the circle's own. */
export interface BankQuestion {
  readonly id: string
  readonly family: FamilyId | 'own'
  readonly text: string
  readonly favourite: boolean
}

const marks = /\p{M}+/gu
const apostrophes = /['’‘ʼ`´]/g
/** A run of letters and digits; in scripts without spaces, each sign. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu

/** The words of a text as they are compared: small letters, no accents, no apostrophes. */
export const wordsIn = (text: string): readonly string[] =>
  text.normalize('NFKD').toLowerCase().replace(marks, '').replace(apostrophes, '').match(word) ?? []

/** A question with its words. */
interface Entry extends Omit<BankEntry, 'family'> {
  readonly family: FamilyId | 'own'
  readonly words: readonly string[]
}

const entryOf = (question: Omit<Entry, 'words'>): Entry => ({ ...question, words: wordsIn(question.text) })
const bankEntries = bank.map(entryOf)

const rulesOf = new Map<FamilyId | 'own', readonly SpeakingRule[]>([
  ...families.map(({ id, rules }) => [id, rules] as const),
  // What a circle wrote fits wherever questions are asked.
  ['own', ['QFACT', ...openRules]],
])

const fits = (family: FamilyId | 'own', rule: SpeakingRule | null): boolean =>
  rule === null || (rulesOf.get(family)?.includes(rule) ?? false)

/** How many of the wanted words an entry has: those that begin one of its own, or the name of its family. */
function found({ words, family }: Entry, wanted: readonly string[]): { all: number; inText: number } {
  const inText = wanted.filter((start) => words.some((one) => one.startsWith(start)))
  const inName = wanted.filter((start) => !inText.includes(start) && family.startsWith(start))
  return { all: inText.length + inName.length, inText: inText.length }
}

/**
 * The questions that have every word of a query, or the beginning of it; where none has, those that have most of them. Case, accents
 * and apostrophes make no difference, and the name of a family counts as one of its words. Words in the question itself first, then
 * favourites, then the circle's own, then by family. All of them where nothing is asked for; only those that fit a rule where one is given.
 */
export function searchBank(query: string, shelf: Shelf, rule: SpeakingRule | null): readonly BankQuestion[] {
  const wanted = [...new Set(wordsIn(query))]
  const own = shelf.own.map((question) => entryOf({ ...question, family: 'own' }))
  const favourites = new Set(shelf.favourites)
  const ranked = [...own, ...bankEntries]
    .filter(({ family }) => fits(family, rule))
    .map((entry) => ({ entry, favourite: favourites.has(entry.id), ...found(entry, wanted) }))
  const most = Math.max(0, ...ranked.map(({ all }) => all))
  if (wanted.length > 0 && most === 0) return []
  return ranked
    .filter(({ all }) => all === most)
    .toSorted((one, other) => other.inText - one.inText || Number(other.favourite) - Number(one.favourite))
    .map(({ entry: { id, family, text }, favourite }) => ({ id, family, text, favourite }))
}

/** The questions of one family, or of the circle's own, in their order. */
export const questionsOf = (family: FamilyId | 'own', shelf: Shelf): readonly BankQuestion[] =>
  searchBank('', { ...shelf, favourites: [] }, null)
    .filter((question) => question.family === family)
    .map((question) => ({ ...question, favourite: shelf.favourites.includes(question.id) }))

const parts: readonly TurnPart[] = ['early', 'middle', 'future', 'close']

/** The part that a turn is in: `done` is how far it is, from 0 to 1. */
export const partAt = (done: number): TurnPart =>
  done < 0.2 ? 'early' : done < 0.55 ? 'middle' : done < 0.85 ? 'future' : 'close'

/** The parts whose families help now, the present one first: then the next, then what was left behind. */
function partsFrom(part: TurnPart): readonly TurnPart[] {
  const at = parts.indexOf(part)
  return [part, ...parts.slice(at + 1, at + 2), ...parts.slice(0, at).toReversed()]
}

/** How many questions are suggested at a time. */
export const mostSuggestions = 3

const familyByKey = new Map(bank.map(({ family, text }) => [questionKey(text), family]))

/** The families of which a question was asked. */
export const touched = (asked: readonly string[]): ReadonlySet<FamilyId> =>
  new Set(asked.flatMap((text) => familyByKey.get(questionKey(text)) ?? []))

/** Where a turn stands, as far as suggestions go. */
export interface TurnSoFar {
  readonly rule: SpeakingRule
  /** The texts on its board, the shown and the answered ones too. */
  readonly asked: readonly string[]
  /** How far it is, from 0 to 1. */
  readonly done: number
  /** Which turn of the session it is, from 0: another one begins with other questions. */
  readonly nth?: number
}

/** A list that begins elsewhere. */
const from = <Value>(values: readonly Value[], start: number): readonly Value[] => {
  const at = values.length === 0 ? 0 : start % values.length
  return [...values.slice(at), ...values.slice(0, at)]
}

/** The questions of each family that can be asked first. */
const openers = new Map(
  families.map(({ id, follows = [] }) => {
    const afterAnother = new Set(follows.map((name) => `${id}/${name}`))
    return [id, bank.filter((one) => one.family === id && !afterAnother.has(one.id))] as const
  }),
)

/** The questions of a family as they are suggested: favourites first. */
const offered = ({ id }: Family, favourites: ReadonlySet<string>, nth: number): readonly BankQuestion[] =>
  from(openers.get(id) ?? [], nth)
    .map((one) => ({ ...one, favourite: favourites.has(one.id) }))
    .toSorted((one, other) => Number(other.favourite) - Number(one.favourite))

/**
 * At most three questions from families that the turn has not touched yet: one of each, from the part it is in, then from the next one,
 * then from what was left out; more of one family only where there are not three. A family with a favourite comes first, with it.
 * The same for the same turn; none where nobody asks.
 */
export function suggestFrom(
  shelf: Shelf,
  { rule, asked, done, nth = 0 }: TurnSoFar,
): readonly BankQuestion[] {
  const been = touched(asked)
  const favourites = new Set(shelf.favourites)
  const shelves = partsFrom(partAt(done)).flatMap((part) => {
    const ofPart = families.filter(({ id, part: its }) => its === part && fits(id, rule) && !been.has(id))
    return from(ofPart, nth)
      .map((family) => offered(family, favourites, nth))
      .toSorted((one, other) => Number(other[0]?.favourite) - Number(one[0]?.favourite))
  })
  const rounds = Array.from({ length: mostSuggestions }, (_, round) =>
    shelves.flatMap((questions) => questions[round] ?? []),
  )
  return rounds.flat().slice(0, mostSuggestions)
}
