import { useCallback, useEffect, useMemo, useState } from 'react'
import type { About } from '../../shared/desktop-api'
import { readKeymap } from '../../shared/commands/keymap'
import { defaultSettings, type Settings } from '../../shared/settings'
import type { MemberId } from '../../shared/basics/ids'
import type { Circle } from '../../shared/circle/circle'
import type { OpenCircle } from '../data/circles'
import { writeWithCopies } from '../data/packs'
import { createSteadyClock } from '../data/steady-clock'
import { desktop } from '../desktop'
import { useWords, wordsOf, WordsProvider } from '../words/words'
import { weekday } from '../words/time'
import { Announcer } from './announcer'
import { Banners, type Banner } from './frame'
import { Home } from './home/home'
import { NewCircle } from './new-circle/new-circle'
import type { KnownCircles } from './read-circles'
import { useLaterScreens, type LaterScreens } from './later-screens'
import { KeymapProvider } from './keys/use-keymap'
import { lockNow } from './lock-now'
import { clearCutOffPractice } from './practice/rehearsal'
import { useTextSize } from './settings/use-text-size'
import { useCircles, type Circles } from './use-circles'
import { useLocking } from './use-locking'
import { ownText, saveText } from './vault/own-text'
import { WhoOpens } from './vault/who-opens'
import './vault/vault.css'

const clock = createSteadyClock()

function useSettings(): { readonly settings: Settings; readonly about: About | null } {
  const [settings, setSettings] = useState(defaultSettings)
  const [about, setAbout] = useState<About | null>(null)
  useEffect(() => {
    void desktop().readSettings().then(setSettings)
    void desktop().about().then(setAbout)
    return desktop().on('settingsChanged', setSettings)
  }, [])
  return { settings, about }
}

function useNotices(about: About | null): readonly Banner[] {
  const { banners } = useWords().console
  const [seen, setSeen] = useState<readonly string[]>([])
  const found: Banner[] = (about?.notices ?? []).map((id) => ({ id, text: banners.notices[id] }))
  if (about?.runtime === 'test') found.push({ id: 'test-runtime', text: banners.testRuntime })
  return found
    .filter(({ id }) => !seen.includes(id))
    .map((banner) => ({
      ...banner,
      action: { words: banners.gotIt, do: () => setSeen([...seen, banner.id]) },
    }))
}

/** Where somebody is while no session runs. */
type Place =
  | {
      readonly kind:
        'home' | 'new-circle' | 'practice' | 'settings' | 'keys' | 'room-check' | 'bring' | 'promise'
    }
  | {
      readonly kind: 'plan'
      readonly open: OpenCircle
      readonly facilitator: MemberId | null
      readonly nextTime: MemberId | null
    }
  | {
      readonly kind: 'history' | 'circle' | 'export' | 'methods' | 'marks' | 'questions'
      readonly open: OpenCircle
    }

const home: Place = { kind: 'home' }

/** Writes a change of a circle; gives whether it could be written. */
async function writeCircle(
  open: OpenCircle,
  make: (circle: Circle) => Circle,
  onWritten: (open: OpenCircle) => void,
): Promise<boolean> {
  try {
    onWritten(await writeWithCopies(open, { ...open, circle: make(open.circle) }))
    return true
  } catch (reason) {
    console.warn(`The circle was not changed: ${(reason as Error).name}`)
    return false
  }
}

/** Places whose screens are read after the first frame. */
const laterPlaces: readonly Place['kind'][] = [
  'bring',
  'circle',
  'export',
  'history',
  'keys',
  'marks',
  'methods',
  'plan',
  'practice',
  'promise',
  'questions',
  'room-check',
  'settings',
]

