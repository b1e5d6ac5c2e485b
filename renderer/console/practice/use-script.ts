import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { lineNow, leapTo, type Line, type Seen } from '../../../shared/practice/script'
import { dueEvents, endsByItselfAt } from '../../../shared/session/due'
import { nextChange, projectStage } from '../../../shared/stage/project-stage'
import type { Settings } from '../../../shared/settings'
import type { LiveState } from '../../data/live-session'
import type { SteadyClock } from '../../data/steady-clock'
import { desktop } from '../../desktop'
import { useWords } from '../../words/words'
import { stageOptions } from '../use-wall'
import type { PracticeClock } from './practice-clock'
import type { Rehearsal } from './rehearsal'

/** How long a passing line stands, in milliseconds of the room: to be read twice. */
const readingTime = 12_000
/** How long the clock goes on after a key before it stands, in milliseconds of the story: what the key did is over by then. */
const goesOnFor = 12_000
/** How often the wall is told the time where it cannot reckon it on by itself, in milliseconds of the room. */
const tellEvery = 500

const inSight: readonly Seen['what'][] = ['time-card', 'what-can-i-say']

/**
 * What has been opened on the screen, and in which step. Opening a card is no event of the session,
 * and has no effect but that it stands there: so that is what is looked for, whichever key or button opened it.
 */
function useSeen(step: Seen['step']): readonly Seen[] {
  const { commands } = useWords().console
  const [seen, setSeen] = useState<readonly Seen[]>([])
  useEffect(() => {
    const look = () => {
      const found = inSight.filter(
        (what) => document.querySelector(`:is([role="dialog"], ul)[aria-label="${commands[what]}"]`) !== null,
      )
      if (found.length === 0) return
      setSeen((before) => {
        const added = found.filter((what) => !before.some((one) => one.what === what && one.step === step))
        return added.length === 0 ? before : [...before, ...added.map((what) => ({ what, step }))]
      })
    }
    look()
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [commands, step])
  return seen
}

/** The clock stands where the practice waits, and at every step if that was chosen; each key lets it go on for a moment. */
function useStanding(
  clock: PracticeClock,
  { session, log }: LiveState,
  wish: 'stand' | 'run',
): 'stands' | 'runs' {
  const [stoodAt, setStoodAt] = useState<number | null>(null)
  const gestures = log.length
  const stands = wish === 'stand' && session.course === 'running'
  useEffect(() => {
    clock.go()
    if (!stands) return
    const timer = setTimeout(() => {
      clock.stand()
      setStoodAt(gestures)
    }, goesOnFor / clock.rate)
    return () => clearTimeout(timer)
  }, [clock, gestures, stands])
  return stands && stoodAt === gestures ? 'stands' : 'runs'
}

/** The same clock under a new identity: who depends on it looks at the time anew. */
const renewed = (clock: PracticeClock): SteadyClock => ({ ...clock, now: () => clock.now() })

/** A fast clock reaches what is next sooner than the room's timers think. */
function useFastTimers({ live, clock }: Rehearsal, { session }: LiveState, renew: () => void): void {
  useEffect(() => {
    if (clock.rate === 1) return
    const wait = (at: number) => Math.max(0, at - clock.now()) / clock.rate + 1
    const change = nextChange(session, clock.now())
    const end = endsByItselfAt(session)
    const timers = [
      ...(change === null ? [] : [setTimeout(renew, wait(change))]),
      ...(end === null
        ? []
        : [
            setTimeout(
              () =>
                void live.act((current, now) => {
                  const [first] = dueEvents(current.session, now)
                  return first === undefined ? null : { events: first.events, at: first.at }
                }),
              wait(end),
            ),
          ]),
    ]
    return () => timers.forEach(clearTimeout)
  }, [live, clock, session, renew])
}

/** The wall reckons the time on at the usual pace: where it goes otherwise, it is told again and again. */
function useTold({ live, clock }: Rehearsal, settings: Settings, pace: 'usual' | 'other'): void {
  useEffect(() => {
    if (pace === 'usual') return
    const tell = () =>
      desktop().showOnStage(projectStage(live.state().session, clock.now(), stageOptions(settings)))
    const timer = setInterval(tell, tellEvery)
    return () => clearInterval(timer)
  }, [live, clock, settings, pace])
}

export interface Script {
  readonly line: Line | null
  readonly seen: readonly Seen[]
  readonly clock: SteadyClock
  readonly standing: 'stands' | 'runs'
  /** Makes room for the next line. */
  readonly pass: (line: Line) => void
}

/** Runs the script beside the session: which line stands, what the scribe writes, when the clock stands or leaps. */
export function useScript(rehearsal: Rehearsal, state: LiveState, settings: Settings): Script {
  const { practice } = useWords().console
  const { clock, speed, write } = rehearsal
  const { session, log } = state
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<SteadyClock>(clock)
  const seen = useSeen(session.at)
  const line = useMemo(() => lineNow({ session, log, seen, passed }), [session, log, seen, passed])
  const standing = useStanding(clock, state, speed === 'stepwise' || line?.waits ? 'stand' : 'run')
  const renew = useCallback(() => setShown(renewed(clock)), [clock])
  useFastTimers(rehearsal, state, renew)
  useTold(rehearsal, settings, clock.rate !== 1 || standing === 'stands' ? 'other' : 'usual')

  const pass = useCallback(({ key }: Line) => setPassed((before) => new Set(before).add(key)), [])
  useEffect(() => {
    if (line === null || !line.passes || speed === 'stepwise') return
    const timer = setTimeout(() => pass(line), readingTime)
    return () => clearTimeout(timer)
    // The line's key names it: it is made anew with every event.
  }, [line?.key, line?.passes, speed, pass]) // eslint-disable-line react-hooks/exhaustive-deps

  const played = useRef(new Set<string>())
  useEffect(() => {
    if (line === null || played.current.has(line.key)) return
    if (line.writes.length === 0 && line.laterBy === null) return
    played.current.add(line.key)
    for (const index of line.writes) {
      const question = practice.questions[index]
      if (question !== undefined) void write(question)
    }
    const length = line.laterBy === null ? 0 : leapTo(session, line.laterBy, clock.now())
    if (length > 0)
      queueMicrotask(() => {
        clock.leap(length)
        renew()
      })
  }, [line, session, practice, clock, write, renew])

  return { line, seen, clock: shown, standing, pass }
}
