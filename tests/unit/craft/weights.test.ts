import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { keyOf, kinds, rowLetters, rowOf, unpack } from '../../../shared/craft/model'
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

  it('come back from their letters as they went in', () => {
    const steps = kinds.map((_, index) => index * 6 - 30)
    const key = keyOf('w mediator')
    expect([...(unpack(rowOf(key, steps), 0.5).get(key) ?? [])]).toEqual(steps.map((step) => step * 0.5))
    expect(unpack(weights.rows, weights.step).size).toBe(weights.rows.length / rowLetters)
  })

  it('have seen nothing of what is held back', () => {
    const apart = new Set(heldBack().map(({ text }) => plainly(text)))
    expect(apart.size).toBeGreaterThan(400)
    const learnt = trainingText().map(({ text }) => plainly(text))
    expect(learnt.length).toBeGreaterThan(5000)
    expect(learnt.filter((text) => apart.has(text))).toEqual([])
  })
})
