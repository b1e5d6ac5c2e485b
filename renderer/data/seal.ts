import type { RecordId } from '../../shared/basics/ids'

/** What a key seals: the circle itself, a session, a turn of it, or what was kept of it. Each is destroyed as a whole. */
export type Scope = 'circle' | `session:${string}` | `turn:${string}/${string}` | `kept:${string}`

/** A record as it lies on disk: random ids in clear, everything else inside `c`. docs/file-format.md has the format. */
export interface Envelope {
  readonly id: RecordId
  /** The session it belongs to, or "circle". */
  readonly sid: string
  readonly v: 1
  /** The name of the key that seals it. */
  readonly kid: string
  readonly rev: number
  /** The nonce. */
  readonly n: Uint8Array<ArrayBuffer>
  readonly c: Uint8Array<ArrayBuffer>
}

/** What is sealed: its type, the version of its shape, and the data. */
export interface Sealed {
  readonly t: string
  readonly s: number
  readonly d: unknown
}

type Address = Pick<Envelope, 'id' | 'sid' | 'kid' | 'rev'>

const paddedTo = 256
const nonceBytes = 12
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** What is bound to a record and stands outside of it: moved to another place, key or revision, it does not open. */
const about = ({ id, sid, kid, rev }: Address) => encoder.encode(`circlet|row|1|${id}|${sid}|${kid}|${rev}`)

function padded(content: Sealed): Uint8Array<ArrayBuffer> {
  const bytes = encoder.encode(JSON.stringify(content))
  const whole = new Uint8Array(Math.ceil(bytes.length / paddedTo) * paddedTo).fill(0x20)
  whole.set(bytes)
  return whole
}

/** Seals one record under its key with AES-256-GCM and a new nonce, padded to the next 256 bytes. */
export async function seal(key: CryptoKey, address: Address, content: Sealed): Promise<Envelope> {
  const n = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const how = { name: 'AES-GCM', iv: n, additionalData: about(address) }
  const c = await crypto.subtle.encrypt(how, key, padded(content))
  return { ...address, v: 1, n, c: new Uint8Array(c) }
}

/** Opens a sealed record. Throws when the key is another or anything of it was changed. */
export async function unseal(key: CryptoKey, envelope: Envelope): Promise<Sealed> {
  const how = { name: 'AES-GCM', iv: envelope.n, additionalData: about(envelope) }
  const plain = await crypto.subtle.decrypt(how, key, envelope.c)
  const found: unknown = JSON.parse(decoder.decode(plain))
  if (typeof found !== 'object' || found === null || !('t' in found) || !('d' in found))
    throw new Error('damaged record')
  return found as Sealed
}
