// Made-up lives of a circle on two computers, and beside them what is true: every session ever held, every word forgotten.
import fc from 'fast-check'
import type { FormatId, MemberId, OwnPlaceId, SessionId, TextId } from '../../../shared/basics/ids'
import type { Circle, Commitment, OwnPlace } from '../../../shared/circle/circle'
import type { KeptOfSession } from '../../../shared/circle/kept'
import { placesOf, putOwn } from '../../../shared/circle/own-places'
import { shortNames } from '../../../shared/circle/names'
import { rank } from '../../../shared/circle/rota'
import { shelfOf, withQuestions } from '../../../shared/craft/of-circle'
import { addOwn } from '../../../shared/craft/own-questions'
import { removeOwn } from '../../../shared/craft/shelf'
import { withFormat, withoutFormat } from '../../../shared/formats/of-circle'
import type { SessionTrace } from '../../../shared/session/trace'
import { forgetSession, leave, withdrawCommitment } from '../../../shared/travel/forget'
import type { CircleState } from '../../../shared/travel/state'
import { count, type Tally } from '../../support/arbitraries'
import { aFormat } from '../builders'
import type { Join } from './joins'
import { aCircle, aCommitment, aKept, aLine, aState, aTrace, day, member, placeId, session } from './states'

/** What can happen, each of them on one of the two. */
export const kinds = [
  'session',
  'somebody joins',
  'somebody leaves',
  'session forgotten',
  'commitment withdrawn',
  'commitment done',
  'circle changed',
  'member renamed',
  'format made',
  'format removed',
  'question written',
  'question taken out',
  'marks kept',
  'other joined',
  'stick written',
  'stick brought',
] as const
export type Kind = (typeof kinds)[number]

/** One step: on which computer, and numbers that choose among what is there. */
export interface Step {
  readonly kind: Kind
  readonly on: 0 | 1
  readonly pick: readonly number[]
}

const step = (kind: Kind): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constant(kind),
    on: fc.constantFrom(0 as const, 1 as const),
    pick: fc.array(fc.nat({ max: 255 }), { minLength: 6, maxLength: 6 }),
  })

export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: step('session') },
    ...kinds.slice(1).map((kind) => ({ weight: kind === 'somebody leaves' ? 1 : 2, arbitrary: step(kind) })),
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
)

/** Two computers, sticks that were written, and what is true whatever the computers say. */
export interface World {
  readonly computers: readonly [CircleState, CircleState]
  readonly sticks: readonly CircleState[]
  readonly held: readonly SessionTrace[]
  readonly made: readonly Commitment[]
  readonly kept: readonly KeptOfSession[]
  readonly joined: readonly MemberId[]
  readonly sessionsForgotten: ReadonlySet<SessionId>
  readonly over: ReadonlySet<TextId>
  readonly left: ReadonlySet<MemberId>
  readonly formats: readonly FormatId[]
  readonly removed: ReadonlySet<FormatId>
  readonly written: readonly string[]
  readonly takenOut: ReadonlySet<string>
  /** The places in which somebody kept marks, and all that were replaced. */
  readonly marked: readonly OwnPlace[]
  readonly replaced: ReadonlySet<OwnPlaceId>
  /** When the last session closed, in minutes. */
  readonly minutes: number
}

const start = aState()

/** The circle on both, just after it was taken along for the first time. */
export const together: World = {
  computers: [start, start],
  sticks: [],
  held: [],
  made: [],
  kept: [],
  joined: start.circle.members.map(({ id }) => id),
  sessionsForgotten: new Set(),
  over: new Set(),
  left: new Set(),
  formats: [],
  removed: new Set(),
  written: [],
  takenOut: new Set(),
  marked: [],
  replaced: new Set(),
  minutes: 0,
}

const choose = <Value>(values: readonly Value[], pick: number | undefined): Value | undefined =>
  values[(pick ?? 0) % Math.max(1, values.length)]
/** Those of the values whose bit is set. */
const chosen = <Value>(values: readonly Value[], bits: number | undefined): readonly Value[] =>
  values.filter((_, index) => (((bits ?? 0) >> (index % 8)) & 1) === 1)
const changed = (state: CircleState, change: Partial<Circle>): CircleState => ({
  ...state,
  circle: { ...state.circle, ...change, version: state.circle.version + 1 },
})
const put = (world: World, on: 0 | 1, state: CircleState): World => ({
  ...world,
  computers: on === 0 ? [state, world.computers[1]] : [world.computers[0], state],
})

