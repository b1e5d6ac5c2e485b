import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './say.mjs'

const lock = join(tmpdir(), 'circlet-desktop.lock')

const owner = () => Number(readFileSync(lock, 'utf8'))

function isMine() {
  try {
    return owner() === process.pid
  } catch {
    // Given back already.
    return false
  }
}

function isHeld() {
  try {
    process.kill(owner(), 0)
    return true
  } catch {
    // Its owner is gone, or it has just been given back.
    return false
  }
}

/** Takes the lock if nobody has it. The file appears with its owner's number in it, or not at all. */
function take() {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, lock)
    return true
  } catch {
    // Somebody has it.
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Waits until no other Electron of ours runs on this computer, then holds the lock; gives how to give it back. Ends with this process. */
export async function takeDesktopLock() {
  let told = false
  while (!take()) {
    if (!isHeld()) rmSync(lock, { force: true })
    else if (!told) {
      say('Another run drives Electron on this computer. Waiting for it to end.')
      told = true
    }
    await wait(300)
  }
  const release = () => {
    if (isMine()) rmSync(lock, { force: true })
  }
  process.on('exit', release)
  return release
}
