import { EventEmitter } from 'node:events'
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  WebContentsView,
  WebContentsViewConstructorOptions,
  WebPreferences,
} from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { numbered, within } from '../../../electron/displays'
import { createWindows } from '../../../electron/windows'
import type { DisplaysState } from '../../../shared/desktop-api'

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

type Bounds = Electron.Rectangle
const left: Bounds = { x: 0, y: 0, width: 1920, height: 1080 }
const right: Bounds = { x: 1920, y: 0, width: 1920, height: 1080 }
const displayAt = (id: number, bounds: Bounds): Electron.Display =>
  ({ id, label: `display ${id}`, bounds, scaleFactor: 1, internal: id === 1 }) as Electron.Display

const overlapping = (one: Bounds, other: Bounds) =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y))

/** The page of a window or view that only notes what it was asked for. */
class FakeContents extends EventEmitter {
  closed = false
  readonly loadURL = async (url: string) => void this.addresses.push(url)
  readonly focus = () => undefined
  readonly isDestroyed = () => this.closed
  readonly close = () => void (this.closed = true)
  constructor(private readonly addresses: string[]) {
    super()
  }
}

/** The windows of an app that only notes what it was asked for, on displays that come and go. */
function windowsWith({ devTools = false, keeps = true, displays = [displayAt(1, left)] } = {}) {
  const asked: (BrowserWindowConstructorOptions | WebContentsViewConstructorOptions)[] = []
  const addresses: string[] = []
  const made: FakeWindow[] = []
  const told: DisplaysState[] = []
  let now = displays
  let remembered = ''
  class FakeWindow extends EventEmitter {
    readonly webContents = new FakeContents(addresses)
    readonly children: unknown[] = []
    readonly contentView = {
      addChildView: (view: unknown) => void this.children.push(view),
      removeChildView: (view: unknown) => void this.children.splice(this.children.indexOf(view), 1),
    }
    bounds: Bounds
    full = false
    visible: boolean
    destroyed = false
    constructor(options: BrowserWindowConstructorOptions) {
      super()
      asked.push(options)
      made.push(this)
      const { x = 0, y = 0, width = 800, height = 600 } = options
      this.bounds = { x, y, width, height }
      this.visible = options.show ?? true
    }
    readonly loadURL = this.webContents.loadURL
    readonly removeMenu = () => undefined
    readonly getBounds = () => this.bounds
    readonly getContentBounds = () => this.bounds
    readonly setBounds = (bounds: Bounds) => void (this.bounds = bounds)
    readonly isFullScreen = () => this.full
    readonly setFullScreen = (full: boolean) => void (this.full = full)
    readonly setAlwaysOnTop = () => undefined
    readonly isMaximized = () => false
    readonly isVisible = () => this.visible
    readonly show = () => void (this.visible = true)
    readonly showInactive = () => void (this.visible = true)
    readonly hide = () => void (this.visible = false)
    readonly isDestroyed = () => this.destroyed
    readonly destroy = () => {
      this.destroyed = true
      this.emit('closed')
    }
    readonly close = this.destroy
  }
  class FakeView {
    readonly webContents = new FakeContents(addresses)
    bounds: Bounds = { x: 0, y: 0, width: 0, height: 0 }
    constructor(options: WebContentsViewConstructorOptions) {
      asked.push(options)
    }
    readonly setBounds = (bounds: Bounds) => void (this.bounds = bounds)
    readonly setBackgroundColor = () => undefined
  }
  const screen = Object.assign(new EventEmitter(), {
    getAllDisplays: () => now,
    getDisplayMatching: (bounds: Bounds) =>
      now.reduce((best, display) =>
        overlapping(display.bounds, bounds) > overlapping(best.bounds, bounds) ? display : best,
      ),
  })
  const closed = vi.fn()
  const windows = createWindows({
    BrowserWindow: FakeWindow as unknown as new (options: BrowserWindowConstructorOptions) => BrowserWindow,
    WebContentsView: FakeView as unknown as new (
      options: WebContentsViewConstructorOptions,
    ) => WebContentsView,
    screen: screen as unknown as Electron.Screen,
    preloads: { console: '/console.cjs', stage: '/stage.cjs' },
    devTools,
    keeps,
    stageDisplay: () => remembered,
    rememberStageDisplay: (description) => (remembered = description),
    connect: () => undefined,
    onStageKey: () => undefined,
    onStageClosed: closed,
    onStageRestarted: () => undefined,
    onDisplaysChanged: (state) => told.push(state),
    onGivenUp: () => undefined,
  })
  const change = (
    event: 'display-added' | 'display-removed' | 'display-metrics-changed',
    next: Electron.Display[],
  ) => {
    now = next
    screen.emit(event)
  }
  /** The windows that are there, console first. */
  const standing = () => made.filter(({ destroyed }) => !destroyed)
  return { windows, asked, addresses, standing, told, change, closed, remembered: () => remembered }
}

