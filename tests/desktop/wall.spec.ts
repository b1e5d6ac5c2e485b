// What the wall itself owes the room: a line where a line was written, and stillness where it is still.
import { expect, test } from '@playwright/test'
import { usualStageOptions, type Face } from '../../shared/stage/stage-view'
import { ask, startApp, type StartedApp } from '../support/app'
import { forwardTo } from '../support/drive'
import { expectFace, installClock, newCircle, pass, people, roomSees } from '../support/evening'

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
  await newCircle(started.console, people.slice(0, 4))
})
test.afterEach(() => started.quit())

/** The share of the wall's pixels that are another colour after so many minutes. */
async function changedAfter(minutes: number): Promise<number> {
  const look = () =>
    ask(started.app, async ({ webContents }) => {
      const wall = webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().includes('stage.html'))
      return (await wall?.capturePage())?.toBitmap().toString('base64') ?? ''
    })
  const before = Buffer.from(await look(), 'base64')
  await pass(started, minutes)
  const after = Buffer.from(await look(), 'base64')
  expect(before.length).toBeGreaterThan(4 * 1000 * 500)
  expect(after.length).toBe(before.length)
  let changed = 0
  for (let at = 0; at < before.length; at += 4)
    if (before.readUInt32LE(at) !== after.readUInt32LE(at)) changed += 1
  return changed / (before.length / 4)
}

test('a line for the room takes the sentence’s place for twenty seconds, and goes with forward', async () => {
  const { console } = started
  const stage = await started.stage()
  await forwardTo(console, 'Telling')
  await console.keyboard.press('s')
  await console.keyboard.insertText(
    '  We meet in the garden at seven,\nand if it rains in the hall behind it.  ',
  )
  await expect(console.getByText('As it would stand:', { exact: false })).toBeVisible()
  await console.keyboard.press('Enter')
  const line = stage.getByText('We meet in the garden at seven, and if it rains in the hall', { exact: true })
  await expect(line).toBeVisible()
  await expect(roomSees(console)).toHaveText('your line')
  await expect(console.getByRole('dialog')).toHaveCount(0)
  await pass(started, 21 / 60)
  await expect(line).toHaveCount(0)
  await expect(stage.getByText('Tell it as it comes.', { exact: false })).toBeVisible()
  await console.keyboard.press('s')
  await console.keyboard.insertText('Back in a minute.')
  await console.keyboard.press('Enter')
  await expect(stage.getByText('Back in a minute.')).toBeVisible()
  await console.keyboard.press('Control+z')
  await expect(stage.getByText('Back in a minute.')).toHaveCount(0)
  await console.keyboard.press('h')
  await expectFace(stage, 'held')
  await console.keyboard.press('s')
  await expect(console.getByText('The wall has no place for a line now. Say it.')).toBeVisible()
})

test('a wall that is still is still: of its pixels fewer than one in a thousand changes in a second', async () => {
  const { console } = started
  const stage = await started.stage()
  await forwardTo(console, 'Telling')
  // Not hollow: where a clock runs, more than that changes in a while.
  expect(await changedAfter(1.1)).toBeGreaterThan(0.001)
  const still: readonly Face[] = [
    { kind: 'silence' },
    { kind: 'held' },
    { kind: 'blank' },
    { kind: 'thanked', name: 'Amara' },
    { kind: 'closed', keep: [], next: { at: null, name: null, answer: 'asked' } },
  ]
  for (const face of still) {
    await console.evaluate(
      (shown) =>
        window.circlet?.showOnStage({
          kind: 'stage-view',
          version: 1,
          sentAt: Date.now() as never,
          seats: [],
          strip: null,
          tone: null,
          ...shown,
        }),
      { face, options: usualStageOptions },
    )
    await expectFace(stage, face.kind)
    // What comes in has come in.
    await stage.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    expect(await changedAfter(1 / 60), face.kind).toBeLessThan(0.001)
  }
})
