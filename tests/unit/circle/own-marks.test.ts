import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rubricWords } from '../../../renderer/words/en-rubric'
import { instantOf } from '../../../shared/basics/time'
import {
  isEmptyMarks,
  longestNext,
  markRows,
  marks,
  newestMarks,
  readMarks,
  writeMarks,
  type OwnMarks,
} from '../../../shared/circle/own-marks'

const at = instantOf(1_790_000_000_000)
const some: OwnMarks = { at, marked: { questions: 3, facilitating: 1 }, next: 'I wait for the silence.' }
const anyMarks: fc.Arbitrary<OwnMarks> = fc.record({
  at: fc.nat().map(instantOf),
  marked: fc.dictionary(fc.constantFrom(...markRows), fc.constantFrom(...marks)),
  next: fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
})

describe('marks as the text that is sealed', () => {
  it('come back as they were set, with the rows that were left open', () => {
    expect(readMarks(writeMarks(some))).toEqual(some)
    expect(writeMarks(some)).toContain('"marks":"03000001"')
    expect(readMarks(writeMarks({ ...some, marked: {}, next: '' }))).toEqual({ at, marked: {}, next: '' })
  })

  it('come back from a clock that tells parts of a millisecond', () => {
    expect(readMarks(writeMarks({ ...some, at: instantOf(at + 0.4) }))).toEqual(some)
  })

  it('fit 512 bytes whatever was typed, and are the same when they are written again', () => {
    let full = 0
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const text = writeMarks(marks)
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(512)
        const back = readMarks(text)
        expect(back?.marked).toEqual(marks.marked)
        expect(back && writeMarks(back)).toBe(text)
        if (marks.next.length > longestNext) full += 1
      }),
    )
    expect(full).toBeGreaterThan(5)
    for (const sign of ['"', '\\', 'क', '\ud83d\ude00', '\u0001', '\ud800'])
      expect(Buffer.from(writeMarks({ ...some, next: sign.repeat(200) })).length).toBeLessThanOrEqual(512)
  })

  it.each([
    '',
    '{}',
    '[]',
    'null',
    '{"v":2,"at":1,"marks":"0","next":""}',
    '{"v":1,"at":1,"marks":"5","next":""}',
  ])('are not read from %j', (text) => expect(readMarks(text)).toBeNull())

  it('of a Circlet with more rows are read as far as they are known here', () => {
    const text = '{"v":1,"at":1,"marks":"4000000012","next":""}'
    expect(readMarks(text)?.marked).toEqual({ presence: 4 })
  })

  it('of two laptops are the later ones', () => {
    const later = { ...some, at: instantOf(at + 1), next: 'Later.' }
    expect(newestMarks([writeMarks(later), 'nothing', writeMarks(some)])).toEqual(later)
    expect(newestMarks(['nothing'])).toBeNull()
  })

  it('are none where no row is marked and no line written', () => {
    expect(isEmptyMarks({ marked: {}, next: ' ' })).toBe(true)
    expect(isEmptyMarks(some)).toBe(false)
    expect(isEmptyMarks({ marked: {}, next: 'x' })).toBe(false)
  })
})

describe('the page', () => {
  const { rows, levels } = rubricWords.page
  it('has eight rows of four sentences, each its own, and no word that judges', () => {
    expect(Object.keys(rows)).toEqual([...markRows])
    expect(Object.keys(levels).map(Number)).toEqual([...marks])
    const sentences = markRows.flatMap((row) => [
      rows[row].title,
      ...marks.map((mark) => rows[row].levels[mark]),
    ])
    expect(sentences).toHaveLength(8 * 5)
    expect(new Set(sentences).size).toBe(8 * 5)
    for (const sentence of sentences) {
      expect(sentence.length).toBeGreaterThan(5)
      expect(sentence).not.toMatch(
        /\b(behind|overdue|late|invalid|failed|score|coach|client|he|she|his|her)\b|[!]/i,
      )
    }
    for (const row of markRows)
      for (const mark of marks) expect(rows[row].levels[mark]).toMatch(/^[A-Z].*\.$/)
  })
})