const one = [displayAt(1, left)]
const two = [displayAt(1, left), displayAt(2, right)]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the two windows', () => {
  it.each([true, false])(
    'are made with exactly the locked preferences (tools for development: %s), and so is the view',
    (devTools) => {
      const { windows, asked, addresses, change } = windowsWith({ devTools, displays: two })
      windows.openConsole()
      windows.openStage()
      windows.closeStage()
      change('display-removed', one)
      windows.openStage()
      const stage = { ...locked, devTools, preload: '/stage.cjs', partition: 'stage' }
      expect(asked.map(({ webPreferences }) => webPreferences)).toEqual([
        { ...locked, devTools, preload: '/console.cjs' },
        stage,
        stage,
      ])
      expect(addresses).toEqual([
        'app://circle/console.html',
        'app://circle/stage.html',
        'app://circle/stage.html',
      ])
    },
  )

  it('keep what they have in memory where nothing can be kept', () => {
    const { windows, asked } = windowsWith({ keeps: false })
    windows.openConsole()
    windows.openStage()
    expect(asked.map(({ webPreferences }) => webPreferences?.partition)).toEqual(['unkept', 'stage'])
  })

  it('are two however often the wall is opened', () => {
    const { windows, asked } = windowsWith({ displays: two })
    windows.openConsole()
    windows.openStage()
    windows.openStage()
    expect(asked).toHaveLength(2)
  })
})

