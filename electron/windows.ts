import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Input,
  Screen,
  WebContents,
  WebContentsView,
  WebContentsViewConstructorOptions,
} from 'electron'
import type { DisplaysState } from '../shared/desktop-api'
import {
  describeDisplay,
  overlap,
  placeStage,
  type Bounds,
  type OneDisplayAnswer,
  type Placing,
} from '../shared/displays/place'
import { pages } from './app-protocol'
import { factsOf, numbered, readDisplays, within } from './displays'
import { createNumbers } from './numbers'
import { lockedPreferences } from './security'
import { createStageHost } from './stage-host'
import { words } from './words'

/** The stage's own session, in memory only. */
export const stagePartition = 'stage'

/** The console's session where nothing can be kept: in memory too, so that nothing is written while the app ends. */
export const unkeptPartition = 'unkept'

interface Needs {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly WebContentsView: new (options: WebContentsViewConstructorOptions) => WebContentsView
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getDisplayMatching' | 'on'>
  readonly preloads: { readonly console: string; readonly stage: string }
  readonly devTools: boolean
  /** Whether what the console writes can be kept on this computer. */
  readonly keeps: boolean
  /** The description of the display that somebody chose for the wall; empty for "the other one". */
  readonly stageDisplay: () => string
  readonly rememberStageDisplay: (description: string) => void
  /** Called whenever either page has loaded and both are there, to give them a new port. */
  readonly connect: (console: WebContents, stage: WebContents) => void
  readonly onStageKey: (input: Input) => void
  readonly onStageClosed: () => void
  readonly onStageRestarted: () => void
  readonly onDisplaysChanged: (state: DisplaysState) => void
  readonly onGivenUp: () => void
}

export interface Windows {
  readonly console: () => BrowserWindow | null
  /** The page of the wall, in whichever form it stands; null when there is none. */
  readonly stage: () => WebContents | null
  readonly openConsole: () => BrowserWindow
  readonly openStage: () => void
  readonly closeStage: () => void
  readonly displays: () => DisplaysState
  readonly chooseStageDisplay: (id: number) => void
  readonly answerOneDisplay: (answer: Exclude<OneDisplayAnswer, 'unasked'>) => void
  readonly setStrip: (wish: 'shown' | 'away') => void
  readonly focusConsole: () => void
  /** Shows its number on every display for a moment. */
  readonly showNumbers: () => void
}

const mostCrashes = 3
const crashWindow = 60_000
/** A window that is being dragged is asked where it stands when it has stood still for this long. */
const stillAfter = 150

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
  const loaded = new WeakSet<WebContents>()
  const connectFrom = (contents: WebContents) => {
    loaded.add(contents)
    const both = [consoleWindow?.webContents, stage.contents()]
    const [first, second] = both.map((one) => (one && loaded.has(one) ? one : null))
    if (first && second) needs.connect(first, second)
  }
  const preferences = { ...lockedPreferences, devTools: needs.devTools }
  const consoleSession = needs.keeps ? {} : { partition: unkeptPartition }
  const stage = createStageHost({
    BrowserWindow: needs.BrowserWindow,
    WebContentsView: needs.WebContentsView,
    preferences: { ...preferences, partition: stagePartition, preload: needs.preloads.stage },
    console: () => consoleWindow,
    onLoaded: connectFrom,
    onKey: needs.onStageKey,
    mend: (contents, giveUp) => restoreAfterCrash(contents, needs.onStageRestarted, giveUp),
    onClosed: () => {
      places.stageClosed()
      needs.onStageClosed()
    },
  })
  const places = arrangeDisplays(needs, () => consoleWindow, stage.put)

  const showNumbers = createNumbers({
    BrowserWindow: needs.BrowserWindow,
    preferences: { ...preferences, partition: stagePartition },
  })

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
    window.webContents.on('did-finish-load', () => connectFrom(window.webContents))
    window.on('page-title-updated', (event) => event.preventDefault())
    window.on('move', places.consoleMoved)
    window.on('closed', () => {
      consoleWindow = null
      stage.close()
    })
    restoreAfterCrash(window.webContents, () => undefined, needs.onGivenUp)
    void window.loadURL(pages.console)
    return window
  }

  return {
    console: () => consoleWindow,
    stage: stage.contents,
    openConsole,
    openStage: places.open,
    closeStage: () => {
      stage.close()
      places.close()
    },
    displays: places.state,
    chooseStageDisplay: places.choose,
    answerOneDisplay: places.answer,
    setStrip: stage.setStrip,
    showNumbers: () => showNumbers(places.inOrder()),
    focusConsole: () => {
      consoleWindow?.focus()
      consoleWindow?.webContents.focus()
    },
  }
}

