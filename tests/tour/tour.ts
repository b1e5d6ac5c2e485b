// Drives one whole session in the real app by its keys, and saves a picture of every state of both windows.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { resize, resizeStage, startApp, type StartedApp } from '../support/app'
import { circles, type CircleName } from '../support/circles'
import {
  changeSettings,
  expectFace,
  installClock,
  lessons,
  longPromise,
  newCircle,
  pass,
  promise,
  questions,
  roomSees,
  secret,
  takeaway,
  writeQuestions,
} from '../support/evening'
import { forward, forwardTo, writeLine } from '../support/drive'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1920x1080' },
    console: { type: 'string', default: '1280x800' },
    theme: { type: 'string', default: 'dark' },
    circle: { type: 'string', default: 'usual' },
    language: { type: 'string', default: 'en' },
  },
})

const sizeOf = (text: string) => {
  const [width, height] = text.split('x').map(Number)
  if (!width || !height) throw new Error(`A size looks like 1920x1080, not ${text}.`)
  return { width, height }
}

const folder = positionals[0] ?? 'tour'
const names = circles[values.circle as CircleName]
if (!names) throw new Error(`Circles to choose from: ${Object.keys(circles).join(', ')}.`)
mkdirSync(folder, { recursive: true })

/** As long as two turns with a break between them take. */
const minutesFor = (people: number) => (people > 8 ? '105' : '90')

let count = 0
const taken: Buffer[] = []

async function shot(page: Page, name: string): Promise<void> {
  const path = join(folder, `${String(count).padStart(2, '0')}-${name}.png`)
  taken.push(await page.screenshot({ path, animations: 'disabled' }))
}

/** Both windows, under the state's name. */
async function both(started: StartedApp, name: string): Promise<void> {
  count += 1
  await pass(started, 0.02)
  await expect(started.console.locator('[data-banner="not-saved"]')).toHaveCount(0)
  await shot(await started.stage(), `${name}-stage`)
  await shot(started.console, `${name}-console`)
}

async function choose(started: StartedApp, label: RegExp): Promise<void> {
  await started.app.evaluate(({ Menu }, pattern) => {
    const view = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    view.find((item) => new RegExp(pattern).test(item.label))?.click()
  }, label.source)
}

/** One sheet of the console, opened by its key and put away again. */
async function sheet(page: Page, letter: string, title: string, name: string): Promise<void> {
  await page.keyboard.press(letter)
  await expect(page.getByRole('dialog', { name: title })).toBeVisible()
  count += 1
  await shot(page, `${name}-console`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Goes on by the key a number of times. */
async function onwards(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await page.keyboard.press('ArrowRight')
}

/** Begin, agreements, check-in. */
async function arriving(started: StartedApp): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  await onwards(page, 1)
  await expectFace(stage, 'named')
  await both(started, 'named')
  await onwards(page, 1)
  await expectFace(stage, 'agreements')
  await both(started, 'agreements')
  await onwards(page, 4)
  await expect(roomSees(page)).toHaveText('What would you change today?')
  await pass(started, 0.1)
  await both(started, 'agreements-change')
  await onwards(page, 1)
  await expect(roomSees(page)).toHaveText('Then these hold')
  await both(started, 'agreements-hold')
  await pass(started, 0.05)
  await expectFace(stage, 'round')
  await pass(started, 0.4)
  await onwards(page, 1)
  await pass(started, 0.4)
  await onwards(page, 1)
  await expect(roomSees(page)).toHaveText(`${await short(page, 2)}’s voice`)
  await pass(started, 0.5)
  await both(started, 'round')
  await page.getByRole('button', { name: 'Pass', exact: true }).click()
  await onwards(page, names.length - 3)
  await expect(roomSees(page)).toHaveText('anyone who passed, and would like a word?')
  await both(started, 'round-asking')
  await onwards(page, 1)
}

/** Who presents, and what would help. */
async function choosing(started: StartedApp): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  await expectFace(stage, 'choosing')
  await both(started, 'choosing')
  await page.keyboard.press('Digit3')
  await expect(roomSees(page)).toHaveText(`${await short(page, 2)} brings something`)
  await page.keyboard.press('Digit2')
  await expect(roomSees(page)).toContainText('bring something')
  await both(started, 'choosing-who-brings')
  await onwards(page, 1)
  await expectFace(stage, 'help')
  await both(started, 'what-would-help')
  await page.getByRole('button', { name: 'Questions that make me think' }).click()
  await expect(stage.locator('[aria-current="true"]')).toHaveText('Questions that make me think')
  await both(started, 'what-would-help-chosen')
  await onwards(page, 1)
  await expectFace(stage, 'turn')
}

