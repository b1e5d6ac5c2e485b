import { useState, type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
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
  /** Keys that mean something more here; true: this key is done with. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => boolean
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
  /** A list under the line: its id, and that of its row which Enter would take. */
  readonly suggests?: { readonly list: string; readonly row: string | undefined } | null
  readonly takesFocus?: boolean
}

/** One line to write in: Enter writes it, Esc leaves it as it is, and while it has the keys a line says so. */
export function LineField(props: LineFieldProps) {
  const { label, value, onChange, onEnter, maxLength, field, placeholder, taken, onKey, onPaste } = props
  const { suggests = null, takesFocus = false } = props
  const { run } = useWords().console
  const [focused, setFocused] = useState(false)
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const { nativeEvent, key, currentTarget } = event
    if (nativeEvent.isComposing || onKey?.(event)) return
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
        onPaste={onPaste}
        autoFocus={takesFocus}
        {...(suggests === null
          ? {}
          : {
              role: 'combobox',
              'aria-expanded': true,
              'aria-autocomplete': 'list',
              'aria-controls': suggests.list,
              'aria-activedescendant': suggests.row,
            })}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {focused && <span className="soft small">{run.fieldHasKeys}</span>}
    </label>
  )
}
