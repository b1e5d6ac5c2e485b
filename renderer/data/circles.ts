import type { GestureId, MemberId, RecordId, SessionId, TextId } from '../../shared/basics/ids'
import { instantOf, type Instant } from '../../shared/basics/time'
import { shortNames } from '../../shared/circle/names'
import { withoutNames } from '../../shared/circle/anonymise'
import type { Circle, Commitment, Member } from '../../shared/circle/circle'
import type { KeptLine, KeptOfSession } from '../../shared/circle/kept'
import type { SessionEvent } from '../../shared/session/events'
import type { SessionPlan } from '../../shared/session/plan'
import { foldSession } from '../../shared/session/fold'
import { newSession, type Session, type TextRecord } from '../../shared/session/session'
import { commitmentsAfter, standingAfter } from '../../shared/session/after'
import { linesOf } from '../../shared/session/sweep'
import { traceOf, type SessionTrace } from '../../shared/session/trace'
import {
  circleIdOf,
  circleScope,
  createRepository,
  sessionPlace,
  type Found,
  type Operation,
  type Repository,
} from './repository'
import { databaseNames, newDatabaseName, NewerCircle, openDatabase } from './database'
import { newId } from './new-id'
import { createLiveSession, type LiveSession } from './live-session'
import type { SteadyClock } from './steady-clock'

/** A session on disk that nobody has closed. */
export interface OpenSession {
  readonly id: SessionId
  readonly planId: RecordId
  readonly plan: SessionPlan
  readonly log: readonly SessionEvent[]
  readonly texts: ReadonlyMap<TextId, TextRecord>
  /** Until when it is known to have been alive. */
  readonly aliveAt: Instant | null
}

export interface OpenCircle {
  readonly circle: Circle
  /** The record that holds the circle. */
  readonly recordId: RecordId
  readonly repository: Repository
  readonly unfinished: OpenSession | null
  /** The sessions that were held, in their order. */
  readonly traces: readonly SessionTrace[]
  /** What was promised and is still open. */
  readonly commitments: readonly Commitment[]
  /** What the circle chose to keep, by session. */
  readonly kept: readonly KeptOfSession[]
}

export type CircleTrouble = 'newer' | 'damaged'

export interface CircleList {
  readonly circles: readonly OpenCircle[]
  readonly trouble: readonly CircleTrouble[]
}

const ofType = <Type extends Found['content']['t']>(found: readonly Found[], type: Type) =>
  found.flatMap(({ id, sid, content }) =>
    content.t === type ? [{ id, sid, d: content.d as Extract<Found['content'], { t: Type }>['d'] }] : [],
  )

function unfinishedOf(found: readonly Found[]): OpenSession | null {
  const plan = ofType(found, 'plan')[0]
  if (!plan) return null
  const mine = found.filter(({ sid }) => sid === plan.sid)
  const log = ofType(mine, 'event').map(({ d }) => d)
  const alive = ofType(mine, 'alive')[0]
  return {
    id: plan.sid as SessionId,
    planId: plan.id,
    plan: plan.d,
    log: log.toSorted((a, b) => a.seq - b.seq),
    texts: new Map(ofType(mine, 'text').map(({ d }) => [d.id, d])),
    aliveAt: alive ? instantOf(alive.d.at) : null,
  }
}

/** Reads one circle. A session that was closed but not yet put away when the app stopped is put away now. */
async function openCircle(repository: Repository): Promise<OpenCircle | null> {
  const found = await repository.readAll()
  const circle = ofType(found, 'circle')[0]
  if (!circle) return null
  const unfinished = unfinishedOf(found)
  const closed = unfinished?.log.some(({ type }) => type === 'session-closed') ?? false
  const open: OpenCircle = {
    circle: circle.d,
    recordId: circle.id,
    repository,
    unfinished: closed ? null : unfinished,
    traces: ofType(found, 'trace')
      .map(({ d }) => d)
      .toSorted((a, b) => a.closedAt - b.closedAt),
    commitments: ofType(found, 'commitment').map(({ d }) => d),
    kept: ofType(found, 'kept').map(({ d }) => d),
  }
  if (!unfinished || !closed) return open
  await putAway(open, unfinished)
  return openCircle(repository)
}

/** Closes a session from disk: its trace and what was kept stay, everything else is left out, in one transaction. */
export async function putAway(open: OpenCircle, unfinished: OpenSession): Promise<void> {
  const session = foldSession(newSession(unfinished.id, unfinished.plan, unfinished.texts), unfinished.log)
  const at = unfinished.log.at(-1)?.at ?? unfinished.aliveAt ?? instantOf(0)
  const operations = await closingOperations(open, session, at)
  await open.repository.commit([{ kind: 'delete-session', sid: unfinished.id }, ...operations])
}

