// What the whole group does: the skeleton around it, who is chosen, and what of a method is held.
import { describe, expect, it } from 'vitest'
import type { Format } from '../../../shared/formats/format'
import { appreciativePairs } from '../../../shared/formats/library/appreciative-pairs'
import { clearnessCommittee } from '../../../shared/formats/library/clearness-committee'
import { councilCircle } from '../../../shared/formats/library/council-circle'
import { eightStepConsultation } from '../../../shared/formats/library/eight-step-consultation'
import { longCircle } from '../../../shared/formats/library/long-circle'
import { oneTwoFourAll } from '../../../shared/formats/library/one-two-four-all'
import { openingAndClosingRounds } from '../../../shared/formats/library/opening-and-closing-rounds'
import { questionsOnlyRound } from '../../../shared/formats/library/questions-only-round'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import { sentenceOf } from '../../../shared/commands/perform'
import { progressOf } from '../../../shared/session/apply'
import { addTurn, setFormat, type Edited } from '../../../shared/session/edit-agenda'
import { sittingIn } from '../../../shared/session/groups'
import { newAgenda, stepsOf } from '../../../shared/session/plan'
import { reviewedNow } from '../../../shared/session/rounds'
import { currentStep, turnsOf } from '../../../shared/session/session'
import { projectStage } from '../../../shared/stage/project-stage'
import { aPlan, begun, goTo, item, member, press, record, textsOf, aText, withFormat } from '../builders'

const kindsOf = (format: Format, minutes: number, toReview = 0): string => {
  const found = newAgenda({ minutes, people: 8, format, toReview })
  return found.ok ? found.value.map(({ kind }) => kind).join(' ') : found.refusal.kind
}

describe('the agenda around a whole session', () => {
  it('leaves out what the method does itself, and keeps agreements, what stays and the last round', () => {
    expect(kindsOf(longCircle, 120, 3)).toBe('opening agreements turn harvest what-stays last-round')
    expect(kindsOf(councilCircle, 120, 3)).toBe(
      'opening agreements last-commitments turn commitments what-stays last-round',
    )
    expect(kindsOf(openingAndClosingRounds, 60)).toBe(
      'opening agreements turn harvest commitments what-stays last-round',
    )
  })

  it('has the usual rounds around what is done in groups, and nobody is chosen to present', () => {
    expect(kindsOf(appreciativePairs, 90)).toBe(
      'opening agreements check-in turn harvest commitments what-stays last-round',
    )
    expect(kindsOf(shortQuestionRound, 60)).toContain('choosing turn')
  })

  it('says how long such a session has to be', () => {
    const found = newAgenda({ minutes: 60, people: 8, format: longCircle })
    expect(!found.ok && found.refusal).toEqual({ kind: 'too-short', missing: 38, needed: 98 })
  })
})

describe('another format on the agenda', () => {
  const agenda = (minutes: number) => {
    const found = newAgenda({ minutes, people: 8, format: shortQuestionRound })
    if (!found.ok) throw new Error('too short for a test')
    return found.value
  }
  const kinds = (edited: Edited) =>
    edited.ok ? edited.value.map(({ kind }) => kind).join(' ') : edited.refusal.kind
  const hour = agenda(60)

  it('takes out what a whole session does itself; a turn brings back who presents', () => {
    const whole = setFormat(hour, item('turn-1'), councilCircle)
    expect(kinds(whole)).toBe('opening agreements turn commitments what-stays last-round')
    if (!whole.ok) return
    expect(kinds(setFormat(whole.value, item('turn-1'), shortQuestionRound))).toBe(
      'opening agreements choosing turn commitments what-stays last-round',
    )
    expect(kinds(addTurn(whole.value, shortQuestionRound, 8))).toBe(
      'opening agreements choosing turn turn commitments what-stays last-round',
    )
  })

  it('keeps who presents while another turn has a presenter', () => {
    expect(kinds(setFormat(agenda(120), item('turn-2'), appreciativePairs))).toContain('choosing')
  })

  it('is refused where a whole session would stand beside another turn', () => {
    expect(kinds(setFormat(agenda(120), item('turn-2'), councilCircle))).toBe('alone')
    expect(kinds(addTurn(hour, longCircle, 8))).toBe('alone')
  })
})

