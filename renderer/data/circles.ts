import type { GestureId, MemberId, RecordId, SessionId, TextId } from '../../shared/basics/ids'
import { instantOf, type Instant } from '../../shared/basics/time'
import { shortNames } from '../../shared/circle/names'
import { withoutNames } from '../../shared/circle/anonymise'
import type { Circle, Commitment, Member } from '../../shared/circle/circle'
import { nothingForgotten, type Forgotten, type KeptLine, type KeptOfSession } from '../../shared/circle/kept'
import type { SessionEvent } from '../../shared/session/events'
import type { SessionPlan } from '../../shared/session/plan'
import { foldSession } from '../../shared/session/fold'
import { newSession, type Session, type TextRecord } from '../../shared/session/session'
import { commitmentsAfter, standingAfter } from '../../shared/session/after'
import { linesOf } from '../../shared/session/sweep'
import { traceOf, type SessionTrace } from '../../shared/session/trace'
import { becoming, seenPiece } from './becoming'
import { deleteDatabase, discardStrays, NewerCircle, openDatabase } from './database'
import { vaultKeyring, type Keyring } from './keyring'
import {
  alivePlace,
  circleScope,
  createRepository,
  sessionPlace,
  turnScope,
  type Contents,
  type Found,
  type Operation,
  type Repository,
} from './repository'
import type { CircleState } from '../../shared/travel/state'
import type { VaultFacts } from '../../shared/vault/vault'
import { desktop } from '../desktop'
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
  /** Whether a start has asked what to do with it. */
  readonly asked: boolean
}

export interface OpenCircle {
  readonly circle: Circle
  /** The record that holds the circle. */
  readonly recordId: RecordId
  readonly repository: Repository
  readonly keyring: Keyring
  /** How it can be opened, and under which name it stands on the home screen. */
  readonly vault: VaultFacts
  readonly unfinished: OpenSession | null
  /** The sessions that were held, in their order. */
  readonly traces: readonly SessionTrace[]
  /** What was promised and is still open. */
  readonly commitments: readonly Commitment[]
  /** What the circle chose to keep, by session. */
  readonly kept: readonly KeptOfSession[]
  readonly forgotten: Forgotten
  /** The latest instant at which it was open before; null for a new one. */
  readonly seenAt: Instant | null
}

/** Why a circle cannot be opened now. `lost`: its keys are there and its rows are not, or do not open. */
export type CircleTrouble = 'newer' | 'damaged' | 'lost'

export interface TroubledCircle {
  readonly vault: VaultFacts
  readonly trouble: CircleTrouble
}

export interface CircleList {
  readonly circles: readonly OpenCircle[]
  /** Circles that wait for their words. */
  readonly locked: readonly VaultFacts[]
  readonly troubled: readonly TroubledCircle[]
  /** Whether this computer has a key store of its own. */
  readonly keyStore: boolean
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
    asked: alive?.d.asked ?? false,
  }
}

/** What lies in a circle's database, by what it is. */
export function circleFrom(found: readonly Found[]): CircleState | null {
  const circle = ofType(found, 'circle')[0]
  if (!circle) return null
  return {
    circle: circle.d,
    traces: ofType(found, 'trace')
      .map(({ d }) => d)
      .toSorted((a, b) => a.closedAt - b.closedAt),
    commitments: ofType(found, 'commitment').map(({ d }) => d),
    kept: ofType(found, 'kept').map(({ d }) => d),
    forgotten: ofType(found, 'forgotten')[0]?.d ?? nothingForgotten,
  }
}

/** The rows of an open circle are not there, or do not open. */
class LostRows extends Error {}

/** What was forgotten goes entirely: rows without a key, and keys without a row. */
async function tidy({ found, forgotten }: Contents, repository: Repository, keyring: Keyring): Promise<void> {
  await repository.commit(forgotten.map((id): Operation => ({ kind: 'delete', id })))
  const used = new Set([...found.map(({ kid }) => kid), keyring.nameOf('circle'), 'pack'])
  const unused = keyring.names().filter((name) => !used.has(name))
  if (unused.length > 0) await repository.commit([{ kind: 'destroy', keys: unused }])
}