describe('on two displays', () => {
  it('the wall fills the other one, and goes with it', () => {
    const { windows, standing, change } = windowsWith({ displays: two })
    windows.openConsole()
    windows.openStage()
    const wall = standing()[1]
    expect([wall?.bounds, wall?.full, wall?.visible]).toEqual([right, true, true])
    const small = { x: 1920, y: 40, width: 1024, height: 768 }
    change('display-metrics-changed', [displayAt(1, left), displayAt(2, small)])
    expect([wall?.bounds, wall?.full]).toEqual([small, true])
    change('display-removed', one)
    expect(wall?.visible).toBe(false)
    expect(windows.displays()).toMatchObject({ form: 'away', lost: true, asks: false })
    change('display-added', two)
    expect([wall?.bounds, wall?.full, wall?.visible]).toEqual([right, true, true])
    expect(windows.displays()).toMatchObject({ form: 'full-screen', lost: false })
  })

  it('is put right when a window manager puts it elsewhere', () => {
    const { windows, standing } = windowsWith({ displays: two })
    windows.openConsole()
    windows.openStage()
    const wall = standing()[1]
    wall?.setBounds({ x: 0, y: 0, width: 900, height: 600 })
    wall?.setFullScreen(false)
    vi.advanceTimersByTime(500)
    expect([wall?.bounds, wall?.full]).toEqual([right, true])
  })

  it('a console that hangs over the edge is moved off the wall', () => {
    const { windows, standing } = windowsWith({ displays: two })
    windows.openConsole()
    windows.openStage()
    const console = standing()[0]
    console?.setBounds({ x: 1200, y: 100, width: 1280, height: 800 })
    console?.emit('move')
    vi.advanceTimersByTime(500)
    expect(console?.bounds).toEqual({ x: 640, y: 100, width: 1280, height: 800 })
  })

  it('a console that is put on the wall’s display stays there, and the wall goes to the other', () => {
    const { windows, standing } = windowsWith({ displays: two })
    windows.openConsole()
    windows.openStage()
    const [console, wall] = standing()
    console?.setBounds({ x: 2000, y: 100, width: 1280, height: 800 })
    console?.emit('move')
    vi.advanceTimersByTime(500)
    expect(console?.bounds.x).toBe(2000)
    expect(wall?.bounds).toEqual(left)
  })

  it('the display that somebody chooses is remembered by what it is', () => {
    const third = displayAt(3, { x: 3840, y: 0, width: 1280, height: 720 })
    const { windows, standing, remembered } = windowsWith({ displays: [...two, third] })
    windows.openConsole()
    windows.openStage()
    windows.chooseStageDisplay(3)
    expect(remembered()).toBe('external 1280x720 @1 display 3')
    expect(standing()[1]?.bounds).toEqual(third.bounds)
    windows.chooseStageDisplay(99)
    expect(remembered()).toBe('external 1280x720 @1 display 3')
  })

  it('console and wall change places when the wall is put on the console’s own, and back', () => {
    const { windows, standing } = windowsWith({ displays: two })
    windows.openConsole()
    windows.openStage()
    const [console, wall] = standing()
    windows.chooseStageDisplay(1)
    vi.advanceTimersByTime(2000)
    expect([wall?.bounds, wall?.full]).toEqual([left, true])
    expect(overlapping(console?.bounds ?? left, left)).toBe(0)
    windows.chooseStageDisplay(2)
    vi.advanceTimersByTime(2000)
    expect([wall?.bounds, wall?.full]).toEqual([right, true])
    expect(overlapping(console?.bounds ?? right, right)).toBe(0)
  })

  it('with one display there is nothing to change places with', () => {
    const { windows, remembered } = windowsWith()
    windows.openConsole()
    windows.openStage()
    windows.chooseStageDisplay(1)
    expect(remembered()).toBe('')
    expect(windows.displays().form).toBe('strip')
  })

  it('a console that was moved while both displays showed the same is still on its own afterwards', () => {
    const same = [displayAt(2, left), displayAt(1, left)]
    const { windows, standing, change } = windowsWith({ displays: two })
    windows.openConsole()
    windows.openStage()
    change('display-metrics-changed', same)
    const console = standing()[0]
    console?.setBounds({ x: 40, y: 40, width: 1280, height: 800 })
    console?.emit('move')
    vi.advanceTimersByTime(500)
    change('display-metrics-changed', two)
    expect(console?.bounds.x).toBe(40)
    expect(standing().at(-1)?.bounds).toEqual(right)
  })
})

