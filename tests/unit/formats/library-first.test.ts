import { describe, expect, it } from 'vitest'
import { faultsOf, nominalMinutes, type Format } from '../../../shared/formats/format'
import { caseReflection } from '../../../shared/formats/library/case-reflection'
import { coDevelopment } from '../../../shared/formats/library/co-development'
import { eightStepConsultation } from '../../../shared/formats/library/eight-step-consultation'
import { ideasCircle } from '../../../shared/formats/library/ideas-circle'
import { incidentMethod } from '../../../shared/formats/library/incident-method'
import { floorMinutes } from '../../../shared/formats/library/library'
import { listeningConsultation } from '../../../shared/formats/library/listening-consultation'
import { questionsOnlyRound } from '../../../shared/formats/library/questions-only-round'
import { tenStepIntervision } from '../../../shared/formats/library/ten-step-intervision'
import { aFormat, aPhase } from '../builders'
import { capMinutes, forbiddenIn, runs, wordsOf, expectShortWords } from './say'

const eight: readonly Format[] = [
  questionsOnlyRound,
  ideasCircle,
  caseReflection,
  eightStepConsultation,
  listeningConsultation,
  incidentMethod,
  tenStepIntervision,
  coDevelopment,
]
const named = eight.map((format) => [format.id, format] as const)
const turns = eight.filter(({ scope }) => scope === 'turn')
const phases = eight.flatMap((format) => format.phases)

describe('the first eight methods beside the six of the beginning', () => {
  it.each(named)('%s has no fault, a tradition, and ids of its own', (name, format) => {
    expect(faultsOf(format)).toEqual([])
    expect(format.version).toBe(1)
    expect(format.after.trim()).not.toBe('')
    for (const { id } of format.phases) expect(id.startsWith(`${name}/`)).toBe(true)
  })

  it('has eight different ids and titles, and every phase once', () => {
    expect(new Set(eight.map(({ id }) => id)).size).toBe(8)
    expect(new Set(eight.map(({ title }) => title)).size).toBe(8)
    expect(new Set(phases.map(({ id }) => id)).size).toBe(phases.length)
  })

  it.each<[string, Format, string]>([
    ['questions-only-round', questionsOnlyRound, '4 4-8 8'],
    ['ideas-circle', ideasCircle, '4 4-6 7'],
    ['case-reflection', caseReflection, '4 4-5 5'],
    ['eight-step-consultation', eightStepConsultation, '5 5-8 8'],
    ['listening-consultation', listeningConsultation, '5 5-9 9'],
    ['incident-method', incidentMethod, '5 5-8 8'],
    ['ten-step-intervision', tenStepIntervision, '4 4-7 7'],
    ['co-development', coDevelopment, '5 5-8 8'],
  ])('%s is for so many people', (name, { id, size }, people) => {
    expect(id).toBe(name)
    expect(`${size.min} ${size.best.join('-')} ${size.max}`).toBe(people)
  })

  it.each(turns.map((format) => [format.id, format] as const))(
    '%s: one phase for what is taken, the last that is the presenter’s own',
    (_, { phases: parts, grouping }) => {
      expect(grouping).toBe('plenary')
      const taking = parts.filter(({ captures }) => captures.includes('takeaway'))
      expect(taking).toHaveLength(1)
      expect(taking[0]).toBe(parts.findLast(({ who }) => who === 'presenter'))
      expect(parts.indexOf(taking[0] ?? parts[0]!)).toBeGreaterThanOrEqual(parts.length - 2)
      expect(taking[0]).toMatchObject({ rule: 'SOLO', presenter: 'speaks', sound: 'none', ends: 'by-hand' })
      expect(taking[0]).not.toHaveProperty('dropOrder')
    },
  )

  it('lets who speaks follow from the rule, the tone and the end too', () => {
    for (const { id, who, rule, sound, ends, perVoice } of phases) {
      expect(who, id).toBe(rule === 'SOLO' ? 'presenter' : rule === 'ROUND' ? 'each' : 'all')
      expect(perVoice, id).toBe(rule === 'ROUND' ? true : undefined)
      expect(sound, id).toBe(['GTALK', 'QUIET', 'WRITE', 'PAIRS'].includes(rule) ? 'soft' : 'none')
      expect(ends, id).toBe(['QUIET', 'PAIRS'].includes(rule) ? 'by-itself' : 'by-hand')
    }
  })

  it('leaves nothing out, and holds once what is not for each presenter', () => {
    const marked = (mark: 'dropOrder' | 'once') =>
      phases.filter((phase) => phase[mark] !== undefined).map(({ id }) => id)
    expect(marked('dropOrder')).toEqual([])
    expect(marked('once')).toEqual(['questions-only-round/two-rules'])
  })
})

describe('their words', () => {
  it.each(named)('%s says everything in the room’s voice, and short enough', (_, format) => {
    expect(format.title).toMatch(/^\p{Lu}\S*(?: \S+){0,2}$/u)
    expectShortWords(format)
  })

  it('uses none of the words that are not to be found anywhere', () => {
    expect(forbiddenIn(aFormat({ phases: [aPhase({ rescue: 'Give her time' })] }))).toHaveLength(1)
    expect(eight.flatMap(wordsOf).length).toBeGreaterThan(220)
    expect(eight.flatMap(forbiddenIn)).toEqual([])
  })

  it('says nothing twice: every format has its own cues', () => {
    const cues = phases.map(({ cue }) => cue)
    expect(new Set(cues).size).toBe(cues.length)
  })
})

