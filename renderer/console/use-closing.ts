import { useCallback, useMemo, useRef, useState } from 'react'
import type { Millis } from '../../shared/basics/time'
import type { Circle } from '../../shared/circle/circle'
import { rank, type Proposal } from '../../shared/circle/rota'
import { standingAfter } from '../../shared/session/after'
import type { EventBody } from '../../shared/session/events'
import { seated } from '../../shared/session/session'
import { linesOf } from '../../shared/session/sweep'
import { traceOf } from '../../shared/session/trace'
import { takesOut } from '../data/becoming'
import { closingOperations, stateAfter, writeState, type OpenCircle } from '../data/circles'
import type { LiveSession } from '../data/live-session'
import type { WriteCircle } from '../data/own-marks'
import { keepCopy, packsOf, writeWithCopies } from '../data/packs'
import type { SteadyClock } from '../data/steady-clock'
import { openKey } from './lock-now'

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
  /** The circle as the session left it; null until it stands on disk. */
  readonly circle: Circle | null
}

/** A session from its close until everybody has gone. */
export interface Closing {
  readonly receipt: Receipt
  readonly closed: () => void
  /** Whom the rota would ask for next time, this session counted; best first. */
  readonly forNextTime: () => readonly Proposal[]
  /** Settles what the closed session leaves to the next: the date, and who is asked. */
  readonly settleNext: (events: readonly EventBody[]) => Promise<void>
  /** Writes a change of the circle that the session left; false where it could not be written, or the circle is forgotten. */
  readonly writeCircle: WriteCircle
  /** Done when everything that was begun stands on disk. */
  readonly settled: () => Promise<unknown>
  /** The circle is forgotten: nothing of it is written any more, and the wall says so. */
  readonly drop: () => void
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

/** How long to wait before something is tried again that could not be written, in milliseconds. */
const triedAgainAfter = 5000

/** Tries until it can be done: what a receipt promises is never given up. */
async function untilDone<Value>(make: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await make()
    } catch (reason) {
      console.warn(`Not written yet: ${(reason as Error).name}`)
      await new Promise((done) => setTimeout(done, triedAgainAfter))
    }
  }
}

/** What is told of a close that stands on disk. */
interface Told {
  readonly of: LiveSession
  readonly copies: number
  readonly circle: Circle
}

/** The wall after "Keep nothing": no line stays, and nothing is settled for a next time. */
const nothingStays = (live: LiveSession): readonly EventBody[] => [
  ...linesOf(live.state().session).map(({ text }) => ({ type: 'line-moved', text, way: 'forget' }) as const),
  { type: 'next-meeting-set', meets: null },
  { type: 'next-facilitator-asked', member: null, answer: 'asked' },
]

/** What happens from the close on: what is forgotten, the receipt, and what is settled for next time. */
export function useClosing(running: Running | null, clock: SteadyClock): Closing {
  const [told, setTold] = useState<Told | null>(null)
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
      await live.replaceBy(await untilDone(() => closingOperations(open, session, now)))
      await saved(live)
      const held = (await packsOf(open)).filter(({ kind }) => kind === 'snapshot').length
      // Only what goes out of the circle's own records closes the earlier copies too.
      await keepCopy(after, 'backup', takesOut(open, after) ? 'all' : 'snapshots').catch((reason: unknown) =>
        console.warn(`Not copied: ${(reason as Error).name}`),
      )
      setTold({ of: live, copies: held, circle: after.circle })
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

  const writeCircle = useCallback(async (make: (circle: Circle) => Circle) => {
    const write = async (open: OpenCircle | null): Promise<OpenCircle | null> =>
      open === null ? null : writeWithCopies(open, { ...open, circle: make(open.circle) })
    const before = closing.current
    const written = before.then(write)
    // What could not be written leaves the circle as it was, for whatever comes next.
    closing.current = written.catch(() => before)
    return written.then(
      (open) => {
        if (open !== null) setTold((now) => now && { ...now, circle: open.circle })
        return open !== null
      },
      (reason: unknown) => {
        console.warn(`The circle was not changed: ${(reason as Error).name}`)
        return false
      },
    )
  }, [])

  const settled = useCallback(() => closing.current, [])
  const drop = useCallback(() => {
    closing.current = Promise.resolve(null)
    if (running !== null) running.live.showOnly(nothingStays(running.live))
  }, [running])
  const known = told !== null && told.of === running?.live ? told : null
  const copies = known?.copies ?? null
  const circle = known?.circle ?? null
  const asksWho = running?.open.vault.ways.includes('open') ?? false
  const receipt = useMemo((): Receipt => ({ copies, asksWho, circle }), [copies, asksWho, circle])
  return useMemo(
    () => ({ receipt, closed, forNextTime, settleNext, writeCircle, settled, drop }),
    [receipt, closed, forNextTime, settleNext, writeCircle, settled, drop],
  )
}
