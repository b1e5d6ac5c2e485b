import { useLayoutEffect } from 'react'
import type { KeyPress } from '../../../shared/commands/commands'
import { desktop } from '../../desktop'
import { pressOf } from '../use-keys'

const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn']

/** Hears every key of both windows before anybody else does; none of them does anything meanwhile. Null lets them through. */
export function usePresses(onPress: ((press: KeyPress) => void) | null): void {
  useLayoutEffect(() => {
    if (onPress === null) return
    const heard = (event: KeyboardEvent) => {
      if (event.isComposing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!event.repeat && !modifiers.includes(event.key)) onPress(pressOf(event))
    }
    window.addEventListener('keydown', heard, true)
    const stop = desktop().on('stageKey', (press) => {
      if (!modifiers.includes(press.key)) onPress(press)
    })
    return () => {
      window.removeEventListener('keydown', heard, true)
      stop()
    }
  }, [onPress])
}
