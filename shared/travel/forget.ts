// What takes something out of a circle. Each leaves an id behind, so that it goes wherever the circle arrives.
import type { MemberId, SessionId, TextId } from '../basics/ids'
import { nothingForgotten, type Forgotten } from '../circle/kept'
import { canonical, joinForgotten } from './join'
import type { CircleState } from './state'

const alsoForgotten = (state: CircleState, ids: Partial<Forgotten>): CircleState =>
  canonical({
    ...state,
    forgotten: joinForgotten(state.forgotten, { ...nothingForgotten, ...ids }),
  })

/**
 * The circle after a member left: without their name, their commitments, what was kept as theirs, their offer and
 * their place in the queue. Their id stays in traces. The same state where they had left before; who comes back is
 * a new member with a new id.
 */
export const leave = (state: CircleState, member: MemberId): CircleState =>
  state.forgotten.members.includes(member)
    ? state
    : alsoForgotten(
        { ...state, circle: { ...state.circle, version: state.circle.version + 1 } },
        { members: [member] },
      )

/** The circle without what was kept of a session, whose trace stays. The same state where it was forgotten before. */
export const forgetSession = (state: CircleState, session: SessionId): CircleState =>
  state.forgotten.sessions.includes(session) ? state : alsoForgotten(state, { sessions: [session] })

/** The circle without a commitment that is withdrawn, or over. The same state where it was taken out before. */
export const withdrawCommitment = (state: CircleState, id: TextId): CircleState =>
  state.forgotten.commitments.includes(id) ? state : alsoForgotten(state, { commitments: [id] })
