// The circle on its way: one sealed file from one computer to another, and back.
import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { newProfile, type StartedApp } from '../support/app'
import { begin, meetAgain } from '../support/drive'
import { newFolder, withApp } from '../support/main-process'
import {
  copyOf,
  done,
  filesOf,
  focused,
  holdSession,
  keyFile,
  makeTemplate,
  openCirclePage,
  read,
  three,
  toTheClose,
  type Template,
} from '../support/kept-circle'
import { answerDialogs, atHome, button, unlock } from '../support/vault'

const { home, circle, vault } = en.console
const { bring } = circle

const question = 'What would you try if nobody were watching?'
const takeaway = 'I ask Dana for twenty minutes, on Monday.'
const promise = 'I write the first page before Sunday.'

let template: Template
let folder: ReturnType<typeof newFolder>
/** The circle of the template, as it was taken along. */
let taken: string
test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = newFolder()
  taken = join(folder.folder, 'circle.circlet')
  template = await makeTemplate('words', { question, takeaway, promise })
  await onCopy(async (started) => {
    await opened(started)
    await takeAlong(started, taken)
  })
})
test.afterAll(() => {
  rmSync(template.profile, { recursive: true, force: true })
  folder.remove()
})

const onCopy = <Result>(use: (started: StartedApp) => Promise<Result>) =>
  withApp({ profile: copyOf(template) }, use)

const file = (name: string) => join(folder.folder, name)

/** Opens the template's circle by its words. */
async function opened({ console: page }: Pick<StartedApp, 'console'>): Promise<void> {
  await unlock(page, template.words)
  await atHome(page)
}

