// From the key to the paint, in the real app and on the real clock; and a session in a turn, left as it is for the rest.
import { writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { startApp } from '../support/app'
import { begin, forward, forwardTo, startCircle, writeQuestion } from '../support/drive'

interface Timed extends Window {
  circletPressed?: number
  circletPainted?: { look: string; at: number }[]
  circletThought?: number[]
}

/** Notes when the console got a key: the instant that the event carries, not the one at which a handler ran. */
const notePresses = (page: Page) =>
  page.evaluate(() => {
    window.addEventListener(
      'keydown',
      (event) => {
        ;(window as Timed).circletPressed = performance.timeOrigin + event.timeStamp
      },
      true,
    )
  })

/** Notes when a frame with another face, or other words than digits, was painted on the wall. */
const notePaints = (page: Page) =>
  page.evaluate(() => {
    const here = window as Timed
    const painted: { look: string; at: number }[] = []
    here.circletPainted = painted
    const look = () => {
      const wall = document.querySelector<HTMLElement>('main')
      return `${wall?.dataset['face']} ${wall?.textContent?.replace(/\d+/g, '')}`
    }
    let last = look()
    new MutationObserver(() => {
      const now = look()
      if (now === last) return
      last = now
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => painted.push({ look: now, at: performance.timeOrigin + performance.now() })
        port2.postMessage(null)
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })

async function timeKey(console: Page, stage: Page, key: string): Promise<number> {
  const known = await stage.evaluate(() => (window as Timed).circletPainted?.length ?? 0)
  await console.keyboard.press(key)
  const painted = () => stage.evaluate((from) => (window as Timed).circletPainted?.[from]?.at ?? null, known)
  await expect.poll(painted, { intervals: [15] }).not.toBe(null)
  const pressed = await console.evaluate(() => (window as Timed).circletPressed ?? 0)
  return ((await painted()) ?? Number.NaN) - pressed
}

/** From Enter on a question to the frame in which a thought on it stands; each of them another one, and none is kept. */
async function timeThoughts(console: Page): Promise<readonly number[]> {
  const found: number[] = []
  await console.evaluate(() => {
    const here = window as Timed
    here.circletThought = []
    new MutationObserver(() => {
      if (document.querySelector('.thought') === null) return
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => here.circletThought?.push(performance.timeOrigin + performance.now())
        port2.postMessage(null)
      })
    }).observe(document.body, { subtree: true, childList: true })
  })
  for (let round = 0; round < 40; round += 1) {
    await console.keyboard.press('q')
    await console.keyboard.insertText(`Have you tried talking to number ${round} about the plan?`)
    await console.evaluate(() => ((window as Timed).circletThought = []))
    await console.keyboard.press('Enter')
    const stood = () => console.evaluate(() => (window as Timed).circletThought?.[0] ?? null)
    await expect.poll(stood, { intervals: [15] }).not.toBe(null)
    const pressed = await console.evaluate(() => (window as Timed).circletPressed ?? 0)
    found.push(((await stood()) ?? Number.NaN) - pressed)
    await console.keyboard.press('Escape')
    await console.keyboard.press('Control+a')
    await console.keyboard.press('Delete')
    await console.keyboard.press('Escape')
  }
  return found
}

test('from a key in the console to the paint on the wall', async () => {
  const profile = process.env['CIRCLET_BENCH_PROFILE'] ?? ''
  const { console, stage, quit } = await startApp({ profile, keepProfile: true })
  await startCircle(console, { minutes: 120 })
  const wall = await stage()
  await begin(console)
  await forward(console)
  await notePresses(console)
  await notePaints(wall)
  const onDisk: number[] = []
  const atOnce: number[] = []
  for (let round = 0; round < 60; round += 1) {
    for (const key of ['ArrowRight', 'ArrowLeft']) onDisk.push(await timeKey(console, wall, key))
    for (let twice = 0; twice < 2; twice += 1) atOnce.push(await timeKey(console, wall, 'b'))
  }
  await forwardTo(console, 'Open questions')
  await writeQuestion(console, 'What would be enough?')
  const thoughts = await timeThoughts(console)
  writeFileSync(process.env['CIRCLET_BENCH_KEYS'] ?? '', JSON.stringify({ onDisk, atOnce, thoughts }))
  await quit()
})
