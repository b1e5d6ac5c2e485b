let pen: CanvasRenderingContext2D | null = null
const plain =
  "'Plain Zero', 'Atkinson Hyperlegible Next Variable', 'Noto Sans Variable', 'Noto Sans Arabic Variable', 'Noto Sans Hebrew Variable', 'Noto Sans Devanagari Variable', 'Noto Sans CJK JP', sans-serif"

/** How wide a text is, in its own font sizes: times a size in h, it is the width in h. */
export function widthOf(text: string, weight: number): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen === null) return text.length * 0.55
  pen.font = `${weight} 100px ${plain}`
  return pen.measureText(text).width / 100
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
