// The cards of a drill: a sentence at a time on the wall, the same for everybody. Which cards, and in what order, follows from the
// session and the step alone; which of them is up, from the clock and from who turned them by hand.
import type { ItemId, SessionId } from '../basics/ids'
import { instantOf, millisOf, seconds, type Instant, type Millis } from '../basics/time'
import type { FormatPhase } from '../formats/format'
import { allotted, elapsed, type Clock } from '../session/clock'
import { cameraLines } from './drills/camera-lines'
import type { Card } from './drills/card'
import { rewordings } from './drills/rewordings'

export type { Card }

/** How a phase shows its cards. */
export interface Deck {
  readonly cards: readonly Card[]
  /** How many of them are drawn. */
  readonly count: number
  /** `by-itself`: a card's time over, the next one comes. `with-answer`: the other way to say it stands beneath, and cards go round. */
  readonly turns: 'by-itself' | 'with-answer'
}

const decks: Readonly<Record<string, Deck>> = {
  'drill-turn-it/turn': { cards: rewordings, count: 8, turns: 'by-itself' },
  'drill-turn-it/compare': { cards: rewordings, count: 8, turns: 'with-answer' },
  'drill-camera-test/strike': { cards: cameraLines, count: 3, turns: 'by-itself' },
  'drill-camera-test/compare': { cards: cameraLines, count: 3, turns: 'with-answer' },
}

/** The cards of a phase; null where it has none. */
export const deckOf = ({ id }: FormatPhase): Deck | null =>
  Object.hasOwn(decks, id) ? (decks[id] ?? null) : null

/** How long a card stands; where all of them would take longer than the phase, each has its part of it. */
const cardFor = seconds(40)

const lengthOfCard = ({ count }: Deck, clock: Clock): number => Math.min(cardFor, allotted(clock) / count)

/** A card that was turned by hand: which, counted from 0, and how much of the phase was used up then. */
export interface Turned {
  readonly card: number
  readonly since: Millis
}

const firstCard: Turned = { card: 0, since: millisOf(0) }

/** Which card is up, counted from 0. */
export function cardUp(deck: Deck, clock: Clock, now: Instant, turned: Turned = firstCard): number {
  if (deck.turns === 'with-answer') return turned.card % deck.count
  const passed = (elapsed(clock, now) - turned.since) / lengthOfCard(deck, clock)
  return Math.min(deck.count - 1, turned.card + Math.max(0, Math.floor(passed)))
}

/** The next card, as turned by hand at `now`; null where the last one is up. */
export function nextCard(deck: Deck, clock: Clock, now: Instant, turned: Turned = firstCard): Turned | null {
  const up = cardUp(deck, clock, now, turned)
  const since = elapsed(clock, now)
  if (deck.turns === 'with-answer') return { card: (up + 1) % deck.count, since }
  return up < deck.count - 1 ? { card: up + 1, since } : null
}

/** The card that is up, standing until it is turned by hand: for a wall that is frozen. */
export const standing = (deck: Deck, clock: Clock, now: Instant, turned?: Turned): Turned => ({
  card: cardUp(deck, clock, now, turned),
  since: millisOf(Number.MAX_SAFE_INTEGER),
})

/** When the next card comes by itself; null where none does, or the clock stands. */
export function turnsAt(deck: Deck, clock: Clock, now: Instant, turned: Turned = firstCard): Instant | null {
  const up = cardUp(deck, clock, now, turned)
  if (deck.turns === 'with-answer' || clock.kind === 'paused' || up >= deck.count - 1) return null
  const due = turned.since + (up - turned.card + 1) * lengthOfCard(deck, clock)
  return instantOf(Math.ceil(clock.since + due - clock.banked))
}

/** A number that a text stands for, well spread: the same text, the same number. */
function numberOf(text: string): number {
  const folded = [...text].reduce(
    (state, letter) => Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0,
    2166136261,
  )
  const once = Math.imul(folded ^ (folded >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

/** The kinds that are drawn first where a deck has them, so that each draw has what is heard most. */
const drawnFirst: readonly Card['kind'][] = ['advice', 'advice', 'advice', 'leading', 'closed']

/** The cards of a session's item, as many as the deck asks for, none twice. The same session and item, the same cards. */
export function drawCards(
  { cards, count }: Deck,
  { session, item }: { readonly session: SessionId; readonly item: ItemId },
): readonly Card[] {
  const order = new Map(cards.map((card, index) => [card, numberOf(`${index}/${session}/${item}`)]))
  const place = (card: Card) => order.get(card) ?? 0
  const mixed = cards.toSorted((one, other) => place(one) - place(other))
  const first = drawnFirst.reduce<readonly Card[]>((drawn, kind) => {
    const next = mixed.find((card) => card.kind === kind && !drawn.includes(card))
    return next === undefined ? drawn : [...drawn, next]
  }, [])
  const rest = mixed.filter((card) => !first.includes(card))
  return [...first, ...rest].slice(0, count).toSorted((one, other) => place(one) - place(other))
}
