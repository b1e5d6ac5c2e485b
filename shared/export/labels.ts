import type { FormatId } from '../basics/ids'
import type { Instant } from '../basics/time'
import type { Day } from '../circle/circle'
import type { LineKind } from '../session/sweep'

/** What somebody can take out: everything kept, the commitments still open, or the next meeting. */
export type What = 'all' | 'commitments' | 'next'

/** The columns of a table, in their order. */
export const columns = [
  'kind',
  'date',
  'time',
  'minutes',
  'formats',
  'facilitated',
  'presented',
  'name',
  'text',
  'until',
] as const
export type Column = (typeof columns)[number]

/** Every word of ours that a file holds, in the language of the console: nothing in `shared/export` has words of its own. */
export interface ExportLabels {
  readonly title: (what: What, circle: string | null) => string
  /** What stands in a text in place of a name. */
  readonly somebody: string
  /** A member who has left, whose name is gone. */
  readonly somebodyGone: string
  readonly kinds: Readonly<Record<LineKind, string>>
  readonly sections: Readonly<Record<'lines' | 'commitments' | 'agreements' | 'next', string>>
  readonly columns: Readonly<Record<Column, string>>
  readonly rows: Readonly<Record<'session' | 'commitment' | 'agreement' | 'next', string>>
  readonly facilitated: string
  readonly presented: string
  readonly facilitates: string
  /** Was asked to facilitate, and has not answered yet. */
  readonly asked: string
  readonly rests: string
  readonly restsUntil: (day: Day) => string
  readonly by: (day: Day) => string
  readonly minutes: (count: number) => string
  readonly format: (id: FormatId) => string | null
  readonly list: (names: readonly string[]) => string
  /** A day as people say it, with its year. */
  readonly day: (at: Instant) => string
  readonly dayAndTime: (at: Instant) => string
  /** The same for tables: "2026-03-27", and "18:00". */
  readonly date: (at: Instant) => Day
  readonly clock: (at: Instant) => string
  /** What the next meeting is called in a calendar. */
  readonly meeting: (circle: string | null) => string
}
