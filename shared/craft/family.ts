import type { SpeakingRule } from '../formats/format'

/** A kind of question (circles.md 4.5). */
export type FamilyId =
  | 'goal'
  | 'reality'
  | 'options'
  | 'will'
  | 'feelings'
  | 'assumptions'
  | 'perspective'
  | 'resources'
  | 'obstacles'
  | 'scaling'
  | 'miracle'
  | 'values'
  | 'learning'

/** Where in a turn a family helps: its beginning, its middle, where it turns to what could be, its end. */
export type TurnPart = 'early' | 'middle' | 'future' | 'close'

/** Questions of one kind. Their words are English; what the family is called is a word of the language. */
export interface Family {
  readonly id: FamilyId
  readonly part: TurnPart
  /** The rules under which it is asked, or written down to be asked. */
  readonly rules: readonly SpeakingRule[]
  /** Questions by a short name of their own, which is never given to another: a circle's favourites are kept by it. */
  readonly questions: Readonly<Record<string, string>>
  /** Names of those that only make sense after another one: they are found, and not suggested. */
  readonly follows?: readonly string[]
}

/** Where open questions are asked, or written to be asked later. */
export const openRules: readonly SpeakingRule[] = ['QOPEN', 'QONLY', 'WRITE', 'SOLO']
