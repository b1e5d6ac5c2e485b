import type { Circle, Commitment } from '../circle/circle'
import type { Forgotten, KeptOfSession } from '../circle/kept'
import type { SessionTrace } from '../session/trace'

/**
 * All that a circle carries from one computer to another. Two states of one circle agree on what an id means: a trace,
 * the owner of a commitment and the level of a session never change once they are written.
 */
export interface CircleState {
  readonly circle: Circle
  /** The sessions that were held; what is forgotten of a session leaves its trace. */
  readonly traces: readonly SessionTrace[]
  /** Those still open. */
  readonly commitments: readonly Commitment[]
  readonly kept: readonly KeptOfSession[]
  readonly forgotten: Forgotten
}
