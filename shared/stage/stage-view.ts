import type { Day } from '../circle/circle'
import type { Wish } from '../formats/wish'
import type { AgendaItemKind, RoundKind } from '../session/plan'
import type { Stay } from '../session/sweep'
import type { Warmth } from '../board/board'
import type { Clock } from '../session/clock'
import type { Instant } from '../basics/time'
import type { GroupPart, Letter, SpeakingRule } from '../formats/format'

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
  /** Brings something today, while it is being chosen who presents. */
  readonly brings: boolean
  /** First, second … to present today, while that is being chosen; null for the others. */
  readonly turn: number | null
  /** How this seat's piece of a round's ring looks; none outside rounds, and for who only listens. */
  readonly arc: 'none' | 'to-come' | 'now' | 'done'
}

/** The question on the wall and up to three that wait. */
export interface BoardView {
  /** Whose question it is, where the circle wants names on the board. */
  readonly by: string | null
  /** It stands alone, larger, and nothing waits under it. */
  readonly alone: boolean
  /** Where the presenter says of it: hot, lukewarm, cold; null outside sorting. */
  readonly sorting: { readonly said: Warmth | null } | null
  readonly shown: string | null
  readonly waiting: readonly string[]
  readonly more: number
}

/** Under the wall: what comes then, who facilitates, when we close. */
export interface StripView {
  readonly then: {
    readonly kind: AgendaItemKind
    readonly name: string | null
    /** What the whole group does then, by its name; null elsewhere. */
    readonly title: string | null
    readonly at: Instant | null
  } | null
  readonly facilitator: string
  readonly closesAt: Instant
  readonly pieces: readonly StripPiece[]
  readonly practice: boolean
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
  /** What happens in pairs and trios; null elsewhere. */
  readonly part: PartView | null
}

/** A part of pairs, trios or fours: whose it is, what that letter does, and who the others are. */
export interface PartView {
  /** Null where all of a group speak. */
  readonly letter: Letter | null
  readonly does: GroupPart['does']
  /** The other letters of the largest group; all of them where the part is nobody's. */
  readonly rest: readonly Letter[]
}

/** One person's commitment as it stands on the wall. A private one has no words here. */
export interface CommitmentView {
  readonly name: string
  /** Null: it is private, or not said yet. */
  readonly text: string | null
  readonly kind: 'do' | 'rest'
  readonly until: Day | null
}

