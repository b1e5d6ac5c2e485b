import type { TextId } from '../basics/ids'

/** Where a question takes the presenter today: it says something about them, nothing about the question. */
export type Warmth = 'hot' | 'lukewarm' | 'cold'

/** Every warmth, in the order in which they are said and in which answers come. */
export const warmths = ['hot', 'lukewarm', 'cold'] as const satisfies readonly Warmth[]

/**
 * The shared questions of a turn. A question is in one place only: on the wall, waiting, answered, parked until the
 * close, taken home by the presenter, or standing under another one that asks nearly the same.
 */
export interface Board {
  readonly shown: TextId | null
  readonly waiting: readonly TextId[]
  readonly answered: readonly TextId[]
  readonly parked: readonly TextId[]
  readonly home: readonly TextId[]
  /** What stands under another question, and under which. */
  readonly under: ReadonlyMap<TextId, TextId>
  readonly warmth: ReadonlyMap<TextId, Warmth>
  /** The one that the presenter is sorting; null: the first. */
  readonly sorting: TextId | null
  /** The question on the wall stands there alone. */
  readonly alone: boolean
  /** What waits is not on the wall until all of it is shown together. */
  readonly veiled: boolean
  /** The page, from 0, while all of it is shown together. */
  readonly together: number | null
}

export const newBoard: Board = {
  shown: null,
  waiting: [],
  answered: [],
  parked: [],
  home: [],
  under: new Map(),
  warmth: new Map(),
  sorting: null,
  alone: false,
  veiled: false,
  together: null,
}

/** As many questions as one page of the wall holds. */
export const onOnePage = 8

/** How many pages the waiting questions fill; at least one. */
export const pagesOf = ({ waiting }: Board): number => Math.max(1, Math.ceil(waiting.length / onOnePage))

const without = (list: readonly TextId[], id: TextId) => list.filter((other) => other !== id)

/** Every question of a board, each once: on the wall, waiting, under another, answered, parked, taken home. */
export const questionsOf = (board: Board): readonly TextId[] => [
  ...(board.shown === null ? [] : [board.shown]),
  ...board.waiting,
  ...board.under.keys(),
  ...board.answered,
  ...board.parked,
  ...board.home,
]

/** What stands under a question, first written first. */
export const alikeTo = (board: Board, id: TextId): readonly TextId[] =>
  [...board.under].filter(([, head]) => head === id).map(([question]) => question)

const knows = (board: Board, id: TextId) => questionsOf(board).includes(id)

/** The board without a question in any of its places; what stood under it stays under it. */
const taken = (board: Board, id: TextId): Board => ({
  ...board,
  shown: board.shown === id ? null : board.shown,
  waiting: without(board.waiting, id),
  answered: without(board.answered, id),
  parked: without(board.parked, id),
  home: without(board.home, id),
  under: board.under.has(id)
    ? new Map([...board.under].filter(([question]) => question !== id))
    : board.under,
  sorting: board.sorting === id ? null : board.sorting,
})

/** The page that is shown, where it is still there. */
const onPage = (board: Board): Board =>
  board.together === null
    ? board
    : board.waiting.length === 0
      ? { ...board, together: null }
      : { ...board, together: Math.min(board.together, pagesOf(board) - 1) }

/** Adds a question at the end of those waiting. One that is there already stays where it is. */
export const writeQuestion = (board: Board, id: TextId): Board =>
  knows(board, id) ? board : { ...board, waiting: [...board.waiting, id] }

/** Puts a question on the wall; the one before it counts as answered. An unknown one changes nothing. */
export function showQuestion(board: Board, id: TextId): Board {
  if (!knows(board, id) || board.shown === id) return board
  const free = taken(board, id)
  const answered = free.shown === null ? free.answered : [...free.answered, free.shown]
  return { ...free, shown: id, answered, together: null }
}

type Pile = 'answered' | 'parked' | 'home'

const putOn =
  (pile: Pile) =>
  (board: Board, id: TextId): Board => {
    if (!knows(board, id) || board[pile].includes(id)) return board
    const free = taken(board, id)
    return onPage({ ...free, [pile]: [...free[pile], id] })
  }

/** Takes an answered question off the wall, or out of those waiting. */
export const answerQuestion = putOn('answered')

/** Puts a question aside until the close. */
export const parkQuestion = putOn('parked')

/** The presenter takes a question home. */
export const takeHome = putOn('home')

/** A question waits again: answered, parked, taken home, on the wall or under another before. */
export function returnQuestion(board: Board, id: TextId): Board {
  if (!knows(board, id) || board.waiting.includes(id)) return board
  const free = taken(board, id)
  return { ...free, waiting: [...free.waiting, id] }
}

/** What stands under a question waits again, after it where it waits itself. */
export function ungroupQuestion(board: Board, id: TextId): Board {
  const alike = alikeTo(board, id)
  if (alike.length === 0) return board
  const place = board.waiting.indexOf(id) + 1 || board.waiting.length
  return {
    ...board,
    under: new Map([...board.under].filter(([, head]) => head !== id)),
    waiting: [...board.waiting.slice(0, place), ...alike, ...board.waiting.slice(place)],
  }
}

