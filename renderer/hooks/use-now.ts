import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Instant } from '../../shared/basics/time'

/** The present instant, renewed with each displayed second; stands still when nothing runs. */
export function useNow(read: () => Instant, wish: 'running' | 'standing'): Instant {
  const held = useRef<{ read: () => Instant; at: Instant } | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const tick = () => {
        const at = read()
        held.current = { read, at }
        listener()
        if (wish === 'running') timer = setTimeout(tick, 1000 - (at % 1000) + 5)
      }
      tick()
      return () => clearTimeout(timer)
    },
    [read, wish],
  )
  const snapshot = useCallback(() => {
    if (held.current?.read !== read) held.current = { read, at: read() }
    return held.current.at
  }, [read])
  return useSyncExternalStore(subscribe, snapshot)
}
