import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readKeymap } from '../../shared/commands/keymap'
import { defaultSettings, parseSettings, settingValues } from '../../shared/settings'

describe('settings', () => {
  it.each([null, undefined, 3, 'x', true, [], [defaultSettings]])(
    'are none when they are no record: %j',
    (found) => {
      expect(parseSettings(found)).toBeNull()
    },
  )

  it.each<[string, unknown, Partial<typeof defaultSettings>, readonly string[]]>([
    ['nothing', {}, {}, []],
    ['something chosen', { hours: 12, time: 'exact' }, { hours: 12, time: 'exact' }, []],
    ['a value that is none of them', { stageTheme: 'pink' }, {}, ['stageTheme']],
    ['the right value in the wrong shape', { hours: '12' }, {}, ['hours']],
    ['null', { motion: null }, {}, ['motion']],
    ['a later version', { version: 2, hours: 12 }, { hours: 12 }, ['version']],
    ['a display', { stageDisplay: '1920×1080' }, { stageDisplay: '1920×1080' }, []],
    ['a display that is far too long', { stageDisplay: 'x'.repeat(201) }, {}, ['stageDisplay']],
    ['a display that is no text', { stageDisplay: 7 }, {}, ['stageDisplay']],
    ['a changed key', { keys: { hold: ['n', 'Ctrl+h'] } }, { keys: { hold: ['n', 'Ctrl+h'] } }, []],
    ['keys as they are anyway', { keys: { pause: ['Space'] } }, { keys: {} }, []],
    [
      'a key that another command has',
      { keys: { hold: ['PageDown'], pause: ['n'] } },
      { keys: { pause: ['n'] } },
      ['keys'],
    ],
    ['a command that nobody knows', { keys: { dance: ['n'] } }, {}, ['keys']],
    ['words in the place of a key', { keys: { hold: ['said in the room'] } }, {}, ['keys']],
    ['keys that are a list', { keys: ['n'] }, {}, ['keys']],
    ['fields of somebody else', { said: 'in the room', hours: 12 }, { hours: 12 }, []],
    ['an inherited value', Object.create({ hours: 12 }), {}, []],
    [
      'several at once',
      { language: 1, consoleTheme: {}, time: 'shape' },
      { time: 'shape' },
      ['language', 'consoleTheme'],
    ],
  ])('of %s', (_, found, changed, mended) => {
    expect(parseSettings(found)).toEqual({ settings: { ...defaultSettings, ...changed }, mended })
  })

  it('are always whole, and keep every value that is allowed', () => {
    const listed = Object.fromEntries(
      Object.entries(settingValues).map(([key, values]) => [
        key,
        fc.oneof(fc.constantFrom<unknown>(...values), fc.anything()),
      ]),
    )
    const each: Record<string, fc.Arbitrary<unknown>> = {
      ...listed,
      stageDisplay: fc.oneof(fc.string(), fc.anything()),
      keys: fc.oneof(fc.constant({ hold: ['n'] }), fc.constant({ hold: ['PageDown'] }), fc.anything()),
    }
    const isDisplay = (value: unknown) => typeof value === 'string' && value.length <= 200
    const isKeys = (value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && readKeymap(value).sound
    const allowed = (key: string, value: unknown) =>
      key === 'stageDisplay'
        ? isDisplay(value)
        : key === 'keys'
          ? isKeys(value)
          : (
              Object.entries(settingValues).find(([name]) => name === key)?.[1] as readonly unknown[]
            ).includes(value)
    fc.assert(
      fc.property(fc.record(each, { requiredKeys: [] }), (found) => {
        const parsed = parseSettings(found)
        for (const [key, value] of Object.entries(parsed?.settings ?? { none: 0 })) {
          expect(allowed(key, value)).toBe(true)
          if (allowed(key, found[key])) expect(value).toEqual(found[key])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('read back what they were', () => {
    expect(parseSettings(structuredClone(defaultSettings))).toEqual({ settings: defaultSettings, mended: [] })
  })
})
