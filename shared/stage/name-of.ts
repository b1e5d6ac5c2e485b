import type { MemberId } from '../basics/ids'
import type { Session } from '../session/session'

/** A member's short name; unknown members have none on the wall. */
export const nameOf = (session: Session, id: MemberId | null): string =>
  session.plan.members.find((member) => member.id === id)?.shortName ?? ''
