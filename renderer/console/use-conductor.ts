import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ItemId, TextId } from '../../shared/basics/ids'
import { instantOf, minutes, wholeMinutes, type Instant } from '../../shared/basics/time'
import { atOnce, perform, performChair, takesSentence, type Moment } from '../../shared/commands/perform'
import type { CommandId } from '../../shared/commands/commands'
import type { EventBody } from '../../shared/session/events'
import { forward, type Forward } from '../../shared/session/forward'
import { currentStep, type Session } from '../../shared/session/session'
import { newId } from '../data/new-id'
import type { Gesture, LiveSession, LiveState } from '../data/live-session'

/** How long "Press again" waits, and from how much cut time on it asks, in milliseconds. */
const armedFor = 3000
const askFrom = minutes(1)

/** Everything the run screen can do; each resolves when its effect is visible. */
export interface Conductor {
  readonly state: LiveState
  readonly session: Session
  readonly forward: Forward | null
  /** Whole minutes that a second press would cut; null when the first press does it. */
  readonly armed: number | null
  readonly run: (command: CommandId) => void
  readonly chair: (number: number) => void
  readonly record: (events: readonly EventBody[]) => void
  readonly writeQuestion: (text: string) => void
  readonly draft: string
  readonly setDraft: (text: string) => void
  readonly can: (command: CommandId) => boolean
}

const momentOf = (live: LiveSession, state: LiveState, now: Instant): Moment => ({
  session: state.session,
  log: state.log,
  history: state.history,
  plan: live.planId,
  now,
})

const gestureOf = (events: readonly EventBody[] | null, state: LiveState): Gesture | null => {
  if (events === null) return null
  const forgotten = events.flatMap((event) => (event.type === 'turn-forgotten' ? [event.item] : []))
  const dropTexts = [...state.session.texts.values()]
    .filter(({ item }) => forgotten.includes(item))
    .map(({ id }) => id)
  return { events, dropTexts }
}

/** Turns what people press into gestures on the live session. */
export function useConductor(live: LiveSession, now: Instant, onClosed: () => void): Conductor {
  const state = useSyncExternalStore(live.subscribe, live.state)
  const [armedAt, setArmedAt] = useState<{ at: Instant; step: string | null } | null>(null)
  const [draft, setDraft] = useState('')
  const { session } = state
  const next = useMemo(() => forward(session, now, live.planId), [session, now, live.planId])
  const isArmed = armedAt !== null && now - armedAt.at < armedFor && armedAt.step === session.at
  const latest = useRef({ draft, armedAt })
  useEffect(() => {
    latest.current = { draft, armedAt }
  }, [draft, armedAt])

  useEffect(() => {
    if (session.course === 'closed') onClosed()
  }, [session.course, onClosed])

  const act = useCallback(
    (command: CommandId) => {
      const make = (current: LiveState, at: Instant) =>
        gestureOf(perform(command, momentOf(live, current, at)), current)
      if (atOnce.includes(command)) live.actAtOnce(make)
      else void live.act(make)
    },
    [live],
  )

  const keepSentence = useCallback(
    (text: string) => {
      setDraft('')
      void live.act(({ session: current }) => {
        const step = currentStep(current)
        if (step === null || !takesSentence(current)) return null
        return writtenGesture('takeaway', step.item, text, (id) => ({
          type: 'takeaway-settled',
          item: step.item,
          how: 'kept',
          text: id,
        }))
      })
    },
    [live],
  )

  const goForward = useCallback(() => {
    const current = live.state().session
    const written = latest.current.draft.trim()
    const halted = current.heldAt !== null || current.pausedAt !== null
    if (!halted && written !== '' && takesSentence(current)) return keepSentence(written)
    const at = nowOf(live)
    const planned = forward(current, at, live.planId)
    const armed = latest.current.armedAt
    const confirmed = armed !== null && at - armed.at < armedFor && armed.step === current.at
    if (planned !== null && planned.cuts > askFrom && !confirmed) return setArmedAt({ at, step: current.at })
    setArmedAt(null)
    act('forward')
  }, [live, act, keepSentence])

  const run = useCallback(
    (command: CommandId) => {
      if (command === 'forward') return goForward()
      setArmedAt(null)
      if (command === 'goes-elsewhere' || command === 'nothing-to-write') setDraft('')
      act(command)
    },
    [act, goForward],
  )

  const chair = useCallback(
    (number: number) => {
      void live.act((current, at) => gestureOf(performChair(number, momentOf(live, current, at)), current))
    },
    [live],
  )
  const record = useCallback(
    (events: readonly EventBody[]) => void live.act((current) => gestureOf(events, current)),
    [live],
  )
  const writeQuestion = useCallback(
    (text: string) => {
      const words = text.trim().normalize('NFC').slice(0, 600)
      if (words === '') return
      void live.act(({ session: current }) => {
        const step = currentStep(current)
        if (step === null || current.course !== 'running') return null
        return writtenGesture('question', step.item, words, (id) => ({
          type: 'question-written',
          item: step.item,
          question: id,
        }))
      })
    },
    [live],
  )

  return {
    state,
    session,
    forward: next,
    armed: isArmed && next !== null ? wholeMinutes(next.cuts) : null,
    run,
    chair,
    record,
    writeQuestion,
    draft,
    setDraft,
    can: (command) => perform(command, momentOf(live, state, now)) !== null,
  }
}

const nowOf = (live: LiveSession): Instant => instantOf(live.now())

function writtenGesture(
  kind: 'question' | 'takeaway',
  item: ItemId,
  text: string,
  event: (id: TextId) => EventBody,
): Gesture {
  const id = newId<TextId>()
  return {
    events: [event(id)],
    texts: [{ id, kind, item, text, seenBy: kind === 'question' ? 'room' : 'console' }],
  }
}
