import type { ItemId, MemberId, SessionId, StepId, TextId } from '../basics/ids'
import type { Day, NextMeeting, Outcome } from '../circle/circle'
import type { Wish } from '../formats/wish'
import type { Instant, Millis } from '../basics/time'
import { newBoard, type Board } from '../board/board'
import type { Turned } from '../craft/cards'
import type { Clock } from './clock'
import type { Way } from './events'
import { formatOf, hasPresenter, noChoices, stepsOf, type Choices, type SessionPlan, type Step } from './plan'

/** What somebody wrote: a record of its own, apart from the events. Only `room` may ever reach the wall. */
export interface TextRecord {
  readonly id: TextId
  readonly kind: 'question' | 'takeaway' | 'commitment' | 'word' | 'message'
  readonly item: ItemId
  /** Whose it is, where it is somebody's. */
  readonly owner?: MemberId
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
  /** Who came while this round was under way, in the order in which they did or were skipped since: they speak last. */
  readonly late: readonly MemberId[]
  /** The time that each of them brought to the round, while it is theirs. */
  readonly brought: ReadonlyMap<MemberId, Millis>
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

/** What somebody means to do, or lets rest, as said today; its words are a text of their own. */
export interface NewCommitment {
  readonly member: MemberId
  readonly text: TextId
  readonly kind: 'do' | 'rest'
  readonly until: Day | null
}

/** The role on its way to somebody: for one turn, or for the rest of the session. */
export interface HandOver {
  readonly to: MemberId | null
  readonly item: ItemId | null
}

/** Lengths that are put to the room, in minutes; they change nothing until they are agreed. */
export interface Refitting {
  readonly lengths: ReadonlyMap<StepId, number>
  readonly dropped: readonly ItemId[]
  /** When the session would close if nothing is changed. */
  readonly closesAt: Instant
}

/** More minutes for the present step, put to the room; they change nothing until they are agreed. */
export interface Extending {
  readonly step: StepId
  readonly minutes: number
  /** The presenter is asked first, whether it would help at all; then the room. */
  readonly asks: 'presenter' | 'room'
  /** What was spared pays, or steps ahead, or nobody: then the session closes later. */
  readonly pays: 'spare' | 'steps' | 'nobody'
  /** When the session would close, at the pace it had when this was asked. */
  readonly closesAt: Instant
  /** Lengths of the steps that pay, in minutes as they will be. */
  readonly lengths: ReadonlyMap<StepId, number>
}

/** Minutes that a step ahead has lent. */
export interface Loan {
  readonly lender: StepId
  readonly minutes: number
}

/** A session as its events have made it. Every question about it is answered from this and from `now`. */
export interface Session {
  readonly id: SessionId
  readonly plan: SessionPlan
  readonly steps: readonly Step[]
  readonly choices: Choices
  /** The texts still there; one that is missing is forgotten. */
  readonly texts: ReadonlyMap<TextId, TextRecord>
  readonly course: 'waiting' | 'running' | 'closed'
  readonly begunAt: Instant | null
  readonly closedAt: Instant | null
  /** The room had to be left at once: only commitments stay. */
  readonly leftAtOnce: boolean
  /** Chairs in sitting order, clockwise; a chair's number is its place here and never changes in a session. */
  readonly chairs: readonly MemberId[]
  readonly here: ReadonlySet<MemberId>
  /** Everybody who was here at some time since the begin, also who has left. */
  readonly attended: ReadonlySet<MemberId>
  /** Who has the role for the session; who covers a single turn stands in `cover`. */
  readonly facilitator: MemberId
  readonly cover: { readonly member: MemberId; readonly item: ItemId } | null
  readonly handing: HandOver | null
  /** When the role last went over, and from whom: the wall says so for a moment. */
  readonly handedOver: { readonly at: Instant; readonly from: MemberId } | null
  /** Who counts as having facilitated today (decisions.md 10). */
  readonly facilitated: ReadonlySet<MemberId>
  readonly scribe: MemberId | null
  readonly at: StepId | null
  readonly progress: ReadonlyMap<StepId, Progress>
  /** Who brings something today, first to say so first. */
  readonly bringing: readonly MemberId[]
  readonly presenters: ReadonlyMap<ItemId, MemberId>
  readonly wishes: ReadonlyMap<ItemId, Wish>
  /** Who sits with whom, by turns in pairs or trios; the letters go by place. */
  readonly groups: ReadonlyMap<ItemId, readonly (readonly MemberId[])[]>
  readonly boards: ReadonlyMap<ItemId, Board>
  /** Cards of a drill that were turned by hand, by the phase that shows them. */
  readonly cards: ReadonlyMap<StepId, Turned>
  /** Put away after a pause, until somebody asks for it. */
  readonly boardPutAway: boolean
  readonly takeaways: ReadonlyMap<ItemId, Takeaway>
  /** What came of what was promised before. */
  readonly outcomes: ReadonlyMap<TextId, Outcome>
  readonly commitments: readonly NewCommitment[]
  /** What was written in the harvest, newest last. */
  readonly words: readonly TextId[]
  /** Lines of an item that the room takes up, most wished for first. */
  readonly themes: ReadonlyMap<ItemId, readonly TextId[]>
  /** Whether the close has begun: nothing reaches back behind it. */
  readonly sweeping: boolean
  /** Whether what was parked has been seen again at the close. */
  readonly parkedSeen: boolean
  readonly moved: ReadonlyMap<TextId, Way>
  readonly next: NextMeeting
  readonly thanked: ItemId | null
  readonly keptUntilClose: ReadonlySet<ItemId>
  readonly forgotten: ReadonlySet<ItemId>
  readonly pausedAt: Instant | null
  readonly heldAt: Instant | null
  readonly remindedAt: Instant | null
  /** A line for the room, and since when it stands. */
  readonly told: { readonly text: TextId; readonly at: Instant } | null
  readonly gap: Gap | null
  readonly refitting: Refitting | null
  readonly extending: Extending | null
  /** What was lent and not given back, in the order in which it was agreed. */
  readonly loans: readonly Loan[]
  readonly wall: 'lit' | 'blank'
  /** What the wall goes on showing while it is frozen; only the clock moves on. */
  readonly frozen: Session | null
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
  choices: noChoices,
  texts,
  course: 'waiting',
  begunAt: null,
  closedAt: null,
  leftAtOnce: false,
  chairs: plan.members.map((member) => member.id),
  here: new Set(),
  attended: new Set(),
  facilitator: plan.facilitator,
  cover: null,
  handing: null,
  handedOver: null,
  facilitated: new Set(),
  scribe: null,
  at: null,
  progress: new Map(),
  bringing: [],
  presenters: new Map(),
  wishes: new Map(),
  groups: new Map(),
  boards: new Map(),
  cards: new Map(),
  boardPutAway: false,
  takeaways: new Map(),
  outcomes: new Map(),
  commitments: [],
  words: [],
  themes: new Map(),
  sweeping: false,
  parkedSeen: false,
  moved: new Map(),
  next: { at: null, facilitator: null, answer: 'asked' },
  thanked: null,
  keptUntilClose: new Set(),
  forgotten: new Set(),
  pausedAt: null,
  heldAt: null,
  remindedAt: null,
  told: null,
  gap: null,
  refitting: null,
  extending: null,
  loans: [],
  wall: 'lit',
  frozen: null,
})

