import type { ItemId, RecordId, SessionId } from '../../shared/basics/ids'
import type { Circle, Commitment } from '../../shared/circle/circle'
import type { Forgotten, KeptOfSession } from '../../shared/circle/kept'
import { eventTypes, type SessionEvent } from '../../shared/session/events'
import type { SessionPlan } from '../../shared/session/plan'
import type { TextRecord } from '../../shared/session/session'
import type { SessionTrace } from '../../shared/session/trace'
import type { CircleDatabase } from './database'
import type { Keyring } from './keyring'
import { newId } from './new-id'
import { seal, unseal, type Envelope, type Scope } from './seal'

/** Everything that is kept, by type. Events carry no words; texts are records of their own. */
export type Content =
  | { readonly t: 'circle'; readonly d: Circle }
  | { readonly t: 'plan'; readonly d: SessionPlan }
  | { readonly t: 'event'; readonly d: SessionEvent }
  | { readonly t: 'text'; readonly d: TextRecord }
  | { readonly t: 'alive'; readonly d: { readonly at: number; readonly asked?: true } }
  | { readonly t: 'trace'; readonly d: SessionTrace }
  | { readonly t: 'commitment'; readonly d: Commitment }
  | { readonly t: 'kept'; readonly d: KeptOfSession }
  | { readonly t: 'forgotten'; readonly d: Forgotten }
  | { readonly t: 'seen'; readonly d: { readonly at: number } }

/** One change, already validated and sealed: what remains is a single short transaction, or one writing of the keys. */
export type Operation =
  | { readonly kind: 'put'; readonly envelope: Envelope }
  | { readonly kind: 'delete'; readonly id: RecordId }
  | { readonly kind: 'delete-session'; readonly sid: string }
  /** Destroys keys by name: what they sealed is forgotten from then on, wherever it lies. */
  | { readonly kind: 'destroy'; readonly keys: readonly string[] }

export interface Found {
  readonly id: RecordId
  readonly sid: string
  /** The name of the key that seals it. */
  readonly kid: string
  readonly content: Content
}

/** What lies in a database: what opens, and rows whose keys were destroyed. */
export interface Contents {
  readonly found: readonly Found[]
  readonly forgotten: readonly RecordId[]
}

/** The records of one circle. */
export interface Repository {
  readonly prepare: (content: Content, place: Place) => Promise<Operation>
  /** Does them in their order: what stands between two destructions of keys is one transaction. */
  readonly commit: (operations: readonly Operation[]) => Promise<void>
  readonly readAll: () => Promise<Contents>
  /** The rows as they lie there, sealed. */
  readonly rows: () => Promise<readonly Envelope[]>
  readonly close: () => void
}

export interface Place {
  readonly sid: string
  readonly scope: Scope
  readonly id?: RecordId
}

const shapeVersion = 1

function isKnown(content: unknown): content is Content {
  if (typeof content !== 'object' || content === null || !('t' in content) || !('d' in content)) return false
  if (content.t !== 'event') return true
  const event = content.d as Partial<SessionEvent>
  return (
    typeof event.seq === 'number' &&
    typeof event.at === 'number' &&
    typeof event.type === 'string' &&
    Object.hasOwn(eventTypes, event.type)
  )
}

/** Opens rows; those without a key were forgotten. Throws when one does not open though its key is there. */
export async function openRows(keyring: Pick<Keyring, 'get'>, rows: readonly Envelope[]): Promise<Contents> {
  const forgotten = rows.filter(({ kid }) => keyring.get(kid) === null).map(({ id }) => id)
  const found = rows.flatMap((envelope) => {
    const key = keyring.get(envelope.kid)
    return key === null ? [] : [{ key, envelope }]
  })
  return {
    forgotten,
    found: await Promise.all(
      found.map(async ({ key, envelope }) => {
        const content: unknown = await unseal(key, envelope)
        if (!isKnown(content)) throw new Error('unknown record')
        return { id: envelope.id, sid: envelope.sid, kid: envelope.kid, content }
      }),
    ),
  }
}

/** Operations in runs that can be done at once. */
function inRuns(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const runs: Operation[][] = [[]]
  for (const operation of operations) {
    const alone = operation.kind === 'destroy'
    if (alone || runs.at(-1)?.[0]?.kind === 'destroy') runs.push([])
    runs.at(-1)?.push(operation)
  }
  return runs.filter((run) => run.length > 0)
}

/** The repository of an open database: prepare (validate, seal), then commit in one transaction. */
export function createRepository(database: CircleDatabase, keyring: Keyring): Repository {
  const revisions = new Map<string, number>()
  const write = (operations: readonly Operation[]) =>
    database.transaction('rw', database.records, async () => {
      for (const operation of operations) {
        if (operation.kind === 'put') await database.records.put(operation.envelope)
        else if (operation.kind === 'delete') await database.records.delete(operation.id)
        else if (operation.kind === 'delete-session')
          await database.records.where('sid').equals(operation.sid).delete()
      }
    })
  const rows = () => database.records.toArray()
  return {
    prepare: async (content, { sid, scope, id = newId<RecordId>() }) => {
      if (!isKnown(content)) throw new Error('unknown record')
      const kid = keyring.nameOf(scope)
      if (keyring.get(kid) === null) await keyring.change({ add: [kid], destroy: [] })
      const key = keyring.get(kid)
      if (key === null) throw new Error('no key')
      const rev = (revisions.get(id) ?? 0) + 1
      revisions.set(id, rev)
      const sealed = await seal(key, { id, sid, kid, rev }, { t: content.t, s: shapeVersion, d: content.d })
      return { kind: 'put', envelope: sealed }
    },
    commit: async (operations) => {
      for (const run of inRuns(operations)) {
        const [first] = run
        if (first?.kind === 'destroy') await keyring.change({ add: [], destroy: first.keys })
        else await write(run)
      }
    },
    readAll: async () => {
      const lying = await rows()
      for (const { id, rev } of lying) revisions.set(id, Math.max(rev, revisions.get(id) ?? 0))
      return openRows(keyring, lying)
    },
    rows,
    close: () => database.close(),
  }
}

/** The part of an id space that belongs to the circle itself. */
export const circleScope: Place = { sid: 'circle', scope: 'circle' }

/** Where a session's own records go. */
export const sessionPlace = (session: SessionId): Place => ({ sid: session, scope: `session:${session}` })

/** Where the note stands until when a session was alive: one record, however often it is written. */
export const alivePlace = (session: SessionId): Place => ({
  ...sessionPlace(session),
  id: `alive-${session}` as RecordId,
})

/** What seals the words of one item of a session's agenda. */
export const turnScope = (session: SessionId, item: ItemId): Scope => `turn:${session}/${item}`

/** Where what was kept of a session goes: one record, however often it is written. */
export const keptPlace = (session: SessionId): Place & { readonly id: RecordId } => ({
  sid: `kept-${session}`,
  scope: `kept:${session}`,
  id: `kept-${session}` as RecordId,
})
