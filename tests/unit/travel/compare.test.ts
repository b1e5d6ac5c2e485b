import { describe, expect, it } from 'vitest'
import type { FormatId } from '../../../shared/basics/ids'
import { nothingForgotten } from '../../../shared/circle/kept'
import { withQuestions } from '../../../shared/craft/of-circle'
import { emptyShelf, turnStar } from '../../../shared/craft/shelf'
import { withFormat } from '../../../shared/formats/of-circle'
import { compareStates, whatItAdds, type Comparison } from '../../../shared/travel/compare'
import { forgetSession, leave, withdrawCommitment } from '../../../shared/travel/forget'
import { joinStates } from '../../../shared/travel/join'
import type { CircleState } from '../../../shared/travel/state'
import { aFormat } from '../builders'
import {
  aCircle,
  aCommitment,
  aKept,
  aLine,
  aState,
  aTrace,
  day,
  member,
  people,
  session,
  text,
} from './states'

const [jun, noor] = [member('Jun'), member('Noor')]
const before = aState({
  traces: [aTrace('a', 0), aTrace('b', 14 * day)],
  commitments: [aCommitment('call', jun), aCommitment('rest', noor)],
  kept: [aKept('a', [aLine('Slowly.', jun)]), aKept('b', [aLine('Listen.', noor), aLine('Ask.', null)])],
})
const withMeeting = (name: string): CircleState => ({
  ...before,
  circle: { ...before.circle, version: 2 },
  traces: [...before.traces, aTrace(name, 28 * day)],
})

describe('comparing', () => {
  it.each<[string, CircleState, CircleState, Comparison]>([
    ['itself', before, before, 'same'],
    ['one meeting more', before, withMeeting('c'), 'newer'],
    ['one meeting less', withMeeting('c'), before, 'older'],
    ['a meeting each', withMeeting('c'), withMeeting('d'), 'both-met'],
    ['a session forgotten there', before, forgetSession(before, session('a')), 'newer'],
    ['a session forgotten here', forgetSession(before, session('a')), before, 'older'],
    ['forgotten there, met here', withMeeting('c'), forgetSession(before, session('a')), 'both-met'],
    ['somebody left there', before, leave(before, noor), 'newer'],
    ['a commitment over here', withdrawCommitment(before, text('call')), before, 'older'],
    [
      'only the order of members',
      before,
      { ...before, circle: aCircle({ members: before.circle.members.toReversed() }) },
      'older',
    ],
  ])('%s', (_, here, there, found) => {
    expect(compareStates(here, there)).toBe(found)
  })
})

describe('the receipt', () => {
  it('says nothing of what is the same', () => {
    expect(whatItAdds(before, before)).toEqual({
      meetings: 0,
      forgetsSessions: 0,
      commitmentsAdded: 0,
      commitmentsDropped: 0,
      membersAdded: [],
      membersGone: [],
      nameChanged: false,
      agreementsChanged: false,
      formatsChanged: false,
      questionsChanged: false,
      stillThere: { sessions: 0, commitments: 0, members: 0 },
    })
  })

  it('says what comes, what goes, and what the file has not forgotten yet', () => {
    const met = withMeeting('c')
    const there: CircleState = leave(
      forgetSession(
        {
          ...met,
          circle: {
            ...met.circle,
            name: 'Wednesday circle',
            members: [...met.circle.members, ...people(['Ida', 'Bo'], 3)],
          },
          commitments: [...met.commitments, aCommitment('ask', jun)],
        },
        session('a'),
      ),
      noor,
    )
    const here = leave(withdrawCommitment(forgetSession(before, session('b')), text('call')), member('Priya'))
    expect(whatItAdds(here, there)).toEqual({
      meetings: 1,
      forgetsSessions: 1,
      commitmentsAdded: 1,
      commitmentsDropped: 1,
      membersAdded: ['Ida', 'Bo'],
      membersGone: ['Noor'],
      // Both are at version 4: the name is chosen by content.
      nameChanged: true,
      agreementsChanged: false,
      formatsChanged: false,
      questionsChanged: false,
      stillThere: { sessions: 1, commitments: 1, members: 1 },
    })
    expect(whatItAdds(joinStates(here, there), there)).toMatchObject({
      meetings: 0,
      stillThere: { sessions: 1, commitments: 1, members: 1 },
    })
  })

  it('says whether the agreements change, and counts nothing that the record of an older file says', () => {
    const there = aState({ circle: aCircle({ version: 7, agreements: [] }) })
    expect(whatItAdds(before, there).agreementsChanged).toBe(true)
    const made = aState({ circle: withFormat(aCircle(), aFormat()) })
    expect(whatItAdds(aState(), made).formatsChanged).toBe(true)
    expect(whatItAdds(made, aState()).formatsChanged).toBe(false)
    const own = [aFormat({ id: 'b' as FormatId }), aFormat({ id: 'a' as FormatId })]
    const [one, other] = [own, own.toReversed()].map((formats) => aState({ circle: aCircle({ formats }) }))
    expect(one && other && whatItAdds(one, other).formatsChanged).toBe(false)
    const liked = aState({ circle: withQuestions(aCircle(), turnStar(emptyShelf, 'goal/wish')) })
    expect(whatItAdds(aState(), liked).questionsChanged).toBe(true)
    expect(whatItAdds(liked, aState()).questionsChanged).toBe(false)
    expect(whatItAdds(there, before)).toMatchObject({ agreementsChanged: false, meetings: 2 })
  })

  it('does not count a session as forgotten of which nothing was kept here', () => {
    const there = aState({ forgotten: { ...nothingForgotten, sessions: [session('x')] } })
    expect(whatItAdds(before, there).forgetsSessions).toBe(0)
  })
})
