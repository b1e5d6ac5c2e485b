// What makes these tests fail, each tried once on purpose and seen to fail: an agenda longer than the session, a refusal
// that names too few minutes, a round for commitments that rest, a rota with somebody missing.
import { describe, expect, it } from 'vitest'
import type { CircleId, FormatId } from '../../../shared/basics/ids'
import { newStanding, type Circle, type Commitment } from '../../../shared/circle/circle'
import { nominalMinutes } from '../../../shared/formats/format'
import { library } from '../../../shared/formats/library/library'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { isDue, newPlan, type PlanWish } from '../../../shared/session/new-plan'
import {
  newAgenda,
  twoRoundsFrom,
  usualMinutes,
  type AgendaItem,
  ownParts,
} from '../../../shared/session/plan'
import { aCommitment, aFormat, aPhase, aPlan, item, member } from '../builders'

const today = '2026-03-12'
const circleOf = (people: number): Circle => {
  const { members, agreements, level, circleName } = aPlan({ people })
  return {
    id: 'circle' as CircleId,
    name: circleName,
    members,
    agreements,
    level,
    standing: newStanding,
    retention: 30,
    version: 1,
  }
}
const planOf = (people: number, commitments: readonly Commitment[], change: Partial<PlanWish> = {}) => {
  const circle = circleOf(people)
  return newPlan(
    { circle, traces: [], commitments },
    {
      here: circle.members.map(({ id }) => id),
      minutes: 90,
      help: 'questions',
      beginsAt: null,
      today,
      formats: library,
      format: shortQuestionRound.id,
      ...change,
    },
  )
}
const promises = (people: number, open: number) =>
  aPlan({ people })
    .members.slice(0, open)
    .map(({ name }) => aCommitment(name))
const sum = (agenda: readonly AgendaItem[]) => agenda.reduce((all, { minutes }) => all + minutes, 0)
const turnsIn = (agenda: readonly AgendaItem[]) => agenda.filter(({ kind }) => kind === 'turn').length

const sizes = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const lengths = Array.from({ length: 43 }, (_, step) => 30 + 5 * step)

