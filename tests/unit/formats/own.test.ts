import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormatId } from '../../../shared/basics/ids'
import { faultsOf, nominalMinutes, type Format } from '../../../shared/formats/format'
import { stageLineFor } from '../../../shared/formats/help-lines'
import { balintGroup } from '../../../shared/formats/library/balint-group'
import { library } from '../../../shared/formats/library/library'
import { listeningTrio } from '../../../shared/formats/library/listening-trio'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import {
  addPhase,
  capturesUnder,
  changePhase,
  copyOf,
  followsFrom,
  mostOwn,
  movePhase,
  movePhaseTo,
  nameInFormat,
  phaseId,
  posturesUnder,
  removePhase,
  rename,
  rulesFor,
  soundsUnder,
  takeIn,
  type Edited,
  type OwnRefusal,
} from '../../../shared/formats/own'
import { count, rareIn, type Tally } from '../../support/arbitraries'
import { aFormat } from '../builders'
import { applied, copies, edits, ownFormats } from './own-formats'

const seed = 20_261_125
const id = 'ownownownownownownowno' as FormatId

const valueOf = (edited: Edited): Format => {
  if (!edited.ok) throw new Error(`refused: ${edited.refusal.kind}`)
  return edited.value
}
const refusalOf = (edited: Edited): OwnRefusal | null => (edited.ok ? null : edited.refusal)
const why = (edited: Edited): string => {
  const refusal = refusalOf(edited)
  return refusal === null ? 'done' : refusal.kind === 'fault' ? refusal.fault.kind : refusal.kind
}

const ours = valueOf(copyOf(shortQuestionRound, { id, title: 'Our round', own: [] }))
const trio = valueOf(copyOf(listeningTrio, { id, title: 'Our trio', own: [] }))
const balint = valueOf(copyOf(balintGroup, { id, title: 'Our group', own: [] }))
const phase = (part: string) => phaseId(id, part)
const parts = (format: Format) => format.phases.map(nameInFormat)
const partNamed = (format: Format, part: string) => format.phases.find((one) => nameInFormat(one) === part)

describe('a copy', () => {
  it.each(library.map((format) => [format.id, format] as const))(
    'of %s has no fault, and is the same but for id, title and ids of phases',
    (_, format) => {
      const copy = valueOf(copyOf(format, { id, title: `  Our\t${format.title} `, own: [] }))
      expect(faultsOf(copy)).toEqual([])
      expect(copy).toMatchObject({ id, title: `Our ${format.title}`, version: 1, size: format.size })
      for (const one of copy.phases) expect(one.id.startsWith(`${id}/`)).toBe(true)
      const plain = (all: Format) => all.phases.map((one) => ({ ...one, id: nameInFormat(one) }))
      expect(plain(copy)).toEqual(
        plain(format).map((one) => ({ ...one, id: one.id === 'reflections' ? 'reflecting' : one.id })),
      )
    },
  )

  it('says on the wall what the circle wrote, whatever would help', () => {
    const line = 'What did you notice in yourself?'
    const changed = valueOf(changePhase(ours, phase('reflections'), { stageLine: line }))
    const [before, after] = [shortQuestionRound.phases[3], changed.phases[3]]
    expect(before && stageLineFor(before, 'ideas')).not.toBe(before?.stageLine)
    expect(after && stageLineFor(after, 'ideas')).toBe(line)
  })

  it('has a title that nothing else has', () => {
    const taken = (title: string) =>
      why(copyOf(shortQuestionRound, { id, title, own: [aFormat({ title: 'Slow round' })] }))
    expect(taken('Slow  Round')).toBe('name-taken')
    expect(taken('listening\u200b TRIO')).toBe('name-taken')
    expect(taken('Slow rounds')).toBe('done')
    expect(taken(' \u200d ')).toBe('nameless')
    expect(taken('x'.repeat(41))).toBe('text-too-long')
  })

  it('is one of a list that can still be read', () => {
    const own = Array.from({ length: mostOwn }, (_, index) =>
      aFormat({ id: `f${index}` as FormatId, title: `F ${index}` }),
    )
    expect(why(copyOf(shortQuestionRound, { id, title: 'One more', own }))).toBe('too-many')
    expect(why(copyOf(shortQuestionRound, { id, title: 'One more', own: own.slice(1) }))).toBe('done')
  })

  it('is taken in from a file under its own id, or another where that is known here', () => {
    const other = 'another' as FormatId
    expect(takeIn(ours, { id: other, own: [] })).toEqual({ ok: true, value: ours })
    const known = takeIn(ours, { id: other, own: [{ ...ours, title: 'Renamed here' }] })
    expect(known.ok && known.value).toMatchObject({ id: other, title: 'Our round' })
    const posing = { ...ours, id: shortQuestionRound.id }
    expect(takeIn(posing, { id: other, own: [] })).toMatchObject({ value: { id: other } })
    expect(why(takeIn(ours, { id: other, own: [ours] }))).toBe('name-taken')
  })
})

