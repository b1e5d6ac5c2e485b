// What a member marks for themselves, as it is sealed under their own words: one small text, and its rows by their place.
import { instantOf, type Instant } from '../basics/time'

/** The rows of the page, in their order (circles.md 6.2). A new one is only ever added at the end. */
export const markRows = [
  'presence',
  'questions',
  'agreement',
  'safety',
  'feedback',
  'reflection',
  'action',
  'facilitating',
] as const

export type MarkRow = (typeof markRows)[number]

/** 1 starting, 2 trying, 3 steady, 4 fluent. */
export type Mark = 1 | 2 | 3 | 4

export const marks: readonly Mark[] = [1, 2, 3, 4]

/** Marks by row; a row that was left open is absent. */
export type Marked = Readonly<Partial<Record<MarkRow, Mark>>>

/** The marks of one day, and what to try next time; empty for nothing. */
export interface OwnMarks {
  readonly at: Instant
  readonly marked: Marked
  readonly next: string
}

/** The longest line, in UTF-16 units: whatever stands in it, the text fits 512 bytes. */
export const longestNext = 120

/** Whether anything is marked or written. */
export const isEmptyMarks = ({ marked, next }: Pick<OwnMarks, 'marked' | 'next'>): boolean =>
  next.trim() === '' && markRows.every((row) => marked[row] === undefined)

/** The line as it is kept: one line, well formed, no control signs, no longer than allowed. */
const lineOf = (typed: string): string =>
  typed
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longestNext)
    .toWellFormed()

/** Marks as the text that is sealed, to the whole millisecond. */
export const writeMarks = ({ at, marked, next }: OwnMarks): string =>
  JSON.stringify({
    v: 1,
    at: Math.round(at),
    marks: markRows.map((row) => marked[row] ?? 0).join(''),
    next: lineOf(next),
  })

/** Marks from such a text; null where it is none. A row that is not known here is left out. */
export function readMarks(text: string): OwnMarks | null {
  const found = parsed(text)
  if (found === null) return null
  const { v, at, marks: digits, next } = found
  if (v !== 1 || typeof at !== 'number' || !Number.isSafeInteger(at)) return null
  if (typeof digits !== 'string' || !/^[0-4]{1,32}$/.test(digits) || typeof next !== 'string') return null
  const marked = Object.fromEntries(
    markRows.flatMap((row, place) => {
      const mark = Number(digits[place] ?? 0)
      return mark === 0 ? [] : [[row, mark as Mark]]
    }),
  )
  return { at: instantOf(at), marked, next: lineOf(next) }
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : null
  } catch {
    // Sealed by somebody else's hand: there are no marks in it.
    return null
  }
}

/** The newest of what was opened: of two laptops that had not met, the later page counts. Null where nothing is marks. */
export const newestMarks = (texts: readonly string[]): OwnMarks | null =>
  texts
    .flatMap((text) => readMarks(text) ?? [])
    .reduce<OwnMarks | null>((best, one) => (best === null || one.at > best.at ? one : best), null)
