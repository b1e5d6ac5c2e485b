import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
  WebContentsView,
} from 'electron'
import { portChannel } from '../shared/desktop-api'
import { usualPaper } from '../shared/export/paper-size'
import type { Settings } from '../shared/settings'
import { listPages, schemePrivileges } from './app-protocol'
import { createDesktopService } from './desktop-service'
import { announce, serveDesktopApi, serveErrands } from './ipc'
import { createKeepAwake } from './keep-awake'
import { menuTemplate } from './menu'
import { canWrite, profileFolder } from './profile'
import { hardenSession, isConsole, lockEveryPage, refusedSwitch } from './security'
import { openSettings, type SettingsStore } from './settings-store'
import { guardNode, quietenChromium } from './silence'
import { createDerive } from './vault/derive'
import { createKeyStore } from './vault/key-store'
import { createErrands, createVaultCalls } from './vault/vault-service'
import { createVaults, type Vaults } from './vault/vaults'
import { printSheet } from './print-sheet'
import { readRoom } from './room-facts'
import { createWindows, stagePartition, unkeptPartition, type Windows } from './windows'
import { words } from './words'

const oldestReleaseRuntime = 45
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const isTestRuntime = Number(process.versions.electron.split('.')[0]) < oldestReleaseRuntime

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(64)
}

// Before anything else: what a packed app refuses, and silence.
if (app.isPackaged) {
  const unwanted = refusedSwitch(process.argv)
  if (unwanted !== null) refuse(words.switchRefused(unwanted))
  if (isTestRuntime) refuse(words.testRuntimeRefused)
}
guardNode()
quietenChromium(app)
if (process.getuid?.() !== 0) app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: schemePrivileges }])

keepOffServers()
const writable = canWrite(profileFolder(app))
if (!writable) useTemporaryProfile()

if (app.requestSingleInstanceLock()) {
  lockEveryPage(app)
  app.whenReady().then(open).catch(stopAtStart)
} else {
  app.exit(0)
}

/** On Windows the usual folder goes along to a company's server; this one stays on this computer. */
function keepOffServers(): void {
  const local = process.env['LOCALAPPDATA']
  if (process.platform !== 'win32' || !local || app.commandLine.hasSwitch('user-data-dir')) return
  app.setPath('userData', join(local, words.windowTitle))
  app.setPath('sessionData', join(local, words.windowTitle))
}

function useTemporaryProfile(): void {
  const folder = mkdtempSync(join(tmpdir(), 'circlet-'))
  app.setPath('userData', folder)
  app.setPath('sessionData', folder)
  app.on('quit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
}

async function open(): Promise<void> {
  const pageList = listPages(here('../renderer'))
  await hardenSession(session.defaultSession, pageList)
  for (const partition of writable ? [stagePartition] : [stagePartition, unkeptPartition]) {
    await hardenSession(session.fromPartition(partition), pageList)
  }
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false })

  const settings = openSettings(app.getPath('userData'))
  ipcMain.removeAllListeners('electron-store-get-data') // electron-store's own channel: no page of ours asks for it
  const windows = wireWindows(settings, (stageDisplay) => changeSettings({ stageDisplay }))
  const changeSettings = (change: Partial<Settings>) => applySettings(settings, windows, change)
  const keepAwake = createKeepAwake(powerSaveBlocker)

  const folder = join(app.getPath('userData'), 'circles')
  const vaults = createVaults({
    folder,
    keyStore: createKeyStore(safeStorage),
    derive: createDerive(utilityProcess, here('./derive-process.js')),
    now: () => performance.now(),
  })
  const vaultNeeds = { vaults, folder, dialog }
  const isTrusted = (event: Parameters<typeof isConsole>[0]) =>
    isConsole(event, windows.console()?.webContents ?? null)

  serveDesktopApi(
    ipcMain,
    createDesktopService({
      windows,
      settings,
      changeSettings,
      keepAwake: keepAwake.set,
      about: () => ({
        runtime: isTestRuntime ? 'test' : 'release',
        notices: settings.notices(),
        trouble: writable ? null : 'profile-not-writable',
        folder: app.getPath('userData'),
        usualPaper: usualPaper(app.getLocaleCountryCode()),
        room: readRoom(app.getPath('userData'), powerMonitor, keepAwake),
      }),
      vaultCalls: createVaultCalls(vaultNeeds),
      printSheet: (wish) =>
        printSheet(
          { window: windows.console(), dialog, wall: windows.stage() === null ? 'away' : 'open' },
          wish,
        ),
    }),
    isTrusted,
  )
  serveErrands(ipcMain, createErrands(vaultNeeds), isTrusted)
  lockWithTheComputer(vaults, windows)

  app.on('second-instance', () => focusConsole(windows))
  app.on('activate', () => focusConsole(windows))
  app.on('window-all-closed', () => app.quit())
  powerMonitor.on('resume', () => tellConsole(windows, (contents) => announce(contents, 'woke', null)))
  showMenu(settings, windows)
  windows.openConsole()
}

