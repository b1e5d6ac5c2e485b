import { useState, type KeyboardEvent } from 'react'
import { currentStep } from '../../../shared/session/session'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'

/** Where the presenter's own sentence is written down, if there is to be one. Enter keeps it; it is never on the wall. */
export function SentenceField({ conductor }: { readonly conductor: Conductor }) {
  const words = useWords().console.run
  const step = currentStep(conductor.session)
  const taken = step ? conductor.session.takeaways.get(step.item) : undefined
  const [focused, setFocused] = useState(false)
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key === 'Enter') {
      event.currentTarget.blur()
      if (conductor.draft.trim() !== '') conductor.run('forward')
    }
  }
  return (
    <label className="write taken">
      <span>{taken?.how === 'kept' ? words.takeawayKept : words.takeaway}</span>
      <input
        type="text"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        maxLength={600}
        placeholder={taken?.text ? conductor.session.texts.get(taken.text)?.text : undefined}
        value={conductor.draft}
        onChange={(event) => conductor.setDraft(event.target.value)}
        onKeyDown={pressed}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {focused && <span className="soft small">{words.fieldHasKeys}</span>}
    </label>
  )
}
