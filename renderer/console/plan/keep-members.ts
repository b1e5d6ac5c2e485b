import { shortNames } from '../../../shared/circle/names'
import type { Member } from '../../../shared/circle/circle'
import { writeState, type OpenCircle } from '../../data/circles'

const same = (one: readonly Member[], other: readonly Member[]) =>
  one.length === other.length &&
  one.every((member, index) => member.id === other[index]?.id && member.name === other[index]?.name)

/** The circle with its members as they were planned: as they sit, newcomers with them, everybody by the name they have now. */
export async function keepMembers(open: OpenCircle, members: readonly Member[]): Promise<OpenCircle> {
  if (same(open.circle.members, members)) return open
  const short = shortNames(members.map(({ name }) => name))
  const named = members.map((member, index) => ({ ...member, shortName: short[index] ?? member.name }))
  const circle = { ...open.circle, members: named, version: open.circle.version + 1 }
  return writeState(open, { ...open, circle })
}
