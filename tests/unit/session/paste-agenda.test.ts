import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaWords } from '../../../renderer/words/en-agenda'
import { library, suits } from '../../../shared/formats/library/library'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import type { ItemId } from '../../../shared/basics/ids'
import {
  addTurn,
  bringBack,
  floorOf,
  insertBreak,
  insertSilence,
  leaveOut,
  mayLeaveOut,
  move,
  optionalKinds,
  setFormat,
  setMinutes,
  usualMinutesOf,
  type Agenda,
  type Edited,
} from '../../../shared/session/edit-agenda'
import {
  linesFrom,
  mostLines,
  readAgenda,
  readLines,
  type PasteWish,
  type Reading,
} from '../../../shared/session/paste-agenda'
import { readLine } from '../../../shared/session/paste-line'
import { newAgenda, usualMinutes, type AgendaItem } from '../../../shared/session/plan'
import { aFormat, item } from '../builders'

const people = 6
const own = aFormat({ id: 'own-1' as never, title: 'Our Tuesday way 2' })
const formats = [...library, own]
const wish: PasteWish = {
  formats,
  usual: shortQuestionRound,
  people,
  names: ['Priya', 'Jun', 'Amara Osei', 'Amara', 'Tomás'],
  toReview: 2,
  pause: 5,
  words: agendaWords.partWords,
}

const read = (text: string, change: Partial<PasteWish> = {}): Reading => {
  const found = readLines(text, { ...wish, ...change })
  if (!found.ok) throw new Error(found.refusal.kind)
  return found.value
}

/** What one line comes to: the part or format, and its minutes. */
const one = (text: string, change: Partial<PasteWish> = {}): string => {
  const { lines, agenda } = read(text, change)
  const reading = lines[0]?.reading
  if (reading?.kind !== 'item') return reading?.kind ?? 'nothing'
  const found = agenda.find(({ id }) => id === reading.item)
  return `${found?.kind === 'turn' ? found.format : found?.kind} ${found?.minutes}`
}
const all = ({ agenda }: Reading) => agenda.map(({ id, minutes }) => `${id} ${minutes}`).join(', ')
const written = ({ agenda, added }: Reading) =>
  agenda
    .filter(({ kind }) => kind !== 'opening' && !added.includes(kind))
    .map(({ id, minutes }) => `${id} ${minutes}`)
    .join(', ')

