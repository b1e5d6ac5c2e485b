// The methods of the whole group: in groups, or for the whole session.
import { describe, expect, it } from 'vitest'
import { faultsOf, nominalMinutes, type Format } from '../../../shared/formats/format'
import { appreciativePairs } from '../../../shared/formats/library/appreciative-pairs'
import { councilCircle } from '../../../shared/formats/library/council-circle'
import { floorMinutes, suits } from '../../../shared/formats/library/library'
import { longCircle } from '../../../shared/formats/library/long-circle'
import { oneTwoFourAll } from '../../../shared/formats/library/one-two-four-all'
import { openingAndClosingRounds } from '../../../shared/formats/library/opening-and-closing-rounds'
import { trioConsulting } from '../../../shared/formats/library/trio-consulting'
import { letterOf, usualMinutes } from '../../../shared/session/plan'
import { aFormat, aPhase } from '../builders'
import { capMinutes, forbiddenIn, runs, wordsOf, expectShortWords } from './say'

const six: readonly Format[] = [
  trioConsulting,
  oneTwoFourAll,
  appreciativePairs,
  longCircle,
  councilCircle,
  openingAndClosingRounds,
]
const named = six.map((format) => [format.title, format] as const)
const phases = six.flatMap((format) => format.phases)

describe('the six of the whole group', () => {
  it.each(named)('%s has no fault, a tradition, and ids of its own', (_, format) => {
    expect(faultsOf(format)).toEqual([])
    expect(format.version).toBe(1)
    expect(format.after.trim()).not.toBe('')
    for (const { id } of format.phases) expect(id.startsWith(`${format.id}/`)).toBe(true)
  })

  it('are for so many people, and for a group or the whole session', () => {
    const all = Array.from({ length: 12 }, (_, some) => some + 1)
    expect(
      six.map((format) => {
        const people = all.filter((some) => suits(format, { people: some }))
        return `${format.id}: ${format.scope} in ${format.grouping}, ${people.join(' ')}`
      }),
    ).toEqual([
      'trio-consulting: group in trios, 3 4 5 6 7 8 9 10 11 12',
      'one-two-four-all: group in pairs, 4 5 6 7 8 9 10 11 12',
      'appreciative-pairs: group in pairs, 4 6 8 10 12',
      'long-circle: whole-session in plenary, 8 9 10 11 12',
      'council-circle: whole-session in plenary, 3 4 5 6 7 8 9 10 11 12',
      'opening-and-closing-rounds: whole-session in plenary, 3 4 5 6 7 8 9 10 11 12',
    ])
  })

  it('have nobody who presents, and voices only in rounds', () => {
    for (const { id, who, rule, perVoice, sound, ends } of phases) {
      expect(who, id).toBe(rule === 'ROUND' ? 'each' : 'all')
      expect(rule, id).not.toMatch(/^(?:SOLO|QFACT|QOPEN|GTALK)$/)
      expect(perVoice, id).toBe(rule === 'ROUND' ? true : undefined)
      expect(sound, id).toBe(['WRITE', 'PAIRS'].includes(rule) ? 'soft' : 'none')
      expect(ends, id).toBe(rule === 'PAIRS' ? 'by-itself' : 'by-hand')
    }
  })
})

describe('their words', () => {
  it.each(named)('%s says everything in the room’s voice, and short enough', (_, format) => {
    expectShortWords(format)
  })

  it('are none of those that are not to be found anywhere', () => {
    expect(forbiddenIn(aFormat({ phases: [aPhase({ rescue: 'Give her time' })] }))).toHaveLength(1)
    expect(six.flatMap(wordsOf).length).toBeGreaterThan(150)
    expect(six.flatMap(forbiddenIn)).toEqual([])
  })

  it('differ from cue to cue', () => {
    const cues = phases.map(({ cue }) => cue)
    expect(new Set(cues).size).toBe(cues.length)
  })
})

