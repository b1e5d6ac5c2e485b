import type { AgendaItemKind } from '../session/plan'
import type { Clock } from '../session/clock'
import type { Instant } from '../basics/time'
import type { SpeakingRule } from '../formats/format'

/** A seat as the room sees it. Who is not here has none. */
export interface SeatView {
  /** The chair's number at the table, from 1. */
  readonly number: number
  readonly name: string
  readonly shortName: string
  readonly floor: boolean
  readonly next: boolean
  readonly facilitates: boolean
  readonly listens: boolean
  /** How this seat's piece of a round's ring looks; none outside rounds, and for who only listens. */
  readonly arc: 'none' | 'to-come' | 'now' | 'done'
}

/** The question on the wall and up to three that wait. */
export interface BoardView {
  readonly shown: string | null
  readonly waiting: readonly string[]
  readonly more: number
}

/** Under the wall: what comes then, who facilitates, when we close. */
export interface StripView {
  readonly then: {
    readonly kind: AgendaItemKind
    readonly name: string | null
    readonly at: Instant | null
  } | null
  readonly facilitator: string
  readonly closesAt: Instant
  readonly pieces: readonly StripPiece[]
}

export interface StripPiece {
  readonly minutes: number
  readonly state: 'past' | 'present' | 'future'
}

/** The two lines of a speaking rule, as data. */
export interface RuleView {
  readonly rule: SpeakingRule
  /** Who has the floor, where the rule names somebody. */
  readonly name: string | null
  readonly then: string | null
}

export type Face =
  | { readonly kind: 'waiting'; readonly circle: string; readonly beginsAt: Instant | null }
  | { readonly kind: 'named'; readonly facilitator: string }
  | { readonly kind: 'agreements'; readonly page: AgreementsPage }
  | {
      readonly kind: 'round'
      readonly round: 'check-in' | 'last-round' | 'phase'
      readonly title: string | null
      readonly rule: RuleView
      readonly sentence: string | null
      readonly asking: boolean
      readonly whole: Clock
      readonly share: Clock | null
    }
  | { readonly kind: 'choosing'; readonly name: string | null; readonly turnsLeft: number }
  | {
      readonly kind: 'turn'
      readonly title: string
      readonly rule: RuleView
      readonly sentence: string
      readonly board: BoardView | null
      readonly clock: Clock
    }
  | { readonly kind: 'break'; readonly backAt: Instant; readonly thenName: string | null }
  | { readonly kind: 'thanked'; readonly name: string }
  | { readonly kind: 'held' }
  | { readonly kind: 'reminded'; readonly rule: RuleView; readonly until: Instant }
  | { readonly kind: 'blank' }
  | { readonly kind: 'closed'; readonly keptSentences: number }

export type AgreementsPage =
  | { readonly kind: 'sentence'; readonly reader: string; readonly text: string }
  | { readonly kind: 'change' }
  | { readonly kind: 'hold' }

/** How the wall is drawn: chosen on this computer, never by what is said. */
export interface StageOptions {
  readonly theme: 'dark' | 'light'
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly time: 'minutes' | 'exact' | 'shape'
  readonly hours: 12 | 24
  readonly motion: 'calm' | 'none'
}

/**
 * All that the room may see, and nothing else. It carries clock facts, not ticks: the stage counts by itself.
 * A field that not everybody may see must never be added here.
 */
export interface StageView {
  readonly kind: 'stage-view'
  readonly version: 1
  /** The console's steady time when this was made: the stage sets its own clock by it. */
  readonly sentAt: Instant
  readonly options: StageOptions
  readonly seats: readonly SeatView[]
  readonly face: Face
  readonly strip: StripView | null
}

/** How the wall is drawn when nobody chose. */
export const usualStageOptions: StageOptions = {
  theme: 'dark',
  language: 'en',
  direction: 'ltr',
  time: 'minutes',
  hours: 24,
  motion: 'calm',
}
