import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import type { DeedId } from '../../shared/practice/deeds'
import { people as practisedBy } from '../../shared/practice/evening'
import type { LineId } from '../../shared/practice/script'
import { newProfile, startApp, type StartedApp } from '../support/app'
import { forward } from '../support/drive'
import { expectFace, installClock, newCircle, pass, people, questions } from '../support/evening'

const words = en.console.practice
const madeUp = en.console.home.practiseMadeUp

let profile: string
let started: StartedApp

test.beforeEach(() => {
  profile = newProfile()
})
test.afterEach(() => rmSync(profile, { recursive: true, force: true }))

async function start(): Promise<StartedApp> {
  started = await startApp({ profile, keepProfile: true })
  await installClock(started)
  await started.console.reload()
  return started
}

const key = (name: string) => started.console.keyboard.press(name)
const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').toSorted())
const practised = (names: readonly string[]) => names.filter((name) => name.startsWith('practice-'))
const lineOf = (page: Page) => page.locator('[data-line]')
const expectLine = (id: LineId) => expect(lineOf(started.console)).toHaveAttribute('data-line', id)
const deeds = (page: Page, list: string) =>
  page
    .getByRole('list', { name: list })
    .locator('[data-deed]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-deed') ?? ''))

/** From Home to the seats of the practice session. */
async function open(speed: keyof typeof words.speeds, button: string = madeUp): Promise<Page> {
  const { console: page } = started
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByText(words.lead)).toBeVisible()
  await page.getByRole('button', { name: words.speeds[speed], exact: true }).click()
  await key('ArrowRight')
  await expectLine('waiting')
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  return stage
}

/** Goes forward by key until this line stands. */
async function toLine(id: LineId): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await lineOf(started.console).getAttribute('data-line')) === id) return
    await forward(started.console)
  }
  throw new Error(`Sixty steps forward, and never at “${id}”.`)
}

test('its evening is the invented one of all tests and pictures', () => {
  expect(practisedBy).toEqual(people)
  expect(questions).toEqual(expect.arrayContaining([...words.questions]))
})

test('from its card to its end page by keys: each moment is answered, and nothing stays', async () => {
  await start()
  await newCircle(started.console, people.slice(0, 3))
  await started.quit()

  const { console: page } = await start()
  const before = await databases(page)
  expect(before).toHaveLength(1)
  const home = await page.locator('.home .card').innerText()
  const stage = await open('fast', en.console.home.practise)
  expect(practised(await databases(page))).toHaveLength(1)
  await expect(page.locator('.practice-ribbon b')).toHaveText(words.ribbon)
  await expect(page.getByLabel(en.console.run.seats)).toHaveCount(0)

  await key('ArrowRight')
  await expectLine('named')
  await toLine('comes')
  await expect(stage.getByText(en.stage.practice, { exact: true })).toBeVisible()
  await expect(stage.getByText('Tomás', { exact: true })).toHaveCount(0)
  await key('a')
  await key('Digit6')
  await expectLine('came')
  await expect(stage.getByText('Tomás', { exact: true })).toBeVisible()
  await key('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await pass(started, 0.25)
  await expectLine('checkIn')

  await toLine('brings')
  await key('Digit3')
  await expectLine('broughtBy')

  await toLine('tells')
  await pass(started, 0.25)
  await expectLine('tellsOn')
  await key('k')

  await toLine('asks')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '1')
  await key('Enter')
  await expectLine('advice')
  await expect(stage.getByText(words.questions[0] ?? '')).toBeVisible()
  await key('r')
  await expectFace(stage, 'reminded')
  await expectLine('asksInstead')
  await expect(page.locator('.board')).toHaveAttribute('data-waiting', '2')
  await key('ArrowDown')
  await key('Enter')
  await expectLine('answers')
  await pass(started, 0.1)
  await expectFace(stage, 'turn')
  await expect(stage.getByText(words.questions[2] ?? '')).toBeVisible()
  await expect(stage.getByText(en.stage.practice, { exact: true })).toBeVisible()

  await toLine('tears')
  await key('h')
  await expectFace(stage, 'held')
  await expectLine('held')
  await key('Space')
  await expectLine('tearsOver')
  await expectFace(stage, 'round')

  await toLine('time')
  await key('t')
  await expect(page.getByRole('dialog')).toContainText(/Agreed was .*: [4-9] minutes more/)
  await expectLine('timeSeen')
  await key('Escape')

  await toLine('lastWord')
  await key('Escape')
  await expectLine('lastWord')
  await key('ArrowRight')
  await expect(page.getByRole('heading', { name: words.end.title })).toBeVisible()
  await expectFace(stage, 'closed')
  const done: readonly DeedId[] = [
    'forward',
    'come-and-go',
    'remind',
    'hold',
    'time-card',
    'show-question',
    'chair',
    'what-can-i-say',
  ]
  expect(await deeds(page, words.end.done)).toEqual(done)
  expect(await deeds(page, words.end.more)).toContain('hand-over')
  await key('ArrowRight')
  await expect(page.getByRole('heading', { name: words.end.title })).toBeVisible()
  await key('Tab')
  await key('Enter')

  await expect(page.locator('.home .card')).toBeVisible()
  expect(await page.locator('.home .card').innerText()).toBe(home)
  expect(await databases(page)).toEqual(before)
  await started.quit()
})

