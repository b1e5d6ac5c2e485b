// Looks for words in files: as UTF-8 and as UTF-16, at every byte, in capitals or not, and in what is packed.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readingsOf } from './leveldb'

/** Where a word was found. */
export interface Hit {
  readonly word: string
  readonly file: string
  readonly as: 'utf-8' | 'utf-16'
  /** Whether it could be read only after unpacking. */
  readonly packed: boolean
}

export interface Scan {
  readonly files: number
  readonly bytes: number
  /** Tables of the database that were taken apart, and those that could not be. */
  readonly tables: number
  readonly unread: readonly string[]
  readonly hits: readonly Hit[]
}

interface Pattern {
  readonly word: string
  readonly as: Hit['as']
  readonly bytes: Buffer
}

/** Every word in both encodings, by its first three bytes. */
function patternsOf(words: readonly string[]): ReadonlyMap<number, readonly Pattern[]> {
  const found = new Map<number, Pattern[]>()
  for (const word of words) {
    for (const [as, bytes] of [
      ['utf-8', Buffer.from(word.toLowerCase(), 'utf8')],
      ['utf-16', Buffer.from(word.toLowerCase(), 'utf16le')],
    ] as const) {
      const start = bytes.readUIntBE(0, 3)
      found.set(start, [...(found.get(start) ?? []), { word, as, bytes }])
    }
  }
  return found
}

const small = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)))

/** Which patterns are somewhere in these bytes. */
function within(bytes: Buffer, patterns: ReadonlyMap<number, readonly Pattern[]>): ReadonlySet<Pattern> {
  const starts = new Uint8Array(1 << 21)
  for (const start of patterns.keys()) starts[start >> 3] = (starts[start >> 3] ?? 0) | (1 << (start & 7))
  const lower = small(bytes)
  const found = new Set<Pattern>()
  let three = 0
  for (let at = 0; at < lower.length; at += 1) {
    three = ((three << 8) | (lower[at] as number)) & 0xffffff
    if (((starts[three >> 3] as number) & (1 << (three & 7))) === 0 || at < 2) continue
    for (const pattern of patterns.get(three) ?? []) {
      const from = at - 2
      if (lower.subarray(from, from + pattern.bytes.length).equals(pattern.bytes)) found.add(pattern)
    }
  }
  return found
}

/** Every file below a folder. What goes away meanwhile is not there. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function bytesOf(file: string): Buffer | null {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : null
  } catch {
    // It went away between the listing and the reading.
    return null
  }
}

/** Looks for words in every file below some folders, in their names too, and in texts that were collected. */
export function scan(
  words: readonly string[],
  folders: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): Scan {
  const patterns = patternsOf(words)
  const hits: Hit[] = []
  const unread: string[] = []
  let [files, bytes, tables] = [0, 0, 0]
  const look = (file: string, content: Buffer) => {
    const plain = within(content, patterns)
    for (const { word, as } of plain) hits.push({ word, file, as, packed: false })
    const { unpacked, unread: isUnread } = readingsOf(file, content)
    if (isUnread) unread.push(file)
    else if (/\.ldb$/.test(file)) tables += 1
    for (const reading of unpacked) {
      for (const pattern of within(reading, patterns)) {
        if (!plain.has(pattern)) hits.push({ word: pattern.word, file, as: pattern.as, packed: true })
      }
    }
    files += 1
    bytes += content.length
  }
  for (const folder of folders) {
    const paths = filesBelow(folder)
    for (const path of paths) {
      const content = bytesOf(path)
      if (content !== null) look(relative(join(folder, '..'), path), content)
    }
    look(`the names of files in ${folder}`, Buffer.from(paths.join('\n')))
  }
  for (const [name, text] of Object.entries(texts)) look(name, Buffer.from(text))
  return { files, bytes, tables, unread, hits }
}

/** Which of these bytes lie anywhere below a folder, exactly as they are. */
export function lyingIn(folder: string, needles: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const contents = filesBelow(folder).flatMap((path) => bytesOf(path) ?? [])
  return Object.entries(needles)
    .filter(([, needle]) => contents.some((content) => content.includes(Buffer.from(needle))))
    .map(([name]) => name)
}