function Screens({ settings, about }: { readonly settings: Settings; readonly about: About | null }) {
  const words = useWords()
  const circles = useCircles(clock)
  const later = useLaterScreens()
  const notices = useNotices(about)
  const [place, setPlace] = useState(home)
  const goHome = useCallback(() => setPlace(home), [])
  useLocking(circles)
  const usualName = useMemo(
    () => words.console.newCircle.defaultName(weekday(clock.now(), words.language)),
    [words],
  )
  if (about?.trouble) return <Trouble trouble={about.trouble} />
  const isLater = circles.running !== null || laterPlaces.includes(place.kind)
  if (isLater && later === null) return <main className="page" />
  if (circles.running !== null && later !== null)
    return <Running {...{ circles, later, settings, notices }} running={circles.running} />
  if (circles.list === null || about === null) return <main className="page" />
  if (place.kind === 'practice' && later !== null)
    return <later.PracticeScreen settings={settings} notices={notices} onBack={goHome} />
  const library = place.kind === 'methods' || place.kind === 'questions' ? place : null
  const Library = library?.kind === 'methods' ? later?.MethodsScreen : later?.QuestionsScreen
  return (
    <div className="screen">
      <Banners banners={notices} />
      {place.kind === 'home' && (
        <Home
          list={circles.list}
          waits={circles.waits}
          now={clock.now()}
          hours={settings.hours}
          onNew={() => setPlace({ kind: 'new-circle' })}
          onPrepare={(open, facilitator, nextTime) => setPlace({ kind: 'plan', open, facilitator, nextTime })}
          onGoOn={(open, session) => void circles.goOn(open, session)}
          onCloseIt={(open, session) => void circles.closeIt(open, session)}
          onHistory={(open) => setPlace({ kind: 'history', open })}
          onPractise={() => setPlace({ kind: 'practice' })}
          onSettings={() => setPlace({ kind: 'settings' })}
          onRoomCheck={() => setPlace({ kind: 'room-check' })}
          onUnlock={circles.unlock}
          onCircle={(open) => setPlace({ kind: 'circle', open })}
          onMethods={(open) => setPlace({ kind: 'methods', open })}
          onQuestions={(open) => setPlace({ kind: 'questions', open })}
          onBring={() => setPlace({ kind: 'bring' })}
          onLock={() => void lockNow()}
          onPromise={() => setPlace({ kind: 'promise' })}
          onClockIsRight={() => void circles.clockIsRight()}
          onRestored={() => void circles.refresh()}
        />
      )}
      {place.kind === 'new-circle' && (
        <NewCircle
          usualName={usualName}
          onBegin={(answers) => void circles.begin(answers, words.agreements).then(goHome)}
          onBack={goHome}
        />
      )}
      {place.kind === 'plan' && later !== null && (
        <later.PlanScreen
          open={place.open}
          facilitator={place.facilitator}
          nextTime={place.nextTime}
          now={clock.now}
          hours={settings.hours}
          onOpenRoom={(open, wish) => void circles.openRoom(open, wish).then(goHome)}
          onChanged={(open) => setPlace({ ...place, open })}
          onBack={() => void circles.refresh().then(goHome)}
        />
      )}
      {place.kind === 'history' && later !== null && (
        <later.HistoryScreen open={place.open} now={clock.now()} onBack={goHome} />
      )}
      {place.kind === 'circle' && later !== null && (
        <later.CircleScreen
          open={place.open}
          keyStore={circles.list.keyStore}
          hours={settings.hours}
          now={clock.now}
          onChanged={(open) => setPlace({ kind: 'circle', open })}
          onProtect={(how) => circles.protect(place.open.circle.id, how)}
          onForget={() => circles.forget(place.open)}
          onGone={() => void circles.refresh().then(goHome)}
          onExport={() => setPlace({ kind: 'export', open: place.open })}
          onMarks={() => setPlace({ kind: 'marks', open: place.open })}
          onGiveAlong={(member) => saveText('circlet-own.txt', ownText(place.open, member))}
          onBack={() => void circles.refresh().then(goHome)}
        />
      )}
      {place.kind === 'export' && later !== null && (
        <later.ExportScreen
          open={place.open}
          words={words.console.exports}
          now={clock.now()}
          hours={settings.hours}
          save={({ suggestedName, text }) => saveText(suggestedName, text)}
          onPrint={() => desktop().printSheet({ what: 'export', way: 'pdf' })}
          onBack={() => setPlace({ kind: 'circle', open: place.open })}
        />
      )}
      {place.kind === 'marks' && later !== null && (
        <later.MarksScreen
          circle={place.open.circle}
          now={clock.now}
          onWrite={(make) =>
            writeCircle(place.open, make, (open) =>
              setPlace((now) => (now.kind === 'marks' ? { kind: 'marks', open } : now)),
            )
          }
          onBack={() => setPlace({ kind: 'circle', open: place.open })}
        />
      )}
      {Library !== undefined && library !== null && (
        <Library
          open={library.open}
          onChanged={(open) => setPlace((now) => (now.kind === library.kind ? { ...library, open } : now))}
          onBack={() => void circles.refresh().then(goHome)}
        />
      )}
      {place.kind === 'bring' && later !== null && (
        <later.BringScreen
          list={circles.list}
          onAdded={() => void circles.refresh().then(goHome)}
          onBack={() => void circles.refresh().then(goHome)}
        />
      )}
      {place.kind === 'promise' && later !== null && (
        <later.PromiseScreen
          words={words.console.promise}
          facts={{ keyStore: circles.list.keyStore, keptOnDisk: true, folder: about.folder }}
          onBack={goHome}
        />
      )}
      <ThisComputer {...{ place, later, settings, list: circles.list }} onGo={(kind) => setPlace({ kind })} />
    </div>
  )
}

