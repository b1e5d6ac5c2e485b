import type { GestureId } from '../basics/ids'
import { apply } from './apply'
import { eventTypes, type SessionEvent } from './events'
import type { Session } from './session'

/** What can be undone and redone, last gesture last. */
export interface History {
  readonly undo: readonly GestureId[]
  readonly redo: readonly GestureId[]
  readonly withdrawn: ReadonlySet<GestureId>
}

interface Stacks {
  course: 'waiting' | 'running' | 'closed'
  undo: GestureId[]
  redo: GestureId[]
  withdrawn: Set<GestureId>
}

function follow(stacks: Stacks, event: SessionEvent): void {
  const { undo, redo, withdrawn } = stacks
  if (event.type === 'session-begun' || event.type === 'session-closed') {
    const [from, to] =
      event.type === 'session-begun' ? (['waiting', 'running'] as const) : (['running', 'closed'] as const)
    if (stacks.course !== from) return
    stacks.course = to
    stacks.undo = []
    stacks.redo = []
  } else if (event.type === 'sweep-begun') {
    stacks.undo = []
    stacks.redo = []
  } else if (event.type === 'withdrawn') {
    if (undo.at(-1) !== event.target) return
    undo.pop()
    redo.push(event.target)
    withdrawn.add(event.target)
  } else if (event.type === 'reinstated') {
    if (redo.at(-1) !== event.target) return
    redo.pop()
    undo.push(event.target)
    withdrawn.delete(event.target)
  } else if (
    eventTypes[event.type] === 'undoable' &&
    !undo.includes(event.gesture) &&
    !withdrawn.has(event.gesture)
  ) {
    undo.push(event.gesture)
    stacks.redo = []
  }
}

/** One stack, last gesture first, from the session's begin to the start of the sweep, and anew from there to its close. */
export function historyOf(log: readonly SessionEvent[]): History {
  const stacks: Stacks = { course: 'waiting', undo: [], redo: [], withdrawn: new Set() }
  for (const event of log) follow(stacks, event)
  return { undo: stacks.undo, redo: stacks.redo, withdrawn: stacks.withdrawn }
}

/**
 * The events that count: those of withdrawn gestures are left out as if they had never happened.
 * Forgetting is the exception: its texts are gone from disk, so taking back the key press that did it brings back none.
 */
export function effective(log: readonly SessionEvent[]): readonly SessionEvent[] {
  const { withdrawn } = historyOf(log)
  return log.filter((event) => !withdrawn.has(event.gesture) || event.type === 'turn-forgotten')
}

/** A session from its facts: the start, and everything that counts, in order. */
export const foldSession = (start: Session, log: readonly SessionEvent[]): Session =>
  effective(log).reduce(apply, start)
