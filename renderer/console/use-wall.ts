import { useEffect, useMemo, useState } from 'react'
import { instantOf, type Instant } from '../../shared/basics/time'
import type { Session } from '../../shared/session/session'
import { withTone } from '../../shared/sound/twin'
import { nextChange, projectStage } from '../../shared/stage/project-stage'
import type { StageOptions, StageView, ToneView } from '../../shared/stage/stage-view'
import type { Settings } from '../../shared/settings'
import { desktop } from '../desktop'
import { wordsOf } from '../words/words'

/** How the wall is drawn, from this computer's settings. */
export function stageOptions(settings: Settings): StageOptions {
  const words = wordsOf(settings.language)
  return {
    theme: settings.stageTheme,
    language: words.language,
    direction: words.direction,
    time: settings.time,
    hours: settings.hours,
    motion: settings.motion === 'none' ? 'none' : 'calm',
  }
}

/** Sends the view to the wall whenever it changes, also when only time changes it; gives the view that was sent. */
export function useWall(
  session: Session,
  read: () => Instant,
  { settings, tone }: { readonly settings: Settings; readonly tone: ToneView | null },
): StageView {
  const [turned, setTurned] = useState(() => ({ at: read() }))
  const view = useMemo(
    () =>
      withTone(projectStage(session, instantOf(Math.max(turned.at, read())), stageOptions(settings)), tone),
    [session, read, settings, tone, turned],
  )
  useEffect(() => {
    desktop().showOnStage(view)
  }, [view])
  useEffect(() => {
    const at = nextChange(session, read())
    if (at === null) return
    const timer = setTimeout(() => setTurned({ at: read() }), Math.max(0, at - read()) + 1)
    return () => clearTimeout(timer)
  }, [session, read, turned])
  return view
}

/** A picture of the wall as it is: taken anew when the view has changed, and every ten seconds. */
export function usePicture(view: StageView): string | null {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    const take = () => {
      void desktop()
        .pictureOfStage()
        .then((found) => {
          if (current) setPicture(found)
        })
    }
    const soon = setTimeout(take, 150)
    const settled = setTimeout(take, 900)
    const again = setInterval(take, 10_000)
    return () => {
      current = false
      clearTimeout(soon)
      clearTimeout(settled)
      clearInterval(again)
    }
  }, [view])
  return picture
}
