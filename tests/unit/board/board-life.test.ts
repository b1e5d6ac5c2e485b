// A question is in one place only, whatever is done with it. Fails if one is lost, doubled, or moved by an act that names another.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alikeTo,
  answerQuestion,
  byWarmth,
  closePages,
  groupQuestion,
  newBoard,
  onOnePage,
  orderQuestions,
  pagesOf,
  parkQuestion,
  questionsOf,
  returnQuestion,
  rewordQuestion,
  setAlone,
  showQuestion,
  showTogether,
  sortedNext,
  sortedNow,
  sortQuestion,
  takeHome,
  turnPage,
  ungroupQuestion,
  veilBoard,
  warmQuestion,
  withdrawQuestion,
  writeQuestion,
  type Board,
} from '../../../shared/board/board'
import { question } from '../builders'

const q = question
const asked = (...names: readonly string[]): Board => names.map(q).reduce(writeQuestion, newBoard)
const names = (ids: readonly string[]) => ids.map((id) => id.slice(2)).join('')

const one = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f').map(q)
const act: fc.Arbitrary<readonly [string, (board: Board) => Board]> = fc.oneof(
  one.map((id) => ['write', (board: Board) => writeQuestion(board, id)] as const),
  one.map((id) => ['show', (board: Board) => showQuestion(board, id)] as const),
  one.map((id) => ['answer', (board: Board) => answerQuestion(board, id)] as const),
  one.map((id) => ['park', (board: Board) => parkQuestion(board, id)] as const),
  one.map((id) => ['home', (board: Board) => takeHome(board, id)] as const),
  one.map((id) => ['return', (board: Board) => returnQuestion(board, id)] as const),
  fc
    .tuple(one, one)
    .map(([id, head]) => ['group', (board: Board) => groupQuestion(board, id, head)] as const),
  one.map((id) => ['ungroup', (board: Board) => ungroupQuestion(board, id)] as const),
  fc
    .array(one, { maxLength: 6 })
    .map((ids) => ['order', (board: Board) => orderQuestions(board, ids)] as const),
  one.map((id) => ['warm', (board: Board) => warmQuestion(board, id, 'hot')] as const),
  one.map((id) => ['sort', (board: Board) => sortQuestion(board, id)] as const),
  fc.boolean().map((alone) => ['alone', (board: Board) => setAlone(board, alone)] as const),
  fc.constantFrom(
    ['veil', veilBoard] as const,
    ['together', showTogether] as const,
    ['close', closePages] as const,
    ['page', (board: Board) => turnPage(board, 1)] as const,
  ),
)

describe('a board, whatever is done with it', () => {
  it('keeps every question in one place, and loses none that nobody took away', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40, size: 'max' }), (acts) => {
        let board = newBoard
        for (const [name, change] of acts) {
          const before = new Set(questionsOf(board))
          const next = change(board)
          if (next !== board) seen.set(name, (seen.get(name) ?? 0) + 1)
          const after = questionsOf(next)
          expect(new Set(after).size).toBe(after.length)
          for (const id of before) expect(after).toContain(id)
          expect(after.length - before.size).toBe(name === 'write' && next !== board ? 1 : 0)
          // What stands under another stands under one that stands by itself.
          for (const head of next.under.values()) expect(next.under.has(head)).toBe(false)
          if (next.together !== null) expect(next.together).toBeLessThan(pagesOf(next))
          if (next.sorting !== null) expect(after).toContain(next.sorting)
          board = next
        }
      }),
      { numRuns: 1500 },
    )
    // Every act has happened often enough to have been tested.
    for (const name of [
      'write',
      'show',
      'answer',
      'park',
      'home',
      'return',
      'group',
      'ungroup',
      'order',
      'warm',
      'sort',
      'alone',
      'veil',
      'together',
      'close',
    ])
      expect(seen.get(name) ?? 0, name).toBeGreaterThan(0)
  })

  it('takes away one question and no other', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30, size: 'max' }), one, (acts, id) => {
        const board = acts.reduce((before, [, change]) => change(before), newBoard)
        const left = questionsOf(board).filter((other) => other !== id)
        expect([...questionsOf(withdrawQuestion(board, id))].toSorted()).toEqual(left.toSorted())
      }),
      { numRuns: 500 },
    )
  })

  it('changes words in their place', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30, size: 'max' }), one, (acts, id) => {
        const board = acts.reduce((before, [, change]) => change(before), newBoard)
        const swap = (ids: readonly string[]) => ids.map((other) => (other === id ? q('new') : other))
        expect(questionsOf(rewordQuestion(board, id, q('new')))).toEqual(swap(questionsOf(board)))
      }),
      { numRuns: 500 },
    )
  })
})

describe('together on the wall', () => {
  it('pages what waits by eight', () => {
    const sixty = asked(...Array.from({ length: 60 }, (_, place) => `q${place}`))
    const shown = showTogether(veilBoard(sixty))
    expect([shown.together, shown.veiled, pagesOf(shown)]).toEqual([0, false, 8])
    expect(turnPage(shown, 7).together).toBe(7)
    expect(turnPage(shown, 8)).toBe(shown)
    expect(turnPage(shown, -1)).toBe(shown)
    const last = turnPage(shown, 7)
    const fewer = sixty.waiting.slice(0, 60 - onOnePage).reduce(parkQuestion, last)
    expect(fewer.together).toBe(0)
  })

  it('gives way to the one that is put on the wall', () => {
    expect(showQuestion(showTogether(asked('a', 'b')), q('b'))).toMatchObject({
      together: null,
      shown: q('b'),
    })
  })
})

describe('alike', () => {
  it('stands under one and comes apart again, in its place', () => {
    const grouped = groupQuestion(groupQuestion(asked('a', 'b', 'c', 'd'), q('c'), q('a')), q('a'), q('d'))
    expect(names(grouped.waiting)).toBe('bd')
    expect(names(alikeTo(grouped, q('d')))).toBe('ca')
    expect(names(ungroupQuestion(grouped, q('d')).waiting)).toBe('bdca')
  })

  it('never stands under itself, or under one that is gone', () => {
    const board = asked('a', 'b')
    expect(groupQuestion(board, q('a'), q('a'))).toBe(board)
    expect(groupQuestion(board, q('a'), q('x'))).toBe(board)
    expect(groupQuestion(board, q('x'), q('a'))).toBe(board)
  })
})

describe('sorting', () => {
  it('goes from one to the next, and puts the hot ones first and the cold ones last', () => {
    const board = asked('a', 'b', 'c', 'd')
    expect([sortedNow(board), sortedNext(board)]).toEqual([q('a'), q('b')])
    const said = warmQuestion(
      warmQuestion(warmQuestion(board, q('a'), 'cold'), q('c'), 'hot'),
      q('d'),
      'lukewarm',
    )
    expect(names(byWarmth(said))).toBe('cdba')
    expect(sortedNext(sortQuestion(said, q('d')))).toBeNull()
    expect(warmQuestion(said, q('a'), 'cold').warmth.has(q('a'))).toBe(false)
  })
})
