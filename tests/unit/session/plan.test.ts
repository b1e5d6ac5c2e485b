import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import {
  breakMinutes,
  newAgenda,
  plannedMinutes,
  stepsOf,
  type AgendaItem,
} from '../../../shared/session/plan'
import { aFormat, aPhase, aPlan } from '../builders'

const agendaOf = (minutes: number, people: number, format = shortQuestionRound): readonly AgendaItem[] => {
  const found = newAgenda({ minutes, people, format })
  return found.ok ? found.value : []
}

const sum = (agenda: readonly AgendaItem[]) => agenda.reduce((all, { minutes }) => all + minutes, 0)
const turnsIn = (agenda: readonly AgendaItem[]) => agenda.filter(({ kind }) => kind === 'turn').length
const formatOf = (nominal: number) =>
  aFormat({ phases: [aPhase({ minutes: { nominal, floor: 1, cap: nominal } })] })

describe('a new agenda', () => {
  it.each([
    [60, 3, 1],
    [60, 7, 1],
    [60, 12, 1],
    [90, 6, 2],
    [90, 12, 1],
    [120, 6, 3],
    [120, 12, 2],
    [180, 6, 5],
    [480, 3, 3],
  ])('of %i minutes for %i people has %i turns', (minutes, people, turns) => {
    expect(turnsIn(agendaOf(minutes, people))).toBe(turns)
  })

  const wishes = fc.record({
    minutes: fc.integer({ min: 1, max: 960 }).map((half) => half / 2),
    people: fc.integer({ min: 3, max: 12 }),
    nominal: fc.integer({ min: 5, max: 90 }),
  })

  it('never takes more than the session has, and one turn more would', () => {
    fc.assert(
      fc.property(wishes, ({ minutes, people, nominal }) => {
        const agenda = agendaOf(minutes, people, formatOf(nominal))
        const turns = turnsIn(agenda)
        const pause = agenda.some(({ kind }) => kind === 'break') ? 0 : turns >= 1 ? breakMinutes(minutes) : 0
        expect(sum(agenda)).toBeLessThanOrEqual(minutes)
        expect(turns).toBeLessThanOrEqual(people)
        if (turns > 0 && turns < people) expect(sum(agenda) + pause + nominal).toBeGreaterThan(minutes)
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused only when one turn does not fit, and says how much is missing', () => {
    fc.assert(
      fc.property(wishes, ({ minutes, people, nominal }) => {
        const found = newAgenda({ minutes, people, format: formatOf(nominal) })
        // Agreements, choosing, what stays; short rounds, commitments; one turn.
        const needed = 5 + (1 + 0.5 + 0.5) * people + nominal
        expect(found).toEqual(
          needed <= minutes
            ? { ok: true, value: expect.any(Array) }
            : { ok: false, refusal: { kind: 'too-short', missing: needed - minutes, needed } },
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('has a break before the last half of the turns, from 90 minutes on, and none for one turn', () => {
    const kinds = (minutes: number, people: number) => agendaOf(minutes, people).map(({ kind }) => kind)
    const before = ['opening', 'agreements', 'check-in', 'choosing']
    const after = ['harvest', 'commitments', 'what-stays', 'last-round']
    expect(kinds(90, 6)).toEqual([...before, 'turn', 'break', 'turn', ...after])
    expect(kinds(60, 6)).toEqual([...before, 'turn', ...after])
    expect(agendaOf(120, 6).find(({ kind }) => kind === 'break')?.minutes).toBe(10)
  })

  it('stays within its minutes where two turns fit only without their break', () => {
    expect(turnsIn(agendaOf(90, 5, formatOf(35)))).toBe(1)
  })
})

describe('the steps of a plan', () => {
  it('have ids of their own', () => {
    const ids = stepsOf(aPlan()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('take as long as the agenda, whatever is cut into pages', () => {
    const plan = aPlan()
    const planned = stepsOf(plan).reduce((all, step) => all + plannedMinutes(step), 0)
    expect(planned).toBeCloseTo(sum(plan.agenda), 9)
  })

  it('leave a turn whose format is missing with its question alone', () => {
    const kinds = stepsOf(aPlan({ formats: [] })).filter(({ item }) => item === 'turn-1')
    expect(kinds.map(({ kind }) => kind)).toEqual(['help'])
  })
})
