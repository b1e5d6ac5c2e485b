// Sentences of the app with a name in them, as large as they fit; a name that is too long for its place ends with "…".
import { cutToFit, linesAt, sizeToFit } from './measure'

/** A sentence with a name in it: as it is when it fits, else with as much of the name as does. */
export const withName = (
  say: (name: string) => string,
  name: string,
  fits: (said: string) => boolean,
): string => say(cutToFit(name, (cut) => fits(say(cut)), ['grapheme']))

/** A sentence with several names in it: whole when it fits, else each long name as short as it must be, and all alike. */
export function withNames(
  say: (names: readonly string[]) => string,
  names: readonly string[],
  fits: (said: string) => boolean,
): string {
  const upTo = (most: number) =>
    say(names.map((name) => cutToFit(name, (cut) => [...cut].length <= most, ['grapheme'])))
  const lengths = [Infinity, 24, 20, 16, 13, 10, 8, 6]
  return upTo(lengths.find((most) => fits(upTo(most))) ?? 6)
}

export interface RuleWords {
  readonly first: string
  readonly second: string | null
  /** The sizes of both lines, in h. */
  readonly size: number
  readonly small: number
}

interface RuleRoom {
  readonly width: number
  readonly most: number
  readonly least: number
  /** The second line's size, where the first has its largest. */
  readonly second: number
}

/** The rule stays large beside everything else: a long name is cut before the line is smaller than this part of its largest size. */
const largeEnough = 0.7

/** How much of a name must be left for people to know whose it is, in letters. */
const enoughOfAName = 8

/** A rule's two lines: the first on one line, the second on two at most. */
export function fitRule(
  say: (name: string | null, then: string | null) => readonly [string, string | null],
  { name, then }: { readonly name: string | null; readonly then: string | null },
  { width, most, least, second }: RuleRoom,
): RuleWords {
  const firstFrom = (floor: number): string =>
    withName(
      (cut) => say(name === null ? null : cut, then)[0],
      name ?? '',
      (text) => sizeToFit(text, 700, width, most, floor) !== null,
    )
  const [shortest] = say([...(name ?? '')].slice(0, enoughOfAName).join('') + '…', then)
  const isLarge = sizeToFit(shortest, 700, width, most, most * largeEnough) !== null
  const first = firstFrom(name !== null && isLarge ? Math.max(least, most * largeEnough) : least)
  const size = sizeToFit(first, 700, width, most, least) ?? least
  const small = Math.max(3.4, Math.min(second, size))
  const whole = say(name, then)[1]
  if (whole === null) return { first, second: null, size, small }
  const fitsSecond = (text: string) => linesAt(text, small, { width, weight: 460 }) <= 2
  const both = (cut: string) =>
    say(name === null ? null : then === null ? cut : name, then === null ? null : cut)[1] ?? ''
  return { first, second: withName(both, then ?? name ?? '', fitsSecond), size, small }
}
