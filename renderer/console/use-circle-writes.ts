import { useRef, useState } from 'react'
import type { Circle } from '../../shared/circle/circle'
import { takesOut } from '../data/becoming'
import { writeState, type OpenCircle } from '../data/circles'
import { keepCopy } from '../data/packs'

/** A circle's record while it is changed; each change is shown at once and written behind it. */
export interface CircleWrites {
  /** As it is shown. */
  readonly circle: Circle
  /** As it is now, also before the next drawing. */
  readonly latest: () => Circle
  readonly change: (next: Circle) => void
  /** Whether the last change could not be written: then everything is as it was before. */
  readonly failed: boolean
  /** Resolves when everything is on disk. */
  readonly settled: () => Promise<void>
}

export function useCircleWrites(open: OpenCircle, onChanged: (open: OpenCircle) => void): CircleWrites {
  const [circle, setCircle] = useState(open.circle)
  const [failed, setFailed] = useState(false)
  const shown = useRef(open.circle)
  const written = useRef(open)
  const writing = useRef(Promise.resolve())
  const show = (next: Circle) => {
    shown.current = next
    setCircle(next)
  }
  /** Writes what is shown by then: of several quick changes the last one holds them all. */
  const write = async () => {
    const next = shown.current
    if (next === written.current.circle) return
    const before = written.current
    try {
      written.current = await writeState(before, { ...before, circle: next })
      setFailed(false)
      onChanged(written.current)
    } catch (reason) {
      console.warn(`The circle was not written: ${(reason as Error).name}`)
      show(before.circle)
      setFailed(true)
      return
    }
    // Copies from before something was taken out do not open any more.
    if (takesOut(before, written.current))
      await keepCopy(written.current, 'backup', 'all').catch((reason: unknown) =>
        console.warn(`No copy of the circle was written: ${(reason as Error).name}`),
      )
  }
  return {
    circle,
    latest: () => shown.current,
    change: (next) => {
      show(next)
      writing.current = writing.current.then(write)
    },
    failed,
    settled: () => writing.current,
  }
}
