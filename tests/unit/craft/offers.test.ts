import { describe, expect, it } from 'vitest'
import { classify } from '../../../shared/craft/classify'
import { learntFrom } from './text'

const offer = (text: string): string | null => classify(text).hints[0]?.offer ?? null
const everything = [
  'examples',
  'bank',
  'rewordings',
  'train-1',
  'train-2',
  'train-3',
  'train-4',
  'train-5',
  'train-6',
  'train-7',
].flatMap(learntFrom)

describe('an open wording', () => {
  it.each([
    ['Have you tried talking to her directly?', 'What have you tried so far?'],
    ['have you spoken to your manager about it', 'What has passed between you and your manager so far?'],
    ['Have you asked her?', 'What contact have you had with her so far?'],
    ['Have you thought about delegating the report?', 'What have you thought of so far?'],
    ['Why did you wait so long?', 'What was going on for you then?'],
    ['Who is to blame for the delay?', 'What happened?'],
    ['Why is the deadline in June?', 'What lies behind that?'],
    ['That was unfair, wasn’t it?', 'How was that for you?'],
    ['How angry were you when he said that?', 'What did you feel?'],
    ['Do you like your new job?', 'How do you find your new job?'],
    ['What did you say, and how did he react?', 'What did you say?'],
    ['When did it start? What does it do to you?', 'What does it do to you?'],
  ])('for "%s" is "%s"', (text, open) => {
    expect(offer(text)).toBe(open)
  })

  it.each([
    'I think the real problem is the contract.',
    'When did the reorganisation start?',
    'Is the door open?',
  ])('is not made up for "%s"', (text) => {
    expect(offer(text)).toBeNull()
  })

  it('is itself open and free of hints, whatever it was offered for', () => {
    const offers = new Map(
      everything.flatMap(({ text }) =>
        classify(text).hints.flatMap((hint) => (hint.offer === null ? [] : [[hint.offer, text] as const])),
      ),
    )
    expect(offers.size).toBeGreaterThan(300)
    expect([...offers].filter(([open]) => classify(open).kind !== 'open')).toEqual([])
    expect([...offers.keys()].filter((open) => !/^[\p{Lu}\p{N}"“'‘][^?]*\?$/u.test(open))).toEqual([])
  })
})
