import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Ciphertext with the nonce it was made with; both base64url. */
export interface SealedText {
  readonly n: string
  readonly c: string
}

export const nonceBytes = 12
export const tagBytes = 16
export const keyBytes = 32
/** Of ids and salts. */
export const idBytes = 16

export const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/**
 * Bytes from base64url as a file must have it: no other signs, no padding, no stray bits in the last sign, and as many bytes as
 * asked for. Null otherwise: one key has one writing only.
 */
export function exactBytes(text: string, length?: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return toText(bytes) === text && (length === undefined || bytes.length === length) ? bytes : null
}

/** Bytes from base64url that was already looked at. Throws when it is none after all. */
export function fromText(text: string): Buffer {
  const bytes = exactBytes(text)
  if (bytes === null) throw new Error('no base64url')
  return bytes
}

/** A new random key. */
export const newKey = (): Buffer => randomBytes(keyBytes)

/** A new random id, or a salt. */
export const newText = (): string => toText(randomBytes(idBytes))

/** A key for one purpose from another; HKDF with SHA-256 (RFC 5869). */
export const deriveKey = (from: Uint8Array, salt: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', from, salt, purpose, keyBytes))

/** Seals bytes under a key with AES-256-GCM and a new nonce; `about` is bound to them and stays outside. Gives nonce and ciphertext with tag. */
export function sealBytes(
  key: Uint8Array,
  plain: Uint8Array,
  about: Uint8Array,
): { readonly n: Buffer; readonly c: Buffer } {
  const n = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, n)
  cipher.setAAD(about)
  return { n, c: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) }
}

/** Opens what `sealBytes` sealed; null when the key is another, or anything was changed. */
export function openBytes(
  key: Uint8Array,
  { n, c }: { readonly n: Uint8Array; readonly c: Uint8Array },
  about: Uint8Array,
): Buffer | null {
  if (key.length !== keyBytes || n.length !== nonceBytes || c.length < tagBytes) return null
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, n, { authTagLength: tagBytes })
    cipher.setAAD(about)
    cipher.setAuthTag(c.subarray(c.length - tagBytes))
    return Buffer.concat([cipher.update(c.subarray(0, c.length - tagBytes)), cipher.final()])
  } catch {
    // The tag does not fit: one answer for a wrong key and for damage, as nobody can tell them apart.
    return null
  }
}

/** Seals a text with what it is about; for key files. */
export function sealText(key: Uint8Array, plain: Uint8Array, about: string): SealedText {
  const { n, c } = sealBytes(key, plain, Buffer.from(about, 'utf8'))
  return { n: toText(n), c: toText(c) }
}

/** Opens what `sealText` sealed; null as `openBytes`. */
export function openText(key: Uint8Array, sealed: SealedText, about: string): Buffer | null {
  const [n, c] = [exactBytes(sealed.n), exactBytes(sealed.c)]
  return n === null || c === null ? null : openBytes(key, { n, c }, Buffer.from(about, 'utf8'))
}

/** Pads bytes with spaces to the next whole step, so that their length tells little. */
export function padded(text: string, step: number): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  const whole = Buffer.alloc(Math.max(1, Math.ceil(bytes.length / step)) * step, 0x20)
  bytes.copy(whole)
  return whole
}
