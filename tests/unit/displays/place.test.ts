import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  describeDisplay,
  likeness,
  overlap,
  placeStage,
  type Display,
  type OneDisplayAnswer,
  type Situation,
} from '../../../shared/displays/place'
import { longestDisplay } from '../../../shared/settings'

const laptop: Display = {
  id: 1,
  label: 'Built-in',
  bounds: { x: 0, y: 0, width: 1440, height: 900 },
  scale: 2,
  internal: true,
}
const projector: Display = {
  id: 2,
  label: 'EPSON PJ',
  bounds: { x: 1440, y: 0, width: 1920, height: 1080 },
  scale: 1,
  internal: false,
}
const monitor: Display = {
  id: 3,
  label: 'DELL U2720Q',
  bounds: { x: -2560, y: 0, width: 2560, height: 1440 },
  scale: 1,
  internal: false,
}
const mirrored: Display = { ...projector, bounds: laptop.bounds }
const cropped: Display = { ...projector, bounds: { x: 0, y: 0, width: 1024, height: 768 } }

const usual: Situation = {
  displays: [laptop, projector],
  own: laptop.id,
  wall: null,
  remembered: '',
  answer: 'unasked',
}

type Expected = readonly [form: string, display: number | null, flags?: string]

const flagsOf = ({ asks, lost, mirrored: same }: ReturnType<typeof placeStage>): string =>
  [asks && 'asks', lost && 'lost', same && 'mirrored'].filter(Boolean).join(' ')

const table: readonly (readonly [name: string, change: Partial<Situation>, expected: Expected])[] = [
  ['two displays', {}, ['full-screen', 2]],
  ['two displays, the console on the projector', { own: 2 }, ['full-screen', 1]],
  ['three, none remembered', { displays: [laptop, projector, monitor] }, ['full-screen', 2]],
  [
    'three, one remembered',
    { displays: [laptop, projector, monitor], remembered: describeDisplay(monitor) },
    ['full-screen', 3],
  ],
  [
    'three, one remembered in another mode',
    { displays: [laptop, projector, monitor], remembered: 'external 1280x720 @1 DELL U2720Q' },
    ['full-screen', 3],
  ],
  [
    'three, one remembered that is not there: the wall stays',
    { displays: [laptop, projector, monitor], wall: 3, remembered: 'external 1280x720 @1 ACME' },
    ['full-screen', 3],
  ],
  [
    'the remembered one comes back',
    { displays: [laptop, monitor, projector], wall: 3, remembered: describeDisplay(projector) },
    ['full-screen', 2],
  ],
  [
    'the console is on the remembered one',
    { own: 2, remembered: describeDisplay(projector) },
    ['full-screen', 1],
  ],
  [
    'the remembered one under another number, elsewhere',
    {
      displays: [laptop, monitor, { ...projector, id: 77, bounds: { ...projector.bounds, x: 4000 } }],
      remembered: describeDisplay(projector),
    },
    ['full-screen', 77],
  ],
  ['an answer changes nothing with two', { answer: 'on-the-wall' }, ['full-screen', 2]],
  ['one display', { displays: [laptop] }, ['strip', null, 'asks']],
  ['one, on the wall', { displays: [laptop], answer: 'on-the-wall' }, ['strip', null]],
  ['one, not on the wall', { displays: [laptop], answer: 'not-on-the-wall' }, ['window', null]],
  ['mirrored', { displays: [laptop, mirrored] }, ['strip', null, 'asks mirrored']],
  ['mirrored in another size', { displays: [laptop, cropped] }, ['strip', null, 'asks mirrored']],
  [
    'mirrored, on the wall',
    { displays: [laptop, mirrored], answer: 'on-the-wall' },
    ['strip', null, 'mirrored'],
  ],
  [
    'mirrored after the wall was on it',
    { displays: [laptop, mirrored], wall: 2 },
    ['strip', null, 'asks mirrored'],
  ],
  ['mirrored, and a third', { displays: [laptop, mirrored, monitor] }, ['full-screen', 3, 'mirrored']],
  ['the projector is gone', { displays: [laptop], wall: 2 }, ['away', null, 'lost']],
  [
    'gone, and this one is on the wall',
    { displays: [laptop], wall: 2, answer: 'on-the-wall' },
    ['strip', null, 'lost'],
  ],
  [
    'gone, and this one is not',
    { displays: [laptop], wall: 2, answer: 'not-on-the-wall' },
    ['away', null, 'lost'],
  ],
  ['the laptop’s own is gone', { displays: [projector], wall: 2 }, ['strip', null, 'asks']],
  [
    'the laptop’s own is gone, and a third is there',
    { displays: [projector, monitor], wall: 2 },
    ['full-screen', 2],
  ],
  ['none at all', { displays: [] }, ['strip', null, 'asks']],
]

