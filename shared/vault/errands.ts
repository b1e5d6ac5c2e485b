import type { CircleId } from '../basics/ids'
import type { ScopeKeys, Way } from './vault'

/** A pack beside the keys, from which a circle can be brought back. */
export interface PackFacts {
  readonly kind: 'snapshot' | 'backup'
  /** When it was written, in milliseconds since 1970. */
  readonly at: number
}

/** What bytes are carried for. */
export type Errand =
  /** Rows into one more snapshot or backup; `drops`: which of the others do not open any more. */
  | {
      readonly is: 'keep'
      readonly id: CircleId
      readonly kind: PackFacts['kind']
      readonly drops: 'none' | 'snapshots' | 'all'
    }
  /** Which packs there are. */
  | { readonly is: 'packs'; readonly id: CircleId }
  /** The rows of one of them. */
  | { readonly is: 'restore'; readonly id: CircleId; readonly place: number }
  /** Rows into a file that travels; somebody chooses where. */
  | { readonly is: 'take-along'; readonly id: CircleId }
  /** A file that somebody chooses, to be opened next. */
  | { readonly is: 'bring' }
  /** Opens the file that was brought, and gives its rows. */
  | { readonly is: 'open-brought'; readonly way: Way; readonly secret: string }
  /** Makes the circle that was brought one of this computer's, or takes over its newer ways to open it. */
  | { readonly is: 'adopt-brought' }
  /** A text into a file that somebody chooses. */
  | { readonly is: 'export'; readonly name: string }
  /** The bytes of a method's file that somebody chooses. */
  | { readonly is: 'import' }

/** The largest file of a method, in bytes. */
export const largestImport = 262_144

/** What a file that was brought says in clear. */
export interface Brought {
  readonly circle: CircleId
  readonly label: string
  readonly ways: readonly Way[]
  /** When it was written, in milliseconds since 1970. */
  readonly at: number
}

export type ErrandAnswer =
  | { readonly is: 'done'; readonly packs?: readonly PackFacts[]; readonly bytes?: Uint8Array }
  | { readonly is: 'brought'; readonly facts: Brought }
  | { readonly is: 'opened'; readonly keys: ScopeKeys; readonly bytes: Uint8Array }
  | { readonly is: 'wrong'; readonly wait: number }
  /** Nobody chose a file. */
  | { readonly is: 'left' }
  | {
      readonly is: 'cannot'
      readonly because: 'damaged' | 'newer' | 'too-large' | 'not-ours' | 'no-words' | 'failed'
    }
