import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { App } from 'electron'

/**
 * The folder that was asked for. Chromium, when it cannot make the one on the command line, quietly takes the usual one: then
 * what is written would lie where nobody looks for it.
 */
export function profileFolder(app: Pick<App, 'commandLine' | 'getPath'>): string {
  const asked = app.commandLine.getSwitchValue('user-data-dir')
  return asked === '' ? app.getPath('userData') : resolve(asked)
}

/** Makes a folder and those above it. Node's own way never comes back where a folder can neither be nor be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** Whether this computer lets the app write where it keeps things. */
export function canWrite(folder: string): boolean {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
    return true
  } catch {
    // Said to the person in a window of its own: see main.ts.
    return false
  }
}
