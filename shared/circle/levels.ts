import type { Level } from './circle'

/** What can be kept of a session, beside its trace: a commitment, a takeaway, a harvest word, a question, the next date. */
export type KeepKind = 'commitment' | 'takeaway' | 'word' | 'question' | 'date'

/** What a level allows for one kind of line. */
export interface Allowance {
  /** Kept in the circle as it is: yes, only by the member whose own it is, or not at all. */
  readonly keep: 'yes' | 'own' | 'no'
  /** Where it may be kept, it may also be kept without owner, turn, day and names. */
  readonly withoutNames: boolean
  /** What may leave the circle in a file, of what was kept. */
  readonly export: 'with-names' | 'without-names' | 'no'
}

const open: Allowance = { keep: 'yes', withoutNames: true, export: 'with-names' }
const noNamesOut: Allowance = { keep: 'yes', withoutNames: true, export: 'without-names' }
const ownOnly: Allowance = { keep: 'own', withoutNames: true, export: 'without-names' }
const nothing: Allowance = { keep: 'no', withoutNames: false, export: 'no' }
const sealed = { commitment: nothing, takeaway: nothing, word: nothing, question: nothing, date: noNamesOut }

/**
 * What each level allows (decisions.md 8; circles.md 5.1): the one table that the sweep and every export read.
 * C0: all, with consent. C1: nothing out with names. C2, the usual one: own commitments and own takeaways; what others
 * told stays, even without names. C3 and C4: nothing but the trace and the next date. From C0 to C4 no cell allows more
 * than the one before; that the date may leave is an arrangement, not something that was said.
 */
export const allowances: Readonly<Record<Level, Readonly<Record<KeepKind, Allowance>>>> = {
  C0: { commitment: open, takeaway: open, word: open, question: open, date: open },
  C1: {
    commitment: noNamesOut,
    takeaway: noNamesOut,
    word: noNamesOut,
    question: noNamesOut,
    date: noNamesOut,
  },
  C2: { commitment: ownOnly, takeaway: ownOnly, word: nothing, question: nothing, date: noNamesOut },
  C3: sealed,
  C4: sealed,
}

/** Whether a line may be kept as it is; `owned`: the member whose own it is asks for it. */
export function mayKeep(level: Level, kind: KeepKind, owned: boolean): boolean {
  const { keep } = allowances[level][kind]
  return keep === 'yes' || (keep === 'own' && owned)
}

/**
 * Whether a line may be kept without names: taking the names off never opens what may not be kept with them,
 * so that at C2 only the member whose own it is can choose it (`owned`).
 */
export function mayKeepWithoutNames(level: Level, kind: KeepKind, owned = false): boolean {
  return mayKeep(level, kind, owned) && allowances[level][kind].withoutNames
}
