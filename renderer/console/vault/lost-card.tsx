import { useEffect, useState } from 'react'
import { instantOf } from '../../../shared/basics/time'
import type { PackFacts } from '../../../shared/vault/errands'
import { forgetCircle, type TroubledCircle } from '../../data/circles'
import { packsOf } from '../../data/packs'
import { restoreFrom } from '../../data/restore'
import { Button } from '../../ui/button'
import { dayAndTime } from '../../words/time'
import { useWords } from '../../words/words'
import { labelOf } from './unlock-card'
import { useStepBack, useStepFocus } from './use-steps'

interface LostCardProps {
  readonly troubled: TroubledCircle
  readonly hours: 12 | 24
  /** Whether this is what the screen is about: then the newest copy stands on the filled button. */
  readonly first: boolean
  /** It is back, or forgotten. */
  readonly onSettled: () => void
}

/** How many copies are offered. */
const offered = 3

/** A circle that cannot be read: what is so, and the copies from which it can be opened. */
export function LostCard({ troubled, hours, first, onSettled }: LostCardProps) {
  const words = useWords()
  const { lost } = words.console.vault
  const { vault, trouble } = troubled
  const [packs, setPacks] = useState<readonly PackFacts[] | null>(null)
  const [step, setStep] = useState<'asked' | 'opening' | 'failed' | 'giving-up'>('asked')
  const box = useStepFocus<HTMLElement>(step, 'later')
  useStepBack(step === 'giving-up' ? () => setStep('asked') : null)
  useEffect(() => {
    let current = true
    if (trouble === 'lost') void packsOf({ vault }).then((found) => current && setPacks(found))
    return () => {
      current = false
    }
  }, [trouble, vault])
  const open = (place: number) => {
    setStep('opening')
    void restoreFrom(vault, place).then(
      (done) => (done ? onSettled() : setStep('failed')),
      () => setStep('failed'),
    )
  }
  const giveUp = () => void forgetCircle({ vault }).then(onSettled, () => setStep('failed'))
  return (
    <section className="card" aria-label={labelOf(vault)} ref={box} tabIndex={-1}>
      <h2 className="human">
        <bdi>{vault.label}</bdi>
      </h2>
      <p className="lead" role="alert">
        {trouble === 'newer' ? words.console.trouble.newer : trouble === 'damaged' ? lost.damaged : lost.put}
      </p>
      {step === 'giving-up' ? (
        <>
          <p>{lost.giveUpMore}</p>
          <div className="row">
            <Button onPress={giveUp}>{lost.giveUpSure}</Button>
            <Button kind="quiet" keyName="Esc" onPress={() => setStep('asked')}>
              {lost.back}
            </Button>
          </div>
        </>
      ) : (
        <>
          {packs?.length === 0 && <p>{lost.none}</p>}
          <p role="status">
            {step === 'opening' && words.console.vault.unlock.opening}
            {step === 'failed' && lost.failed}
          </p>
          <div className="row">
            {(packs ?? []).slice(0, offered).map(({ at }, place) => (
              <Button
                key={place}
                kind={first && place === 0 ? 'filled' : 'outlined'}
                disabled={step === 'opening'}
                onPress={() => open(place)}
              >
                {lost.open(dayAndTime(instantOf(at), hours, words.language))}
              </Button>
            ))}
            {trouble !== 'newer' && (
              <Button kind="quiet" onPress={() => setStep('giving-up')}>
                {lost.giveUp}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}
