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
  writeQuestions,
  installClock,
  newCircle,
  pass,
  questions,
  roomSees,
  takeaway,
} from '../support/evening'

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

async function tour(): Promise<void> {
  const started = await startApp()
  const { console: page } = started
  const key = (name: string) => page.keyboard.press(name)
  const short = (index: number) => page.locator('.chair bdi').nth(index).innerText()
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
    await newCircle(page, names)
    const stage = await started.stage()
    await resizeStage(started, sizeOf(values.size))
    await expectFace(stage, 'waiting')
    await both(started, 'waiting')
    await key('ArrowRight')
    await expectFace(stage, 'named')
    await both(started, 'named')
    await key('ArrowRight')
    await expectFace(stage, 'agreements')
    await both(started, 'agreements')
    for (let i = 0; i < 4; i += 1) await key('ArrowRight')
    await expect(roomSees(page)).toHaveText('What would you change today?')
    await pass(started, 0.1)
    await both(started, 'agreements-change')
    await key('ArrowRight')
    await pass(started, 0.05)
    await expectFace(stage, 'round')
    await pass(started, 0.4)
    await key('ArrowRight')
    await pass(started, 0.4)
    await key('ArrowRight')
    await expect(roomSees(page)).toHaveText(`${await short(2)}’s voice`)
    await pass(started, 0.5)
    await both(started, 'round')
    for (let i = 2; i < names.length; i += 1) await key('ArrowRight')
    await expectFace(stage, 'choosing')
    await both(started, 'choosing')
    await key('Digit3')
    await expect(roomSees(page)).toHaveText(`${await short(2)} brings something`)
    await key('ArrowRight')
    await expectFace(stage, 'turn')
    await pass(started, 2.4)
    await both(started, 'turn-solo')
    await key('r')
    await expectFace(stage, 'reminded')
    await both(started, 'reminded')
    await pass(started, 2)
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
    for (let i = 1; i < names.length; i += 1) await key('ArrowRight')
    await expectFace(stage, 'turn')
    await page.locator('.taken input').fill(takeaway)
    await both(started, 'turn-what-i-take')
    await key('PageDown')
    await expect(page.getByLabel('Kept, as it was said')).toBeVisible()
    await page.locator('.taken input').blur()
    await pass(started, 1.5)
    await key('h')
    await expectFace(stage, 'held')
    await page.getByRole('button', { name: 'End the turn with thanks' }).click()
    await expectFace(stage, 'thanked')
    await both(started, 'thanked')
    await key('Control+z')
    await expectFace(stage, 'held')
    await key('Space')
    await key('ArrowRight')
    await expectFace(stage, 'round')
    await both(started, 'last-round')
    await key('?')
    count += 1
    await shot(page, 'all-keys-console')
    await key('?')
    for (let i = 0; i < names.length; i += 1) await key('ArrowRight')
    await expectFace(stage, 'closed')
    await both(started, 'closed')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('button', { name: 'Prepare the session' })).toBeVisible()
    count += 1
    await shot(page, 'home-console')
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
