// The questions of a circle's own, joined one by one: a star turned or a question written on either laptop is not lost.
import { shelfParts, timesTurned, type Shelf } from '../craft/shelf'
import { byText, uniteById } from './content'

const sorted = (ids: readonly string[]): readonly string[] => [...new Set(ids)].toSorted(byText)

/** Whether a question is a favourite in a shelf, and how often its star was turned there. */
const starIn = (shelf: Shelf, id: string) => ({
  id,
  times: timesTurned(shelf, id),
  isOn: shelf.favourites.includes(id),
})

/** The star as it was turned last; where both turned it as often, on. */
const laterStar = (one: Star, other: Star): Star =>
  one.times === other.times ? (one.isOn ? one : other) : one.times > other.times ? one : other

type Star = ReturnType<typeof starIn>

/** The shelves of two records of one circle: every own question of either that neither has taken out, each star as it was turned last; by id. */
export function joinShelves(here: Shelf, there: Shelf): Shelf {
  const removed = sorted([...(here.removed ?? []), ...(there.removed ?? [])])
  const gone: ReadonlySet<string> = new Set(removed)
  const stars = sorted(
    [here, there].flatMap(({ favourites, turned = [] }) => [...favourites, ...turned.map(({ id }) => id)]),
  )
    .filter((id) => !gone.has(id))
    .map((id) => laterStar(starIn(here, id), starIn(there, id)))
  return shelfParts({
    favourites: stars.filter(({ isOn }) => isOn).map(({ id }) => id),
    own: uniteById([...here.own, ...there.own], ({ id }) => id).filter(({ id }) => !gone.has(id)),
    turned: stars.filter(({ times }) => times > 1).map(({ id, times }) => ({ id, times })),
    removed,
  })
}
