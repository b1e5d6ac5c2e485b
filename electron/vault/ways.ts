// The words and the recovery code: how they are proposed, read and turned into keys. docs/file-format.md has the format.
import { randomInt } from 'node:crypto'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { deriveKey, exactBytes, fromText, idBytes } from './sealing'

/** How a key is derived from words; `m` in KiB. */
export interface Kdf {
  readonly alg: 'argon2id'
  readonly m: number
  readonly t: number
  readonly p: number
  readonly salt: string
}

/** Derives 32 bytes from words with Argon2id. */
export type Derive = (words: string, kdf: Kdf) => Promise<Buffer>

/** What new words are derived with: about half a second (RFC 9106's second choice is 64 MiB and three passes too). */
export const usualCost = { alg: 'argon2id', m: 65536, t: 3, p: 1 } as const

const bounds = { m: [19456, 262144], t: [1, 10] } as const
const within = (value: unknown, [least, most]: readonly [number, number]) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most

/** Whether a file's wish for the derivation is one that this computer can bear, and no weaker than allowed; asked before anything is derived. */
export const isBearable = ({ alg, m, t, p, salt }: Kdf): boolean =>
  alg === 'argon2id' &&
  within(m, bounds.m) &&
  within(t, bounds.t) &&
  p === 1 &&
  typeof salt === 'string' &&
  exactBytes(salt, idBytes) !== null

/** The words as they are derived from, however they were typed. Lower case can take a text out of its normal form: hence twice. */
export const wordsAsHashed = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().normalize('NFKC').trim().replace(/\s+/gu, ' ')

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 30

/**
 * The code as it is derived from: capital letters without gaps, with O read as 0, I and L as 1 (Crockford's base32). Signs outside
 * ASCII go first: some of them have letters of it as their capitals.
 */
export const codeAsHashed = (typed: string): string =>
  typed
    .replace(/[^\x20-\x7e]/g, '')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/** The key of a recovery code. A hundred and fifty random bits need no slow derivation. */
export const keyOfCode = (code: string, salt: string): Buffer =>
  deriveKey(Buffer.from(codeAsHashed(code), 'utf8'), fromText(salt), 'circlet recovery')

/** Four of 2048 plain words, by the system's randomness: 44 bits behind a slow derivation. */
export const proposeWords = (): string =>
  Array.from({ length: 4 }, () => wordlist[randomInt(wordlist.length)]).join(' ')

/** A new recovery code: six groups of five. */
export const proposeCode = (): string =>
  Array.from({ length: codeLength }, (_, index) => {
    const sign = alphabet[randomInt(alphabet.length)]
    return index > 0 && index % 5 === 0 ? `-${sign}` : sign
  }).join('')

/** Whether words are long enough to protect anything: four of them, or twelve characters. */
export const areWords = (typed: string): boolean => {
  const words = wordsAsHashed(typed)
  return words.length <= 400 && (words.split(' ').length >= 4 || words.length >= 12)
}

/** Whether a text can be a recovery code at all. */
export const isCode = (typed: string): boolean => {
  const code = codeAsHashed(typed)
  return code.length === codeLength && [...code].every((sign) => alphabet.includes(sign))
}
