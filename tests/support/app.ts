import type {} from '../../renderer/vite-env'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

export interface StartedApp {
  readonly app: ElectronApplication
  readonly profile: string
  /** The console's page, found by its address. */
  readonly console: Page
  /** The stage's page, when it is there; waits for it. */
  readonly stage: () => Promise<Page>
  readonly quit: () => Promise<void>
}

interface StartOptions {
  readonly profile?: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly keepProfile?: true
  readonly args?: readonly string[]
  /** Leaves the question whether the one screen is on the wall to the test; else the answer is that nobody else sees it. */
  readonly screen?: 'asked'
}

const executable = (): string => {
  const found = process.env['CIRCLET_TEST_ELECTRON']
  if (!found) throw new Error('Run the tests with `npm test`: it finds Electron and a display first.')
  return found
}

/** A fresh profile folder on disk. */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'circlet-profile-'))

/** Switches that this machine needs: as root, Chromium cannot keep its sandbox. */
export const machineSwitches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

const found = (app: ElectronApplication, part: string) =>
  app.windows().findLast((page) => page.url().includes(part) && !page.isClosed())

/** Answers, as soon as it is asked and after every reload, that nobody else sees this screen: then there are two windows. */
async function answerScreen(page: Page): Promise<void> {
  const answer = () =>
    page
      .evaluate(() => {
        const bridge = window.circlet
        if (!bridge) return
        // No function with a name in here: tsx, which runs the tour, would call a helper that no page has.
        // Nothing is waited for in the page: who needs the wall waits until it stands alone.
        bridge.on('displaysChanged', ({ asks }) => asks && void bridge.answerOneDisplay('not-on-the-wall'))
        void bridge
          .displays()
          .then(({ asks }) => (asks ? bridge.answerOneDisplay('not-on-the-wall') : undefined))
      })
      // A page that goes meanwhile is answered for when it is back.
      .catch(() => undefined)
  page.on('load', () => void answer())
  await answer()
}

/**
 * Asks the main process something that changes nothing there. V8's inspector holds the promise of an answer weakly: collected
 * between two turns of the loop, even a plain value is lost ("garbage collected", seen once in 1,300 tests). Then it is asked
 * again; anything else fails as it should.
 */
export async function ask<Argument, Result>(
  app: ElectronApplication,
  question: (electron: typeof Electron.CrossProcessExports, argument: Argument) => Result,
  argument?: Argument,
): Promise<Result> {
  try {
    return (await app.evaluate(question as never, argument)) as Result
  } catch (reason) {
    if (!(reason as Error).message.includes('promise was garbage collected')) throw reason
    return ask(app, question, argument)
  }
}

/** Waits until the wall has a window of its own. */
const standsAlone = (app: ElectronApplication) =>
  expect
    .poll(
      () =>
        ask(app, ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().some(({ webContents }) =>
            webContents.getURL().includes('stage.html'),
          ),
        ),
      { timeout: 30_000, intervals: [20] },
    )
    .toBe(true)

/** The window whose page has this in its address: never by order, and never before it has one. */
async function windowAt(app: ElectronApplication, part: string): Promise<Page> {
  await expect.poll(() => found(app, part) !== undefined, { timeout: 30_000, intervals: [20] }).toBe(true)
  const page = found(app, part) as Page
  await page.waitForLoadState('domcontentloaded')
  return page
}

/** Starts the real app on a real profile. */
export async function startApp(options: StartOptions = {}): Promise<StartedApp> {
  const profile = options.profile ?? newProfile()
  const app = await _electron.launch({
    executablePath: executable(),
    args: [root, `--user-data-dir=${profile}`, ...machineSwitches(), ...(options.args ?? [])],
    colorScheme: null,
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...(process.env as Record<string, string>), TZ: 'Europe/Berlin', LANG: 'en_GB.UTF-8' },
  })
  const console = await windowAt(app, 'console.html')
  if (options.screen !== 'asked') await answerScreen(console)
  if (options.size) await resize(app, 'console.html', options.size)
  return {
    app,
    profile,
    console,
    stage: async () => {
      if (options.screen !== 'asked') await standsAlone(app)
      return windowAt(app, 'stage.html')
    },
    quit: async () => {
      await app.close()
      if (!options.keepProfile) rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Gives a window's page an exact size in pixels. */
export async function resize(
  app: ElectronApplication,
  part: string,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  // The same size given twice is the same: it may be asked again like a question that changes nothing.
  const wanted = { part, ...size }
  await ask(
    app,
    ({ BrowserWindow }, { part, width, height }: typeof wanted) => {
      const window = BrowserWindow.getAllWindows().find((candidate) =>
        candidate.webContents.getURL().includes(part),
      )
      window?.setContentSize(width, height)
    },
    wanted,
  )
}

/** Gives the wall's window an exact size, and waits until its page has it. */
export async function resizeStage(
  { app, stage }: StartedApp,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const page = await stage()
  await expect(async () => {
    await resize(app, 'stage.html', size)
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height])
  }).toPass({ timeout: 10_000, intervals: [50, 100, 200] })
}
