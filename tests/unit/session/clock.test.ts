import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { instantOf, millisOf, minutes, seconds, type Instant } from '../../../shared/basics/time'
import { forward } from '../../../shared/session/forward'
import { foldSession } from '../../../shared/session/fold'
import { progressOf } from '../../../shared/session/apply'
import {
  addTime,
  allotted,
  newClock,
  pauseClock,
  phaseOf,
  reaches,
  remaining,
  startClock,
  type Clock,
} from '../../../shared/session/clock'
import type { EventBody, SessionEvent } from '../../../shared/session/events'
import type { GestureId } from '../../../shared/basics/ids'
import { currentStep, type Session } from '../../../shared/session/session'
import { projectStage } from '../../../shared/stage/project-stage'
import { allTypes, eveningOf, play, runs } from '../../support/arbitraries'
import { inPhase, planId, press, record, wait, type Evening } from '../builders'

const at = (secondsIn: number) => instantOf(secondsIn * 1000)

describe('a clock', () => {
  it('leaves a running clock as it is when it is started again', () => {
    const running = startClock(newClock(minutes(5)), at(0))
    expect(startClock(running, at(60))).toBe(running)
  })

  it('leaves a paused clock as it is when it is paused again', () => {
    const paused = pauseClock(startClock(newClock(minutes(5)), at(0)), at(60))
    expect(pauseClock(paused, at(90))).toBe(paused)
  })

  it('counts overtime below nothing', () => {
    expect(remaining(startClock(newClock(minutes(1)), at(0)), at(90))).toBe(-30_000)
  })

  it('takes nothing back when it is paused before its start', () => {
    expect(remaining(pauseClock(startClock(newClock(minutes(1)), at(100)), at(0)), at(500))).toBe(60_000)
  })

  it('never has less than nothing to use, however much is taken', () => {
    expect(allotted(addTime(newClock(minutes(2)), minutes(-5)))).toBe(0)
  })

  it('knows when a remainder will be reached, and that a standing clock reaches none', () => {
    const running = startClock(newClock(minutes(2)), at(10))
    expect(reaches(running, seconds(60))).toBe(at(70))
    expect(reaches(pauseClock(running, at(20)), seconds(60))).toBeNull()
  })

  it.each([
    [60_001, 'plenty'],
    [60_000, 'last-minute'],
    [1, 'last-minute'],
    [0, 'time'],
    [-59_999, 'time'],
    [-60_000, 'over'],
  ])('with %i ms left stands at %s', (left, phase) => {
    expect(phaseOf(millisOf(left))).toBe(phase)
  })
})