describe('an edit', () => {
  it('changes words and minutes, and counts as a newer version', () => {
    const changed = valueOf(
      changePhase(ours, phase('open-questions'), { title: ' Ask ', cue: 'Ask\u202e slowly.', minutes: 20 }),
    )
    expect(partNamed(changed, 'open-questions')).toMatchObject({ title: 'Ask', cue: 'Ask slowly.' })
    expect(nominalMinutes(changed)).toBe(nominalMinutes(ours) + 6)
    expect(changed.version).toBe(2)
    expect(ours.version).toBe(1)
  })

  it('lets the shortest and the longest give way to the minutes that are planned', () => {
    const minutesOf = (minutes: number) =>
      partNamed(valueOf(changePhase(ours, phase('facts'), { minutes })), 'facts')?.minutes
    const { floor, cap } = partNamed(ours, 'facts')!.minutes
    expect(minutesOf(cap + 3)).toEqual({ floor, nominal: cap + 3, cap: cap + 3 })
    expect(minutesOf(0.5)).toEqual({ floor: 0.5, nominal: 0.5, cap })
    for (const minutes of [0, -1, 0.25, Number.NaN, Infinity, 181])
      expect(why(changePhase(ours, phase('facts'), { minutes }))).toBe('minutes')
  })

  it.each<[string, Edited, string]>([
    ['no title', changePhase(ours, phase('facts'), { title: ' ' }), 'nameless'],
    ['no line on the wall', changePhase(ours, phase('facts'), { stageLine: '' }), 'words'],
    [
      'a line too long for the wall',
      changePhase(ours, phase('facts'), { stageLine: 'x'.repeat(91) }),
      'line-too-long',
    ],
    ['a phase that is not there', changePhase(ours, phase('gone'), { title: 'x' }), 'not-there'],
    ['over three hours', changePhase(ours, phase('facts'), { minutes: 170 }), 'too-long'],
    ['pairs where all sit together', changePhase(ours, phase('facts'), { rule: 'PAIRS' }), 'letters'],
    [
      'a presenter who is asked and turned away',
      changePhase(ours, phase('facts'), { presenter: 'turned-away' }),
      'presenter',
    ],
    ['a tone where one speaks', changePhase(ours, phase('facts'), { sound: 'soft' }), 'sound'],
    [
      'writing in silence',
      changePhase(ours, phase('facts'), { rule: 'QUIET', captures: ['words'] }),
      'captures',
    ],
    [
      'writing where nothing is written',
      changePhase(balint, balint.phases[1]!.id, { captures: ['questions'] }),
      'captures',
    ],
    ['what is taken, given up', changePhase(ours, phase('what-i-take'), { captures: [] }), 'no-takeaway'],
    [
      'what is taken, under another rule',
      changePhase(ours, phase('what-i-take'), { rule: 'OPEN' }),
      'no-takeaway',
    ],
    ['what is taken, left out', removePhase(ours, phase('what-i-take')), 'no-takeaway'],
    ['up from the first place', movePhase(ours, phase('telling'), -1), 'no-further'],
    ['down from the last', movePhase(ours, phase('what-i-take'), 1), 'no-further'],
    ['to a place beyond', movePhaseTo(ours, phase('telling'), 5), 'no-further'],
    ['moving what is not there', movePhase(ours, phase('gone'), 1), 'not-there'],
    ['leaving out what is not there', removePhase(ours, phase('gone')), 'not-there'],
    [
      'the last one left out',
      removePhase(aFormat({ id, phases: ours.phases.slice(1, 2) }), phase('facts')),
      'last-phase',
    ],
    ['after what is not there', addPhase(ours, phase('gone'), ours.phases[0]!), 'not-there'],
  ])('refuses %s', (_, edited, kind) => {
    expect(why(edited)).toBe(kind)
  })

  it('says in which phase a fault is', () => {
    expect(refusalOf(changePhase(ours, phase('facts'), { cue: '' }))).toMatchObject({ phase: 'Facts' })
  })

  it('lets follow from a rule what follows from it', () => {
    const under = (rule: 'ROUND' | 'QUIET') =>
      partNamed(valueOf(changePhase(ours, phase('facts'), { rule })), 'facts')
    expect(under('ROUND')).toMatchObject({
      who: 'each',
      perVoice: true,
      ends: 'by-hand',
      sound: 'none',
      presenter: 'answers',
    })
    expect(under('QUIET')).toMatchObject({
      who: 'all',
      ends: 'by-itself',
      sound: 'soft',
      presenter: 'listens',
    })
    const back = changePhase(valueOf(changePhase(ours, phase('facts'), { rule: 'ROUND' })), phase('facts'), {
      rule: 'QFACT',
    })
    expect(partNamed(valueOf(back), 'facts')).not.toHaveProperty('perVoice')
  })

  it('is under every rule as the library is', () => {
    for (const { rule, who, ends, perVoice, presenter, captures, sound, id: where } of library.flatMap(
      (format) => format.phases,
    )) {
      expect({ ...(perVoice ? { perVoice } : {}), rule, who, ends }, where).toEqual(followsFrom(rule))
      expect(posturesUnder[rule], where).toContain(presenter)
      expect(soundsUnder(rule), where).toContain(sound)
      for (const kind of captures) expect(capturesUnder[rule], where).toContain(kind)
    }
  })

  it('writes what is taken in one phase, wherever it is asked for', () => {
    const moved = valueOf(changePhase(ours, phase('telling'), { captures: ['takeaway'] }))
    expect(moved.phases.filter(({ captures }) => captures.includes('takeaway')).map(nameInFormat)).toEqual([
      'telling',
    ])
  })

  it('moves, leaves out and adds', () => {
    const [telling, facts, asking, reflecting, taking] = parts(ours)
    expect(parts(valueOf(movePhase(ours, phase('facts'), 1)))).toEqual([
      telling,
      asking,
      facts,
      reflecting,
      taking,
    ])
    expect(parts(valueOf(movePhaseTo(ours, phase('what-i-take'), 0)))).toEqual([
      taking,
      telling,
      facts,
      asking,
      reflecting,
    ])
    expect(parts(valueOf(removePhase(ours, phase('facts'))))).toEqual([telling, asking, reflecting, taking])
    const words = { title: 'Still', cue: 'Breathe.', rescue: 'Wait.', stageLine: 'A minute.' }
    const added = valueOf(addPhase(valueOf(addPhase(ours, phase('facts'), words)), phase('facts'), words))
    expect(parts(added)).toEqual([telling, facts, 'part-2', 'part-1', asking, reflecting, taking])
    expect(partNamed(added, 'part-1')).toMatchObject({ ...words, rule: 'QOPEN', captures: [] })
    const many = Array.from({ length: 11 }).reduce(
      (format: Format) => valueOf(addPhase(format, phase('facts'), words)),
      valueOf(changePhase(ours, phase('facts'), { minutes: 1 })),
    )
    expect(why(addPhase(many, phase('facts'), words))).toBe('too-many-phases')
  })

  it('renames; its own title in other letters is not taken', () => {
    expect(valueOf(rename(ours, 'OUR round', [ours])).title).toBe('OUR round')
    expect(why(rename(ours, 'Hot seat', [ours]))).toBe('name-taken')
  })
})

