import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormatId, GestureId, PhaseId } from '../../../shared/basics/ids'
import { instantOf, type Instant } from '../../../shared/basics/time'
import type { FormatPhase, SpeakingRule } from '../../../shared/formats/format'
import { library } from '../../../shared/formats/library/library'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { apply, progressOf } from '../../../shared/session/apply'
import { remaining } from '../../../shared/session/clock'
import { dueEvents } from '../../../shared/session/due'
import { isHeld } from '../../../shared/session/pace'
import { currentStep, isHalted, type Session } from '../../../shared/session/session'
import { nextTone, toneDue } from '../../../shared/sound/tone-due'
import { count, eveningOf, play, runs, type Tally } from '../../support/arbitraries'
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
  type Evening,
} from '../builders'

const seconds = (n: number) => n / 60
const last = <Value>(list: readonly Value[]): Value => list.at(-1) as Value

/** One phase of two minutes under a rule, then another; the first turn of an evening is in it. */
function inPhaseOf(change: Partial<FormatPhase>): Evening {
  const format = aFormat({
    id: 'sounds' as FormatId,
    phases: [
      aPhase({ id: 'sounds/first' as PhaseId, captures: [], ...change }),
      aPhase({ id: 'sounds/second' as PhaseId, captures: ['takeaway'] }),
    ],
  })
  const evening = record(begun(withFormat(aPlan(), 'turn-1', format)), [
    { type: 'format-chosen', item: item('turn-1'), format: format.id },
    { type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') },
  ])
  return goTo(evening, 'turn-1/sounds/first')
}

/** What came about by itself by now, written down at its own instants, as the page does. */
function settled(evening: Evening): Evening {
  return dueEvents(evening.session, evening.now).reduce((before, { at, events }) => {
    const seq = before.log.length + 1
    const facts = events.map((body, index) => ({
      ...body,
      seq: seq + index,
      at,
      gesture: `g-${seq}` as GestureId,
    }))
    return { ...before, log: [...before.log, ...facts], session: facts.reduce(apply, before.session) }
  }, evening)
}

/** What a page hears that listens at each of these moments, one after the other. */
function heard(moments: readonly Evening[]): readonly Instant[] {
  const tones: Instant[] = []
  let until = moments[0]?.now ?? instantOf(0)
  for (const { session, now } of moments) {
    const tone = toneDue(session, until, now)
    if (tone !== null) tones.push(tone)
    until = instantOf(Math.max(until, now))
  }
  return tones
}

/** Listens while nobody does anything, as often as a tone may come. */
function through(evening: Evening, minutesLong: number): readonly Evening[] {
  const end = wait(evening, minutesLong).now
  const moments = [evening]
  for (;;) {
    const before = last(moments)
    const next = nextTone(before.session, before.now)
    if (next === null || next > end) return [...moments, settled({ ...before, now: end })]
    // The page hears first, and then writes down what came about.
    const at = { ...before, now: instantOf(next + 1) }
    moments.push(at, settled(at))
  }
}

const soft: readonly SpeakingRule[] = ['GTALK', 'QUIET', 'WRITE', 'PAIRS']
const never: readonly SpeakingRule[] = ['SOLO', 'QFACT', 'QOPEN', 'QONLY', 'ROUND', 'OPEN', 'FAC']

describe('a tone', () => {
  it.each(soft)('sounds once at the end of a phase that wants it: %s', (rule) => {
    const evening = inPhaseOf({ rule, sound: 'soft' })
    expect(heard(through(evening, 1.9))).toEqual([])
    expect(heard(through(evening, 12))).toEqual([wait(evening, 2).now])
  })

  it.each(soft)('does not sound where the format wants none: %s', (rule) => {
    expect(heard(through(inPhaseOf({ rule, sound: 'none' }), 12))).toEqual([])
  })

  it.each(never)('never sounds where one person has the floor, whatever a format says: %s', (rule) => {
    for (const ends of ['by-hand', 'by-itself'] as const)
      expect(heard(through(inPhaseOf({ rule, sound: 'soft', ends }), 12))).toEqual([])
  })

  it('belongs to a rule that may sound in every format of the library', () => {
    const wanting = library.flatMap(({ phases }) => phases).filter(({ sound }) => sound === 'soft')
    expect(wanting.length).toBeGreaterThan(5)
    for (const { rule } of wanting) expect(soft).toContain(rule)
  })

  it('sounds at every change in trios, and last when all come together', () => {
    const plan = withFormat(aPlan(), 'turn-1', listeningTrio)
    const first = goTo(begun(plan), 'turn-1/listening-trio/a-tells')
    const minutesOn = [5, 6, 11, 12, 17, 18]
    expect(heard(through(first, 40))).toEqual(minutesOn.map((on) => wait(first, on).now))
  })

  it('sounds too when the change is brought about by hand: nobody in a corner looks at the wall', () => {
    const before = wait(inPhaseOf({ rule: 'PAIRS', sound: 'soft', ends: 'by-itself' }), 1)
    const after = press({ ...before, now: instantOf(before.now + 1) }, 'forward')
    expect(heard([before, after, wait(after, seconds(0.05))])).toEqual([after.now])
  })

  it('does not sound when the room is held before anybody could hear it', () => {
    const before = wait(inPhaseOf({ rule: 'PAIRS', sound: 'soft', ends: 'by-itself' }), 1)
    const held = press({ ...before, now: instantOf(before.now + 1) }, 'forward', 'hold')
    expect(held.session.at).not.toBe(before.session.at)
    expect(heard([before, held])).toEqual([])
  })

  it('does not sound when a talk is ended early by hand: the facilitator says so', () => {
    const before = wait(inPhaseOf({ rule: 'GTALK', sound: 'soft' }), 1)
    const after = press({ ...before, now: instantOf(before.now + 1) }, 'forward')
    expect(heard([before, after, ...through(after, 1)])).toEqual([])
  })

  it('sounds at the end of a break, when the wall says that we are back', () => {
    const start = goTo({ ...begun(), now: instantOf(begun().now + 20_000) }, 'break/break')
    const [tone, ...more] = heard(through(start, 12))
    expect(more).toEqual([])
    expect((tone ?? 0) % 60_000).toBe(0)
    expect((tone ?? 0) - wait(start, 5).now).toBe(40_000)
  })

  it('sounds again at a new end, when the talk was given two more minutes', () => {
    const evening = inPhaseOf({ rule: 'GTALK', sound: 'soft' })
    const first = through(evening, 2.5)
    const longer = press(last(first), 'add-minute', 'add-minute')
    const ends = heard([...first, ...through(longer, 9)])
    expect(ends).toHaveLength(2)
    expect(remaining(progressOf(longer.session, currentStep(longer.session)!).clock, ends[1]!)).toBe(0)
  })

  it.each(['pause', 'hold', 'blank'] as const)('does not sound after %s', (command) => {
    const stopped = press(wait(inPhaseOf({ rule: 'GTALK', sound: 'soft' }), 1.9), command)
    expect(nextTone(stopped.session, stopped.now)).toBe(null)
    expect(heard(through(stopped, 30))).toEqual([])
  })

  it('sounds when the time that was left after a pause is over', () => {
    const paused = press(wait(inPhaseOf({ rule: 'WRITE', sound: 'soft' }), 1.5), 'pause')
    const resumed = press(wait(paused, 7), 'resume')
    expect(heard(through(resumed, 3))).toEqual([wait(resumed, 0.5).now])
  })

  it('does not sound when somebody goes on after a pause behind the end', () => {
    const first = through(inPhaseOf({ rule: 'GTALK', sound: 'soft' }), 2 + seconds(1))
    const paused = press(last(first), 'pause')
    const resumed = press(wait(paused, 5), 'resume')
    expect(heard([...first, paused, resumed, ...through(resumed, 5)])).toHaveLength(1)
  })

  it('is not heard twice when the step after it is undone and done again', () => {
    const first = through(inPhaseOf({ rule: 'PAIRS', sound: 'soft', ends: 'by-itself' }), 2 + seconds(0.5))
    const after = last(first)
    const undone = press({ ...after, now: instantOf(after.now + 300) }, 'undo')
    const again = press({ ...undone, now: instantOf(undone.now + 300) }, 'redo')
    expect(undone.session.at).not.toBe(after.session.at)
    expect(again.session.at).toBe(after.session.at)
    expect(heard([...first, undone, again])).toHaveLength(1)
  })

  it('is past for a page that comes after it, and for one that slept through it', () => {
    const evening = inPhaseOf({ rule: 'GTALK', sound: 'soft' })
    const { session } = evening
    const end = wait(evening, 2).now
    const off = (millis: number) => instantOf(end + millis)
    expect(toneDue(session, off(1), off(1000))).toBe(null)
    expect(toneDue(session, off(-1000), off(3000))).toBe(end)
    expect(toneDue(session, off(-1000), off(3001))).toBe(null)
    expect(toneDue(session, end, end)).toBe(null)
  })

  it('comes when it was said to come', () => {
    const evening = inPhaseOf({ rule: 'QUIET', sound: 'soft', ends: 'by-itself' })
    expect(nextTone(evening.session, evening.now)).toBe(wait(evening, 2).now)
    expect(nextTone(evening.session, wait(evening, 2).now)).toBe(null)
  })
})

/** Whether a tone could belong here: the present or the last phase is soft, or it is a break. */
function maySound(session: Session): boolean {
  const step = currentStep(session)
  const index = session.steps.findIndex(({ id }) => id === step?.id)
  return [step, session.steps[index - 1]].some(
    (found) =>
      found?.kind === 'break' ||
      (found?.kind === 'phase' && found.phase.sound === 'soft' && soft.includes(found.phase.rule)),
  )
}

describe('tones of any evening', () => {
  it('never sound where the rule wants none, while the clocks stand or the wall is black, and never twice', () => {
    const tally: Tally = new Map()
    fc.assert(
      fc.property(runs(), (run) => {
        const start = eveningOf(run)
        const tones: Instant[] = []
        let until = start.now
        const listen = ({ session, now }: Evening) => {
          const tone = toneDue(session, until, now)
          const heardUntil = until
          until = instantOf(Math.max(until, now))
          if (tone === null) return
          count(tally, 'tones')
          expect(tone).toBeGreaterThan(heardUntil)
          expect(now - tone).toBeLessThanOrEqual(3000)
          expect(maySound(session)).toBe(true)
          expect(session.course).toBe('running')
          expect(isHalted(session) || isHeld(session, now)).toBe(false)
          expect(session.wall).toBe('lit')
          tones.push(tone)
        }
        play(start, run.deeds, (_deed, before, after) => {
          for (const moment of through({ ...before, now: until }, (before.now - until) / 60_000))
            if (moment.session === before.session) listen(moment)
          listen(before)
          listen(after)
        })
        expect(new Set(tones).size).toBe(tones.length)
        for (const [index, tone] of tones.slice(1).entries())
          expect(tone).toBeGreaterThan(tones[index] ?? Infinity)
      }),
      { numRuns: 1600 },
    )
    console.log(`tones heard in 1600 evenings: ${tally.get('tones') ?? 0}`)
    expect(tally.get('tones') ?? 0).toBeGreaterThan(80)
  })
})
