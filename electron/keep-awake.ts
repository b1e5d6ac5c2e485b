import type { PowerSaveBlocker } from 'electron'

export interface KeepAwake {
  /** Asking twice changes nothing. */
  readonly set: (wish: 'on' | 'off') => void
  /** Whether the computer has it that the display must not sleep. */
  readonly isOn: () => boolean
}

/** Keeps the display from sleeping while a session runs, or a room is checked. */
export function createKeepAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>): KeepAwake {
  let held: number | null = null
  return {
    set: (wish) => {
      if (wish === 'on' && held === null) held = blocker.start('prevent-display-sleep')
      if (wish === 'off' && held !== null) {
        blocker.stop(held)
        held = null
      }
    },
    isOn: () => held !== null && blocker.isStarted(held),
  }
}
