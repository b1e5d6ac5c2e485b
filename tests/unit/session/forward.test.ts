import { describe, expect, it } from 'vitest'
import { minutes } from '../../../shared/basics/time'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { forward, lineUp, presenterOf, successor, type ForwardLabel } from '../../../shared/session/forward'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { newAgenda } from '../../../shared/session/plan'
import {
  anEvening,
  aPlan,
  begun,
  everybodyHere,
  goTo,
  inPhase,
  leave,
  item,
  member,
  phaseStep,
  placeOf,
  planId,
  press,
  pressChair,
  record,
  wait,
  withFormat,
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
    case 'hand-over-for':
      return `${label.kind.replaceAll('-', ' ')}: ${label.presenter.slice(2)}`
    case 'hand-over-to':
    case 'i-have-it':
      return `${label.kind.replaceAll('-', ' ')}: ${label.member.slice(2)}`
    case 'line-up':
      return `line up: ${label.members.map((one) => one.slice(2)).join(', ')}`
    case 'next': {
      const { to } = label
      const where =
        to.kind === 'phase'
          ? to.title
          : to.kind === 'item'
            ? to.item
            : to.kind === 'turn'
              ? `turn of ${to.presenter?.slice(2) ?? 'nobody yet'}`
              : `groups: ${to.title}`
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

const forwards = (times: number) => Array.from({ length: times }, () => 'forward' as const)

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
  `help | start turn: ${presenter}`,
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
      'choosing | line up: Jun, Amara',
      ...turnOf('Jun'),
      'phase | next: break in 2',
      'break | we-are-back',
      ...turnOf('Amara'),
      'phase | next: harvest in 2',
      ...at('round', round(six)),
      ...at('round', round(six)),
      'what-stays | leave-rest-out',
      ...at('round', round(six).with(-1, 'close')),
    ])
  })

  it('passes by a round of last commitments that nobody has a word for, and gives it to those who have', () => {
    const from = (evening: Evening) =>
      press(goTo(evening, 'check-in/round'), ...forwards(evening.session.here.size))
    expect(from(begun(aPlan({ commitments: [] }))).session.at).toBe('choosing/choosing')
    const asked = from(begun())
    expect(asked.session.at).toBe('last-commitments/round')
    expect([asked, press(asked, 'forward')].map((evening) => said(ahead(evening)?.label))).toEqual([
      'next voice: Amara',
      'end-round',
    ])
    expect(from(leave(leave(begun(), 'Jun'), 'Amara')).session.at).toBe('choosing/choosing')
  })

  it('begins the sweep as it comes to what stays, and only then', () => {
    const last = press(goTo(begun(), 'commitments/round'), ...forwards(4))
    expect(last.session.sweeping).toBe(false)
    expect(ahead(last)?.events.map(({ type }) => type)).toEqual([
      'voice-ended',
      'step-started',
      'sweep-begun',
    ])
  })

  it('draws the groups of a turn in trios and starts it', () => {
    const groups = goTo(begun(withFormat(aPlan({ people: 6 }), 'turn-1', listeningTrio)), 'turn-1/groups')
    expect(said(ahead(groups)?.label)).toBe('start-groups')
    expect(said(ahead(press(goTo(groups, 'choosing/choosing'), 'forward', 'back'))?.label)).toBe(
      'line up: Jun',
    )
    const started = press(groups, 'forward')
    expect(started.session.at).toBe('turn-1/listening-trio/a-tells')
    expect(started.session.groups.get(item('turn-1'))?.flat()).toHaveLength(6)
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
    expect(ahead(thanked)?.label).toEqual({ kind: 'forget-turn', to: { kind: 'item', item: 'break' } })
    const kept = record(thanked, [{ type: 'turn-kept', item: item('turn-1') }])
    expect(ahead(kept)?.events.map(({ type }) => type)).toEqual(['step-started'])
  })

  it('asks who passed before it ends a round', () => {
    const passed = press(goTo(begun(aPlan({ people: 3 })), 'check-in/round'), 'pass', 'forward', 'forward')
    expect([passed.session.at, said(ahead(passed)?.label)]).toEqual(['check-in/round', 'end-round'])
    expect(press(passed, 'forward').session.at).toBe('last-commitments/round')
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
    expect(ahead(press(wait(inPhase('open-questions'), 13), 'add-minute', 'add-minute'))?.cuts).toBe(
      minutes(3),
    )
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
    ['choosing', 'choosing/choosing'],
    ['what would help', 'turn-1/help'],
    ['what stays', 'what-stays/what-stays'],
    ['the break', 'break/break'],
  ])('never stands in the way of %s', (_, place) => {
    expect(ahead(goTo(begun(), place))?.cuts).toBe(0)
  })
})

