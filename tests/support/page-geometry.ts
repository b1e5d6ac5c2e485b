// Runs in the wall's page: what stands there, as boxes. Each function is handed over by its text and must stand alone beside the others.

/** A box in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A line of text: where its letters stand, as far as they are seen. */
export interface TextLine extends Box {
  readonly text: string
  readonly owner: Element
  /** What is missing of it: nothing, what stands after a "…" on this line, all of it after a "…" before, or a part of its letters. */
  readonly cut: 'no' | 'short' | 'away' | 'through'
  /** How much of its letters is cut off, in pixels. */
  readonly lost: number
}

/** A ring: everything between two radii around a point. */
export interface Ring {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly half: number
}

/** A seat's pill, a disc, a bar: a box with round corners, and what is written in it. */
export interface Shape extends Box {
  readonly owner: Element
  readonly corner: number
  readonly what: string
}

const inks = new Map<string, { top: number; bottom: number }>()
let pen: CanvasRenderingContext2D | null = null

/** How far a text's letters reach from the top of its line's box, in pixels: above and below stands only air. */
export function inkOf(text: string, style: CSSStyleDeclaration): { top: number; bottom: number } {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const key = `${font}/${text}`
  const before = inks.get(key)
  if (before !== undefined) return before
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen === null) throw new Error('This page has no canvas.')
  pen.font = font
  const { fontBoundingBoxAscent, actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(text)
  const ink = {
    top: fontBoundingBoxAscent - actualBoundingBoxAscent,
    bottom: fontBoundingBoxAscent + actualBoundingBoxDescent,
  }
  inks.set(key, ink)
  return ink
}

/** The part of the wall in which an element may be seen: all its ancestors that cut, together. */
export function windowOf(element: Element, wall: Element): Box {
  let seen: Box = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }
  for (let at: Element | null = element; at && at !== wall; at = at.parentElement) {
    const style = getComputedStyle(at)
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
    const { left, top, right, bottom } = at.getBoundingClientRect()
    seen = {
      left: Math.max(seen.left, left),
      top: Math.max(seen.top, top),
      right: Math.min(seen.right, right),
      bottom: Math.min(seen.bottom, bottom),
    }
  }
  return seen
}

/** Every line of every text on the wall. */
export function linesOf(wall: Element): TextLine[] {
  const found: TextLine[] = []
  const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement
    const text = (node.textContent ?? '').trim()
    if (text === '' || owner === null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const ink = inkOf(text, getComputedStyle(owner))
    const seen = windowOf(owner, wall)
    for (const line of range.getClientRects()) {
      if (line.width < 0.5) continue
      const box = {
        left: line.left,
        top: line.top + ink.top,
        right: line.right,
        bottom: line.top + ink.bottom,
      }
      const middle = (line.top + line.bottom) / 2
      const away = middle >= seen.bottom || middle <= seen.top
      const beside = box.left < seen.left - 1 || box.right > seen.right + 1
      const ends = beside && owner.closest('.cut') !== null
      const lost = Math.max(
        seen.top - box.top,
        box.bottom - seen.bottom,
        ends ? 0 : Math.max(seen.left - box.left, box.right - seen.right),
      )
      found.push({
        ...box,
        left: ends ? Math.max(box.left, seen.left) : box.left,
        right: ends ? Math.min(box.right, seen.right) : box.right,
        text,
        owner,
        cut: away ? 'away' : lost > Math.max(1, innerHeight / 1500) ? 'through' : ends ? 'short' : 'no',
        lost: Math.max(0, lost),
      })
    }
  }
  return found
}

/** The rings on the wall; a ring in pieces is one. */
export function ringsOf(wall: Element): Ring[] {
  const rings: Ring[] = []
  for (const canvas of wall.querySelectorAll('svg')) {
    const place = canvas.getBoundingClientRect()
    const part = place.width / canvas.viewBox.baseVal.width
    let ring = null as Ring | null
    for (const arc of canvas.querySelectorAll('circle, path')) {
      const thick = Number(arc.getAttribute('stroke-width')) * part
      const way = (arc.getAttribute('d') ?? '')
        .split(/[MA ]/)
        .filter((piece) => piece !== '')
        .map(Number)
      const [ax = 0, ay = 0, r = 0, , , large = 0, , bx = 0, by = 0] = way
      const circle = arc.tagName === 'circle'
      const radius = circle ? Number(arc.getAttribute('r')) : r
      // Where an arc's centre is: beside the middle of its chord, on the side that its way round says.
      const chord = Math.hypot(bx - ax, by - ay)
      const far = Math.sqrt(Math.max(0, r * r - (chord / 2) ** 2)) * (large === 1 ? -1 : 1)
      const x = circle
        ? Number(arc.getAttribute('cx'))
        : (ax + bx) / 2 - (far * (by - ay)) / Math.max(chord, 0.001)
      const y = circle
        ? Number(arc.getAttribute('cy'))
        : (ay + by) / 2 + (far * (bx - ax)) / Math.max(chord, 0.001)
      ring = {
        x: ring?.x ?? place.left + x * part,
        y: ring?.y ?? place.top + y * part,
        radius: ring?.radius ?? radius * part,
        half: Math.max(ring?.half ?? 0, thick / 2),
      }
    }
    if (ring !== null) rings.push(ring)
  }
  return rings
}

/** Whatever on the wall has a ground or an edge of its own: seats, discs, the session's bar. */
export function shapesOf(wall: Element): Shape[] {
  const found: Shape[] = []
  for (const owner of wall.querySelectorAll('.seat, .disc, [data-part="strip"] > :first-child')) {
    const style = getComputedStyle(owner)
    const edge = parseFloat(style.borderTopWidth) > 0 && !/, 0\)$|transparent/.test(style.borderTopColor)
    const ground = !/, 0\)$|transparent/.test(style.backgroundColor)
    const strip = owner.closest('[data-part="strip"]') !== null
    if (!edge && !ground && !strip) continue
    const { left, top, right, bottom } = owner.getBoundingClientRect()
    const corner = Math.min(
      parseFloat(style.borderTopLeftRadius) || 0,
      (right - left) / 2,
      (bottom - top) / 2,
    )
    found.push({ left, top, right, bottom, owner, corner, what: strip ? 'strip' : owner.className })
  }
  return found
}

/** How far two boxes are from each other; each without its round corners, which are taken off again. */
export function apart(one: Box, other: Box, corners: number): number {
  const x = Math.max(one.left - other.right, other.left - one.right)
  const y = Math.max(one.top - other.bottom, other.top - one.bottom)
  if (corners === 0 || (x < 0 && y < 0)) return Math.max(x, y)
  return Math.hypot(Math.max(0, x), Math.max(0, y)) - corners
}

/** A shape's box without its round corners. */
export function coreOf({ left, top, right, bottom, corner }: Shape): Box {
  return { left: left + corner, top: top + corner, right: right - corner, bottom: bottom - corner }
}

/** How far a box is from a ring, inside it or outside; less than nothing where it touches. */
export function fromRing(ring: Ring, box: Box, corner: number): number {
  const nearX = Math.max(box.left - ring.x, ring.x - box.right, 0)
  const nearY = Math.max(box.top - ring.y, ring.y - box.bottom, 0)
  const farX = Math.max(Math.abs(box.left - ring.x), Math.abs(box.right - ring.x))
  const farY = Math.max(Math.abs(box.top - ring.y), Math.abs(box.bottom - ring.y))
  const outside = Math.hypot(nearX, nearY) - corner - (ring.radius + ring.half)
  const inside = ring.radius - ring.half - (Math.hypot(farX, farY) + corner)
  return Math.max(outside, inside)
}
