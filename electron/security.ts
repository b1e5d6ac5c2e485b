import type { App, IpcMainInvokeEvent, Session, WebContents, WebPreferences } from 'electron'
import { origin, pages, serveAppProtocol } from './app-protocol'
import { silenceSession } from './silence'

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

const allowedPermissions: readonly string[] = ['fullscreen', 'persistent-storage']

/** Makes a session safe and silent: its pages, permissions, downloads, devices, network. Call it before its first window. */
export async function hardenSession(session: Session, pageList: ReadonlyMap<string, string>): Promise<void> {
  serveAppProtocol(session, pageList)
  const ours = (url: string | undefined) => url !== undefined && url.startsWith(`${origin}/`)
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowedPermissions.includes(permission) && ours(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (contents, permission) => allowedPermissions.includes(permission) && ours(contents?.getURL()),
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

/** Keeps every page where it is: no navigation, no new window, no guest page, no network path for WebRTC. */
export function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  for (const event of [
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
  ] as const) {
    contents.on(event as 'will-navigate', (happened) => happened.preventDefault())
  }
}

/** Locks every page that is ever made. */
export const lockEveryPage = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

/** Whether a call comes from the console's own main frame, at its own address. */
export function isConsole(event: IpcMainInvokeEvent, consoleContents: WebContents | null): boolean {
  const frame = event.senderFrame
  if (frame === null || consoleContents === null || event.sender !== consoleContents) return false
  return frame === event.sender.mainFrame && frame.url.split(/[?#]/)[0] === pages.console
}

const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'no-sandbox',
  'proxy-server',
  'proxy-pac-url',
  'proxy-bypass-list',
  'host-rules',
  'host-resolver-rules',
]

/** The first switch on the command line that a packaged app does not accept; null when all is well. */
export const refusedSwitch = (argv: readonly string[]): string | null =>
  refusedSwitches.find((name) =>
    argv.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  ) ?? null
