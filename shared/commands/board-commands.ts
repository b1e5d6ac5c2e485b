import type { ItemId, TextId } from '../basics/ids'
import { nearestTo } from '../board/alike'
import { alikeTo, sortedNow, type Board } from '../board/board'
import type { EventBody } from '../session/events'
import { boardOf, currentStep, type Session } from '../session/session'
import type { CommandId } from './commands'

/** The board that is worked with now. */
export interface OpenBoard {
  readonly item: ItemId
  readonly board: Board
  /** Whether the presenter is sorting: then one question after the other stands on the wall by itself. */
  readonly sorting: boolean
}

/** The board of the present phase, where questions are written down in it; null elsewhere, and after thanks. */
export function openBoard(session: Session): OpenBoard | null {
  const step = currentStep(session)
  const calm = session.course === 'running' && session.thanked === null
  return calm && step?.kind === 'phase' && step.phase.captures.includes('questions')
    ? { item: step.item, board: boardOf(session, step.item), sorting: step.phase.sorts === true }
    : null
}

/** The waiting question that the keys are at: the marked one while it waits, else the one being sorted, else the first. */
export const markedOn = ({ board, sorting }: OpenBoard, marked: TextId | null): TextId | null =>
  sorting
    ? sortedNow(board)
    : marked !== null && board.waiting.includes(marked)
      ? marked
      : (board.waiting[0] ?? null)

/** Under which question a waiting one would go: one that asks nearly the same, else the one above it; null where there is none. */
export function groupTarget(
  session: Session,
  { board }: OpenBoard,
  marked: TextId,
): { readonly id: TextId; readonly alike: boolean } | null {
  const textOf = (id: TextId) => session.texts.get(id)?.text ?? ''
  const others = board.waiting.filter((id) => id !== marked).map((id) => ({ id, text: textOf(id) }))
  const near = nearestTo(textOf(marked), others)
  if (near !== null) return { id: near, alike: true }
  const above = board.waiting[board.waiting.indexOf(marked) - 1]
  return above === undefined ? null : { id: above, alike: false }
}

function moved({ item, board }: OpenBoard, question: TextId, by: 1 | -1): readonly EventBody[] | null {
  const from = board.waiting.indexOf(question)
  const other = board.waiting[from + by]
  if (from < 0 || other === undefined) return null
  const order = board.waiting.map((id) => (id === question ? other : id === other ? question : id))
  return [{ type: 'questions-ordered', item, order }]
}

function grouped(session: Session, open: OpenBoard, question: TextId): readonly EventBody[] | null {
  const { item, board } = open
  if (alikeTo(board, question).length > 0) return [{ type: 'question-ungrouped', item, question }]
  const target = groupTarget(session, open, question)
  return target && [{ type: 'question-grouped', item, question, under: target.id }]
}

function alone({ item, board }: OpenBoard, marked: TextId | null): readonly EventBody[] | null {
  if (board.shown !== null) return [{ type: 'question-alone', item, alone: !board.alone }]
  return marked === null
    ? null
    : [
        { type: 'question-shown', item, question: marked },
        { type: 'question-alone', item, alone: true },
      ]
}

/** The facts that a key makes on the board, for the question that is marked; null when it means nothing there. */
export function performOnBoard(
  command: CommandId,
  session: Session,
  chosen: TextId | null,
): readonly EventBody[] | null {
  const open = openBoard(session)
  // While the room is held the board is out of sight.
  if (open === null || session.heldAt !== null) return null
  const { item, board } = open
  const marked = markedOn(open, chosen)
  const question = marked ?? board.shown
  if (command === 'alone') return open.sorting ? null : alone(open, marked)
  if (question === null) return null
  switch (command) {
    case 'show-question':
      return marked === null || open.sorting ? null : [{ type: 'question-shown', item, question: marked }]
    case 'move-down':
      return moved(open, question, 1)
    case 'move-up':
      return moved(open, question, -1)
    case 'group':
      return marked === null ? null : grouped(session, open, marked)
    case 'park':
      return [{ type: 'question-parked', item, question }]
    case 'take-away':
      return [{ type: 'question-withdrawn', item, question }]
    default:
      return null
  }
}
