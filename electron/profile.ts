import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether this computer lets the app write where it keeps things. */
export function canWrite(folder: string): boolean {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
    return true
  } catch {
    // Said to the person in a window of its own: see main.ts.
    return false
  }
}
