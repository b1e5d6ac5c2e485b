import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ItemId, MemberId } from '../../../shared/basics/ids'
import { minutes, type Instant } from '../../../shared/basics/time'
import { progressOf } from '../../../shared/session/apply'
import type { EventBody } from '../../../shared/session/events'
import { successor } from '../../../shared/session/forward'
import { agreedClose, closesAtThisPace } from '../../../shared/session/pace'
import { timeCard, type Proposal } from '../../../shared/session/time-card'
import { openLoans, spareMinutes } from '../../../shared/session/extension'
import { plannedMinutes } from '../../../shared/session/plan'
import { isRound } from '../../../shared/session/rounds'
import { chairNumber, currentStep, seated, type Loan, type Session } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import { useAloud } from '../announcer'
import { nameIn } from '../say-forward'
import { itemTitle } from './agenda'
import type { Conductor } from '../use-conductor'
import { useKeyShown } from '../keys/use-keymap'

interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet over the run: closed by Esc or by its own button. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const keyShown = useKeyShown()
  const words = useWords().console
  return (
    <section className="sheet" role="dialog" aria-label={title}>
      <h2>{title}</h2>
      {children}
      <Button keyName={keyShown('decline')} onPress={onClose}>
        {words.keys.close}
      </Button>
    </section>
  )
}

/** The facts that somebody comes or goes; when who facilitates goes, the role is on its way to the next. */
export function comesOrGoes(session: Session, member: MemberId): readonly EventBody[] {
  if (!session.here.has(member)) return [{ type: 'member-came', member }]
  const left: EventBody = { type: 'member-left', member }
  return member === session.facilitator
    ? [left, { type: 'hand-over-offered', to: successor(session), item: null }]
    : [left]
}

interface PeopleProps {
  readonly conductor: Conductor
  readonly onClose: () => void
}

interface TimeProps extends PeopleProps {
  readonly now: Instant
  readonly hours: 12 | 24
}

interface ComeAndGoProps extends TimeProps {
  /** Who came or went last while this sheet stood open. */
  readonly changed: MemberId | null
  readonly onToggle: (member: MemberId) => void
}

/** Somebody comes or goes: every name, and in one line what it changes. */
export function ComeAndGo({
  conductor: { session },
  changed,
  now,
  hours,
  onToggle,
  onClose,
}: ComeAndGoProps) {
  const words = useWords().console.comeAndGo
  const step = currentStep(session)
  const closes = timeOfDay(closesAtThisPace(session, now), hours)
  const inRound = step !== null && isRound(step)
  const effect =
    changed === null
      ? words.hint
      : session.here.has(changed)
        ? inRound
          ? words.speaksLast(nameIn(session, changed), closes)
          : words.isHere(nameIn(session, changed))
        : words.left(nameIn(session, changed))
  useAloud(effect)
  return (
    <Sheet title={words.title} onClose={onClose}>
      <ol className="sheet-names">
        {session.chairs.map((member) => (
          <li key={member}>
            <Button pressed={session.here.has(member)} onPress={() => onToggle(member)}>
              {words.chair(chairNumber(session, member), nameIn(session, member), session.here.has(member))}
            </Button>
          </li>
        ))}
      </ol>
      <p>{effect}</p>
    </Sheet>
  )
}

/** Where the time stands, honestly; minutes more or less for what runs now; and the way out. */
export function TimeCard({ conductor, now, hours, onClose }: TimeProps) {
  const words = useWords().console
  const { session, record, run } = conductor
  const step = currentStep(session)
  const closes = closesAtThisPace(session, now)
  const agreed = agreedClose(session, now)
  // As the two times of day stand there, so that the three numbers agree.
  const apart = Math.floor(closes / 60_000) - Math.floor(agreed / 60_000)
  const timed = step !== null && plannedMinutes(step) > 0
  const change = (count: number) =>
    step !== null && record([{ type: 'minutes-added', step: step.id, length: minutes(count) }])
  const left = step === null ? 0 : plannedMinutes(step) + progressOf(session, step).clock.added / 60_000
  return (
    <Sheet title={words.commands['time-card']} onClose={onClose}>
      <p className="lead">
        {words.timeCard.closes(timeOfDay(closes, hours), timeOfDay(agreed, hours), apart)}
      </p>
      {timed && (
        <div className="row">
          <span className="soft">{words.timeCard.now(left)}</span>
          {[-5, -1, 1, 5].map((count) => (
            <Button key={count} disabled={left + count < 1} onPress={() => change(count)}>
              {words.timeCard.more(count)}
            </Button>
          ))}
        </div>
      )}
      <Loans conductor={conductor} now={now} />
      <Ways conductor={conductor} now={now} hours={hours} onClose={onClose} />
      <p className="soft small">{words.timeCard.leaveMore}</p>
      <div className="row">
        <Button
          kind="quiet"
          onPress={() => {
            onClose()
            run('leave-now')
          }}
        >
          {words.commands['leave-now']}
        </Button>
      </div>
    </Sheet>
  )
}

