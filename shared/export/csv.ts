import { columns, type Column, type ExportLabels } from './labels'
import { commitmentNote } from './sheet'
import type { Export, ExportEntry, LineEntry } from './what'

/** A cell of a table: words, a number of our own, or nothing. */
export type Cell = string | number | null

/**
 * What a table program could take for a formula (privacy.md 5): a cell that begins so, after blanks and what draws
 * nothing, or that begins with a tab or a line break.
 */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@%|＝＋－＠])/u

/** One cell: words always in quotes, with an apostrophe before what could be a formula. Numbers are our own. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = cell.toWellFormed()
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** A table as RFC 4180 has it, with the mark by which table programs know UTF-8. */
export const csvTable = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`

type Row = Partial<Record<Column, Cell>>

const lineRow = ({ line, name, text }: LineEntry, labels: ExportLabels): Row => ({
  kind: labels.kinds[line],
  name,
  text,
})

const several = (texts: readonly string[]): Cell => (texts.length === 0 ? null : texts.join(' · '))

function rowsOf(entry: ExportEntry, labels: ExportLabels): readonly Row[] {
  switch (entry.kind) {
    case 'session': {
      const date = labels.date(entry.at)
      const session: Row = {
        kind: labels.rows.session,
        date,
        minutes: entry.minutes,
        formats: several(entry.formats),
        facilitated: several(entry.facilitated),
        presented: several(entry.presented),
      }
      return [session, ...entry.lines.map((line) => ({ ...lineRow(line, labels), date }))]
    }
    case 'line':
      return [lineRow(entry, labels)]
    case 'commitment': {
      const { name, text } = entry
      return [{ kind: labels.rows.commitment, name, text, until: commitmentNote(entry, labels) }]
    }
    case 'agreement':
      return [{ kind: labels.rows.agreement, text: entry.text }]
    case 'next': {
      const { at, facilitator, answer } = entry
      const when = at === null ? {} : { date: labels.date(at), time: labels.clock(at) }
      const text = facilitator === null ? null : answer === 'willing' ? labels.facilitates : labels.asked
      return [{ kind: labels.rows.next, ...when, name: facilitator, text }]
    }
  }
}

/** An export as a table: a row for each thing, and the columns that hold anything. */
export function csvOf(exported: Export, labels: ExportLabels): string {
  const rows = exported.entries.flatMap((entry) => rowsOf(entry, labels))
  const used = columns.filter((column) => rows.some((row) => (row[column] ?? null) !== null))
  return csvTable([
    used.map((column) => labels.columns[column]),
    ...rows.map((row) => used.map((column) => row[column] ?? null)),
  ])
}
