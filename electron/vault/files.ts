// Files as a whole or not at all, and files that are gone for good.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { toText } from './sealing'

/** The code of a failure of the system, for a line in the log: never a path. */
export const codeOf = (reason: unknown): string =>
  (reason as NodeJS.ErrnoException | null | undefined)?.code ?? 'unknown'

// Not everywhere: a system without them has no such links and no such pipes either.
const ownFile = constants.O_NOFOLLOW ?? 0
const atOnce = constants.O_NONBLOCK ?? 0

/** How much is written at once where a whole file is overwritten, in bytes. */
const portion = 1024 * 1024

function writeAll(file: number, bytes: Uint8Array, from: number): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, from + at)
}

/** Uses an open file, then forces it to disk. */
function forced(path: string, flags: number, use: (file: number) => void): void {
  const file = openSync(path, flags, 0o600)
  try {
    use(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** What systems and kinds of disks say that cannot force a folder. */
const cannotForce = ['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/** Forces a folder's list of names to disk, where that can be done. */
export function forceFolder(folder: string): void {
  if (process.platform === 'win32') return
  try {
    forced(folder, constants.O_RDONLY, () => undefined)
  } catch (reason) {
    if (!cannotForce.includes(codeOf(reason))) throw reason
  }
}

/** Makes a folder if it can; without it nothing can be kept, and whoever writes is told. */
export function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (reason) {
    if (codeOf(reason) !== 'EEXIST') console.warn(`A folder was not made: ${codeOf(reason)}`)
  }
}

/** The names in a folder; none where there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (reason) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(reason))) return []
    throw reason
  }
}

/** A file that was read, and when it was written; in milliseconds since 1970. */
export interface ReadFile {
  readonly bytes: Buffer
  readonly at: number
}

/** Reads a file; its size is looked at before anything of it is read. Throws when it is no file. */
export function readLimited(path: string, most: number): ReadFile | 'too-large' {
  const file = openSync(path, constants.O_RDONLY | atOnce)
  try {
    const facts = fstatSync(file)
    if (!facts.isFile()) throw new Error('no file')
    if (facts.size > most) return 'too-large'
    const bytes = Buffer.alloc(facts.size)
    let end = 0
    for (let more = -1; more !== 0 && end < bytes.length; end += more)
      more = readSync(file, bytes, end, bytes.length - end, end)
    return { bytes: bytes.subarray(0, end), at: facts.mtimeMs }
  } finally {
    closeSync(file)
  }
}

/** Writes over a file in place, to the disk: what stood there is gone, not only unlinked. */
export function overwrite(path: string, bytes: Uint8Array): void {
  forced(path, constants.O_RDWR | ownFile, (file) => {
    const before = fstatSync(file).size
    writeAll(file, bytes, 0)
    if (before <= bytes.length) return
    for (let at = bytes.length; at < before; at += portion)
      writeAll(file, Buffer.alloc(Math.min(portion, before - at), 0x20), at)
    fsyncSync(file)
    ftruncateSync(file, bytes.length)
  })
}

/** A name beside others for what is not whole yet, or soon gone. */
const partBeside = (path: string): string =>
  join(dirname(path), `circlet-${toText(randomBytes(6))}${partEnding}`)
const partEnding = '.part'

/** Writes a file as a whole or not at all: beside its place, to the disk, then into its place. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = partBeside(path)
  try {
    const isNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL
    forced(beside, isNew, (file) => writeAll(file, bytes, 0))
    renameSync(beside, path)
  } catch (reason) {
    removeQuietly(beside)
    throw reason
  }
  forceFolder(dirname(path))
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch (reason) {
    // Never made, or not to be removed now: in our own folder the next start does.
    if (codeOf(reason) !== 'ENOENT') console.warn(`A file was not removed: ${codeOf(reason)}`)
  }
}

/** Takes a file from its place, so that nobody finds it half destroyed; gives where it is now, or null when there was none. */
export function setAside(path: string): string | null {
  const aside = partBeside(path)
  try {
    renameSync(path, aside)
    return aside
  } catch (reason) {
    if (codeOf(reason) === 'ENOENT') return null
    throw reason
  }
}

/** Overwrites a file with random bytes, to the disk, and unlinks it. A link is only unlinked. */
export function shred(path: string): void {
  const facts = lstatSync(path)
  if (facts.isFile())
    forced(path, constants.O_RDWR | ownFile, (file) => {
      for (let at = 0; at < facts.size; at += portion)
        writeAll(file, randomBytes(Math.min(portion, facts.size - at)), at)
    })
  unlinkSync(path)
}

/** Removes a file for good. One that is not there is gone already. */
export function destroyFile(path: string): void {
  const aside = setAside(path)
  if (aside !== null) shred(aside)
}

/** Removes for good what a start finds half written or half destroyed; what cannot be removed waits for the next one. */
export function sweepParts(folder: string): void {
  try {
    for (const name of namesIn(folder).filter((name) => name.endsWith(partEnding))) shred(join(folder, name))
  } catch (reason) {
    console.warn(`What was left over was not removed: ${codeOf(reason)}`)
  }
}
