import type { App, IpcMainInvokeEvent, Session, WebContents, WebPreferences } from 'electron'
import { pages, serveAppProtocol } from './app-protocol'
import { silenceSession, staysInside } from './silence'

/** Written out, so that a change of a default changes nothing here. */
export const lockedPreferences = {
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
} as const satisfies WebPreferences

/** What each page may ask for; everything else, and everything in any other page, is denied. */
const allowedPermissions: Readonly<Record<string, readonly string[]>> = {
  [pages.console]: ['fullscreen', 'persistent-storage'],
  [pages.stage]: ['fullscreen'],
}

interface Asking {
  readonly isMainFrame: boolean
  readonly requestingUrl?: string
}

const withoutTail = (url: string) => url.split(/[?#]/)[0] ?? ''

/** Whether a page may have what it asks for: our two pages' own main frames, a short list each. */
export function isPermitted(contents: WebContents | null, permission: string, asking: Asking): boolean {
  if (contents === null || !asking.isMainFrame || asking.requestingUrl === undefined) return false
  const page = withoutTail(contents.getURL())
  if (withoutTail(asking.requestingUrl) !== page) return false
  return Object.hasOwn(allowedPermissions, page) && (allowedPermissions[page]?.includes(permission) ?? false)
}

/** Shuts a session that nobody asked for: it may do nothing, load nothing, and call no other program. */
export function shutSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysInside(details.url) }))
}

/** Makes a session safe and silent: its pages, permissions, downloads, devices, network. Call it before its first window. */
export async function hardenSession(session: Session, pageList: ReadonlyMap<string, string>): Promise<void> {
  serveAppProtocol(session, pageList)
  session.setPermissionRequestHandler((contents, permission, answer, asking) =>
    answer(isPermitted(contents, permission, asking)),
  )
  session.setPermissionCheckHandler((contents, permission, _origin, asking) =>
    isPermitted(contents, permission, asking),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    session.on(event as 'select-hid-device', (happened, _details, answer) => {
      happened.preventDefault()
      answer('')
    })
  }
  session.on('will-download', (event) => event.preventDefault())
  await silenceSession(session)
}

/** Keeps every page where it is: it may load itself anew; no navigation, no new window, no guest page, no network path for WebRTC. */
export function lockContents(contents: WebContents): void {
  let home: string | null = null
  contents.once('did-navigate', (_event, url) => {
    home = url
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  for (const event of ['will-navigate', 'will-frame-navigate'] as const) {
    contents.on(event as 'will-navigate', (happened) => {
      if (!happened.isMainFrame || happened.url !== home) happened.preventDefault()
    })
  }
  for (const event of ['will-redirect', 'will-attach-webview'] as const) {
    contents.on(event as 'will-redirect', (happened) => happened.preventDefault())
  }
}

/** Locks every page that is ever made, and shuts every session; `hardenSession` then opens what ours need. */
export const lockEveryPage = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('session-created', shutSession)
}

/** Whether a call comes from the console's own main frame, at its own address. */
export function isConsole(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  consoleContents: WebContents | null,
): boolean {
  const frame = event.senderFrame
  if (frame === null || consoleContents === null || event.sender !== consoleContents) return false
  return frame === event.sender.mainFrame && withoutTail(frame.url) === pages.console
}

/** Names, and beginnings of names, of switches that would undo what is locked here. */
const refusedSwitches: readonly RegExp[] = [
  /^remote-debugging-(port|pipe|address|targets)$/,
  /^inspect(-|$)/,
  /^js-flags$/,
  /^(load-extension|disable-extensions-except)$/,
  /^(no-sandbox|disable-setuid-sandbox|disable-(seccomp-filter|namespace)-sandbox|single-process|no-zygote)$/,
  /^disable-web-security$/,
  /^(renderer|utility)-cmd-prefix$|^gpu-launcher$/,
  /^proxy-/,
  /^no-proxy-server$/,
  /^host-(rules|resolver-rules)$/,
]

/** The name of a switch as Chromium and Node read it: one dash does, `_` is as good as `-`, and so is any case on Windows. */
const switchName = (word: string): string | null =>
  /^--?([^=]+)/.exec(word)?.[1]?.replaceAll('_', '-').toLowerCase() ?? null

/** The first switch on the command line that a packaged app does not accept; null when all is well. */
export function refusedSwitch(argv: readonly string[]): string | null {
  const names = argv.map(switchName).filter((name) => name !== null)
  return names.find((name) => refusedSwitches.some((refused) => refused.test(name))) ?? null
}
