import { useEffect, useState } from 'react'
import { instantOf } from '../../../shared/basics/time'
import type { PackFacts } from '../../../shared/vault/errands'
import type { TroubledCircle } from '../../data/circles'
import { packsOf } from '../../data/packs'
import { restoreFrom } from '../../data/restore'
import { Button } from '../../ui/button'
import { dayAndTime } from '../../words/time'
import { useWords } from '../../words/words'
import { labelOf } from './unlock-card'

interface LostCardProps {
  readonly troubled: TroubledCircle
  readonly hours: 12 | 24
  readonly onRestored: () => void
}

/** How many copies are offered. */
const offered = 3

/** A circle that cannot be read: what is so, and the copies from which it can be opened. */
export function LostCard({ troubled, hours, onRestored }: LostCardProps) {
  const words = useWords()
  const { lost } = words.console.vault
  const { vault, trouble } = troubled
  const [packs, setPacks] = useState<readonly PackFacts[]>([])
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    if (trouble === 'lost') void packsOf({ vault }).then((found) => current && setPacks(found))
    return () => {
      current = false
    }
  }, [trouble, vault])
  const open = (place: number) =>
    void restoreFrom(vault, place).then(
      (done) => (done ? onRestored() : setFailed(true)),
      () => setFailed(true),
    )
  return (
    <section className="card" role="alert" aria-label={labelOf(vault)}>
      <p className="lead">
        {trouble === 'newer' ? words.console.trouble.newer : trouble === 'damaged' ? lost.damaged : lost.put}
      </p>
      {trouble === 'lost' && packs.length === 0 && <p>{lost.none}</p>}
      {failed && <p>{lost.failed}</p>}
      <div className="row">
        {packs.slice(0, offered).map(({ at }, place) => (
          <Button key={place} kind={place === 0 ? 'filled' : 'outlined'} onPress={() => open(place)}>
            {lost.open(dayAndTime(instantOf(at), hours, words.language))}
          </Button>
        ))}
      </div>
    </section>
  )
}
