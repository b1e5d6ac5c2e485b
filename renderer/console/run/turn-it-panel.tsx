import { useState, type RefObject } from 'react'
import type { Instant } from '../../../shared/basics/time'
import { sayView } from '../say-view'
import { projectStage } from '../../../shared/stage/project-stage'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useAloud } from '../announcer'
import type { Conductor } from '../use-conductor'
import { LineField } from './line-field'
import { useKeyShown } from '../keys/use-keymap'

interface TurnItPanelProps {
  readonly conductor: Conductor
  readonly now: Instant
  readonly field: RefObject<HTMLInputElement | null>
  /** What is heard in a re-wording, in a sentence; null where there is nothing to say, or nobody listens. */
  readonly check: ((text: string) => string | null) | null
}

/** The card on the wall, the next one, and a line to try a question in. What is typed here is kept nowhere. */
export function TurnItPanel({ conductor, now, field, check }: TurnItPanelProps) {
  const keyShown = useKeyShown()
  const words = useWords()
  const { drills, commands } = words.console
  const view = projectStage(conductor.session, now)
  if (view.face.kind !== 'card') return null
  const { heard, open, number } = view.face
  return (
    <section className="board card-panel" aria-label={drills.panel}>
      <div className="question on-wall">
        <bdi>{heard}</bdi>
        {open !== null && (
          <p className="soft small">
            {drills.oneWay} <bdi>{open}</bdi>
          </p>
        )}
        <div className="row">
          <span className="soft small">{sayView(view, words)}</span>
          <span className="spring" />
          {conductor.can('next-card') && (
            <Button
              kind="quiet"
              keyName={keyShown('show-question')}
              onPress={() => conductor.run('next-card')}
            >
              {commands['next-card']}
            </Button>
          )}
        </div>
      </div>
      {check !== null && <TryLine key={number} field={field} check={check} />}
    </section>
  )
}

interface TryLineProps {
  readonly field: TurnItPanelProps['field']
  readonly check: (text: string) => string | null
}

/** A question as it is tried, and on Enter what is heard in it; gone with the card. */
function TryLine({ field, check }: TryLineProps) {
  const keyShown = useKeyShown()
  const { drills } = useWords().console
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  useAloud(said)
  return (
    <>
      <LineField
        label={
          <>
            {drills.type} <kbd aria-hidden="true">{keyShown('write')}</kbd>
          </>
        }
        field={field}
        maxLength={200}
        value={text}
        onChange={(typed) => {
          setText(typed)
          setSaid(null)
        }}
        onEnter={(leave) => {
          setSaid(check(text))
          if (text.trim() === '') leave()
        }}
      />
      <p className="small card-heard">{said}</p>
    </>
  )
}
