// What sealing costs, as ratios within one run: the same work with the seal and without it, by turns.
import { expect, type Page } from '@playwright/test'
import { begin, forward, startCircle } from '../support/drive'
import { copyFolders, foldersOf, start, type Build, type Folders } from './app'
import type { Ways } from './evening'

export const part = (numbers: readonly number[], share: number): number => {
  const all = [...numbers].sort((a, b) => a - b)
  return all[Math.min(all.length - 1, Math.floor(share * all.length))] ?? Number.NaN
}

const rounds = 7

/** Sealing and writing against writing alone: medians in milliseconds, by turns in one page. */
export async function writing(records: number, atOnce: number): Promise<Readonly<Record<Build, number>>> {
  const running = await start('plain', foldersOf('probe'))
  const measure = (build: Build) =>
    running.page.evaluate(
      `import('/probe/${build}.js').then(({ measure }) => measure(${records}, ${atOnce}))`,
    ) as Promise<number>
  const times: Record<Build, number[]> = { sealed: [], plain: [] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const build of round % 2 === 0 ? (['plain', 'sealed'] as const) : (['sealed', 'plain'] as const)) {
      const took = await measure(build)
      // The first of each only warms up.
      if (round > 0) times[build].push(took)
    }
  }
  await running.quit()
  return { sealed: part(times.sealed, 0.5), plain: part(times.plain, 0.5) }
}

/** Opening by the words, five times, in milliseconds. */
export async function unlocking(from: Folders, { words }: Ways): Promise<readonly number[]> {
  const running = await start('sealed', copyFolders(from, 'unlock'))
  const times: number[] = []
  for (let time = 0; time < 5; time += 1) {
    const [is, took] = await running.page.evaluate(async (secret) => {
      const bridge = window.circlet
      const [vault] = (await bridge?.vaults())?.vaults ?? []
      if (!bridge || !vault) return ['no circle', 0] as const
      await bridge.lockVaults()
      const began = performance.now()
      const opening = await bridge.openVault({ id: vault.id, way: 'words', secret })
      return [opening.is, performance.now() - began] as const
    }, words)
    expect(is).toBe('open')
    times.push(took)
  }
  await running.quit()
  return times
}

interface Timed extends Window {
  circletPressed?: number
  circletPainted?: number[]
}

/** Notes when the console got a key: the instant that the event carries. */
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

/** Notes when a frame with other words than digits was painted on the wall. */
const notePaints = (page: Page) =>
  page.evaluate(() => {
    const painted: number[] = []
    ;(window as Timed).circletPainted = painted
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
        port1.onmessage = () => painted.push(performance.timeOrigin + performance.now())
        port2.postMessage(null)
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })

async function timeKey(page: Page, wall: Page, key: string): Promise<number> {
  const known = await wall.evaluate(() => (window as Timed).circletPainted?.length ?? 0)
  await page.keyboard.press(key)
  const painted = () => wall.evaluate((from) => (window as Timed).circletPainted?.[from] ?? null, known)
  await expect.poll(painted, { intervals: [15] }).not.toBe(null)
  const pressed = await page.evaluate(() => (window as Timed).circletPressed ?? 0)
  return ((await painted()) ?? Number.NaN) - pressed
}

/** From the key to the paint on the wall, for gestures that are saved first: the two builds by turns, each twice. */
export async function gestures(presses: number): Promise<Readonly<Record<Build, readonly number[]>>> {
  const times: Record<Build, number[]> = { sealed: [], plain: [] }
  for (const [index, build] of (['sealed', 'plain', 'plain', 'sealed'] as const).entries()) {
    const { page, wall, quit } = await start(build, foldersOf(`keys-${index}`))
    await startCircle(page, { minutes: 60 })
    const stage = await wall()
    await begin(page)
    await forward(page)
    await notePresses(page)
    await notePaints(stage)
    for (let press = 0; press < presses; press += 1)
      times[build].push(await timeKey(page, stage, press % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'))
    await quit()
  }
  return times
}