describe('remaining time', () => {
  const stretches = fc.array(fc.record({ run: fc.nat(600_000), stand: fc.nat(600_000), cuts: fc.nat(5) }), {
    maxLength: 12,
  })

  it('does not depend on how running is cut by pauses of no length, nor on being asked', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: 0, max: 3_600_000 }), (parts, planned) => {
        const whole = newClock(millisOf(planned))
        const { clock, now } = parts.reduce(runCut, { clock: whole, now: 0 })
        const used = parts.reduce((sum, { run }) => sum + run, 0)
        expect(remaining(clock, instantOf(now))).toBe(planned - used)
      }),
      { numRuns: 1000 },
    )
  })

  it('is what the running stretches leave, in a session that is paused, held and given minutes', () => {
    const kinds = fc.constantFrom('pause', 'hold', 'add-minute', 'take-minute', 'remind', 'blank', 'nothing')
    const deeds = fc.array(fc.record({ kind: kinds, run: fc.nat(100_000), stand: fc.nat(100_000) }), {
      maxLength: 15,
    })
    fc.assert(
      fc.property(deeds, (list) => {
        const first = inPhase('open-questions')
        const { evening, used, added } = list.reduce(deedDone, { evening: first, used: 0, added: 0 })
        expect(leftOf(evening.session, evening.now)).toBe(minutes(14) + added - used)
      }),
      { numRuns: 1000 },
    )
  })

  it('stays the same when a pause of no length is put anywhere into an evening', () => {
    const kept = allTypes.filter((type) => type !== 'withdrawn' && type !== 'reinstated')
    fc.assert(
      fc.property(runs(kept), fc.nat(), fc.nat(30_000), (run, cut, ahead) => {
        const evening = eveningOf(run)
        const calm = run.deeds.filter(
          (deed) => deed.kind !== 'command' || !['undo', 'redo', 'back'].includes(deed.id),
        )
        const { log, start, session, now } = play(evening, calm)
        const index = evening.log.length + (cut % (log.length - evening.log.length + 1))
        const before = foldSession(start, log.slice(0, index))
        fc.pre(before.pausedAt === null && before.heldAt === null)
        const when = log[index - 1]?.at ?? evening.now
        const pause = [paused('clock-paused', when), paused('clock-resumed', when)]
        const cutUp = foldSession(start, [...log.slice(0, index), ...pause, ...log.slice(index)])
        const later = instantOf(now + ahead)
        for (const step of session.steps)
          expect(remaining(progressOf(cutUp, step).clock, later)).toBe(
            remaining(progressOf(session, step).clock, later),
          )
      }),
      { numRuns: 1000 },
    )
  })

  it('stays the same however often somebody asks in between', () => {
    fc.assert(
      fc.property(runs(), (run) => {
        const evening = eveningOf(run)
        const unasked = play(evening, run.deeds)
        const asked = play(evening, run.deeds, (_, before, after) => {
          for (const when of [before.now, instantOf((before.now + after.now) / 2), after.now]) {
            leftOf(after.session, when)
            projectStage(after.session, when)
            forward(after.session, when, planId)
          }
        })
        expect(leftOf(asked.session, asked.now)).toBe(leftOf(unasked.session, unasked.now))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the wall clock', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('is never asked: neither while facts are folded nor while the wall is drawn', () => {
    const fail = () => {
      throw new Error('asked the computer what time it is')
    }
    const RealDate = Date
    vi.stubGlobal(
      'Date',
      new Proxy(RealDate, {
        construct: fail,
        apply: fail,
        get: (date, key) => (key === 'now' ? fail : Reflect.get(date, key)),
      }),
    )
    vi.spyOn(performance, 'now').mockImplementation(fail)
    expect(() => Date.now()).toThrow()
    const evening = wait(press(wait(inPhase('open-questions'), 3), 'pause'), 1)
    const left = leftOf(foldSession(evening.start, evening.log), evening.now)
    const view = projectStage(evening.session, evening.now)
    const next = forward(evening.session, evening.now, planId)
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    expect(left).toBe(minutes(11))
    expect(view.face.kind).toBe('held')
    expect(next?.label.kind).toBe('go-on')
  })
})

interface Cut {
  readonly clock: Clock
  readonly now: number
}

/** Runs a clock for a while, cut by pauses of no length, then lets it stand. */
function runCut({ clock, now }: Cut, part: { run: number; stand: number; cuts: number }): Cut {
  const pieces = Array.from({ length: part.cuts }, (_, index) =>
    instantOf(now + Math.floor((part.run * index) / part.cuts)),
  )
  const cut = pieces.reduce(
    (running, when) => startClock(pauseClock(running, when), when),
    startClock(clock, instantOf(now)),
  )
  return {
    clock: pauseClock(cut, instantOf(now + part.run)),
    now: now + part.run + part.stand,
  }
}

interface Told {
  readonly evening: Evening
  readonly used: number
  readonly added: number
}

/** Lets the phase run, then does one thing; a pause or a hold stands for a while and is ended. */
function deedDone(
  { evening, used, added }: Told,
  deed: {
    kind: 'pause' | 'hold' | 'add-minute' | 'take-minute' | 'remind' | 'blank' | 'nothing'
    run: number
    stand: number
  },
): Told {
  const later = wait(evening, deed.run / 60_000)
  const spent = used + deed.run
  if (deed.kind === 'nothing') return { evening: later, used: spent, added }
  if (deed.kind === 'pause' || deed.kind === 'hold') {
    const type = deed.kind === 'pause' ? 'clock-paused' : 'room-held'
    const halted = wait(record(later, [{ type }]), deed.stand / 60_000)
    return { evening: record(halted, [{ type: 'room-resumed' }]), used: spent, added }
  }
  const pressed = press(later, deed.kind)
  // A minute is taken only where more than one is left.
  const taken = pressed.log.length > later.log.length ? -60_000 : 0
  const more = deed.kind === 'add-minute' ? 60_000 : deed.kind === 'take-minute' ? taken : 0
  return { evening: pressed, used: spent, added: added + more }
}

const leftOf = (session: Session, now: Instant): number => {
  const step = currentStep(session)
  return step ? remaining(progressOf(session, step).clock, now) : 0
}

const paused = (type: 'clock-paused' | 'clock-resumed', when: Instant): SessionEvent => {
  const body: EventBody = { type }
  return { ...body, seq: 0, at: when, gesture: `cut-${type}` as GestureId }
}
