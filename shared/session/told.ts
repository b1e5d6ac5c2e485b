/** The longest line for the room, in characters as people count them (room.md, A message to the room). */
export const longestLine = 60

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A line for the room as it can stand on the wall: one line, nothing unseen at its ends, cut after sixty characters. */
export function cleanLine(text: string): string {
  const one = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .normalize('NFC')
  return Array.from(characters.segment(one), ({ segment }) => segment)
    .slice(0, longestLine)
    .join('')
    .trimEnd()
}
