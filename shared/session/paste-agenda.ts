// Pasted lines become an agenda, and an agenda becomes lines that read back as the same one.
import type { FormatId, ItemId } from '../basics/ids'
import { accepted, refused, type Result } from '../basics/result'
import { cleanName } from '../circle/names'
import { drillFormats, isDrill } from '../craft/drills/drills'
import type { Format } from '../formats/format'
import { suits } from '../formats/library/library'
import type { AgendaItem } from './agenda-item'
import {
  hinders,
  repeating,
  settleDrafts,
  usualOf,
  withinLimits,
  type Draft,
  type DraftWish,
  type Part,
} from './draft-agenda'
import { usualOrder, type Agenda } from './edit-agenda'
import { folded, longestLine, readLine, type LineParts } from './paste-line'
import { usualMinutes } from './plan'

/** What the parts are called, in the language of the lines. */
export interface PartWords {
  readonly parts: Readonly<Record<Part, readonly string[]>>
  /** Headings, sums, the end. */
  readonly aside: readonly string[]
  /** What may stand beside a turn and says nothing: "first", "with". */
  readonly fillers: readonly string[]
}

export interface PasteWish extends DraftWish {
  /** What people are called: a turn may be written by its presenter's name. */
  readonly names: readonly string[]
  readonly words: PartWords
}

/** What was done with a line beside reading it; one at most is said. */
export type LineNote =
  | { readonly kind: 'floor' | 'cap' | 'by-format' | 'moved' | 'joined' }
  /** The format that was named can't be held by so many; the turn has the usual one. */
  | { readonly kind: 'does-not-suit'; readonly title: string }

export type LineReading =
  | { readonly kind: 'item'; readonly item: ItemId; readonly note: LineNote | null }
  | { readonly kind: 'aside' }
  | { readonly kind: 'unknown' }
  /** More turns than people, a second time what the group does once, nothing to look back on. */
  | { readonly kind: 'not-taken'; readonly why: 'turn-for-each' | 'once' | 'nothing-open' }

export interface ReadLine {
  /** Its place in the text, from 1, blank lines counted. */
  readonly number: number
  readonly text: string
  readonly reading: LineReading
}

/** What a text comes to: each line, the agenda of those that were understood, and what was added to it. */
export interface Reading {
  readonly lines: readonly ReadLine[]
  readonly agenda: Agenda
  readonly added: readonly Part[]
  /** The turns whose format was named. */
  readonly named: ReadonlyMap<ItemId, FormatId>
}

export type PasteRefusal =
  | { readonly kind: 'empty' }
  /** More than 20,000 letters, or a hundred lines. */
  | { readonly kind: 'too-long' }
  | { readonly kind: 'not-understood'; readonly line: number; readonly text: string }

/** The most that is read at once, in letters and in lines that say something. */
export const mostLetters = 20_000
export const mostLines = 100

interface Meaning {
  readonly part: Part
  readonly format?: Format
}

/** Of several parts with one name, the one that comes next: before the first turn the earlier, then the later. */
function byPlace(parts: readonly Part[], turnsBefore: number): Part | undefined {
  const sorted = parts.toSorted((one, other) => usualOrder.indexOf(one) - usualOrder.indexOf(other))
  return turnsBefore === 0 ? sorted[0] : sorted.at(-1)
}

/** How a wish's words are looked up: each with all its names, folded. */
interface Lexicon {
  readonly parts: readonly { readonly part: Part; readonly names: readonly string[] }[]
  readonly aside: ReadonlySet<string>
  readonly fillers: ReadonlySet<string>
  readonly people: readonly string[]
  readonly formats: readonly { readonly format: Format; readonly names: readonly string[] }[]
}

const named = (names: readonly string[]) => [...new Set(names.map(folded))].filter((name) => name !== '')

const lexiconOf = ({ words, names, formats }: PasteWish): Lexicon => ({
  parts: usualOrder.flatMap((part) =>
    part === 'opening' ? [] : [{ part, names: named(words.parts[part]) }],
  ),
  aside: new Set(named(words.aside)),
  fillers: new Set(named(words.fillers)),
  people: named(names).toSorted((one, other) => other.length - one.length),
  formats: formats.map((format) => ({ format, names: named([format.title, format.id]) })),
})

const without = (key: string, words: string): string =>
  ` ${key} `.replace(` ${words} `, ' ').trim().replace(/\s+/g, ' ')

/** Shorter names than this are only understood alone. */
const fewestLetters = 5

const begins = (key: string, name: string) =>
  name.length >= fewestLetters && (key.startsWith(`${name} `) || key.endsWith(` ${name}`))

