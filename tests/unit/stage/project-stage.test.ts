import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '../../../shared/basics/time'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { remaining } from '../../../shared/session/clock'
import { isHeld } from '../../../shared/session/pace'
import { canTellRoom, nextChange, projectStage } from '../../../shared/stage/project-stage'
import { allTypes, count, eveningOf, play, rareIn, runs, type Tally } from '../../support/arbitraries'
import {
  aPlan,
  aText,
  anEvening,
  begun,
  goTo,
  inPhase,
  item,
  leave,
  member,
  phaseStep,
  press,
  pressChair,
  question,
  record,
  textsOf,
  wait,
  withFormat,
  type Evening,
} from '../builders'

const fail = () => {
  throw new TypeError('This is frozen.')
}

/** Freezes a value and all in it; maps and sets refuse to be changed. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map || value instanceof Set) {
    const mutators = value instanceof Map ? ['set', 'delete', 'clear'] : ['add', 'delete', 'clear']
    for (const name of mutators) Object.defineProperty(value, name, { value: fail })
    for (const [key, held] of value.entries()) {
      deepFreeze(key)
      deepFreeze(held)
    }
  }
  for (const held of Object.values(value)) deepFreeze(held)
  return Object.freeze(value)
}

const viewOf = ({ session, now }: Evening) => projectStage(session, now)
const faceOf = (evening: Evening) => viewOf(evening).face

describe('a StageView', () => {
  it('comes from the session alone: same again, nothing changed, and it can be sent', () => {
    const faces: Tally = new Map()
    const drawn = ({ session, now }: Evening) => {
      const copy = structuredClone(session)
      const frozen = deepFreeze(structuredClone(session))
      const view = projectStage(frozen, now)
      expect(isDeepStrictEqual(view, projectStage(copy, now))).toBe(true)
      expect(isDeepStrictEqual(view, projectStage(frozen, now))).toBe(true)
      expect(isDeepStrictEqual(structuredClone(view), view)).toBe(true)
      expect(isDeepStrictEqual(copy, session)).toBe(true)
    }
    fc.assert(
      fc.property(
        runs([...allTypes, 'word-written', 'word-written', 'word-written']),
        fc.nat(),
        (run, cut) => {
          const halfway = play(eveningOf(run), run.deeds.slice(0, cut % run.deeds.length))
          drawn(halfway)
          const rest = run.deeds.slice(cut % run.deeds.length)
          drawn(play(halfway, rest, (_, __, after) => count(faces, faceOf(after).kind)))
        },
      ),
      { numRuns: 1000 },
    )
    const seen = [
      'named',
      'agreements',
      'round',
      'choosing',
      'turn',
      'break',
      'thanked',
      'held',
      'reminded',
      'blank',
      'help',
      'groups',
      'last-commitments',
      'harvest',
      'commitments',
      'what-stays',
    ]
    expect(rareIn(faces, seen, 0.001, 'Faces that were drawn')).toEqual([])
  })

  it('cannot be drawn from a session that would have to change', () => {
    const frozen = deepFreeze(begun().session)
    expect(() => (frozen.here as Set<unknown>).add('x')).toThrow('frozen')
    expect(() => Object.assign(frozen.plan, { minutes: 1 })).toThrow()
  })
})

const trios = () => withFormat(aPlan({ people: 6 }), 'turn-1', listeningTrio)
const handedOver = () => press(pressChair(press(inPhase('telling'), 'hand-over'), 3), 'forward')

describe('the wall', () => {
  it.each<[string, Evening, string]>([
    ['before the begin', anEvening(), 'waiting'],
    ['after the begin', begun(), 'named'],
    ['while a sentence is read', goTo(begun(), 'agreements/0'), 'agreements'],
    ['in a round', wait(goTo(begun(), 'check-in/round'), 1), 'round'],
    ['in a round of a turn', inPhase('reflections'), 'round'],
    ['while somebody is chosen', goTo(begun(), 'choosing/choosing'), 'choosing'],
    ['before a turn', goTo(begun(), 'turn-1/help'), 'help'],
    ['before a turn in trios', goTo(begun(trios()), 'turn-1/groups'), 'groups'],
    ['in a turn in trios', press(goTo(begun(trios()), 'turn-1/groups'), 'forward'), 'groups'],
    ['in the last commitments', goTo(begun(), 'last-commitments/round'), 'last-commitments'],
    ['in a harvest that nobody writes in', goTo(begun(), 'harvest/round'), 'round'],
    ['in the commitments', goTo(begun(), 'commitments/round'), 'commitments'],
    ['when it is said what stays', goTo(begun(), 'what-stays/what-stays'), 'what-stays'],
    ['while the role is on its way', press(inPhase('telling'), 'hand-over'), 'turn'],
    ['as the role goes over', handedOver(), 'named'],
    ['after the role went over', wait(handedOver(), 0.1), 'turn'],
    ['after the close', press(begun(), 'leave-now'), 'closed'],
    ['in a turn', inPhase('telling'), 'turn'],
    ['in the break', goTo(begun(), 'break/break'), 'break'],
    ['after a turn that ended with thanks', press(inPhase('telling'), 'end-with-thanks'), 'thanked'],
    ['in a hold', press(inPhase('telling'), 'hold'), 'held'],
    ['just after a pause', wait(press(inPhase('telling'), 'pause'), 0.1), 'turn'],
    ['when a pause has ripened', wait(press(inPhase('telling'), 'pause'), 0.2), 'held'],
    ['while the room is reminded', wait(press(inPhase('telling'), 'remind'), 0.1), 'reminded'],
    ['after the room was reminded', wait(press(inPhase('telling'), 'remind'), 0.14), 'turn'],
    ['when it is blank, also in a hold', press(inPhase('telling'), 'hold', 'blank'), 'blank'],
  ])('%s', (_, evening, face) => {
    expect(faceOf(evening).kind).toBe(face)
  })

  it('shows no seat and no strip on a blank, a held and a closed wall', () => {
    const closed = press(
      goTo(begun(aPlan({ people: 3 })), 'last-round/round'),
      'forward',
      'forward',
      'forward',
    )
    for (const evening of [press(begun(), 'blank'), press(begun(), 'hold'), closed])
      expect(viewOf(evening)).toMatchObject({ seats: [], strip: null })
  })

  it('says "Then these hold." for two seconds, and when that will be over', () => {
    const agreed = press(goTo(begun(), 'agreements/change'), 'forward')
    expect(faceOf(agreed)).toEqual({ kind: 'agreements', page: { kind: 'hold' } })
    expect(nextChange(agreed.session, agreed.now)).toBe(agreed.now + seconds(2))
    expect(faceOf(wait(agreed, 2 / 60)).kind).toBe('round')
  })

  it('lets each chair that is here read a sentence', () => {
    const left = record(begun(), [{ type: 'member-left', member: member('Jun') }])
    const page = faceOf(goTo(left, 'agreements/1'))
    expect(page).toMatchObject({ page: { reader: 'Amara', text: 'We ask before we advise.' } })
  })

  it('gives the seats of a round their arcs: who passed looks like who spoke', () => {
    const round = press(goTo(begun(), 'check-in/round'), 'pass', 'forward', 'skip')
    expect(viewOf(round).seats.map(({ arc }) => arc)).toEqual(['done', 'done', 'to-come', 'now', 'to-come'])
    expect(viewOf(round).seats.map(({ floor, next }) => [floor, next])).toEqual([
      [false, false],
      [false, false],
      [false, false],
      [true, false],
      [false, true],
    ])
  })

  it('keeps the number of a chair when somebody before it has left', () => {
    const left = record(begun(), [{ type: 'member-left', member: member('Jun') }])
    expect(viewOf(left).seats.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1 Priya',
      '3 Amara',
      '4 Noor',
      '5 Sam',
    ])
  })

  it('says when we are back, in whole minutes', () => {
    const pause = wait(goTo(wait(begun(), 0.4), 'break/break'), 1)
    expect(faceOf(pause)).toMatchObject({ kind: 'break', backAt: begun().now + 6 * 60_000, thenName: null })
  })
})

describe('who brings something, on the wall', () => {
  const choosing = [5, 3, 2].reduce(pressChair, goTo(begun(), 'choosing/choosing'))

  it('is numbered as far as there are turns, by those who are here', () => {
    const seats = (evening: Evening) =>
      viewOf(evening).seats.map(({ name, turn, brings }) => [name, turn, brings])
    expect(faceOf(choosing)).toMatchObject({ turns: 2, first: ['Sam', 'Amara'] })
    expect(seats(choosing)).toEqual([
      ['Priya', null, false],
      ['Jun', null, true],
      ['Amara', 2, true],
      ['Noor', null, false],
      ['Sam', 1, true],
    ])
    const left = leave(choosing, 'Sam')
    expect(faceOf(left)).toMatchObject({ first: ['Amara', 'Jun'] })
    expect(seats(left).map(([name, turn]) => `${name} ${turn}`)).toEqual([
      'Priya null',
      'Jun 2',
      'Amara 1',
      'Noor null',
    ])
  })
})

describe('a frozen wall', () => {
  /** The view without its clocks: what must stand still. */
  const content = (evening: Evening) => {
    const { strip, ...view } = viewOf(evening)
    const still = { ...view, strip: strip && { ...strip, then: strip.then && { ...strip.then, at: null } } }
    return JSON.stringify(still, (key: string, value: unknown) =>
      ['clock', 'whole', 'share', 'sentAt', 'backAt'].includes(key) ? undefined : value,
    )
  }

  it('stands as it is, whatever happens, in any evening; black, held and closed stand above it', () => {
    const tally: Tally = new Map()
    fc.assert(
      fc.property(
        runs(allTypes.filter((type) => !['wall-thawed', 'withdrawn', 'reinstated'].includes(type))),
        fc.nat(),
        (run, cut) => {
          const half = cut % run.deeds.length
          // Later than what stands for a moment only, and with nothing of before taken back or given again.
          const before = wait(
            record(play(eveningOf(run), run.deeds.slice(0, half)), [
              { type: 'wall-thawed' },
              { type: 'room-resumed' },
              { type: 'wall-lit' },
            ]),
            1,
          )
          fc.pre(before.session.gap === null && before.session.course === 'running')
          const frozen = record(before, [{ type: 'wall-frozen' }])
          expect(content(frozen)).toBe(content(before))
          const kept = run.deeds
            .slice(half)
            .filter(
              (deed) => deed.kind !== 'command' || !['undo', 'redo', 'back', 'freeze'].includes(deed.id),
            )
          play(frozen, kept, (_, __, after) => {
            const { kind } = faceOf(after)
            if (after.session.course === 'closed') return
            count(tally, ['blank', 'held'].includes(kind) ? kind : 'stands')
            if (after.session.wall === 'blank') expect(kind).toBe('blank')
            else if (isHeld(after.session, after.now)) expect(kind).toBe('held')
            else expect(content(after)).toBe(content(frozen))
          })
        },
      ),
      { numRuns: 500 },
    )
    expect(rareIn(tally, ['stands', 'blank', 'held'], 0.01, 'Frozen walls')).toEqual([])
  })

  it('has the clock right: minutes that are added, and a pause', () => {
    const clockOf = (evening: Evening) => {
      const face = faceOf(evening)
      return face.kind === 'turn' ? remaining(face.clock, evening.now) : null
    }
    const frozen = press(wait(inPhase('open-questions'), 2), 'freeze')
    expect(clockOf(frozen)).toBe(minutes(12))
    expect(clockOf(press(wait(frozen, 1), 'add-minute', 'add-minute'))).toBe(minutes(13))
    expect(clockOf(wait(press(frozen, 'pause'), 0.1))).toBe(minutes(12))
  })

  it('keeps the voice that it showed, and its clock', () => {
    const frozen = press(goTo(begun(), 'check-in/round'), 'freeze')
    const later = press(wait(frozen, 1), 'forward', 'add-minute', 'add-minute')
    expect(faceOf(later)).toMatchObject({
      rule: { name: 'Priya', then: 'Jun' },
      whole: { added: minutes(2) },
    })
  })

  it('forgets what is forgotten meanwhile', () => {
    const texts = textsOf(aText('a'))
    const asked = record(inPhase('open-questions', undefined, texts), [
      { type: 'question-written', item: item('turn-1'), question: question('a') },
    ])
    const frozen = press(asked, 'freeze')
    expect(faceOf(frozen)).toMatchObject({ board: { waiting: ['Words of a?'] } })
    const gone = { ...frozen, session: { ...frozen.session, texts: new Map() } }
    expect(faceOf(gone)).toMatchObject({ board: null })
  })
})

