// Made-up states of one circle: small worlds, so that ids meet, versions tie and what one forgot another still has.
import fc from 'fast-check'
import type { CircleId, FormatId, MemberId, OwnPlaceId, SessionId, TextId } from '../../../shared/basics/ids'
import {
  newStanding,
  type Circle,
  type Commitment,
  type Level,
  type Member,
} from '../../../shared/circle/circle'
import {
  nothingForgotten,
  type Forgotten,
  type KeptLine,
  type KeptOfSession,
} from '../../../shared/circle/kept'
import { shortNames } from '../../../shared/circle/names'
import { withQuestions } from '../../../shared/craft/of-circle'
import { emptyShelf, removeOwn, turnStar, type Shelf } from '../../../shared/craft/shelf'
import { formatParts, type FormatParts } from '../../../shared/formats/of-circle'
import type { SessionTrace } from '../../../shared/session/trace'
import type { CircleState } from '../../../shared/travel/state'
import { aFormat, at } from '../builders'

export const day = 24 * 60
export const member = (name: string): MemberId => `m-${name}` as MemberId
export const session = (name: string): SessionId => `s-${name}` as SessionId
export const text = (name: string): TextId => `t-${name}` as TextId

/** Members by name, each with a short name of their own. */
export function people(names: readonly string[], joinedAfter?: number): readonly Member[] {
  const short = shortNames(names)
  return names.map((name, index) => ({
    id: member(name),
    name,
    shortName: short[index] ?? name,
    ...(joinedAfter === undefined ? {} : { joinedAfter }),
  }))
}

export const aCircle = (change: Partial<Circle> = {}): Circle => ({
  id: 'circle' as CircleId,
  name: 'Tuesday circle',
  members: people(['Priya', 'Jun', 'Amara', 'Noor']),
  agreements: [{ id: text('agreement'), text: 'What is told here stays here.' }],
  level: 'C2',
  standing: newStanding,
  retention: 30,
  version: 1,
  ...change,
})

export const aState = (change: Partial<CircleState> = {}): CircleState => ({
  circle: aCircle(),
  traces: [],
  commitments: [],
  kept: [],
  forgotten: nothingForgotten,
  ...change,
})

export const aTrace = (
  name: string,
  minutesIn: number,
  change: Partial<SessionTrace> = {},
): SessionTrace => ({
  session: session(name),
  closedAt: at(minutesIn),
  here: [],
  facilitated: [],
  presented: [],
  formats: [],
  items: [],
  ...change,
})

export const aCommitment = (name: string, owner: MemberId, change: Partial<Commitment> = {}): Commitment => ({
  id: text(name),
  member: owner,
  text: `I will ${name}.`,
  kind: 'do',
  until: null,
  seenBy: 'room',
  session: session('a'),
  ...change,
})

export const aLine = (words: string, owner: MemberId | null): KeptLine => ({
  kind: 'takeaway',
  text: words,
  owner,
})
export const aKept = (name: string, lines: readonly KeptLine[], level: Level = 'C2'): KeptOfSession => ({
  session: session(name),
  lines,
  level,
})

const ids = ['f', 'b', 'e', 'a', 'd', 'c', 'g'] as const
const some = fc.subarray([...ids])
const few = fc.subarray([...ids], { maxLength: 2 })
const shuffled = fc.shuffledSubarray([...ids])
const owners = ids.map(member)
const ownerOf = (index: number): MemberId => owners[index % owners.length] ?? member('a')
const levels: readonly Level[] = ['C1', 'C2']
const levelOf = (index: number): Level => levels[index % levels.length] ?? 'C2'
const twoNames = (id: string) => [`Anna ${id}`, `Anna${id}`]

/** Whether the people of a world can have other names in another state; where not, no more than one spelling is used. */
const membersOf = (renames: boolean): fc.Arbitrary<readonly Member[]> =>
  fc.tuple(shuffled, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 })).map(([found, spelling]) => {
    const names = found.map((id, index) => twoNames(id)[renames && spelling[index] ? 1 : 0] ?? id)
    const short = shortNames(names)
    return found.map((id, index) => ({
      id: member(id),
      name: names[index] ?? id,
      shortName: short[index] ?? id,
      ...(id < 'd' ? {} : { joinedAfter: 2 }),
    }))
  })

const formatId = (name: string): FormatId => `f-${name}` as FormatId

/** Formats of a circle's own and some that it removed, each id in few versions, and two wordings of one version. */
const ownFormats: fc.Arbitrary<FormatParts> = fc
  .tuple(
    fc.subarray(['a', 'b', 'c']),
    fc.subarray(['a', 'b', 'c'], { maxLength: 2 }),
    fc.integer({ min: 1, max: 3 }),
    fc.boolean(),
  )
  .map(([own, removed, version, other]) =>
    formatParts(
      own.map((name) =>
        aFormat({ id: formatId(name), title: other ? `Ours, ${name}` : `Our ${name}`, version }),
      ),
      removed
        .filter((name) => !own.includes(name))
        .map((name) => ({ id: formatId(name), version: (version % 3) + 1 })),
    ),
  )

