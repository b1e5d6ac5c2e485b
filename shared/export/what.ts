// What would leave the circle in a file, before anything is written. Every form of file is written from this one list.
// 1. The table of levels decides: a session's own level for its lines, the circle's for what the circle carries.
// 2. Where names stay, a line loses its owner, its turn and its day: it stands in one list with others, in an order
//    that tells nothing.
// 3. Texts are cleaned before names are looked for in them, so that cleaning never puts a name together.
import type { FormatId, MemberId, SessionId } from '../basics/ids'
import { accepted, refused, type Result } from '../basics/result'
import type { Instant } from '../basics/time'
import { withoutNames } from '../circle/anonymise'
import type { Circle, Commitment, Day, Level, NextMeeting } from '../circle/circle'
import type { KeptLine, KeptOfSession } from '../circle/kept'
import { allowances, type KeepKind } from '../circle/levels'
import type { LineKind } from '../session/sweep'
import type { SessionTrace } from '../session/trace'
import type { ExportLabels, What } from './labels'

/** What a circle has that could be taken out. */
export interface Exportable {
  readonly circle: Circle
  readonly traces: readonly SessionTrace[]
  readonly commitments: readonly Commitment[]
  readonly kept: readonly KeptOfSession[]
}

/** What somebody asks for. */
export interface ExportWish {
  readonly what: What
  readonly names: boolean
  readonly labels: ExportLabels
}

/** One line that was kept; with a name only where names leave. */
export interface LineEntry {
  readonly kind: 'line'
  readonly line: LineKind
  readonly name: string | null
  readonly text: string
}

/** One session: when, how long, in which formats; who and what only where names leave. */
export interface SessionEntry {
  readonly kind: 'session'
  readonly at: Instant
  readonly minutes: number
  readonly formats: readonly string[]
  readonly facilitated: readonly string[]
  readonly presented: readonly string[]
  readonly lines: readonly LineEntry[]
}

/** A commitment that is still open; its day only together with its name. */
export interface CommitmentEntry {
  readonly kind: 'commitment'
  readonly name: string | null
  readonly text: string
  readonly rests: boolean
  readonly until: Day | null
}

/** When the circle meets next; who is asked to facilitate only where names leave. */
export interface NextEntry {
  readonly kind: 'next'
  readonly at: Instant | null
  readonly facilitator: string | null
  readonly answer: NextMeeting['answer']
}

/** One thing that leaves. */
export type ExportEntry =
  | SessionEntry
  | LineEntry
  | CommitmentEntry
  | { readonly kind: 'agreement'; readonly text: string }
  | NextEntry

/** What was asked for and stays: lines that the agreement holds back, and lines that are or may have been private. */
export interface Stays {
  readonly lines: number
  readonly private: number
}

/** Everything that a file of it would hold. */
export interface Export {
  readonly what: What
  /** The circle's name, where names leave. */
  readonly circle: string | null
  readonly entries: readonly ExportEntry[]
  readonly stays: Stays
  /** How many lines stand without names although names were asked for. */
  readonly nameless: number
}

/** Why there is nothing to write: names were asked for and none may leave; all of it stays; or nothing is there. */
export type ExportRefusal =
  | { readonly kind: 'names-stay' }
  | { readonly kind: 'all-stays'; readonly stays: Stays }
  | { readonly kind: 'nothing-there' }

const leaves = (level: Level, kind: KeepKind) => allowances[level][kind].export

/** Whether arrangements (who facilitated, the circle's own name) may leave with names. They go where the date goes. */
const arrangementsNamed = (level: Level): boolean => leaves(level, 'date') === 'with-names'

/**
 * A commitment that was kept without names may have been a private one: what was kept does not say. It stays, like every
 * private one.
 */
const mayBePrivate = (line: KeptLine): boolean => line.kind === 'commitment'

