/** A sentence on the wall, and one other way to say it. */
export interface Card {
  /** What the sentence does instead of asking openly, or of telling what was seen. */
  readonly kind: 'advice' | 'leading' | 'closed' | 'either-or' | 'multiple' | 'blame' | 'why' | 'judgement'
  readonly heard: string
  readonly open: string
}
