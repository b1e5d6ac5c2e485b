// Running over, by consent: the time card, its ways on the wall, agreed or not (room.md, "Time card").
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { seriousFaults } from '../support/access'
import { resize, resizeStage, root, startApp, type StartedApp } from '../support/app'
import { begin, forwardTo } from '../support/drive'
import { faultsOfWall, scrollsOfConsole } from '../support/look'
import { expectFace, installClock, newCircle, pass, passUnseen, people, roomSees } from '../support/evening'

let started: StartedApp
const pictures = join(root, 'test-results/time')

test.beforeEach(async () => {
  mkdirSync(pictures, { recursive: true })
  started = await startApp()
  await installClock(started)
  await started.console.reload()
})
test.afterEach(() => started.quit())

const key = (name: string) => started.console.keyboard.press(name)
const button = (name: string | RegExp) => started.console.getByRole('button', { name })
/** A time of day in minutes. */
const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const pace = () => started.console.locator('.pace b').innerText()

async function picture(name: string): Promise<void> {
  await started.console.screenshot({ path: join(pictures, `${name}-console.png`) })
  await (await started.stage()).screenshot({ path: join(pictures, `${name}-wall.png`) })
}

/** Seven people with two hours, in the check-in, some minutes after it should have ended. */
async function overTheCheckIn(minutes: number): Promise<void> {
  await newCircle(started.console, people, '120')
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  for (let i = 0; i < 7; i += 1) await key('ArrowRight')
  await expect(roomSees(started.console)).toHaveText(/Then these hold|Priya’s voice/)
  await passUnseen(started, minutes)
}

test('put to the room nothing changes; not agreed leaves it, agreed closes in time, also after a reload', async () => {
  await overTheCheckIn(24)
  const { console: page } = started
  const stage = await started.stage()
  const late = await pace()
  // Offered by itself, since the check-in is over and there are more than four minutes.
  await expect(button('Ask the room')).toBeVisible()
  await key('t')
  const card = page.getByRole('dialog')
  const agreed = /Agreed was (\d\d:\d\d)/.exec((await card.innerText()).replaceAll('\n', ' '))?.[1] ?? ''
  await expect(card.getByRole('radio')).toHaveCount(2)
  await picture('card')
  await card.getByRole('radio').nth(1).check()
  await card.getByRole('button', { name: 'Ask the room' }).click()
  await expectFace(stage, 'refit')
  await expect(stage.getByText(`We would close at ${late}.`)).toBeVisible()
  await expect(stage.getByText(`To close at ${agreed}:`)).toBeVisible()
  await expect(stage.getByText('Break')).toBeVisible()
  await expect(stage.getByText('26, as planned')).toBeVisible()
  await picture('asked')
  expect(await pace()).toBe(late)
  expect(await seriousFaults(stage)).toEqual([])
  expect(await faultsOfWall(stage)).toEqual([])
  await expect(page.locator('.button.filled')).toContainText('Agreed')
  await key('Escape')
  await expectFace(stage, 'round')
  expect(await pace()).toBe(late)

  await key('t')
  await page.getByRole('dialog').getByRole('button', { name: 'Ask the room' }).click()
  await expectFace(stage, 'refit')
  await page.reload()
  await expect(page.locator('.button.filled')).toContainText('Agreed')
  await expectFace(stage, 'refit')
  await key('ArrowRight')
  await expectFace(stage, 'round')
  // In time, and with less than two minutes over: what equal turns leave when all are as long to the half minute.
  const early = async () => clock(agreed) - clock(await pace())
  await expect.poll(early).toBeGreaterThanOrEqual(0)
  expect(await early()).toBeLessThan(2)
  const then = await pace()
  await page.reload()
  await expect.poll(pace).toBe(then)
  await page.getByRole('button', { name: /Undo: the new times/ }).click()
  await expectFace(stage, 'refit')
  await key('Escape')
  await expect.poll(pace).toBe(late)
})

test('what cannot be shortened enough says so, and leaves out a break only when asked', async () => {
  await overTheCheckIn(62)
  const { console: page } = started
  await key('t')
  const card = page.getByRole('dialog')
  await expect(card.getByText(/^Too long by .*, even at its shortest\./)).toBeVisible()
  await expect(card.getByRole('button', { name: 'Ask the room' })).toHaveCount(0)
  await picture('impossible')
  await card.getByRole('button', { name: 'Leave out: Break' }).click()
  await expect(card.getByText(/^Too long by/)).toHaveCount(0)
  await expect(card.getByRole('radio')).not.toHaveCount(0)
  await expect(card.getByText(/Break left out/)).not.toHaveCount(0)
  expect(await seriousFaults(page)).toEqual([])
})

test('the wall that asks fits every size, and so does the card', async () => {
  await overTheCheckIn(30)
  const stage = await started.stage()
  await resize(started.app, 'console.html', { width: 1024, height: 560 })
  await key('t')
  expect(await scrollsOfConsole(started.console)).toEqual([])
  await picture('card-small')
  await started.console.getByRole('dialog').getByRole('button', { name: 'Ask the room' }).click()
  await expectFace(stage, 'refit')
  // Every turn gets shorter: then none is named as it was planned.
  await expect(stage.getByText('Three turns, each')).toBeVisible()
  await expect(stage.getByText(/as planned/)).toHaveCount(0)
  for (const [width, height] of [
    [1280, 720],
    [1024, 768],
    [1080, 1920],
    [3840, 2160],
  ] as const) {
    await resizeStage(started, { width, height })
    // The window has its size a frame before the page has drawn for it: what stands then is judged.
    await pass(started, 0.02)
    await expect.poll(() => faultsOfWall(stage), `${width}×${height}`).toEqual([])
    if (height > width || width === 1024) await picture(`asked-${width}x${height}`)
  }
})

test('two more minutes: the presenter is asked, then the room, and the break that paid says so until it has them back', async () => {
  await newCircle(started.console, people, '120')
  const { console: page } = started
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  const filled = page.locator('.button.filled')
  // To the first turn's first phase, by the one key; the begin is later by what was not used.
  await begin(page)
  await forwardTo(page, 'Telling')
  await expectFace(stage, 'turn')
  await passUnseen(started, 26)
  await expect(button('Two more minutes')).toBeVisible()
  const late = await pace()
  await button('Two more minutes').click()
  await expect(stage.getByText('Two more minutes?')).toBeVisible()
  await expect(stage.getByText(/, would it help\?$/)).toBeVisible()
  await expect(filled).toContainText('Ask the room')
  await picture('two-more-presenter')
  await key('ArrowRight')
  await expect(stage.getByText('From the break: 10 becomes 8.')).toBeVisible()
  await expect(filled).toContainText('Agreed')
  expect(await pace()).toBe(late)
  expect(await seriousFaults(stage)).toEqual([])
  expect(await faultsOfWall(stage)).toEqual([])
  expect(await seriousFaults(page)).toEqual([])
  await picture('two-more-room')
  // Another one pays, one press away; and not agreed leaves everything as it was.
  await button(/^Close at/).click()
  await expect(stage.getByText(/^We would close at/)).toBeVisible()
  await key('Escape')
  await expect(stage.getByText('Two more minutes?')).toHaveCount(0)
  expect(await pace()).toBe(late)
  await button('Two more minutes').click()
  await key('ArrowRight')
  await key('ArrowRight')
  await expect(page.getByText('2 lent')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 lent')).toBeVisible()
  await picture('two-more-lent')
  await key('t')
  await expect(
    page.getByRole('dialog').getByRole('button', { name: /Give two minutes back: Break/ }),
  ).toBeDisabled()
})
