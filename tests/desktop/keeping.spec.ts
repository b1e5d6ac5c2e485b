// Keys, forgetting and travel, in the real app on a real profile; what lies on disk is read by the independent reader.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { newProfile, startApp } from '../support/app'
import { begin, meetAgain, startCircle, writeQuestion, forwardTo } from '../support/drive'
import { expectFace, installClock, pass } from '../support/evening'
import { withApp } from '../support/main-process'
import {
  answerDialogs,
  atHome,
  button,
  closeAtOnce,
  copies,
  giveWords,
  holdAndClose,
  keyFiles,
  readCircle,
  unlock,
  type Ways,
} from '../support/vault'

const { close, home, vault, circle } = en.console
let profile: string
let folder: string

test.beforeEach(() => {
  profile = newProfile()
  folder = mkdtempSync(join(tmpdir(), 'circlet-files-'))
})
test.afterEach(() => {
  for (const path of [profile, folder]) rmSync(path, { recursive: true, force: true })
})

const onProfile = <Result>(use: Parameters<typeof withApp<Result>>[1]) =>
  withApp({ profile, keepProfile: true }, use)

/** A circle that met once and has its words. */
const withWords = (): Promise<Ways> =>
  onProfile(async ({ console: page }) => {
    await holdAndClose(page)
    const ways = await giveWords(page)
    await button(page, close.done).click()
    await atHome(page)
    return ways
  })

test('four words open the circle at the next start, however they are typed; so does the card; nothing else does', async () => {
  const { words, code } = await withWords()
  await onProfile(async ({ console: page }) => {
    await expect(page.getByText(vault.unlock.hint)).toBeVisible()
    // It would fail if anything of the circle but its name stood there before it is opened.
    await expect(button(page, home.prepare)).toHaveCount(0)
    for (let tries = 0; tries < 3; tries += 1) {
      await unlock(page, `${words} no`)
      await expect(page.getByText(vault.unlock.wrongWords)).toBeVisible()
    }
    await expect(page.getByText(/Try again in 1 second\./)).toBeVisible()
    await expect(button(page, vault.unlock.open)).toBeEnabled()
    await unlock(page, `  ${words.toUpperCase().replaceAll(' ', '   ')} `)
    await atHome(page)
    await page.keyboard.press('Control+l')
    await button(page, vault.unlock.useCode).click()
    await page.getByLabel(vault.unlock.codeField).fill(code.toLowerCase().replaceAll('-', ' '))
    await button(page, vault.unlock.open).click()
    await atHome(page)
  })
})

test('locked in the middle of a session, the wall stays and the session goes on after the words', async () => {
  const { words } = await withWords()
  await onProfile(async ({ console: page, stage }) => {
    await unlock(page, words)
    await meetAgain(page)
    await begin(page)
    const wall = await stage()
    const face = await wall.locator('main').getAttribute('data-face')
    await page.keyboard.press('Control+l')
    await expect(page.getByText(vault.unlock.hint)).toBeVisible()
    await expectFace(wall, face ?? '')
    await unlock(page, words)
    await expect(page.locator('.run, .hand-over').first()).toBeVisible()
    await expectFace(wall, face ?? '')
  })
})

test('after ten quiet minutes the circle is closed; not before, and not while a session is on the wall', async () => {
  const { words } = await withWords()
  const started = await startApp({ profile, keepProfile: true })
  const { console: page } = started
  await unlock(page, words)
  await atHome(page)
  await installClock(started, '2026-03-12T18:00:00+01:00')
  await page.reload()
  await atHome(page)
  await pass(started, 9)
  await page.keyboard.press('Shift')
  await pass(started, 9)
  await atHome(page)
  await pass(started, 2)
  await expect(page.getByText(vault.unlock.hint)).toBeVisible()
  await unlock(page, words)
  await meetAgain(page)
  await begin(page)
  await pass(started, 30)
  await expect(page.getByText(vault.unlock.hint)).toHaveCount(0)
  await expect(page.locator('.run, .hand-over').first()).toBeVisible()
  await started.quit()
})

test('a closed session’s keys are gone from the disk, and the receipt agrees with it', async () => {
  const names = () => readCircle('--key', keyFiles(profile)[0] ?? '')['names'] as readonly string[]
  await onProfile(async ({ console: page }) => {
    await startCircle(page, { minutes: 60 })
    await begin(page)
    await forwardTo(page, 'Open questions')
    await writeQuestion(page, 'What would be enough?')
    // The control: while it runs, its key and those of its turns are there, and copies of its sealed rows.
    expect(names().filter((name) => name.startsWith('session:'))).toHaveLength(1)
    expect(names().filter((name) => name.startsWith('turn:')).length).toBeGreaterThan(3)
    await expect.poll(() => copies(profile).length).toBe(3)
    await closeAtOnce(page)
    await expect(page.getByText(/here and in 3 copies on this computer/)).toBeVisible()
    expect(names().filter((name) => !/^circle:\d+$|^pack$/.test(name))).toEqual([])
    expect(copies(profile)).toHaveLength(1)
    await button(page, close.done).click()
    await expect(button(page, home.prepare)).toBeVisible()
  })
})

