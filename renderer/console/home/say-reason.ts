import type { MemberId } from '../../../shared/basics/ids'
import { rank, type Proposal, type Reason, type RotaCircle } from '../../../shared/circle/rota'
import type { Words } from '../../words/en'

/** A proposal with what can be said for it, beside the others. */
export interface Reasoned {
  readonly member: MemberId
  readonly reason: Reason
  /** Nobody who could has facilitated as seldom; nobody longer ago. */
  readonly leastOften: boolean
  readonly longestAgo: boolean
  /** Was asked at the last close, and not there to answer, or not sure. */
  readonly asked: boolean
}

/** Why somebody is proposed, in words: the one place that makes them. Never a number, and nothing that sets people in a row. */
export function sayReason(
  { reason, leastOften, longestAgo, asked }: Omit<Reasoned, 'member'>,
  words: Words,
): string {
  const { rota } = words.console
  const plain = () => {
    if (reason.newcomer) return rota.newHere
    if (reason.first) return rota.nobodyYet
    if (reason.times === 0) return rota.notYet
    if (reason.sessionsAgo === 1) return rota.lastTime
    if (leastOften) return rota.leastOften
    return longestAgo ? rota.longestAgo : rota.notLastTime
  }
  if (reason.offered) return rota.offered(plain())
  return asked ? rota.asked(plain()) : plain()
}

const most = (values: readonly number[]) => Math.max(...values)

/** Whom the rota proposes to facilitate among those present, best first; who was asked at the last close stands before the others. */
export function proposals(circle: RotaCircle, present: readonly MemberId[]): readonly Reasoned[] {
  const ranked = rank(circle, present, 'facilitator')
  const next = circle.standing.next
  const isAsked = ({ member }: Proposal) => next?.answer === 'asked' && next.facilitator === member
  const times = ranked.map(({ reason }) => reason.times)
  const ago = most(ranked.map(({ reason }) => reason.sessionsAgo ?? 0))
  const uneven = new Set(times).size > 1
  const reasoned = ranked.map((proposal) => ({
    ...proposal,
    leastOften: uneven && proposal.reason.times === Math.min(...times),
    longestAgo: proposal.reason.sessionsAgo === ago,
    asked: isAsked(proposal),
  }))
  return reasoned.toSorted((one, other) => Number(other.asked) - Number(one.asked))
}
