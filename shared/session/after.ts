// What a circle carries on from a session that has closed.
import type { MemberId } from '../basics/ids'
import type { Commitment, Standing } from '../circle/circle'
import type { Session } from './session'
import { linesOf } from './sweep'
import { traceOf } from './trace'

/** Outcomes after which a commitment is over; every other one is asked about again. */
const over = ['done', 'changed', 'dropped'] as const

/** Whether an earlier commitment goes on after this session: it was not asked about, or is still open. */
const goesOn = (session: Session, { id }: Commitment): boolean => {
  const outcome = session.outcomes.get(id)
  return outcome === undefined || !over.some((end) => end === outcome)
}

/**
 * The commitments that are open after a session: of `before`, those that go on; and those made today that stay.
 * One that is kept without names has no owner any more who could be asked about it: it is not among them.
 */
export function commitmentsAfter(session: Session, before: readonly Commitment[]): readonly Commitment[] {
  const kept = new Set(
    linesOf(session)
      .filter(({ way }) => way === 'keep')
      .map(({ text }) => text),
  )
  const made = session.commitments.flatMap(({ member, text, kind, until }): readonly Commitment[] => {
    const words = session.texts.get(text)
    if (words === undefined || !kept.has(text)) return []
    const seenBy = words.seenBy === 'room' ? 'room' : 'console'
    return [{ id: text, member, text: words.text, kind, until, seenBy, session: session.id }]
  })
  return [...before.filter((commitment) => goesOn(session, commitment)), ...made]
}

/**
 * What stands after a session: an offer is used up by facilitating; who brought something and had no turn waits;
 * who presented waits no more. Who is willing next time is the first to be proposed then.
 */
export function standingAfter(session: Session, before: Standing): Standing {
  const trace = traceOf(session, session.closedAt ?? session.begunAt ?? (0 as never))
  const had = new Set(trace.presented)
  const waits = [...before.queue, ...session.bringing].filter((member) => !had.has(member))
  const { at, facilitator, answer } = session.next
  const offers: readonly MemberId[] = before.offers.filter((member) => !trace.facilitated.includes(member))
  const { nextTime } = session.plan
  const swapped = nextTime === undefined || trace.facilitated.includes(nextTime) ? [] : [nextTime]
  const willing = facilitator !== null && answer === 'willing' ? [facilitator] : []
  return {
    offers: [...new Set([...willing, ...swapped, ...offers])],
    queue: [...new Set(waits)],
    next: at === null && facilitator === null ? null : { at, facilitator, answer },
  }
}