describe('their minutes', () => {
  // circles.md, "All templates at a glance".
  it.each<[string, Format, number, number, number]>([
    ['consulting trio: 1 / 1 / 2 alone, then 11 / 6 / 11 for each of four', trioConsulting, 45, 25, 46],
    ['alone, pairs, all', oneTwoFourAll, 12, 9, 18],
    ['appreciative pairs', appreciativePairs, 34, 21, 44],
    ['long circle', longCircle, 90, 53, 116],
    ['council circle', councilCircle, 61, 34, 82],
    ['opening and closing', openingAndClosingRounds, 15, 9, 20],
  ])('%s', (_, format, nominal, floor, cap) => {
    expect([nominalMinutes(format), floorMinutes(format), capMinutes(format)]).toEqual([nominal, floor, cap])
  })

  it('are the same for every letter', () => {
    for (const format of [trioConsulting, appreciativePairs]) {
      const groups = new Set(format.phases.flatMap(({ equalGroup }) => equalGroup ?? []))
      expect(groups.size).toBeGreaterThan(0)
      for (const group of groups) {
        const equal = format.phases.filter(({ equalGroup }) => equalGroup === group)
        expect(equal.map(letterOf)).toEqual(format === trioConsulting ? ['A', 'B', 'C', 'D'] : ['A', 'B'])
        expect(new Set(equal.map(({ minutes }) => JSON.stringify(minutes))).size).toBe(1)
      }
    }
    expect(usualMinutes(trioConsulting)).toBe(34)
  })
})

describe('how they run', () => {
  it('consulting trio: alone, then every letter in the same four parts', () => {
    expect(runs(trioConsulting)).toEqual([
      'frame: WRITE all listens - soft by-hand',
      ...['a', 'b', 'c', 'd'].flatMap((letter) => [
        `${letter}-asks: PAIRS all speaks - soft by-itself`,
        `${letter}-facts: PAIRS all answers - soft by-itself`,
        `${letter}-talk: PAIRS all turned-away - soft by-itself`,
        `${letter}-takes: PAIRS all speaks - soft by-itself`,
      ]),
    ])
  })

  it('alone, pairs, all', () => {
    expect(runs(oneTwoFourAll)).toEqual([
      'alone: WRITE all listens - soft by-hand',
      'pairs: PAIRS all speaks - soft by-itself',
      'fours: PAIRS all speaks - soft by-itself',
      'all: ROUND each speaks words none by-hand',
    ])
  })

  it('appreciative pairs', () => {
    expect(runs(appreciativePairs)).toEqual([
      'frame: FAC all listens - none by-hand',
      'a-tells: PAIRS all speaks - soft by-itself',
      'b-tells: PAIRS all speaks - soft by-itself',
      'retelling: ROUND each speaks - none by-hand',
      'themes: OPEN all speaks words none by-hand',
      'experiment: WRITE all listens - soft by-hand',
    ])
  })

  it('long circle', () => {
    expect(runs(longCircle)).toEqual([
      'check-in: ROUND each speaks - none by-hand',
      'last-step: ROUND each speaks outcome none by-hand',
      'exploring: OPEN all speaks - none by-hand',
      'next-step: ROUND each speaks commitment none by-hand',
      'one-word: ROUND each speaks - none by-hand',
    ])
  })

  it('council circle', () => {
    expect(runs(councilCircle)).toEqual([
      'start: FAC all listens - none by-hand',
      'check-in: ROUND each speaks - none by-hand',
      'question-round: ROUND each speaks - none by-hand',
      'conversation: OPEN all speaks - none by-hand',
      'harvest: OPEN all speaks words none by-hand',
      'check-out: ROUND each speaks - none by-hand',
    ])
  })

  it('opening and closing', () => {
    expect(runs(openingAndClosingRounds)).toEqual([
      'opening: ROUND each speaks - none by-hand',
      'closing: ROUND each speaks - none by-hand',
    ])
  })
})
