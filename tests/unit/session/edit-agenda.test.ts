import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemId } from '../../../shared/basics/ids'
import { library } from '../../../shared/formats/library/library'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import {
  addTurn,
  bringBack,
  fits,
  floorOf,
  insertBreak,
  insertSilence,
  leaveOut,
  leftOut,
  lengthOf,
  mayLeaveOut,
  move,
  moveTo,
  optionalKinds,
  removeTurn,
  setFormat,
  setMinutes,
  usualMinutesOf,
  type Agenda,
  type Edited,
} from '../../../shared/session/edit-agenda'
import { newAgenda, usualMinutes } from '../../../shared/session/plan'
import { aFormat, aPhase, item } from '../builders'

const people = 6

function anAgenda(minutes = 120, toReview = 2): Agenda {
  const found = newAgenda({ minutes, people, format: shortQuestionRound, toReview })
  if (!found.ok) throw new Error('too short for a test')
  return found.value
}

const agenda = anAgenda()
const short = (edited: Edited): string =>
  edited.ok ? edited.value.map(({ id }) => id).join(' ') : edited.refusal.kind
const ids = (list: Agenda) => list.map(({ id }) => id).join(' ')

const usual =
  'opening agreements check-in last-commitments choosing turn-1 turn-2 break turn-3 harvest commitments what-stays last-round'

it('begins from the usual agenda', () => {
  expect(ids(agenda)).toBe(usual)
})

describe('moving', () => {
  it.each([
    ['check-in', -1, usual.replace('agreements check-in', 'check-in agreements')],
    ['check-in', 1, usual.replace('check-in last-commitments', 'last-commitments check-in')],
    ['break', -1, usual.replace('turn-2 break', 'break turn-2')],
    ['break', 1, usual.replace('break turn-3', 'turn-3 break')],
    ['turn-3', 1, usual.replace('turn-3 harvest', 'harvest turn-3')],
    ['agreements', -1, 'no-further'],
    ['opening', 1, 'order'],
    ['choosing', 1, 'order'],
    ['turn-1', -1, 'order'],
    ['commitments', 1, 'order'],
    ['what-stays', -1, 'order'],
    ['what-stays', 1, 'order'],
    ['last-round', -1, 'order'],
    ['last-round', 1, 'no-further'],
    ['nowhere', 1, 'not-there'],
  ] as const)('%s by %i', (id, by, expected) => {
    expect(short(move(agenda, item(id), by))).toBe(expected)
  })

  it('says which has to come first', () => {
    expect(move(agenda, item('turn-1'), -1)).toEqual({
      ok: false,
      refusal: { kind: 'order', first: 'choosing', then: 'turn' },
    })
  })

  it.each([
    ['check-in', 1, usual.replace('agreements check-in', 'check-in agreements')],
    ['break', 5, usual.replace('turn-1 turn-2 break', 'break turn-1 turn-2')],
    ['turn-3', 9, usual.replace('break turn-3 harvest', 'break harvest turn-3')],
    ['check-in', 2, usual],
    ['check-in', 0, 'no-further'],
    ['check-in', 13, 'no-further'],
    ['check-in', 1.5, 'no-further'],
    ['check-in', 12, 'order'],
    ['choosing', 8, 'order'],
    ['opening', 3, 'order'],
    ['nowhere', 3, 'not-there'],
  ] as const)('%s to place %d', (id, place, expected) => {
    expect(short(moveTo(agenda, item(id), place))).toBe(expected)
  })

  it('back and forth changes nothing', () => {
    const there = move(agenda, item('check-in'), 1)
    expect(there.ok && short(move(there.value, item('check-in'), -1))).toBe(usual)
  })
})

describe('minutes', () => {
  it.each([
    ['check-in', 12, 12],
    ['check-in', 12.3, 12.5],
    ['check-in', 3, 3],
    ['check-in', 2.5, 'floor'],
    ['agreements', 2, 2],
    ['agreements', 1, 'floor'],
    ['last-round', 3, 3],
    ['last-round', 2, 'floor'],
    ['break', 3, 3],
    ['break', 2, 'floor'],
    ['harvest', 0, 'floor'],
    ['harvest', Number.NaN, 'floor'],
    ['harvest', 120, 120],
    ['harvest', 121, 'cap'],
    ['turn-1', 20, 'by-format'],
    ['opening', 3, 'not-there'],
    ['nowhere', 3, 'not-there'],
  ] as const)('%s to %d', (id, minutes, expected) => {
    const edited = setMinutes(agenda, item(id), minutes, people)
    const got = edited.ok ? edited.value.find((one) => one.id === item(id))?.minutes : edited.refusal.kind
    expect(got).toBe(expected)
  })

  it.each([3, 7, 12])('half a minute a voice is the floor of a round of %i', (voices) => {
    expect(floorOf('last-round', voices)).toBe(Math.round(voices) / 2)
  })
})

