import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { ask, root, startApp } from '../support/app'
import { makeOrdinaryUser, processesOf, startSandboxed, whyNoSandbox } from '../support/ordinary-user'
import { beginCircle, countWindows, newFolder, openStage, test, watchOpener } from '../support/main-process'

/** What a window tells about itself of privacy.md 1.1 to 1.4; the rest of what it is given stands in the unit tests. */
const locked = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  safeDialogs: true,
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'none'; frame-src 'none'; child-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), hid=(), serial=(), bluetooth=(), midi=(), clipboard-read=(), browsing-topics=(), interest-cohort=()',
}

test.describe('a window', () => {
  test('has the locked preferences, the wall in a session of its own', async ({ started }) => {
    await openStage(started)
    const found = await ask(started.app, ({ BrowserWindow, session }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => ({
        own: webContents.session !== session.defaultSession && !webContents.session.isPersistent(),
        url: webContents.getURL(),
        preferences: (
          webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        ).getLastWebPreferences(),
      })),
    )
    expect(found.map(({ url }) => url).sort()).toEqual([
      'app://circle/console.html',
      'app://circle/stage.html',
    ])
    for (const { url, own, preferences } of found) {
      expect(preferences).toMatchObject(locked)
      expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
      expect(own, url).toBe(url.includes('stage'))
    }
  })

  test('has a secure page of our own origin and nothing of Node in it', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const found = await page.evaluate(() => ({
        origin: location.origin,
        secure: window.isSecureContext,
        node: [
          'require',
          'process',
          'module',
          'exports',
          'Buffer',
          'global',
          'electron',
          'ipcRenderer',
        ].filter((name) => name in window),
        control: ['document', 'stage', 'circlet'].filter((name) => name in window).length,
      }))
      expect(found).toEqual({ origin: 'app://circle', secure: true, node: [], control: 2 })
    }
  })

  test('answers with the content policy and the other headers, to the letter', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const found = await page.evaluate(async () =>
        Object.fromEntries((await window.fetch(location.href)).headers.entries()),
      )
      expect(found).toMatchObject(headers)
      expect(found['content-security-policy']).toBe(policy)
      const missing = await page.evaluate(async () => (await window.fetch('/nothing.js')).status)
      expect(missing).toBe(404)
    }
  })

  test('registers no service worker', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const outcome = await page.evaluate(async () => {
        const script = document.querySelector('script')?.getAttribute('src') ?? ''
        return navigator.serviceWorker.register(script).then(
          () => 'registered',
          (reason: Error) => reason.name,
        )
      })
      expect(['SecurityError', 'TypeError', 'InvalidStateError']).toContain(outcome)
    }
  })

  test('checks no spelling and gives WebRTC no path', async ({ started }) => {
    await openStage(started)
    const found = await ask(started.app, ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => ({
        languages: webContents.session.getSpellCheckerLanguages(),
        enabled: webContents.session.isSpellCheckerEnabled(),
        webRtc: webContents.getWebRTCIPHandlingPolicy(),
      })),
    )
    const quiet = { languages: [], enabled: false, webRtc: 'disable_non_proxied_udp' }
    expect(found).toEqual([quiet, quiet])
  })
})

/** Makes every page count what its policy forbids, from its first line on. */
async function countViolations(app: ElectronApplication): Promise<void> {
  await app.context().addInitScript(() => {
    const found: string[] = []
    Object.assign(window, { violations: found })
    document.addEventListener('securitypolicyviolation', (event) => {
      found.push(`${event.violatedDirective} ${event.blockedURI}`)
    })
  })
}

const violations = (page: Page) =>
  page.evaluate(() => (window as unknown as { readonly violations: readonly string[] }).violations)

