import type { Day } from '../../shared/circle/circle'
import type { Form } from '../../shared/export/file-names'
import type { Column, What } from '../../shared/export/labels'
import type { Stays } from '../../shared/export/what'
import type { LineKind } from '../../shared/session/sweep'
import { list } from './english'

const dayMonthYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const dayOf = (day: Day) => dayMonthYear.format(new Date(`${day}T12:00:00Z`))

const titles: Record<What, string> = {
  all: 'What was kept',
  commitments: 'Open commitments',
  next: 'Next meeting',
}

const kinds: Record<LineKind, string> = {
  commitment: 'Commitment',
  takeaway: 'Takeaway',
  word: 'Harvest',
  question: 'Question',
}

const columns: Record<Column, string> = {
  kind: 'What',
  date: 'Date',
  time: 'Time',
  minutes: 'Minutes',
  formats: 'Formats',
  facilitated: 'Facilitated',
  presented: 'Presented',
  name: 'Who',
  text: 'Words',
  until: 'Until',
}

const forms: Record<Form, string> = {
  markdown: 'Markdown, to read',
  csv: 'CSV, for tables',
  calendar: 'Calendar',
  paper: 'PDF, to print',
}

/** What came of writing: it is there, the person left it, or it could not be done. */
type Outcome = 'written' | 'left' | 'failed'

const file: Record<Outcome, string> = {
  written: 'Written, where you chose.',
  left: 'Nothing was written.',
  failed: 'It could not be written there. Choose another place.',
}

const paper: Record<Outcome, string> = {
  written: 'Written, where you chose, as a page to print.',
  left: 'Nothing was written.',
  failed: 'It could not be written there. Choose another place.',
}

/** The words of taking something out: on the screen, and in the files. */
export const exportWords = {
  title: 'Write something out',
  back: 'Back',
  what: 'What',
  whats: { all: 'Everything kept', commitments: titles.commitments, next: titles.next } satisfies Record<
    What,
    string
  >,
  form: 'How',
  forms,
  names: 'Names',
  withNames: { yes: 'With names', no: 'Without names' },
  namesStay:
    'You agreed that names don’t leave. Export without names, or change the agreement together first.',
  stay: ({ lines }: Stays) =>
    lines === 1
      ? 'One line stays in the circle: you agreed that it doesn’t leave.'
      : `${lines} lines stay in the circle: you agreed that they don’t leave.`,
  privateStay: ({ private: count }: Stays) =>
    count === 1
      ? 'One line is never written: it is private, or may be.'
      : `${count} lines are never written: they are private, or may be.`,
  nameless: (count: number) =>
    count === 1
      ? 'One line has no names in it: so you agreed for its session.'
      : `${count} lines have no names in them: so you agreed for their sessions.`,
  nothingThere: {
    all: 'Nothing is kept yet.',
    commitments: 'No commitment is open.',
    next: 'No next meeting is set.',
  } satisfies Record<What, string>,
  readThrough: 'Names of members are taken out. Nicknames and other people’s names are not: read it through.',
  preview: 'This, and nothing else, will be in it',
  anyone: 'Anyone who has this file can read it.',
  anyonePaper: 'Anyone who has this page can read it.',
  write: 'Write it',
  print: 'Write the page',
  receipts: { markdown: file, csv: file, calendar: file, paper } satisfies Record<
    Form,
    Record<Outcome, string>
  >,
  file: {
    title: (what: What, circle: string | null) =>
      circle === null ? titles[what] : `${titles[what]} · ${circle}`,
    somebody: '…',
    somebodyGone: 'somebody who has left',
    kinds,
    sections: {
      lines: 'Kept, without names and days',
      commitments: titles.commitments,
      agreements: 'Agreements',
      next: titles.next,
    },
    columns,
    rows: { session: 'Session', commitment: 'Open commitment', agreement: 'Agreement', next: titles.next },
    facilitated: 'Facilitated',
    presented: 'Presented',
    facilitates: 'Facilitates',
    asked: 'Asked to facilitate',
    rests: 'rests',
    restsUntil: (day: Day) => `rests until ${dayOf(day)}`,
    by: (day: Day) => `by ${dayOf(day)}`,
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    list: (names: readonly string[]) => list.format(names),
    meeting: (circle: string | null) => (circle === null ? 'Circle meeting' : `Circle meeting · ${circle}`),
  },
}

export type ExportWords = typeof exportWords
