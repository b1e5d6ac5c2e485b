import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seconds } from '../../../shared/basics/time'
import { nextChange, projectStage } from '../../../shared/stage/project-stage'
import { count, eveningOf, play, rareIn, runs, type Tally } from '../../support/arbitraries'
import {
  aPlan,
  aText,
  anEvening,
  begun,
  goTo,
  inPhase,
  item,
  member,
  phaseStep,
  press,
  question,
  record,
  textsOf,
  wait,
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
      count(faces, view.face.kind)
      expect(isDeepStrictEqual(view, projectStage(copy, now))).toBe(true)
      expect(isDeepStrictEqual(view, projectStage(frozen, now))).toBe(true)
      expect(isDeepStrictEqual(structuredClone(view), view)).toBe(true)
      expect(isDeepStrictEqual(copy, session)).toBe(true)
    }
    fc.assert(
      fc.property(runs(), fc.nat(), (run, cut) => {
        const halfway = play(eveningOf(run), run.deeds.slice(0, cut % run.deeds.length))
        drawn(halfway)
        drawn(play(halfway, run.deeds.slice(cut % run.deeds.length)))
      }),
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
    ]
    expect(rareIn(faces, seen, 0.001, 'Faces that were drawn')).toEqual([])
  })

  it('cannot be drawn from a session that would have to change', () => {
    const frozen = deepFreeze(begun().session)
    expect(() => (frozen.here as Set<unknown>).add('x')).toThrow('frozen')
    expect(() => Object.assign(frozen.plan, { minutes: 1 })).toThrow()
  })
})

describe('the wall', () => {
  it.each<[string, Evening, string]>([
    ['before the begin', anEvening(), 'waiting'],
    ['after the begin', begun(), 'named'],
    ['while a sentence is read', goTo(begun(), 'agreements/0'), 'agreements'],
    ['in a round', wait(goTo(begun(), 'check-in/round'), 1), 'round'],
    ['in a round of a turn', inPhase('reflections'), 'round'],
    ['while somebody is chosen', goTo(begun(), 'turn-1/choosing'), 'choosing'],
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
  const boardOf = (evening: Evening) => {
    const face = faceOf(evening)
    return face.kind === 'turn' ? face.board : undefined
  }

  it('shows three that wait and counts the others', () => {
    expect(boardOf(asked('a', 'b', 'c', 'd', 'e'))).toEqual({
      shown: null,
      waiting: ['Words of a?', 'Words of b?', 'Words of c?'],
      more: 2,
    })
  })

  it('neither shows nor counts what only the console may see, nor what is forgotten', () => {
    expect(boardOf(asked('hidden', 'a', 'gone'))).toEqual({ shown: null, waiting: ['Words of a?'], more: 0 })
    expect(boardOf(asked('hidden', 'gone'))).toBeNull()
  })

  it('stays away after a hold until somebody asks for it', () => {
    const resumed = press(asked('a'), 'hold', 'forward')
    expect(boardOf(resumed)).toBeNull()
    expect(boardOf(record(resumed, [{ type: 'board-shown', item: item('turn-1') }]))).not.toBeNull()
  })

  it('is not there in a phase without questions', () => {
    expect(boardOf(goTo(asked('a'), phaseStep('turn-1', 'facts')))).toBeNull()
  })
})