test.describe('the content policy', () => {
  test('is broken by nothing from home to the first sentence, and stops a script in the page', async ({
    started,
  }) => {
    const { app, console } = started
    await countViolations(app)
    await console.reload()
    await beginCircle(console, ['Amara', 'Bo', 'Chen'])
    const stage = await started.stage()
    await console.getByRole('button', { name: 'Begin', exact: false }).click()
    await expect(stage.getByText('facilitates')).toBeVisible()
    expect([await violations(console), await violations(stage)]).toEqual([[], []])

    for (const page of [console, stage]) {
      await page.evaluate(() => {
        const script = document.createElement('script')
        script.appendChild(document.createTextNode('window.intruded = true'))
        document.body.append(script)
        document.body.append(Object.assign(new Image(), { src: 'https://example.invalid/pixel.png' }))
        // A timer, since what a test evaluates itself may use eval.
        setTimeout(() => setTimeout('window.intruded = true'))
      })
      await expect.poll(async () => (await violations(page)).length).toBeGreaterThanOrEqual(3)
      expect(await page.evaluate(() => 'intruded' in window)).toBe(false)
    }
  })
})

test.describe('what a page may ask of the browser', () => {
  const refused = ['denied', 'rejected']

  test('is refused, but for full screen and keeping its own data', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const outcomes = await page.evaluate(askForEverything)
      for (const [name, outcome] of Object.entries(outcomes)) {
        expect(refused, `${name}: ${outcome}`).toContain(outcome)
      }
      expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(15)
    }
    expect(await started.app.evaluate(() => process.uptime() > 0)).toBe(true)
  })

  test('is denied when it only asks whether it may', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const states = await page.evaluate(queryEverything)
      const isConsole = page === started.console
      expect(states['persistent-storage']).toBe(isConsole ? 'granted' : 'denied')
      for (const [name, state] of Object.entries(states)) {
        if (name !== 'persistent-storage') expect(state, name).toBe('denied')
      }
    }
  })

  test('is given where it is full screen', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const outcome = await page.evaluate(async () => {
        await document.documentElement.requestFullscreen()
        const full = document.fullscreenElement !== null
        await document.exitFullscreen()
        return full
      })
      expect(outcome).toBe(true)
    }
  })
})

/** Asks for each thing of privacy.md 1.12; runs in the page, by a gesture of the person. */
async function askForEverything(): Promise<Record<string, string>> {
  type Ask = () => Promise<unknown>
  const device = (name: string, method: string, wish: unknown): Ask => {
    return () => {
      const api = (
        navigator as unknown as Record<string, Record<string, (wish: unknown) => Promise<unknown>>>
      )[name]
      return api?.[method] ? api[method](wish) : Promise.reject(new Error('absent'))
    }
  }
  const inWindow = (name: string): Ask => {
    return () => (window as unknown as Record<string, () => Promise<unknown>>)[name]?.() ?? Promise.reject()
  }
  const asks: Record<string, Ask> = {
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
    place: () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
    notification: () => Notification.requestPermission(),
    clipboard: () => navigator.clipboard.readText(),
    midi: () => navigator.requestMIDIAccess({ sysex: true }),
    wakeLock: () => navigator.wakeLock.request('screen'),
    pointer: async () => document.body.requestPointerLock(),
    usb: device('usb', 'requestDevice', { filters: [] }),
    hid: device('hid', 'requestDevice', { filters: [] }),
    serial: device('serial', 'requestPort', {}),
    bluetooth: device('bluetooth', 'requestDevice', { acceptAllDevices: true }),
    keyboard: device('keyboard', 'lock', []),
    idle: () =>
      (window as unknown as { IdleDetector: { requestPermission: Ask } }).IdleDetector.requestPermission(),
    fonts: inWindow('queryLocalFonts'),
    screens: inWindow('getScreenDetails'),
  }
  const outcomes: Record<string, string> = {}
  for (const [name, ask] of Object.entries(asks)) {
    outcomes[name] = await ask().then(
      // An empty list is how fonts are denied.
      (given) => (Array.isArray(given) && given.length === 0 ? 'denied' : String(given)),
      () => 'rejected',
    )
  }
  return outcomes
}

/** The state of every permission this browser knows by name; runs in the page. */
async function queryEverything(): Promise<Record<string, string>> {
  const names = [
    'camera',
    'microphone',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'clipboard-write',
    'idle-detection',
    'screen-wake-lock',
    'local-fonts',
    'window-management',
    'persistent-storage',
    'display-capture',
    'accelerometer',
    'background-sync',
    'storage-access',
  ]
  const states: Record<string, string> = {}
  for (const name of names) {
    states[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
      ({ state }) => state,
      () => 'unknown',
    )
  }
  return states
}

