import { sheetOf, type Piece } from './sheet'
import type { ExportLabels } from './labels'
import type { Export } from './what'

const breaks = /[\p{Cc}\u2028\u2029 ]+/gu
// Addresses come first: they are broken, so that no reader makes a link of them by itself. What is left as people write it:
// signs that mean nothing in Markdown, and those that mean something only at the begin of a line, behind a letter.
const special = /:\/\/|www(?=\.)|(?![,;?'"(%]|(?<=[\p{L}\p{M}])[.!)-]|(?<=\d)-(?=\d))[!-/:-@[-`{-~]/giu
const gap = '\u200b'

const escaped = (found: string): string => {
  if (found === '://') return `\\:${gap}\\/\\/`
  if (found.length === 3) return found + gap
  return found === '@' ? `\\@${gap}` : `\\${found}`
}

/**
 * A text as it stands in one line of Markdown, where it is never anything but text: every sign of ASCII punctuation that
 * could mean something there has a backslash (also the one after a number that would begin a list), and `://`, `www.` and `@` are broken by a space
 * without width, since some readers make links of them even so.
 */
export const markdownText = (text: string): string =>
  text.toWellFormed().replace(breaks, ' ').trim().replace(special, escaped)

const lineOf = (pieces: readonly Piece[]): string =>
  `- ${pieces.map(({ text }) => markdownText(text)).join(' · ')}`

/** An export as Markdown: headings and lists, no links, pictures or HTML. Ends with a line break. */
export function markdownOf(exported: Export, labels: ExportLabels): string {
  const { title, sections } = sheetOf(exported, labels)
  const blocks = sections.flatMap(({ heading, rows }) => [
    ...(heading === null ? [] : [`## ${markdownText(heading)}`]),
    rows.map(lineOf).join('\n'),
  ])
  return `${[`# ${markdownText(title)}`, ...blocks].join('\n\n')}\n`
}
