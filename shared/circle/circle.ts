import type { CircleId, MemberId, TextId } from '../basics/ids'

/** A person in a circle: a free name or alias, never an account. */
export interface Member {
  readonly id: MemberId
  readonly name: string
  /** The first word, made unique by an initial: what a seat shows when the name does not fit. */
  readonly shortName: string
}

/** One sentence that the circle agrees on; read aloud by the next chair. */
export interface Agreement {
  readonly id: TextId
  readonly text: string
}

/** How far what was said may go (circles.md 5.1). C2, "stories stay, learning leaves", is the usual one. */
export type Level = 'C0' | 'C1' | 'C2' | 'C3' | 'C4'

/** What would help most today: asked once, in the first minute. */
export type Help = 'questions' | 'ideas' | 'being-heard' | 'a-little-of-each'

/** The group and what it keeps between sessions. */
export interface Circle {
  readonly id: CircleId
  readonly name: string
  readonly members: readonly Member[]
  readonly agreements: readonly Agreement[]
  readonly level: Level
}