/** Takes a question away altogether; what stood under it waits again. An unknown one changes nothing. */
export function withdrawQuestion(board: Board, id: TextId): Board {
  if (!knows(board, id)) return board
  const warmth = board.warmth.has(id)
    ? new Map([...board.warmth].filter(([question]) => question !== id))
    : board.warmth
  return onPage({ ...taken(ungroupQuestion(board, id), id), warmth })
}

/** Puts a waiting question, with what stands under it, under another that waits or is on the wall. */
export function groupQuestion(board: Board, id: TextId, under: TextId): Board {
  const head = board.under.get(under) ?? under
  const fits =
    head !== id && board.waiting.includes(id) && (board.shown === head || board.waiting.includes(head))
  if (!fits) return board
  const moved = [...board.under].map(([question, other]) => [question, other === id ? head : other] as const)
  return onPage({ ...taken(board, id), under: new Map([...moved, [id, head]]) })
}

/** Puts those waiting into an order. What is not named stays after the rest as it stood; what does not wait is left out. */
export function orderQuestions(board: Board, order: readonly TextId[]): Board {
  const named = [...new Set(order)].filter((id) => board.waiting.includes(id))
  const waiting = [...named, ...board.waiting.filter((id) => !named.includes(id))]
  return waiting.every((id, index) => board.waiting[index] === id) ? board : { ...board, waiting }
}

/** A question in other words, in the same place: the one before is gone. */
export function rewordQuestion(board: Board, id: TextId, by: TextId): Board {
  if (!knows(board, id) || knows(board, by)) return board
  const swap = (other: TextId) => (other === id ? by : other)
  return {
    ...board,
    shown: board.shown && swap(board.shown),
    waiting: board.waiting.map(swap),
    answered: board.answered.map(swap),
    parked: board.parked.map(swap),
    home: board.home.map(swap),
    under: new Map([...board.under].map(([question, head]) => [swap(question), swap(head)])),
    warmth: new Map([...board.warmth].map(([question, warmth]) => [swap(question), warmth])),
    sorting: board.sorting && swap(board.sorting),
  }
}

/** What the presenter says of a question, hot, lukewarm or cold; the same again takes it back. */
export function warmQuestion(board: Board, id: TextId, warmth: Warmth): Board {
  if (!knows(board, id)) return board
  const map = new Map(board.warmth)
  if (map.get(id) === warmth) map.delete(id)
  else map.set(id, warmth)
  return { ...board, warmth: map }
}

/** The waiting question that the presenter is sorting; null where none waits. */
export const sortedNow = ({ waiting, sorting }: Board): TextId | null =>
  sorting !== null && waiting.includes(sorting) ? sorting : (waiting[0] ?? null)

/** The next one to be sorted; null after the last. */
export function sortedNext(board: Board): TextId | null {
  const now = sortedNow(board)
  return now === null ? null : (board.waiting[board.waiting.indexOf(now) + 1] ?? null)
}

/** Goes to a waiting question in sorting. */
export const sortQuestion = (board: Board, id: TextId): Board =>
  board.waiting.includes(id) && sortedNow(board) !== id ? { ...board, sorting: id } : board

const place = (warmth: Warmth | undefined) => (warmth === undefined ? 1.5 : warmths.indexOf(warmth))

/** Those waiting, the hot ones first and the cold ones last; what was not sorted comes before the cold. */
export const byWarmth = ({ waiting, warmth }: Board): readonly TextId[] =>
  [...waiting].sort((a, b) => place(warmth.get(a)) - place(warmth.get(b)))

/** What waits is not on the wall until it is shown together. */
export const veilBoard = (board: Board): Board =>
  board.veiled && board.together === null ? board : { ...board, veiled: true, together: null }

/** Everything that waits stands on the wall together, from the first page. */
export const showTogether = (board: Board): Board =>
  board.waiting.length === 0 || board.together === 0
    ? board
    : { ...board, veiled: false, shown: null, together: 0, ...keptAnswered(board) }

/** What was on the wall before counts as answered. */
const keptAnswered = ({ shown, answered }: Board) =>
  shown === null ? {} : { answered: [...without(answered, shown), shown] }

/** Another page, from 0, while all of it is shown together. */
export const turnPage = (board: Board, page: number): Board =>
  board.together === null ||
  !Number.isInteger(page) ||
  page < 0 ||
  page >= pagesOf(board) ||
  page === board.together
    ? board
    : { ...board, together: page }

/** The wall goes back to one question and what waits. */
export const closePages = (board: Board): Board =>
  board.together === null ? board : { ...board, together: null }

/** Whether the question on the wall stands there alone. */
export const setAlone = (board: Board, alone: boolean): Board =>
  board.alone === alone ? board : { ...board, alone }
