import { currentStep } from '../../../shared/session/session'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'
import { LineField } from './line-field'

/** Where the presenter's own sentence is written down, if there is to be one. Enter keeps it; it is never on the wall. */
export function SentenceField({ conductor }: { readonly conductor: Conductor }) {
  const words = useWords().console.run
  const { session, draft, setDraft, run } = conductor
  const step = currentStep(session)
  const taken = step ? session.takeaways.get(step.item) : undefined
  const write = (leave: () => void) => {
    leave()
    if (draft.trim() !== '') run('forward')
  }
  return (
    <LineField
      taken
      label={taken?.how === 'kept' ? words.takeawayKept : words.takeaway}
      maxLength={600}
      placeholder={taken?.text ? session.texts.get(taken.text)?.text : undefined}
      value={draft}
      onChange={setDraft}
      onEnter={write}
    />
  )
}
