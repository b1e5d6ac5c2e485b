import type { PowerSaveBlocker } from 'electron'

/** Keeps the display from sleeping while a session runs. Asking twice changes nothing. */
export function createKeepAwake(
  blocker: Pick<PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>,
): (wish: 'on' | 'off') => void {
  let held: number | null = null
  return (wish) => {
    if (wish === 'on' && held === null) held = blocker.start('prevent-display-sleep')
    if (wish === 'off' && held !== null) {
      blocker.stop(held)
      held = null
    }
  }
}
