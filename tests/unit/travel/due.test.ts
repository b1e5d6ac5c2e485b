import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../shared/basics/time'
import type { Retention } from '../../../shared/circle/circle'
import { due, isJump, steadyNow } from '../../../shared/travel/due'
import { at } from '../builders'
import { aKept, aLine, aTrace, day, session } from './states'

const kept = ['b', 'a', 'lost'].map((name) => aKept(name, [aLine('Slowly.', null)]))
const traces = [aTrace('a', 0), aTrace('b', 14 * day), aTrace('nothing kept', 0)]
const dueAt = (retention: Retention, minutesIn: number) =>
  due(kept.slice(0, 2), traces, retention, at(minutesIn))

describe('what is due', () => {
  it.each<[Retention, number, readonly string[]]>([
    [30, 30 * day - 1, []],
    [30, 30 * day, ['a']],
    [30, 44 * day - 1, ['a']],
    [30, 44 * day, ['b', 'a']],
    [7, 7 * day, ['a']],
    [90, 44 * day, []],
    [0, 0, ['b', 'a']],
  ])('after %s days, at minute %s', (retention, minutesIn, wanted) => {
    expect(dueAt(retention, minutesIn)).toEqual(wanted.map(session))
  })

  it('is what nobody can date', () => {
    expect(due(kept, traces, 90, at(0))).toEqual([session('lost')])
  })
})

describe('the clock', () => {
  it('has jumped where it is more than 400 days ahead', () => {
    expect(isJump(at(0), at(400 * day))).toBe(false)
    expect(isJump(at(0), instantOf(at(400 * day) + 1))).toBe(true)
    expect(isJump(at(0), at(-4000 * day))).toBe(false)
  })

  it('set back prolongs no life', () => {
    expect(steadyNow(at(5), at(-90 * day))).toBe(at(5))
    expect(steadyNow(at(5), at(6))).toBe(at(6))
    expect(due(kept.slice(0, 2), traces, 30, steadyNow(at(30 * day), at(0)))).toEqual([session('a')])
  })
})
