import type { ReactNode } from 'react'

interface MiniProps {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A small button in a row, for the pointer: the same goes by key. */
export function Mini({ label, onPress, children }: MiniProps) {
  return (
    <button
      type="button"
      className="mini"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
