// Every way in which the wall looks outside a turn: before, between, and at the close.
import type { MemberId, TextId } from '../../../shared/basics/ids'
import type { SpeakingRule } from '../../../shared/formats/format'
import { wishes } from '../../../shared/formats/wish'
import type { EventBody } from '../../../shared/session/events'
import {
  anEvening,
  at,
  everybodyHere,
  goTo,
  item,
  press,
  pressChair,
  record,
  step,
  wait,
  type Evening,
  type PlanChange,
} from '../../unit/builders'
import {
  asked,
  asking,
  firstTurn,
  formatOf,
  inTurn,
  line,
  long,
  nextMeeting,
  opened,
  planOf,
  promised,
  seat,
  seatsOf,
  short,
  written,
  type Room,
} from './room'
import type { States } from './state'

const here = (room: Room, change: PlanChange) => everybodyHere(anEvening(planOf(room, change)))

export const waitingStates: States = {
  'nobody yet': (room) => anEvening(planOf(room, { beginsAt: at(10) })),
  'before the hour': (room) => here(room, { beginsAt: at(10) }),
  'before the hour, twelve hours': {
    build: (room) => here(room, { beginsAt: at(10) }),
    options: { hours: 12 },
  },
  'after the hour': (room) => wait(here(room, { beginsAt: at(10) }), 12),
  'no hour': (room) => here(room, { beginsAt: null }),
}

const overTo = (evening: Evening, to: MemberId): Evening =>
  record(evening, [{ type: 'hand-over-offered', to, item: null }, { type: 'hand-over-taken' }])

export const namedStates: States = {
  today: (room) => opened(room),
  'the long name': (room) => opened(room, { facilitator: seat(2) }),
  'handed over': (room) => overTo(inTurn(room, { phases: [{ rule: 'OPEN' }] }), seat(3)),
}

export const agreementStates: States = {
  sentence: (room) => goTo(opened(room), 'agreements/0'),
  'a long sentence': (room) => goTo(opened(room), 'agreements/1'),
  change: (room) => goTo(opened(room), 'agreements/change'),
  hold: (room) => press(goTo(opened(room), 'agreements/change'), 'forward'),
}

const withoutReview = (room: Room): PlanChange => ({
  agenda: planOf(room).agenda.filter(({ kind }) => kind !== 'last-commitments'),
})

/** Everybody has had the floor. */
const askingIn = (room: Room, evening: Evening, id: string): Evening =>
  record(
    evening,
    seatsOf(room).map((number): EventBody => ({
      type: 'voice-ended',
      step: step(id),
      member: seat(number),
      how: number === 1 ? 'passed' : 'spoke',
    })),
  )

/** One voice after another, so many, each taking a little. */
const voices = (evening: Evening, count: number): Evening =>
  Array.from({ length: count }).reduce<Evening>((now) => press(wait(now, 0.4), 'forward'), evening)

const reflections = (room: Room, stageLine: string) =>
  inTurn(room, {
    phases: [{ rule: 'ROUND', who: 'each', presenter: 'listens', perVoice: true, stageLine }],
  })

export const roundStates: States = {
  'check-in': (room) => goTo(opened(room), 'check-in/round'),
  'check-in, the second voice': (room) => wait(voices(goTo(opened(room), 'check-in/round'), 1), 0.3),
  'check-in, the last voice': (room) =>
    wait(voices(goTo(opened(room), 'check-in/round'), room.seats - 1), 0.3),
  'check-in, over': (room) => wait(goTo(opened(room), 'check-in/round'), 60),
  'check-in, asking': (room) => askingIn(room, goTo(opened(room), 'check-in/round'), 'check-in/round'),
  'check-in, without numbers': {
    build: (room) => goTo(opened(room), 'check-in/round'),
    options: { time: 'shape' },
  },
  'with a promise': (room) =>
    goTo(
      opened(room, { ...withoutReview(room), commitments: [promised(1, short(room, 2))] }),
      'check-in/round',
    ),
  'with a long promise': (room) =>
    goTo(
      opened(room, { ...withoutReview(room), commitments: [promised(1, long(room, 0))] }),
      'check-in/round',
    ),
  'with a private promise': (room) =>
    goTo(
      opened(room, {
        ...withoutReview(room),
        commitments: [promised(1, short(room, 2), { seenBy: 'console' })],
      }),
      'check-in/round',
    ),
  'last time, asking': (room) => {
    const evening = goTo(
      opened(room, { commitments: [promised(1, short(room, 2))] }),
      'last-commitments/round',
    )
    return askingIn(room, evening, 'last-commitments/round')
  },
  reflections: (room) => reflections(room, room.script.line),
  'reflections, a long sentence': (room) => reflections(room, room.script.longLine),
  harvest: (room) => goTo(opened(room), 'harvest/round'),
  'last round': (room) => goTo(opened(room), 'last-round/round'),
  'last round, the last voice': (room) =>
    wait(voices(goTo(opened(room), 'last-round/round'), room.seats - 1), 0.2),
  'last round, asking': (room) => askingIn(room, goTo(opened(room), 'last-round/round'), 'last-round/round'),
}

