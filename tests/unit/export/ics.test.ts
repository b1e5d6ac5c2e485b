import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../shared/basics/time'
import { calendarOf, calendarText, foldedLine, icsOf } from '../../../shared/export/ics'
import { exportOf } from '../../../shared/export/what'
import { circleAt, labels } from './held'
import { nasty, runs } from './nasty'

const octets = (text: string): number => new TextEncoder().encode(text).length

/** The lines of a calendar file as a reader puts them together again; refuses bare line breaks and other controls. */
function unfolded(file: string): readonly string[] {
  if (!file.endsWith('\r\n')) throw new Error('the last line has no end')
  const lines = file.replaceAll('\r\n ', '').slice(0, -2).split('\r\n')
  for (const line of lines)
    if (/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(line)) throw new Error('a control in a line')
  return lines
}

/** A value as RFC 5545 reads it (3.3.11); refuses an unescaped sign. */
function value(text: string): string {
  const left = text.replace(/\\[\\;,nN]/g, '')
  if (/[\\;,]/.test(left)) throw new Error('a sign without its escape')
  return text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}

const wanted = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')

const meeting = { at: instantOf(Date.UTC(2026, 2, 27, 17)), uid: 'uid', writtenAt: instantOf(0) }

describe('a calendar file', () => {
  it('keeps every line within 75 octets and gives the text back', () => {
    let folded = 0
    fc.assert(
      fc.property(nasty, (summary) => {
        const file = calendarOf({ ...meeting, summary })
        for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
        expect(file.isWellFormed()).toBe(true)
        const lines = unfolded(file)
        expect(lines).toHaveLength(11)
        if (file.split('\r\n').length > 12) folded += 1
        expect(value(lines[7]?.slice('SUMMARY:'.length) ?? '')).toBe(wanted(summary))
      }),
      { numRuns: runs },
    )
    expect(folded).toBeGreaterThan(runs / 20)
  })

  it('cuts no character, and uses what room there is', () => {
    expect(foldedLine('a'.repeat(75))).toBe('a'.repeat(75))
    expect(foldedLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
    expect(foldedLine(`${'a'.repeat(72)}😀😀`)).toBe(`${'a'.repeat(72)}\r\n 😀😀`)
    expect(foldedLine('é'.repeat(38))).toBe(`${'é'.repeat(37)}\r\n é`)
    expect(calendarText('a,b;c\\d\r\ne')).toBe('a\\,b\\;c\\\\d\\ne')
  })

  it('is one private appointment in universal time', () => {
    const named = exportOf(circleAt('C0', 'C0'), { what: 'next', names: true, labels })
    const file = named.ok ? icsOf(named.value, labels, { uid: 'Ab-_9', now: instantOf(1000) }) : null
    expect(file?.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Circlet//Circlet//EN',
      'BEGIN:VEVENT',
      'UID:Ab-_9',
      'DTSTAMP:19700101T000001Z',
      'DTSTART:20260331T180000Z',
      'SUMMARY:Meeting of Wombatcircle',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('has no name without names, and is not there without a day', () => {
    const held = circleAt('C0', 'C0')
    const plain = exportOf(held, { what: 'next', names: false, labels })
    expect(plain.ok && icsOf(plain.value, labels, { uid: 'x', now: instantOf(0) })).toContain(
      'SUMMARY:Meeting\r\n',
    )
    const standing = {
      offers: [],
      queue: [],
      next: { at: null, facilitator: 'm2' as never, answer: 'asked' as const },
    }
    const undated = { ...held, circle: { ...held.circle, standing } }
    const found = exportOf(undated, { what: 'next', names: true, labels })
    expect(found.ok && icsOf(found.value, labels, { uid: 'x', now: instantOf(0) })).toBeNull()
    expect(exportOf(undated, { what: 'next', names: false, labels })).toEqual({
      ok: false,
      refusal: { kind: 'nothing-there' },
    })
  })
})
