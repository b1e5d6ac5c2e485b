// Runs in the wall's page: colours as they come out, one over the other. Each function is handed over by its text.

/** Red, green and blue from 0 to 255, and how much of what lies under it is hidden. */
export type Colour = readonly [number, number, number, number]

/** A colour as the page computes it. */
export function colourOf(computed: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (computed.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue, alpha]
}

/** One colour laid over another. */
export function over(upper: Colour, lower: Colour): Colour {
  const alpha = upper[3] + lower[3] * (1 - upper[3])
  if (alpha === 0) return [0, 0, 0, 0]
  const mix = (index: 0 | 1 | 2) =>
    (upper[index] * upper[3] + lower[index] * lower[3] * (1 - upper[3])) / alpha
  return [mix(0), mix(1), mix(2), alpha]
}

/** The contrast of a colour on an element with what lies there under it, each as it comes out: grounds and opacities on the way included. */
export function contrastOf(colour: string, element: Element, ownGround: 'with' | 'without'): number {
  let text = colourOf(colour)
  let ground: Colour = [0, 0, 0, 0]
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at)
    if (at !== element || ownGround === 'with') {
      const own = colourOf(style.backgroundColor)
      text = over(text, own)
      ground = over(ground, own)
    }
    const opacity = Number(style.opacity)
    text = [text[0], text[1], text[2], text[3] * opacity]
    ground = [ground[0], ground[1], ground[2], ground[3] * opacity]
  }
  const light = (found: Colour) => {
    const [r, g, b] = over(found, [255, 255, 255, 1])
    const part = (value: number) =>
      value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
  }
  const [one, other] = [light(text), light(ground)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
