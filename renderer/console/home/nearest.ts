import { between, instantOf, minutes, type Instant } from '../../../shared/basics/time'
import type { OpenCircle } from '../../data/circles'

/** A date that was settled stands until half a day after it. */
const standsFor = minutes(12 * 60)

/** When the circle said it meets next; null where it did not, or that is past. */
export function nextMeeting({ circle }: OpenCircle, now: Instant): Instant | null {
  const at = circle.standing.next?.at ?? null
  return at === null || between(at, now) > standsFor ? null : at
}

const lastMet = ({ traces }: OpenCircle): Instant => traces.at(-1)?.closedAt ?? instantOf(0)

/** Circles in the order in which they matter now: one that was interrupted, then who meets soonest, then who met last. */
export function nearestFirst(circles: readonly OpenCircle[], now: Instant): readonly OpenCircle[] {
  const key = (open: OpenCircle): readonly [number, number, number] => {
    const next = nextMeeting(open, now)
    return [open.unfinished === null ? 1 : 0, next ?? Number.POSITIVE_INFINITY, -lastMet(open)]
  }
  return circles.toSorted((one, other) => {
    const [a, b] = [key(one), key(other)]
    const place = a.findIndex((value, index) => value !== b[index])
    return place === -1 ? 0 : (a[place] ?? 0) < (b[place] ?? 0) ? -1 : 1
  })
}
