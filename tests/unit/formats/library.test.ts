import { describe, expect, it } from 'vitest'
import type { FormatId, PhaseId } from '../../../shared/basics/ids'
import { faultsOf, longestStageLine, nominalMinutes, type Format } from '../../../shared/formats/format'
import { actionLearningSet } from '../../../shared/formats/library/action-learning-set'
import { everyoneSomeTimeRound } from '../../../shared/formats/library/everyone-some-time-round'
import { growRound } from '../../../shared/formats/library/grow-round'
import {
  floorMinutes,
  formatById,
  formatFor,
  library,
  mostOthers,
  othersFor,
  suits,
  type Wish,
} from '../../../shared/formats/library/library'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { sixPhaseConsultation } from '../../../shared/formats/library/six-phase-consultation'
import { aFormat, aPhase } from '../builders'
import { capMinutes, notToBeFound, runs, short } from './say'

const wishes: readonly Wish[] = ['questions', 'ideas', 'being-heard', 'eyes']
const id = (name: string) => name as FormatId
const turns = library.filter(({ scope }) => scope === 'turn')
const longestCue = 140

interface Words {
  readonly where: string
  readonly text: string
}

/** Every word that a format says: on the wall, for the facilitator, in a list. Who is credited is a name. */
const wordsOf = (format: Format): readonly Words[] => [
  { where: `${format.id} title`, text: format.title },
  ...format.phases.flatMap(({ id: where, title, cue, rescue, stageLine }) =>
    [title, cue, rescue, stageLine].map((text) => ({ where, text })),
  ),
]
const forbiddenIn = (format: Format) => wordsOf(format).filter(({ text }) => notToBeFound.test(text))

describe('faults of a format', () => {
  const own = aPhase({ id: 'f/own' as PhaseId, who: 'presenter', rule: 'SOLO', presenter: 'speaks' })
  const taken = { ...own, captures: ['takeaway'] as const }
  const inPairs = aPhase({ ends: 'by-itself', rule: 'PAIRS', part: { letter: 'A', does: 'tells' } })
  const again = { ...taken, id: 'f/again' as PhaseId }
  it.each<[string, Partial<Format>, readonly string[]]>([
    ['nothing said first', { phases: [aPhase({ cue: '' })] }, ['words']],
    ['nothing to say when it slips', { phases: [aPhase({ rescue: ' ' })] }, ['words']],
    ['nothing on the wall', { phases: [aPhase({ stageLine: '' })] }, ['words']],
    ['no word at all', { phases: [aPhase({ cue: '', rescue: '', stageLine: '' })] }, ['words']],
    ['questions that end by themselves', { phases: [aPhase({ ends: 'by-itself' })] }, ['by-itself']],
    [
      'a round that ends by itself',
      { phases: [aPhase({ ends: 'by-itself', rule: 'ROUND', perVoice: true })] },
      ['by-itself'],
    ],
    ['silence that ends by itself', { phases: [aPhase({ ends: 'by-itself', rule: 'QUIET' })] }, []],
    ['pairs that end by themselves', { scope: 'group', grouping: 'pairs', phases: [inPairs] }, []],
    ['pairs in which nobody has a part', { phases: [aPhase({ rule: 'PAIRS' })] }, ['part']],
    ['a part where there are no pairs', { phases: [{ ...inPairs, rule: 'QUIET' }] }, ['part']],
    ['a round without shares', { phases: [aPhase({ rule: 'ROUND' })] }, ['per-voice']],
    ['shares without a round', { phases: [aPhase({ perVoice: true })] }, ['per-voice']],
    [
      'two kinds of lines in one field',
      { phases: [aPhase({ captures: ['questions', 'words'] })] },
      ['captures'],
    ],
    ['commitments that are nobody’s', { phases: [aPhase({ captures: ['commitment'] })] }, ['captures']],
    ['a presenter who takes nothing', { phases: [own] }, ['no-takeaway']],
    ['a presenter who takes something', { phases: [aPhase(), taken] }, []],
    ['a presenter who takes twice', { phases: [taken, again] }, ['no-takeaway']],
    [
      'a group without a presenter',
      { scope: 'group', phases: [aPhase({ rule: 'ROUND', perVoice: true })] },
      [],
    ],
    ['a group in which one presents', { scope: 'group', phases: [own] }, ['no-presenter']],
    [
      'a group in which somebody takes something',
      { scope: 'group', phases: [aPhase({ rule: 'ROUND', perVoice: true, captures: ['takeaway'] })] },
      ['no-takeaway'],
    ],
  ])('%s', (_, change, faults) => {
    expect(faultsOf(aFormat(change)).map(({ kind }) => kind)).toEqual(faults)
  })

  it('names the phase, or how often something is taken', () => {
    const planted = aFormat({ phases: [taken, { ...again, cue: '', ends: 'by-itself' }] })
    expect(faultsOf(planted)).toEqual([
      { kind: 'words', phase: again.id },
      { kind: 'by-itself', phase: again.id },
      { kind: 'no-takeaway', takeaways: 2 },
    ])
  })
})

