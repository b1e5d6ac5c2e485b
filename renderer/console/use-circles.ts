import { useCallback, useEffect, useRef, useState } from 'react'
import { between, instantOf, millisOf, type Instant, type Millis } from '../../shared/basics/time'
import type { CircleId, TextId } from '../../shared/basics/ids'
import { newStanding, usualRetention } from '../../shared/circle/circle'
import { rank, type Proposal } from '../../shared/circle/rota'
import { library } from '../../shared/formats/library/library'
import { shortQuestionRound } from '../../shared/formats/library/short-question-round'
import { standingAfter } from '../../shared/session/after'
import type { EventBody } from '../../shared/session/events'
import { newPlan, type PlanWish } from '../../shared/session/new-plan'
import { seated } from '../../shared/session/session'
import { traceOf } from '../../shared/session/trace'
import type { Opening, OpenWish, Protection } from '../../shared/vault/vault'
import { dayOf } from '../words/time'
import {
  closingOperations,
  createCircle,
  forgetCircle,
  newMembers,
  openCircles,
  planSession,
  putAway,
  resumeSession,
  stateAfter,
  writeState,
  type CircleList,
  type OpenCircle,
  type OpenSession,
} from '../data/circles'
import type { LiveSession } from '../data/live-session'
import { newId } from '../data/new-id'
import { keepCopy, packsOf } from '../data/packs'
import { forgetDue } from '../data/retention'
import type { SteadyClock } from '../data/steady-clock'
import { desktop } from '../desktop'
import type { FirstMinute } from './new-circle/new-circle'
import { noteGap } from './use-watch'

const openKey = 'open-session'
/** The note of being alive is up to five seconds old: a shorter absence is not told. */
const toldFrom = millisOf(10_000)
/** How often it is looked what has been kept long enough, in milliseconds. */
const forgetEvery = 3_600_000

/** A session that runs, with the circle it belongs to. */
export interface Running {
  readonly open: OpenCircle
  readonly live: LiveSession
  /** How long the app was away before it went on; null when that was too short to tell. */
  readonly away: Millis | null
}

/** What the receipt of a closed session says beside what stays. */
export interface Receipt {
  /** How many copies on this computer held what is forgotten; null until it stands on disk. */
  readonly copies: number | null
  /** Whether nobody has said yet who can open the circle. */
  readonly asksWho: boolean
}

/** The circles, and those whose clock is so far ahead that somebody is asked before anything is forgotten. */
export type KnownCircles = CircleList & { readonly jumped: readonly CircleId[] }

export interface Circles {
  readonly list: KnownCircles | null
  readonly running: Running | null
  readonly receipt: Receipt
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
  readonly unlock: (id: CircleId, wish: Pick<OpenWish, 'way' | 'secret'>) => Promise<Opening>
  readonly protect: (id: CircleId, how: Omit<Protection, 'id'>) => Promise<void>
  readonly forget: (open: OpenCircle) => Promise<void>
  /** Says that this computer's clock is right, however far it is ahead. */
  readonly clockIsRight: () => Promise<void>
  /** Reads everything anew. */
  readonly refresh: () => Promise<void>
}

/** Done when everything of a session is saved. */
const saved = (live: LiveSession): Promise<void> =>
  new Promise((done) => {
    const isSaved = () => live.state().notSavedSince === null
    if (isSaved()) return done()
    const stop = live.subscribe(() => {
      if (!isSaved()) return
      stop()
      done()
    })
  })

/** Forgets in each circle what was kept long enough. One that cannot be written now is looked at again in an hour. */
async function withDueForgotten(list: CircleList, now: Instant, sure: boolean): Promise<KnownCircles> {
  const looked = await Promise.all(
    list.circles.map((open) =>
      forgetDue(open, now, sure).catch((reason: unknown) => {
        console.warn(`Not forgotten yet: ${(reason as Error).name}`)
        return { open, jumped: false }
      }),
    ),
  )
  const jumped = looked.filter((one) => one.jumped).map(({ open }) => open.circle.id)
  return { ...list, circles: looked.map(({ open }) => open), jumped }
}

/** Closes what was open and reads everything anew. */
async function reopened(list: CircleList | null, now: Instant): Promise<KnownCircles> {
  for (const { repository } of list?.circles ?? []) repository.close()
  return withDueForgotten(await openCircles(), now, false)
}

