// No file may hold a word in clear. The same session is led through two builds: in the control, whose seal seals nothing, the
// search must find every word; in the app itself it must find none.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ask } from '../support/app'
import { copyFolders, foldersOf, start, type Build, type Folders, type Running } from './app'
import {
  closeIt,
  goOn,
  leftIn,
  openAgain,
  planNext,
  settle,
  somebodyLeaves,
  upToTheClose,
  upToTheQuestions,
  writtenIn,
  type Script,
  type Stage,
  type Ways,
} from './evening'
import { scan, type Hit, type Scan } from './scan'

/** The points at which something can be looked at, in their order; where nothing runs, the app has ended. */
export type Point =
  | {
      readonly is: 'in the turn' | 'thanked' | 'before the close' | 'after the close' | 'opened again'
      readonly running: Running
    }
  | { readonly is: 'killed before the close' | 'after quit' | 'killed the next time'; readonly running: null }

const stages: Partial<Record<Point['is'], Stage>> = {
  'in the turn': 'turn',
  'killed before the close': 'close',
  'after the close': 'settled',
  'after quit': 'settled',
  'killed the next time': 'later',
}

/** Shows that what the app prints is heard, and that it uses the folders that are searched. */
async function hearIt({ app, page, printed, folders }: Running): Promise<void> {
  const [temp, home] = await ask(app, ({ app: main }) => {
    process.stdout.write('Main is heard.\n')
    return [main.getPath('temp'), main.getPath('home')]
  })
  expect([temp, home]).toEqual([join(folders.all, 'temp'), join(folders.all, 'home')])
  await page.evaluate(() => console.info('The page is heard.'))
  await expect.poll(printed).toContain('Main is heard.')
  await expect.poll(printed).toContain('The page is heard.')
}

export interface Evening {
  readonly folders: Folders
  readonly ways: Ways
  /** Everything that was printed, from all of its starts. */
  readonly printed: string
  readonly gone: string
}

/** Leads the whole session through a build: killed before its close, gone on with, closed, ended, opened the next time, killed. */
export async function runEvening(
  build: Build,
  script: Script,
  at: (point: Point, folders: Folders, printed: string, ways: Ways | null) => Promise<void>,
): Promise<Evening> {
  const folders = foldersOf(`evening-${build}`)
  let heard = ''
  let ways: Ways | null = null
  let running = await start(build, folders)
  const see = (is: Point['is'], now: Running | null) =>
    at({ is, running: now } as Point, folders, heard + (now?.printed() ?? ''), ways)
  const again = async () => {
    heard += running.printed()
    running = await start(build, folders)
    await hearIt(running)
  }
  await hearIt(running)
  await upToTheQuestions(running, script)
  await see('in the turn', running)
  await upToTheClose(running, script, () => see('thanked', running))
  await see('before the close', running)
  await running.kill()
  await see('killed before the close', null)
  await again()
  await goOn(running)
  await closeIt(running)
  ways = await settle(running, script)
  await see('after the close', running)
  await running.quit()
  await see('after quit', null)
  await again()
  await openAgain(running, script, ways)
  await see('opened again', running)
  const gone = await somebodyLeaves(running, script)
  await planNext(running, script, gone)
  await running.kill()
  await see('killed the next time', null)
  return { folders, ways, printed: heard + running.printed(), gone }
}

/** Writes so much into a database that it must be packed into a table. */
const fillTable = (page: Page, words: readonly string[]) =>
  page.evaluate(
    (planted) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('planted')
        opening.onupgradeneeded = () => opening.result.createObjectStore('planted')
        opening.onerror = () => fail(new Error('no database'))
        opening.onsuccess = () => {
          const writing = opening.result.transaction('planted', 'readwrite')
          for (let number = 0; number < 3000; number += 1) {
            const word = planted[number % planted.length] ?? ''
            writing.objectStore('planted').put(`${'so much paper '.repeat(150)}${word}`, number)
          }
          writing.oncomplete = () => done()
          writing.onerror = () => fail(new Error('not written'))
        }
      }),
    words,
  )

