import { useEffect, useState } from 'react'
import { desktop } from '../../desktop'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea')

/** Whether a key, by its place on the keyboard, is down now; wherever the focus is, and never longer than the app has it. */
export function useHeldKey(code: string): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.code !== code || isTyping(event.target)) return
      event.preventDefault()
      setHeld(true)
    }
    const up = (event: KeyboardEvent) => {
      if (event.code === code) setHeld(false)
    }
    const letGo = () => setHeld(false)
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', letGo)
    const stops = [
      desktop().on('stageKey', (press) => {
        if (press.code === code) setHeld(true)
      }),
      desktop().on('stageKeyUp', (press) => {
        if (press.code === code) setHeld(false)
      }),
      desktop().on('focusChanged', letGo),
    ]
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', letGo)
      stops.forEach((stop) => stop())
    }
  }, [code])
  return held
}
