import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Esc leaves a panel, unless it means something in a field beside it. */
export function useLeave(onLeave: () => void): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      const { target } = event
      const inField = target instanceof HTMLElement && target.matches('input, textarea, select')
      if (inField && !panel.current?.contains(target)) return
      event.preventDefault()
      onLeave()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [onLeave])
  return panel
}
