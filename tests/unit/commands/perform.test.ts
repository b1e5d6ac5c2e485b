import { describe, expect, it } from 'vitest'
import { perform, performChair, takesSentence } from '../../../shared/commands/perform'
import type { CommandId } from '../../../shared/commands/commands'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import {
  anEvening,
  aPlan,
  begun,
  everybodyHere,
  goTo,
  inPhase,
  member,
  momentOf,
  press,
  pressChair,
  record,
  step,
  wait,
  withFormat,
  type Evening,
} from '../builders'

const made = (evening: Evening, command: CommandId) =>
  perform(command, momentOf(evening))?.map(({ type }) => type) ?? null

const round = () => goTo(begun(), 'check-in/round')
const help = () => goTo(begun(), 'turn-1/help')
const trio = () => goTo(begun(withFormat(aPlan(), 'turn-1', listeningTrio)), 'turn-1/groups')
const swept = () =>
  record(begun(), [{ type: 'step-started', step: step('what-stays/what-stays') }, { type: 'sweep-begun' }])
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
    ['two more in overtime', wait(inPhase('telling'), 9), 'two-more', ['extension-put']],
    ['two more while two more are asked for', press(inPhase('telling'), 'two-more'), 'two-more', null],
    ['two more in a round', round(), 'two-more', null],
    ['two more where pairs change by themselves', press(trio(), 'forward'), 'two-more', null],
    ['no two more', press(inPhase('telling'), 'two-more'), 'decline', ['extension-dismissed']],
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
    ['freeze', begun(), 'freeze', ['wall-frozen']],
    ['freeze again', press(begun(), 'freeze'), 'freeze', ['wall-thawed']],
    ['freeze before the begin', anEvening(), 'freeze', null],
    ['hand-over', begun(), 'hand-over', ['hand-over-offered']],
    ['hand-over twice', press(begun(), 'hand-over'), 'hand-over', null],
    ['hand-over before the begin', anEvening(), 'hand-over', null],
    ['Esc in a hand-over', press(begun(), 'hand-over'), 'decline', ['hand-over-declined']],
    ['Esc anywhere else, as clickers send it', inPhase('telling'), 'decline', null],
    ['starting as of before', wait(help(), 0.5), 'start-since', ['presenter-chosen', 'step-started']],
    ['starting as of before, at once', wait(help(), 0.3), 'start-since', null],
    ['starting as of before, in a hold', press(wait(help(), 0.5), 'hold'), 'start-since', null],
    ['starting as of before, in a turn', wait(inPhase('telling'), 0.5), 'start-since', null],
    [
      'starting as of before, while the role is on its way',
      press(wait(help(), 0.5), 'hand-over'),
      'start-since',
      null,
    ],
    [
      'starting as of before, where the role goes over first',
      wait(pressChair(help(), 1), 0.5),
      'start-since',
      null,
    ],
    ['leaving a turn out', help(), 'leave-turn-out', ['step-started']],
    ['leaving out a turn that has begun', inPhase('telling'), 'leave-turn-out', null],
    ['leaving out what is no turn', round(), 'leave-turn-out', null],
    ['drawing again', trio(), 'draw-again', ['groups-drawn']],
    ['drawing again where there are no groups', help(), 'draw-again', null],
    ['leaving now', begun(), 'leave-now', ['session-closed']],
    ['leaving now in a hold', press(inPhase('telling'), 'hold'), 'leave-now', ['session-closed']],
    ['leaving now while a gap waits', gapped(), 'leave-now', ['session-closed']],
    ['leaving now before the begin', anEvening(), 'leave-now', null],
    ['back at the begin of the sweep', swept(), 'back', null],
    ['back in the last round', goTo(swept(), 'last-round/round'), 'back', ['withdrawn']],
    ['what is answered elsewhere', begun(), 'all-keys', null],
  ])('%s', (_, evening, command, facts) => {
    expect(made(evening, command)).toEqual(facts)
  })

  it('leaves a turn out for what comes after it, and begins the sweep where that is what stays', () => {
    const plan = aPlan({ people: 6 })
    const last = (kinds: readonly string[]) => {
      const agenda = plan.agenda.filter(({ kind }) => kinds.includes(kind))
      return perform('leave-turn-out', momentOf(goTo(begun({ ...plan, agenda }), 'turn-2/help')))
    }
    const facts = last(['opening', 'turn', 'harvest', 'what-stays', 'last-round'])
    expect(facts).toEqual([{ type: 'step-started', step: 'harvest/round' }])
    expect(last(['opening', 'turn', 'what-stays', 'last-round'])).toEqual([
      { type: 'step-started', step: 'what-stays/what-stays' },
      { type: 'sweep-begun' },
    ])
  })

  it('leaves at once with what says so', () => {
    expect(perform('leave-now', momentOf(begun()))).toEqual([{ type: 'session-closed', atOnce: true }])
  })

  it('gives and takes one minute at a time', () => {
    const lengths = (['add-minute', 'take-minute'] as const).map((command) =>
      perform(command, momentOf(inPhase('telling')))?.map(
        (fact) => fact.type === 'minutes-added' && fact.length,
      ),
    )
    expect(lengths).toEqual([[60_000], [-60_000]])
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

  it('says who brings something, and takes it back', () => {
    const first = pressChair(goTo(begun(), 'choosing/choosing'), 3)
    const both = pressChair(first, 1)
    expect(both.session.bringing).toEqual([member('Amara'), member('Priya')])
    expect(pressChair(both, 3).session.bringing).toEqual([member('Priya')])
  })

  it('gives the voice to who passed, also once more', () => {
    expect(chair(press(round(), 'pass'), 1)).toEqual([
      { type: 'voice-given', step: 'check-in/round', member: member('Priya') },
    ])
  })

  it('says who is asked to take the session, while that is on its way', () => {
    expect(chair(press(round(), 'hand-over'), 4)).toEqual([
      { type: 'hand-over-offered', to: member('Noor'), item: null },
    ])
  })

  it('chooses who presents, also another one', () => {
    const chosen = pressChair(pressChair(goTo(begun(), 'turn-1/help'), 3), 4)
    expect([...chosen.session.presenters]).toEqual([['turn-1', member('Noor')]])
  })

  it.each<[string, Evening, number]>([
    ['a chair that is not there', round(), 6],
    ['somebody who is not here', record(round(), [{ type: 'member-left', member: member('Jun') }]), 2],
    ['a hold', press(round(), 'hold'), 2],
    ['a turn', inPhase('telling'), 2],
    ['somebody who has spoken', press(round(), 'forward'), 1],
    ['who facilitates, while the role is on its way', press(round(), 'hand-over'), 1],
  ])('means nothing for %s', (_, evening, number) => {
    expect(chair(evening, number)).toBeNull()
  })
})
