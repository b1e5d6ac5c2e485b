// More minutes by consent. What makes these tests fail, each tried once on purpose and seen to fail: a payer cut below its
// floor, a loan that costs the closing time, another turn that pays.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes } from '../../../shared/basics/time'
import { progressOf } from '../../../shared/session/apply'
import { allotted } from '../../../shared/session/clock'
import {
  extensionMinutes,
  openLoans,
  payersFor,
  spareMinutes,
  type Payer,
} from '../../../shared/session/extension'
import { forward } from '../../../shared/session/forward'
import { agreedClose, closesAtThisPace } from '../../../shared/session/pace'
import { plannedMinutes, type SessionPlan } from '../../../shared/session/plan'
import { currentStep, type Session } from '../../../shared/session/session'
import { stepsAhead } from '../../../shared/session/time-card'
import { projectStage } from '../../../shared/stage/project-stage'
import { count, eveningOf, play, rareIn, runs, type Tally } from '../../support/arbitraries'
import { aPlan, goTo, inPhase, planId, press, record, wait, type Evening } from '../builders'

/** As long as its agenda: nothing is spared. */
const tight = (): SessionPlan => {
  const usual = aPlan()
  const agenda = usual.agenda.map((item) => (item.kind === 'harvest' ? { ...item, minutes: 5 } : item))
  const plan = { ...usual, agenda }
  return { ...plan, minutes: plan.agenda.reduce((sum, item) => sum + item.minutes, 0) }
}

/** In a phase of the first turn, which began when it was planned to. */
const questions = (phase = 'open-questions'): Evening => {
  const evening = inPhase(phase, tight())
  const step = currentStep(evening.session)
  // What was skipped to come here is spared otherwise: the begin moves back by it.
  const before = evening.session.steps.slice(0, step ? evening.session.steps.indexOf(step) : 0)
  const skipped = before.reduce((sum, one) => sum + plannedMinutes(one), 0)
  const begunAt = (evening.now - minutes(skipped)) as typeof evening.now
  return { ...evening, session: { ...evening.session, begunAt } }
}

const put = (evening: Evening, { pays, lengths, closesAt }: Payer, asks: 'presenter' | 'room' = 'room') =>
  record(evening, [
    {
      type: 'extension-put',
      step: evening.session.at as never,
      minutes: extensionMinutes,
      asks,
      pays,
      lengths,
      closesAt,
    },
  ])

const agreed = (evening: Evening, payer: Payer) => press(put(evening, payer), 'forward')
const close = ({ session, now }: Evening) => closesAtThisPace(session, now)
const kinds = ({ session, now }: Evening) =>
  payersFor(session, now).map(
    ({ pays, item }) => session.plan.agenda.find(({ id }) => id === item)?.kind ?? pays,
  )
const forwardOf = ({ session, now }: Evening) => forward(session, now, planId)?.label.kind

