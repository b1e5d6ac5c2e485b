import { useState, type RefObject } from 'react'
import type { ItemId, TextId } from '../../../shared/basics/ids'
import type { EventBody } from '../../../shared/session/events'
import { boardOf, type Session } from '../../../shared/session/session'
import { useSize } from '../../hooks/use-size'
import { Button } from '../../ui/button'
import { keyShown } from '../../../shared/commands/commands'
import { useWords } from '../../words/words'
import { LineField } from './line-field'

interface BoardPanelProps {
  readonly session: Session
  readonly item: ItemId
  readonly field: RefObject<HTMLInputElement | null>
  readonly chosen: TextId | null
  /** While the room is held, nobody writes: the board is put out of sight here too. */
  readonly put: 'here' | 'away'
  readonly onWrite: (text: string) => void
  readonly record: (events: readonly EventBody[]) => void
}

/** The board: a line to write, the question on the wall, those that wait, those answered. */
export function BoardPanel({ session, item, field, chosen, put, onWrite, record }: BoardPanelProps) {
  const words = useWords().console.board
  const board = boardOf(session, item)
  const textOf = (id: TextId) => session.texts.get(id)?.text ?? ''
  const { height } = useSize()
  const most = height < 640 ? 2 : height < 780 ? 4 : 7
  const from = Math.max(
    0,
    Math.min(board.waiting.indexOf(chosen as TextId) - most + 1, board.waiting.length - most),
  )
  const inView = board.waiting.slice(from, from + most)
  const notShown = board.waiting.length - inView.length
  const empty = board.shown === null && board.waiting.length === 0 && board.answered.length === 0
  return (
    <section
      className="board"
      hidden={put === 'away'}
      aria-label={words.title}
      data-waiting={board.waiting.length}
    >
      <QuestionField field={field} staysOpen={session.scribe !== null} onWrite={onWrite} />
      {session.boardPutAway && !empty && (
        <div className="row">
          <span className="soft">{words.putAway}</span>
          <Button onPress={() => record([{ type: 'board-shown', item }])}>{words.bringBack}</Button>
        </div>
      )}
      {empty && <p className="soft small">{words.empty}</p>}
      {board.shown !== null && (
        <div className="question on-wall" hidden={session.boardPutAway}>
          <bdi>{textOf(board.shown)}</bdi>
          <div className="row">
            <span className="soft small">{words.onTheWall}</span>
            <span className="spring" />
            <Button
              kind="quiet"
              onPress={() =>
                board.shown && record([{ type: 'question-answered', item, question: board.shown }])
              }
            >
              {words.answeredOne}
            </Button>
          </div>
        </div>
      )}
      <ul className="questions">
        {inView.map((id) => (
          <li
            key={id}
            className={id === chosen ? 'question chosen' : 'question'}
            aria-current={id === chosen ? 'true' : undefined}
          >
            <button
              type="button"
              className="question-text"
              aria-label={words.show(textOf(id))}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => record([{ type: 'question-shown', item, question: id }])}
            >
              <bdi>{textOf(id)}</bdi>
            </button>
            <Button kind="quiet" onPress={() => record([{ type: 'question-withdrawn', item, question: id }])}>
              {words.takeAway}
            </Button>
          </li>
        ))}
      </ul>
      {notShown > 0 && <p className="soft small">{words.moreWaiting(notShown)}</p>}
      {board.answered.length > 0 && <p className="soft small">{words.answered(board.answered.length)}</p>}
    </section>
  )
}

interface QuestionFieldProps {
  readonly field: RefObject<HTMLInputElement | null>
  readonly staysOpen: boolean
  readonly onWrite: (text: string) => void
}

/** The line to write a question in. Enter writes it and, without a scribe, gives the keys back; Esc leaves it as it is. */
function QuestionField({ field, staysOpen, onWrite }: QuestionFieldProps) {
  const words = useWords().console.board
  const [text, setText] = useState('')
  const write = (leave: () => void) => {
    if (text.trim() === '' || !staysOpen) leave()
    onWrite(text)
    setText('')
  }
  return (
    <LineField
      label={
        <>
          {words.write} <kbd aria-hidden="true">{keyShown('write')}</kbd>
        </>
      }
      field={field}
      maxLength={600}
      value={text}
      onChange={setText}
      onEnter={write}
    />
  )
}
