import type { ItemId, MemberId, SessionId, StepId, TextId } from '../basics/ids'
import type { Instant } from '../basics/time'
import { newBoard, type Board } from '../board/board'
import type { Clock } from './clock'
import { stepsOf, type SessionPlan, type Step } from './plan'

/** What somebody wrote: a record of its own, apart from the events. Only `room` may ever reach the wall. */
export interface TextRecord {
  readonly id: TextId
  readonly kind: 'question' | 'takeaway'
  readonly item: ItemId
  readonly text: string
  readonly seenBy: 'room' | 'console' | 'owner'
}

/** How one voice of a round went. */
export interface Voice {
  readonly member: MemberId
  readonly how: 'spoke' | 'passed' | 'skipped'
}

/** How far a step has come. */
export interface Progress {
  readonly clock: Clock
  /** Voices that have ended, in the order in which they did. */
  readonly voices: readonly Voice[]
  /** Who came while this round was under way, in the order in which they did: they speak last. */
  readonly late: readonly MemberId[]
  /** Whose voice it is now, by choice; else the next chair's. */
  readonly given: MemberId | null
  /** The present voice's share; it empties and never goes over. */
  readonly share: { readonly member: MemberId; readonly clock: Clock } | null
  readonly leftAt: Instant | null
}

export type Takeaway = { readonly how: 'kept' | 'nothing' | 'elsewhere'; readonly text: TextId | null }

/** A time that nobody saw pass: sleep, a restart, a changed clock. */
export interface Gap {
  readonly from: Instant
  readonly to: Instant
}

/** A session as its events have made it. Every question about it is answered from this and from `now`. */
export interface Session {
  readonly id: SessionId
  readonly plan: SessionPlan
  readonly steps: readonly Step[]
  /** The texts still there; one that is missing is forgotten. */
  readonly texts: ReadonlyMap<TextId, TextRecord>
  readonly course: 'waiting' | 'running' | 'closed'
  readonly begunAt: Instant | null
  readonly closedAt: Instant | null
  /** Chairs in sitting order, clockwise; a chair's number is its place here and never changes in a session. */
  readonly chairs: readonly MemberId[]
  readonly here: ReadonlySet<MemberId>
  readonly facilitator: MemberId
  readonly scribe: MemberId | null
  readonly at: StepId | null
  readonly progress: ReadonlyMap<StepId, Progress>
  readonly presenters: ReadonlyMap<ItemId, MemberId>
  readonly boards: ReadonlyMap<ItemId, Board>
  /** Put away after a pause, until somebody asks for it. */
  readonly boardPutAway: boolean
  readonly takeaways: ReadonlyMap<ItemId, Takeaway>
  readonly thanked: ItemId | null
  readonly keptUntilClose: ReadonlySet<ItemId>
  readonly forgotten: ReadonlySet<ItemId>
  readonly pausedAt: Instant | null
  readonly heldAt: Instant | null
  readonly remindedAt: Instant | null
  readonly gap: Gap | null
  readonly wall: 'lit' | 'blank'
}

/** A session before its first event: planned, nobody in the room yet, chairs as listed. */
export const newSession = (
  id: SessionId,
  plan: SessionPlan,
  texts: ReadonlyMap<TextId, TextRecord> = new Map(),
): Session => ({
  id,
  plan,
  steps: stepsOf(plan),
  texts,
  course: 'waiting',
  begunAt: null,
  closedAt: null,
  chairs: plan.members.map((member) => member.id),
  here: new Set(),
  facilitator: plan.facilitator,
  scribe: null,
  at: null,
  progress: new Map(),
  presenters: new Map(),
  boards: new Map(),
  boardPutAway: false,
  takeaways: new Map(),
  thanked: null,
  keptUntilClose: new Set(),
  forgotten: new Set(),
  pausedAt: null,
  heldAt: null,
  remindedAt: null,
  gap: null,
  wall: 'lit',
})

/** The step that the session is at; null before it begins. */
export const currentStep = (session: Session): Step | null =>
  session.steps.find(({ id }) => id === session.at) ?? null

/** The step after a given one; null after the last. */
export function stepAfter(session: Session, id: StepId): Step | null {
  const index = session.steps.findIndex((step) => step.id === id)
  return index < 0 ? null : (session.steps[index + 1] ?? null)
}

/** The board of an item's turn; empty when nobody has written. */
export const boardOf = (session: Session, item: ItemId): Board => session.boards.get(item) ?? newBoard

/** Who sits, in chair order: those who are here. */
export const seated = (session: Session): readonly MemberId[] =>
  session.chairs.filter((member) => session.here.has(member))

/** A member's number at the table, from 1; 0 for somebody who is not on the list. */
export const chairNumber = (session: Session, member: MemberId): number => session.chairs.indexOf(member) + 1

/** Whose turn the current step belongs to; null outside turns. */
export function presenterNow(session: Session): MemberId | null {
  const step = currentStep(session)
  return step ? (session.presenters.get(step.item) ?? null) : null
}
