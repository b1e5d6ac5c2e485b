// Compares what a killed app had shown with what stands there after it was opened again.
import type { Facts, Reading } from '../support/drive'
import type { Ready } from './gestures'

/** When a kill fell: before the gesture was on disk, between disk and screen, or after it could be seen. */
export type Fell = 'before' | 'during' | 'after'

export interface Verdict {
  readonly fell: Fell
  /** Acknowledged gestures that are not there any more. */
  readonly lost: number
  /** Whether a gesture is there in part. */
  readonly half: boolean
  /** A calming gesture that was shown and not yet on disk: they show first, on purpose. */
  readonly unsaved: boolean
  readonly why: string | null
}

interface Case {
  /** What stood there after each acknowledged gesture since the last start; the newest last. */
  readonly shown: readonly Facts[]
  /** What the last gesture was seen to do before the kill; null when nothing of it was seen. */
  readonly seen: Facts | null
  readonly after: Facts
  readonly gesture: Pick<Ready, 'calming' | 'wrongAfter' | 'name'>
}

/** Whether two screens say the same. What the room sees counts only while nothing covers it in either. */
export function alike(one: Facts, other: Facts): boolean {
  const covered = one.sees === '' || other.sees === ''
  const said = (facts: Facts) => JSON.stringify(covered ? { ...facts, sees: '' } : facts)
  return said(one) === said(other)
}

const fine = { lost: 0, half: false, unsaved: false, why: null } as const

/** The verdict on one kill. */
export function judge({ shown, seen, after, gesture }: Case): Verdict {
  const before = shown.at(-1)
  if (before === undefined) throw new Error('Nothing was acknowledged before the kill.')
  if (gesture.name === 'close' && after.place !== 'run')
    return { ...fine, fell: seen === null ? 'during' : 'after' }
  if (seen !== null && alike(after, seen)) return { ...fine, fell: 'after' }
  if (alike(after, before)) {
    if (seen === null) return { ...fine, fell: 'before' }
    if (gesture.calming) return { ...fine, fell: 'during', unsaved: true }
    return { ...fine, fell: 'after', lost: 1, why: `“${gesture.name}” was seen, and is gone` }
  }
  const wrong = gesture.wrongAfter(before, after)
  if (seen === null && wrong === null) return { ...fine, fell: 'during' }
  const earlier = shown.findLastIndex((facts) => alike(after, facts))
  if (earlier >= 0) {
    const lost = shown.length - 1 - earlier + (seen !== null && !gesture.calming ? 1 : 0)
    return { ...fine, fell: 'before', lost, why: `it stands where it stood ${lost} gestures ago` }
  }
  if (seen !== null)
    return { ...fine, fell: 'after', lost: 1, why: `seen, then another: ${difference(seen, after)}` }
  return { ...fine, fell: 'during', half: true, why: `${wrong}; ${difference(before, after)}` }
}

function difference(one: Facts, other: Facts): string {
  const keys = (Object.keys(one) as (keyof Facts)[]).filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  )
  return keys.map((key) => `${key} ${JSON.stringify(one[key])} → ${JSON.stringify(other[key])}`).join(', ')
}

interface ClockCase {
  readonly before: Reading | null
  readonly after: Reading | null
  readonly haltedBefore: boolean
  readonly haltedAfter: boolean
  /** When the last key was pressed. */
  readonly pressedAt: number
  /** The last gesture led to a step that had never begun. */
  readonly anew: boolean
}

/** How far the clock is from what the facts say, in milliseconds; null where there is nothing to compare. */
export function clockError(clock: ClockCase): number | null {
  const { before, after, haltedBefore, haltedAfter, pressedAt, anew } = clock
  if (after === null) return null
  if (anew) return haltedAfter ? null : after.elapsed - (after.at - pressedAt)
  if (before === null) return null
  const from = haltedBefore ? pressedAt : before.at
  const to = haltedAfter ? pressedAt : after.at
  const ran = haltedBefore && haltedAfter ? 0 : Math.max(0, to - from)
  return after.elapsed - (before.elapsed + ran)
}
