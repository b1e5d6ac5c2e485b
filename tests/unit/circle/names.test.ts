import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, graphemesOf, parseNames, sameNameKey, shortNames } from '../../../shared/circle/names'

const three = ['Amara', 'Jun', 'Noor']
const familyOfFour = '👨‍👩‍👧‍👦'
const zalgo = `Z${'\u0301\u0302\u0303'.repeat(6)}algo`
const kinds = (text: string) => parseNames(text).trouble.map(({ kind }) => kind)
const names = (text: string) => parseNames(text).names

describe('a list of names', () => {
  it.each<[string, string, readonly string[]]>([
    ['one a line', 'Amara\nJun\nNoor', three],
    ['with blanks between', '\n  Amara \n\n \t\nJun\r\n\r\nNoor\n\n', three],
    ['with numbers', '1. Amara\n2) Jun\n(3) Noor', three],
    ['with numbers and tabs', '1\tAmara\n2\tJun\n10.\tNoor', three],
    ['with bullets', '- Amara\n• Jun\n* Noor\n– Sam\n▪ Bo', [...three, 'Sam', 'Bo']],
    ['with boxes to tick', '- [ ] Amara\n- [x] Jun\n[] Noor', three],
    ['on one line with commas', 'Amara, Jun ,Noor', three],
    ['on one line with a comma at the end', 'Amara, Jun, Noor,', three],
    ['on one line with Arabic commas', 'نور، جون، سام', ['نور', 'جون', 'سام']],
    ['on one line with ideographic commas', '明、花子、太郎', ['明', '花子', '太郎']],
    ['on one line with semicolons', 'Amara; Jun; Noor', three],
    ['where a comma stands in one of many lines', 'Diop, Amara\nJun\nNoor', ['Diop, Amara', 'Jun', 'Noor']],
    ['with a byte order mark', '\ufeff1. Amara\nJun\nNoor', three],
    ['with old and new line ends', 'Amara\rJun\u2028Noor\u2029Sam', [...three, 'Sam']],
  ])('is read %s', (_, text, wanted) => {
    expect(parseNames(text)).toEqual({ names: wanted, trouble: [] })
  })

  it.each<[string, string, string]>([
    ['a family', familyOfFour, familyOfFour],
    ['right-to-left letters', 'يوسف', 'يوسف'],
    ['a joiner inside Persian letters', 'علی\u200cرضا', 'علی\u200cرضا'],
    ['letters and marks as one', 'Tomа\u0301s', 'Tomа\u0301s'],
    ['letters that have a form of their own', 'Toma\u0301s', 'Tomás'],
    ['a direction override', 'Jun\u202enimda', 'Junnimda'],
    ['a zero-width space', 'Ju\u200bn', 'Jun'],
    ['isolates and tags', '\u2066Jun\u2069\u{e0061}', 'Jun'],
    ['control characters', 'J\u0000u\u0007n\u009f', 'Jun'],
    ['a lone surrogate', 'Jun\ud83d', 'Jun\ufffd'],
    ['wide spaces', 'Amara\u3000\u00a0 Diop', 'Amara Diop'],
    ['digits', 'Jun 2', 'Jun 2'],
  ])('keeps what can be seen of %s', (_, typed, wanted) => {
    expect(parseNames(`${typed}\nAmara\nNoor`)).toEqual({ names: [wanted, 'Amara', 'Noor'], trouble: [] })
  })

  it.each([
    '',
    '\u200b',
    '\u202e\u2066',
    '\u200d',
    '\u200c\ufe0f',
    '\u00ad',
    '\u3164',
    '\u200e \u200f',
    ' \t ',
  ])('has no name where nothing can be seen (%j)', (typed) => {
    expect(cleanName(typed)).toBe('')
    expect(names(`Amara\n${typed}\nJun\nNoor`)).toEqual(three)
  })

  it.each<[string, string, readonly string[]]>([
    ['nobody', '', ['too-few']],
    ['two', 'Amara\nJun', ['too-few']],
    ['three', three.join('\n'), []],
    ['twelve', Array.from({ length: 12 }, (_, index) => `N${index}`).join('\n'), []],
    ['thirteen', Array.from({ length: 13 }, (_, index) => `N${index}`).join('\n'), ['too-many']],
    ['a name of 400 letters', [...three, 'x'.repeat(400)].join('\n'), ['too-long']],
    ['a name of 81 letters', [...three, 'x'.repeat(81)].join('\n'), ['too-long']],
    ['a name of 80 letters', [...three, 'x'.repeat(80)].join('\n'), []],
    [
      'a name of 80 families, which is 2000 bytes',
      [...three, familyOfFour.repeat(80)].join('\n'),
      ['too-long'],
    ],
    ['a name of 16 families, which is 400 bytes', [...three, familyOfFour.repeat(16)].join('\n'), []],
    ['a name with eighteen marks on a letter', [...three, zalgo].join('\n'), ['odd-letters']],
    ['the same name again', [...three, 'Jun'].join('\n'), ['twice']],
    ['the same in capitals', [...three, 'JUN'].join('\n'), ['twice']],
    ['the same in wide letters', [...three, 'Ｊｕｎ'].join('\n'), ['twice']],
    ['the same in other marks', 'Tomás\nJun\nToma\u0301s', ['twice']],
    ['the same with a soft hyphen', [...three, 'Ju\u00adn'].join('\n'), ['twice']],
    ['the same with a direction mark', [...three, 'Jun\u200e'].join('\n'), ['twice']],
    ['the same with a joiner', [...three, 'Ju\u034fn'].join('\n'), ['twice']],
    ['the same three times', 'Jun\nJun\nJun', ['twice', 'twice']],
  ])('says what stands in the way: %s', (_, text, wanted) => {
    expect(kinds(text)).toEqual(wanted)
  })

  it('names the name in question, cut to what fits in a sentence', () => {
    const long = parseNames([...three, 'x'.repeat(400)].join('\n'))
    expect(long.trouble).toEqual([{ kind: 'too-long', name: 'x'.repeat(24) }])
    expect(parseNames('Amara\nJun').trouble).toEqual([{ kind: 'too-few', count: 2 }])
  })

  it('takes anything at all: well-formed names, none of them empty, read again the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const name of names(text)) {
          expect(name.isWellFormed()).toBe(true)
          expect(graphemesOf(name).join('')).toBe(name)
          expect(cleanName(name)).toBe(name)
          expect(sameNameKey(name)).not.toBe('')
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('short names', () => {
  it.each<[readonly string[], readonly string[]]>([
    [three, three],
    [
      ['Amara Diop', 'Jun Sato'],
      ['Amara', 'Jun'],
    ],
    [
      ['Amara Diop', 'Amara Sall', 'Jun'],
      ['Amara D.', 'Amara S.', 'Jun'],
    ],
    [
      ['Amara', 'Amara Diop'],
      ['Amara', 'Amara D.'],
    ],
    [
      ['Amara Diop', 'Amara Dia'],
      ['Amara Diop', 'Amara Dia'],
    ],
    [
      ['Amara Diop', 'AMARA Dia'],
      ['Amara Diop', 'AMARA Dia'],
    ],
    [
      ['amara Sall', 'Amara Diop'],
      ['amara S.', 'Amara D.'],
    ],
    [
      ['Jun 👨‍👩‍👧‍👦', 'Jun Sato'],
      ['Jun 👨‍👩‍👧‍👦.', 'Jun S.'],
    ],
    [[], []],
  ])('of %j are %j', (long, short) => {
    expect(shortNames(long)).toEqual(short)
  })

  it('are as different as the names', () => {
    const word = fc.constantFrom('Amara', 'amara', 'AMARA', 'Jun', 'D.', 'Diop', 'dia', 'Do', 'Á')
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
    const people = fc.uniqueArray(name, { selector: sameNameKey, minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(people, (list) => {
        const short = shortNames(list)
        expect(new Set(short.map(sameNameKey)).size).toBe(list.length)
        list.forEach((whole, index) =>
          expect(whole.startsWith(short[index]?.split(' ')[0] ?? '?')).toBe(true),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