describe('one line', () => {
  it.each([
    ['10 Check-in', 'check-in 10'],
    ['Check-in 10', 'check-in 10'],
    ['Check-in – 10 min', 'check-in 10'],
    ['Check-in: 10 minutes', 'check-in 10'],
    ['Check-in (10 min)', 'check-in 10'],
    ['0:10 Check-in', 'check-in 10'],
    ['10 min. Check-in', 'check-in 10'],
    ['10’ Check-in', 'check-in 10'],
    ['10m check in', 'check-in 10'],
    ['CHECK-IN', 'check-in 9'],
    ['Chéck-în 10', 'check-in 10'],
    ['- Check-in 10', 'check-in 10'],
    ['• 10 Check-in', 'check-in 10'],
    ['1. Check-in 10', 'check-in 10'],
    ['1) 10 Check-in', 'check-in 10'],
    ['3\tCheck-in\t10', 'check-in 10'],
    ['Check-in\t10', 'check-in 10'],
    ['| Check-in | 10 |', 'check-in 10'],
    ['**Check-in** 10', 'check-in 10'],
    ['[ ] Check-in 10', 'check-in 10'],
    ['١٠ Check-in', 'check-in 10'],
    ['Check-in २०', 'check-in 20'],
    ['Check-in 12,5', 'check-in 12.5'],
    ['Check-in 12½', 'check-in 12.5'],
    ['Check-in round: how are you here? 10', 'check-in 10'],
    ['18:00–18:12 Arrival', 'check-in 12'],
    ['6 pm - 6:12 pm Arrival', 'check-in 12'],
    ['Ground rules 4', 'agreements 4'],
    ['Since last time 3', 'last-commitments 3'],
    ['Actions', 'last-commitments 2'],
    ['Who presents', 'choosing 1'],
    ['Break 7', 'break 7'],
    ['Tea', 'break 5'],
    ['Silence 2', 'silence 2'],
    ['Silence', 'silence 1'],
    ['A moment of silence', 'silence 1'],
    ['What did we learn? 6', 'harvest 6'],
    ['Commitments', 'commitments 3'],
    ['What stays 2', 'what-stays 2'],
    ['Closing round 8', 'last-round 8'],
    ['Check-out', 'last-round 6'],
    ['Turn', 'short-question-round 26'],
    ['Turn 2', 'short-question-round 26'],
    ['First turn', 'short-question-round 26'],
    ['Jun’s turn', 'short-question-round 26'],
    ['Jun', 'short-question-round 26'],
    ['Short question round 26', 'short-question-round 26'],
    ['Turn: Consultancy 50', 'consultancy 50'],
    ['Turn: dilemma consultation', 'consultancy 50'],
    ['Jun – action learning set', 'action-learning-set 38'],
    ['Amara Osei: GROW', 'grow-round 25'],
    ['Turn 2 (Tomas): hot seat', 'hot-seat 20'],
    ['38 Action learning with Jun', 'action-learning-set 38'],
    ['Our Tuesday way 2', 'own-1 2'],
    ['Turn: Our Tuesday way 2 2', 'own-1 2'],
    ['Lunch with Ana', 'unknown'],
    ['Lunch with Jun', 'unknown'],
    ['Break with Jun 5', 'break 5'],
    ['Jun talks about the break', 'unknown'],
    ['3 turns', 'unknown'],
    ['12', 'unknown'],
    ['🎉🎉 party', 'unknown'],
    ['Agenda', 'aside'],
    ['20:00 End', 'aside'],
    ['Total 90', 'aside'],
  ])('%s: %s', (text, expected) => {
    expect(one(text)).toBe(expected)
  })

  it('has its parts taken out of what is around them', () => {
    expect(readLine('2) 18:00 – 18:10   Check-in  ')).toEqual({
      at: 1080,
      until: 1090,
      minutes: null,
      words: 'Check-in',
    })
    expect(readLine('1-2-4-All 12')).toEqual({ at: null, until: null, minutes: 12, words: '1-2-4-All' })
  })

  it.each([
    ['Check-in 1', 'floor', 3],
    ['Break 500', 'cap', 120],
    ['Silence 15', 'cap', 10],
    ['Turn: consultancy 20', 'by-format', 50],
  ])('%s is put right, and that is said: %s', (text, note, minutes) => {
    const { lines, agenda } = read(text)
    const reading = lines[0]?.reading
    expect(reading).toMatchObject({ kind: 'item', note: { kind: note } })
    expect(reading?.kind === 'item' && agenda.find(({ id }) => id === reading.item)?.minutes).toBe(minutes)
  })

  it('of a format that so many can’t hold takes the usual one, and says so', () => {
    const found = read('Turn: Balint group', { people: 4 })
    expect(found.lines[0]?.reading).toMatchObject({ note: { kind: 'does-not-suit', title: 'Balint group' } })
    expect(found.named.size).toBe(0)
    expect(found.agenda.find(({ kind }) => kind === 'turn')).toMatchObject({ format: shortQuestionRound.id })
  })
})

describe('times', () => {
  it('of day lead to the next line’s', () => {
    const found = read(
      '18:00 Check-in\n18:10 Choosing\n18:12 Turn\n18.38 Harvest\n18:45 Last round\n18:55 End',
    )
    expect(written(found)).toBe('check-in 10, choosing 2, turn-1 26, harvest 7, last-round 10')
  })

  it('go on past noon and midnight, with and without am and pm', () => {
    expect(written(read('11:50 am Check-in\n12:05 pm Harvest\n1:00 pm End'))).toBe('check-in 15, harvest 55')
    expect(written(read('23:50 Check-in\n0:05 Harvest\n0:15 End'))).toBe('check-in 15, harvest 10')
    expect(written(read('12:50 Check-in\n1:05 Harvest\n1:15 End'))).toBe('check-in 15, harvest 10')
  })

  it('that count up from nothing do too; others are lengths', () => {
    expect(written(read('0:00 Check-in\n0:12 Harvest\n0:20 End'))).toBe('check-in 12, harvest 8')
    expect(written(read('0:12 Check-in\n0:08 Harvest'))).toBe('check-in 12, harvest 8')
  })

  it('give way to minutes that are written', () => {
    expect(written(read('18:00 Check-in 7 min\n18:10 Harvest'))).toBe('check-in 7, harvest 3')
  })
})

