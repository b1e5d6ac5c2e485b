// Editing an agenda while a session is prepared. Every change gives a new agenda, or says as data why it can't be made.
import type { FormatId, ItemId } from '../basics/ids'
import { longestMinutes } from '../basics/parse-minutes'
import { accepted, refused, type Result } from '../basics/result'
import { isDrill } from '../craft/drills/drills'
import type { Format } from '../formats/format'
import {
  agreementsMinutes,
  choosingMinutes,
  checkInMinutesEach,
  commitmentMinutesEach,
  harvestMinutesEach,
  hasPresenter,
  ownParts,
  reviewMinutesEach,
  usualMinutes,
  type AgendaItem,
  type AgendaItemKind,
  type PlainItemKind,
} from './plan'

export type Agenda = readonly AgendaItem[]

export type EditRefusal =
  | { readonly kind: 'not-there' }
  /** At its end of the list already, or held there. */
  | { readonly kind: 'no-further' }
  /** The one has to stand before the other. */
  | { readonly kind: 'order'; readonly first: AgendaItemKind; readonly then: AgendaItemKind }
  | { readonly kind: 'has-to-stay'; readonly item: AgendaItemKind }
  /** A session is held for at least one turn. */
  | { readonly kind: 'last-turn' }
  | { readonly kind: 'floor'; readonly floor: number }
  | { readonly kind: 'cap'; readonly cap: number }
  /** A turn is as long as its format. */
  | { readonly kind: 'by-format' }
  /** Everybody who is here would have presented. */
  | { readonly kind: 'turn-for-each' }
  /** What the whole group does stands once. */
  | { readonly kind: 'once' }
  /** A format that is the whole session stands beside no other turn. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'unknown-format' }
  | { readonly kind: 'already-there' }

export type Edited = Result<Agenda, EditRefusal>

/** What the evening can't do without, wherever it stands. */
export const staying: readonly AgendaItemKind[] = [
  'opening',
  'agreements',
  'choosing',
  'what-stays',
  'last-round',
]

/** What can be left out and brought back, in the order in which it usually stands. */
export const optionalKinds = ['check-in', 'last-commitments', 'harvest', 'commitments'] as const
export type OptionalKind = (typeof optionalKinds)[number]

/** The parts in the order in which they usually stand. */
export const usualOrder: readonly AgendaItemKind[] = [
  'opening',
  'agreements',
  'check-in',
  'last-commitments',
  'choosing',
  'turn',
  'break',
  'silence',
  'harvest',
  'commitments',
  'what-stays',
  'last-round',
]
const placeOf = (kind: AgendaItemKind) => usualOrder.indexOf(kind)

/** What has to stand before what: who presents is settled before a turn, and nothing comes between what stays and the last voices. */
const before: readonly (readonly [AgendaItemKind, AgendaItemKind])[] = [
  ...usualOrder.slice(1).map((kind) => ['opening', kind] as const),
  ['agreements', 'turn'],
  ['choosing', 'turn'],
  ...usualOrder.filter((kind) => kind !== 'last-round').map((kind) => [kind, 'last-round'] as const),
  ...usualOrder.slice(0, -2).map((kind) => [kind, 'what-stays'] as const),
]

/** Whether a kind may be left out. */
export const mayLeaveOut = (kind: AgendaItemKind): boolean => !staying.includes(kind)

type TurnItem = Extract<AgendaItem, { kind: 'turn' }>

/** Whether an item is a drill: held like a turn, and nobody's. It stands before the turns, and is none of them. */
export const isDrillItem = (item: AgendaItem): boolean => item.kind === 'turn' && isDrill(item.format)

/** Whether an item is a turn that somebody presents in, or that the whole group has. */
export const isTurnItem = (item: AgendaItem): item is TurnItem =>
  item.kind === 'turn' && !isDrill(item.format)

/** The pair that stands the wrong way round; null when the order holds. A drill has to come before what stays, and no more. */
function orderFault(agenda: Agenda): EditRefusal | null {
  const kinds = agenda.map((item) => (isDrillItem(item) ? 'silence' : item.kind))
  const wrong = before.find(([first, then]) => {
    const early = kinds.indexOf(then)
    return early !== -1 && kinds.lastIndexOf(first) > early
  })
  if (wrong === undefined) return null
  const [first, then] = wrong
  const found = agenda[kinds.lastIndexOf(first)]
  return { kind: 'order', first: found?.kind ?? first, then }
}

