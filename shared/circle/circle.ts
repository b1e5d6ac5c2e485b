import type { CircleId, FormatId, MemberId, OwnPlaceId, SessionId, TextId } from '../basics/ids'
import type { Instant } from '../basics/time'
import type { Shelf } from '../craft/shelf'
import type { Format } from '../formats/format'
import type { AgendaTemplate } from './agenda-template'

/** A person in a circle: a free name or alias, never an account. */
export interface Member {
  readonly id: MemberId
  readonly name: string
  /** The first word, made unique by an initial: what a seat shows when the name does not fit. */
  readonly shortName: string
  /** How many sessions the circle had held when this person joined; absent for who was there from the start. */
  readonly joinedAfter?: number
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

/** A day on the calendar of the room, as "2026-03-27". */
export type Day = string

/** What a member means to do before next time, or lets rest; in the person's own words. */
export interface Commitment {
  readonly id: TextId
  readonly member: MemberId
  readonly text: string
  /** To be done, or left to rest; until when, where a day was said. */
  readonly kind: 'do' | 'rest'
  readonly until: Day | null
  /** A private one is told to nobody: the wall says only that there is one. */
  readonly seenBy: 'room' | 'console'
  readonly session: SessionId
}

/** What a member said came of a commitment (circles.md 7.2). */
export type Outcome = 'done' | 'partly' | 'changed' | 'dropped' | 'open' | 'not-today'

/** When the circle meets next, and who was asked to facilitate then. */
export interface NextMeeting {
  readonly at: Instant | null
  readonly facilitator: MemberId | null
  /** Asked and not there to answer, or asked and willing. */
  readonly answer: 'asked' | 'willing'
}

/** What the circle carries from one session to the next, beside what was kept. */
export interface Standing {
  /** Who offered to facilitate next time, first to say so first. */
  readonly offers: readonly MemberId[]
  /** Who waits to present, first in line first. */
  readonly queue: readonly MemberId[]
  readonly next: NextMeeting | null
}

/** A circle that has met nobody yet carries nothing. */
export const newStanding: Standing = { offers: [], queue: [], next: null }

/** For how many days after a session what was kept of it stays; 0: nothing is kept beyond the close. */
export type Retention = 0 | 7 | 30 | 90

/** Two meetings a fortnight apart, and one that was missed: what was kept is still there. */
export const usualRetention: Retention = 30

/** A format of its own that a circle removed, and the version that it had then. */
export interface RemovedFormat {
  readonly id: FormatId
  readonly version: number
}

/** One place: marks under a member's own words, or random bytes. Nobody can tell without those words. */
export interface OwnPlace {
  readonly id: OwnPlaceId
  readonly member: MemberId
  /** 720 signs of base64url, whatever is in it. */
  readonly sealed: string
}

/** Every member's places, and the ids of those that were put in place of: they are gone wherever the circle arrives. */
export interface OwnPlaces {
  readonly places: readonly OwnPlace[]
  readonly gone: readonly OwnPlaceId[]
}

/** The group and what it keeps between sessions. */
export interface Circle {
  readonly id: CircleId
  readonly name: string
  readonly members: readonly Member[]
  readonly agreements: readonly Agreement[]
  readonly level: Level
  readonly standing: Standing
  readonly retention: Retention
  /** The circle's own formats, beside those of the library; absent for none. */
  readonly formats?: readonly Format[]
  /** Those it removed, so that a computer that still has one removes it too; absent for none. */
  readonly removedFormats?: readonly RemovedFormat[]
  /** Agendas that the circle has put by, each under a name of its own; absent for none. */
  readonly agendas?: readonly AgendaTemplate[]
  /** The questions that it likes, and those it wrote itself; absent for none. */
  readonly questions?: Shelf
  /** Whether names stand beside the questions on the board; absent: nobody's. */
  readonly namesOnBoard?: true
  /** Where members’ own marks lie sealed, or might; absent where nobody ever kept any. */
  readonly own?: OwnPlaces
  /** Grows by one with every change of the circle, on whichever computer: of two, the higher is the newer. */
  readonly version: number
}
