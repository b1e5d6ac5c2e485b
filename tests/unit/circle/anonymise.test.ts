import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MemberId } from '../../../shared/basics/ids'
import { namesIn, withoutNames } from '../../../shared/circle/anonymise'
import type { Member } from '../../../shared/circle/circle'
import { shortNames } from '../../../shared/circle/names'

const member = (name: string): MemberId => `m-${name}` as MemberId

/** Members as they come out of a list of names. */
function circle(...names: readonly string[]): readonly Member[] {
  const short = shortNames(names)
  return names.map((name, index) => ({ id: member(name), name, shortName: short[index] ?? name }))
}

const found = (text: string, members: readonly Member[]) => namesIn(text, members).map(({ name }) => name)

describe('names in a text', () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ['a name', ['Noor', 'Jun'], 'I told Noor.', ['Noor']],
    ['in any letter case', ['Noor', 'Jun'], 'NOOR and jun', ['Noor', 'Jun']],
    ["in the members' order, each once", ['Noor', 'Jun'], 'Jun, Noor, Jun', ['Noor', 'Jun']],
    ['in a possessive', ['Noor'], 'Noor’s', ['Noor']],
    ['in a typed possessive', ['Noor'], "noor's", ['Noor']],
    ['in one without an s', ['James'], 'James’ chair', ['James']],
    ['in quotes, brackets and stars', ['Noor', 'Jun', 'Bo'], '“Noor” (Jun) *_Bo_*', ['Noor', 'Jun', 'Bo']],
    ['at a hyphen', ['Noor', 'Jun'], 'the Noor-Jun talk', ['Noor', 'Jun']],
    ['inside no longer word', ['Bo', 'Jun'], 'Bob and Ebo in June, Jun2, 2Bo', []],
    ['inside no longer word with marks', ['Tom', 'Bo'], 'Tomás, Boe\u0301, Bo\u0308', []],
    ['the long and the short name', ['Amara Diop', 'Jun'], 'Amara', ['Amara Diop']],
    ['the whole name', ['Amara Diop', 'Jun'], 'AMARA  \n DIOP', ['Amara Diop']],
    ['not the last name alone', ['Amara Diop', 'Jun'], 'Diop', []],
    ['the name with an initial', ['Amara Diop', 'Amara Sall'], 'Amara S. said', ['Amara Sall']],
    ['the initial without its stop', ['Amara Diop', 'Amara Sall'], 'Amara S said', ['Amara Sall']],
    ['no other initial', ['Amara Diop', 'Amara Sall'], 'Amara Dix', ['Amara Diop', 'Amara Sall']],
    ['a first name that two share', ['Amara Diop', 'Amara Sall'], 'amara', ['Amara Diop', 'Amara Sall']],
    ['a hyphenated name', ['Jean-Luc', 'Bo'], 'jean-luc’s idea', ['Jean-Luc']],
    ['a hyphenated name with another hyphen', ['Jean-Luc'], 'Jean‑Luc', ['Jean-Luc']],
    ['not the name inside it', ['Jean', 'Jean-Luc'], 'Jean-Luc', ['Jean-Luc']],
    ['but the name beside it', ['Jean', 'Jean-Luc'], 'Jean-Luc, Jean', ['Jean', 'Jean-Luc']],
    ['an apostrophe in a name', ["Siobhan O'Brien"], 'Siobhan O’Brien', ["Siobhan O'Brien"]],
    ['after an elision', ['Amara'], 'l’Amara d’hier', ['Amara']],
    ['a name of one letter', ['S', 'T'], 'S, then ‘T’', ['S', 'T']],
    ['but no ending', ['S', 'T'], "it’s Noor's, don’t", []],
    ['letters and marks as one', ['Tomás'], 'Toma\u0301s', ['Tomás']],
    ['marks as letters', ['Toma\u0301s'], 'TOMÁS', ['Toma\u0301s']],
    ['letters without small forms', ['Groß'], 'GROSS', ['Groß']],
    ['a dotted I', ['İpek', 'Işık'], 'ipek, IŞIK', ['İpek', 'Işık']],
    ['a final sigma', ['Νίκος'], 'ΝΊΚΟΣ', ['Νίκος']],
    ['Cyrillic', ['Оля'], 'ОЛЯ, Олята', ['Оля']],
    ['wide letters', ['Jun'], 'Ｊｕｎ', ['Jun']],
    ['invisible letters', ['Jun'], 'J\u00adu\u200bn and \u2066Jun\u2069', ['Jun']],
    ['signs of regular expressions', ['A.*', 'J(un', '[x]', '$&', 'C++'], 'Abc Jun x', []],
    ['the very signs', ['J(un', '[x]', 'C++', 'a|b'], 'J(un [X] c++ a|b', ['J(un', '[x]', 'C++', 'a|b']],
    ['a name of signs only where it stands alone', ['.', '-'], 'Well. So-so.', []],
    ['and there', ['.', '-'], 'Well . - so', ['.', '-']],
    ['Arabic', ['نور', 'يوسف'], 'قالت نور: نعم', ['نور']],
    ['not inside an Arabic word', ['نور'], 'المنورة نورا', []],
    ['Arabic with vowel points', ['نور'], 'نُورٌ', ['نور']],
    ['Arabic beside a comma and direction marks', ['نور', 'يوسف'], '\u200fنور، يوسف\u200f', ['نور', 'يوسف']],
    ['Persian with a joiner', ['علی\u200cرضا', 'علی'], 'علی\u200cرضا', ['علی\u200cرضا']],
    ['Hebrew', ['נועה'], 'של נועה.', ['נועה']],
    ['Devanagari', ['राम'], 'राम ने कहा', ['राम']],
    ['not inside a Devanagari word', ['राम'], 'रामा, आराम', []],
    ['Japanese', ['花子', '明'], '花子さんは言った', ['花子']],
    ['Japanese in kana', ['はなこ'], 'きのうはなこと', ['はなこ']],
    ['Latin among Japanese', ['Jun'], 'Junさんは', ['Jun']],
    ['Korean with a particle', ['지민'], '지민이가', ['지민']],
    ['Korean in parts', ['지민'], '지민이가'.normalize('NFD'), ['지민']],
    ['Thai', ['สมชาย'], 'คุณสมชายพูด', ['สมชาย']],
    ['an emoji', ['👩‍🚀', 'Jun 🎻'], 'so 👩‍🚀 and jun 🎻', ['👩‍🚀', 'Jun 🎻']],
    ['not inside a family', ['👨', '👧'], '👨‍👩‍👧', []],
    ['nothing in nothing', ['Jun'], '', []],
    ['no name that nobody could see', ['\u200d', ' '], 'a b', []],
  ])('finds %s', (_, names, text, wanted) => {
    expect(found(text, circle(...names))).toEqual(wanted)
  })

  it('finds an edited short name, and no first word that was edited away', () => {
    const members: readonly Member[] = [{ id: member('V'), name: 'De Vries', shortName: 'Vri' }]
    expect(found('de fiets', members)).toEqual([])
    expect(found('vri', members)).toEqual(['De Vries'])
  })
})