const checked = (agenda: Agenda): Edited => {
  const fault = orderFault(agenda)
  return fault === null ? accepted(agenda) : refused(fault)
}

/** Minutes to the half. */
export const roundTo = (minutes: number) => Math.round(minutes * 2) / 2

/** Half a minute for each voice is the least that a round can be; the agreements want to be read. */
export function floorOf(kind: AgendaItemKind, people: number): number {
  switch (kind) {
    case 'opening':
      return 0
    case 'agreements':
      return Math.min(2, agreementsMinutes)
    case 'check-in':
    case 'last-round':
      return roundTo(people / 2)
    case 'break':
      return 3
    case 'silence':
      return 0.5
    default:
      return 1
  }
}

/** The most that one item can be given, in minutes. */
export const mostItemMinutes = 120

/** The longest silence, in minutes; nobody is left alone in it for longer. */
export const mostSilence = 10

/** The most that an item of a kind can be given, in minutes. */
export const capOf = (kind: AgendaItemKind): number => (kind === 'silence' ? mostSilence : mostItemMinutes)

/** An item's minutes as typed: to the half, within its floor. A turn's minutes are its format's. */
export function setMinutes(agenda: Agenda, id: ItemId, minutes: number, people: number): Edited {
  const item = agenda.find((one) => one.id === id)
  if (!item || item.kind === 'opening') return refused({ kind: 'not-there' })
  if (item.kind === 'turn') return refused({ kind: 'by-format' })
  const floor = floorOf(item.kind, people)
  const wanted = roundTo(minutes)
  if (!(wanted >= floor)) return refused({ kind: 'floor', floor })
  const cap = capOf(item.kind)
  if (wanted > cap) return refused({ kind: 'cap', cap })
  return accepted(agenda.map((one) => (one.id === id ? { ...one, minutes: wanted } : one)))
}

/** The item one place up or down. */
export function move(agenda: Agenda, id: ItemId, by: 1 | -1): Edited {
  const from = agenda.findIndex((one) => one.id === id)
  const item = agenda[from]
  if (!item) return refused({ kind: 'not-there' })
  const other = agenda[from + by]
  if (!other || other.kind === 'opening') return refused({ kind: 'no-further' })
  return checked(agenda.with(from, other).with(from + by, item))
}

/** The item at another place, counted from 0 as the agenda stands without it. */
export function moveTo(agenda: Agenda, id: ItemId, place: number): Edited {
  const item = agenda.find((one) => one.id === id)
  if (!item) return refused({ kind: 'not-there' })
  if (!Number.isInteger(place) || place < 1 || place >= agenda.length) return refused({ kind: 'no-further' })
  return checked(agenda.filter((one) => one !== item).toSpliced(place, 0, item))
}

/** The agenda without an item. A break, a silence and a drill may always go; of the turns one stays. */
export function leaveOut(agenda: Agenda, id: ItemId): Edited {
  const item = agenda.find((one) => one.id === id)
  if (!item) return refused({ kind: 'not-there' })
  if (!mayLeaveOut(item.kind)) return refused({ kind: 'has-to-stay', item: item.kind })
  if (isTurnItem(item) && turnsIn(agenda).length === 1) return refused({ kind: 'last-turn' })
  return accepted(agenda.filter((one) => one.id !== id))
}

const turnsIn = (agenda: Agenda) => agenda.filter(isTurnItem)

/** An id like the others of its kind that nothing has yet: "turn-3", "break", "break-2". */
function freeId(agenda: Agenda, kind: 'turn' | 'break' | 'silence'): ItemId {
  const taken = new Set<string>(agenda.map(({ id }) => id))
  for (let n = 1; ; n += 1) {
    const id = kind !== 'turn' && n === 1 ? kind : `${kind}-${n}`
    if (!taken.has(id)) return id as ItemId
  }
}

