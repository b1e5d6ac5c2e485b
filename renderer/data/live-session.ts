// The one writer of a session.
// 1. Events are on disk before they show; what calms the room shows first and is saved right after.
// 2. Gestures run one after another, each computed from what the one before left.
// 3. A write that fails is a state, not an end: the evening goes on, and the write is tried again.
import type { GestureId, ItemId, RecordId, SessionId, TextId } from '../../shared/basics/ids'
import type { Instant } from '../../shared/basics/time'
import { apply } from '../../shared/session/apply'
import type { EventBody, SessionEvent } from '../../shared/session/events'
import { foldSession, historyOf, type History } from '../../shared/session/fold'
import type { SessionPlan } from '../../shared/session/plan'
import { newSession, type Session, type TextRecord } from '../../shared/session/session'
import { newId } from './new-id'
import { alivePlace, sessionPlace, turnScope, type Operation, type Repository } from './repository'
import type { SteadyClock } from './steady-clock'

/** What one key press does: facts, perhaps words, perhaps words to drop. */
export interface Gesture {
  readonly events: readonly EventBody[]
  readonly texts?: readonly TextRecord[]
  readonly dropTexts?: readonly TextId[]
  /** Items of which everything that was written is forgotten for good: the key of their words is destroyed. */
  readonly forgets?: readonly ItemId[]
  /** When it happened, where that was before the key press or came about by itself. */
  readonly at?: Instant
}

export interface LiveState {
  readonly session: Session
  readonly log: readonly SessionEvent[]
  readonly history: History
  /** Since when nothing could be saved; null when all is saved. */
  readonly notSavedSince: Instant | null
}

export interface LiveSession {
  readonly id: SessionId
  readonly planId: RecordId
  readonly state: () => LiveState
  /** The steady time that its events are stamped with. */
  readonly now: () => Instant
  readonly subscribe: (listener: () => void) => () => void
  /** Saves what a gesture did, then shows it. Gives when it is visible. */
  readonly act: (make: (state: LiveState, now: Instant) => Gesture | null) => Promise<void>
  /** Shows at once and saves after: for hold and blank, which nobody can wait for. */
  readonly actAtOnce: (make: (state: LiveState, now: Instant) => Gesture | null) => void
  /** Shows what is settled after the close. It belongs to the circle, which saves it: the session is gone from disk by then. */
  readonly showOnly: (events: readonly EventBody[]) => void
  /** Writes the note by which a restart knows until when the session was alive. */
  readonly noteAlive: () => Promise<void>
  /** Tries again to save what could not be saved. */
  readonly retry: () => Promise<void>
  /** Saves what happens on disk when the session closes. */
  readonly replaceBy: (operations: readonly Operation[]) => Promise<void>
  readonly end: () => void
}

interface Start {
  readonly id: SessionId
  readonly planId: RecordId
  readonly plan: SessionPlan
  readonly log: readonly SessionEvent[]
  readonly texts: ReadonlyMap<TextId, TextRecord>
  readonly repository: Repository
  readonly clock: SteadyClock
}

/** A commit that takes longer than this counts as not saved for now, in milliseconds. */
const longestCommit = 4000

const inTime = <Value>(promise: Promise<Value>): Promise<Value> =>
  Promise.race([
    promise,
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error('slow')), longestCommit)),
  ])

