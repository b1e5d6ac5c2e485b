import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './say.mjs'

const folder = join(tmpdir(), 'circlet-desktop-lock')
const owner = join(folder, 'pid')

function isHeld() {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return true
  } catch {
    // No such process, or no file yet: the lock is stale and may be taken.
    return false
  }
}

/** Waits until no other Electron of ours runs on this computer, then holds the lock until this process ends. */
export async function takeDesktopLock() {
  for (let told = false; ;) {
    try {
      mkdirSync(folder)
      writeFileSync(owner, String(process.pid))
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
      return
    } catch {
      // Somebody holds it: say so once, and look again.
      if (!isHeld()) rmSync(folder, { recursive: true, force: true })
      else if (!told) {
        say('Another run drives Electron on this computer. Waiting for it to end.')
        told = true
      }
      await wait(500)
    }
  }
}
