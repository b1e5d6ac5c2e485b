import { describe, expect, it } from 'vitest'
import { after, between, instantOf, minutes, seconds, total, wholeMinutes } from '../../../shared/basics/time'

describe('a length', () => {
  it('between two instants is never below nothing', () => {
    expect([between(instantOf(5), instantOf(8)), between(instantOf(8), instantOf(5))]).toEqual([3, 0])
  })

  it('moves an instant', () => {
    expect(after(instantOf(1000), seconds(2))).toBe(3000)
  })

  it.each([
    [1, 1],
    [60_000, 1],
    [60_001, 2],
    [0, 0],
  ])('of %i ms is said as %i min', (length, said) => {
    expect(wholeMinutes(seconds(length / 1000))).toBe(said)
  })

  it('adds up', () => {
    expect(total([minutes(1), seconds(30), minutes(2.5)])).toBe(240_000)
    expect(total([])).toBe(0)
  })
})