/** The first turn, with everything that can happen in one. */
async function firstTurn(started: StartedApp): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  const key = (name: string) => page.keyboard.press(name)
  await pass(started, 2.4)
  await both(started, 'turn-solo')
  await key('r')
  await expectFace(stage, 'reminded')
  await both(started, 'reminded')
  await pass(started, 0.5)
  await sheet(page, 'a', 'Somebody comes or goes', 'somebody-comes-or-goes')
  await sheet(page, 't', 'Time', 'time')
  await sheet(page, '0', 'All names', 'all-names')
  await sheet(page, '?', 'All keys', 'all-keys')
  await key('f')
  await expect(page.locator('[data-banner="frozen"]')).toBeVisible()
  await pass(started, 0.3)
  await both(started, 'frozen')
  await key('f')
  await key('g')
  await expect(page.getByRole('alertdialog', { name: 'Hand over' })).toBeVisible()
  count += 1
  await shot(page, 'hand-over-console')
  await key('ArrowRight')
  await expect(page.getByRole('heading', { name: /, you have it\.$/ })).toBeVisible()
  count += 1
  await shot(page, 'hand-over-card-console')
  await key('ArrowRight')
  await expectFace(stage, 'named')
  await both(started, 'named-at-a-hand-over')
  await pass(started, 1.2)
  await expectFace(stage, 'turn')
  await key('ArrowRight')
  await expect(roomSees(page)).toContainText('short factual questions')
  await pass(started, 0.6)
  await both(started, 'turn-facts')
  await pass(started, 0.8)
  await key('ArrowRight')
  await expect(roomSees(page)).toContainText('open questions')
  await pass(started, 3)
  await both(started, 'turn-questions')
  await writeQuestions(page)
  await key('ArrowDown')
  await key('ArrowUp')
  await key('Enter')
  await expect(stage.locator('.bar')).toHaveText(questions[0])
  await pass(started, 4)
  await both(started, 'turn-with-board')
  await key('k')
  await both(started, 'turn-with-board-what-can-i-say')
  await key('k')
  await key('h')
  await expectFace(stage, 'held')
  await both(started, 'held')
  await key('Space')
  await expectFace(stage, 'turn')
  await key('b')
  await expectFace(stage, 'blank')
  await both(started, 'blank')
  await key('b')
  await pass(started, 7.4)
  await both(started, 'turn-time')
  await pass(started, 1.5)
  await both(started, 'turn-over')
  await key('ArrowRight')
  await expectFace(stage, 'round')
  await pass(started, 0.2)
  await both(started, 'turn-reflections')
  await onwards(page, names.length - 1)
  await expectFace(stage, 'turn')
  await page.locator('.taken input').fill(takeaway)
  await both(started, 'turn-what-i-take')
  await key('PageDown')
  await expect(page.getByLabel('Kept, as it was said')).toBeVisible()
  await page.locator('.taken input').blur()
  await pass(started, 1.5)
}

/** The break, and a second turn that is ended with thanks. */
async function secondTurn(started: StartedApp): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  await onwards(page, 1)
  await expectFace(stage, 'break')
  await both(started, 'break')
  await pass(started, 6)
  await expect(stage.getByText('When you are all here')).toBeVisible()
  await both(started, 'break-over')
  await onwards(page, 1)
  await expectFace(stage, 'help')
  // Who facilitates by now presents: the role goes to somebody else first.
  await forwardTo(page, 'Telling')
  await pass(started, 0.1)
  await expectFace(stage, 'turn')
  await page.keyboard.press('h')
  await expectFace(stage, 'held')
  await page.getByRole('button', { name: 'End the turn with thanks' }).click()
  await expectFace(stage, 'thanked')
  await both(started, 'thanked')
  await onwards(page, 1)
  await expectFace(stage, 'round')
}

