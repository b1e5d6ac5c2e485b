import type { MemberId } from '../../../shared/basics/ids'
import type { Instant } from '../../../shared/basics/time'
import { mayTake, successor } from '../../../shared/session/forward'
import { itemTimes } from '../../../shared/session/pace'
import { formatOf, plannedMinutes } from '../../../shared/session/plan'
import {
  chairNumber,
  currentStep,
  facilitatorNow,
  seated,
  type HandOver,
  type Session,
} from '../../../shared/session/session'
import { Button } from '../../ui/button'
import type { Words } from '../../words/en'
import { useWords } from '../../words/words'
import { nameIn, sayForward } from '../say-forward'
import type { Conductor } from '../use-conductor'
import { useKeyName, useKeyShown } from '../keys/use-keymap'

interface HandOverCardProps {
  readonly conductor: Conductor
  readonly handing: HandOver
  readonly now: Instant
}

/** The whole console as a card to be turned round: to whom the role goes, what is next, three keys, what to say first. */
export function HandOverCard({ conductor, handing, now }: HandOverCardProps) {
  const keyShown = useKeyShown()
  const keyName = useKeyName()
  const words = useWords()
  const { session, run } = conductor
  const { handOver } = words.console
  const from = nameIn(session, facilitatorNow(session))
  return (
    <section className="hand-over" role="alertdialog" aria-label={handOver.title}>
      {handing.to === null ? (
        <>
          <h1 className="human">{handOver.toWhom}</h1>
          <Names conductor={conductor} />
        </>
      ) : (
        <>
          <h1 className="human">{handOver.youHaveIt(nameIn(session, handing.to))}</h1>
          <p>{whatIsNext(session, now, words)}</p>
          <p>{handOver.threeKeys(keyName)}</p>
          <p className="human">{handOver.say(whoseFloor(session))}</p>
          <Names conductor={conductor} />
        </>
      )}
      <div className="row">
        {conductor.forward !== null && (
          <Button
            kind={conductor.forward.filled ? 'filled' : 'outlined'}
            keyName={keyShown('forward')}
            onPress={() => run('forward')}
          >
            {sayForward(conductor.forward.label, session, words)}
          </Button>
        )}
        <Button keyName={keyShown('decline')} onPress={() => run('decline')}>
          {handOver.backTo(from)}
        </Button>
      </div>
    </section>
  )
}

/** Who could take it: a number names somebody else. */
function Names({ conductor: { session, chair } }: { readonly conductor: Conductor }) {
  const words = useWords().console.handOver
  const proposed = successor(session)
  const others = seated(session).filter((member) => mayTake(session, member))
  return (
    <ol className="chairs" aria-label={words.toWhom}>
      {others.map((member) => (
        <li key={member}>
          <button
            type="button"
            className={`chair ${member === session.handing?.to ? 'floor' : ''}`}
            aria-pressed={member === session.handing?.to}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => chair(chairNumber(session, member))}
          >
            <span className="tabular">{chairNumber(session, member)}</span>{' '}
            <bdi>{nameIn(session, member)}</bdi>
            {member === proposed && <span className="soft small"> {words.nextInLine}</span>}
          </button>
        </li>
      ))}
    </ol>
  )
}

function whoseFloor(session: Session): string | null {
  const step = currentStep(session)
  const presenter = step === null ? undefined : session.presenters.get(step.item)
  return presenter === undefined ? null : nameIn(session, presenter)
}

/** What the one who takes over has before them, in a sentence. */
function whatIsNext(session: Session, now: Instant, words: Words): string {
  const { handOver, turnOf, items } = words.console
  const step = currentStep(session)
  if (step === null) return ''
  const index = session.plan.agenda.findIndex(({ id }) => id === step.item)
  const item = session.plan.agenda[index]
  const minutes = session.steps
    .filter((other) => other.item === step.item)
    .reduce((sum, other) => sum + plannedMinutes(other), 0)
  const format = item && formatOf(session.plan, item.id, session.choices)
  if (item?.kind === 'turn' && format) {
    const presenter: MemberId | null = session.presenters.get(item.id) ?? null
    return handOver.turnIsNow(turnOf(presenter && nameIn(session, presenter)), format.phases.length, minutes)
  }
  const then = session.plan.agenda[index + 1]
  const at = itemTimes(session, now)[index + 1]
  return handOver.itemIsNow(item ? items[item.kind] : '', then && at ? items[then.kind] : null)
}
