import { useCallback, useEffect, useState } from 'react'
import { between, instantOf, millisOf, type Millis } from '../../shared/basics/time'
import type { CircleId, TextId } from '../../shared/basics/ids'
import { newStanding, usualRetention } from '../../shared/circle/circle'
import type { Proposal } from '../../shared/circle/rota'
import { library } from '../../shared/formats/library/library'
import { shortQuestionRound } from '../../shared/formats/library/short-question-round'
import type { EventBody } from '../../shared/session/events'
import { newPlan, type PlanWish } from '../../shared/session/new-plan'
import type { Opening, OpenWish, Protection, VaultFacts } from '../../shared/vault/vault'
import { dayOf } from '../words/time'
import {
  createCircle,
  forgetCircle,
  newMembers,
  planSession,
  putAway,
  resumeSession,
  type OpenCircle,
  type OpenSession,
} from '../data/circles'
import type { LiveSession } from '../data/live-session'
import { newId } from '../data/new-id'
import type { SteadyClock } from '../data/steady-clock'
import { desktop } from '../desktop'
import type { FirstMinute } from './new-circle/new-circle'
import { openKey, wasBehindLock } from './lock-now'
import { reopened, withDueForgotten, type KnownCircles } from './read-circles'
import { useClosing, type Closing, type Receipt, type Running } from './use-closing'
import { noteGap } from './use-watch'

/** The note of being alive is up to five seconds old: a shorter absence is not told. */
const toldFrom = millisOf(10_000)
/** How often it is looked what has been kept long enough, in milliseconds. */
const forgetEvery = 3_600_000

export interface Circles {
  readonly list: KnownCircles | null
  readonly running: Running | null
  /** Whether a session goes on behind a lock, and this page is to go back to it. */
  readonly waits: boolean
  readonly receipt: Receipt
  /** A new circle from its first minute, with its session. */
  readonly begin: (answers: FirstMinute, sentences: readonly string[]) => Promise<void>
  /** The next session of a circle, as it was prepared. */
  readonly openRoom: (open: OpenCircle, wish: PlanWish) => Promise<void>
  /** Whom the rota would ask for next time, this session counted; best first. */
  readonly forNextTime: () => readonly Proposal[]
  /** Settles what the closed session leaves to the next: the date, and who is asked. */
  readonly settleNext: (events: readonly EventBody[]) => Promise<void>
  /** Writes a change of the circle that the closed session left. */
  readonly writeClosed: Closing['writeCircle']
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

/** The same circles, one of them with other ways to open it. */
const withVault = (list: KnownCircles, vault: VaultFacts): KnownCircles => ({
  ...list,
  circles: list.circles.map((open) => (open.circle.id === vault.id ? { ...open, vault } : open)),
})

/** The circles of this computer and the session that runs; a reload of the page goes on where it was. */
export function useCircles(clock: SteadyClock): Circles {
  const [list, setList] = useState<KnownCircles | null>(null)
  const [running, setRunning] = useState<Running | null>(null)

  const enter = useCallback(async (open: OpenCircle, live: LiveSession, away: Millis | null = null) => {
    sessionStorage.setItem(openKey, live.id)
    await desktop().setStage('open')
    setRunning({ open, live, away })
  }, [])

  const goOn = useCallback(
    async (open: OpenCircle, unfinished: OpenSession) => {
      const live = resumeSession(open, unfinished, clock)
      const said = unfinished.log.at(-1)?.at ?? clock.now()
      const last = instantOf(Math.max(unfinished.aliveAt ?? said, said))
      const now = clock.now()
      const away = between(last, now)
      if (wasBehindLock(live.id)) return enter(open, live)
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

  const closing = useClosing(running, clock)

  const done = useCallback(async () => {
    // What the receipt said must be true on disk before anything is closed.
    await closing.settled()
    await running?.live.retry()
    running?.live.end()
    setRunning(null)
    await refresh()
    await desktop().setStage('closed')
  }, [running, refresh, closing])

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
    const vault = (await desktop().vaults()).vaults.find((one) => one.id === id)
    if (vault !== undefined) setList((now) => now && withVault(now, vault))
  }, [])

  const forget = useCallback(
    async (open: OpenCircle) => {
      await closing.settled()
      await forgetCircle(open)
      closing.drop()
    },
    [closing],
  )

  const clockIsRight = useCallback(async () => {
    if (list !== null) setList(await withDueForgotten(list, clock.now(), true))
  }, [list, clock])

  return {
    list,
    running,
    waits: running === null && sessionStorage.getItem(openKey) !== null,
    receipt: closing.receipt,
    begin,
    openRoom,
    goOn,
    closeIt,
    closed: closing.closed,
    forNextTime: closing.forNextTime,
    settleNext: closing.settleNext,
    writeClosed: closing.writeCircle,
    done,
    unlock,
    protect,
    forget,
    clockIsRight,
    refresh,
  }
}
