import { describe, expect, it } from 'vitest'
import { instantOf, minutes } from '../../shared/basics/time'
import { newClock, pauseClock, phaseOf, remaining, startClock } from '../../shared/session/clock'

const at = (seconds: number) => instantOf(seconds * 1000)

describe('a clock', () => {
  it('leaves a running clock as it is when it is started again', () => {
    const running = startClock(newClock(minutes(5)), at(0))
    expect(startClock(running, at(60))).toBe(running)
  })

  it('counts overtime below nothing', () => {
    expect(remaining(startClock(newClock(minutes(1)), at(0)), at(90))).toBe(-30_000)
  })

  it('takes nothing back when it is paused before its start', () => {
    expect(remaining(pauseClock(startClock(newClock(minutes(1)), at(100)), at(0)), at(500))).toBe(60_000)
  })

  it.each([
    [60_001, 'plenty'],
    [60_000, 'last-minute'],
    [1, 'last-minute'],
    [0, 'time'],
    [-59_999, 'time'],
    [-60_000, 'over'],
  ])('with %i ms left stands at %s', (left, phase) => {
    expect(phaseOf(left as never)).toBe(phase)
  })
})
