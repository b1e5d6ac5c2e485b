import { classify } from '../../../shared/craft/classify'
import { hintFor } from '../../../shared/craft/hint'
import type { Words } from '../../words/en'

/** What is heard in a question that somebody tries, in one sentence: what could be said about it, or that it asks openly. */
export function hearsIn(text: string, { checker, drills }: Words['console']): string | null {
  if (text.trim() === '') return null
  const hint = hintFor(classify(text), 'QOPEN')
  return hint === null ? drills.asksOpenly : checker.about[hint.about]
}