/** The circles of this computer and the session that runs; a reload of the page goes on where it was. */
export function useCircles(clock: SteadyClock): Circles {
  const [list, setList] = useState<KnownCircles | null>(null)
  const [running, setRunning] = useState<Running | null>(null)
  const [receipt, setReceipt] = useState<Receipt>({ copies: null, asksWho: false })

  const enter = useCallback(async (open: OpenCircle, live: LiveSession, away: Millis | null = null) => {
    sessionStorage.setItem(openKey, live.id)
    await desktop().openStage()
    setReceipt({ copies: null, asksWho: false })
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

  /** Shows the circles, or goes on with the session that this page was in. */
  const show = useCallback(
    async (found: KnownCircles) => {
      setList(found)
      const wanted = sessionStorage.getItem(openKey)
      const match = found.circles.find(({ unfinished }) => unfinished !== null && unfinished.id === wanted)
      if (match?.unfinished) await goOn(match, match.unfinished)
    },
    [goOn],
  )

  const refresh = useCallback(async () => show(await reopened(list, clock.now())), [list, clock, show])

  const closeIt = useCallback(
    async (open: OpenCircle, unfinished: OpenSession) => {
      await putAway(open, unfinished)
      await refresh()
    },
    [refresh],
  )

  useEffect(() => {
    let current = true
    void reopened(null, clock.now()).then(async (found) => {
      if (current) await show(found)
    })
    return () => {
      current = false
    }
  }, [clock, show])

  const isRunning = running !== null
  useEffect(() => {
    if (isRunning) return
    const timer = setInterval(() => {
      setList((now) => {
        if (now !== null) void withDueForgotten(now, clock.now(), false).then(setList)
        return now
      })
    }, forgetEvery)
    return () => clearInterval(timer)
  }, [clock, isRunning])

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

  /** The circle as the closed session leaves it, once that is on disk. */
  const closing = useRef<Promise<OpenCircle | null>>(Promise.resolve(null))
  const closed = useCallback(() => {
    if (running === null) return
    sessionStorage.removeItem(openKey)
    const { open, live } = running
    const { session } = live.state()
    const now = clock.now()
    closing.current = (async () => {
      const after = { ...open, ...stateAfter(open, session, now), unfinished: null }
      const renewed = open.commitments.length > 0
      await live.replaceBy(await closingOperations(open, session, now))
      await saved(live)
      const held = (await packsOf(open)).filter(({ kind }) => kind === 'snapshot').length
      await keepCopy(after, 'backup', renewed ? 'all' : 'snapshots')
      setReceipt({ copies: held, asksWho: open.vault.ways.includes('open') })
      return after
    })()
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
      running.live.showOnly(events)
      const { session } = running.live.state()
      closing.current = closing.current.then((open) => {
        if (open === null) return null
        const { circle } = open
        const standing = standingAfter(session, running.open.circle.standing)
        return writeState(open, { ...open, circle: { ...circle, standing, version: circle.version + 1 } })
      })
      await closing.current
    },
    [running],
  )

  const done = useCallback(async () => {
    // What the receipt said must be true on disk before anything is closed.
    await closing.current
    await running?.live.retry()
    running?.live.end()
    setRunning(null)
    await refresh()
    await desktop().closeStage()
  }, [running, refresh])

  const unlock = useCallback(
    async (id: CircleId, wish: Pick<OpenWish, 'way' | 'secret'>) => {
      const opening = await desktop().openVault({ id, ...wish })
      if (opening.is === 'open') await refresh()
      return opening
    },
    [refresh],
  )

  const protect = useCallback(async (id: CircleId, how: Omit<Protection, 'id'>) => {
    await desktop().protectVault({ id, ...how })
  }, [])

  const forget = useCallback(async (open: OpenCircle) => {
    await closing.current
    await forgetCircle(open)
    closing.current = Promise.resolve(null)
  }, [])

  const clockIsRight = useCallback(async () => {
    if (list !== null) setList(await withDueForgotten(list, clock.now(), true))
  }, [list, clock])

  return {
    list,
    running,
    receipt,
    begin,
    openRoom,
    goOn,
    closeIt,
    closed,
    forNextTime,
    settleNext,
    done,
    unlock,
    protect,
    forget,
    clockIsRight,
    refresh,
  }
}
