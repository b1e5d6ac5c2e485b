// Every method on the real engine, from its first phase to its last, by forward alone and by the clock.
import { describe, expect, it } from 'vitest'
import { library, suits } from '../../../shared/formats/library/library'
import type { Format, FormatPhase } from '../../../shared/formats/format'
import { stageLineFor } from '../../../shared/formats/help-lines'
import { dueEvents } from '../../../shared/session/due'
import { roundOf, isRound } from '../../../shared/session/rounds'
import { progressOf } from '../../../shared/session/apply'
import { currentStep } from '../../../shared/session/session'
import { toneDue } from '../../../shared/sound/tone-due'
import { projectStage } from '../../../shared/stage/project-stage'
import { aPlan, begun, goTo, item, member, press, record, wait, withFormat, type Evening } from '../builders'

const turns = library.filter(({ scope }) => scope === 'turn')
const sizes = [3, 4, 6, 9, 12]

/** Jun presents, Priya facilitates, in the first phase of a method. */
function started(format: Format, people: number): Evening {
  const plan = withFormat(aPlan({ people }), 'turn-1', format)
  const chosen = record(begun(plan), [
    { type: 'presenter-chosen', item: item('turn-1'), member: member('Jun') },
  ])
  return goTo(chosen, `turn-1/${format.phases[0]?.id}`)
}

/** Who is asked to speak in a phase, by name: one voice, or a whole group. */
function maySpeak(phase: FormatPhase): string {
  if (phase.rule === 'SOLO') return 'Jun'
  if (phase.rule === 'FAC') return 'Priya'
  if (phase.rule === 'ROUND') return phase.presenter === 'speaks' ? 'everybody' : 'everybody but Jun'
  return { QUIET: 'nobody', WRITE: 'nobody', GTALK: 'everybody but Jun' }[phase.rule as string] ?? 'everybody'
}

/** What the wall tells the room about who speaks; rounds are heard voice by voice. */
function told(evening: Evening): string {
  const step = currentStep(evening.session)
  if (step?.kind !== 'phase') return 'no phase'
  const { face, seats } = projectStage(evening.session, evening.now)
  if (isRound(step)) {
    const voices = new Set<string>()
    let at = evening
    for (;;) {
      const { voice } = roundOf(at.session, step, progressOf(at.session, step))
      if (voice === null || currentStep(at.session)?.id !== step.id) break
      voices.add(voice)
      at = record(at, [{ type: 'voice-ended', step: step.id, member: voice, how: 'spoke' }])
    }
    if (voices.size === evening.session.here.size) return 'everybody'
    return voices.has(member('Jun')) ? 'some' : 'everybody but Jun'
  }
  if (face.kind === 'silence') return 'nobody'
  if (face.kind !== 'turn') return face.kind
  const floor = seats.find((seat) => seat.floor)?.name
  switch (face.rule.rule) {
    case 'SOLO':
    case 'FAC':
      return floor ?? 'nobody'
    case 'GTALK':
      return floor === undefined ? 'everybody but Jun' : 'some'
    case 'WRITE':
      return floor === undefined ? 'nobody' : 'some'
    default:
      return 'everybody'
  }
}

describe.each(turns.map((format) => [format.title, format] as const))('%s', (_, format) => {
  it.each(sizes)('with %i people runs phase by phase, or is refused', (people) => {
    if (!suits(format, { people })) {
      expect(people < format.size.min || people > format.size.max || format.size.even === true).toBe(true)
      return
    }
    let evening = started(format, people)
    for (const phase of format.phases) {
      const step = currentStep(evening.session)
      expect(step?.kind === 'phase' && step.phase.id).toBe(phase.id)
      const { face, seats } = projectStage(evening.session, evening.now)
      // The line on the wall, and how the presenter takes part.
      if (phase.rule === 'QUIET') {
        expect(face, phase.id).toEqual({ kind: 'silence' })
        expect(seats, phase.id).toEqual([])
      } else {
        expect('sentence' in face && face.sentence, phase.id).toBe(
          stageLineFor(phase, evening.session.plan.help),
        )
        const listens = phase.rule === 'GTALK' && phase.presenter !== 'out'
        expect(seats.find(({ name }) => name === 'Jun')?.listens, phase.id).toBe(listens)
      }
      expect(told(evening), phase.id).toBe(maySpeak(phase))
      // The tone at its end, where nobody looks at the wall; never where one person speaks.
      const end = wait(evening, phase.minutes.nominal)
      const tone = toneDue(evening.session, evening.now, end.now)
      expect(tone !== null, `${phase.id}: tone`).toBe(phase.sound === 'soft')
      // By itself only in silence; else it waits for the key, however long.
      const due = dueEvents(evening.session, wait(evening, phase.minutes.nominal + 30).now)
      expect(due.length > 0, `${phase.id}: end`).toBe(phase.ends === 'by-itself')
      const place = evening.session.at
      evening = wait(evening, phase.minutes.nominal)
      for (let key = 0; key < 2 * people && evening.session.at === place; key += 1)
        evening = press(evening, 'forward')
      expect(evening.session.at, `${phase.id}: forward leads on`).not.toBe(place)
    }
    expect(currentStep(evening.session)?.item).not.toBe('turn-1')
  })
})
