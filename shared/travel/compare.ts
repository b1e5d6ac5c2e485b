import { contentOf } from './content'
import { canonical, joinStates, sameState } from './join'
import type { CircleState } from './state'

/** What `there` knows, seen from here: the same; all that is known here and more; less; or each what the other does not. */
export type Comparison = 'same' | 'newer' | 'older' | 'both-met'

/** Compares two states of one circle by what they know; to have forgotten is to know more. Throws as `joinStates` does. */
export function compareStates(here: CircleState, there: CircleState): Comparison {
  const joined = joinStates(here, there)
  const addsNothing = sameState(joined, here)
  const lacksNothing = sameState(joined, there)
  if (addsNothing) return lacksNothing ? 'same' : 'older'
  return lacksNothing ? 'newer' : 'both-met'
}

/** What joining a file would change, as counts and names; the words are said elsewhere. */
export interface Receipt {
  /** Sessions held that are not known here: "newer than here by two meetings". */
  readonly meetings: number
  /** Sessions of which something is kept here and will not be any more. */
  readonly forgetsSessions: number
  readonly commitmentsAdded: number
  /** Commitments that are open here and will not be: withdrawn, done, or of a member who left. */
  readonly commitmentsDropped: number
  /** Names of the members who are new here. */
  readonly membersAdded: readonly string[]
  /** Names, as known here, of the members who left. */
  readonly membersGone: readonly string[]
  readonly nameChanged: boolean
  readonly agreementsChanged: boolean
  /** Whether a format of the circle's own comes, goes, or says something else. */
  readonly formatsChanged: boolean
  /** Whether a question of the circle's own or a favourite comes or goes. */
  readonly questionsChanged: boolean
  /** What the file still holds although it is forgotten after the join: whoever keeps that file has it yet. */
  readonly stillThere: {
    readonly sessions: number
    readonly commitments: number
    readonly members: number
  }
}

/** How many of `ids` are not among `others`. */
const notIn = (ids: readonly string[], others: readonly string[]): number =>
  new Set(ids.filter((id) => !others.includes(id))).size

/** What joining `there` would add here and take away here, and what `there` has not forgotten yet. Throws as `joinStates` does. */
export function whatItAdds(here: CircleState, there: CircleState): Receipt {
  const joined = joinStates(here, there)
  const sessions = ({ kept }: CircleState) => kept.map(({ session }) => session)
  const traces = (state: CircleState) => state.traces.map(({ session }) => session)
  const commitments = (state: CircleState) => state.commitments.map(({ id }) => id)
  const members = ({ circle }: CircleState) => circle.members.map(({ id }) => id)
  const names = (state: CircleState, other: CircleState) =>
    state.circle.members.filter(({ id }) => !members(other).includes(id)).map(({ name }) => name)
  return {
    meetings: notIn(traces(there), traces(here)),
    forgetsSessions: notIn(sessions(here), sessions(joined)),
    commitmentsAdded: notIn(commitments(joined), commitments(here)),
    commitmentsDropped: notIn(commitments(here), commitments(joined)),
    membersAdded: names(joined, here),
    membersGone: names(here, joined),
    nameChanged: joined.circle.name !== here.circle.name,
    formatsChanged:
      contentOf(joined.circle.formats ?? []) !== contentOf(canonical(here).circle.formats ?? []),
    questionsChanged:
      contentOf(joined.circle.questions ?? null) !== contentOf(canonical(here).circle.questions ?? null),
    agreementsChanged: contentOf(joined.circle.agreements) !== contentOf(here.circle.agreements),
    stillThere: {
      sessions: notIn(sessions(there), sessions(joined)),
      commitments: notIn(commitments(there), commitments(joined)),
      members: notIn(members(there), members(joined)),
    },
  }
}
