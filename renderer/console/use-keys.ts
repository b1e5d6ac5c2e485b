import { useLayoutEffect } from 'react'
import { meaningOf, type KeyMeaning, type KeyPlace, type KeyPress } from '../../shared/commands/commands'
import { desktop } from '../desktop'

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'surface'
  return target.matches('input, textarea, select, [contenteditable]') ? 'field' : 'surface'
}

/** A button that was reached by Tab keeps Space and Enter for itself. */
const ownKey = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.matches('button, a, [role="button"]') &&
  (event.key === ' ' || event.key === 'Enter')

/** One key handler for both windows: keys pressed on the wall arrive here too. */
export function useKeys(onKey: (meaning: KeyMeaning, place: KeyPlace) => void): void {
  // With the screen itself, not after it is painted: what stands there answers keys at once.
  useLayoutEffect(() => {
    const answer = (press: KeyPress, place: KeyPlace): boolean => {
      const meaning = meaningOf(press, place)
      if (meaning !== null) onKey(meaning, place)
      return meaning !== null
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || ownKey(event)) return
      const press = {
        key: event.key,
        code: event.code,
        control: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
      }
      if (answer(press, placeOf(event.target))) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    const stop = desktop().on('stageKey', (press) => answer(press, 'surface'))
    return () => {
      window.removeEventListener('keydown', pressed)
      stop()
    }
  }, [onKey])
}
