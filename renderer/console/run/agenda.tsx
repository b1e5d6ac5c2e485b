import { remaining } from '../../../shared/session/clock'
import { progressOf } from '../../../shared/session/apply'
import type { ItemId } from '../../../shared/basics/ids'
import { openLoans } from '../../../shared/session/extension'
import { closesAtThisPace, itemTimes } from '../../../shared/session/pace'
import { isRound } from '../../../shared/session/rounds'
import { formatOf, hasPresenter, plannedMinutes, type AgendaItem } from '../../../shared/session/plan'
import type { Instant } from '../../../shared/basics/time'
import { currentStep, type Session } from '../../../shared/session/session'
import { exactClock, timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import type { Words } from '../../words/en'
import { nameIn } from '../say-forward'

interface AgendaProps {
  readonly session: Session
  readonly now: Instant
  readonly hours: 12 | 24
}

const shownAhead = 2

/** As many phases as stand under their item with room for what comes after it; of more, those around the present one. */
const mostPhases = 6
const phasesAround = 4

/** Which of so many phases are shown: all, or the one before the present one and those after it. */
function shownPhases(count: number, here: number): { readonly from: number; readonly to: number } {
  if (count <= mostPhases) return { from: 0, to: count }
  const from = Math.min(Math.max(0, here - 1), count - phasesAround)
  return { from, to: from + phasesAround }
}

/** An item of the agenda as the console names it. */
export function itemTitle(item: AgendaItem, session: Session, words: Words['console']): string {
  if (item.kind !== 'turn') return words.items[item.kind]
  const format = formatOf(session.plan, item.id, session.choices)
  if (format !== null && !hasPresenter(format)) return format.title
  const presenter = session.presenters.get(item.id)
  return words.turnOf(presenter === undefined ? null : nameIn(session, presenter))
}

/** Minutes that an item has lent and nobody has given back yet. */
const lentBy = (session: Session, item: ItemId): number =>
  openLoans(session)
    .filter(({ lender }) => session.steps.some(({ id, item: other }) => id === lender && other === item))
    .reduce((sum, { minutes }) => sum + minutes, 0)

/** The session at the left: what is done in one line, the present item with its phases, the next two, and when we close. */
export function Agenda({ session, now, hours }: AgendaProps) {
  const words = useWords()
  const times = itemTimes(session, now)
  const withTitles = session.plan.agenda
    .map((item, index) => ({ item, time: times[index] }))
    .filter(({ item }) => !session.choices.dropped.has(item.id))
  const past = withTitles.filter(({ time }) => time?.state === 'past').length
  const future = withTitles.filter(({ time }) => time?.state === 'future')
  const present = withTitles.find(({ time }) => time?.state === 'present')
  return (
    <nav className="agenda" aria-label={words.console.newCircle.theSession}>
      {past > 0 && (
        <div className="agenda-row soft">
          <span aria-hidden="true">{'✓ '}</span>
          {words.console.run.done(past)}
        </div>
      )}
      {present && (
        <div className="agenda-row present" aria-current="step">
          <b>{itemTitle(present.item, session, words.console)}</b>
          {present.time && present.time.planned > 0 && (
            <em>
              {words.console.minutesShort(present.time.planned / 60_000)}
              {present.time.over >= 60_000 && (
                <span className="soft">
                  {` ${words.console.timeCard.over(Math.floor(present.time.over / 60_000))}`}
                </span>
              )}
            </em>
          )}
        </div>
      )}
      {present && <Phases session={session} item={present.item} now={now} />}
      {future.slice(0, shownAhead).map(({ item, time }) => (
        <div className="agenda-row" key={item.id}>
          <time className="tabular">{time && timeOfDay(time.startsAt, hours)}</time>
          <span>{itemTitle(item, session, words.console)}</span>
          <em>
            {words.console.minutesShort((time?.planned ?? 0) / 60_000)}
            {lentBy(session, item.id) > 0 && (
              <span className="soft">{` · ${words.console.timeCard.lent(lentBy(session, item.id))}`}</span>
            )}
          </em>
        </div>
      ))}
      {future.length > shownAhead && (
        <div className="agenda-row soft">{words.console.run.thenMore(future.length - shownAhead)}</div>
      )}
      <div className="pace">
        {words.console.run.atThisPace}{' '}
        <b className="tabular">{timeOfDay(closesAtThisPace(session, now), hours)}</b>
      </div>
    </nav>
  )
}

function Phases({
  session,
  item,
  now,
}: {
  readonly session: Session
  readonly item: AgendaItem
  readonly now: Instant
}) {
  const phases = session.steps.flatMap((step) =>
    step.kind === 'phase' && step.item === item.id ? [step] : [],
  )
  const here = currentStep(session)
  const hereIndex = phases.findIndex(({ id }) => id === here?.id)
  const { from, to } = shownPhases(phases.length, hereIndex)
  const { run } = useWords().console
  const rows = phases.slice(from, to).map((step, place) => {
    const index = from + place
    const left = remaining(progressOf(session, step).clock, now)
    const isHere = step.id === here?.id
    return (
      <div className={`agenda-row sub ${isHere ? 'here' : ''}`} key={step.id}>
        <span>
          {step.phase.title}
          {index < hereIndex && <span aria-hidden="true">{' ✓'}</span>}
        </span>
        {index >= hereIndex && (
          <em className="tabular">
            {isHere && !isRound(step) && left > 0 ? exactClock(left) : plannedMinutes(step)}
          </em>
        )}
      </div>
    )
  })
  return (
    <>
      {from > 0 && (
        <div className="agenda-row sub soft">
          <span>
            <span aria-hidden="true">{'✓ '}</span>
            {run.done(from)}
          </span>
        </div>
      )}
      {rows}
      {to < phases.length && <div className="agenda-row sub soft">{run.thenMore(phases.length - to)}</div>}
    </>
  )
}
