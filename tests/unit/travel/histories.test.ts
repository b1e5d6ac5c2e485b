import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank } from '../../../shared/circle/rota'
import { shelfOf } from '../../../shared/craft/of-circle'
import { compareStates, whatItAdds } from '../../../shared/travel/compare'
import { contentOf } from '../../../shared/travel/content'
import { canonical, joinStates } from '../../../shared/travel/join'
import type { CircleState } from '../../../shared/travel/state'
import { count, rareIn, type Tally } from '../../support/arbitraries'
import { histories, kinds, met, worldsOf, type Step, type World } from './histories'
import { wrongJoins, type Join } from './joins'

const seed = 20_261_124
const runs = 1_000

const sorted = (values: readonly string[]) => values.toSorted()

/** What is wrong after both have met, by the truth that no computer had a hand in; null where nothing is. */
function faultOf(world: World, [here, there]: readonly [CircleState, CircleState]): string | null {
  const { held, left, over, sessionsForgotten } = world
  if (contentOf(canonical(here)) !== contentOf(canonical(there))) return 'not the same'
  for (const state of [here, there]) {
    const order = held.toSorted((a, b) => a.closedAt - b.closedAt || (a.session < b.session ? -1 : 1))
    if (contentOf(state.traces) !== contentOf(order)) return 'sessions'
    const members = state.circle.members.map(({ id }) => id)
    if (contentOf(sorted(members)) !== contentOf(sorted(world.joined.filter((id) => !left.has(id)))))
      return 'members'
    const made = world.made.filter(({ id, member }) => !over.has(id) && !left.has(member))
    if (contentOf(sorted(state.commitments.map(contentOf))) !== contentOf(sorted(made.map(contentOf))))
      return 'commitments'
    const kept = world.kept
      .filter((one) => !sessionsForgotten.has(one.session))
      .map((one) => ({ ...one, lines: one.lines.filter(({ owner }) => owner === null || !left.has(owner)) }))
    if (contentOf(sorted(state.kept.map(contentOf))) !== contentOf(sorted(kept.map(contentOf)))) return 'kept'
    const marks = world.marked.filter(({ id, member }) => !world.replaced.has(id) && !left.has(member))
    const lying = (state.circle.own?.places ?? []).filter(({ sealed }) => sealed === 'marks')
    if (contentOf(sorted(lying.map(({ id }) => id))) !== contentOf(sorted(marks.map(({ id }) => id))))
      return 'marks'
    const formats = world.formats.filter((id) => !world.removed.has(id))
    const own = (state.circle.formats ?? []).map(({ id }) => id)
    if (contentOf(sorted(own)) !== contentOf(sorted(formats))) return 'formats'
    const questions = world.written.filter((id) => !world.takenOut.has(id))
    const wrote = shelfOf(state.circle).own.map(({ id }) => id)
    if (contentOf(sorted(wrote)) !== contentOf(sorted(questions))) return 'questions'
    const { offers, queue, next } = state.circle.standing
    if ([...offers, ...queue, next?.facilitator].some((id) => id && left.has(id))) return 'standing'
    const rota = (traces: World['held']) =>
      (['facilitator', 'presenter'] as const).map((role) => rank({ ...state.circle, traces }, members, role))
    if (contentOf(rota(state.traces)) !== contentOf(rota(order))) return 'rota'
  }
  return null
}

const saidIn = ({ circle, commitments, kept }: CircleState): ReadonlySet<string> =>
  new Set([
    ...circle.members.map(({ id }) => id),
    ...commitments.flatMap(({ id, member }) => [id, member]),
    ...kept.flatMap(({ session, lines }) => [session, ...lines.flatMap(({ owner }) => owner ?? [])]),
  ])

