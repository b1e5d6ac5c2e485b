import { useId, useState, type KeyboardEvent } from 'react'

interface OwnFieldProps {
  readonly label: string
  readonly value: string
  readonly most: number
  /** Settles what was typed; false: it can't stand, and what was typed stays to be put right. */
  readonly onSettle: (typed: string) => boolean
  /** More than one line of it is shown; Enter settles all the same. */
  readonly long?: true
  readonly hideLabel?: true
}

/** A text of a method as it is typed: Enter or leaving settles it, Esc takes it back. */
export function OwnField({ label, value, most, onSettle, long, hideLabel }: OwnFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const settle = () => {
    if (draft === null || draft === value || onSettle(draft)) setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      settle()
    }
    if (event.key !== 'Escape' || draft === null) return
    event.stopPropagation()
    setDraft(null)
  }
  const field = {
    id,
    dir: 'auto',
    spellCheck: false,
    autoComplete: 'off',
    value: draft ?? value,
    maxLength: most,
    onBlur: settle,
    onKeyDown,
  } as const
  return (
    <>
      <label htmlFor={id} className={hideLabel ? 'hidden-label' : ''}>
        {label}
      </label>
      {long ? (
        <textarea {...field} rows={2} onChange={({ target }) => setDraft(target.value)} />
      ) : (
        <input {...field} type="text" onChange={({ target }) => setDraft(target.value)} />
      )}
    </>
  )
}
