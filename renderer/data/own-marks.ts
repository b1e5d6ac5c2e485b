// A member's own marks: sealed in main under words of their own, laid into the circle, taken out again.
import { idFrom, type MemberId, type OwnPlaceId } from '../../shared/basics/ids'
import type { Circle } from '../../shared/circle/circle'
import { newestMarks, writeMarks, type OwnMarks } from '../../shared/circle/own-marks'
import { placesOf, putOwn, type NewPlace } from '../../shared/circle/own-places'
import { desktop } from '../desktop'
import { newId, randomBytes } from './new-id'

/** Changes the circle as it is now, on disk; gives whether it could be written. */
export type WriteCircle = (make: (circle: Circle) => Circle) => Promise<boolean>

/** A place in which there is nothing: random bytes, as many as a place with marks has. docs/file-format.md has the length. */
const emptyPlace: NewPlace = () => ({ id: newId<OwnPlaceId>(), sealed: idFrom<string>(randomBytes(540)) })

/** What came of keeping: `weak` words protect nothing, and `the-circles` are known to everybody here. */
export type Keeping = 'kept' | 'weak' | 'the-circles' | 'failed'

/** Who keeps, and under which words. */
interface Own {
  readonly circle: Circle
  readonly member: MemberId
  readonly words: string
}

/** Keeps marks under a member's own words, in the room of what was kept before. */
export async function keepMarks(
  { circle, member, words }: Own,
  marks: OwnMarks,
  write: WriteCircle,
): Promise<Keeping> {
  const id = newId<OwnPlaceId>()
  const text = writeMarks(marks)
  const sealing = await desktop().sealOwn({ id: circle.id, member, words, place: id, text })
  if (sealing.is !== 'sealed') return sealing.is
  const { sealed } = sealing
  return (await write((now) => putOwn(now, member, { id, sealed }, emptyPlace))) ? 'kept' : 'failed'
}

/** What came of looking: the newest marks that these words open, or how many seconds to wait. */
export type Looking =
  { readonly is: 'open'; readonly marks: OwnMarks } | { readonly is: 'wrong'; readonly wait: number }

/** Looks for what a member kept under these words. */
export async function openMarks({ circle, member, words }: Own): Promise<Looking> {
  const places = placesOf(circle, member).map(({ id, sealed }) => ({ id, sealed }))
  const opening = await desktop().openOwn({ id: circle.id, member, words, places })
  if (opening.is === 'wrong') return opening
  const marks = newestMarks(opening.texts)
  return marks === null ? { is: 'wrong', wait: 0 } : { is: 'open', marks }
}

/** Takes a member’s marks out of the circle; the key of the record in which they lay is destroyed. */
export const takeMarksAway = (member: MemberId, write: WriteCircle): Promise<boolean> =>
  write((now) => putOwn(now, member, null, emptyPlace))