/** From Home into a file, and back. */
async function takeAlong({ app, console: page }: StartedApp, path: string): Promise<void> {
  await openCirclePage(page)
  await button(page, circle.take).click()
  await answerDialogs(app, path)
  await expect.poll(() => focused(page)).toBe(circle.write)
  await page.keyboard.press('Enter')
  await expect(page.getByText(circle.written)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.home')).toBeVisible()
}

/** From Home to the words of a file. */
async function choose(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await button(page, home.bring).click()
  await answerDialogs(app, path)
  await expect.poll(() => focused(page)).toBe(bring.choose)
  await page.keyboard.press('Enter')
}

/** From Home as far as what a file would add. */
async function open(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await choose(app, page, path)
  await unlock(page, template.words)
  await expect(page.locator('.bring .unlock')).toHaveCount(0, { timeout: 30_000 })
}

/** Adds what stands there, and goes home. */
async function add(page: Page): Promise<void> {
  await expect.poll(() => focused(page)).toBe(bring.add)
  await page.keyboard.press('Enter')
  await expect(page.getByText(bring.added)).toBeVisible()
  await expect.poll(() => focused(page)).toBe(bring.home)
  await page.keyboard.press('Enter')
  await expect(page.locator('.home')).toBeVisible()
}

/** One more session of the circle on the card, with a promise. */
async function meet(page: Page, promised: string): Promise<void> {
  await meetAgain(page)
  await begin(page)
  await holdSession(page, { promise: promised })
  await toTheClose(page)
  await done(page)
}

/** Fails if the file holds what was said, cannot be read without Circlet, or can be read without the words. */
test('what is taken along opens with the words, and holds nothing of what was said', () => {
  const found = read([taken], template.words)
  expect(found.code).toBe(0)
  for (const text of [...three, takeaway, promise]) expect(found.text).toContain(text)
  expect(found.text).not.toContain(question)
  const rows = found.json['rows'] as { readonly t: string }[]
  expect(new Set(rows.map(({ t }) => t))).toEqual(new Set(['circle', 'trace', 'commitment', 'kept', 'seen']))
  expect(read([taken], 'four other plain words').code).toBe(1)
  expect(readFileSync(taken).includes('Amara')).toBe(false)
})

/** Fails if it takes more than three steps, or a minute, or if what arrives is not the circle. */
test('on another computer it is there in three steps', async () => {
  await withApp({}, async ({ app, console: page, profile }) => {
    const began = Date.now()
    await choose(app, page, taken)
    await expect.poll(() => focused(page)).toBe(vault.unlock.field)
    await page.keyboard.type('not the words at all')
    await page.keyboard.press('Enter')
    await expect(page.getByText(vault.unlock.wrongWords)).toBeVisible({ timeout: 30_000 })
    expect(filesOf(profile)).toEqual([])
    await unlock(page, template.words)
    await expect(page.getByText(bring.stands(null, null))).toBeVisible({ timeout: 30_000 })
    // Until then nothing of it lies here.
    expect(filesOf(profile)).toEqual([])
    await add(page)
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible()
    console.log(
      `Brought in ${Date.now() - began} ms, one wrong try and two derivations of the words included.`,
    )
    await button(page, home.whatWasKept).click()
    for (const text of [takeaway, promise]) await expect(page.getByText(text)).toBeVisible()
    await page.keyboard.press('Escape')
    // Here too it opens with the words alone.
    await page.keyboard.press('Control+l')
    await opened({ console: page })
    expect(read(['--key', keyFile(profile)], template.words).json).toMatchObject({
      opened: true,
    })
  })
})

/** Fails if a session that was held on either side is missing after both have met, or if the second meeting changes anything. */
test('held on both sides, then brought both ways: joined, and the same here and there', async () => {
  test.setTimeout(180_000)
  const [here, there] = [copyOf(template), newProfile()]
  const [fromHere, fromThere] = [file('here.circlet'), file('there.circlet')]
  await withApp({ profile: there, keepProfile: true }, async (started) => {
    const { app, console: page } = started
    await open(app, page, taken)
    await add(page)
    await meet(page, 'I ask before I carry.')
    await takeAlong(started, fromThere)
  })
  await withApp({ profile: here, keepProfile: true }, async (started) => {
    const { app, console: page } = started
    await opened(started)
    await meet(page, 'I sleep before I answer.')
    await open(app, page, fromThere)
    await expect(page.getByText('Both have met since: 1 meeting in the file', { exact: false })).toBeVisible()
    await add(page)
    await expect(page.getByText(home.session(4), { exact: false })).toBeVisible()
    await takeAlong(started, fromHere)
  })
  await withApp({ profile: there, keepProfile: true }, async (started) => {
    const { app, console: page } = started
    await opened(started)
    await open(app, page, fromHere)
    await expect(page.getByText('Newer than here by 1 meeting.')).toBeVisible()
    await add(page)
    await expect(page.getByText(home.session(4), { exact: false })).toBeVisible()
    await takeAlong(started, fromThere)
    await open(app, page, fromHere)
    await expect(page.getByText(bring.stands('same', null))).toBeVisible()
  })
  const content = (path: string) => {
    const rows = read([path], template.words).json['rows'] as {
      readonly t: string
      readonly d: unknown
    }[]
    return rows
      .filter(({ t }) => t !== 'seen')
      .map(({ t, d }) => JSON.stringify([t, d]))
      .sort()
  }
  expect(content(fromThere)).toEqual(content(fromHere))
  const text = read([fromThere], template.words).text
  for (const said of [promise, 'I ask before I carry.', 'I sleep before I answer.'])
    expect(text).toContain(said)
  for (const profile of [here, there]) rmSync(profile, { recursive: true, force: true })
})

/** Fails if an older file can be added by Enter, or if looking at one changes anything. */
test('of an older file nothing is filled, and nothing changes', async () => {
  test.setTimeout(120_000)
  await onCopy(async (started) => {
    const { app, console: page, profile } = started
    await opened(started)
    await meet(page, 'I sleep before I answer.')
    const before = filesOf(profile).map((path) => readFileSync(path).toString('hex'))
    await open(app, page, taken)
    await expect(page.getByText(bring.stands('older', null))).toBeVisible()
    await expect(page.locator('.button.filled')).toHaveCount(0)
    await expect.poll(() => focused(page)).toBe(bring.keep)
    await page.keyboard.press('Enter')
    await expect(page.getByText(home.session(3), { exact: false })).toBeVisible()
    expect(filesOf(profile).map((path) => readFileSync(path).toString('hex'))).toEqual(before)
  })
})

/** Fails if a file that cannot be used is not told for what it is, is changed, or leaves a trace here. */
test('files that cannot be used are told apart, and change nothing', async () => {
  const whole = readFileSync(taken)
  const made = (name: string, bytes: Uint8Array) => {
    writeFileSync(file(name), bytes)
    return file(name)
  }
  const headed = (change: (header: Record<string, unknown>) => void) => {
    const length = whole.readUInt32BE(8)
    const header = JSON.parse(whole.toString('utf8', 12, 12 + length)) as Record<string, unknown>
    change(header)
    const bytes = Buffer.from(JSON.stringify(header))
    const size = Buffer.alloc(4)
    size.writeUInt32BE(bytes.length)
    return Buffer.concat([whole.subarray(0, 8), size, bytes, whole.subarray(12 + length)])
  }
  const large = made('large.circlet', whole)
  truncateSync(large, 64 * 1024 * 1024 + 1)
  const flipped = Buffer.from(whole)
  flipped.writeUInt8((flipped.at(-1) ?? 0) ^ 1, flipped.length - 1)
  const atOnce = [
    [made('cut.circlet', whole.subarray(0, 40)), bring.trouble.damaged],
    [made('other.circlet', randomBytes(4000)), /damaged|not a circle/],
    [
      made(
        'newer.circlet',
        headed((header) => (header['minReader'] = 2)),
      ),
      bring.trouble.newer,
    ],
    [large, bring.trouble['too-large']],
    [made('notes.circlet', Buffer.from('{"circlet":"keys"}')), /damaged|not a circle/],
  ] as const
  await withApp({}, async ({ app, console: page, profile }) => {
    await button(page, home.bring).click()
    for (const [path, sentence] of atOnce) {
      const before = readFileSync(path)
      await answerDialogs(app, path)
      await button(page, bring.choose).click()
      await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
      expect(await focused(page)).toBe(bring.choose)
      expect(readFileSync(path).equals(before)).toBe(true)
    }
    // Damaged where only the words can see it: told once they are right.
    await answerDialogs(app, made('flipped.circlet', flipped))
    await button(page, bring.choose).click()
    await unlock(page, template.words)
    await expect(page.getByRole('alert').filter({ hasText: bring.trouble.damaged })).toBeVisible({
      timeout: 30_000,
    })
    // Nobody chose a file: nothing is said, and nothing goes.
    await answerDialogs(app, null)
    await button(page, bring.choose).click()
    await expect(button(page, bring.choose)).toBeVisible()
    expect(filesOf(profile)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(button(page, home.startACircle)).toBeVisible()
  })
})

/** Fails if a circle that is locked here is opened, or overwritten, by a file. */
test('a circle that is locked here is to be opened first', async () => {
  await onCopy(async ({ app, console: page }) => {
    await choose(app, page, taken)
    await expect(page.getByRole('alert').filter({ hasText: bring.openHere })).toBeVisible()
    await page.keyboard.press('Escape')
    await opened({ console: page })
    await open(app, page, taken)
    await expect(page.getByText(bring.stands('same', null))).toBeVisible()
  })
})

/** Fails if the file does not bring back what this computer has lost, or if it comes under keys that are not those of here. */
test('where the rows here are gone, the file brings the circle back', async () => {
  test.setTimeout(120_000)
  const later = file('later.circlet')
  await withApp({}, async (started) => {
    const { app, console: page } = started
    await open(app, page, taken)
    await add(page)
    // Somebody leaves there: from now on the circle lies under another key than here.
    await openCirclePage(page)
    await button(page, circle.leaves('Chidi')).click()
    await button(page, circle.forgetMember('Chidi')).click()
    await expect(button(page, circle.leaves('Amara'))).toBeVisible()
    await expect(button(page, circle.leaves('Chidi'))).toHaveCount(0)
    await page.keyboard.press('Escape')
    await takeAlong(started, later)
  })
  const profile = copyOf(template)
  rmSync(join(profile, 'IndexedDB'), { recursive: true, force: true })
  for (const copy of filesOf(profile, '.backup')) rmSync(copy)
  await withApp({ profile, keepProfile: true }, async ({ app, console: page }) => {
    await unlock(page, template.words)
    await expect(page.getByText(vault.lost.none)).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('.button.filled')).toHaveCount(0)
    await open(app, page, later)
    await expect(page.getByText(bring.comesBack)).toBeVisible()
    await add(page)
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible()
  })
  await withApp({ profile }, async (started) => {
    await opened(started)
    await button(started.console, home.whatWasKept).click()
    for (const text of [takeaway, promise]) await expect(started.console.getByText(text)).toBeVisible()
  })
})

/** Fails if a circle without words can leave this computer, or if nothing tells why it cannot. */
test('without words a circle does not travel', async () => {
  const open = await makeTemplate('nobody-chose')
  await withApp({ profile: open.profile }, async ({ console: page }) => {
    await openCirclePage(page)
    await expect(page.getByText(circle.needsWords)).toBeVisible()
    await expect(button(page, circle.take)).toHaveCount(0)
  })
})
