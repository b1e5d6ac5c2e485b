import type { StageOptions, StageView, ToneView } from '../../../shared/stage/stage-view'
import type { Evening } from '../../unit/builders'
import type { Room } from './room'

/** Drives an evening into a state; null where the room has too few seats for it. */
export type Build = (room: Room) => Evening | null

/** A state of the wall; with other options than the usual where they are what it shows, and with a tone where one sounds. */
export type State =
  | Build
  | {
      readonly build: Build
      readonly options?: Partial<StageOptions>
      /** Which tone sounds, from just before on. */
      readonly tone?: ToneView['sound']
    }
  /** What the wall shows while no session is there. */
  | { readonly show: (options: StageOptions) => StageView }

/** The states that one face has, by their names. */
export type States = Readonly<Record<string, State>>
