import { expect, test } from '@playwright/test'
import { resize, resizeStage, startApp, type StartedApp } from '../support/app'
import { circles, type CircleName } from '../support/circles'
import {
  changeSettings,
  writeQuestions,
  expectFace,
  installClock,
  lessons,
  longPromise,
  newCircle,
  pass,
  passUnseen,
  promise,
  questions,
  roomSees,
  secret,
  takeaway,
} from '../support/evening'
import { faultsOfWall, scrollsOfConsole } from '../support/look'

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
  await resize(started.app, 'console.html', { width: 1024, height: 560 })
  await started.console.getByRole('button', { name: 'Put away' }).click()
})
test.afterEach(() => started.quit())

const key = (name: string) => started.console.keyboard.press(name)

/** Both windows are right as they stand: nothing outside, small, faint or overlapping on the wall; nothing to scroll on the console. */
async function expectRight(what: string): Promise<void> {
  const stage = await started.stage()
  await pass(started, 0.02)
  await expect(started.console.locator('[data-banner="not-saved"]')).toHaveCount(0)
  // Softly: one walk tells of every state that is not right.
  expect.soft(await faultsOfWall(stage), what).toEqual([])
  expect.soft(await scrollsOfConsole(started.console), what).toEqual([])
}

/** The console's screens that lie over the run, by key, and how each is left. */
const sheets = [
  ['a', 'Somebody comes or goes'],
  ['t', 'Time'],
  ['0', 'All names'],
  ['?', 'All keys'],
] as const

async function toTheTurn(names: readonly string[]): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  expect(await faultsOfWall(stage), 'waiting').toEqual([])
  await key('ArrowRight')
  await expectFace(stage, 'named')
  await expectRight('named')
  for (let sentence = 0; sentence < 4; sentence += 1) {
    await key('ArrowRight')
    await expect(roomSees(page)).toContainText('reads an agreement')
    await expectRight(`agreement ${sentence + 1}`)
  }
  await key('ArrowRight')
  await expectRight('agreements, change')
  await key('ArrowRight')
  await pass(started, 0.05)
  for (const name of names.keys()) {
    await expectFace(stage, 'round')
    await expectRight(`check-in, voice ${name + 1}`)
    await key('ArrowRight')
    await expect(roomSees(page)).not.toHaveText(
      `${await page.locator('.chair bdi').nth(name).innerText()}’s voice`,
    )
  }
  await expectFace(stage, 'choosing')
  await expectRight('choosing')
  for (const digit of ['Digit3', 'Digit1', 'Digit4', 'Digit2']) {
    const told = await page.locator('.step-panel').innerText()
    await key(digit)
    await expect(page.locator('.step-panel')).not.toHaveText(told)
    await expectRight(`choosing, ${digit}`)
  }
  await key('Digit1')
  await expect(roomSees(page)).toContainText('bring something')
  await expectRight('chosen')
  await key('ArrowRight')
  await expectFace(stage, 'help')
  await expectRight('what would help')
  await page.getByRole('button', { name: 'Questions that make me think' }).click()
  await expect(stage.locator('[aria-current="true"]')).toHaveText('Questions that make me think')
  await page.getByRole('button', { name: 'Another format' }).click()
  await expectRight('what would help, chosen')
  await page.getByRole('button', { name: 'Another format' }).click()
  await passUnseen(started, 0.5)
  await expect(page.getByRole('button', { name: /^Start, counting from/ })).toBeVisible()
  await expectRight('what would help, forgotten to start')
  await key('ArrowRight')
  await expectFace(stage, 'turn')
  await expectRight('telling')
}

