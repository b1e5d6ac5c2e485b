import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Gives the keys to a part of the page once it stands there. */
export function useFocusOn(page: RefObject<HTMLElement | null>): (selector: string) => void {
  const wanted = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const found = page.current?.querySelector<HTMLElement>(wanted.current)
    if (!found) return
    wanted.current = null
    found.focus()
    if (found instanceof HTMLInputElement) found.select()
  })
  return (selector) => {
    wanted.current = selector
  }
}
