import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDesktopService } from '../../../electron/desktop-service'
import type { VaultCalls } from '../../../electron/vault/vault-service'
import { desktopMethods, type DesktopApi, type DisplaysState } from '../../../shared/desktop-api'
import { readKeymap } from '../../../shared/commands/keymap'
import { defaultSettings, longestDisplay, settingValues, type Settings } from '../../../shared/settings'

const answered = async () => null
const vaultCalls: VaultCalls = {
  vaults: answered,
  makeVault: answered,
  openVault: answered,
  changeKeys: answered,
  proposeWays: answered,
  protectVault: answered,
  lockVaults: answered,
  forgetVault: answered,
  sealOwn: answered,
  openOwn: answered,
}
const noDisplays: DisplaysState = { displays: [], form: 'none', asks: false, lost: false, mirrored: false }

/** The service over a computer that only remembers. */
function serviceWith(first: Settings = defaultSettings) {
  let settings = first
  const wishes: string[] = []
  const asked: unknown[] = []
  const service = createDesktopService({
    windows: {
      console: () => null,
      stage: () => null,
      openConsole: () => undefined as never,
      openStage: () => asked.push('opened') as never,
      closeStage: () => asked.push('closed'),
      displays: () => noDisplays,
      chooseStageDisplay: (id) => asked.push(id),
      answerOneDisplay: (answer) => asked.push(answer),
      setStrip: (wish) => asked.push(wish),
      focusConsole: () => undefined,
      showNumbers: () => undefined,
    },
    settings: { read: () => settings, write: () => settings, notices: () => [] },
    changeSettings: (change) => (settings = { ...settings, ...change }),
    keepAwake: (wish) => wishes.push(wish),
    about: () => ({
      runtime: 'test',
      notices: [],
      trouble: null,
      folder: '/home/amara/circlet',
      usualPaper: 'a4',
      room: { power: 'plugged-in', freeMegabytes: 9000, awake: false },
    }),
    vaultCalls,
    printSheet: async (wish) => {
      asked.push(wish)
      return 'left'
    },
  })
  return { service, wishes, asked, settings: () => settings }
}

const names = Object.keys(desktopMethods) as (keyof DesktopApi)[]
const dark: Settings = { ...defaultSettings, consoleTheme: 'dark', hours: 12 }

describe('a wish to print', () => {
  it('is handed on where it is one, and nothing else in it', async () => {
    const { service, asked } = serviceWith(dark)
    expect(await service.printSheet({ what: 'sheet', way: 'letter', path: '/tmp/elsewhere' })).toBe('left')
    expect(asked).toEqual([{ what: 'sheet', way: 'letter' }])
  })

  it.each([
    [undefined],
    [null],
    ['sheet'],
    [{ what: 'sheet' }],
    [{ what: 'everything', way: 'pdf' }],
    [{ what: 'sheet', way: 'A3' }],
    [Object.create({ what: 'sheet', way: 'pdf' })],
  ])('that is none prints nothing: %j', async (wish) => {
    const { service, asked } = serviceWith(dark)
    expect(await service.printSheet(wish)).toBe('failed')
    expect(asked).toEqual([])
  })
})

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
    const key = fc.constantFrom(...Object.keys(settingValues), 'keys', 'note', '__proto__', 'constructor')
    const keyChange = fc.constantFrom({ hold: ['n'] }, { hold: ['PageDown'] }, { pause: ['said'] }, ['n'])
    const listed = fc.constantFrom(...Object.values(settingValues).flat())
    const value = fc.oneof(listed, keyChange, fc.anything())
    const argument = fc.oneof(fc.dictionary(key, value), fc.anything(), fc.constantFrom('awake', 'may-sleep'))
    const { service, settings, wishes } = serviceWith()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), argument, async (name, sent) => {
        await service[name](sent)
        const { stageDisplay, keys, ...listed } = settings()
        return (
          stageDisplay.length <= longestDisplay &&
          readKeymap(keys).sound &&
          Object.entries(listed).every(([key, value]) =>
            (settingValues as Readonly<Record<string, readonly unknown[]>>)[key]?.includes(value),
          )
        )
      }),
      { numRuns: 8000 },
    )
    expect(new Set(wishes)).toEqual(new Set(['on', 'off']))
    expect(Object.keys(settings()).sort()).toEqual(Object.keys(defaultSettings).sort())
  })
})

describe('a wish about the wall, its display or sleep', () => {
  it.each([
    ['chooseStageDisplay', 7, 7],
    ['answerOneDisplay', 'on-the-wall', 'on-the-wall'],
    ['answerOneDisplay', 'not-on-the-wall', 'not-on-the-wall'],
    ['showStrip', 'shown', 'shown'],
    ['showStrip', 'away', 'away'],
    ['setStage', 'open', 'opened'],
    ['setStage', 'closed', 'closed'],
  ] as const)('%s %j is passed on', async (name, argument, expected) => {
    const { service, asked } = serviceWith()
    await service[name](argument)
    expect(asked).toEqual([expected])
  })

  it.each([
    ['chooseStageDisplay', '7'],
    ['chooseStageDisplay', 7.5],
    ['chooseStageDisplay', NaN],
    ['chooseStageDisplay', undefined],
    ['chooseStageDisplay', { id: 7 }],
    ['answerOneDisplay', 'unasked'],
    ['answerOneDisplay', true],
    ['answerOneDisplay', ['on-the-wall']],
    ['showStrip', undefined],
    ['showStrip', 'full-screen'],
    ['setStage', undefined],
    ['setStage', 'close'],
    ['thisScreen', undefined],
    ['thisScreen', 'asleep'],
  ] as const)('%s %j changes nothing', async (name, argument) => {
    const { service, asked, wishes } = serviceWith()
    await service[name](argument)
    expect([...asked, ...wishes]).toEqual([])
  })
})
