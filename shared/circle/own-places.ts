// Where members' own marks lie in a circle. Each member has as many places as every other, and a place with nothing in it looks like
// one with something: whoever can open the circle sees that somebody here keeps marks, and not who.
import type { MemberId } from '../basics/ids'
import { byText, uniteById } from '../travel/content'
import type { Circle, OwnPlace, OwnPlaces } from './circle'

/** What a new place needs of chance. */
export type NewPlace = () => Omit<OwnPlace, 'member'>

const none: OwnPlaces = { places: [], gone: [] }

/** Places of one member come from laptops that did not know of each other; from eight on they are no longer evened out. */
const mostPlaces = 8

function settled({ places, gone }: OwnPlaces): OwnPlaces {
  if (places.length + gone.length === 0) return none
  const stay = places.filter(({ id }) => !gone.includes(id))
  return { places: uniteById(stay, ({ id }) => id), gone: [...new Set(gone)].toSorted(byText) }
}

/** A circle with these places in the room of its own; absent where there are none. */
export function withOwn(circle: Circle, { places, gone }: OwnPlaces): Circle {
  if (circle.own === undefined && places.length + gone.length === 0) return circle
  const rest = Object.fromEntries(
    Object.entries(circle).filter(([name]) => name !== 'own'),
  ) as unknown as Circle
  return places.length + gone.length === 0 ? rest : { ...rest, own: { places, gone } }
}

/** The places that either knows and neither has replaced. */
export const joinOwn = (here: OwnPlaces = none, there: OwnPlaces = none): OwnPlaces =>
  settled({ places: [...here.places, ...there.places], gone: [...here.gone, ...there.gone] })

/** The places without those of who left. */
export const ownWithout = (own: OwnPlaces = none, left: ReadonlySet<MemberId>): OwnPlaces =>
  settled({ ...own, places: own.places.filter(({ member }) => !left.has(member)) })

/** Whether a place of `before` is not there any more: what lay in it must not open from an earlier copy. */
export const lacksPlaces = (before: OwnPlaces = none, after: OwnPlaces = none): boolean =>
  before.places.some(({ id }) => after.places.every((other) => other.id !== id))

/** The places of one member; none where nobody ever kept marks, or the member came after the last one who did. */
export const placesOf = ({ own }: Circle, member: MemberId): readonly OwnPlace[] =>
  (own ?? none).places.filter((place) => place.member === member)

/**
 * The circle after a member kept marks (`mine`) or took them away (null): what was in this member's places is gone, and every member
 * has as many places as the others, filled with `another`.
 */
export function putOwn(
  circle: Circle,
  member: MemberId,
  mine: Omit<OwnPlace, 'member'> | null,
  another: NewPlace,
): Circle {
  const { places, gone } = circle.own ?? none
  const counts = circle.members.map(({ id }) => placesOf(circle, id).length)
  const width = Math.min(mostPlaces, Math.max(1, ...counts))
  const first = mine === null ? [] : [{ ...mine, member }]
  const kept = [...places.filter((place) => place.member !== member), ...first]
  const filled = circle.members.flatMap(({ id }) => {
    const has = kept.filter((place) => place.member === id).length
    return Array.from({ length: Math.max(0, width - has) }, () => ({ ...another(), member: id }))
  })
  const replaced = placesOf(circle, member).map(({ id }) => id)
  const own = settled({ places: [...kept, ...filled], gone: [...gone, ...replaced] })
  return { ...withOwn(circle, own), version: circle.version + 1 }
}