/** A session as the rota proposes it, or nearly: its trace, what is kept, what is promised, what stands afterwards. */
function hold(world: World, { on, pick }: Step): World {
  const state = world.computers[on]
  const ids = state.circle.members.map(({ id }) => id)
  const here = pick[0] === 0 ? ids : chosen(ids, pick[0])
  const order = rank({ ...state.circle, traces: state.traces }, here, 'facilitator').map((one) => one.member)
  const name = `${world.held.length}`
  // One in four closes at the same minute as the one before: somewhere two sessions were held at once.
  const minutes = world.minutes + ((pick[1] ?? 0) % 4 === 0 ? 0 : day)
  const presented = chosen(here, pick[2])
  const trace = aTrace(name, minutes, { here, facilitated: order.slice(0, 1), presented })
  const lines = chosen(here, pick[3]).map((owner) => aLine(`Listen, ${name}.`, owner))
  const kept = lines.length === 0 ? [] : [aKept(name, [...lines, aLine(`Slowly, ${name}.`, null)])]
  const made = chosen(here, pick[4]).map((owner) =>
    aCommitment(`${name}-${owner}`, owner, { session: session(name) }),
  )
  const { offers, queue } = state.circle.standing
  const asked = choose(order, pick[5])
  const standing = {
    offers: [...new Set([...order.slice(1, 2), ...offers])].filter((id) => !trace.facilitated.includes(id)),
    queue: [...new Set([...queue, ...chosen(here, pick[5])])].filter((id) => !presented.includes(id)),
    next: asked === undefined ? null : { at: null, facilitator: asked, answer: 'asked' as const },
  }
  const after = {
    ...changed(state, { standing }),
    traces: [...state.traces, trace],
    kept: [...state.kept, ...kept],
    commitments: [...state.commitments, ...made],
  }
  return {
    ...put(world, on, after),
    held: [...world.held, trace],
    made: [...world.made, ...made],
    kept: [...world.kept, ...kept],
    minutes,
  }
}

function come(world: World, { on, pick }: Step): World {
  const state = world.computers[on]
  const { members } = state.circle
  if (members.length > 7) return world
  // Ids that sort in no order of time; first names that are the same as often as not.
  const id = member(`${(pick[0] ?? 0) % 10}-${world.joined.length}`)
  const name = `${choose(['Jun', 'Noor', 'Ida'], pick[1])} ${choose(['Ek', 'Ott', 'Ek'], pick[2])}`
  const all = [...members, { id, name, shortName: name, joinedAfter: state.traces.length }]
  const short = shortNames(all.map((one) => one.name))
  const named = all.map((one, index) => ({ ...one, shortName: short[index] ?? one.name }))
  return { ...put(world, on, changed(state, { members: named })), joined: [...world.joined, id] }
}

function go(world: World, { on, pick }: Step): World {
  const state = world.computers[on]
  const one = choose(state.circle.members, pick[0])
  if (one === undefined || state.circle.members.length < 3) return world
  return { ...put(world, on, leave(state, one.id)), left: new Set([...world.left, one.id]) }
}

function forget(world: World, { on, pick }: Step): World {
  const state = world.computers[on]
  const found = choose(state.kept, pick[0])
  if (found === undefined) return world
  const sessionsForgotten = new Set([...world.sessionsForgotten, found.session])
  return { ...put(world, on, forgetSession(state, found.session)), sessionsForgotten }
}

/** A commitment withdrawn, or one or two that were said to be done when a session closed. */
function end(world: World, { on, pick, kind }: Step): World {
  const state = world.computers[on]
  const ids = state.commitments.map(({ id }) => id)
  const first = choose(ids, pick[0])
  if (first === undefined) return world
  const found = new Set(kind === 'commitment done' ? [first, choose(ids, pick[1]) ?? first] : [first])
  const after = [...found].reduce(withdrawCommitment, state)
  return { ...put(world, on, after), over: new Set([...world.over, ...found]) }
}

function change(world: World, { on, pick }: Step): World {
  const state = world.computers[on]
  const changes: readonly Partial<Circle>[] = [
    { name: `Circle ${pick[1]}` },
    { level: choose(['C1', 'C2', 'C3'] as const, pick[1]) ?? 'C2' },
    { retention: choose([0, 7, 90] as const, pick[1]) ?? 7 },
    { agreements: aCircle().agreements.map((one) => ({ ...one, text: `Agreed, ${pick[1]}.` })) },
    { members: state.circle.members.toReversed() },
  ]
  return put(world, on, changed(state, choose(changes, pick[0]) ?? {}))
}

