import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerQuestion,
  newBoard,
  showQuestion,
  withdrawQuestion,
  writeQuestion,
  type Board,
} from '../../../shared/board/board'
import { question } from '../builders'

const acts = { write: writeQuestion, show: showQuestion, answer: answerQuestion, withdraw: withdrawQuestion }
type Act = readonly [keyof typeof acts, string]

const after = (...list: readonly Act[]): Board =>
  list.reduce((board, [act, name]) => acts[act](board, question(name)), newBoard)

const three: readonly Act[] = [
  ['write', 'a'],
  ['write', 'b'],
  ['write', 'c'],
]
const said = ({ shown, waiting, answered }: Board) =>
  [shown === null ? [] : [shown], waiting, answered]
    .map((ids) => ids.map((id) => id.slice(2)).join(''))
    .join('|')

describe('a board', () => {
  it.each<[string, readonly Act[], string]>([
    ['keeps the order in which questions were written', three, '|abc|'],
    ['keeps a question that is written again in its place', [...three, ['write', 'a']], '|abc|'],
    ['shows a question', [...three, ['show', 'b']], 'b|ac|'],
    ['takes the one before as answered', [...three, ['show', 'b'], ['show', 'c']], 'c|a|b'],
    ['shows an answered one again', [...three, ['show', 'b'], ['show', 'c'], ['show', 'b']], 'b|a|c'],
    ['takes an answered one off', [...three, ['show', 'b'], ['answer', 'b']], '|ac|b'],
    ['answers one that waits', [...three, ['answer', 'c']], '|ab|c'],
    ['answers once', [...three, ['answer', 'c'], ['answer', 'c']], '|ab|c'],
    ['withdraws the shown one', [...three, ['show', 'a'], ['withdraw', 'a']], '|bc|'],
  ])('%s', (_, list, wanted) => {
    expect(said(after(...list))).toBe(wanted)
  })

  it.each(['show', 'answer', 'withdraw'] as const)(
    'does not change for a question that it does not know: %s',
    (act) => {
      const board = after(...three)
      expect(acts[act](board, question('x'))).toBe(board)
    },
  )

  it('loses and doubles no question', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd')
    const act = fc.constantFrom('write', 'show', 'answer', 'withdraw')
    fc.assert(
      fc.property(fc.array(fc.tuple(act, name), { maxLength: 30 }), (list) => {
        const { shown, waiting, answered } = after(...list)
        const all = [...(shown === null ? [] : [shown]), ...waiting, ...answered]
        const there = list.reduce((ids, [what, which]) => {
          if (what === 'write') ids.add(question(which))
          if (what === 'withdraw') ids.delete(question(which))
          return ids
        }, new Set<string>())
        expect(all.toSorted()).toEqual([...there].toSorted())
      }),
      { numRuns: 1000 },
    )
  })
})
