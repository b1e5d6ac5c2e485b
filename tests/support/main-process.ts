import type {} from '../../renderer/vite-env'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { ask, newProfile, startApp, type StartedApp } from './app'

/** A test that gets a started app of its own, and need not end it. */
export const test = base.extend<{ readonly started: StartedApp }>({
  started: async ({}, use) => {
    const started = await startApp()
    await use(started)
    await started.quit()
  },
})

/** Starts the app, uses it, and ends it whatever happens. */
export async function withApp<Result>(
  options: Parameters<typeof startApp>[0],
  use: (started: StartedApp) => Promise<Result>,
): Promise<Result> {
  const started = await startApp(options)
  try {
    return await use(started)
  } finally {
    await started.quit()
  }
}

/** Opens the wall as the console does; gives its page. */
export async function openStage({ console, stage }: StartedApp): Promise<Page> {
  await console.evaluate(() => window.circlet?.setStage('open'))
  return stage()
}

/** How many windows there are. */
export const countWindows = (app: ElectronApplication): Promise<number> =>
  ask(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** Collects what the app prints from now on. */
export function listen(app: ElectronApplication): () => string {
  const parts: string[] = []
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (part: Buffer) => parts.push(part.toString('utf8')))
  }
  return () => parts.join('')
}

/** Begins a circle from home as a person does, up to who is here. */
export async function beginCircle(console: Page, names: readonly string[]): Promise<void> {
  await console.getByRole('button', { name: 'Start a circle' }).click()
  await console.getByLabel('Who is here?').fill(names.join('\n'))
  await console.getByRole('button', { name: `Begin with ${names.length} people` }).click()
  await console.getByRole('heading', { name: 'Who is here' }).waitFor()
}

/** A profile with files in it. */
export function profileWith(files: Readonly<Record<string, string | Buffer>>): string {
  const profile = newProfile()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(profile, name), content)
  return profile
}

export interface Opener {
  /** The addresses that the system's opener was called with. */
  readonly called: () => readonly string[]
  readonly remove: () => void
}

/** Puts an `xdg-open` of our own first on the path: it only writes down what it was asked to open. */
export function watchOpener(): Opener {
  const folder = mkdtempSync(join(tmpdir(), 'circlet-opener-'))
  const log = join(folder, 'called')
  const before = process.env['PATH'] ?? ''
  for (const name of ['xdg-open', 'gio', 'kde-open', 'gvfs-open', 'xdg-email']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "$@" >> '${log}'\n`)
    chmodSync(join(folder, name), 0o755)
  }
  process.env['PATH'] = `${folder}${delimiter}${before}`
  return {
    called: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    remove: () => {
      process.env['PATH'] = before
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A folder of its own in the system's place for such, and how to remove it. */
export function newFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'circlet-folder-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
