import type { Instant } from '../../../shared/basics/time'
import { payersFor, type Payer } from '../../../shared/session/extension'
import { changesBy } from '../../../shared/session/time-card'
import { currentStep, type Extending } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import type { Conductor } from '../use-conductor'
import { itemTitle } from './agenda'

interface PayersProps {
  readonly conductor: Conductor
  readonly extending: Extending
  readonly now: Instant
  readonly hours: 12 | 24
}

/** Where two more minutes could come from; another one is one press away. */
export function Payers({ conductor: { session, record }, extending, now, hours }: PayersProps) {
  const words = useWords().console
  const payers = payersFor(session, now, extending.minutes)
  const nameOf = ({ pays, item, lengths, closesAt }: Payer): string => {
    if (pays === 'spare') return words.timeCard.spared
    if (pays === 'nobody') return words.timeCard.closeLater(timeOfDay(closesAt, hours))
    if (item === currentStep(session)?.item) return words.timeCard.ownLater
    const found = session.plan.agenda.find(({ id }) => id === item)
    const asMap = new Map(lengths.map(({ step, minutes: length }) => [step, length] as const))
    const [change] = changesBy(session, { lengths: asMap, dropped: [] })
    return found === undefined || change === undefined
      ? ''
      : words.timeCard.payer(itemTitle(found, session, words), change.before, change.after)
  }
  const isChosen = ({ pays, lengths }: Payer) =>
    pays === extending.pays &&
    lengths.length === extending.lengths.size &&
    lengths.every(({ step, minutes: length }) => extending.lengths.get(step) === length)
  const { step, minutes: count, asks } = extending
  return (
    <div className="row" role="group" aria-label={words.timeCard.whoPays}>
      {payers.map((payer) => (
        <Button
          key={`${payer.pays} ${payer.item ?? ''}`}
          kind="quiet"
          pressed={isChosen(payer)}
          onPress={() =>
            record([
              {
                type: 'extension-put',
                step,
                minutes: count,
                asks,
                pays: payer.pays,
                lengths: payer.lengths,
                closesAt: payer.closesAt,
              },
            ])
          }
        >
          {nameOf(payer)}
        </Button>
      ))}
    </div>
  )
}
