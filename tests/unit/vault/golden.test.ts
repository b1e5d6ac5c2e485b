// One circle as Circlet wrote it once: the app of today and the reader that shares no code with it say the same of it.
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deriveByArgon } from '../../../electron/vault/argon'
import { padded } from '../../../electron/vault/sealing'
import { createVaults } from '../../../electron/vault/vaults'
import { wordsAsHashed } from '../../../electron/vault/ways'
import { readRows } from '../../../renderer/data/rows'
import { unseal, type Envelope } from '../../../renderer/data/seal'
import type { CircleId } from '../../../shared/basics/ids'
import { keys as reader, place, read } from '../reader/run'
import { serviceOver } from './dialogs'
import { memoryStore, newFolder, textOf, type Run } from './support'

interface Golden {
  readonly words: string
  readonly code: string
  readonly wordsAsHashed: string
  readonly circle: string
  readonly label: string
  /** Every key in the ring, and two that were destroyed. */
  readonly keys: Readonly<Record<string, string>>
  readonly destroyed: Readonly<Record<string, string>>
  /** What the rows say; the forgotten one lies in the snapshot without its key. */
  readonly rows: readonly unknown[]
  readonly forgotten: { readonly d: { readonly text: string } }
  readonly row: Omit<Envelope, 'n' | 'c'> & { readonly n: string; readonly c: string }
  readonly keyFile: string
  readonly keyFileBytes: number
  readonly snapshot: string
  readonly travel: string
}

const golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8')) as Golden
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
const id = golden.circle as CircleId
const keyFile = padded(golden.keyFile, golden.keyFileBytes)
const travelKeys = Object.fromEntries(
  Object.entries(golden.keys).filter(([name]) => !name.startsWith('session:')),
)

/** A run of the app over the files of the circle, with the real derivation. */
function goldenRun() {
  const folder = newFolder(
    new Map([
      [`${id}.1.key`, keyFile],
      [`${id}.2.key`, keyFile],
      [`${id}.AAAAAAAAAAAAAAAAAAAAAA.snapshot`, Buffer.from(golden.snapshot, 'base64url')],
    ]),
  )
  const vaults = createVaults({ folder, keyStore: memoryStore(false), derive: deriveByArgon, now: () => 0 })
  return serviceOver({ vaults, folder } as Run)
}

/** What a row says to the app; null when its key was destroyed. */
async function rowIn(row: Envelope, keys: Readonly<Record<string, string>>) {
  const text = keys[row.kid]
  if (text === undefined) return null
  const key = await crypto.subtle.importKey('raw', bytesOf(text), 'AES-GCM', false, ['decrypt'])
  const { id, sid, kid, rev } = row
  return { ...(await unseal(key, row)), id, sid, kid, rev }
}

const rowsIn = (bytes: Uint8Array) => Promise.all(readRows(bytes).map((row) => rowIn(row, golden.keys)))

describe('the app', () => {
  it.each([
    ['words', golden.words],
    ['recovery', golden.code],
  ] as const)('opens the keys by %s, and what was copied beside them', async (way, secret) => {
    const { vaults, carry } = goldenRun()
    expect(vaults.list().vaults).toMatchObject([
      { id, label: golden.label, state: 'locked', ways: ['words', 'recovery'] },
    ])
    const opening = await vaults.open({ id, way, secret })
    if (opening.is !== 'open') throw new Error(opening.is)
    expect(textOf(opening.keys)).toEqual(golden.keys)
    const restored = await carry({ is: 'restore', id, place: 0 })
    if (restored.is !== 'done' || restored.bytes === undefined) throw new Error(restored.is)
    expect(await rowsIn(restored.bytes)).toEqual([...golden.rows, null])
  })

  it.each([
    ['words', golden.words],
    ['recovery', golden.code],
  ] as const)('opens the circle on its way by %s', async (way, secret) => {
    const { carry, choice } = goldenRun()
    writeFileSync(choice.path ?? '', Buffer.from(golden.travel, 'base64url'))
    expect(await carry({ is: 'bring' })).toMatchObject({
      is: 'brought',
      facts: { circle: id, label: golden.label },
    })
    const opened = await carry({ is: 'open-brought', way, secret })
    if (opened.is !== 'opened') throw new Error(opened.is)
    expect(textOf(opened.keys)).toEqual(travelKeys)
    expect(await rowsIn(opened.bytes)).toEqual(golden.rows)
  })

  it('opens a row, and not with a key that was destroyed', async () => {
    const row: Envelope = { ...golden.row, n: bytesOf(golden.row.n), c: bytesOf(golden.row.c) }
    expect(await rowIn(row, golden.keys)).toEqual(golden.rows[0])
    await expect(rowIn(row, { [row.kid]: golden.destroyed['circle:1'] ?? '' })).rejects.toThrow()
  })

  it('reads the words as they were', () => {
    expect(wordsAsHashed(golden.words)).toBe(golden.wordsAsHashed)
  })
})

describe('the reader that shares no code with the app', () => {
  const told = { circle: golden.label, id, rows: golden.rows }
  const keyPath = place(`${id}.1.key`, keyFile)
  const snapshot = place('golden.snapshot', Buffer.from(golden.snapshot, 'base64url'))
  const travel = place('golden.circlet', Buffer.from(golden.travel, 'base64url'))
  const derive = { derive: reader.argon2id }

  it.each([
    ['--words', golden.words],
    ['--code', golden.code],
  ])('says the same, by %s', async (way, secret) => {
    const copied = await read(['--key', keyPath, snapshot, way, secret], derive)
    expect(copied.json).toEqual({ ...told, leftOut: 1 })
    expect((await read([travel, way, secret], derive)).json).toEqual({ ...told, leftOut: 0 })
    const described = await read(['--key', keyPath, way, secret], derive)
    expect(described.json).toMatchObject({ id, opened: true, names: Object.keys(golden.keys).sort() })
  })
})

it('what was forgotten lies there sealed, and its keys lie nowhere', () => {
  const all = [
    golden.keyFile,
    ...[golden.snapshot, golden.travel].map((text) => Buffer.from(text, 'base64url').toString('latin1')),
  ]
  for (const key of Object.values(golden.destroyed))
    for (const text of all) {
      expect(text).not.toContain(key)
      expect(text).not.toContain(Buffer.from(key, 'base64url').toString('latin1'))
    }
  expect(all.join()).not.toContain(golden.forgotten.d.text)
})
