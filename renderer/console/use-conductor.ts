import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ItemId, MemberId, TextId } from '../../shared/basics/ids'
import { asQuestion } from '../../shared/board/lines'
import { instantOf, minutes, wholeMinutes, type Instant } from '../../shared/basics/time'
import { atOnce, perform, performChair, sentenceOf, type Moment } from '../../shared/commands/perform'
import type { CommandId } from '../../shared/commands/commands'
import type { EventBody } from '../../shared/session/events'
import { forward, type Forward } from '../../shared/session/forward'
import type { Day } from '../../shared/circle/circle'
import { progressOf } from '../../shared/session/apply'
import { roundOf } from '../../shared/session/rounds'
import { cleanLine } from '../../shared/session/told'
import { currentStep, isHalted, type Session, type TextRecord } from '../../shared/session/session'
import { canTellRoom } from '../../shared/stage/project-stage'
import { newId } from '../data/new-id'
import type { Gesture, LiveSession, LiveState } from '../data/live-session'

/** How long "Press again" waits, and from how much cut time on it asks, in milliseconds. */
const armedFor = 3000
const askFrom = minutes(1)

/** A commitment while it is being written: to be done or left to rest, until when, and who may see it. */
export interface DraftPromise {
  readonly kind: 'do' | 'rest'
  readonly until: Day | null
  readonly seenBy: 'room' | 'console'
}

const newPromise: DraftPromise = { kind: 'do', until: null, seenBy: 'room' }

/** A question as it is written: whose it is stands with it only where the circle wants names on the board. */
export interface Written {
  readonly text: string
  readonly owner?: MemberId
}

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
  /** One gesture, so that pasted lines are undone together. */
  readonly writeQuestions: (questions: readonly Written[]) => void
  readonly rewordQuestion: (question: TextId, by: Written) => void
  readonly writeWord: (text: string) => void
  /** Puts a line on the wall for a while; nothing happens where it has no place there. */
  readonly tellRoom: (text: string) => void
  readonly draft: string
  readonly setDraft: (text: string) => void
  /** How the commitment that is being written is meant. */
  readonly promise: DraftPromise
  readonly setPromise: (promise: DraftPromise) => void
  /** Writes down what the draft says, if anything: the presenter's sentence, or a commitment. */
  readonly keepDraft: () => void
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
  return { events, dropTexts, forgets: forgotten }
}