describe('a text without names', () => {
  it.each<[readonly string[], string, string]>([
    [['Noor', 'Jun'], 'Noor’s question to JUN.', '…’s question to ….'],
    [['Bo', 'Amara Diop'], 'Bob, Bo, Amara and Amara Diop', 'Bob, …, … and …'],
    [['Jean', 'Jean-Luc'], 'Jean-Luc and Jean', '… and …'],
    [['Amara Diop', 'Amara Sall'], 'Amara D. told Amara.', '… told ….'],
    [['Jun Sato', 'Sato Ken'], 'Jun Sato Ken', '…'],
    [['نور', 'يوسف'], 'قالت نور ليوسف ويوسف يوسف', 'قالت … ليوسف ويوسف …'],
    [['花子', '明'], '花子さんは明に言った', '…さんは…に言った'],
    [['花子', '花'], '花花子', '……'],
    [['Tomás'], 'a\u0301 Toma\u0301s a\u0301', 'a\u0301 … a\u0301'],
    [['Jun'], '\u2066J\u00adun\u2069  two', '\u2066…\u2069  two'],
    [['👩‍🚀'], '👩‍🚀👩‍🚀 👩', '…… 👩'],
    [['Jun'], 'June has no names', 'June has no names'],
    [[], 'Noor', 'Noor'],
  ])('%j, %j: %j', (names, text, wanted) => {
    expect(withoutNames(text, circle(...names), '…')).toBe(wanted)
  })

  it('takes the replacement as it is', () => {
    expect(withoutNames('Jun, Jun', circle('Jun'), "$& $1 $'")).toBe("$& $1 $', $& $1 $'")
    expect(withoutNames('Jun goes', circle('Jun'), '')).toBe(' goes')
  })

  const names = [
    'Bo',
    'Noor',
    'Jean',
    'Jean-Luc',
    'Amara Diop',
    'Amara Sall',
    'نور',
    '花子',
    '明',
    'C++',
    'Tomás',
    '🎻',
  ]
  const people = fc.shuffledSubarray(names, { minLength: 1 }).map((list) => circle(...list))
  const pieces = fc.constantFrom(
    ...names,
    ...names,
    'bo',
    'AMARA',
    'Toma\u0301s',
    ' ',
    ' ',
    '-',
    '’s',
    'x',
    'さん',
    '\u200d',
  )
  const texts = fc.oneof(
    { weight: 3, arbitrary: fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )

  // Fails if a name that is found is not replaced, or if anything else is changed.
  it('has none of them any more, and all else as it was', () => {
    let replaced = 0
    fc.assert(
      fc.property(texts, people, (text, members) => {
        const left = withoutNames(text, members, '…')
        expect(namesIn(left, members)).toEqual([])
        if (namesIn(text, members).length === 0) expect(left).toBe(text)
        else replaced++
        let rest = text
        for (const part of left.split('…')) {
          expect(rest).toContain(part)
          rest = rest.slice(rest.indexOf(part) + part.length)
        }
      }),
      { numRuns: 1000 },
    )
    expect(replaced).toBeGreaterThan(200)
  })
})
