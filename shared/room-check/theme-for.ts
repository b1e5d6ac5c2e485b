// Which theme a wall wants. A room's light falls on the picture and lies over it like a veil: it lifts what is dark, and leaves what is
// light nearly as it was. Of the dark theme its soft words go first, of the light one they stay longer, and in high contrast there
// are no soft words. So, with the veil reckoned as a part of the wall's own white:
// - four or five stripes on a dark ground: the veil is under 0.22, and soft words keep 2.5 and more; the wall may stay as it is;
// - three: it lies between that and 0.56, where soft words of the dark theme fall to 1.7, and those of the light one keep 2.2 to 3.6;
// - one or two: it is over that, and high contrast keeps the most that can be kept.
// On a light ground a veil takes few stripes away: who counts three or fewer there has glare or a weak lamp, and wants the contrast.
// The test reckons these figures anew from the colours of the wall.
import type { StageOptions } from '../stage/stage-view'

type Theme = StageOptions['theme']

/** How many stripes somebody sees. */
export type StripeCount = 1 | 2 | 3 | 4 | 5

/** From so many stripes on, a wall can stay as it is. */
const enough = 4

/** The theme for a wall on which so many stripes are seen from the back: never one that is less clear than the present one. */
export function themeFor(stripes: StripeCount, now: Theme): Theme {
  if (stripes >= enough || now === 'contrast') return now
  return now === 'dark' && stripes === enough - 1 ? 'light' : 'contrast'
}

/** The next clearer theme; null where there is none. */
export const clearerThan = (now: Theme): Theme | null =>
  (({ dark: 'light', light: 'contrast', contrast: null }) as const)[now]
