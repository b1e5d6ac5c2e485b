// What makes these tests fail, each tried once on purpose: a silence that waits for a key, a wall that shows a seat in it.
import { describe, expect, it } from 'vitest'
import type { ItemId } from '../../../shared/basics/ids'
import { minutes } from '../../../shared/basics/time'
import { dueEvents, endsByItselfAt } from '../../../shared/session/due'
import type { SessionPlan } from '../../../shared/session/plan'
import { nextTone, toneDue } from '../../../shared/sound/tone-due'
import { projectStage } from '../../../shared/stage/project-stage'
import { aPlan, begun, goTo, press, record, wait } from '../builders'

/** The usual plan with two minutes of silence before the first turn. */
function withSilence(): SessionPlan {
  const plan = aPlan()
  const place = plan.agenda.findIndex(({ kind }) => kind === 'turn')
  const agenda = plan.agenda.toSpliced(place, 0, { kind: 'silence', id: 'silence' as ItemId, minutes: 2 })
  return { ...plan, agenda }
}

const silent = () => goTo(begun(withSilence()), 'silence/silence')

describe('a silence on the agenda', () => {
  it('shows the word and nothing else: no seat, no strip, nothing that moves', () => {
    const start = projectStage(silent().session, silent().now)
    expect(start.face).toEqual({ kind: 'silence' })
    expect(start.seats).toEqual([])
    expect(start.strip).toBeNull()
    const later = wait(silent(), 1.9)
    expect({ ...projectStage(later.session, later.now), sentAt: start.sentAt }).toEqual(start)
  })

  it('ends by itself with one tone, and the next item begins at that instant', () => {
    const evening = silent()
    const end = endsByItselfAt(evening.session)
    expect(end).toBe(evening.now + minutes(2))
    expect(nextTone(evening.session, evening.now)).toBe(end)
    const [due] = dueEvents(evening.session, wait(evening, 10).now)
    expect(due).toEqual({ at: end, events: [{ type: 'step-started', step: 'turn-1/help' }] })
    const after = record({ ...evening, now: due?.at ?? evening.now }, due?.events ?? [])
    expect(toneDue(after.session, evening.now, after.now)).toBe(end)
    expect(toneDue(after.session, after.now, wait(after, 0.01).now)).toBeNull()
  })

  it('stands while the room is held, and goes on with the time it had', () => {
    const held = wait(press(wait(silent(), 1), 'hold'), 5)
    expect(dueEvents(held.session, wait(held, 60).now)).toEqual([])
    const on = press(held, 'forward')
    expect(endsByItselfAt(on.session)).toBe(on.now + minutes(1))
  })
})