async function throughTheTurn(names: readonly string[]): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  await key('r')
  await expectFace(stage, 'reminded')
  await expectRight('reminded')
  for (const [letter, title] of sheets) {
    await key(letter)
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    await expectRight(title)
    await key('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await key('f')
  await expect(page.locator('[data-banner="frozen"]')).toBeVisible()
  await expectRight('frozen')
  await key('f')
  await expect(page.locator('[data-banner="frozen"]')).toHaveCount(0)
  await key('g')
  await expect(page.getByRole('alertdialog', { name: 'Hand over' })).toBeVisible()
  await expectRight('hand over, to whom')
  await key('ArrowRight')
  await expect(page.getByRole('heading', { name: /, you have it\.$/ })).toBeVisible()
  await expectRight('hand over, the card')
  await key('ArrowRight')
  await expectFace(stage, 'named')
  await expectRight('handed over')
  await pass(started, 0.1)
  await expectFace(stage, 'turn')
  await passUnseen(started, 3.9)
  await expectRight('telling, last minute')
  await passUnseen(started, 2)
  await expectRight('telling, over')
  await key('ArrowRight')
  await expect(roomSees(page)).toContainText('short factual questions')
  await passUnseen(started, 1.5)
  await key('ArrowRight')
  await expect(roomSees(page)).toContainText('open questions')
  await writeQuestions(page)
  await key('Enter')
  await expect(stage.locator('.bar')).toHaveText(questions[0])
  await expectRight('board')
  await key('k')
  await expectRight('board, what can I say')
  await key('k')
  await key('h')
  await expectFace(stage, 'held')
  await expectRight('held')
  await key('Space')
  await expectFace(stage, 'turn')
  await expectRight('board put away')
  await passUnseen(started, 14)
  await key('ArrowRight')
  await expectFace(stage, 'round')
  await expectRight('reflections')
  for (let voice = 1; voice < names.length; voice += 1) await key('ArrowRight')
  await expectFace(stage, 'turn')
  await page.locator('.taken input').fill(takeaway)
  await expectRight('what I take')
  await key('PageDown')
  await expect(page.getByLabel('Kept, as it was said')).toBeVisible()
  await page.getByLabel('Kept, as it was said').blur()
  await passUnseen(started, 1.5)
}

async function throughTheBreak(): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  await key('ArrowRight')
  await expectFace(stage, 'break')
  await expectRight('break')
  await passUnseen(started, 6)
  await expect(stage.getByText('When you are all here')).toBeVisible()
  await expectRight('break, over')
  await key('h')
  await expectFace(stage, 'held')
  await expectRight('break, held')
  await key('Space')
  await expectFace(stage, 'break')
  await key('ArrowRight')
  await expectFace(stage, 'help')
  await expectRight('the second turn')
  await page.getByRole('button', { name: 'Leave this turn out' }).click()
  await expectFace(stage, 'round')
}

/** Writes a commitment or a line of the harvest by its key; a commitment until a day, where it has one. */
async function write(words: string, day?: string): Promise<void> {
  const written = started.console.locator('.commitment')
  const before = await written.innerText()
  await key('q')
  await started.console.keyboard.insertText(words)
  if (day !== undefined) {
    await started.console.locator('.commitment input[type="date"]').fill(day)
    await started.console.locator('.commitment input[type="text"]').focus()
  }
  await key('Enter')
  await expect(written).not.toHaveText(before)
  await expect(started.console.locator('.commitment input[type="text"]')).toHaveValue('')
}