const bringing = (room: Room, count: number, queue: readonly number[] = []): Evening =>
  seatsOf(room)
    .slice(0, count)
    .map((number) => ((number % room.seats) + 1) as number)
    .reduce(pressChair, goTo(opened(room, { queue: queue.map(seat) }), 'choosing/choosing'))

export const choosingStates: States = {
  nobody: (room) => bringing(room, 0),
  'nobody, two in line': (room) => bringing(room, 0, [2, 3]),
  'nobody, all in line': (room) => bringing(room, 0, seatsOf(room)),
  one: (room) => bringing(room, 1),
  'as many as there are turns': (room) => bringing(room, 2, [2, 3]),
  everybody: (room) => bringing(room, room.seats, seatsOf(room)),
  'seven turns': (room) => {
    const { agenda } = planOf(room)
    const turn = agenda.find(({ kind }) => kind === 'turn')
    const seven = agenda.flatMap((one) =>
      one === turn
        ? Array.from({ length: 6 }, (_, n) => ({ ...turn, id: item(`more-${n}`) })).concat(turn)
        : [one],
    )
    const start = goTo(opened(room, { agenda: seven }), 'choosing/choosing')
    return seatsOf(room).reduce(pressChair, start)
  },
}

const atHelp = (room: Room, number = 2): Evening =>
  goTo(
    record(opened(room), [{ type: 'presenter-chosen', item: firstTurn, member: seat(number) }]),
    'turn-1/help',
  )

export const helpStates: States = {
  'nothing said': (room) => atHelp(room),
  'a short name': (room) => atHelp(room, 1),
  ...Object.fromEntries(
    wishes.map((wish) => [
      wish,
      (room: Room) => record(atHelp(room, 3), [{ type: 'wish-said', item: firstTurn, wish }]),
    ]),
  ),
}

const reviewing = (room: Room, ...promises: readonly ReturnType<typeof promised>[]): Evening =>
  goTo(opened(room, { commitments: promises }), 'last-commitments/round')

export const lastCommitmentStates: States = {
  one: (room) => reviewing(room, promised(1, short(room, 2))),
  'a long one': (room) => reviewing(room, promised(2, long(room, 0))),
  'a private one': (room) => reviewing(room, promised(1, short(room, 2), { seenBy: 'console' })),
  two: (room) => reviewing(room, promised(1, short(room, 2)), promised(1, long(room, 1))),
  'two long ones': (room) => reviewing(room, promised(2, long(room, 0)), promised(2, long(room, 1))),
  'one that rests': (room) =>
    reviewing(room, promised(3, short(room, 2), { kind: 'rest', until: '2027-04-30' })),
}

/** So many lines, written in the harvest; some of them taken up. */
const learnt =
  (count: number, chosen = 0, text = written) =>
  (room: Room): Evening => {
    const texts = Array.from({ length: count }, (_, number) =>
      line('word', 'harvest', number, text(room, number)),
    )
    const ids = texts.map(({ id }) => id)
    return record(goTo(opened(room, {}, ...texts), 'harvest/round'), [
      ...ids.map((id): EventBody => ({ type: 'word-written', text: id })),
      ...(chosen === 0
        ? []
        : [{ type: 'themes-chosen', item: item('harvest'), texts: ids.slice(-chosen) } as const]),
    ])
  }

