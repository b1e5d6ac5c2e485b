// Every way in which a turn, a card, a page of questions and a group look on the wall.
import type { PhaseId } from '../../../shared/basics/ids'
import { warmths } from '../../../shared/board/board'
import type { FormatPhase, GroupPart, SpeakingRule } from '../../../shared/formats/format'
import type { EventBody } from '../../../shared/session/events'
import { aText, goTo, item, press, record, step, wait, type Evening } from '../../unit/builders'
import {
  asked,
  asking,
  beforeTurn,
  firstTurn,
  inTurn,
  long,
  seat,
  seatsOf,
  short,
  written,
  type Room,
} from './room'
import type { States } from './state'

const solo: Partial<FormatPhase> = { rule: 'SOLO', who: 'presenter', presenter: 'speaks' }
const openQuestions: Partial<FormatPhase> = { rule: 'QOPEN', captures: ['questions'] }

/** Rules under which a turn has the face of a turn, and who does what in them. */
const turnRules = {
  SOLO: solo,
  QFACT: { rule: 'QFACT' },
  QOPEN: { rule: 'QOPEN' },
  QONLY: { rule: 'QONLY' },
  GTALK: { rule: 'GTALK', presenter: 'listens' },
  OPEN: { rule: 'OPEN', presenter: 'speaks' },
  FAC: { rule: 'FAC', presenter: 'listens' },
} as const satisfies Partial<Record<SpeakingRule, Partial<FormatPhase>>>

const telling = (room: Room) => inTurn(room, { phases: [solo] })

/** A turn with so many questions on its board, of these words, and what happens to them then. */
function withBoard(
  count: number,
  text: (room: Room, number: number) => string,
  then: readonly EventBody[] = [],
  { phase = openQuestions, named = false }: { phase?: Partial<FormatPhase>; named?: boolean } = {},
) {
  return (room: Room): Evening => {
    const texts = Array.from({ length: count }, (_, number) => asked(number, text(room, number)))
    const plan = named ? { namesOnBoard: true as const } : {}
    return record(inTurn(room, { phases: [phase], texts, plan }), [...asking(texts), ...then])
  }
}

const shown = (number: number): EventBody => ({
  type: 'question-shown',
  item: firstTurn,
  question: asked(number, '').id,
})
const alone: EventBody = { type: 'question-alone', item: firstTurn, alone: true }
const together: EventBody = { type: 'board-revealed', item: firstTurn }
const page = (number: number): EventBody => ({ type: 'board-paged', item: firstTurn, page: number - 1 })
const sorting: Partial<FormatPhase> = { ...solo, captures: ['questions'], sorts: true }
/** A question as long as one may be pasted. */
const endless = (room: Room, number: number): string =>
  `${long(room, number)} ${long(room, number + 1)} ${long(room, number + 2)}`

/** More minutes are put to the room: by whom they are asked for, and who would pay. */
const extended =
  (asks: 'presenter' | 'room', pays: 'spare' | 'steps' | 'nobody', lender?: readonly [string, number]) =>
  (room: Room): Evening => {
    const evening = inTurn(room, { phases: [solo, openQuestions] })
    return record(wait(evening, 13), [
      {
        type: 'extension-put',
        step: step('turn-1/f/1'),
        minutes: 2,
        asks,
        pays,
        closesAt: wait(evening, 97).now,
        lengths: lender === undefined ? [] : [{ step: step(lender[0]), minutes: lender[1] }],
      },
    ])
  }

/** Lines that are gathered while a turn goes on. */
const gathering = (count: number, chosen: number) => (room: Room) => {
  const texts = Array.from({ length: count }, (_, number) =>
    aText(String(number), { kind: 'word', text: written(room, number) }),
  )
  const evening = inTurn(room, { phases: [{ rule: 'OPEN', captures: ['words'] }], texts })
  return record(evening, [
    ...texts.map(({ id }): EventBody => ({ type: 'word-written', text: id })),
    ...(chosen === 0
      ? []
      : [
          {
            type: 'themes-chosen',
            item: firstTurn,
            texts: texts.slice(-chosen).map(({ id }) => id),
          } as const,
        ]),
  ])
}

