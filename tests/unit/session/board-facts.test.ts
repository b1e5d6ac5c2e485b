// The board in a session: what forward does with it, what it hides and shows, what becomes of it at the close. Fails if a
// question reaches the wall before all are shown together, if forward passes a page or a question by, if a digit means a
// chair while questions are sorted, or if what was parked does not come back.
import { describe, expect, it } from 'vitest'
import { tenStepIntervision } from '../../../shared/formats/library/ten-step-intervision'
import { groupTarget, markedOn, openBoard, performOnBoard } from '../../../shared/commands/board-commands'
import type { CommandId } from '../../../shared/commands/commands'
import { forward } from '../../../shared/session/forward'
import { boardOf } from '../../../shared/session/session'
import { linesOf, staysOf } from '../../../shared/session/sweep'
import { projectStage } from '../../../shared/stage/project-stage'
import {
  aPlan,
  aText,
  begun,
  goTo,
  inPhase,
  item,
  planId,
  press,
  pressChair,
  question,
  record,
  textsOf,
  withFormat,
  type Evening,
} from '../builders'

const turn = { item: item('turn-1') }
const names = Array.from({ length: 10 }, (_, place) => `n${place}`)
const texts = textsOf(...names.map((name) => aText(name)))
const plan = withFormat(aPlan(), 'turn-1', tenStepIntervision)
const inTenSteps = (phase: string) => {
  const chosen = record(begun(plan, texts), [
    { type: 'presenter-chosen', ...turn, member: plan.members[1]?.id ?? plan.facilitator },
  ])
  return goTo(chosen, `turn-1/ten-step-intervision/${phase}`)
}
const written = (evening: Evening, count = 10) =>
  record(
    evening,
    names.slice(0, count).map((name) => ({ type: 'question-written', ...turn, question: question(name) })),
  )
const face = ({ session, now }: Evening) => projectStage(session, now).face
const label = ({ session, now }: Evening) => forward(session, now, planId)?.label.kind
const board = ({ session }: Evening) => boardOf(session, turn.item)

describe('what is written for oneself first', () => {
  const asked = written(inTenSteps('questions'))

  it('is not on the wall until forward shows it together, and then page by page', () => {
    expect(board(asked)).toMatchObject({ veiled: true, together: null })
    expect(JSON.stringify(face(asked))).not.toContain('Words of')
    expect(label(asked)).toBe('show-together')
    const first = press(asked, 'forward')
    expect(face(first)).toMatchObject({ kind: 'together', page: 1, pages: 2 })
    expect(label(first)).toBe('next-page')
    const second = press(first, 'forward')
    expect(face(second)).toMatchObject({
      page: 2,
      questions: [{ text: 'Words of n8?' }, { text: 'Words of n9?' }],
    })
    expect(label(second)).toBe('next')
    expect(face(press(second, 'back'))).toMatchObject({ page: 1 })
    expect(board(press(second, 'forward')).together).toBeNull()
  })

  it('is shown together by one key press that undo takes back', () => {
    expect(board(press(asked, 'forward', 'undo'))).toMatchObject({ veiled: true, together: null })
  })

  it('goes straight on where nobody has written', () => {
    expect(label(inTenSteps('questions'))).toBe('next')
  })
})

describe('sorting', () => {
  const sorting = written(inTenSteps('sorting'), 3)

  it('goes from question to question by forward, and to the next phase with the hot ones first', () => {
    expect(face(sorting)).toMatchObject({
      board: { shown: 'Words of n0?', alone: true, sorting: { said: null } },
    })
    const cold = pressChair(sorting, 3)
    expect(face(cold)).toMatchObject({ board: { sorting: { said: 'cold' } } })
    expect(face(pressChair(cold, 3))).toMatchObject({ board: { sorting: { said: null } } })
    expect(label(cold)).toBe('next-question')
    const last = pressChair(press(cold, 'forward', 'forward'), 1)
    expect(face(last)).toMatchObject({ board: { shown: 'Words of n2?', sorting: { said: 'hot' } } })
    expect(label(last)).toBe('next')
    expect(face(press(last, 'back'))).toMatchObject({ board: { shown: 'Words of n1?' } })
    expect(board(press(last, 'forward')).waiting).toEqual([question('n2'), question('n1'), question('n0')])
  })

  it('takes no fourth digit, and none while the room is held', () => {
    expect(pressChair(sorting, 4).session).toBe(sorting.session)
    const held = press(sorting, 'hold')
    expect(board(pressChair(held, 1)).warmth.size).toBe(0)
  })
})