/** Turns what people press into gestures on the live session. */
export function useConductor(live: LiveSession, now: Instant, onClosed: () => void): Conductor {
  const state = useSyncExternalStore(live.subscribe, live.state)
  const [armedAt, setArmedAt] = useState<{ at: Instant; step: string | null } | null>(null)
  const [draft, setDraft] = useState('')
  const [promise, setPromise] = useState(newPromise)
  const { session } = state
  const next = useMemo(() => forward(session, now, live.planId), [session, now, live.planId])
  const isArmed = armedAt !== null && now - armedAt.at < armedFor && armedAt.step === session.at
  const latest = useRef({ draft, promise, armedAt })
  useEffect(() => {
    latest.current = { draft, promise, armedAt }
  }, [draft, promise, armedAt])

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

  const keepDraft = useCallback(() => {
    const { draft: text, promise: meant } = latest.current
    setDraft('')
    setPromise(newPromise)
    latest.current = { ...latest.current, draft: '', promise: newPromise }
    const words = text.trim().normalize('NFC')
    if (words === '') return
    void live.act(({ session: current }) => {
      const step = currentStep(current)
      const kind = sentenceOf(current)
      if (step === null || kind === null) return null
      if (kind === 'takeaway')
        return writtenGesture({ kind, item: step.item, text: words, seenBy: 'console' }, (id) => ({
          type: 'takeaway-settled',
          item: step.item,
          how: 'kept',
          text: id,
        }))
      const owner = roundOf(current, step, progressOf(current, step)).voice
      if (owner === null) return null
      return writtenGesture({ kind, item: step.item, text: words, seenBy: meant.seenBy, owner }, (id) => ({
        type: 'commitment-made',
        member: owner,
        text: id,
        kind: meant.kind,
        until: meant.until,
      }))
    })
  }, [live])

  const goForward = useCallback(() => {
    const current = live.state().session
    const written = latest.current.draft.trim()
    if (!isHalted(current) && written !== '' && sentenceOf(current) !== null) return keepDraft()
    const at = nowOf(live)
    const planned = forward(current, at, live.planId)
    const armed = latest.current.armedAt
    const confirmed = armed !== null && at - armed.at < armedFor && armed.step === current.at
    if (planned !== null && planned.cuts > askFrom && !confirmed) return setArmedAt({ at, step: current.at })
    setArmedAt(null)
    act('forward')
  }, [live, act, keepDraft])

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
  const { writeQuestions, rewordQuestion } = useQuestions(live)
  const writeWord = useCallback(
    (text: string) => {
      const words = text.trim().normalize('NFC').slice(0, 600)
      if (words === '') return
      void live.act(({ session: current }) => {
        const step = currentStep(current)
        if (step === null || current.course !== 'running') return null
        const { item } = step
        return writtenGesture({ kind: 'word', item, text: words, seenBy: 'room' }, (id) => ({
          type: 'word-written',
          text: id,
        }))
      })
    },
    [live],
  )

  const tellRoom = useCallback(
    (text: string) => {
      const line = cleanLine(text)
      if (line === '') return
      void live.act(({ session: current }, at) => {
        const step = currentStep(current)
        if (step === null || !canTellRoom(current, at)) return null
        return writtenGesture({ kind: 'message', item: step.item, text: line, seenBy: 'room' }, (id) => ({
          type: 'room-told',
          text: id,
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
    writeQuestions,
    rewordQuestion,
    writeWord,
    tellRoom,
    draft,
    setDraft,
    promise,
    setPromise,
    keepDraft,
    can: (command) => perform(command, momentOf(live, state, now)) !== null,
  }
}

/** Questions as they are written and put in other words. */
function useQuestions(live: LiveSession): Pick<Conductor, 'writeQuestions' | 'rewordQuestion'> {
  const writeQuestions = useCallback(
    (questions: readonly Written[]) => {
      void live.act(({ session: current }) => {
        const step = currentStep(current)
        if (step === null || current.course !== 'running') return null
        const texts = questions.flatMap((question) => questionRecord(step.item, question))
        return texts.length === 0
          ? null
          : {
              events: texts.map(({ id }) => ({ type: 'question-written', item: step.item, question: id })),
              texts,
            }
      })
    },
    [live],
  )
  const rewordQuestion = useCallback(
    (question: TextId, by: Written) => {
      void live.act(({ session: current }) => {
        const before = current.texts.get(question)
        if (before === undefined || current.course !== 'running') return null
        const owner = by.owner ?? before.owner
        const texts = questionRecord(before.item, {
          text: by.text,
          ...(owner === undefined ? {} : { owner }),
        })
        return {
          events: texts.map(({ id }) => ({ type: 'question-reworded', item: before.item, question, by: id })),
          texts,
        }
      })
    },
    [live],
  )
  return { writeQuestions, rewordQuestion }
}

const nowOf = (live: LiveSession): Instant => instantOf(live.now())

/** A question as a record that the room may see; none where nothing is asked. */
function questionRecord(item: ItemId, { text, owner }: Written): readonly TextRecord[] {
  const asked = asQuestion(text)
  const mine = owner === undefined ? {} : { owner }
  return asked === ''
    ? []
    : [{ id: newId<TextId>(), kind: 'question', item, text: asked, seenBy: 'room', ...mine }]
}

/** Words and the fact that goes with them, as one gesture. */
function writtenGesture(text: Omit<TextRecord, 'id'>, event: (id: TextId) => EventBody): Gesture {
  const id = newId<TextId>()
  return { events: [event(id)], texts: [{ ...text, id }] }
}
