import type { Instant } from '../../../shared/basics/time'
import { remaining } from '../../../shared/session/clock'
import { foldSession } from '../../../shared/session/fold'
import { progressOf } from '../../../shared/session/apply'
import { currentStep, newSession } from '../../../shared/session/session'
import type { CircleList, OpenCircle, OpenSession } from '../../data/circles'
import { Button } from '../../ui/button'
import { exactClock, timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import type { Words } from '../../words/en'
import { nameIn } from '../say-forward'

interface HomeProps {
  readonly list: CircleList
  readonly hours: 12 | 24
  readonly onNew: () => void
  readonly onPrepare: (open: OpenCircle) => void
  readonly onGoOn: (open: OpenCircle, session: OpenSession) => void
  readonly onCloseIt: (open: OpenCircle, session: OpenSession) => void
}

/** Where an unfinished session stood when it was last alive. */
function sayWhere(unfinished: OpenSession, words: Words, hours: 12 | 24): string {
  const { home } = words.console
  const session = foldSession(newSession(unfinished.id, unfinished.plan, unfinished.texts), unfinished.log)
  const at: Instant | null = unfinished.aliveAt ?? unfinished.log.at(-1)?.at ?? null
  const when = at === null ? '' : timeOfDay(at, hours)
  const step = currentStep(session)
  if (step === null || at === null) return home.youWereSeated(when)
  const presenter = step.kind === 'phase' ? nameIn(session, session.presenters.get(step.item) ?? null) : null
  const item = session.plan.agenda.find(({ id }) => id === step.item)
  const place = step.kind === 'phase' ? step.phase.title : item ? words.console.forward.items[item.kind] : ''
  const left = remaining(progressOf(session, step).clock, at)
  return home.youWere(presenter, place, step.kind === 'phase' && left > 0 ? exactClock(left) : null, when)
}

/** Home: one card for what comes next, other circles as quiet rows. */
export function Home({ list, hours, onNew, onPrepare, onGoOn, onCloseIt }: HomeProps) {
  const words = useWords()
  const { home, trouble } = words.console
  const sorted = list.circles.toSorted(
    (a, b) => Number(b.unfinished !== null) - Number(a.unfinished !== null),
  )
  const [first, ...others] = sorted
  return (
    <main className="page home">
      <h1 className="human wordmark">{home.title}</h1>
      {list.trouble.map((kind, index) => (
        <p key={index} className="notice" role="alert">
          {trouble[kind]}
        </p>
      ))}
      {first === undefined ? (
        <section className="card">
          <p className="lead human">{home.empty}</p>
          <div className="row">
            <Button kind="filled" onPress={onNew}>
              {home.startACircle}
            </Button>
          </div>
        </section>
      ) : (
        <NextCard
          open={first}
          words={words}
          hours={hours}
          onPrepare={onPrepare}
          onGoOn={onGoOn}
          onCloseIt={onCloseIt}
        />
      )}
      {others.map((open) => (
        <div className="circle-row" key={open.circle.id}>
          <bdi>{open.circle.name}</bdi>
          <span className="soft">{`${home.members(open.circle.members.length)}, ${home.sessionsHeld(open.sessionsHeld)}`}</span>
          <span className="spring" />
          {open.unfinished === null ? (
            <Button onPress={() => onPrepare(open)}>{home.prepare}</Button>
          ) : (
            <Button onPress={() => open.unfinished && onGoOn(open, open.unfinished)}>{home.goOn}</Button>
          )}
        </div>
      ))}
      {first !== undefined && (
        <div className="row quiet-row">
          <Button kind="quiet" onPress={onNew}>
            {home.newCircle}
          </Button>
        </div>
      )}
      <p className="soft promise">{home.promise}</p>
    </main>
  )
}

interface NextCardProps extends Omit<HomeProps, 'list' | 'onNew'> {
  readonly open: OpenCircle
  readonly words: Words
}

function NextCard({ open, words, hours, onPrepare, onGoOn, onCloseIt }: NextCardProps) {
  const { home } = words.console
  const { circle, unfinished, sessionsHeld } = open
  return (
    <section className="card" aria-label={circle.name}>
      <h2 className="human">
        <bdi>{circle.name}</bdi>
      </h2>
      {unfinished === null ? (
        <>
          <p className="lead">{`${home.members(circle.members.length)}, ${home.sessionsHeld(sessionsHeld)}.`}</p>
          <Button kind="filled" onPress={() => onPrepare(open)}>
            {home.prepare}
          </Button>
        </>
      ) : (
        <>
          <p className="lead">{sayWhere(unfinished, words, hours)}</p>
          <div className="row">
            <Button kind="filled" onPress={() => onGoOn(open, unfinished)}>
              {home.goOn}
            </Button>
            <Button kind="quiet" onPress={() => onCloseIt(open, unfinished)}>
              {home.closeIt}
            </Button>
          </div>
          <p className="soft small">{home.closeItMore}</p>
        </>
      )}
    </section>
  )
}
