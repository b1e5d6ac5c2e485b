import { expect, test } from '@playwright/test'
import { resize, resizeStage, startApp, type StartedApp } from '../support/app'
import { circles, type CircleName } from '../support/circles'
import {
  changeSettings,
  writeQuestions,
  expectFace,
  installClock,
  newCircle,
  pass,
  questions,
  roomSees,
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
  expect(await faultsOfWall(stage), what).toEqual([])
  expect(await scrollsOfConsole(started.console), what).toEqual([])
}

async function walk(names: readonly string[]): Promise<void> {
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
  await key('Digit3')
  await expect(roomSees(page)).toContainText('brings something')
  await expectRight('chosen')
  await key('ArrowRight')
  await expectFace(stage, 'turn')
  await expectRight('telling')
  await key('r')
  await expectFace(stage, 'reminded')
  await expectRight('reminded')
  await pass(started, 4.5)
  await expectRight('telling, last minute')
  await pass(started, 2)
  await expectRight('telling, over')
  await key('ArrowRight')
  await expect(roomSees(page)).toContainText('short factual questions')
  await pass(started, 1.5)
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
  await pass(started, 14)
  await key('ArrowRight')
  await expectFace(stage, 'round')
  await expectRight('reflections')
  for (let voice = 1; voice < names.length; voice += 1) await key('ArrowRight')
  await expectFace(stage, 'turn')
  await page.locator('.taken input').fill(takeaway)
  await expectRight('what I take')
}

for (const [name, size, theme] of [
  ['twelve', { width: 1280, height: 720 }, 'dark'],
  ['twelve', { width: 1024, height: 768 }, 'light'],
  ['long', { width: 1024, height: 768 }, 'dark'],
  ['japanese', { width: 1080, height: 1920 }, 'light'],
  ['arabic', { width: 3840, height: 2160 }, 'dark'],
] as const satisfies readonly (readonly [CircleName, { width: number; height: number }, string])[]) {
  test(`every state fits for the circle "${name}" on a ${theme} wall of ${size.width}×${size.height}`, async () => {
    await changeSettings(started.console, { stageTheme: theme })
    await newCircle(started.console, circles[name])
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
    over.style.cssText = 'position:absolute;left:0;top:8px;font-size:40px'
    document.querySelector('main')?.append(bad, over)
  })
  const kinds = (await faultsOfWall(stage)).map(({ kind }) => kind)
  expect(new Set(kinds)).toEqual(new Set(['outside', 'too-small', 'too-faint', 'overlap']))
})
