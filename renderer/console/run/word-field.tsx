import { useState, type RefObject } from 'react'
import { keyShown } from '../../../shared/commands/commands'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'
import { LineField } from './line-field'

interface WordFieldProps {
  readonly conductor: Conductor
  readonly field: RefObject<HTMLInputElement | null>
}

/** Where somebody writes along in the harvest: a line, Enter, and it stands on the wall without a name. */
export function WordField({ conductor: { session, writeWord, record }, field }: WordFieldProps) {
  const words = useWords().console.harvest
  const [text, setText] = useState('')
  const last = session.words.at(-1)
  const write = (leave: () => void) => {
    if (text.trim() === '' || session.scribe === null) leave()
    writeWord(text)
    setText('')
  }
  return (
    <section className="commitment" aria-label={words.write}>
      <LineField
        label={
          <>
            {words.write} <kbd aria-hidden="true">{keyShown('write')}</kbd>
          </>
        }
        field={field}
        maxLength={120}
        value={text}
        onChange={setText}
        onEnter={write}
      />
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
