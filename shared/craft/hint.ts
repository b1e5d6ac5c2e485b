import type { SpeakingRule } from '../formats/format'
import type { Classified, Finding } from './classify'

/** How much a hint matters under the rule of the phase. */
export type Strength = 'soft' | 'usual' | 'strong'

export interface Hint extends Finding {
  readonly strength: Strength
}

type Minded = Readonly<Partial<Record<Finding['about'], Strength>>>

const always: Minded = {
  'either-or': 'usual',
  leading: 'usual',
  advice: 'strong',
  blame: 'strong',
  multiple: 'usual',
  statement: 'strong',
  long: 'usual',
  preamble: 'usual',
}
const whereOpen: Minded = { ...always, factual: 'usual', closed: 'usual', why: 'soft' }

/** Only where a presenter is asked; facts and yes or no are right where facts are asked for (circles.md 4.2). */
const minded: Readonly<Partial<Record<SpeakingRule, Minded>>> = {
  QFACT: { ...always, why: 'usual' },
  QOPEN: whereOpen,
  QONLY: whereOpen,
}

/** What is worth saying about a text under a speaking rule; null where nothing is. */
export const hintFor = (result: Classified, rule: SpeakingRule): Hint | null => {
  const strengths = minded[rule] ?? {}
  for (const finding of result.hints) {
    const strength = strengths[finding.about]
    if (strength !== undefined) return { ...finding, strength }
  }
  return null
}
