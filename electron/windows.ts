import type { BrowserWindow, BrowserWindowConstructorOptions, Input, Screen, WebContents } from 'electron'
import { pages } from './app-protocol'
import { lockedPreferences } from './security'
import { words } from './words'

/** The stage's own session, in memory only. */
export const stagePartition = 'stage'

/** The console's session where nothing can be kept: in memory too, so that nothing is written while the app ends. */
export const unkeptPartition = 'unkept'

interface Needs {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getDisplayMatching' | 'getPrimaryDisplay'>
  readonly preloads: { readonly console: string; readonly stage: string }
  readonly devTools: boolean
  /** Whether what the console writes can be kept on this computer. */
  readonly keeps: boolean
  /** Called whenever either page has loaded and both are there, to give them a new port. */
  readonly connect: (console: WebContents, stage: WebContents) => void
  readonly onStageKey: (input: Input) => void
  readonly onStageClosed: () => void
  readonly onStageRestarted: () => void
  readonly onGivenUp: () => void
}

export interface Windows {
  readonly console: () => BrowserWindow | null
  readonly stage: () => BrowserWindow | null
  readonly openConsole: () => BrowserWindow
  readonly openStage: () => BrowserWindow
  readonly closeStage: () => void
}

const mostCrashes = 3
const crashWindow = 60_000

/** Reloads a page whose process died; three times in a minute, and `giveUp` is called instead. */
function restoreAfterCrash(contents: WebContents, onRestored: () => void, giveUp: () => void): void {
  let crashes: number[] = []
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < crashWindow), now]
    if (crashes.length >= mostCrashes) return giveUp()
    contents.once('did-finish-load', onRestored)
    contents.reload()
  })
}

/** The two windows: the console that writes, the stage that only shows. */
export function createWindows(needs: Needs): Windows {
  let consoleWindow: BrowserWindow | null = null
  let stageWindow: BrowserWindow | null = null
  const loaded = new WeakSet<WebContents>()
  const connectFrom = (contents: WebContents) => () => {
    loaded.add(contents)
    const both = [consoleWindow?.webContents, stageWindow?.webContents]
    const [first, second] = both.map((one) => (one && loaded.has(one) ? one : null))
    if (first && second) needs.connect(first, second)
  }
  const preferences = { ...lockedPreferences, devTools: needs.devTools }
  const consoleSession = needs.keeps ? {} : { partition: unkeptPartition }

  const openConsole = () => {
    const window = new needs.BrowserWindow({
      width: 1280,
      height: 800,
      minWidth: 1024,
      minHeight: 560,
      useContentSize: true,
      title: words.windowTitle,
      backgroundColor: '#f6f1e8',
      webPreferences: { ...preferences, ...consoleSession, preload: needs.preloads.console },
    })
    consoleWindow = window
    window.webContents.on('did-finish-load', connectFrom(window.webContents))
    window.on('page-title-updated', (event) => event.preventDefault())
    window.on('closed', () => {
      consoleWindow = null
      stageWindow?.close()
    })
    restoreAfterCrash(window.webContents, () => undefined, needs.onGivenUp)
    void window.loadURL(pages.console)
    return window
  }

  const openStage = () => {
    if (stageWindow !== null) return stageWindow
    const other = otherDisplay(needs.screen, consoleWindow)
    const place = other
      ? { x: other.bounds.x, y: other.bounds.y, width: other.bounds.width, height: other.bounds.height }
      : { width: 1280, height: 720 }
    const window = new needs.BrowserWindow({
      ...place,
      useContentSize: true,
      fullscreen: other !== null,
      title: words.windowTitle,
      backgroundColor: '#171411',
      autoHideMenuBar: true,
      webPreferences: { ...preferences, partition: stagePartition, preload: needs.preloads.stage },
    })
    stageWindow = window
    window.removeMenu()
    window.webContents.on('did-finish-load', connectFrom(window.webContents))
    window.webContents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown') return
      event.preventDefault()
      needs.onStageKey(input)
    })
    window.on('page-title-updated', (event) => event.preventDefault())
    window.on('closed', () => {
      stageWindow = null
      needs.onStageClosed()
    })
    restoreAfterCrash(window.webContents, needs.onStageRestarted, () => window.close())
    void window.loadURL(pages.stage)
    return window
  }

  return {
    console: () => consoleWindow,
    stage: () => stageWindow,
    openConsole,
    openStage,
    closeStage: () => stageWindow?.close(),
  }
}

function otherDisplay(screen: Needs['screen'], console: BrowserWindow | null) {
  const own = console ? screen.getDisplayMatching(console.getBounds()) : screen.getPrimaryDisplay()
  const apart = (bounds: Electron.Rectangle) => bounds.x !== own.bounds.x || bounds.y !== own.bounds.y
  return screen.getAllDisplays().find((display) => display.id !== own.id && apart(display.bounds)) ?? null
}
