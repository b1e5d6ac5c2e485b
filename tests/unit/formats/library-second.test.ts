import { describe, expect, it } from 'vitest'
import { faultsOf, nominalMinutes, type Format } from '../../../shared/formats/format'
import { balintGroup } from '../../../shared/formats/library/balint-group'
import { clearnessCommittee } from '../../../shared/formats/library/clearness-committee'
import { consultancy } from '../../../shared/formats/library/consultancy'
import { experienceShare } from '../../../shared/formats/library/experience-share'
import { feedbackCircle } from '../../../shared/formats/library/feedback-circle'
import { hotSeat } from '../../../shared/formats/library/hot-seat'
import { solutionFocusedTeam } from '../../../shared/formats/library/solution-focused-team'
import { tuning } from '../../../shared/formats/library/tuning'
import { floorMinutes, suits } from '../../../shared/formats/library/library'
import { aFormat, aPhase } from '../builders'
import { capMinutes, forbiddenIn, linesOf, runs, wordsOf } from './say'

const second: readonly Format[] = [
  solutionFocusedTeam,
  balintGroup,
  hotSeat,
  clearnessCommittee,
  consultancy,
  tuning,
  experienceShare,
  feedbackCircle,
]
const named = second.map((format) => [format.title, format] as const)
const turns = second.filter(({ scope }) => scope === 'turn')
const taking = turns.filter(({ noCapture }) => noCapture !== true)
const longestCue = 140
const longestLine = 60
/** The wall breaks its sentence into lines of so many letters; three of them fit. */
const lineOnTheWall = 26

describe('the eight methods after them', () => {
  it.each(named)('%s has no fault', (_, format) => {
    expect(faultsOf(format)).toEqual([])
    expect(format.version).toBe(1)
    expect(format.after.trim()).not.toBe('')
    for (const { id } of format.phases) expect(id.startsWith(`${format.id}/`)).toBe(true)
  })

  it('has eight formats with ids of their own', () => {
    expect(second.map(({ id, title, scope }) => `${id}: ${title}, ${scope}`)).toEqual([
      'solution-focused-team: Solution-focused team, turn',
      'balint-group: Balint group, turn',
      'hot-seat: Hot seat, turn',
      'clearness-committee: Clearness committee, turn',
      'consultancy: Dilemma consultation, turn',
      'tuning: Tuning a work, turn',
      'experience-share: Experience share, turn',
      'feedback-circle: Feedback circle, turn',
    ])
    const phases = second.flatMap((format) => format.phases.map(({ id }) => id))
    expect(new Set(phases).size).toBe(phases.length)
    expect(phases).toHaveLength(49)
  })

  it.each(taking.map((format) => [format.title, format] as const))(
    '%s: one phase for what is taken, the last that is the presenter’s own',
    (_, { phases }) => {
      const takes = phases.filter(({ captures }) => captures.includes('takeaway'))
      expect(takes).toHaveLength(1)
      expect(takes[0]).toBe(phases.findLast(({ who }) => who === 'presenter'))
      expect(phases.indexOf(takes[0] ?? phases[0]!)).toBeGreaterThanOrEqual(phases.length - 2)
      expect(takes[0]).toMatchObject({ rule: 'SOLO', presenter: 'speaks', sound: 'none', ends: 'by-hand' })
      expect(takes[0]).not.toHaveProperty('dropOrder')
    },
  )

  it('captures nothing in the one that needs a trained leader, and in no private writing', () => {
    expect(second.filter(({ noCapture }) => noCapture)).toEqual([balintGroup])
    expect(second.filter(({ needsTrainedLeader }) => needsTrainedLeader)).toEqual([balintGroup])
    expect(balintGroup.phases.flatMap(({ captures }) => captures)).toEqual([])
    const writing = second.flatMap(({ phases }) => phases).filter(({ rule }) => rule === 'WRITE')
    expect(writing).toHaveLength(3)
    expect(writing.flatMap(({ captures }) => captures)).toEqual([])
  })

  it('has a presenter of its own only in turns, and a voice each in rounds', () => {
    for (const { scope, phases } of second) {
      for (const { id, who, rule, perVoice } of phases) {
        const whose = rule === 'SOLO' ? 'presenter' : rule === 'ROUND' ? 'each' : 'all'
        expect(who, id).toBe(whose)
        expect(perVoice, id).toBe(rule === 'ROUND' ? true : undefined)
        if (scope !== 'turn') expect(rule, id).not.toMatch(/^(?:SOLO|QFACT|QOPEN|GTALK)$/)
      }
    }
  })

  it('says once what the whole group does once, and leaves out only what is by choice', () => {
    for (const { scope, phases } of second)
      for (const { id, once, rule } of phases)
        expect(once, id).toBe(scope !== 'turn' && rule !== 'PAIRS' ? true : undefined)
    const optional = second.flatMap(({ phases }) => phases).filter(({ dropOrder }) => dropOrder !== undefined)
    expect(optional.map(({ id }) => id)).toEqual(['clearness-committee/mirroring'])
    expect(optional[0]?.minutes.floor).toBeGreaterThanOrEqual(1)
  })
})

