// Fails if near-duplicates are missed or strangers offered, if dots are miscounted, or if pasted text loses a line.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeFrom, likeness, nearestTo } from '../../../shared/board/alike'
import { checkDots, noDots, pressDots, takenUp, usualDots, type Dots } from '../../../shared/board/dots'
import { asQuestion, askedFrom, longestQuestion, pastedQuestions } from '../../../shared/board/lines'
import { question } from '../builders'

describe('likeness', () => {
  it.each([
    ['What are you afraid of?', 'what are you afraid of'],
    ['What would help you most?', 'What would help most right now?'],
    ['Who else is touched by this?', 'Who else does this touch?'],
    ['What did your manager expect?', 'What does your manager expect of you?'],
  ])('“%s” and “%s” ask nearly the same', (one, other) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(alikeFrom)
    expect(likeness(other, one)).toBe(likeness(one, other))
  })

  it.each([
    ['What are you afraid of?', 'What would help?'],
    ['What do you want?', 'What do you need?'],
    ['', 'What do you need?'],
    ['🙂', '🙃'],
  ])('“%s” and “%s” do not', (one, other) => {
    expect(likeness(one, other)).toBeLessThan(alikeFrom)
  })

  it('is between 0 and 1, and 1 of a text with words and itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(likeness(one, other)).toBeGreaterThanOrEqual(0)
        expect(likeness(one, other)).toBeLessThanOrEqual(1)
        expect([0, 1]).toContain(likeness(one, one))
      }),
    )
  })

  it('offers the nearest', () => {
    const others = ['What would help?', 'What do you fear most?', 'What do you fear?'].map((text, place) => ({
      id: question(`q${place}`),
      text,
    }))
    expect(nearestTo('what do you fear', others)).toBe(question('q2'))
    expect(nearestTo('Where were you?', others)).toBeNull()
  })
})

const typed = (keys: string, lines: number): Dots =>
  [...keys].reduce((dots, key) => pressDots(dots, key) ?? dots, noDots(lines))

describe('dots', () => {
  it('go by letter, and come back', () => {
    expect(typed('aabz', 3).counts).toEqual([2, 1, 0])
    expect(pressDots(typed('aab', 3), 'Backspace')?.counts).toEqual([2, 0, 0])
    expect(pressDots(noDots(2), 'Backspace')?.counts).toEqual([0, 0])
    expect(pressDots(noDots(0), '3')).toBeNull()
  })

  it('are set by a number of up to two digits', () => {
    expect(typed('12', 2).counts).toEqual([12, 0])
    const moved = pressDots(typed('12', 2), 'ArrowDown') ?? noDots(0)
    expect(pressDots(moved, '7')?.counts).toEqual([12, 7])
  })

  it('tell an impossible total, one too many and one too few', () => {
    const all = 'abc'.repeat(8)
    expect(checkDots(typed(all, 3), 8, usualDots)).toEqual({ kind: 'all', set: 24, there: 24 })
    expect(checkDots(typed(`${all}a`, 3), 8, usualDots)).toMatchObject({ kind: 'many', set: 25 })
    expect(checkDots(typed(all.slice(1), 3), 8, usualDots)).toMatchObject({ kind: 'few', set: 23 })
  })

  it.each([
    ['aaabbc', 4, [0, 1, 2]],
    ['aabbccdd', 4, [0, 1, 2]],
    ['aaabbcc' + 'dd', 4, [0]],
    ['cccab', 3, [2, 0, 1]],
    ['', 4, []],
  ])('take up the most wished for of %s', (keys, lines, wanted) => {
    expect(takenUp(typed(keys, lines))).toEqual(wanted)
  })
})

describe('lines', () => {
  it('come from pasted text one by one, without their bullets', () => {
    expect(pastedQuestions('1. What now?\r\n\r\n - Who else?\n• How so?\n(4) And then?')).toEqual([
      'What now?',
      'Who else?',
      'How so?',
      'And then?',
    ])
    expect(pastedQuestions('  one line  ')).toEqual(['one line'])
    expect(pastedQuestions(' \n\t')).toEqual([])
    expect(pastedQuestions('3 things matter: which first?')).toEqual(['3 things matter: which first?'])
  })

  it('lose no word whatever is pasted, are one line each, and not too long', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\p{L}][\p{L} ]{0,30}$/u), { maxLength: 20 }), (lines) => {
        const wanted = lines.map(asQuestion).filter((line) => line !== '')
        expect(pastedQuestions(lines.join('\n'))).toEqual(wanted)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
        for (const line of pastedQuestions(text)) {
          expect([...line].length).toBeLessThanOrEqual(longestQuestion)
          expect(line).toBe(line.trim())
          expect(line).not.toMatch(/[\n\r]/)
        }
      }),
    )
  })

  it('begin with a chair where names stand on the board', () => {
    expect(askedFrom('3 What now?')).toEqual({ chair: 3, question: 'What now?' })
    expect(askedFrom('12: What now?')).toEqual({ chair: 12, question: 'What now?' })
    expect(askedFrom('What 3?')).toBeNull()
    expect(askedFrom('3')).toBeNull()
    expect(askedFrom('0 What?')).toBeNull()
  })
})
