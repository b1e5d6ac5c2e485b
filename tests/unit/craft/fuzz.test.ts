import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../../../shared/craft/classify'
import { learntFrom } from './text'

const everything = ['examples', 'rewordings', 'train-1', 'train-2', 'train-3', 'train-4'].flatMap(learntFrom)

const holds = (text: string): void => {
  for (const { marks, offer } of classify(text).hints) {
    let last = 0
    for (const { from, to } of marks) {
      expect(from).toBeGreaterThanOrEqual(last)
      expect(to).toBeGreaterThan(from)
      expect(to).toBeLessThanOrEqual(text.length)
      last = to
    }
    if (offer !== null) expect(offer.trim()).toBe(offer)
  }
}

const odd = fc.constantFrom(
  '\ud800',
  '\udfff',
  '\u0000',
  '\u001b',
  '\u202e',
  '\u200f',
  'שלום',
  'مرحبا',
  '👩‍👩‍👧',
  '🙂',
  'ｗｈａｔ',
  'ﬁ',
  'İ',
  'ß',
)
const piece = fc.oneof(
  odd,
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    'what',
    'have you tried',
    ' or ',
    ', and how',
    '?',
    '??',
    'because',
    'you should ',
    ', ',
    '"',
    '…',
    'don’t',
    "isn't it",
  ),
)

describe('whatever is typed', () => {
  it('is read without a throw, with marks in range and in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
          fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(' ')),
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc
            .constantFrom(...everything.map(({ text }) => text))
            .chain((text) =>
              fc
                .tuple(fc.nat(text.length), odd)
                .map(([at, put]) => `${text.slice(0, at)}${put}${text.slice(at)}`),
            ),
        ),
        holds,
      ),
      { numRuns: 10_000 },
    )
  })

  it('may be a hundred kilobytes of anything', () => {
    fc.assert(
      fc.property(piece, fc.integer({ min: 1, max: 100_000 }), (part, length) => {
        const text = part.repeat(Math.ceil(length / Math.max(1, part.length))).slice(0, length)
        const from = performance.now()
        holds(text)
        expect(performance.now() - from).toBeLessThan(2000)
      }),
      { numRuns: 150 },
    )
  })

  it('comes out the same each time', () => {
    for (const { text } of everything.slice(0, 300)) expect(classify(text)).toEqual(classify(text))
  })
})