describe('keys on the board', () => {
  const asked = written(inPhase('open-questions', undefined, texts), 3)
  const on = (evening: Evening, command: CommandId, name: string | null = null) => {
    const facts = performOnBoard(command, evening.session, name === null ? null : question(name))
    return facts === null ? null : record(evening, facts)
  }

  it('move a question, and no further than the ends', () => {
    expect(board(on(asked, 'move-up', 'n1') ?? asked).waiting[0]).toBe(question('n1'))
    expect(on(asked, 'move-up', 'n0')).toBeNull()
    expect(on(asked, 'move-down', 'n2')).toBeNull()
  })

  it('put a question under the one above it, and apart again', () => {
    const open = openBoard(asked.session)
    expect(open && markedOn(open, null)).toBe(question('n0'))
    expect(open && groupTarget(asked.session, open, question('n1'))).toEqual({
      id: question('n0'),
      alike: false,
    })
    const grouped = on(asked, 'group', 'n1') ?? asked
    expect(board(grouped).waiting).toEqual([question('n0'), question('n2')])
    expect(face(grouped)).toMatchObject({ board: { waiting: ['Words of n0?', 'Words of n2?'] } })
    const apart = on(grouped, 'group', 'n0') ?? grouped
    expect(board(apart).waiting).toEqual(board(asked).waiting)
  })

  it('park and take away what is marked, or else what is on the wall', () => {
    const shown = on(written(inPhase('open-questions', undefined, texts), 1), 'show-question') ?? asked
    expect(board(shown)).toMatchObject({ shown: question('n0'), waiting: [] })
    expect(board(on(shown, 'park') ?? shown).parked).toEqual([question('n0')])
    expect(on(press(asked, 'hold'), 'take-away', 'n0')).toBeNull()
    const back = record(on(asked, 'park', 'n0') ?? asked, [
      { type: 'question-returned', ...turn, question: question('n0') },
    ])
    expect(board(back)).toMatchObject({
      parked: [],
      waiting: [question('n1'), question('n2'), question('n0')],
    })
  })
})

describe('at the close', () => {
  const asked = record(written(inPhase('open-questions', undefined, texts), 3), [
    { type: 'question-parked', ...turn, question: question('n1') },
    { type: 'question-taken-home', ...turn, question: question('n2') },
  ])
  const sweep = record(goTo(asked, 'what-stays/what-stays'), [{ type: 'sweep-begun' }])

  it('what was parked is seen again before it is said what stays', () => {
    expect(face(sweep)).toMatchObject({
      kind: 'together',
      of: 'parked',
      questions: [{ text: 'Words of n1?' }],
    })
    expect(label(sweep)).toBe('parked-seen')
    const seen = press(sweep, 'forward')
    expect(face(seen)).toMatchObject({ kind: 'what-stays' })
    expect(face(press(seen, 'back'))).toMatchObject({ kind: 'together' })
  })

  it('what was taken home is the presenter’s own, the others are questions that nobody keeps', () => {
    const presenter = asked.session.presenters.get(turn.item) ?? null
    expect(linesOf(sweep.session)).toEqual([
      expect.objectContaining({ text: question('n0'), kind: 'question', owner: null, way: 'forget' }),
      expect.objectContaining({ text: question('n1'), kind: 'question', owner: null, way: 'forget' }),
      expect.objectContaining({ text: question('n2'), kind: 'takeaway', owner: presenter, way: 'keep' }),
    ])
    expect(staysOf(sweep.session).keep).toContainEqual({ kind: 'takeaway', count: 1 })
  })
})

describe('names on the board', () => {
  const owner = aPlan().members[2]
  const named = (namesOnBoard: boolean) =>
    record(
      inPhase(
        'open-questions',
        aPlan(namesOnBoard ? { namesOnBoard: true } : {}),
        textsOf(aText('n0', owner ? { owner: owner.id } : {})),
      ),
      [
        { type: 'question-written', ...turn, question: question('n0') },
        { type: 'question-shown', ...turn, question: question('n0') },
      ],
    )

  it('stand there only where the circle chose it', () => {
    expect(face(named(true))).toMatchObject({ board: { by: owner?.shortName } })
    expect(face(named(false))).toMatchObject({ board: { by: null } })
  })
})

describe('themes', () => {
  const words = ['w0', 'w1', 'w2'].map((name) => aText(name, { kind: 'word', item: item('harvest') }))
  const gathered = record(
    goTo(begun(aPlan(), textsOf(...words)), 'harvest/round'),
    words.map(({ id }) => ({ type: 'word-written', text: id })),
  )

  it('that are taken up come first, without a count, and only lines of the same item can be', () => {
    const ids = words.map(({ id }) => id)
    const chosen = record(gathered, [
      { type: 'themes-chosen', item: item('harvest'), texts: [ids[2] ?? question('x'), question('n0')] },
    ])
    expect(face(chosen)).toMatchObject({
      kind: 'harvest',
      chosen: 1,
      words: ['Words of w2?', 'Words of w0?', 'Words of w1?'],
    })
    expect(face(press(chosen, 'undo'))).toMatchObject({ chosen: 0 })
    const gone = record(chosen, [{ type: 'word-withdrawn', text: ids[2] ?? question('x') }])
    expect(face(gone)).toMatchObject({ chosen: 0, words: ['Words of w0?', 'Words of w1?'] })
  })
})
