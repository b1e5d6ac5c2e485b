// A circle that has met: how it comes about, what it keeps, and what the reader that shares no code finds of it on the disk.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { newProfile, root, startApp } from './app'
import { begin, forward, forwardTo, startCircle, writeLine, writeQuestion } from './drive'
import { atHome, button, closeAtOnce, giveWords, type Ways } from './vault'

const { close } = en.console

/** Three people, and no more: the shortest session there is. */
export const three = ['Amara', 'Bela', 'Chidi'] as const

/** Goes forward until something stands on the console. */
async function forwardUntil(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 90; steps += 1) {
    if (await page.locator(selector).isVisible()) return
    await forward(page)
  }
  throw new Error(`Ninety steps forward, and never “${selector}”.`)
}

/** What is written in a session. */
export interface Written {
  readonly question?: string
  /** What the presenter takes home, in one sentence. */
  readonly takeaway?: string
  /** What the first to be asked means to do. */
  readonly promise?: string
}

/** Goes through a session that has begun, writes on the way, and stands before its last round. */
export async function holdSession(page: Page, { question, takeaway, promise }: Written): Promise<void> {
  if (question !== undefined) {
    await forwardTo(page, 'Open questions')
    await writeQuestion(page, question)
    await page.keyboard.press('Escape')
  }
  if (takeaway !== undefined) {
    await forwardUntil(page, '.taken input')
    await page.locator('.taken input').fill(takeaway)
    await page.keyboard.press('PageDown')
    const kept = page.getByLabel(en.console.run.takeawayKept)
    await expect(kept).toBeVisible()
    await kept.blur()
  }
  if (promise !== undefined) {
    await forwardTo(page, en.console.items.commitments)
    await writeLine(page, promise)
    await page.keyboard.press('Escape')
  }
  await forwardTo(page, en.console.items['last-round'])
}

/** From anywhere in a session to its receipt, with everything on disk. */
export async function toTheClose(page: Page): Promise<void> {
  await forwardTo(page, close.thanks)
  await expect(page.getByText(close.notYet)).toHaveCount(0)
}

/** From Home to the receipt of a new circle's first session, in which nothing was written. */
export async function firstClose(page: Page): Promise<void> {
  await startCircle(page, { people: three })
  await begin(page)
  await closeAtOnce(page)
  await expect(page.getByText(close.notYet)).toHaveCount(0)
}

/** Leaves the receipt for Home. */
export async function done(page: Page): Promise<void> {
  await button(page, close.done).click()
  await expect(page.locator('.home')).toBeVisible()
}

/** A profile in which one circle of three has met once, and what opens it. */
export interface Template extends Ways {
  readonly profile: string
}

/** Makes such a profile: with words, or left for anyone at this computer to open. */
export async function makeTemplate(
  protection: 'words' | 'nobody-chose',
  written: Written | null = null,
): Promise<Template> {
  const started = await startApp({ keepProfile: true })
  const { console: page, profile } = started
  try {
    await startCircle(page, { people: three })
    await begin(page)
    if (written === null) await closeAtOnce(page)
    else {
      await holdSession(page, written)
      await toTheClose(page)
    }
    const ways = protection === 'words' ? await giveWords(page) : { words: '', code: '' }
    await done(page)
    await atHome(page)
    return { profile, ...ways }
  } finally {
    await started.quit()
  }
}

/** A profile like a template's, to be changed at will. */
export function copyOf({ profile }: Pick<Template, 'profile'>): string {
  const copy = newProfile()
  cpSync(profile, copy, { recursive: true, filter: (path) => !/Singleton(Lock|Cookie|Socket)$/.test(path) })
  return copy
}

/** The files that lie beside the keys, by the end of their names; none where the folder is not there. */
export function filesOf(profile: string, end = ''): readonly string[] {
  const folder = join(profile, 'circles')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .filter((name) => name.endsWith(end))
    .sort()
    .map((name) => join(folder, name))
}

/** What the reader found, and what it said where it could not read. */
export interface Read {
  readonly code: number | null
  readonly said: string
  readonly text: string
  readonly json: Record<string, unknown>
}

/** Reads a circle's file without Circlet. The words go in by standard input, as a person would type them. */
export function read(args: readonly string[], words?: string): Read {
  const secret = words === undefined || words === '' ? [] : ['--words', '-']
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/read-circle.mjs'), ...args, ...secret],
    { encoding: 'utf8', input: `${words ?? ''}\n`, maxBuffer: 64 * 1024 * 1024 },
  )
  const json = status === 0 ? (JSON.parse(stdout) as Record<string, unknown>) : {}
  return { code: status, said: stderr.trim(), text: stdout, json }
}

/** The one key file that is read. */
export const keyFile = (profile: string): string => filesOf(profile, '.1.key')[0] ?? ''

/** The names of the keys in a circle's ring, as they lie on the disk now. */
export function keyNames(profile: string, words?: string): readonly string[] {
  const { json, said } = read(['--key', keyFile(profile)], words)
  if (!Array.isArray(json['names'])) throw new Error(`The keys did not open: ${said}`)
  return json['names'] as string[]
}

/** The databases of circles in a page's profile. */
export const databases = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('circlet-')),
  )

/** Presses Tab until the focus is on what a screen reader calls so; then presses a key there. */
export async function tabTo(page: Page, name: string | RegExp, then = 'Enter'): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true }).or(page.getByLabel(name, { exact: true }))
  for (let presses = 0; presses < 60; presses += 1) {
    const isThere = await wanted.evaluateAll((found) => found.includes(document.activeElement as never))
    if (isThere) return page.keyboard.press(then)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Sixty times Tab, and never at ${name}.`)
}

/** The words of what has the focus now. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim()
  })

/** Opens the page of the circle on Home's card. */
export async function openCirclePage(page: Page): Promise<void> {
  await button(page, en.console.home.theCircle).click()
  await expect(page.locator('.circle-page')).toBeVisible()
}
