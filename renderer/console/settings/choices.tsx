import type { ReactNode } from 'react'
import { Button } from '../../ui/button'

interface ChoicesProps<Value extends string | number> {
  /** The beginning of a sentence that every choice ends. */
  readonly sentence: string
  readonly values: readonly Value[]
  readonly words: (value: Value) => string
  /** What stands on the button, where that is shorter than what it is called. */
  readonly short?: (value: Value) => string
  readonly chosen: Value
  readonly disabled?: boolean
  readonly onChoose: (value: Value) => void
  readonly children?: ReactNode
}

/** A setting as a sentence: its end is the button that is pressed. */
export function Choices<Value extends string | number>({
  sentence,
  values,
  words,
  short = words,
  chosen,
  disabled = false,
  onChoose,
  children,
}: ChoicesProps<Value>) {
  return (
    <div className="setting" role="group" aria-label={sentence}>
      <p aria-hidden="true">{sentence}</p>
      <div className="row">
        {values.map((value) => (
          <Button
            key={value}
            label={words(value)}
            pressed={value === chosen}
            disabled={disabled}
            onPress={() => onChoose(value)}
          >
            {short(value)}
          </Button>
        ))}
        {children}
      </div>
    </div>
  )
}
