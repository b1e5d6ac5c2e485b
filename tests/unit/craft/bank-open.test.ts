import { describe, expect, it } from 'vitest'
import { bank } from '../../../shared/craft/bank'
import { classify } from '../../../shared/craft/classify'

const seen = bank.map(({ id, text }) => ({ id, text, ...classify(text) }))

describe('the bank, as the checker sees it', () => {
  it('has open questions alone, and nothing to say about any', () => {
    // The checker does see what is not open.
    for (const text of ['Have you thought about what matters most?', 'What is the goal? Is it realistic?'])
      expect(classify(text).hints).not.toEqual([])
    expect(seen.filter(({ kind }) => kind !== 'open')).toEqual([])
    expect(seen.filter(({ hints }) => hints.length > 0)).toEqual([])
  })
})
