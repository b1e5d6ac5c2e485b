import { describe, expect, it } from 'vitest'
import { bank, families } from '../../../shared/craft/bank'
import { questionKey } from '../../../shared/craft/question-key'
import { wordsIn } from '../../../shared/craft/search-bank'
import { givenIds } from './given-ids'

/** Words that nearly every question has: what is left is what a question is about. */
const everywhere = new Set(
  'what how which who would could might will you your do does did have has is are it this that these to of in a an the and with for from at on be so as not me us zero ten'.split(
    ' ',
  ),
)

/** How many of the telling words of two questions are the same, from 0 to 1. */
function alike(one: string, other: string): number {
  const [here, there] = [one, other].map(
    (text) => new Set(wordsIn(text).filter((word) => !everywhere.has(word))),
  )
  if (here === undefined || there === undefined) return 0
  const both = [...here].filter((word) => there.has(word)).length
  return both / Math.max(1, new Set([...here, ...there]).size)
}

/** Pairs of texts that say nearly the same. */
const tooAlike = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((one, place) =>
    texts
      .slice(place + 1)
      .filter((other) => questionKey(one) === questionKey(other) || alike(one, other) >= 0.5)
      .map((other) => `${one} ~ ${other}`),
  )

const texts = bank.map(({ text }) => text)

describe('the bank', () => {
  it('has thirteen families, each with eight to ten questions', () => {
    expect(families.map(({ id }) => id)).toEqual([
      'goal',
      'reality',
      'options',
      'will',
      'feelings',
      'assumptions',
      'perspective',
      'resources',
      'obstacles',
      'scaling',
      'miracle',
      'values',
      'learning',
    ])
    for (const { questions } of families) {
      expect(Object.keys(questions).length).toBeGreaterThanOrEqual(8)
      expect(Object.keys(questions).length).toBeLessThanOrEqual(10)
    }
  })

  it('has a place in the turn for each family, as circles.md 4.5 says', () => {
    const inPart = (wanted: string) => families.filter(({ part }) => part === wanted).map(({ id }) => id)
    expect(inPart('early')).toEqual(['goal', 'values'])
    expect(inPart('middle')).toEqual(['reality', 'feelings', 'assumptions', 'perspective'])
    expect(inPart('future')).toEqual(['options', 'resources', 'obstacles', 'scaling', 'miracle'])
    expect(inPart('close')).toEqual(['will', 'learning'])
  })

  it('asks in fifteen words at most, one question each, mostly by what and how', () => {
    for (const text of texts) {
      expect(text.split(' ').length, text).toBeLessThanOrEqual(15)
      expect(text, text).toMatch(/^[A-Z][^?!.;]*\?$/)
      expect(text, text).toBe(text.normalize('NFC').trim())
    }
    const open = texts.filter((text) => /^(From zero to ten, )?(what|how)\b/i.test(text))
    expect(open.length / texts.length).toBeGreaterThan(0.8)
  })

  it('says nothing twice', () => {
    expect(tooAlike(['What would you try first?', 'What will you try first?'])).toHaveLength(1)
    expect(tooAlike(texts)).toEqual([])
  })

  it('keeps every id that was given out: favourites are kept by them', () => {
    const ids = bank.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(givenIds.filter((id) => !ids.includes(id))).toEqual([])
    expect(ids.filter((id) => !givenIds.includes(id))).toEqual([])
  })

  it('knows those that follow another, and has others to begin with in each family', () => {
    for (const { questions, follows = [] } of families) {
      expect(follows.filter((name) => !(name in questions))).toEqual([])
      expect(Object.keys(questions).length - follows.length).toBeGreaterThanOrEqual(3)
    }
  })
})
