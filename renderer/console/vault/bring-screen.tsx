import { useState } from 'react'
import type { CircleId } from '../../../shared/basics/ids'
import type { Brought, ErrandAnswer } from '../../../shared/vault/errands'
import type { OpenWish } from '../../../shared/vault/vault'
import type { CircleList } from '../../data/circles'
import { addBrought, chooseBrought, openBrought, type Arrived } from '../../data/travel'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import type { CircleWords } from '../../words/en-circle'
import { useBackKey } from '../use-back-key'
import { UnlockCard } from './unlock-card'
import { useStepFocus } from './use-steps'

interface BringScreenProps {
  readonly list: CircleList
  /** What was brought is here: everything is read anew. */
  readonly onAdded: () => void
  readonly onBack: () => void
}

type Because = Extract<ErrandAnswer, { is: 'cannot' }>['because'] | 'openHere' | 'damagedHere' | 'newerHere'

type Step =
  | { readonly is: 'choose'; readonly because: Because | null }
  | { readonly is: 'open'; readonly facts: Brought }
  | { readonly is: 'add'; readonly arrived: Arrived; readonly failed: boolean }
  | { readonly is: 'adding' | 'added' }

/** How a circle stands on this computer that comes in a file. */
const standing = (list: CircleList, id: CircleId) => ({
  here: list.circles.find(({ circle }) => circle.id === id),
  lost: list.troubled.find(({ vault, trouble }) => vault.id === id && trouble === 'lost')?.vault,
})

/** Why a file cannot be brought as this computer stands now; null where it can. */
function inTheWay(list: CircleList, { circle }: Brought): Because | null {
  if (list.locked.some(({ id }) => id === circle)) return 'openHere'
  const trouble = list.troubled.find(({ vault }) => vault.id === circle)?.trouble
  return trouble === 'damaged' ? 'damagedHere' : trouble === 'newer' ? 'newerHere' : null
}

function sayBecause(because: Because, { bring }: CircleWords): string {
  if (because === 'openHere' || because === 'damagedHere' || because === 'newerHere') return bring[because]
  return bring.trouble[because]
}

/** Bring: the file, its words, what it would add; then it is here. */
export function BringScreen({ list, onAdded, onBack }: BringScreenProps) {
  const words = useWords().console.circle
  const { bring } = words
  const [step, setStep] = useState<Step>({ is: 'choose', because: null })
  const box = useStepFocus<HTMLDivElement>(step.is)
  useBackKey(onBack)
  const choose = () =>
    void chooseBrought().then((answer) => {
      if (answer.is === 'cannot') setStep({ is: 'choose', because: answer.because })
      if (answer.is !== 'brought') return
      const because = inTheWay(list, answer.facts)
      setStep(because === null ? { is: 'open', facts: answer.facts } : { is: 'choose', because })
    })
  const open = async (facts: Brought, wish: Pick<OpenWish, 'way' | 'secret'>) => {
    const came = await openBrought(facts, wish, standing(list, facts.circle).here)
    if (came.is === 'wrong') return { wait: came.wait }
    setStep(
      came.is === 'arrived'
        ? { is: 'add', arrived: came.arrived, failed: false }
        : { is: 'choose', because: 'damaged' },
    )
    return 'open' as const
  }
  const add = (arrived: Arrived) => {
    const { here, lost } = standing(list, arrived.facts.circle)
    setStep({ is: 'adding' })
    void addBrought(arrived, here, lost).then(
      () => setStep({ is: 'added' }),
      () => setStep({ is: 'add', arrived, failed: true }),
    )
  }
  return (
    <main className="page bring">
      <header className="row circle-top">
        <h1 className="human">{bring.title}</h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </header>
      <div className="bring-step" ref={box} tabIndex={-1}>
        {step.is === 'choose' && (
          <section className="card" aria-label={bring.choose}>
            {step.because !== null && (
              <p className="lead" role="alert">
                {sayBecause(step.because, words)}
              </p>
            )}
            <p className={step.because === null ? 'lead' : 'soft'}>{bring.chooseMore}</p>
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
          <Adding
            arrived={step.arrived}
            comesBack={standing(list, step.arrived.facts.circle).lost !== undefined}
            failed={step.failed}
            onAdd={add}
            onBack={onBack}
          />
        )}
        {(step.is === 'adding' || step.is === 'added') && (
          <section className="card">
            <p className="lead" role="status">
              {step.is === 'added' ? bring.added : bring.adding}
            </p>
            {step.is === 'added' && (
              <div className="row">
                <Button kind="filled" onPress={onAdded}>
                  {bring.home}
                </Button>
              </div>
            )}
          </section>
        )}
      </div>
    </main>
  )
}

interface AddingProps {
  readonly arrived: Arrived
  /** Whether what is here of it cannot be read, so that it comes back from the file. */
  readonly comesBack: boolean
  readonly failed: boolean
  readonly onAdd: (arrived: Arrived) => void
  readonly onBack: () => void
}

function Adding({ arrived, comesBack, failed, onAdd, onBack }: AddingProps) {
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
      <p className="lead">{comesBack ? bring.comesBack : bring.stands(comparison, receipt)}</p>
      {receipt !== null && !knowsMore && bring.adds(receipt).map((line) => <p key={line}>{line}</p>)}
      {still !== null && <p className="soft">{still}</p>}
      <div className="row">
        {!knowsMore && (
          <Button kind="filled" onPress={() => onAdd(arrived)}>
            {bring.add}
          </Button>
        )}
        <Button kind={knowsMore ? 'outlined' : 'quiet'} onPress={onBack}>
          {comparison === null ? bring.leave : bring.keep}
        </Button>
      </div>
    </section>
  )
}
