import type { ExportLabels } from './labels'
import type { CommitmentEntry, Export, ExportEntry, LineEntry, NextEntry, SessionEntry } from './what'

/** A piece of a line: words of ours, a name, what somebody said, or what is to be added. */
export interface Piece {
  readonly role: 'label' | 'name' | 'text' | 'more'
  readonly text: string
}

/** What stands under one heading; without one where the title says it already. */
export interface Section {
  readonly heading: string | null
  readonly rows: readonly (readonly Piece[])[]
}

/** An export as people read it, on paper or in Markdown. */
export interface Sheet {
  readonly title: string
  readonly sections: readonly Section[]
}

const piece = (role: Piece['role'], text: string | null): readonly Piece[] =>
  text === null || text === '' ? [] : [{ role, text }]

const lineRow = ({ line, name, text }: LineEntry, labels: ExportLabels): readonly Piece[] => [
  ...piece('label', labels.kinds[line]),
  ...piece('name', name),
  ...piece('text', text),
]

function sessionSection(entry: SessionEntry, labels: ExportLabels): Section {
  const people = (label: string, names: readonly string[]) =>
    names.length === 0 ? [] : [[...piece('label', label), ...piece('name', labels.list(names))]]
  const about = [labels.minutes(entry.minutes), ...entry.formats].flatMap((text) => piece('label', text))
  return {
    heading: labels.day(entry.at),
    rows: [
      about,
      ...people(labels.facilitated, entry.facilitated),
      ...people(labels.presented, entry.presented),
      ...entry.lines.map((line) => lineRow(line, labels)),
    ],
  }
}

/** What is said beside a commitment: until when, or that it rests. */
export function commitmentNote({ rests, until }: CommitmentEntry, labels: ExportLabels): string | null {
  if (rests) return until === null ? labels.rests : labels.restsUntil(until)
  return until === null ? null : labels.by(until)
}

const commitmentRow = (entry: CommitmentEntry, labels: ExportLabels): readonly Piece[] => [
  ...piece('name', entry.name),
  ...piece('text', entry.text),
  ...piece('more', commitmentNote(entry, labels)),
]

const nextRow = ({ at, facilitator, answer }: NextEntry, labels: ExportLabels): readonly Piece[] => [
  ...piece('label', at === null ? null : labels.dayAndTime(at)),
  ...(facilitator === null
    ? []
    : [
        ...piece('label', answer === 'willing' ? labels.facilitates : labels.asked),
        ...piece('name', facilitator),
      ]),
]

function rowOf(entry: ExportEntry, labels: ExportLabels): readonly Piece[] {
  switch (entry.kind) {
    case 'session':
      return []
    case 'line':
      return lineRow(entry, labels)
    case 'commitment':
      return commitmentRow(entry, labels)
    case 'agreement':
      return piece('text', entry.text)
    case 'next':
      return nextRow(entry, labels)
  }
}

const groups = [
  ['line', 'lines'],
  ['commitment', 'commitments'],
  ['agreement', 'agreements'],
  ['next', 'next'],
] as const

/** An export as a title, headings and lines: sessions by date, then what has no day. */
export function sheetOf(exported: Export, labels: ExportLabels): Sheet {
  const { what, circle, entries } = exported
  const sessions = entries.flatMap((entry) =>
    entry.kind === 'session' ? [sessionSection(entry, labels)] : [],
  )
  const others = groups.map(([kind, heading]): Section => ({
    heading: what === 'all' ? labels.sections[heading] : null,
    rows: entries.filter((entry) => entry.kind === kind).map((entry) => rowOf(entry, labels)),
  }))
  return {
    title: labels.title(what, circle),
    sections: [...sessions, ...others.filter(({ rows }) => rows.length > 0)],
  }
}