export const turnStates: States = {
  ...Object.fromEntries(
    Object.entries(turnRules).map(([rule, phase]) => [
      rule,
      (room: Room) => inTurn(room, { phases: [phase] }),
    ]),
  ),
  'a long sentence': (room) => inTurn(room, { phases: [{ ...solo, stageLine: room.script.longLine }] }),
  'the presenter is outside': (room) => inTurn(room, { phases: [{ rule: 'GTALK', presenter: 'out' }] }),
  'two hours': (room) =>
    inTurn(room, { phases: [{ ...solo, minutes: { nominal: 120, floor: 1, cap: 180 } }] }),
  'last minute': (room) => wait(telling(room), 13.5),
  time: (room) => wait(telling(room), 14.4),
  'one minute over': (room) => wait(telling(room), 15.5),
  'twelve minutes over': (room) => wait(telling(room), 26.5),
  paused: (room) => press(telling(room), 'pause'),
  'to the second': { build: telling, options: { time: 'exact' } },
  'two hours to the second': {
    build: (room) => inTurn(room, { phases: [{ ...solo, minutes: { nominal: 120, floor: 1, cap: 180 } }] }),
    options: { time: 'exact' },
  },
  'without numbers': { build: telling, options: { time: 'shape' } },
  'in practice': (room) => inTurn(room, { phases: [solo], plan: { practice: true } }),
  'one question': withBoard(1, short, [shown(0)]),
  'one question, long': withBoard(1, long, [shown(0)]),
  'one question, endless': withBoard(1, endless, [shown(0)]),
  'one question and three': withBoard(4, written, [shown(0)]),
  'a long question and three long ones': withBoard(4, long, [shown(0)]),
  'sixty questions': withBoard(60, written, [shown(2)]),
  'three that wait, none shown': withBoard(3, written),
  'seven that wait, none shown': withBoard(7, long),
  'with a name': withBoard(4, written, [shown(1)], { named: true }),
  alone: withBoard(5, short, [shown(1), alone]),
  'alone, long': withBoard(5, long, [shown(0), alone]),
  'alone, endless': withBoard(5, endless, [shown(0), alone]),
  'alone, with a name': withBoard(5, long, [shown(1), alone], { named: true }),
  sorting: withBoard(4, written, [], { phase: sorting }),
  ...Object.fromEntries(
    warmths.map((warmth) => [
      `sorting, ${warmth}`,
      withBoard(4, long, [{ type: 'question-warmed', item: firstTurn, question: asked(0, '').id, warmth }], {
        phase: sorting,
        named: warmth === 'cold',
      }),
    ]),
  ),
  'lines gathered': gathering(7, 0),
  'lines taken up': gathering(7, 2),
  'more minutes, the presenter asked': extended('presenter', 'spare'),
  'more minutes, from the break': extended('room', 'steps', ['break/break', 3]),
  'more minutes, from later': extended('room', 'steps', ['turn-1/f/2', 12]),
  'more minutes, from what is learnt': extended('room', 'steps', ['harvest/round', 1]),
  'more minutes, closing later': extended('room', 'nobody'),
}

const parked = (count: number) => (room: Room) => {
  const texts = Array.from({ length: count }, (_, number) => asked(number, written(room, number)))
  const evening = inTurn(room, { phases: [openQuestions], texts })
  const aside = texts.map(({ id }): EventBody => ({ type: 'question-parked', item: firstTurn, question: id }))
  return goTo(record(evening, [...asking(texts), ...aside]), 'what-stays/what-stays')
}

export const togetherStates: States = {
  one: withBoard(1, short, [together]),
  three: withBoard(3, long, [together]),
  eight: withBoard(8, written, [together]),
  'eight long ones': withBoard(8, long, [together]),
  'eight endless ones': withBoard(8, endless, [together]),
  'the first of eight pages': withBoard(60, written, [together]),
  'the last of eight pages': withBoard(60, written, [together, page(8)]),
  'with names': withBoard(8, long, [together], { named: true }),
  'while writing': withBoard(8, written, [together], {
    phase: { rule: 'WRITE', presenter: 'speaks', captures: ['questions'] },
  }),
  'time is up': (room) => wait(withBoard(8, short, [together])(room), 14.5),
  'three minutes over': (room) => wait(withBoard(8, short, [together])(room), 17.5),
  'without numbers': { build: withBoard(8, short, [together]), options: { time: 'shape' } },
  parked: parked(3),
  'eight parked': parked(8),
}

const inGroups = { scope: 'group', grouping: 'pairs' } as const
const card = (id: string, rule: 'PAIRS' | 'OPEN'): Partial<FormatPhase> => ({
  id: id as PhaseId,
  rule,
  presenter: 'speaks',
  ...(rule === 'PAIRS' ? { part: { letter: null, does: 'in-twos' } as const } : {}),
})

export const cardStates: States = {
  'one after the other': (room) =>
    inTurn(room, { phases: [card('drill-turn-it/turn', 'PAIRS')], format: inGroups }),
  'the last one': (room) =>
    wait(inTurn(room, { phases: [card('drill-turn-it/turn', 'PAIRS')], format: inGroups }), 13.6),
  'with one other way': (room) =>
    inTurn(room, {
      phases: [{ ...card('drill-turn-it/compare', 'OPEN'), stageLine: room.script.longLine }],
      format: { ...inGroups, grouping: 'plenary' },
    }),
  'a camera line': (room) =>
    inTurn(room, { phases: [card('drill-camera-test/strike', 'PAIRS')], format: inGroups }),
  'a camera line, over': (room) =>
    wait(
      inTurn(room, {
        phases: [card('drill-camera-test/compare', 'OPEN')],
        format: { ...inGroups, grouping: 'plenary' },
      }),
      17,
    ),
}

const writing: Partial<FormatPhase> = { rule: 'WRITE', presenter: 'speaks' }

