import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { newProfile, startApp, type StartedApp } from '../support/app'
import { expectFace, installClock, newCircle, pass, people, roomSees } from '../support/evening'

let profile: string

test.beforeEach(() => {
  profile = newProfile()
})
test.afterEach(() => rmSync(profile, { recursive: true, force: true }))

/**
 * Starts on the same profile at a given time of today, or of a day soon after. Never of a day long ago: the page is there for a
 * moment before it has its clock, and by the computer's own a session of last month would be put away.
 */
async function start(time: string, daysOn = 0): Promise<StartedApp> {
  const day = new Date(Date.now() + daysOn * 86_400_000).toISOString().slice(0, 10)
  const started = await startApp({ profile, keepProfile: true })
  await installClock(started, `${day}T${time}+01:00`)
  await started.console.reload()
  return started
}

/** Leads to a minute into the first telling, then ends the app. */
async function leaveInTelling(): Promise<void> {
  const started = await start('18:00:00')
  await newCircle(started.console, people.slice(0, 3))
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  for (let i = 0; i < 7; i += 1) await started.console.keyboard.press('ArrowRight')
  await pass(started, 0.05)
  for (let i = 0; i < 4; i += 1) await started.console.keyboard.press('ArrowRight')
  await expectFace(stage, 'help')
  await started.console.keyboard.press('ArrowRight')
  await expectFace(stage, 'turn')
  await pass(started, 1)
  await expect(started.console.locator('[data-banner="not-saved"]')).toHaveCount(0)
  await started.quit()
}

test('after a short absence the session goes on, and its seconds are counted', async () => {
  await leaveInTelling()
  const started = await start('18:01:40')
  const { console: page } = started
  await expect(page.getByText(/You were in Jun’s turn, Telling, (4:0|3:5)\d left, at 18:01\./)).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(roomSees(page)).toHaveText('Jun speaks, we listen')
  await expectFace(await started.stage(), 'turn')
  await expect(page.locator('[data-banner="away"]')).toHaveText(/Circlet was away for (3\d|4[0-5]) seconds/)
  await expect(page.getByRole('timer')).toHaveText(/^3:[12]\d$/)
  await started.quit()
})

test('after a long absence it asks, and holds the clock at the last known instant until somebody chooses', async () => {
  await leaveInTelling()
  for (const [choice, clock] of [
    [null, null],
    ['Leave them out', /^(4:0|3:5)\d$/],
  ] as const) {
    const started = await start('18:31:00')
    const { console: page } = started
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('alertdialog')).toContainText('Did the group go on meanwhile?')
    await expect(roomSees(page)).toHaveText('Jun speaks, we listen')
    if (choice !== null) {
      await page.getByRole('button', { name: choice }).click()
      await expect(page.getByRole('timer')).toHaveText(clock)
    }
    await started.quit()
  }
})

test('counting a long absence makes it overtime, calmly', async () => {
  await leaveInTelling()
  const started = await start('18:31:00')
  const { console: page } = started
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Count them' }).click()
  await expect(page.getByRole('timer')).toHaveText(/^2[56]:\d\d over$/)
  await expect((await started.stage()).getByText('min over')).toBeVisible()
  await started.quit()
})

test('a session left open can be closed at the next start, and leaves only its trace', async () => {
  await leaveInTelling()
  const started = await start('09:00:00', 2)
  await started.console.getByRole('button', { name: 'Close it here' }).click()
  await expect(started.console.getByText(/^Session 2\./)).toBeVisible()
  await expect(started.console.getByRole('button', { name: 'Prepare the session' })).toBeVisible()
  await started.quit()
})
