// Packs: a circle's sealed rows in one file, as a snapshot, a backup, or a circle on its way. docs/file-format.md has the format.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, destroyFile, namesIn, readLimited, writeWhole } from './files'
import { base64, counter, readJson } from './json'
import { parseKeyBody, type KeyFile } from './key-file'
import { deriveKey, fromText, idBytes, newText, nonceBytes, openBytes, sealBytes, tagBytes } from './sealing'

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
const lengthBytes = 4
const headerStart = magic.length + lengthBytes
const largestHeader = 262_144
const knownVersion = 1

const headerShape = z.strictObject({
  kind: z.enum(['snapshot', 'backup', 'travel']),
  v: z.int().min(1),
  minReader: z.literal(knownVersion),
  circle: base64(idBytes),
  salt: base64(idBytes),
  keys: z.strictObject({ epoch: counter, body: z.string() }).optional(),
})
const newerShape = z.looseObject({ minReader: z.int().gt(knownVersion) })

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

/** Seals rows into a pack, unless nobody could read it again. */
export function makePack({ kind, circle, packKey, rows, keys }: PackWish): Buffer | 'too-large' {
  const salt = newText()
  const carried = keys === undefined ? {} : { keys: { epoch: keys.epoch, body: JSON.stringify(keys.body) } }
  const header = Buffer.from(
    JSON.stringify({ kind, v: knownVersion, minReader: knownVersion, circle, salt, ...carried }),
    'utf8',
  )
  const size = headerStart + header.length + nonceBytes + rows.length + tagBytes
  if (header.length > largestHeader || size > largestPack) return 'too-large'
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32BE(header.length)
  const about = Buffer.concat([magic, length, header])
  const { n, c } = sealBytes(keyOf(packKey, { kind, salt }), rows, about)
  return Buffer.concat([about, n, c])
}

/** Where the header of a pack ends; null when it is no pack, or not a whole one. */
function headerEnd(pack: Buffer): number | null {
  if (pack.length < headerStart || !pack.subarray(0, magic.length).equals(magic)) return null
  const length = pack.readUInt32BE(magic.length)
  const end = headerStart + length
  return length > largestHeader || end + nonceBytes + tagBytes > pack.length ? null : end
}

/** The keys of a circle on its way: for its words and its code, and for nothing that opens by itself. */
function keysIn({ circle, keys }: z.infer<typeof headerShape>): KeyFile | null {
  const body = keys === undefined ? null : parseKeyBody(keys.body)
  const travels = body?.slots.every(({ type }) => type === 'words' || type === 'recovery')
  return keys === undefined || body === null || body.circle !== circle || !travels
    ? null
    : { epoch: keys.epoch, body }
}

/** Reads what a pack says in clear. */
export function readPackHeader(pack: Buffer): PackHeader | PackTrouble {
  if (pack.length > largestPack) return 'too-large'
  const end = headerEnd(pack)
  if (end === null) return 'damaged'
  try {
    const found = readJson(pack.subarray(headerStart, end))
    if (newerShape.safeParse(found).success) return 'newer'
    const header = headerShape.parse(found)
    const { kind, circle, salt } = header
    const keys = keysIn(header)
    const isComplete = kind === 'travel' ? keys !== null : header.keys === undefined
    return isComplete ? { kind, circle, salt, keys } : 'damaged'
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

/** A pack that lies beside the key files. */
export interface LyingPack {
  readonly path: string
  readonly circle: string
  readonly kind: 'snapshot' | 'backup'
  /** When it was written, in milliseconds since 1970. */
  readonly at: number
}

/** How many of each kind are kept. */
const deep = { snapshot: 3, backup: 10 } as const

/** When a file was written; null when it has gone. */
function writtenAt(path: string): number | null {
  try {
    return statSync(path).mtimeMs
  } catch (reason) {
    if (codeOf(reason) === 'ENOENT') return null
    throw reason
  }
}

/** The packs of a circle in a folder, newest first. */
export const packsOf = (folder: string, circle: string): readonly LyingPack[] =>
  namesIn(folder)
    .flatMap((name): readonly LyingPack[] => {
      const [id, , kind, ...more] = name.split('.')
      if (id !== circle || more.length > 0 || (kind !== 'snapshot' && kind !== 'backup')) return []
      const path = join(folder, name)
      const at = writtenAt(path)
      return at === null ? [] : [{ path, circle, kind, at }]
    })
    .toSorted((one, other) => other.at - one.at || (one.path < other.path ? -1 : 1))

/** Opens a pack that lies beside the key files; it must be what its name says. */
export function openLying({ path, circle, kind }: LyingPack, packKey: Uint8Array): Buffer | PackTrouble {
  const read = readLimited(path, largestPack)
  if (read === 'too-large') return read
  const header = readPackHeader(read.bytes)
  if (typeof header === 'string') return header
  if (header.circle !== circle || header.kind !== kind) return 'damaged'
  return openPack(read.bytes, header, packKey) ?? 'damaged'
}

/**
 * Writes one more pack beside the key files, reads it again, and drops the oldest beyond what is kept: never the new one, whatever
 * the clock says. Throws when it cannot be read again.
 */
export function addPack(
  folder: string,
  kind: LyingPack['kind'],
  wish: Omit<PackWish, 'kind' | 'keys'>,
): 'kept' | 'too-large' {
  const { circle, packKey } = wish
  const pack = makePack({ ...wish, kind })
  if (pack === 'too-large') return pack
  const path = join(folder, `${circle}.${newText()}.${kind}`)
  writeWhole(path, pack)
  if (typeof openLying({ path, circle, kind, at: 0 }, packKey) === 'string') {
    destroyFile(path)
    throw new Error('not read again')
  }
  const others = packsOf(folder, circle).filter((other) => other.kind === kind && other.path !== path)
  for (const { path: gone } of others.slice(deep[kind] - 1)) destroyFile(gone)
  return 'kept'
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