export const harvestStates: States = {
  one: learnt(1),
  three: learnt(3),
  twelve: learnt(12),
  'twelve long ones': learnt(12, 0, (room, number) => `${long(room, number)} (${number})`),
  thirteen: learnt(13),
  'sixty, three taken up': learnt(60, 3),
  'twelve, all taken up': learnt(12, 12),
  'in a method of its own': (room) => {
    const texts = [0, 1, 2, 3].map((number) => line('word', 'turn-1', number, written(room, number)))
    const phase = {
      rule: 'OPEN',
      presenter: 'speaks',
      captures: ['words'],
      stageLine: room.script.longLine,
    } as const
    const evening = inTurn(room, { phases: [phase], format: { scope: 'group' }, texts })
    return record(
      evening,
      texts.map(({ id }): EventBody => ({ type: 'word-written', text: id })),
    )
  },
}

interface Said {
  readonly who: number
  readonly text: string
  readonly seenBy?: 'console'
  readonly kind?: 'rest'
  readonly until?: string
}

/** The round of commitments: the first so many voices have said what they will do. */
function committed(
  room: Room,
  said: readonly Said[],
  heard: number,
  change: readonly EventBody[] = [],
): Evening {
  const texts = said.map((one, index) =>
    line('commitment', 'commitments', index, one.text, one.seenBy ?? 'room'),
  )
  const round = goTo(opened(room, {}, ...texts), 'commitments/round')
  return record(round, [
    ...said.map(({ who, kind, until }, index): EventBody => ({
      type: 'commitment-made',
      member: seat(who),
      text: texts[index]?.id as TextId,
      kind: kind ?? 'do',
      until: until ?? null,
    })),
    ...Array.from({ length: heard }, (_, index): EventBody => ({
      type: 'voice-ended',
      step: step('commitments/round'),
      member: seat(index + 1),
      how: 'spoke',
    })),
    ...change,
  ])
}

const each = (room: Room, count: number): readonly Said[] =>
  seatsOf(room)
    .slice(0, count)
    .map((who) => ({ who, text: written(room, who) }))

const meets: readonly EventBody[] = [{ type: 'next-meeting-set', meets: nextMeeting }]

export const commitmentStates: States = {
  'nobody yet': (room) => committed(room, [], 0),
  'nobody yet, with a date': (room) => committed(room, [], 1, meets),
  one: (room) => committed(room, [{ who: 1, text: short(room, 2) }], 0, meets),
  'a long one until a day': (room) =>
    committed(room, [{ who: 1, text: long(room, 0), until: '2027-03-27' }], 0),
  'two of one': (room) =>
    committed(
      room,
      [
        { who: 1, text: long(room, 0) },
        { who: 1, text: short(room, 2) },
      ],
      0,
    ),
  'a private one': (room) => committed(room, [{ who: 1, text: short(room, 2), seenBy: 'console' }], 0),
  'one that rests': (room) =>
    committed(room, [{ who: 1, text: short(room, 3), kind: 'rest', until: '2027-04-30' }], 0),
  'one that only rests': (room) =>
    committed(room, [{ who: 1, text: '', kind: 'rest', until: '2027-04-30' }], 0),
  'all but the last': (room) => committed(room, each(room, room.seats), room.seats - 1, meets),
  'all but the last, who has two': (room) =>
    committed(room, [...each(room, room.seats), { who: room.seats, text: long(room, 1) }], room.seats - 1),
  'five before': (room) => (room.seats < 6 ? null : committed(room, each(room, 5), 5)),
  'six before': (room) => (room.seats < 7 ? null : committed(room, each(room, 6), 6)),
  'all of them, asking': (room) => committed(room, each(room, room.seats), room.seats),
  'of every kind, asking': (room) =>
    committed(
      room,
      [
        { who: 1, text: long(room, 0), until: '2027-03-27' },
        { who: 1, text: short(room, 2) },
        { who: 2, text: short(room, 3), seenBy: 'console' },
        { who: 3, text: '', kind: 'rest', until: '2027-04-30' },
      ],
      room.seats,
    ),
}

