import { useLayoutEffect } from 'react'

/** Esc goes back, from the moment the screen stands. */
export function useBackKey(onBack: () => void): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      onBack()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [onBack])
}
