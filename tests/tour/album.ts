// Takes the pictures: numbered files, both windows under a state's name, and the wall at a further size for a sheet.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { resize, resizeStage, type StartedApp } from '../support/app'
import { pass } from '../support/evening'
import type { Named, Size } from './sheet'

interface Wish {
  readonly folder: string
  /** The wall's size in the pictures. */
  readonly wall: Size
  /** A further size: at it the wall is kept for a sheet, and nothing is written. */
  readonly sheet: Size | null
}

export interface Album {
  /** Gives the wall its size, without motion, each time that it has been opened. */
  readonly openWall: (started: StartedApp) => Promise<Page>
  /** Both windows under the state's name; the console's screen may have one of its own. */
  readonly both: (started: StartedApp, state: string, screen?: string) => Promise<void>
  /** One screen of the console. */
  readonly screen: (page: Page, name: string) => Promise<void>
  /** The numbers over the displays, while they stand. */
  readonly numbers: (started: StartedApp) => Promise<void>
  /** A picture that was put together. */
  readonly add: (name: string, picture: Buffer) => void
  /** The wall's states at the further size. */
  readonly forSheet: readonly Named[]
  readonly count: () => number
  /** Fails when two pictures are alike. */
  readonly check: () => void
}

/** The window whose page has this in its address. */
async function windowAt(app: StartedApp['app'], part: string): Promise<Page> {
  const found = () => app.windows().find((page) => !page.isClosed() && page.url().includes(part))
  await expect.poll(() => found() !== undefined, { intervals: [20] }).toBe(true)
  return found() as Page
}

/**
 * Lets the console's small picture of the wall be of what stands there now. The console asks for it by its page's clock,
 * which leaps here, and main takes it in real time: it is of a moment before, or still on its way.
 */
async function renewPicture({ console: page }: StartedApp): Promise<void> {
  if ((await page.locator('.picture').count()) === 0) return
  await expect(page.locator('img.picture')).toHaveCount(1)
  await page.locator('img.picture').evaluate(async (image) => {
    const now = await window.circlet?.pictureOfStage()
    if (!(image instanceof HTMLImageElement) || !now) return
    image.src = now
    await image.decode()
  })
}

export function createAlbum({ folder, wall, sheet }: Wish): Album {
  mkdirSync(folder, { recursive: true })
  let number = 0
  const taken: Named[] = []
  const forSheet: Named[] = []

  const add = (name: string, picture: Buffer) => {
    const named = `${String(number).padStart(2, '0')}-${name}`
    writeFileSync(join(folder, `${named}.png`), picture)
    taken.push({ name: named, picture })
  }
  const shot = async (page: Page, name: string) =>
    add(name, await page.screenshot({ animations: 'disabled' }))

  /** The wall at the sheet's size, and back at its own. */
  const keepForSheet = async (started: StartedApp, name: string) => {
    if (sheet === null) return
    const stage = await started.stage()
    await resizeStage(started, sheet)
    await pass(started, 0.001)
    forSheet.push({ name, picture: await stage.screenshot({ animations: 'disabled' }) })
    await resizeStage(started, wall)
    await pass(started, 0.001)
  }

  return {
    forSheet,
    add: (name, picture) => {
      number += 1
      add(name, picture)
    },
    count: () => taken.length,
    openWall: async (started) => {
      const stage = await started.stage()
      await resizeStage(started, wall)
      await stage.emulateMedia({ reducedMotion: 'reduce' })
      return stage
    },
    both: async (started, state, screen = state) => {
      number += 1
      await pass(started, 0.02)
      await expect(started.console.locator('[data-banner="not-saved"]')).toHaveCount(0)
      await shot(await started.stage(), `${state}-stage`)
      await renewPicture(started)
      await shot(started.console, `${screen}-console`)
      await keepForSheet(started, state)
    },
    numbers: async (started) => {
      const page = await windowAt(started.app, 'numbers.html')
      await expect(async () => {
        await resize(started.app, 'numbers.html', wall)
        expect(await page.evaluate(() => [document.visibilityState, innerWidth, innerHeight])).toEqual([
          'visible',
          wall.width,
          wall.height,
        ])
      }).toPass({ timeout: 3000, intervals: [50] })
      number += 1
      await shot(page, 'display-numbers-stage')
      await expect.poll(() => page.isClosed(), { timeout: 10_000 }).toBe(true)
    },
    screen: async (page, name) => {
      number += 1
      await shot(page, `${name}-console`)
    },
    check: () => {
      for (const pictures of [taken, forSheet])
        for (const [index, { name, picture }] of pictures.entries()) {
          const other = pictures.slice(index + 1).find((one) => one.picture.equals(picture))
          if (other) throw new Error(`Two pictures are alike in ${folder}: ${name} and ${other.name}.`)
        }
    },
  }
}