/** Counts in main what pages try: navigations and downloads. */
async function countAttempts(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ webContents }) => {
    const attempts: string[] = []
    Object.assign(globalThis, { attempts })
    for (const contents of webContents.getAllWebContents()) {
      contents.on('will-frame-navigate', (event) => attempts.push(event.url))
      contents.session.on('will-download', (_event, item) => attempts.push(`download ${item.getFilename()}`))
    }
  })
  return () => app.evaluate(() => [...(globalThis as unknown as { attempts: string[] }).attempts])
}

const outside = 'https://example.invalid/'
const otherPages = [
  outside,
  'app://circle/stage.html',
  'app://circle/console.html',
  'mailto:a@example.invalid',
]

/** The ways a page has to go elsewhere; each runs in the page. */
const waysAway: Readonly<Record<string, (address: string) => void>> = {
  location: (address) => location.assign(address),
  link: (address) => {
    const link = Object.assign(document.createElement('a'), { href: address })
    document.body.append(link)
    link.click()
    link.remove()
  },
  refresh: (address) => {
    const meta = Object.assign(document.createElement('meta'), {
      httpEquiv: 'refresh',
      content: `0;url=${address}`,
    })
    document.head.append(meta)
  },
}

test.describe('a page', () => {
  for (const [name, way] of Object.entries(waysAway)) {
    test(`stays where it is when it tries to leave by ${name}`, async ({ started }) => {
      const pages = [started.console, await openStage(started)]
      const attempts = await countAttempts(started.app)
      for (const page of pages) {
        const before = page.url()
        for (const address of otherPages.filter((other) => other !== before)) {
          const made = (await attempts()).length
          await page.evaluate(way, address)
          await expect.poll(async () => (await attempts()).slice(made)).toContain(address)
          expect(await page.evaluate(() => location.href)).toBe(before)
        }
      }
      expect(await countWindows(started.app)).toBe(2)
    })
  }

  test('opens no window, by script, by target, by the middle button', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const before = page.url()
      const opened = await page.evaluate((addresses) => {
        const link = Object.assign(document.createElement('a'), { href: addresses[0], target: '_blank' })
        Object.assign(link, { textContent: 'away', id: 'away' })
        link.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:99'
        document.body.append(link)
        link.click()
        return addresses.map((address) => window.open(address) === null)
      }, otherPages)
      expect(opened).toEqual(otherPages.map(() => true))
      await page.locator('#away').click({ button: 'middle' })
      await page.locator('#away').click({ modifiers: ['Shift'] })
      await page.locator('#away').click({ modifiers: ['ControlOrMeta'] })
      expect(await countWindows(started.app)).toBe(2)
      expect(await page.evaluate(() => location.href)).toBe(before)
    }
  })

  test('sends no form', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const before = page.url()
      const stopped = await page.evaluate(async (action) => {
        const form = Object.assign(document.createElement('form'), { action })
        document.body.append(form)
        const violated = new Promise<string>((done) =>
          document.addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective)),
        )
        form.submit()
        return violated
      }, outside)
      expect(stopped).toBe('form-action')
      expect(await page.evaluate(() => location.href)).toBe(before)
    }
  })

  test('may load itself anew, and nothing under an address it made up', async ({ started }) => {
    for (const page of [started.console, await openStage(started)]) {
      const attempts = await countAttempts(started.app)
      await page.evaluate(() => Object.assign(window, { before: true }))
      await page.evaluate(() => history.pushState(null, '', '/made-up.html'))
      await page.evaluate(() => location.reload())
      await expect.poll(attempts).toContain('app://circle/made-up.html')
      expect(await page.evaluate(() => 'before' in window)).toBe(true)
      await page.evaluate(() => history.back())
      await page.evaluate(() => location.reload())
      await expect.poll(() => page.evaluate(() => 'before' in window).catch(() => true)).toBe(false)
    }
  })

  test('downloads nothing', async ({ started }) => {
    const { folder, remove } = newFolder()
    await started.app.evaluate(({ app, session }, path) => {
      app.setPath('downloads', path)
      session.defaultSession.setDownloadPath(path)
      session.fromPartition('stage').setDownloadPath(path)
    }, folder)
    const pages = [started.console, await openStage(started)]
    const attempts = await countAttempts(started.app)
    for (const page of pages) {
      const made = (await attempts()).length
      await page.evaluate(() => {
        const href = URL.createObjectURL(new Blob(['said in the room']))
        const link = Object.assign(document.createElement('a'), { href, download: 'said.txt' })
        document.body.append(link)
        link.click()
      })
      await expect.poll(async () => (await attempts()).slice(made)).toContain('download said.txt')
    }
    // Chromium opens a nameless file before it asks, and takes it away when it is refused: nothing may stay.
    await expect.poll(() => readdirSync(folder)).toEqual([])
    remove()
  })
})

