import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestMinutes, parseMinutes } from '../../../shared/basics/parse-minutes'

const read = (typed: string): number | string => {
  const found = parseMinutes(typed)
  return found.ok ? found.value : found.refusal.kind
}

describe('a typed length', () => {
  it.each<[string, number]>([
    ['12', 12],
    [' 12 ', 12],
    ['1:30', 90],
    ['0:45', 45],
    ['8:00', 480],
    ['90s', 1.5],
    ['90 sec', 1.5],
    ['1s', 0.5],
    ['1h 30', 90],
    ['1h', 60],
    ['2 hours', 120],
    ['1h30m', 90],
    ['1.5h', 90],
    ['45 min', 45],
    ['45 Minutes', 45],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['12.3', 12.5],
    ['0.1', 0.5],
    ['٤٥', 45],
    ['١:٣٠', 90],
    ['４５', 45],
    ['480', 480],
    ['007', 7],
  ])('%j is %d minutes', (typed, wanted) => {
    expect(read(typed)).toBe(wanted)
  })

  it.each<[string, string]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['-3', 'negative'],
    ['- 3', 'negative'],
    ['−3', 'negative'],
    ['–3', 'negative'],
    ['abc', 'not-a-length'],
    ['0', 'not-a-length'],
    ['0:00', 'not-a-length'],
    ['0s', 'not-a-length'],
    ['1:75', 'not-a-length'],
    ['1:5', 'not-a-length'],
    ['12 apples', 'not-a-length'],
    ['1e3', 'not-a-length'],
    ['Infinity', 'not-a-length'],
    ['1.2.3', 'not-a-length'],
    ['5-', 'not-a-length'],
    ['9999', 'too-long'],
    ['480.3', 'too-long'],
    ['8:01', 'too-long'],
    ['9'.repeat(400), 'too-long'],
  ])('%j is refused: %s', (typed, kind) => {
    expect(read(typed)).toBe(kind)
  })

  it('gives back what was typed, cut, when it is no length', () => {
    const found = parseMinutes(`Abc ${'x'.repeat(100)}`)
    expect(found).toEqual({
      ok: false,
      refusal: { kind: 'not-a-length', typed: `abc ${'x'.repeat(16)}` },
    })
  })

  it('is half minutes between a half and the longest, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-0-9:.,hms ]{0,8}$/),
      fc.double().map(String),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const found = parseMinutes(text)
        if (!found.ok) return
        expect(Number.isInteger(found.value * 2)).toBe(true)
        expect(found.value).toBeGreaterThan(0)
        expect(found.value).toBeLessThanOrEqual(longestMinutes)
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same number of minutes in every way of saying it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 480 }), (minutes) => {
        const hours = Math.floor(minutes / 60)
        const rest = minutes % 60
        const said = [
          `${minutes}`,
          `${minutes} min`,
          `${minutes * 60}s`,
          `${hours}:${String(rest).padStart(2, '0')}`,
        ]
        for (const typed of said) expect(read(typed)).toBe(minutes)
      }),
      { numRuns: 1000 },
    )
  })
})
