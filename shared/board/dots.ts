// Dots for shared themes, set from one keyboard. Only the lines that are taken up leave this place, never a count.

/** Dots on each line, the line that digits go to, and the number that is being typed into it. */
export interface Dots {
  readonly counts: readonly number[]
  readonly at: number
  readonly typed: string
}

/** As many lines as there are letters to call them by. */
export const mostLines = 26

/** How many lines the room takes up at most. */
export const mostTaken = 3

/** How many dots each person usually has. */
export const usualDots = 3

/** No dots yet. */
export const noDots = (lines: number): Dots => ({
  counts: Array.from({ length: Math.min(lines, mostLines) }, () => 0),
  at: 0,
  typed: '',
})

/** The letter that a line is called by: a, b, c … */
export const letterOf = (line: number): string => String.fromCharCode(97 + line)

const set = (dots: Dots, line: number, count: number): readonly number[] =>
  dots.counts.map((old, index) => (index === line ? Math.max(0, Math.min(999, count)) : old))

/**
 * What a key does: a letter gives its line one dot, Backspace takes the last one back, a number says how many the line
 * has in all, ↓ and ↑ go to another line. Null when the key means nothing here.
 */
export function pressDots(dots: Dots, key: string): Dots | null {
  const { counts, at, typed } = dots
  if (/^[a-z]$/.test(key)) {
    const line = key.charCodeAt(0) - 97
    const now = counts[line]
    return now === undefined ? null : { counts: set(dots, line, now + 1), at: line, typed: '' }
  }
  if (/^\d$/.test(key)) {
    const number = `${typed}${key}`.slice(-2)
    return counts.length === 0 ? null : { counts: set(dots, at, Number(number)), at, typed: number }
  }
  if (key === 'Backspace') return { counts: set(dots, at, (counts[at] ?? 0) - 1), at, typed: '' }
  if (key === 'ArrowDown') return { counts, at: Math.min(counts.length - 1, at + 1), typed: '' }
  if (key === 'ArrowUp') return { counts, at: Math.max(0, at - 1), typed: '' }
  return null
}

/** Whether the dots can be those of so many people with so many each: all set, some still in a hand, or more than there are. */
export function checkDots(
  { counts }: Dots,
  people: number,
  each: number,
): { readonly kind: 'all' | 'few' | 'many'; readonly set: number; readonly there: number } {
  const placed = counts.reduce((sum, count) => sum + count, 0)
  const there = people * each
  return { kind: placed === there ? 'all' : placed < there ? 'few' : 'many', set: placed, there }
}

/**
 * The lines that the room takes up, by their places, most dots first: three at most. Where the last place is shared by
 * more lines than fit, none of these is taken before the others, unless nothing else would be left.
 */
export function takenUp({ counts }: Dots): readonly number[] {
  const ranked = counts
    .map((count, line) => ({ count, line }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.line - b.line)
  const first = ranked.slice(0, mostTaken)
  const edge = ranked[mostTaken]?.count
  const clear = edge === undefined ? first : first.filter(({ count }) => count > edge)
  return (clear.length > 0 ? clear : first).map(({ line }) => line)
}