describe('an edit of pairs and trios', () => {
  it('keeps equal turns equal', () => {
    const changed = valueOf(changePhase(trio, phase('b-tells'), { minutes: 4, cue: 'Now B.' }))
    const telling = changed.phases.filter(({ equalGroup }) => equalGroup === 'telling')
    expect(telling.map(({ minutes }) => minutes.nominal)).toEqual([4, 4, 4, 4])
    expect(telling.filter(({ cue }) => cue === 'Now B.').map(nameInFormat)).toEqual(['b-tells'])
  })

  it('changes no order among the letters, and leaves none of them out', () => {
    expect(why(movePhase(trio, phase('a-tells'), 1))).toBe('letters')
    expect(why(movePhase(trio, phase('one-thing-learnt'), -1))).toBe('letters')
    expect(why(movePhaseTo(trio, phase('d-hears'), 8))).toBe('letters')
    expect(why(movePhaseTo(trio, phase('one-thing-learnt'), 3))).toBe('letters')
    expect(why(removePhase(trio, phase('b-hears')))).toBe('letters')
    expect(why(changePhase(trio, phase('b-hears'), { rule: 'OPEN' }))).toBe('letters')
    expect(why(changePhase(trio, phase('one-thing-learnt'), { rule: 'SOLO' }))).toBe('no-presenter')
    for (const one of [...trio.phases, ...ours.phases])
      for (const rule of rulesFor(one.id.includes('tells') ? trio : ours, one))
        expect(rule === 'PAIRS').toBe(one.rule === 'PAIRS')
    const [last] = trio.phases.slice(-1)
    for (const rule of last ? rulesFor(trio, last) : [])
      expect(why(changePhase(trio, phase('one-thing-learnt'), { rule }))).toBe('done')
    for (const rule of rulesFor(ours, ours.phases[1]!))
      expect(why(changePhase(ours, phase('facts'), { rule }))).toBe('done')
    const words = { title: 'Still', cue: 'Breathe.', rescue: 'Wait.', stageLine: 'A minute.' }
    expect(why(addPhase(trio, phase('b-hears'), words))).toBe('letters')
    expect(parts(valueOf(addPhase(trio, phase('d-hears'), words))).at(-2)).toBe('part-1')
    expect(parts(valueOf(movePhaseTo(trio, phase('one-thing-learnt'), 0)))[0]).toBe('one-thing-learnt')
  })
})

