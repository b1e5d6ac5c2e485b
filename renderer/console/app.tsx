import { useEffect, useMemo, useState } from 'react'
import type { About } from '../../shared/desktop-api'
import { defaultSettings, type Settings } from '../../shared/settings'
import type { OpenCircle } from '../data/circles'
import { createSteadyClock } from '../data/steady-clock'
import { desktop } from '../desktop'
import { useWords, wordsOf, WordsProvider } from '../words/words'
import { weekday } from '../words/time'
import { Banners, type Banner } from './frame'
import { Home } from './home/home'
import { NewCircle } from './new-circle/new-circle'
import { SessionScreen } from './session-screen'
import { useCircles } from './use-circles'

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

function Screens({ settings, about }: { readonly settings: Settings; readonly about: About | null }) {
  const words = useWords()
  const circles = useCircles(clock)
  const notices = useNotices(about)
  const [asking, setAsking] = useState<'no' | 'new' | OpenCircle>('no')
  const usualName = useMemo(
    () => words.console.newCircle.defaultName(weekday(clock.now(), words.language)),
    [words],
  )
  if (about?.trouble) {
    return (
      <main className="page">
        <section className="card" role="alert">
          <p className="lead">{words.console.trouble[about.trouble]}</p>
        </section>
      </main>
    )
  }
  if (circles.running !== null) {
    return (
      <SessionScreen
        key={circles.running.live.id}
        live={circles.running.live}
        clock={clock}
        settings={settings}
        notices={notices}
        away={circles.running.away}
        onClosed={circles.closed}
        onDone={() => void circles.done()}
      />
    )
  }
  if (circles.list === null || about === null) return <main className="page" />
  const known = typeof asking === 'object' ? asking : null
  return (
    <div className="screen">
      <Banners banners={notices} />
      {asking === 'no' ? (
        <Home
          list={circles.list}
          hours={settings.hours}
          onNew={() => setAsking('new')}
          onPrepare={setAsking}
          onGoOn={(open, session) => void circles.goOn(open, session)}
          onCloseIt={(open, session) => void circles.closeIt(open, session)}
        />
      ) : (
        <NewCircle
          usualName={usualName}
          {...(known
            ? { known: { name: known.circle.name, names: known.circle.members.map(({ name }) => name) } }
            : {})}
          onBegin={(answers) =>
            void circles.begin(answers, words.agreements, known).then(() => setAsking('no'))
          }
          onBack={() => setAsking('no')}
        />
      )}
    </div>
  )
}

/** The console. */
export function App() {
  const { settings, about } = useSettings()
  const words = wordsOf(settings.language)
  useEffect(() => {
    document.documentElement.lang = words.language
    document.documentElement.dir = words.direction
    document.body.className = `theme-${settings.consoleTheme}`
  }, [words, settings.consoleTheme])
  return (
    <WordsProvider value={words}>
      <Screens settings={settings} about={about} />
    </WordsProvider>
  )
}