/** How long the computer may sleep while a session is on the wall before the circles are closed, in milliseconds. */
const longSleep = 30 * 60_000

/** Closes the circles when the computer is locked or sleeps; while a session is on the wall, only after half an hour asleep. */
function lockWithTheComputer(vaults: Vaults, windows: Windows): void {
  let asleepSince = 0
  const lock = () => {
    vaults.lock()
    tellConsole(windows, (contents) => announce(contents, 'vaultsLocked', null))
  }
  const inSession = () => windows.stage() !== null
  powerMonitor.on('lock-screen', () => {
    if (!inSession()) lock()
  })
  powerMonitor.on('suspend', () => {
    asleepSince = Date.now()
    if (!inSession()) lock()
  })
  powerMonitor.on('resume', () => {
    if (asleepSince !== 0 && Date.now() - asleepSince > longSleep) lock()
    asleepSince = 0
  })
}

function wireWindows(settings: SettingsStore, rememberStageDisplay: (description: string) => void): Windows {
  const windows: Windows = createWindows({
    BrowserWindow,
    WebContentsView,
    screen,
    preloads: { console: here('../preload/console.cjs'), stage: here('../preload/stage.cjs') },
    devTools: !app.isPackaged,
    keeps: writable,
    stageDisplay: () => settings.read().stageDisplay,
    rememberStageDisplay,
    connect: (consoleContents, stageContents) => {
      const { port1, port2 } = new MessageChannelMain()
      consoleContents.postMessage(portChannel, null, [port1])
      stageContents.postMessage(portChannel, null, [port2])
    },
    onStageKey: ({ type, key, code, control, shift, alt }) =>
      tellConsole(windows, (contents) =>
        announce(contents, type === 'keyUp' ? 'stageKeyUp' : 'stageKey', { key, code, control, shift, alt }),
      ),
    onStageClosed: () => tellConsole(windows, (contents) => announce(contents, 'stageClosed', null)),
    onStageRestarted: () => tellConsole(windows, (contents) => announce(contents, 'stageRestarted', null)),
    onDisplaysChanged: (state) =>
      tellConsole(windows, (contents) => announce(contents, 'displaysChanged', state)),
    onGivenUp: giveUp,
  })
  tellFocus(windows)
  return windows
}

function tellConsole(windows: Windows, tell: (contents: Electron.WebContents) => void): void {
  const contents = windows.console()?.webContents
  if (contents && !contents.isDestroyed()) tell(contents)
}

/** Going from one of our windows to the other, the first loses the keys before the second has them. */
const focusSettles = 200

/** Tells the console whether keys go to a window of the app. */
function tellFocus(windows: Windows): void {
  let told = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const has = BrowserWindow.getFocusedWindow() !== null
    if (has === told) return
    told = has
    tellConsole(windows, (contents) => announce(contents, 'focusChanged', has))
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(look, focusSettles)
  }
  app.on('browser-window-blur', soon)
  app.on('browser-window-focus', soon)
}

function focusConsole(windows: Windows): void {
  const window = windows.console() ?? windows.openConsole()
  if (window.isMinimized()) window.restore()
  window.focus()
}

function applySettings(store: SettingsStore, windows: Windows, change: Partial<Settings>): Settings {
  const settings = store.write(change)
  showMenu(store, windows)
  tellConsole(windows, (contents) => announce(contents, 'settingsChanged', settings))
  return settings
}

function showMenu(store: SettingsStore, windows: Windows): void {
  const template = menuTemplate({
    settings: store.read(),
    change: (change) => applySettings(store, windows, change),
    fullScreen: () => {
      const window = windows.console()
      window?.setFullScreen(!window.isFullScreen())
    },
    isMac: process.platform === 'darwin',
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** A start that fails says so in words; a window that never comes says nothing. */
function stopAtStart(reason: unknown): void {
  console.error(`The start failed: ${(reason as NodeJS.ErrnoException | null)?.code ?? 'unknown'}`)
  dialog.showErrorBox(words.cannotStart, words.cannotStartMore)
  app.exit(1)
}

function giveUp(): void {
  dialog.showMessageBoxSync({
    message: words.keepsStopping,
    detail: words.keepsStoppingMore,
    buttons: [words.quit],
  })
  app.quit()
}
