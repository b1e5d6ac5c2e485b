import type { GestureId, MemberId, RecordId, SessionId, TextId } from '../../shared/basics/ids'
import { instantOf, type Instant } from '../../shared/basics/time'
import type { Circle, Member } from '../../shared/circle/circle'
import { sameNameKey, shortNames } from '../../shared/circle/names'
import type { SessionEvent } from '../../shared/session/events'
import type { SessionPlan } from '../../shared/session/plan'
import { foldSession } from '../../shared/session/fold'
import { newSession, type Session, type TextRecord } from '../../shared/session/session'
import { traceOf } from '../../shared/session/trace'
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
  readonly sessionsHeld: number
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
  if (unfinished && closed) await putAway(repository, unfinished)
  return {
    circle: circle.d,
    recordId: circle.id,
    repository,
    unfinished: closed ? null : unfinished,
    sessionsHeld: ofType(found, 'trace').length + (closed ? 1 : 0),
  }
}

/** Closes a session from disk: its trace and what was kept stay, everything else is left out, in one transaction. */
export async function putAway(repository: Repository, unfinished: OpenSession): Promise<void> {
  const session = foldSession(newSession(unfinished.id, unfinished.plan, unfinished.texts), unfinished.log)
  const operations = await closingOperations(
    repository,
    session,
    unfinished.log.at(-1)?.at ?? unfinished.aliveAt ?? instantOf(0),
  )
  await repository.commit([{ kind: 'delete-session', sid: unfinished.id }, ...operations])
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
  return { circle, recordId, repository, unfinished: null, sessionsHeld: 0 }
}

/** The same circle with names as they were typed now: who was there keeps their place in everything; the others join or leave. */
export async function updateCircle(
  open: OpenCircle,
  name: string,
  names: readonly string[],
): Promise<OpenCircle> {
  const known = new Map(open.circle.members.map((member) => [sameNameKey(member.name), member.id]))
  const members = newMembers(names).map((member) => ({
    ...member,
    id: known.get(sameNameKey(member.name)) ?? member.id,
  }))
  const circle: Circle = { ...open.circle, name, members }
  const operation = await open.repository.prepare(
    { t: 'circle', d: circle },
    { ...circleScope, id: open.recordId },
  )
  await open.repository.commit([operation])
  return { ...open, circle }
}

/** Starts a session on a plan: the plan is sealed as it is now, and everybody who is here arrives, in one transaction. */
export async function planSession(
  open: OpenCircle,
  plan: SessionPlan,
  clock: SteadyClock,
): Promise<LiveSession> {
  const id = newId<SessionId>()
  const planId = newId<RecordId>()
  const { repository } = open
  const arrival = { at: clock.now(), gesture: newId<GestureId>() }
  const log = plan.members.map(({ id: member }, index): SessionEvent => ({
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

/** What stays of a session when it closes: its trace, and what somebody asked to keep. Everything else is left out. */
export async function closingOperations(
  repository: Repository,
  session: Session,
  now: Instant,
): Promise<readonly Operation[]> {
  const kept = [...session.takeaways.values()].flatMap(({ how, text }) => {
    const words = how === 'kept' && text !== null ? session.texts.get(text) : undefined
    return words ? [words] : []
  })
  const trace = await repository.prepare({ t: 'trace', d: traceOf(session, now) }, circleScope)
  if (kept.length === 0) return [trace]
  const content = { session: session.id, texts: kept }
  return [
    trace,
    await repository.prepare(
      { t: 'kept', d: content },
      { sid: `kept-${session.id}`, scope: `kept:${session.id}` },
    ),
  ]
}
