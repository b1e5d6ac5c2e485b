import { breaksLike } from './script'

let pen: CanvasRenderingContext2D | null = null
const plain =
  "'Plain Zero', 'Atkinson Hyperlegible Next Variable', 'Noto Sans Variable', 'Noto Sans Arabic Variable', 'Noto Sans Hebrew Variable', 'Noto Sans Devanagari Variable', 'Noto Sans CJK JP', sans-serif"

/** How wide a text is, in its own font sizes: times a size in h, it is the width in h. */
export function widthOf(text: string, weight: number): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen === null) return text.length * 0.55
  pen.font = `${weight} 100px ${plain}`
  // Pages set a text a little wider than canvases do; most where signs and spaces come from two fonts.
  return (
    (pen.measureText(text).width / 100) *
    (/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(text) ? 1.025 : 1.008)
  )
}

/** The largest size from `most` down to `least` at which a text fits a width; null when even the least does not. */
export function sizeToFit(
  text: string,
  weight: number,
  width: number,
  most: number,
  least: number,
): number | null {
  const fits = width / Math.max(0.01, widthOf(text, weight))
  if (fits >= most) return most
  return fits >= least ? fits : null
}

let sheet: HTMLElement | null = null
const counted = new Map<string, number>()

/** Drops every text that was measured: called with each new view, so that nothing stays that is no longer shown. */
export const forgetMeasured = (): void => counted.clear()

/** A box off the wall, in which lines are counted; what was counted before a font came is counted again. */
function sheetOf(): HTMLElement | null {
  if (sheet !== null || typeof document === 'undefined') return sheet
  sheet = document.createElement('div')
  sheet.setAttribute('aria-hidden', 'true')
  Object.assign(sheet.style, {
    position: 'fixed',
    left: '-200vw',
    top: '0',
    visibility: 'hidden',
    fontSize: '20px',
    lineHeight: '1',
    overflowWrap: 'anywhere',
  })
  document.body.append(sheet)
  document.fonts.addEventListener('loadingdone', () => counted.clear())
  return sheet
}

interface Setting {
  readonly human?: true
  readonly weight?: number
}

/** How many lines a text takes in a width of so many of its own font sizes. */
function linesIn(text: string, ems: number, { human, weight }: Setting): number {
  const key = `${human ? 'human' : (weight ?? 400)}/${ems.toFixed(2)}/${text}`
  const before = counted.get(key)
  if (before !== undefined) return before
  const box = sheetOf()
  if (box === null) return Math.ceil((text.length * 0.55) / ems)
  box.className = human ? 'human' : ''
  box.lang = breaksLike(text) ?? ''
  box.style.fontWeight = human ? '' : String(weight ?? 400)
  box.style.width = `${ems * 20}px`
  box.textContent = text
  const lines = Math.round(box.offsetHeight / 20)
  // Nothing that was said stays behind in the page.
  box.textContent = ''
  counted.set(key, lines)
  return lines
}

interface Room extends Setting {
  readonly width: number
  readonly lines: number
  readonly most: number
  readonly least: number
}

/** Whether a text fits so many lines of a width at a size. */
export const fitsLines = (
  text: string,
  size: number,
  { width, lines, ...setting }: Omit<Room, 'most' | 'least'>,
) => linesIn(text, width / size, setting) <= lines

/** How many lines a text takes at a size. */
export const linesAt = (
  text: string,
  size: number,
  { width, ...setting }: Setting & { readonly width: number },
) => linesIn(text, width / size, setting)

/** The largest size from `most` down to `least` at which a text fits so many lines; `least` when none does. */
export function sizeForLines(text: string, { most, least, ...room }: Room): number {
  for (let size = most; size > least; size -= 0.2) if (fitsLines(text, size, room)) return size
  return least
}

/** A text cut with "…" until what is made of it fits, at a word where that leaves something; as it is when it fits. */
export function cutToFit(
  text: string,
  fits: (cut: string) => boolean,
  ways: readonly ('word' | 'grapheme')[] = ['word', 'grapheme'],
): string {
  if (fits(text)) return text
  for (const granularity of ways) {
    const starts = [...new Intl.Segmenter(undefined, { granularity }).segment(text)].map(({ index }) => index)
    const upTo = (place: number) => text.slice(0, starts[place]).replace(/[\s\p{P}]+$/u, '')
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (fits(`${upTo(middle)}…`)) low = middle
      else high = middle - 1
    }
    if (upTo(low) !== '') return `${upTo(low)}…`
  }
  return '…'
}
