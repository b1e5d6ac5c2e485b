// The control: what stands in place of renderer/data/seal.ts in a build of its own. It seals nothing, so that whatever looks for
// words finds all of them. Everything else is as in the app.
import type { Envelope, Sealed } from '../../renderer/data/seal'

export type { Envelope, Scope, Sealed } from '../../renderer/data/seal'

type Address = Pick<Envelope, 'id' | 'sid' | 'kid' | 'rev'>

const paddedTo = 256
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Writes a record in clear. */
export async function seal(_key: CryptoKey, address: Address, content: Sealed): Promise<Envelope> {
  const bytes = encoder.encode(JSON.stringify(content))
  const c = new Uint8Array(Math.ceil(bytes.length / paddedTo) * paddedTo).fill(0x20)
  c.set(bytes)
  return { ...address, v: 1, n: new Uint8Array(12), c }
}

/** Reads a record that was written in clear. */
export const unseal = async (_key: CryptoKey, { c }: Envelope): Promise<Sealed> =>
  JSON.parse(decoder.decode(c)) as Sealed
