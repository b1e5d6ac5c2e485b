import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { DisplaysState } from '../../../shared/desktop-api'
import { between, wholeMinutes, type Instant } from '../../../shared/basics/time'
import { fewestPeople } from '../../../shared/circle/names'
import type { KeyMeaning, KeyPlace } from '../../../shared/commands/commands'
import { takesSentence } from '../../../shared/commands/perform'
import { progressOf } from '../../../shared/session/apply'
import { remaining } from '../../../shared/session/clock'
import { isHeld } from '../../../shared/session/pace'
import { plannedMinutes } from '../../../shared/session/plan'
import { isRound } from '../../../shared/session/rounds'
import { boardOf, currentStep, seated, type Session } from '../../../shared/session/session'
import { lockNow } from '../lock-now'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { exactClock } from '../../words/time'
import { useWords } from '../../words/words'
import { useAloud } from '../announcer'
import type { Banner } from '../frame'
import { sayForward } from '../say-forward'
import { sayingOf } from '../run/sayings'
import type { Conductor } from '../use-conductor'
import { useKeys } from '../use-keys'
import './strip.css'
import { StripField } from './strip-field'
import { useHeldKey } from './use-held-key'
import { useKeyShown } from '../keys/use-keymap'

interface StripProps {
  readonly conductor: Conductor
  readonly now: Instant
  readonly displays: DisplaysState
  /** What is out of the ordinary; the strip has room for the first. */
  readonly banners: readonly Banner[]
  readonly onDone: () => void
}

/** What the wall itself shows needs no banner under it. */
const onTheWallAnyway: readonly string[] = ['held', 'blank']

/** The console where everybody sees this screen: one line under the wall. What only one needs shows while its key is down. */
export function SingleScreenStrip({ conductor, now, displays, banners, onDone }: StripProps) {
  const words = useWords().console
  const [wish, setWish] = useState<'shown' | 'away'>('shown')
  const [writes, setWrites] = useState(false)
  const looks = useHeldKey('Backquote')
  const canWrite = fieldOf(conductor.session, now) !== null
  const writing = writes && canWrite
  const write = useCallback(() => {
    if (!canWrite) return
    void desktop().thisScreen('front')
    setWrites(true)
  }, [canWrite])
  useStripKeys(conductor, write)
  useEscape(() => {
    setWrites(false)
    setWish('shown')
  })
  const asks = displays.asks
  const shown = wish === 'shown' || looks || writing || asks
  useEffect(() => {
    void desktop().showStrip(shown ? 'shown' : 'away')
  }, [shown])
  const notes = banners.filter(({ id }) => !onTheWallAnyway.includes(id))
  return (
    <main className="single-screen">
      <section className="strip-line" aria-label={words.displays.strip} hidden={!shown}>
        {writing ? (
          <StripField
            conductor={conductor}
            thought={looks ? 'shown' : 'put-away'}
            onLeave={() => setWrites(false)}
          />
        ) : looks ? (
          <Cue session={conductor.session} now={now} />
        ) : (
          <>
            <Controls conductor={conductor} now={now} onDone={onDone} />
            {asks ? <Question /> : <Note note={notes[0] ?? null} displays={displays} />}
            {!asks && (
              <Button kind="quiet" label={words.displays.putAway} onPress={() => setWish('away')}>
                <span title={words.displays.putAwayMore}>{'✕'}</span>
              </Button>
            )}
          </>
        )}
      </section>
    </main>
  )
}

/** What can be written here now; null when nothing can. */
export function fieldOf(session: Session, now: Instant): 'question' | 'sentence' | null {
  const step = currentStep(session)
  if (step === null || session.course !== 'running' || isHeld(session, now)) return null
  if (takesSentence(session)) return 'sentence'
  return step.kind === 'phase' && step.phase.captures.includes('questions') ? 'question' : null
}

function useStripKeys({ session, run, chair, record }: Conductor, write: () => void): void {
  const onKey = useCallback(
    (meaning: KeyMeaning, place: KeyPlace) => {
      if (meaning.kind === 'chair') return chair(meaning.number)
      if (meaning.id === 'full-screen') return void desktop().thisScreen('full-screen')
      if (meaning.id === 'lock') return void lockNow()
      if (session.course === 'waiting') {
        const enough = seated(session).length >= fewestPeople
        if (meaning.id === 'forward' && enough) run('forward')
        if (meaning.id === 'blank' || (meaning.id === 'pause' && session.wall === 'blank')) run('blank')
        return
      }
      if (meaning.id === 'write') return write()
      if (meaning.id === 'show-question') {
        const step = currentStep(session)
        const first = step === null ? undefined : boardOf(session, step.item).waiting[0]
        if (step !== null && first !== undefined)
          record([{ type: 'question-shown', item: step.item, question: first }])
        else run('next-card')
        return
      }
      const everywhere = meaning.id === 'hold' || meaning.id === 'forward' || meaning.id === 'back'
      if (place === 'surface' || everywhere) run(meaning.id)
    },
    [session, run, chair, record, write],
  )
  useKeys(onKey)
}

