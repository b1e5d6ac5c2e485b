import type { FormatId, GestureId, ItemId, MemberId, RecordId, StepId, TextId } from '../basics/ids'
import type { Instant, Millis } from '../basics/time'
import type { Warmth } from '../board/board'
import type { Day, Outcome } from '../circle/circle'
import type { Wish } from '../formats/wish'

/** What somebody may want to happen with a line at the close. */
export type Way = 'keep' | 'keep-without-names' | 'forget'

/** What happened, as facts: ids, instants and kinds, never a word that somebody said or wrote. */
export type EventBody =
  | { readonly type: 'member-came'; readonly member: MemberId }
  | { readonly type: 'member-left'; readonly member: MemberId }
  | { readonly type: 'seats-ordered'; readonly order: readonly MemberId[] }
  | { readonly type: 'facilitator-chosen'; readonly member: MemberId }
  | { readonly type: 'scribe-chosen'; readonly member: MemberId | null }
  | { readonly type: 'session-begun'; readonly plan: RecordId }
  /** `since` is an earlier begin: the room had started before anybody pressed a key. */
  | { readonly type: 'step-started'; readonly step: StepId; readonly since?: Instant }
  | { readonly type: 'phase-returned'; readonly step: StepId }
  | {
      readonly type: 'voice-ended'
      readonly step: StepId
      readonly member: MemberId
      readonly how: 'spoke' | 'passed' | 'skipped'
    }
  | { readonly type: 'voice-given'; readonly step: StepId; readonly member: MemberId }
  | { readonly type: 'presenter-chosen'; readonly item: ItemId; readonly member: MemberId }
  | { readonly type: 'bringing-said'; readonly member: MemberId }
  | { readonly type: 'bringing-unsaid'; readonly member: MemberId }
  | { readonly type: 'wish-said'; readonly item: ItemId; readonly wish: Wish }
  | { readonly type: 'format-chosen'; readonly item: ItemId; readonly format: FormatId }
  | {
      readonly type: 'groups-drawn'
      readonly item: ItemId
      readonly groups: readonly (readonly MemberId[])[]
    }
  /** An item is the item of one turn that is covered; without one the role goes for the rest of the session. */
  | { readonly type: 'hand-over-offered'; readonly to: MemberId | null; readonly item: ItemId | null }
  | { readonly type: 'hand-over-taken' }
  | { readonly type: 'hand-over-declined' }
  | { readonly type: 'commitment-reviewed'; readonly commitment: TextId; readonly outcome: Outcome }
  | {
      readonly type: 'commitment-made'
      readonly member: MemberId
      readonly text: TextId
      readonly kind: 'do' | 'rest'
      readonly until: Day | null
    }
  | { readonly type: 'commitment-withdrawn'; readonly text: TextId }
  | { readonly type: 'word-written'; readonly text: TextId }
  | { readonly type: 'word-withdrawn'; readonly text: TextId }
  /** From here on nothing reaches back behind. */
  | { readonly type: 'sweep-begun' }
  | { readonly type: 'line-moved'; readonly text: TextId; readonly way: Way }
  | { readonly type: 'wall-frozen' }
  | { readonly type: 'wall-thawed' }
  /** `meets`, not `at`: that is when the event itself happened. */
  | { readonly type: 'next-meeting-set'; readonly meets: Instant | null }
  | {
      readonly type: 'next-facilitator-asked'
      readonly member: MemberId | null
      readonly answer: 'asked' | 'willing'
    }
  /** Other lengths, in minutes, for steps ahead are put to the room: shown, nothing changed. Breaks may be left out. */
  | {
      readonly type: 'refit-put'
      readonly lengths: readonly { readonly step: StepId; readonly minutes: number }[]
      readonly dropped: readonly ItemId[]
      readonly closesAt: Instant
    }
  | { readonly type: 'refit-agreed' }
  | { readonly type: 'refit-dismissed' }
  /** So many minutes more for the present step, who is asked, and who pays: the lengths of steps ahead, in minutes as they will be. */
  | {
      readonly type: 'extension-put'
      readonly step: StepId
      readonly minutes: number
      readonly asks: 'presenter' | 'room'
      readonly pays: 'spare' | 'steps' | 'nobody'
      /** When the session would close, at the pace it had then. */
      readonly closesAt: Instant
      readonly lengths: readonly { readonly step: StepId; readonly minutes: number }[]
    }
  | { readonly type: 'extension-agreed' }
  | { readonly type: 'extension-dismissed' }
  /** What was spared since goes back to who lent it. */
  | { readonly type: 'loan-repaid'; readonly lender: StepId }
  | { readonly type: 'minutes-added'; readonly step: StepId; readonly length: Millis }
  | { readonly type: 'question-written'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'question-shown'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'question-answered'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'question-withdrawn'; readonly item: ItemId; readonly question: TextId }
  /** The same question in other words: `by` takes its place. */
  | {
      readonly type: 'question-reworded'
      readonly item: ItemId
      readonly question: TextId
      readonly by: TextId
    }
  | { readonly type: 'question-parked'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'question-taken-home'; readonly item: ItemId; readonly question: TextId }
  /** It waits again. */
  | { readonly type: 'question-returned'; readonly item: ItemId; readonly question: TextId }
  | {
      readonly type: 'question-grouped'
      readonly item: ItemId
      readonly question: TextId
      readonly under: TextId
    }
  | { readonly type: 'question-ungrouped'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'questions-ordered'; readonly item: ItemId; readonly order: readonly TextId[] }
  /** What the presenter says of it; the same again takes it back. */
  | {
      readonly type: 'question-warmed'
      readonly item: ItemId
      readonly question: TextId
      readonly warmth: Warmth
    }
  /** The presenter goes on to it in sorting. */
  | { readonly type: 'question-sorted'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'question-alone'; readonly item: ItemId; readonly alone: boolean }
  /** What waits is hidden from the wall until it is shown together. */
  | { readonly type: 'board-veiled'; readonly item: ItemId }
  | { readonly type: 'board-revealed'; readonly item: ItemId }
  | { readonly type: 'board-paged'; readonly item: ItemId; readonly page: number }
  | { readonly type: 'pages-closed'; readonly item: ItemId }
  | { readonly type: 'board-shown'; readonly item: ItemId }
  /** What was parked has been seen again at the close. */
  | { readonly type: 'parked-seen' }
  /** Lines that the room takes up, most wished for first; how they were chosen is not kept. */
  | { readonly type: 'themes-chosen'; readonly item: ItemId; readonly texts: readonly TextId[] }
  /** The next card of a drill, turned by hand. */
  | { readonly type: 'card-turned'; readonly step: StepId }
  | {
      readonly type: 'takeaway-settled'
      readonly item: ItemId
      readonly how: 'kept' | 'nothing' | 'elsewhere'
      readonly text: TextId | null
    }
  | { readonly type: 'turn-thanked'; readonly item: ItemId }
  | { readonly type: 'turn-kept'; readonly item: ItemId }
  | { readonly type: 'turn-forgotten'; readonly item: ItemId }
  | { readonly type: 'clock-paused' }
  | { readonly type: 'clock-resumed' }
  | { readonly type: 'room-held' }
  | { readonly type: 'room-resumed' }
  | { readonly type: 'room-reminded' }
  /** A line for the room takes the sentence's place for a while. */
  | { readonly type: 'room-told'; readonly text: TextId }
  | { readonly type: 'wall-blanked' }
  | { readonly type: 'wall-lit' }
  | { readonly type: 'gap-found'; readonly from: Instant; readonly to: Instant }
  | { readonly type: 'gap-settled'; readonly choice: 'count' | 'leave-out' }
  /** `atOnce`: the room had to be left; only commitments stay. */
  | { readonly type: 'session-closed'; readonly atOnce?: true }
  | { readonly type: 'withdrawn'; readonly target: GestureId }
  | { readonly type: 'reinstated'; readonly target: GestureId }