const presents = (evening: Evening, turn: string, name: string) =>
  record(evening, [{ type: 'presenter-chosen', item: item(turn), member: member(name) }])
const leaves = (evening: Evening, ...names: readonly string[]) => names.reduce(leave, evening)
const brings = (evening: Evening, ...numbers: readonly number[]) => numbers.reduce(pressChair, evening)
const called = (members: readonly (string | null)[]) => members.map((one) => one?.slice(2) ?? null)

describe('the line of presenters', () => {
  const choosing = () => goTo(begun(), 'choosing/choosing')

  it.each<[string, Evening, readonly string[]]>([
    ['is whom the rota proposes, when nobody says a word', choosing(), ['Jun', 'Amara']],
    ['is who said so, first to say so first', brings(choosing(), 5, 3), ['Sam', 'Amara']],
    ['is filled up by the rota', brings(choosing(), 5), ['Sam', 'Jun']],
    ['has no more than there are turns', brings(choosing(), 5, 4, 3), ['Sam', 'Noor']],
    ['forgets who took the word back', brings(choosing(), 5, 3, 5), ['Amara', 'Jun']],
    [
      'passes over who brings something and is not here',
      leaves(brings(choosing(), 5), 'Sam'),
      ['Jun', 'Amara'],
    ],
    ['has who facilitates, who says so', brings(choosing(), 1), ['Priya', 'Jun']],
    ['has who facilitates last of all', leaves(choosing(), 'Jun', 'Noor', 'Sam'), ['Amara', 'Priya']],
    ['is as short as the room', leaves(choosing(), 'Jun', 'Amara', 'Noor', 'Sam'), ['Priya']],
  ])('%s', (_, evening, names) => {
    expect(called(lineUp(evening.session))).toEqual(names)
    const { session } = press(evening, 'forward')
    expect(called([...session.presenters.values()])).toEqual(names)
  })

  it('follows the rota, not the chairs', () => {
    const plan = aPlan()
    const present = plan.rota.present.toReversed()
    const evening = goTo(begun({ ...plan, rota: { ...plan.rota, present } }), 'choosing/choosing')
    expect(called(lineUp(evening.session))).toEqual(['Sam', 'Noor'])
  })

  it('keeps one turn for each when two change places', () => {
    const lined = press(brings(choosing(), 2, 4), 'forward')
    const { session } = presents(goTo(lined, 'turn-1/help'), 'turn-1', 'Noor')
    expect([...session.presenters]).toEqual([
      ['turn-1', member('Noor')],
      ['turn-2', member('Jun')],
    ])
  })
})

