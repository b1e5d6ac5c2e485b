import { useLayoutEffect } from 'react'
import type { KeyMeaning, KeyPlace, KeyPress } from '../../shared/commands/commands'
import { meaningOf } from '../../shared/commands/keymap'
import { desktop } from '../desktop'
import { useKeymap } from './keys/use-keymap'

/** Where a key was pressed. */
export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'surface'
  return target.matches('input, textarea, select, [contenteditable]') ? 'field' : 'surface'
}

/** A key of this window, as commands know keys. */
export const pressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  control: event.ctrlKey || event.metaKey,
  shift: event.shiftKey,
  alt: event.altKey,
})

/** A button that was reached by Tab keeps Space and Enter for itself. */
export const isButtonsOwn = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.matches('button, a, [role="button"]') &&
  (event.key === ' ' || event.key === 'Enter')

/** One key handler for both windows: keys pressed on the wall arrive here too. Without one, commands sleep. */
export function useKeys(onKey: ((meaning: KeyMeaning, place: KeyPlace) => void) | null): void {
  const keymap = useKeymap()
  // With the screen itself, not after it is painted: what stands there answers keys at once.
  useLayoutEffect(() => {
    if (onKey === null) return
    const answer = (press: KeyPress, place: KeyPlace): boolean => {
      const meaning = meaningOf(press, place, keymap)
      if (meaning !== null) onKey(meaning, place)
      return meaning !== null
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || isButtonsOwn(event)) return
      if (answer(pressOf(event), placeOf(event.target))) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    const stop = desktop().on('stageKey', (press) => answer(press, 'surface'))
    return () => {
      window.removeEventListener('keydown', pressed)
      stop()
    }
  }, [onKey, keymap])
}
