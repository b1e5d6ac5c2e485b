// What the time card offers: what is ahead, re-fitted into what is left until the agreed close (room.md, "Time card").
import type { ItemId, StepId } from '../basics/ids'
import type { Instant } from '../basics/time'
import { remaining } from './clock'
import { progressOf } from './apply'
import { floorOf } from './edit-agenda'
import { agreedClose, closesAtThisPace } from './pace'
import { formatOf, plannedMinutes, type Step } from './plan'
import { refit, type RefitItem, type RefitWay } from './refit'
import { currentStep, seated, type Refitting, type Session } from './session'

/** From how many minutes on the card is offered at an item's end. */
export const offeredFrom = 4

/** A step ahead, as it can be re-fitted. */
export interface StepAhead extends RefitItem<StepId> {
  readonly item: ItemId
}

/** How an item of the agenda changes, in minutes; `after` is nothing when it is left out. */
export interface ItemChange {
  readonly item: ItemId
  /** How many turns in a row change alike, this one the first of them; 1 elsewhere. */
  readonly alike: number
  readonly before: number
  readonly after: number
}

/** Lengths that could be agreed on, and what they change. */
export interface Proposal {
  readonly way: RefitWay
  readonly lengths: ReadonlyMap<StepId, number>
  readonly dropped: readonly ItemId[]
  readonly changes: readonly ItemChange[]
}

export interface TimeCard {
  /** Minutes by which the session would close after the agreed time; negative when there is time to spare. */
  readonly over: number
  readonly closesAt: Instant
  /** Possible ways to close as agreed, the gentlest first. */
  readonly ways: readonly Proposal[]
  /** Too long by so many minutes at its shortest; null where something can be shortened. */
  readonly impossibleBy: number | null
  /** What could be left out, if somebody asks for it: breaks only. */
  readonly breaks: readonly ItemId[]
  /** Items that stay as planned though they are ahead, since turns like them were held at full length. */
  readonly turnsStay: boolean
}

const indexNow = (session: Session) => session.steps.findIndex(({ id }) => id === session.at)

/** The turns that were begun and are over: none that comes later pays for them. */
const heldTurns = (session: Session): boolean => {
  const here = currentStep(session)?.item
  return session.steps.some(
    (step, index) =>
      step.kind === 'phase' &&
      step.item !== here &&
      index < indexNow(session) &&
      session.progress.has(step.id),
  )
}

function asItStands(session: Session, step: Step, now: Instant): StepAhead {
  const left = Math.max(0, remaining(progressOf(session, step).clock, now)) / 60_000
  return { id: step.id, item: step.item, nominal: left, floor: left, keep: true }
}

function stepAhead(session: Session, step: Step, now: Instant): StepAhead {
  const nominal = plannedMinutes(step)
  const place = { id: step.id, item: step.item, nominal }
  const people = seated(session).length
  switch (step.kind) {
    case 'phase': {
      // The turn that runs is not shortened under the presenter, nor those after one that was held.
      if (step.item === currentStep(session)?.item || heldTurns(session))
        return asItStands(session, step, now)
      const format = formatOf(session.plan, step.item, session.choices)
      const { equalGroup, id, minutes: length } = step.phase
      return {
        ...place,
        floor: length.floor,
        group: equalGroup === undefined ? id : `${format?.id}/${equalGroup}`,
      }
    }
    case 'round':
      return { ...place, floor: Math.min(nominal, floorOf(step.round, people)) }
    case 'break':
    case 'silence':
      return { ...place, floor: Math.min(nominal, floorOf(step.kind, people)) }
    default:
      return asItStands(session, step, now)
  }
}

/** Every step after the present one, in order: as planned, at its least, and with what it has to stay equal. */
export const stepsAhead = (session: Session, now: Instant): readonly StepAhead[] =>
  session.steps
    .slice(indexNow(session) + 1)
    .map((step) =>
      session.progress.has(step.id) ? asItStands(session, step, now) : stepAhead(session, step, now),
    )

/** Minutes from the end of the present step, as planned, to the agreed close; never below nothing. */
export function minutesAhead(session: Session, now: Instant): number {
  const step = currentStep(session)
  const here = step === null ? 0 : Math.max(0, remaining(progressOf(session, step).clock, now))
  return Math.max(0, (agreedClose(session, now) - now - here) / 60_000)
}

