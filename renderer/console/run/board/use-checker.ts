import { useCallback, useEffect } from 'react'
import { classify, type Span } from '../../../../shared/craft/classify'
import { hintFor } from '../../../../shared/craft/hint'
import type { SpeakingRule } from '../../../../shared/formats/format'
import { currentStep, type Session } from '../../../../shared/session/session'
import { useWords } from '../../../words/words'

/** What is worth saying about a line before it stands on the wall. */
export interface Heard {
  readonly text: string
  readonly sentence: string
  /** The words that it is about. */
  readonly marks: readonly Span[]
  /** An open wording, where one can be offered. */
  readonly offer: string | null
}

const asking: readonly SpeakingRule[] = ['QFACT', 'QOPEN', 'QONLY']

/** Under which rule a question of the present phase will be asked: one that is written down first is asked openly. */
function askedUnder(session: Session): SpeakingRule {
  const step = currentStep(session)
  const rule = step?.kind === 'phase' ? step.phase.rule : 'QOPEN'
  return asking.includes(rule) ? rule : 'QOPEN'
}

/** What there is to say about a line in the present phase; null where nothing is. It remembers nothing. */
export function useChecker(session: Session): (text: string) => Heard | null {
  const { about } = useWords().console.checker
  const rule = askedUnder(session)
  // Its weights are unpacked while nobody waits for them, not at the first question.
  useEffect(() => {
    const idle = requestIdleCallback(() => void classify('What now?'))
    return () => cancelIdleCallback(idle)
  }, [])
  return useCallback(
    (text) => {
      const hint = hintFor(classify(text), rule)
      return hint && { text, sentence: about[hint.about], marks: hint.marks, offer: hint.offer }
    },
    [about, rule],
  )
}
