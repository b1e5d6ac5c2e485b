import type { MemberId } from '../basics/ids'
import type { SessionTrace } from '../session/trace'
import type { Member, Standing } from './circle'

/** What a member can be proposed for: to facilitate a session, or to present in it. */
export type Role = 'facilitator' | 'presenter'

/** What the rota reads: members, standing offers and queue, and the traces of all sessions in the order in which they were held. */
export interface RotaCircle {
  readonly members: readonly Member[]
  readonly standing: Standing
  readonly traces: readonly SessionTrace[]
}

/** Why somebody is proposed, as data: only what bears on the role in question. */
export interface Reason {
  /** How often this member has had the role; where a newcomer's count starts is not in it. */
  readonly times: number
  /** Sessions since the last time: 1 = last time; null = never. */
  readonly sessionsAgo: number | null
  /** Offered to facilitate; never true of a presenter. */
  readonly offered: boolean
  /** Waits in the presenters' queue; never true of a facilitator. */
  readonly waiting: boolean
  /** Joined after the circle's first session and has not been in one yet: proposed only if nobody else is there. */
  readonly newcomer: boolean
  /** Nobody has had the role yet. */
  readonly first: boolean
}

export interface Proposal {
  readonly member: MemberId
  readonly reason: Reason
}

/** How many sessions had been held when a member joined: 0 for who was there from the start. */
const joinedAt = ({ joinedAfter }: Member): number =>
  joinedAfter !== undefined && joinedAfter > 0 ? joinedAfter : 0

/** How often each member had a role. */
function timesIn(turns: readonly (readonly MemberId[])[]): ReadonlyMap<MemberId, number> {
  const times = new Map<MemberId, number>()
  for (const held of turns) for (const id of held) times.set(id, (times.get(id) ?? 0) + 1)
  return times
}

/** The middle one, or the mean of the middle two; 0 of none. */
function median(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper
  return (lower + upper) / 2
}

/** Where the count of each who joined later starts (all others': 0): the median of those who were in the circle before, as it was then. */
function startsOf(
  members: readonly Member[],
  turns: readonly (readonly MemberId[])[],
): ReadonlyMap<MemberId, number> {
  const starts = new Map<MemberId, number>()
  for (const member of members.toSorted((one, other) => joinedAt(one) - joinedAt(other))) {
    const joined = joinedAt(member)
    if (joined === 0) continue
    const before = timesIn(turns.slice(0, joined))
    const others = members.filter((other) => joinedAt(other) < joined)
    starts.set(member.id, median(others.map(({ id }) => (starts.get(id) ?? 0) + (before.get(id) ?? 0))))
  }
  return starts
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

/**
 * Everybody present, in the order in which the rota proposes them for a role (decisions.md 10).
 *
 * Who offered, or waits in the queue, comes first, in that order; then fewest first, ties by longest ago, then by the
 * members' order. After all of these come those who facilitated last time (nobody twice in a row unless all others
 * cannot: an offer does not lift this), and last of all newcomers at their own first session, wish or no wish.
 *
 * The law: when every proposal is followed and nobody takes over, of two members present at every session since the
 * circle's first, the counts differ by at most 1. The cap keeps it: for A to be held back although A has fewer than B,
 * A would have been two behind B before last time, and the law held then. An offer that the rota itself asked for at
 * the close keeps it too, if it is taken from the standing offers once it was followed. An offer that somebody made
 * unasked may set the counts further apart; fewest-first then draws them together again.
 *
 * Pure and total: unknown ids and absent people are ignored, an id given twice is one person, leavers count for nothing.
 */
export function rank(circle: RotaCircle, present: readonly MemberId[], role: Role): readonly Proposal[] {
  const facilitates = role === 'facilitator'
  const members = [...new Map(circle.members.map((member) => [member.id, member])).values()]
  const turns = circle.traces.map((trace) => (facilitates ? trace.facilitated : trace.presented))
  const starts = startsOf(members, turns)
  const counts = timesIn(turns)
  const wishes = facilitates ? circle.standing.offers : circle.standing.queue
  const lastTime = facilitates ? (turns.at(-1) ?? []) : []
  const first = turns.every((held) => held.length === 0)
  const here = new Set(present)
  const ranked = members.flatMap((member, index) => {
    const { id } = member
    if (!here.has(id)) return []
    const times = counts.get(id) ?? 0
    const last = turns.findLastIndex((held) => held.includes(id))
    const wished = wishes.indexOf(id)
    const newcomer = joinedAt(member) > 0 && !circle.traces.some((trace) => trace.here.includes(id))
    const reason: Reason = {
      times,
      sessionsAgo: last === -1 ? null : turns.length - last,
      offered: facilitates && wished !== -1,
      waiting: !facilitates && wished !== -1,
      newcomer,
      first,
    }
    const order = [
      newcomer ? 2 : lastTime.includes(id) ? 1 : 0,
      wished === -1 ? wishes.length : wished,
      (starts.get(id) ?? 0) + times,
      last,
      index,
    ]
    return [{ order, proposal: { member: id, reason } }]
  })
  return ranked.toSorted((one, other) => compare(one.order, other.order)).map(({ proposal }) => proposal)
}

/** Whom the rota proposes among those present, and why; null where nobody known is present. */
export function propose(circle: RotaCircle, present: readonly MemberId[], role: Role): Proposal | null {
  return rank(circle, present, role)[0] ?? null
}