/** At the sweep, with a line of each kind written before. */
function swept(room: Room, full: boolean): Evening {
  const questions = [0, 1, 2].map((number) => asked(number, written(room, number)))
  const taken = line('takeaway', 'turn-1', 10, short(room, 2))
  const word = line('word', 'harvest', 11, short(room, 3))
  const moved = line('word', 'harvest', 13, short(room, 4))
  const commitment = line('commitment', 'commitments', 12, short(room, 2))
  const texts = [...questions, taken, word, moved, commitment]
  if (!full) return goTo(opened(room), 'what-stays/what-stays')
  const evening = inTurn(room, {
    phases: [{ rule: 'QOPEN', captures: ['questions'] }],
    texts,
    plan: { level: 'C0' },
  })
  return goTo(
    record(evening, [
      ...asking(questions),
      { type: 'question-taken-home', item: firstTurn, question: questions[0]?.id as TextId },
      { type: 'takeaway-settled', item: firstTurn, how: 'kept', text: taken.id },
      { type: 'word-written', text: word.id },
      { type: 'word-written', text: moved.id },
      { type: 'line-moved', text: moved.id, way: 'keep' },
      { type: 'line-moved', text: questions[1]?.id as TextId, way: 'keep' },
      { type: 'commitment-made', member: seat(1), text: commitment.id, kind: 'do', until: null },
      ...meets,
    ]),
    'what-stays/what-stays',
  )
}

export const whatStaysStates: States = {
  nothing: (room) => swept(room, false),
  'of every kind': (room) => swept(room, true),
}

const closed = (evening: Evening, ...facts: readonly EventBody[]): Evening =>
  record(evening, [...facts, { type: 'session-closed' }])

const asks = (answer: 'asked' | 'willing', who = 2): EventBody => ({
  type: 'next-facilitator-asked',
  member: seat(who),
  answer,
})

export const closedStates: States = {
  'nothing kept': (room) => closed(swept(room, false)),
  'of every kind, with a date': (room) => closed(swept(room, true), ...meets),
  'somebody asked': (room) => closed(swept(room, false), asks('asked')),
  'somebody willing, with a date': (room) => closed(swept(room, true), ...meets, asks('willing', 3)),
  'somebody willing, twelve hours': {
    build: (room) => closed(swept(room, true), ...meets, asks('willing')),
    options: { hours: 12 },
  },
}

/** Other lengths are put to the room while it checks in. */
function refitted(
  room: Room,
  lengths: readonly (readonly [string, number])[],
  dropped: readonly string[] = [],
  presenters = 0,
  change: PlanChange = {},
): Evening {
  const chosen = Array.from({ length: presenters }, (_, index): EventBody => ({
    type: 'presenter-chosen',
    item: item(`turn-${index + 1}`),
    member: seat(index + 2),
  }))
  const evening = record(goTo(opened(room, change), 'check-in/round'), chosen)
  return record(evening, [
    {
      type: 'refit-put',
      lengths: lengths.map(([id, minutes]) => ({ step: step(id), minutes })),
      dropped: dropped.map(item),
      closesAt: wait(evening, 97).now,
    },
  ])
}

const around = [
  ['break/break', 3],
  ['harvest/round', 1],
  ['commitments/round', 1],
] as const
const inTurns = (turn: string, minutes: number) =>
  [[`${turn}/short-question-round/open-questions`, minutes]] as const

