// Which drill a circle could practise next: the four skills take turns, and so do the drills of each.
import type { FormatId } from '../basics/ids'
import { suits } from '../formats/library/library'
import { usualMinutes } from '../session/plan'
import type { SessionTrace } from '../session/trace'
import { skills, type Drill, type Skill } from './drills/drill'
import { drills } from './drills/drills'

/** Why a drill is proposed. `meetings` says how many meetings ago its skill was practised: 1 for the last one. */
export type DrillReason =
  | { readonly kind: 'first-meeting' }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'longest-ago'; readonly meetings: number }

export interface DrillProposal {
  readonly drill: Drill
  readonly reason: DrillReason
}

export interface DrillWish {
  /** All sessions that were held, in their order. */
  readonly traces: readonly Pick<SessionTrace, 'formats'>[]
  readonly people: number
  /** How long the circle has, in minutes. */
  readonly minutes: number
}

/** A drill takes a sixth of a session at most, where there is one of its skill that short. */
const share = 6

/** How many meetings ago one of these formats was held; none: never. */
function meetingsAgo(traces: DrillWish['traces'], ids: readonly FormatId[]): number {
  const last = traces.findLastIndex(({ formats }) => formats.some((id) => ids.includes(id)))
  return last === -1 ? Number.POSITIVE_INFINITY : traces.length - last
}

/** The first of those that score most: never held before all others, then held longest ago. */
const longestAgo = <Thing>(things: readonly Thing[], ago: (thing: Thing) => number): Thing | undefined =>
  things.toSorted((one, other) => (ago(one) === ago(other) ? 0 : ago(other) - ago(one)))[0]

const of = (skill: Skill, people: number): readonly Drill[] =>
  drills.filter((drill) => drill.skill === skill && suits(drill.format, { people }))

/**
 * The drill to propose for a session: at a first meeting the mirror, then the skill that was practised longest ago or never, and of
 * its drills one not held yet or held longest ago that takes no more than a sixth of the session; where none is so short, the shortest.
 * Null where so many people can hold none. The skill of the last meeting is proposed again only where no other can be.
 */
export function proposeDrill({ traces, people, minutes }: DrillWish): DrillProposal | null {
  const ago = (some: readonly Drill[]) =>
    meetingsAgo(
      traces,
      some.map(({ format }) => format.id),
    )
  const due = longestAgo(
    skills.filter((skill) => of(skill, people).length > 0),
    (skill) => ago(drills.filter((drill) => drill.skill === skill)),
  )
  if (due === undefined) return null
  const there = of(due, people)
  const short = there.filter(({ format }) => usualMinutes(format) * share <= minutes)
  const drill =
    longestAgo(short, (one) => ago([one])) ??
    there.toSorted((one, other) => usualMinutes(one.format) - usualMinutes(other.format))[0]
  if (drill === undefined) return null
  const meetings = ago(drills.filter(({ skill }) => skill === due))
  const reason: DrillReason =
    traces.length === 0
      ? { kind: 'first-meeting' }
      : Number.isFinite(meetings)
        ? { kind: 'longest-ago', meetings }
        : { kind: 'not-yet' }
  return { drill, reason }
}