/** Opens every circle on this computer. One that cannot be opened is left as it is, and said so. */
export async function openCircles(): Promise<CircleList> {
  const circles: OpenCircle[] = []
  const trouble: CircleTrouble[] = []
  for (const name of await databaseNames()) {
    try {
      const open = await openCircle(createRepository(await openDatabase(name)))
      if (open !== null) circles.push(open)
    } catch (reason) {
      // The circle stays on disk untouched; the home screen says which of the two it is.
      console.warn(`A circle was not opened: ${(reason as Error).name}`)
      trouble.push(reason instanceof NewerCircle ? 'newer' : 'damaged')
    }
  }
  return { circles, trouble }
}

/** Members from typed names, in the order in which they sit. */
export function newMembers(names: readonly string[]): readonly Member[] {
  const short = shortNames(names)
  return names.map((name, index) => ({ id: newId<MemberId>(), name, shortName: short[index] ?? name }))
}

/** Makes a circle with its own database under a random name. */
export async function createCircle(content: Omit<Circle, 'id'>): Promise<OpenCircle> {
  const name = newDatabaseName()
  const circle: Circle = { ...content, id: circleIdOf(name) }
  const repository = createRepository(await openDatabase(name))
  const recordId = newId<RecordId>()
  await repository.commit([
    await repository.prepare({ t: 'circle', d: circle }, { ...circleScope, id: recordId }),
  ])
  return { circle, recordId, repository, unfinished: null, traces: [], commitments: [], kept: [] }
}

/** Starts a session on a plan: the plan is sealed as it is now, and those who are here arrive, in one transaction. */
export async function planSession(
  open: OpenCircle,
  plan: SessionPlan,
  { here, clock }: { readonly here: readonly MemberId[]; readonly clock: SteadyClock },
): Promise<LiveSession> {
  const id = newId<SessionId>()
  const planId = newId<RecordId>()
  const { repository } = open
  const arrival = { at: clock.now(), gesture: newId<GestureId>() }
  const log = here.map((member, index): SessionEvent => ({
    type: 'member-came',
    member,
    seq: index + 1,
    ...arrival,
  }))
  const place = sessionPlace(id)
  await repository.commit(
    await Promise.all([
      repository.prepare({ t: 'plan', d: plan }, { ...place, id: planId }),
      ...log.map((event) => repository.prepare({ t: 'event', d: event }, place)),
    ]),
  )
  return createLiveSession({ id, planId, plan, log, texts: new Map(), repository, clock })
}

/** Goes on with a session from disk. */
export const resumeSession = (open: OpenCircle, unfinished: OpenSession, clock: SteadyClock): LiveSession =>
  createLiveSession({ ...unfinished, repository: open.repository, clock })

/** The words in place of a name, where a line is kept without names. */
const somebody = '…'

/** What somebody asked to keep, as it is kept: without names, where that was the wish. Commitments with an owner stay with the circle. */
function keptLines(session: Session): readonly KeptLine[] {
  return linesOf(session).flatMap(({ text, kind, owner, way }): readonly KeptLine[] => {
    const words = session.texts.get(text)?.text
    if (words === undefined || way === 'forget') return []
    if (kind === 'commitment' && way === 'keep') return []
    return way === 'keep'
      ? [{ kind, text: words, owner }]
      : [{ kind, text: withoutNames(words, session.plan.members, somebody), owner: null }]
  })
}

/** What stays of a session when it closes: its trace, what somebody asked to keep, and what the circle carries on. Everything else is left out. */
export async function closingOperations(
  { repository, circle, recordId, commitments }: OpenCircle,
  session: Session,
  now: Instant,
): Promise<readonly Operation[]> {
  const trace = await repository.prepare({ t: 'trace', d: traceOf(session, now) }, circleScope)
  const after = commitmentsAfter(session, commitments)
  const made = after.filter(({ session: from }) => from === session.id)
  const gone = commitments.filter(({ id }) => after.every((other) => other.id !== id))
  const lines = keptLines(session)
  const kept = { sid: `kept-${session.id}`, scope: `kept:${session.id}` } as const
  return [
    trace,
    await repository.prepare(
      { t: 'circle', d: { ...circle, standing: standingAfter(session, circle.standing), version: circle.version + 1 } },
      { ...circleScope, id: recordId },
    ),
    ...(await Promise.all(
      made.map((commitment) =>
        repository.prepare(
          { t: 'commitment', d: commitment },
          { ...circleScope, id: commitment.id as string as RecordId },
        ),
      ),
    )),
    ...gone.map(({ id }): Operation => ({ kind: 'delete', id: id as string as RecordId })),
    ...(lines.length === 0
      ? []
      : [await repository.prepare({ t: 'kept', d: { session: session.id, lines, level: session.plan.level } }, kept)]),
  ]
}

/** What stands after a session that has closed: when the circle meets next, and who is asked. */
export async function writeStanding(
  { repository, circle, recordId }: OpenCircle,
  session: Session,
): Promise<void> {
  const content = { ...circle, standing: standingAfter(session, circle.standing), version: circle.version + 2 }
  await repository.commit([
    await repository.prepare({ t: 'circle', d: content }, { ...circleScope, id: recordId }),
  ])
}