/** Puts words where the search must find them, in each of the ways in which they could lie there. */
function plant(words: readonly string[], folders: Folders): void {
  const folder = join(folders.all, 'home/planted')
  mkdirSync(folder, { recursive: true })
  const text = words.join(' ').toUpperCase()
  writeFileSync(join(folder, 'as-utf-8'), text)
  writeFileSync(join(folder, 'as-utf-16'), Buffer.from(text, 'utf16le'))
  writeFileSync(
    join(folder, 'as-utf-16-odd'),
    Buffer.concat([Buffer.from('-'), Buffer.from(text, 'utf16le')]),
  )
}

const wordsAmong = (
  hits: readonly Hit[],
  words: readonly string[],
  where: (hit: Hit) => boolean = () => true,
) => {
  const found = new Set(hits.filter(where).map(({ word }) => word))
  return words.filter((word) => found.has(word)).length
}

export interface Found {
  readonly point: Point['is']
  readonly found: number
  readonly of: number
}

/** The words and the code by which the circle opens, as they were shown. */
const waysIn = (ways: Ways | null): readonly string[] =>
  ways === null ? [] : [ways.words, ways.code, ways.code.replaceAll('-', '')]

/** The control: every word that was written is found at every point, every planted one in every form. Throws when one is not. */
export async function control(script: Script, planted: readonly string[]): Promise<readonly Found[]> {
  const all: Found[] = []
  const { folders, ways } = await runEvening('plain', script, async ({ is }, searched, printed) => {
    const stage = stages[is]
    if (stage === undefined) return
    const words = writtenIn(script, stage)
    const { hits } = scan(words, [searched.all], { printed })
    all.push({ point: is, found: wordsAmong(hits, words), of: words.length })
  })
  expect(all.filter(({ found, of }) => found < of)).toEqual([])
  const running = await start('plain', folders)
  await fillTable(running.page, planted)
  const left = [...leftIn(script), ...waysIn(ways)]
  plant(left, folders)
  const looked = (): Scan => scan([...left, ...planted], [folders.all], { printed: planted.join(' ') })
  await expect.poll(() => looked().tables, { timeout: 20_000 }).toBeGreaterThan(0)
  await running.quit()
  const { hits, unread } = looked()
  expect(unread).toEqual([])
  for (const form of ['as-utf-8', 'as-utf-16', 'as-utf-16-odd'])
    expect(
      wordsAmong(hits, left, ({ file }) => file.endsWith(`planted/${form}`)),
      form,
    ).toBe(left.length)
  const inTable = ({ file }: Hit) => file.endsWith('.ldb')
  expect(wordsAmong(hits, planted, inTable), 'in packed tables').toBe(planted.length)
  expect(
    wordsAmong(hits, planted, ({ file }) => file === 'printed'),
    'printed',
  ).toBe(planted.length)
  return all
}

export interface Residue {
  readonly looked: readonly (Found & { readonly files: number })[]
  readonly evening: Evening
}

/** The app itself: at no point is any word found, and the label only in the key file. Throws when one is. */
export async function residue(
  script: Script,
  also: (point: Point, folders: Folders, ways: Ways | null) => Promise<void>,
): Promise<Residue> {
  const looked: (Found & { readonly files: number })[] = []
  const evening = await runEvening('sealed', script, async (point, folders, printed, ways) => {
    await also(point, folders, ways)
    const stage = stages[point.is]
    if (stage === undefined) return
    // What is written later must not be there earlier either: all words are looked for, always.
    const words = [...writtenIn(script, 'later'), ...leftIn(script), ...waysIn(ways)]
    const { files, hits, unread } = scan([...words, script.label], [folders.all], { printed })
    expect(unread, 'tables that could not be read').toEqual([])
    expect(hits.filter(({ word }) => word !== script.label)).toEqual([])
    const labelled = new Set(hits.map(({ file }) => file.replace(/^.*\//, '').replace(/^[\w-]{22}/, '')))
    expect([...labelled].sort(), 'where the label stands').toEqual(['.1.key', '.2.key'])
    looked.push({ point: point.is, found: 0, of: words.length, files })
  })
  return { looked, evening }
}

/** Keeps folders as they are now, for what comes after. */
export const keep = (folders: Folders, name: string): Folders => copyFolders(folders, name)