describe('a new plan', () => {
  it('never takes more than the session has, for 3 to 12 people, 30 to 240 minutes, any format and open commitments', () => {
    let [fits, refusals] = [0, 0]
    for (const people of sizes)
      for (const minutes of lengths)
        for (const open of [0, 1, Math.floor(people / 2), people])
          for (const format of library) {
            const { id } = format
            const plan = planOf(people, promises(people, open), { minutes, format: id })
            const where = `${people} people, ${minutes} minutes, ${open} open, ${id}`
            if (plan.ok) {
              fits += 1
              expect(sum(plan.value.agenda), where).toBeLessThanOrEqual(minutes)
              expect(turnsIn(plan.value.agenda), where).toBeGreaterThan(0)
              const ids = plan.value.agenda.map((entry) => entry.id)
              expect(new Set(ids).size, where).toBe(ids.length)
              const apart = plan.value.agenda.some(({ kind }) => kind === 'last-commitments')
              // A whole session has no check-in in which to ask; the long circle asks itself.
              const own = ownParts(format)
              expect(apart, where).toBe(
                open > 0 && !own.has('last-commitments') && (own.has('check-in') || minutes >= twoRoundsFrom),
              )
              continue
            }
            refusals += 1
            const { missing, needed } = plan.refusal
            expect(missing, where).toBeGreaterThan(0)
            expect(minutes + missing, where).toBe(needed)
            const again = (length: number) =>
              planOf(people, promises(people, open), { minutes: length, format: id }).ok
            expect([again(needed), again(needed - 0.5)], where).toEqual([true, false])
          }
    expect(Math.min(fits, refusals)).toBeGreaterThan(500)
  })

  it('names the missing minutes also where a longer session has one round more', () => {
    const long = aFormat({ phases: [aPhase({ minutes: { nominal: 60, floor: 50, cap: 70 } })] })
    const found = newAgenda({ minutes: 60, people: 12, format: long, toReview: 12 })
    if (found.ok) throw new Error('fits')
    expect(newAgenda({ minutes: found.refusal.needed, people: 12, format: long, toReview: 12 }).ok).toBe(true)
  })

  it('has two turns at 90 minutes with six people, also with six open commitments', () => {
    for (const open of [0, 3, 6]) {
      const plan = planOf(6, promises(6, open))
      expect(plan.ok && turnsIn(plan.value.agenda), `${open} open`).toBe(2)
    }
  })

  it('asks about commitments in the check-in below 75 minutes, and in a round of their own from then on', () => {
    const kinds = (minutes: number) => {
      const plan = planOf(6, promises(6, 6), { minutes })
      return plan.ok
        ? plan.value.agenda.filter(({ kind }) => ['check-in', 'last-commitments'].includes(kind))
        : []
    }
    expect(kinds(74).map(({ minutes }) => minutes)).toEqual([12])
    expect(kinds(75).map(({ minutes }) => minutes)).toEqual([9, 6])
  })

  it('gives a format for the whole group once, however long the session is', () => {
    const plan = planOf(6, [], { minutes: 240, format: 'listening-trio' as FormatId })
    expect(plan.ok && turnsIn(plan.value.agenda)).toBe(1)
  })

  it('reckons a turn in trios without the fourth', () => {
    const trio = library.find(({ id }) => id === 'listening-trio')
    expect(trio && [usualMinutes(trio), nominalMinutes(trio)]).toEqual([22, 28])
  })

  it('asks about nothing that rests, nor in a round of its own for who is not expected', () => {
    const rests = aCommitment('Jun', { kind: 'rest', until: '2026-04-01' })
    const plan = planOf(6, [rests])
    expect(plan.ok && plan.value.commitments).toEqual([])
    expect(plan.ok && plan.value.agenda.some(({ kind }) => kind === 'last-commitments')).toBe(false)
    const away = planOf(6, [aCommitment('Tomás')], { here: aPlan({ people: 5 }).members.map(({ id }) => id) })
    expect(away.ok && away.value.agenda.some(({ kind }) => kind === 'last-commitments')).toBe(false)
    expect(away.ok && away.value.commitments).toHaveLength(1)
  })

  it.each<[Partial<Commitment>, boolean]>([
    [{}, true],
    [{ until: '2026-04-01' }, true],
    [{ kind: 'rest', until: null }, false],
    [{ kind: 'rest', until: '2026-03-13' }, false],
    [{ kind: 'rest', until: '2026-03-12' }, true],
    [{ kind: 'rest', until: '2025-12-31' }, true],
  ])('with %j asks: %s', (change, due) => {
    expect(isDue(aCommitment('Jun', change), today)).toBe(due)
  })

  it('has everybody in its rota, those who are expected first, and the facilitator whom it proposes', () => {
    const here = ['Amara', 'Jun', 'Noor'].map(member)
    const plan = planOf(5, [], { here, minutes: 120 })
    if (!plan.ok) throw new Error('does not fit')
    for (const order of [plan.value.rota.facilitate, plan.value.rota.present]) {
      expect(order).toHaveLength(5)
      expect(new Set(order).size).toBe(5)
      expect(new Set(order.slice(0, 3))).toEqual(new Set(here))
    }
    expect(plan.value.facilitator).toBe(plan.value.rota.facilitate[0])
    const other = planOf(5, [], { facilitator: member('Sam') })
    expect(other.ok && other.value.facilitator).toBe(member('Sam'))
  })

  it('freezes the circle’s own formats behind the library’s, each once', () => {
    const own = aFormat({ id: 'own-1' as FormatId })
    const circle = { ...circleOf(5), formats: [own, shortQuestionRound] }
    const plan = newPlan(
      { circle, traces: [], commitments: [] },
      {
        here: circle.members.map(({ id }) => id),
        minutes: 90,
        help: 'questions',
        beginsAt: null,
        today,
        formats: library,
        format: own.id,
      },
    )
    expect(plan.ok && plan.value.formats).toEqual([...library, own])
    expect(plan.ok && plan.value.agenda.find(({ kind }) => kind === 'turn')).toMatchObject({ format: own.id })
  })

  it('takes an agenda as it was made, whatever would fit', () => {
    const agenda: readonly AgendaItem[] = [{ kind: 'opening', id: item('opening'), minutes: 0 }]
    const plan = planOf(5, [], { agenda, minutes: 1 })
    expect(plan.ok && plan.value.agenda).toEqual(agenda)
  })
})
