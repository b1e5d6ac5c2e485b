// The questions of a circle, in its record.
import type { Circle } from '../circle/circle'
import { emptyShelf, type Shelf } from './shelf'

const isEmpty = ({ favourites, own, turned = [], removed = [] }: Shelf): boolean =>
  favourites.length + own.length + turned.length + removed.length === 0

/** A circle with this shelf in place of its own; without one where nothing is on it. */
export function withQuestions(circle: Circle, shelf: Shelf): Circle {
  const rest = Object.entries(circle).filter(([name]) => name !== 'questions')
  const other = Object.fromEntries(rest) as unknown as Circle
  return isEmpty(shelf) ? other : { ...other, questions: shelf }
}

/** What a circle likes and wrote. */
export const shelfOf = ({ questions }: Pick<Circle, 'questions'>): Shelf => questions ?? emptyShelf
