import { describe, expect, it } from 'vitest'
import type { FormatId } from '../../../shared/basics/ids'
import { instantOf } from '../../../shared/basics/time'
import type { Level } from '../../../shared/circle/circle'
import { csvOf } from '../../../shared/export/csv'
import { fileNames } from '../../../shared/export/file-names'
import { icsOf } from '../../../shared/export/ics'
import type { What } from '../../../shared/export/labels'
import { markdownOf } from '../../../shared/export/markdown'
import { sheetOf } from '../../../shared/export/sheet'
import { cleanText, exportOf, namesMayLeave, type Export } from '../../../shared/export/what'
import { aFormat } from '../builders'
import { circleAt, firstDay, keptAt, labels, levels, members, nameCanaries, secondDay } from './held'

const whats: readonly What[] = ['all', 'commitments', 'next']

/** Everything that could be read in any file of an export. */
const files = (exported: Export): readonly string[] => [
  JSON.stringify(exported),
  markdownOf(exported, labels).replaceAll('\\', ''),
  csvOf(exported, labels),
  JSON.stringify(sheetOf(exported, labels)),
  icsOf(exported, labels, { uid: 'uid', now: instantOf(0) }) ?? '',
]

const readable = (level: Level, kept: Level, what: What, names: boolean): readonly string[] | null => {
  const result = exportOf(circleAt(level, kept), { what, names, labels })
  return result.ok ? files(result.value) : null
}

/** By hand from circles.md 5.1: which words of what was kept may leave, and where with names. */
const mayLeave: Readonly<Record<Level, readonly string[]>> = {
  C0: ['takenaway', 'takennameless', 'harvested', 'whatasked'],
  C1: ['takenaway', 'takennameless', 'harvested', 'whatasked'],
  C2: ['takenaway', 'takennameless'],
  C3: [],
  C4: [],
}
const promisesLeave: Readonly<Record<Level, boolean>> = { C0: true, C1: true, C2: true, C3: false, C4: false }
const lineCanaries = ['takenaway', 'takennameless', 'harvested', 'whatasked']
const promiseCanaries = ['promisedroom', 'restingpromise']
const never = [
  'promisedprivate',
  'promisednameless',
  'm1',
  'm2',
  'm3',
  's1',
  'askedbyus',
  'q1',
  'favouritebyid',
  'ownsealed',
  'ownplace0',
  'owngone',
]

const every = levels.flatMap((level) =>
  levels.flatMap((kept) =>
    whats.flatMap((what) => [true, false].map((names) => ({ level, kept, what, names }))),
  ),
)

