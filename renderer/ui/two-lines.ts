import { widthOf } from './measure'

/** Every way to put a name on two lines: at a space, after a hyphen or a dot between names, and anywhere between signs that are words. */
function halves(name: string): readonly (readonly [string, string])[] {
  const at = [...name.matchAll(/\s+|(?<=[-‐–・･＝=])(?=\S)|(?<=\p{Script=Han})(?=\p{Script=Han})/gu)]
  return at
    .map((found) => [name.slice(0, found.index), name.slice(found.index + found[0].length)] as const)
    .filter(([first, second]) => first !== '' && second !== '')
}

/** The longest of some lines. */
export const widest = (lines: readonly string[], weight: number): string =>
  lines.reduce((long, line) => (widthOf(line, weight) > widthOf(long, weight) ? line : long))

/** A name on two lines, the longer as short as it can be; null where it cannot be parted. */
export function inTwo(name: string, weight: number): readonly string[] | null {
  const long = (lines: readonly string[]) => widthOf(widest(lines, weight), weight)
  const ways = halves(name)
  return ways.length === 0 ? null : ways.reduce((best, way) => (long(way) < long(best) ? way : best))
}
