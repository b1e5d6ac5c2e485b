// One pasted line taken apart: when, how long, and the words that are left.
import { plainDigits } from '../basics/parse-minutes'
import { cleanName } from '../circle/names'

export interface LineParts {
  /** An hour and minutes as written, in minutes since midnight: a time of day or a length, which the other lines tell. */
  readonly at: number | null
  /** The end of a range, "18:00–18:10". */
  readonly until: number | null
  /** Minutes as written. */
  readonly minutes: number | null
  readonly words: string
}

/** The longest line that is read, in letters; nobody writes a longer one for a part of an agenda. */
export const longestLine = 200

const listMark = /^(?:[-–—*·•▪◦‣+#>|_`\s]+|\[[ x]?\]\s*|\d{1,3}[.)](?!\d)\s*)+/iu
const clock = /^(\d{1,2})(?:\s?[:.h]\s?([0-5]\d)(?!\d)\s*(am|pm|h\b|uhr\b)?|\s*(am|pm)\b)/iu
const rangeMark = /^\s*(?:[-–—]|to\b)\s*/iu
const unit = String.raw`(hours?|h|minutes?|mins?|m|seconds?|secs?|s|['′’])?`
const leading = new RegExp(
  String.raw`^[([]?(\d{1,4}(?:\.\d{1,2})?|\.\d)\s*${unit}[)\]]?(?=\s|[:,;]|\.\s|$|[-–—]\s*\D)`,
  'iu',
)
const trailing = new RegExp(
  String.raw`(?:^|[\s([:,;=–—]|\s-)\s*(?:(\d{1,2}):([0-5]\d)|(\d{1,4}(?:\.\d{1,2})?|\.\d)\s*${unit})\s*[)\]]?[.;|]?$`,
  'iu',
)
const edges = /^[\s:,;.|–—\-=]+|[\s:,;.|–—\-=([]+$/gu

const minutesIn = (count: string, unitOf: string | undefined): number => {
  const letter = unitOf?.charAt(0).toLowerCase()
  return Number(count) * (letter === 'h' ? 60 : letter === 's' ? 1 / 60 : 1)
}

interface Clock {
  readonly at: number
  readonly rest: string
}

function readClock(text: string): Clock | null {
  const found = clock.exec(text)
  if (found === null) return null
  const half = (found[3] ?? found[4] ?? '').toLowerCase()
  const hour = Number(found[1])
  if (hour > 24) return null
  const hours = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour
  return { at: hours * 60 + Number(found[2] ?? 0), rest: text.slice(found[0].length) }
}

/** A line as it is read: without hidden characters, in plain digits, single spaces, at most 200 letters. */
const plain = (line: string): string =>
  plainDigits(cleanName(line.slice(0, longestLine).replace(/½/g, '.5')))
    .replace(/(\d),(\d)/g, '$1.$2')
    .trim()

/**
 * Takes a line apart: list marks, numbering and what draws nothing go, times and minutes are read from its beginning or its end. Of
 * two numbers the one at the end is the minutes, as in a table with numbered rows.
 */
export function readLine(line: string): LineParts {
  let text = plain(line).replace(listMark, '')
  const from = readClock(text)
  if (from !== null) text = from.rest
  const mark = from === null ? null : rangeMark.exec(text)
  const to = mark === null ? null : readClock(text.slice(mark[0].length))
  if (to !== null) text = to.rest
  text = text.replace(edges, '')
  const first = leading.exec(text)
  if (first !== null) text = text.slice(first[0].length).replace(edges, '')
  const last = trailing.exec(text)
  if (last !== null && last.index > 0) text = text.slice(0, last.index)
  const clockLast = last?.[1] === undefined ? null : Number(last[1]) * 60 + Number(last[2])
  const minutes =
    last !== null && last[3] !== undefined
      ? minutesIn(last[3], last[4])
      : first !== null
        ? minutesIn(first[1] ?? '', first[2])
        : null
  return {
    at: from?.at ?? clockLast,
    until: to?.at ?? null,
    minutes,
    words: text.replace(edges, ''),
  }
}

/** What two ways of writing the same have in common: no accents, no case, no signs, single spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
