import { useEffect, useState } from 'react'
import type { DisplaysState } from '../../../shared/desktop-api'
import { desktop } from '../../desktop'
import { useWords } from '../../words/words'
import type { Banner } from '../frame'

/** The displays and how the wall stands on them, as they are now; null until that is known. */
export function useDisplays(): DisplaysState | null {
  const [state, setState] = useState<DisplaysState | null>(null)
  useEffect(() => {
    let current = true
    // An answer may come after news that is newer than itself: then the news holds.
    let told = false
    const stop = desktop().on('displaysChanged', (found) => {
      told = true
      setState(found)
    })
    void desktop()
      .displays()
      .then((found) => {
        if (current && !told) setState(found)
      })
    return () => {
      current = false
      stop()
    }
  }, [])
  return state
}

/** Whether a window of the app has the keys. */
export function useHasKeys(): boolean {
  const [has, setHas] = useState(true)
  useEffect(() => desktop().on('focusChanged', setHas), [])
  return has
}

/** What the displays have to say across the top: the wall's own is gone, or keys go elsewhere. */
export function useDisplayBanners(displays: DisplaysState | null): readonly Banner[] {
  const words = useWords().console.displays
  const hasKeys = useHasKeys()
  const list: Banner[] = []
  if (!hasKeys)
    list.push({
      id: 'keys-elsewhere',
      text: words.keysElsewhere,
      action: { words: words.clickHere, do: () => void desktop().thisScreen('front') },
    })
  if (displays?.lost)
    list.push({
      id: 'display-lost',
      text: words.lost,
      ...(displays.form === 'away'
        ? {
            action: {
              words: words.thisIsOnTheWall,
              do: () => void desktop().answerOneDisplay('on-the-wall'),
            },
          }
        : {}),
    })
  return list
}
