import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { isConsole, isPermitted, refusedSwitch } from '../../../electron/security'

const consolePage = 'app://circle/console.html'

interface Sender {
  readonly url?: string
  readonly own?: boolean
  readonly main?: boolean
  readonly frame?: 'gone'
}

const consoleContents = { mainFrame: { url: consolePage }, getURL: () => consolePage } as WebContents

/** An event as it would come from a page; as it is, it comes from the console. */
function call({ url = consolePage, own = true, main = true, frame }: Sender): IpcMainInvokeEvent {
  const mainFrame = { url }
  const sender = own ? Object.assign(consoleContents, { mainFrame }) : { mainFrame }
  const senderFrame = frame === 'gone' ? null : main ? mainFrame : { url }
  return { sender, senderFrame } as unknown as IpcMainInvokeEvent
}

describe('a call to main', () => {
  it.each([consolePage, `${consolePage}#here`, `${consolePage}?a`])(
    'is trusted from the console: %s',
    (url) => {
      expect(isConsole(call({ url }), consoleContents)).toBe(true)
    },
  )

  it.each([
    ['from a frame that is gone', call({ frame: 'gone' })],
    ['from a child frame of the console', call({ main: false })],
    ['from another window with the same page', call({ own: false })],
    ['from the wall', call({ own: false, url: 'app://circle/stage.html' })],
    ['from the console’s window at another page', call({ url: 'app://circle/stage.html' })],
    ['from another host', call({ url: 'app://other/console.html' })],
    ['from a web page', call({ url: 'https://circle/console.html' })],
    ['from an empty page', call({ url: 'about:blank' })],
    ['from a page whose name only begins so', call({ url: `${consolePage}.evil` })],
    ['from a page with a name before the host', call({ url: 'app://circle/console.html@other/' })],
  ])('is refused %s', (_from, event) => {
    expect(isConsole(event, consoleContents)).toBe(false)
  })

  it('is refused while there is no console', () => {
    expect(isConsole(call({}), null)).toBe(false)
  })
})

const at = (url: string) => ({ getURL: () => url }) as WebContents

describe('a permission', () => {
  const stagePage = 'app://circle/stage.html'
  const asking = (requestingUrl: string, isMainFrame = true) => ({ requestingUrl, isMainFrame })

  it('is given for full screen to both pages, for keeping data to the console alone', () => {
    expect(isPermitted(at(consolePage), 'fullscreen', asking(consolePage))).toBe(true)
    expect(isPermitted(at(stagePage), 'fullscreen', asking(stagePage))).toBe(true)
    expect(isPermitted(at(consolePage), 'persistent-storage', asking(consolePage))).toBe(true)
    expect(isPermitted(at(stagePage), 'persistent-storage', asking(stagePage))).toBe(false)
  })

  it.each(['media', 'geolocation', 'openExternal', 'midi', 'unknown', '', 'constructor', 'length'])(
    'is not given for anything else: %s',
    (permission) => {
      expect(isPermitted(at(consolePage), permission, asking(consolePage))).toBe(false)
    },
  )

  it.each([
    ['a page that is not ours', at('https://example.invalid/'), asking('https://example.invalid/')],
    ['an unlisted page of ours', at('app://circle/other.html'), asking('app://circle/other.html')],
    ['a frame inside ours', at(consolePage), asking(consolePage, false)],
    ['another page inside our window', at(consolePage), asking(stagePage)],
    ['nobody', null, asking(consolePage)],
    ['somebody without an address', at(consolePage), { isMainFrame: true }],
    ['a name that every object has', at('constructor'), asking('constructor')],
  ])('is not given to %s', (_name, contents, details) => {
    expect(isPermitted(contents, 'fullscreen', details)).toBe(false)
  })
})

describe('a packed app', () => {
  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect=0',
    '--inspect-brk=9229',
    '--inspect-port=1',
    '--inspect-wait',
    '--inspect_brk',
    '-inspect',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp',
    '--no-sandbox',
    '-no-sandbox',
    '--NO-SANDBOX',
    '--disable-seccomp-filter-sandbox',
    '--disable-web-security',
    '--proxy-server=http://127.0.0.1:1',
    '--proxy-pac-url=data:,',
    '--proxy-bypass-list=*',
    '--no-proxy-server',
    '--host-rules=MAP * 127.0.0.1',
    '--host-resolver-rules=',
  ])('refuses to start with %s', (word) => {
    const name = refusedSwitch(['/opt/Circlet/circlet', '--first', word])
    expect(name).not.toBeNull()
    expect(word.replaceAll('_', '-').toLowerCase()).toContain(name)
  })

  it.each([
    [[]],
    [['/opt/Circlet/circlet']],
    [['/opt/no-sandbox/circlet', '--user-data-dir=/home/a/proxy-server', '--lang=de', 'inspect', '-', '--']],
    [['circlet', '--inspector', '--no-sandboxes', '--force-device-scale-factor=1']],
  ])('starts with what it knows no harm of: %j', (argv) => {
    expect(refusedSwitch(argv)).toBeNull()
  })
})
