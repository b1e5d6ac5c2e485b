import { describe, expect, test } from 'vitest'
import { en } from '../../../renderer/words/en'
import type { CircleId, GestureId, RecordId, SessionId, TextId } from '../../../shared/basics/ids'
import { instantOf, minutes, type Instant } from '../../../shared/basics/time'
import { performChair, perform, type Moment } from '../../../shared/commands/perform'
import type { CommandId } from '../../../shared/commands/commands'
import {
  hereAtFirst,
  parts,
  people,
  practiceCircle,
  practiceCommitments,
  practicePlan,
} from '../../../shared/practice/evening'
import { keyShown, usualKeymap } from '../../../shared/commands/keymap'
import { deedsOf } from '../../../shared/practice/deeds'
import {
  castOf,
  leapTo,
  lineNow,
  linesAt,
  namesNow,
  placeOf,
  type Line,
  type LineId,
  type MomentId,
  type Story,
} from '../../../shared/practice/script'
import { library } from '../../../shared/formats/library/library'
import { apply } from '../../../shared/session/apply'
import type { EventBody } from '../../../shared/session/events'
import { foldSession, historyOf } from '../../../shared/session/fold'
import { agreedClose, closesAtThisPace } from '../../../shared/session/pace'
import { currentStep, newSession } from '../../../shared/session/session'

const words = { ...en.console.practice.evening, agreements: en.agreements }
const circle = practiceCircle('practice' as CircleId, words)
const plan = practicePlan(circle, practiceCommitments(words), '2026-03-12')

type Told = Story & { readonly now: Instant; readonly start: ReturnType<typeof newSession> }

function record(story: Told, facts: readonly EventBody[]): Told {
  const seq = story.log.length + 1
  const events = facts.map((fact, index) => ({
    ...fact,
    seq: seq + index,
    at: story.now,
    gesture: `g${seq}` as GestureId,
  }))
  const log = [...story.log, ...events]
  const plain = facts.every(({ type }) => type !== 'withdrawn')
  const session = plain ? events.reduce(apply, story.session) : foldSession(story.start, log)
  return { ...story, log, session }
}

const momentOf = ({ session, log, now }: Told): Moment => ({
  session,
  log,
  history: historyOf(log),
  plan: 'plan' as RecordId,
  now,
})
const press = (story: Told, command: CommandId): Told =>
  record(story, perform(command, momentOf(story)) ?? [])
const pressChair = (story: Told, number: number): Told =>
  record(story, performChair(number, momentOf(story)) ?? [])
const pass = (story: Told): Told => {
  const line = lineNow(story)
  return line === null ? story : { ...story, passed: new Set([...story.passed, line.key]) }
}

function opened(): Told {
  const start = newSession('practice' as SessionId, plan)
  const story: Told = {
    start,
    session: start,
    log: [],
    seen: [],
    passed: new Set(),
    now: instantOf(1_800_000_000_000),
  }
  return record(
    story,
    hereAtFirst.map((member) => ({ type: 'member-came', member })),
  )
}

/** Goes forward until a line stands, or the session is closed. */
function until(story: Told, id: LineId): Told {
  let at = story
  for (let guard = 0; guard < 120; guard += 1) {
    if (linesAt(at).some((line) => line.id === id)) {
      while (lineNow(at)?.id !== id) {
        const before = lineNow(at)
        at = pass(at)
        if (lineNow(at)?.key === before?.key) throw new Error(`Stuck at ${before?.id} before ${id}.`)
      }
      return at
    }
    at = press(at, 'forward')
  }
  throw new Error(`Never at ${id}.`)
}

/** Every line on the way through by forward alone, with the story in which it stood; passing lines pass. */
function through(first: Told): readonly { readonly line: Line | null; readonly story: Told }[] {
  const met: { line: Line | null; story: Told }[] = []
  let at = first
  for (let guard = 0; guard < 300 && at.session.course !== 'closed'; guard += 1) {
    const line = lineNow(at)
    met.push({ line, story: at })
    at = line?.passes ? pass(at) : press(at, 'forward')
  }
  expect(at.session.course).toBe('closed')
  return met
}

const key = (id: CommandId) => keyShown(id, usualKeymap) ?? ''
const said = (story: Story, line: Line) => en.console.practice.lines[line.id](namesNow(story.session), key)

