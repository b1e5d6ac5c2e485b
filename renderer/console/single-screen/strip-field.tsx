import { useState, type FormEvent } from 'react'
import { takesSentence } from '../../../shared/commands/perform'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'

interface FieldProps {
  readonly conductor: Conductor
  readonly onLeave: () => void
}

/** One line to write in, in the strip: a question for the board, or the sentence that is taken home. */
export function StripField({ conductor, onLeave }: FieldProps) {
  const words = useWords().console.displays
  const [question, setQuestion] = useState('')
  const sentence = takesSentence(conductor.session)
  const label = sentence ? words.writeSentence : words.write
  const written = (event: FormEvent) => {
    event.preventDefault()
    if (sentence) conductor.run('forward')
    else conductor.writeQuestion(question)
    onLeave()
  }
  return (
    <form className="strip-field" onSubmit={written}>
      <input
        type="text"
        autoFocus
        aria-label={label}
        placeholder={label}
        maxLength={600}
        value={sentence ? conductor.draft : question}
        onChange={(event) =>
          sentence ? conductor.setDraft(event.target.value) : setQuestion(event.target.value)
        }
      />
    </form>
  )
}
