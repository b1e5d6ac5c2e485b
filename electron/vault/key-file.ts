// A circle's keys on disk: two equal copies, written one after the other in place. docs/file-format.md has the format.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, namesIn, overwrite, readLimited, writeWhole } from './files'
import { base64, counter, readJson } from './json'
import { idBytes, keyBytes, nonceBytes, padded, tagBytes, toText } from './sealing'
import { isBearable } from './ways'

const slotId = z.string().regex(/^[\w-]{1,64}$/)
const sealedMaster = { n: base64(nonceBytes), c: base64(keyBytes + tagBytes) }
const kdf = z
  .strictObject({
    alg: z.literal('argon2id'),
    m: z.number(),
    t: z.number(),
    p: z.number(),
    salt: base64(idBytes),
  })
  .refine(isBearable)
const slot = z.discriminatedUnion('type', [
  z.strictObject({ id: slotId, type: z.literal('words'), kdf, ...sealedMaster }),
  z.strictObject({ id: slotId, type: z.literal('recovery'), salt: base64(idBytes), ...sealedMaster }),
  z.strictObject({ id: slotId, type: z.literal('computer'), c: base64() }),
  z.strictObject({ id: slotId, type: z.literal('open'), key: base64(keyBytes) }),
])
const bodyShape = z.strictObject({
  circle: base64(idBytes),
  label: z
    .string()
    .max(400)
    .refine((text) => text.isWellFormed()),
  database: z.string().regex(/^circlet-[\w-]{1,64}$/),
  ways: counter,
  slots: z.array(slot).max(8),
  ring: z.strictObject({ n: base64(nonceBytes), c: base64() }),
})
const fileShape = z.strictObject({
  circlet: z.literal('keys'),
  v: z.literal(1),
  epoch: counter,
  body: z.string(),
  sum: z.string(),
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
/** The largest key file, in bytes: some thousand sessions that were kept. */
export const largestKeyFile = 1024 * 1024

const sumOf = (epoch: number, body: string) =>
  toText(createHash('sha256').update(`${epoch}\n${body}`, 'utf8').digest())

/** Reads the body of a key file, as it also stands in a circle on its way. */
export function parseKeyBody(json: string): KeyBody | null {
  try {
    return bodyShape.parse(readJson(Buffer.from(json, 'utf8')))
  } catch {
    // Not JSON, or not of this shape: the caller says so.
    return null
  }
}

const newerShape = z.looseObject({ circlet: z.literal('keys'), v: z.int().gt(knownVersion) })

/** Reads one copy. */
export function parseKeyFile(bytes: Uint8Array): KeyFile | KeyTrouble {
  if (bytes.length > largestKeyFile) return 'damaged'
  try {
    const whole = readJson(bytes)
    if (newerShape.safeParse(whole).success) return 'newer'
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
  const whole = { circlet: 'keys', v: knownVersion, epoch, body: json, sum: sumOf(epoch, json) }
  return padded(JSON.stringify(whole), step)
}

/** A place of a copy, and what stands there. One that could not be read may be whole all the same: it is left as it is. */
interface Place {
  readonly path: string
  readonly is: 'sound' | KeyTrouble | 'absent' | 'unreadable'
  readonly file: KeyFile | null
  readonly bytes: Buffer | null
}

function readPlace(path: string, circle: string): Place {
  const trouble = (is: Exclude<Place['is'], 'sound'>): Place => ({ path, is, file: null, bytes: null })
  try {
    const read = readLimited(path, largestKeyFile)
    if (read === 'too-large') return trouble('damaged')
    const file = parseKeyFile(read.bytes)
    if (typeof file === 'string') return trouble(file)
    // Another circle's keys under this one's name are not this one's.
    return file.body.circle === circle ? { path, is: 'sound', file, bytes: read.bytes } : trouble('damaged')
  } catch (reason) {
    return trouble(codeOf(reason) === 'ENOENT' ? 'absent' : 'unreadable')
  }
}

/** Where both copies of a circle's keys lie, in the order of their writing. */
export const keyPaths = (folder: string, circle: string): readonly string[] =>
  [1, 2].map((copy) => join(folder, `${circle}.${copy}.key`))

const placesOf = (folder: string, circle: string): readonly Place[] =>
  keyPaths(folder, circle).map((path) => readPlace(path, circle))

/** The sound copy with the higher epoch; of two with the same, the one that is written first. */
const bestOf = (places: readonly Place[]): Place | undefined =>
  places.filter(({ file }) => file !== null).toSorted((one, other) => epochAt(other) - epochAt(one))[0]

const epochAt = ({ file }: Place): number => file?.epoch ?? 0

const writePlace = ({ path, is }: Place, bytes: Buffer): void =>
  is === 'absent' ? writeWhole(path, bytes) : overwrite(path, bytes)

/** The circles that have a key file in a folder, sound or not. */
export const circlesIn = (folder: string): readonly string[] => [
  ...new Set(namesIn(folder).flatMap((name) => /^([\w-]{22})\.[12]\.key$/.exec(name)?.[1] ?? [])),
]

/** The latest epoch that stands on disk; 0 when none can be read. */
export const latestEpoch = (folder: string, circle: string): number =>
  Math.max(...placesOf(folder, circle).map(epochAt))

/** Writes both copies, one after the other: at every instant one of them is whole. What could not be read again is not written. */
export function writeKeyFile(folder: string, file: KeyFile): void {
  const bytes = formatKeyFile(file)
  if (typeof parseKeyFile(bytes) === 'string') throw new Error('no key file')
  const places = placesOf(folder, file.body.circle)
  const soundLast = places.toSorted((one, other) => Number(one.is === 'sound') - Number(other.is === 'sound'))
  for (const place of soundLast) writePlace(place, bytes)
}

/**
 * Reads a circle's keys. Copies that differ are made equal first, by the newer one: a writing that was cut off is finished, or
 * undone where it had not really begun. The newer copy itself is not touched.
 */
export function readKeyFile(folder: string, circle: string): KeyFile | KeyTrouble {
  const places = placesOf(folder, circle)
  const best = bestOf(places)
  if (!best?.file || !best.bytes) return places.some(({ is }) => is === 'newer') ? 'newer' : 'damaged'
  for (const place of places) {
    if (place.is === 'unreadable' || place.bytes?.equals(best.bytes)) continue
    try {
      writePlace(place, best.bytes)
    } catch (reason) {
      // The circle opens all the same; the next start tries again.
      console.warn(`A copy of a circle's keys was not mended: ${codeOf(reason)}`)
    }
  }
  return best.file
}
