import { useId, useState, type KeyboardEvent } from 'react'
import { longestQuestion } from '../../../shared/craft/shelf'

interface QuestionFieldProps {
  readonly label: string
  readonly value?: string
  /** Settles what was typed; false: it can't stand, and what was typed stays to be put right. */
  readonly onSettle: (typed: string) => boolean
  /** Esc where there is something to leave; without it Esc only clears what was typed. */
  readonly onLeave?: () => void
  readonly placeholder?: string
}

/** One line for a question: Enter settles it. */
export function QuestionField({ label, value = '', onSettle, onLeave, placeholder }: QuestionFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState(value)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (draft.trim() !== '' && onSettle(draft)) setDraft('')
    }
    if (event.key !== 'Escape' || (draft === '' && !onLeave)) return
    event.stopPropagation()
    if (onLeave) onLeave()
    else setDraft('')
  }
  return (
    <>
      <label htmlFor={id} className="hidden-label">
        {label}
      </label>
      <input
        id={id}
        type="text"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        autoFocus={onLeave !== undefined}
        maxLength={longestQuestion * 4}
        placeholder={placeholder}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
      />
    </>
  )
}