describe('the steps of what the whole group does', () => {
  const stepsFor = (format: Format) =>
    stepsOf(withFormat(withFormat(aPlan(), 'turn-1', format), 'turn-2', format)).map(({ id }) => id as string)

  it('begin with who sits with whom only where there are groups, and never with what would help', () => {
    expect(stepsFor(appreciativePairs)).toContain('turn-1/groups')
    for (const format of [appreciativePairs, councilCircle])
      expect(stepsFor(format).filter((id) => /\/help$|choosing/.test(id))).toEqual([])
    expect(stepsFor(councilCircle)).not.toContain('turn-1/groups')
    expect(stepsFor(councilCircle)).toContain('turn-1/council-circle/start')
  })

  it('are nobody’s turn', () => {
    const plan = withFormat(withFormat(aPlan(), 'turn-1', longCircle), 'turn-2', oneTwoFourAll)
    expect(turnsOf(begun(plan).session)).toEqual([])
    expect(turnsOf(begun(withFormat(aPlan(), 'turn-1', longCircle)).session)).toEqual([item('turn-2')])
  })

  it('hold once a session what is held once', () => {
    const ids = stepsFor(questionsOnlyRound).filter((id) => id.includes('two-rules'))
    expect(ids).toEqual(['turn-1/questions-only-round/two-rules'])
    expect(stepsFor(questionsOnlyRound)).toContain('turn-2/questions-only-round/problem')
  })

  it('leave out what may be left out where the turn is planned shorter than its method', () => {
    const plan = withFormat(aPlan(), 'turn-1', clearnessCommittee)
    const shorter = {
      ...plan,
      agenda: plan.agenda.map((one) => (one.id === item('turn-1') ? { ...one, minutes: 115 } : one)),
    }
    const mirroring = 'turn-1/clearness-committee/mirroring'
    expect(stepsOf(plan).map(({ id }) => id)).toContain(mirroring)
    expect(stepsOf(shorter).map(({ id }) => id)).not.toContain(mirroring)
    expect(stepsOf(shorter)).toHaveLength(stepsOf(plan).length - 1)
  })
})

describe('fours', () => {
  const people = (names: string) => [...names].map((name) => member(name))
  const fours = { letter: null, does: 'in-fours' } as const

  it.each<[readonly string[], readonly string[]]>([
    [
      ['ab', 'cd', 'ef', 'gh'],
      ['abcd', 'efgh'],
    ],
    [
      ['ab', 'cd', 'ef', 'gh', 'ij'],
      ['abcd', 'efghij'],
    ],
    [
      ['ab', 'cd', 'ef', 'gh', 'ij', 'kl'],
      ['abcd', 'efgh', 'ijkl'],
    ],
    [['ab'], ['ab']],
  ])('are two pairs as drawn: %j', (pairs, tables) => {
    expect(sittingIn(pairs.map(people), fours)).toEqual(tables.map(people))
    expect(sittingIn(pairs.map(people), { letter: null, does: 'in-twos' })).toEqual(pairs.map(people))
  })
})

describe('what a whole session writes down', () => {
  it('asks each voice about what was promised, and writes what it promises now', () => {
    const plan = withFormat(aPlan({ people: 8 }), 'turn-1', longCircle)
    const last = press(goTo(begun(plan), 'turn-1/long-circle/last-step'), 'forward')
    const step = currentStep(last.session)
    expect(step && reviewedNow(last.session, step, progressOf(last.session, step))).toBe(member('Jun'))
    expect(projectStage(last.session, last.now).face).toMatchObject({
      kind: 'round',
      promise: { text: 'What Jun promised.' },
    })
    const text = aText('step', { kind: 'commitment', owner: member('Priya') })
    const next = goTo(begun(plan, textsOf(text)), 'turn-1/long-circle/next-step')
    expect(sentenceOf(next.session)).toBe('commitment')
    const said = record(next, [
      { type: 'commitment-made', member: member('Priya'), text: text.id, kind: 'do', until: null },
    ])
    expect(projectStage(said.session, said.now).face).toMatchObject({ kind: 'commitments', name: 'Priya' })
  })

  it('shows what is gathered in a turn under its rule, never while the group talks, and forgets it with the turn', () => {
    const texts = ['one', 'two', 'three', 'four'].map((name) => aText(name, { kind: 'word' }))
    const plan = withFormat(aPlan(), 'turn-1', eightStepConsultation)
    const chosen = record(begun(plan, textsOf(...texts)), [
      { type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') },
    ])
    const guesses = record(
      goTo(chosen, 'turn-1/eight-step-consultation/guesses'),
      texts.map(({ id }) => ({ type: 'word-written', text: id }) as const),
    )
    expect(projectStage(guesses.session, guesses.now).face).toMatchObject({ kind: 'turn', board: null })
    const fits = goTo(guesses, 'turn-1/eight-step-consultation/what-fits')
    expect(projectStage(fits.session, fits.now).face).toMatchObject({
      kind: 'turn',
      board: { shown: null, waiting: ['Words of two?', 'Words of three?', 'Words of four?'], more: 1 },
    })
    const thanked = record(fits, [{ type: 'turn-forgotten', item: item('turn-1') }])
    expect(thanked.session.words).toEqual([])
  })

  it('shows what is gathered under its own question, and in the harvest only the harvest’s own', () => {
    const text = aText('word', { kind: 'word' })
    const plan = withFormat(aPlan(), 'turn-1', councilCircle)
    const gathering = goTo(begun(plan, textsOf(text)), 'turn-1/council-circle/harvest')
    const written = record(gathering, [{ type: 'word-written', text: text.id }])
    expect(projectStage(written.session, written.now).face).toEqual({
      kind: 'harvest',
      question: 'What do we keep? A few words.',
      words: ['Words of word?'],
      chosen: 0,
    })
    expect(projectStage(goTo(written, 'harvest/round').session, written.now).face.kind).toBe('round')
  })
})