interface ThisComputerProps {
  readonly place: Place
  readonly later: LaterScreens | null
  readonly settings: Settings
  readonly list: KnownCircles
  readonly onGo: (kind: 'home' | 'settings' | 'keys' | 'room-check') => void
}

/** What belongs to this computer and to no circle: its settings, its keys, and whether the room is ready. */
function ThisComputer({ place, later, settings, list, onGo }: ThisComputerProps) {
  const goHome = useCallback(() => onGo('home'), [onGo])
  const names = useMemo(
    () => list.circles.flatMap(({ circle }) => circle.members.map(({ name }) => name)),
    [list],
  )
  if (later === null) return null
  if (place.kind === 'settings')
    return (
      <later.SettingsScreen
        settings={settings}
        onBack={goHome}
        onKeys={() => onGo('keys')}
        onRoomCheck={() => onGo('room-check')}
      />
    )
  if (place.kind === 'keys') return <later.KeysScreen onBack={() => onGo('settings')} />
  return place.kind === 'room-check' ? (
    <later.RoomCheckScreen settings={settings} clock={clock} names={names} onBack={goHome} />
  ) : null
}

interface RunningProps {
  readonly circles: Circles
  readonly running: NonNullable<Circles['running']>
  readonly later: LaterScreens
  readonly settings: Settings
  readonly notices: readonly Banner[]
}

/** The session that goes on, to its receipt and what is asked there. */
function Running({ circles, running, later, settings, notices }: RunningProps) {
  const { open } = running
  const { circle } = circles.receipt
  const marksPage =
    circle === null
      ? null
      : (onBack: () => void) => (
          <later.MarksScreen circle={circle} now={clock.now} onWrite={circles.writeClosed} onBack={onBack} />
        )
  return (
    <later.SessionScreen
      key={running.live.id}
      live={running.live}
      clock={clock}
      settings={settings}
      notices={notices}
      away={running.away}
      onClosed={circles.closed}
      forNextTime={circles.forNextTime}
      onSettle={(events) => void circles.settleNext(events)}
      onDone={() => void circles.done()}
      copies={circles.receipt.copies}
      whoOpens={
        circles.receipt.asksWho
          ? (onSettled) => (
              <WhoOpens
                keyStore={circles.list?.keyStore ?? false}
                asks="close"
                onProtect={(how) => circles.protect(open.circle.id, how)}
                onForget={() => circles.forget(open)}
                onSettled={onSettled}
              />
            )
          : null
      }
      marks={marksPage}
    />
  )
}

/** Circlet can't be used as it is, and why. */
function Trouble({ trouble }: { readonly trouble: NonNullable<About['trouble']> }) {
  const words = useWords()
  return (
    <main className="page">
      <section className="card" role="alert">
        <p className="lead">{words.console.trouble[trouble]}</p>
      </section>
    </main>
  )
}

/** The console. */
export function App() {
  const { settings, about } = useSettings()
  const words = wordsOf(settings.language)
  const keymap = useMemo(() => readKeymap(settings.keys).keymap, [settings.keys])
  useTextSize(settings.textSize)
  useEffect(() => void clearCutOffPractice(), [])
  useEffect(() => {
    document.documentElement.lang = words.language
    document.documentElement.dir = words.direction
    document.body.className = `theme-${settings.consoleTheme}`
  }, [words, settings.consoleTheme])
  return (
    <WordsProvider value={words}>
      <KeymapProvider value={keymap}>
        <Announcer>
          <Screens settings={settings} about={about} />
        </Announcer>
      </KeymapProvider>
    </WordsProvider>
  )
}
