import { useEffect, useState } from 'react'

/** Counts whole seconds down to nothing; gives how many are left, and how to begin. */
export function useWait(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}
