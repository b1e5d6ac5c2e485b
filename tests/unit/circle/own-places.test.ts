import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Circle, OwnPlace } from '../../../shared/circle/circle'
import { lacksPlaces, placesOf, putOwn } from '../../../shared/circle/own-places'
import { joinStates } from '../../../shared/travel/join'
import { leave } from '../../../shared/travel/forget'
import { aCircle, aState, member, people, placeId } from '../travel/states'

/** New places with names that count up, each filled by one sign. */
function chance(name: string) {
  let count = 0
  return () => ({ id: placeId(`${name}${count++}`), sealed: 'x'.repeat(8) })
}
const mine = (name: string) => ({ id: placeId(name), sealed: name.padEnd(8, '.') })
const [priya, jun, amara] = ['Priya', 'Jun', 'Amara'].map(member) as [never, never, never]
const widths = (circle: Circle) => circle.members.map(({ id }) => placesOf(circle, id).length)
const holds = (circle: Circle, name: string) => circle.own?.places.some(({ id }) => id === placeId(name))

describe('places for own marks', () => {
  it('are nowhere until somebody keeps marks, and then everybody has as many', () => {
    const before = aCircle()
    expect(before).not.toHaveProperty('own')
    expect(placesOf(before, priya)).toEqual([])
    const after = putOwn(before, priya, mine('first'), chance('n'))
    expect(widths(after)).toEqual([1, 1, 1, 1])
    expect(placesOf(after, priya)).toEqual([{ ...mine('first'), member: priya }])
    expect(after.own?.gone).toEqual([])
    expect(after.version).toBe(before.version + 1)
    expect(lacksPlaces(before.own, after.own)).toBe(false)
  })

  it('hold the page of today alone: a new one puts the one before away for good', () => {
    const first = putOwn(aCircle(), priya, mine('first'), chance('n'))
    const second = putOwn(first, priya, mine('second'), chance('m'))
    expect(placesOf(second, priya)).toEqual([{ ...mine('second'), member: priya }])
    expect(second.own?.gone).toEqual([placeId('first')])
    expect(placesOf(second, jun)).toEqual(placesOf(first, jun))
    expect(lacksPlaces(first.own, second.own)).toBe(true)
  })

  it('tell nothing when marks are taken away: another filling stands there', () => {
    const kept = putOwn(aCircle(), priya, mine('first'), chance('n'))
    const away = putOwn(kept, priya, null, chance('m'))
    expect(widths(away)).toEqual([1, 1, 1, 1])
    expect(holds(away, 'first')).toBe(false)
    expect(away.own?.gone).toEqual([placeId('first')])
    expect(lacksPlaces(kept.own, away.own)).toBe(true)
  })

  it('are evened out for who came later', () => {
    const kept = putOwn(aCircle(), priya, mine('first'), chance('n'))
    const grown = { ...kept, members: [...kept.members, ...people(['Bela'], 1)] }
    expect(widths(grown)).toEqual([1, 1, 1, 1, 0])
    expect(widths(putOwn(grown, jun, mine('second'), chance('m')))).toEqual([1, 1, 1, 1, 1])
  })

  it('go with who leaves', () => {
    const state = aState({ circle: putOwn(aCircle(), priya, mine('first'), chance('n')) })
    const left = leave(state, priya)
    expect(holds(left.circle, 'first')).toBe(false)
    expect(placesOf(left.circle, jun)).toHaveLength(1)
    expect(lacksPlaces(state.circle.own, left.circle.own)).toBe(true)
  })

  it('are all there when two laptops meet, and what one replaced does not come back', () => {
    const here = putOwn(aCircle(), priya, mine('here'), chance('h'))
    const there = putOwn(aCircle(), jun, mine('there'), chance('t'))
    const met = joinStates(aState({ circle: here }), aState({ circle: there })).circle
    expect(holds(met, 'here') && holds(met, 'there')).toBe(true)
    expect(widths(met)).toEqual([2, 2, 2, 2])
    const anew = putOwn(met, priya, mine('new'), chance('m'))
    expect(widths(anew)).toEqual([2, 2, 2, 2])
    const again = joinStates(aState({ circle: anew }), aState({ circle: here })).circle
    expect(holds(again, 'here')).toBe(false)
    expect(holds(again, 'new')).toBe(true)
  })

  it('are as many for everybody after every keeping, whatever came before, up to eight', () => {
    const deed = fc.record({
      who: fc.constantFrom(priya, jun, amara),
      keeps: fc.boolean(),
      on: fc.nat({ max: 1 }),
    })
    const kinds = { evened: 0, wide: 0 }
    fc.assert(
      fc.property(
        fc.array(fc.oneof(deed, fc.constant('meet' as const)), { maxLength: 25, size: 'max' }),
        (deeds) => {
          const next = chance('n')
          const computers: [Circle, Circle] = [aCircle(), aCircle()]
          for (const one of deeds) {
            if (one === 'meet') {
              const [a, b] = computers.map((circle) => aState({ circle })) as [never, never]
              computers[0] = computers[1] = joinStates(a, b).circle
              continue
            }
            const place: Omit<OwnPlace, 'member'> | null = one.keeps ? next() : null
            const after = putOwn(computers[one.on] as Circle, one.who, place, next)
            computers[one.on] = after
            const [least, most] = [Math.min(...widths(after)), Math.max(...widths(after))]
            if (most > 8) expect(least).toBe(8)
            else expect(least).toBe(most)
            kinds[most > 1 ? 'wide' : 'evened'] += 1
            if (place !== null) expect(after.own?.places.some(({ id }) => id === place.id)).toBe(true)
          }
        },
      ),
    )
    expect(kinds.evened).toBeGreaterThan(20)
    expect(kinds.wide).toBeGreaterThan(50)
  })
})