describe('leaving out', () => {
  it.each([
    ['check-in', usual.replace('check-in ', '')],
    ['last-commitments', usual.replace('last-commitments ', '')],
    ['harvest', usual.replace('harvest ', '')],
    ['commitments', usual.replace(' harvest commitments', ' harvest')],
    ['break', usual.replace('break ', '')],
    ['turn-2', usual.replace('turn-2 ', '')],
    ['opening', 'has-to-stay'],
    ['agreements', 'has-to-stay'],
    ['choosing', 'has-to-stay'],
    ['what-stays', 'has-to-stay'],
    ['last-round', 'has-to-stay'],
    ['nowhere', 'not-there'],
  ])('%s', (id, expected) => {
    expect(short(leaveOut(agenda, item(id)))).toBe(expected)
  })

  it('keeps one turn', () => {
    expect(short(leaveOut(anAgenda(60), item('turn-1')))).toBe('last-turn')
  })

  it.each(optionalKinds)('%s comes back where it stood', (kind) => {
    const without = leaveOut(agenda, item(kind))
    expect(without.ok && leftOut(without.value, 2)).toEqual([kind])
    const back = without.ok && bringBack(without.value, kind, usualMinutesOf(kind, people, 2))
    expect(back && back.ok && back.value).toEqual(agenda)
  })

  it('offers last time’s commitments only where there are some', () => {
    expect(leftOut(anAgenda(120, 0), 0)).toEqual([])
    expect(leftOut(anAgenda(120, 0), 1)).toEqual(['last-commitments'])
  })

  it('brings nothing back twice', () => {
    expect(short(bringBack(agenda, 'harvest', 3))).toBe('already-there')
  })
})

describe('breaks and turns', () => {
  it('a break goes between the turns that have none, then behind them, then nowhere', () => {
    const first = insertBreak(agenda, 5)
    expect(short(first)).toBe(usual.replace('turn-1 turn-2', 'turn-1 break-2 turn-2'))
    const second = first.ok ? insertBreak(first.value, 5) : first
    expect(short(second)).toBe(
      usual.replace('turn-1 turn-2', 'turn-1 break-2 turn-2').replace('turn-3', 'turn-3 break-3'),
    )
    expect(second.ok && short(insertBreak(second.value, 5))).toBe('already-there')
  })

  it('a break goes behind a chosen item, and never beside another', () => {
    expect(short(insertBreak(agenda, 5, item('check-in')))).toBe(
      usual.replace('check-in ', 'check-in break-2 '),
    )
    for (const beside of ['break', 'turn-2'])
      expect(short(insertBreak(agenda, 5, item(beside)))).toBe('already-there')
    for (const end of ['what-stays', 'last-round', 'nowhere'])
      expect(short(insertBreak(agenda, 5, item(end)))).toBe(
        usual.replace('turn-1 turn-2', 'turn-1 break-2 turn-2'),
      )
  })

  it('a silence goes behind a chosen item or behind the turns, as often as is wanted', () => {
    const behind = insertSilence(agenda, 1, item('agreements'))
    expect(short(behind)).toBe(usual.replace('agreements ', 'agreements silence '))
    const again = behind.ok ? insertSilence(behind.value, 1, item('silence')) : behind
    expect(short(again)).toBe(usual.replace('agreements ', 'agreements silence silence-2 '))
    expect(short(insertSilence(agenda, 1))).toBe(usual.replace('turn-3 ', 'turn-3 silence '))
    expect(short(insertSilence(agenda, 1, item('last-round')))).toBe(
      usual.replace('turn-3 ', 'turn-3 silence '),
    )
  })

  it.each([
    [0.5, 0.5],
    [0.2, 'floor'],
    [10, 10],
    [10.5, 'cap'],
  ] as const)('a silence of %d minutes', (minutes, expected) => {
    const added = insertSilence(agenda, 1)
    const edited = added.ok ? setMinutes(added.value, item('silence'), minutes, people) : added
    const got = edited.ok ? edited.value.find(({ kind }) => kind === 'silence')?.minutes : edited.refusal.kind
    expect(got).toBe(expected)
  })

  it('one turn more goes behind the last, with the first free id', () => {
    expect(short(addTurn(agenda, shortQuestionRound, people))).toBe(usual.replace('turn-3', 'turn-3 turn-4'))
    const gap = leaveOut(agenda, item('turn-2'))
    expect(gap.ok && short(addTurn(gap.value, shortQuestionRound, people))).toBe(
      usual.replace('turn-2 ', '').replace('turn-3', 'turn-3 turn-2'),
    )
  })

  it('there is at most a turn for each, and what the group does stands once', () => {
    expect(short(addTurn(agenda, shortQuestionRound, 3))).toBe('turn-for-each')
    const group = addTurn(agenda, listeningTrio, people)
    expect(group.ok && short(addTurn(group.value, listeningTrio, people))).toBe('once')
  })

  it('one turn fewer takes the break before it along, and leaves one', () => {
    const two = removeTurn(agenda)
    expect(short(two)).toBe(usual.replace('break turn-3 ', ''))
    const one = two.ok ? removeTurn(two.value) : two
    expect(one.ok && short(removeTurn(one.value))).toBe('last-turn')
  })

  it('another format brings its minutes', () => {
    const other = library[1] ?? shortQuestionRound
    const edited = setFormat(agenda, item('turn-2'), other)
    expect(edited.ok && edited.value.find(({ id }) => id === item('turn-2'))).toEqual({
      kind: 'turn',
      id: 'turn-2',
      minutes: usualMinutes(other),
      format: other.id,
    })
    expect(short(setFormat(agenda, item('check-in'), other))).toBe('not-there')
    expect(short(setFormat(agenda, item('turn-1'), undefined))).toBe('unknown-format')
    const group = setFormat(agenda, item('turn-1'), listeningTrio)
    expect(group.ok && short(setFormat(group.value, item('turn-2'), listeningTrio))).toBe('once')
  })
})

