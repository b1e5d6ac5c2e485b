import { describe, expect, it } from 'vitest'
import { minutes } from '../../../shared/basics/time'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { forward, suggestedPresenter, type ForwardLabel } from '../../../shared/session/forward'
import { newAgenda } from '../../../shared/session/plan'
import {
  anEvening,
  aPlan,
  begun,
  everybodyHere,
  goTo,
  inPhase,
  item,
  member,
  phaseStep,
  placeOf,
  planId,
  press,
  pressChair,
  record,
  wait,
  type Evening,
} from '../builders'

const ahead = ({ session, now }: Evening) => forward(session, now, planId)

/** A label in a few words: its kind, and what it names. */
function said(label: ForwardLabel | undefined): string {
  if (label === undefined) return 'nothing'
  switch (label.kind) {
    case 'next-voice':
      return `next voice: ${label.member.slice(2)}`
    case 'start-turn':
      return `start turn: ${label.presenter.slice(2)}`
    case 'next': {
      const { to } = label
      const where =
        to.kind === 'phase'
          ? to.title
          : to.kind === 'item'
            ? to.item
            : `turn of ${to.presenter ?? 'nobody yet'}`
      return `next: ${where}${label.inMinutes === null ? '' : ` in ${label.inMinutes}`}`
    }
    default:
      return label.kind
  }
}

const sixForAnHourAndAHalf = () => {
  const agenda = newAgenda({ minutes: 90, people: 6, format: shortQuestionRound })
  if (!agenda.ok) throw new Error('does not fit')
  return aPlan({ people: 6, agenda: agenda.value, minutes: 90 })
}

/** Every press from Waiting to Closed, as `place: button`. */
function walk(evening: Evening, list: readonly string[] = []): readonly string[] {
  const next = ahead(evening)
  if (next === null || list.length > 100) return list
  return walk(press(evening, 'forward'), [...list, `${placeOf(evening)} | ${said(next.label)}`])
}

const round = (people: readonly string[]) => [
  ...people.slice(1).map((name) => `next voice: ${name}`),
  'end-round',
]
const six = ['Priya', 'Jun', 'Amara', 'Noor', 'Sam', 'Tomás']
const at = (place: string, labels: readonly string[]) => labels.map((label) => `${place} | ${label}`)

const turnOf = (presenter: string) => [
  `choosing | start turn: ${presenter}`,
  'phase | next: Facts in 5',
  'phase | next: Open questions in 2',
  'phase | next: Reflections in 14',
  ...at('phase', round(six.filter((name) => name !== presenter))),
]

describe('forward', () => {
  it('alone carries a session of six people from waiting to closed', () => {
    expect(walk(everybodyHere(anEvening(sixForAnHourAndAHalf())))).toEqual([
      'waiting | begin',
      'named | go-on',
      'agreement | next-sentence',
      'agreement | next-sentence',
      'agreements-change | we-agree',
      ...at('round', round(six)),
      ...turnOf('Jun'),
      'phase | next: break in 2',
      'break | we-are-back',
      ...turnOf('Amara'),
      'phase | next: last-round in 2',
      ...at('round', round(six).with(-1, 'close')),
    ])
  })

  it('says close on the last voice of the last round, and nothing once closed', () => {
    const last = goTo(begun(aPlan({ people: 3 })), 'last-round/round')
    const closed = press(last, 'forward', 'forward', 'forward')
    expect([closed.session.course, ahead(closed)]).toEqual(['closed', null])
  })

  it('goes on from a pause and from a hold, and does not move', () => {
    for (const halt of ['pause', 'hold'] as const) {
      const halted = press(inPhase('telling'), halt)
      expect(ahead(halted)?.label.kind).toBe('go-on')
      expect(press(halted, 'forward').session).toMatchObject({
        at: halted.session.at,
        heldAt: null,
        pausedAt: null,
      })
    }
  })

  it('waits for an answer while a gap stands', () => {
    const { now } = begun()
    const gap = record(begun(), [{ type: 'gap-found', from: now, to: wait(begun(), 4).now }])
    expect(ahead(gap)).toBeNull()
  })

  it('fills the key of "What would you change?" after five still seconds', () => {
    const asked = goTo(begun(), 'agreements/change')
    const filled = [0, 4.9, 5].map((seconds) => ahead(wait(asked, seconds / 60))?.filled)
    expect(filled).toEqual([false, false, true])
  })

  it('leaves a thanked turn for the item after it, and forgets what was written, unless it is kept', () => {
    const thanked = press(inPhase('facts'), 'end-with-thanks')
    expect(ahead(thanked)?.events.map(({ type }) => type)).toEqual(['turn-forgotten', 'step-started'])
    expect(said(ahead(thanked)?.label)).toBe('next: break')
    const kept = record(thanked, [{ type: 'turn-kept', item: item('turn-1') }])
    expect(ahead(kept)?.events.map(({ type }) => type)).toEqual(['step-started'])
  })

  it('asks who passed before it ends a round', () => {
    const passed = press(goTo(begun(aPlan({ people: 3 })), 'check-in/round'), 'pass', 'forward', 'forward')
    expect([passed.session.at, said(ahead(passed)?.label)]).toEqual(['check-in/round', 'end-round'])
    expect(press(passed, 'forward').session.at).toBe('turn-1/choosing')
  })

  it('goes on also where nobody is here', () => {
    const empty = press(anEvening(), 'forward')
    expect(walk(empty).at(-1)).toBe('round | close')
  })
})