describe('where the wall goes', () => {
  it.each(table)('%s', (_name, change, [form, display, flags = '']) => {
    const placing = placeStage({ ...usual, ...change })
    expect([placing.form, placing.display?.id ?? null, flagsOf(placing)]).toEqual([form, display, flags])
  })

  it('leaves the console where it is, and finds it a place when its display has gone', () => {
    expect(placeStage({ ...usual, own: 2 }).console).toBe(projector)
    expect(placeStage({ ...usual, displays: [projector], wall: 2 }).console).toBe(projector)
    expect(placeStage({ ...usual, displays: [projector, monitor], wall: 2 }).console).toBe(monitor)
    expect(placeStage({ ...usual, displays: [] }).console).toBe(null)
  })
})

describe('whatever displays there are', () => {
  const number = (max: number) => fc.integer({ min: -max, max })
  const size = fc.constantFrom(800, 1024, 1280, 1920)
  const display = (id: number): fc.Arbitrary<Display> =>
    fc.record({
      id: fc.constant(id),
      label: fc.constantFrom('', 'EPSON PJ', 'DELL'),
      bounds: fc.record({ x: number(4000), y: number(1200), width: size, height: size }),
      scale: fc.constantFrom(1, 1.25, 2),
      internal: fc.boolean(),
    })
  const situation: fc.Arbitrary<Situation> = fc
    .integer({ min: 1, max: 5 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => display(index + 1))))
    .chain((displays) =>
      fc.record({
        displays: fc.constant(displays),
        own: fc.integer({ min: 1, max: 6 }),
        wall: fc.option(fc.integer({ min: 1, max: 6 })),
        remembered: fc.constantFrom('', 'nonsense', ...displays.map(describeDisplay)),
        answer: fc.constantFrom<OneDisplayAnswer>('unasked', 'on-the-wall', 'not-on-the-wall'),
      }),
    )

  it('the wall never shares a surface with the console, and the console is always somewhere', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { console: home, display: wall, form } = placeStage(given)
        if (home === null) return false
        const others = given.displays.filter(({ bounds }) => !overlap(bounds, home.bounds))
        if (others.length > 0) return form === 'full-screen' && wall !== null && others.includes(wall)
        return form !== 'full-screen' && wall === null
      }),
      { numRuns: 5000 },
    )
  })

  it('without an answer nothing of the console stands where the wall may be seen', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { form, lost, mirrored: same } = placeStage({ ...given, answer: 'unasked' })
        return form === 'full-screen' || form === 'strip' || (form === 'away' && lost && !same)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('the description of a display', () => {
  it('says what it is and not where', () => {
    const moved = { ...projector, id: 9, bounds: { ...projector.bounds, x: -500, y: 90 } }
    expect(describeDisplay(projector)).toBe('external 1920x1080 @1 EPSON PJ')
    expect(describeDisplay(moved)).toBe(describeDisplay(projector))
  })

  it('can always be kept, whatever the display calls itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), (label) => {
        const description = describeDisplay({ ...projector, label })
        return description.length <= longestDisplay && likeness({ ...projector, label }, description) === 2
      }),
    )
  })

  it('without a name means that display in that mode only', () => {
    const nameless = { ...projector, label: '' }
    expect(likeness(nameless, 'external 1920x1080 @1')).toBe(2)
    expect(likeness(nameless, 'external 1280x720 @1')).toBe(0)
    expect(likeness(projector, '')).toBe(0)
  })
})
