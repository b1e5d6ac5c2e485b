import { useId } from 'react'
import type { MinutesRefusal } from '../../../shared/basics/parse-minutes'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'

const lengths = [60, 90, 120] as const

export type Length =
  { readonly kind: 'set'; readonly minutes: number } | { readonly kind: 'typed'; readonly text: string }

interface WhenProps {
  readonly length: Length
  readonly trouble: MinutesRefusal | null
  readonly onLength: (length: Length) => void
  /** "18:30"; empty for as soon as we sit. */
  readonly time: string
  readonly onTime: (time: string) => void
}

/** How long the circle has, and when it begins. */
export function When({ length, trouble, onLength, time, onTime }: WhenProps) {
  const { plan, newCircle } = useWords().console
  const ids = { length: useId(), begins: useId(), trouble: useId() }
  return (
    <div className="plan-when">
      <div className="row" role="group" aria-labelledby={ids.length}>
        <b id={ids.length}>{plan.howLong}</b>
        {lengths.map((minutes) => (
          <Button
            key={minutes}
            pressed={length.kind === 'set' && length.minutes === minutes}
            label={newCircle.minutes(minutes)}
            onPress={() => onLength({ kind: 'set', minutes })}
          >
            {plan.short(minutes)}
          </Button>
        ))}
        <input
          type="text"
          className="short"
          aria-label={newCircle.another}
          aria-describedby={ids.trouble}
          placeholder={newCircle.anotherHint}
          maxLength={20}
          value={
            length.kind === 'typed'
              ? length.text
              : lengths.some((one) => one === length.minutes)
                ? ''
                : plan.short(length.minutes)
          }
          onChange={({ target }) =>
            onLength(
              target.value.trim() === ''
                ? { kind: 'set', minutes: 60 }
                : { kind: 'typed', text: target.value },
            )
          }
        />
        <span id={ids.trouble} className="small" aria-live="polite">
          {trouble !== null && newCircle.minutesTrouble(trouble)}
        </span>
      </div>
      <div className="row" role="group" aria-labelledby={ids.begins}>
        <b id={ids.begins}>{plan.begins}</b>
        <Button pressed={time === ''} onPress={() => onTime('')}>
          {plan.asSoonAsWeSit}
        </Button>
        <input
          type="time"
          aria-label={plan.beginsAt}
          className={time === '' ? 'unset' : ''}
          value={time}
          onChange={({ target }) => onTime(target.value)}
        />
      </div>
    </div>
  )
}