test('“Keep nothing” leaves no key, no copy and no rows', async () => {
  await onProfile(async ({ console: page }) => {
    await holdAndClose(page)
    expect(keyFiles(profile)).toHaveLength(2)
    await button(page, vault.who.nothing).click()
    await button(page, vault.who.nothingSure).click()
    await expect(page.getByText(vault.who.nothingKept)).toBeVisible()
    expect([...keyFiles(profile), ...copies(profile)]).toEqual([])
    const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
    expect(await databases()).toEqual([])
    await button(page, close.done).click()
    await expect(button(page, home.startACircle)).toBeVisible()
  })
})

test('taken along on one computer and brought to another in three steps; the reader reads it too', async () => {
  const { words } = await withWords()
  const file = join(folder, 'circle.circlet')
  await onProfile(async ({ app, console: page }) => {
    await unlock(page, words)
    await button(page, home.theCircle).click()
    await answerDialogs(app, file)
    await button(page, circle.take).click()
    await button(page, circle.write).click()
    await expect(page.getByText(circle.written)).toBeVisible()
  })
  const read = readCircle(file, '--words', words)
  const types = (read['rows'] as readonly { readonly t: string }[]).map(({ t }) => t)
  expect(types).toContain('circle')
  expect(types).toContain('trace')
  expect(types.filter((type) => ['plan', 'event', 'text'].includes(type))).toEqual([])
  await withApp({}, async ({ app, console: page }) => {
    const from = Date.now()
    await answerDialogs(app, file)
    await button(page, home.bring).click()
    await button(page, circle.bring.choose).click()
    await unlock(page, words)
    await expect(page.getByText(circle.bring.stands(null, null))).toBeVisible()
    await button(page, circle.bring.add).click()
    await button(page, circle.bring.home).click()
    await atHome(page)
    process.stdout.write(`Brought in ${((Date.now() - from) / 1000).toFixed(1)} s.\n`)
    await expect(page.getByText('Session 2.', { exact: false })).toBeVisible()
    // Brought once more, there is nothing to add: the one filled button is gone.
    await button(page, home.bring).click()
    await button(page, circle.bring.choose).click()
    await unlock(page, words)
    await expect(page.getByText(circle.bring.stands('same', null))).toBeVisible()
    await expect(button(page, circle.bring.add)).toHaveCount(0)
  })
})

test('a file that is damaged or no circle changes nothing, and says so kindly', async () => {
  const { words } = await withWords()
  const file = join(folder, 'circle.circlet')
  await onProfile(async ({ app, console: page }) => {
    await unlock(page, words)
    await button(page, home.theCircle).click()
    await answerDialogs(app, file)
    await button(page, circle.take).click()
    await button(page, circle.write).click()
    await expect(page.getByText(circle.written)).toBeVisible()
  })
  const whole = readFileSync(file)
  const bad = (name: string, bytes: Buffer) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const flipped = Buffer.from(whole)
  flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1
  await withApp({}, async ({ app, console: page }) => {
    await button(page, home.bring).click()
    for (const path of [
      bad('cut.circlet', whole.subarray(0, 100)),
      bad('text.circlet', Buffer.from('Hello.')),
    ]) {
      await answerDialogs(app, path)
      await button(page, circle.bring.choose).click()
      await expect(page.getByText(circle.bring.trouble.damaged)).toBeVisible()
    }
    await answerDialogs(app, bad('flipped.circlet', flipped))
    await button(page, circle.bring.choose).click()
    await unlock(page, words)
    await expect(page.getByText(circle.bring.trouble.damaged)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(button(page, home.startACircle)).toBeVisible()
  })
})

test('rows that are lost come back from a copy, and the circle is where it was', async () => {
  const { words } = await withWords()
  expect(copies(profile).length).toBeGreaterThan(0)
  rmSync(join(profile, 'IndexedDB'), { recursive: true, force: true })
  await onProfile(async ({ console: page }) => {
    await unlock(page, words)
    await expect(page.getByText(vault.lost.put)).toBeVisible()
    await expect(button(page, home.prepare)).toHaveCount(0)
    await page
      .getByRole('button', { name: /^Open the copy from/ })
      .first()
      .click()
    await atHome(page)
    await expect(page.getByText('Session 2.', { exact: false })).toBeVisible()
  })
})

test('forgetting the circle asks for its name, and leaves nothing of it', async () => {
  const { words } = await withWords()
  await onProfile(async ({ console: page }) => {
    await unlock(page, words)
    const name = await page.locator('.card h2').first().innerText()
    await button(page, home.theCircle).click()
    await button(page, circle.forgetAsk).click()
    const forget = button(page, circle.forget)
    await expect(forget).toBeDisabled()
    await page.getByLabel(circle.forgetType).fill(`${name}s`)
    await expect(forget).toBeDisabled()
    await page.getByLabel(circle.forgetType).fill(name)
    await forget.click()
    await expect(button(page, home.startACircle)).toBeVisible()
    expect([...keyFiles(profile), ...copies(profile)]).toEqual([])
  })
})