function formatIn(key: string, { formats }: Lexicon): Format | undefined {
  const exact = formats.find(({ names }) => names.includes(key))
  if (exact) return exact.format
  const within = formats.filter(({ names }) => names.some((name) => begins(key, name)))
  if (within.length === 1) return within[0]?.format
  const short = formats.filter(
    ({ names }) => key.length >= 4 && names.some((name) => name.startsWith(`${key} `)),
  )
  return short.length === 1 ? short[0]?.format : undefined
}

/** What is left of a turn's line without the turn, its number and who presents; null where it names neither turn nor person. */
function turnRest(key: string, lexicon: Lexicon): string | null {
  const turns = lexicon.parts.find(({ part }) => part === 'turn')?.names ?? []
  const marks = [...lexicon.people, ...turns].filter((name) => ` ${key} `.includes(` ${name} `))
  if (marks.length === 0) return null
  return marks
    .reduce(without, key)
    .split(' ')
    .filter((word) => !lexicon.fillers.has(word) && !/^\d+$/.test(word))
    .join(' ')
}

/** What the words of a line mean; null where that is not one thing. */
function meaningOf(words: string, lexicon: Lexicon, turnsBefore: number): Meaning | 'aside' | null {
  const key = folded(words)
  if (key === '') return null
  const exact = lexicon.parts.filter(({ names }) => names.includes(key)).map(({ part }) => part)
  const part = byPlace(exact, turnsBefore)
  if (part !== undefined) return { part }
  if (lexicon.aside.has(key)) return 'aside'
  const turns = lexicon.parts.find((one) => one.part === 'turn')?.names ?? []
  const [before = '', ...behind] = words.split(':')
  const titled = turns.includes(folded(before)) ? folded(behind.join(':')) : ''
  const whole = lexicon.formats.find(({ names }) => names.includes(titled) || names.includes(key))
  if (whole) return { part: 'turn', format: whole.format }
  // A drill is meant by its whole name alone: it stands in no list of methods.
  const practised = drillFormats.find(({ title }) => [titled, key].includes(folded(title)))
  if (practised) return { part: 'turn', format: practised }
  const rest = turnRest(key, lexicon)
  if (rest === '') return { part: 'turn' }
  const format = formatIn(rest ?? key, lexicon)
  if (format) return { part: 'turn', format }
  // Beside a person only a part's whole name counts: "Jun talks about the break" is no break.
  const isIn = (name: string) => (rest === null ? begins(key, name) : name === rest)
  const within = lexicon.parts.flatMap((one) =>
    one.names.filter(isIn).map((name) => ({ part: one.part, name })),
  )
  // "Last commitments" is not also "commitments": of names within one another the longest counts.
  const longest = within.filter(({ name }) =>
    within.every((other) => other.name === name || !begins(other.name, name)),
  )
  const found = [...new Set(longest.map((one) => one.part))]
  return found.length === 1 && found[0] !== undefined && found[0] !== 'turn' ? { part: found[0] } : null
}

interface Parsed {
  readonly number: number
  readonly text: string
  readonly parts: LineParts
  readonly minutes: number | null
}

/** Whether hours and minutes at the lines' beginnings are times of day, or count up from nothing, rather than lengths. */
function areTimes(times: readonly number[]): boolean {
  const [first] = times
  if (first === undefined) return false
  const rising = times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))
  return first >= 5 * 60 || (times.length > 1 && rising && (first === 0 || first >= 60))
}

/** From one time of day to the next one on a clock face, in minutes. */
const span = (from: number, to: number): number => (((to - from) % 720) + 720) % 720

/** A line as it is named: without controls and direction marks, at most as long as it is read. */
const shown = (line: string): string => cleanName(line.slice(0, longestLine))

/** The lines that say something, each with its minutes: as written, or until the next line's time. */
function linesOf(text: string): readonly Parsed[] {
  const found = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, index) => ({ number: index + 1, text: shown(line), parts: readLine(line) }))
    .filter(({ text: line }) => /[\p{L}\p{N}]/u.test(line))
  const times = areTimes(found.flatMap(({ parts: { at } }) => at ?? []))
  return found.map((line, index): Parsed => {
    const { at, until, minutes } = line.parts
    const next = until ?? found[index + 1]?.parts.at ?? null
    const passed = times && at !== null && next !== null ? span(at, next) : 0
    return { ...line, minutes: minutes ?? (times || at === null ? passed || null : at) }
  })
}

type Taken = LineReading | { readonly kind: 'draft'; readonly note: LineNote | null }

interface Gathered {
  readonly drafts: readonly Draft[]
  readonly taken: ReadonlyMap<number, Taken>
}

