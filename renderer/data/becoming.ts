// How a circle on disk becomes another: what is new is written and the rows of what is taken out go, then its keys are destroyed.
import type { RecordId, SessionId, TextId } from '../../shared/basics/ids'
import type { Instant } from '../../shared/basics/time'
import type { Circle } from '../../shared/circle/circle'
import { lacksPlaces } from '../../shared/circle/own-places'
import type { KeptOfSession } from '../../shared/circle/kept'
import type { CircleState } from '../../shared/travel/state'
import { earlierKeys, nextName, type Keyring } from './keyring'
import { newId } from './new-id'
import {
  circleScope,
  keptPlace,
  type Content,
  type Operation,
  type Place,
  type Repository,
} from './repository'

/** An open circle, as far as it is written. */
export interface Written extends CircleState {
  readonly recordId: RecordId
  readonly repository: Repository
  readonly keyring: Keyring
  readonly seenAt: Instant | null
}

/** What is taken out beside what the two states tell: keys by name, and a session's rows. */
interface AlsoGone {
  readonly keys: readonly string[]
  readonly session: SessionId | null
}

const nothingElse: AlsoGone = { keys: [], session: null }

/** One record and where it lies. */
interface Piece {
  readonly content: Content
  readonly place: Place & { readonly id: RecordId }
}

const traceRecord = (session: SessionId) => `trace-${session}` as RecordId
const commitmentRecord = (id: TextId) => id as string as RecordId
const forgottenRecord = (circle: Circle) => `forgotten-${circle.id}` as RecordId

/** The record of the latest instant at which a circle was open. */
export const seenPiece = (circle: Circle, at: Instant): Piece => ({
  content: { t: 'seen', d: { at } },
  place: { ...circleScope, id: `seen-${circle.id}` as RecordId },
})

/** The circle's own records: everything but what was kept of sessions. */
const pieces = (
  state: CircleState,
  { recordId, seenAt }: Pick<Written, 'recordId' | 'seenAt'>,
): readonly Piece[] => [
  { content: { t: 'circle', d: state.circle }, place: { ...circleScope, id: recordId } },
  ...state.traces.map((trace): Piece => ({
    content: { t: 'trace', d: trace },
    place: { ...circleScope, id: traceRecord(trace.session) },
  })),
  ...state.commitments.map((commitment): Piece => ({
    content: { t: 'commitment', d: commitment },
    place: { ...circleScope, id: commitmentRecord(commitment.id) },
  })),
  {
    content: { t: 'forgotten', d: state.forgotten },
    place: { ...circleScope, id: forgottenRecord(state.circle) },
  },
  ...(seenAt === null ? [] : [seenPiece(state.circle, seenAt)]),
]

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const keptPiece = (kept: KeptOfSession): Piece => ({
  content: { t: 'kept', d: kept },
  place: keptPlace(kept.session),
})

/** Whether a later list of lines lacks one of an earlier. */
const lacks = (before: KeptOfSession, after: KeptOfSession | undefined) =>
  before.lines.some((line) => !after?.lines.some((other) => same(line, other)))

const ownIds = ({ circle }: CircleState): readonly string[] =>
  (circle.questions?.own ?? []).map(({ id }) => id)

/** Whether something that somebody said or is called goes out of the circle's own records: then no earlier copy opens any more. */
export const takesOut = (before: CircleState, after: CircleState): boolean =>
  before.commitments.some(({ id }) => after.commitments.every((other) => other.id !== id)) ||
  before.circle.members.some(({ id }) => after.circle.members.every((other) => other.id !== id)) ||
  ownIds(before).some((id) => !ownIds(after).includes(id)) ||
  lacksPlaces(before.circle.own, after.circle.own)

/** The operations that write a circle into a database in which nothing of it lies, under the keys that it has now. */
export const writtenAnew = (state: CircleState, repository: Repository): Promise<readonly Operation[]> =>
  Promise.all(
    [...pieces(state, { recordId: newId<RecordId>(), seenAt: null }), ...state.kept.map(keptPiece)].map(
      ({ content, place }) => repository.prepare(content, place),
    ),
  )

/**
 * The operations by which an open circle becomes `next`. Where something goes out of the circle's own records, all that stay are
 * sealed under a new key and the old one is destroyed; what was kept of a session has a key of its own. Cut off anywhere, the same
 * state can be aimed at again.
 */
export async function becoming(
  open: Written,
  next: CircleState,
  also: AlsoGone = nothingElse,
): Promise<readonly Operation[]> {
  const { repository, keyring } = open
  const renewed = takesOut(open, next)
  const shortened = open.kept.filter((kept) => {
    const after = next.kept.find(({ session }) => session === kept.session)
    return after !== undefined && lacks(kept, after)
  })
  const gone = open.kept.filter(({ session }) => next.kept.every((other) => other.session !== session))
  const fresh = [
    ...(renewed ? [nextName(keyring, 'circle')] : []),
    ...shortened.map(({ session }) => nextName(keyring, `kept:${session}`)),
  ]
  if (fresh.length > 0) await keyring.change({ add: fresh, destroy: [] })

  const before = new Map(pieces(open, open).map((piece) => [piece.place.id, piece]))
  const after = pieces(next, open)
  const changed = after.filter(
    ({ content, place }) => renewed || !same(before.get(place.id)?.content, content),
  )
  const keptBefore = new Map(open.kept.map((kept) => [kept.session, kept]))
  const keptChanged = next.kept.filter((kept) => !same(keptBefore.get(kept.session), kept)).map(keptPiece)
  const puts = [...changed, ...keptChanged].map(({ content, place }) => repository.prepare(content, place))

  const stays = new Set(after.map(({ place }) => place.id))
  const rowsGone = [
    ...[...before.keys()].filter((id) => !stays.has(id)),
    ...gone.map(({ session }) => keptPlace(session).id),
  ]
  const destroyed = [
    ...(renewed ? earlierKeys(keyring, 'circle') : []),
    ...shortened.flatMap(({ session }) => earlierKeys(keyring, `kept:${session}`)),
    ...gone.flatMap(({ session }) => {
      const scope = `kept:${session}` as const
      return [...earlierKeys(keyring, scope), keyring.nameOf(scope)]
    }),
    ...also.keys,
  ]
  return [
    ...(await Promise.all(puts)),
    // In one transaction with what is new: a start after a cut finds the one state or the other, and destroys keys without rows.
    ...rowsGone.map((id): Operation => ({ kind: 'delete', id })),
    ...(destroyed.length === 0 ? [] : [{ kind: 'destroy', keys: destroyed } as const]),
    ...(also.session === null ? [] : [{ kind: 'delete-session', sid: also.session } as const]),
  ]
}
