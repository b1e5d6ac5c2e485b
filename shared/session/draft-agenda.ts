// The parts of an agenda that comes from outside, such as pasted lines or one that was put by, made into one that can be held.
import type { FormatId, ItemId } from '../basics/ids'
import { isDrill } from '../craft/drills/drills'
import type { Format } from '../formats/format'
import type { AgendaItem, AgendaItemKind } from './agenda-item'
import {
  capOf,
  drillItem,
  floorOf,
  roundTo,
  silenceMinutes,
  staying,
  usualMinutesOf,
  usualOrder,
  type Agenda,
  type OptionalKind,
} from './edit-agenda'
import { agreementsMinutes, choosingMinutes, lastRoundMinutesEach, sweepMinutes, usualMinutes } from './plan'

/** What stands on an agenda beside the opening, which is always there. */
export type Part = Exclude<AgendaItemKind, 'opening'>

/** The parts that may stand more than once. */
export const repeating: readonly Part[] = ['turn', 'break', 'silence']

export interface DraftWish {
  /** What a turn can be given. */
  readonly formats: readonly Format[]
  /** What a turn is given that names none. */
  readonly usual: Format
  /** How many are expected. */
  readonly people: number
  /** Members with something still open from before. */
  readonly toReview: number
  /** A break's minutes where none are given. */
  readonly pause: number
}

/** What a part takes where nobody says otherwise, in minutes. */
export function usualOf(part: Part, format: Format, wish: DraftWish): number {
  switch (part) {
    case 'turn':
      return usualMinutes(format)
    case 'agreements':
      return agreementsMinutes
    case 'choosing':
      return choosingMinutes
    case 'break':
      return wish.pause
    case 'silence':
      return silenceMinutes
    case 'what-stays':
      return sweepMinutes
    case 'last-round':
      return lastRoundMinutesEach * wish.people
    default:
      return usualMinutesOf(part satisfies OptionalKind, wish.people, wish.toReview)
  }
}

/** An item before it has an id; `from` tells what made it, nothing where it was added. */
export interface Draft {
  readonly part: Part
  readonly minutes: number
  readonly format: Format
  /** Whether a turn's format was named, rather than left to the room. */
  readonly isNamed: boolean
  readonly from: readonly number[]
}

const isDrillDraft = ({ part, format }: Draft): boolean => part === 'turn' && isDrill(format.id)

/** Whether a draft is a turn, which a drill is not. */
const isTurn = (draft: Draft): boolean => draft.part === 'turn' && !isDrillDraft(draft)

/** Minutes to the half within what a part can take, and which end held them. */
export function withinLimits(
  part: Part,
  minutes: number,
  people: number,
): { readonly minutes: number; readonly held: 'floor' | 'cap' | null } {
  const floor = floorOf(part, people)
  const cap = capOf(part)
  const wanted = roundTo(minutes)
  if (!(wanted >= floor)) return { minutes: floor, held: 'floor' }
  return wanted > cap ? { minutes: cap, held: 'cap' } : { minutes: wanted, held: null }
}

/** Why a turn can't be taken beside those that are there; null where it can. */
export function hinders(
  format: Format,
  drafts: readonly Draft[],
  people: number,
): 'turn-for-each' | 'once' | null {
  if (isDrill(format.id)) return drafts.some(isDrillDraft) ? 'once' : null
  const turns = drafts.filter(isTurn)
  if (turns.length >= people) return 'turn-for-each'
  return format.scope !== 'turn' && turns.some((turn) => turn.format.id === format.id) ? 'once' : null
}

/** Where a part that was not written goes: behind the last that usually comes no later, and before what it has to come before. */
function placeFor(part: Part, drafts: readonly Draft[]): number {
  const behind =
    drafts.findLastIndex(
      (draft) => !isDrillDraft(draft) && usualOrder.indexOf(draft.part) <= usualOrder.indexOf(part),
    ) + 1
  const turn = drafts.findIndex(isTurn)
  const isBefore = part === 'agreements' || part === 'choosing'
  return isBefore && turn !== -1 ? Math.min(behind, turn) : behind
}

