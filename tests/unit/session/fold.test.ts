import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GestureId, ItemId } from '../../../shared/basics/ids'
import { apply } from '../../../shared/session/apply'
import { eventTypes, type EventBody, type EventType, type SessionEvent } from '../../../shared/session/events'
import { effective, foldSession, historyOf } from '../../../shared/session/fold'
import type { Session } from '../../../shared/session/session'
import {
  allCommands,
  allTypes,
  anyLog,
  count,
  eveningOf,
  factsOf,
  performed,
  planFor,
  play,
  rareIn,
  runs,
  someTexts,
  type Deed,
  type Run,
  type Tally,
  type Watch,
  type Wish,
  wishes,
} from '../../support/arbitraries'
import {
  aSession,
  anEvening,
  at,
  begun,
  inPhase,
  item,
  member,
  momentOf,
  phaseStep,
  press,
  question,
  record,
  step,
  wait,
  type Evening,
} from '../builders'

const withoutClose = allTypes.filter((type) => type !== 'session-closed')
const beforeSweep = withoutClose.filter((type) => type !== 'sweep-begun')
const logs = wishes.chain((wish) => fc.record({ wish: fc.constant(wish), log: anyLog(planFor(wish)) }))
const startOf = (wish: Wish) => aSession(planFor(wish), someTexts)

const sessionKeys = Object.keys(aSession()).toSorted()

/** None may be rarer than a third of an equal share, nor than one in a hundred where there are so few that this is less. */
const leastShare = (names: readonly string[]) => Math.min(0.01, 1 / (3 * names.length))

/** What takes several facts before it, in order: board-facts.test.ts has them. */
const afterOthers: readonly EventType[] = [
  'question-returned',
  'question-ungrouped',
  'board-paged',
  'themes-chosen',
]

