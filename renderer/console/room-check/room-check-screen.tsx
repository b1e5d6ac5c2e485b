import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { KeyMeaning } from '../../../shared/commands/commands'
import { keyOf } from '../../../shared/commands/key'
import { checkSteps } from '../../../shared/room-check/steps'
import type { StripeCount } from '../../../shared/room-check/theme-for'
import type { Tick } from '../../../shared/room-check/ticks'
import type { Settings } from '../../../shared/settings'
import type { SteadyClock } from '../../data/steady-clock'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useAloud } from '../announcer'
import { useDisplays } from '../displays/use-displays'
import { ClickerTest } from '../keys/clicker-test'
import { useKeyShown } from '../keys/use-keymap'
import { sayView } from '../say-view'
import '../single-screen/strip.css'
import { Question } from '../single-screen/strip'
import { useBackKey } from '../use-back-key'
import { placeOf, pressOf, useKeys } from '../use-keys'
import { usePicture } from '../use-wall'
import './room-check.css'
import { useOpenRoom, useRoomCheck, useTicks, type RoomCheck } from './use-room-check'

interface RoomCheckScreenProps {
  readonly settings: Settings
  readonly clock: SteadyClock
  /** Names that will stand on the wall: whether this computer has letters for them. */
  readonly names: readonly string[]
  readonly onBack: () => void
}

/** An answer: what its button says, the key that gives it, and what it does. */
interface Answer {
  readonly words: string
  readonly key: string | null
  readonly does: () => void
  readonly filled?: true
}

const stripeCounts: readonly StripeCount[] = [1, 2, 3, 4, 5]

/** The answers of each question; the first is forward's. */
function useAnswers(
  check: RoomCheck,
  settings: Settings,
  wish: { readonly done: () => void; readonly tries: (() => void) | null },
): { readonly ask: string; readonly answers: readonly Answer[] } {
  const words = useWords().console.roomCheck
  const forward = useKeyShown()('forward')
  const { step, go } = check
  const on = () => go('on')
  const skip: Answer = { words: words.skip, key: 'S', does: on }
  const first = (text: string, does = on): Answer => ({ words: text, key: forward, does, filled: true })
  switch (step) {
    case 'read':
      return {
        ask: words.read.ask,
        answers: [first(words.read.yes), { words: words.read.no, key: 'N', does: check.clearer }, skip],
      }
    case 'stripes':
      return {
        ask: words.stripes.ask,
        answers: [
          ...stripeCounts.map((count) => ({
            words: words.stripes.count(count),
            key: String(count),
            does: () => check.count(count),
          })),
          skip,
        ],
      }
    case 'hear': {
      const again: Answer = { words: words.hear.again, key: 'A', does: check.sound }
      if (settings.sound === 'none')
        return { ask: words.hear.askWithout, answers: [first(words.hear.yesWithout), again] }
      return {
        ask: words.hear.ask,
        answers: [
          first(words.hear.yes),
          again,
          { words: words.hear.louder, key: 'L', does: check.louder },
          skip,
        ],
      }
    }
    case 'clicker':
      return {
        ask: words.clicker.ask,
        answers: [
          first(words.clicker.no),
          ...(wish.tries === null ? [] : [{ words: words.clicker.tries, key: 'C', does: wish.tries }]),
        ],
      }
    case 'ready':
      return { ask: words.ready.ask, answers: [first(words.ready.done, wish.done)] }
  }
}

/** The keys of the answers: forward, back, digits by their place, and the letters on the buttons. */
function useAnswerKeys(check: RoomCheck, answers: readonly Answer[], sleeps: boolean): void {
  const give = useCallback(
    (key: string) => answers.find((answer) => answer.key === key && !answer.filled)?.does(),
    [answers],
  )
  const onKey = useCallback(
    (meaning: KeyMeaning) => {
      if (meaning.kind === 'chair') give(String(meaning.number))
      else if (meaning.id === 'forward') answers.find(({ filled }) => filled)?.does()
      else if (meaning.id === 'back') check.go('back')
    },
    [answers, check, give],
  )
  useKeys(sleeps ? null : onKey)
  useEffect(() => {
    if (sleeps) return
    const pressed = (event: KeyboardEvent) => {
      const key = keyOf(pressOf(event))
      if (key !== null && /^[a-z]$/.test(key) && placeOf(event.target) === 'surface') give(key.toUpperCase())
    }
    window.addEventListener('keydown', pressed)
    const stop = desktop().on('stageKey', (press) => {
      const key = keyOf(press)
      if (key !== null && /^[a-z]$/.test(key)) give(key.toUpperCase())
    })
    return () => {
      window.removeEventListener('keydown', pressed)
      stop()
    }
  }, [give, sleeps])
}

