// What scripts/silence.mjs runs inside its network. Every part writes a mark of what it really did: packets are counted
// outside, and nought of them means something only beside such a mark.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { machineSwitches, newProfile, root, startApp } from '../support/app'
import { begin, forward, forwardTo, sixNames, writeLine, writeQuestion } from '../support/drive'

type Outcomes = readonly (readonly [string, string])[]

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const hostilePage = readFileSync(here('./hostile-page.js'), 'utf8')
const hostileMain = readFileSync(here('./hostile-main.js'), 'utf8')

function mark(found: object): void {
  const file = process.env['CIRCLET_MARK']
  if (file) writeFileSync(file, JSON.stringify(found))
}

/** What a page says of itself, asked of the main process: also of one whose process was ended and made anew. */
const ask = (app: ElectronApplication, part: string, question: string): Promise<string> =>
  app.evaluate(
    async ({ webContents }, { part, question }) => {
      const contents = webContents.getAllWebContents().find((one) => one.getURL().includes(part))
      if (!contents) return '(no such window)'
      if (contents.isCrashed()) return '(stopped)'
      if (contents.isLoading()) return '(loading)'
      // A page that is just being ended never answers.
      const silence = new Promise<string>((done) => setTimeout(done, 1000, '(no answer)'))
      return String(await Promise.race([contents.executeJavaScript(question), silence]))
    },
    { part, question },
  )

const crash = (app: ElectronApplication, part: string): Promise<void> =>
  app.evaluate(({ webContents }, wanted) => {
    webContents
      .getAllWebContents()
      .find((one) => one.getURL().includes(wanted))
      ?.forcefullyCrashRenderer()
  }, part)

const face = (app: ElectronApplication) =>
  ask(app, 'stage.html', 'document.querySelector("main")?.dataset.face')

/** Types into a field as a person would. */
async function typeInto(page: Page, label: string | RegExp, words: string): Promise<number> {
  await page.getByLabel(label).fill('')
  await page.getByLabel(label).pressSequentially(words)
  return words.split(/\s+/).length
}

const talk = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => ['colour', 'wonderinng', 'Zuhören', 'question', 'naïve'][index % 5],
  ).join(' ')

/** Writes a line of the harvest or a commitment; gives how many words it has. */
async function typeLine(page: Page, words: string): Promise<number> {
  await writeLine(page, words)
  return words.split(/\s+/).length
}

async function firstMinute(page: Page): Promise<number> {
  const { newCircle, home, whoIsHere } = en.console
  await page.getByRole('button', { name: home.startACircle }).click()
  const typed =
    (await typeInto(page, newCircle.name, talk(9))) +
    (await typeInto(page, newCircle.another, '1:30')) +
    (await typeInto(page, newCircle.who, sixNames.join('\n')))
  await page.getByRole('button', { name: newCircle.minutes(90) }).click()
  await page.getByRole('button', { name: newCircle.begin(sixNames.length) }).click()
  await expect(page.getByRole('heading', { name: whoIsHere.title })).toBeVisible()
  return typed
}

test('@scenario a whole evening', async () => {
  const { app, console, stage, profile, quit } = await startApp()
  await app.context().clock.install()
  let typed = await firstMinute(console)
  const wall = await stage()
  await begin(console)
  await forwardTo(console, 'Telling')
  await app.context().clock.runFor(240_000)
  await forwardTo(console, 'Open questions')
  for (let number = 1; number <= 3; number += 1) {
    const question = `${talk(60)} ${number}?`
    await writeQuestion(console, question)
    typed += question.split(' ').length
  }
  await console.keyboard.press('Enter')
  await console.keyboard.press('r')
  await expect.poll(() => face(app)).toBe('reminded')
  await app.context().clock.runFor(9000)
  await console.keyboard.press('h')
  await expect.poll(() => face(app)).toBe('held')
  await console.keyboard.press(' ')
  await console.keyboard.press('b')
  await expect.poll(() => face(app)).toBe('blank')
  await console.keyboard.press('b')
  await expect.poll(() => face(app)).toBe('turn')
  await wall.reload()
  await expect.poll(() => face(app)).toBe('turn')
  await crash(app, 'stage.html')
  await expect(console.locator('.banner').getByText(en.console.banners.stageBack)).toBeVisible()
  await expect.poll(() => face(app)).toBe('turn')
  await console.reload()
  await expect(console.locator('h1')).toContainText('Open questions')
  expect(await secondInstance(profile)).toBe(0)
  await forwardTo(console, 'What I take')
  typed += await typeInto(console, en.console.run.takeaway, talk(200))
  await console.keyboard.press('Enter')
  await expect(console.getByText(en.console.run.takeawayKept)).toBeVisible()
  await forwardTo(console, en.console.items.harvest)
  typed += await typeLine(console, talk(12))
  await forwardTo(console, en.console.items.commitments)
  typed += await typeLine(console, talk(40))
  const thanks = console.getByRole('heading', { name: en.console.close.thanks })
  for (let steps = 0; steps < 90 && !(await thanks.isVisible()); steps += 1) await forward(console)
  await expect(thanks).toBeVisible()
  await expect.poll(() => ask(app, 'stage.html', 'document.body.innerText')).toContain('Thank you')
  typed += await afterwards(app, console)
  await crash(app, 'console.html')
  await expect
    .poll(() => ask(app, 'console.html', 'document.querySelector(".home")?.innerText ?? ""'))
    .toContain(en.console.home.prepare)
  mark({ reached: 'Thank you', typed })
  await quit()
})

/** Answers every question for a file, as a person would, with one place. */
const answerDialogs = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