describe('press again', () => {
  it.each([
    [0, 14, false],
    [6.5, 7.5, false],
    [12.99, 1.01, false],
    [13, 0, true],
    [13.9, 0, true],
    [14, 0, true],
    [17, 0, true],
  ])('after %d of 14 minutes would cut %d, filled: %s', (spent, cut, filled) => {
    const next = ahead(wait(inPhase('open-questions'), spent))
    expect(next?.cuts).toBeCloseTo(minutes(cut), 5)
    expect(next?.filled).toBe(filled)
  })

  it('counts the minutes that were added', () => {
    expect(ahead(press(wait(inPhase('open-questions'), 13), 'two-more'))?.cuts).toBe(minutes(3))
  })

  it('counts no time while the room is paused', () => {
    const resumed = record(wait(press(wait(inPhase('open-questions'), 4), 'pause'), 30), [
      { type: 'room-resumed' },
    ])
    expect(ahead(resumed)?.cuts).toBe(minutes(10))
  })

  it.each([
    ['named', 'opening/named'],
    ['an agreement', 'agreements/0'],
    ['a round', 'check-in/round'],
    ['a round in a turn', phaseStep('turn-1', 'reflections')],
    ['choosing', 'turn-1/choosing'],
    ['the break', 'break/break'],
  ])('never stands in the way of %s', (_, place) => {
    expect(ahead(goTo(begun(), place))?.cuts).toBe(0)
  })
})

describe('the suggested presenter', () => {
  const choosing = (name: string) => goTo(begun(), `${name}/choosing`)
  const suggested = ({ session }: Evening, turn = 'turn-1') => suggestedPresenter(session, item(turn))
  const presents = (evening: Evening, turn: string, name: string) =>
    record(evening, [{ type: 'presenter-chosen', item: item(turn), member: member(name) }])
  const leaves = (evening: Evening, ...names: readonly string[]) =>
    names.reduce((now, name) => record(now, [{ type: 'member-left', member: member(name) }]), evening)

  it('is the next chair after the facilitator', () => {
    expect(suggested(choosing('turn-1'))).toBe(member('Jun'))
    const last = record(choosing('turn-1'), [{ type: 'facilitator-chosen', member: member('Sam') }])
    expect(suggested(last)).toBe(member('Priya'))
  })

  it('is somebody who has not presented today', () => {
    expect(suggested(presents(choosing('turn-2'), 'turn-1', 'Jun'), 'turn-2')).toBe(member('Amara'))
  })

  it('is the one whom the room chose, as long as that one is here', () => {
    const chosen = pressChair(choosing('turn-1'), 4)
    expect(suggested(chosen)).toBe(member('Noor'))
    expect(suggested(leaves(chosen, 'Noor'))).toBe(member('Jun'))
  })

  it('passes over who is not here', () => {
    expect(suggested(leaves(choosing('turn-1'), 'Jun', 'Amara'))).toBe(member('Noor'))
  })

  it('begins again with the next chair when everybody has presented', () => {
    const alone = leaves(presents(choosing('turn-2'), 'turn-1', 'Jun'), 'Amara', 'Noor', 'Sam')
    expect(suggested(alone, 'turn-2')).toBe(member('Jun'))
  })

  it('is the facilitator only when nobody else is here, and nobody when nobody is', () => {
    const alone = leaves(choosing('turn-1'), 'Jun', 'Amara', 'Noor', 'Sam')
    expect(suggested(alone)).toBe(member('Priya'))
    expect(suggested(leaves(alone, 'Priya'))).toBeNull()
  })

  it('cannot be the facilitator by a number', () => {
    expect(pressChair(choosing('turn-1'), 1).session.presenters.size).toBe(0)
  })
})
