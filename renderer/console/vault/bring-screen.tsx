import { useState } from 'react'
import type { Brought, ErrandAnswer } from '../../../shared/vault/errands'
import type { OpenWish } from '../../../shared/vault/vault'
import type { CircleList } from '../../data/circles'
import { addBrought, chooseBrought, openBrought, type Arrived } from '../../data/travel'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useBackKey } from '../use-back-key'
import { UnlockCard } from './unlock-card'

interface BringScreenProps {
  readonly list: CircleList
  /** What was brought is here: everything is read anew. */
  readonly onAdded: () => void
  readonly onBack: () => void
}

type Because = Extract<ErrandAnswer, { is: 'cannot' }>['because']

type Step =
  | { readonly is: 'choose'; readonly because: Because | 'openHere' | null }
  | { readonly is: 'open'; readonly facts: Brought }
  | { readonly is: 'add'; readonly arrived: Arrived; readonly failed: boolean }
  | { readonly is: 'added' }

/** Bring: the file, its words, what it would add; then it is here. */
export function BringScreen({ list, onAdded, onBack }: BringScreenProps) {
  const words = useWords().console.circle
  const { bring } = words
  const [step, setStep] = useState<Step>({ is: 'choose', because: null })
  useBackKey(onBack)
  const here = (facts: Brought) => list.circles.find(({ circle }) => circle.id === facts.circle)
  const choose = () =>
    void chooseBrought().then((answer) => {
      if (answer.is === 'cannot') setStep({ is: 'choose', because: answer.because })
      if (answer.is !== 'brought') return
      const isLocked = list.locked.some(({ id }) => id === answer.facts.circle)
      setStep(isLocked ? { is: 'choose', because: 'openHere' } : { is: 'open', facts: answer.facts })
    })
  const open = async (facts: Brought, wish: Pick<OpenWish, 'way' | 'secret'>) => {
    const came = await openBrought(facts, wish, here(facts))
    if (came.is === 'wrong') return { wait: came.wait }
    setStep(
      came.is === 'arrived'
        ? { is: 'add', arrived: came.arrived, failed: false }
        : { is: 'choose', because: 'damaged' },
    )
    return 'open' as const
  }
  const add = (arrived: Arrived) =>
    void addBrought(arrived, here(arrived.facts)).then(
      () => setStep({ is: 'added' }),
      () => setStep({ is: 'add', arrived, failed: true }),
    )
  return (
    <main className="page bring">
      <header className="row history-top">
        <h1 className="human">{bring.title}</h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </header>
      {step.is === 'choose' && (
        <section className="card" aria-label={bring.choose}>
          {step.because !== null && (
            <p role="alert">{step.because === 'openHere' ? bring.openHere : bring.trouble[step.because]}</p>
          )}
          <p className="lead">{bring.chooseMore}</p>
          <div className="row">
            <Button kind="filled" onPress={choose}>
              {bring.choose}
            </Button>
          </div>
        </section>
      )}
      {step.is === 'open' && (
        <UnlockCard
          label={step.facts.label}
          ways={step.facts.ways}
          onOpen={(wish) => open(step.facts, wish)}
        />
      )}
      {step.is === 'add' && (
        <Adding arrived={step.arrived} failed={step.failed} onAdd={add} onBack={onBack} />
      )}
      {step.is === 'added' && (
        <section className="card">
          <p className="lead" role="status">
            {bring.added}
          </p>
          <div className="row">
            <Button kind="filled" onPress={onAdded}>
              {bring.home}
            </Button>
          </div>
        </section>
      )}
    </main>
  )
}

interface AddingProps {
  readonly arrived: Arrived
  readonly failed: boolean
  readonly onAdd: (arrived: Arrived) => void
  readonly onBack: () => void
}

function Adding({ arrived, failed, onAdd, onBack }: AddingProps) {
  const { bring } = useWords().console.circle
  const { comparison, receipt, there } = arrived
  const knowsMore = comparison === 'older' || comparison === 'same'
  const still = receipt === null ? null : bring.stillThere(receipt)
  return (
    <section className="card" aria-label={there.circle.name}>
      <h2 className="human">
        <bdi>{there.circle.name}</bdi>
      </h2>
      {failed && <p role="alert">{bring.notAdded}</p>}
      <p className="lead">{bring.stands(comparison, receipt)}</p>
      {receipt !== null && !knowsMore && bring.adds(receipt).map((line) => <p key={line}>{line}</p>)}
      {still !== null && <p className="soft">{still}</p>}
      <div className="row">
        {!knowsMore && (
          <Button kind="filled" onPress={() => onAdd(arrived)}>
            {bring.add}
          </Button>
        )}
        <Button kind={knowsMore ? 'outlined' : 'quiet'} onPress={onBack}>
          {bring.keep}
        </Button>
      </div>
    </section>
  )
}