export const writeStates: States = {
  plenty: (room) => inTurn(room, { phases: [writing] }),
  'a long sentence': (room) => inTurn(room, { phases: [{ ...writing, stageLine: room.script.longLine }] }),
  'last minute': (room) => wait(inTurn(room, { phases: [writing] }), 13.5),
  time: (room) => wait(inTurn(room, { phases: [writing] }), 14.4),
  over: (room) => wait(inTurn(room, { phases: [writing] }), 16.4),
  'over, without numbers': {
    build: (room) => wait(inTurn(room, { phases: [writing] }), 16.4),
    options: { time: 'shape' },
  },
  'time, with a bowl': { build: (room) => wait(inTurn(room, { phases: [writing] }), 14.4), tone: 'bowl' },
  'time, with wood': { build: (room) => wait(inTurn(room, { phases: [writing] }), 14.4), tone: 'wood' },
  'time, without a sound': { build: (room) => wait(inTurn(room, { phases: [writing] }), 14.4), tone: 'none' },
}

const part = (letter: 'A' | 'B' | 'C' | 'D' | null, does: GroupPart['does']): Partial<FormatPhase> => ({
  rule: 'PAIRS',
  presenter: 'speaks',
  part: (letter === null ? { letter, does } : { letter, does }) as GroupPart,
  ends: 'by-itself',
})
const openly: Partial<FormatPhase> = { rule: 'OPEN', presenter: 'speaks' }

type Does = GroupPart['does']

/** What a letter does, and how many sit together then. */
const parts: Readonly<Record<Does, 'pairs' | 'trios'>> = {
  tells: 'trios',
  'is-asked': 'trios',
  'is-asked-by-one': 'trios',
  'is-heard': 'trios',
  asks: 'pairs',
  answers: 'trios',
  'is-answered': 'pairs',
  'turns-round': 'trios',
  'says-what-helped': 'trios',
  'in-twos': 'pairs',
  'in-threes': 'trios',
  'in-fours': 'pairs',
}

const letters = ['A', 'B', 'C', 'D'] as const

const grouped = (
  room: Room,
  grouping: 'pairs' | 'trios',
  phases: readonly Partial<FormatPhase>[],
  number = 1,
): Evening => inTurn(room, { phases, format: { scope: 'group', grouping } }, number)

/** Fours: three letters and the fourth that they have; only where there are so many. */
const fours =
  (number: 1 | 4) =>
  (room: Room): Evening | null => {
    if (room.seats < 7) return null
    const start = beforeTurn(room, {
      phases: [...letters.map((letter) => part(letter, 'tells')), openly],
      format: { scope: 'group', grouping: 'trios' },
    })
    const chairs = seatsOf(room).map(seat)
    const groups = Array.from({ length: Math.ceil(room.seats / 4) }, (_, n) => chairs.slice(4 * n, 4 * n + 4))
    const drawn = record(start, [{ type: 'groups-drawn', item: item('turn-1'), groups }])
    return goTo(drawn, `turn-1/f/${number}`)
  }

export const groupStates: States = {
  'before the begin, pairs': (room) =>
    goTo(
      beforeTurn(room, { phases: [part('A', 'tells')], format: { scope: 'group', grouping: 'pairs' } }),
      'turn-1/groups',
    ),
  'before the begin, trios': (room) =>
    goTo(
      beforeTurn(room, { phases: [part('A', 'tells')], format: { scope: 'group', grouping: 'trios' } }),
      'turn-1/groups',
    ),
  ...Object.fromEntries(
    (Object.keys(parts) as Does[]).map((does) => [
      does,
      (room: Room) => {
        const all = does.startsWith('in-')
        return grouped(room, parts[does], [part(all ? null : 'A', does), all ? openly : part('B', does)])
      },
    ]),
  ),
  'pairs, B': (room) => wait(grouped(room, 'pairs', [part('A', 'tells'), part('B', 'tells'), openly], 2), 1),
  'the last letter': (room) =>
    wait(
      grouped(room, 'trios', [...letters.slice(0, 3).map((letter) => part(letter, 'tells')), openly], 3),
      1,
    ),
  'a long sentence': (room) =>
    grouped(room, 'trios', [{ ...part('A', 'tells'), stageLine: room.script.longLine }, part('B', 'tells')]),
  fours: fours(1),
  'fours, D': fours(4),
  changing: (room) => {
    const first = grouped(room, 'trios', [part('A', 'tells'), part('B', 'is-asked-by-one'), openly])
    return goTo(wait(first, 14), 'turn-1/f/2')
  },
  'all together': (room) =>
    goTo(wait(grouped(room, 'pairs', [part('A', 'tells'), openly]), 14), 'turn-1/f/2'),
  'last minute': (room) => wait(grouped(room, 'trios', [part('A', 'tells'), openly]), 13.4),
  over: (room) => wait(grouped(room, 'trios', [part('A', 'tells'), openly]), 17),
}

/** Parts that stand in the catalogue: for the test that none is left out. */
export const partsInCatalogue: readonly Does[] = Object.keys(parts) as Does[]