describe('the made-up evening', () => {
  test('has seven people, one of them not here yet, and you among them', () => {
    expect(plan.members).toHaveLength(7)
    expect(hereAtFirst).toHaveLength(6)
    expect(hereAtFirst).not.toContain(parts.comesLater)
    expect(plan.facilitator).toBe(parts.you)
    expect(new Set(people).size).toBe(7)
  })

  test('is an hour with a turn, last time’s commitments, and a few minutes to spare', () => {
    const sum = plan.agenda.reduce((all, item) => all + item.minutes, 0)
    expect(plan.minutes).toBe(60)
    expect(plan.minutes - sum).toBe(6)
    expect(plan.commitments).toHaveLength(2)
    expect(plan.agenda.map(({ kind }) => kind)).toContain('last-commitments')
    expect(plan.agenda.filter(({ kind }) => kind === 'turn')).toHaveLength(1)
  })

  test('says Practice on the wall', () => expect(plan.practice).toBe(true))
})

describe('the script', () => {
  test('has a line at every place, in every step of the plan', () => {
    const met = through(opened())
    expect(met.every(({ line }) => line !== null)).toBe(true)
    const steps = new Set(met.map(({ story }) => story.session.at))
    for (const { id } of newSession('x' as SessionId, plan).steps) expect(steps).toContain(id)
  })

  test('has a line at every place of every other format too', () => {
    for (const { id, scope } of library) {
      if (scope !== 'turn') continue
      const helped = record(until(opened(), 'wishes'), [
        { type: 'format-chosen', item: 'turn-1' as never, format: id },
      ])
      const met = through(helped)
      expect(met.every(({ line }) => line !== null)).toBe(true)
      const moments = met.flatMap(({ line }) => (line?.waits ? [line.waits] : []))
      expect([id, [...new Set(moments)]]).toEqual([id, ['advice', 'tears', 'time']])
    }
  })

  test('comes to its moments in order, each in a step of its own', () => {
    const met = through(opened()).filter(({ line }) => line?.waits)
    expect(met.map(({ line }) => line?.waits)).toEqual<MomentId[]>(['comes', 'advice', 'tears', 'time'])
    expect(new Set(met.map(({ story }) => story.session.at)).size).toBe(4)
  })

  test('gets by in ninety letters a line, and names nobody without a name', () => {
    for (const { line, story } of through(opened())) {
      if (line === null) continue
      const text = said(story, line)
      expect([text, text.length <= 90]).toEqual([text, true])
      expect(text).not.toMatch(/undefined|null|\b0\b|^’|“”|^ | {2}/)
    }
  })

  test('says every line there is in at most ninety letters, and none of the words that Circlet never says', () => {
    const longest = {
      you: 'Tomás',
      comesLater: 'Tomás',
      chair: 9,
      presenter: 'Tomás',
      presenterChair: 9,
      adviser: 'Priya',
      asker: 'Priya',
      scribe: 'Amara',
      voice: 'Amara',
    }
    const never =
      /\b(behind|overdue|late|absent|invalid|error|warning|fail(ed)?|abort|submit|user|session key|vault|sync|stage manager|cue|live|score|he|she|his|her|him|hers|this evening)\b|!/i
    const { lines, end, questions } = en.console.practice
    expect('Priya is late').toMatch(never)
    for (const say of Object.values(lines)) {
      const text = say(longest, key)
      expect([text, text.length <= 90]).toEqual([text, true])
      expect(text).not.toMatch(never)
    }
    const others = [
      end.title,
      end.lead,
      ...Object.values(end.deeds),
      ...Object.values(end.others),
      ...questions,
    ]
    for (const text of others) expect(text).not.toMatch(never)
  })
})

