// Runs in the wall's page: what is wrong with the wall as it stands. Each function is handed over by its text.
import { contrastOf } from './page-colours'
import {
  apart,
  coreOf,
  fromRing,
  linesOf,
  ringsOf,
  shapesOf,
  type Shape,
  type TextLine,
} from './page-geometry'

export interface Fault {
  readonly kind:
    | 'outside'
    | 'cut'
    | 'overlap'
    | 'on-ring'
    | 'on-shape'
    | 'too-small'
    | 'small'
    | 'faint'
    | 'faint-shape'
    | 'rule'
  readonly what: string
  /** In h; of contrast, its ratio; of a rule, its lines. */
  readonly found: number
}

/** What the wall must hold, in h: room.md, The frame. */
export interface Floors {
  /** Nothing is smaller; and nothing that is needed. */
  readonly least: number
  readonly needed: number
  /** No text nearer to the wall's edge: old projectors crop. The strip may be this near to its foot. */
  readonly margin: number
  readonly foot: number
  /** No text or seat nearer to a ring or to a seat. */
  readonly air: number
  readonly contrast: number
  /** Contrast of shapes: arcs and bars, shapes, and hairlines, which only divide. */
  readonly shapes: Readonly<
    Record<string, { readonly arc: number; readonly shape: number; readonly hair: number }>
  >
}

/** What stands outside the margin, is cut, or is too small to be read from the back. */
export function faultsOfText(lines: readonly TextLine[], unit: number, floors: Floors): Fault[] {
  const faults: Fault[] = []
  const seen = new Set<Element>()
  for (const line of lines) {
    const { owner, text } = line
    const own = owner.closest('.own, .cut bdi') !== null
    if (line.cut === 'through' || (line.cut !== 'no' && !own))
      faults.push({ kind: 'cut', what: `${line.cut}: ${text}`, found: line.lost / unit })
    if (line.cut === 'away') continue
    const strip = owner.closest('[data-part="strip"]') !== null
    const foot = strip ? floors.foot : floors.margin
    const out = Math.max(
      floors.margin - line.left / unit,
      floors.margin - line.top / unit,
      line.right / unit - (innerWidth / unit - floors.margin),
      line.bottom / unit - (innerHeight / unit - foot),
    )
    if (out > 0.1) faults.push({ kind: 'outside', what: text, found: out })
    if (seen.has(owner)) continue
    seen.add(owner)
    const size = parseFloat(getComputedStyle(owner).fontSize) / unit
    const lesser = strip || owner.closest('.seat, [data-part="count"], [data-part="smallest"]') !== null
    if (size < floors.least - 0.005) faults.push({ kind: 'too-small', what: text, found: size })
    else if (!lesser && size < floors.needed - 0.005) faults.push({ kind: 'small', what: text, found: size })
  }
  return faults
}

/** What lies on something else: text on text, text or a seat on a ring, text or a seat on a seat. */
export function overlaps(
  lines: readonly TextLine[],
  shapes: readonly Shape[],
  wall: Element,
  floors: Floors,
): Fault[] {
  const faults: Fault[] = []
  const unit = Math.min(innerWidth, innerHeight) / 100
  const air = floors.air * unit
  const shown = lines.filter(({ cut }) => cut !== 'away')
  shown.forEach((one, index) => {
    for (const other of shown.slice(index + 1)) {
      if (one.owner === other.owner || one.text === other.text) continue
      const gap = apart(one, other, 0)
      if (gap < -0.15 * unit)
        faults.push({ kind: 'overlap', what: `${one.text} / ${other.text}`, found: gap / unit })
    }
  })
  for (const ring of ringsOf(wall)) {
    for (const line of shown) {
      if (line.owner.closest('.pill') !== null) continue
      const gap = fromRing(ring, line, 0)
      if (gap < air) faults.push({ kind: 'on-ring', what: line.text, found: gap / unit })
    }
    for (const shape of shapes) {
      const gap = fromRing(ring, coreOf(shape), shape.corner)
      if (gap < air) faults.push({ kind: 'on-ring', what: `[${shape.owner.textContent}]`, found: gap / unit })
    }
  }
  shapes.forEach((shape, index) => {
    for (const line of shown) {
      if (shape.owner.contains(line.owner)) continue
      const gap = apart(line, coreOf(shape), shape.corner)
      if (gap < 0)
        faults.push({ kind: 'on-shape', what: `${line.text} / [${shape.what}]`, found: gap / unit })
    }
    for (const other of shapes.slice(index + 1)) {
      if (shape.owner.contains(other.owner)) continue
      const gap = apart(coreOf(shape), coreOf(other), shape.corner + other.corner)
      if (gap < air)
        faults.push({
          kind: 'on-shape',
          what: `[${shape.owner.textContent}] / [${other.owner.textContent}]`,
          found: gap / unit,
        })
    }
  })
  return faults
}