describe('several lines', () => {
  it('what a session can’t do without is added at its usual place, and said', () => {
    const found = read('Check-in 10\nJun\nBreak 5\nAmara – consultancy\nHarvest 5')
    expect(all(found)).toBe(
      'opening 0, agreements 3, check-in 10, choosing 1, turn-1 26, break 5, turn-2 50, harvest 5, what-stays 1, last-round 6',
    )
    expect(found.added).toEqual(['agreements', 'choosing', 'what-stays', 'last-round'])
    expect([...found.named]).toEqual([['turn-2', 'consultancy']])
    expect(read('Check-in').added).toContain('turn')
  })

  it('what stands where it can’t is moved, and said', () => {
    const found = read('Check-out 6\nTurn\nAgreements\nWho presents\nWhat stays\nHarvest')
    expect(found.agenda.map(({ id }) => id).join(' ')).toBe(
      'opening agreements choosing turn-1 harvest what-stays last-round',
    )
    expect(
      found.lines.flatMap(({ number, reading }) =>
        reading.kind === 'item' && reading.note?.kind === 'moved' ? [number] : [],
      ),
    ).toEqual([1, 3, 4, 5])
  })

  it('one part in two lines is one item with the minutes of both', () => {
    const found = read('Welcome 5\nCheck-in 10\nBreak 5\nTurn\nBreak 4')
    expect(written(found)).toBe('check-in 15, break 5, turn-1 26, break-2 4')
    expect(found.lines[1]?.reading).toEqual({ kind: 'item', item: 'check-in', note: { kind: 'joined' } })
  })

  it('“actions” and “round” mean what comes next', () => {
    const found = read('Round 9\nActions 2\nTurn\nActions 3\nRound 6')
    expect(written(found)).toBe('check-in 9, last-commitments 2, turn-1 26, commitments 3, last-round 6')
  })

  it('there is at most a turn for each, what the group does stands once, and only what is open is looked back on', () => {
    const why = (text: string, change: Partial<PasteWish> = {}) =>
      read(text, change).lines.flatMap(({ reading }) => (reading.kind === 'not-taken' ? [reading.why] : []))
    expect(why('Turn\nTurn\nTurn\nTurn', { people: 3 })).toEqual(['turn-for-each'])
    expect(why('Listening trio\nListening trio')).toEqual(['once'])
    expect(why('Last commitments 3', { toReview: 0 })).toEqual(['nothing-open'])
  })

  it('the first that is not understood is named with its number and text', () => {
    expect(readAgenda('Check-in\n\nLunch with Ana 40\nparty', wish)).toEqual({
      ok: false,
      refusal: { kind: 'not-understood', line: 3, text: 'Lunch with Ana 40' },
    })
    expect(readAgenda('Check-in', wish).ok).toBe(true)
  })
})

describe('an agenda as lines', () => {
  const names = agendaWords.partWords.parts
  const nameOf = (one: AgendaItem): string => {
    if (one.kind === 'opening') return ''
    if (one.kind !== 'turn') return names[one.kind][0] ?? ''
    return `Turn: ${formats.find(({ id }) => id === one.format)?.title}`
  }
  type Edit = (list: Agenda) => Edited
  const pick = (list: Agenda, n: number): ItemId => list[n % list.length]?.id ?? item('nowhere')
  const fitting = formats.filter((format) => suits(format, { people }))
  const edit: fc.Arbitrary<Edit> = fc
    .record({
      what: fc.integer({ min: 0, max: 7 }),
      at: fc.nat(40),
      down: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 240 }),
    })
    .map(({ what, at, down, minutes }) => (list: Agenda) => {
      const kind = optionalKinds[at % optionalKinds.length] ?? 'harvest'
      const format = fitting[at % fitting.length] ?? shortQuestionRound
      if (what === 0) return setMinutes(list, pick(list, at), minutes / 2, people)
      if (what === 1) return leaveOut(list, pick(list, at))
      if (what === 2) return bringBack(list, kind, usualMinutesOf(kind, people, 2))
      if (what === 3) return insertBreak(list, 5)
      if (what === 6) return insertSilence(list, 1.5, pick(list, at))
      if (what === 4) return addTurn(list, format, people)
      if (what === 5) return setFormat(list, pick(list, at), format)
      return move(list, pick(list, at), down ? 1 : -1)
    })
  const start = newAgenda({ minutes: 120, people, format: shortQuestionRound, toReview: 2 })
  const renumbered = (agenda: Agenda): Agenda =>
    agenda.map((entry, index) => {
      const nth = agenda.slice(0, index + 1).filter(({ kind }) => kind === entry.kind).length
      const id = entry.kind === 'turn' ? `turn-${nth}` : nth === 1 ? entry.kind : `${entry.kind}-${nth}`
      return { ...entry, id: item(id) }
    })

  it('reads back as the same agenda, a thousand times', () => {
    let different = 0
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        let list: Agenda = start.ok ? start.value : []
        for (const change of edits) {
          const edited = change(list)
          list = edited.ok ? edited.value : list
        }
        if (start.ok && list !== start.value) different += 1
        const text = linesFrom(list, nameOf)
        expect(readAgenda(text, wish)).toEqual({ ok: true, value: renumbered(list) })
        expect(read(text).added).toEqual([])
      }),
      { numRuns: 1000 },
    )
    expect(different).toBeGreaterThan(800)
  })
})