function rename(world: World, { on, pick }: Step): World {
  const state = world.computers[on]
  const one = choose(state.circle.members, pick[0])
  if (one === undefined) return world
  const name = `${one.name.split(' ')[0]} R${pick[1]}`
  const members = state.circle.members.map((other) =>
    other === one ? { ...one, name, shortName: name } : other,
  )
  return put(world, on, changed(state, { members }))
}

const stateOf = (world: World, { on }: Step) => world.computers[on]

function makeFormat(world: World, one: Step): World {
  const state = stateOf(world, one)
  const id = `f-${(one.pick[0] ?? 0) % 10}-${world.formats.length}` as FormatId
  const circle = withFormat(state.circle, aFormat({ id, title: `Ours ${id}` }))
  return { ...put(world, one.on, { ...state, circle }), formats: [...world.formats, id] }
}

function removeFormat(world: World, one: Step): World {
  const state = stateOf(world, one)
  const found = choose(state.circle.formats ?? [], one.pick[0])
  if (found === undefined) return world
  const circle = withoutFormat(state.circle, found.id)
  return {
    ...put(world, one.on, { ...state, circle }),
    removed: new Set([...world.removed, found.id]),
  }
}

function writeQuestion(world: World, one: Step): World {
  const state = stateOf(world, one)
  const id = `q-${(one.pick[0] ?? 0) % 10}-${world.written.length}`
  const added = addOwn(shelfOf(state.circle), id, `What is ${id}?`)
  if (!added.ok) return world
  const circle = withQuestions(state.circle, added.value)
  return { ...put(world, one.on, { ...state, circle }), written: [...world.written, id] }
}

function takeOutQuestion(world: World, one: Step): World {
  const state = stateOf(world, one)
  const shelf = shelfOf(state.circle)
  const found = choose(shelf.own, one.pick[0])
  if (found === undefined) return world
  const circle = withQuestions(state.circle, removeOwn(shelf, found.id))
  return {
    ...put(world, one.on, { ...state, circle }),
    takenOut: new Set([...world.takenOut, found.id]),
  }
}

/** Somebody keeps marks, and the others get places in which there is nothing. */
function keepMarks(world: World, one: Step): World {
  const state = stateOf(world, one)
  const who = choose(state.circle.members, one.pick[0])?.id
  if (who === undefined) return world
  const name = `${(one.pick[1] ?? 0) % 10}-${world.marked.length}`
  const place = { id: placeId(name), sealed: 'marks' }
  let count = 0
  const circle = putOwn(state.circle, who, place, () => ({
    id: placeId(`${name}-${count++}`),
    sealed: 'nothing',
  }))
  return {
    ...put(world, one.on, { ...state, circle }),
    marked: [...world.marked, { ...place, member: who }],
    replaced: new Set([...world.replaced, ...placesOf(state.circle, who).map(({ id }) => id)]),
  }
}

/** What a step makes of a world; the same world where it is not possible. */
export function take(world: World, one: Step, join: Join): World {
  const { on, pick } = one
  const state = world.computers[on]
  const stick = choose(world.sticks, pick[0])
  switch (one.kind) {
    case 'session':
      return hold(world, one)
    case 'somebody joins':
      return come(world, one)
    case 'somebody leaves':
      return go(world, one)
    case 'session forgotten':
      return forget(world, one)
    case 'commitment withdrawn':
    case 'commitment done':
      return end(world, one)
    case 'circle changed':
      return change(world, one)
    case 'member renamed':
      return rename(world, one)
    case 'format made':
      return makeFormat(world, one)
    case 'format removed':
      return removeFormat(world, one)
    case 'question written':
      return writeQuestion(world, one)
    case 'question taken out':
      return takeOutQuestion(world, one)
    case 'marks kept':
      return keepMarks(world, one)
    case 'other joined':
      return put(world, on, join(state, world.computers[on === 0 ? 1 : 0]))
    case 'stick written':
      return { ...world, sticks: [...world.sticks, state] }
    case 'stick brought':
      return stick === undefined ? world : put(world, on, join(state, stick))
  }
}

/** All worlds of a history, from the first to the last; `tally` counts the steps that were possible. */
export function worldsOf(history: readonly Step[], join: Join, tally?: Tally): readonly World[] {
  const worlds: World[] = [together]
  let world = together
  for (const one of history) {
    const next = take(world, one, join)
    if (next !== world && tally) count(tally, one.kind)
    world = next
    worlds.push(world)
  }
  return worlds
}

/** Both computers after they met, each bringing the other's file. */
export function met(world: World, join: Join): readonly [CircleState, CircleState] {
  const [here, there] = world.computers
  const joined = join(here, there)
  return [joined, join(there, joined)]
}
