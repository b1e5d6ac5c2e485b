import type { CircleId, MemberId } from '../basics/ids'

/** How a circle can be opened: four words, the recovery card, the key store of this computer, or by anyone until its first close. */
export type Way = 'words' | 'recovery' | 'computer' | 'open'

/** What can be known of a circle without opening it. */
export interface VaultFacts {
  readonly id: CircleId
  /** What the group calls it on the home screen; the one text that lies in clear. */
  readonly label: string
  readonly state: 'open' | 'locked' | 'damaged' | 'newer'
  readonly ways: readonly Way[]
  /** The database that holds its rows; null when the keys cannot be read. */
  readonly database: string | null
}

/** Every circle on this computer. */
export interface VaultList {
  readonly vaults: readonly VaultFacts[]
  /** Whether this computer has a key store that keeps keys from other people who sign in. */
  readonly keyStore: boolean
}

/** Keys by the name of what they seal; 32 bytes each. */
export type ScopeKeys = Readonly<Record<string, Uint8Array>>

/** What came of trying to open a circle. */
export type Opening =
  | { readonly is: 'open'; readonly keys: ScopeKeys }
  /** Not the words, or not the code; `wait`: seconds until it can be tried again. */
  | { readonly is: 'wrong'; readonly wait: number }
  /** There is no such way to open it, or no such circle. */
  | { readonly is: 'cannot' }

/** A wish to open a circle. */
export interface OpenWish {
  readonly id: CircleId
  readonly way: Way
  /** The words or the code; nothing for the other ways. */
  readonly secret: string
}

/** A change of a circle's keys: first new ones, then those to destroy, in one writing. */
export interface KeyChange {
  readonly id: CircleId
  readonly add: readonly string[]
  readonly destroy: readonly string[]
  /** The name on the home screen, where it changes. */
  readonly label?: string
  /** The database that holds its rows from now on, where that changes. */
  readonly database?: string
}

/** New ways to open a circle, to be said aloud and written down. */
export interface ProposedWays {
  readonly words: string
  readonly code: string
}

/** Who may open a circle from now on; what is not named here can no longer open it. */
export interface Protection {
  readonly id: CircleId
  readonly words?: string
  readonly code?: string
  readonly computer: boolean
}

/** A member of an open circle, and words of their own. */
export interface OwnWish {
  readonly id: CircleId
  readonly member: MemberId
  readonly words: string
}

/** A text to be sealed under them, for one place. */
export interface OwnKeep extends OwnWish {
  readonly place: string
  readonly text: string
}

/** What came of sealing: the bytes of a place in base64url, words too short to protect anything, or words that everybody here knows. */
export type OwnSealing =
  { readonly is: 'sealed'; readonly sealed: string } | { readonly is: 'weak' | 'the-circles' }

/** A place as it lies in the circle. */
export interface OwnPlaceBytes {
  readonly id: string
  readonly sealed: string
}

/** Places to be tried with a member's own words. */
export interface OwnLook extends OwnWish {
  readonly places: readonly OwnPlaceBytes[]
}

/** What came of trying: the texts that open, or how many seconds to wait. */
export type OwnOpening =
  { readonly is: 'open'; readonly texts: readonly string[] } | { readonly is: 'wrong'; readonly wait: number }