function takeTurn(gathered: Gathered, line: Parsed, wanted: Format | undefined, wish: PasteWish): Gathered {
  const { drafts, taken } = gathered
  const fitting = wanted !== undefined && suits(wanted, wish)
  const format = fitting ? wanted : wish.usual
  const why = hinders(format, drafts, wish.people)
  if (why !== null) return { drafts, taken: new Map(taken).set(line.number, { kind: 'not-taken', why }) }
  const minutes = usualMinutes(format)
  // "Turn 2" is the second, not two minutes.
  const isOther = line.minutes !== null && line.minutes !== minutes && line.minutes > wish.people
  const note: LineNote | null =
    wanted !== undefined && !fitting
      ? { kind: 'does-not-suit', title: wanted.title }
      : isOther
        ? { kind: 'by-format' }
        : null
  const draft: Draft = { part: 'turn', minutes, format, isNamed: fitting, from: [line.number] }
  return { drafts: [...drafts, draft], taken: new Map(taken).set(line.number, { kind: 'draft', note }) }
}

function takePart(gathered: Gathered, line: Parsed, part: Part, wish: PasteWish): Gathered {
  const { drafts, taken } = gathered
  const { people, usual } = wish
  const same = repeating.includes(part) ? undefined : drafts.find((draft) => draft.part === part)
  const { minutes, held } = withinLimits(
    part,
    (same?.minutes ?? 0) + (line.minutes ?? (same ? 0 : usualOf(part, usual, wish))),
    people,
  )
  const note: LineNote | null = same ? { kind: 'joined' } : held === null ? null : { kind: held }
  const draft: Draft = {
    part,
    minutes,
    format: usual,
    isNamed: false,
    from: [...(same?.from ?? []), line.number],
  }
  return {
    drafts: same ? drafts.map((one) => (one === same ? draft : one)) : [...drafts, draft],
    taken: new Map(taken).set(line.number, { kind: 'draft', note }),
  }
}

function gather(lines: readonly Parsed[], wish: PasteWish): Gathered {
  const lexicon = lexiconOf(wish)
  return lines.reduce<Gathered>(
    (gathered, line) => {
      const turns = gathered.drafts.filter(
        ({ part, format }) => part === 'turn' && !isDrill(format.id),
      ).length
      const meaning = meaningOf(line.parts.words, lexicon, turns)
      const onlyTime = line.parts.words === '' && line.parts.at !== null
      const note = (reading: LineReading): Gathered => ({
        ...gathered,
        taken: new Map(gathered.taken).set(line.number, reading),
      })
      if (meaning === 'aside' || onlyTime) return note({ kind: 'aside' })
      if (meaning === null) return note({ kind: 'unknown' })
      if (meaning.part === 'last-commitments' && wish.toReview === 0)
        return note({ kind: 'not-taken', why: 'nothing-open' })
      return meaning.part === 'turn'
        ? takeTurn(gathered, line, meaning.format, wish)
        : takePart(gathered, line, meaning.part, wish)
    },
    { drafts: [], taken: new Map() },
  )
}

/**
 * Reads pasted lines: "10 Check-in", "Check-in – 10 min", "18:00 Check-in", "Jun – action learning set". Each line that says
 * something is told what it becomes; what a session can't do without is added at its usual place; the order, floors and caps of an
 * edited agenda hold. Any text can be read; one of more than 20,000 letters or a hundred lines, or of none, is refused whole.
 */
export function readLines(text: string, wish: PasteWish): Result<Reading, PasteRefusal> {
  if (text.length > mostLetters) return refused({ kind: 'too-long' })
  const lines = linesOf(text)
  if (lines.length === 0) return refused({ kind: 'empty' })
  if (lines.length > mostLines) return refused({ kind: 'too-long' })
  const { drafts, taken } = gather(lines, wish)
  const { agenda, added, named: chosen, items } = settleDrafts(drafts, wish)
  const readingOf = (number: number): LineReading => {
    const found = taken.get(number) ?? { kind: 'unknown' }
    if (found.kind !== 'draft') return found
    const { item, moved } = items.get(number) ?? { item: null, moved: false }
    if (item === null) return { kind: 'unknown' }
    return { kind: 'item', item, note: moved ? { kind: 'moved' } : found.note }
  }
  return accepted({
    lines: lines.map(({ number, text: line }) => ({ number, text: line, reading: readingOf(number) })),
    agenda,
    added,
    named: chosen,
  })
}

/** The agenda that pasted lines come to; refuses a text with a line that is not understood, and says which. */
export function readAgenda(text: string, wish: PasteWish): Result<Agenda, PasteRefusal> {
  const found = readLines(text, wish)
  if (!found.ok) return found
  const unknown = found.value.lines.find(({ reading }) => reading.kind === 'unknown')
  return unknown
    ? refused({ kind: 'not-understood', line: unknown.number, text: unknown.text })
    : accepted(found.value.agenda)
}

/** An agenda as lines: what each part is called, then its minutes. The opening has no line. */
export const linesFrom = (agenda: Agenda, nameOf: (item: AgendaItem) => string): string =>
  agenda
    .filter(({ kind }) => kind !== 'opening')
    .map((item) => `${nameOf(item)} ${item.minutes}`)
    .join('\n')
