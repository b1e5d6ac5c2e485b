import { describe, expect, it } from 'vitest'
import { forgetSession, leave, withdrawCommitment } from '../../../shared/travel/forget'
import { joinStates } from '../../../shared/travel/join'
import { at } from '../builders'
import { aCircle, aCommitment, aKept, aLine, aState, aTrace, member, session, text } from './states'

const [jun, noor] = [member('Jun'), member('Noor')]
const before = aState({
  circle: aCircle({
    version: 4,
    standing: {
      offers: [noor, jun],
      queue: [jun, noor],
      next: { at: at(9), facilitator: noor, answer: 'willing' },
    },
  }),
  traces: [aTrace('a', 0, { here: [jun, noor], facilitated: [noor] })],
  commitments: [aCommitment('call', jun), aCommitment('rest', noor)],
  kept: [aKept('a', [aLine('Slowly.', jun), aLine('Listen.', noor)]), aKept('b', [aLine('Ask.', noor)])],
})

describe('taking out', () => {
  it('a member: their name, promises, lines and places go; their id stays in traces', () => {
    const after = leave(before, noor)
    expect(after.circle.members.map(({ name }) => name)).toEqual(['Priya', 'Jun', 'Amara'])
    expect(after.circle.standing).toEqual({
      offers: [jun],
      queue: [jun],
      next: { at: at(9), facilitator: null, answer: 'asked' },
    })
    expect(after.circle.version).toBe(5)
    expect(after.commitments).toEqual([aCommitment('call', jun)])
    expect(after.kept).toEqual([aKept('a', [aLine('Slowly.', jun)])])
    expect(after.traces).toEqual(before.traces)
    expect(after.forgotten).toEqual({ sessions: [], commitments: [], members: [noor] })
  })

  it('a session: what was kept goes, its trace and its commitments stay', () => {
    const after = forgetSession(before, session('a'))
    expect(after.kept).toEqual([aKept('b', [aLine('Ask.', noor)])])
    expect(after.traces).toEqual(before.traces)
    expect(after.commitments).toEqual(before.commitments)
    expect(after.forgotten.sessions).toEqual([session('a')])
    // What is forgotten needs no version: it must not outrank a change that somebody made elsewhere.
    expect(after.circle).toEqual(before.circle)
  })

  it('a commitment', () => {
    const after = withdrawCommitment(before, text('call'))
    expect(after.commitments).toEqual([aCommitment('rest', noor)])
    expect(after.forgotten.commitments).toEqual([text('call')])
    expect(after.circle).toEqual(before.circle)
  })

  it('is the same state a second time', () => {
    for (const take of [
      (state: typeof before) => leave(state, noor),
      (state: typeof before) => forgetSession(state, session('a')),
      (state: typeof before) => withdrawCommitment(state, text('call')),
    ]) {
      const once = take(before)
      expect(take(once)).toBe(once)
    }
  })

  it('holds where the other computer has it still, and where it is only known there', () => {
    const after = leave(forgetSession(before, session('b')), jun)
    expect(joinStates(before, after)).toEqual(after)
    const early = withdrawCommitment(aState(), text('rest'))
    expect(joinStates(early, before).commitments.map(({ id }) => id)).toEqual([text('call')])
  })
})
