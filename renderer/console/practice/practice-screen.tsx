import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import { people } from '../../../shared/practice/evening'
import type { KeyMeaning } from '../../../shared/commands/commands'
import type { Settings } from '../../../shared/settings'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { Banners, type Banner } from '../frame'
import { SessionScreen } from '../session-screen'
import { useKeys } from '../use-keys'
import { Ending } from './ending'
import type { Speed } from './practice-clock'
import { openRehearsal, type Rehearsal } from './rehearsal'
import { Ribbon, ribbonNote } from './ribbon'
import { useScript } from './use-script'
import { useKeyName, useKeyShown } from '../keys/use-keymap'

interface PracticeScreenProps {
  readonly settings: Settings
  readonly notices: readonly Banner[]
  /** Home again; everything of the practice is wiped by then. */
  readonly onBack: () => void
}

/** The practice session: its front card, the session with a made-up circle, and one page at its end. */
export function PracticeScreen({ settings, notices, onBack }: PracticeScreenProps) {
  const words = useWords()
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null)
  const [trouble, setTrouble] = useState(false)
  const opening = useRef(false)
  const start = useCallback(
    (speed: Speed) => {
      if (opening.current) return
      opening.current = true
      const { evening } = words.console.practice
      void openRehearsal(speed, { ...evening, agreements: words.agreements })
        .then(async (opened) => {
          await desktop().setStage('open')
          setRehearsal(opened)
        })
        .catch((reason: unknown) => {
          console.warn(`The practice session did not open: ${(reason as Error).name}`)
          opening.current = false
          setTrouble(true)
        })
    },
    [words],
  )
  const leave = useCallback(async () => {
    if (rehearsal === null || !opening.current) return
    opening.current = false
    // What could not be wiped now is wiped at the next start.
    await rehearsal.end().catch(() => undefined)
    await desktop().thisScreen('may-sleep')
    await desktop().setStage('closed')
    onBack()
  }, [rehearsal, onBack])
  if (rehearsal === null)
    return (
      <div className="screen">
        <Banners banners={notices} />
        <FrontCard trouble={trouble} onStart={start} onBack={onBack} />
      </div>
    )
  return <Session rehearsal={rehearsal} settings={settings} notices={notices} onLeave={() => void leave()} />
}

const speeds: readonly Speed[] = ['usual', 'fast', 'stepwise']

interface FrontCardProps {
  readonly trouble: boolean
  readonly onStart: (speed: Speed) => void
  readonly onBack: () => void
}

function FrontCard({ trouble, onStart, onBack }: FrontCardProps) {
  const keyShown = useKeyShown()
  const words = useWords().console.practice
  const [speed, setSpeed] = useState<Speed>('usual')
  const onKey = useCallback(
    (meaning: KeyMeaning) => {
      if (meaning.kind === 'command' && meaning.id === 'forward') onStart(speed)
    },
    [onStart, speed],
  )
  useKeys(onKey)
  return (
    <main className="page home">
      <section className="card" aria-label={words.title}>
        <h1 className="human">{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p>{words.you(people[3])}</p>
        <div className="row" role="group" aria-label={words.speed}>
          {speeds.map((one) => (
            <Button key={one} pressed={one === speed} onPress={() => setSpeed(one)}>
              {words.speeds[one]}
            </Button>
          ))}
          <span className="soft" role="status">
            {words.speedsMore[speed]}
          </span>
        </div>
        {trouble && (
          <p className="notice" role="alert">
            {words.trouble}
          </p>
        )}
        <div className="row">
          <Button kind="filled" keyName={keyShown('forward')} onPress={() => onStart(speed)}>
            {words.start}
          </Button>
          <Button kind="quiet" onPress={onBack}>
            {words.back}
          </Button>
        </div>
      </section>
    </main>
  )
}

interface SessionProps {
  readonly rehearsal: Rehearsal
  readonly settings: Settings
  readonly notices: readonly Banner[]
  readonly onLeave: () => void
}

const nothing = () => undefined
const nobody = () => []

function Session({ rehearsal, settings, notices, onLeave }: SessionProps) {
  const words = useWords()
  const keyName = useKeyName()
  const { live } = rehearsal
  const state = useSyncExternalStore(live.subscribe, live.state)
  const script = useScript(rehearsal, state, settings)
  if (state.session.course === 'closed')
    return (
      <Ending rehearsal={rehearsal} state={state} seen={script.seen} settings={settings} onDone={onLeave} />
    )
  return (
    <SessionScreen
      live={live}
      clock={script.clock}
      settings={settings}
      notices={notices}
      away={null}
      ribbon={{
        line: <Ribbon session={state.session} script={script} onStop={onLeave} />,
        note: ribbonNote(state.session, script, words, keyName, onLeave),
      }}
      onClosed={nothing}
      forNextTime={nobody}
      onSettle={nothing}
      onDone={onLeave}
      copies={0}
    />
  )
}
