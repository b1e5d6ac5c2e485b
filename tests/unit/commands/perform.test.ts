import { describe, expect, it } from 'vitest'
import { perform, performChair, takesSentence } from '../../../shared/commands/perform'
import type { CommandId } from '../../../shared/commands/commands'
import {
  anEvening,
  begun,
  everybodyHere,
  goTo,
  inPhase,
  member,
  momentOf,
  press,
  pressChair,
  record,
  wait,
  type Evening,
} from '../builders'

const made = (evening: Evening, command: CommandId) =>
  perform(command, momentOf(evening))?.map(({ type }) => type) ?? null

const round = () => goTo(begun(), 'check-in/round')
const gapped = () => record(inPhase('telling'), [{ type: 'gap-found', from: begun().now, to: begun().now }])

describe('a command', () => {
  it.each<[string, Evening, CommandId, readonly string[] | null]>([
    ['forward before the begin', anEvening(), 'forward', ['session-begun']],
    ['back before the begin', anEvening(), 'back', null],
    ['back right after next is undo', press(begun(), 'forward'), 'back', ['withdrawn']],
    ['back later', press(wait(press(begun(), 'forward'), 1), 'blank'), 'back', ['withdrawn']],
    ['back after something else', press(inPhase('facts'), 'add-minute'), 'back', ['phase-returned']],
    ['back at the first step', begun(), 'back', null],
    ['pause', begun(), 'pause', ['clock-paused']],
    ['pause again is going on', press(begun(), 'pause'), 'pause', ['room-resumed']],
    ['pause in a hold is going on', press(begun(), 'hold'), 'pause', ['room-resumed']],
    ['pause on a blank wall lights it', press(begun(), 'blank'), 'pause', ['wall-lit']],
    ['pause before the begin', anEvening(), 'pause', null],
    ['pause while a gap waits', gapped(), 'pause', null],
    ['hold', begun(), 'hold', ['room-held']],
    ['hold in a pause', press(begun(), 'pause'), 'hold', ['room-held']],
    ['hold in a hold', press(begun(), 'hold'), 'hold', null],
    ['blank before the begin', anEvening(), 'blank', ['wall-blanked']],
    ['blank again', press(anEvening(), 'blank'), 'blank', ['wall-lit']],
    ['remind where there is a rule', inPhase('telling'), 'remind', ['room-reminded']],
    ['remind where there is none', begun(), 'remind', null],
    ['remind in a hold', press(inPhase('telling'), 'hold'), 'remind', null],
    ['a minute more', inPhase('telling'), 'add-minute', ['minutes-added']],
    ['a minute more where nothing is timed', begun(), 'add-minute', null],
    ['a minute less', inPhase('telling'), 'take-minute', ['minutes-added']],
    ['a minute less when only one is left', wait(inPhase('telling'), 4), 'take-minute', null],
    ['two more in overtime', wait(inPhase('telling'), 9), 'two-more', ['minutes-added']],
    ['pass in a round', round(), 'pass', ['voice-ended']],
    ['pass outside rounds', begun(), 'pass', null],
    ['skip in a hold', press(round(), 'hold'), 'skip', null],
    ['undo with nothing to undo', begun(), 'undo', null],
    ['redo with nothing to redo', press(begun(), 'forward'), 'redo', null],
    ['thanks in a turn', inPhase('facts'), 'end-with-thanks', ['turn-thanked']],
    [
      'thanks in a hold',
      press(inPhase('facts'), 'hold'),
      'end-with-thanks',
      ['room-resumed', 'turn-thanked'],
    ],
    ['thanks twice', press(inPhase('facts'), 'end-with-thanks'), 'end-with-thanks', null],
    ['thanks outside turns', round(), 'end-with-thanks', null],
    ['nothing to write', inPhase('what-i-take'), 'nothing-to-write', ['takeaway-settled', 'step-started']],
    ['it goes elsewhere', inPhase('what-i-take'), 'goes-elsewhere', ['takeaway-settled', 'step-started']],
    ['nothing to write, too early', inPhase('facts'), 'nothing-to-write', null],
    ['what is answered elsewhere', begun(), 'all-keys', null],
  ])('%s', (_, evening, command, facts) => {
    expect(made(evening, command)).toEqual(facts)
  })

  it('takes one minute at a time, and gives two', () => {
    const lengths = (['add-minute', 'take-minute', 'two-more'] as const).map((command) =>
      perform(command, momentOf(inPhase('telling')))?.map(
        (fact) => fact.type === 'minutes-added' && fact.length,
      ),
    )
    expect(lengths).toEqual([[60_000], [-60_000], [120_000]])
  })

  it('takes a sentence only where the presenter takes something home', () => {
    const places = [
      inPhase('what-i-take'),
      inPhase('facts'),
      press(inPhase('what-i-take'), 'end-with-thanks'),
    ]
    expect(places.map(({ session }) => takesSentence(session))).toEqual([true, false, false])
  })
})

describe('the number of a chair', () => {
  const chair = (evening: Evening, number: number) => performChair(number, momentOf(evening))

  it('says who comes and who goes before the begin', () => {
    expect(chair(anEvening(), 2)).toEqual([{ type: 'member-came', member: member('Jun') }])
    expect(chair(everybodyHere(anEvening()), 2)).toEqual([{ type: 'member-left', member: member('Jun') }])
  })

  it('gives the voice in a round', () => {
    expect(chair(round(), 4)).toEqual([
      { type: 'voice-given', step: 'check-in/round', member: member('Noor') },
    ])
  })

  it('chooses who presents, also another one', () => {
    const chosen = pressChair(pressChair(goTo(begun(), 'turn-1/choosing'), 3), 4)
    expect([...chosen.session.presenters]).toEqual([['turn-1', member('Noor')]])
  })

  it.each<[string, Evening, number]>([
    ['a chair that is not there', round(), 6],
    ['somebody who is not here', record(round(), [{ type: 'member-left', member: member('Jun') }]), 2],
    ['a hold', press(round(), 'hold'), 2],
    ['a turn', inPhase('telling'), 2],
    ['the facilitator as presenter', goTo(begun(), 'turn-1/choosing'), 1],
  ])('means nothing for %s', (_, evening, number) => {
    expect(chair(evening, number)).toBeNull()
  })
})
