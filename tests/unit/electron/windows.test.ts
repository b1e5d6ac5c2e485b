import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import { describe, expect, it } from 'vitest'
import { createWindows } from '../../../electron/windows'

/** privacy.md 1.1 to 1.5, written out once more: a change of the app's own list must be made here too. */
const locked: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  backgroundThrottling: false,
  safeDialogs: true,
}

const bounds = { x: 0, y: 0, width: 1920, height: 1080 }

/** The windows of an app that only notes what it was asked for. */
function windowsWith(devTools: boolean, keeps = true) {
  const asked: BrowserWindowConstructorOptions[] = []
  const addresses: string[] = []
  class FakeWindow extends EventEmitter {
    readonly webContents = new EventEmitter()
    constructor(options: BrowserWindowConstructorOptions) {
      super()
      asked.push(options)
    }
    readonly loadURL = async (url: string) => void addresses.push(url)
    readonly removeMenu = () => undefined
    readonly getBounds = () => bounds
  }
  const display = { id: 1, bounds } as Electron.Display
  const windows = createWindows({
    BrowserWindow: FakeWindow as unknown as new (options: BrowserWindowConstructorOptions) => BrowserWindow,
    screen: {
      getAllDisplays: () => [display],
      getDisplayMatching: () => display,
      getPrimaryDisplay: () => display,
    },
    preloads: { console: '/console.cjs', stage: '/stage.cjs' },
    devTools,
    keeps,
    connect: () => undefined,
    onStageKey: () => undefined,
    onStageClosed: () => undefined,
    onStageRestarted: () => undefined,
    onGivenUp: () => undefined,
  })
  return { windows, asked, addresses }
}

describe('the two windows', () => {
  it.each([true, false])(
    'are made with exactly the locked preferences (tools for development: %s)',
    (devTools) => {
      const { windows, asked, addresses } = windowsWith(devTools)
      windows.openConsole()
      windows.openStage()
      expect(asked.map(({ webPreferences }) => webPreferences)).toEqual([
        { ...locked, devTools, preload: '/console.cjs' },
        { ...locked, devTools, preload: '/stage.cjs', partition: 'stage' },
      ])
      expect(asked.map(({ title }) => title)).toEqual(['Circlet', 'Circlet'])
      expect(addresses).toEqual(['app://circle/console.html', 'app://circle/stage.html'])
    },
  )

  it('keep what they have in memory where nothing can be kept', () => {
    const { windows, asked } = windowsWith(false, false)
    windows.openConsole()
    windows.openStage()
    expect(asked.map(({ webPreferences }) => webPreferences?.partition)).toEqual(['unkept', 'stage'])
  })

  it('are two however often the wall is opened', () => {
    const { windows, asked } = windowsWith(false)
    windows.openConsole()
    expect(windows.openStage()).toBe(windows.openStage())
    expect(asked).toHaveLength(2)
  })
})
