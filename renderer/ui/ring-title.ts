import { sizeToFit, widthOf } from './measure'
import { lineHeightOf } from './script'
import { inTwo } from './two-lines'

/** A title in a ring: its lines, and how far above the middle their box begins. */
export interface RingTitle {
  readonly lines: readonly string[]
  readonly y: number
}

/** How large a title is written in the ring, and its lines. */
export const titleSize = 3.4
export const titleLine = 1.2
/** Half of the ring's thickness and some air; where the number under the title begins, above the middle. */
const rim = 1.3
const air = 0.7
const number = 8.8

/** How wide a ring is inside at a height above its middle. */
export const chordOf = (radius: number, scale: number, y: number): number =>
  2 * Math.sqrt(Math.max(0, (radius - rim * scale - air) ** 2 - y * y))

/** A phase's name above the number in the ring, on a line or two; null where the ring is too small for it: then the strip has it. */
export function titleInRing(title: string, radius: number, scale: number): RingTitle | null {
  const high = titleSize * lineHeightOf(title, titleLine)
  const fits = (lines: readonly string[]) => {
    const top = number * scale + 0.9 + lines.length * high
    return lines.every(
      (line, index) => widthOf(line, 400) * titleSize <= chordOf(radius, scale, top - index * high - 0.5),
    )
  }
  const ways = [[title], inTwo(title, 400)].filter((lines) => lines !== null)
  const lines = ways.find(fits)
  return lines === undefined ? null : { lines, y: number * scale + 0.9 + lines.length * high }
}

/** A few words on one line across the ring's middle, as large as they fit. */
export const acrossRing = (
  text: string,
  weight: number,
  radius: number,
  scale: number,
  most: number,
): number => sizeToFit(text, weight, chordOf(radius, scale, most), most, 2.8) ?? 2.8
