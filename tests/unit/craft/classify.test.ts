import { describe, expect, it } from 'vitest'
import { classify, type Classified } from '../../../shared/craft/classify'
import { heldBack, learntFrom } from './text'

const about = (result: Classified): readonly string[] => result.hints.map((hint) => hint.about)
const marked = (text: string): readonly string[] =>
  classify(text).hints.flatMap(({ marks }) => marks.map(({ from, to }) => text.slice(from, to)))

describe('classify', () => {
  it.each(learntFrom('examples'))('takes "$text" for $kind', ({ kind, text }) => {
    expect(classify(text).kind).toBe(kind)
  })

  it('takes every question of the bank for open, with nothing to say about it', () => {
    const bank = learntFrom('bank')
    expect(bank.length).toBeGreaterThan(200)
    expect(
      bank.filter(({ text }) => classify(text).kind !== 'open' || classify(text).hints.length > 0),
    ).toEqual([])
  })

  it('puts the finding about the kind first, and has none about an open question', () => {
    expect(about(classify('Have you tried talking to her directly?'))).toEqual(['advice'])
    expect(classify('What have you tried so far?')).toEqual({ kind: 'open', hints: [] })
    expect(classify('Shall we pause for a minute?')).toEqual({ kind: 'process', hints: [] })
    expect(
      about(
        classify(
          'In my last job we had a similar situation with two managers. Have you tried talking to them?',
        ),
      ),
    ).toEqual(['advice', 'preamble'])
  })

  it.each([
    ['have u tryed to ask her', 'advice'],
    ['so i was sitting here thinking maybe its silly but have you tried a checklist', 'advice'],
    ['I wonder whether a mediator could sort this out', 'advice'],
    ['it might be worth keeping a diary', 'advice'],
    ['whats important to you in this', 'open'],
    ['dont you feel used', 'leading'],
    ['why didnt you say something', 'blame'],
    ['When she said “never again”, what did you hear?', 'open'],
    ['You said "you should be grateful". What does that sentence do to you?', 'open'],
    ['how many people are in the team', 'factual'],
  ] as const)('reads what people type: "%s" is %s', (text, kind) => {
    expect(classify(text).kind).toBe(kind)
  })

  it.each([
    '',
    '   \n\t ',
    '???',
    '🙂🙂🙂',
    'asdf qwerz jklö',
    'Was wäre dir jetzt wichtig?',
    'Hast du schon mit ihr gesprochen?',
    'Warum hast du das nicht gesagt?',
    'Pourquoi tu ne lui parles pas ?',
    'As-tu essayé de parler avec elle ?',
    '¿Por qué no hablas con ella?',
    'Heb je al met haar gepraat?',
    'Почему ты не поговоришь с ней?',
    'לָמָה לֹא אָמַרְתָּ לָהּ?',
    'なぜ彼女に言わなかったの？',
  ])('says nothing about "%s"', (text) => {
    expect(classify(text)).toEqual({ kind: 'open', hints: [] })
  })

  it('marks the words that gave a text away, where they stand in it', () => {
    expect(marked('so  Have you tried talking to her directly?')).toEqual(['Have you tried'])
    expect(marked('Is it the workload or the people?')).toEqual(['or'])
    expect(marked('Why didn’t you speak up?')).toEqual(['Why didn’t you'])
    expect(marked('What is the goal? Is it realistic?')).toEqual(['Is it'])
  })

  it('notices a long question and a story around one, and cuts the question out', () => {
    const story = classify('In my last job we had a similar situation with two managers. What would you do?')
    expect(story.kind).toBe('open')
    expect(story.hints).toEqual([
      { about: 'preamble', marks: [{ from: 0, to: 59 }], offer: 'What would you do?' },
    ])
    const reason = classify(
      'What makes it hard to say no, because from what you told us he seems to rely on you a lot and perhaps that flatters you?',
    )
    expect(reason.kind).toBe('open')
    expect(reason.hints.at(-1)).toMatchObject({ about: 'preamble', offer: 'What makes it hard to say no?' })
    expect(about(classify('What did you learn?'))).toEqual([])
    expect(
      about(
        classify(
          'What would you want the people in your team and your family and your street to say about this year when it is all behind you and forgotten?',
        ),
      ),
    ).toEqual(['long'])
  })

  it('stays as good as it was on text that it has never learnt from', () => {
    const quiet = new Set(['open', 'process'])
    const all = heldBack().map(({ kind, text }) => ({ kind, got: classify(text).kind }))
    const share = (part: typeof all, of: typeof all): number => part.length / of.length
    const open = all.filter(({ kind }) => kind === 'open')
    const advice = all.filter(({ kind }) => kind === 'advice')
    expect(all).toHaveLength(480)
    expect(
      share(
        all.filter(({ kind, got }) => kind === got),
        all,
      ),
    ).toBeGreaterThanOrEqual(0.9)
    expect(
      share(
        open.filter(({ got }) => !quiet.has(got)),
        open,
      ),
    ).toBeLessThanOrEqual(0.03)
    expect(
      share(
        advice.filter(({ got }) => got === 'advice'),
        advice,
      ),
    ).toBeGreaterThanOrEqual(0.9)
  })
})