describe('any text', () => {
  const holds = ({ agenda, lines }: Reading) => {
    const kinds = agenda.map(({ kind }) => kind)
    expect(new Set(agenda.map(({ id }) => id)).size).toBe(agenda.length)
    for (const { kind, minutes } of agenda) expect(minutes).toBeGreaterThanOrEqual(floorOf(kind, people))
    for (const entry of needed) if (!mayLeaveOut(entry)) expect(kinds).toContain(entry)
    expect(kinds[0]).toBe('opening')
    expect(kinds.slice(-2)).toEqual(['what-stays', 'last-round'])
    expect(kinds.indexOf('turn')).toBeGreaterThan(kinds.indexOf('choosing'))
    expect(kinds.indexOf('turn')).toBeGreaterThan(kinds.indexOf('agreements'))
    expect(kinds.filter((kind) => kind === 'turn').length).toBeLessThanOrEqual(people)
    expect(lines.length).toBeLessThanOrEqual(mostLines)
  }
  const needed = ['opening', 'agreements', 'choosing', 'what-stays', 'last-round'] as const
  const known = Object.values(agendaWords.partWords.parts).flat()
  const line = fc.oneof(
    fc.constantFrom(...known, ...formats.map(({ title }) => title), 'Jun', 'Agenda'),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '18:00',
      '0:10',
      '10',
      '٣',
      '½',
      '\u202e',
      '👩‍👩‍👧',
      '\u0000',
      '-',
      '\t',
      '999999999999',
      '1e9',
      '%s',
    ),
  )

  it('made of parts, digits and noise gives an agenda that can be held, and never throws', () => {
    let understood = 0
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 30 }), (lines) => {
        const found = readLines(lines.map((parts) => parts.join(' ')).join('\n'), wish)
        if (!found.ok) return
        understood += found.value.lines.filter(({ reading }) => reading.kind === 'item').length
        holds(found.value)
      }),
      { numRuns: 700 },
    )
    expect(understood).toBeGreaterThan(700)
  })

  it.each([
    ['a hundred thousand letters', 'a'.repeat(100_000), 'too-long'],
    ['two thousand lines', 'Break 5\n'.repeat(2000), 'too-long'],
    ['nothing', ' \n\u200b\n\u0000', 'empty'],
    ['signs only', '———\n***', 'empty'],
  ])('%s is refused whole', (_, text, kind) => {
    expect(readLines(text, wish)).toEqual({ ok: false, refusal: { kind } })
  })

  it('names a line without what is hidden in it, and no longer than it is read', () => {
    const [hidden, long] = read(`\u202eparty\u0000 \u2066now\n${'b'.repeat(5000)}`).lines
    expect(hidden?.text).toBe('party now')
    expect(long?.text).toHaveLength(200)
  })

  it('a single line of twenty thousand letters takes no time', () => {
    for (const letter of ['a', ' ', '1', '(', '- ', '\u0301', '18:00 ', '–']) {
      const found = readLines(letter.repeat(20_000 / letter.length), wish)
      if (found.ok) holds(found.value)
    }
  })

  it('usual minutes of a turn are those of its format', () => {
    expect(read('Turn').agenda.find(({ kind }) => kind === 'turn')?.minutes).toBe(
      usualMinutes(shortQuestionRound),
    )
  })
})