/** Runs a session on its repository. */
export function createLiveSession({ id, planId, plan, log, texts, repository, clock }: Start): LiveSession {
  const fold = (events: readonly SessionEvent[], words: ReadonlyMap<TextId, TextRecord>) =>
    foldSession(newSession(id, plan, words), events)
  let state: LiveState = { session: fold(log, texts), log, history: historyOf(log), notSavedSince: null }
  let nextSeq = (log.at(-1)?.seq ?? 0) + 1
  let queue: Promise<void> = Promise.resolve()
  let unsaved: readonly Operation[] = []
  /** Whether the note of being alive waits to be written: one is enough. */
  let noting = false
  let writing: Promise<void> | null = null
  const listeners = new Set<() => void>()
  const place = sessionPlace(id)

  const show = (next: LiveState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const stamp = (events: readonly EventBody[], at: Instant): readonly SessionEvent[] => {
    const gesture = newId<GestureId>()
    return events.map((event) => ({ ...event, seq: nextSeq++, at, gesture }))
  }

  const seal = async (events: readonly SessionEvent[], gesture: Gesture): Promise<readonly Operation[]> => {
    const puts = [
      ...events.map((event) => repository.prepare({ t: 'event', d: event }, place)),
      ...(gesture.texts ?? []).map((text) =>
        repository.prepare(
          { t: 'text', d: text },
          { sid: id, scope: turnScope(id, text.item), id: recordOf(text.id) },
        ),
      ),
    ]
    return [
      ...(await Promise.all(puts)),
      ...(gesture.dropTexts ?? []).map((text): Operation => ({ kind: 'delete', id: recordOf(text) })),
      ...(gesture.forgets === undefined || gesture.forgets.length === 0
        ? []
        : [{ kind: 'destroy', keys: gesture.forgets.map((item) => turnScope(id, item)) } as const]),
    ]
  }

  /** The same record written twice before it was saved once: only the later one counts. */
  const joined = (operations: readonly Operation[]): readonly Operation[] => {
    const replaced = new Set(operations.flatMap((one) => (one.kind === 'put' ? [one.envelope.id] : [])))
    return [...unsaved.filter((one) => one.kind !== 'put' || !replaced.has(one.envelope.id)), ...operations]
  }

  /** Writes what is unsaved, one transaction after another and never two at once. */
  const writeAll = async (): Promise<void> => {
    while (unsaved.length > 0) {
      const batch = unsaved
      await repository.commit(batch)
      unsaved = unsaved.filter((operation) => !batch.includes(operation))
    }
    if (state.notSavedSince !== null) show({ ...state, notSavedSince: null })
  }

  const flush = (): Promise<void> => {
    writing ??= writeAll().finally(() => {
      writing = null
    })
    return writing
  }

  const save = async (operations: readonly Operation[]): Promise<void> => {
    unsaved = joined(operations)
    try {
      // A commit that is only slow may still come through: then nothing is left to tell.
      await inTime(flush())
    } catch (reason) {
      // Not lost: it stays in `unsaved`, is told on the console, and is tried again. Only the kind of failure is logged.
      console.warn(`Not saved: ${(reason as Error).name}`)
      if (unsaved.length > 0 && state.notSavedSince === null) show({ ...state, notSavedSince: clock.now() })
    }
  }

  const showGesture = (events: readonly SessionEvent[], gesture: Gesture) => {
    const words = new Map(state.session.texts)
    for (const text of gesture.texts ?? []) words.set(text.id, text)
    for (const text of gesture.dropTexts ?? []) words.delete(text)
    const joined = [...state.log, ...events]
    const inOrder = (events[0]?.seq ?? 0) > (state.log.at(-1)?.seq ?? 0)
    const plain =
      inOrder && events.every((event) => event.type !== 'withdrawn' && event.type !== 'reinstated')
    const ordered = inOrder ? joined : joined.toSorted((a, b) => a.seq - b.seq)
    const session = plain ? events.reduce(apply, { ...state.session, texts: words }) : fold(ordered, words)
    show({ ...state, session, log: ordered, history: historyOf(ordered) })
  }

  const enqueue = (task: () => Promise<void>): Promise<void> => {
    queue = queue.then(task, task)
    return queue
  }

  return {
    id,
    planId,
    state: () => state,
    now: clock.now,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    act: (make) => {
      // It happened when it was pressed, however long the disk still has to do before.
      const now = clock.now()
      return enqueue(async () => {
        const gesture = make(state, now)
        if (gesture === null) return
        const events = stamp(gesture.events, gesture.at ?? now)
        await save(await seal(events, gesture))
        showGesture(events, gesture)
      })
    },
    actAtOnce: (make) => {
      const now = clock.now()
      const gesture = make(state, now)
      if (gesture === null) return
      const events = stamp(gesture.events, gesture.at ?? now)
      showGesture(events, gesture)
      void enqueue(async () => save(await seal(events, gesture)))
    },
    showOnly: (events) => showGesture(stamp(events, clock.now()), { events }),
    noteAlive: () => {
      if (noting) return queue
      noting = true
      return enqueue(async () => {
        noting = false
        await save([await repository.prepare({ t: 'alive', d: { at: clock.now() } }, alivePlace(id))])
      })
    },
    retry: () => enqueue(() => save([])),
    replaceBy: (operations) => enqueue(() => save(operations)),
    end: () => listeners.clear(),
  }
}

const recordOf = (text: TextId): RecordId => text as string as RecordId
