import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Face } from '../../../shared/stage/stage-view'
import { allStates, catalogue, viewOf } from '../../support/catalogue/catalogue'
import { scripts } from '../../support/catalogue/scripts'
import { leavesOf } from './types'

const rooms = Object.values(scripts).flatMap((script) => [3, 7, 12].map((seats) => ({ script, seats })))

/** What may stand in no view although its type would let it, and why. */
const neverThere: Readonly<Record<string, string>> = {
  "face{round}.round 'commitments'": 'has a face of its own',
  "item 'opening'": 'comes before everything, and has no length',
  "item 'agreements'": 'comes before what can be changed',
}

/** What stands in many places and looks alike in each is looked for in all of them together. */
const pooled = (leaf: string): string =>
  leaf
    .replace(/\{(paused|running|sentence|change|hold)\}/, '')
    .replace(/^face\{[^}]*\}\.(rule)\b/, '$1')
    .replace(/^face\{[^}]*\}\.(clock|whole|share)\b/, 'clock')
    .replace(/^(rule|face\{groups\})\.(part|then)\b/, 'part')
    .replace(/^face\{refit\}\.(rows\[\]|stays)/, 'row')
    .replace(/^(row|strip\.then|face\{turn\}\.more\.from)\.(item|kind) /, 'item ')
    .replace(/^face\{(what-stays|closed)\}\.(keep|forget)\[\]/, 'stays')

/** Where each value of a view stands, and what stands there; faces are told apart by their kind. */
function standing(value: unknown, path = ''): readonly string[] {
  if (value === null) return [`${path} null`]
  if (typeof value === 'string') return [`${path} text`, `${path} '${value}'`]
  if (typeof value !== 'object') return [`${path} ${typeof value}`]
  if (Array.isArray(value)) return value.flatMap((one) => standing(one, `${path}[]`))
  const kind = path === 'face' ? `{${(value as Face).kind}}` : ''
  return Object.entries(value).flatMap(([key, held]) =>
    standing(held, path === '' ? key : `${path}${kind}.${key}`),
  )
}

/** Every state in every room that is large enough for it. */
const views = rooms.flatMap((room) =>
  allStates.flatMap((one) => {
    const view = viewOf(one, room)
    return view === null ? [] : [{ one, room, view }]
  }),
)
const nameOf = ({ kind, name }: (typeof allStates)[number]) => `${kind}: ${name}`

describe('the catalogue of the wall', () => {
  it('has under each face what has that face, in every room that is large enough', () => {
    const wrong = views.filter(({ one, view }) => view.face.kind !== one.kind)
    expect(wrong.map(({ one, view }) => `${nameOf(one)} is ${view.face.kind}`)).toEqual([])
    const there = new Set(views.map(({ one }) => one))
    expect(allStates.filter((one) => !there.has(one)).map(nameOf)).toEqual([])
  })

  it('has no state twice', () => {
    const inOne = views.filter(({ room }) => room.script === scripts.latin && room.seats === 12)
    const alike = inOne.filter(({ one, view }, index) =>
      inOne
        .slice(0, index)
        .some((other) => other.one.kind === one.kind && isDeepStrictEqual(other.view, view)),
    )
    expect(alike.map(({ one }) => nameOf(one))).toEqual([])
  })

  it('has a state for everything that a view can say: every face, rule, round, wish, part, and what may be missing', () => {
    const seen = new Set(views.flatMap(({ view }) => standing(view).map(pooled)))
    const wanted = leavesOf('shared/stage/stage-view.ts', 'StageView', 'apart')
      .filter(({ path }) => !path.startsWith('options.'))
      .map(({ path, kind, word }) => pooled(`${path} ${word === null ? kind : `'${word}'`}`))
    expect(wanted.length).toBeGreaterThan(200)
    const missing = wanted.filter((leaf) => !seen.has(leaf) && neverThere[leaf] === undefined)
    expect(missing).toEqual([])
    expect(Object.keys(neverThere).filter((leaf) => !wanted.includes(leaf) || seen.has(leaf))).toEqual([])
  })

  it('would miss a face that had no state', () => {
    const without = new Set(
      views.filter(({ one }) => one.kind !== 'card').flatMap(({ view }) => standing(view).map(pooled)),
    )
    expect(without.has('face{card}.heard text')).toBe(false)
    expect(Object.keys(catalogue.card).length).toBeGreaterThan(1)
  })

  it('fills the wall as far as people do: names from two letters to forty, long sentences, sixty questions', () => {
    for (const { names, phase, format, longLine } of Object.values(scripts)) {
      expect(new Set(names).size).toBe(12)
      expect(Math.max(...names.map((name) => name.length))).toBeGreaterThanOrEqual(35)
      expect(
        Math.min(...names.map((name) => [...new Intl.Segmenter().segment(name)].length)),
      ).toBeLessThanOrEqual(3)
      expect([phase.length <= 24, format.length <= 40, longLine.length <= 90]).toEqual([true, true, true])
      expect(longLine.length).toBeGreaterThan(60)
    }
  })
})
