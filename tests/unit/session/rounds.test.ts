import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MemberId } from '../../../shared/basics/ids'
import { progressOf } from '../../../shared/session/apply'
import { remaining } from '../../../shared/session/clock'
import { roundOf, standingOf, voicesOf, type RoundView } from '../../../shared/session/rounds'
import { currentStep } from '../../../shared/session/session'
import { count, rareIn, type Tally } from '../../support/arbitraries'
import {
  aPlan,
  anEvening,
  goTo,
  item,
  member,
  phaseStep,
  press,
  pressChair,
  record,
  step,
  wait,
  type Evening,
} from '../builders'

const checkIn = 'check-in/round'
const reflections: string = phaseStep('turn-1', 'reflections')

/** A round to which some of the people have come. */
function aRound(people: number, here: readonly number[], place = checkIn): Evening {
  const planned = anEvening(aPlan({ people }))
  const seated = here.reduce((now, index) => {
    const chair = planned.session.chairs[index]
    return chair ? record(now, [{ type: 'member-came', member: chair }]) : now
  }, planned)
  const chosen = record(press(seated, 'forward'), [
    { type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') },
  ])
  return goTo(chosen, place)
}

/** Where the round stands at a place, also after it was left. */
function standing(evening: Evening, place = checkIn): RoundView {
  const found = evening.session.steps.find(({ id }) => id === place)
  if (!found) throw new Error(`no step ${place}`)
  return roundOf(evening.session, found, progressOf(evening.session, found))
}

const voice = (evening: Evening) => standing(evening).voice?.slice(2) ?? null
const come = (evening: Evening, name: string) =>
  record(evening, [{ type: 'member-came', member: member(name) }])
const leave = (evening: Evening, name: string) =>
  record(evening, [{ type: 'member-left', member: member(name) }])

describe('a round', () => {
  it('goes round in chair order and ends', () => {
    const voices = Array.from({ length: 3 }).reduce<Evening[]>(
      (list) => [...list, press(list.at(-1) ?? aRound(3, [0, 1, 2]), 'forward')],
      [aRound(3, [0, 1, 2])],
    )
    expect(voices.map(voice)).toEqual(['Priya', 'Jun', 'Amara', null])
  })

  it('calls again after the others who was skipped for now', () => {
    const skipped = press(aRound(3, [0, 1, 2]), 'skip')
    expect([voice(skipped), voice(press(skipped, 'forward', 'forward'))]).toEqual(['Jun', 'Priya'])
  })

  it('takes a second skip as a pass', () => {
    const twice = press(aRound(3, [0, 1, 2]), 'skip', 'forward', 'forward', 'skip')
    expect([voice(twice), standing(twice).somebodyPassed]).toEqual([null, true])
  })

  it('asks those who passed once more before it ends, and only then', () => {
    const passed = press(aRound(3, [0, 1, 2]), 'pass', 'forward', 'forward')
    expect(passed.session.at).toBe(checkIn)
    expect(voice(pressChair(passed, 1))).toBe('Priya')
    expect(press(pressChair(passed, 1), 'forward').session.at).toBe('last-commitments/round')
  })

  it('lets who came late speak last, and interrupts nobody', () => {
    const late = come(press(aRound(4, [1, 2, 3]), 'forward'), 'Priya')
    expect([voice(late), standing(late).next]).toEqual(['Amara', member('Noor')])
    expect([voice(press(late, 'forward')), voice(press(late, 'forward', 'forward'))]).toEqual([
      'Noor',
      'Priya',
    ])
  })

  it('does not give the floor back in mid-sentence to who comes back', () => {
    const back = come(leave(aRound(3, [0, 1, 2]), 'Priya'), 'Priya')
    expect([voice(back), voice(press(back, 'forward', 'forward'))]).toEqual(['Jun', 'Priya'])
  })

  it('does not give a voice back that was given to somebody who left since', () => {
    const back = come(leave(pressChair(aRound(3, [0, 1, 2]), 3), 'Amara'), 'Amara')
    expect([voice(back), voice(press(back, 'forward', 'forward'))]).toEqual(['Priya', 'Amara'])
  })

  it('puts nobody last who came before it', () => {
    const early = goTo(come(aRound(3, [1, 2], 'opening/named'), 'Priya'), checkIn)
    expect(voice(early)).toBe('Priya')
  })

  it('leaves out a presenter who only listens, also when the number is pressed', () => {
    const round = aRound(4, [0, 1, 2, 3], reflections)
    expect(standing(pressChair(round, 2), reflections).voice).toBe(member('Priya'))
    const found = currentStep(round.session)
    expect(found && voicesOf(round.session, found)).toEqual(['Priya', 'Amara', 'Noor'].map(member))
  })

  it('gives the time that a voice leaves to those still to come', () => {
    const share = (evening: Evening) => {
      const found = evening.session.progress.get(evening.session.at ?? step(''))?.share
      return found && remaining(found.clock, evening.now)
    }
    const first = aRound(3, [0, 1, 2])
    expect([share(first), share(press(wait(first, 0.5), 'forward'))]).toEqual([90_000, 120_000])
  })
})

type Deed =
  | { readonly kind: 'next' | 'pass' | 'skip' }
  | { readonly kind: 'give' | 'come' | 'leave'; readonly chair: number }

const kinds = ['next', 'pass', 'skip', 'give', 'come', 'leave'] as const

const scripts = fc
  .record({ people: fc.integer({ min: 3, max: 7 }), place: fc.constantFrom(checkIn, reflections) })
  .chain(({ people, place }) =>
    fc.record({
      people: fc.constant(people),
      place: fc.constant(place),
      here: fc.subarray(Array.from({ length: people }, (_, index) => index)),
      deeds: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constantFrom('next', 'pass', 'skip') }),
          fc.record({ kind: fc.constantFrom('give', 'come', 'leave'), chair: fc.nat(people - 1) }),
        ),
        { maxLength: 30 },
      ),
    }),
  )

