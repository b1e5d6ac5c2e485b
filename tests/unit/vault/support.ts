// Circles on a real disk in a folder of their own, with a quick derivation and a key store that only remembers.
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, vi } from 'vitest'
import type { KeyStore } from '../../../electron/vault/key-store'
import { parseKeyFile, type KeyFile } from '../../../electron/vault/key-file'
import { openKeyFile } from '../../../electron/vault/ring'
import { createVaults, type Vaults } from '../../../electron/vault/vaults'
import type { Derive, Kdf } from '../../../electron/vault/ways'
import type { CircleId } from '../../../shared/basics/ids'
import type { ScopeKeys } from '../../../shared/vault/vault'

const root = mkdtempSync(join(tmpdir(), 'circlet-vault-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folders = 0
/** A new folder, with what is to lie in it. */
export function newFolder(files: Files = new Map()): string {
  const folder = join(root, String(folders++))
  mkdirSync(folder)
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  return folder
}

/** What lies in a folder, by name. */
export type Files = ReadonlyMap<string, Buffer>
export const filesIn = (folder: string): Files =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  )

/** Everything in a folder as one short text: the same text, the same files. */
export function stateOf(folder: string): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of filesIn(folder)) hash.update(`${name}|${bytes.length}|`).update(bytes)
  return hash.digest('hex')
}

/** Lines that main wrote to its log; a test that expects none looks here. */
export const logged: string[] = []
beforeEach(() => {
  logged.length = 0
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void logged.push(line))
})

/** A derivation that takes no time, and remembers what it was asked for. */
export function quickDerive() {
  const asked: { readonly words: string; readonly kdf: Kdf }[] = []
  const derive: Derive = async (words, kdf) => {
    asked.push({ words, kdf })
    const { m, t, p, salt } = kdf
    return createHash('sha256')
      .update(JSON.stringify([words, m, t, p, salt]))
      .digest()
  }
  return { derive, asked }
}

/** A key store that opens what it sealed; one of another computer does not. */
export function memoryStore(isReal = true): KeyStore {
  const sealed = new Map<string, Buffer>()
  return {
    isReal: () => isReal,
    seal: (key) => {
      const text = randomBytes(40).toString('base64url')
      sealed.set(text, Buffer.from(key))
      return text
    },
    open: (text) => {
      const key = sealed.get(text)
      return isReal && key !== undefined ? Buffer.from(key) : null
    },
  }
}

/** One run of the app over a folder. */
export function run(folder: string, { keyStore = memoryStore() }: { readonly keyStore?: KeyStore } = {}) {
  const { derive, asked } = quickDerive()
  let now = 0
  const vaults = createVaults({ folder, keyStore, derive, now: () => now })
  return { vaults, asked, folder, keyStore, pass: (seconds: number) => (now += seconds * 1000) }
}
export type Run = ReturnType<typeof run>

export const fourWords = 'river lamp seven oak'
export const otherWords = 'moss copper hill nine'
export const theCode = '0123456789ABCDEFGHJKMNPQRSTVWX'
export const otherCode = 'Z123456789ABCDEFGHJKMNPQRSTVWX'

/** A circle that opens with `fourWords` and `theCode`, in a new folder. */
export async function protectedCircle(over: Partial<Parameters<Vaults['protect']>[0]> = {}) {
  const first = run(newFolder())
  const { id } = first.vaults.make('Thursday')
  await first.vaults.change({ id, add: ['session:one', 'kept:two'], destroy: [] })
  await first.vaults.protect({ id, words: fourWords, code: theCode, computer: false, ...over })
  return { ...first, id }
}

/** Keys as text, so that they can be compared and looked for. */
export const textOf = (keys: ScopeKeys): Record<string, string> =>
  Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [name, Buffer.from(key).toString('base64url')]),
  )

/** A circle's keys by its words; null when these do not open it. */
export async function keysBy(
  vaults: Vaults,
  id: CircleId,
  secret: string,
  way: 'words' | 'recovery' | 'open' | 'computer' = 'words',
) {
  const opening = await vaults.open({ id, way, secret })
  return opening.is === 'open' ? textOf(opening.keys) : null
}

export const copiesOf = (folder: string, id: string): readonly [string, string] => [
  join(folder, `${id}.1.key`),
  join(folder, `${id}.2.key`),
]

/** A circle's key file as its first copy has it. */
export const fileOf = (folder: string, id: string): KeyFile => {
  const file = parseKeyFile(readFileSync(copiesOf(folder, id)[0]))
  if (typeof file === 'string') throw new Error(file)
  return file
}
export const typesIn = ({ body }: KeyFile) => body.slots.map(({ type }) => type)

/** What words open in a key file, without any run of the app. */
export const openedBy = (file: KeyFile, words: string) =>
  openKeyFile(file, 'words', words, { derive: quickDerive().derive, keyStore: memoryStore() })

/** A key file around the text of a body, with the sum that belongs to it: whatever the body says. */
export function formatted(body: string, epoch: number): Buffer {
  const sum = createHash('sha256').update(`${epoch}\n${body}`).digest('base64url')
  return Buffer.from(JSON.stringify({ circlet: 'keys', v: 1, epoch, body, sum }))
}
