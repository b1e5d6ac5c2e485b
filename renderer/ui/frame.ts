// Where things stand on the wall. Lengths are in h: 1 % of the height, of the width in portrait (room.md, The frame).

/** The wall's geometry for a size in pixels and a number of seats. */
export interface Frame {
  /** One h in pixels. */
  readonly unit: number
  readonly width: number
  readonly height: number
  readonly portrait: boolean
  readonly direction: 'ltr' | 'rtl'
  /** The scale of the circle. */
  readonly scale: number
  readonly centre: { readonly x: number; readonly y: number }
  readonly words: { readonly x: number; readonly y: number; readonly width: number }
  readonly strip: { readonly y: number }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** The frame of a wall of this many pixels. Right to left, the two fields change sides; the ring still turns clockwise. */
export function frameOf(pixelWidth: number, pixelHeight: number, direction: 'ltr' | 'rtl' = 'ltr'): Frame {
  const portrait = pixelWidth < pixelHeight
  const unit = Math.max(1, portrait ? pixelWidth : pixelHeight) / 100
  const width = pixelWidth / unit
  const height = pixelHeight / unit
  const scale = portrait ? 1 : clamp((width - 63) / 96, 0.72, 1)
  const mirrored = direction === 'rtl' && !portrait
  const wordsX = portrait ? 6 : 7 + 96 * scale
  const wordsWidth = portrait ? 88 : width - 5 - wordsX
  const centreX = portrait ? 50 : 4 + 48 * scale
  return {
    unit,
    width,
    height,
    portrait,
    direction,
    scale,
    centre: { x: mirrored ? width - centreX : centreX, y: 46 },
    words: { x: mirrored ? 5 : wordsX, y: portrait ? 91 : 8, width: wordsWidth },
    strip: { y: portrait ? height - 7.8 : 92.2 },
  }
}

/** A point at a distance from the ring's centre, clockwise from the top. */
export function aroundCentre(
  frame: Frame,
  radiusX: number,
  radiusY: number,
  angle: number,
): { readonly x: number; readonly y: number } {
  return { x: frame.centre.x + radiusX * Math.sin(angle), y: frame.centre.y - radiusY * Math.cos(angle) }
}

/** The angle of a seat, clockwise from the chair nearest the wall. */
export const seatAngle = (index: number, count: number): number => (index / Math.max(1, count)) * 2 * Math.PI

/** Sizes of the rule's two lines, in h. */
export const ruleSizes = (frame: Frame): { readonly first: number; readonly second: number } => {
  const first = Math.min(7.6, frame.words.width / 9.2)
  return { first, second: first * 0.76 }
}

/** The size of the one human sentence, in h: smaller for long ones, never under 3.8. */
export function sentenceSize(frame: Frame, text: string, most = 5.4, part = 12): number {
  const size = Math.min(most, frame.words.width / part)
  return Math.max(3.8, text.length > 90 ? size * 0.85 : size)
}