async function throughTheClose(names: readonly string[]): Promise<void> {
  const { console: page } = started
  const stage = await started.stage()
  await expectRight('harvest, nothing written')
  for (const [place, lesson] of lessons.entries()) {
    await write(lesson)
    await expect(page.getByText(place === 0 ? 'One line on the wall' : / lines on the wall$/)).toBeVisible()
    if ([0, 1, 5, 11, 12].includes(place)) await expectRight(`harvest, ${place + 1} lines`)
  }
  for (let voice = 0; voice < names.length; voice += 1) await key('ArrowRight')
  await expectFace(stage, 'commitments')
  await expectRight('commitments, nothing said')
  await write(longPromise, '2026-03-27')
  await expect(stage.getByText('by 27 March')).toBeVisible()
  await expectRight('commitments, a long one')
  await write(promise)
  await expectRight('commitments, two of one')
  await key('ArrowRight')
  await page.getByRole('button', { name: 'Private', exact: true }).click()
  await write(secret)
  await expectRight('commitments, a private one')
  await key('ArrowRight')
  await page.getByRole('button', { name: 'Let it rest' }).click()
  await write(takeaway, '2026-04-30')
  await expectRight('commitments, one that rests')
  await page.getByRole('button', { name: 'Pass', exact: true }).click()
  for (let voice = 3; voice < names.length; voice += 1) {
    await write(voice % 2 === 0 ? longPromise : promise)
    await expectRight(`commitments, voice ${voice + 1}`)
    await key('ArrowRight')
  }
  await expect(roomSees(page)).toHaveText('what was said')
  await expectRight('commitments, asking once more')
  await key('ArrowRight')
  await expectFace(stage, 'what-stays')
  await expectRight('what stays')
  for (const kind of [/commitments$/, /^one sentence$/i, /questions$/, /words$/]) {
    await page.locator('.sweep').getByRole('button', { name: kind }).click()
    await expectRight(`what stays, ${kind}`)
  }
  await key('ArrowRight')
  await expectFace(stage, 'round')
  await expectRight('last round')
  for (let voice = 0; voice < names.length; voice += 1) await key('ArrowRight')
  await expectFace(stage, 'closed')
  await expectRight('closed')
  await page.getByLabel('Day', { exact: true }).fill('2026-03-26')
  await page.getByRole('button', { name: / will$/ }).click()
  await expect(page.getByText(/ facilitates next time\.$/)).toBeVisible()
  await expectRight('closed, with the next date')
}

/** The whole session: every state that it has, in both windows. */
async function walk(names: readonly string[]): Promise<void> {
  await toTheTurn(names)
  await throughTheTurn(names)
  await throughTheBreak()
  await throughTheClose(names)
}

/**
 * How long each circle has: as long as two turns with a break between them take. The walls of all sizes and scripts are the
 * layout matrix's; here both windows are seen as keys bring them there, with many people, long names, and from right to left.
 */
for (const [name, minutes, size, theme] of [
  ['twelve', '105', { width: 1280, height: 720 }, 'dark'],
  ['long', '90', { width: 1024, height: 768 }, 'light'],
  ['arabic', '90', { width: 1080, height: 1920 }, 'dark'],
] as const satisfies readonly (readonly [CircleName, string, { width: number; height: number }, string])[]) {
  test(`every state fits for the circle "${name}" on a ${theme} wall of ${size.width}×${size.height}`, async () => {
    test.setTimeout(400_000)
    await changeSettings(started.console, { stageTheme: theme })
    await newCircle(started.console, circles[name], minutes)
    await resizeStage(started, size)
    // What stands is measured, not what fades.
    await (await started.stage()).emulateMedia({ reducedMotion: 'reduce' })
    await walk(circles[name])
  })
}

test('the look check finds what is wrong', async () => {
  await newCircle(started.console)
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  expect(await faultsOfWall(stage)).toEqual([])
  await stage.evaluate(() => {
    const bad = document.createElement('div')
    bad.textContent = 'too small, too faint, and half outside'
    bad.style.cssText = 'position:absolute;left:-40px;top:10px;font-size:9px;color:#444'
    const over = document.createElement('div')
    over.textContent = 'on top of it'
    over.style.cssText = 'position:absolute;left:0;top:-6px;font-size:40px'
    document.querySelector('main')?.append(bad, over)
  })
  const kinds = (await faultsOfWall(stage)).map(({ kind }) => kind)
  expect(new Set(kinds)).toEqual(new Set(['outside', 'too-small', 'faint', 'overlap']))
})