describe('two more minutes', () => {
  it('ask the presenter, then the room, and change nothing before both have agreed', () => {
    const start = questions()
    const asked = press(start, 'two-more')
    expect(forwardOf(asked)).toBe('ask-room')
    const faceOf = ({ session, now }: Evening) => projectStage(session, now).face
    expect(faceOf(asked)).toMatchObject({ kind: 'turn', more: { minutes: 2, asks: 'Jun' } })
    const room = press(asked, 'forward')
    expect(forwardOf(room)).toBe('agreed')
    expect(faceOf(room)).toMatchObject({ more: { asks: null, from: { item: 'break', before: 5, after: 3 } } })
    for (const open of [asked, room]) {
      expect(open.session.steps).toEqual(start.session.steps)
      expect(open.session.progress).toEqual(start.session.progress)
      const no = press(open, 'decline')
      expect(no.session).toEqual(start.session)
    }
    const done = press(room, 'forward')
    const step = currentStep(done.session)
    expect(step && allotted(progressOf(done.session, step).clock)).toBe(minutes(16))
    expect(done.session.steps.find(({ kind }) => kind === 'break')).toMatchObject({ minutes: 3 })
    expect(openLoans(done.session)).toEqual([{ lender: 'break/break', minutes: 2 }])
    expect(close(done)).toBe(close(start))
  })

  it('come from what was spared, and then only the presenter is asked', () => {
    const early = { ...questions(), session: { ...questions().session, begunAt: questions().now } }
    expect(spareMinutes(early.session, early.now)).toBeGreaterThan(extensionMinutes)
    const asked = press(early, 'two-more')
    expect(asked.session.extending).toMatchObject({ pays: 'spare', asks: 'presenter' })
    const done = press(asked, 'forward')
    expect(done.session.extending).toBeNull()
    expect(openLoans(done.session)).toEqual([])
    expect(close(done)).toBe(close(early) + minutes(2))
    expect(close(done)).toBeLessThanOrEqual(agreedClose(done.session, done.now))
  })

  it('come from the break, then from what is learnt, then from the presenter’s own later minutes; or nobody pays', () => {
    expect(kinds(questions())).toEqual(['break', 'harvest', 'nobody'])
    const once = agreed(questions(), payersFor(questions().session, questions().now)[0] as Payer)
    // The break is at its floor now.
    expect(kinds(once)).toEqual(['harvest', 'nobody'])
    // Reflections and questions still to come have a minute each to give; where it is said what is taken gives none.
    const facts = questions('facts')
    expect(kinds(facts)).toEqual(['break', 'harvest', 'turn', 'nobody'])
    const own = agreed(facts, payersFor(facts.session, facts.now)[2] as Payer)
    const lengths = own.session.steps.flatMap((step) =>
      step.kind === 'phase' && step.item === 'turn-1' ? [step.minutes] : [],
    )
    expect(lengths).toEqual([5, 2, 13, 2, 2])
  })

  it('of which nobody pays close later, and lend nothing', () => {
    const start = questions()
    const last = payersFor(start.session, start.now).at(-1) as Payer
    expect(last.pays).toBe('nobody')
    const done = agreed(start, last)
    expect(close(done)).toBe(close(start) + minutes(2))
    expect(close(done)).toBe(last.closesAt)
    expect(done.session.loans).toEqual([])
  })

  it('go back to who lent them when as many were spared, and show as lent until then, or until the lender’s time comes', () => {
    const start = questions()
    const lent = agreed(start, payersFor(start.session, start.now)[0] as Payer)
    const back = record(lent, [{ type: 'loan-repaid', lender: 'break/break' as never }])
    expect(back.session.steps.find(({ kind }) => kind === 'break')).toMatchObject({ minutes: 5 })
    expect(openLoans(back.session)).toEqual([])
    expect(close(back)).toBe(close(lent) + minutes(2))
    expect(openLoans(goTo(lent, 'break/break').session)).toEqual([])
    const late = record(goTo(lent, 'break/break'), [{ type: 'loan-repaid', lender: 'break/break' as never }])
    expect(late.session.steps.find(({ kind }) => kind === 'break')).toMatchObject({ minutes: 3 })
  })

  it('are no loan any more once the room has left out who lent them', () => {
    const start = questions()
    const lent = agreed(start, payersFor(start.session, start.now)[0] as Payer)
    const without = record(lent, [
      { type: 'refit-put', lengths: [], dropped: ['break' as never], closesAt: lent.now },
      { type: 'refit-agreed' },
    ])
    expect(without.session.steps.some(({ kind }) => kind === 'break')).toBe(false)
    expect(openLoans(without.session)).toEqual([])
    const back = record(without, [{ type: 'loan-repaid', lender: 'break/break' as never }])
    expect(back.session.steps).toEqual(without.session.steps)
  })

  it('are not asked for once the room has gone on', () => {
    const asked = press(wait(questions(), 14), 'two-more')
    expect(goTo(asked, 'turn-1/short-question-round/reflections').session.extending).toBeNull()
    expect(press(asked, 'end-with-thanks').session.extending).toBeNull()
  })
})

/** All minutes of a session as planned and added, by step. */
const lengthsOf = (session: Session) =>
  new Map(
    session.steps.map((step) => [
      step.id,
      (plannedMinutes(step) > 0 ? allotted(progressOf(session, step).clock) : 0) / 60_000,
    ]),
  )
const total = (session: Session) => [...lengthsOf(session).values()].reduce((sum, one) => sum + one, 0)

describe('in any evening', () => {
  it('every extension conserves the planned time, unless the session closes later; no floor is broken, no turn pays', () => {
    const tally: Tally = new Map()
    fc.assert(
      fc.property(runs(), fc.nat(9), (run, more) => {
        let evening = play(eveningOf(run), run.deeds)
        const places = evening.session.steps.filter(
          (step) => step.kind === 'phase' && !evening.session.progress.has(step.id),
        )
        const place = places[more % Math.max(1, places.length)]
        if (place === undefined || evening.session.course !== 'running') return
        evening = goTo(press(evening, 'resume'), place.id)
        const { session, now } = evening
        const own = currentStep(session)?.item
        const floors = new Map(stepsAhead(session, now).map((step) => [step.id, step]))
        for (const payer of payersFor(session, now)) {
          const after = agreed(evening, payer)
          if (after.session.at !== session.at || after.session.extending !== null) continue
          count(tally, payer.pays)
          const grown = total(after.session) - total(session)
          expect(grown).toBeCloseTo(payer.pays === 'steps' ? 0 : extensionMinutes, 6)
          const before = lengthsOf(session)
          for (const [id, length] of lengthsOf(after.session)) {
            const was = before.get(id) ?? 0
            if (length >= was) continue
            const step = session.steps.find((one) => one.id === id)
            const floor = step?.kind === 'phase' ? step.phase.minutes.floor : (floors.get(id)?.floor ?? 0)
            expect(length).toBeGreaterThanOrEqual(Math.min(was, floor))
            if (step?.kind === 'phase') expect(step.item).toBe(own)
          }
          const repaid = record(
            after,
            openLoans(after.session)
              .slice(session.loans.length)
              .map(({ lender }) => ({ type: 'loan-repaid' as const, lender })),
          )
          if (payer.pays === 'steps')
            expect(total(repaid.session) - total(session)).toBeCloseTo(extensionMinutes, 6)
        }
      }),
      { numRuns: 1000 },
    )
    expect(rareIn(tally, ['spare', 'steps', 'nobody'], 0.05, 'Who pays')).toEqual([])
  })
})
