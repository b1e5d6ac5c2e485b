import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Input,
  WebContents,
  WebContentsView,
  WebContentsViewConstructorOptions,
  WebPreferences,
} from 'electron'
import type { Bounds, Placing } from '../shared/displays/place'
import { pages } from './app-protocol'
import { words } from './words'

/** The wall's ground, shown until its page has drawn. */
const ground = '#171411'
/** How tall the strip under the wall is, where there is one display only. */
const stripHeight = 44
/** The key that shows what to say while it is down. */
const heldKey = 'Backquote'
/** When it is looked whether the window manager did what it was asked: soon, then less often, in milliseconds. */
const lookAfter = [120, 160, 220, 300, 400, 500, 500, 500, 500, 500]

interface Needs {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly WebContentsView: new (options: WebContentsViewConstructorOptions) => WebContentsView
  readonly preferences: WebPreferences
  readonly console: () => BrowserWindow | null
  readonly onLoaded: (contents: WebContents) => void
  readonly onKey: (input: Input) => void
  /** Mends a page whose process died; the last argument is called when that happens too often. */
  readonly mend: (contents: WebContents, giveUp: () => void) => void
  readonly onClosed: () => void
}

/** The wall in whichever form it has: a window of its own, or a view above the strip in the console's window. */
export interface StageHost {
  readonly contents: () => WebContents | null
  readonly put: (placing: Placing) => void
  readonly setStrip: (wish: 'shown' | 'away') => void
  readonly close: () => void
}

const isAt = (window: BrowserWindow, wanted: Bounds): boolean => {
  const { x, y, width, height } = window.getBounds()
  return x === wanted.x && y === wanted.y && width === wanted.width && height === wanted.height
}

/** Holds the wall, and moves it where it is put. */
export function createStageHost(needs: Needs): StageHost {
  let window: BrowserWindow | null = null
  let view: { readonly view: WebContentsView; readonly parent: BrowserWindow } | null = null
  let wanted: Placing | null = null
  let strip: 'shown' | 'away' = 'away'
  let timer: ReturnType<typeof setTimeout> | undefined

  const attend = (contents: WebContents, giveUp: () => void) => {
    contents.on('did-finish-load', () => needs.onLoaded(contents))
    contents.on('before-input-event', (event, input) => {
      // A key that is stopped when it goes down is never told of when it comes up: the one that is held may pass.
      if (input.type === 'keyDown' && input.code !== heldKey) event.preventDefault()
      if (input.type === 'keyDown' || input.type === 'keyUp') needs.onKey(input)
    })
    needs.mend(contents, giveUp)
    void contents.loadURL(pages.stage)
  }

  const makeWindow = (place: Partial<BrowserWindowConstructorOptions>): BrowserWindow => {
    const made = new needs.BrowserWindow({
      ...place,
      useContentSize: true,
      title: words.windowTitle,
      backgroundColor: ground,
      autoHideMenuBar: true,
      webPreferences: needs.preferences,
    })
    window = made
    made.removeMenu()
    made.on('page-title-updated', (event) => event.preventDefault())
    made.on('closed', () => {
      if (window !== made) return
      window = null
      needs.onClosed()
    })
    attend(made.webContents, () => made.close())
    return made
  }

  const dropWindow = () => {
    const dropped = window
    window = null
    dropped?.destroy()
  }

  const dropView = () => {
    if (view === null) return
    const { view: dropped, parent } = view
    view = null
    strip = 'away'
    if (!parent.isDestroyed()) {
      parent.removeListener('resize', layOut)
      parent.contentView.removeChildView(dropped)
      parent.webContents.focus()
    }
    if (!dropped.webContents.isDestroyed()) dropped.webContents.close()
  }

  // Until the page has put its strip up, the wall covers all of the console: nothing of it may stand below.
  const layOut = () => {
    if (view === null || view.parent.isDestroyed()) return
    const { width, height } = view.parent.getContentBounds()
    const below = strip === 'shown' ? stripHeight : 0
    view.view.setBounds({ x: 0, y: 0, width, height: Math.max(1, height - below) })
  }

  const makeView = (parent: BrowserWindow) => {
    const made = new needs.WebContentsView({ webPreferences: needs.preferences })
    made.setBackgroundColor(ground)
    parent.contentView.addChildView(made)
    view = { view: made, parent }
    parent.on('resize', layOut)
    layOut()
    // The window of its own stays until the view has drawn: the wall is never empty between the two.
    const old = window
    const dropOld = () => {
      if (old !== null && window === old) dropWindow()
    }
    made.webContents.once('did-finish-load', dropOld)
    made.webContents.once('did-fail-load', dropOld)
    attend(made.webContents, () => {
      if (view?.view !== made) return
      dropView()
      needs.onClosed()
    })
  }

  /**
   * Window managers answer late, and in their own order: it is looked again until the wall is where it belongs. One that is
   * slow is given more time each time: asked again before it answered, it would begin anew.
   */
  const settle = (look: number) => {
    clearTimeout(timer)
    const after = lookAfter[look]
    if (window === null || wanted?.form !== 'full-screen' || wanted.display === null || after === undefined)
      return
    if (!isAt(window, wanted.display.bounds) || !window.isFullScreen() || !window.isVisible()) {
      if (window.isFullScreen() && !isAt(window, wanted.display.bounds)) window.setFullScreen(false)
      window.setBounds(wanted.display.bounds)
      if (!window.isVisible()) window.showInactive()
      window.setFullScreen(true)
      window.setAlwaysOnTop(true, 'screen-saver')
    }
    timer = setTimeout(() => settle(look + 1), after)
  }

  const putInWindow = (home: Bounds | null) => {
    if (window === null) return void makeWindow({ width: 1280, height: 720 })
    window.setAlwaysOnTop(false)
    window.setFullScreen(false)
    const width = Math.min(1280, home?.width ?? 1280)
    const height = Math.min(720, home?.height ?? 720)
    window.setBounds({ x: home?.x ?? 0, y: home?.y ?? 0, width, height })
    window.show()
  }

  const put = (placing: Placing) => {
    const before = wanted
    wanted = placing
    clearTimeout(timer)
    if (placing.form === 'strip') {
      const parent = needs.console()
      if (view === null && parent !== null) makeView(parent)
      return
    }
    dropView()
    if (placing.form === 'away') {
      window?.setAlwaysOnTop(false)
      window?.hide()
      return
    }
    if (placing.form === 'window') {
      if (window === null || before?.form !== 'window') putInWindow(placing.console?.bounds ?? null)
      return
    }
    if (placing.display === null) return
    if (window === null) makeWindow({ ...placing.display.bounds, show: false })
    settle(0)
  }

  return {
    contents: () => view?.view.webContents ?? window?.webContents ?? null,
    put,
    setStrip: (wish) => {
      if (view === null) return
      strip = wish
      layOut()
    },
    close: () => {
      wanted = null
      clearTimeout(timer)
      dropView()
      dropWindow()
    },
  }
}