describe('the board on the wall', () => {
  const texts = textsOf(
    ...['a', 'b', 'c', 'd', 'e'].map((name) => aText(name)),
    aText('hidden', { seenBy: 'console' }),
  )
  const asked = (...names: readonly string[]) =>
    record(
      inPhase('open-questions', undefined, texts),
      names.map((name) => ({ type: 'question-written', item: item('turn-1'), question: question(name) })),
    )
  const plain = { by: null, alone: false, sorting: null }
  const boardOf = (evening: Evening) => {
    const face = faceOf(evening)
    return face.kind === 'turn' ? face.board : undefined
  }

  it('shows three that wait and counts the others', () => {
    expect(boardOf(asked('a', 'b', 'c', 'd', 'e'))).toEqual({
      ...plain,
      shown: null,
      waiting: ['Words of a?', 'Words of b?', 'Words of c?'],
      more: 2,
    })
  })

  it('neither shows nor counts what only the console may see, nor what is forgotten', () => {
    expect(boardOf(asked('hidden', 'a', 'gone'))).toEqual({
      ...plain,
      shown: null,
      waiting: ['Words of a?'],
      more: 0,
    })
    expect(boardOf(asked('hidden', 'gone'))).toBeNull()
  })

  it('stays away after a hold until somebody asks for it', () => {
    const resumed = press(asked('a'), 'hold', 'forward')
    expect(boardOf(resumed)).toBeNull()
    expect(boardOf(record(resumed, [{ type: 'board-shown', item: item('turn-1') }]))).not.toBeNull()
  })

  const turn = { item: item('turn-1') }
  const all = asked('a', 'b', 'c', 'd', 'e', 'hidden')

  it('shows one question alone, and nothing that waits', () => {
    const alone = record(all, [
      { type: 'question-shown', ...turn, question: question('b') },
      { type: 'question-alone', ...turn, alone: true },
    ])
    expect(boardOf(alone)).toEqual({ ...plain, alone: true, shown: 'Words of b?', waiting: [], more: 0 })
    const others = record(alone, [{ type: 'question-alone', ...turn, alone: false }])
    expect(boardOf(others)).toMatchObject({ shown: 'Words of b?', more: 1 })
  })

  it('hides what is collected until it is shown together, and then shows it without what only the console may see', () => {
    const hidden = record(all, [{ type: 'board-veiled', ...turn }])
    expect(boardOf(hidden)).toBeNull()
    const together = record(hidden, [{ type: 'board-revealed', ...turn }])
    expect(faceOf(together)).toMatchObject({
      kind: 'together',
      of: 'turn',
      page: 1,
      pages: 1,
      named: false,
      questions: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ text: `Words of ${name}?`, by: null })),
    })
    expect(faceOf(press(together, 'hold', 'forward'))).toMatchObject({ kind: 'turn', board: null })
    expect(faceOf(record(together, [{ type: 'pages-closed', ...turn }]))).toMatchObject({
      kind: 'turn',
      board: { more: 2 },
    })
  })

  it('is not there in a phase without questions', () => {
    expect(boardOf(goTo(asked('a'), phaseStep('turn-1', 'facts')))).toBeNull()
  })
})

