import { useState } from 'react'
import type { TextId } from '../../../../shared/basics/ids'
import { alikeTo, warmths } from '../../../../shared/board/board'
import { groupTarget, performOnBoard, type OpenBoard } from '../../../../shared/commands/board-commands'
import { useSize } from '../../../hooks/use-size'
import { Button } from '../../../ui/button'
import { useWords } from '../../../words/words'
import type { Conductor } from '../../use-conductor'
import { useKeyShown } from '../../keys/use-keymap'

interface QuestionRowsProps {
  readonly conductor: Conductor
  readonly open: OpenBoard
  readonly marked: TextId | null
  readonly onChoose: (question: TextId) => void
  readonly onReword: (question: TextId) => void
}

/** As many rows as fit on a console so high; what can be done with the marked one needs room as well. */
const rowsIn = (height: number): number => (height < 640 ? 1 : height < 780 ? 2 : height < 900 ? 4 : 7)

/** The questions that wait: a window around the marked one. They move by Alt and the arrows, and by drag. */
export function QuestionRows({ conductor, open, marked, onChoose, onReword }: QuestionRowsProps) {
  const words = useWords().console.board
  const { session, record } = conductor
  const { board, item, sorting } = open
  const most = Math.max(1, rowsIn(useSize().height) - (board.shown === null ? 0 : 1))
  const [dragged, setDragged] = useState<TextId | null>(null)
  const at = board.waiting.indexOf(marked as TextId)
  const from = Math.max(0, Math.min(at - most + 1, board.waiting.length - most))
  const inView = board.waiting.slice(from, from + most)
  const notShown = board.waiting.length - inView.length
  const drop = (on: TextId) => {
    if (dragged === null || dragged === on) return
    const order = board.waiting.filter((id) => id !== dragged)
    const place = order.indexOf(on) + (board.waiting.indexOf(dragged) < board.waiting.indexOf(on) ? 1 : 0)
    record([
      { type: 'questions-ordered', item, order: [...order.slice(0, place), dragged, ...order.slice(place)] },
    ])
    setDragged(null)
  }
  return (
    <>
      <ul className="board-rows">
        {inView.map((id) => {
          const text = session.texts.get(id)?.text ?? ''
          const alike = alikeTo(board, id).length
          const warmth = board.warmth.get(id)
          return (
            <li
              key={id}
              className={id === marked ? 'question chosen' : 'question'}
              aria-current={id === marked ? 'true' : undefined}
              draggable
              onDragStart={() => setDragged(id)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged !== null && event.preventDefault()}
              onDrop={() => drop(id)}
            >
              <div className="question-line">
                <button
                  type="button"
                  className="question-text"
                  onClick={(event) => {
                    // Not kept from the mouse, so that the row can be dragged; the keys go back to the run.
                    if (event.detail > 0) event.currentTarget.blur()
                    if (sorting) record([{ type: 'question-sorted', item, question: id }])
                    else onChoose(id)
                  }}
                >
                  <bdi>{text}</bdi>
                  {alike > 0 && <span className="soft small alike">{words.alike(alike)}</span>}
                </button>
                {warmth !== undefined && <span className="soft small">{words.warmths[warmth]}</span>}
              </div>
              {id === marked && <Deeds conductor={conductor} open={open} question={id} onReword={onReword} />}
            </li>
          )
        })}
      </ul>
      {notShown > 0 && <p className="soft small">{words.moreWaiting(notShown)}</p>}
    </>
  )
}

interface DeedsProps {
  readonly conductor: Conductor
  readonly open: OpenBoard
  readonly question: TextId
  readonly onReword: (question: TextId) => void
}

/** What can be done with the marked question. In sorting: where it takes the presenter. */
function Deeds({ conductor: { session, record }, open, question, onReword }: DeedsProps) {
  const keyShown = useKeyShown()
  const words = useWords().console.board
  const { item, board } = open
  if (open.sorting)
    return (
      <div className="row question-deeds" role="group" aria-label={words.sorting}>
        {warmths.map((warmth, index) => (
          <Button
            key={warmth}
            kind="quiet"
            keyName={String(index + 1)}
            pressed={board.warmth.get(question) === warmth}
            onPress={() => record([{ type: 'question-warmed', item, question, warmth }])}
          >
            {words.warmths[warmth]}
          </Button>
        ))}
      </div>
    )
  const press = (command: 'park' | 'take-away' | 'group') => {
    const facts = performOnBoard(command, session, question)
    if (facts !== null) record(facts)
  }
  const alike = alikeTo(board, question).length
  const target = alike > 0 ? null : groupTarget(session, open, question)
  const near = target?.alike ? session.texts.get(target.id)?.text : undefined
  return (
    <>
      <div className="row question-deeds">
        <Button
          kind="quiet"
          keyName={keyShown('show-question')}
          onPress={() => record([{ type: 'question-shown', item, question }])}
        >
          {words.putUp}
        </Button>
        <Button kind="quiet" keyName={keyShown('park')} onPress={() => press('park')}>
          {words.park}
        </Button>
        <Button kind="quiet" onPress={() => onReword(question)}>
          {words.reword}
        </Button>
        <Button kind="quiet" keyName={keyShown('take-away')} onPress={() => press('take-away')}>
          {words.takeAway}
        </Button>
        {alike > 0 && (
          <Button kind="quiet" keyName={keyShown('group')} onPress={() => press('group')}>
            {words.ungroup}
          </Button>
        )}
      </div>
      {near !== undefined && (
        <div className="row question-deeds">
          <Button kind="quiet" keyName={keyShown('group')} onPress={() => press('group')}>
            <span className="near">{words.group(near)}</span>
          </Button>
        </div>
      )}
    </>
  )
}