/** Esc brings the strip back, wherever the focus is, and does nothing else. */
function useEscape(onEscape: () => void): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape()
    }
    window.addEventListener('keydown', pressed)
    const stop = desktop().on('stageKey', ({ key }) => {
      if (key === 'Escape') onEscape()
    })
    return () => {
      window.removeEventListener('keydown', pressed)
      stop()
    }
  })
}

function Controls({ conductor, now, onDone }: Pick<StripProps, 'conductor' | 'now' | 'onDone'>) {
  const keyShown = useKeyShown()
  const words = useWords()
  const { session, forward, armed, run, record } = conductor
  if (session.course === 'closed')
    return (
      <Button kind="filled" onPress={onDone}>
        {words.console.close.done}
      </Button>
    )
  if (session.gap !== null)
    return (
      <>
        <span className="gap-question">
          {words.console.run.gap(wholeMinutes(between(session.gap.from, session.gap.to)))}
        </span>
        <Button onPress={() => record([{ type: 'gap-settled', choice: 'count' }])}>
          {words.console.run.countThem}
        </Button>
        <Button onPress={() => record([{ type: 'gap-settled', choice: 'leave-out' }])}>
          {words.console.run.leaveOut}
        </Button>
      </>
    )
  const waits = session.course === 'waiting' && seated(session).length < fewestPeople
  return (
    <>
      {forward !== null && (
        <Button
          kind={forward.filled || armed !== null ? 'filled' : 'outlined'}
          keyName={keyShown('forward')}
          disabled={waits}
          onPress={() => run('forward')}
        >
          {armed === null ? sayForward(forward.label, session, words) : words.console.run.again(armed)}
        </Button>
      )}
      <StripClock session={session} now={now} />
      {session.course === 'running' && (
        <Button
          kind="pause"
          keyName={keyShown('hold')}
          disabled={session.heldAt !== null}
          onPress={() => run('hold')}
        >
          {words.console.commands.hold}
        </Button>
      )}
      <Button keyName={keyShown('blank')} pressed={session.wall === 'blank'} onPress={() => run('blank')}>
        {session.wall === 'blank' ? words.console.run.bringBack : words.console.commands.blank}
      </Button>
    </>
  )
}

function StripClock({ session, now }: { readonly session: Session; readonly now: Instant }) {
  const words = useWords().console.run
  const step = currentStep(session)
  if (step === null || plannedMinutes(step) === 0 || session.thanked !== null) return null
  const { clock, share } = progressOf(session, step)
  const inRound = isRound(step)
  const left = remaining(inRound && share !== null ? share.clock : clock, now)
  const text = left >= 0 ? exactClock(left) : inRound ? '0:00' : words.over(exactClock(left))
  return (
    <span className="strip-clock tabular" role="timer">
      {text}
    </span>
  )
}

/** Whether this one screen is also on the wall. */
export function Question() {
  const words = useWords().console.displays
  return (
    <div className="strip-question" role="group" aria-label={words.question}>
      <span>{words.question}</span>
      <Button onPress={() => void desktop().answerOneDisplay('on-the-wall')}>{words.itIs}</Button>
      <Button onPress={() => void desktop().answerOneDisplay('not-on-the-wall')}>{words.nobodyElse}</Button>
    </div>
  )
}

function Note({ note, displays }: { readonly note: Banner | null; readonly displays: DisplaysState }) {
  const words = useWords().console.displays
  useAloud(note?.text ?? null)
  if (note === null)
    return <p className="strip-note soft">{displays.mirrored ? words.mirrored : words.hint}</p>
  return (
    <div className="strip-note" data-banner={note.id}>
      <span className="strip-lines">{note.text}</span>
      {note.action && (
        <Button kind="quiet" onPress={note.action.do}>
          {note.action.words}
        </Button>
      )}
    </div>
  )
}

/** What to say, on the strip's own line, while its key is down. */
function Cue({ session, now }: { readonly session: Session; readonly now: Instant }) {
  const words = useWords().console
  const step = currentStep(session)
  const saying = step === null ? null : sayingOf(session, step, isHeld(session, now), words)
  return (
    <p className="strip-cue" data-part="cue">
      <span className="human">{saying?.say ?? words.displays.nothingToSay}</span>
      {saying !== null && saying.now !== null && <span className="soft">{words.run.now(saying.now)}</span>}
    </p>
  )
}