/** Whether a name may leave in anything that is asked for. */
export function namesMayLeave({ circle, kept }: Exportable, what: What): boolean {
  if (what === 'commitments') return leaves(circle.level, 'commitment') === 'with-names'
  if (arrangementsNamed(circle.level)) return true
  if (what === 'next') return false
  return kept.some(({ level, lines }) =>
    lines.some((line) => !mayBePrivate(line) && leaves(level, line.kind) === 'with-names'),
  )
}

// Controls, direction overrides and tags: what nobody sees, and what could make a line look like another.
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu

/** A text as it may stand in a file: whole characters, line breaks and tabs kept, nothing hidden. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(hidden, '')
    .trim()

const byText = (one: { readonly text: string }, other: { readonly text: string }): number =>
  one.text < other.text ? -1 : one.text > other.text ? 1 : 0

const kindOrder: readonly LineKind[] = ['takeaway', 'word', 'question', 'commitment']

interface Given extends Exportable {
  readonly wish: ExportWish
}

const nameOf = ({ circle, wish }: Given, id: MemberId): string =>
  cleanText(circle.members.find((member) => member.id === id)?.name ?? '') || wish.labels.somebodyGone

const nameless = ({ circle, wish }: Given, text: string): string =>
  withoutNames(cleanText(text), circle.members, wish.labels.somebody)

/** One kept line, and what becomes of it: it leaves with its name, it leaves without, or it stays. */
interface Judged {
  readonly session: SessionId
  readonly becomes: 'named' | 'nameless' | 'stays' | 'private'
  readonly entry: LineEntry
}

function judged(given: Given): readonly Judged[] {
  return given.kept.flatMap(({ session, level, lines }) =>
    lines.map((line): Judged => {
      const may = leaves(level, line.kind)
      const named = given.wish.names && may === 'with-names'
      const owner = named && line.owner !== null ? nameOf(given, line.owner) : null
      const text = named ? cleanText(line.text) : nameless(given, line.text)
      const entry: LineEntry = { kind: 'line', line: line.kind, name: owner, text }
      if (mayBePrivate(line)) return { session, becomes: 'private', entry }
      return { session, becomes: may === 'no' ? 'stays' : named ? 'named' : 'nameless', entry }
    }),
  )
}

/** The title of one of the circle's own formats, which somebody here wrote. */
function ownTitle(given: Given, id: FormatId, named: boolean): string | null {
  const title = given.circle.formats?.find((format) => format.id === id)?.title
  if (title === undefined) return null
  return named ? cleanText(title) : nameless(given, title)
}

function sessionEntry(given: Given, trace: SessionTrace, lines: readonly Judged[]): SessionEntry {
  const { circle, kept, wish } = given
  const levels = kept.filter(({ session }) => session === trace.session).map(({ level }) => level)
  const named = wish.names && [circle.level, ...levels].every(arrangementsNamed)
  const names = (ids: readonly MemberId[]) => (named ? ids.map((id) => nameOf(given, id)) : [])
  return {
    kind: 'session',
    at: trace.closedAt,
    minutes: Math.round(trace.items.reduce((sum, { actual }) => sum + actual, 0)),
    formats: trace.formats.flatMap((id) => wish.labels.format(id) ?? ownTitle(given, id, named) ?? []),
    facilitated: names(trace.facilitated),
    presented: names(trace.presented),
    lines: lines.filter((line) => hasDay(line) && line.session === trace.session).map(({ entry }) => entry),
  }
}

/** A line without a name was kept without its day, or loses it here. */
const hasDay = ({ becomes, entry }: Judged): boolean => becomes === 'named' && entry.name !== null

function linesWithoutDay(given: Given, lines: readonly Judged[]): readonly LineEntry[] {
  const known = new Set(given.traces.map(({ session }) => session))
  return lines
    .filter((line) => line.becomes === 'named' || line.becomes === 'nameless')
    .filter((line) => !hasDay(line) || !known.has(line.session))
    .map(({ entry }) => entry)
    .toSorted(
      (one, other) => kindOrder.indexOf(one.line) - kindOrder.indexOf(other.line) || byText(one, other),
    )
}

