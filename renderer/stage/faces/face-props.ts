import type { Instant } from '../../../shared/basics/time'
import type { Face, StageView } from '../../../shared/stage/stage-view'

/** What every face is given: itself, the whole view, and the time. */
export interface FaceProps<Kind extends Face['kind']> {
  readonly face: Extract<Face, { kind: Kind }>
  readonly view: StageView
  readonly now: Instant
}
