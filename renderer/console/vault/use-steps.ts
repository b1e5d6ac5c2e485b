import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

const isField = (target: EventTarget | null) => target instanceof HTMLInputElement

/** Where the keys belong in a part of the screen: its field (not one that only stands beside), its filled button, its first button, the part itself. */
const firstIn = (box: HTMLElement): HTMLElement =>
  box.querySelector<HTMLElement>('input:not([data-beside])') ??
  box.querySelector<HTMLElement>('.button.filled:not(:disabled)') ??
  box.querySelector<HTMLElement>('button:not(:disabled)') ??
  box

/**
 * With every new step the keys go where that step is settled, so that Enter does what its filled button says. `later`: not with the
 * first one, which shows beside other things.
 */
export function useStepFocus<Box extends HTMLElement>(
  step: string,
  from: 'first' | 'later' = 'first',
): RefObject<Box | null> {
  const box = useRef<Box>(null)
  const before = useRef(from === 'later' ? step : null)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    if (box.current === null) return
    firstIn(box.current).focus()
    box.current.scrollIntoView({ block: 'nearest' })
  }, [step])
  useEffect(() => {
    const part = box.current
    // A key that is held down does not run through the steps: each is pressed for itself.
    const held = (event: KeyboardEvent) => {
      if (event.repeat && (event.key === 'Enter' || event.key === ' ') && !isField(event.target))
        event.preventDefault()
    }
    part?.addEventListener('keydown', held)
    return () => part?.removeEventListener('keydown', held)
  }, [])
  return box
}

/** Esc goes back one step, before it leaves the screen; null where there is none. */
export function useStepBack(onBack: (() => void) | null): void {
  // With the screen itself, not after it is painted: a key pressed as a step ends belongs to what comes then.
  useLayoutEffect(() => {
    if (onBack === null) return
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      onBack()
    }
    window.addEventListener('keydown', pressed, { capture: true })
    return () => window.removeEventListener('keydown', pressed, { capture: true })
  }, [onBack])
}
