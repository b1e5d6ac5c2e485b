// Writes the files of a circle from docs/file-format.md alone, so that the reader has something to read
// that neither it nor the app has written. Small key derivation, as far down as the document allows.
import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type PackRow = [id: string, sid: string, kid: string, rev: number, n: string, c: string]
export type Kind = 'snapshot' | 'backup' | 'travel'

export interface Row {
  t: string
  s: Json
  d: Json
  id: string
  sid: string
  kid: string
  rev: number
}

export interface Circle {
  circle: string
  label: string
  database: string
  epoch: number
  ways: number
  words: string
  code: string
  kdf: { m: number; t: number; p: number }
  types: readonly string[]
  master: Buffer
  ring: Record<string, Buffer>
}

export const b64u = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
export const newId = () => b64u(randomBytes(16))
export const hkdf = (key: Uint8Array | string, salt: Uint8Array, info: string) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32))

/** AES-256-GCM: a fresh nonce, and the ciphertext with its tag. */
export function seal(key: Uint8Array, text: Uint8Array | string, extra: Uint8Array | string) {
  const n = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, n)
  cipher.setAAD(Buffer.from(extra as string))
  const c = Buffer.concat([cipher.update(Buffer.from(text as string)), cipher.final(), cipher.getAuthTag()])
  return { n, c }
}

/** Spaces up to a multiple of so many bytes. */
export function pad(text: string, multiple: number): string {
  const length = Buffer.byteLength(text)
  return text + ' '.repeat(Math.ceil(length / multiple) * multiple - length)
}

export function makeCircle(over: Partial<Circle> = {}): Circle {
  const key = () => randomBytes(32)
  return {
    circle: newId(),
    label: 'Thursday | 木曜 ☕',
    database: `circlet-${newId()}`,
    epoch: 7,
    ways: 2,
    words: 'river lamp seven oak',
    code: '0123456789ABCDEFGHJKMNPQRSTVWX',
    kdf: { m: 19_456, t: 1, p: 1 },
    types: ['words', 'recovery'],
    master: key(),
    ring: { 'circle:2': key(), 'circle:3': key(), 'kept:s1': key(), pack: key() },
    ...over,
  }
}

const hashed = new Map<string, Promise<Uint8Array>>()

/** Argon2id of the words, done once for the same words, salt and cost. */
export function hashWords(words: string, salt: Uint8Array, kdf: Circle['kdf']): Promise<Uint8Array> {
  const name = JSON.stringify([words, b64u(salt), kdf])
  const sizes = { memorySize: kdf.m, iterations: kdf.t, parallelism: kdf.p, hashLength: 32 }
  const hash = () => argon2id({ password: Buffer.from(words), salt, ...sizes, outputType: 'binary' })
  const found = hashed.get(name) ?? hash()
  hashed.set(name, found)
  return found
}

async function slotOf(circle: Circle, type: string) {
  const id = newId()
  if (type === 'open') return { type, id, key: b64u(circle.master) }
  if (type === 'computer') return { type, id, c: b64u(randomBytes(80)) }
  const salt = randomBytes(16)
  const key =
    type === 'words'
      ? await hashWords(circle.words, salt, circle.kdf)
      : hkdf(circle.code, salt, 'circlet recovery')
  const { n, c } = seal(key, circle.master, `circlet|keys|1|${circle.circle}|slot|${id}|${type}`)
  const how =
    type === 'words' ? { kdf: { alg: 'argon2id', ...circle.kdf, salt: b64u(salt) } } : { salt: b64u(salt) }
  return { type, id, ...how, n: b64u(n), c: b64u(c) }
}

/** The `body` of a key file, as a value. */
export async function bodyOf(circle: Circle) {
  const { circle: id, label, database, ways, epoch, master, ring } = circle
  const slots = await Promise.all(circle.types.map((type) => slotOf(circle, type)))
  const keys = Object.fromEntries(Object.entries(ring).map(([name, key]) => [name, b64u(key)]))
  const openers = Object.fromEntries(slots.map((slot) => [slot.id, b64u(randomBytes(32))]))
  const extra = `circlet|keys|1|${id}|ring|${epoch}|${ways}|${database}|${label}`
  const text = pad(JSON.stringify({ keys, openers }), 1024)
  const { n, c } = seal(hkdf(master, Buffer.alloc(0), 'circlet ring'), text, extra)
  return { circle: id, label, database, ways, slots, ring: { n: b64u(n), c: b64u(c) } }
}

/** A key file around a body, with the sum that belongs to it. */
export function keyFileOf(epoch: number, body: string): Buffer {
  const sum = createHash('sha256').update(`${epoch}\n${body}`).digest('base64url')
  return Buffer.from(pad(JSON.stringify({ circlet: 'keys', v: 1, epoch, body, sum }), 4096))
}

export const writeKeyFile = async (circle: Circle) =>
  keyFileOf(circle.epoch, JSON.stringify(await bodyOf(circle)))

/** One row as it lies in a pack. */
export function sealRow(circle: Circle, row: Row): PackRow {
  const { t, s, d, id, sid, kid, rev } = row
  const key = circle.ring[kid] ?? randomBytes(32)
  const { n, c } = seal(
    key,
    pad(JSON.stringify({ t, s, d }), 256),
    `circlet|row|1|${id}|${sid}|${kid}|${rev}`,
  )
  return [id, sid, kid, rev, b64u(n), b64u(c)]
}

/** Everything before the nonce. */
export function frame(header: Json | string, length?: number): Buffer {
  const bytes = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header))
  const size = Buffer.alloc(4)
  size.writeUInt32BE(length ?? bytes.length)
  return Buffer.concat([Buffer.from('CIRCLET1'), size, bytes])
}

export async function headerOf(circle: Circle, kind: Kind, salt: Uint8Array, keys?: Json) {
  const header = { kind, v: 1, minReader: 1, circle: circle.circle, salt: b64u(salt) }
  if (kind !== 'travel') return header
  return { ...header, keys: keys ?? { epoch: circle.epoch, body: JSON.stringify(await bodyOf(circle)) } }
}

/** A pack of any content, sealed rightly: what it holds may still be nonsense. */
export async function writePack(
  circle: Circle,
  kind: Kind,
  content: { rows: PackRow[] } | Json,
  over: { [name: string]: Json } = {},
): Promise<Buffer> {
  const salt = randomBytes(16)
  const start = frame({ ...(await headerOf(circle, kind, salt, over['keys'])), ...over } as unknown as Json)
  const key = hkdf(circle.ring['pack'] ?? randomBytes(32), salt, `circlet pack ${kind}`)
  const { n, c } = seal(key, JSON.stringify(content), start)
  return Buffer.concat([start, n, c])
}

export const someRows = (): Row[] => [
  {
    t: 'circle',
    s: 1,
    d: { name: 'Thursday', members: [{ id: 'a', name: 'Ada' }] },
    id: newId(),
    sid: 'circle',
    kid: 'circle:3',
    rev: 4,
  },
  { t: 'kept', s: 2, d: { lines: ['“yes”', '是'] }, id: newId(), sid: newId(), kid: 'kept:s1', rev: 0 },
]
