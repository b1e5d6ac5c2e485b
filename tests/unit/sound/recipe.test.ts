import { describe, expect, it } from 'vitest'
import { lengthOf, openings, recipes, type Loudness, type Sound } from '../../../shared/sound/recipe'

const sounds: readonly Sound[] = ['bowl', 'wood']
const steps: readonly Loudness[] = [1, 2, 3, 4, 5]

describe('a sound', () => {
  it.each(sounds)('never asks for more than the loudspeaker has: %s', (sound) => {
    // At the worst all partials that have begun by then swing the same way at once.
    const most = Math.max(
      ...recipes[sound].map(({ begins }) =>
        recipes[sound]
          .filter((other) => other.begins <= begins)
          .reduce((sum, other) => {
            const since = begins - other.begins - other.comes
            const left = since <= 0 ? 1 : 0.001 ** Math.min(1, since / other.goes)
            return sum + other.strength * left
          }, 0),
      ),
    )
    expect(most * openings[5]).toBeLessThanOrEqual(1)
    expect(most).toBeGreaterThan(0.5)
  })

  it('is a bowl for three to four seconds, and wood for less than one', () => {
    expect(lengthOf('bowl')).toBeGreaterThan(3)
    expect(lengthOf('bowl')).toBeLessThan(4)
    expect(lengthOf('wood')).toBeLessThan(1)
  })

  it('gets louder by about five decibels with each step', () => {
    const apart = steps
      .slice(1)
      .map((step) => 20 * Math.log10(openings[step] / openings[(step - 1) as Loudness]))
    for (const step of apart) {
      expect(step).toBeGreaterThan(4.5)
      expect(step).toBeLessThan(6)
    }
  })

  it('has partials that a laptop’s loudspeaker can play', () => {
    for (const { pitch } of sounds.flatMap((sound) => recipes[sound])) {
      expect(pitch).toBeGreaterThan(150)
      expect(pitch).toBeLessThan(4000)
    }
  })
})