describe('their minutes', () => {
  // circles.md, "All templates at a glance"; where Circlet's session does a part of it, less that part.
  it.each<[string, Format, number, number, number]>([
    ['questions only', questionsOnlyRound, 73, 49, 109],
    ['ideas circle', ideasCircle, 15, 9, 20],
    ['case reflection, 60 / 35 / 62 without the roles of 2 / 1 / 3', caseReflection, 58, 34, 59],
    ['eight steps, 65 / 33 / 71 without the roles of 5 / 2 / 5', eightStepConsultation, 60, 31, 66],
    ['listening, 70 / 42 / 87 without the arriving of 8 / 5 / 10', listeningConsultation, 62, 37, 77],
    [
      'incident, 65 / 39 / 68 without 5 / 3 / 6 back, 10 / 5 / 10 pitches, 5 / 2 / 5 choosing',
      incidentMethod,
      45,
      29,
      47,
    ],
    ['ten steps, 60 / 38 / 75 without the own insights of 6 / 4 / 8', tenStepIntervision, 54, 34, 67],
    ['co-development', coDevelopment, 72, 45, 90],
  ])('%s', (_, format, nominal, floor, cap) => {
    expect([nominalMinutes(format), floorMinutes(format), capMinutes(format)]).toEqual([nominal, floor, cap])
  })
})

describe('how they run', () => {
  it('Questions-only round', () => {
    expect(runs(questionsOnlyRound)).toEqual([
      'two-rules: ROUND each speaks - none by-hand',
      'problem: SOLO presenter speaks - none by-hand',
      'first-questions: QONLY all answers questions none by-hand',
      'how-we-work: QONLY all speaks words none by-hand',
      'one-problem: WRITE all listens - soft by-hand',
      'reading-the-lines: ROUND each speaks words none by-hand',
      'further-questions: QONLY all answers questions none by-hand',
      'action: SOLO presenter speaks takeaway none by-hand',
      'what-we-learnt: QONLY all speaks insight none by-hand',
    ])
  })

  it('Ideas circle', () => {
    expect(runs(ideasCircle)).toEqual([
      'request: SOLO presenter speaks words none by-hand',
      'facts: QFACT all answers - none by-hand',
      'ideas: GTALK all turned-away - soft by-hand',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
    ])
  })

  it('Case reflection', () => {
    expect(runs(caseReflection)).toEqual([
      'intention: SOLO presenter speaks - none by-hand',
      'stillness: QUIET all listens - soft by-itself',
      'mirroring: ROUND each listens words none by-hand',
      'dialogue: OPEN all speaks insight none by-hand',
      'parting-words: ROUND each listens words none by-hand',
      'what-i-take: SOLO presenter speaks takeaway none by-hand',
      'one-line: WRITE all listens - soft by-hand',
    ])
  })

  it('Eight-step consultation', () => {
    expect(runs(eightStepConsultation)).toEqual([
      'case: SOLO presenter speaks words none by-hand',
      'interview: QFACT all answers - none by-hand',
      'guesses: GTALK all listens words soft by-hand',
      'what-fits: SOLO presenter speaks insight none by-hand',
      'in-your-place: GTALK all listens words soft by-hand',
      'decision: SOLO presenter speaks takeaway none by-hand',
      'exchange: ROUND each speaks words none by-hand',
    ])
  })

  it('Listening consultation', () => {
    expect(runs(listeningConsultation)).toEqual([
      'telling: SOLO presenter speaks - none by-hand',
      'asking-back: QFACT all answers - none by-hand',
      'what-comes: GTALK all listens words soft by-hand',
      'first-reply: SOLO presenter speaks words none by-hand',
      'understanding: GTALK all listens words soft by-hand',
      'second-reply: SOLO presenter speaks insight none by-hand',
      'ways: GTALK all listens words soft by-hand',
      'my-next-step: SOLO presenter speaks takeaway none by-hand',
      'closing-round: ROUND each speaks - none by-hand',
    ])
  })

  it('Incident method', () => {
    expect(runs(incidentMethod)).toEqual([
      'information: QFACT all answers questions none by-hand',
      'analysis: GTALK all out - soft by-hand',
      'advice: ROUND each listens words none by-hand',
      'what-i-use: SOLO presenter speaks takeaway none by-hand',
    ])
  })

  it('Ten-step intervision', () => {
    expect(runs(tenStepIntervision)).toEqual([
      'problem: SOLO presenter speaks words none by-hand',
      'questions: WRITE all listens questions soft by-hand',
      'sorting: SOLO presenter speaks questions none by-hand',
      'answers: SOLO presenter answers questions none by-hand',
      'second-round: QOPEN all answers questions none by-hand',
      'core: WRITE all listens - soft by-hand',
      'core-lines: ROUND each listens words none by-hand',
      'new-words: SOLO presenter speaks words none by-hand',
      'new-approach: SOLO presenter speaks takeaway none by-hand',
      'tips: ROUND each listens words none by-hand',
    ])
  })

  it('Co-development', () => {
    expect(runs(coDevelopment)).toEqual([
      'telling: SOLO presenter speaks - none by-hand',
      'clarifying: QFACT all answers - none by-hand',
      'agreement: SOLO presenter speaks words none by-hand',
      'consultation: GTALK all listens words soft by-hand',
      'plan: SOLO presenter speaks takeaway none by-hand',
      'what-we-learnt: ROUND each speaks insight none by-hand',
    ])
  })
})
