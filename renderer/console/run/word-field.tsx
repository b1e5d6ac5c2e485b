import { useState, type KeyboardEvent, type RefObject } from 'react'
import { keyShown } from '../../../shared/commands/commands'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'

interface WordFieldProps {
  readonly conductor: Conductor
  readonly field: RefObject<HTMLInputElement | null>
}

/** Where somebody writes along in the harvest: a line, Enter, and it stands on the wall without a name. */
export function WordField({ conductor: { session, writeWord, record }, field }: WordFieldProps) {
  const words = useWords().console.harvest
  const [text, setText] = useState('')
  const last = session.words.at(-1)
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter') return
    if (text.trim() === '' || session.scribe === null) event.currentTarget.blur()
    writeWord(text)
    setText('')
  }
  return (
    <section className="commitment" aria-label={words.write}>
      <label className="write">
        <span className="row">
          {words.write} <kbd aria-hidden="true">{keyShown('write')}</kbd>
        </span>
        <input
          ref={field}
          type="text"
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={pressed}
        />
      </label>
      {last !== undefined && (
        <div className="row">
          <span className="soft small">{words.written(session.words.length)}</span>
          <Button kind="quiet" onPress={() => record([{ type: 'word-withdrawn', text: last }])}>
            {words.takeAway}
          </Button>
        </div>
      )}
    </section>
  )
}