describe('words', () => {
  it('are in the room’s voice, and short enough', () => {
    for (const { title, phases } of second) {
      expect(title).toMatch(/^\p{Lu}\S*(?: \S+){0,2}$/u)
      for (const { id: where, title: part, cue, rescue, stageLine } of phases) {
        for (const text of [part, cue, rescue, stageLine]) expect(text, where).toBe(text.trim())
        for (const text of [part, cue, rescue, stageLine]) expect(text, where).not.toBe('')
        expect(part, where).toMatch(/^\p{Lu}\S*(?: \S+){0,2}$/u)
        expect(cue.length, `${where}: ${cue}`).toBeLessThanOrEqual(longestCue)
        expect(rescue.length, `${where}: ${rescue}`).toBeLessThanOrEqual(longestCue)
        expect(stageLine.length, `${where}: ${stageLine}`).toBeLessThanOrEqual(longestLine)
        for (const line of linesOf(stageLine)) expect(line.length, where).toBeLessThanOrEqual(lineOnTheWall)
        expect(linesOf(stageLine).length, `${where}: ${stageLine}`).toBeLessThanOrEqual(3)
        expect(cue, where).not.toMatch(/[“”"]/)
        expect(rescue, where).not.toMatch(/^I\b/)
      }
    }
  })

  it('are none of those that are not to be found anywhere', () => {
    for (const planted of ['Jun is late.', 'Give her time', 'Well done!', 'The client'])
      expect(forbiddenIn(aFormat({ phases: [aPhase({ rescue: planted })] })), planted).toHaveLength(1)
    expect(second.flatMap(wordsOf)).toHaveLength(204)
    expect(second.flatMap(forbiddenIn)).toEqual([])
  })

  it('differ from cue to cue', () => {
    const cues = second.flatMap(({ phases }) => phases.map(({ cue }) => cue))
    expect(new Set(cues).size).toBe(cues.length)
  })

  it('are heard where nobody looks at the wall, and nowhere else', () => {
    const quiet = ['GTALK', 'QUIET', 'WRITE', 'PAIRS']
    const phases = second.flatMap((format) => format.phases)
    for (const { id, sound, rule } of phases) expect(sound, id).toBe(quiet.includes(rule) ? 'soft' : 'none')
    expect(phases.filter(({ sound }) => sound === 'soft')).toHaveLength(13)
    for (const { id, ends, rule } of phases)
      expect(ends, id).toBe(['QUIET', 'PAIRS'].includes(rule) ? 'by-itself' : 'by-hand')
  })
})

describe('minutes', () => {
  // circles.md, "All templates at a glance".
  it.each<[string, Format, number, number, number]>([
    ['solution focused team', solutionFocusedTeam, 35, 20, 42],
    ['balint group', balintGroup, 45, 28, 52],
    ['hot seat', hotSeat, 20, 13, 28],
    ['clearness committee, a sentence within its affirmations', clearnessCommittee, 120, 85, 142],
    ['consultancy', consultancy, 50, 31, 52],
    ['tuning', tuning, 59, 32, 68],
    [
      'experience share, 57 / 32 / 68 without the words at its start of 3 / 2 / 5 and at its end of 2 / 1 / 3',
      experienceShare,
      52,
      29,
      60,
    ],
    ['feedback circle', feedbackCircle, 10, 8, 16],
  ])('%s', (_, format, nominal, floor, cap) => {
    expect([nominalMinutes(format), floorMinutes(format), capMinutes(format)]).toEqual([nominal, floor, cap])
  })
})

describe('people', () => {
  it('are as many as the source says', () => {
    const all = Array.from({ length: 12 }, (_, some) => some + 1)
    const fitting = second.map((format) => {
      const people = all.filter((some) => suits(format, { people: some }))
      return `${format.id}: ${people.join(' ')}`
    })
    expect(fitting).toEqual([
      'solution-focused-team: 4 5 6 7 8',
      'balint-group: 6 7 8 9 10',
      'hot-seat: 5 6 7',
      'clearness-committee: 5 6 7',
      'consultancy: 5 6 7 8 9 10 11 12',
      'tuning: 6 7 8 9 10',
      'experience-share: 6 7 8 9 10',
      'feedback-circle: 4 5 6',
    ])
  })
})

describe('how a format runs', () => {
  it('solution focused team', () => {
    expect(runs(solutionFocusedTeam)).toEqual([
      'preparing: WRITE all listens - soft by-hand',
      'presenting: SOLO presenter speaks words none by-hand',
      'clarifying: ROUND each answers - none by-hand',
      'affirming: ROUND each listens words none by-hand',
      'reflecting: GTALK all listens - soft by-hand',
      'closing: SOLO presenter speaks takeaway none by-hand',
    ])
  })

  it('balint group', () => {
    expect(runs(balintGroup)).toEqual([
      'telling: SOLO presenter speaks - none by-hand',
      'facts: QFACT all answers - none by-hand',
      'imagining: GTALK all listens - soft by-hand',
      'coming-back: OPEN all speaks - none by-hand',
      'closing: QUIET all listens - soft by-itself',
    ])
  })

  it('hot seat', () => {
    expect(runs(hotSeat)).toEqual([
      'last-commitment: SOLO presenter speaks outcome none by-hand',
      'ask: SOLO presenter speaks words none by-hand',
      'questions: QOPEN all answers - none by-hand',
      'ideas: ROUND each listens words none by-hand',
      'commit: SOLO presenter speaks takeaway none by-hand',
    ])
  })

  it('clearness committee', () => {
    expect(runs(clearnessCommittee)).toEqual([
      'settling: QUIET all listens - soft by-itself',
      'telling: SOLO presenter speaks - none by-hand',
      'questions: QOPEN all answers questions none by-hand',
      'mirroring: ROUND each listens - none by-hand',
      'affirmations: ROUND each listens - none by-hand',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
      'closing-silence: QUIET all listens - soft by-itself',
    ])
  })

  it('consultancy', () => {
    expect(runs(consultancy)).toEqual([
      'dilemma: SOLO presenter speaks words none by-hand',
      'clarifying: QFACT all answers - none by-hand',
      'probing: QOPEN all answers questions none by-hand',
      'group-talk: GTALK all turned-away - soft by-hand',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
      'how-we-worked: OPEN all speaks words none by-hand',
    ])
  })

  it('tuning', () => {
    expect(runs(tuning)).toEqual([
      'introduction: FAC all listens - none by-hand',
      'the-work: SOLO presenter speaks words none by-hand',
      'clarifying: QFACT all answers - none by-hand',
      'looking: WRITE all listens - soft by-hand',
      'pause: QUIET all listens - soft by-itself',
      'warm-then-cool: GTALK all listens words soft by-hand',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
      'how-we-worked: OPEN all speaks words none by-hand',
    ])
  })

  it('experience share', () => {
    expect(runs(experienceShare)).toEqual([
      'own-moments: ROUND each speaks - none by-hand',
      'purpose: SOLO presenter speaks words none by-hand',
      'presentation: SOLO presenter speaks - none by-hand',
      'clarifying: QFACT all answers - none by-hand',
      'quiet: QUIET all listens - soft by-itself',
      'shares: ROUND each listens - none by-hand',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
    ])
  })

  it('feedback circle', () => {
    expect(runs(feedbackCircle)).toEqual([
      'focus: SOLO presenter speaks words none by-hand',
      'thinking: WRITE all listens - soft by-hand',
      'feedback: ROUND each listens - none by-hand',
      'quiet: QUIET all listens - soft by-itself',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
    ])
  })
})
