import type { GestureId, ItemId, MemberId, RecordId, StepId, TextId } from '../basics/ids'
import type { Instant, Millis } from '../basics/time'

/** What happened, as facts: ids, instants and kinds, never a word that somebody said or wrote. */
export type EventBody =
  | { readonly type: 'member-came'; readonly member: MemberId }
  | { readonly type: 'member-left'; readonly member: MemberId }
  | { readonly type: 'seats-ordered'; readonly order: readonly MemberId[] }
  | { readonly type: 'facilitator-chosen'; readonly member: MemberId }
  | { readonly type: 'scribe-chosen'; readonly member: MemberId | null }
  | { readonly type: 'session-begun'; readonly plan: RecordId }
  | { readonly type: 'step-started'; readonly step: StepId }
  | { readonly type: 'phase-returned'; readonly step: StepId }
  | {
      readonly type: 'voice-ended'
      readonly step: StepId
      readonly member: MemberId
      readonly how: 'spoke' | 'passed' | 'skipped'
    }
  | { readonly type: 'voice-given'; readonly step: StepId; readonly member: MemberId }
  | { readonly type: 'presenter-chosen'; readonly item: ItemId; readonly member: MemberId }
  | { readonly type: 'minutes-added'; readonly step: StepId; readonly length: Millis }
  | { readonly type: 'question-written'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'question-shown'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'question-answered'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'question-withdrawn'; readonly item: ItemId; readonly question: TextId }
  | { readonly type: 'board-shown'; readonly item: ItemId }
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
  | { readonly type: 'wall-blanked' }
  | { readonly type: 'wall-lit' }
  | { readonly type: 'gap-found'; readonly from: Instant; readonly to: Instant }
  | { readonly type: 'gap-settled'; readonly choice: 'count' | 'leave-out' }
  | { readonly type: 'session-closed' }
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
  'minutes-added': 'undoable',
  'question-written': 'undoable',
  'question-shown': 'undoable',
  'question-answered': 'undoable',
  'question-withdrawn': 'undoable',
  'board-shown': 'undoable',
  'takeaway-settled': 'undoable',
  'turn-thanked': 'undoable',
  'turn-kept': 'undoable',
  'turn-forgotten': 'outside',
  'clock-paused': 'outside',
  'clock-resumed': 'outside',
  'room-held': 'outside',
  'room-resumed': 'outside',
  'room-reminded': 'outside',
  'wall-blanked': 'outside',
  'wall-lit': 'outside',
  'gap-found': 'outside',
  'gap-settled': 'outside',
  'session-closed': 'outside',
  withdrawn: 'outside',
  reinstated: 'outside',
} as const satisfies Record<EventType, 'undoable' | 'outside'>
