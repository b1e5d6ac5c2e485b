import { useState, type RefObject } from 'react'
import type { TextId } from '../../../../shared/basics/ids'
import { pagesOf } from '../../../../shared/board/board'
import { markedOn, type OpenBoard } from '../../../../shared/commands/board-commands'
import { presenterNow } from '../../../../shared/session/session'
import { Button } from '../../../ui/button'
import { useKeyShown } from '../../keys/use-keymap'
import { useWords } from '../../../words/words'
import { nameIn } from '../../say-forward'
import type { Conductor } from '../../use-conductor'
import { Piles } from './piles'
import { QuestionField, type QuestionDraft } from './question-field'
import { QuestionRows } from './question-rows'

interface BoardPanelProps {
  readonly conductor: Conductor
  readonly open: OpenBoard
  /** While the room is held, nobody writes: the board is put out of sight, and what was begun waits. */
  readonly put: 'here' | 'away'
  readonly field: RefObject<HTMLInputElement | null>
  readonly chosen: TextId | null
  readonly onChoose: (question: TextId) => void
  readonly rewording: TextId | null
  readonly onReword: (question: TextId | null) => void
}

/** The board: a line to write, the question on the wall, those that wait, and what was put aside. */
export function BoardPanel({
  conductor,
  open,
  put,
  field,
  chosen,
  onChoose,
  rewording,
  onReword,
}: BoardPanelProps) {
  const words = useWords().console.board
  const { session, record } = conductor
  const { board, item } = open
  const marked = markedOn(open, chosen)
  const [draft, setDraft] = useState<QuestionDraft>({ text: '', waiting: [] })
  const empty = board.shown === null && board.waiting.length === 0
  const away = session.boardPutAway && !empty
  return (
    <section
      className="board"
      hidden={put === 'away'}
      aria-label={words.title}
      data-waiting={board.waiting.length}
    >
      <QuestionField
        key={rewording ?? 'new'}
        conductor={conductor}
        open={open}
        field={field}
        rewording={rewording}
        onReword={onReword}
        draft={draft}
        onDraft={setDraft}
      />
      {away && (
        <div className="row">
          <span className="soft">{words.putAway}</span>
          <Button onPress={() => record([{ type: 'board-shown', item }])}>{words.bringBack}</Button>
        </div>
      )}
      {empty && !board.veiled && <p className="soft small">{words.empty}</p>}
      {!open.sorting && !away && <HowItIsShown conductor={conductor} open={open} />}
      {board.shown !== null && !away && (
        <OnTheWall conductor={conductor} open={open} shown={board.shown} onReword={onReword} />
      )}
      <QuestionRows
        conductor={conductor}
        open={open}
        marked={marked}
        onChoose={onChoose}
        onReword={onReword}
      />
      <Piles conductor={conductor} open={open} />
    </section>
  )
}

/** Collected out of sight, together on the wall, or one at a time: one line. */
function HowItIsShown({
  conductor: { record },
  open,
}: {
  readonly conductor: Conductor
  readonly open: OpenBoard
}) {
  const words = useWords().console.board
  const { board, item } = open
  if (board.together !== null) {
    const { together } = board
    return (
      <div className="row">
        <span className="soft small">{words.pageOnWall(together + 1, pagesOf(board))}</span>
        <span className="spring" />
        {together > 0 && (
          <Button kind="quiet" onPress={() => record([{ type: 'board-paged', item, page: together - 1 }])}>
            {words.before}
          </Button>
        )}
        <Button kind="quiet" onPress={() => record([{ type: 'pages-closed', item }])}>
          {words.closePages}
        </Button>
      </div>
    )
  }
  if (board.veiled) return <p className="soft small">{words.veiled(board.waiting.length)}</p>
  return (
    <div className="row">
      <Button kind="quiet" onPress={() => record([{ type: 'board-veiled', item }])}>
        {words.veil}
      </Button>
      {board.waiting.length > 1 && (
        <Button kind="quiet" onPress={() => record([{ type: 'board-revealed', item }])}>
          {words.allTogether}
        </Button>
      )}
    </div>
  )
}

interface OnTheWallProps {
  readonly conductor: Conductor
  readonly open: OpenBoard
  readonly shown: TextId
  readonly onReword: (question: TextId) => void
}

function OnTheWall({ conductor: { session, record }, open, shown, onReword }: OnTheWallProps) {
  const words = useWords().console.board
  const { board, item } = open
  const presenter = presenterNow(session)
  const keyShown = useKeyShown()
  return (
    <div className="question on-wall">
      <bdi>{session.texts.get(shown)?.text}</bdi>
      <div className="row question-deeds">
        <span className="soft small">{words.onTheWall}</span>
        <span className="spring" />
        <Button
          kind="quiet"
          pressed={board.alone}
          keyName={keyShown('alone')}
          onPress={() => record([{ type: 'question-alone', item, alone: !board.alone }])}
        >
          {words.alone}
        </Button>
        <Button kind="quiet" onPress={() => onReword(shown)}>
          {words.reword}
        </Button>
        {presenter !== null && (
          <Button
            kind="quiet"
            onPress={() => record([{ type: 'question-taken-home', item, question: shown }])}
          >
            {words.home(nameIn(session, presenter))}
          </Button>
        )}
        <Button kind="quiet" onPress={() => record([{ type: 'question-answered', item, question: shown }])}>
          {words.answeredOne}
        </Button>
      </div>
    </div>
  )
}