/** Questions of a circle's own, some that it took out, and stars that were turned a few times. */
const shelves: fc.Arbitrary<Shelf> = fc
  .tuple(
    fc.subarray(['a', 'b', 'c']),
    fc.subarray(['a', 'b', 'c'], { maxLength: 2 }),
    fc.subarray(['a', 'b', 'goal/wish', 'will/first']),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([own, removed, stars, times]) => {
    const written = own.reduce<Shelf>(
      (shelf, id) => ({ ...shelf, own: [...shelf.own, { id, text: `What is ${id}?` }] }),
      emptyShelf,
    )
    const starred = stars.reduce(
      (shelf, id) => Array.from({ length: times }, () => id).reduce(turnStar, shelf),
      written,
    )
    return removed.reduce(removeOwn, starred)
  })

export const placeId = (name: string): OwnPlaceId => `p-${name}` as OwnPlaceId

/** Places of members' own, and ids of some that were replaced; what an id means never changes. */
const ownPlaces: fc.Arbitrary<Pick<Circle, 'own'>> = fc
  .tuple(some, fc.subarray([...ids], { maxLength: 2 }))
  .map(([places, gone]) =>
    places.length + gone.length === 0
      ? {}
      : {
          own: {
            places: places
              .filter((name) => !gone.includes(name))
              .map((name) => ({
                id: placeId(name),
                member: ownerOf(ids.indexOf(name)),
                sealed: `sealed ${name}`,
              })),
            gone: gone.map(placeId),
          },
        },
  )

const circles = (renames: boolean, version: fc.Arbitrary<number>): fc.Arbitrary<Circle> =>
  fc
    .record({
      members: membersOf(renames),
      offers: shuffled,
      queue: shuffled,
      next: fc.option(
        fc.record({
          at: fc.constantFrom(...Array<null>(8).fill(null), at(20 * day), at(30 * day)),
          facilitator: fc.constantFrom(null, ...owners.slice(0, 3)),
          answer: fc.constantFrom('asked' as const, 'willing' as const),
        }),
      ),
      version,
      rest: fc.constantFrom<Partial<Circle>[]>(
        {},
        {},
        {},
        { name: 'Circle' },
        { level: 'C3' },
        { retention: 7 },
        { agendas: [] },
        { agendas: [{ name: 'Long', minutes: 90, items: [{ kind: 'check-in', minutes: 9 }] }] },
      ),
      formats: ownFormats,
      shelf: shelves,
      own: ownPlaces,
    })
    .map(({ members, offers, queue, next, version, rest, formats, shelf, own }) => {
      const known = (found: readonly string[]) =>
        found.map(member).filter((id) => members.some((one) => one.id === id))
      const standing = { offers: known(offers).slice(0, 4), queue: known(queue).slice(0, 4), next }
      return withQuestions(aCircle({ members, standing, version, ...rest, ...formats, ...own }), shelf)
    })

const traces: fc.Arbitrary<readonly SessionTrace[]> = some.chain((found) =>
  fc.array(fc.nat({ max: 9 }), { minLength: found.length, maxLength: found.length }).map((odd) =>
    found.map((name, index) =>
      aTrace(name, 'abcdefg'.indexOf(name) < 2 ? 0 : index * day, {
        here: owners.slice(index),
        facilitated: [ownerOf(index)],
        // Once in ten a trace that somebody tampered with: the join stays a function of both.
        formats: odd[index] === 0 ? ['odd' as FormatId] : [],
      }),
    ),
  ),
)

const commitments: fc.Arbitrary<readonly Commitment[]> = fc
  .tuple(some, fc.boolean())
  .map(([found, other]) =>
    found.map((name) => aCommitment(name, ownerOf(ids.indexOf(name)), other ? { until: '2027-01-15' } : {})),
  )

const linesOf = (name: string): readonly KeptLine[] => {
  const line = aLine(`Slowly, ${name}.`, null)
  return [line, line, ...owners.slice(0, 4).map((owner) => aLine(`Listen, ${name}.`, owner))]
}
const kept: fc.Arbitrary<readonly KeptOfSession[]> = some.chain((found) =>
  fc
    .tuple(...found.map((name) => fc.shuffledSubarray([...linesOf(name)])))
    .map((lines) => found.map((name, index) => aKept(name, lines[index] ?? [], levelOf(ids.indexOf(name))))),
)

const forgottens: fc.Arbitrary<Forgotten> = fc.tuple(few, few, few).map(([sessions, texts, members]) => ({
  sessions: sessions.map(session),
  commitments: texts.map(text),
  members: members.map(member),
}))

/** States of one circle, whatever came before them: also ones that still say what they have forgotten. `renames`: one id can have two names. */
const statesOf = (renames: boolean, version: number | null): fc.Arbitrary<CircleState> =>
  fc.record({
    circle: circles(renames, version === null ? fc.integer({ min: 1, max: 3 }) : fc.constant(version)),
    traces,
    commitments,
    kept,
    forgotten: forgottens,
  })

export type Triple = readonly [CircleState, CircleState, CircleState]

/** Three states whose versions tie as often as not, and in which people can have different names. */
export const anyThree: fc.Arbitrary<Triple> = fc.tuple(
  statesOf(true, null),
  statesOf(true, null),
  statesOf(true, null),
)

/** Three states of different versions, in which nobody was given another name. */
export const distinctThree: fc.Arbitrary<Triple> = fc
  .shuffledSubarray([1, 2, 3], { minLength: 3 })
  .chain(([one = 1, two = 2, three = 3]) =>
    fc.tuple(statesOf(false, one), statesOf(false, two), statesOf(false, three)),
  )