export type Face =
  | { readonly kind: 'waiting'; readonly circle: string; readonly beginsAt: Instant | null }
  /** `thanks` names who had the role before; null at the begin. */
  | { readonly kind: 'named'; readonly facilitator: string; readonly thanks: string | null }
  | { readonly kind: 'agreements'; readonly page: AgreementsPage }
  | {
      readonly kind: 'round'
      readonly round: RoundKind | 'phase'
      readonly title: string | null
      readonly rule: RuleView
      readonly sentence: string | null
      /** What the present voice promised before, where it is asked about in this round; null text: private. */
      readonly promise: { readonly text: string | null } | null
      /** Whether the sentence is a line for the room, in place of the usual one and of what stands under it. */
      readonly told: boolean
      readonly asking: boolean
      readonly whole: Clock
      readonly share: Clock | null
    }
  | {
      readonly kind: 'choosing'
      readonly turns: number
      /** Those who bring something, first to present first, as far as there are turns. */
      readonly first: readonly string[]
      readonly nextInLine: readonly string[]
    }
  | {
      readonly kind: 'help'
      readonly name: string
      readonly wish: Wish | null
      readonly format: string
      readonly minutes: number
    }
  | {
      readonly kind: 'groups'
      readonly title: string
      readonly sentence: string | null
      /** Null before the begin, and once everybody sits in one circle again. */
      readonly part: PartView | null
      /** The part after this one; null where everybody sits together then. */
      readonly then: PartView | null
      readonly rows: readonly (readonly string[])[]
      /** Whether the places in a row are called by letters. */
      readonly lettered: boolean
      readonly keeper: string | null
      /** From when on everybody sits together: the clock of the phase, null before the begin. */
      readonly clock: Clock | null
      /** Until when "Change: B tells", or "All together", stands; null outside changes. */
      readonly changeUntil: Instant | null
    }
  | {
      readonly kind: 'last-commitments'
      readonly name: string
      readonly promises: readonly CommitmentView[]
    }
  /** `question` is null where it is the usual one. */
  | {
      readonly kind: 'harvest'
      readonly question: string | null
      readonly words: readonly string[]
      /** How many of them, from the first, the room takes up; 0 while none are chosen. */
      readonly chosen: number
    }
  | {
      readonly kind: 'commitments'
      readonly name: string | null
      readonly now: readonly CommitmentView[]
      readonly said: readonly CommitmentView[]
      readonly nextAt: Instant | null
    }
  | { readonly kind: 'what-stays'; readonly keep: readonly Stay[]; readonly forget: readonly Stay[] }
  | {
      readonly kind: 'turn'
      readonly title: string
      readonly rule: RuleView
      readonly sentence: string
      readonly told: boolean
      readonly board: BoardView | null
      readonly clock: Clock
      /** More minutes that are put to the room, in place of the rule; null while nothing is asked. */
      readonly more: MoreView | null
    }
  /** All the questions together, a page at a time: those of a turn, or what was parked today. */
  | {
      readonly kind: 'together'
      readonly of: 'turn' | 'parked'
      readonly rule: RuleView | null
      readonly questions: readonly { readonly text: string; readonly by: string | null }[]
      /** From 1. */
      readonly page: number
      readonly pages: number
      /** Whether names stand beside them, as the circle chose. */
      readonly named: boolean
      readonly clock: Clock | null
    }
  /** A sentence to say otherwise, the same for everybody; in groups, or all together with one other way beneath. */
  | {
      readonly kind: 'card'
      readonly title: string
      readonly rule: RuleView
      readonly sentence: string
      readonly heard: string
      /** One way to say it; null while it is looked for. */
      readonly open: string | null
      /** Which card it is, from 1, and of how many. */
      readonly number: number
      readonly of: number
      readonly clock: Clock
    }
  /** Everybody writes for themselves: no strip, and no number until the last minute. */
  | {
      readonly kind: 'write'
      readonly title: string
      readonly rule: RuleView
      readonly sentence: string
      readonly told: boolean
      readonly clock: Clock
    }
  | {
      readonly kind: 'refit'
      /** When the session would close if nothing is changed, and when it closes if the room agrees. */
      readonly closesAt: Instant
      readonly agreedAt: Instant
      readonly rows: readonly RefitRow[]
      /** Changes that have no place in the rows. */
      readonly more: number
      /** A turn ahead that stays as planned; null where every turn changes or none is ahead. */
      readonly stays: RefitRow | null
    }
  | { readonly kind: 'break'; readonly backAt: Instant; readonly thenName: string | null }
  /** The word alone, while nobody speaks. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'thanked'; readonly name: string }
  | { readonly kind: 'held' }
  | { readonly kind: 'reminded'; readonly rule: RuleView; readonly until: Instant }
  | { readonly kind: 'blank' }
  /** Before a session: whether the wall can be read, how clear it is, and how a tone looks. */
  | { readonly kind: 'room-check'; readonly page: RoomCheckPage }
  | {
      readonly kind: 'closed'
      readonly keep: readonly Stay[]
      readonly next: {
        readonly at: Instant | null
        readonly name: string | null
        readonly answer: 'asked' | 'willing'
      }
    }

export type RoomCheckPage = 'lines' | 'stripes' | 'dot' | 'ready'

/** So many minutes more, and who would pay. */
export interface MoreView {
  readonly minutes: number
  /** Who is asked first, whether it would help; null once the room is asked. */
  readonly asks: string | null
  /** Whose minutes they would be, and how many were and would be left; null: the session closes later. */
  readonly from: {
    readonly item: AgendaItemKind
    readonly before: number
    readonly after: number
  } | null
  /** When the session would close at this pace, if the room agrees. */
  readonly closesAt: Instant
}

/** An item of the agenda whose length may change, in minutes; nothing after: it is left out. */
export interface RefitRow {
  readonly item: AgendaItemKind
  /** Whose turn it is; null where nobody's, or nobody is chosen yet. */
  readonly name: string | null
  /** What the whole group does, by its name; null elsewhere. */
  readonly title: string | null
  /** How many turns the row stands for. */
  readonly alike: number
  readonly before: number
  readonly after: number
}

export type AgreementsPage =
  | { readonly kind: 'sentence'; readonly reader: string; readonly text: string }
  | { readonly kind: 'change' }
  | { readonly kind: 'hold' }

/** How the wall is drawn: chosen on this computer, never by what is said. */
export interface StageOptions {
  readonly theme: 'dark' | 'light' | 'contrast'
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
  /** The tone that sounds now, for those who cannot hear it; null while none does. */
  readonly tone: ToneView | null
}

/** A tone: which one, and since when. Where this computer plays none, the room is shown it all the same. */
export interface ToneView {
  readonly sound: 'bowl' | 'wood' | 'none'
  readonly since: Instant
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
