import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { keyOf, kinds, pack, rowLetters, unpack, weightOf } from '../../../shared/craft/model'
import { weights } from '../../../shared/craft/weights'
import { heldBack } from './text'
import { plainly, sourceHash, trainingText } from '../../../scripts/checker/lib.mjs'

const file = fileURLToPath(new URL('../../../shared/craft/weights.ts', import.meta.url))

describe('the weights', () => {
  it('were learnt from the text and by the code that are here: train.mjs write makes them anew', () => {
    expect(weights.of).toBe(sourceHash())
  })

  it('are small enough to ship', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(150_000)
    expect(readFileSync(file, 'utf8')).toMatch(/^[\x20-\x7e\n]*$/)
    expect(weights.rows.length % rowLetters).toBe(0)
  })

  it('come back from their letters nearly as they went in', () => {
    const names = ['w mediator', 'r advice', '^have you tried']
    const rows = names.map(
      (name, at) => [keyOf(name), kinds.map((_, index) => (index - 5) * (at + 0.5))] as const,
    )
    const back = unpack(pack(rows, 0.01), 0.01)
    for (const [at, name] of names.entries())
      for (const [index, kind] of kinds.entries())
        expect(Math.abs(weightOf(back, name, kind) - (index - 5) * (at + 0.5))).toBeLessThan(
          (at + 0.5) * 5 * 0.2,
        )
    // Rows that weigh nothing stand where keys are far apart.
    expect(back.places.size).toBeGreaterThan(100)
    expect(back.values.filter((value) => value !== 0)).toHaveLength(names.length * (kinds.length - 1))
    expect(weightOf(back, 'w unheard of', 'advice')).toBe(0)
    expect(unpack(weights.rows, weights.least).places.size).toBe(weights.rows.length / rowLetters)
  })

  it('have seen nothing of what is held back', () => {
    const apart = new Set(heldBack().map(({ text }) => plainly(text)))
    expect(apart.size).toBeGreaterThan(400)
    const learnt = trainingText().map(({ text }) => plainly(text))
    expect(learnt.length).toBeGreaterThan(5000)
    expect(learnt.filter((text) => apart.has(text))).toEqual([])
  })
})