describe('whether it fits', () => {
  it.each([
    [0, { kind: 'fits', spare: 0 }],
    [4, { kind: 'fits', spare: 4 }],
    [-3.5, { kind: 'too-long', by: 3.5 }],
  ])('with %d minutes more than it needs', (more, expected) => {
    expect(fits(agenda, lengthOf(agenda) + more)).toEqual(expected)
  })

  it('no session is longer than a day', () => {
    const long = aFormat({ phases: [aPhase({ minutes: { nominal: 500, floor: 1, cap: 500 } })] })
    const edited = addTurn(agenda, long, people)
    expect(edited.ok && fits(edited.value, 480)).toEqual({ kind: 'too-long-for-a-day' })
  })
})

describe('any number of edits', () => {
  type Edit = (list: Agenda) => Edited
  const pick = (list: Agenda, n: number): ItemId => list[n % list.length]?.id ?? item('nowhere')
  const edit: fc.Arbitrary<Edit> = fc
    .record({
      what: fc.integer({ min: 0, max: 9 }),
      at: fc.nat(40),
      down: fc.boolean(),
      minutes: fc.double({ min: -5, max: 200, noNaN: false }),
    })
    .map(({ what, at, down, minutes }) => (list: Agenda) => {
      const kind = optionalKinds[at % optionalKinds.length] ?? 'harvest'
      const format = library[at % library.length] ?? shortQuestionRound
      switch (what) {
        case 0:
          return setMinutes(list, pick(list, at), minutes, people)
        case 1:
          return leaveOut(list, pick(list, at))
        case 2:
          return bringBack(list, kind, usualMinutesOf(kind, people, 1))
        case 3:
          return insertBreak(list, 5)
        case 4:
          return addTurn(list, format, people)
        case 5:
          return removeTurn(list)
        case 8:
          return insertSilence(list, 1, pick(list, at))
        case 9:
          return moveTo(list, pick(list, at), Math.round(minutes / 10))
        case 6:
          return setFormat(list, pick(list, at), format)
        default:
          return move(list, pick(list, at), down ? 1 : -1)
      }
    })

  it('leave every id once, every floor whole, what has to stay, the order, and a true sum', () => {
    let changed = 0
    fc.assert(
      fc.property(fc.array(edit, { minLength: 8, maxLength: 25 }), (edits) => {
        let list = agenda
        for (const one of edits) {
          const edited = one(list)
          if (edited.ok) changed += 1
          list = edited.ok ? edited.value : list
        }
        const kinds = list.map(({ kind }) => kind)
        const turns = list.filter(({ kind }) => kind === 'turn')
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
        for (const one of list) expect(one.minutes).toBeGreaterThanOrEqual(floorOf(one.kind, people))
        for (const one of agenda) if (!mayLeaveOut(one.kind)) expect(kinds).toContain(one.kind)
        expect(kinds[0]).toBe('opening')
        expect(kinds.slice(-2)).toEqual(['what-stays', 'last-round'])
        expect(kinds.indexOf('turn')).toBeGreaterThan(kinds.indexOf('choosing'))
        expect(turns.length).toBeGreaterThanOrEqual(1)
        expect(turns.length).toBeLessThanOrEqual(people)
        expect(lengthOf(list)).toBe(list.reduce((sum, { minutes }) => sum + minutes, 0))
      }),
      { numRuns: 500 },
    )
    expect(changed).toBeGreaterThan(1500)
  })
})
