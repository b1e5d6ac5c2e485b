// Five stripes on the wall, from one that hardly differs from its ground to one that nobody misses. How many are seen from the back
// chair tells how much of a picture is left once the room's light has fallen on it.
import type { StageOptions } from '../stage/stage-view'

type Theme = StageOptions['theme']

/** A colour as three parts of 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/** What the wall's words stand on in each theme; the same as in tokens.css, which a test sees to. */
export const grounds: Readonly<Record<Theme, Colour>> = {
  dark: [23, 20, 17],
  light: [251, 247, 240],
  contrast: [10, 10, 10],
}

/** How far each stripe differs from its ground, the clearest first: even steps from 4 to 1.05. */
export const stripeContrasts: readonly number[] = [0, 1, 2, 3, 4].map((step) => 4 * (1.05 / 4) ** (step / 4))

const toLight = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4

const toPart = (light: number): number =>
  Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055))

/** How light a colour is, from 0 to 1. */
export const lightOf = ([red, green, blue]: Colour): number =>
  0.2126 * toLight(red) + 0.7152 * toLight(green) + 0.0722 * toLight(blue)

/** How far two colours differ, from 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [a, b] = [lightOf(one), lightOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** A ground's own hue at a contrast to it: lighter where the ground is dark, darker where it is light. */
function stripeOn(ground: Colour, contrast: number): Colour {
  const light = lightOf(ground)
  const wanted = light < 0.2 ? (light + 0.05) * contrast - 0.05 : (light + 0.05) / contrast - 0.05
  const times = wanted / light
  const part = (value: number) => toPart(Math.min(1, toLight(value) * times))
  return [part(ground[0]), part(ground[1]), part(ground[2])]
}

/** The five stripes of a theme, the clearest first. */
export const stripesOf = (theme: Theme): readonly Colour[] =>
  stripeContrasts.map((contrast) => stripeOn(grounds[theme], contrast))
