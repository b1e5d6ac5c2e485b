import type { TextId } from '../basics/ids'

/** The shared questions of a turn: one on the wall at most, the others waiting in the order they were written. */
export interface Board {
  readonly shown: TextId | null
  readonly waiting: readonly TextId[]
  readonly answered: readonly TextId[]
}

export const newBoard: Board = { shown: null, waiting: [], answered: [] }

const without = (list: readonly TextId[], id: TextId) => list.filter((other) => other !== id)
const knows = (board: Board, id: TextId) =>
  board.shown === id || board.waiting.includes(id) || board.answered.includes(id)

/** Adds a question at the end of those waiting. One that is there already stays where it is. */
export const writeQuestion = (board: Board, id: TextId): Board =>
  knows(board, id) ? board : { ...board, waiting: [...board.waiting, id] }

/** Puts a question on the wall; the one before it counts as answered. An unknown one changes nothing. */
export function showQuestion(board: Board, id: TextId): Board {
  if (!knows(board, id) || board.shown === id) return board
  const answered = board.shown === null ? board.answered : [...board.answered, board.shown]
  return { shown: id, waiting: without(board.waiting, id), answered: without(answered, id) }
}

/** Takes an answered question off the wall. */
export const answerQuestion = (board: Board, id: TextId): Board =>
  knows(board, id) && !board.answered.includes(id)
    ? {
        shown: board.shown === id ? null : board.shown,
        waiting: without(board.waiting, id),
        answered: [...board.answered, id],
      }
    : board

/** Takes a question away altogether. An unknown one changes nothing. */
export const withdrawQuestion = (board: Board, id: TextId): Board =>
  knows(board, id)
    ? {
        shown: board.shown === id ? null : board.shown,
        waiting: without(board.waiting, id),
        answered: without(board.answered, id),
      }
    : board
