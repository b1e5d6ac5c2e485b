import { describe, expect, it } from 'vitest'
import type { PhaseId } from '../../../shared/basics/ids'
import {
  faultsOf,
  longestStageLine,
  nominalMinutes,
  type Format,
  type Letter,
  type SpeakingRule,
} from '../../../shared/formats/format'
import { stageLineFor } from '../../../shared/formats/help-lines'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { aFormat, aPhase } from '../builders'

const other = 'f/other' as PhaseId

describe('the short question round', () => {
  it('has no fault, and 26 minutes', () => {
    expect(faultsOf(shortQuestionRound)).toEqual([])
    expect(nominalMinutes(shortQuestionRound)).toBe(26)
  })

  it('runs: who may speak, how the presenter takes part, what is captured, what is heard', () => {
    const runs = shortQuestionRound.phases.map(({ rule, who, presenter, captures, sound, ends }) =>
      [rule, who, presenter, captures.join('+') || '-', sound, ends].join(' '),
    )
    expect(runs).toEqual([
      'SOLO presenter speaks - none by-hand',
      'QFACT all answers - none by-hand',
      'QOPEN all answers questions none by-hand',
      'ROUND each listens - none by-hand',
      'SOLO presenter speaks takeaway none by-hand',
    ])
    for (const { cue, rescue, stageLine } of shortQuestionRound.phases)
      for (const line of [cue, rescue, stageLine]) expect(line.trim()).not.toBe('')
  })

  it('colours only the round of reflections by what would help', () => {
    const lines = (help: 'questions' | 'ideas' | 'being-heard') =>
      shortQuestionRound.phases.map((phase) => stageLineFor(phase, help))
    const changed = lines('questions').map((line, index) => line !== lines('ideas')[index])
    expect(changed).toEqual([false, false, false, true, false])
    expect(lines('being-heard')[3]).toBe('One sentence: what you heard.')
  })
})

describe('a format', () => {
  const phase = aPhase()
  const phases = (count: number) =>
    Array.from({ length: count }, (_, index) => aPhase({ id: `f/${index}` as PhaseId }))
  const long = { floor: 40, nominal: 45.5, cap: 50 }
  const unequal = phases(2).map((one, index) => ({
    ...one,
    equalGroup: 'turns',
    minutes: { floor: 1, nominal: 2 + index, cap: 3 },
  }))
  const inPairs = { scope: 'group', grouping: 'pairs' } as const
  const round = aPhase({ rule: 'ROUND', perVoice: true })
  const together = aPhase({
    id: 'f/twos' as PhaseId,
    rule: 'PAIRS',
    ends: 'by-itself',
    part: { letter: null, does: 'in-twos' },
  })
  const letter = (of: Letter) =>
    aPhase({
      id: `f/${of}` as PhaseId,
      rule: 'PAIRS',
      ends: 'by-itself',
      part: { letter: of, does: 'tells' },
    })
  it.each<[string, Partial<Format>, readonly string[]]>([
    ['as built', {}, []],
    ['without phases', { phases: [] }, ['no-phases']],
    ['with an id twice', { phases: [phase, phase] }, ['same-id']],
    ['with two ids', { phases: [phase, aPhase({ id: other })] }, []],
    [
      'with a floor of nothing',
      { phases: [aPhase({ minutes: { floor: 0, nominal: 1, cap: 2 } })] },
      ['minutes'],
    ],
    ['below its floor', { phases: [aPhase({ minutes: { floor: 3, nominal: 2, cap: 4 } })] }, ['minutes']],
    ['above its cap', { phases: [aPhase({ minutes: { floor: 1, nominal: 5, cap: 4 } })] }, ['minutes']],
    ['with one length only', { phases: [aPhase({ minutes: { floor: 2, nominal: 2, cap: 2 } })] }, []],
    ['with the longest line', { phases: [aPhase({ stageLine: 'x'.repeat(longestStageLine) })] }, []],
    [
      'with a longer line',
      { phases: [aPhase({ stageLine: 'x'.repeat(longestStageLine + 1) })] },
      ['line-too-long'],
    ],
    ['best above its most', { size: { min: 3, best: [4, 9], max: 8 } }, ['size']],
    ['best the wrong way round', { size: { min: 3, best: [8, 4], max: 12 } }, ['size']],
    ['with its fewest above its best', { size: { min: 5, best: [4, 8], max: 12 } }, ['size']],
    ['for more than a circle seats', { size: { min: 3, best: [4, 8], max: 13 } }, ['size']],
    ['for half a person', { size: { min: 2.5, best: [4, 8], max: 12 } }, ['size']],
    ['for nobody can tell how many', { size: { min: Number.NaN, best: [4, 8], max: 12 } }, ['size']],
    ['without a title', { title: ' ' }, ['nameless']],
    ['with a title too long for its line', { title: 'x'.repeat(41) }, ['text-too-long']],
    ['with a long tradition', { after: 'x'.repeat(161) }, ['text-too-long']],
    ['with a phase without a title', { phases: [aPhase({ title: '' })] }, ['nameless']],
    ['with a phase title too long', { phases: [aPhase({ title: 'x'.repeat(25) })] }, ['text-too-long']],
    ['with a cue of two breaths', { phases: [aPhase({ cue: 'x'.repeat(201) })] }, ['text-too-long']],
    ['with a way back too long', { phases: [aPhase({ rescue: 'x'.repeat(201) })] }, ['text-too-long']],
    [
      'with quarter minutes',
      { phases: [aPhase({ minutes: { floor: 1, nominal: 1.25, cap: 2 } })] },
      ['minutes'],
    ],
    [
      'with minutes that are no number',
      { phases: [aPhase({ minutes: { floor: 1, nominal: Number.NaN, cap: 2 } })] },
      ['minutes'],
    ],
    ['with more phases than the strip shows', { phases: phases(17) }, ['too-many-phases']],
    ['with as many as it shows', { phases: phases(16) }, []],
    [
      'longer than three hours',
      { phases: phases(4).map((one) => ({ ...one, minutes: long })) },
      ['too-long'],
    ],
    ['with a rule that nobody knows', { phases: [aPhase({ rule: 'SHOUT' as SpeakingRule })] }, ['rule']],
    ['with equal turns that are not', { phases: unequal }, ['unequal']],
    ['with pairs where all sit together', { phases: [letter('A')] }, ['letters']],
    ['in pairs, a letter after the other', { ...inPairs, phases: [letter('A'), letter('B')] }, []],
    ['in pairs, the second letter first', { ...inPairs, phases: [letter('B'), letter('A')] }, ['letters']],
    ['in pairs, one letter left out', { ...inPairs, phases: [letter('A'), letter('C')] }, ['letters']],
    [
      'in pairs, then both of each together',
      { ...inPairs, phases: [letter('A'), letter('B'), together] },
      [],
    ],
    ['in twos where all sit together else', { phases: [together] }, []],
    [
      'in pairs, all together in between',
      { ...inPairs, phases: [letter('A'), round, letter('B')] },
      ['letters'],
    ],
    ['in pairs, and nobody in a pair', { ...inPairs, phases: [round] }, ['letters']],
  ])('%s', (_, change, faults) => {
    expect(faultsOf(aFormat(change)).map(({ kind }) => kind)).toEqual(faults)
  })

  it('says which phase is at fault, and by how much', () => {
    const long = aFormat({ phases: [aPhase({ stageLine: 'x'.repeat(120) })] })
    expect(faultsOf(long)).toEqual([{ kind: 'line-too-long', phase: phase.id, letters: 120 }])
  })
})