describe('a moment', () => {
  test('somebody who comes is noticed when the chair is taken, and speaks last', () => {
    const at = until(opened(), 'comes')
    expect(lineNow(at)?.waits).toBe('comes')
    const came = record(at, [{ type: 'member-came', member: parts.comesLater }])
    expect(lineNow(came)?.id).toBe('came')
    expect(lineNow(pass(came))?.waits).toBeNull()
  })

  test('advice waits until the room is reminded, and then becomes questions', () => {
    const asks = until(opened(), 'asks')
    expect(lineNow(asks)?.writes).toEqual([0])
    const advice = pass(asks)
    expect(lineNow(advice)?.id).toBe('advice')
    const reminded = press(advice, 'remind')
    expect(lineNow(reminded)).toMatchObject({ id: 'asksInstead', writes: [1, 2], waits: null })
    expect(lineNow(pass(reminded))?.id).toBe('answers')
  })

  test('tears wait until the room is held; then there is time, and the round goes on', () => {
    const at = until(opened(), 'tears')
    expect(currentStep(at.session)?.id).toMatch(/reflections$/)
    const held = press(at, 'hold')
    expect(lineNow(held)?.id).toBe('held')
    const resumed = press(held, 'pause')
    expect(lineNow(resumed)?.id).toBe('tearsOver')
    expect(lineNow(pass(resumed))?.waits).toBeNull()
  })

  test('the time waits until its card has been opened, in that step and in no other', () => {
    const at = until(opened(), 'time')
    const elsewhere: Told = { ...at, seen: [{ what: 'time-card', step: 'opening/named' as never }] }
    expect(lineNow(elsewhere)?.id).toBe('time')
    const looked: Told = { ...at, seen: [{ what: 'time-card', step: at.session.at }] }
    expect(lineNow(looked)?.id).toBe('timeSeen')
  })

  test('is left by going on, and never asked for again', () => {
    for (const id of ['comes', 'advice', 'tears', 'time'] as const) {
      const at = until(opened(), id)
      const gone = press(at, 'forward')
      expect(placeOf(gone.session)).not.toBe(placeOf(at.session))
      expect(through(gone).every(({ line }) => line?.waits !== id)).toBe(true)
    }
  })
})

describe('the parts', () => {
  test('are played by somebody else when their player presents or has left', () => {
    const choosing = pressChair(until(opened(), 'brings'), people.indexOf('Sam') + 1)
    const asks = until(choosing, 'asks')
    const cast = castOf(asks.session)
    expect(cast.presenter).toBe(parts.advises)
    expect(cast.adviser).not.toBe(parts.advises)
    const left = record(asks, [{ type: 'member-left', member: parts.scribe }])
    const { presenter, adviser, asker, scribe } = castOf(left.session)
    expect(new Set([presenter, adviser, asker, scribe, parts.you]).size).toBe(5)
  })
})

describe('the clock’s leap', () => {
  test('makes the session close so much later than agreed, whatever was used before', () => {
    for (const waited of [0, 2, 40]) {
      const at = until(opened(), 'runsOn')
      const now = instantOf(at.now + minutes(waited))
      const length = leapTo(at.session, 8, now)
      const then = instantOf(now + length)
      const apart = (closesAtThisPace(at.session, then) - agreedClose(at.session, then)) / 60_000
      if (length > 0) expect(apart).toBeCloseTo(8, 5)
      else expect(apart).toBeGreaterThanOrEqual(8)
    }
  })
})

describe('what was done', () => {
  test('is listed with its keys, without counting, and what was not stands as more to try', () => {
    const held = press(press(until(opened(), 'tears'), 'hold'), 'pause')
    const { done, more } = deedsOf(held.log, [{ what: 'time-card', step: null }], new Set(), usualKeymap)
    expect(done.map(({ id, key }) => [id, key])).toEqual([
      ['forward', '→'],
      ['hold', 'H'],
      ['time-card', 'T'],
    ])
    expect(more.map(({ id }) => id)).toContain('remind')
    expect(more.map(({ id }) => id)).not.toContain('hold')
  })

  test('leaves out what came about before the session, and what the made-up people wrote', () => {
    const before = deedsOf(opened().log, [], new Set(), usualKeymap)
    expect(before.done).toEqual([])
    const question = 'q' as TextId
    const asks = until(opened(), 'asks')
    const written = record(asks, [{ type: 'question-written', item: 'turn-1' as never, question }])
    expect(deedsOf(written.log, [], new Set([question]), usualKeymap).done.map(({ id }) => id)).not.toContain(
      'write',
    )
    expect(deedsOf(written.log, [], new Set(), usualKeymap).done.map(({ id }) => id)).toContain('write')
  })
})
