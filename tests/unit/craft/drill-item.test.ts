import { describe, expect, it } from 'vitest'
import { turnIt } from '../../../shared/craft/drills/questions'
import { mirror } from '../../../shared/craft/drills/listening'
import { presentersWith, whoPresents } from '../../../shared/formats/choose'
import { library } from '../../../shared/formats/library/library'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import {
  addTurn,
  drillItem,
  insertBreak,
  insertDrill,
  isTurnItem,
  leaveOut,
  move,
  removeTurn,
  setFormat,
  setMinutes,
  type Agenda,
  type Edited,
} from '../../../shared/session/edit-agenda'
import { linesFrom, readAgenda, type PasteWish } from '../../../shared/session/paste-agenda'
import { newAgenda } from '../../../shared/session/plan'
import { fromTemplate, templateOf } from '../../../shared/session/template'
import { traceOf } from '../../../shared/session/trace'
import { turnsOf } from '../../../shared/session/session'
import { agendaWords } from '../../../renderer/words/en-agenda'
import { aPlan, begun, everybody, goTo, item, member, press } from '../builders'

const done = (edited: Edited): Agenda => {
  if (!edited.ok) throw new Error(edited.refusal.kind)
  return edited.value
}
const usual = (): Agenda => {
  const found = newAgenda({ minutes: 120, people: 6, format: shortQuestionRound, toReview: 2 })
  if (!found.ok) throw new Error('Too short.')
  return found.value
}
const withDrill = (agenda: Agenda = usual()): Agenda => done(insertDrill(agenda, turnIt.format))
const kindsOf = (agenda: Agenda) => agenda.map(({ id }) => id as string)

describe('a drill on an agenda', () => {
  it('comes right after the check-in, with its own minutes', () => {
    const ids = kindsOf(withDrill())
    expect(ids[ids.indexOf('drill') - 1]).toBe('check-in')
    expect(withDrill().find(({ id }) => id === drillItem)).toMatchObject({
      minutes: 8,
      format: 'drill-turn-it',
    })
  })

  it('comes after the agreements where the check-in is left out', () => {
    const ids = kindsOf(withDrill(done(leaveOut(usual(), item('check-in')))))
    expect(ids[ids.indexOf('drill') - 1]).toBe('agreements')
  })

  it('is one at most, and goes like any other item', () => {
    expect(insertDrill(withDrill(), mirror.format)).toEqual({ ok: false, refusal: { kind: 'already-there' } })
    expect(done(leaveOut(withDrill(), drillItem))).toEqual(usual())
  })

  it('may be moved, also behind the turns; never behind what stays', () => {
    let agenda = withDrill()
    for (let steps = 0; steps < 30; steps += 1) {
      const moved = move(agenda, drillItem, 1)
      if (!moved.ok) {
        expect(moved.refusal).toEqual({ kind: 'order', first: 'turn', then: 'what-stays' })
        break
      }
      agenda = moved.value
    }
    const ids = kindsOf(agenda)
    expect(ids[ids.indexOf('drill') + 1]).toBe('what-stays')
  })

  it('is no turn: it keeps none from being added or taken away, and presents nobody', () => {
    const agenda = withDrill()
    const turns = agenda.filter(isTurnItem).length
    expect(turns).toBe(usual().filter(isTurnItem).length)
    expect(kindsOf(done(addTurn(agenda, shortQuestionRound, 6)))).toContain(`turn-${turns + 1}`)
    let less = agenda
    for (let turn = turns; turn > 1; turn -= 1) less = done(removeTurn(less))
    expect(removeTurn(less)).toEqual({ ok: false, refusal: { kind: 'last-turn' } })
    expect(less.some(({ id }) => id === drillItem)).toBe(true)
    const order = everybody.slice(0, 6).map(member)
    expect(whoPresents(agenda, order, library)).toEqual(whoPresents(usual(), order, library))
    const count = (found: Agenda) =>
      presentersWith(shortQuestionRound, { minutes: 120, agenda: found, people: 6 })
    expect(count(agenda)).toBeLessThanOrEqual(count(usual()))
    expect(setFormat(agenda, drillItem, listeningTrio)).toEqual({ ok: false, refusal: { kind: 'not-there' } })
    expect(setMinutes(agenda, drillItem, 12, 6)).toEqual({ ok: false, refusal: { kind: 'by-format' } })
  })

  it('does not draw the break to itself', () => {
    const one = done(removeTurn(done(removeTurn(withDrill()))))
    const ids = kindsOf(done(insertBreak(done(leaveOut(one, item('check-in'))), 5)))
    expect(ids.indexOf('break')).toBeGreaterThan(ids.lastIndexOf('turn-1'))
  })

  it('is proposed anew each time, so an agenda that is put by has none', () => {
    const put = templateOf(withDrill(), { name: 'Ours', minutes: 120, named: new Map() })
    const wish = { formats: library, usual: shortQuestionRound, people: 6, toReview: 2, pause: 5 }
    expect(fromTemplate(put, wish).agenda).toEqual(usual())
  })

  it('reads back from its lines', () => {
    const wish: PasteWish = {
      formats: library,
      usual: shortQuestionRound,
      people: 6,
      names: everybody.slice(0, 6),
      toReview: 2,
      pause: 5,
      words: agendaWords.partWords,
    }
    const named: Readonly<Record<string, string>> = { turn: 'Turn' }
    const lines = linesFrom(withDrill(), ({ id, kind }) =>
      id === drillItem ? 'Turn it' : (named[kind] ?? agendaWords.partWords.parts[kind as 'turn'][0] ?? ''),
    )
    expect(lines).toContain('Turn it 8')
    const read = readAgenda(lines, wish)
    expect(read.ok && kindsOf(read.value)).toEqual(kindsOf(withDrill()))
    const twice = readAgenda('Check-in 9\nTurn it 8\nOne-sentence mirror 7\nTurn', wish)
    expect(twice.ok && kindsOf(twice.value).filter((id) => id === 'drill')).toEqual(['drill'])
    // With no other turn there is one all the same.
    const alone = readAgenda('Turn it 8', wish)
    expect(alone.ok && kindsOf(alone.value)).toEqual(expect.arrayContaining(['drill', 'choosing', 'turn-1']))
  })

  it('stands in the trace as a format, and presents nobody', () => {
    const plan = aPlan({ people: 6, minutes: 120, formats: [...library, turnIt.format], agenda: withDrill() })
    const held = press(goTo(begun(plan), 'drill/groups'), 'forward', 'forward', 'forward', 'forward')
    expect(turnsOf(held.session)).not.toContain(drillItem)
    const trace = traceOf(held.session, held.now)
    expect(trace.formats).toContain('drill-turn-it')
    expect(trace.presented).toEqual([])
  })
})
