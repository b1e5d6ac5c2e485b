import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { Part } from './part'

/** The way to marks that somebody sets for themselves; it looks the same whoever keeps any. */
export function MarksPart({ onMarks }: { readonly onMarks: () => void }) {
  const { rubric } = useWords().console
  return (
    <Part title={rubric.title}>
      <p className="soft small">{rubric.more}</p>
      <div className="row">
        <Button onPress={onMarks}>{rubric.open}</Button>
      </div>
    </Part>
  )
}
