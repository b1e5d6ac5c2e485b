import { aroundCentre, seatAngle, type Frame } from './frame'
import { sizeToFit, widthOf } from './measure'

export interface SeatText {
  readonly name: string
  readonly shortName: string
}

/** A seat as a pill: up to eight people whose names all fit. */
export interface PillSeat {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly text: string
  readonly size: number
  readonly lines: 1 | 2
}

/** A seat as a name beside the ring: from nine people on, or when one name does not fit its pill. */
export interface LabelSeat {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly most: number
  readonly text: string
  readonly size: number
}

export type SeatLayout =
  | { readonly form: 'pills'; readonly radius: number; readonly seats: readonly PillSeat[] }
  | { readonly form: 'labels'; readonly radius: number; readonly seats: readonly LabelSeat[] }

const mostPills = 8
const weight = 700

/** How a name fits a pill: one line, two lines, then the short name; null when none does. */
function fitPill(
  { name, shortName }: SeatText,
  most: number,
): Pick<PillSeat, 'text' | 'size' | 'lines'> | null {
  const room = most - 3.2
  for (const text of name === shortName ? [name] : [name, shortName]) {
    const one = sizeToFit(text, weight, room, 3.4, 2.8)
    if (one !== null) return { text, size: one, lines: 1 }
    const words = text.split(' ')
    if (words.length !== 2) continue
    const longest = words.toSorted((a, b) => widthOf(b, weight) - widthOf(a, weight))[0] ?? ''
    const two = sizeToFit(longest, weight, room, 3, 2.8)
    if (two !== null) return { text, size: two, lines: 2 }
  }
  return null
}

function pills(frame: Frame, seats: readonly SeatText[]): SeatLayout | null {
  const s = frame.scale
  const most = 19 * Math.max(s, 0.74)
  const placed: PillSeat[] = []
  for (const [index, seat] of seats.entries()) {
    const fit = fitPill(seat, most)
    if (fit === null) return null
    const place = aroundCentre(
      frame,
      38 * s,
      (frame.portrait ? 36 : 35) * s + (s < 1 ? 2 : 0),
      seatAngle(index, seats.length),
    )
    const drawn = fit.lines === 1 ? widthOf(fit.text, weight) * fit.size : most - 3.2
    placed.push({ ...place, ...fit, width: Math.min(most, Math.max(11 * s, drawn + 3.2)) })
  }
  return { form: 'pills', radius: 25 * s, seats: placed }
}

function labels(frame: Frame, seats: readonly SeatText[]): SeatLayout {
  const radius = frame.scale < 0.85 ? 17 : 24
  const usual = frame.scale < 0.85 ? 3.1 : 3.4
  const half = frame.portrait ? 47 : 48 * frame.scale
  // A word that does not fit beside the ring at its smallest stands a little nearer to it, rather than break.
  const placed = seats.map(({ name, shortName }, index): LabelSeat => {
    const angle = seatAngle(index, seats.length)
    const sine = Math.sin(angle)
    const upright = Math.abs(sine) < 0.2
    const away = radius + 2.4 + (upright ? 2.6 : 1.2)
    const lift = Math.abs(sine) < 0.7 ? 1.2 : 0
    const place = aroundCentre(frame, away, away + lift, angle)
    const most = upright
      ? 22
      : sine > 0
        ? frame.centre.x + half - place.x - 1
        : place.x - (frame.centre.x - half)
    const room = most - 3.6
    const full = sizeToFit(name, weight, room, usual, 2.7)
    const short = full === null ? sizeToFit(shortName, weight, room, usual, 2.7) : null
    const text = full === null ? shortName : name
    const size = full ?? short ?? 2.7
    const lacks = upright ? 0 : Math.min(2.2, Math.max(0, widthOf(text, weight) * size + 1.2 - most))
    return {
      y: place.y,
      x: place.x - Math.sign(sine) * lacks,
      most: most + lacks,
      anchor: upright ? 'middle' : sine > 0 ? 'start' : 'end',
      text,
      size,
    }
  })
  return { form: 'labels', radius, seats: placed }
}

/** Where every seat stands and how its name is written: all pills, or all labels, never a mixture. */
export const layoutSeats = (frame: Frame, seats: readonly SeatText[]): SeatLayout =>
  (seats.length <= mostPills ? pills(frame, seats) : null) ?? labels(frame, seats)
