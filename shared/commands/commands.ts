/** Every command once. Its words are in the words of the language, under the same id. */
export type CommandId =
  | 'forward'
  | 'back'
  | 'pause'
  | 'resume'
  | 'hold'
  | 'blank'
  | 'remind'
  | 'what-can-i-say'
  | 'tell-room'
  | 'write'
  | 'add-minute'
  | 'take-minute'
  | 'two-more'
  | 'pass'
  | 'skip'
  | 'undo'
  | 'redo'
  | 'end-with-thanks'
  | 'nothing-to-write'
  | 'goes-elsewhere'
  | 'choose-down'
  | 'choose-up'
  | 'show-question'
  | 'move-down'
  | 'move-up'
  | 'group'
  | 'alone'
  | 'park'
  | 'take-away'
  | 'dots'
  | 'next-card'
  | 'hand-over'
  | 'decline'
  | 'come-and-go'
  | 'time-card'
  | 'freeze'
  | 'all-names'
  | 'start-since'
  | 'leave-turn-out'
  | 'draw-again'
  | 'leave-now'
  | 'full-screen'
  | 'swap-displays'
  | 'print-paper'
  | 'lock'
  | 'all-keys'

/** A key as the browser or the stage's window reports it. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** Where a key was pressed: on the run surface, or while somebody types. */
export type KeyPlace = 'surface' | 'field'

export type KeyMeaning =
  { readonly kind: 'command'; readonly id: CommandId } | { readonly kind: 'chair'; readonly number: number }