/** Reads one circle. A session that was closed but not yet put away when the app stopped is put away now. */
async function openCircle(vault: VaultFacts, keyring: Keyring, repository: Repository): Promise<OpenCircle> {
  const contents = await repository.readAll().catch((reason: unknown) => {
    throw new LostRows(String((reason as Error).name))
  })
  const { found } = contents
  const state = circleFrom(found)
  const record = ofType(found, 'circle')[0]
  if (state === null || record === undefined) throw new LostRows()
  await tidy(contents, repository, keyring)
  const unfinished = unfinishedOf(found)
  const closed = unfinished?.log.some(({ type }) => type === 'session-closed') ?? false
  const seen = ofType(found, 'seen')[0]
  const open: OpenCircle = {
    ...state,
    recordId: record.id,
    repository,
    keyring,
    vault,
    unfinished: closed ? null : unfinished,
    seenAt: seen ? instantOf(seen.d.at) : null,
  }
  if (!unfinished || !closed) return open
  await putAway(open, unfinished)
  return openCircle(vault, keyring, repository)
}

/** Closes a session from disk: its trace and what was kept stay, everything else is forgotten. */
export async function putAway(open: OpenCircle, unfinished: OpenSession): Promise<void> {
  const session = foldSession(newSession(unfinished.id, unfinished.plan, unfinished.texts), unfinished.log)
  const at = unfinished.log.at(-1)?.at ?? unfinished.aliveAt ?? instantOf(0)
  await open.repository.commit(await closingOperations(open, session, at))
}

/** Writes down that a start has asked what to do with a session that nobody closed. */
export async function noteAsked(
  { repository }: OpenCircle,
  { id, aliveAt, log }: OpenSession,
): Promise<void> {
  const at = aliveAt ?? log.at(-1)?.at ?? 0
  const content = { t: 'alive', d: { at, asked: true } } as const
  await repository.commit([await repository.prepare(content, alivePlace(id))])
}

/** Opens one circle whose keys main holds. Throws `NewerCircle`, or when its rows cannot be read. */
async function openVault(vault: VaultFacts): Promise<OpenCircle> {
  const opening = await desktop().openVault({ id: vault.id, way: 'open', secret: '' })
  if (opening.is !== 'open' || vault.database === null) throw new Error('locked')
  const keyring = await vaultKeyring(vault.id, opening.keys)
  const database = await openDatabase(vault.database)
  try {
    return await openCircle(vault, keyring, createRepository(database, keyring))
  } catch (reason) {
    database.close()
    throw reason
  }
}

/** Whether a circle was cut off while it was made: open to all, and nothing ever lay in it. There is nothing to lose. */
async function neverBegan(vault: VaultFacts): Promise<boolean> {
  if (vault.database === null || vault.ways.some((way) => way !== 'open')) return false
  const packs = await desktop().carry({ is: 'packs', id: vault.id }, null)
  if (packs.is !== 'done' || (packs.packs ?? []).length > 0) return false
  const database = await openDatabase(vault.database)
  const rows = await database.records.count()
  database.close()
  return rows === 0
}

/** What becomes of a circle that could not be opened. */
async function troubleOf(vault: VaultFacts, reason: unknown): Promise<CircleTrouble | null> {
  // The circle stays on disk untouched; the home screen says which it is.
  console.warn(`A circle was not opened: ${(reason as Error).name}`)
  if (reason instanceof NewerCircle) return 'newer'
  if (!(reason instanceof LostRows) || !(await neverBegan(vault))) return 'lost'
  await desktop().forgetVault(vault.id)
  if (vault.database !== null) await deleteDatabase(vault.database)
  return null
}

/** Opens every circle on this computer that is not locked. One that cannot be opened is left as it is, and said so. */
export async function openCircles(): Promise<CircleList> {
  const { vaults, keyStore } = await desktop().vaults()
  const circles: OpenCircle[] = []
  const troubled: TroubledCircle[] = []
  for (const vault of vaults) {
    if (vault.state === 'newer' || vault.state === 'damaged') troubled.push({ vault, trouble: vault.state })
    if (vault.state !== 'open') continue
    try {
      circles.push(await openVault(vault))
    } catch (reason) {
      const trouble = await troubleOf(vault, reason)
      if (trouble !== null) troubled.push({ vault, trouble })
    }
  }
  // Only where every key file could be read is it known which databases belong to nobody.
  if (vaults.every(({ database }) => database !== null))
    await discardStrays(vaults.flatMap(({ database }) => database ?? []))
  return { circles, locked: vaults.filter(({ state }) => state === 'locked'), troubled, keyStore }
}

