import { argon2id } from 'hash-wasm'
import { fromText, keyBytes } from './sealing'
import type { Derive } from './ways'

/** Derives a key from words with Argon2id (RFC 9106, version 1.3). Slow, and with much memory, on purpose. */
export const deriveByArgon: Derive = async (words, { m, t, p, salt }) => {
  const key = await argon2id({
    password: Buffer.from(words, 'utf8'),
    salt: fromText(salt),
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: keyBytes,
    outputType: 'binary',
  })
  return Buffer.from(key)
}