describe('the fold', () => {
  it('gives a session for any log of any facts, and never throws', () => {
    const made: Tally = new Map()
    const effects: Tally = new Map()
    fc.assert(
      fc.property(logs, ({ wish, log }) => {
        const start = startOf(wish)
        const session = foldSession(start, log)
        expect(Object.keys(session).toSorted()).toEqual(sessionKeys)
        expect(['waiting', 'running', 'closed']).toContain(session.course)
        expect(session.at === null || session.steps.some(({ id }) => id === session.at)).toBe(true)
        expect(new Set(session.chairs)).toEqual(new Set(start.chairs))
        for (const event of log) count(made, event.type)
        log.reduce((before, event) => {
          const next = apply(before, event)
          if (!isDeepStrictEqual(next, before)) count(effects, event.type)
          return next
        }, start)
      }),
      { numRuns: 1000 },
    )
    expect(rareIn(made, allTypes, leastShare(allTypes), 'Facts in any log')).toEqual([])
    const answered = allTypes.filter(
      (type) => type !== 'withdrawn' && type !== 'reinstated' && !afterOthers.includes(type),
    )
    expect(rareIn(effects, answered, 0, 'Facts that changed something')).toEqual([])
  })

  it('is the same fact by fact as all at once, when nothing is withdrawn', () => {
    fc.assert(
      fc.property(logs, fc.nat(), ({ wish, log }, cut) => {
        const start = startOf(wish)
        const kept = log.filter(({ type }) => type !== 'withdrawn')
        const index = cut % (kept.length + 1)
        const before = foldSession(start, kept.slice(0, index))
        expect(isDeepStrictEqual(kept.slice(index).reduce(apply, before), foldSession(start, kept))).toBe(
          true,
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('changes nothing for a fact that names what is not there', () => {
    const strangers = wishes.chain((wish) =>
      fc.record({ wish: fc.constant(wish), place: fc.constantFrom(...places), body: factsOf(planFor(wish)) }),
    )
    const naming = ['member', 'step', 'item', 'question', 'to', 'commitment', 'format'] as const
    fc.assert(
      fc.property(strangers, fc.constantFrom(...naming), ({ wish, place, body }, field) => {
        fc.pre(Object.hasOwn(body, field) && body.type !== 'question-written' && body.type !== 'gap-found')
        const { session, now } = halfway(wish, place)
        const unknown = { ...body, [field]: 'nobody-knows' }
        const event = { ...unknown, seq: 999, at: now, gesture: 'stranger' } as SessionEvent
        expect(isDeepStrictEqual(apply(session, event), session), JSON.stringify(body)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

const places = [
  'opening/named',
  'check-in/round',
  'choosing/choosing',
  'turn-1/help',
  phaseStep('turn-1', 'open-questions'),
  'turn-3/groups',
  'commitments/round',
]

/** An evening at a place, its board put away by a hold, and with nothing more to come by itself. */
const halfway = (wish: Wish, place: string): Evening =>
  record(begun(planFor(wish), someTexts), [
    { type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') },
    { type: 'step-started', step: step(place) },
    { type: 'room-held' },
    { type: 'room-resumed' },
  ])

/** What gestures make; the time that passes and what stands outside undo is left aside. */
const undoableFacts = (session: Session, forgotten: ReadonlySet<ItemId> = session.forgotten) => ({
  chairs: session.chairs,
  here: session.here,
  facilitator: session.facilitator,
  scribe: session.scribe,
  cover: session.cover,
  handedOver: session.handedOver,
  facilitated: session.facilitated,
  choices: session.choices,
  steps: session.steps.map(({ id }) => id),
  bringing: session.bringing,
  wishes: session.wishes,
  groups: session.groups,
  outcomes: session.outcomes,
  commitments: session.commitments,
  words: session.words,
  moved: session.moved,
  at: session.at,
  presenters: session.presenters,
  boards: [...session.boards].filter(([turn]) => !forgotten.has(turn)),
  takeaways: [...session.takeaways].filter(([turn]) => !forgotten.has(turn)),
  thanked: session.thanked,
  kept: session.keptUntilClose,
  voices: [...session.progress.values()].flatMap(({ voices }) => voices),
  added: [...session.progress.values()].reduce((sum, { clock }) => sum + clock.added, 0),
})

/** Undoes from the top until nothing is left. */
const undoAll = (evening: Evening): Evening => {
  const { undo } = historyOf(evening.log)
  const facts = undo.toReversed().map((target): EventBody => ({ type: 'withdrawn', target }))
  const undone = facts.length === 0 ? evening : record(evening, facts)
  expect(historyOf(undone.log).undo).toEqual([])
  return undone
}

const redo = (evening: Evening, times: number): Evening => {
  const again = historyOf(evening.log).redo.toReversed().slice(0, times)
  return again.length === 0
    ? evening
    : record(
        evening,
        again.map((target): EventBody => ({ type: 'reinstated', target })),
      )
}

/** The log as if no gesture that can be undone had ever been made since the begin; what was forgotten stays forgotten. */
function neverHappened(first: Evening, log: readonly SessionEvent[]): readonly SessionEvent[] {
  const since = log.slice(first.log.length)
  const undoable = new Set(
    since.filter(({ type }) => eventTypes[type] === 'undoable').map(({ gesture }) => gesture),
  )
  return [
    ...first.log,
    ...since.filter(({ type, gesture }) => type === 'turn-forgotten' || !undoable.has(gesture)),
  ]
}

describe('undo', () => {
  it('gives the start when it is pressed until nothing is left, and redo gives everything back', () => {
    const facts: Tally = new Map()
    const pressed: Tally = new Map()
    const commands: Tally = new Map()
    fc.assert(
      fc.property(runs(beforeSweep), fc.nat(), (run: Run, cut) => {
        const begin = eveningOf(run)
        const watch: Watch = (deed, before, after) => {
          if (deed.kind !== 'command') return
          count(pressed, deed.id)
          if (after.log.length > before.log.length) count(commands, deed.id)
        }
        /** Plays from a place behind which nothing reaches, undoes all of it, and does it again. */
        const backAndForth = (
          evening: Evening,
          deeds: readonly Deed[],
          never: readonly EventType[],
        ): Evening => {
          const played = play(evening, deeds, watch, never)
          const undone = undoAll(played)
          // What was forgotten meanwhile comes back by no undo.
          const { forgotten } = undone.session
          expect(undoableFacts(undone.session)).toEqual(undoableFacts(evening.session, forgotten))
          const outside = foldSession(evening.start, neverHappened(evening, played.log))
          expect(isDeepStrictEqual(undone.session, outside)).toBe(true)
          const again = redo(undone, historyOf(played.log).undo.length)
          expect(isDeepStrictEqual(again.session, played.session)).toBe(true)
          expect(historyOf(again.log).undo).toEqual(historyOf(played.log).undo)
          return played
        }
        const half = cut % run.deeds.length
        const before = backAndForth(begin, run.deeds.slice(0, half), ['session-closed', 'sweep-begun'])
        const swept = record(before, [{ type: 'sweep-begun' }])
        expect(undoAll(swept)).toBe(swept)
        const after = backAndForth(swept, run.deeds.slice(half), ['session-closed', 'sweep-begun'])
        const closed = record(after, [{ type: 'session-closed' }])
        expect(undoAll(closed)).toBe(closed)
        for (const { type } of closed.log.slice(begin.log.length)) count(facts, type)
      }),
      { numRuns: 1000 },
    )
    expect(rareIn(facts, allTypes, leastShare(allTypes), 'Facts in played evenings')).toEqual([])
    expect(rareIn(pressed, allCommands, leastShare(allCommands), 'Commands pressed')).toEqual([])
    expect(rareIn(commands, performed, leastShare(performed), 'Commands that meant something')).toEqual([])
  })

  it('keeps what happened as it happens the same as what is read back', () => {
    fc.assert(
      fc.property(runs(), (run) => {
        const { start, session, log } = play(eveningOf(run), run.deeds)
        expect(isDeepStrictEqual(foldSession(start, log), session)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives back the time as if the gesture had never happened', () => {
    const told = wait(inPhase('telling'), 2)
    const left = (evening: Evening) => evening.session.progress.get(phaseStep('turn-1', 'telling'))?.clock
    const undone = press(wait(press(told, 'forward'), 1.5), 'undo')
    expect(left(undone)).toEqual(left(told))
    expect(undone.session.at).toBe(told.session.at)
  })

  it('takes one gesture back as one, however many facts it made', () => {
    const thanked = press(wait(press(inPhase('telling'), 'hold'), 1), 'end-with-thanks')
    expect(thanked.log.slice(-2).map(({ type }) => type)).toEqual(['room-resumed', 'turn-thanked'])
    const undone = press(thanked, 'undo')
    expect(undone.session.thanked).toBeNull()
    expect(undone.session.heldAt).not.toBeNull()
  })

  it('leaves what calms the room outside', () => {
    const evening = press(begun(), 'hold', 'blank', 'undo')
    expect(evening.session.heldAt).not.toBeNull()
    expect(evening.session.wall).toBe('blank')
  })

  it('begins anew with a gesture after an undo: what was undone cannot be redone', () => {
    const evening = press(begun(), 'forward', 'undo', 'forward')
    expect(historyOf(evening.log).redo).toEqual([])
    expect(press(evening, 'redo')).toEqual(evening)
  })

  it('reaches back to the begin, also when a second begin is recorded', () => {
    const evening = record(press(begun(), 'forward', 'forward'), [
      { type: 'session-begun', plan: momentOf(begun()).plan },
    ])
    expect(historyOf(evening.log).undo).toHaveLength(2)
  })

  it('does not reach behind the begin', () => {
    const evening = begun()
    expect(evening.session.here.size).toBe(5)
    expect(historyOf(evening.log).undo).toEqual([])
  })

  it('takes back a chair before the begin', () => {
    const came = record(anEvening(), [{ type: 'member-came', member: member('Jun') }])
    expect(press(came, 'undo').session.here.size).toBe(0)
  })

  it('brings back no text that was forgotten', () => {
    const written = record(inPhase('open-questions'), [
      { type: 'question-written', item: item('turn-1'), question: question('a') },
      { type: 'takeaway-settled', item: item('turn-1'), how: 'kept', text: question('b') },
    ])
    const undone = press(written, 'end-with-thanks', 'forward', 'undo', 'undo')
    expect(undone.session.at).toBe(written.session.at)
    expect(undone.session.forgotten).toEqual(new Set([item('turn-1')]))
    expect(undone.session.boards.size + undone.session.takeaways.size).toBe(0)
  })
})

describe('history', () => {
  const made = (gesture: string, body: 'room-held' | 'board-shown', seq: number): SessionEvent =>
    body === 'room-held'
      ? { type: body, seq, at: at(0), gesture: gesture as GestureId }
      : { type: body, item: item('turn-1'), seq, at: at(0), gesture: gesture as GestureId }

  it('has one entry for a gesture that made several facts', () => {
    const log = [made('g', 'board-shown', 1), made('g', 'room-held', 2), made('g', 'board-shown', 3)]
    expect(historyOf(log).undo).toEqual(['g'])
  })

  it('ignores a withdrawal of anything but the last gesture', () => {
    const log = [made('g', 'board-shown', 1), made('h', 'board-shown', 2)]
    const first: SessionEvent = {
      type: 'withdrawn',
      target: 'g' as GestureId,
      seq: 3,
      at: at(0),
      gesture: 'i' as GestureId,
    }
    expect(historyOf([...log, first]).undo).toEqual(['g', 'h'])
    expect(effective([...log, first])).toHaveLength(3)
  })
})
