import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormatId } from '../../../shared/basics/ids'
import { faultsOf } from '../../../shared/formats/format'
import {
  largestFormatFile,
  linesIn,
  readFormat,
  writeFormat,
  type FileRefusal,
} from '../../../shared/formats/format-file'
import { library } from '../../../shared/formats/library/library'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { copyOf } from '../../../shared/formats/own'
import { count, rareIn, type Tally } from '../../support/arbitraries'
import { ownFormats } from './own-formats'

const seed = 20_261_126
const id = 'ownownownownownownowno' as FormatId
const copied = (format: (typeof library)[number]) => {
  const copy = copyOf(format, { id, title: `Our ${format.title}`, own: [] })
  if (!copy.ok) throw new Error(copy.refusal.kind)
  return copy.value
}
const ours = writeFormat(copied(shortQuestionRound))
const trio = writeFormat(copied(listeningTrio))

const refusalOf = (text: string): FileRefusal | null => {
  const read = readFormat(text)
  return read.ok ? null : read.refusal
}

/** The line in which a text first stands, from 1. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

describe('a format as a file', () => {
  it.each(library.map((format) => [format.id, format] as const))(
    '%s is read as it was written',
    (_, format) => {
      const copy = copied(format)
      const written = writeFormat(copy)
      expect(readFormat(written)).toEqual({ ok: true, value: copy })
      expect(written.endsWith('}\n')).toBe(true)
      expect(written.split('\n').slice(0, 4)).toEqual([
        '{',
        '  "circlet": "method",',
        '  "v": 1,',
        `  "id": "${id}",`,
      ])
    },
  )

  it(`is read as it was written, for 1,000 of a circle’s own (seed ${seed})`, () => {
    fc.assert(
      fc.property(ownFormats, (format) => {
        const written = writeFormat(format)
        expect(readFormat(written)).toEqual({ ok: true, value: format })
        expect(writeFormat(structuredClone(format))).toBe(written)
        expect(written.length).toBeLessThan(largestFormatFile / 10)
      }),
      { numRuns: 1_000, seed },
    )
  })

  it('is read whatever ends its lines, and with a mark at its start', () => {
    for (const text of [ours.replaceAll('\n', '\r\n'), `\ufeff${ours}`, JSON.stringify(JSON.parse(ours))])
      expect(readFormat(text)).toEqual({ ok: true, value: copied(shortQuestionRound) })
  })

  it('has its letters in one form, and no more than one space', () => {
    const read = readFormat(ours.replace('"Facts"', '"  Fa\u0308cts   here "'))
    expect(read.ok && read.value.phases[1]?.title).toBe('F\u00e4cts here')
  })
})

const without = (text: string, line: RegExp) => text.replace(line, '')
const facts = lineOf(ours, '"Facts"')
const size = lineOf(ours, '"size"')

/** What was done to a file by hand, in which line it is to be mended, and what is said of it. */
const damages: readonly (readonly [string, string, number, FileRefusal['kind'], string?])[] = [
  ['nothing in it', '', 1, 'not-json'],
  ['only blanks', ' \n\n ', 1, 'not-json'],
  ['a letter', 'Dear all,\nhere is our method', 1, 'not-json'],
  ['something else', '{\n  "name": "x"\n}\n', 1, 'not-a-method'],
  ['a list', '[]', 1, 'not-a-method'],
  ['a circle', '{\n\n  "circlet": "keys"}', 3, 'not-a-method'],
  ['no version', '{\n  "circlet": "method"\n}', 1, 'missing', 'v'],
  ['a newer one', ours.replace('"v": 1', '"v": 2'), 3, 'newer'],
  ['a version in words', ours.replace('"v": 1', '"v": "one"'), 3, 'value', 'v'],
  ['a comma left out', ours.replace('"Facts",', '"Facts"'), facts, 'not-json'],
  [
    'a comma too many',
    ours.replace(/"sound": "none"\n/, '"sound": "none",\n'),
    lineOf(ours, '"sound"'),
    'not-json',
  ],
  ['a quote left out', ours.replace('"Facts",', '"Facts,'), facts, 'not-json'],
  ['a remark', ours.replace('"Facts",', '"Facts", // short'), facts, 'not-json'],
  ['single quotes', ours.replace('"Facts"', "'Facts'"), facts, 'not-json'],
  ['something after the end', `${ours}\n\n{}`, ours.split('\n').length + 2, 'not-json'],
  ['the end cut off', ours.slice(0, ours.indexOf('"Facts",') + 8), facts, 'not-json'],
  ['cut off after a colon', ours.slice(0, ours.indexOf('"Facts",')), facts, 'not-json'],
  ['a line break in a text', ours.replace('"Facts"', '"Fa\ncts"'), facts, 'not-json'],
  [
    'a number with a zero first',
    ours.replace('"nominal": 5', '"nominal": 05'),
    lineOf(ours, '"nominal": 5'),
    'not-json',
  ],
  [
    'a field twice',
    ours.replace('"Facts",', '"Facts",\n      "title": "Facts",'),
    facts + 1,
    'twice',
    'title',
  ],
  ['a field that nobody knows', ours.replace('"size"', '"sise"'), size, 'unknown', 'sise'],
  ['a field of every object', ours.replace('"size"', '"__proto__"'), size, 'unknown', '__proto__'],
  ['a field left out', without(ours, / {2}"after": .*\n/), 1, 'missing', 'after'],
  ['a phase without its rule', without(ours, / {6}"rule": "QFACT",\n/), facts - 2, 'missing', 'rule'],
  ['a rule that nobody knows', ours.replace('"QFACT"', '"SHOUT"'), lineOf(ours, '"QFACT"'), 'value', 'rule'],
  ['a number for a title', ours.replace('"Facts"', '7'), facts, 'value', 'title'],
  ['nothing for a title', ours.replace('"Facts"', 'null'), facts, 'value', 'title'],
  [
    'text for minutes',
    ours.replace('"nominal": 2', '"nominal": "2"'),
    lineOf(ours, '"nominal": 2'),
    'value',
    'nominal',
  ],
  [
    'more minutes than there are',
    ours.replace('"nominal": 2', '"nominal": 1e999'),
    lineOf(ours, '"nominal": 2'),
    'value',
    'nominal',
  ],
  [
    'quarter minutes',
    ours.replace('"nominal": 2', '"nominal": 2.25'),
    lineOf(ours, '"nominal": 2') - 1,
    'fault',
  ],
  ['thirteen people', ours.replace('"max": 12', '"max": 13'), lineOf(ours, '"max"'), 'value', 'max'],
  [
    'best for more than fit',
    ours.replace('"to": 8', '"to": 12').replace('"max": 12', '"max": 9'),
    size,
    'fault',
  ],
  ['no is not said', ours.replace('"size"', '"noCapture": false,\n  "size"'), size, 'value', 'noCapture'],
  ['a direction turned', ours.replace('Facts', 'Fa\u202ects'), facts, 'hidden', 'title'],
  ['a control character, written out', ours.replace('Facts', 'Fa\\u0007cts'), facts, 'hidden', 'title'],
  ['half a letter', ours.replace('Facts', 'Fa\\ud83dcts'), facts, 'hidden', 'title'],
  ['bytes that are no letters', ours.replace('Facts', 'Fa\ufffdcts'), facts, 'not-text'],
  [
    'a line too long for the wall',
    ours.replace(/"stageLine": "[^"]*"/, `"stageLine": "${'x'.repeat(91)}"`),
    lineOf(ours, '"stageLine"'),
    'fault',
  ],
  ['an empty cue', ours.replace(/"say": "[^"]*"/, '"say": " "'), lineOf(ours, '"say"'), 'fault'],
  ['two phases of one name', ours.replace('"id": "facts"', '"id": "telling"'), facts - 1, 'fault'],
  [
    'a name of a phase with blanks',
    ours.replace('"id": "facts"', '"id": "the facts"'),
    facts - 1,
    'value',
    'id',
  ],
  ['nothing that is taken', ours.replace(/\[\s*"takeaway"\s*\]/, '[]'), lineOf(ours, '"phases"'), 'fault'],
  [
    'writing what the rule does not allow',
    ours.replace('"takeaway"', '"commitment"'),
    lineOf(ours, '"takeaway"'),
    'value',
    'captures',
  ],
  ['no phases', ours.replace(/"phases": \[[^]*\]/, '"phases": []'), lineOf(ours, '"phases"'), 'fault'],
  [
    'one letter longer than the others',
    trio.replace(/("id": "b-tells"[^]*?"nominal": )5/, '$16'),
    lineOf(trio, '"id": "b-tells"') + 2,
    'fault',
  ],
  ['B before A', trio.replace('"letter": "A"', '"letter": "B"'), lineOf(trio, '"id": "a-tells"'), 'fault'],
  ['lists in lists', `{"circlet": "method",\n"v": 1,\n"phases": ${'['.repeat(100_000)}`, 3, 'not-a-method'],
  ['more than any method', `${ours}${' '.repeat(largestFormatFile)}`, 1, 'too-big'],
]

describe('a file with something wrong', () => {
  it.each(damages.map(([name, text, line, kind, field = null]) => [name, text, line, kind, field] as const))(
    '%s',
    (_, text, line, kind, field) => {
      const refusal = refusalOf(text)
      expect(refusal).toMatchObject({ line, kind, ...(field === null ? {} : { field }) })
    },
  )

  it('is said in the same line where lines end otherwise', () => {
    for (const [, text, line, kind] of damages.filter(([, text]) => !text.includes('\r')))
      expect(refusalOf(text.replaceAll('\n', '\r\n'))).toMatchObject(
        kind === 'too-big' ? { kind } : { line, kind },
      )
  })

  it('says in which phase a fault is', () => {
    const long = ours.replace(/"say": "[^"]*"/, '"say": " "')
    expect(refusalOf(long)).toMatchObject({ fault: { kind: 'words' }, phase: 'Telling' })
  })
})

/** What chance does to a file. */
type Damage = readonly [string, (text: string, at: number, more: number) => string]

const lineCut = (text: string, at: number) =>
  text
    .split('\n')
    .toSpliced(at % text.split('\n').length, 1)
    .join('\n')
const values = [
  'null',
  '-1',
  '1e400',
  '""',
  '[]',
  '{}',
  'true',
  '"x"',
  '99999999999999999999',
  '[[[[[[[[[]]]]]]]]]',
]
const signs = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\n',
  '\0',
  '\ufffd',
  '\u202e',
  '0',
  'é',
  '/',
  '-',
  ' ',
  '\u2028',
]
const damage: readonly Damage[] = [
  ['cut', (text, at) => text.slice(0, at % text.length)],
  [
    'sign changed',
    (text, at, more) =>
      text.slice(0, at % text.length) + signs[more % signs.length] + text.slice((at % text.length) + 1),
  ],
  [
    'sign added',
    (text, at, more) =>
      text.slice(0, at % text.length) + signs[more % signs.length] + text.slice(at % text.length),
  ],
  ['line cut', (text, at) => lineCut(text, at)],
  [
    'line twice',
    (text, at) => {
      const lines = text.split('\n')
      const place = at % lines.length
      return lines.toSpliced(place, 0, lines[place] ?? '').join('\n')
    },
  ],
  [
    'value changed',
    (text, at, more) => {
      const lines = text.split('\n')
      const place = at % lines.length
      return lines
        .with(
          place,
          (lines[place] ?? '').replace(
            /: .*?(,?)$/,
            (_, comma: string) => `: ${values[more % values.length]}${comma}`,
          ),
        )
        .join('\n')
    },
  ],
  [
    'huge',
    (text, at, more) =>
      text.slice(0, at % text.length) +
      (signs[more % signs.length] ?? '').repeat(300_000) +
      text.slice(at % text.length),
  ],
  [
    'deep',
    (text, at, more) =>
      text.slice(0, at % text.length) +
      (more % 2 === 0 ? '[' : '{"a":').repeat(20_000) +
      text.slice(at % text.length),
  ],
]

