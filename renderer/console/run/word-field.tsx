import { useState, type RefObject } from 'react'
import { currentStep } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'
import { LineField } from './line-field'
import { useKeyShown } from '../keys/use-keymap'

interface WordFieldProps {
  readonly conductor: Conductor
  readonly field: RefObject<HTMLInputElement | null>
}

/** As many lines as stand on the wall. */
const shown = 3

/** Where somebody writes along in the harvest, or in a phase that gathers words: a line, Enter, and it stands there without a name. */
export function WordField({ conductor: { session, writeWord, record }, field }: WordFieldProps) {
  const keyShown = useKeyShown()
  const words = useWords().console.harvest
  const [text, setText] = useState('')
  const step = currentStep(session)
  const label = step?.kind === 'round' ? words.write : words.writeAlong
  const count = step?.kind === 'round' ? words.written : words.along
  const lines = session.words.filter((id) => session.texts.get(id)?.item === step?.item)
  const last = lines.at(-1)
  const write = (leave: () => void) => {
    if (text.trim() === '' || session.scribe === null) leave()
    writeWord(text)
    setText('')
  }
  return (
    <section className="commitment" aria-label={label}>
      <LineField
        label={
          <>
            {label} <kbd aria-hidden="true">{keyShown('write')}</kbd>
          </>
        }
        field={field}
        maxLength={120}
        value={text}
        onChange={setText}
        onEnter={write}
      />
      {step?.kind === 'phase' &&
        lines.slice(-shown).map((id) => (
          <div className="question" key={id}>
            <bdi>{session.texts.get(id)?.text}</bdi>
          </div>
        ))}
      {last !== undefined && (
        <div className="row">
          <span className="soft small">{count(lines.length)}</span>
          <Button kind="quiet" onPress={() => record([{ type: 'word-withdrawn', text: last }])}>
            {words.takeAway}
          </Button>
        </div>
      )}
    </section>
  )
}
