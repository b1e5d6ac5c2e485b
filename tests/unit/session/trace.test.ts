import { describe, expect, it } from 'vitest'
import { traceOf } from '../../../shared/session/trace'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import {
  aPlan,
  aText,
  begun,
  goTo,
  inPhase,
  item,
  member,
  phaseStep,
  press,
  question,
  record,
  step,
  textsOf,
  wait,
  withFormat,
} from '../builders'

describe('a trace', () => {
  const first = goTo(begun(undefined, textsOf(aText('a'))), 'agreements/0')
  const turn = record(goTo(first, phaseStep('turn-1', 'open-questions')), [
    { type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') },
  ])
  const evening = record(wait(turn, 4.26), [
    { type: 'question-written', item: item('turn-1'), question: question('a') },
    { type: 'voice-ended', step: step('check-in/round'), member: member('Sam'), how: 'passed' },
    { type: 'member-left', member: member('Sam') },
  ])
  const held = wait(press(evening, 'hold'), 2)
  const trace = traceOf(held.session, held.now)

  it('says who was here, who facilitated, who presented, and by which formats', () => {
    expect(trace).toMatchObject({
      session: 'session',
      closedAt: held.now,
      // Who left early was here as well.
      here: ['Priya', 'Jun', 'Amara', 'Noor', 'Sam'].map(member),
      facilitated: [member('Priya')],
      presented: [member('Jun')],
      formats: ['short-question-round'],
    })
  })

  it('has minutes as planned and as they were, in tenths, without what was held', () => {
    const found = trace.items.find(({ item: id }) => id === 'turn-1')
    expect(found).toEqual({ item: 'turn-1', kind: 'turn', planned: 26, actual: 4.3 })
  })

  it('counts as presented only who had a turn: not who was to have one that became everybody’s, nor was left out', () => {
    const lined = record(begun(withFormat(aPlan(), 'turn-2', listeningTrio)), [
      { type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') },
      { type: 'presenter-chosen', item: item('turn-2'), member: member('Amara') },
    ])
    const trio = press(goTo(press(goTo(lined, 'turn-1/help'), 'leave-turn-out'), 'turn-2/groups'), 'forward')
    expect(trio.session.at).toBe('turn-2/listening-trio/a-tells')
    expect(traceOf(trio.session, trio.now)).toMatchObject({ presented: [], formats: ['listening-trio'] })
  })

  it('counts a minute once, also when a turn was started as of earlier', () => {
    const waited = wait(goTo(inPhase('telling'), 'turn-2/help'), 1)
    const started = wait(press(waited, 'start-since'), 2)
    expect(started.session.at).toBe(phaseStep('turn-2', 'telling'))
    const found = traceOf(started.session, started.now).items.find(({ item: id }) => id === 'turn-2')
    expect(found?.actual).toBe(3)
  })

  it('has no text, pass, skip, stop or hold', () => {
    expect(JSON.stringify(held.session.texts.get(question('a')))).toContain('Words of a?')
    expect(JSON.stringify(trace)).not.toMatch(/Words of|passed|skipped|held|paused/)
  })
})