describe('on one display', () => {
  it('the wall covers all of the console until its strip is up, and a line is left free then', () => {
    const { windows, standing } = windowsWith()
    windows.openConsole()
    windows.openStage()
    const view = standing()[0]?.children[0] as { readonly bounds: Bounds } | undefined
    expect(windows.displays()).toMatchObject({ form: 'strip', asks: true })
    expect(view?.bounds).toEqual({ x: 0, y: 0, width: 1280, height: 800 })
    windows.setStrip('shown')
    expect(view?.bounds).toEqual({ x: 0, y: 0, width: 1280, height: 756 })
    windows.setStrip('away')
    expect(view?.bounds.height).toBe(800)
  })

  it('the answer holds until the wall is closed', () => {
    const { windows, standing, told } = windowsWith()
    windows.openConsole()
    windows.answerOneDisplay('not-on-the-wall')
    windows.openStage()
    expect(windows.displays()).toMatchObject({ form: 'strip', asks: true })
    windows.answerOneDisplay('not-on-the-wall')
    expect(windows.displays()).toMatchObject({ form: 'window', asks: false })
    expect(standing().map(({ children }) => children.length)).toEqual([0, 0])
    windows.closeStage()
    windows.openStage()
    expect(windows.displays()).toMatchObject({ form: 'strip', asks: true })
    expect(told.map(({ form }) => form)).toEqual(['strip', 'window', 'none', 'strip'])
  })

  it('an answer from before does not hold when the screen becomes the wall’s', () => {
    const { windows, change } = windowsWith()
    windows.openConsole()
    windows.openStage()
    windows.answerOneDisplay('not-on-the-wall')
    change('display-added', [displayAt(1, left), displayAt(2, left)])
    expect(windows.displays()).toMatchObject({ form: 'strip', asks: true, mirrored: true })
    windows.answerOneDisplay('not-on-the-wall')
    expect(windows.displays()).toMatchObject({ form: 'window', asks: false })
  })

  it('a wall that somebody closed stays closed until it is opened again', () => {
    const { windows, standing, change, closed } = windowsWith()
    windows.openConsole()
    windows.openStage()
    windows.answerOneDisplay('not-on-the-wall')
    standing()[1]?.close()
    expect(closed).toHaveBeenCalledTimes(1)
    change('display-metrics-changed', one)
    expect(standing()).toHaveLength(1)
    windows.openStage()
    expect(standing()).toHaveLength(2)
  })
})

describe('a console whose own display has gone', () => {
  it('comes to the one that is left, and only its strip with it', () => {
    const { windows, standing, change } = windowsWith({ displays: two })
    windows.openConsole()
    windows.openStage()
    change('display-removed', [displayAt(2, right)])
    const console = standing()[0]
    expect(console?.children).toHaveLength(1)
    expect(console?.bounds).toEqual({ x: 1920, y: 0, width: 1280, height: 800 })
    expect(windows.displays()).toMatchObject({ form: 'strip', asks: true, lost: false })
  })
})

describe('places', () => {
  it.each([
    [
      { x: -50, y: 900, width: 1280, height: 800 },
      { x: 0, y: 280, width: 1280, height: 800 },
    ],
    [
      { x: 2500, y: 10, width: 3000, height: 2000 },
      { x: 0, y: 0, width: 1920, height: 1080 },
    ],
    [
      { x: 10, y: 20, width: 100, height: 100 },
      { x: 10, y: 20, width: 100, height: 100 },
    ],
  ])('%j lies inside as %j', (window, expected) => {
    expect(within(window, left)).toEqual(expected)
  })

  it('are numbered from the console’s own', () => {
    const at = (id: number, x: number) => ({
      id,
      label: '',
      bounds: { ...left, x },
      scale: 1,
      internal: false,
    })
    expect(numbered([at(3, 5000), at(1, 0), at(2, 1920)], 2).map(({ id }) => id)).toEqual([2, 1, 3])
  })
})

describe('numbers', () => {
  it('stand on every display for three seconds, locked like everything else', () => {
    const { windows, asked, addresses, standing } = windowsWith({ displays: two })
    windows.openConsole()
    windows.showNumbers()
    windows.showNumbers()
    expect(
      standing()
        .map(({ bounds }) => bounds)
        .slice(1),
    ).toEqual([left, right])
    expect(addresses.slice(-2)).toEqual(['app://circle/numbers.html#1', 'app://circle/numbers.html#2'])
    expect(asked.at(-1)?.webPreferences).toEqual({ ...locked, devTools: false, partition: 'stage' })
    vi.advanceTimersByTime(3000)
    expect(standing()).toHaveLength(1)
  })
})