function commitmentEntries(given: Given): readonly CommitmentEntry[] {
  const { circle, commitments, wish } = given
  const may = leaves(circle.level, 'commitment')
  if (may === 'no') return []
  const open = commitments.filter(({ seenBy }) => seenBy === 'room')
  if (wish.names && may === 'with-names')
    return open.map(({ member, text, kind, until }) => ({
      kind: 'commitment',
      name: nameOf(given, member),
      text: cleanText(text),
      rests: kind === 'rest',
      until,
    }))
  return open
    .map(({ text, kind }): CommitmentEntry => ({
      kind: 'commitment',
      name: null,
      text: nameless(given, text),
      rests: kind === 'rest',
      until: null,
    }))
    .toSorted(byText)
}

function nextEntries(given: Given): readonly NextEntry[] {
  const { circle, wish } = given
  const { next } = circle.standing
  if (next === null || leaves(circle.level, 'date') === 'no') return []
  const named = wish.names && arrangementsNamed(circle.level) && next.facilitator !== null
  const facilitator = named && next.facilitator !== null ? nameOf(given, next.facilitator) : null
  return next.at === null && facilitator === null
    ? []
    : [{ kind: 'next', at: next.at, facilitator, answer: next.answer }]
}

function entriesOf(given: Given, lines: readonly Judged[]): readonly ExportEntry[] {
  const { circle, traces, wish } = given
  if (wish.what === 'commitments') return commitmentEntries(given)
  if (wish.what === 'next') return nextEntries(given)
  const named = wish.names && arrangementsNamed(circle.level)
  return [
    ...traces
      .toSorted((one, other) => one.closedAt - other.closedAt)
      .map((trace) => sessionEntry(given, trace, lines)),
    ...linesWithoutDay(given, lines),
    ...commitmentEntries(given),
    ...circle.agreements.map(({ text }) => ({
      kind: 'agreement' as const,
      text: named ? cleanText(text) : nameless(given, text),
    })),
    ...nextEntries(given),
  ]
}

function staysOf({ circle, commitments, wish }: Given, lines: readonly Judged[]): Stays {
  if (wish.what === 'next') return { lines: 0, private: 0 }
  const count = (becomes: Judged['becomes']) =>
    wish.what === 'all' ? lines.filter((line) => line.becomes === becomes).length : 0
  const open = commitments.filter(({ seenBy }) => seenBy === 'room').length
  return {
    lines: count('stays') + (leaves(circle.level, 'commitment') === 'no' ? open : 0),
    private: count('private') + commitments.length - open,
  }
}

/**
 * What a file of it would hold, as the agreements allow, or why there is nothing to write.
 * Refused only when all that was asked for may not leave: else what stays is left out and counted.
 */
export function exportOf(exportable: Exportable, wish: ExportWish): Result<Export, ExportRefusal> {
  const given: Given = { ...exportable, wish }
  const { circle } = exportable
  const lines = judged(given)
  const entries = entriesOf(given, lines)
  const stays = staysOf(given, lines)
  if (entries.length === 0)
    return refused(stays.lines + stays.private > 0 ? { kind: 'all-stays', stays } : { kind: 'nothing-there' })
  if (wish.names && !namesMayLeave(exportable, wish.what)) return refused({ kind: 'names-stay' })
  return accepted({
    what: wish.what,
    circle: wish.names && arrangementsNamed(circle.level) ? cleanText(circle.name) : null,
    entries,
    stays,
    nameless: wish.names ? namelessAnyway(given, entries, lines) : 0,
  })
}

function namelessAnyway({ wish }: Given, entries: readonly ExportEntry[], lines: readonly Judged[]): number {
  const promised = entries.filter((entry) => entry.kind === 'commitment' && entry.name === null).length
  return promised + (wish.what === 'all' ? lines.filter(({ becomes }) => becomes === 'nameless').length : 0)
}
