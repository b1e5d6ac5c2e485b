// One record of a circle from two. What left is taken out of both before.
import type { MemberId } from '../basics/ids'
import type { Circle, Member, NextMeeting, Standing } from '../circle/circle'
import { sameNameKey, shortNames } from '../circle/names'
import { shelfOf, withQuestions } from '../craft/of-circle'
import { joinOwn, ownWithout, withOwn } from '../circle/own-places'
import { withFormatParts } from '../formats/of-circle'
import { byText, contentOf, gather, laterContent, longerFirst } from './content'
import { joinFormats } from './join-formats'
import { joinShelves } from './join-shelves'

type Members = readonly Member[]

const idsOf = (members: Members): readonly MemberId[] => members.map(({ id }) => id)

/** A meeting for which nobody is asked has no answer; without a day it is none. */
const settledNext = (next: NextMeeting | null, gone: ReadonlySet<MemberId>): NextMeeting | null => {
  if (next === null) return null
  if (next.facilitator !== null && !gone.has(next.facilitator)) return next
  return next.at === null ? null : { at: next.at, facilitator: null, answer: 'asked' }
}

/** The circle without those who left: among its members, offers and queue, and as who is asked for next time. Everybody stands there once. */
export function withoutMembers(circle: Circle, gone: ReadonlySet<MemberId>): Circle {
  const { offers, queue, next } = circle.standing
  const left = (ids: readonly MemberId[]) => [...new Set(ids)].filter((id) => !gone.has(id))
  const members = circle.members.filter(
    (member, index) => !gone.has(member.id) && idsOf(circle.members).indexOf(member.id) === index,
  )
  const standing = { offers: left(offers), queue: left(queue), next: settledNext(next, gone) }
  return withOwn({ ...circle, members, standing }, ownWithout(circle.own, gone))
}

/** Members with short names of which no two are the same; two people of one name are told apart by a number. */
function withShortNames(members: Members): Members {
  const taken = new Set<string>()
  const short = shortNames(members.map(({ name }) => name)).map((wanted) => {
    let mine = wanted
    for (let count = 2; taken.has(sameNameKey(mine)); count += 1) mine = `${wanted} ${count}`
    taken.add(sameNameKey(mine))
    return mine
  })
  return members.map((member, index) => ({ ...member, shortName: short[index] ?? member.name }))
}

/** The winner's members as they are, then those whom only the other knows, sorted by id. */
function extended(winner: Members, other: Members): Members {
  const missing = other.filter((member) => !idsOf(winner).includes(member.id))
  if (missing.length === 0) return winner
  return withShortNames([...winner, ...missing.toSorted((one, next) => byText(one.id, next.id))])
}

/** Two who disagree on whom they asked have asked nobody. */
function evenNext(here: NextMeeting | null, there: NextMeeting | null): NextMeeting | null {
  if (here !== null && here.facilitator === there?.facilitator) return laterContent(here, there)
  const at = here?.at ?? there?.at ?? null
  return at === null ? null : { at, facilitator: null, answer: 'asked' }
}

const evenStanding = (here: Standing, there: Standing): Standing => ({
  offers: gather(here.offers, there.offers, (id) => id),
  queue: gather(here.queue, there.queue, (id) => id),
  next: evenNext(here.next, there.next),
})

/**
 * Which of two records is chosen: the one with the higher version; of the same version the one that is more careful
 * (stricter level, shorter retention), then the one that meets later, then by content. It reads only what no join
 * changes, so that a joined record is chosen exactly where its winner would have been.
 */
function compareRecords(one: Circle, other: Circle): number {
  const day = ({ standing }: Circle) => standing.next?.at ?? -Infinity
  const content = ({ name, agreements, agendas, namesOnBoard }: Circle) =>
    contentOf([name, agreements, agendas ?? null, namesOnBoard ?? null])
  return (
    one.version - other.version ||
    byText(one.level, other.level) ||
    other.retention - one.retention ||
    (day(one) === day(other) ? 0 : day(one) - day(other)) ||
    byText(content(one), content(other))
  )
}

/**
 * One record of two: what the winner says, everybody whom either knows, and every format and question of its own
 * and every member's own place that either has. It carries the winner's version, since it holds no change that nobody made. Where nothing tells a winner, all who wait or offered do so.
 */
export function joinCircles(here: Circle, there: Circle): Circle {
  const joined = withFormatParts(joinRecords(here, there), joinFormats(here, there))
  const placed = withOwn(joined, joinOwn(here.own, there.own))
  return withQuestions(placed, joinShelves(shelfOf(here), shelfOf(there)))
}

function joinRecords(here: Circle, there: Circle): Circle {
  const order = compareRecords(here, there)
  if (order > 0) return { ...here, members: extended(here.members, there.members) }
  if (order < 0) return { ...there, members: extended(there.members, here.members) }
  const members = extended(...longerFirst(here.members, there.members))
  return { ...here, members, standing: evenStanding(here.standing, there.standing) }
}