export type EventType = EventBody['type']

/** A fact with its place: `seq` orders a session's events, `gesture` joins those that one key press made. */
export type SessionEvent = EventBody & {
  readonly seq: number
  readonly at: Instant
  readonly gesture: GestureId
}

/** Every event type, and whether a gesture made of it can be undone. What calms or restores the room stands outside. */
export const eventTypes = {
  'member-came': 'undoable',
  'member-left': 'undoable',
  'seats-ordered': 'undoable',
  'facilitator-chosen': 'undoable',
  'scribe-chosen': 'undoable',
  'session-begun': 'outside',
  'step-started': 'undoable',
  'phase-returned': 'undoable',
  'voice-ended': 'undoable',
  'voice-given': 'undoable',
  'presenter-chosen': 'undoable',
  'bringing-said': 'undoable',
  'bringing-unsaid': 'undoable',
  'wish-said': 'undoable',
  'format-chosen': 'undoable',
  'groups-drawn': 'undoable',
  'hand-over-offered': 'outside',
  'hand-over-taken': 'undoable',
  'hand-over-declined': 'outside',
  'commitment-reviewed': 'undoable',
  'commitment-made': 'undoable',
  'commitment-withdrawn': 'undoable',
  'word-written': 'undoable',
  'word-withdrawn': 'undoable',
  'sweep-begun': 'outside',
  'line-moved': 'undoable',
  'wall-frozen': 'outside',
  'wall-thawed': 'outside',
  'next-meeting-set': 'outside',
  'next-facilitator-asked': 'outside',
  'refit-put': 'undoable',
  'refit-agreed': 'undoable',
  'refit-dismissed': 'undoable',
  'extension-put': 'undoable',
  'extension-agreed': 'undoable',
  'extension-dismissed': 'undoable',
  'loan-repaid': 'undoable',
  'minutes-added': 'undoable',
  'question-written': 'undoable',
  'question-shown': 'undoable',
  'question-answered': 'undoable',
  'question-withdrawn': 'undoable',
  'question-reworded': 'undoable',
  'question-parked': 'undoable',
  'question-taken-home': 'undoable',
  'question-returned': 'undoable',
  'question-grouped': 'undoable',
  'question-ungrouped': 'undoable',
  'questions-ordered': 'undoable',
  'question-warmed': 'undoable',
  'question-sorted': 'undoable',
  'question-alone': 'undoable',
  'board-veiled': 'undoable',
  'board-revealed': 'undoable',
  'board-paged': 'undoable',
  'pages-closed': 'undoable',
  'board-shown': 'undoable',
  'parked-seen': 'undoable',
  'themes-chosen': 'undoable',
  'card-turned': 'undoable',
  'takeaway-settled': 'undoable',
  'turn-thanked': 'undoable',
  'turn-kept': 'undoable',
  'turn-forgotten': 'outside',
  'clock-paused': 'outside',
  'clock-resumed': 'outside',
  'room-held': 'outside',
  'room-resumed': 'outside',
  'room-reminded': 'outside',
  'room-told': 'undoable',
  'wall-blanked': 'outside',
  'wall-lit': 'outside',
  'gap-found': 'outside',
  'gap-settled': 'outside',
  'session-closed': 'outside',
  withdrawn: 'outside',
  reinstated: 'outside',
} as const satisfies Record<EventType, 'undoable' | 'outside'>