test.describe('the bridge', () => {
  test('holds only functions on the console, and on the wall only listening', async ({ started }) => {
    const stage = await openStage(started)
    const kinds = (page: Page) =>
      page.evaluate(() => {
        const walk = (value: unknown, path: string): string[] =>
          typeof value === 'object' && value !== null
            ? Reflect.ownKeys(value).flatMap((key) =>
                walk((value as Record<PropertyKey, unknown>)[key], `${path}.${String(key)}`),
              )
            : [`${path}: ${typeof value}`]
        return { circlet: walk(window.circlet, 'circlet'), stage: walk(window.stage, 'stage') }
      })
    const onConsole = await kinds(started.console)
    expect(onConsole.stage).toEqual(['stage: undefined'])
    expect(onConsole.circlet.length).toBeGreaterThanOrEqual(10)
    expect(onConsole.circlet.length).toBeLessThanOrEqual(25)
    expect(onConsole.circlet.filter((line) => !line.endsWith(': function'))).toEqual([])
    expect(await kinds(stage)).toEqual({ circlet: ['circlet: undefined'], stage: ['stage.onView: function'] })
  })

  test('cannot be replaced or disturbed by the page', async ({ started }) => {
    const outcome = await started.console.evaluate(async () => {
      const before = window.circlet
      const { push } = Array.prototype
      const { then } = Promise.prototype
      let disturbed = 0
      Array.prototype.push = () => (disturbed += 1)
      try {
        Reflect.set(window, 'circlet', { readSettings: () => 'false' })
        const same = window.circlet === before
        const settings = await window.circlet?.readSettings()
        const reached = Array.prototype.push.call([], 1) === disturbed && disturbed > 0
        return { same, version: settings?.version, reached, then: then === Promise.prototype.then }
      } finally {
        Array.prototype.push = push
      }
    })
    expect(outcome).toEqual({ same: true, version: 1, reached: true, then: true })
  })

  test('has no channel beside the contract', async ({ started }) => {
    const found = await ask(started.app, ({ ipcMain }) => ({
      handlers: [
        ...(ipcMain as unknown as { readonly _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
      ].sort(),
      // 'error' is Electron's own.
      listeners: ipcMain.eventNames().filter((name) => name !== 'error'),
    }))
    const methods = await started.console.evaluate(() => Object.keys(window.circlet ?? {}))
    const own = methods.filter((name) => !['on', 'showOnStage', 'carry'].includes(name))
    expect(found).toEqual({ handlers: own.map((name) => `app:${name}`).sort(), listeners: ['app:errand'] })
    expect(own.length).toBeGreaterThanOrEqual(8)
  })

  test('answers no window but the console, though it has the same page and preload', async ({ started }) => {
    const opened = started.app.waitForEvent('window')
    await started.app.evaluate(({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/console.cjs`
      const window = new BrowserWindow({ webPreferences: { preload, sandbox: true } })
      void window.loadURL('app://circle/console.html')
    })
    const second = await opened
    await second.waitForLoadState()
    const ask = (page: Page) =>
      page.evaluate(() =>
        window.circlet?.readSettings().then(
          ({ version }) => String(version),
          (reason: Error) => reason.message,
        ),
      )
    expect(await ask(started.console)).toBe('1')
    expect(await ask(second)).toContain('refused')
  })

  test('refuses an argument that is too large, whatever it hides in', async ({ started }) => {
    const outcomes = await started.console.evaluate(async () => {
      const large = 'x'.repeat(300 * 1024)
      const wishes: unknown[] = [
        large,
        { consoleTheme: large },
        new ArrayBuffer(300 * 1024),
        new Map([[1, large]]),
        { consoleTheme: 'purple', stageTheme: 7n },
      ]
      return Promise.all(
        wishes.map((wish) =>
          (window.circlet as unknown as { writeSettings: (wish: unknown) => Promise<unknown> })
            .writeSettings(wish)
            .then(
              (settings) => JSON.stringify(settings),
              (reason: Error) => reason.message.replace(/^.*Error: /, ''),
            ),
        ),
      )
    })
    expect(outcomes.slice(0, 4)).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(outcomes[4]).toContain('"consoleTheme":"light"')
  })
})

test('a session that nobody made safe loads nothing and starts no other program', async () => {
  const opener = watchOpener()
  const { app, quit } = await startApp()
  try {
    await app.evaluate(({ shell }) => shell.openExternal('https://example.invalid/first'))
    await expect.poll(opener.called).toEqual(['https://example.invalid/first'])
    const url = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ webPreferences: { partition: 'foreign' }, show: false })
      await window.loadURL('app://circle/console.html').catch(() => undefined)
      await window.loadURL('mailto:a@example.invalid').catch(() => undefined)
      return window.webContents.getURL()
    })
    expect(url).not.toContain('app://circle')
    await app.evaluate(({ shell }) => shell.openExternal('https://example.invalid/last'))
    await expect.poll(opener.called).toContain('https://example.invalid/last')
    expect(opener.called()).toEqual(['https://example.invalid/first', 'https://example.invalid/last'])
  } finally {
    await quit()
    opener.remove()
  }
})

test('main makes no connection by any of Node’s ways, and still speaks to pipes', async ({ started }) => {
  const { folder, remove } = newFolder()
  const found = await started.app.evaluate(tryNode, join(folder, 'pipe'))
  const { pipe, ...ways } = found
  expect(pipe).toBe('heard')
  expect(Object.keys(ways).length).toBeGreaterThanOrEqual(18)
  for (const [name, outcome] of Object.entries(ways)) {
    expect(outcome, name).toBe('Circlet makes no connections.')
  }
  remove()
})

/** Tries each way out that Node has; runs in main. */
async function tryNode(_electron: unknown, pipe: string): Promise<Record<string, string>> {
  const net = process.getBuiltinModule('node:net')
  const http = process.getBuiltinModule('node:http')
  const https = process.getBuiltinModule('node:https')
  const http2 = process.getBuiltinModule('node:http2')
  const tls = process.getBuiltinModule('node:tls')
  const dns = process.getBuiltinModule('node:dns')
  const dgram = process.getBuiltinModule('node:dgram')
  const host = 'example.invalid'
  const ways: Record<string, () => unknown> = {
    fetch: () => globalThis.fetch(`http://${host}`),
    webSocket: () => new globalThis.WebSocket(`ws://${host}`),
    http: () => http.get(`http://${host}`),
    httpPath: () => http.get({ host: '127.0.0.1', port: 9, path: '/a' }),
    https: () => https.get(`https://${host}`),
    http2: () => http2.connect(`http://${host}`),
    tls: () => tls.connect({ host, port: 443 }),
    netPort: () => net.connect(9, '127.0.0.1'),
    netOptions: () => net.connect({ host: '127.0.0.1', port: 9 }),
    netHexPort: () => net.connect('0x9' as never),
    netNoPort: () => net.connect('' as never),
    netSocket: () => new net.Socket().connect('1e1', () => undefined),
    netRemotePipe: () => net.connect('\\\\elsewhere\\pipe\\x'),
    listen: () => net.createServer().listen(0),
    httpListen: () => http.createServer().listen({ port: 0, host: '127.0.0.1' }),
    lookup: () => dns.lookup(host, () => undefined),
    lookupPromise: () => dns.promises.lookup(host),
    resolve: () => dns.resolve4(host, () => undefined),
    resolver: () => new dns.Resolver().resolve4(host, () => undefined),
    resolverPromise: () => new dns.promises.Resolver().resolve4(host),
    send: () => dgram.createSocket('udp4').send('x', 9, '127.0.0.1'),
    bind: () => dgram.createSocket('udp4').bind(0),
  }
  const outcomes: Record<string, string> = {}
  const late = () => new Promise<never>((_done, fail) => setTimeout(() => fail(new Error('no answer')), 1000))
  for (const [name, way] of Object.entries(ways)) {
    try {
      const made = way()
      outcomes[name] =
        made instanceof Promise
          ? await Promise.race([made, late()]).then(
              () => 'made',
              ({ message }) => message,
            )
          : 'made'
    } catch (reason) {
      outcomes[name] = (reason as Error).message
    }
  }
  outcomes['pipe'] = await new Promise<string>((done, fail) => {
    const server = net.createServer(() => {
      done('heard')
      server.close()
    })
    server.on('error', fail)
    server.listen(pipe, () => net.connect(pipe).on('error', fail).end())
  })
  return outcomes
}

test('what was built for main names nothing that opens, reports or updates', () => {
  const built = readFileSync(join(root, 'out/main/main.js'), 'utf8')
  const counts = (names: readonly string[]) => names.filter((name) => built.includes(name))
  expect(counts(['requestSingleInstanceLock', 'setPermissionRequestHandler'])).toHaveLength(2)
  expect(
    counts([
      'openExternal',
      'crashReporter',
      'autoUpdater',
      'showItemInFolder',
      'setAsDefaultProtocolClient',
    ]),
  ).toEqual([])
  expect(existsSync(join(root, 'out/main/main.js.map'))).toBe(false)
})

test('an ordinary user’s pages run in the sandbox', async () => {
  const user = makeOrdinaryUser()
  try {
    const reason = whyNoSandbox(user)
    test.skip(reason !== null, reason ?? '')
    const app = await startSandboxed(user)
    try {
      const page = await app.firstWindow()
      await page.getByRole('button', { name: 'Start a circle' }).waitFor()
      await page.evaluate(() => window.circlet?.setStage('open'))
      const renderers = () => processesOf(user.id).filter(({ kind }) => kind === 'renderer')
      await expect.poll(() => renderers().length).toBeGreaterThanOrEqual(2)
      const main = processesOf(user.id).filter(({ kind }) => kind === 'main')
      expect(main.map(({ seccomp }) => seccomp)).toEqual([0])
      await expect.poll(() => [...new Set(renderers().map(({ seccomp }) => seccomp))]).toEqual([2])
      const words = processesOf(user.id).flatMap((process) => process.words)
      expect(words).toContain('--type=renderer')
      expect(words.filter((word) => /no-sandbox|disable-.*sandbox/.test(word))).toEqual([])
    } finally {
      await app.close()
    }
  } finally {
    user.remove()
  }
})

test.describe('a file that is dropped', () => {
  /** Drops a file on a page the way the desktop does; gives whether the page was told of it. */
  const drop = async (page: Page, file: string): Promise<void> => {
    const tool = await page.context().newCDPSession(page)
    const data = { items: [], files: [file], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await tool.send('Input.dispatchDragEvent', { type, x: 20, y: 20, data })
    }
  }

  test('is not opened', async ({ started }) => {
    const { folder, remove } = newFolder()
    const file = join(folder, 'intruder.html')
    writeFileSync(file, '<h1>Intruder</h1>')
    for (const page of [started.console, await openStage(started)]) {
      const before = page.url()
      await page.evaluate(() => {
        document.addEventListener('dragover', (event) => {
          if (event.dataTransfer?.types.includes('Files')) document.title = 'over'
        })
      })
      await drop(page, file)
      await expect.poll(() => page.title()).toBe('over')
      expect(await page.evaluate(() => location.href)).toBe(before)
    }
    expect(await countWindows(started.app)).toBe(2)
    remove()
  })
})
