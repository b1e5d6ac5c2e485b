import type { RecordId } from '../../shared/basics/ids'

/** Which key a record belongs to (docs/decisions): destroyed as a whole, later. */
export type Scope = 'circle' | `session:${string}` | `turn:${string}` | `kept:${string}`

/** A record as it lies on disk: random ids in clear, everything else inside `c`. */
export interface Envelope {
  readonly id: RecordId
  /** The session it belongs to, or "circle". */
  readonly sid: string
  readonly v: 1
  /** The scope whose key seals it. */
  readonly kid: Scope
  readonly rev: number
  /** The nonce; empty while sealing is plain. */
  readonly n: Uint8Array
  readonly c: Uint8Array
}

/** What is sealed: its type, the version of its shape, and the data. */
export interface Sealed {
  readonly t: string
  readonly s: number
  readonly d: unknown
}

type Address = Pick<Envelope, 'id' | 'sid' | 'kid' | 'rev'>

const paddedTo = 256

/** Seals one record under its scope: for now plain bytes, padded to the next 256. The vault changes this function alone. */
export async function seal(address: Address, content: Sealed): Promise<Envelope> {
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  const padded = new Uint8Array(Math.ceil(bytes.length / paddedTo) * paddedTo).fill(0x20)
  padded.set(bytes)
  return { ...address, v: 1, n: new Uint8Array(0), c: padded }
}

/** Opens a sealed record. Throws when it was damaged. */
export async function unseal(envelope: Envelope): Promise<Sealed> {
  const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(envelope.c))
  if (typeof found !== 'object' || found === null || !('t' in found) || !('d' in found))
    throw new Error('damaged record')
  return found as Sealed
}