/** Texts that stand out too little, and shapes. */
export function faintness(lines: readonly TextLine[], wall: Element, floors: Floors): Fault[] {
  const faults: Fault[] = []
  const theme = /theme-(\w+)/.exec(wall.className)?.[1] ?? ''
  const least = floors.shapes[theme]
  if (least === undefined) throw new Error(`No figures for the theme “${theme}”.`)
  const seen = new Set<Element>()
  for (const { owner, text } of lines) {
    if (seen.has(owner)) continue
    seen.add(owner)
    const found = contrastOf(getComputedStyle(owner).color, owner, 'with')
    if (found < floors.contrast) faults.push({ kind: 'faint', what: text, found })
  }
  const hair = getComputedStyle(wall).getPropertyValue('--hair').trim()
  const probe = document.createElement('i')
  probe.style.color = hair
  wall.append(probe)
  const hairline = getComputedStyle(probe).color
  probe.remove()
  const shape = (colour: string, element: Element, what: string, arc: boolean) => {
    const found = contrastOf(colour, element, 'without')
    const wanted = arc ? least.arc : colour === hairline ? least.hair : least.shape
    if (found < wanted) faults.push({ kind: 'faint-shape', what, found })
  }
  for (const arc of wall.querySelectorAll('svg circle, svg path')) {
    const name = arc.getAttribute('data-arc')
    shape(getComputedStyle(arc).stroke, arc, `arc ${name ?? ''}`, name !== null)
  }
  for (const seat of wall.querySelectorAll('.seat, .bar')) {
    const style = getComputedStyle(seat)
    for (const [width, colour] of [
      [style.borderInlineStartWidth, style.borderInlineStartColor],
      [style.borderBottomWidth, style.borderBottomColor],
    ] as const) {
      if (parseFloat(width) > 0 && !/, 0\)$|transparent/.test(colour))
        shape(colour, seat, `edge of ${seat.className}`, !seat.classList.contains('listens'))
    }
  }
  return faults
}

/** A rule in more than its lines: the first takes one, the second at most two. */
export function ruleFaults(wall: Element): Fault[] {
  const faults: Fault[] = []
  for (const rule of wall.querySelectorAll('[data-part="rule"]')) {
    ;[...rule.children].forEach((line, index) => {
      const style = getComputedStyle(line)
      const lines = Math.round(line.getBoundingClientRect().height / parseFloat(style.lineHeight))
      if (lines > index + 1) faults.push({ kind: 'rule', what: line.textContent ?? '', found: lines })
    })
  }
  return faults
}

/** All that is wrong with the wall as it stands. */
export function faultsOfPage(floors: Floors): Fault[] {
  const wall = document.querySelector('main')
  if (wall === null) throw new Error('There is no wall.')
  const lines = linesOf(wall)
  return [
    ...faultsOfText(lines, Math.min(innerWidth, innerHeight) / 100, floors),
    ...overlaps(lines, shapesOf(wall), wall, floors),
    ...faintness(lines, wall, floors),
    ...ruleFaults(wall),
  ]
}
