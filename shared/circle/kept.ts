import type { MemberId, SessionId, TextId } from '../basics/ids'
import type { LineKind } from '../session/sweep'
import type { Level } from './circle'

/** One line that somebody asked to keep. Without an owner where it was kept without names. */
export interface KeptLine {
  readonly kind: LineKind
  readonly text: string
  readonly owner: MemberId | null
}

/** What stays of one session, beside its trace. */
export interface KeptOfSession {
  readonly session: SessionId
  readonly lines: readonly KeptLine[]
  /** The level that was agreed on: it decides what may leave in a file. */
  readonly level: Level
}

/** What the circle forgot, by id alone: wherever the circle arrives, it is forgotten there too. */
export interface Forgotten {
  /** Sessions of which nothing is kept any more, beside their trace. */
  readonly sessions: readonly SessionId[]
  readonly commitments: readonly TextId[]
  /** Members who left; their names are gone, their ids stay in old traces. */
  readonly members: readonly MemberId[]
}

/** A circle that has forgotten nothing yet. */
export const nothingForgotten: Forgotten = { sessions: [], commitments: [], members: [] }
