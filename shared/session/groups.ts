// Who sits with whom in a turn for pairs or trios.
import type { ItemId, MemberId } from '../basics/ids'
import type { GroupPart } from '../formats/format'
import { formatOf } from './plan'
import { facilitatorNow, seated, type Session } from './session'

/** Draws groups of three; where one would be alone, who facilitates keeps the time; where two would, fours are made. */
export interface Draw {
  readonly people: readonly MemberId[]
  readonly facilitator: MemberId
  /** 2 for pairs, 3 for trios. */
  readonly of: 2 | 3
  /** How often it was drawn before: each draw mixes the chairs otherwise. */
  readonly drawn: number
}

const deal = (people: readonly MemberId[], count: number): readonly (readonly MemberId[])[] =>
  Array.from({ length: count }, (_, group) => people.filter((_member, place) => place % count === group))

/** The chairs in an order that a number stands for: the same number, the same order. 0 is as they sit. */
function mixed(people: readonly MemberId[], number: number): readonly MemberId[] {
  if (number === 0) return people
  let state = number * 7919
  return people
    .map((member) => {
      state = (state * 48271 + 11) % 2147483647
      return { member, place: state }
    })
    .toSorted((one, other) => one.place - other.place)
    .map(({ member }) => member)
}

/** Who sits with whom, whatever the order. */
const company = (groups: readonly (readonly MemberId[])[]): string =>
  JSON.stringify(groups.map((group) => group.toSorted()).toSorted())

/** How many orders are tried until other people sit together than before. */
const tries = 8

/** Everybody in one group each, or one of them keeping the time. No group is smaller than two. */
export function drawGroups({ people, facilitator, of, drawn }: Draw): readonly (readonly MemberId[])[] {
  const spare = people.length % of
  const one = spare === 1 || (spare === 2 && people.length < 8)
  const keeps = one && people.length > of && people.includes(facilitator)
  const sitting = keeps ? people.filter((member) => member !== facilitator) : people
  const whole = Math.max(1, Math.floor(sitting.length / of))
  const count = sitting.length / whole > of + 1 ? whole + 1 : whole
  let groups = deal(sitting, count)
  for (let draw = 1; draw <= drawn; draw += 1) {
    const before = company(groups)
    const orders = Array.from({ length: tries }, (_, index) => mixed(sitting, draw * tries + index))
    const drawings = orders.map((order) => deal(order, count))
    groups = drawings.find((other) => company(other) !== before) ?? drawings[0] ?? groups
  }
  return groups
}

/** The groups of a turn: as drawn, else as they would be drawn. */
export function groupsOf(session: Session, item: ItemId): readonly (readonly MemberId[])[] {
  const drawn = session.groups.get(item)
  if (drawn) return drawn.map((group) => group.filter((member) => session.here.has(member)))
  return nextDraw(session, item, 0)
}

/** Fewer pairs than this make no two fours. */
export const pairsForFours = 4

/** The groups as they sit in a part: as drawn; in fours two pairs together, as they come, and a spare pair with the last of them. */
export function sittingIn(
  groups: readonly (readonly MemberId[])[],
  part: GroupPart | null,
): readonly (readonly MemberId[])[] {
  if (part?.does !== 'in-fours') return groups
  const tables = Math.max(1, Math.floor(groups.length / 2))
  return Array.from({ length: tables }, (_, table) =>
    groups.slice(2 * table, table === tables - 1 ? undefined : 2 * table + 2).flat(),
  )
}

/** The groups of the next draw. */
export const nextDraw = (session: Session, item: ItemId, drawn: number): readonly (readonly MemberId[])[] =>
  drawGroups({
    people: seated(session),
    facilitator: facilitatorNow(session),
    of: formatOf(session.plan, item, session.choices)?.grouping === 'pairs' ? 2 : 3,
    drawn,
  })

/** Who is in no group, and keeps the time. */
export const keeperOf = (session: Session, item: ItemId): MemberId | null => {
  const inGroups = new Set(groupsOf(session, item).flat())
  return seated(session).find((member) => !inGroups.has(member)) ?? null
}
