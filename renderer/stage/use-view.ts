import { useCallback, useEffect, useState } from 'react'
import { instantOf, type Instant } from '../../shared/basics/time'
import type { StageBridge } from '../../shared/desktop-api'
import type { StageView } from '../../shared/stage/stage-view'
import { forgetMeasured } from '../ui/measure'

/** What the stage makes of what came in: anything that is not a view of this version is dropped. */
function readView(found: unknown): StageView | null {
  if (typeof found !== 'object' || found === null) return null
  const view = found as Partial<StageView>
  const sound =
    view.kind === 'stage-view' &&
    view.version === 1 &&
    typeof view.sentAt === 'number' &&
    Array.isArray(view.seats) &&
    typeof view.face === 'object'
  return sound ? (view as StageView) : null
}

const steady = () => performance.timeOrigin + performance.now()

/** The latest view, and the console's steady time as the stage reckons it on. */
export function useView(bridge: StageBridge | undefined): {
  readonly view: StageView | null
  readonly read: () => Instant
} {
  const [state, setState] = useState<{ view: StageView; ahead: number } | null>(null)
  useEffect(
    () =>
      bridge?.onView((found) => {
        const view = readView(found)
        if (view === null) return
        forgetMeasured()
        setState({ view, ahead: view.sentAt - steady() })
      }),
    [bridge],
  )
  const ahead = state?.ahead ?? 0
  const read = useCallback(() => instantOf(steady() + ahead), [ahead])
  return { view: state?.view ?? null, read }
}
