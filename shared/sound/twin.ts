// The twin of a tone: what the wall shows while a tone sounds, so that whoever cannot hear knows as much.
// 1. It comes with the tone, out of the same decision (tone-due.ts): where no tone belongs there is no twin.
// 2. How loud the tone is, and whether there is one at all, is this computer's setting; the twin comes all the same.
import { seconds, type Millis } from '../basics/time'
import type { StageView, ToneView } from '../stage/stage-view'
import { lengthOf } from './recipe'

/** Shorter than this nobody would see it who looks at a neighbour, in seconds. */
const shortest = 2

/** How long a twin stands: as long as the tone can be heard, and long enough to be seen. */
export const twinLength = (sound: ToneView['sound']): Millis =>
  seconds(Math.max(shortest, lengthOf(sound === 'none' ? 'bowl' : sound)))

/** Where the room looks at nothing, or at a pause, there is nothing to tell. */
const without: readonly StageView['face']['kind'][] = ['blank', 'held', 'closed']

/** A view with the twin of a tone that sounds now. */
export const withTone = (view: StageView, tone: ToneView | null): StageView => ({
  ...view,
  tone: without.includes(view.face.kind) ? null : tone,
})