describe('a line for the room', () => {
  const line = aText('line', { kind: 'message', text: 'We meet in the garden.' })
  const texts = textsOf(line)
  const tell = (evening: Evening) => record(evening, [{ type: 'room-told', text: line.id }])
  const sentenceOf = (evening: Evening) => {
    const { face } = projectStage(evening.session, evening.now)
    return 'told' in face ? { told: face.told, sentence: face.sentence } : null
  }

  it.each(['telling', 'open-questions', 'reflections'])(
    'takes the sentence’s place in %s for twenty seconds',
    (phase) => {
      const before = inPhase(phase, aPlan(), texts)
      const told = tell(before)
      expect(sentenceOf(told)).toEqual({ told: true, sentence: 'We meet in the garden.' })
      expect(sentenceOf(wait(told, 19 / 60))).toEqual({ told: true, sentence: 'We meet in the garden.' })
      expect(sentenceOf(wait(told, 20 / 60))).toEqual(sentenceOf(before))
      expect(nextChange(told.session, told.now)).toBe(told.now + 20_000)
    },
  )

  it('goes with forward, with undo, and when it is forgotten', () => {
    const told = tell(inPhase('telling', aPlan(), texts))
    expect(sentenceOf(press(told, 'forward'))?.told).toBe(false)
    expect(sentenceOf(press(told, 'undo'))?.told).toBe(false)
    const forgotten = { ...told.session, texts: new Map() }
    expect(projectStage(forgotten, told.now).face).toMatchObject({ told: false })
  })

  it('puts nothing over what the room is asked, and nothing into stillness', () => {
    expect(canTellRoom(inPhase('telling').session, inPhase('telling').now)).toBe(true)
    const held = press(inPhase('telling'), 'hold')
    expect(canTellRoom(held.session, held.now)).toBe(false)
    const asked = press(inPhase('telling'), 'two-more')
    expect(projectStage(asked.session, asked.now).face).toMatchObject({ kind: 'turn', more: {} })
    expect(canTellRoom(asked.session, asked.now)).toBe(false)
  })
})
