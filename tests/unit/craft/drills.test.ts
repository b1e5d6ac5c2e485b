import { describe, expect, it } from 'vitest'
import type { Format, Letter } from '../../../shared/formats/format'
import { faultsOf, nominalMinutes, rulesWithTone } from '../../../shared/formats/format'
import { floorMinutes, formatById, library, suits } from '../../../shared/formats/library/library'
import { skills } from '../../../shared/craft/drills/drill'
import { drillById, drills, isDrill } from '../../../shared/craft/drills/drills'
import { letterOf, usualMinutes } from '../../../shared/session/plan'
import { expectShortWords, forbiddenIn, linesOf, short } from '../formats/say'

/** Minutes as planned with groups of three at most, by circles.md 6.1. */
const totals: Readonly<Record<string, number>> = {
  'drill-mirror': 7,
  'drill-silence-ladder': 8,
  'drill-three-channels': 7,
  'drill-words-kept': 5,
  'drill-turn-it': 8,
  'drill-only-questions': 7,
  'drill-what-else': 5,
  'drill-hot-cold': 8,
  'drill-seen': 6,
  'drill-feedforward': 10,
  'drill-ask-first': 6,
  'drill-camera-test': 5,
  'drill-what-so-what': 8,
  'drill-assumption-dig': 7,
  'drill-two-minutes-after': 6,
  'drill-letter': 5,
}

const lettersOf = ({ phases }: Format): readonly Letter[] => [
  ...new Set(phases.map(letterOf).filter((letter) => letter !== null)),
]

describe('the drills', () => {
  it('are sixteen, four for each skill, each with the minutes of its source', () => {
    expect(
      Object.fromEntries(drills.map(({ format }) => [format.id as string, usualMinutes(format)])),
    ).toEqual(totals)
    for (const skill of skills) expect(drills.filter((drill) => drill.skill === skill)).toHaveLength(4)
  })

  it('stand in no list of methods, and are known by their ids alone', () => {
    for (const { format } of drills) {
      expect(isDrill(format.id)).toBe(true)
      expect(formatById(format.id)).toBeNull()
      expect(drillById(format.id)?.format).toBe(format)
      expect(library.map(({ title }) => title)).not.toContain(format.title)
    }
    for (const { id } of library) expect(isDrill(id)).toBe(false)
    expect(new Set(drills.map(({ format }) => format.title)).size).toBe(16)
  })

  it.each(drills.map(({ format }) => [format.title, format] as const))('%s has no fault', (_, format) => {
    expect(faultsOf(format)).toEqual([])
    expect(forbiddenIn(format)).toEqual([])
    for (const phase of format.phases) {
      expect(phase.id.startsWith(`${format.id}/`), phase.id).toBe(true)
      if (phase.sound === 'soft') expect(rulesWithTone).toContain(phase.rule)
    }
  })

  it.each(drills.map(({ format }) => [format.title, format] as const))('%s says it shortly', (_, format) => {
    expectShortWords({ ...format, phases: format.phases })
    expect(linesOf(format.title, 40)).toHaveLength(1)
  })

  it('are for three to twelve', () => {
    for (const { format } of drills)
      for (let people = 3; people <= 12; people += 1) expect(suits(format, { people })).toBe(true)
  })

  it('end with a look back, all together, or with a voice each', () => {
    for (const { format } of drills) {
      const last = format.phases.at(-1)
      expect(['OPEN', 'ROUND'], format.id).toContain(last?.rule)
    }
  })

  it('give a fourth in a group what the others have, where each letter has its phase', () => {
    const all = drills.filter(({ format }) => lettersOf(format).includes('C'))
    expect(all.map(({ format }) => short(format.phases[0]?.id as never))).toHaveLength(3)
    for (const { format } of all) {
      expect(lettersOf(format)).toEqual(['A', 'B', 'C', 'D'])
      expect(nominalMinutes(format)).toBeGreaterThan(usualMinutes(format))
    }
  })

  it('can be held in little time', () => {
    for (const { format } of drills) expect(floorMinutes(format), format.id).toBeLessThanOrEqual(8)
  })
})
