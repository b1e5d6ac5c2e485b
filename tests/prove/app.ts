// Starts the app on folders of its own: whatever it writes outside its profile is found too.
import type {} from '../../renderer/vite-env'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { isAlive, killAll, treeOf } from '../kills/processes'
import { ask, machineSwitches, root } from '../support/app'
import { listen } from '../support/main-process'

/** Where everything of this run lies. */
export const work = process.env['CIRCLET_PROVE'] ?? ''
/** Whether this is the short form, as `npm test` runs it. */
export const isShort = process.env['CIRCLET_PROVE_FORM'] === 'short'
/** The app as it is, and the one whose seal seals nothing. */
export const apps = { sealed: root, plain: join(work, 'plain') } as const
export type Build = keyof typeof apps

export interface Folders {
  /** All of it: profile, temporary files, home. */
  readonly all: string
  readonly profile: string
}

/** Fresh folders, or those of that name. */
export function foldersOf(name: string): Folders {
  const all = join(work, name)
  for (const part of ['profile', 'temp', 'home']) mkdirSync(join(all, part), { recursive: true })
  return { all, profile: join(all, 'profile') }
}

/** Copies folders of an app that has ended; what it locked itself with stays behind. */
export function copyFolders(from: Folders, name: string): Folders {
  rmSync(join(work, name), { recursive: true, force: true })
  cpSync(from.all, join(work, name), {
    recursive: true,
    filter: (path) => !basename(path).startsWith('Singleton'),
  })
  return foldersOf(name)
}

/** Where a circle's keys and packs lie. */
export const keysIn = ({ profile }: Folders): string => join(profile, 'circles')

/** The one circle of a profile. */
export function circleIn(folders: Folders): string {
  const [first] = readdirSync(keysIn(folders)).filter((name) => name.endsWith('.1.key'))
  if (first === undefined) throw new Error('There is no circle.')
  return first.slice(0, -'.1.key'.length)
}

export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folders: Folders
  /** Everything the app has printed, its pages too. */
  readonly printed: () => string
  readonly wall: () => Promise<Page>
  readonly quit: () => Promise<void>
  /** Ends every process of it at once. */
  readonly kill: () => Promise<void>
}

const at = (app: ElectronApplication, part: string) =>
  app.windows().findLast((page) => page.url().includes(part) && !page.isClosed())

async function windowAt(app: ElectronApplication, part: string): Promise<Page> {
  await expect.poll(() => at(app, part) !== undefined, { timeout: 30_000, intervals: [20] }).toBe(true)
  const page = at(app, part) as Page
  await page.waitForLoadState('domcontentloaded')
  return page
}

/** Says, as soon as it is asked and after every reload, that nobody else sees this screen. */
async function answerScreen(page: Page): Promise<void> {
  const answer = () =>
    page
      .evaluate(() => {
        const bridge = window.circlet
        if (!bridge) return
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

/** How long a start may take, in milliseconds. */
const longestStart = 40_000

/**
 * Starts one of the two apps. Where the driver itself loses the answer that it waits for (V8's inspector holds it weakly), it is
 * started once more, and that is said.
 */
async function launch(build: Build, folders: Folders, again = true): Promise<ElectronApplication> {
  const temp = join(folders.all, 'temp')
  const home = join(folders.all, 'home')
  const launched = _electron.launch({
    timeout: longestStart,
    executablePath: process.env['CIRCLET_TEST_ELECTRON'] ?? '',
    args: [apps[build], `--user-data-dir=${folders.profile}`, ...machineSwitches()],
    colorScheme: null,
    chromiumSandbox: process.getuid?.() !== 0,
    env: {
      ...(process.env as Record<string, string>),
      TZ: 'Europe/Berlin',
      LANG: 'en_GB.UTF-8',
      TMPDIR: temp,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_DATA_HOME: join(home, '.local/share'),
    },
  })
  return launched.catch((reason: unknown) => {
    if (!again || !(reason as Error).message.includes('Timeout')) throw reason
    process.stdout.write('           (a start was not answered in 40 s, and was made once more)\n')
    return launch(build, folders, false)
  })
}

/** Starts one of the two apps on its folders. */
export async function start(build: Build, folders: Folders): Promise<Running> {
  const app = await launch(build, folders)
  const printed = listen(app)
  const said: string[] = []
  const hear = (page: Page) => void page.on('console', (message) => said.push(message.text()))
  app.on('window', hear)
  app.windows().forEach(hear)
  const page = await windowAt(app, 'console.html')
  await answerScreen(page)
  return {
    app,
    page,
    folders,
    printed: () => [printed(), ...said].join('\n'),
    wall: async () => {
      await expect
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
      return windowAt(app, 'stage.html')
    },
    quit: () => app.close(),
    kill: async () => {
      const pid = app.process().pid
      if (pid === undefined) throw new Error('The app has no process.')
      const pids = treeOf(pid)
      const closed = app.waitForEvent('close')
      killAll(pids)
      await closed
      await expect.poll(() => pids.filter(isAlive), { intervals: [10] }).toEqual([])
    },
  }
}
