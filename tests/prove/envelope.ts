// The envelope of a row, with the app's own seal and rows that the app wrote.
import { webcrypto } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { expect } from '@playwright/test'
import fc from 'fast-check'
import { seal, unseal, type Envelope } from '../../renderer/data/seal'
import type { RecordId } from '../../shared/basics/ids'
import { openRow, type Row } from './reader'

/** A row of the database as the app's own code takes it. */
export const envelopeOf = ({ id, sid, kid, rev, n, c }: Row): Envelope => ({
  id: id as RecordId,
  sid,
  v: 1,
  kid,
  rev,
  n: new Uint8Array(Buffer.from(n, 'base64')),
  c: new Uint8Array(Buffer.from(c, 'base64')),
})

const keyFrom = (bytes: Uint8Array): Promise<CryptoKey> =>
  webcrypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]) as Promise<CryptoKey>

const isRefused = (key: CryptoKey, envelope: Envelope): Promise<boolean> =>
  unseal(key, envelope).then(
    () => false,
    () => true,
  )

function* flippedBytes(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = new Uint8Array(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield flipped
  }
}

function* flippedText(text: string): Generator<string> {
  for (let bit = 0; bit < text.length * 16; bit += 1) {
    const at = bit >> 4
    const unit = String.fromCharCode(text.charCodeAt(at) ^ (1 << (bit & 15)))
    yield text.slice(0, at) + unit + text.slice(at + 1)
  }
}

function* flippedNumber(number: number): Generator<number> {
  for (let bit = 0; bit < 53; bit += 1) {
    const value = 2 ** bit
    yield Math.floor(number / value) % 2 === 1 ? number - value : number + value
  }
}

/** Every envelope that differs from this one in a single bit. */
function* flipped(envelope: Envelope): Generator<Envelope> {
  for (const n of flippedBytes(envelope.n)) yield { ...envelope, n }
  for (const c of flippedBytes(envelope.c)) yield { ...envelope, c }
  for (const id of flippedText(envelope.id)) yield { ...envelope, id: id as RecordId }
  for (const sid of flippedText(envelope.sid)) yield { ...envelope, sid }
  for (const kid of flippedText(envelope.kid)) yield { ...envelope, kid }
  for (const rev of flippedNumber(envelope.rev)) yield { ...envelope, rev }
}

type Keys = ReadonlyMap<string, Uint8Array>

const keyOf = (keys: Keys, { kid }: Pick<Row, 'kid'>): Promise<CryptoKey> => {
  const bytes = keys.get(kid)
  if (bytes === undefined) throw new Error(`There is no key ${kid}.`)
  return keyFrom(bytes)
}

/** Every change of a single bit in one row is refused; the row itself opens. Gives how many changes there were. */
export async function everyBit(row: Row, keys: Keys): Promise<number> {
  const key = await keyOf(keys, row)
  const envelope = envelopeOf(row)
  expect(await isRefused(key, envelope)).toBe(false)
  const outcomes = await Promise.all([...flipped(envelope)].map((one) => isRefused(key, one)))
  expect(outcomes.filter((refused) => !refused)).toHaveLength(0)
  return outcomes.length
}

/** Rows whose contents changed places, or that were moved to another session, key or revision, are refused. */
export async function everySwap(rows: readonly Row[], keys: Keys): Promise<number> {
  const all = await Promise.all(
    rows.map(async (row) => ({ row, envelope: envelopeOf(row), key: await keyOf(keys, row) })),
  )
  const opened = await Promise.all(all.map(({ key, envelope }) => isRefused(key, envelope)))
  expect(opened).not.toContain(true)
  let swaps = 0
  for (const one of all) {
    const others = all.filter(({ row }) => row !== one.row)
    const tries = others.flatMap(({ envelope, key }) => [
      isRefused(one.key, { ...one.envelope, n: envelope.n, c: envelope.c }),
      isRefused(key, { ...one.envelope, n: envelope.n, c: envelope.c }),
      isRefused(one.key, { ...one.envelope, sid: `${one.envelope.sid}/${envelope.id}` }),
      isRefused(one.key, { ...one.envelope, id: envelope.id }),
    ])
    expect(await Promise.all(tries)).not.toContain(false)
    swaps += tries.length
  }
  return swaps
}

/** Whatever is sealed comes back the same, by the app's own code and by the reader's. */
export async function roundTrips(count: number): Promise<number> {
  const bytes = webcrypto.getRandomValues(new Uint8Array(32))
  const key = await keyFrom(bytes)
  let done = 0
  const part = fc.stringMatching(/^[\w-]{1,22}$/)
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), part, part, fc.nat(), async (content, id, sid, rev) => {
      const kid = `session:${sid}`
      const d = JSON.parse(JSON.stringify(content)) as unknown
      const sealed = await seal(key, { id: id as RecordId, sid, kid, rev }, { t: 'text', s: 1, d })
      const [n, c] = [sealed.n, sealed.c].map((part) => Buffer.from(part).toString('base64')) as [
        string,
        string,
      ]
      // Not by `expect`, which takes a millisecond each.
      const same = [(await unseal(key, sealed)).d, openRow({ id, sid, kid, rev, n, c }, bytes)?.d].every(
        (back) => isDeepStrictEqual(back, d),
      )
      if (!same || sealed.c.length % 256 !== 16) return false
      done += 1
      return true
    }),
    { numRuns: count },
  )
  return done
}

const repeats = (nonces: readonly string[]): number => nonces.length - new Set(nonces).size

/** How many nonces come twice in so many seals; the count is first seen to find one. */
export async function repeatedNonces(count: number): Promise<number> {
  const key = await keyFrom(webcrypto.getRandomValues(new Uint8Array(32)))
  const address = { id: 'one' as RecordId, sid: 'circle', kid: 'circle:1', rev: 1 }
  const nonces: string[] = []
  while (nonces.length < count) {
    const some = Array.from({ length: Math.min(500, count - nonces.length) }, () =>
      seal(key, address, { t: 'seen', s: 1, d: { at: 0 } }),
    )
    for (const { n } of await Promise.all(some)) nonces.push(Buffer.from(n).toString('hex'))
  }
  expect(repeats([...nonces, nonces[0] ?? ''])).toBe(1)
  return repeats(nonces)
}
