import type { CircleState } from '../../../shared/travel/state'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { Part, type PartProps } from './part'

const choices = [false, true] as const

/** The circle with names on its board, or without. */
function withNames(state: CircleState, named: boolean): CircleState {
  const circle = { ...state.circle, version: state.circle.version + 1 }
  const { namesOnBoard, ...without } = circle
  if (named) return { ...state, circle: { ...circle, namesOnBoard: true } }
  return { ...state, circle: namesOnBoard === undefined ? circle : without }
}

/** Whether names stand beside the questions on the wall: nobody's, unless the circle chose it. */
export function BoardPart({ open, onWrite }: PartProps) {
  const words = useWords().console.board.names
  const now = open.circle.namesOnBoard === true
  return (
    <Part title={words.title}>
      <div className="row" role="group" aria-label={words.title}>
        {choices.map((named) => (
          <Button
            key={String(named)}
            pressed={now === named}
            onPress={() => named !== now && void onWrite((state) => withNames(state, named))}
          >
            {named ? words.named : words.nobodys}
          </Button>
        ))}
      </div>
      <p className="soft small">{words.more}</p>
    </Part>
  )
}
