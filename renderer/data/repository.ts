import type { CircleId, RecordId, SessionId } from '../../shared/basics/ids'
import type { Circle, Commitment } from '../../shared/circle/circle'
import type { Forgotten, KeptOfSession } from '../../shared/circle/kept'
import { eventTypes, type SessionEvent } from '../../shared/session/events'
import type { SessionPlan } from '../../shared/session/plan'
import type { TextRecord } from '../../shared/session/session'
import type { SessionTrace } from '../../shared/session/trace'
import type { CircleDatabase } from './database'
import { newId } from './new-id'
import { seal, unseal, type Envelope, type Scope } from './seal'

/** Everything that is kept, by type. Events carry no words; texts are records of their own. */
export type Content =
  | { readonly t: 'circle'; readonly d: Circle }
  | { readonly t: 'plan'; readonly d: SessionPlan }
  | { readonly t: 'event'; readonly d: SessionEvent }
  | { readonly t: 'text'; readonly d: TextRecord }
  | { readonly t: 'alive'; readonly d: { readonly at: number } }
  | { readonly t: 'trace'; readonly d: SessionTrace }
  | { readonly t: 'commitment'; readonly d: Commitment }
  | { readonly t: 'kept'; readonly d: KeptOfSession }
  | { readonly t: 'forgotten'; readonly d: Forgotten }
  | { readonly t: 'seen'; readonly d: { readonly at: number } }

/** One change, already validated and sealed: what remains is a single short transaction. */
export type Operation =
  | { readonly kind: 'put'; readonly envelope: Envelope }
  | { readonly kind: 'delete'; readonly id: RecordId }
  | { readonly kind: 'delete-session'; readonly sid: string }

export interface Found {
  readonly id: RecordId
  readonly sid: string
  readonly content: Content
}

/** The records of one circle. */
export interface Repository {
  readonly prepare: (content: Content, place: Place) => Promise<Operation>
  readonly commit: (operations: readonly Operation[]) => Promise<void>
  readonly readAll: () => Promise<readonly Found[]>
  readonly readSession: (sid: string) => Promise<readonly Found[]>
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

async function open(envelopes: readonly Envelope[]): Promise<readonly Found[]> {
  return Promise.all(
    envelopes.map(async (envelope) => {
      const content: unknown = await unseal(envelope)
      if (!isKnown(content)) throw new Error('unknown record')
      return { id: envelope.id, sid: envelope.sid, content }
    }),
  )
}

/** The repository of an open database: prepare (validate, seal), then commit in one transaction. */
export function createRepository(database: CircleDatabase): Repository {
  return {
    prepare: async (content, { sid, scope, id }) => {
      if (!isKnown(content)) throw new Error('unknown record')
      const address = { id: id ?? newId<RecordId>(), sid, kid: scope, rev: 1 }
      return { kind: 'put', envelope: await seal(address, { t: content.t, s: shapeVersion, d: content.d }) }
    },
    commit: (operations) =>
      database.transaction('rw', database.records, async () => {
        for (const operation of operations) {
          if (operation.kind === 'put') await database.records.put(operation.envelope)
          else if (operation.kind === 'delete') await database.records.delete(operation.id)
          else await database.records.where('sid').equals(operation.sid).delete()
        }
      }),
    readAll: async () => open(await database.records.toArray()),
    readSession: async (sid) => open(await database.records.where('sid').equals(sid).toArray()),
    close: () => database.close(),
  }
}

/** The part of an id space that belongs to the circle itself. */
export const circleScope: Place = { sid: 'circle', scope: 'circle' }

/** Where a session's own records go. */
export const sessionPlace = (session: SessionId): Place => ({ sid: session, scope: `session:${session}` })

/** A circle's id from its database's name. */
export const circleIdOf = (databaseName: string): CircleId => databaseName as CircleId
