import { useEffect } from 'react'
import type { Settings } from '../../../shared/settings'

/** Gives the console's words their size; the wall has its own, and the strip under it keeps its height. */
export function useTextSize(size: Settings['textSize']): void {
  useEffect(() => {
    document.documentElement.dataset['textSize'] = size
  }, [size])
}