describe('the library', () => {
  it('has twenty-eight formats, the best first one first, each found by its own id', () => {
    expect(library.map((format) => format.id)).toEqual([
      'short-question-round',
      'feedback-circle',
      'everyone-some-time-round',
      'ideas-circle',
      'hot-seat',
      'grow-round',
      'six-phase-consultation',
      'solution-focused-team',
      'action-learning-set',
      'incident-method',
      'balint-group',
      'consultancy',
      'experience-share',
      'ten-step-intervision',
      'case-reflection',
      'tuning',
      'eight-step-consultation',
      'listening-consultation',
      'co-development',
      'questions-only-round',
      'clearness-committee',
      'one-two-four-all',
      'listening-trio',
      'appreciative-pairs',
      'trio-consulting',
      'opening-and-closing-rounds',
      'council-circle',
      'long-circle',
    ])
    expect(new Set(library.map(({ title }) => title)).size).toBe(library.length)
    for (const format of library) expect(formatById(format.id)).toBe(format)
    expect(formatById(id('another'))).toBeNull()
    const phases = library.flatMap((format) => format.phases.map((phase) => phase.id))
    expect(new Set(phases).size).toBe(phases.length)
  })

  it.each(library.map((format) => [format.title, format] as const))('%s has no fault', (_, format) => {
    expect(faultsOf(format)).toEqual([])
    expect(format.after.trim()).not.toBe('')
    for (const phase of format.phases) expect(phase.id.startsWith(`${format.id}/`)).toBe(true)
  })

  it.each(turns.filter(({ noCapture }) => !noCapture).map((format) => [format.title, format] as const))(
    '%s: one phase for what is taken, the last that is the presenter’s own',
    (_, { phases }) => {
      const taking = phases.filter(({ captures }) => captures.includes('takeaway'))
      expect(taking).toHaveLength(1)
      expect(taking[0]).toBe(phases.findLast(({ who }) => who === 'presenter'))
      expect(phases.indexOf(taking[0] ?? phases[0]!)).toBeGreaterThanOrEqual(phases.length - 2)
      expect(taking[0]).toMatchObject({ rule: 'SOLO', presenter: 'speaks', sound: 'none', ends: 'by-hand' })
      expect(taking[0]).not.toHaveProperty('dropOrder')
    },
  )

  it('says everything in the room’s voice, and short enough', () => {
    for (const format of library) {
      for (const { id: where, title, cue, rescue, stageLine } of format.phases) {
        for (const text of [title, cue, rescue, stageLine]) expect(text, where).toBe(text.trim())
        for (const text of [title, cue, rescue, stageLine]) expect(text, where).not.toBe('')
        expect(title, where).toMatch(/^\p{Lu}\S*(?: \S+){0,2}$/u)
        expect(cue.length, `${where}: ${cue}`).toBeLessThanOrEqual(longestCue)
        expect(rescue.length, `${where}: ${rescue}`).toBeLessThanOrEqual(longestCue)
        expect(stageLine.length, `${where}: ${stageLine}`).toBeLessThanOrEqual(60)
        expect(stageLine.length).toBeLessThanOrEqual(longestStageLine)
        // The console puts the cue in quotation marks, and "Now: " in front of the rescue line.
        expect(cue, where).not.toMatch(/[“”"]/)
        expect(rescue, where).not.toMatch(/^I\b/)
      }
    }
  })

  it('uses none of the words that are not to be found anywhere', () => {
    for (const planted of ['Jun is late.', 'Give her time', 'Well done!', 'Troika', 'A live score'])
      expect(forbiddenIn(aFormat({ phases: [aPhase({ rescue: planted })] })), planted).toHaveLength(1)
    expect(forbiddenIn(aFormat({ title: 'Wise Crowds' }))).toHaveLength(1)
    expect(
      forbiddenIn(aFormat({ phases: [aPhase({ cue: 'What is alive in it, later or there?' })] })),
    ).toEqual([])
    expect(library.flatMap(wordsOf).length).toBeGreaterThan(150)
    expect(library.flatMap(forbiddenIn)).toEqual([])
  })

  it('is heard where nobody looks at the wall, and nowhere else', () => {
    const quiet = ['GTALK', 'QUIET', 'WRITE', 'PAIRS']
    const phases = library.flatMap((format) => format.phases)
    for (const phase of phases)
      expect(phase.sound, phase.id).toBe(quiet.includes(phase.rule) ? 'soft' : 'none')
    expect(phases.filter(({ sound }) => sound === 'soft')).toHaveLength(58)
  })
})

describe('minutes', () => {
  // circles.md, "All templates at a glance"; the short question round by room.md.
  it.each<[string, Format, number, number, number]>([
    ['short question round', shortQuestionRound, 26, 16, 36],
    ['everyone-some-time round', everyoneSomeTimeRound, 12, 7, 18],
    ['GROW round', growRound, 25, 17, 34],
    ['six phases, 40 / 27 / 51 without the casting of 5 / 3 / 7', sixPhaseConsultation, 35, 24, 44],
    ['action learning set, 38 / 23 / 58 with 2 for offers that are held', actionLearningSet, 38, 25, 58],
    ['listening trio, with a fourth', listeningTrio, 28, 18, 42],
  ])('%s', (_, format, nominal, floor, cap) => {
    expect([nominalMinutes(format), floorMinutes(format), capMinutes(format)]).toEqual([nominal, floor, cap])
  })

  it('without the offers the action learning set has the 23 of its source', () => {
    const held = actionLearningSet.phases.filter(({ dropOrder }) => dropOrder === undefined)
    expect(floorMinutes({ ...actionLearningSet, phases: held })).toBe(23)
  })
})

describe('how a format runs', () => {
  it('everyone-some-time round', () => {
    expect(runs(everyoneSomeTimeRound)).toEqual([
      'last-step: SOLO presenter speaks outcome none by-hand',
      'what-would-help: SOLO presenter speaks - none by-hand',
      'help: OPEN all answers - none by-hand',
      'my-next-step: SOLO presenter speaks takeaway none by-hand',
    ])
  })

  it('GROW round', () => {
    expect(runs(growRound)).toEqual([
      'goal: QOPEN all answers - none by-hand',
      'reality: QOPEN all answers questions none by-hand',
      'options: QOPEN all answers questions none by-hand',
      'will: QOPEN all answers - none by-hand',
      'what-helped: ROUND each speaks words none by-hand',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
    ])
  })

  it('action learning set', () => {
    expect(runs(actionLearningSet)).toEqual([
      'last-action: SOLO presenter speaks outcome none by-hand',
      'issue: SOLO presenter speaks - none by-hand',
      'clarifying: QFACT all answers - none by-hand',
      'helping-questions: QOPEN all answers questions none by-hand',
      'what-i-hear: SOLO presenter speaks insight none by-hand',
      'offers: ROUND each listens - none by-hand',
      'action: SOLO presenter speaks takeaway none by-hand',
      'how-we-worked: OPEN all speaks words none by-hand',
    ])
  })

  it('six-phase consultation', () => {
    expect(runs(sixPhaseConsultation)).toEqual([
      'telling: SOLO presenter speaks - none by-hand',
      'key-question: SOLO presenter speaks words none by-hand',
      'way-of-helping: OPEN all speaks - none by-hand',
      'consultation: GTALK all listens words soft by-hand',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
    ])
  })

  it('listening trio: every letter tells and is heard equally long, by itself; a fourth is marked; a round ends it', () => {
    expect(runs(listeningTrio)).toEqual([
      ...['a', 'b', 'c', 'd'].flatMap((letter) => [
        `${letter}-tells: PAIRS all speaks - soft by-itself`,
        `${letter}-hears: PAIRS all listens - soft by-itself`,
      ]),
      'one-thing-learnt: ROUND each speaks insight none by-hand',
    ])
    const inTrios = listeningTrio.phases.filter(({ rule }) => rule === 'PAIRS')
    for (const [group, nominal] of [
      ['telling', 5],
      ['hearing', 1],
    ] as const) {
      const equal = inTrios.filter(({ equalGroup }) => equalGroup === group)
      expect(equal.map(({ minutes }) => minutes.nominal)).toEqual([nominal, nominal, nominal, nominal])
    }
    const ofThree = listeningTrio.phases.filter(({ id: phase }) => !short(phase).startsWith('d-'))
    expect(ofThree).toHaveLength(7)
    expect(nominalMinutes({ ...listeningTrio, phases: ofThree })).toBe(22)
  })
})

describe('the format for a wish', () => {
  const everyCase = wishes.flatMap((wish) =>
    Array.from({ length: 10 }, (_, some) => some + 3).flatMap((people) =>
      Array.from({ length: 51 }, (_, some) => some + 10).map((minutes) => ({
        wish,
        people,
        minutes,
        found: formatFor(wish, { people, minutes }),
      })),
    ),
  )

  it('suits a number of people between the fewest and the most, and even where it must be', () => {
    const five = aFormat({ size: { min: 4, best: [4, 6], max: 6 } })
    const even = aFormat({ size: { min: 4, best: [4, 6], max: 6, even: true } })
    const fitting = (format: Format) => [3, 4, 5, 6, 7].filter((people) => suits(format, { people }))
    expect(fitting(five)).toEqual([4, 5, 6])
    expect(fitting(even)).toEqual([4, 6])
  })

  it('is always one for a turn that suits the people and fits at its shortest, for 3 to 12 people and 10 to 60 minutes', () => {
    for (const { people, minutes, found } of everyCase) {
      if (found === null) continue
      expect(found.format.scope).toBe('turn')
      expect(suits(found.format, { people })).toBe(true)
      expect(floorMinutes(found.format)).toBeLessThanOrEqual(minutes)
    }
    expect(everyCase).toHaveLength(2040)
    const share = (reason: string) =>
      everyCase.filter(({ found }) => (found?.reason ?? 'none') === reason).length / everyCase.length
    for (const reason of ['as-asked', 'fits-the-time', 'fits-the-size', 'none'])
      expect(share(reason), reason).toBeGreaterThan(0.02)
  })

  it('leaves no circle of 3 to 12 without a proposal from 16 minutes on, and names why', () => {
    const first: Record<Wish, Format> = {
      questions: shortQuestionRound,
      ideas: sixPhaseConsultation,
      'being-heard': shortQuestionRound,
      eyes: actionLearningSet,
    }
    for (const { wish, people, minutes, found } of everyCase) {
      if (minutes >= 16) expect(found, `${wish} ${people} ${minutes}`).not.toBeNull()
      if (found === null) continue
      const size = suits(first[wish], { people })
      const time = floorMinutes(first[wish]) <= minutes
      expect(found.format === first[wish]).toBe(size && time)
      expect(found.reason).toBe(size && time ? 'as-asked' : size ? 'fits-the-time' : 'fits-the-size')
    }
  })

  it.each<[Wish, number, number, string | null]>([
    ['questions', 5, 60, 'short-question-round as-asked'],
    ['questions', 3, 16, 'short-question-round as-asked'],
    ['questions', 5, 15, 'everyone-some-time-round fits-the-time'],
    ['questions', 7, 15, null],
    ['ideas', 7, 35, 'six-phase-consultation as-asked'],
    ['ideas', 5, 24, 'six-phase-consultation as-asked'],
    ['ideas', 5, 23, 'everyone-some-time-round fits-the-time'],
    ['ideas', 8, 23, 'short-question-round fits-the-time'],
    ['ideas', 4, 40, 'everyone-some-time-round fits-the-size'],
    ['ideas', 3, 40, 'short-question-round fits-the-size'],
    ['ideas', 12, 40, 'short-question-round fits-the-size'],
    ['being-heard', 6, 26, 'short-question-round as-asked'],
    ['being-heard', 4, 10, 'everyone-some-time-round fits-the-time'],
    ['eyes', 6, 38, 'action-learning-set as-asked'],
    ['eyes', 6, 25, 'action-learning-set as-asked'],
    // As planned goes before shortened: 12 of 12 minutes rather than 24 of 26.
    ['eyes', 6, 24, 'everyone-some-time-round fits-the-time'],
    ['eyes', 8, 24, 'short-question-round fits-the-time'],
    ['eyes', 3, 38, 'short-question-round fits-the-size'],
    ['eyes', 3, 12, null],
  ])('%s, %i people, %i minutes: %s', (wish, people, minutes, proposed) => {
    const found = formatFor(wish, { people, minutes })
    expect(found && `${found.format.id} ${found.reason}`).toBe(proposed)
  })
})

describe('other formats for a turn', () => {
  const offered = wishes.flatMap((wish) =>
    Array.from({ length: 10 }, (_, some) => some + 3).flatMap((people) =>
      Array.from({ length: 111 }, (_, some) => some + 10).map((minutes) => ({
        wish,
        people,
        minutes,
        list: othersFor(wish, { people, minutes, not: shortQuestionRound.id }),
      })),
    ),
  )

  // Fails if one is offered that the room cannot hold, that stands there already, or that only somebody trained may lead.
  it('can all be held, are six at most, and are turns', () => {
    expect(offered.some(({ list }) => list.length === mostOthers)).toBe(true)
    for (const { people, minutes, list } of offered) {
      expect(list.length).toBeLessThanOrEqual(mostOthers)
      expect(new Set(list).size).toBe(list.length)
      for (const format of list) {
        expect(format.scope).toBe('turn')
        expect(format.needsTrainedLeader).toBeUndefined()
        expect(format).not.toBe(shortQuestionRound)
        expect(suits(format, { people })).toBe(true)
        expect(floorMinutes(format)).toBeLessThanOrEqual(minutes)
      }
    }
  })

  it('reach every turn that needs no trained leader, for some wish, size and minutes', () => {
    const met = new Set(offered.flatMap(({ list }) => list))
    expect(turns.filter((format) => !format.needsTrainedLeader && !met.has(format))).toEqual([
      shortQuestionRound,
    ])
  })

  it('begin with what serves the wish', () => {
    const first = (wish: Wish) =>
      othersFor(wish, { people: 6, minutes: 60, not: shortQuestionRound.id }).map((format) => format.id)
    expect(first('ideas').slice(0, 3)).toEqual([
      'six-phase-consultation',
      'everyone-some-time-round',
      'ideas-circle',
    ])
    expect(first('eyes').slice(0, 3)).toEqual(['action-learning-set', 'everyone-some-time-round', 'tuning'])
  })
})
