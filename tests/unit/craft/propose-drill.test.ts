import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormatId } from '../../../shared/basics/ids'
import { skills, type Skill } from '../../../shared/craft/drills/drill'
import { drillById, drills } from '../../../shared/craft/drills/drills'
import { proposeDrill, type DrillWish } from '../../../shared/craft/propose-drill'
import { library } from '../../../shared/formats/library/library'
import { usualMinutes } from '../../../shared/session/plan'

const held = (...ids: readonly string[]) => ({ formats: ids as readonly string[] as readonly FormatId[] })

const wish = (change: Partial<DrillWish> = {}): DrillWish => ({
  traces: [],
  people: 7,
  minutes: 90,
  ...change,
})

/** What is held when every proposal is followed, after some meetings as they were. */
function followed(start: DrillWish, meetings: number): readonly { id: FormatId; skill: Skill }[] {
  const done: { id: FormatId; skill: Skill }[] = []
  let { traces } = start
  for (let meeting = 0; meeting < meetings; meeting += 1) {
    const found = proposeDrill({ ...start, traces })
    if (found === null) throw new Error('No drill.')
    done.push({ id: found.drill.format.id, skill: found.drill.skill })
    traces = [...traces, held('short-question-round', found.drill.format.id)]
  }
  return done
}

describe('the proposal of a drill', () => {
  it('is the mirror at a first meeting', () => {
    expect(proposeDrill(wish())).toMatchObject({
      drill: { format: { id: 'drill-mirror' } },
      reason: { kind: 'first-meeting' },
    })
  })

  it('goes round the four skills, and in eight meetings through eight drills', () => {
    const eight = followed(wish(), 8)
    expect(eight.map(({ skill }) => skill)).toEqual([...skills, ...skills])
    expect(new Set(eight.map(({ id }) => id)).size).toBe(8)
    expect(eight[1]?.id).toBe('drill-turn-it')
    expect(new Set(followed(wish(), 16).map(({ id }) => id)).size).toBe(16)
  })

  it('says why: not practised yet, or how long ago', () => {
    const after = (...traces: DrillWish['traces']) => proposeDrill(wish({ traces }))
    expect(after(held('drill-mirror'))?.reason).toEqual({ kind: 'not-yet' })
    expect(
      after(held('drill-turn-it'), held('drill-seen'), held(), held('drill-letter', 'drill-mirror')),
    ).toMatchObject({
      drill: { format: { id: 'drill-only-questions' } },
      reason: { kind: 'longest-ago', meetings: 4 },
    })
  })

  it('takes the one of a skill that was held longest ago, once all were held', () => {
    const order = ['drill-what-else', 'drill-hot-cold', 'drill-turn-it', 'drill-only-questions']
    const rest = drills.filter(({ skill }) => skill !== 'questions').map(({ format }) => format.id)
    const traces = [...order.map((id) => held(id)), held(...rest)]
    expect(proposeDrill(wish({ traces }))?.drill.format.id).toBe('drill-what-else')
  })

  it('takes no more than a sixth of the session', () => {
    for (const minutes of [30, 45, 60, 90])
      for (const { id } of followed(wish({ minutes }), 12))
        expect(usualMinutes(drillById(id)?.format as never), `${id} in ${minutes}`).toBeLessThanOrEqual(
          minutes / 6,
        )
    // In less time than that the shortest of its skill.
    expect(proposeDrill(wish({ minutes: 20, traces: [held()] }))?.drill.format.id).toBe('drill-words-kept')
  })

  it('is none where so many people can hold none', () => {
    expect(proposeDrill(wish({ people: 2 }))).toBeNull()
    expect(proposeDrill(wish({ people: 13 }))).toBeNull()
    for (let people = 3; people <= 12; people += 1) expect(proposeDrill(wish({ people }))).not.toBeNull()
  })

  it('never practises one skill twice in a row, whatever was held before, when it is followed', () => {
    const ids = [...library.map(({ id }) => id), ...drills.map(({ format }) => format.id)]
    const trace = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }).map((formats) => ({ formats }))
    let repeated = 0
    fc.assert(
      fc.property(
        fc.record({
          traces: fc.array(trace, { maxLength: 20 }),
          people: fc.integer({ min: 3, max: 12 }),
          minutes: fc.integer({ min: 20, max: 240 }),
        }),
        (start) => {
          const last = start.traces.at(-1)?.formats.flatMap((id) => drillById(id)?.skill ?? []) ?? []
          const next = followed(start, 9).map(({ skill }) => skill)
          if (new Set(last).size < skills.length) expect(last).not.toContain(next[0])
          next.slice(1).forEach((skill, at) => expect(skill).not.toBe(next[at]))
          // From any past on, four meetings are four skills.
          for (let at = 0; at + 4 <= next.length; at += 1) {
            const four = new Set(next.slice(at, at + 4)).size
            if (four < 4) repeated += 1
            expect(four).toBe(4)
          }
        },
      ),
      { numRuns: 1000 },
    )
    expect(repeated).toBe(0)
  })
})
