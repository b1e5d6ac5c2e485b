import { describe, expect, it } from 'vitest'
import type { FormatId } from '../../../shared/basics/ids'
import {
  choose,
  mostChoices,
  presentersWith,
  reasonOf,
  whoPresents,
  type ChoiceWish,
} from '../../../shared/formats/choose'
import type { Format, SpeakingRule } from '../../../shared/formats/format'
import { floorMinutes, formatById, formatFor, library, suits } from '../../../shared/formats/library/library'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { wishes } from '../../../shared/formats/wish'
import { newAgenda, usualMinutes } from '../../../shared/session/plan'
import { aFormat, aPhase, member } from '../builders'

const own = aFormat({ id: 'own-1' as FormatId, title: 'Our way' })
const all = [...library, own]
const cases: readonly ChoiceWish[] = [...wishes, undefined].flatMap((wish) =>
  [3, 4, 5, 6, 7, 8, 10, 12].flatMap((people) =>
    [8, 12, 16, 26, 40, 60, 90, 130].flatMap((minutes) =>
      (['plan', 'room'] as const).map((where) => ({ wish, people, minutes, not: null, where })),
    ),
  ),
)

describe('the short list', () => {
  // Fails if one is offered that so many can't hold, or that stands there twice, or without its reason.
  it('has at most five that can be held, each once, what was asked for first', () => {
    const sizes = new Set<number>()
    for (const wish of cases) {
      const list = choose(wish, all)
      sizes.add(list.length)
      expect(list.length).toBeLessThanOrEqual(mostChoices)
      expect(new Set(list.map(({ format }) => format.id)).size).toBe(list.length)
      for (const { format, reason } of list) {
        expect(suits(format, wish)).toBe(true)
        expect(floorMinutes(format)).toBeLessThanOrEqual(wish.minutes)
        expect(reason).toBeTruthy()
        if (wish.where === 'room') {
          expect(format.scope).toBe('turn')
          expect(format.needsTrainedLeader).toBeUndefined()
        }
      }
      const served = wish.wish === undefined ? null : formatFor(wish.wish, wish, all)
      if (served !== null) expect(list[0]).toEqual(served)
    }
    expect([...sizes].toSorted()).toEqual(expect.arrayContaining([1, 5]))
  })

  it('leaves out what stands there already', () => {
    const wish: ChoiceWish = {
      wish: 'questions',
      people: 6,
      minutes: 60,
      not: shortQuestionRound.id,
      where: 'room',
    }
    expect(choose(wish, all).map(({ format }) => format.id)).not.toContain(shortQuestionRound.id)
    expect(choose({ ...wish, not: null }, all)[0]?.format).toBe(shortQuestionRound)
  })

  it('claims to be what was asked for only where that is there', () => {
    const without = library.filter(({ id }) => id !== shortQuestionRound.id)
    const wish: ChoiceWish = { wish: 'questions', people: 6, minutes: 60, not: null, where: 'room' }
    expect(choose(wish, without)[0]).toMatchObject({
      format: { id: 'everyone-some-time-round' },
      reason: 'fits-the-time',
    })
    expect(choose(wish, without).map(({ reason }) => reason)).not.toContain('as-asked')
  })

  it('has the circle’s own behind what was asked for, where they fit', () => {
    const wish: ChoiceWish = { wish: 'ideas', people: 6, minutes: 60, not: null, where: 'room' }
    expect(choose(wish, all)[1]).toEqual({ format: own, reason: 'own' })
    expect(choose(wish, library).map(({ format }) => format.id)).not.toContain(own.id)
    expect(choose({ ...wish, minutes: 0.5 }, all)).toEqual([])
  })

  it('proposes one that needs a trained leader only in the plan, and says so', () => {
    const balint = library.find(({ id }) => id === 'balint-group') as Format
    const wish: ChoiceWish = { wish: undefined, people: 8, minutes: 45, not: null, where: 'plan' }
    expect(choose(wish, [balint])).toEqual([{ format: balint, reason: 'trained-leader' }])
    expect(choose({ ...wish, where: 'room' }, [balint])).toEqual([])
  })
})

describe('the one reason', () => {
  const has = (format: Format, rule: SpeakingRule) => format.phases.some((phase) => phase.rule === rule)
  it('is true of each format of the library', () => {
    for (const format of library) {
      const reason = reasonOf(format)
      const minutes = usualMinutes(format)
      if (reason === 'only-listening') expect(has(format, 'GTALK'), format.id).toBe(true)
      if (reason === 'only-questions') expect(has(format, 'QONLY'), format.id).toBe(true)
      if (reason === 'slow-and-deep') expect(minutes, format.id).toBeGreaterThanOrEqual(55)
      if (reason === 'short-turn') expect(minutes, format.id).toBeLessThanOrEqual(15)
      if (reason === 'no-advice') expect(has(format, 'GTALK'), format.id).toBe(false)
      if (reason === 'no-advice' || reason === 'more-questions')
        expect(has(format, 'QOPEN'), format.id).toBe(true)
      if (reason === 'facts-first') expect(format.phases[0]?.rule).toBe('QFACT')
      expect(reason === 'everybody').toBe(format.scope !== 'turn')
      expect(reason === 'trained-leader').toBe(format.needsTrainedLeader === true)
      expect(reason, format.id).not.toBe('own')
    }
  })

  it('sets the formats apart: few share one', () => {
    const reasons = library.filter(({ scope }) => scope === 'turn').map(reasonOf)
    expect(new Set(reasons).size).toBeGreaterThanOrEqual(14)
  })

  it.each<[string, Partial<Format>, string]>([
    ['a circle’s own', {}, 'own'],
    ['one that needs training', { needsTrainedLeader: true }, 'trained-leader'],
  ])('of %s', (_, change, reason) => {
    expect(reasonOf(aFormat({ phases: [aPhase()], ...change }))).toBe(reason)
    expect(formatById('f' as FormatId)).toBeNull()
  })
})

describe('who can present', () => {
  const found = newAgenda({ minutes: 90, people: 6, format: shortQuestionRound })
  const agenda = found.ok ? found.value : []
  const around = agenda.reduce((sum, one) => sum + (one.kind === 'turn' ? 0 : one.minutes), 0)

  it('are as many as the rest of the real agenda leaves turns for, at most everybody', () => {
    expect(agenda.filter(({ kind }) => kind === 'turn')).toHaveLength(2)
    for (const format of library) {
      const many = presentersWith(format, { minutes: 90, agenda, people: 6 })
      const turns = Math.floor((90 - around) / usualMinutes(format))
      expect(many, format.id).toBe(format.scope === 'turn' ? Math.min(6, turns) : turns > 0 ? 6 : 0)
    }
    expect(presentersWith(shortQuestionRound, { minutes: 90, agenda, people: 6 })).toBe(2)
    expect(presentersWith(shortQuestionRound, { minutes: 20, agenda, people: 6 })).toBe(0)
    expect(presentersWith(listeningTrio, { minutes: 90, agenda, people: 6 })).toBe(6)
    expect(presentersWith(shortQuestionRound, { minutes: 480, agenda, people: 3 })).toBe(3)
  })

  it('come in the rota’s order; the others wait', () => {
    const order = ['Amara', 'Jun', 'Priya'].map(member)
    expect(whoPresents(agenda, order, library)).toEqual({ present: order.slice(0, 2), wait: order.slice(2) })
    const trio = agenda.map((one) =>
      one.id === 'turn-1' && one.kind === 'turn' ? { ...one, format: listeningTrio.id } : one,
    )
    expect(whoPresents(trio, order, library)).toEqual({ present: order, wait: [] })
  })
})
