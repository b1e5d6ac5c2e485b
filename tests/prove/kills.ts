// Ends the app while it forgets, and while its words are changed: at random instants, and half of them as soon as the key file is
// being written, where most is at stake.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { isAlive, killAll, treeOf } from '../kills/processes'
import { circleIn, copyFolders, keysIn, start, type Folders, type Running } from './app'
import { closeIt, goOn, type Ways } from './evening'
import { isOfSession, openKeys, openRow, rowsIn, type How, type Row } from './reader'

const { home } = en.console

/** When a kill comes: so many milliseconds after the press, or after the key file was first seen to change. */
interface Instant {
  readonly after: 'the press' | 'the key file changes'
  readonly wait: number
}

/** A third of the kills come soon after the press, a third anywhere in the whole length, a third right in the writing of the keys. */
function drawInstant(chance: () => number, whole: number): Instant {
  const third = Math.floor(chance() * 3)
  if (third === 2) return { after: 'the key file changes', wait: chance() * 12 }
  return { after: 'the press', wait: chance() * (third === 0 ? Math.min(soon, whole) : whole) }
}

const soon = 60
/** The longest that a kill waits for the key file to change, in milliseconds. */
const patience = 5000

/** Lets something begin, and ends every process at the instant. Gives how long that was after the press. */
async function cut(
  running: Running,
  press: () => Promise<unknown>,
  { after, wait }: Instant,
): Promise<number> {
  const { app, folders } = running
  const copies = [1, 2].map((copy) => join(keysIn(folders), `${circleIn(folders)}.${copy}.key`))
  const look = () => copies.map((path) => statSync(path, { bigint: true }).mtimeNs).join()
  const pid = app.process().pid
  if (pid === undefined) throw new Error('The app has no process.')
  const pids = treeOf(pid)
  const closed = app.waitForEvent('close')
  const before = look()
  const pressed = performance.now()
  // What was begun may be cut off with everything else: that is what is tried here.
  void press().catch(() => undefined)
  if (after === 'the key file changes')
    while (look() === before && performance.now() - pressed < patience) await turn()
  const from = performance.now()
  while (performance.now() - from < wait) await turn()
  killAll(pids)
  const took = performance.now() - pressed
  await closed
  await expect.poll(() => pids.filter(isAlive), { intervals: [10] }).toEqual([])
  return took
}

/** What lies in a circle, as the reader sees it. */
interface Lying {
  readonly rows: readonly Row[]
  readonly names: readonly string[]
  /** Rows whose key is there, and those among them that open. */
  readonly withKey: number
  readonly open: number
  readonly contents: readonly { readonly t: string; readonly d: unknown }[]
}

async function lyingIn({ page, folders }: Running, how: How): Promise<Lying> {
  const opened = await openKeys(folders, how)
  if (opened === null) throw new Error('The keys do not open.')
  const rows = await rowsIn(page, opened.file.database)
  const { keys } = opened.ring
  const contents = rows.flatMap((row) => {
    const key = keys.get(row.kid)
    const content = key === undefined ? null : openRow(row, key)
    return content === null ? [] : [content]
  })
  const withKey = rows.filter(({ kid }) => keys.has(kid)).length
  return { rows, names: [...keys.keys()], withKey, open: contents.length, contents }
}

const countOf = ({ contents }: Lying, type: string): number => contents.filter(({ t }) => t === type).length

/** Home, as soon as it stands there: whether it offers to go on. */
async function offersToGoOn(page: Page): Promise<boolean> {
  const on = page.getByRole('button', { name: home.goOn, exact: true })
  await expect(on.or(page.getByRole('button', { name: home.prepare, exact: true }))).toBeVisible()
  return on.isVisible()
}

/** What a session was before it was closed, and what it left when nothing was cut. */
interface Measure {
  readonly before: Lying
  readonly after: Lying
  /** From the press to the receipt, in milliseconds. */
  readonly whole: number
}

/** Whether a session is there as it was, or gone as it goes when nothing is cut; otherwise says what is wrong. */
function judgeSession(now: Lying, goesOn: boolean, { before, after }: Measure): 'there' | 'gone' | string {
  if (now.open < now.rows.length) return `${now.rows.length - now.open} rows do not open`
  if (goesOn) {
    const ids = new Set(now.rows.map(({ id }) => id))
    const missing = before.rows.filter(({ id }) => !ids.has(id)).length
    const keys = before.names.filter((name) => !now.names.includes(name)).length
    return missing + keys === 0 ? 'there' : `it goes on without ${missing} rows and ${keys} keys`
  }
  const [rows, keys] = [now.rows.filter(isOfSession), now.names.filter((kid) => isOfSession({ kid }))]
  if (rows.length + keys.length > 0)
    return `it is gone, and ${rows.length} rows and ${keys.length} keys are there`
  const types = ['circle', 'trace', 'commitment', 'kept', 'forgotten']
  const other = types.filter((type) => countOf(now, type) !== countOf(after, type))
  return other.length === 0 ? 'gone' : `it is gone, and left another number of: ${other.join(', ')}`
}

export interface Killed {
  readonly there: number
  readonly gone: number
  readonly wrong: readonly string[]
  /** Kills after which the keys of the session were gone already, and its rows were not. */
  readonly between: number
  readonly whole: number
}

