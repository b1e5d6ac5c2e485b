import { describe, expect, it } from 'vitest'
import type { FormatId } from '../../../shared/basics/ids'
import type { AgendaTemplate, TemplateItem } from '../../../shared/circle/agenda-template'
import { library } from '../../../shared/formats/library/library'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import type { DraftWish } from '../../../shared/session/draft-agenda'
import { insertSilence } from '../../../shared/session/edit-agenda'
import { newAgenda } from '../../../shared/session/plan'
import {
  fromTemplate,
  longestTemplateName,
  mostTemplates,
  templateOf,
  withoutTemplate,
  withTemplate,
} from '../../../shared/session/template'
import { item } from '../builders'

const wish: DraftWish = { formats: library, usual: shortQuestionRound, people: 6, toReview: 2, pause: 5 }
const consultancy = 'consultancy' as FormatId
const found = newAgenda({ minutes: 120, people: 6, format: shortQuestionRound, toReview: 2 })
const agenda = found.ok ? found.value : []
const turn = (format: string | null): TemplateItem => ({ kind: 'turn', format: format as FormatId | null })
const aTemplate = (items: readonly TemplateItem[], name = 'Long'): AgendaTemplate => ({
  name,
  minutes: 120,
  items,
})
const formatsIn = (template: AgendaTemplate, change: Partial<DraftWish> = {}) =>
  fromTemplate(template, { ...wish, ...change }).agenda.flatMap((one) =>
    one.kind === 'turn' ? [one.format] : [],
  )

describe('an agenda that was put by', () => {
  it('comes back as it was, and a turn that was left to the room is left to it again', () => {
    const quiet = insertSilence(agenda, 2, item('check-in'))
    const kept = quiet.ok ? quiet.value : []
    const template = templateOf(kept, { name: 'Long', minutes: 120, named: new Map() })
    expect(fromTemplate(template, wish)).toEqual({ agenda: kept, named: new Map(), note: null })
  })

  it('keeps the formats that were named', () => {
    const template = templateOf(agenda, {
      name: 'Long',
      minutes: 120,
      named: new Map([[item('turn-2'), consultancy]]),
    })
    const used = fromTemplate(template, wish)
    expect([...used.named]).toEqual([['turn-2', consultancy]])
    expect(used.agenda.find(({ id }) => id === 'turn-2')).toMatchObject({ format: consultancy, minutes: 50 })
  })

  it('for more people gives each round its floor', () => {
    const template = aTemplate([
      { kind: 'check-in', minutes: 3 },
      turn(null),
      { kind: 'last-round', minutes: 3 },
    ])
    const minutesOf = (people: number) =>
      fromTemplate(template, { ...wish, people }).agenda.flatMap(({ kind, minutes }) =>
        kind === 'check-in' || kind === 'last-round' ? [minutes] : [],
      )
    expect(minutesOf(6)).toEqual([3, 3])
    expect(minutesOf(12)).toEqual([6, 6])
  })

  it.each<[string, readonly TemplateItem[], Partial<DraftWish>, object | null, readonly string[]]>([
    ['a format that is gone', [turn('no-more')], {}, { kind: 'format-gone' }, ['short-question-round']],
    [
      'a format for more people',
      [turn('balint-group')],
      { people: 4 },
      { kind: 'does-not-suit', title: 'Balint group' },
      ['short-question-round'],
    ],
    [
      'more turns than people',
      [turn(null), turn(null), turn(null), turn(null), turn(null)],
      { people: 3 },
      { kind: 'fewer-turns', count: 2 },
      ['short-question-round', 'short-question-round', 'short-question-round'],
    ],
    ['what suits', [turn('consultancy')], {}, null, ['consultancy']],
  ])('%s', (_, items, change, note, formats) => {
    const template = aTemplate(items)
    expect(fromTemplate(template, { ...wish, ...change }).note).toEqual(note)
    expect(formatsIn(template, change)).toEqual(formats)
  })

  it('asks about last time only where something is open', () => {
    const template = aTemplate([{ kind: 'last-commitments', minutes: 2 }])
    const kinds = (toReview: number) =>
      fromTemplate(template, { ...wish, toReview }).agenda.map(({ kind }) => kind)
    expect(kinds(1)).toContain('last-commitments')
    expect(kinds(0)).not.toContain('last-commitments')
  })

  it('of nothing at all is still a session', () => {
    expect(fromTemplate(aTemplate([]), wish).agenda.map(({ id }) => id)).toEqual([
      'opening',
      'agreements',
      'choosing',
      'turn-1',
      'what-stays',
      'last-round',
    ])
    const odd = aTemplate([
      { kind: 'last-round', minutes: Number.NaN },
      { kind: 'check-in', minutes: 1e9 },
    ])
    expect(fromTemplate(odd, wish).agenda.map(({ minutes }) => minutes)).toEqual([0, 3, 120, 1, 26, 1, 3])
  })
})

describe('the agendas of a circle', () => {
  const long = aTemplate([turn(null)])
  it('one of the same name takes its place; others go behind', () => {
    const two = withTemplate([long], aTemplate([], 'Short'))
    expect(two.ok && two.value.map(({ name }) => name)).toEqual(['Long', 'Short'])
    const again = two.ok ? withTemplate(two.value, aTemplate([], ' LONG ')) : two
    expect(again.ok && again.value).toEqual([aTemplate([], 'LONG'), aTemplate([], 'Short')])
  })

  it.each([
    ['', 'no-name'],
    [' \u200b', 'no-name'],
    ['a'.repeat(longestTemplateName + 1), 'name-too-long'],
  ])('%j is no name', (name, kind) => {
    expect(withTemplate([], aTemplate([], name))).toEqual({ ok: false, refusal: { kind } })
  })

  it('are so many at most', () => {
    const full = Array.from({ length: mostTemplates }, (_, n) => aTemplate([], `Name ${n}`))
    expect(withTemplate(full, long)).toEqual({ ok: false, refusal: { kind: 'too-many' } })
    expect(withTemplate(full, aTemplate([], 'name 3')).ok).toBe(true)
    expect(withoutTemplate(full, 'NAME 3')).toHaveLength(mostTemplates - 1)
    expect(withoutTemplate(full, 'Other')).toEqual(full)
  })
})
