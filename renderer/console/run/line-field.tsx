import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useWords } from '../../words/words'

interface LineFieldProps {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (text: string) => void
  /** Enter: what is there is written. `leave` gives the keys back to the run surface. */
  readonly onEnter: (leave: () => void) => void
  readonly maxLength: number
  readonly field?: RefObject<HTMLInputElement | null>
  readonly placeholder?: string | undefined
  readonly taken?: true
}

/** One line to write in: Enter writes it, Esc leaves it as it is, and while it has the keys a line says so. */
export function LineField(props: LineFieldProps) {
  const { label, value, onChange, onEnter, maxLength, field, placeholder, taken } = props
  const { run } = useWords().console
  const [focused, setFocused] = useState(false)
  const pressed = ({ nativeEvent, key, currentTarget }: KeyboardEvent<HTMLInputElement>) => {
    if (nativeEvent.isComposing) return
    const leave = () => currentTarget.blur()
    if (key === 'Escape') leave()
    if (key === 'Enter') onEnter(leave)
  }
  return (
    <label className={taken ? 'write taken' : 'write'}>
      <span className="row">{label}</span>
      <input
        ref={field}
        type="text"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        maxLength={maxLength}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={pressed}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {focused && <span className="soft small">{run.fieldHasKeys}</span>}
    </label>
  )
}
