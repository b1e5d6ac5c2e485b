// What is forgotten is gone: read back with the words and the reader that shares no code, from the files as they lie on the disk.
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { dayAndMonth } from '../../renderer/words/time'
import { instantOf } from '../../shared/basics/time'
import { newProfile, startApp, type StartedApp } from '../support/app'
import { begin, forward, forwardTo, meetAgain, startCircle, writeQuestion } from '../support/drive'
import { expectFace, installClock, pass } from '../support/evening'
import { newFolder, withApp } from '../support/main-process'
import {
  copyOf,
  databases,
  done,
  filesOf,
  holdSession,
  keyFile,
  keyNames,
  openCirclePage,
  read,
  three,
  toTheClose,
  type Template,
} from '../support/kept-circle'
import { answerDialogs, button, giveWords } from '../support/vault'

const { home, circle, history, vault } = en.console

const question = 'What would you try if nobody were watching?'
const takeaway = 'I ask Dana for twenty minutes, on Monday.'
const promise = 'I write the first page before Sunday.'

const isKept = (name: string) => name.startsWith('kept:')
/** The names of keys, whatever session they are of. */
const kinds = (names: readonly string[]) => [
  ...new Set(names.map((name) => name.replace(/^(session|turn|kept):.*/, '$1:…'))),
]

/** A circle that anyone can open, with one sentence kept now; the clocks of later starts are set from here on. */
let kept: Template
// From the real now: the app has begun with that clock when a test gives it another.
const now = Date.now()
const days = (count: number) => new Date(now + count * 86_400_000).toISOString()

async function startAt(profile: string, time: string): Promise<StartedApp> {
  const started = await startApp({ profile, keepProfile: true })
  await installClock(started, time)
  await started.console.reload()
  return started
}

/** Starts at a time, uses the app, and ends it whatever happens. */
async function at<Result>(profile: string, time: string, use: (started: StartedApp) => Promise<Result>) {
  const started = await startAt(profile, time)
  try {
    return await use(started)
  } finally {
    await started.quit()
  }
}

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const profile = newProfile()
  await at(profile, days(0), async ({ console: page }) => {
    await startCircle(page, { people: three })
    await begin(page)
    await holdSession(page, { question, takeaway, promise })
    await toTheClose(page)
    await done(page)
  })
  kept = { profile, words: '', code: '' }
})
test.afterAll(() => rmSync(kept.profile, { recursive: true, force: true }))

/** Fails if a key of the session or a turn outlives the close, if a copy can still be read, or if the receipt counts copies that are not there. */
test('the close destroys every key of the session, in every copy too, and the receipt says how many', async () => {
  test.setTimeout(120_000)
  const { folder, remove } = newFolder()
  await withApp({}, async ({ console: page, profile }) => {
    await startCircle(page, { people: three })
    await begin(page)
    await holdSession(page, { question, takeaway, promise })
    expect(kinds(keyNames(profile))).toEqual(
      expect.arrayContaining(['circle:1', 'pack', 'session:…', 'turn:…']),
    )
    await expect.poll(() => filesOf(profile, '.snapshot').length).toBe(3)
    const [snapshot = ''] = filesOf(profile, '.snapshot')
    const aside = { key: join(folder, basename(keyFile(profile))), pack: join(folder, basename(snapshot)) }
    copyFileSync(keyFile(profile), aside.key)
    copyFileSync(snapshot, aside.pack)
    // First seen to find: with the keys of that moment the copy tells the question.
    expect(read(['--key', aside.key, aside.pack]).text).toContain(question)

    await toTheClose(page)
    await expect(page.getByText('here and in 3 copies on this computer', { exact: false })).toBeVisible()
    expect(filesOf(profile, '.snapshot')).toEqual([])
    expect(filesOf(profile, '.backup')).toHaveLength(1)
    const { words } = await giveWords(page)
    const names = keyNames(profile, words)
    expect(kinds(names)).toEqual(['circle:1', 'kept:…', 'pack'])
    // With the keys of now, what was set aside tells nothing of the session any more.
    const later = read(['--key', keyFile(profile), aside.pack], words)
    expect(later.code).toBe(0)
    for (const text of [question, takeaway, promise]) expect(later.text).not.toContain(text)
    const [backup = ''] = filesOf(profile, '.backup')
    const present = read(['--key', keyFile(profile), backup], words).text
    for (const text of [takeaway, promise]) expect(present).toContain(text)
    expect(present).not.toContain(question)
  })
  remove()
})