/** Knows where the console stands and where the wall belongs, and puts both there whenever a display comes, goes or changes. */
function arrangeDisplays(needs: Needs, console: () => BrowserWindow | null, put: (placing: Placing) => void) {
  let open = false
  let closedByHand = false
  let answer: OneDisplayAnswer = 'unasked'
  let own: number | null = null
  let wall: number | null = null
  let last: Placing | null = null
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const displays = () => readDisplays(needs.screen)
  const ownNow = (window: BrowserWindow) => needs.screen.getDisplayMatching(window.getBounds()).id
  const place = (): Placing | null => {
    const window = console()
    if (window === null) return null
    own ??= ownNow(window)
    return placeStage({ displays: displays(), own, wall, remembered: needs.stageDisplay(), answer })
  }
  /** While one display shows the same as another, a window that was moved there is still on its own. */
  const ownAfterMove = (window: BrowserWindow) => {
    const bounds = window.getBounds()
    const matching = needs.screen.getDisplayMatching(bounds)
    const before = displays().find(({ id }) => id === own)
    return before && overlap(before.bounds, matching.bounds) ? before.id : matching.id
  }
  const state = (): DisplaysState => factsOf(displays(), place(), open)
  const tell = () => {
    const now = state()
    const text = JSON.stringify(now)
    if (text === told) return
    told = text
    needs.onDisplaysChanged(now)
  }

  /** What was said about one display does not hold for a screen that has become the wall's meanwhile. */
  const forgetAnswer = (placing: Placing) => {
    const newlyShared = placing.form !== 'full-screen' && !placing.lost && last?.form === 'full-screen'
    const newlyMirrored = placing.mirrored && last !== null && !last.mirrored
    if (newlyShared || newlyMirrored) answer = 'unasked'
  }

  /** Brings the console onto its own display when that has gone or moved, and off the wall's. */
  const keepReachable = (window: BrowserWindow, { console: home, display }: Placing) => {
    if (home === null) return
    const bounds = window.getBounds()
    const matching = needs.screen.getDisplayMatching(bounds)
    const strayed = !overlap(bounds, home.bounds) || !overlap(matching.bounds, home.bounds)
    if (strayed || (display !== null && overlap(bounds, display.bounds))) moveInto(window, home.bounds)
    own = home.id
  }

  const arrange = () => {
    const window = console()
    const first = place()
    if (window === null || first === null) return
    if (open) forgetAnswer(first)
    const placing = place() ?? first
    if (open) {
      last = placing
      if (placing.display !== null) wall = placing.display.id
      // The wall first: it covers its display before the console is moved.
      if (!closedByHand) put(placing)
    }
    keepReachable(window, placing)
    tell()
  }

  const consoleMoved = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const window = console()
      if (window === null) return
      own = ownAfterMove(window)
      arrange()
    }, stillAfter)
  }

  for (const event of ['display-added', 'display-removed', 'display-metrics-changed'] as const) {
    needs.screen.on(event as 'display-added', arrange)
  }

  return {
    state,
    /** The displays in the order of their numbers. */
    inOrder: () => numbered(displays(), place()?.console?.id ?? null),
    consoleMoved,
    open: () => {
      open = true
      closedByHand = false
      arrange()
    },
    /** Somebody closed the wall's window, or it would not stay up: it comes back when it is opened again. */
    stageClosed: () => {
      closedByHand = true
    },
    close: () => {
      open = false
      answer = 'unasked'
      wall = null
      last = null
      tell()
    },
    /** Puts the wall on a display; on the console's own, the two change places. */
    choose: (id: number) => {
      const chosen = displays().find((display) => display.id === id)
      const placing = place()
      if (!chosen || placing === null) return
      if (chosen.id === placing.console?.id) {
        // What shows the same as the console's own, or is not there, is nothing to change places with.
        if (placing.display === null) return
        own = placing.display.id
      }
      needs.rememberStageDisplay(describeDisplay(chosen))
      wall = chosen.id
      arrange()
    },
    answer: (given: Exclude<OneDisplayAnswer, 'unasked'>) => {
      if (!open) return
      answer = given
      arrange()
    },
  }
}

/** Moves a window onto a display, as large as it was where that fits. */
function moveInto(window: BrowserWindow, display: Bounds): void {
  if (window.isFullScreen()) window.setFullScreen(false)
  if (window.isMaximized()) window.unmaximize()
  window.setBounds(within(window.getBounds(), display))
}
