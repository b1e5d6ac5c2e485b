import { useId, useState, type ReactNode } from 'react'
import { questionsOf } from '../../../../shared/board/board'
import type { OpenBoard } from '../../../../shared/commands/board-commands'
import { searchBank, suggestFrom, type BankQuestion } from '../../../../shared/craft/search-bank'
import { emptyShelf } from '../../../../shared/craft/shelf'
import { currentStep, turnsOf, type Session } from '../../../../shared/session/session'
import { useSize } from '../../../hooks/use-size'
import { useWords } from '../../../words/words'

/** As many as stand under the line. */
const atOnce = (height: number): number => (height < 640 ? 3 : 5)

interface Bank {
  readonly isOpen: boolean
  /** The words of the row that Enter would take; null while the bank is closed. */
  readonly chosen: string | null
  /** Opens the bank at its first row, or goes to another row; above the first it closes. */
  readonly move: (by: 1 | -1) => void
  readonly close: () => void
  readonly suggests: { readonly list: string; readonly row: string | undefined } | null
  readonly list: ReactNode
}

/** How far the turn is, from 0 to 1: by its phases. */
function howFar(session: Session): number {
  const step = currentStep(session)
  const phases = session.steps.filter(({ kind, item }) => kind === 'phase' && item === step?.item)
  const at = phases.findIndex(({ id }) => id === step?.id)
  return phases.length < 2 || at < 0 ? 0 : at / (phases.length - 1)
}

function offered(session: Session, { item, board }: OpenBoard, query: string): readonly BankQuestion[] {
  const step = currentStep(session)
  const rule = step?.kind === 'phase' ? step.phase.rule : 'QOPEN'
  const asks = rule === 'QFACT' || rule === 'QONLY' ? rule : 'QOPEN'
  const shelf = session.plan.questions ?? emptyShelf
  const asked = questionsOf(board).map((id) => session.texts.get(id)?.text ?? '')
  const nth = Math.max(0, turnsOf(session).indexOf(item))
  return query.trim() === ''
    ? suggestFrom(shelf, { rule: asks, asked, done: howFar(session), nth })
    : searchBank(query, shelf, asks).filter(({ text }) => !asked.includes(text))
}

/** The bank under the line: with nothing written three questions that the turn has not touched, else what fits the words. */
export function useBank(session: Session, open: OpenBoard, query: string | null): Bank {
  const words = useWords().console
  const id = useId()
  const [row, setRow] = useState<number | null>(null)
  const most = atOnce(useSize().height)
  const found = row === null || query === null ? [] : offered(session, open, query).slice(0, most)
  const at = row === null || found.length === 0 ? null : Math.min(row, found.length - 1)
  const rowId = (place: number) => `${id}-${place}`
  return {
    isOpen: row !== null,
    chosen: at === null ? null : (found[at]?.text ?? null),
    move: (by) => {
      if (query === null) return
      if (row === null) setRow(by === 1 ? 0 : null)
      else setRow(row + by < 0 ? null : Math.min(Math.max(0, found.length - 1), row + by))
    },
    close: () => setRow(null),
    suggests: at === null ? null : { list: id, row: rowId(at) },
    list:
      row === null ? null : found.length === 0 ? (
        <p className="soft small">{words.board.bankEmpty}</p>
      ) : (
        <ul className="bank" role="listbox" id={id} aria-label={words.board.bank}>
          {found.map((question, place) => (
            <li
              key={question.id}
              id={rowId(place)}
              role="option"
              aria-selected={place === at}
              className={place === at ? 'question chosen' : 'question'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setRow(place)}
            >
              <bdi>{question.text}</bdi>
            </li>
          ))}
        </ul>
      ),
  }
}
