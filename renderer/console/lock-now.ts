import { useLayoutEffect } from 'react'
import { meaningOf } from '../../shared/commands/keymap'
import { desktop } from '../desktop'
import { useKeymap } from './keys/use-keymap'
import { placeOf, pressOf } from './use-keys'

/** Under which name this page remembers the session that it is in. */
export const openKey = 'open-session'
const lockedKey = 'locked-session'

/** Whether the session that is gone on with was behind a lock: the wall told its time all along. Asked once. */
export function wasBehindLock(session: string): boolean {
  const was = sessionStorage.getItem(lockedKey) === session
  sessionStorage.removeItem(lockedKey)
  return was
}

/** Closes the circles that are protected and begins the page anew; where none is, nothing happens. The wall stays as it is. */
export async function lockNow(): Promise<void> {
  const { vaults } = await desktop().vaults()
  if (!vaults.some(({ state, ways }) => state === 'open' && !ways.includes('open'))) return
  await desktop().lockVaults()
  sessionStorage.setItem(lockedKey, sessionStorage.getItem(openKey) ?? '')
  location.reload()
}

/** The lock's key closes the circles, where no session has the keys; from the moment the screen stands. */
export function useLockKey(isOn: boolean): void {
  const keymap = useKeymap()
  useLayoutEffect(() => {
    if (!isOn) return
    const pressed = (event: KeyboardEvent) => {
      const meaning = meaningOf(pressOf(event), placeOf(event.target), keymap)
      if (event.isComposing || meaning?.kind !== 'command' || meaning.id !== 'lock') return
      event.preventDefault()
      void lockNow()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [isOn, keymap])
}
