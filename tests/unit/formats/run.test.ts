// Every method on the real engine, from its first phase to its last, by forward alone and by the clock.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deckOf } from '../../../shared/craft/cards'
import { drillFormats } from '../../../shared/craft/drills/drills'
import { library, suits } from '../../../shared/formats/library/library'
import { speakingRules, type Format, type FormatPhase } from '../../../shared/formats/format'
import { stageLineFor } from '../../../shared/formats/help-lines'
import { dueEvents } from '../../../shared/session/due'
import { sentenceOf, takesWords } from '../../../shared/commands/perform'
import { groupsOf } from '../../../shared/session/groups'
import { letterOf, partOf } from '../../../shared/session/plan'
import { roundOf, isRound, reviews } from '../../../shared/session/rounds'
import { en } from '../../../renderer/words/en'
import { progressOf } from '../../../shared/session/apply'
import { currentStep } from '../../../shared/session/session'
import { toneDue } from '../../../shared/sound/tone-due'
import { projectStage } from '../../../shared/stage/project-stage'
import { aPlan, begun, goTo, item, member, press, record, wait, withFormat, type Evening } from '../builders'
import { ownFormats } from './own-formats'

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
  if (face.kind !== 'turn' && face.kind !== 'write' && face.kind !== 'card') return face.kind
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

/** What can be written down in a phase, and how the wall takes it. */
function taken({ session }: Evening): readonly string[] {
  const step = currentStep(session)
  if (step?.kind !== 'phase') return []
  return [
    ...(step.phase.captures.includes('questions') ? ['questions'] : []),
    ...(takesWords(session) ? ['words'] : []),
    ...[sentenceOf(session)].filter((kind) => kind !== null),
    ...(reviews(session, step) ? ['outcome'] : []),
  ]
}

/** The same, as a format says it: an insight is written where words are. */
const asked = ({ captures }: FormatPhase): readonly string[] =>
  captures.map((kind) => (kind === 'insight' ? 'words' : kind))

/** Turns that circles made of those, by edits of every kind. */
const changed = fc
  .sample(ownFormats, { numRuns: 90, seed: 20_261_127 })
  .filter(({ scope, version }) => scope === 'turn' && version > 3)

it('there are methods of circles’ own to run, under every rule', () => {
  expect(changed.length).toBeGreaterThan(25)
  const rules = new Set(changed.flatMap(({ phases }) => phases.map(({ rule }) => rule)))
  expect([...rules].toSorted()).toEqual(speakingRules.filter((rule) => rule !== 'PAIRS').toSorted())
})