/** Fails if the key of a turn that was ended with thanks is there after the next forward, or gone before it. */
test('the key of a turn that ended with thanks is gone after the next forward', async () => {
  await withApp({}, async (started) => {
    const { console: page, profile } = started
    await startCircle(page, { people: three })
    await begin(page)
    await forwardTo(page, 'Open questions')
    await writeQuestion(page, question)
    await page.keyboard.press('Escape')
    const stage = await started.stage()
    const turns = () => keyNames(profile).filter((name) => name.startsWith('turn:')).length
    const before = turns()
    await page.keyboard.press('h')
    await expectFace(stage, 'held')
    await button(page, 'End the turn with thanks').click()
    await expectFace(stage, 'thanked')
    expect(turns()).toBe(before)
    await forward(page)
    await expect.poll(turns).toBe(before - 1)
    for (const snapshot of filesOf(profile, '.snapshot'))
      expect(read(['--key', keyFile(profile), snapshot]).text).not.toContain(question)
  })
})

const keepFor = async (page: Page, name: string) => {
  await openCirclePage(page)
  await button(page, name).click()
  await expect(button(page, name)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(page.locator('.home')).toBeVisible()
}

/** What the page of what was kept says of a sentence. */
async function isRemembered(page: Page, text: string): Promise<boolean> {
  await button(page, home.whatWasKept).click()
  await expect(page.locator('.history')).toBeVisible()
  await expect(page.getByRole('heading', { name: history.title, exact: false })).toBeVisible()
  const found = await page.getByText(text).count()
  await page.keyboard.press('Escape')
  await expect(page.locator('.home')).toBeVisible()
  return found > 0
}

/** Fails if what was kept stays longer than the circle chose, or goes before. */
test('after seven days what was kept goes: at the hourly look, and at a start', async () => {
  test.setTimeout(120_000)
  const profile = copyOf(kept)
  await at(profile, days(1), ({ console: page }) => keepFor(page, circle.retention(7)))
  const other = copyOf({ ...kept, profile })
  await at(profile, days(6.9), async (started) => {
    const { console: page } = started
    expect(await isRemembered(page, takeaway)).toBe(true)
    // Two hours and a half to go, and nobody touches anything.
    await pass(started, 119)
    expect(keyNames(profile).filter(isKept)).toHaveLength(1)
    await pass(started, 62)
    await expect.poll(() => keyNames(profile).filter(isKept)).toEqual([])
    expect(await isRemembered(page, takeaway)).toBe(false)
    // What somebody promised is no sentence that was kept: it stays until it is done.
    expect(await isRemembered(page, promise)).toBe(true)
  })
  await at(other, days(8), async ({ console: page }) => {
    await expect(page.getByText(home.session(2), { exact: false })).toBeVisible()
    await expect.poll(() => keyNames(other).filter(isKept)).toEqual([])
    expect(await isRemembered(page, takeaway)).toBe(false)
  })
  for (const folder of [profile, other]) rmSync(folder, { recursive: true, force: true })
})

/** Fails if a clock that was set back keeps something longer, or if one far ahead forgets before somebody says that it is right. */
test('a clock that was set back keeps nothing longer, and one far ahead asks first', async () => {
  test.setTimeout(120_000)
  const back = copyOf(kept)
  await at(back, days(8), ({ console: page }) =>
    expect(page.getByText(home.session(2), { exact: false })).toBeVisible(),
  )
  await at(back, days(1), async ({ console: page }) => {
    await openCirclePage(page)
    await button(page, circle.retention(7)).click()
    // By this clock it is a day old; the circle has seen the eighth.
    await expect(page.getByText(circle.retentionForgets(1))).toBeVisible()
    expect(keyNames(back).filter(isKept)).toHaveLength(1)
    await button(page, circle.retentionNow).click()
    await expect.poll(() => keyNames(back).filter(isKept)).toEqual([])
  })
  const ahead = copyOf(kept)
  await at(ahead, days(1), ({ console: page }) => keepFor(page, circle.retention(7)))
  await at(ahead, days(500), async ({ console: page }) => {
    await expect(
      page
        .getByRole('alert')
        .filter({ hasText: home.clockJumped(dayAndMonth(instantOf(Date.parse(days(500))))) }),
    ).toBeVisible()
    expect(await isRemembered(page, takeaway)).toBe(true)
    expect(keyNames(ahead).filter(isKept)).toHaveLength(1)
    await button(page, home.clockIsRight).click()
    await expect(button(page, home.clockIsRight)).toHaveCount(0)
    await expect.poll(() => keyNames(ahead).filter(isKept)).toEqual([])
    expect(await isRemembered(page, takeaway)).toBe(false)
  })
  for (const folder of [back, ahead]) rmSync(folder, { recursive: true, force: true })
})

/** Fails if anything but a commitment outlives the close where the circle keeps nothing beyond it, or if the receipt says that it does. */
test('where nothing is kept beyond the close, only commitments stay', async () => {
  test.setTimeout(120_000)
  const profile = copyOf(kept)
  await at(profile, days(1), async ({ console: page }) => {
    await openCirclePage(page)
    await button(page, circle.retention(0)).click()
    await expect(page.getByText(circle.retentionForgets(1))).toBeVisible()
    await button(page, circle.retentionNow).click()
    await expect.poll(() => keyNames(profile).filter(isKept)).toEqual([])
    await page.keyboard.press('Escape')
    await meetAgain(page)
    await begin(page)
    await holdSession(page, { takeaway: 'A no can be said early.', promise: 'I rest on Friday.' })
    await toTheClose(page)
    await expect(page.getByText('Kept: one commitment.', { exact: false })).toBeVisible()
    expect(kinds(keyNames(profile))).toEqual(['circle:1', 'pack'])
    await done(page)
    expect(await isRemembered(page, 'I rest on Friday.')).toBe(true)
    expect(await isRemembered(page, 'A no can be said early.')).toBe(false)
  })
  rmSync(profile, { recursive: true, force: true })
})

/** Fails if a word or the name of who left can be read anywhere, or if an earlier copy still opens. */
test('who leaves takes their words along, and nothing of theirs stays, in old copies either', async () => {
  test.setTimeout(120_000)
  const { folder, remove } = newFolder()
  const profile = copyOf(kept)
  await at(profile, days(1), async ({ app, console: page }) => {
    const [old = ''] = filesOf(profile, '.backup')
    const aside = join(folder, basename(old))
    copyFileSync(old, aside)
    // First seen to find.
    expect(read(['--key', keyFile(profile), aside]).text).toContain(promise)
    await openCirclePage(page)
    await button(page, circle.leaves('Amara')).click()
    await expect(page.getByText(circle.leaving('Amara', 1, 0))).toBeVisible()
    const text = join(folder, 'own.txt')
    await answerDialogs(app, text)
    await button(page, circle.takes('Amara')).click()
    await expect(page.getByText(circle.taken)).toBeVisible()
    expect(readFileSync(text, 'utf8')).toBe(`${promise}\n`)
    expect(keyNames(profile)).toContain('circle:1')
    await button(page, circle.forgetMember('Amara')).click()
    await expect(button(page, circle.leaves('Bela'))).toBeVisible()
    await expect(button(page, circle.leaves('Amara'))).toHaveCount(0)
    expect(keyNames(profile)).toContain('circle:2')
    expect(keyNames(profile)).not.toContain('circle:1')
    const copies = filesOf(profile, '.backup')
    expect(copies).toHaveLength(1)
    expect(copies).not.toContain(old)
    await expect(page.getByRole('button', { name: /^Go back to/ })).toHaveCount(1)
    const after = read(['--key', keyFile(profile), copies[0] ?? '']).text
    expect(after).toContain('Bela')
    for (const word of ['Amara', promise]) expect(after).not.toContain(word)
    const before = read(['--key', keyFile(profile), aside]).text
    for (const word of ['Amara', 'Bela', promise]) expect(before).not.toContain(word)
  })
  remove()
  rmSync(profile, { recursive: true, force: true })
})

/** Fails if another name forgets the circle, or if anything of it is there after its own. */
test('forgetting the circle asks for its name, and leaves nothing', async () => {
  const profile = copyOf(kept)
  await at(profile, days(1), async ({ console: page }) => {
    const name = await page.locator('.home .card h2').innerText()
    await openCirclePage(page)
    await button(page, circle.forgetAsk).click()
    await expect(button(page, circle.forget)).toBeDisabled()
    await page.keyboard.type('Another circle')
    await page.keyboard.press('Enter')
    await expect(button(page, circle.forget)).toBeDisabled()
    expect(filesOf(profile, '.key')).toHaveLength(2)
    await page.locator('#forget-name').fill(` ${name} `)
    await page.keyboard.press('Enter')
    await expect(button(page, home.startACircle)).toBeVisible()
    expect(filesOf(profile)).toEqual([])
    expect(await databases(page)).toEqual([])
  })
  rmSync(profile, { recursive: true, force: true })
})

/** Fails if a session that nobody closed goes without having been asked about, stays for ever, or goes without a word. */
test('a session that nobody closed asks once, then closes by itself and says so', async () => {
  test.setTimeout(120_000)
  const profile = copyOf(kept)
  await at(profile, days(1), async ({ console: page }) => {
    await meetAgain(page)
    await begin(page)
  })
  await at(profile, days(9), async ({ console: page }) => {
    await expect(button(page, home.goOn)).toBeVisible()
    expect(kinds(keyNames(profile))).toContain('session:…')
  })
  await at(profile, days(10), async ({ console: page }) => {
    const name = await page.locator('.home .card h2').innerText()
    await expect(page.getByText(vault.closedAlone([name]))).toBeVisible()
    await expect(page.getByText(home.session(3), { exact: false })).toBeVisible()
    expect(kinds(keyNames(profile))).not.toContain('session:…')
  })
  rmSync(profile, { recursive: true, force: true })
})