describe('files damaged by chance', () => {
  it(`are refused with a line that they have, or read without a fault; none is read that is no JSON (seed ${seed})`, () => {
    const tally: Tally = new Map()
    fc.assert(
      fc.property(
        ownFormats,
        fc.constantFrom(...damage),
        fc.nat({ max: 100_000 }),
        fc.nat({ max: 1_000 }),
        (format, [name, harm], at, more) => {
          const text = harm(writeFormat(format), at, more)
          const read = readFormat(text)
          if (read.ok) {
            expect(() => JSON.parse(text) as unknown).not.toThrow()
            expect(faultsOf(read.value)).toEqual([])
            count(tally, 'read')
            return
          }
          const { line, kind } = read.refusal
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(linesIn(text))
          count(tally, name)
          count(tally, kind)
        },
      ),
      { numRuns: 2_400, seed },
    )
    const known = [
      ...damage.map(([name]) => name),
      'read',
      'not-json',
      'too-big',
      'missing',
      'value',
      'twice',
      'fault',
      'not-text',
      'hidden',
      'not-a-method',
    ]
    expect(rareIn(tally, known, 0.001, 'What became of damaged files')).toEqual([])
  })

  it('are refused whatever text it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.json({ maxDepth: 8 })),
        (text) => {
          const refusal = refusalOf(text)
          expect(refusal?.line).toBeGreaterThanOrEqual(1)
          expect(refusal?.line).toBeLessThanOrEqual(linesIn(text))
        },
      ),
      { numRuns: 1_000, seed },
    )
  })
})
