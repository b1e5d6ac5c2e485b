import { statfsSync } from 'node:fs'
import type { PowerMonitor } from 'electron'
import type { RoomFacts } from '../shared/desktop-api'
import type { KeepAwake } from './keep-awake'

/** How much room is left on the disk of a folder, in millions of bytes; null where the system does not tell. */
function freeMegabytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return Math.floor((bavail * bsize) / 1_000_000)
  } catch (reason) {
    console.warn(`The room on the disk can't be seen: ${(reason as NodeJS.ErrnoException).code ?? 'unknown'}`)
    return null
  }
}

/** Looks at what a room needs of this computer. */
export const readRoom = (
  folder: string,
  power: Pick<PowerMonitor, 'isOnBatteryPower'>,
  { isOn }: KeepAwake,
): RoomFacts => ({
  power: power.isOnBatteryPower() ? 'battery' : 'plugged-in',
  freeMegabytes: freeMegabytes(folder),
  awake: isOn(),
})
