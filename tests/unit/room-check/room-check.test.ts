import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DisplaysState, RoomFacts } from '../../../shared/desktop-api'
import { checkSteps, stepAfter, stepBefore } from '../../../shared/room-check/steps'
import {
  contrastOf,
  grounds,
  lightOf,
  stripeContrasts,
  stripesOf,
  type Colour,
} from '../../../shared/room-check/stripes'
import { clearerThan, themeFor, type StripeCount } from '../../../shared/room-check/theme-for'
import { namesToCheck, ticksOf } from '../../../shared/room-check/ticks'

const themes = ['dark', 'light', 'contrast'] as const
const counts: readonly StripeCount[] = [1, 2, 3, 4, 5]
const tokens = readFileSync('renderer/ui/tokens.css', 'utf8')

/** A token of a theme as the wall has it. */
function token(theme: (typeof themes)[number], name: string): Colour {
  const block = tokens.split('}').find((one) => one.includes(`.theme-${theme}`)) ?? ''
  const found = new RegExp(`--${name}:\\s*#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})`).exec(block)
  if (found === null) throw new Error(`${theme} has no ${name}.`)
  const [, red = '', green = '', blue = ''] = found
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)]
}

/** How far two colours differ once a part of the wall's white lies over both. */
const veiled = (one: Colour, other: Colour, veil: number): number => {
  const [a, b] = [lightOf(one) + veil, lightOf(other) + veil]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** What nobody misses any more from a chair at the back. */
const seen = 1.1

describe('the stripes', () => {
  it.each(themes)('stand on the wall’s own ground, and differ from it by 4 down to 1.05: %s', (theme) => {
    expect(grounds[theme]).toEqual(token(theme, 'ground'))
    const found = stripesOf(theme).map((stripe) => contrastOf(stripe, grounds[theme]))
    expect(found).toHaveLength(5)
    found.forEach((contrast, index) =>
      expect(Math.abs(contrast - (stripeContrasts[index] ?? 0)), `stripe ${index}`).toBeLessThan(0.06),
    )
    expect([...found].sort((one, other) => other - one)).toEqual(found)
  })

  it('are fewer the more light falls on the wall', () => {
    const left = (veil: number) =>
      stripesOf('dark').filter((stripe) => veiled(stripe, grounds.dark, veil) >= seen).length
    const found = [0, 0.02, 0.1, 0.3, 0.6, 2].map(left)
    expect([...found].sort((one, other) => other - one)).toEqual(found)
    expect(new Set(found).size).toBeGreaterThan(2)
  })
})

describe('the theme that stripes choose', () => {
  it('stays where four or five are seen, and is clearer where fewer are, never less clear', () => {
    const clear = (theme: (typeof themes)[number]) => themes.indexOf(theme)
    for (const now of themes)
      for (const count of counts) {
        const then = themeFor(count, now)
        expect(clear(then)).toBeGreaterThanOrEqual(clear(now))
        if (count >= 4) expect(then).toBe(now)
        else if (now !== 'contrast') expect(then).not.toBe(now)
      }
    expect(counts.map((count) => themeFor(count, 'dark'))).toEqual([
      'contrast',
      'contrast',
      'light',
      'dark',
      'dark',
    ])
  })

  it('keeps the most of soft words under the veil of light that so many stripes tell of', () => {
    const soft = (theme: (typeof themes)[number], veil: number) =>
      veiled(token(theme, 'soft'), token(theme, 'ground'), veil)
    const stripes = stripesOf('dark')
    const left = (veil: number) =>
      stripes.filter((stripe) => veiled(stripe, grounds.dark, veil) >= seen).length
    const veils = Array.from({ length: 200 }, (_, index) => index / 100)
    const most = (count: number) => Math.max(...veils.filter((veil) => left(veil) >= count))
    expect([most(4), most(3)].map((veil) => veil.toFixed(1))).toEqual(['0.2', '0.5'])
    expect(soft('dark', most(4))).toBeGreaterThan(2.5)
    expect(soft('dark', most(3))).toBeLessThan(1.8)
    expect(soft('light', most(3))).toBeGreaterThan(2.2)
    for (const veil of [most(3), 0.8, 1.2])
      expect(soft('contrast', veil)).toBeGreaterThan(Math.max(soft('light', veil), soft('dark', veil)))
  })

  it('has a clearer one until there is none', () => {
    expect([clearerThan('dark'), clearerThan('light'), clearerThan('contrast')]).toEqual([
      'light',
      'contrast',
      null,
    ])
  })
})

describe('the steps', () => {
  it('follow each other to the end and back', () => {
    expect(checkSteps.map(stepAfter)).toEqual([...checkSteps.slice(1), 'ready'])
    expect(checkSteps.map(stepBefore)).toEqual(['read', ...checkSteps.slice(0, -1)])
  })
})

const well: RoomFacts = { power: 'plugged-in', freeMegabytes: 9000, awake: true }
const display = {
  id: 2,
  number: 2,
  label: 'A projector',
  width: 1920,
  height: 1080,
  scale: 1,
  internal: false,
  holds: 'stage',
} as const
const two: DisplaysState = {
  displays: [display],
  form: 'full-screen',
  asks: false,
  lost: false,
  mirrored: false,
}
const look = (
  room: Partial<RoomFacts>,
  displays: Partial<DisplaysState> = {},
  letterless: readonly string[] = [],
) =>
  ticksOf({ room: { ...well, ...room }, displays: { ...two, ...displays }, named: letterless, letterless })
    .filter((tick) => tick.is === 'look')
    .map(({ id }) => id)

describe('what the computer sees by itself', () => {
  it('is well where nothing is to be seen to', () => {
    expect(look({})).toEqual([])
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['a battery', look({ power: 'battery' }), ['power']],
    ['little room', look({ freeMegabytes: 300 }), ['disk']],
    ['too little room', look({ freeMegabytes: 80 }), ['disk']],
    ['room that is not seen', look({ freeMegabytes: null }), ['disk']],
    ['a computer that may sleep', look({ awake: false }), ['awake']],
    ['a wall whose screen is gone', look({}, { lost: true }), ['display']],
    ['nobody who said where the wall is', look({}, { asks: true, form: 'strip' }), ['display']],
    ['a wall in a window', look({}, { form: 'window', displays: [] }), ['display']],
    ['a name without letters', look({}, {}, ['美咲']), ['letters']],
  ])('says %s', (_, found, wanted) => {
    expect(found).toEqual(wanted)
  })

  it('looks for letters only in names that need this computer’s own', () => {
    expect(namesToCheck(['Amara', '美咲', 'Юля', '민준', 'ひろ', '美咲', 'أمل'])).toEqual([
      '美咲',
      '민준',
      'ひろ',
    ])
  })
})
