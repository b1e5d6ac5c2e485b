import { useEffect, useRef } from 'react'
import type { Instant, Millis } from '../../shared/basics/time'
import { crossed, leftNow } from '../../shared/announce/milestone'
import type { StepId } from '../../shared/basics/ids'
import { wholeMinutes, millisOf } from '../../shared/basics/time'
import { isRound } from '../../shared/session/rounds'
import { currentStep, isHalted, type Session } from '../../shared/session/session'
import { plannedMinutes } from '../../shared/session/plan'
import type { StageView } from '../../shared/stage/stage-view'
import type { LiveState } from '../data/live-session'
import type { Words } from '../words/en'
import { useWords } from '../words/words'
import { useSay } from './announcer'
import { sayView } from './say-view'

/** What was so when the voice last listened. */
interface Heard {
  readonly step: StepId | null
  readonly halted: boolean
  readonly sees: string
  readonly left: Millis | null
  readonly undone: number
  readonly log: number
}

interface Moment {
  readonly state: LiveState
  readonly view: StageView
  readonly now: Instant
}

function heardNow({ state: { session, history, log }, now }: Moment, sees: string): Heard {
  return {
    step: session.at,
    halted: isHalted(session),
    sees,
    left: leftNow(session, now),
    undone: history.redo.length,
    log: log.length,
  }
}

/** Faces that come and go while the same thing goes on: after them nothing begins anew. A banner says the black wall. */
const passing = ({ face }: StageView): boolean =>
  face.kind === 'reminded' || face.kind === 'blank' || face.kind === 'held' || ('told' in face && face.told)

/** How a step begins: what the room sees, and how long it has where that is for the room; a round has its voices instead. */
function begins(session: Session, sees: string, words: Words): string {
  const step = currentStep(session)
  const isTimed = step !== null && !isRound(step) && ['phase', 'silence'].includes(step.kind)
  const minutes = isTimed ? plannedMinutes(step) : 0
  return words.console.aloud.begins(sees, wholeMinutes(millisOf(minutes * 60_000)))
}

/** Everything that is to be said now, after what was heard before; usually nothing. */
function sayings(moment: Moment, before: Heard | null, now: Heard, words: Words): readonly string[] {
  const { session, log } = moment.state
  const { aloud } = words.console
  const says: string[] = []
  if (before !== null && now.undone !== before.undone && now.log > before.log) {
    if (now.undone > before.undone) says.push(aloud.undone)
    else if (log.at(-1)?.type === 'reinstated') says.push(aloud.redone)
  }
  if (before?.halted === true && !now.halted) says.push(aloud.goesOn)
  if (before === null || now.step !== before.step) says.push(begins(session, now.sees, words))
  else if (now.sees !== before.sees) says.push(now.sees)
  else if (before.left !== null && now.left !== null) {
    const reached = crossed(before.left, now.left)
    if (reached !== null) says.push(aloud.milestones[reached])
  }
  return says
}

/** Says what a session comes to, once each: a step begins, a threshold of its clock, somebody comes, a gesture is taken back. */
export function useSpoken({ state, view, now }: Moment): void {
  const words = useWords()
  const say = useSay()
  const heard = useRef<Heard | null>(null)
  useEffect(() => {
    const moment = { state, view, now }
    // What passes is not heard: the same words after it are no news.
    const lasting = heard.current !== null && passing(view) ? heard.current.sees : sayView(view, words)
    const next = heardNow(moment, lasting)
    for (const text of sayings(moment, heard.current, next, words)) say(text)
    heard.current = next
  }, [state, view, now, words, say])
}