interface Watched {
  readonly evening: Evening
  readonly given: ReadonlySet<MemberId>
}

function done(evening: Evening, deed: Deed): Evening {
  switch (deed.kind) {
    case 'next':
      return press(evening, 'forward')
    case 'pass':
    case 'skip':
      return press(evening, deed.kind)
    case 'give':
      return pressChair(evening, deed.chair + 1)
    case 'come':
    case 'leave': {
      const chair = evening.session.chairs[deed.chair]
      const type = deed.kind === 'come' ? 'member-came' : 'member-left'
      return chair ? record(evening, [{ type, member: chair }]) : evening
    }
  }
}

describe('the voices of a round', () => {
  /** Does one deed while the round is on, and checks that who speaks is interrupted by nobody's coming or going. */
  const follow =
    (place: string, tally: Tally) =>
    ({ evening, given }: Watched, deed: Deed): Watched => {
      const before = standing(evening, place)
      if (evening.session.at !== place || (deed.kind === 'next' && before.voice === null))
        return { evening, given }
      const after = done(wait(evening, 0.1), deed)
      const now = standing(after, place)
      count(tally, deed.kind)
      const chair = 'chair' in deed ? after.session.chairs[deed.chair] : undefined
      if (deed.kind === 'come' && before.voice !== null) expect(now.voice).toBe(before.voice)
      if (deed.kind === 'leave' && before.voice !== null && chair !== before.voice)
        expect(now.voice).toBe(before.voice)
      const isGiven = deed.kind === 'give' && chair !== undefined && after.log.length > evening.log.length
      return { evening: after, given: isGiven ? new Set(given).add(chair) : given }
    }

  /** Presses forward until everybody has had the floor; no round of seven needs forty presses. */
  const finish = (evening: Evening, place: string, presses = 40): Evening =>
    presses === 0 || evening.session.at !== place || standing(evening, place).voice === null
      ? evening
      : finish(press(evening, 'forward'), place, presses - 1)

  it('are none of them lost and none doubled, whoever joins, leaves, passes, is skipped or given the floor', () => {
    const tally: Tally = new Map()
    fc.assert(
      fc.property(scripts, ({ people, here, deeds, place }) => {
        const first: Watched = { evening: aRound(people, here, place), given: new Set() }
        const { evening, given } = deeds.reduce(follow(place, tally), first)
        const { session } = finish(evening, place)
        const found = session.steps.find(({ id }) => id === place)
        if (!found) throw new Error('no round')
        const progress = progressOf(session, found)
        expect(standing({ ...evening, session }, place).voice).toBeNull()
        for (const voice of voicesOf(session, found))
          expect(['heard', 'passed'], `${voice} had the floor`).toContain(standingOf(progress, voice))
        for (const chair of session.chairs.filter((other) => !given.has(other))) {
          const ends = progress.voices.filter((voice) => voice.member === chair)
          const whole = ends.filter(({ how }) => how !== 'skipped')
          expect(whole.length, `${chair} is heard once`).toBeLessThanOrEqual(1)
          expect(ends.length - whole.length, `${chair} is skipped twice at most`).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: 1000 },
    )
    expect(rareIn(tally, kinds, 0.01, 'Deeds in rounds')).toEqual([])
  })
})