/** Everything about keys and files: four words, locking, opening, taking along, bringing, writing out, every page. Gives how many words were typed. */
async function afterwards(app: ElectronApplication, page: Page): Promise<number> {
  const { close, home, vault, circle, exports, promise, history } = en.console
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const folder = mkdtempSync(join(tmpdir(), 'circlet-silent-files-'))
  const back = async () => {
    await page.keyboard.press('Escape')
  }
  await button(vault.who.words).click()
  const words = (await page.locator('.four-words').innerText()).trim()
  await button(vault.who.said).click()
  const code = (await page.locator('.recovery-code').innerText()).trim()
  await page.getByLabel(vault.who.confirm).fill(code.slice(0, 5))
  await button(vault.who.confirmed).click()
  await expect(page.getByText(vault.who.byWords)).toBeVisible()
  await button(close.done).click()
  await expect(button(home.prepare)).toBeVisible()
  await page.keyboard.press('Control+l')
  let typed = await typeInto(page, vault.unlock.field, talk(30))
  await button(vault.unlock.open).click()
  await expect(page.getByText(vault.unlock.wrongWords)).toBeVisible()
  typed += await typeInto(page, vault.unlock.field, words)
  await button(vault.unlock.open).click()
  await button(home.theCircle).click()
  typed += await typeInto(page, circle.label, talk(9))
  await button(circle.saveLabel).click()
  await expect(button(circle.saveLabel)).toHaveCount(0)
  await button(circle.forgetAsk).click()
  typed += await typeInto(page, circle.forgetType, talk(20))
  await back()
  await answerDialogs(app, join(folder, 'circle.circlet'))
  await button(circle.take).click()
  await button(circle.write).click()
  await expect(page.getByText(circle.written)).toBeVisible()
  await button(circle.export).click()
  await answerDialogs(app, join(folder, 'written'))
  await button(exports.write).click()
  await expect(page.getByText(exports.receipts.markdown.written)).toBeVisible()
  await page.getByRole('button', { name: exports.forms.paper, exact: true }).click()
  await button(exports.print).click()
  await expect(page.getByText(exports.receipts.paper.written)).toBeVisible()
  await back()
  await expect(button(circle.take)).toBeVisible()
  await back()
  await button(home.bring).click()
  await answerDialogs(app, join(folder, 'circle.circlet'))
  await button(circle.bring.choose).click()
  typed += await typeInto(page, vault.unlock.field, words)
  await button(vault.unlock.open).click()
  await expect(page.getByText(circle.bring.stands('same', null))).toBeVisible()
  await back()
  await button(home.promiseMore).click()
  await expect(page.getByRole('heading', { name: promise.title })).toBeVisible()
  await back()
  await button(home.whatWasKept).click()
  typed += await typeInto(page, history.search, talk(30))
  await back()
  await expect(button(home.prepare)).toBeVisible()
  expect(readdirSync(folder).length).toBe(2)
  rmSync(folder, { recursive: true, force: true })
  return typed
}

function secondInstance(profile: string): Promise<number | null> {
  const child = spawn(
    process.env['CIRCLET_TEST_ELECTRON'] ?? '',
    [root, `--user-data-dir=${profile}`, ...machineSwitches()],
    {
      stdio: 'ignore',
    },
  )
  return new Promise((done) => child.on('exit', done))
}

test('@hostile-page a page that tries everything', async () => {
  const { app, console, stage, quit } = await startApp()
  await firstMinute(console)
  const wall = await stage()
  const outcomes: Outcomes[] = []
  for (const page of [console, wall]) {
    outcomes.push((await page.evaluate(hostilePage)) as Outcomes)
    expect(page.url()).toMatch(/^app:\/\/circle\//)
  }
  expect(app.windows()).toHaveLength(2)
  mark({ tried: outcomes.flat().length, outcomes })
  await quit()
})

test('@hostile-main code in the main process', async () => {
  const { app, console, quit } = await startApp()
  await expect(console.getByRole('button', { name: en.console.home.startACircle })).toBeVisible()
  const outcomes = (await app.evaluate(hostileMain)) as Outcomes
  mark({ tried: outcomes.length, outcomes })
  await quit()
})

test.describe('the control', () => {
  const profile = newProfile()
  test.afterAll(() => rmSync(profile, { recursive: true, force: true }))
  const loud = () =>
    _electron.launch({
      executablePath: process.env['CIRCLET_TEST_ELECTRON'] ?? '',
      args: [here('../support/loud-app'), `--user-data-dir=${profile}`, ...machineSwitches()],
      env: { ...(process.env as Record<string, string>), LANG: 'en_GB.UTF-8' },
    })

  test('@loud-page a plain window is heard', async () => {
    const app = await loud()
    const page = await app.firstWindow()
    await page.locator('textarea').pressSequentially('more mispelt wrods ')
    await expect(page.locator('textarea')).toHaveValue(/more/)
    mark({ reached: await page.title() })
    await app.close()
  })

  test('@loud-hostile the same attempts are heard', async () => {
    const app = await loud()
    const page = await app.firstWindow()
    // A navigation that succeeds takes the page away before it can answer: that is a success of the attempt.
    const outcomes = (await page.evaluate(hostilePage).catch(() => [['navigated', 'away']])) as Outcomes
    mark({ tried: outcomes.length, outcomes })
    await app.close()
  })

  test('@loud-main the same code in the main process is heard', async () => {
    const app = await loud()
    await app.firstWindow()
    const outcomes = (await app.evaluate(hostileMain)) as Outcomes
    mark({ tried: outcomes.length, outcomes })
    await app.close()
  })
})