/** How items of the agenda change by lengths, in minutes, in their order; those that stay are not among them. */
export function changesBy(
  session: Session,
  { lengths, dropped }: Pick<Refitting, 'lengths' | 'dropped'>,
): readonly ItemChange[] {
  const changes = session.plan.agenda
    .map(({ id, kind }) => {
      const mine = session.steps.filter(({ item }) => item === id)
      const before = mine.reduce((sum, step) => sum + plannedMinutes(step), 0)
      const changed = mine.reduce((sum, step) => sum + (lengths.get(step.id) ?? plannedMinutes(step)), 0)
      return { item: id, kind, before, after: dropped.includes(id) ? 0 : changed }
    })
    .filter(({ before, after: then }) => Math.abs(before - then) > 0.01)
  const alike = (one: (typeof changes)[number], other: (typeof changes)[number]) =>
    one.kind === 'turn' &&
    other.kind === 'turn' &&
    Math.abs(one.before - other.before) < 0.01 &&
    Math.abs(one.after - other.after) < 0.01
  return changes
    .filter((change, index) => !changes.slice(0, index).some((earlier) => alike(earlier, change)))
    .map(({ kind: _, ...change }) => ({
      ...change,
      alike: Math.max(1, changes.filter((other) => alike(other, { ...change, kind: _ })).length),
    }))
}

/** Who gives first: the break, else the longest part around the turns. */
function donorOf(session: Session, ahead: readonly StepAhead[]): readonly StepId[] {
  const isBreak = ({ id }: StepAhead) => session.steps.some((step) => step.id === id && step.kind === 'break')
  const breaks = ahead.filter(isBreak)
  if (breaks.length > 0) return breaks.map(({ id }) => id)
  const others = ahead.filter(({ keep, group }) => !keep && group === undefined)
  return others
    .toSorted((one, other) => other.nominal - one.nominal)
    .slice(0, 1)
    .map(({ id }) => id)
}

/**
 * What the card shows now. `without` are items that somebody asked to leave out; only breaks are left out.
 * Ways that would change the same things by the same minutes are shown once.
 */
export function timeCard(session: Session, now: Instant, without: readonly ItemId[] = []): TimeCard {
  const ahead = stepsAhead(session, now)
  const left = minutesAhead(session, now)
  const breaks = session.plan.agenda.flatMap(({ id, kind }) =>
    kind === 'break' && ahead.some(({ item }) => item === id) ? [id] : [],
  )
  const dropped = without.filter((item) => breaks.includes(item))
  const drop = ahead.filter(({ item }) => dropped.includes(item)).map(({ id }) => id)
  const closesAt = closesAtThisPace(session, now)
  const over = (closesAt - agreedClose(session, now)) / 60_000
  const ways: Proposal[] = []
  let impossibleBy: number | null = null
  for (const way of ['everywhere', 'from-one'] as const) {
    const found = refit(ahead, left, { way, donor: donorOf(session, ahead), drop })
    if (found.kind === 'impossible' && way === 'everywhere') impossibleBy = found.by
    if (found.kind !== 'refitted') continue
    const lengths = new Map([...found.minutes].filter(([id, length]) => length !== nominalOf(ahead, id)))
    const changes = changesBy(session, { lengths, dropped })
    const same = ({ changes: others }: Proposal) => JSON.stringify(others) === JSON.stringify(changes)
    if (changes.length === 0 || ways.some(same)) continue
    ways.push({ way, lengths, dropped, changes })
  }
  // The agreed close may have passed, or be nearer than the present step's end.
  const beyond = Math.max(0, over - ahead.reduce((sum, { nominal }) => sum + nominal, 0))
  return {
    over,
    closesAt,
    ways,
    impossibleBy: impossibleBy === null ? null : impossibleBy + beyond,
    breaks: breaks.filter((item) => !dropped.includes(item)),
    turnsStay: heldTurns(session) && ahead.some(({ id }) => phaseOfTurn(session, id)),
  }
}

const nominalOf = (ahead: readonly StepAhead[], id: StepId) =>
  ahead.find((step) => step.id === id)?.nominal ?? null

const phaseOfTurn = (session: Session, id: StepId) =>
  session.steps.some(
    (step) => step.id === id && step.kind === 'phase' && step.item !== currentStep(session)?.item,
  )