/** Cuts the closing of a session off, so many times. `from`: a profile that was killed at the last step before it. */
export async function killWhileForgetting(
  from: Folders,
  count: number,
  chance: () => number,
): Promise<Killed> {
  // First without a kill: so the judge is seen to tell one from the other.
  const first = await start('sealed', copyFolders(from, 'kill'))
  expect(await offersToGoOn(first.page)).toBe(true)
  const before = await lyingIn(first, null)
  await goOn(first)
  const pressed = performance.now()
  await closeIt(first)
  const whole = performance.now() - pressed
  const after = await lyingIn(first, null)
  const measure: Measure = { before, after, whole }
  expect([judgeSession(before, true, measure), judgeSession(after, false, measure)]).toEqual([
    'there',
    'gone',
  ])
  expect([countOf(after, 'trace'), countOf(after, 'kept')]).toEqual([1, 1])
  await first.quit()

  const outcomes: string[] = []
  let between = 0
  let running: Running | null = null
  for (let number = 0; number < count; number += 1) {
    if (running === null) {
      running = await start('sealed', copyFolders(from, 'kill'))
      await goOn(running)
    }
    const took = await cut(
      running,
      running.page.keyboard.press.bind(running.page.keyboard, 'ArrowRight'),
      drawInstant(chance, whole),
    )
    const left = await openKeys(running.folders, null)
    const keysGone = left !== null && ![...left.ring.keys.keys()].some((kid) => isOfSession({ kid }))
    running = await start('sealed', running.folders)
    const goesOn = await offersToGoOn(running.page)
    if (keysGone) between += 1
    const outcome = judgeSession(await lyingIn(running, null), goesOn, measure)
    outcomes.push(/^(there|gone)$/.test(outcome) ? outcome : `${Math.round(took)} ms: ${outcome}`)
    if (outcome === 'there') await goOn(running)
    else {
      await running.quit()
      running = null
    }
  }
  await running?.quit()
  return {
    there: outcomes.filter((outcome) => outcome === 'there').length,
    gone: outcomes.filter((outcome) => outcome === 'gone').length,
    wrong: outcomes.filter((outcome) => !/^(there|gone)$/.test(outcome)),
    between,
    whole,
  }
}

export interface Changed {
  readonly old: number
  readonly fresh: number
  readonly wrong: readonly string[]
}

/** Opens a circle in the page as the unlock card does. */
const openIn = (page: Page, way: 'words' | 'recovery', secret: string): Promise<string> =>
  page.evaluate(
    async ([by, typed]) => {
      const [vault] = (await window.circlet?.vaults())?.vaults ?? []
      if (!vault || !window.circlet) return 'no circle'
      return (await window.circlet.openVault({ id: vault.id, way: by, secret: typed })).is
    },
    [way, secret] as const,
  )

const protectIn = (page: Page, { words, code }: Ways): Promise<void> =>
  page.evaluate(
    async (ways) => {
      const [vault] = (await window.circlet?.vaults())?.vaults ?? []
      if (vault) await window.circlet?.protectVault({ id: vault.id, ...ways, computer: false })
    },
    { words, code },
  )

/** Which of two pairs of words and code open a circle, by the reader. */
async function whichOpens(folders: Folders, pairs: readonly Ways[]): Promise<readonly string[]> {
  const found = []
  for (const { words, code } of pairs) {
    const by = [await openKeys(folders, { words }), await openKeys(folders, { code })]
    found.push(by.map((opened) => (opened === null ? '-' : 'opens')).join(' '))
  }
  return found
}

/** Cuts a change of the words off, so many times, on one profile that goes on from each to the next. */
export async function killWhileChangingWords(
  from: Folders,
  ways: Ways,
  count: number,
  chance: () => number,
): Promise<Changed> {
  const folders = copyFolders(from, 'kill')
  const proposed = (page: Page): Promise<Ways> =>
    page.evaluate(async () => (await window.circlet?.proposeWays()) ?? { words: '', code: '' })
  let now = ways
  let not: Ways | null = null
  let running = await start('sealed', folders)
  const rowsAtFirst = await lyingIn(running, now)
  expect(rowsAtFirst.open).toBe(rowsAtFirst.rows.length)
  expect(rowsAtFirst.open).toBeGreaterThan(3)
  // First without a kill: then the new ones open, and the old ones do not.
  expect(await openIn(running.page, 'words', now.words)).toBe('open')
  const made = await proposed(running.page)
  const pressed = performance.now()
  await protectIn(running.page, made)
  const whole = performance.now() - pressed
  expect(await whichOpens(folders, [now, made])).toEqual(['- -', 'opens opens'])
  await running.quit()
  not = now
  now = made

  const outcomes: string[] = []
  for (let number = 0; number < count; number += 1) {
    running = await start('sealed', folders)
    expect(await openIn(running.page, 'words', not.words)).toBe('wrong')
    expect(await openIn(running.page, 'words', now.words)).toBe('open')
    const next = await proposed(running.page)
    const { page } = running
    await cut(running, () => protectIn(page, next), drawInstant(chance, whole * 1.2))
    const [old, fresh] = await whichOpens(folders, [now, next])
    const outcome = `${old} / ${fresh}`
    if (outcome === 'opens opens / - -') {
      outcomes.push('old')
      not = next
    } else if (outcome === '- - / opens opens') {
      outcomes.push('new')
      not = now
      now = next
    } else {
      outcomes.push(outcome)
      break
    }
  }
  running = await start('sealed', folders)
  expect(await openIn(running.page, 'recovery', now.code)).toBe('open')
  const rows = await lyingIn(running, now)
  expect([rows.rows.length, rows.open]).toEqual([rowsAtFirst.rows.length, rowsAtFirst.open])
  await running.quit()
  return {
    old: outcomes.filter((outcome) => outcome === 'old').length,
    fresh: outcomes.filter((outcome) => outcome === 'new').length,
    wrong: outcomes.filter((outcome) => outcome !== 'old' && outcome !== 'new'),
  }
}
