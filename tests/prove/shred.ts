// What was forgotten opens with no key that is left. Everything that ever lay in the database is gathered while the session goes
// on, with the keys of that time: they must open all of it; those of later must open nothing of what is gone.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { keysIn, type Folders } from './app'
import type { Ways } from './evening'
import {
  isOfSession,
  keysOf,
  openKeys,
  openPackOf,
  openRow,
  rowsIn,
  type How,
  type Opened,
  type Row,
} from './reader'
import { keep, type Point } from './residue'
import { lyingIn } from './scan'

/** What lay there at one point. */
interface Look {
  readonly rows: readonly Row[]
  readonly opened: Opened
}

export interface Gathered {
  readonly looks: Map<Point['is'], Look>
  readonly copies: Map<Point['is'], Folders>
}

export const nothingGathered = (): Gathered => ({ looks: new Map(), copies: new Map() })

/** At which points the profile is copied; nothing runs then. */
const copied: Partial<Record<Point['is'], string>> = {
  'killed before the close': 'closing',
  'after quit': 'kept',
  'killed the next time': 'later',
}

/** Gathers what can be seen at a point of the evening. */
export async function gather(
  { looks, copies }: Gathered,
  { is, running }: Point,
  folders: Folders,
  ways: Ways | null,
): Promise<void> {
  const name = copied[is]
  if (name !== undefined) copies.set(is, keep(folders, name))
  const how: How = ways === null ? null : { words: ways.words }
  const opened = await openKeys(folders, how)
  if (opened === null) throw new Error(`The reader cannot open the keys ${is}.`)
  const rows = running === null ? [] : await rowsIn(running.page, opened.file.database)
  looks.set(is, { rows, opened })
}

const lookAt = ({ looks }: Gathered, is: Point['is']): Look => {
  const look = looks.get(is)
  if (look === undefined) throw new Error('The evening did not get that far.')
  return look
}

const copyAt = ({ copies }: Gathered, is: Point['is']): Folders => {
  const copy = copies.get(is)
  if (copy === undefined) throw new Error('The evening did not get that far.')
  return copy
}

/** Every row that ever lay there, each writing of it once, with the ring that it lay under. */
function everyRow({ looks }: Gathered): readonly (readonly [Row, Opened])[] {
  const found = new Map<string, readonly [Row, Opened]>()
  for (const { rows, opened } of looks.values())
    for (const row of rows) if (!found.has(row.n)) found.set(row.n, [row, opened])
  return [...found.values()]
}

const opens = (row: Row, keys: readonly Uint8Array[]): boolean =>
  keys.some((key) => openRow(row, key) !== null)

const countOpen = (rows: readonly Row[], keys: readonly Uint8Array[]): number =>
  rows.filter((row) => opens(row, keys)).length

const packsIn = (folders: Folders, kind: 'snapshot' | 'backup'): readonly string[] =>
  readdirSync(keysIn(folders))
    .filter((name) => name.endsWith(`.${kind}`))
    .map((name) => join(keysIn(folders), name))

/** Every key that the words and the code still lead to. */
async function keysLeft(folders: Folders, { words, code }: Ways): Promise<readonly Uint8Array[]> {
  const found = await Promise.all([openKeys(folders, { words }), openKeys(folders, { code })])
  const keys = found.flatMap((opened) => {
    if (opened === null) throw new Error('The words or the code do not open what is left.')
    return keysOf(opened)
  })
  return [...new Map(keys.map((key) => [Buffer.from(key).toString('hex'), key])).values()]
}

/** What would show that an earlier writing of the key file, or a key, still lies somewhere. */
function remains({ file, ring }: Opened): Readonly<Record<string, Uint8Array>> {
  const secrets = [...ring.keys].filter(([name]) => /^(session|turn):/.test(name))
  const open = file.slots.find(({ type }) => type === 'open')?.key ?? ''
  return {
    'the open key': Buffer.from(open),
    'the nonce of the ring': Buffer.from(file.ring.n),
    'the ring': Buffer.from(file.ring.c.slice(0, 64)),
    ...Object.fromEntries(
      secrets.flatMap(([name, key]) => [
        [`${name}, as bytes`, key],
        [`${name}, as text`, Buffer.from(key.toString('base64url'))],
      ]),
    ),
  }
}