/** Members from typed names, in the order in which they sit. */
export function newMembers(names: readonly string[]): readonly Member[] {
  const short = shortNames(names)
  return names.map((name, index) => ({ id: newId<MemberId>(), name, shortName: short[index] ?? name }))
}

/** Makes a circle with keys and a database of its own, under random names. Until it is protected, anyone at this computer can open it. */
export async function createCircle(content: Omit<Circle, 'id'>): Promise<OpenCircle> {
  const vault = await desktop().makeVault(content.name)
  const opening = await desktop().openVault({ id: vault.id, way: 'open', secret: '' })
  if (opening.is !== 'open' || vault.database === null) throw new Error('no keys')
  const keyring = await vaultKeyring(vault.id, opening.keys)
  const circle: Circle = { ...content, id: vault.id }
  const repository = createRepository(await openDatabase(vault.database), keyring)
  const recordId = newId<RecordId>()
  await repository.commit([
    await repository.prepare({ t: 'circle', d: circle }, { ...circleScope, id: recordId }),
  ])
  return {
    circle,
    recordId,
    repository,
    keyring,
    vault,
    unfinished: null,
    traces: [],
    commitments: [],
    kept: [],
    forgotten: nothingForgotten,
    seenAt: null,
  }
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
  const { scope } = place
  // One writing of the keys for the whole session: none of them keeps anybody waiting later.
  await open.keyring.change({
    add: [scope, ...plan.agenda.map(({ id: item }) => turnScope(id, item))],
    destroy: [],
  })
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

/**
 * What happens on disk when a session closes, in its order: what stays is written (its trace, what somebody asked to keep, what
 * the circle carries on), then the keys of everything else are destroyed, then its rows go. Cut off anywhere, it is begun again
 * at the next start and comes to the same.
 */
export async function closingOperations(
  open: OpenCircle,
  session: Session,
  now: Instant,
): Promise<readonly Operation[]> {
  const destroyed = open.keyring
    .names()
    .filter((name) => name === `session:${session.id}` || name.startsWith(`turn:${session.id}/`))
  return becoming(open, stateAfter(open, session, now), { keys: destroyed, session: session.id })
}

/** The circle as a session leaves it that closes now. */
export function stateAfter(open: CircleState, session: Session, now: Instant): CircleState {
  const { circle } = open
  const commitments = commitmentsAfter(session, open.commitments)
  const gone = open.commitments.filter(({ id }) => commitments.every((other) => other.id !== id))
  const lines = circle.retention === 0 ? [] : keptLines(session)
  const others = <Part extends { readonly session: SessionId }>(parts: readonly Part[]) =>
    parts.filter((part) => part.session !== session.id)
  return {
    circle: {
      ...circle,
      standing: standingAfter(session, circle.standing),
      version: circle.version + 1,
    },
    traces: [...others(open.traces), traceOf(session, now)],
    commitments,
    kept: [
      ...others(open.kept),
      ...(lines.length === 0 ? [] : [{ session: session.id, lines, level: session.plan.level }]),
    ],
    forgotten: {
      ...open.forgotten,
      commitments: [...new Set([...open.forgotten.commitments, ...gone.map(({ id }) => id)])].sort(),
    },
  }
}

/** Writes a circle as it is to be from now on; gives it as it then is. */
export async function writeState(open: OpenCircle, next: CircleState): Promise<OpenCircle> {
  await open.repository.commit(await becoming(open, next))
  return { ...open, ...next }
}

/** Writes down that a circle was open at an instant; gives it as it then is. */
export async function writeSeen(open: OpenCircle, at: Instant): Promise<OpenCircle> {
  const { content, place } = seenPiece(open.circle, at)
  await open.repository.commit([await open.repository.prepare(content, place)])
  return { ...open, seenAt: at }
}

/** Forgets a circle altogether: its keys first, with every copy of it on this computer, then its rows. */
export async function forgetCircle({
  vault,
  repository,
}: Pick<OpenCircle, 'vault'> & { readonly repository?: Pick<Repository, 'close'> }): Promise<void> {
  await desktop().forgetVault(vault.id)
  repository?.close()
  // Without its keys nobody can read what lies there: a database that does not go now goes at the next start.
  if (vault.database !== null)
    await deleteDatabase(vault.database).catch((reason: unknown) =>
      console.warn(`Rows stay until the next start: ${(reason as Error).name}`),
    )
}
