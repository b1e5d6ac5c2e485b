import { describe, expect, it } from 'vitest'
import { traceOf } from '../../../shared/session/trace'
import { aText, item, inPhase, member, press, question, record, step, textsOf, wait } from '../builders'

describe('a trace', () => {
  const evening = record(wait(inPhase('open-questions', undefined, textsOf(aText('a'))), 4.26), [
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
      here: ['Priya', 'Jun', 'Amara', 'Noor'].map(member),
      facilitated: [member('Priya')],
      presented: [member('Jun')],
      formats: ['short-question-round'],
    })
  })

  it('has minutes as planned and as they were, in tenths, without what was held', () => {
    const turn = trace.items.find(({ item: id }) => id === 'turn-1')
    expect(turn).toEqual({ item: 'turn-1', kind: 'turn', planned: 26, actual: 4.3 })
  })

  it('has no text, pass, skip, stop or hold', () => {
    expect(JSON.stringify(held.session.texts.get(question('a')))).toContain('Words of a?')
    expect(JSON.stringify(trace)).not.toMatch(/Words of|passed|skipped|held|paused/)
  })
})
