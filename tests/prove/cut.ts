// Ends the app in the middle of something: at a random instant, or right when what lies on the disk is seen to change.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { isAlive, killAll, treeOf } from '../kills/processes'
import { keysIn, type Folders, type Running } from './app'

/** When a kill comes: so many milliseconds after the press, or after the first change of what is named. */
export interface Instant {
  readonly after: 'the press' | 'the keys' | 'the rows'
  readonly wait: number
}

/** How soon after a press or a change on the disk a kill comes, at most; in milliseconds. */
const soon = { 'the press': 30, 'the keys': 12, 'the rows': 12 } as const
/** How long a kill waits for something to change. */
const patience = 3000

/** Of four kills one comes anywhere in the whole length, one soon after the press, one while the keys are written, one while the rows are. */
export function drawInstant(chance: () => number, whole: number): Instant {
  const drawn = Math.floor(chance() * 4)
  if (drawn === 0) return { after: 'the press', wait: chance() * whole }
  const after = (['the press', 'the keys', 'the rows'] as const)[drawn - 1] ?? 'the press'
  return { after, wait: chance() * soon[after] }
}

const database = 'IndexedDB/app_circle_0.indexeddb.leveldb'

/** What can be seen of the files that an instant waits for. */
function seenOf(folders: Folders, after: 'the keys' | 'the rows'): string {
  const [folder, end] =
    after === 'the keys' ? [keysIn(folders), '.key'] : [join(folders.profile, database), '.log']
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => statSync(join(folder, name), { bigint: true, throwIfNoEntry: false }))
    .map((file) => `${file?.size} ${file?.mtimeNs}`)
    .join()
}

/** Begins something, and ends every process at the instant. Gives how many milliseconds after the press that was. */
export async function cut(
  { app, folders }: Running,
  press: () => Promise<unknown>,
  { after, wait }: Instant,
): Promise<number> {
  const pid = app.process().pid
  if (pid === undefined) throw new Error('The app has no process.')
  const pids = treeOf(pid)
  const closed = app.waitForEvent('close')
  const before = after === 'the press' ? '' : seenOf(folders, after)
  const pressed = performance.now()
  // What was begun may be cut off with everything else: that is what is tried here.
  void press().catch(() => undefined)
  await turn()
  if (after !== 'the press')
    while (seenOf(folders, after) === before && performance.now() - pressed < patience) await turn()
  const from = performance.now()
  while (performance.now() - from < wait) await turn()
  killAll(pids)
  const took = performance.now() - pressed
  await closed
  await expect.poll(() => pids.filter(isAlive), { intervals: [10] }).toEqual([])
  return took
}
