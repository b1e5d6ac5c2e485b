import type { MemberId } from '../basics/ids'
import type { Commitment } from '../circle/circle'
import type { Forgotten, KeptLine, KeptOfSession } from '../circle/kept'
import type { SessionTrace } from '../session/trace'
import { byText, contentOf, gather, uniteById } from './content'
import { joinCircles, withoutMembers } from './join-circles'
import type { CircleState } from './state'

const sorted = <Id extends string>(ids: readonly Id[]): readonly Id[] => [...new Set(ids)].toSorted(byText)

/** What either has forgotten, each id once, sorted. */
export const joinForgotten = (here: Forgotten, there: Forgotten): Forgotten => ({
  sessions: sorted([...here.sessions, ...there.sessions]),
  commitments: sorted([...here.commitments, ...there.commitments]),
  members: sorted([...here.members, ...there.members]),
})

/** Every session that either held, each once, in the order in which they closed; of the same instant by id. */
const joinTraces = (here: readonly SessionTrace[], there: readonly SessionTrace[]): readonly SessionTrace[] =>
  uniteById([...here, ...there], ({ session }) => session).toSorted(
    (one, other) => one.closedAt - other.closedAt || byText(one.session, other.session),
  )

function joinCommitments(commitments: readonly Commitment[], forgotten: Forgotten): readonly Commitment[] {
  const stay = commitments.filter(
    ({ id, member }) => !forgotten.commitments.includes(id) && !forgotten.members.includes(member),
  )
  return uniteById(stay, ({ id }) => id)
}

/** Lines with a key each: its content, and which of the lines with the same content it is. */
function keyed(lines: readonly KeptLine[]): ReadonlyMap<string, KeptLine> {
  const found = new Map<string, KeptLine>()
  for (const line of lines) {
    const content = contentOf(line)
    let nth = 0
    while (found.has(`${content}${nth}`)) nth += 1
    found.set(`${content}${nth}`, line)
  }
  return found
}

/** Lines that either kept, and the stricter of the two levels. */
function uniteKept(one: KeptOfSession, other: KeptOfSession): KeptOfSession {
  const [here, there] = [keyed(one.lines), keyed(other.lines)]
  const lines = gather([...here], [...there], ([key]) => key).map(([, line]) => line)
  return { session: one.session, lines, level: one.level > other.level ? one.level : other.level }
}

function joinKept(kept: readonly KeptOfSession[], forgotten: Forgotten): readonly KeptOfSession[] {
  const found = new Map<string, KeptOfSession>()
  for (const record of kept) {
    const lines = record.lines.filter(({ owner }) => owner === null || !forgotten.members.includes(owner))
    if (lines.length === 0 || forgotten.sessions.includes(record.session)) continue
    const known = found.get(record.session)
    found.set(record.session, known ? uniteKept(known, { ...record, lines }) : { ...record, lines })
  }
  return [...found.values()].toSorted((one, other) => byText(one.session, other.session))
}

/**
 * What two states of one circle know together, and nothing that either has forgotten. It throws where the two are not
 * of one circle: whoever calls compares the ids first.
 *
 * Whichever side joins gets the same, and whoever joined learns nothing new from either again. Of several computers
 * the order of meetings makes no difference to what is known and forgotten, nor to who is a member; it can make one to
 * the order of members, and to the words of a member whom the winner's record did not know. Two that have met both
 * ways have the same in all of this.
 */
export function joinStates(here: CircleState, there: CircleState): CircleState {
  if (here.circle.id !== there.circle.id) throw new Error('Two circles are never joined.')
  const forgotten = joinForgotten(here.forgotten, there.forgotten)
  const gone: ReadonlySet<MemberId> = new Set(forgotten.members)
  return {
    circle: joinCircles(withoutMembers(here.circle, gone), withoutMembers(there.circle, gone)),
    traces: joinTraces(here.traces, there.traces),
    commitments: joinCommitments([...here.commitments, ...there.commitments], forgotten),
    kept: joinKept([...here.kept, ...there.kept], forgotten),
    forgotten,
  }
}

/**
 * The form in which states are compared: nothing that it says is forgotten, each thing once, traces in their order,
 * all else by id. The order of members, of offers and of the queue stays, since it means something.
 */
export const canonical = (state: CircleState): CircleState => joinStates(state, state)

/** Whether two states say the same in every word and order that means something. */
export const sameState = (one: CircleState, other: CircleState): boolean =>
  contentOf(canonical(one)) === contentOf(canonical(other))
