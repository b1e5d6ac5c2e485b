import { useEffect, useRef, type ReactNode } from 'react'

/**
 * The session's own part of the page. What had the focus may vanish under somebody's hands: a sheet that closes, a button whose
 * moment is over. Then the run surface takes it, so that whoever hears the page, or goes by Tab, is never sent to its beginning.
 */
export function NeverLost({ children }: { readonly children: ReactNode }) {
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = page
    if (current === null) return
    const hold = () => {
      const surface = current.firstElementChild
      if (document.activeElement !== document.body || !(surface instanceof HTMLElement)) return
      surface.tabIndex = -1
      surface.focus({ preventScroll: true })
    }
    // Never in the middle of a Tab: between two places the focus is for a moment nowhere.
    const soon = () => void setTimeout(hold)
    const vanished = new MutationObserver(soon)
    vanished.observe(current, { childList: true, subtree: true })
    document.addEventListener('focusout', soon)
    hold()
    return () => {
      vanished.disconnect()
      document.removeEventListener('focusout', soon)
    }
  }, [])
  return (
    <main className="session" ref={page}>
      {children}
    </main>
  )
}
