// What the reader that shares no code with the app can make of a circle's files, and of rows as they lie in the database.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { circleIn, keysIn, type Folders } from './app'

interface KeyFile {
  readonly epoch: number
  readonly circle: string
  readonly database: string
  readonly slots: readonly { readonly type: string; readonly key?: string }[]
  readonly ring: { readonly n: string; readonly c: string }
}

interface Ring {
  readonly keys: ReadonlyMap<string, Buffer>
  readonly openers: ReadonlyMap<string, Buffer>
}

interface Secret {
  readonly type: 'words' | 'recovery'
  readonly text: string
}

const scripts = new URL('../../scripts/lib/read-circle/', import.meta.url)
const load = (path: string): Promise<unknown> => import(new URL(path, scripts).href)
const keyModule = (await load('keys.mjs')) as {
  argon2id: unknown
  plainWords: (text: string) => string
  plainCode: (text: string) => string
  readKeyFile: (path: string) => KeyFile
  masterKey: (keys: KeyFile, secret: Secret | null, derive: unknown) => Promise<Buffer | null>
  openRing: (keys: KeyFile, master: Buffer) => Ring
}
const packModule = (await load('pack.mjs')) as {
  readHead: (file: unknown) => unknown
  openPack: (
    file: unknown,
    head: unknown,
    keys: KeyFile,
    ring: Ring,
  ) => { readonly rows: readonly { readonly kid: string }[]; readonly leftOut: number }
}
const { openFile, unseal, hkdf, Refusal } = (await load('bytes.mjs')) as {
  openFile: (path: string) => { readonly close: () => void }
  unseal: (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, extra: string) => Buffer | null
  hkdf: (key: Uint8Array, salt: string, info: string) => Buffer
  Refusal: new () => Error
}

export interface Opened {
  readonly file: KeyFile
  readonly master: Buffer
  readonly ring: Ring
}

/** Nothing: the slot that is open until the first close. */
export type How = { readonly words: string } | { readonly code: string } | null

/** Opens a circle's key file, or says that it does not open so. */
export async function openKeys(folders: Folders, how: How): Promise<Opened | null> {
  const file = keyModule.readKeyFile(join(keysIn(folders), `${circleIn(folders)}.1.key`))
  const secret: Secret | null =
    how === null
      ? null
      : 'words' in how
        ? { type: 'words', text: keyModule.plainWords(how.words) }
        : { type: 'recovery', text: keyModule.plainCode(how.code) }
  try {
    const master = await keyModule.masterKey(file, secret, keyModule.argon2id)
    return master === null ? null : { file, master, ring: keyModule.openRing(file, master) }
  } catch (reason) {
    if (reason instanceof Refusal) return null
    throw reason
  }
}

/** Every key that can be had from an opened key file. */
export const keysOf = ({ master, ring }: Opened): readonly Uint8Array[] => [
  ...ring.keys.values(),
  ...ring.openers.values(),
  master,
  hkdf(master, '', 'circlet ring'),
]

/** Opens a pack; gives how many of its rows open, of how many. */
export function openPackOf(
  path: string,
  { file, ring }: Opened,
): { readonly kids: readonly string[]; readonly closed: number } {
  const pack = openFile(path)
  try {
    const { rows, leftOut } = packModule.openPack(pack, packModule.readHead(pack), file, ring)
    return { kids: rows.map(({ kid }) => kid), closed: leftOut }
  } finally {
    pack.close()
  }
}

/** A row as it lies in the database; nonce and ciphertext in base64. */
export interface Row {
  readonly id: string
  readonly sid: string
  readonly kid: string
  readonly rev: number
  readonly n: string
  readonly c: string
}

/** What lies in the circle's database now, read in the page. */
export const rowsIn = (page: Page, database: string): Promise<readonly Row[]> =>
  page.evaluate(
    (name) =>
      new Promise<Row[]>((done, fail) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => fail(new Error('no database'))
        opening.onsuccess = () => {
          const all = opening.result.transaction('records').objectStore('records').getAll()
          all.onerror = () => fail(new Error('no rows'))
          all.onsuccess = () => {
            opening.result.close()
            done(
              (all.result as (Omit<Row, 'n' | 'c'> & Record<'n' | 'c', Uint8Array>)[]).map((row) => ({
                id: row.id,
                sid: row.sid,
                kid: row.kid,
                rev: row.rev,
                n: btoa(String.fromCharCode(...row.n)),
                c: btoa(String.fromCharCode(...row.c)),
              })),
            )
          }
        }
      }),
    database,
  )

/** Opens a row with one key; null when it is not its key. */
export function openRow(row: Row, key: Uint8Array): { readonly t: string; readonly d: unknown } | null {
  const { id, sid, kid, rev } = row
  const [n, c] = [Buffer.from(row.n, 'base64'), Buffer.from(row.c, 'base64')]
  const plain = unseal(key, n, c, `circlet|row|1|${id}|${sid}|${kid}|${rev}`)
  return plain === null ? null : (JSON.parse(plain.toString('utf8')) as { t: string; d: unknown })
}

/** Whether a row belongs to a session that has not closed. */
export const isOfSession = ({ kid }: Pick<Row, 'kid'>): boolean => /^(session|turn):/.test(kid)