/** Whether the clocks stand because somebody paused or held the room. */
export const isHalted = ({ heldAt, pausedAt }: Session): boolean => heldAt !== null || pausedAt !== null

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

/** What was parked today, turn by turn; what was forgotten since is not among it. */
export const parkedToday = (session: Session): readonly TextId[] =>
  session.plan.agenda
    .flatMap(({ id }) => boardOf(session, id).parked)
    .filter((text) => session.texts.has(text))

/** Who sits, in chair order: those who are here. */
export const seated = (session: Session): readonly MemberId[] =>
  session.chairs.filter((member) => session.here.has(member))

/** A member's number at the table, from 1; 0 for somebody who is not on the list. */
export const chairNumber = (session: Session, member: MemberId): number => session.chairs.indexOf(member) + 1

/** Who facilitates now: who covers this turn, else who has the role. */
export const facilitatorNow = (session: Session): MemberId => session.cover?.member ?? session.facilitator

/** The items of the session that are somebody's turn, in order; what the whole group does is everybody's. */
export const turnsOf = (session: Session): readonly ItemId[] =>
  session.plan.agenda.flatMap((item) =>
    item.kind === 'turn' && hasPresenter(formatOf(session.plan, item.id, session.choices)) ? [item.id] : [],
  )

/** Whose turn the current step belongs to; null outside turns. */
export function presenterNow(session: Session): MemberId | null {
  const step = currentStep(session)
  return step ? (session.presenters.get(step.item) ?? null) : null
}