/** Whether a computer says again, at any time on the way, what it had forgotten before. */
function comesBack(worlds: readonly World[]): boolean {
  return ([0, 1] as const).some((on) => {
    const gone = new Set<string>()
    return worlds.some(({ computers }) => {
      const { forgotten } = computers[on]
      for (const id of [...forgotten.sessions, ...forgotten.commitments, ...forgotten.members]) gone.add(id)
      const said = saidIn(computers[on])
      return [...gone].some((id) => said.has(id))
    })
  })
}

function holds(history: readonly Step[], join: Join, tally?: Tally): string | null {
  const worlds = worldsOf(history, join, tally)
  const world = worlds.at(-1) as World
  return comesBack(worlds) ? 'came back' : faultOf(world, met(world, join))
}

describe('a circle on two computers', () => {
  it(`knows the same on both once they met, and nothing forgotten: ${runs} histories (seed ${seed})`, () => {
    const steps: Tally = new Map()
    const comparisons: Tally = new Map()
    const ties: Tally = new Map()
    let sessions = 0
    fc.assert(
      fc.property(histories, (history) => {
        expect(holds(history, joinStates, steps)).toBeNull()
        const world = worldsOf(history, joinStates).at(-1) as World
        const [here, there] = world.computers
        sessions += world.held.length
        count(comparisons, compareStates(here, there))
        if (contentOf(here) !== contentOf(there))
          count(ties, here.circle.version === there.circle.version ? 'versions tie' : 'versions differ')
        expect(compareStates(...met(world, joinStates))).toBe('same')
      }),
      { numRuns: runs, seed },
    )
    console.log(`Seed ${seed}: ${runs} histories, ${sessions} sessions`)
    expect(rareIn(steps, kinds, 0.01, 'Steps')).toEqual([])
    expect(rareIn(comparisons, ['same', 'newer', 'older', 'both-met'], 0.01, 'Before they met')).toEqual([])
    expect(rareIn(ties, ['versions tie', 'versions differ'], 0.01, 'Where they differed')).toEqual([])
  })

  it('compares and receipts agree with the join', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const [here, there] = (worldsOf(history, joinStates).at(-1) as World).computers
        const joined = joinStates(here, there)
        const opposite = { same: 'same', newer: 'older', older: 'newer', 'both-met': 'both-met' } as const
        const found = compareStates(here, there)
        expect(compareStates(there, here)).toBe(opposite[found])
        expect(compareStates(joined, there)).toMatch(/same|older/)
        const receipt = whatItAdds(here, there)
        expect(receipt.meetings).toBe(joined.traces.length - here.traces.length)
        expect(receipt.commitmentsAdded - receipt.commitmentsDropped).toBe(
          joined.commitments.length - here.commitments.length,
        )
        expect(receipt.membersAdded.length - receipt.membersGone.length).toBe(
          joined.circle.members.length - here.circle.members.length,
        )
        const nothing = whatItAdds(joined, there)
        const { stillThere, ...adds } = nothing
        expect(
          Object.values(adds).every((one) => one === 0 || one === false || contentOf(one) === '[]'),
        ).toBe(true)
        expect(stillThere).toEqual(receipt.stillThere)
        expect(whatItAdds(there, here).forgetsSessions).toBe(stillThere.sessions)
        expect(whatItAdds(here, joined).stillThere).toEqual({ sessions: 0, commitments: 0, members: 0 })
      }),
      { numRuns: 300, seed },
    )
  })

  it('finds what is wrong in each wrong join', () => {
    const law = (join: Join) => fc.property(histories, (history) => holds(history, join) === null)
    const found = wrongJoins.map(([name, join]) => {
      const { failed, counterexample } = fc.check(law(join), { numRuns: runs, seed })
      const steps = counterexample?.[0] ?? []
      return {
        name,
        failed,
        how: `${steps.length} steps, ${holds(steps, join)}: ${steps.map(({ kind, on }) => `${kind} on ${on}`).join(', ')}`,
      }
    })
    console.log(found.map(({ name, how }) => `  ${name.padEnd(42)} ${how}`).join('\n'))
    expect(found.filter(({ failed }) => !failed).map(({ name }) => name)).toEqual([])
  })
})
