import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Millis } from '../../shared/basics/time'
import type { Proposal } from '../../shared/circle/rota'
import type { EventBody } from '../../shared/session/events'
import type { Settings } from '../../shared/settings'
import type { LiveSession } from '../data/live-session'
import type { SteadyClock } from '../data/steady-clock'
import { desktop } from '../desktop'
import { useNow } from '../hooks/use-now'
import { useTone } from '../sound/use-tone'
import { useWords } from '../words/words'
import { Banners, BottomLine, TopLine, useSessionBanners, type Banner } from './frame'
import { Close, type AskWho, type MarksPage } from './close/close'
import { useDisplayBanners, useDisplays } from './displays/use-displays'
import { NeverLost } from './never-lost'
import { PaperScreen } from './paper/paper-screen'
import { usePaper } from './paper/use-paper-key'
import { Run } from './run/run'
import { sayView } from './say-view'
import { SingleScreenStrip } from './single-screen/strip'
import { SleepCover } from './sleep-cover'
import { useConductor } from './use-conductor'
import { useDue } from './use-due'
import { useSpoken } from './use-spoken'
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
  /** In practice, a line under the top line; as a note where there is only the strip under the wall. */
  readonly ribbon?: { readonly line: ReactNode; readonly note: Banner }
  readonly onClosed: () => void
  /** Whom the rota would ask for next time; asked once the session is closed. */
  readonly forNextTime: () => readonly Proposal[]
  readonly onSettle: (events: readonly EventBody[]) => void
  readonly onDone: () => void
  /** How many copies held what is forgotten; null until it stands on disk. */
  readonly copies: number | null
  /** Where nobody has said yet who can open the circle. */
  readonly whoOpens?: AskWho | null
  /** Where the closed session’s circle can keep what members mark for themselves. */
  readonly marks?: MarksPage | null
}

/** The console around a session: seats, run, close, each under the same top line and banners. */
export function SessionScreen({
  live,
  clock,
  settings,
  notices,
  away,
  ribbon,
  onClosed,
  forNextTime,
  onSettle,
  onDone,
  copies,
  whoOpens = null,
  marks = null,
}: SessionScreenProps) {
  const words = useWords()
  const state = useSyncExternalStore(live.subscribe, live.state)
  const { session } = state
  const now = useNow(clock.now, session.course === 'closed' ? 'standing' : 'running')
  const conductor = useConductor(live, now, onClosed)
  const tone = useTone(session, clock.now, settings)
  const view = useWall(session, clock.now, { settings, tone })
  const picture = usePicture(view)
  const { slept, putAway } = useWatch(live, clock)
  useDue(live, session)
  useSpoken({ state, view, now })
  const proposals = useMemo(
    () => (session.course === 'closed' ? forNextTime() : []),
    [session.course, forNextTime],
  )
  const wall = useStageBanners()
  const displays = useDisplays()
  const screens = useDisplayBanners(displays)
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
    void desktop().thisScreen(session.course === 'closed' ? 'may-sleep' : 'awake')
  }, [session.course])

  // Under the wall there is no place for it: the room would read along.
  const hasPlace = displays !== null && displays.form !== 'strip' && session.course !== 'closed'
  const paper = usePaper(hasPlace ? 'here' : 'none')

  const outOfOrder = [...banners, ...awayBanner, ...sleptBanner, ...screens, ...wall]
  // Until it is known who sees this screen, nothing stands on it.
  if (displays === null) return <div className="screen" />
  if (displays.form === 'strip')
    return (
      <SingleScreenStrip
        conductor={conductor}
        now={now}
        displays={displays}
        banners={ribbon ? [...outOfOrder, ribbon.note] : outOfOrder}
        onDone={onDone}
      />
    )
  return (
    <div className="screen">
      <TopLine
        circle={session.plan.circleName}
        sees={sayView(view, words)}
        now={now}
        hours={settings.hours}
      />
      {ribbon?.line}
      <Banners banners={[...outOfOrder, ...notices]} />
      {session.course !== 'closed' && (
        <NeverLost>
          {session.course === 'waiting' ? (
            <WhoIsHere conductor={conductor} picture={picture} />
          ) : (
            <Run conductor={conductor} now={now} hours={settings.hours} picture={picture} />
          )}
        </NeverLost>
      )}
      {session.course === 'closed' && (
        <Close
          session={session}
          proposals={proposals}
          onSettle={onSettle}
          onDone={onDone}
          copies={copies}
          whoOpens={whoOpens}
          marks={marks}
        />
      )}
      {session.course === 'running' && <BottomLine conductor={conductor} />}
      {paper.wanted && (
        <PaperScreen session={session} now={now} hours={settings.hours} ways="pdf" onClose={paper.close} />
      )}
      <SleepCover />
    </div>
  )
}

/** What has happened to the wall's window. */
function useStageBanners(): readonly Banner[] {
  const { banners } = useWords().console
  const [state, setState] = useState<'open' | 'restarted' | 'closed'>('open')
  const open = useCallback(() => {
    void desktop()
      .setStage('open')
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