/** What was spared, and what of it could go back to who lent minutes: only the reserve changes, so nobody is asked. */
function Loans({ conductor: { session, record }, now }: Omit<TimeProps, 'hours' | 'onClose'>) {
  const words = useWords().console
  const spare = Math.floor(spareMinutes(session, now))
  const titleOf = ({ lender }: Loan) => {
    const item = session.steps.find(({ id }) => id === lender)?.item
    const found = session.plan.agenda.find(({ id }) => id === item)
    return found === undefined ? '' : itemTitle(found, session, words)
  }
  const loans = openLoans(session)
  if (spare < 1 && loans.length === 0) return null
  return (
    <div className="row">
      {spare >= 1 && <span className="soft">{words.timeCard.spare(spare)}</span>}
      {loans.map((loan, index) => (
        <Button
          key={index}
          disabled={loan.minutes > spareMinutes(session, now)}
          onPress={() => record([{ type: 'loan-repaid', lender: loan.lender }])}
        >
          {words.timeCard.giveBack(titleOf(loan), loan.minutes)}
        </Button>
      ))}
    </div>
  )
}

/** From so many minutes over on, there is something to choose. */
const waysFrom = 1

/** How the session could still close as agreed: each way with its whole effect, put to the room before anything changes. */
function Ways({ conductor, now, hours, onClose }: TimeProps) {
  const words = useWords().console
  const { session, record } = conductor
  const [without, setWithout] = useState<readonly ItemId[]>([])
  const [chosen, setChosen] = useState(0)
  const card = timeCard(session, now, without)
  if (card.over < waysFrom && without.length === 0) return null
  const titleOf = (item: ItemId) => {
    const found = session.plan.agenda.find(({ id }) => id === item)
    return found === undefined ? '' : itemTitle(found, session, words)
  }
  const effectOf = ({ changes }: Proposal) =>
    words.timeCard.changes(
      changes.map(({ item, alike, before, after }) =>
        words.timeCard.change(alike > 1 ? words.timeCard.turns(alike) : titleOf(item), before, after),
      ),
    )
  const first = ({ changes }: Proposal) =>
    changes.toSorted((one, other) => other.before - other.after - (one.before - one.after))[0]
  const nameOf = (way: Proposal) => {
    const gives = first(way)
    return way.way === 'from-one' && gives !== undefined
      ? words.timeCard.from(titleOf(gives.item))
      : words.timeCard.everywhere
  }
  const ask = (way: Proposal) => {
    record([
      {
        type: 'refit-put',
        lengths: [...way.lengths].map(([step, length]) => ({ step, minutes: length })),
        dropped: way.dropped,
        closesAt: card.closesAt,
      },
    ])
    onClose()
  }
  const way = card.ways[chosen] ?? card.ways[0]
  return (
    <div className="ways">
      <div role="radiogroup" aria-label={words.commands['time-card']}>
        {card.ways.map((one, index) => (
          <label key={one.way} className="way">
            <input type="radio" name="way" checked={one === way} onChange={() => setChosen(index)} />
            <span>
              <b>{nameOf(one)}</b> {effectOf(one)}
            </span>
          </label>
        ))}
      </div>
      {card.turnsStay && card.ways.length > 0 && <p className="soft small">{words.timeCard.turnsStay}</p>}
      {way === undefined && card.impossibleBy !== null && (
        <p>
          {words.timeCard.impossible(Math.ceil(card.impossibleBy * 2) / 2)}{' '}
          {words.timeCard.wouldHelp(timeOfDay(card.closesAt, hours))}
        </p>
      )}
      <div className="row">
        {way !== undefined && (
          <Button kind="filled" onPress={() => ask(way)}>
            {words.timeCard.ask}
          </Button>
        )}
        {card.breaks.map((item) => (
          <Button key={item} onPress={() => setWithout([...without, item])}>
            {words.timeCard.without(titleOf(item))}
          </Button>
        ))}
        <Button onPress={onClose}>{words.timeCard.leaveIt(timeOfDay(card.closesAt, hours))}</Button>
      </div>
    </div>
  )
}

/** All names, for the chairs beyond nine: type to find, Enter takes the first. */
export function AllNames({ conductor: { session, chair }, onClose }: PeopleProps) {
  const words = useWords().console.allNames
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLocaleLowerCase()
  const found = seated(session).filter((member) =>
    nameIn(session, member).toLocaleLowerCase().includes(wanted),
  )
  const take = (member: MemberId | undefined) => {
    if (member === undefined) return
    chair(chairNumber(session, member))
    onClose()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') take(found[0])
    if (event.key === 'Escape') onClose()
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <label className="write">
        <span>{words.find}</span>
        <input
          autoFocus
          type="text"
          dir="auto"
          value={typed}
          onKeyDown={pressed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <ol className="sheet-names">
        {found.map((member) => (
          <li key={member}>
            <Button onPress={() => take(member)}>
              {words.chair(chairNumber(session, member), nameIn(session, member))}
            </Button>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
