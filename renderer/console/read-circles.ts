import type { CircleId } from '../../shared/basics/ids'
import type { Instant } from '../../shared/basics/time'
import { noteAsked, openCircles, putAway, type CircleList } from '../data/circles'
import { forgetDue } from '../data/retention'

/** How long a session waits for somebody to close it, in milliseconds (decisions.md 15). */
const waitsFor = 7 * 86_400_000

/** The circles, and those whose clock is so far ahead that somebody is asked before anything is forgotten. */
export type KnownCircles = CircleList & {
  readonly jumped: readonly CircleId[]
  /** Names of circles whose session nobody closed for a week, and that closed it by themselves now. */
  readonly closedAlone: readonly string[]
}

/** Forgets in each circle what was kept long enough. One that cannot be written now is looked at again in an hour. */
export async function withDueForgotten(list: CircleList, now: Instant, sure: boolean): Promise<KnownCircles> {
  const looked = await Promise.all(
    list.circles.map((open) =>
      forgetDue(open, now, sure).catch((reason: unknown) => {
        console.warn(`Not forgotten yet: ${(reason as Error).name}`)
        return { open, jumped: false }
      }),
    ),
  )
  const jumped = looked.filter((one) => one.jumped).map(({ open }) => open.circle.id)
  return { ...list, circles: looked.map(({ open }) => open), jumped, closedAlone: [] }
}

/** Closes what was open and reads everything anew. */
export async function reopened(list: CircleList | null, now: Instant): Promise<KnownCircles> {
  for (const { repository } of list?.circles ?? []) repository.close()
  const found = await openCircles()
  const closedAlone = await closeAbandoned(found, now)
  if (closedAlone.length === 0) return withDueForgotten(found, now, false)
  for (const { repository } of found.circles) repository.close()
  return { ...(await withDueForgotten(await openCircles(), now, false)), closedAlone }
}

/** Closes by their defaults the sessions that nobody went on with for a week, though a start asked; gives the names of their circles. */
async function closeAbandoned({ circles }: CircleList, now: Instant): Promise<readonly string[]> {
  const names: string[] = []
  for (const open of circles) {
    const { unfinished } = open
    if (unfinished === null) continue
    const last = unfinished.aliveAt ?? unfinished.log.at(-1)?.at ?? now
    if (now - last < waitsFor) continue
    if (!unfinished.asked) {
      await noteAsked(open, unfinished)
      continue
    }
    await putAway(open, unfinished)
    names.push(open.circle.name)
  }
  return names
}
