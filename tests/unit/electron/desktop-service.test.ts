import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDesktopService } from '../../../electron/desktop-service'
import { desktopMethods, type DesktopApi } from '../../../shared/desktop-api'
import { defaultSettings, settingValues, type Settings } from '../../../shared/settings'

/** The service over a computer that only remembers. */
function serviceWith(first: Settings = defaultSettings) {
  let settings = first
  const wishes: string[] = []
  const service = createDesktopService({
    windows: {
      console: () => null,
      stage: () => null,
      openConsole: () => undefined as never,
      openStage: () => undefined as never,
      closeStage: () => undefined,
    },
    settings: { read: () => settings, write: () => settings, notices: () => [] },
    changeSettings: (change) => (settings = { ...settings, ...change }),
    keepAwake: (wish) => wishes.push(wish),
    about: () => ({ runtime: 'test', notices: [], trouble: null }),
  })
  return { service, wishes, settings: () => settings }
}

const names = Object.keys(desktopMethods) as (keyof DesktopApi)[]
const dark: Settings = { ...defaultSettings, consoleTheme: 'dark', hours: 12 }

describe('a wish for settings', () => {
  it('changes what it names and nothing else', async () => {
    const { service } = serviceWith(dark)
    expect(await service.writeSettings({ stageTheme: 'light' })).toEqual({ ...dark, stageTheme: 'light' })
  })

  it.each([
    [{ consoleTheme: 'purple' }],
    [{ hours: '24' }],
    [{ consoleTheme: undefined }],
    [{ version: 2 }],
    [{ note: 'said in the room' }],
    [JSON.parse('{"__proto__":{"consoleTheme":"light"}}')],
    [['consoleTheme']],
    [null],
    [undefined],
    ['light'],
    [7],
  ])('that cannot be used changes nothing: %j', async (wish) => {
    const { service } = serviceWith(dark)
    expect(await service.writeSettings(wish)).toEqual(dark)
  })

  it('is taken in its sound parts', async () => {
    const { service } = serviceWith(dark)
    expect(await service.writeSettings({ hours: 24, time: 'never' })).toEqual({ ...dark, hours: 24 })
  })
})

describe('whatever a page sends', () => {
  it('is answered, and leaves settings of known names and values', async () => {
    const key = fc.constantFrom(...Object.keys(settingValues), 'note', '__proto__', 'constructor')
    const value = fc.oneof(fc.constantFrom(...Object.values(settingValues).flat()), fc.anything())
    const argument = fc.oneof(fc.dictionary(key, value), fc.anything(), fc.constantFrom('on', 'off'))
    const { service, settings, wishes } = serviceWith()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), argument, async (name, sent) => {
        await service[name](sent)
        return Object.entries(settings()).every(([key, value]) =>
          (settingValues as Readonly<Record<string, readonly unknown[]>>)[key]?.includes(value),
        )
      }),
      { numRuns: 8000 },
    )
    expect(new Set(wishes)).toEqual(new Set(['on', 'off']))
    expect(Object.keys(settings()).sort()).toEqual(Object.keys(settingValues).sort())
  })
})