test('Esc does not leave; “Stop practising” does, from anywhere, and wipes everything', async () => {
  const { console: page } = await start()
  await open('usual')
  for (const presses of [0, 3, 9]) {
    for (let i = 0; i < presses; i += 1) await forward(page)
    await key('Escape')
    await expect(page.getByRole('button', { name: words.stop })).toBeVisible()
  }
  await page.getByRole('button', { name: words.stop }).click()
  await expect(page.getByRole('button', { name: madeUp })).toBeVisible()
  expect(await databases(page)).toEqual([])
  await started.quit()
})

test('killed or reloaded in the middle, it is wiped at the next start, and Home knows nothing of it', async () => {
  const { console: page } = await start()
  await open('usual')
  await key('ArrowRight')
  await expectLine('named')
  expect(practised(await databases(page))).toHaveLength(1)
  await page.reload()
  await expect(page.getByRole('button', { name: madeUp })).toBeVisible()
  await expect.poll(() => databases(page)).toEqual([])

  await open('usual')
  await key('ArrowRight')
  await expectLine('named')
  const killed = new Promise((gone) => started.app.process().once('exit', gone))
  started.app.process().kill('SIGKILL')
  await killed

  const again = await start()
  await expect(again.console.getByRole('button', { name: madeUp })).toBeVisible()
  await expect.poll(() => databases(again.console)).toEqual([])
  await again.quit()
})

test('at four times the pace, and stopping at every step, the wall’s time is the console’s', async () => {
  const { console: page } = await start()
  const timer = page.getByRole('timer')
  await open('fast')
  await key('ArrowRight')
  await toLine('tells')
  await pass(started, 0.5)
  await expect(timer).toHaveText(/^2:[45]\d$/)
  const stage = await started.stage()
  await expect(stage.getByText('3', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: words.stop }).click()
  await expect(page.getByRole('button', { name: madeUp })).toBeVisible()

  await open('stepwise')
  await key('ArrowRight')
  await toLine('tells')
  await pass(started, 3)
  await expect(page.locator('[data-clock="stands"]')).toContainText(words.waits)
  await expect(timer).toHaveText(/^4:4\d$/)
  const again = await started.stage()
  await expect(again.getByText('5', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: words.andThen }).click()
  await expectLine('tellsOn')
  await key('r')
  await expect(page.locator('[data-clock="runs"]')).toHaveCount(1)
  await expectFace(again, 'reminded')
  await pass(started, 0.15)
  await expectFace(again, 'turn')
  await started.quit()
})
