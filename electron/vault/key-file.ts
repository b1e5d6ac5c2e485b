// A circle's keys on disk: two equal copies, written one after the other in place. docs/file-format.md has the format.
import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { toText } from './sealing'

const text = z.string().max(1_000_000)
const short = z.string().max(200)
const sealed = { n: short, c: text }
const kdf = z.strictObject({
  alg: z.literal('argon2id'),
  m: z.number(),
  t: z.number(),
  p: z.number(),
  salt: short,
})
const slot = z.discriminatedUnion('type', [
  z.strictObject({ id: short, type: z.literal('words'), kdf, ...sealed }),
  z.strictObject({ id: short, type: z.literal('recovery'), salt: short, ...sealed }),
  z.strictObject({ id: short, type: z.literal('computer'), c: text }),
  z.strictObject({ id: short, type: z.literal('open'), key: short }),
])
const bodyShape = z.strictObject({
  circle: z.string().regex(/^[\w-]{22}$/),
  label: z.string().max(400),
  database: short,
  ways: z.number().int().min(0),
  slots: z.array(slot).max(8),
  ring: z.strictObject(sealed),
})
const fileShape = z.strictObject({
  circlet: z.literal('keys'),
  v: z.number().int(),
  epoch: z.number().int().min(0),
  body: text,
  sum: short,
})

/** One way to open a circle, as it lies in its key file. */
export type Slot = z.infer<typeof slot>

/** What a key file says beside its epoch. */
export type KeyBody = z.infer<typeof bodyShape>

export interface KeyFile {
  readonly epoch: number
  readonly body: KeyBody
}

/** Why a key file cannot be used. */
export type KeyTrouble = 'damaged' | 'newer'

const knownVersion = 1
const step = 4096
/** Far more than a circle's keys ever need, in bytes. */
const largest = 4 * 1024 * 1024

const sumOf = (epoch: number, body: string) =>
  toText(createHash('sha256').update(`${epoch}\n${body}`, 'utf8').digest())

/** Reads the body of a key file, as it also stands in a circle on its way. */
export function parseKeyBody(json: string): KeyBody | null {
  try {
    return bodyShape.parse(JSON.parse(json))
  } catch {
    // Not JSON, or not of this shape: the caller says so.
    return null
  }
}

/** Reads the text of one copy. */
export function parseKeyFile(content: string): KeyFile | KeyTrouble {
  try {
    const whole: unknown = JSON.parse(content)
    if (typeof whole === 'object' && whole !== null && 'v' in whole && Number(whole.v) > knownVersion)
      return 'newer'
    const { epoch, body, sum } = fileShape.parse(whole)
    if (sum !== sumOf(epoch, body)) return 'damaged'
    const parsed = parseKeyBody(body)
    return parsed === null ? 'damaged' : { epoch, body: parsed }
  } catch {
    // Cut off, or not a key file: the other copy may be whole.
    return 'damaged'
  }
}

/** One copy as it is written. */
export function formatKeyFile({ epoch, body }: KeyFile): Buffer {
  const json = JSON.stringify(body)
  const content = JSON.stringify({
    circlet: 'keys',
    v: knownVersion,
    epoch,
    body: json,
    sum: sumOf(epoch, json),
  })
  const bytes = Buffer.from(content, 'utf8')
  const whole = Buffer.alloc(Math.ceil(bytes.length / step) * step, 0x20)
  bytes.copy(whole)
  return whole
}

function readCopy(path: string): KeyFile | KeyTrouble | 'absent' {
  if (!existsSync(path)) return 'absent'
  try {
    return statSync(path).size > largest ? 'damaged' : parseKeyFile(readFileSync(path, 'utf8'))
  } catch {
    // A folder in its place, or not readable.
    return 'damaged'
  }
}

function forced(path: string, flags: number, use: (file: number) => void): void {
  const file = openSync(path, flags, 0o600)
  try {
    use(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Forces a folder's list of names to disk, where the system can. */
export function forceFolder(folder: string): void {
  if (process.platform !== 'win32') forced(folder, constants.O_RDONLY, () => undefined)
}

/** Writes over a copy in place, to the disk: what stood there is gone, not only unlinked. */
function writeCopy(path: string, bytes: Buffer): void {
  const isNew = !existsSync(path)
  forced(path, constants.O_RDWR | constants.O_CREAT, (file) => {
    const before = fstatSync(file).size
    const whole = Buffer.alloc(Math.max(before, bytes.length), 0x20)
    bytes.copy(whole)
    for (let at = 0; at < whole.length;) at += writeSync(file, whole, at, whole.length - at, at)
    if (whole.length > bytes.length) {
      fsyncSync(file)
      ftruncateSync(file, bytes.length)
    }
  })
  if (isNew) forceFolder(dirname(path))
}

/** The two copies of a circle's keys. */
export type Copies = readonly [string, string]

/** Writes both copies, one after the other: at every instant one of them is whole. */
export function writeKeyFile(copies: Copies, file: KeyFile): void {
  const bytes = formatKeyFile(file)
  for (const path of copies) writeCopy(path, bytes)
}

/**
 * Reads a circle's keys. Copies that differ are made equal first, by the newer one: a writing that was cut off is finished, or
 * undone where it had not really begun.
 */
export function readKeyFile(copies: Copies): KeyFile | KeyTrouble {
  const found = copies.map(readCopy)
  if (found.includes('newer')) return 'newer'
  const sound = found.filter((copy) => typeof copy === 'object')
  const [best] = sound.toSorted((one, other) => other.epoch - one.epoch)
  if (best === undefined) return 'damaged'
  if (sound.length < copies.length || sound.some(({ epoch }) => epoch !== best.epoch))
    writeKeyFile(copies, best)
  return best
}

/** Removes a file for good: overwritten with random bytes, forced to disk, unlinked. One that is not there is gone already. */
export function destroyFile(path: string): void {
  if (!existsSync(path)) return
  const { size } = statSync(path)
  forced(path, constants.O_RDWR, (file) => writeSync(file, randomBytes(size), 0, size, 0))
  unlinkSync(path)
}
