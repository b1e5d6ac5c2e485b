import { describe, expect, it } from 'vitest'
import { agreedClose, closesAtThisPace, isHeld, itemTimes } from '../../../shared/session/pace'
import { anEvening, aPlan, at, begun, everybodyHere, goTo, inPhase, press, wait } from '../builders'

describe('the pace', () => {
  it('closes after everything that is planned', () => {
    expect(closesAtThisPace(begun().session, at(0))).toBe(
      at(3 + 7.5 + 2 + 1 + 26 + 5 + 26 + 2.5 + 2.5 + 1 + 5),
    )
  })

  it('counts from when the circle means to begin', () => {
    const { session } = everybodyHere(anEvening(aPlan({ beginsAt: at(10) })))
    expect(closesAtThisPace(session, at(0))).toBe(at(10 + 81.5))
    expect(closesAtThisPace(session, at(15))).toBe(at(15 + 81.5))
  })

  it('moves with overtime, and not while time is used as planned', () => {
    const telling = inPhase('telling')
    const close = (minutesIn: number) => closesAtThisPace(telling.session, wait(telling, minutesIn).now)
    expect([close(2), close(5), close(7)].map((instant) => instant - close(0))).toEqual([0, 0, 120_000])
  })

  it('stands where the session closed', () => {
    const closed = press(
      goTo(begun(aPlan({ people: 3 })), 'last-round/round'),
      'forward',
      'forward',
      'forward',
    )
    expect(closesAtThisPace(closed.session, at(99))).toBe(at(0))
  })

  it('keeps the agreed close at the begin and the time that the circle has', () => {
    expect(agreedClose(begun().session, at(50))).toBe(at(90))
    expect(agreedClose(anEvening().session, at(50))).toBe(at(140))
  })

  it('tells past, present and future items, and when those to come begin', () => {
    const times = itemTimes(goTo(begun(), 'break/break').session, at(2))
    expect(times.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 6 }, () => 'past'),
      'present',
      ...Array.from({ length: 5 }, () => 'future'),
    ])
    expect(times.slice(6).map(({ startsAt }) => startsAt)).toEqual([2, 5, 31, 33.5, 36, 37].map(at))
  })
})

describe('a pause', () => {
  it('ripens into a hold after ten seconds, and no sooner', () => {
    const paused = press(begun(), 'pause')
    expect([9.999, 10].map((seconds) => isHeld(paused.session, wait(paused, seconds / 60).now))).toEqual([
      false,
      true,
    ])
  })

  it('puts the board away when it has ripened, and only then', () => {
    const paused = press(inPhase('open-questions'), 'pause')
    const away = [5, 15].map((seconds) => press(wait(paused, seconds / 60), 'pause').session.boardPutAway)
    expect(away).toEqual([false, true])
  })
})
