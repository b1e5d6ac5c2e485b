import type { MouseEvent, ReactNode } from 'react'

interface ButtonProps {
  readonly onPress: () => void
  /** The key that does the same, shown on the button. */
  readonly keyName?: string | null
  readonly kind?: 'filled' | 'outlined' | 'quiet' | 'pause'
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly label?: string
  readonly children: ReactNode
}

// A click leaves the focus on the run surface, so that the next key goes where everybody expects it.
const keepFocus = (event: MouseEvent) => event.preventDefault()

/** A button with its words and its key. At most one on a screen is filled. */
export function Button({
  onPress,
  keyName,
  kind = 'outlined',
  pressed,
  disabled,
  label,
  children,
}: ButtonProps) {
  return (
    <button
      type="button"
      className={`button ${kind}`}
      aria-pressed={pressed}
      aria-label={label}
      disabled={disabled}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      <span>{children}</span>
      {keyName && <kbd aria-hidden="true">{keyName}</kbd>}
    </button>
  )
}
