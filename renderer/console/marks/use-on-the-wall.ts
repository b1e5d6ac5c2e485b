import { useEffect, useState } from 'react'
import type { DisplaysState } from '../../../shared/desktop-api'
import { desktop } from '../../desktop'

/** Whether the wall shows what this screen shows, as far as the computer can tell. */
const showsThisScreen = ({ form, mirrored }: DisplaysState): boolean =>
  mirrored || form === 'strip' || form === 'away'

/** Whether what stands here stands on the wall too; null until that is known. */
export function useOnTheWall(): boolean | null {
  const [onTheWall, setOnTheWall] = useState<boolean | null>(null)
  useEffect(() => {
    const heard = (state: DisplaysState) => setOnTheWall(showsThisScreen(state))
    void desktop().displays().then(heard)
    return desktop().on('displaysChanged', heard)
  }, [])
  return onTheWall
}
