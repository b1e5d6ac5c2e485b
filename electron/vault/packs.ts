// Packs: a circle's sealed rows in one file, as a snapshot, a backup, or a circle on its way. docs/file-format.md has the format.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { destroyFile, forceFolder, parseKeyBody, type KeyFile } from './key-file'
import { deriveKey, fromText, openBytes, sealBytes, toText } from './sealing'

export type PackKind = 'snapshot' | 'backup' | 'travel'

/** What can be known of a pack without its key. */
export interface PackHeader {
  readonly kind: PackKind
  readonly circle: string
  readonly salt: string
  readonly keys: KeyFile | null
}

/** Why a file is not used. */
export type PackTrouble = 'damaged' | 'newer' | 'too-large'

/** The largest pack, in bytes. */
export const largestPack = 64 * 1024 * 1024
const magic = Buffer.from('CIRCLET1', 'ascii')
const largestHeader = 262_144
const knownVersion = 1
const nonceBytes = 12

const headerShape = z.strictObject({
  kind: z.enum(['snapshot', 'backup', 'travel']),
  v: z.number().int(),
  minReader: z.number().int(),
  circle: z.string().regex(/^[\w-]{22}$/),
  salt: z.string().max(64),
  keys: z.strictObject({ epoch: z.number().int().min(0), body: z.string().max(largestHeader) }).optional(),
})

const keyOf = (packKey: Uint8Array, { kind, salt }: Pick<PackHeader, 'kind' | 'salt'>) =>
  deriveKey(packKey, fromText(salt), `circlet pack ${kind}`)

interface PackWish {
  readonly kind: PackKind
  readonly circle: string
  readonly packKey: Uint8Array
  /** The rows as the page wrote them down: JSON, in UTF-8. */
  readonly rows: Uint8Array
  readonly keys?: KeyFile
}

/** Seals rows into a pack. */
export function makePack({ kind, circle, packKey, rows, keys }: PackWish): Buffer {
  const salt = toText(randomBytes(16))
  const header = Buffer.from(
    JSON.stringify({
      kind,
      v: knownVersion,
      minReader: knownVersion,
      circle,
      salt,
      ...(keys === undefined ? {} : { keys: { epoch: keys.epoch, body: JSON.stringify(keys.body) } }),
    }),
    'utf8',
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  const about = Buffer.concat([magic, length, header])
  const { n, c } = sealBytes(keyOf(packKey, { kind, salt }), rows, about)
  return Buffer.concat([about, n, c])
}

const headerEnd = (pack: Buffer): number | null => {
  if (pack.length < magic.length + 4 || !pack.subarray(0, magic.length).equals(magic)) return null
  const length = pack.readUInt32BE(magic.length)
  const end = magic.length + 4 + length
  return length > largestHeader || end + nonceBytes > pack.length ? null : end
}

/** Reads what a pack says in clear. */
export function readPackHeader(pack: Buffer): PackHeader | PackTrouble {
  if (pack.length > largestPack) return 'too-large'
  const end = headerEnd(pack)
  if (end === null) return 'damaged'
  try {
    const header = headerShape.parse(JSON.parse(pack.toString('utf8', magic.length + 4, end)))
    if (header.minReader > knownVersion) return 'newer'
    const { kind, circle, salt, keys } = header
    if (keys === undefined) return kind === 'travel' ? 'damaged' : { kind, circle, salt, keys: null }
    const body = parseKeyBody(keys.body)
    if (body === null || body.circle !== circle) return 'damaged'
    return { kind, circle, salt, keys: { epoch: keys.epoch, body } }
  } catch {
    // Not ours, or cut off.
    return 'damaged'
  }
}

/** Opens a pack; null when the key is another's or anything in it was changed. */
export function openPack(pack: Buffer, header: PackHeader, packKey: Uint8Array): Buffer | null {
  const end = headerEnd(pack)
  if (end === null) return null
  const n = pack.subarray(end, end + nonceBytes)
  return openBytes(keyOf(packKey, header), { n, c: pack.subarray(end + nonceBytes) }, pack.subarray(0, end))
}

/** Writes a file as a whole or not at all: beside its place, to the disk, then into its place. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = `${path}.part`
  const file = openSync(beside, 'w', 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
  forceFolder(join(path, '..'))
}

/** A pack that lies beside the key files. */
export interface LyingPack {
  readonly path: string
  readonly kind: 'snapshot' | 'backup'
  /** When it was written, in milliseconds since 1970. */
  readonly at: number
}

/** How many of each kind are kept. */
const deep = { snapshot: 3, backup: 10 } as const

/** The packs of a circle in a folder, newest first. */
export function packsOf(folder: string, circle: string): readonly LyingPack[] {
  return readdirSync(folder)
    .flatMap((name): readonly LyingPack[] => {
      const [id, , kind, ...more] = name.split('.')
      if (id !== circle || more.length > 0 || (kind !== 'snapshot' && kind !== 'backup')) return []
      const path = join(folder, name)
      return [{ path, kind, at: statSync(path).mtimeMs }]
    })
    .toSorted((one, other) => other.at - one.at || (one.path < other.path ? -1 : 1))
}

/** Writes one more pack beside the key files, reads it again, and drops the oldest beyond what is kept. Throws when it cannot be read again. */
export function addPack(folder: string, kind: 'snapshot' | 'backup', wish: Omit<PackWish, 'kind'>): void {
  const path = join(folder, `${wish.circle}.${toText(randomBytes(16))}.${kind}`)
  writeWhole(path, makePack({ ...wish, kind }))
  const again = readFileSync(path)
  const header = readPackHeader(again)
  if (typeof header === 'string' || openPack(again, header, wish.packKey) === null) {
    destroyFile(path)
    throw new Error('not read again')
  }
  const old = packsOf(folder, wish.circle).filter((pack) => pack.kind === kind)
  for (const { path: gone } of old.slice(deep[kind])) destroyFile(gone)
}

/** Removes packs of a circle for good: those of these kinds, or of a list. Gives how many there were. */
export function dropPacks(
  folder: string,
  circle: string,
  kinds: readonly LyingPack['kind'][],
  list: readonly LyingPack[] = packsOf(folder, circle),
): number {
  const gone = list.filter(({ kind }) => kinds.includes(kind))
  for (const { path } of gone) destroyFile(path)
  return gone.length
}
