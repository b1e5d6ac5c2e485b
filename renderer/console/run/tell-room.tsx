import { useState, type KeyboardEvent } from 'react'
import type { Instant } from '../../../shared/basics/time'
import { cleanLine, longestLine } from '../../../shared/session/told'
import { canTellRoom } from '../../../shared/stage/project-stage'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'
import { LineField } from './line-field'
import { Sheet } from './sheets'

interface TellRoomProps {
  readonly conductor: Conductor
  readonly now: Instant
  readonly onClose: () => void
}

/** A line for the room: it takes the sentence's place on the wall for twenty seconds, or until the session goes on. */
export function TellRoom({ conductor: { session, tellRoom }, now, onClose }: TellRoomProps) {
  const words = useWords().console.tellRoom
  const [text, setText] = useState('')
  const tell = () => {
    tellRoom(text)
    onClose()
  }
  const leaves = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onClose()
    return key === 'Escape'
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      {canTellRoom(session, now) ? (
        <>
          <LineField
            label={words.line}
            maxLength={2 * longestLine}
            value={text}
            onChange={setText}
            onEnter={tell}
            onKey={leaves}
            takesFocus
          />
          <p className="soft small">
            {cleanLine(text) === text.trim() ? words.stands : words.cut(cleanLine(text))}
          </p>
        </>
      ) : (
        <p>{words.noPlace}</p>
      )}
    </Sheet>
  )
}
