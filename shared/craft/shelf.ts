// What a circle has of its own beside the bank: which questions it likes, and those that it wrote.
import { accepted, refused, type Result } from '../basics/result'
import { cleanName, graphemesOf } from '../circle/names'
import { bank } from './bank'
import type { FamilyId } from './family'
import { questionKey } from './question-key'

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

const letters = (text: string): number => graphemesOf(text).length

/** A question as it is kept: one line, clean; refuses one that is too short or too long, or that the bank or the circle has. */
function settled(typed: string, others: readonly OwnQuestion[]): Result<string, QuestionRefusal> {
  const text = cleanName(typed.replace(/\s+/g, ' '))
  const key = questionKey(text)
  if (letters(text) < shortestQuestion || key === '')
    return refused({ kind: 'too-short', fewest: shortestQuestion })
  if (letters(text) > longestQuestion)
    return refused({ kind: 'too-long', letters: letters(text), most: longestQuestion })
  const known = bank.find((one) => questionKey(one.text) === key)
  if (known !== undefined) return refused({ kind: 'in-bank', family: known.family })
  return others.some((one) => questionKey(one.text) === key) ? refused({ kind: 'in-own' }) : accepted(text)
}

/** The shelf with one more question of the circle's own, under a new id. */
export function addOwn(shelf: Shelf, id: string, typed: string): Result<Shelf, QuestionRefusal> {
  if (shelf.own.length >= mostOwnQuestions) return refused({ kind: 'too-many', most: mostOwnQuestions })
  const text = settled(typed, shelf.own)
  return text.ok ? accepted({ ...shelf, own: [...shelf.own, { id, text: text.value }] }) : text
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

/** What replaces a question of the circle's own: its id, and a new one for the new words. */
export interface Rewording {
  readonly id: string
  readonly newId: string
  readonly typed: string
}

/** The shelf with an own question in other words, in its place and with its star; the same shelf where nothing changes. */
export function rewordOwn(shelf: Shelf, { id, newId, typed }: Rewording): Result<Shelf, QuestionRefusal> {
  const place = shelf.own.findIndex((one) => one.id === id)
  if (place === -1) return refused({ kind: 'not-there' })
  const others = shelf.own.toSpliced(place, 1)
  const text = settled(typed, others)
  if (!text.ok) return text
  if (text.value === shelf.own[place]?.text) return accepted(shelf)
  return accepted(putOwn(removeOwn(shelf, id), { id: newId, text: text.value }, shelfPlace(shelf, id)))
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
