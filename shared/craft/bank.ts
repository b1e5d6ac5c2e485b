// The bank of questions: thirteen families, in the order in which they are shown.
import { learning, will } from './bank/close'
import { goal, values } from './bank/early'
import { miracle, obstacles, options, resources, scaling } from './bank/future'
import { assumptions, feelings, perspective, reality } from './bank/middle'
import type { Family, FamilyId } from './family'

/** Every family, each once. */
export const families: readonly Family[] = [
  goal,
  reality,
  options,
  will,
  feelings,
  assumptions,
  perspective,
  resources,
  obstacles,
  scaling,
  miracle,
  values,
  learning,
]

/** A question of the bank. Its id, as "goal/today", stays its own when its words are polished. */
export interface BankEntry {
  readonly id: string
  readonly family: FamilyId
  readonly text: string
}

/** Every question of the bank, family by family. */
export const bank: readonly BankEntry[] = families.flatMap(({ id: family, questions }) =>
  Object.entries(questions).map(([name, text]) => ({ id: `${family}/${name}`, family, text })),
)