/** Before people come: what the computer sees by itself, then a few questions to whoever stands at the back chair. */
export function RoomCheckScreen({ settings, clock, names, onBack }: RoomCheckScreenProps) {
  const words = useWords()
  const { roomCheck, theRoomSees } = words.console
  const displays = useDisplays()
  const check = useRoomCheck({ settings, clock })
  const [tries, setTries] = useState(false)
  const { ask, answers } = useAnswers(check, settings, {
    done: onBack,
    // In one line under the wall there is no room for what the buttons do.
    tries: displays?.form === 'strip' ? null : () => setTries(true),
  })
  const ticks = useTicks(check.step, displays, names)
  const picture = usePicture(check.view)
  useOpenRoom()
  useBackKey(onBack)
  useAnswerKeys(check, answers, tries || displays?.asks === true)
  useAloud(`${check.note ?? ''} ${ask}`.trim())
  const clickerDone = useCallback(() => {
    setTries(false)
    check.go('on')
  }, [check])
  if (displays === null) return <main className="page" />
  const buttons = <Answers answers={answers} />
  if (displays.form === 'strip')
    return (
      <OnOneScreen onBack={onBack}>
        {displays.asks ? (
          <Question />
        ) : (
          <>
            <span className="strip-lines">{check.note ?? ask}</span>
            {buttons}
          </>
        )}
      </OnOneScreen>
    )
  return (
    <main className="page room-check">
      <header className="row">
        <h1 className="human">{roomCheck.title}</h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {roomCheck.back}
        </Button>
      </header>
      <Ticks ticks={ticks} />
      <div className="room-check-body">
        <section className="card" aria-labelledby="room-check-asks" data-step={check.step}>
          {tries ? (
            <ClickerTest onDone={clickerDone} />
          ) : (
            <>
              {check.note !== null && <p>{check.note}</p>}
              <h2 id="room-check-asks" className="human">
                {ask}
              </h2>
              {check.step === 'hear' && settings.sound === 'none' && <p>{roomCheck.hear.none}</p>}
              <div className="row">{buttons}</div>
              <p className="soft small">
                {roomCheck.step(checkSteps.indexOf(check.step) + 1, checkSteps.length)}
              </p>
            </>
          )}
        </section>
        <figure className="wall-picture">
          {picture !== null && <img src={picture} alt="" />}
          <figcaption className="soft small">
            {theRoomSees} <b>{sayView(check.view, words)}</b>
          </figcaption>
        </figure>
      </div>
    </main>
  )
}

function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  return answers.map(({ words, key, does, filled }) => (
    <Button key={words} kind={filled ? 'filled' : 'outlined'} keyName={key} onPress={does}>
      {words}
    </Button>
  ))
}

/** Where everybody sees this screen, the questions stand in the line under the wall. */
function OnOneScreen({ onBack, children }: { readonly onBack: () => void; readonly children: ReactNode }) {
  const words = useWords().console
  useEffect(() => {
    void desktop().showStrip('shown')
  }, [])
  return (
    <main className="single-screen">
      <section className="strip-line room-check-strip" aria-label={words.displays.strip}>
        {children}
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.roomCheck.back}
        </Button>
      </section>
    </main>
  )
}

/** What was looked at: a mark with its word, and the sentence. */
function Ticks({ ticks }: { readonly ticks: readonly Tick[] | null }) {
  const words = useWords().console.roomCheck
  return (
    <ul className="ticks" aria-label={words.looked}>
      {(ticks ?? []).map((tick) => (
        <li key={tick.id} data-tick={tick.id} data-is={tick.is}>
          <span className="mark" role="img" aria-label={tick.is === 'well' ? words.well : words.see} />
          {words.tick(tick)}
        </li>
      ))}
    </ul>
  )
}
