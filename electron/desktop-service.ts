import {
  printedSheets,
  type About,
  type DesktopApi,
  type Printed,
  type PrintWish,
} from '../shared/desktop-api'
import { parseSettings, type Settings } from '../shared/settings'
import type { SettingsStore } from './settings-store'
import type { VaultCalls } from './vault/vault-service'
import type { Windows } from './windows'

interface Needs {
  readonly windows: Windows
  readonly settings: SettingsStore
  readonly changeSettings: (change: Partial<Settings>) => Settings
  readonly keepAwake: (wish: 'on' | 'off') => void
  readonly about: () => About
  readonly vaultCalls: VaultCalls
  readonly printSheet: (wish: PrintWish) => Promise<Printed>
}

/** How wide the console's picture of the wall is, in pixels. */
const pictureWidth = 640

/** The settings with what is sound in a wish; a value that cannot be used changes nothing. */
function changeIn(wish: unknown, now: Settings): Settings {
  if (typeof wish !== 'object' || wish === null) return now
  const bad: readonly string[] = parseSettings(wish)?.mended ?? []
  const sound = Object.entries(wish).filter(([key, value]) => value !== undefined && !bad.includes(key))
  return parseSettings({ ...now, ...Object.fromEntries(sound) })?.settings ?? now
}

const fieldOf = (argument: unknown, name: string): unknown =>
  typeof argument === 'object' && argument !== null && Object.hasOwn(argument, name)
    ? (argument as Record<string, unknown>)[name]
    : undefined

/** What is to be printed, as a page asked for it; null when that is nothing we know. */
function printWishOf(argument: unknown): PrintWish | null {
  const what = printedSheets.find((one) => one === fieldOf(argument, 'what'))
  const way = (['pdf', 'a4', 'letter'] as const).find((one) => one === fieldOf(argument, 'way'))
  return what === undefined || way === undefined ? null : { what, way }
}

/** Answers the contract. Every argument comes from a page, and is read here before it is used. */
export function createDesktopService(needs: Needs): {
  readonly [Name in keyof DesktopApi]: (argument: unknown) => Promise<unknown>
} {
  return {
    setStage: async (argument) => {
      if (argument === 'open') needs.windows.openStage()
      else if (argument === 'closed') needs.windows.closeStage()
    },
    readSettings: async () => needs.settings.read(),
    writeSettings: async (argument) => needs.changeSettings(changeIn(argument, needs.settings.read())),
    thisScreen: async (argument) => {
      const window = needs.windows.console()
      if (argument === 'full-screen') window?.setFullScreen(!window.isFullScreen())
      else if (argument === 'front') needs.windows.focusConsole()
      else if (argument === 'awake' || argument === 'may-sleep')
        needs.keepAwake(argument === 'awake' ? 'on' : 'off')
    },
    about: async () => needs.about(),
    pictureOfStage: async () => {
      const stage = needs.windows.stage()
      if (stage === null || needs.windows.displays().form === 'away') return null
      const picture = await stage.capturePage()
      return picture.isEmpty() ? null : picture.resize({ width: pictureWidth, quality: 'good' }).toDataURL()
    },
    displays: async () => needs.windows.displays(),
    chooseStageDisplay: async (argument) => {
      if (typeof argument === 'number' && Number.isSafeInteger(argument))
        needs.windows.chooseStageDisplay(argument)
      return needs.windows.displays()
    },
    answerOneDisplay: async (argument) => {
      if (argument === 'on-the-wall' || argument === 'not-on-the-wall')
        needs.windows.answerOneDisplay(argument)
      return needs.windows.displays()
    },
    showStrip: async (argument) => {
      if (argument === 'shown' || argument === 'away') needs.windows.setStrip(argument)
    },
    showNumbers: async () => needs.windows.showNumbers(),
    ...needs.vaultCalls,
    printSheet: async (argument) => {
      const wish = printWishOf(argument)
      return wish === null ? 'failed' : needs.printSheet(wish)
    },
  }
}
