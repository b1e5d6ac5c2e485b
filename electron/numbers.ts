import type { BrowserWindow, BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import type { Display } from '../shared/displays/place'
import { origin } from './app-protocol'
import { words } from './words'

/** How long a number stands, in milliseconds. */
const stands = 3000

interface Needs {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly preferences: WebPreferences
}

/** Shows its number on every display for three seconds: one numeral over everything, which takes no key and no focus. */
export function createNumbers(needs: Needs): (displays: readonly Display[]) => void {
  let shown: readonly BrowserWindow[] = []
  const end = () => {
    for (const window of shown) if (!window.isDestroyed()) window.destroy()
    shown = []
  }
  const show = ({ bounds }: Display, index: number): BrowserWindow => {
    const window = new needs.BrowserWindow({
      ...bounds,
      frame: false,
      focusable: false,
      skipTaskbar: true,
      show: false,
      title: words.windowTitle,
      backgroundColor: '#171411',
      webPreferences: needs.preferences,
    })
    window.setAlwaysOnTop(true, 'screen-saver')
    window.webContents.once('did-finish-load', () => {
      if (window.isDestroyed()) return
      window.showInactive()
      window.setBounds(bounds)
    })
    void window.loadURL(`${origin}/numbers.html#${index + 1}`)
    return window
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  return (displays) => {
    clearTimeout(timer)
    end()
    shown = displays.map(show)
    timer = setTimeout(end, stands)
  }
}
