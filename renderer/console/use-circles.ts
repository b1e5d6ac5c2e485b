import { useCallback, useEffect, useRef, useState } from 'react'
import { between, instantOf, millisOf, type Millis } from '../../shared/basics/time'
import type { TextId } from '../../shared/basics/ids'
import { newStanding, usualRetention } from '../../shared/circle/circle'
import { rank, type Proposal } from '../../shared/circle/rota'
import { library } from '../../shared/formats/library/library'
import { shortQuestionRound } from '../../shared/formats/library/short-question-round'
import type { EventBody } from '../../shared/session/events'
import { newPlan, type PlanWish } from '../../shared/session/new-plan'
import { seated } from '../../shared/session/session'
import { traceOf } from '../../shared/session/trace'
import { dayOf } from '../words/time'
import {
  closingOperations,
  createCircle,
  newMembers,
  openCircles,
  planSession,
  putAway,
  resumeSession,
  writeStanding,
  type CircleList,
  type OpenCircle,
  type OpenSession,
} from '../data/circles'
import type { LiveSession } from '../data/live-session'
import { newId } from '../data/new-id'
import type { SteadyClock } from '../data/steady-clock'
import { desktop } from '../desktop'
import type { FirstMinute } from './new-circle/new-circle'
import { noteGap } from './use-watch'

const openKey = 'open-session'
/** The note of being alive is up to five seconds old: a shorter absence is not told. */
const toldFrom = millisOf(10_000)

/** A session that runs, with the circle it belongs to. */
export interface Running {
  readonly open: OpenCircle
  readonly live: LiveSession
  /** How long the app was away before it went on; null when that was too short to tell. */
  readonly away: Millis | null
}

export interface Circles {
  readonly list: CircleList | null
  readonly running: Running | null
  /** A new circle from its first minute, with its session. */
  readonly begin: (answers: FirstMinute, sentences: readonly string[]) => Promise<void>
  /** The next session of a circle, as it was prepared. */
  readonly openRoom: (open: OpenCircle, wish: PlanWish) => Promise<void>
  /** Whom the rota would ask for next time, this session counted; best first. */
  readonly forNextTime: () => readonly Proposal[]
  /** Settles what the closed session leaves to the next: the date, and who is asked. */
  readonly settleNext: (events: readonly EventBody[]) => Promise<void>
  readonly goOn: (open: OpenCircle, unfinished: OpenSession) => Promise<void>
  readonly closeIt: (open: OpenCircle, unfinished: OpenSession) => Promise<void>
  readonly closed: () => void
  readonly done: () => Promise<void>
}

/** The circles of this computer and the session that runs; a reload of the page goes on where it was. */
export function useCircles(clock: SteadyClock): Circles {
  const [list, setList] = useState<CircleList | null>(null)
  const [running, setRunning] = useState<Running | null>(null)

  const enter = useCallback(async (open: OpenCircle, live: LiveSession, away: Millis | null = null) => {
    sessionStorage.setItem(openKey, live.id)
    await desktop().openStage()
    setRunning({ open, live, away })
  }, [])

  const goOn = useCallback(
    async (open: OpenCircle, unfinished: OpenSession) => {
      const live = resumeSession(open, unfinished, clock)
      const said = unfinished.log.at(-1)?.at ?? clock.now()
      const last = instantOf(Math.max(unfinished.aliveAt ?? said, said))
      const now = clock.now()
      const away = between(last, now)
      const isShort = noteGap(live, last, now, away)
      await enter(open, live, isShort && away > toldFrom ? away : null)
    },
    [clock, enter],
  )

  const closeIt = useCallback(
    async (open: OpenCircle, unfinished: OpenSession) => {
      await putAway(open, unfinished)
      setList(await reopened(list))
    },
    [list],
  )

  useEffect(() => {
    let current = true
    void openCircles().then(async (found) => {
      if (!current) return
      setList(found)
      const wanted = sessionStorage.getItem(openKey)
      const match = found.circles.find(({ unfinished }) => unfinished !== null && unfinished.id === wanted)
      if (match?.unfinished) await goOn(match, match.unfinished)
    })
    return () => {
      current = false
    }
  }, [goOn])

  const openRoom = useCallback(
    async (open: OpenCircle, wish: PlanWish) => {
      const plan = newPlan(open, wish)
      if (plan.ok) await enter(open, await planSession(open, plan.value, { here: wish.here, clock }))
    },
    [clock, enter],
  )

  const begin = useCallback(
    async ({ name, names, minutes, help }: FirstMinute, sentences: readonly string[]) => {
      const agreements = sentences.map((text) => ({ id: newId<TextId>(), text }))
      const open = await createCircle({
        name,
        members: newMembers(names),
        agreements,
        level: 'C2',
        standing: newStanding,
        retention: usualRetention,
        version: 1,
      })
      await openRoom(open, {
        here: open.circle.members.map(({ id }) => id),
        minutes,
        help,
        beginsAt: null,
        today: dayOf(clock.now()),
        formats: library,
        format: shortQuestionRound.id,
      })
    },
    [clock, openRoom],
  )

  const closing = useRef<Promise<void>>(Promise.resolve())
  const closed = useCallback(() => {
    if (running === null) return
    sessionStorage.removeItem(openKey)
    const { open, live } = running
    closing.current = closingOperations(open, live.state().session, clock.now()).then((operations) =>
      live.replaceBy(operations),
    )
  }, [running, clock])

  const forNextTime = useCallback((): readonly Proposal[] => {
    if (running === null) return []
    const { open, live } = running
    const { session } = live.state()
    const traces = [...open.traces, traceOf(session, clock.now())]
    const { members, standing } = open.circle
    return rank({ members, standing: { ...standing, offers: [] }, traces }, seated(session), 'facilitator')
  }, [running, clock])

  const settleNext = useCallback(
    async (events: readonly EventBody[]) => {
      if (running === null) return
      await closing.current
      running.live.showOnly(events)
      await writeStanding(running.open, running.live.state().session)
    },
    [running],
  )

  const done = useCallback(async () => {
    // What the receipt said must be true on disk before anything is closed.
    await closing.current
    await running?.live.retry()
    running?.live.end()
    setRunning(null)
    setList(await reopened(list))
    await desktop().closeStage()
  }, [running, list])

  return { list, running, begin, openRoom, goOn, closeIt, closed, forNextTime, settleNext, done }
}

/** Closes what was open and reads everything anew. */
async function reopened(list: CircleList | null): Promise<CircleList> {
  for (const { repository } of list?.circles ?? []) repository.close()
  return openCircles()
}
