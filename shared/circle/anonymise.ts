import type { Member } from './circle'
import { graphemesOf } from './names'

/** One grapheme of a text: where it stands (UTF-16 units) and the form in which it is compared. */
interface Letter {
  readonly start: number
  readonly end: number
  readonly key: string
}

/** A name found: from which letter to which (the end not in it), and whose it is. */
interface Found {
  readonly from: number
  readonly to: number
  readonly member: Member
}

const drawsNothing = /\p{Default_Ignorable_Code_Point}/gu
/** Vowel points that Arabic and Hebrew may leave out, and the stroke that lengthens an Arabic word. */
const optionalPoints =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670]/g
const apostrophes = /['’‘ʼ`´＇]/g
const hyphens = /[-‐‑‒–﹣－]/g
const wordLetter = /[\p{L}\p{M}\p{N}]/u
/** Scripts that put no space between words, and Korean, where what follows a name is written on to it. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
/** A name of such signs only would be found in every sentence: it must stand alone. */
const signsOnly = /^[\p{P}\p{Sm}\p{Sc}\p{Sk} ]+$/u

/** The form in which one grapheme is compared: letter case, composed or wide forms and what draws nothing put aside. */
const keyOf = (grapheme: string): string =>
  grapheme
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .normalize('NFKC')
    .replace(drawsNothing, '')
    .replace(optionalPoints, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replace(/\s+/g, ' ')
    .normalize('NFC')

/** The letters of a text that can be seen, with one for each run of white space. */
function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = []
  let start = 0
  for (const grapheme of graphemesOf(text)) {
    const end = start + grapheme.length
    const key = keyOf(grapheme)
    const again = key === ' ' && letters.at(-1)?.key === ' '
    if (key !== '' && !again) letters.push({ start, end, key })
    start = end
  }
  return letters
}

const wholeKey = (name: string): string =>
  lettersOf(name)
    .map(({ key }) => key)
    .join('')
    .trim()

/** Whom a text is searched for: every name and short name (also without its full stop), and first words that two share. */
function wantedOf(members: readonly Member[]): readonly { readonly key: string; readonly member: Member }[] {
  const known = members.map((member) => ({
    member,
    name: wholeKey(member.name),
    short: wholeKey(member.shortName),
  }))
  const firsts = known.map(({ name }) => name.split(' ')[0] ?? '')
  return known.flatMap(({ member, name, short }, index) => {
    const first = firsts[index] ?? ''
    const shared = firsts.indexOf(first) !== firsts.lastIndexOf(first)
    const keys = new Set([name, short, short.replace(/(\p{L})\.$/u, '$1'), shared ? first : ''])
    return [...keys].filter((key) => key !== '').map((key) => ({ key, member }))
  })
}

/** Whether two letters that stand side by side belong to one word. */
function joined(one: Letter | undefined, other: Letter | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const spaced = ({ key }: Letter) => wordLetter.test(key) && !unspaced.test(key)
  return spaced(one) && spaced(other)
}

/** Whether what stands from one letter to another is a word of its own. */
function standsAlone(letters: readonly Letter[], from: number, to: number, key: string): boolean {
  const before = letters[from - 1]
  const after = letters[to]
  if (signsOnly.test(key)) return (before?.key ?? ' ') === ' ' && (after?.key ?? ' ') === ' '
  if (joined(before, letters[from]) || joined(letters[to - 1], after)) return false
  // The "s" of "it’s" is nobody's name.
  return !(to - from === 1 && before?.key === "'" && joined(letters[from - 2], letters[from]))
}

function findKey(letters: readonly Letter[], key: string, member: Member): readonly Found[] {
  return letters.flatMap((_, from) => {
    let read = ''
    let to = from
    while (read.length < key.length && to < letters.length) read += letters[to++]?.key ?? ''
    return read === key && standsAlone(letters, from, to, key) ? [{ from, to, member }] : []
  })
}

/** Every name in a text; one that stands inside a longer one ("Jean" in "Jean-Luc") is not counted. */
function find(letters: readonly Letter[], members: readonly Member[]): readonly Found[] {
  const all = wantedOf(members).flatMap(({ key, member }) => findKey(letters, key, member))
  return all.filter(
    (one) =>
      !all.some(
        (other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  )
}

/**
 * The members whose name or short name stands in a text as a whole word, in the members' order, each once.
 *
 * Letter case, composed and wide forms, invisible characters and left-out vowel points make no difference; a possessive
 * ("Noor’s") is found. Scripts without spaces have no words' borders: there a name is found anywhere. A first name that
 * two members share is found for both. It finds rather too much than too little ("Anne" in "Anne-Marie", where there is
 * no Anne-Marie), but no nicknames, misspellings or other cases of a name: somebody reads the line before it is kept.
 */
export function namesIn(text: string, members: readonly Member[]): readonly Member[] {
  const found = new Set(find(lettersOf(text), members).map(({ member }) => member.id))
  return members.filter(({ id }) => found.has(id))
}

/** The text with every name that `namesIn` finds replaced; a possessive keeps its ending, all else stays as it was. */
export function withoutNames(text: string, members: readonly Member[], replacement: string): string {
  const letters = lettersOf(text)
  const found = find(letters, members).toSorted((one, other) => one.from - other.from || other.to - one.to)
  let result = ''
  let done = 0
  let covered = 0
  for (const { from, to } of found) {
    // Two names that share letters are replaced as one.
    if (from >= covered) result += text.slice(done, letters[from]?.start) + replacement
    if (to > covered) {
      covered = to
      done = letters[to - 1]?.end ?? done
    }
  }
  return result + text.slice(done)
}