describe('what leaves', () => {
  it('finds every name, text and day where all of it may leave', () => {
    const [list = '', ...written] = readable('C0', 'C0', 'all', true) ?? []
    for (const one of [list, ...written.slice(0, 3)])
      for (const canary of [...nameCanaries, ...lineCanaries, ...promiseCanaries, 'agreed'])
        if (!(canary === 'Wombatcircle' && one === written[1]))
          expect(one.toLowerCase()).toContain(canary.toLowerCase())
    expect(list).toContain('2026-03-29')
    expect((readable('C0', 'C0', 'next', true) ?? []).at(-1)).toContain('Wombatcircle')
  })

  it('looks for questions that the circle has', () => {
    const held = JSON.stringify(circleAt('C0', 'C0'))
    for (const canary of ['askedbyus', 'q1', 'favouritebyid'])
      expect(held).toMatch(new RegExp(`\\b${canary}\\b`))
  })

  it.each(every)('circle $level, session $kept, $what, names $names', ({ level, kept, what, names }) => {
    const found = readable(level, kept, what, names)
    const held = circleAt(level, kept)
    const circleNames = names && level === 'C0'
    const lineNames = names && kept === 'C0' && what === 'all'
    const wants = {
      lines: what === 'all' ? mayLeave[kept] : [],
      promises: what !== 'next' && promisesLeave[level] ? promiseCanaries : [],
    }
    if (names && !circleNames && !lineNames) {
      const stays = what === 'commitments' && !promisesLeave[level]
      expect(exportOf(held, { what, names, labels })).toEqual({
        ok: false,
        refusal: stays ? { kind: 'all-stays', stays: { lines: 2, private: 1 } } : { kind: 'names-stay' },
      })
      expect(namesMayLeave(held, what)).toBe(false)
      return
    }
    if (what === 'commitments' && !promisesLeave[level]) return expect(found).toBeNull()
    if (names) expect(namesMayLeave(held, what)).toBe(true)
    const [list = '', markdown = '', csv = '', sheet = '', calendar = ''] = found ?? []
    for (const canary of [...lineCanaries, ...promiseCanaries])
      expect(list.includes(canary), canary).toBe([...wants.lines, ...wants.promises].includes(canary))
    for (const one of [list, markdown, csv, sheet, calendar]) {
      for (const canary of never) expect(one, canary).not.toMatch(new RegExp(`\\b${canary}\\b`))
      for (const canary of [...lineCanaries, ...promiseCanaries])
        if (!list.includes(canary)) expect(one).not.toContain(canary)
      const lower = one.replaceAll('\u200b', '').toLowerCase()
      if (!circleNames && !lineNames)
        for (const canary of nameCanaries) expect(lower, canary).not.toContain(canary.toLowerCase())
      if (!circleNames) {
        expect(lower).not.toContain('wombatcircle')
        expect(lower.replace(/"facilitat(ed":\[\]|or":null)/g, '')).not.toContain('facilitat')
        expect(lower.replaceAll('"presented":[]', '')).not.toContain('presented')
        expect(lower).not.toContain('2026-03-29')
      }
    }
  })
})

describe('what a file holds', () => {
  it('counts what stays, and says why', () => {
    const stays = (level: Level, kept: Level, what: What = 'all') => {
      const result = exportOf(circleAt(level, kept), { what, names: false, labels })
      return result.ok ? result.value.stays : result.refusal
    }
    expect(stays('C0', 'C0')).toEqual({ lines: 0, private: 2 })
    expect(stays('C2', 'C2')).toEqual({ lines: 2, private: 2 })
    expect(stays('C2', 'C3')).toEqual({ lines: 4, private: 2 })
    expect(stays('C4', 'C2')).toEqual({ lines: 4, private: 2 })
    expect(stays('C3', 'C3', 'next')).toEqual({ lines: 0, private: 0 })
    expect(stays('C3', 'C3', 'commitments')).toEqual({ kind: 'all-stays', stays: { lines: 2, private: 1 } })
  })

  it('gives a line that has no name no day either', () => {
    const entries = (names: boolean) => {
      const result = exportOf(circleAt('C0', 'C0'), { what: 'all', names, labels })
      return result.ok ? result.value.entries : []
    }
    const inSessions = (names: boolean) =>
      entries(names).flatMap((entry) => (entry.kind === 'session' ? entry.lines : []))
    expect(inSessions(true).map(({ text }) => text)).toEqual(['takenaway from QUOKKANOOR VELT'])
    expect(inSessions(false)).toEqual([])
    expect(entries(false).flatMap((entry) => (entry.kind === 'line' ? [entry.text] : []))).toEqual([
      'takenaway from …',
      'takennameless …',
      'harvested …’s calm',
      'whatasked by …?',
    ])
  })

  it('tells nothing by the order of lines without names', () => {
    const held = circleAt('C1', 'C1')
    const [first = keptAt('C1')] = held.kept
    const turned = {
      ...held,
      kept: [{ ...first, lines: first.lines.toReversed() }],
      commitments: held.commitments.toReversed(),
    }
    const wish = { what: 'all', names: false, labels } as const
    expect(exportOf(turned, wish)).toEqual(exportOf(held, wish))
  })

  it('names those who facilitated only where the session and the circle both allow it', () => {
    const facilitated = (level: Level, kept: Level) => {
      const result = exportOf(circleAt(level, kept), { what: 'all', names: true, labels })
      return result.ok
        ? result.value.entries.flatMap((entry) =>
            entry.kind === 'session' ? [entry.facilitated.length] : [],
          )
        : null
    }
    expect(facilitated('C0', 'C0')).toEqual([1, 1])
    expect(facilitated('C0', 'C1')).toEqual([0, 1])
    expect(facilitated('C1', 'C0')).toEqual([0, 0])
    expect(facilitated('C1', 'C1')).toBeNull()
  })

  it('says how many lines have lost their names all the same', () => {
    const count = (level: Level, kept: Level) => {
      const result = exportOf(circleAt(level, kept), { what: 'all', names: true, labels })
      return result.ok ? result.value.nameless : null
    }
    expect(count('C0', 'C0')).toBe(0)
    expect(count('C0', 'C1')).toBe(4)
    expect(count('C0', 'C2')).toBe(2)
    expect(count('C2', 'C0')).toBe(2)
  })

  it('takes sessions in their order, with whole minutes and the formats that are known', () => {
    const held = circleAt('C2', 'C2')
    const result = exportOf(
      { ...held, traces: held.traces.toReversed() },
      { what: 'all', names: false, labels },
    )
    const sessions = result.ok
      ? result.value.entries.flatMap((entry) => (entry.kind === 'session' ? [entry] : []))
      : []
    expect(sessions.map(({ at }) => labels.date(at))).toEqual([firstDay, secondDay])
    expect(sessions[0]).toMatchObject({ minutes: 92, formats: ['Question round'] })
  })

  it('calls a method of the circle’s own by its title, without a name where names stay', () => {
    const titleAt = (level: 'C0' | 'C2', names: boolean) => {
      const { circle, traces, ...rest } = circleAt(level, level)
      const own = aFormat({ id: 'own' as FormatId, title: 'Zebrajun asks' })
      const result = exportOf(
        {
          ...rest,
          circle: { ...circle, formats: [own] },
          traces: traces.map((trace) => ({ ...trace, formats: [own.id, 'gone' as FormatId] })),
        },
        { what: 'all', names, labels },
      )
      const [first] = result.ok ? result.value.entries.filter(({ kind }) => kind === 'session') : []
      return first?.kind === 'session' ? first.formats : null
    }
    expect(titleAt('C0', true)).toEqual(['Zebrajun asks'])
    expect(titleAt('C0', false)).toEqual([`${labels.somebody} asks`])
    expect(titleAt('C2', false)).toEqual([`${labels.somebody} asks`])
  })

  it('looks for names only after what nobody sees was taken out', () => {
    const held = circleAt('C2', 'C2')
    const agreements = [
      {
        id: 'a' as never,
        text: 'Zeb\u0001rajun \u202eIbex\ufeffamara\u2069 Quokka\u{e0041}noor\u0007\r\nVelt\ud800',
      },
    ]
    const result = exportOf(
      { ...held, circle: { ...held.circle, agreements } },
      { what: 'all', names: false, labels },
    )
    const text = result.ok ? JSON.stringify(result.value.entries) : ''
    for (const { shortName } of members) expect(text).not.toContain(shortName)
    expect(cleanText('a\u0000b\u202ec\r\nd\te\udc00')).toBe('abc\nd\te\ufffd')
  })

  it('names who has left as somebody, and keeps what was kept of a session that has no trace', () => {
    const held = circleAt('C0', 'C0')
    const circle = { ...held.circle, members: members.slice(0, 1) }
    const result = exportOf(
      { ...held, circle, traces: held.traces.slice(1) },
      { what: 'all', names: true, labels },
    )
    const entries = result.ok ? result.value.entries : []
    expect(entries).toContainEqual({
      kind: 'line',
      line: 'takeaway',
      name: 'somebody gone',
      text: 'takenaway from QUOKKANOOR VELT',
    })
  })

  it('is refused where nothing is there', () => {
    const held = circleAt('C0', 'C0')
    const empty = {
      circle: { ...held.circle, agreements: [], standing: { offers: [], queue: [], next: null } },
      traces: [],
      commitments: [],
      kept: [],
    }
    for (const what of whats)
      expect(exportOf(empty, { what, names: false, labels })).toEqual({
        ok: false,
        refusal: { kind: 'nothing-there' },
      })
  })

  it('goes into files whose names say nothing', () => {
    expect(Object.values(fileNames).every((name) => /^circlet-[a-z-]+\.(md|csv|ics|pdf)$/.test(name))).toBe(
      true,
    )
  })
})
