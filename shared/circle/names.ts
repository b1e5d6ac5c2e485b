/** The fewest and the most people a circle can seat (product.md). */
export const fewestPeople = 3
export const mostPeople = 12
/** The longest name, in graphemes and in UTF-8 bytes: what can still be fitted on a seat (privacy.md 5). */
export const longestName = 80
const longestNameBytes = 400
const mostCodePointsInGrapheme = 8

export type NameTrouble =
  | { readonly kind: 'too-long'; readonly name: string }
  | { readonly kind: 'odd-letters'; readonly name: string }
  | { readonly kind: 'twice'; readonly name: string }
  | { readonly kind: 'too-few'; readonly count: number }
  | { readonly kind: 'too-many'; readonly count: number }

export interface NameList {
  readonly names: readonly string[]
  readonly trouble: readonly NameTrouble[]
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The graphemes of a text: what people count as letters. */
export const graphemesOf = (text: string): readonly string[] =>
  [...graphemes.segment(text)].map((part) => part.segment)

// Direction overrides, zero-width spaces, tags and control characters: they can make one name look like another.
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu

// Everything that draws nothing by itself: joiners, direction marks, variation selectors, fillers, soft hyphens.
const drawsNothing = /\p{Default_Ignorable_Code_Point}/gu

/** Cleans one typed name: NFC, no hidden characters, single spaces. May give an empty text, also where nothing would be seen. */
export function cleanName(typed: string): string {
  const text = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\t/g, ' ')
    .replace(hidden, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.replace(drawsNothing, '').trim() === '' ? '' : text
}

/** The key by which two names count as the same: compatibility forms, letter case and what draws nothing put aside. */
export const sameNameKey = (name: string): string =>
  name.normalize('NFKC').toLocaleLowerCase('en').replace(drawsNothing, '').trim()

const listMark = /^\s*(?:\(?\p{Nd}{1,3}[.):\t]\)?\s*|[-–—*·]\s+|[•▪◦‣]\s*|\[[ x]?\]\s*)+/iu
/** A comma or semicolon left over from a list on one line. */
const listEnd = /[,;،、]\s*$/

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.length === 1 && /[,;،、\t]/.test(filled[0] ?? '')) return (filled[0] ?? '').split(/[,;،、\t]/)
  return filled
}

/**
 * Reads names, one a line; a pasted list may have blanks, bullets and numbers, or be one line with commas.
 * Gives the names in order and what stands in the way of beginning, as data. Nothing typed is lost: the text stays.
 */
export function parseNames(text: string): NameList {
  const names = linesOf(text)
    .map((line) => cleanName(line.replace(listMark, '').replace(listEnd, '')))
    .filter((name) => name !== '')
  const trouble: NameTrouble[] = []
  const seen = new Set<string>()
  for (const name of names) {
    const parts = graphemesOf(name)
    if (parts.length > longestName || utf8Length(name) > longestNameBytes)
      trouble.push({ kind: 'too-long', name: parts.slice(0, 24).join('') })
    else if (parts.some((part) => [...part].length > mostCodePointsInGrapheme))
      trouble.push({ kind: 'odd-letters', name })
    const key = sameNameKey(name)
    if (seen.has(key)) trouble.push({ kind: 'twice', name })
    seen.add(key)
  }
  if (names.length < fewestPeople) trouble.push({ kind: 'too-few', count: names.length })
  if (names.length > mostPeople) trouble.push({ kind: 'too-many', count: names.length })
  return { names, trouble }
}

function utf8Length(text: string): number {
  return [...text].reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
  }, 0)
}

/** Short names: the first word, made unique by the next word's initial where two are the same; else the whole name. */
export function shortNames(names: readonly string[]): readonly string[] {
  const first = names.map((name) => name.split(' ')[0] ?? name)
  return names.map((name, index) => {
    const mine = first[index] ?? name
    const alike = first.filter((other) => sameNameKey(other) === sameNameKey(mine)).length > 1
    if (!alike) return mine
    const second = name.split(' ')[1]
    if (second === undefined) return mine
    const initial = `${mine} ${graphemesOf(second)[0] ?? ''}.`
    const clash = names.some((other, at) => {
      const [word, next] = other.split(' ')
      return (
        at !== index &&
        next !== undefined &&
        sameNameKey(`${word} ${graphemesOf(next)[0]}`) === sameNameKey(`${mine} ${graphemesOf(second)[0]}`)
      )
    })
    return clash ? name : initial
  })
}
