import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormatId, PhaseId } from '../../../shared/basics/ids'
import { millisOf, minutes, seconds } from '../../../shared/basics/time'
import { crossed, leftNow, milestones } from '../../../shared/announce/milestone'
import type { SpeakingRule } from '../../../shared/formats/format'
import {
  aFormat,
  aPhase,
  aPlan,
  begun,
  goTo,
  item,
  member,
  press,
  record,
  wait,
  withFormat,
} from '../builders'

const left = (inSeconds: number) => millisOf(inSeconds * 1000)

describe('a threshold', () => {
  it.each([
    [61, 60, 'last-minute'],
    [60, 59, null],
    [1, 0, 'time'],
    [0, -1, null],
    [-59, -60, 'one-over'],
    [-60, -400, null],
    [300, 61, null],
  ] as const)('from %d seconds left to %d is %s', (before, now, said) => {
    expect(crossed(left(before), left(now))).toBe(said)
  })

  it('that was crossed unheard gives way to the last one', () => {
    expect(crossed(left(300), left(-5))).toBe('time')
    expect(crossed(left(300), left(-500))).toBe('one-over')
  })

  it('is crossed anew after time was given', () => {
    expect(crossed(left(30), left(90))).toBeNull()
    expect(crossed(left(90), left(60))).toBe('last-minute')
  })

  it('is said once however a minute is cut into ticks', () => {
    const ticks = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(ticks, (lengths) => {
        const said: string[] = []
        lengths.reduce((before, length) => {
          const now = before - length
          const reached = crossed(millisOf(before), millisOf(now))
          if (reached !== null) said.push(reached)
          return now
        }, 200_000)
        const order = milestones.map(([name]) => name as string)
        // Each at most once, and in their order.
        expect(said).toEqual(order.filter((name) => said.includes(name)))
      }),
    )
  })
})

/** The first turn's first phase, of two minutes, under a rule. */
function under(rule: SpeakingRule) {
  const format = aFormat({
    id: 'told' as FormatId,
    phases: [
      aPhase({ id: 'told/first' as PhaseId, captures: [], rule }),
      aPhase({ id: 'told/second' as PhaseId, captures: ['takeaway'] }),
    ],
  })
  const evening = record(begun(withFormat(aPlan(), 'turn-1', format)), [
    { type: 'format-chosen', item: item('turn-1'), format: format.id },
    { type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') },
  ])
  return goTo(evening, 'turn-1/told/first')
}

describe('the time that is told aloud', () => {
  it('is that of the phase', () => {
    const evening = under('SOLO')
    const all = leftNow(evening.session, evening.now)
    expect(all).not.toBeNull()
    const later = wait(evening, 1)
    expect(leftNow(later.session, later.now)).toBe((all ?? 0) - minutes(1))
  })

  it.each(['QUIET', 'ROUND'] as const)('is none under %s', (rule) => {
    const { session, now } = under(rule)
    expect(leftNow(session, now)).toBeNull()
  })

  it('stands while the room is held', () => {
    const held = press(under('SOLO'), 'hold')
    const later = wait(held, seconds(90) / 60_000)
    expect(leftNow(later.session, later.now)).toBe(leftNow(held.session, held.now))
  })
})