/** Harvest, commitments, what stays, last round, closed. */
async function closing(started: StartedApp): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  await both(started, 'harvest')
  for (const lesson of lessons.slice(0, 5)) await writeLine(page, lesson)
  await expectFace(stage, 'harvest')
  await both(started, 'harvest-with-words')
  await onwards(page, names.length)
  await expectFace(stage, 'commitments')
  await both(started, 'commitments')
  await writeLine(page, promise)
  await both(started, 'commitments-one-said')
  await onwards(page, 1)
  await page.getByRole('button', { name: 'Private', exact: true }).click()
  await writeLine(page, secret)
  await onwards(page, 1)
  await writeLine(page, longPromise)
  await both(started, 'commitments-several-said')
  await onwards(page, names.length - 2)
  await expectFace(stage, 'what-stays')
  await both(started, 'what-stays')
  await page.getByRole('button', { name: 'three commitments' }).click()
  await expect(page.getByRole('list', { name: 'Commitments' })).toBeVisible()
  count += 1
  await shot(page, 'what-stays-lines-console')
  await onwards(page, 1)
  await expectFace(stage, 'round')
  await both(started, 'last-round')
  await onwards(page, names.length)
  await expectFace(stage, 'closed')
  await both(started, 'closed')
  await page.getByLabel('Day', { exact: true }).fill('2026-03-26')
  await page.getByRole('button', { name: / will$/ }).click()
  await expect(page.getByText(/ facilitates next time\.$/)).toBeVisible()
  await both(started, 'closed-with-next-date')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Prepare the session' })).toBeVisible()
}

/** The circle meets again: home, what was kept, the plan, what was promised last time, a turn in trios. */
async function meetingAgain(started: StartedApp): Promise<void> {
  const { console: page } = started
  const screen = async (name: string) => {
    count += 1
    await shot(page, `${name}-console`)
  }
  await screen('home')
  await page.getByRole('button', { name: 'What was kept' }).click()
  await expect(page.getByRole('button', { name: 'Prepare the session' })).toHaveCount(0)
  await screen('what-was-kept')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Prepare the session' })).toHaveCount(0)
  await screen('settings')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.getByRole('button', { name: 'Prepare the session' }).click()
  await expect(page.getByRole('heading', { name: 'The next session' })).toBeVisible()
  await page.getByRole('button', { name: '90 minutes', exact: true }).click()
  await page.getByLabel('Format: First turn').selectOption('listening-trio')
  await screen('plan')
  await page.getByRole('button', { name: 'Open the room' }).click()
  await expect(page.getByRole('heading', { name: 'Who is here' })).toBeVisible()
  const stage = await started.stage()
  await resizeStage(started, sizeOf(values.size))
  await expectFace(stage, 'waiting')
  await onwards(page, 7)
  await expect(roomSees(page)).toHaveText('Then these hold')
  await pass(started, 0.05)
  await expectFace(stage, 'round')
  await onwards(page, names.length)
  await expectFace(stage, 'last-commitments')
  await both(started, 'last-commitments')
  await onwards(page, 3)
  await expect(stage.locator('main')).not.toHaveAttribute('data-face', 'last-commitments')
  while ((await stage.locator('main').getAttribute('data-face')) !== 'groups') await forward(page)
  await both(started, 'pairs-and-trios')
  await onwards(page, 1)
  await expect(roomSees(page)).toHaveText('in groups, A tells')
  await pass(started, 2)
  await both(started, 'pairs-and-trios-a-tells')
}

/** A seat's short name. */
const short = (page: Page, index: number) => page.locator('.chair bdi').nth(index).innerText()

async function tour(): Promise<void> {
  const started = await startApp()
  const { console: page } = started
  try {
    await installClock(started)
    await page.reload()
    await changeSettings(page, { language: values.language })
    await resize(started.app, 'console.html', sizeOf(values.console))
    await choose(started, values.theme === 'light' ? /^Light wall/ : /^Dark wall/)
    await choose(started, values.theme === 'light' ? /^Light console/ : /^Dark console/)
    await expect(page.locator('.button.filled')).toBeVisible()
    await page.getByRole('button', { name: 'Put away' }).click()
    count += 1
    await shot(page, 'home-empty-console')
    await page.getByRole('button', { name: 'Start a circle' }).click()
    await page.getByLabel('Who is here?').fill(names.join('\n'))
    count += 1
    await shot(page, 'new-circle-console')
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await newCircle(page, names, minutesFor(names.length))
    const stage = await started.stage()
    await resizeStage(started, sizeOf(values.size))
    await expectFace(stage, 'waiting')
    await both(started, 'waiting')
    await arriving(started)
    await choosing(started)
    await firstTurn(started)
    await secondTurn(started)
    await closing(started)
    await meetingAgain(started)
  } finally {
    await started.quit()
  }
  const alike = taken.findIndex((picture, index) =>
    taken.some((other, at) => at > index && other.equals(picture)),
  )
  if (alike >= 0) throw new Error(`Two pictures are alike: number ${alike + 1} stands there twice.`)
  process.stdout.write(`${taken.length} pictures in ${folder}\n`)
}

await tour()
