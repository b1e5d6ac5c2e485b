import { describe, expect, it } from 'vitest'
import { classify } from '../../../shared/craft/classify'
import { hintFor } from '../../../shared/craft/hint'
import { speakingRules, type SpeakingRule } from '../../../shared/formats/format'
import { checkerWords } from '../../../renderer/words/en-checker'

const strengths = (rule: SpeakingRule) =>
  Object.fromEntries(
    [
      ['What have you tried so far?', 'open'],
      ['How many people report to you?', 'factual'],
      ['Do you have a deadline?', 'closed'],
      ['Is it the workload or the people?', 'either-or'],
      ['Don’t you feel let down?', 'leading'],
      ['Have you tried talking to her directly?', 'advice'],
      ['Why is the deadline in June?', 'why'],
      ['Why did you wait so long?', 'blame'],
      ['What is the goal? Is it realistic? Who owns it?', 'multiple'],
      ['I think the real problem is the contract.', 'statement'],
      ['May I ask something personal?', 'process'],
    ].map(([text, kind]) => [kind, hintFor(classify(text ?? ''), rule)?.strength ?? null]),
  )

const whereOpen = {
  open: null,
  factual: 'usual',
  closed: 'usual',
  'either-or': 'usual',
  leading: 'usual',
  advice: 'strong',
  why: 'soft',
  blame: 'strong',
  multiple: 'usual',
  statement: 'strong',
  process: null,
}

describe('hintFor', () => {
  it('minds what the table minds', () => {
    expect(strengths('QOPEN')).toEqual(whereOpen)
    expect(strengths('QONLY')).toEqual(whereOpen)
    expect(strengths('QFACT')).toEqual({ ...whereOpen, factual: null, closed: null, why: 'usual' })
  })

  it('says nothing where no presenter is asked', () => {
    const asked: readonly SpeakingRule[] = ['QFACT', 'QOPEN', 'QONLY']
    for (const rule of speakingRules.filter((one) => !asked.includes(one)))
      expect(Object.values(strengths(rule)).filter((strength) => strength !== null)).toEqual([])
  })

  it('speaks of the shape where the kind itself is right', () => {
    const text = 'In my last job we had a similar situation with two managers. How many people report to you?'
    expect(hintFor(classify(text), 'QFACT')).toMatchObject({ about: 'preamble', strength: 'usual' })
    expect(hintFor(classify(text), 'QOPEN')).toMatchObject({ about: 'factual' })
  })

  it('has one short kind sentence for each', () => {
    for (const sentence of Object.values(checkerWords.about)) {
      expect(sentence.length).toBeLessThanOrEqual(70)
      expect(sentence).not.toMatch(/!|\b(?:wrong|bad|must|error|warning|invalid)\b/i)
    }
    expect(checkerWords.about.advice).toBe('There is an idea in it. Which question stands behind it?')
  })
})
