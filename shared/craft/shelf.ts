// What a circle has of its own beside the bank: which questions it likes, and those that it wrote.
import type { FamilyId } from './family'

/** The fewest and the most letters of a question, and how many of its own a circle keeps. */
export const shortestQuestion = 3
export const longestQuestion = 200
export const mostOwnQuestions = 100

/** A question that a circle wrote. Its words never change: one that is reworded is another, with another id. */
export interface OwnQuestion {
  readonly id: string
  readonly text: string
}

/** How often a star was turned. */
export interface Turned {
  readonly id: string
  readonly times: number
}

export interface Shelf {
  /** Ids of the questions that the circle likes, of the bank and of its own. */
  readonly favourites: readonly string[]
  readonly own: readonly OwnQuestion[]
  /** Stars that were turned more than once: of two computers, the one on which it was turned more often is right. */
  readonly turned?: readonly Turned[]
  /** Ids of own questions that were taken out, so that every computer takes them out; absent for none. */
  readonly removed?: readonly string[]
}

/** A circle that likes none more than another, and wrote none. */
export const emptyShelf: Shelf = { favourites: [], own: [] }

/** Why a question can't be put on the shelf. */
export type QuestionRefusal =
  | { readonly kind: 'too-short'; readonly fewest: number }
  | { readonly kind: 'too-long'; readonly letters: number; readonly most: number }
  | { readonly kind: 'in-bank'; readonly family: FamilyId }
  | { readonly kind: 'in-own' }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'not-there' }

/** A shelf whose lists are absent where they are empty. */
export const shelfParts = ({ favourites, own, turned = [], removed = [] }: Shelf): Shelf => ({
  favourites,
  own,
  ...(turned.length === 0 ? {} : { turned }),
  ...(removed.length === 0 ? {} : { removed }),
})

/** How often the star of a question was turned: on or off, it is the parity that is seen. */
export const timesTurned = ({ favourites, turned = [] }: Shelf, id: string): number =>
  turned.find((one) => one.id === id)?.times ?? (favourites.includes(id) ? 1 : 0)

/** The shelf with a star turned: a favourite is none any more, another one is. */
export function turnStar(shelf: Shelf, id: string): Shelf {
  const times = timesTurned(shelf, id) + 1
  const others = (shelf.turned ?? []).filter((one) => one.id !== id)
  const favourites = shelf.favourites.includes(id)
    ? shelf.favourites.filter((one) => one !== id)
    : [...shelf.favourites, id]
  return shelfParts({ ...shelf, favourites, turned: times > 1 ? [...others, { id, times }] : others })
}

/** The shelf without one of the circle's own questions and without its star; only its id stays. */
export function removeOwn(shelf: Shelf, id: string): Shelf {
  if (shelf.own.every((one) => one.id !== id)) return shelf
  return shelfParts({
    favourites: shelf.favourites.filter((one) => one !== id),
    own: shelf.own.filter((one) => one.id !== id),
    turned: (shelf.turned ?? []).filter((one) => one.id !== id),
    removed: [...(shelf.removed ?? []), id],
  })
}

/** Where a question stands on a shelf, and whether it is a favourite. */
export interface ShelfPlace {
  readonly place: number
  readonly favourite: boolean
}

/** Where an own question stands, to put it back there. */
export const shelfPlace = ({ own, favourites }: Shelf, id: string): ShelfPlace => ({
  place: own.findIndex((one) => one.id === id),
  favourite: favourites.includes(id),
})

/** The shelf with an own question at a place. One that was taken out comes back under a new id: the old one stays gone everywhere. */
export const putOwn = (shelf: Shelf, question: OwnQuestion, { place, favourite }: ShelfPlace): Shelf => ({
  ...shelf,
  favourites: favourite ? [...shelf.favourites, question.id] : shelf.favourites,
  own: shelf.own.toSpliced(place, 0, question),
})