export const refitStates: States = {
  'one row': (room) => refitted(room, [['break/break', 3]]),
  'two rows, one left out': (room) => refitted(room, [['harvest/round', 1]], ['break'], 1),
  'three rows, a turn that stays': (room) => refitted(room, around, [], 2),
  'four rows': (room) => refitted(room, [...around, ['last-round/round', 2]], [], 2),
  'four rows and more': (room) =>
    refitted(
      room,
      [...around, ['last-round/round', 2], ['choosing/choosing', 0.5], ['last-commitments/round', 1]],
      [],
      2,
    ),
  'turns alike': (room) => refitted(room, [...inTurns('turn-1', 10), ...inTurns('turn-2', 10)]),
  'what the whole group does, shorter': (room) =>
    refitted(
      room,
      [
        ['turn-2/f/1', 10],
        ['silence/silence', 1],
        ['what-stays/what-stays', 0.5],
      ],
      [],
      1,
      withGroup(room),
    ),
  'what the whole group does, as planned': (room) =>
    refitted(room, [...inTurns('turn-1', 10), ['break/break', 3]], [], 1, withGroup(room)),
  'turns that differ': (room) =>
    refitted(room, [...inTurns('turn-1', 10), ...inTurns('turn-2', 11), ...around], [], 2),
}

/** A session in which the whole group does something together, after a silence. */
const withGroup = (room: Room): PlanChange => {
  const { agenda } = planOf(room)
  const method = formatOf(room, [{ rule: 'OPEN', presenter: 'speaks' }], { scope: 'group' })
  return {
    formats: [...planOf(room).formats, method],
    agenda: agenda.flatMap((one) => {
      if (one.id === 'break') return [{ kind: 'silence', id: item('silence'), minutes: 2 }, one]
      return [one.kind === 'turn' && one.id === 'turn-2' ? { ...one, format: method.id } : one]
    }),
  }
}

const resting = (room: Room, presenter = 2): Evening =>
  goTo(
    record(opened(room), [{ type: 'presenter-chosen', item: item('turn-2'), member: seat(presenter) }]),
    'break/break',
  )

export const breakStates: States = {
  'before, nobody chosen': (room) => goTo(opened(room), 'break/break'),
  before: (room) => resting(room),
  'before, twelve hours': { build: (room) => resting(room, 1), options: { hours: 12 } },
  after: (room) => wait(resting(room), 7),
  'in practice': (room) => goTo(opened(room, { practice: true }), 'break/break'),
  'before what the whole group does': (room) => goTo(opened(room, withGroup(room)), 'break/break'),
}

export const silenceStates: States = {
  'in a turn': (room) =>
    inTurn(room, { phases: [{ rule: 'QUIET', ends: 'by-itself', presenter: 'speaks' }] }),
}

export const thankedStates: States = {
  'the presenter': (room) =>
    press(inTurn(room, { phases: [{ rule: 'SOLO', who: 'presenter' }] }), 'end-with-thanks'),
}

export const heldStates: States = { held: (room) => press(opened(room), 'hold') }
export const blankStates: States = { blank: (room) => press(opened(room), 'blank') }

/** How the room is reminded under each rule. */
const reminders: Readonly<Record<SpeakingRule, (room: Room) => Evening>> = {
  SOLO: (room) => inTurn(room, { phases: [{ rule: 'SOLO', who: 'presenter' }] }),
  QFACT: (room) => inTurn(room, { phases: [{ rule: 'QFACT' }] }),
  QOPEN: (room) => inTurn(room, { phases: [{ rule: 'QOPEN' }] }),
  QONLY: (room) => inTurn(room, { phases: [{ rule: 'QONLY' }] }),
  GTALK: (room) => inTurn(room, { phases: [{ rule: 'GTALK', presenter: 'listens' }] }),
  ROUND: (room) => goTo(opened(room), 'check-in/round'),
  QUIET: (room) => inTurn(room, { phases: [{ rule: 'QUIET' }] }),
  WRITE: (room) => inTurn(room, { phases: [{ rule: 'WRITE', presenter: 'speaks' }] }),
  PAIRS: (room) =>
    inTurn(room, {
      phases: [{ rule: 'PAIRS', presenter: 'speaks', part: { letter: 'A', does: 'is-asked-by-one' } }],
      format: { scope: 'group', grouping: 'trios' },
    }),
  OPEN: (room) => inTurn(room, { phases: [{ rule: 'OPEN' }] }),
  FAC: (room) => inTurn(room, { phases: [{ rule: 'FAC' }] }),
}

export const remindedStates: States = Object.fromEntries(
  Object.entries(reminders).map(([rule, evening]) => [rule, (room: Room) => press(evening(room), 'remind')]),
)