/** A closed session: with its own keys all of its rows open, with those that are left none does, also in packs. Gives the figures. */
export async function forgottenSession(gathered: Gathered, ways: Ways): Promise<readonly string[]> {
  const before = lookAt(gathered, 'before the close')
  const all = everyRow(gathered).filter(([row]) => isOfSession(row))
  const own = all.filter(([row, opened]) => opens(row, keysOf(opened))).length
  expect(all.length).toBeGreaterThan(20)
  expect(own, 'rows that their own keys open').toBe(all.length)

  const after = copyAt(gathered, 'after quit')
  const keys = await keysLeft(after, ways)
  const stays = before.rows.filter((row) => !isOfSession(row))
  expect(countOpen(stays, keys), 'rows of the circle that are still to open').toBe(stays.length)
  expect(stays.length).toBeGreaterThan(0)
  const left = countOpen(
    all.map(([row]) => row),
    keys,
  )
  expect(left, 'rows of the session that still open').toBe(0)

  const copy = copyAt(gathered, 'killed before the close')
  const snapshots = packsIn(copy, 'snapshot')
  const wordsAfter = await openKeys(after, { words: ways.words })
  if (wordsAfter === null) throw new Error('The words do not open what is left.')
  const inPacks = snapshots.map((path) => openPackOf(path, before.opened))
  const ofSession = inPacks.flatMap(({ kids }) => kids).filter((kid) => isOfSession({ kid })).length
  expect(
    inPacks.reduce((sum, { closed }) => sum + closed, 0),
    'rows in snapshots that were closed before',
  ).toBe(0)
  expect(ofSession).toBeGreaterThan(0)
  const later = [...snapshots, ...packsIn(after, 'snapshot'), ...packsIn(after, 'backup')]
  const stillThere = later
    .flatMap((path) => openPackOf(path, wordsAfter).kids)
    .filter((kid) => isOfSession({ kid })).length
  expect(stillThere, 'rows of the session that still open in packs').toBe(0)

  const needles = remains(lookAt(gathered, 'killed before the close').opened)
  const lay = lyingIn(copy.all, needles)
  expect(lay).toEqual(['the open key', 'the nonce of the ring', 'the ring'])
  const earlier = [...gathered.looks]
    .filter(([is]) => ['in the turn', 'thanked', 'before the close', 'killed before the close'].includes(is))
    .map(([, { opened }]) => remains(opened))
  for (const one of earlier) expect(lyingIn(after.all, one), 'remains of earlier keys').toEqual([])
  return [
    `${left} of ${all.length} rows with each of ${keys.length} keys that are left (their own: ${own})`,
    `${stillThere} of ${ofSession} in packs`,
    `${lay.length} of 3 remains before, 0 after`,
  ]
}

/** A turn that ended with thanks: its words are gone when the session goes on, long before it closes. */
export function forgottenTurn(gathered: Gathered): string {
  const thanked = lookAt(gathered, 'thanked')
  const later = lookAt(gathered, 'before the close')
  const goneKeys = [...thanked.opened.ring.keys.keys()].filter((name) => !later.opened.ring.keys.has(name))
  const rows = thanked.rows.filter(({ kid }) => goneKeys.includes(kid))
  expect(rows.length).toBeGreaterThan(0)
  expect(countOpen(rows, keysOf(thanked.opened))).toBe(rows.length)
  const left = countOpen(rows, keysOf(later.opened))
  expect(left).toBe(0)
  return `${left} of ${rows.length} texts of a turn that ended with thanks (before: ${rows.length})`
}

/** Somebody who leaves: nothing that was sealed with theirs opens any more, in the rows or in the backups of before. */
export async function forgottenMember(gathered: Gathered, ways: Ways): Promise<string> {
  const before = lookAt(gathered, 'opened again')
  const rows = before.rows.filter(({ kid }) => kid.startsWith('circle:'))
  const backups = packsIn(copyAt(gathered, 'after quit'), 'backup')
  const open = countOpen(rows, keysOf(before.opened))
  expect(open).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(3)
  const inBackups = (opened: Opened) =>
    backups.flatMap((path) => openPackOf(path, opened).kids).filter((kid) => kid.startsWith('circle:')).length
  const were = inBackups(before.opened)
  expect(were).toBeGreaterThan(3)
  const last = copyAt(gathered, 'killed the next time')
  const left = countOpen(rows, await keysLeft(last, ways))
  const after = await openKeys(last, { words: ways.words })
  if (after === null) throw new Error('The words do not open what is left.')
  const inBackupsNow = inBackups(after)
  expect([left, inBackupsNow]).toEqual([0, 0])
  return `${left} of ${rows.length} rows and ${inBackupsNow} of ${were} in backups, as before somebody left`
}
