// Questions that a circle writes itself: as they are kept, and what is refused. It needs the whole bank; a shelf does not.
import { accepted, refused, type Result } from '../basics/result'
import { cleanName, graphemesOf } from '../circle/names'
import { bank } from './bank'
import { questionKey } from './question-key'
import {
  longestQuestion,
  mostOwnQuestions,
  putOwn,
  removeOwn,
  shelfPlace,
  shortestQuestion,
  type OwnQuestion,
  type QuestionRefusal,
  type Shelf,
} from './shelf'

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
