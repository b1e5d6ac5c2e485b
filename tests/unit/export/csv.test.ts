import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvOf, csvTable, type Cell } from '../../../shared/export/csv'
import { exportOf } from '../../../shared/export/what'
import { circleAt, labels } from './held'
import { nasty, runs } from './nasty'

/** A reader that takes RFC 4180 at its word: it refuses what a lenient one would guess at. */
function parse(file: string): readonly (readonly string[])[] {
  if (!file.startsWith('\ufeff')) throw new Error('no mark of UTF-8')
  const rows: string[][] = []
  let row: string[] = []
  let at = 1
  while (at < file.length) {
    let cell = ''
    if (file[at] === '"') {
      at += 1
      for (;;) {
        const end = file.indexOf('"', at)
        if (end < 0) throw new Error('a quote that never ends')
        cell += file.slice(at, end)
        at = end + 1
        if (file[at] !== '"') break
        cell += '"'
        at += 1
      }
    } else {
      const bare = /[^",\r\n]*/y
      bare.lastIndex = at
      cell = bare.exec(file)?.[0] ?? ''
      at += cell.length
    }
    row.push(cell)
    if (file[at] === ',') at += 1
    else if (file.startsWith('\r\n', at)) {
      at += 2
      rows.push(row)
      row = []
    } else throw new Error(`neither a comma nor the end of a line at ${at}`)
  }
  return rows
}

/** The rule of privacy.md 5, written once more without a regular expression. */
const couldBeFormula = (cell: string): boolean =>
  ['\t', '\r', '\n'].some((sign) => cell.startsWith(sign)) ||
  ['=', '+', '-', '@', '%', '|', '＝', '＋', '－', '＠'].some((sign) => cell.trim().startsWith(sign))

describe('a table', () => {
  it('gives every cell back, but for an apostrophe before what could be a formula', () => {
    let guarded = 0
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 2, maxLength: 2 }), { maxLength: 3 }), (rows) => {
        const read = parse(csvTable(rows))
        expect(read.map((row) => row.length)).toEqual(rows.map(() => 2))
        for (const [index, row] of rows.entries())
          for (const [column, text] of row.entries()) {
            const cell = read[index]?.[column] ?? ''
            const whole = text.toWellFormed()
            expect(couldBeFormula(cell)).toBe(false)
            if (couldBeFormula(whole)) guarded += 1
            else if (cell === whole) continue
            expect(cell).toBe(`'${whole}`)
          }
      }),
      { numRuns: runs },
    )
    expect(guarded).toBeGreaterThan(runs / 20)
  })

  it.each([
    '=1',
    ' =1',
    '\u200b=1',
    '\u0000=1',
    '\t1',
    '\r',
    '\n',
    '|a',
    '%a',
    '@a',
    '-a',
    '+a',
    '＝a',
    '＋a',
    '－a',
    '＠a',
    '\u3000=a',
    '\ufeff=a',
  ])('guards %j', (text) => expect(csvCell(text)).toBe(`"'${text}"`))

  it.each(['a=1', '’=1', '', 'a-b', "'=1", '1'])('leaves %j as it is', (text) =>
    expect(csvCell(text)).toBe(`"${text}"`),
  )

  it('leaves numbers of our own bare, also below nothing, and nothing empty', () => {
    const row: readonly Cell[] = [-1.5, null, 92]
    expect(csvTable([row])).toBe('\ufeff-1.5,,92\r\n')
  })

  it('has a row for each thing, and only the columns that hold anything', () => {
    const named = exportOf(circleAt('C0', 'C0'), { what: 'all', names: true, labels })
    const rows = parse(named.ok ? csvOf(named.value, labels) : '')
    expect(rows[0]).toEqual([
      'What',
      'Date',
      'Time',
      'Minutes',
      'Formats',
      'Facilitated',
      'Presented',
      'Who',
      'Words',
      'Until',
    ])
    expect(rows[1]).toEqual([
      'Session',
      '2026-03-03',
      '',
      '92',
      'Question round',
      'Quokkanoor Velt',
      'Ibexamara',
      '',
      '',
      '',
    ])
    expect(rows[2]).toEqual([
      'Takeaway',
      '2026-03-03',
      '',
      '',
      '',
      '',
      '',
      'Ibexamara',
      'takenaway from QUOKKANOOR VELT',
      '',
    ])
    const bare = exportOf(circleAt('C2', 'C2'), { what: 'commitments', names: false, labels })
    expect(parse(bare.ok ? csvOf(bare.value, labels) : '')).toEqual([
      ['What', 'Words', 'Until'],
      ['Open', 'promisedroom to call …', ''],
      ['Open', 'restingpromise', 'rests'],
    ])
  })
})