describe('any edits', () => {
  it(`leave a format without a fault, or as it was (seed ${seed})`, () => {
    const tally: Tally = new Map()
    fc.assert(
      fc.property(copies, fc.array(edits, { minLength: 1, maxLength: 12 }), (copy, all) => {
        all.reduce((format, edit) => {
          const before = structuredClone(format)
          const edited = applied(format, edit)
          expect(format).toEqual(before)
          count(tally, edited.ok ? edit.name : `refused: ${why(edited)}`)
          if (!edited.ok) return format
          expect(faultsOf(edited.value)).toEqual([])
          expect(edited.value.version).toBe(format.version + 1)
          expect(new Set(edited.value.phases.map(({ id: one }) => one)).size).toBe(edited.value.phases.length)
          for (const one of edited.value.phases) {
            expect(one.id.startsWith(`${edited.value.id}/`)).toBe(true)
            expect(posturesUnder[one.rule]).toContain(one.presenter)
            for (const kind of one.captures) expect(capturesUnder[one.rule]).toContain(kind)
          }
          return edited.value
        }, copy)
      }),
      { numRuns: 1_000, seed },
    )
    const known = [
      'move',
      'move to',
      'leave out',
      'add',
      'rename',
      'change title',
      'change cue',
      'change rescue',
      'change stageLine',
      'change minutes',
      'change rule',
      'change presenter',
      'change captures',
      'change sound',
      'refused: captures',
      'refused: presenter',
      'refused: sound',
      'refused: letters',
      'refused: no-takeaway',
      'refused: no-further',
    ]
    expect(rareIn(tally, known, 0.01, 'What became of edits')).toEqual([])
  })

  it('come about as often as not', () => {
    const made = fc.sample(ownFormats, { numRuns: 300, seed })
    expect(made.filter(({ version }) => version > 2).length).toBeGreaterThan(150)
    for (const format of made) expect(faultsOf(format)).toEqual([])
  })
})