/** Where something goes that usually stands there: behind the last thing that comes no later. */
function usualPlace(agenda: Agenda, kind: AgendaItemKind): number {
  const last = agenda.findLastIndex((item) => !isDrillItem(item) && placeOf(item.kind) <= placeOf(kind))
  const sweep = agenda.findIndex((item) => item.kind === 'what-stays')
  return sweep === -1 ? last + 1 : Math.min(last + 1, sweep)
}

/** What an item that can be left out usually takes, in minutes. */
export function usualMinutesOf(kind: OptionalKind, people: number, toReview: number): number {
  const each = {
    'check-in': checkInMinutesEach * people,
    'last-commitments': reviewMinutesEach * Math.max(1, toReview),
    harvest: harvestMinutesEach * people,
    commitments: commitmentMinutesEach * people,
  } satisfies Record<OptionalKind, number>
  return Math.max(floorOf(kind, people), roundTo(each[kind]))
}

/** An item that was left out, where it usually stands. */
export function bringBack(agenda: Agenda, kind: OptionalKind, minutes: number): Edited {
  if (agenda.some((item) => item.kind === kind)) return refused({ kind: 'already-there' })
  const item: AgendaItem = { kind: kind satisfies PlainItemKind, id: kind as string as ItemId, minutes }
  return checked(agenda.toSpliced(usualPlace(agenda, kind), 0, item))
}

/** What is not on the agenda and could be. Last time's commitments are asked about only where there are some. */
export const leftOut = (agenda: Agenda, toReview: number): readonly OptionalKind[] =>
  optionalKinds.filter(
    (kind) => agenda.every((item) => item.kind !== kind) && (kind !== 'last-commitments' || toReview > 0),
  )

/** The place behind an item; null where it is not there, or where nothing may come any more. */
function placeBehind(agenda: Agenda, id: ItemId | null): number | null {
  const place = id === null ? -1 : agenda.findIndex((item) => item.id === id)
  const sweep = agenda.findIndex(({ kind }) => kind === 'what-stays')
  return place === -1 || (sweep !== -1 && place >= sweep) ? null : place + 1
}

/** The gap between two turns nearest the middle that has no break; else behind the last turn. */
function placeOfBreak(agenda: Agenda): number {
  const turns = agenda.flatMap((item, index) => (isTurnItem(item) ? [index] : []))
  const gaps = turns.slice(1).filter((index) => turns.includes(index - 1))
  return gaps[Math.floor(gaps.length / 2)] ?? usualPlace(agenda, 'break')
}

/** A break behind an item, or else at its usual place. Two breaks never stand side by side. */
export function insertBreak(agenda: Agenda, minutes: number, behind: ItemId | null = null): Edited {
  const item: AgendaItem = { kind: 'break', id: freeId(agenda, 'break'), minutes }
  const place = placeBehind(agenda, behind) ?? placeOfBreak(agenda)
  if (agenda[place - 1]?.kind === 'break' || agenda[place]?.kind === 'break')
    return refused({ kind: 'already-there' })
  return checked(agenda.toSpliced(place, 0, item))
}

/** What a silence usually takes, in minutes. */
export const silenceMinutes = 1

/** A silence behind an item, or else behind the turns; as many as are wanted, between the opening and what stays. */
export function insertSilence(agenda: Agenda, minutes: number, behind: ItemId | null = null): Edited {
  const item: AgendaItem = { kind: 'silence', id: freeId(agenda, 'silence'), minutes }
  const place = placeBehind(agenda, behind) ?? usualPlace(agenda, 'silence')
  return checked(agenda.toSpliced(place, 0, item))
}

/** The drill's item on an agenda has this id: there is one at most. */
export const drillItem = 'drill' as ItemId

/** A drill behind the check-in, or behind what stands in its place; one in a session. */
export function insertDrill(agenda: Agenda, format: Format): Edited {
  if (agenda.some(isDrillItem)) return refused({ kind: 'already-there' })
  const early = (kind: AgendaItemKind) => placeOf(kind) <= placeOf('check-in')
  const place = agenda.findLastIndex(({ kind }) => early(kind)) + 1
  const item: AgendaItem = {
    kind: 'turn',
    id: drillItem,
    minutes: usualMinutes(format),
    format: format.id,
  }
  return checked(agenda.toSpliced(place, 0, item))
}