/** The parts with all that a session can't do without. */
function completed(drafts: readonly Draft[], wish: DraftWish): readonly Draft[] {
  const needed = [...staying, 'turn' as const].filter((part) => part !== 'opening')
  return needed
    .toSorted((one, other) => usualOrder.indexOf(one) - usualOrder.indexOf(other))
    .reduce<readonly Draft[]>((all, part) => {
      if (all.some((draft) => draft.part === part && !isDrillDraft(draft))) return all
      const usual = usualOf(part, wish.usual, wish)
      const minutes = part === 'turn' ? usual : withinLimits(part, usual, wish.people).minutes
      const draft: Draft = { part, minutes, format: wish.usual, isNamed: false, from: [] }
      return all.toSpliced(placeFor(part, all), 0, draft)
    }, drafts)
}

/** The parts in an order that can be held, and those that had to move for it. */
function ordered(drafts: readonly Draft[]): {
  readonly drafts: readonly Draft[]
  readonly moved: ReadonlySet<Draft>
} {
  const moved = new Set<Draft>()
  const settle = (
    all: readonly Draft[],
    draft: Draft | undefined,
    place: (rest: readonly Draft[]) => number,
  ) => {
    if (draft === undefined) return all
    const rest = all.filter((one) => one !== draft)
    const to = place(rest)
    if (all.indexOf(draft) !== to) moved.add(draft)
    return rest.toSpliced(to, 0, draft)
  }
  const of = (part: Part) => drafts.find((draft) => draft.part === part)
  const beforeTurns = (all: readonly Draft[], part: Part) => {
    const turn = all.findIndex(isTurn)
    const own = all.findIndex((draft) => draft.part === part)
    return own > turn ? settle(all, of(part), (rest) => rest.findIndex(isTurn)) : all
  }
  const early = beforeTurns(beforeTurns(drafts, 'agreements'), 'choosing')
  const last = settle(early, of('last-round'), (rest) => rest.length)
  return { drafts: settle(last, of('what-stays'), (rest) => rest.length - 1), moved }
}

/** Items with ids like those of an agenda that was never edited. */
function itemsOf(drafts: readonly Draft[]): readonly AgendaItem[] {
  return drafts.map(({ part, minutes, format }, index): AgendaItem => {
    const before = drafts.slice(0, index + 1).filter((draft) => !isDrillDraft(draft))
    const nth = before.filter((draft) => draft.part === part).length
    if (part === 'turn' && isDrill(format.id))
      return { kind: part, id: drillItem, minutes, format: format.id }
    if (part === 'turn') return { kind: part, id: `turn-${nth}` as ItemId, minutes, format: format.id }
    return { kind: part, id: (nth === 1 ? part : `${part}-${nth}`) as ItemId, minutes }
  })
}

/** An agenda that was settled: what was added to it, which turns have a named format, and what each source came to. */
export interface Settled {
  readonly agenda: Agenda
  readonly added: readonly Part[]
  readonly named: ReadonlyMap<ItemId, FormatId>
  /** By where a draft is from: its item, and whether it had to move. */
  readonly items: ReadonlyMap<number, { readonly item: ItemId; readonly moved: boolean }>
}

/** An agenda of drafts: what a session can't do without is added at its usual place, and what can't stand where it stands is moved. */
export function settleDrafts(written: readonly Draft[], wish: DraftWish): Settled {
  const { drafts, moved } = ordered(completed(written, wish))
  const items = itemsOf(drafts)
  const each = drafts.flatMap((draft, index) => {
    const item = items[index]?.id
    return item === undefined ? [] : [{ draft, item }]
  })
  return {
    agenda: [{ kind: 'opening', id: 'opening' as ItemId, minutes: 0 }, ...items],
    added: drafts.flatMap(({ from, part }) => (from.length === 0 ? [part] : [])),
    named: new Map(
      each.flatMap(({ draft, item }) => (draft.isNamed ? [[item, draft.format.id] as const] : [])),
    ),
    items: new Map(
      each.flatMap(({ draft, item }) =>
        draft.from.map((source) => [source, { item, moved: moved.has(draft) }] as const),
      ),
    ),
  }
}
