import { useCallback, useEffect, useMemo, useState } from 'react'
import type { About, DisplaysState } from '../../../shared/desktop-api'
import { stepAfter, stepBefore, type CheckStep } from '../../../shared/room-check/steps'
import { clearerThan, themeFor, type StripeCount } from '../../../shared/room-check/theme-for'
import { namesToCheck, ticksOf, type Tick } from '../../../shared/room-check/ticks'
import { projectRoomCheck } from '../../../shared/stage/project-room-check'
import type { StageView } from '../../../shared/stage/stage-view'
import { settingValues, type Settings } from '../../../shared/settings'
import type { SteadyClock } from '../../data/steady-clock'
import { desktop } from '../../desktop'
import { play } from '../../sound/play'
import { useTwin } from '../../sound/use-tone'
import { useWords } from '../../words/words'
import { stageOptions } from '../use-wall'
import { hasLetters } from './letters'

export interface RoomCheck {
  readonly step: CheckStep
  /** What an answer has changed, in words; null where it changed nothing. */
  readonly note: string | null
  readonly view: StageView
  readonly go: (to: 'on' | 'back') => void
  /** The smallest line can't be read: the wall becomes clearer, as far as it can. */
  readonly clearer: () => void
  readonly count: (stripes: StripeCount) => void
  readonly sound: () => void
  readonly louder: () => void
}

interface Needs {
  readonly settings: Settings
  readonly clock: SteadyClock
}

const change = (wish: Partial<Settings>): void => void desktop().writeSettings(wish)

/** The room check: where it is, what it shows on the wall, and what each answer does. Never a word of a circle. */
export function useRoomCheck({ settings, clock }: Needs): RoomCheck {
  const words = useWords().console.roomCheck
  const [{ step, note }, setState] = useState<{ readonly step: CheckStep; readonly note: string | null }>({
    step: 'read',
    note: null,
  })
  const { tone, show } = useTwin()
  const { stageTheme, sound, volume } = settings
  const ring = useCallback(
    (loudness: Settings['volume']) => {
      void play(sound, loudness)
      show({ sound, since: clock.now() })
    },
    [sound, show, clock],
  )
  const enter = useCallback(
    (to: CheckStep, said: string | null = null) => {
      setState({ step: to, note: said })
      if (to === 'hear') ring(volume)
      else show(null)
    },
    [ring, show, volume],
  )
  const view = useMemo(
    () => projectRoomCheck(step, clock.now(), { options: stageOptions(settings), tone }),
    [step, clock, settings, tone],
  )
  useEffect(() => {
    desktop().showOnStage(view)
  }, [view])
  const clearer = () => {
    const to = clearerThan(stageTheme)
    if (to !== null) change({ stageTheme: to })
    setState({ step, note: to === null ? words.clearest : words.isNow(to) })
  }
  const count = (stripes: StripeCount) => {
    const to = themeFor(stripes, stageTheme)
    if (to !== stageTheme) change({ stageTheme: to })
    enter(stepAfter(step), to === stageTheme ? null : words.isNow(to))
  }
  const louder = () => {
    const next = settingValues.volume.find((loudness) => loudness === volume + 1)
    if (next === undefined) return setState({ step, note: words.hear.loudest })
    change({ volume: next })
    ring(next)
  }
  return {
    step,
    note,
    view,
    go: (to) => enter(to === 'on' ? stepAfter(step) : stepBefore(step)),
    clearer,
    count,
    sound: () => ring(volume),
    louder,
  }
}

/** Keeps the wall open and the computer awake while the room is checked. */
export function useOpenRoom(): void {
  useEffect(() => {
    void desktop().setStage('open')
    void desktop().thisScreen('awake')
    return () => {
      void desktop().setStage('closed')
      void desktop().thisScreen('may-sleep')
    }
  }, [])
}

/** What the computer sees by itself, looked at anew at each step and whenever a screen changes; null until then. */
export function useTicks(
  step: CheckStep,
  displays: DisplaysState | null,
  names: readonly string[],
): readonly Tick[] | null {
  const [room, setRoom] = useState<About['room'] | null>(null)
  useEffect(() => {
    let current = true
    void desktop()
      .about()
      .then((about) => {
        if (current) setRoom(about.room)
      })
    return () => {
      current = false
    }
  }, [step, displays])
  return useMemo(() => {
    if (room === null || displays === null) return null
    const named = namesToCheck(names)
    return ticksOf({ room, displays, named, letterless: named.filter((name) => !hasLetters(name)) })
  }, [room, displays, names])
}
