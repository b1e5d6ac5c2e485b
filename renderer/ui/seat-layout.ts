import { aroundCentre, seatAngle, type Frame } from './frame'
import { cutToFit, sizeToFit, widthOf } from './measure'
import { lineHeightOf } from './script'
import { inTwo, widest } from './two-lines'

export interface SeatText {
  readonly name: string
  readonly shortName: string
}

/** A name as it is written: on one line or two, at a size. */
export interface Written {
  readonly lines: readonly string[]
  readonly size: number
}

/** A seat as a pill: up to eight people whose names all fit. */
export interface PillSeat extends Written {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A seat as a name beside the ring: from nine people on, or when one name does not fit its pill. */
export interface LabelSeat extends Written {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** How far it may step back from the ring. */
  readonly back: { readonly x: number; readonly y: number }
}

export type SeatLayout =
  | { readonly form: 'pills'; readonly radius: number; readonly seats: readonly PillSeat[] }
  | { readonly form: 'labels'; readonly radius: number; readonly seats: readonly LabelSeat[] }

const mostPills = 8
const weight = 700
/** No name is smaller, however it is written. */
const least = 2.8
/** A name's lines; and what lies around it where the seat has a ground or an edge. */
const seatLine = 1.15
export const around = { beside: 1.5, above: 1 } as const
/** How far apart a name's lines stand: one alone needs no more than its own place. */
export const seatLineOf = (lines: readonly string[]): number =>
  Math.min(lines.length === 1 ? 1.3 : 2, lineHeightOf(lines.join(''), seatLine))
/** How much larger the seat with the floor is, and how thick the ring is there, and what lies between them. */
const grows = 1.12
const ringHalf = 1.3
/** How far a listener's seat steps back from the talk. */
export const stepsBack = 2.5
const air = 0.5

/** The ways in which a name may be written, the fullest first: its lines, and the largest size for so many. */
const waysOf = ({ name, shortName }: SeatText, one: number, two: number) =>
  (name === shortName ? [name] : [name, shortName]).flatMap((text) => {
    const parted = inTwo(text, weight)
    return [
      { lines: [text] as readonly string[], most: one },
      ...(parted === null ? [] : [{ lines: parted, most: two }]),
    ]
  })

interface Extent {
  readonly width: number
  readonly height: number
}

const extentOf = ({ lines, size }: Written): Extent => ({
  width: widthOf(widest(lines, weight), weight) * size,
  height: lines.length * size * seatLineOf(lines),
})

interface Box extends Extent {
  /** The radius of its corners, where it is large enough. */
  readonly round: number
}

/** How far a box with round corners stands off a circle around the middle, at a place from there. */
function offCircle(radius: number, x: number, y: number, { width, height, round }: Box): number {
  const corner = Math.min(height / 2, width / 2, round)
  const beside = Math.max(0, Math.abs(x) - (width / 2 - corner))
  const above = Math.max(0, Math.abs(y) - (height / 2 - corner))
  return Math.hypot(beside, above) - corner - radius
}

function pills(frame: Frame, seats: readonly SeatText[]): SeatLayout | null {
  const s = frame.scale
  const most = 19 * Math.max(s, 0.74)
  const radius = 25 * s
  const placed: PillSeat[] = []
  for (const [index, seat] of seats.entries()) {
    const high = (frame.portrait ? 36 : 35) * s + (s < 1 ? 2 : 0)
    const place = aroundCentre(frame, 38 * s, high, seatAngle(index, seats.length))
    const fit = waysOf(seat, 3.4, 3)
      .flatMap((way) => {
        const size = sizeToFit(widest(way.lines, weight), weight, most - 3.2, way.most, least)
        if (size === null) return []
        const { width, height } = extentOf({ lines: way.lines, size })
        const pill = Math.min(most, Math.max(11 * s, width + 3.2))
        const grown = { width: pill * grows, height: Math.max(6.8, height) * grows, round: Infinity }
        const off = offCircle(
          radius + ringHalf * s,
          place.x - frame.centre.x,
          place.y - frame.centre.y,
          grown,
        )
        return off < air ? [] : [{ lines: way.lines, size, width: pill }]
      })
      .at(0)
    if (fit === undefined) return null
    placed.push({ ...place, ...fit })
  }
  return { form: 'pills', radius, seats: placed }
}

interface Side {
  readonly angle: number
  readonly anchor: LabelSeat['anchor']
  /** How wide a name may be that begins so far from the middle. */
  readonly room: (x: number) => number
}

/** Where a name begins beside the ring: as near as its seat, with the floor, stands off it. */
function placeLabel(
  radius: number,
  scale: number,
  { angle, anchor }: Side,
  { width, height, size }: Extent & Pick<Written, 'size'>,
) {
  const box = { width: width + 2 * around.beside, height: height + 2 * around.above, round: 1.2 * size }
  const lift = Math.abs(Math.sin(angle)) < 0.7 ? 1.2 : 0
  for (let away = radius + 3; ; away += 0.2) {
    const x = away * Math.sin(angle)
    const y = -(away + lift) * Math.cos(angle)
    const middle = anchor === 'middle' ? x : x + (Math.sign(x) * width) / 2
    if (offCircle(radius + ringHalf * scale, middle, y, box) >= air) return { x, y }
  }
}

function labels(frame: Frame, seats: readonly SeatText[]): SeatLayout {
  const radius = frame.scale < 0.85 ? 17 : 24
  const usual = frame.scale < 0.85 ? 3.1 : 3.4
  const half = frame.portrait ? 46 : 48 * frame.scale
  const placed = seats.map((seat, index): LabelSeat => {
    const angle = seatAngle(index, seats.length)
    const sine = Math.sin(angle)
    const upright = Math.abs(sine) < 0.2
    const side: Side = {
      angle,
      anchor: upright ? 'middle' : sine > 0 ? 'start' : 'end',
      // At the top and at the foot the neighbours begin soon.
      room: (x) =>
        upright
          ? 2 * (radius + 4) * Math.sin(seatAngle(1, Math.max(8, seats.length))) - 4
          : half - Math.abs(x),
    }
    const put = (written: Written): LabelSeat | null => {
      const extent = extentOf(written)
      const { x, y } = placeLabel(radius, frame.scale, side, { ...extent, size: written.size })
      const spare = side.room(x) - extent.width
      if (spare < -0.01) return null
      const back = {
        x: upright ? 0 : Math.sign(sine) * Math.min(stepsBack * Math.abs(sine), spare),
        y: -stepsBack * Math.cos(angle),
      }
      return { x: frame.centre.x + x, y: frame.centre.y + y, anchor: side.anchor, back, ...written }
    }
    for (const { lines, most } of waysOf(seat, usual, usual)) {
      for (let size = most; size > least - 0.01; size -= 0.1) {
        const found = put({ lines, size })
        if (found !== null) return found
      }
    }
    const cut = cutToFit(seat.shortName, (text) => put({ lines: [text], size: least }) !== null, ['grapheme'])
    const found = put({ lines: [cut], size: least })
    if (found === null) throw new Error('A sign alone has room beside every ring.')
    return found
  })
  return { form: 'labels', radius, seats: placed }
}

/** Where every seat stands and how its name is written: all pills, or all labels, never a mixture. */
export const layoutSeats = (frame: Frame, seats: readonly SeatText[]): SeatLayout =>
  (seats.length <= mostPills ? pills(frame, seats) : null) ?? labels(frame, seats)
