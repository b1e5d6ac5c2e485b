import { describe, expect, it } from 'vitest'
import type { Level } from '../../../shared/circle/circle'
import { allowances, mayKeep, mayKeepWithoutNames, type KeepKind } from '../../../shared/circle/levels'

const levels: readonly Level[] = ['C0', 'C1', 'C2', 'C3', 'C4']
const kinds: readonly KeepKind[] = ['commitment', 'takeaway', 'word', 'question', 'date']

/** Written out by hand from circles.md 5.1: may it be kept · without names too · how it may leave. */
const table: readonly (readonly [Level, KeepKind, string])[] = [
  ['C0', 'commitment', 'yes · too · with-names'],
  ['C0', 'takeaway', 'yes · too · with-names'],
  ['C0', 'word', 'yes · too · with-names'],
  ['C0', 'question', 'yes · too · with-names'],
  ['C0', 'date', 'yes · too · with-names'],
  ['C1', 'commitment', 'yes · too · without-names'],
  ['C1', 'takeaway', 'yes · too · without-names'],
  ['C1', 'word', 'yes · too · without-names'],
  ['C1', 'question', 'yes · too · without-names'],
  ['C1', 'date', 'yes · too · without-names'],
  ['C2', 'commitment', 'own · too · without-names'],
  ['C2', 'takeaway', 'own · too · without-names'],
  ['C2', 'word', 'no · never · no'],
  ['C2', 'question', 'no · never · no'],
  ['C2', 'date', 'yes · too · without-names'],
  ['C3', 'commitment', 'no · never · no'],
  ['C3', 'takeaway', 'no · never · no'],
  ['C3', 'word', 'no · never · no'],
  ['C3', 'question', 'no · never · no'],
  ['C3', 'date', 'yes · too · without-names'],
  ['C4', 'commitment', 'no · never · no'],
  ['C4', 'takeaway', 'no · never · no'],
  ['C4', 'word', 'no · never · no'],
  ['C4', 'question', 'no · never · no'],
  ['C4', 'date', 'yes · too · without-names'],
]

describe('what a level allows', () => {
  it.each(table)('%s, %s: %s', (level, kind, wanted) => {
    const { keep, withoutNames, export: leaves } = allowances[level][kind]
    expect(`${keep} · ${withoutNames ? 'too' : 'never'} · ${leaves}`).toBe(wanted)
    expect(mayKeep(level, kind, true)).toBe(keep !== 'no')
    expect(mayKeep(level, kind, false)).toBe(keep === 'yes')
    expect(mayKeepWithoutNames(level, kind)).toBe(keep === 'yes')
    expect(mayKeepWithoutNames(level, kind, true)).toBe(keep !== 'no')
  })

  it('is said for every level and kind', () => {
    expect(table).toHaveLength(levels.length * kinds.length)
    expect(Object.keys(allowances)).toEqual(levels)
    for (const level of levels) expect(Object.keys(allowances[level]).toSorted()).toEqual(kinds.toSorted())
  })

  it('never widens from one level to the next, so that a stricter turn is stricter', () => {
    const keeps = ['no', 'own', 'yes']
    const leaves = ['no', 'without-names', 'with-names']
    for (const kind of kinds)
      for (const [index, level] of levels.slice(1).entries()) {
        const looser = allowances[levels[index] ?? 'C0'][kind]
        const stricter = allowances[level][kind]
        expect(keeps.indexOf(stricter.keep)).toBeLessThanOrEqual(keeps.indexOf(looser.keep))
        expect(leaves.indexOf(stricter.export)).toBeLessThanOrEqual(leaves.indexOf(looser.export))
        expect(Number(stricter.withoutNames)).toBeLessThanOrEqual(Number(looser.withoutNames))
      }
  })

  it('lets nothing out that was not kept, and never opens without names what is shut with them', () => {
    for (const level of levels)
      for (const kind of kinds) {
        const cell = allowances[level][kind]
        if (cell.keep === 'no') expect(cell).toEqual({ keep: 'no', withoutNames: false, export: 'no' })
      }
  })
})