/** One turn more, behind the last one; never more turns than people who could present. */
export function addTurn(agenda: Agenda, format: Format, people: number): Edited {
  const turns = turnsIn(agenda)
  if (turns.length >= people) return refused({ kind: 'turn-for-each' })
  if (format.scope !== 'turn' && hasFormat(agenda, format.id)) return refused({ kind: 'once' })
  if (format.scope === 'whole-session' && turns.length > 0) return refused({ kind: 'alone' })
  const last = agenda.findLastIndex(isTurnItem)
  const place = last === -1 ? usualPlace(agenda, 'turn') : last + 1
  const item: AgendaItem = {
    kind: 'turn',
    id: freeId(agenda, 'turn'),
    minutes: usualMinutes(format),
    format: format.id,
  }
  return checked(around(agenda.toSpliced(place, 0, item), format))
}

const hasFormat = (agenda: Agenda, format: FormatId, but?: ItemId): boolean =>
  agenda.some((item) => item.kind === 'turn' && item.format === format && item.id !== but)

/**
 * What stands around a turn that has this format now: a presenter has to be chosen; where the only turn has none, nobody is.
 * What a whole session does itself is not done twice; it comes back when somebody brings it back.
 */
function around(agenda: Agenda, format: Format): Agenda {
  const own = ownParts(format)
  const only = turnsIn(agenda).length === 1
  const kept = agenda.filter(
    ({ kind }) => !own.has(kind) && !(kind === 'choosing' && only && !hasPresenter(format)),
  )
  if (!hasPresenter(format) || kept.some(({ kind }) => kind === 'choosing')) return kept
  const choosing: AgendaItem = { kind: 'choosing', id: 'choosing' as ItemId, minutes: choosingMinutes }
  const first = kept.findIndex(isTurnItem)
  return kept.toSpliced(first, 0, choosing)
}

/** The last turn goes, with a break that would then stand at the end of the turns. */
export function removeTurn(agenda: Agenda): Edited {
  const turns = turnsIn(agenda)
  const last = turns.at(-1)
  if (!last) return refused({ kind: 'not-there' })
  const without = leaveOut(agenda, last.id)
  if (!without.ok) return without
  const place = agenda.findIndex(({ id }) => id === last.id)
  const pause = agenda[place - 1]
  return pause?.kind === 'break' ? leaveOut(without.value, pause.id) : without
}

/** Another format for a turn, with its minutes; one that is the whole session takes out what it does itself. */
export function setFormat(agenda: Agenda, id: ItemId, format: Format | undefined): Edited {
  const item = agenda.find((one) => one.id === id)
  if (item === undefined || !isTurnItem(item)) return refused({ kind: 'not-there' })
  if (!format) return refused({ kind: 'unknown-format' })
  if (format.scope !== 'turn' && hasFormat(agenda, format.id, id)) return refused({ kind: 'once' })
  if (format.scope === 'whole-session' && turnsIn(agenda).length > 1) return refused({ kind: 'alone' })
  const changed: AgendaItem = { kind: 'turn', id, minutes: usualMinutes(format), format: format.id }
  return checked(
    around(
      agenda.map((one) => (one.id === id ? changed : one)),
      format,
    ),
  )
}

/** An agenda's length, in minutes. */
export const lengthOf = (agenda: Agenda): number => agenda.reduce((sum, { minutes }) => sum + minutes, 0)

export type Fit =
  | { readonly kind: 'fits'; readonly spare: number }
  | { readonly kind: 'too-long'; readonly by: number }
  /** Longer than any session can be. */
  | { readonly kind: 'too-long-for-a-day' }

/** Whether an agenda can be held in so many minutes. */
export function fits(agenda: Agenda, minutes: number): Fit {
  const length = lengthOf(agenda)
  if (length > longestMinutes) return { kind: 'too-long-for-a-day' }
  const spare = minutes - length
  return spare >= 0 ? { kind: 'fits', spare } : { kind: 'too-long', by: -spare }
}
