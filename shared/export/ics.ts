import type { Instant } from '../basics/time'
import type { ExportLabels } from './labels'
import type { Export } from './what'

/** The longest line of a calendar file, in octets, without its end (RFC 5545, 3.1). */
const longestLine = 75

const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** A line as a calendar file has it: what is too long goes on in the next one, after a space; no character is cut. */
export function foldedLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line.toWellFormed()) {
    const more = octetsOf(letter)
    if (octets + more > longestLine) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += more
  }
  return [...parts, part].join('\r\n')
}

/** A text as a value in a calendar file: signs that mean something there are escaped, line breaks become `\n`. */
export const calendarText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|[\n\u0085\u2028\u2029]/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')

/** An instant in UTC: "20260327T170000Z". */
const utc = (at: Instant): string => `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`

/** An appointment: a name, when it begins, and what a calendar knows it by. */
export interface Appointment {
  readonly summary: string
  readonly at: Instant
  /** Random: it says nothing. */
  readonly uid: string
  readonly writtenAt: Instant
}

/** A calendar file with one appointment that calendars shared with others keep to themselves. */
export const calendarOf = ({ summary, at, uid, writtenAt }: Appointment): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Circlet//Circlet//EN',
    'BEGIN:VEVENT',
    `UID:${calendarText(uid)}`,
    `DTSTAMP:${utc(writtenAt)}`,
    `DTSTART:${utc(at)}`,
    `SUMMARY:${calendarText(summary)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${foldedLine(line)}\r\n`)
    .join('')

/** The next meeting of an export as a calendar file; null where it has no day yet. Who facilitates is not in it. */
export function icsOf(
  exported: Export,
  labels: ExportLabels,
  { uid, now }: { readonly uid: string; readonly now: Instant },
): string | null {
  const at = exported.entries.flatMap((entry) => (entry.kind === 'next' ? (entry.at ?? []) : []))[0]
  return at === undefined
    ? null
    : calendarOf({ summary: labels.meeting(exported.circle), at, uid, writtenAt: now })
}
