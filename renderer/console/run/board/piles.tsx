import { useState } from 'react'
import type { OpenBoard } from '../../../../shared/commands/board-commands'
import { Button } from '../../../ui/button'
import { useWords } from '../../../words/words'
import type { Conductor } from '../../use-conductor'

const piles = ['answered', 'parked', 'home'] as const

interface PilesProps {
  readonly conductor: Conductor
  readonly open: OpenBoard
}

/** What was answered, parked and taken home, folded; a pile opens to its last questions, which can wait again. */
export function Piles({ conductor: { session, record }, open: { board, item } }: PilesProps) {
  const words = useWords().console.board
  const [open, setOpen] = useState<(typeof piles)[number] | null>(null)
  const there = piles.filter((pile) => board[pile].length > 0)
  if (there.length === 0) return null
  return (
    <div className="piles">
      <div className="row">
        {there.map((pile) => (
          <Button
            key={pile}
            kind="quiet"
            pressed={open === pile}
            onPress={() => setOpen(open === pile ? null : pile)}
          >
            {words.piles[pile](board[pile].length)}
          </Button>
        ))}
      </div>
      {open !== null && (
        <ul className="board-rows">
          {board[open].slice(-3).map((question) => (
            <li key={question} className="question">
              <div className="question-line">
                <bdi className="question-text">{session.texts.get(question)?.text}</bdi>
                <Button kind="quiet" onPress={() => record([{ type: 'question-returned', item, question }])}>
                  {words.again}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