describe('the presenter of a turn', () => {
  const help = (name: string) => goTo(begun(), `${name}/help`)
  const suggested = ({ session }: Evening, turn = 'turn-1') => presenterOf(session, item(turn))

  it('is the first whom the rota proposes, beside the facilitator', () => {
    expect(suggested(help('turn-1'))).toBe(member('Jun'))
    const last = record(help('turn-1'), [{ type: 'facilitator-chosen', member: member('Jun') }])
    expect(suggested(last)).toBe(member('Priya'))
  })

  it('is somebody who has not presented today', () => {
    const held = goTo(presents(begun(), 'turn-1', 'Jun'), phaseStep('turn-1', 'telling'))
    expect(suggested(goTo(held, 'turn-2/help'), 'turn-2')).toBe(member('Amara'))
  })

  it('is the one whom the room chose, as long as that one is here', () => {
    const chosen = pressChair(help('turn-1'), 4)
    expect(suggested(chosen)).toBe(member('Noor'))
    expect(suggested(leaves(chosen, 'Noor'))).toBe(member('Jun'))
  })

  it('passes over who is not here', () => {
    expect(suggested(leaves(help('turn-1'), 'Jun', 'Amara'))).toBe(member('Noor'))
  })

  it('is, in the place of who left, who brings something and has no turn', () => {
    const lined = press(brings(goTo(begun(), 'choosing/choosing'), 3, 4, 5), 'forward')
    expect(suggested(leaves(lined, 'Amara'))).toBe(member('Sam'))
  })

  it('is who brought something and whose own turn was left out, before anybody has two', () => {
    const lined = press(brings(goTo(begun(aPlan({ people: 4 })), 'choosing/choosing'), 4, 2), 'forward')
    const out = press(lined, 'leave-turn-out')
    const second = leaves(goTo(out, 'turn-2/help'), 'Jun', 'Amara')
    expect(suggested(second, 'turn-2')).toBe(member('Noor'))
  })

  it('begins again with the first when everybody has presented', () => {
    const held = goTo(presents(begun(), 'turn-1', 'Jun'), phaseStep('turn-1', 'telling'))
    const alone = leaves(goTo(held, 'turn-2/help'), 'Priya', 'Amara', 'Noor', 'Sam')
    expect(suggested(alone, 'turn-2')).toBe(member('Jun'))
  })

  it('is the facilitator only when nobody else is here, and nobody when nobody is', () => {
    const alone = leaves(help('turn-1'), 'Jun', 'Amara', 'Noor', 'Sam')
    expect(suggested(alone)).toBe(member('Priya'))
    expect(suggested(leaves(alone, 'Priya'))).toBeNull()
  })

  it('can be the facilitator by a number; then somebody takes the session for this turn', () => {
    const chosen = pressChair(help('turn-1'), 1)
    expect(said(ahead(chosen)?.label)).toBe('hand over for: Priya')
    const offered = press(chosen, 'forward')
    expect([said(ahead(offered)?.label), offered.session.at]).toEqual(['i have it: Jun', 'turn-1/help'])
    const taken = press(offered, 'forward')
    expect([said(ahead(taken)?.label), taken.session.cover?.member]).toEqual([
      'start turn: Priya',
      member('Jun'),
    ])
  })

  it('facilitates too where nobody else is here', () => {
    const alone = leaves(pressChair(help('turn-1'), 1), 'Jun', 'Amara', 'Noor', 'Sam')
    expect(said(ahead(alone)?.label)).toBe('start turn: Priya')
  })
})

describe('a hand-over', () => {
  const given = () => press(goTo(begun(), 'check-in/round'), 'hand-over')

  it('goes to the first whom the rota proposes, who then takes it with the same key', () => {
    expect([said(ahead(given())?.label), ahead(given())?.filled]).toEqual(['hand over to: Jun', false])
    const card = press(given(), 'forward')
    expect([said(ahead(card)?.label), ahead(card)?.filled]).toEqual(['i have it: Jun', true])
    expect(press(card, 'forward').session).toMatchObject({ facilitator: member('Jun'), handing: null })
  })

  it('goes to whose number is pressed, never to who has it already', () => {
    const card = pressChair(given(), 4)
    expect(said(ahead(card)?.label)).toBe('i have it: Noor')
    expect(pressChair(card, 1)).toEqual(card)
  })

  it('is given back by Esc, and nothing has changed', () => {
    const back = press(pressChair(given(), 4), 'decline')
    expect(back.session).toMatchObject({ facilitator: member('Priya'), handing: null })
    expect(said(ahead(back)?.label)).toBe('next voice: Jun')
  })

  it('asks somebody else when the one who was asked leaves', () => {
    const gone = leave(press(given(), 'forward'), 'Jun')
    expect(said(ahead(gone)?.label)).toBe('hand over to: Amara')
    expect(press(gone, 'forward', 'forward').session.facilitator).toBe(member('Amara'))
  })

  it('ends where nobody is left to take it, and forward goes on', () => {
    const alone = leaves(given(), 'Jun', 'Amara', 'Noor', 'Sam')
    expect(said(ahead(alone)?.label)).toBe('go-on')
    expect(press(alone, 'forward').session.handing).toBeNull()
  })

  it('passes over who presents', () => {
    expect(called([successor(inPhase('telling').session)])).toEqual(['Amara'])
  })
})
