import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Millis } from '../../shared/basics/time'
import type { Settings } from '../../shared/settings'
import type { LiveSession } from '../data/live-session'
import type { SteadyClock } from '../data/steady-clock'
import { desktop } from '../desktop'
import { useNow } from '../hooks/use-now'
import { useWords } from '../words/words'
import { Banners, BottomLine, TopLine, useSessionBanners, type Banner } from './frame'
import { Close } from './close/close'
import { Run } from './run/run'
import { sayView } from './say-view'
import { useConductor } from './use-conductor'
import { usePicture, useWall } from './use-wall'
import { useWatch } from './use-watch'
import { WhoIsHere } from './who-is-here/who-is-here'

interface SessionScreenProps {
  readonly live: LiveSession
  readonly clock: SteadyClock
  readonly settings: Settings
  readonly notices: readonly Banner[]
  /** How long the app was away before this session went on, where it is worth telling. */
  readonly away: Millis | null
  readonly onClosed: () => void
  readonly onDone: () => void
}

/** The console around a session: seats, run, close, each under the same top line and banners. */
export function SessionScreen({
  live,
  clock,
  settings,
  notices,
  away,
  onClosed,
  onDone,
}: SessionScreenProps) {
  const words = useWords()
  const { session } = useSyncExternalStore(live.subscribe, live.state)
  const now = useNow(clock.now, session.course === 'closed' ? 'standing' : 'running')
  const conductor = useConductor(live, now, onClosed)
  const view = useWall(session, clock.now, settings)
  const picture = usePicture(view)
  const { slept, putAway } = useWatch(live, clock)
  const wall = useStageBanners()
  const [toldAway, setToldAway] = useState(false)
  const banners = useSessionBanners(conductor, now, settings.hours)
  const awayBanner: Banner[] =
    away === null || toldAway
      ? []
      : [
          {
            id: 'away',
            text: words.console.banners.awayShort(Math.round(away / 1000)),
            action: { words: words.console.banners.gotIt, do: () => setToldAway(true) },
          },
        ]
  const sleptBanner: Banner[] =
    slept === null
      ? []
      : [
          {
            id: 'slept',
            text: words.console.banners.sleptShort(Math.round(slept / 1000)),
            action: { words: words.console.banners.gotIt, do: putAway },
          },
        ]
  useEffect(() => {
    void desktop().keepAwake(session.course === 'closed' ? 'off' : 'on')
  }, [session.course])

  return (
    <div className="screen">
      <TopLine
        circle={session.plan.circleName}
        sees={sayView(view, words)}
        now={now}
        hours={settings.hours}
      />
      <Banners banners={[...banners, ...awayBanner, ...sleptBanner, ...wall, ...notices]} />
      {session.course === 'waiting' && <WhoIsHere conductor={conductor} picture={picture} />}
      {session.course === 'running' && (
        <Run conductor={conductor} now={now} hours={settings.hours} picture={picture} />
      )}
      {session.course === 'closed' && <Close session={session} onDone={onDone} />}
      {session.course === 'running' && <BottomLine conductor={conductor} />}
    </div>
  )
}

/** What has happened to the wall's window. */
function useStageBanners(): readonly Banner[] {
  const { banners } = useWords().console
  const [state, setState] = useState<'open' | 'restarted' | 'closed'>('open')
  const open = useCallback(() => {
    void desktop()
      .openStage()
      .then(() => setState('open'))
  }, [])
  useEffect(() => {
    const stops = [
      desktop().on('stageRestarted', () => setState('restarted')),
      desktop().on('stageClosed', () => setState('closed')),
    ]
    return () => stops.forEach((stop) => stop())
  }, [])
  if (state === 'restarted')
    return [
      {
        id: 'stage-back',
        text: banners.stageBack,
        action: { words: banners.gotIt, do: () => setState('open') },
      },
    ]
  if (state === 'closed')
    return [{ id: 'stage-closed', text: banners.stageClosed, action: { words: banners.openStage, do: open } }]
  return []
}
