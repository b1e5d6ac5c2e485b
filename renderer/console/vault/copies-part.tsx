import { useEffect, useState } from 'react'
import { instantOf } from '../../../shared/basics/time'
import type { PackFacts } from '../../../shared/vault/errands'
import { packsOf } from '../../data/packs'
import { restoreFrom } from '../../data/restore'
import { Button } from '../../ui/button'
import { dayAndTime } from '../../words/time'
import { useWords } from '../../words/words'
import { Part, type PartProps } from './part'

/** How many copies stand there at first. */
const first = 3

interface CopiesPartProps extends PartProps {
  readonly hours: 12 | 24
  /** Everything is read anew. */
  readonly onGone: () => void
}

/** The copies beside the circle, and how to go back to one. */
export function CopiesPart({ open, asking, onAsk, hours, onGone }: CopiesPartProps) {
  const words = useWords()
  const { circle, vault } = words.console
  const [packs, setPacks] = useState<readonly PackFacts[]>([])
  const [chosen, setChosen] = useState(0)
  const [all, setAll] = useState(false)
  const [failed, setFailed] = useState(false)
  const isAsking = asking === 'copies' && chosen < packs.length
  useEffect(() => {
    let current = true
    void packsOf(open).then((found) => current && setPacks(found))
    return () => {
      current = false
    }
  }, [open])
  const when = ({ at }: PackFacts) => dayAndTime(instantOf(at), hours, words.language)
  const goBack = () =>
    void restoreFrom(open.vault, chosen).then(
      (done) => (done ? onGone() : setFailed(true)),
      () => setFailed(true),
    )
  const ask = (place: number | null) => {
    setFailed(false)
    setChosen(place ?? 0)
    onAsk(place === null ? null : 'copies')
  }
  const [pack] = packs.slice(chosen)
  return (
    <Part
      title={circle.copies}
      step={isAsking ? `copy-${chosen}` : 'all'}
      onBack={isAsking ? () => ask(null) : null}
    >
      {isAsking && pack !== undefined ? (
        <>
          <h3>{circle.goBackTo(when(pack))}</h3>
          <p>{circle.goBackMore}</p>
          {failed && <p role="alert">{vault.lost.failed}</p>}
          <div className="row">
            <Button kind="filled" onPress={goBack}>
              {circle.goBackSure}
            </Button>
            <Button kind="quiet" keyName="Esc" onPress={() => ask(null)}>
              {circle.back}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="soft small">{packs.length === 0 ? circle.noCopies : circle.copiesMore}</p>
          <div className="circle-copies">
            {packs.slice(0, all ? packs.length : first).map((one, place) => (
              <Button key={place} kind="quiet" onPress={() => ask(place)}>
                {circle.goBackTo(when(one))}
              </Button>
            ))}
            {!all && packs.length > first && (
              <Button kind="quiet" onPress={() => setAll(true)}>
                {circle.earlier}
              </Button>
            )}
          </div>
        </>
      )}
    </Part>
  )
}
