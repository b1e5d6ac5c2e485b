import { useState, type ReactNode } from 'react'
import { instantOf, type Instant } from '../../../shared/basics/time'
import type { Proposal } from '../../../shared/circle/rota'
import type { EventBody } from '../../../shared/session/events'
import type { Session } from '../../../shared/session/session'
import { staysOf } from '../../../shared/session/sweep'
import { traceOf } from '../../../shared/session/trace'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useLockKey } from '../lock-now'
import { PlannedAndHeld } from '../history/planned-and-held'
import { nameIn } from '../say-forward'
import { useStepFocus } from '../vault/use-steps'
import type { Settled } from '../vault/who-opens'

/** The question of who can open the circle; told what was settled. */
export type AskWho = (onSettled: (how: Settled) => void) => ReactNode

/** The page on which members mark for themselves; told how it is left. */
export type MarksPage = (onBack: () => void) => ReactNode

interface CloseProps {
  readonly session: Session
  /** Whom the rota would ask for next time, best first. */
  readonly proposals: readonly Proposal[]
  readonly onSettle: (events: readonly EventBody[]) => void
  readonly onDone: () => void
  /** How many copies on this computer held what is forgotten; null until it stands on disk. */
  readonly copies: number | null
  /** Where nobody has answered yet who can open the circle. */
  readonly whoOpens?: AskWho | null
  /** Absent where nothing is kept, as in practice; null until it can be. */
  readonly marks?: MarksPage | null
}

/** After the last round: what stays, what is forgotten, told when it is so; when the circle meets next, and who is asked; then Done. */
export function Close(props: CloseProps) {
  const { session, proposals, onSettle, onDone, copies, whoOpens = null, marks = null } = props
  const { close: words, rubric } = useWords().console
  const [marking, setMarking] = useState(false)
  const [settled, setSettled] = useState<Settled | null>(null)
  const asks = whoOpens !== null && settled === null
  const foot = useStepFocus<HTMLDivElement>(copies === null || asks ? 'open' : 'done', 'later')
  useLockKey(true)
  const offersMarks = marks !== null && !asks && settled !== 'nothing'
  return (
    <>
      <main className={whoOpens === null ? 'page close' : 'page close asks-who'} hidden={marking}>
        <h1 className="human">{words.thanks}</h1>
        {settled !== 'nothing' && (
          <div className="close-told">
            <Receipt session={session} copies={copies} />
            <NextMeeting onSettle={onSettle} />
            <WhoIsAsked session={session} proposals={proposals} onSettle={onSettle} />
          </div>
        )}
        <div className="close-asked">
          {whoOpens !== null && <div className="card">{whoOpens(setSettled)}</div>}
          <div className="row" ref={foot}>
            <Button kind={asks ? 'outlined' : 'filled'} onPress={onDone}>
              {words.done}
            </Button>
            {offersMarks && (
              <Button kind="quiet" onPress={() => setMarking(true)}>
                {rubric.open}
              </Button>
            )}
          </div>
        </div>
      </main>
      {marking && marks?.(() => setMarking(false))}
    </>
  )
}

function Receipt({ session, copies }: Pick<CloseProps, 'session' | 'copies'>) {
  const words = useWords().console.close
  const { keep, forget } = staysOf(session)
  return (
    <section className="card receipt" aria-label={words.title}>
      <p>{words.kept(keep)}</p>
      <p role="status">{copies === null ? words.notYet : words.forgotten(forget, copies)}</p>
      <p className="soft small">{words.honest}</p>
      {session.closedAt !== null && <PlannedAndHeld items={traceOf(session, session.closedAt).items} />}
    </section>
  )
}

/** A day and a time as typed, in this computer's zone; null while either is missing. */
function instantFrom(day: string, time: string): Instant | null {
  const at = day === '' ? Number.NaN : new Date(`${day}T${time === '' ? '18:00' : time}`).getTime()
  return Number.isNaN(at) ? null : instantOf(at)
}

function NextMeeting({ onSettle }: Pick<CloseProps, 'onSettle'>) {
  const words = useWords().console.close
  const [day, setDay] = useState('')
  const [time, setTime] = useState('18:00')
  const settle = (newDay: string, newTime: string) => {
    setDay(newDay)
    setTime(newTime)
    onSettle([{ type: 'next-meeting-set', meets: instantFrom(newDay, newTime) }])
  }
  return (
    <section className="next" aria-label={words.nextMeeting}>
      <p>{words.nextMeeting}</p>
      <div className="row">
        <label className="inline">
          <span>{words.nextDay}</span>
          <input type="date" value={day} onChange={(event) => settle(event.target.value, time)} />
        </label>
        <label className="inline">
          <span>{words.nextTime}</span>
          <input type="time" value={time} onChange={(event) => settle(day, event.target.value)} />
        </label>
      </div>
    </section>
  )
}

function WhoIsAsked({
  session,
  proposals,
  onSettle,
}: Pick<CloseProps, 'session' | 'proposals' | 'onSettle'>) {
  const words = useWords().console.close
  const [place, setPlace] = useState(0)
  const proposal = proposals[place % Math.max(1, proposals.length)]
  if (proposal === undefined) return null
  const name = nameIn(session, proposal.member)
  const { facilitator, answer } = session.next
  const ask = (how: 'asked' | 'willing') =>
    onSettle([{ type: 'next-facilitator-asked', member: proposal.member, answer: how }])
  return (
    <section className="next" aria-label={words.facilitatesNext(name)}>
      <p className="human">{words.facilitatesNext(name)}</p>
      <div className="row">
        <Button
          pressed={facilitator === proposal.member && answer === 'willing'}
          onPress={() => ask('willing')}
        >
          {words.willing(name)}
        </Button>
        <Button pressed={facilitator === proposal.member && answer === 'asked'} onPress={() => ask('asked')}>
          {words.asks(name)}
        </Button>
        <Button kind="quiet" onPress={() => setPlace(place + 1)}>
          {words.notToday}
        </Button>
      </div>
      {facilitator !== null && (
        <p className="soft" role="status">
          {words.settled(nameIn(session, facilitator), answer === 'willing')}
        </p>
      )}
    </section>
  )
}