describe.each([...turns, ...changed].map((format) => [format.title, format] as const))('%s', (_, format) => {
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
      expect(taken(evening), phase.id).toEqual(asked(phase))
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

const whole = [...library.filter(({ scope }) => scope !== 'turn'), ...drillFormats]

/** What the whole group does, from where it sits together first: in groups as drawn, or in one circle. */
function begunTogether(format: Format, people: number): Evening {
  const plan = withFormat(aPlan({ people }), 'turn-1', format)
  if (format.grouping === 'plenary') return goTo(begun(plan), `turn-1/${format.phases[0]?.id}`)
  return press(goTo(begun(plan), 'turn-1/groups'), 'forward')
}

/** The phases that are held with the groups as they are: a fourth's only in a four, fours only of two pairs. */
const held = ({ session }: Evening, format: Format): readonly FormatPhase[] => {
  const groups = groupsOf(session, item('turn-1'))
  return format.phases.filter(
    (phase) =>
      (letterOf(phase) !== 'D' || groups.some(({ length }) => length === 4)) &&
      (partOf(phase)?.does !== 'in-fours' || groups.length >= 4),
  )
}

describe.each(whole.map((format) => [format.title, format] as const))('%s', (_, format) => {
  it.each(sizes)('with %i people runs phase by phase, or is refused', (people) => {
    if (!suits(format, { people })) {
      expect(people < format.size.min || people > format.size.max || format.size.even === true).toBe(true)
      return
    }
    let evening = begunTogether(format, people)
    for (const phase of held(evening, format)) {
      const step = currentStep(evening.session)
      expect(step?.kind === 'phase' && step.phase.id).toBe(phase.id)
      // A change stands for two seconds before the phase is all there is.
      const seen = wait(evening, 0.05)
      const { face, seats } = projectStage(seen.session, seen.now)
      if (phase.rule === 'QUIET') expect(face, phase.id).toEqual({ kind: 'silence' })
      else expect('sentence' in face && face.sentence, phase.id).toBe(phase.stageLine)
      expect(
        seats.some(({ listens }) => listens),
        phase.id,
      ).toBe(false)
      if (phase.rule === 'PAIRS') {
        expect(face.kind, phase.id).toBe(deckOf(phase) === null ? 'groups' : 'card')
        expect(
          seats.some(({ floor }) => floor),
          phase.id,
        ).toBe(false)
      } else expect(told(seen), phase.id).toBe(maySpeak(phase))
      expect(taken(seen), phase.id).toEqual(asked(phase))
      const end = wait(evening, phase.minutes.nominal)
      expect(toneDue(evening.session, evening.now, end.now) !== null, `${phase.id}: tone`).toBe(
        phase.sound === 'soft',
      )
      const [due] = dueEvents(evening.session, wait(evening, phase.minutes.nominal + 30).now)
      expect(due !== undefined, `${phase.id}: end`).toBe(phase.ends === 'by-itself')
      const place = evening.session.at
      evening = due === undefined ? end : record({ ...end, now: due.at }, due.events)
      for (let key = 0; key < 2 * people && evening.session.at === place; key += 1)
        evening = press(evening, 'forward')
      expect(evening.session.at, `${phase.id}: leads on`).not.toBe(place)
    }
    expect(currentStep(evening.session)?.item).not.toBe('turn-1')
  })
})

/** The wall's two lines in each phase in groups, and what it says comes then. */
function linesInGroups(format: Format, people: number): readonly string[] {
  let evening = begunTogether(format, people)
  const lines: string[] = []
  for (let phase = 0; phase < 40 && currentStep(evening.session)?.item === item('turn-1'); phase += 1) {
    const { face } = projectStage(evening.session, wait(evening, 0.05).now)
    if (face.kind === 'groups' && face.part !== null)
      lines.push([...en.stage.part(face.part), en.stage.thenPart(face.then, face.part)].join(' / '))
    const place = evening.session.at
    for (let key = 0; key < 2 * people && evening.session.at === place; key += 1)
      evening = press(evening, 'forward')
  }
  return lines
}

const formatOfId = (id: string): Format => {
  const found = whole.find((format) => format.id === id)
  if (!found) throw new Error(`No format ${id}.`)
  return found
}

describe('the wall in groups', () => {
  it('says in two lines who speaks and how, and what comes then', () => {
    expect(linesInGroups(formatOfId('listening-trio'), 3).slice(0, 3)).toEqual([
      'A tells / B and C listen / then: A is heard',
      'A is heard / B and C say it back / then change: B tells',
      'B tells / A and C listen / then: B is heard',
    ])
    const trio = linesInGroups(formatOfId('trio-consulting'), 9)
    expect(trio.slice(0, 4)).toEqual([
      'A asks for help / B and C listen / then: B and C ask',
      'B and C ask / Facts only, A answers / then: B and C talk',
      'B and C talk / A turns round, listens / then: A says what helped',
      'A says what helped / B and C listen / then change: B asks for help',
    ])
    expect(trio).toHaveLength(12)
    expect(trio.at(-1)).toBe('C says what helped / A and B listen / then all together')
    expect(linesInGroups(formatOfId('trio-consulting'), 8)).toHaveLength(16)
    expect(linesInGroups(formatOfId('appreciative-pairs'), 6)).toEqual([
      'A tells / B asks / then change: B tells',
      'B tells / A asks / then all together',
    ])
  })

  it('sits in fours where there are two of them, and leaves the fours out with fewer people', () => {
    expect(linesInGroups(formatOfId('one-two-four-all'), 8)).toEqual([
      'In twos / Both speak / then: in fours',
      'In fours / Everybody speaks / then all together',
    ])
    expect(linesInGroups(formatOfId('one-two-four-all'), 6)).toEqual([
      'In twos / Both speak / then all together',
    ])
  })

  it('has at most 26 letters a line, in every group of four as well', () => {
    const lines = whole.flatMap((format) =>
      [3, 4, 8, 12].flatMap((people) =>
        suits(format, { people }) && format.grouping !== 'plenary' ? linesInGroups(format, people) : [],
      ),
    )
    expect(lines.length).toBeGreaterThan(60)
    for (const line of lines.flatMap((all) => all.split(' / ').slice(0, 2)))
      expect(line.length, line).toBeLessThanOrEqual(26)
  })

  it('says “All together” for two seconds when the groups come back into one circle', () => {
    const trio = begunTogether(formatOfId('listening-trio'), 3)
    const back = press(goTo(trio, 'turn-1/listening-trio/c-hears'), 'forward')
    const now = projectStage(back.session, wait(back, 1 / 60).now).face
    expect(now).toMatchObject({ kind: 'groups', part: null, clock: { kind: 'running' } })
    expect(projectStage(back.session, wait(back, 0.05).now).face.kind).toBe('round')
  })
})
