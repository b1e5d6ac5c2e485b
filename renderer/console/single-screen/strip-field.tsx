import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { asQuestion } from '../../../shared/board/lines'
import { takesSentence } from '../../../shared/commands/perform'
import { useWords } from '../../words/words'
import { useChecker, type Heard } from '../run/board/use-checker'
import type { Conductor } from '../use-conductor'

interface FieldProps {
  readonly conductor: Conductor
  /** What there is to say about a question is for the writer: it stands here only while its key is down. */
  readonly thought: 'shown' | 'put-away'
  readonly onLeave: () => void
}

/** One line to write in, in the strip: a question for the board, or the sentence that is taken home. */
export function StripField({ conductor, thought, onLeave }: FieldProps) {
  const words = useWords().console.displays
  const [question, setQuestion] = useState('')
  const [heard, setHeard] = useState<Heard | null>(null)
  const check = useChecker(conductor.session)
  const sentence = takesSentence(conductor.session)
  const label = sentence ? words.writeSentence : words.write
  const write = () => {
    conductor.writeQuestions([{ text: question }])
    onLeave()
  }
  const sent = (event: FormEvent) => {
    event.preventDefault()
    const found = sentence || question.trim() === '' ? null : check(asQuestion(question))
    if (found !== null) return setHeard(found)
    if (!sentence) return write()
    conductor.run('forward')
    onLeave()
  }
  if (heard !== null)
    return (
      <StripThought
        heard={heard}
        thought={thought}
        onKeep={write}
        onReword={(text) => {
          if (text !== null) setQuestion(text)
          setHeard(null)
        }}
      />
    )
  return (
    <form className="strip-field" onSubmit={sent}>
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

interface StripThoughtProps {
  readonly heard: Heard
  readonly thought: 'shown' | 'put-away'
  readonly onKeep: () => void
  /** Null: the own words, once more. */
  readonly onReword: (offer: string | null) => void
}

/** Enter keeps the question as it is, Esc goes on writing, Tab takes the other wording. */
function StripThought({ heard, thought, onKeep, onReword }: StripThoughtProps) {
  const words = useWords().console.displays
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onKeep()
    else if (event.key === 'Escape') onReword(null)
    else if (event.key === 'Tab' && heard.offer !== null) onReword(heard.offer)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="strip-field thought-line"
      role="group"
      aria-label={words.thought}
      tabIndex={-1}
      ref={(element) => element?.focus()}
      onKeyDown={pressed}
    >
      {thought === 'put-away'
        ? words.thought
        : `${heard.sentence}${heard.offer === null ? '' : ` ${words.thoughtOffer(heard.offer)}`}`}
    </div>
  )
}
