// The lowest layer of the reader (docs/file-format.md): files, base64url, JSON and sealed bytes, all within limits.
import { createDecipheriv, hkdfSync } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

export const LIMITS = {
  pack: 64 * 1024 * 1024,
  header: 262_144,
  keyFile: 1024 * 1024,
  slots: 8,
  secret: 4096,
}
const JSON_LIMITS = { depth: 64, marks: 4_000_000 }
const MARKS = new Map([...'[{'].map((mark) => [mark.charCodeAt(0), 1]))
for (const mark of ']}') MARKS.set(mark.charCodeAt(0), -1)
MARKS.set(','.charCodeAt(0), 0)
export const CUT = 'This file was cut off: its end is missing.'
export const NEWER = 'This file was written by a newer Circlet than this reader knows.'

/** What is wrong, in a sentence for a person; everything else that is thrown is a bug of this reader. */
export class Refusal extends Error {}
export const refuse = (sentence) => {
  throw new Refusal(sentence)
}
export const damaged = (what) => refuse(`This file is damaged: ${what}.`)
export const isCount = (value) => Number.isSafeInteger(value) && value >= 0
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isName = (value) => typeof value === 'string' && /^[\w-]+$/.test(value)

/** A file on the disk, read in pieces: nothing is allocated before its size is known to be allowed. */
export function openFile(path) {
  const stat = statSync(path)
  if (!stat.isFile()) refuse('This is not a file.')
  const handle = openSync(path, 'r')
  const read = (at, length) => {
    const bytes = Buffer.alloc(length)
    for (let done = 0; done < length;) {
      const count = readSync(handle, bytes, done, length - done, at + done)
      if (count === 0) refuse(CUT)
      done += count
    }
    return bytes
  }
  return { size: fstatSync(handle).size, read, close: () => closeSync(handle) }
}

/** Strict base64url: no padding, no other alphabet, no stray bits in the last character. */
export function unb64(text, what, length) {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64url') : damaged(`${what} is not text`)
  if (bytes.toString('base64url') !== text) damaged(`${what} is not base64url`)
  if (length !== undefined && bytes.length !== length) damaged(`${what} has the wrong length`)
  return bytes
}

/** Refuses JSON that would take much more memory than its bytes, or more depth than any circle has. */
function weigh(bytes, what) {
  let depth = 0
  let marks = 0
  let quoted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x22) quoted = !quoted
    else if (quoted && byte === 0x5c) at++
    const step = quoted ? undefined : MARKS.get(byte)
    if (step === undefined) continue
    depth += step
    marks++
    if (depth > JSON_LIMITS.depth || marks > JSON_LIMITS.marks) damaged(`${what} is too entangled`)
  }
}

/** JSON from bytes: UTF-8 without errors, and an object at the top. */
export function parse(bytes, what) {
  weigh(bytes, what)
  let value
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    damaged(`${what} cannot be read`)
  }
  return isObject(value) ? value : damaged(`${what} is not what it should be`)
}

/** AES-256-GCM; null when the key, the bytes or the additional data are not the ones it was sealed with. */
export function unseal(key, nonce, sealed, extra) {
  if (sealed.length < 16) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(extra))
  decipher.setAuthTag(sealed.subarray(-16))
  const text = decipher.update(sealed.subarray(0, -16))
  try {
    decipher.final()
    return text
  } catch {
    return null
  }
}
export const hkdf = (key, salt, info) => Buffer.from(hkdfSync('sha256', key, salt, info, 32))
