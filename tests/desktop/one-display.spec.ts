import { execFileSync } from 'node:child_process'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { ask, startApp, type StartedApp } from '../support/app'
import { expectFace, people, questions, roomSees } from '../support/evening'
import { countWindows } from '../support/main-process'

const question = 'Is this screen also on the wall?'
const hint = 'Hold ` for what to say'
const size = { width: 1024, height: 768 }
const stripHeight = 44

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp({ screen: 'asked', size })
})
test.afterEach(() => started.quit())

/** Begins a session on the one display there is; gives the wall's page. */
async function begin({ console, stage }: StartedApp): Promise<Page> {
  await console.getByRole('button', { name: 'Start a circle' }).click()
  await console.getByLabel('Who is here?').fill(people.slice(0, 4).join('\n'))
  await console.getByRole('button', { name: 'Begin with 4 people' }).click()
  const page = await stage()
  await expectFace(page, 'waiting')
  return page
}

const answer = (name: 'It is' | 'Nobody else sees it') =>
  started.console.getByRole('button', { name, exact: true }).click()

interface Hand {
  readonly press: (key: string) => Promise<void>
  readonly down: (key: string) => Promise<void>
  readonly up: (key: string) => Promise<void>
}

/** The names that the display server has for keys. */
const serverNames: Readonly<Record<string, string>> = {
  ArrowRight: 'Right',
  Space: 'space',
  Backquote: 'grave',
}

/** Real keys, pressed while the wall above the strip has the focus: the driver's own never pass through main. */
function handOnWall({ app }: StartedApp): Hand {
  const act = (what: string) => async (key: string) => {
    await app.evaluate(({ BrowserWindow, webContents }) => {
      BrowserWindow.getAllWindows()[0]?.focus()
      webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().includes('stage.html'))
        ?.focus()
    })
    await expect
      .poll(() => ask(app, ({ webContents }) => webContents.getFocusedWebContents()?.getURL()))
      .toContain('stage.html')
    execFileSync('xdotool', [what, serverNames[key] ?? key])
  }
  return { press: act('key'), down: act('keydown'), up: act('keyup') }
}

/** Keys on the console's own page, and keys on the wall. */
const hands = (app: StartedApp): readonly Hand[] => [app.console.keyboard, handOnWall(app)]

const sizeOf = (page: Page) => page.evaluate(() => [innerWidth, innerHeight])

/** Goes forward by key until the forward button says this. */
async function forwardTo(page: Page, words: string): Promise<void> {
  const button = page.getByRole('button', { name: words, exact: false })
  for (let presses = 0; presses < 30; presses += 1) {
    if (await button.isVisible()) return
    const before = await page.locator('.strip-line').textContent()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('.strip-line').textContent()).not.toBe(before)
  }
  throw new Error(`Thirty presses, and never “${words}”.`)
}

test('it is asked whether the screen is on the wall; no answer counts as yes', async () => {
  const stage = await begin(started)
  const { console, app } = started
  await expect(console.getByText(question)).toBeVisible()
  expect(await countWindows(app)).toBe(1)
  await expect(console.getByRole('heading')).toHaveCount(0)
  await expect(console.locator('.top, .bottom, .who, .run')).toHaveCount(0)
  await expect.poll(() => sizeOf(stage)).toEqual([size.width, size.height - stripHeight])
  await console.keyboard.press('ArrowRight')
  await expectFace(stage, 'named')
  await expect(console.getByText(question)).toBeVisible()
})

test('the strip carries the session by its keys, wherever the focus is', async () => {
  const stage = await begin(started)
  const { console } = started
  await answer('It is')
  await expect(console.getByText(hint)).toBeVisible()
  for (const hand of hands(started)) {
    await hand.press('ArrowRight')
    await expect(console.getByRole('button', { name: 'Hold the room' })).toBeVisible()
    await hand.press('h')
    await expectFace(stage, 'held')
    await hand.press('Space')
    await expect(stage.locator('main')).not.toHaveAttribute('data-face', 'held')
    await hand.press('b')
    await expectFace(stage, 'blank')
    await hand.press('b')
    await expect(stage.locator('main')).not.toHaveAttribute('data-face', 'blank')
  }
  await expectFace(stage, 'agreements')
  await forwardTo(console, 'End the round')
  await expect(console.getByRole('timer')).toHaveText(/^\d+:\d\d$/)
})

test('what to say shows only while the key left of 1 is down', async () => {
  const stage = await begin(started)
  const { console } = started
  await answer('It is')
  await console.keyboard.press('ArrowRight')
  const cue = console.locator('[data-part="cue"]')
  for (const hand of hands(started)) {
    await expect(console.getByRole('button', { name: 'Hold the room' })).toBeVisible()
    await hand.down('Backquote')
    await expect(cue).toContainText('“I’m Priya. I facilitate today')
    await hand.up('Backquote')
    await expect(cue).toHaveCount(0)
  }
  await console.keyboard.down('Backquote')
  await expect(cue).toBeVisible()
  await console.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(cue).toHaveCount(0)
  await expectFace(stage, 'named')
})

test('the strip can be put away; Esc brings it back and does nothing else', async () => {
  const stage = await begin(started)
  const { console } = started
  await answer('It is')
  for (const hand of hands(started)) {
    await console.getByRole('button', { name: 'Put this line away' }).click()
    await expect.poll(() => sizeOf(stage)).toEqual([size.width, size.height])
    await expect(console.locator('.strip-line')).toBeHidden()
    await hand.press('Escape')
    await expect(console.locator('.strip-line')).toBeVisible()
    await expect.poll(() => sizeOf(stage)).toEqual([size.width, size.height - stripHeight])
  }
  for (const hand of hands(started)) await hand.press('Escape')
  await console.keyboard.press('ArrowRight')
  await expectFace(stage, 'named')
})

test('a question is written in the strip', async () => {
  const stage = await begin(started)
  const { console } = started
  await answer('It is')
  await forwardTo(console, 'Start Jun’s turn')
  await forwardTo(console, 'Next: Reflections')
  await handOnWall(started).press('q')
  const field = console.getByRole('textbox')
  await expect(field).toBeFocused()
  await console.keyboard.type(`${questions[0]} h b`)
  await console.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(stage.getByText(`${questions[0]} h b`)).toBeVisible()
  await console.keyboard.press('q')
  await expect(field).toBeFocused()
  await console.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await console.keyboard.press('h')
  await expectFace(stage, 'held')
})

test('where nobody else sees it there are two windows, as with two displays', async () => {
  await begin(started)
  const { console, app } = started
  await answer('Nobody else sees it')
  await expect.poll(() => countWindows(app)).toBe(2)
  await expect(console.getByRole('heading', { name: 'Who is here' })).toBeVisible()
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  await console.keyboard.press('ArrowRight')
  await expect(roomSees(console)).toHaveText('Priya facilitates today')
  await expectFace(stage, 'named')
  expect(app.windows().filter((page) => page.url().includes('stage.html'))).toHaveLength(1)
})

test('the answer is no setting: a reload keeps it, another opening asks again', async () => {
  await begin(started)
  const { console } = started
  await answer('It is')
  await expect(console.getByText(hint)).toBeVisible()
  await console.reload()
  await expect(console.getByText(hint)).toBeVisible()
  await console.evaluate(() => window.circlet?.setStage('closed'))
  await expect(console.getByRole('heading', { name: 'Who is here' })).toBeVisible()
  await console.evaluate(() => window.circlet?.setStage('open'))
  await expect(console.getByText(question)).toBeVisible()
  await expectFace(await started.stage(), 'waiting')
})

test('the wall’s picture is taken in both forms', async () => {
  await begin(started)
  const { console } = started
  const picture = () => console.evaluate(() => window.circlet?.pictureOfStage())
  await expect.poll(picture).toMatch(/^data:image\/png;base64,.{500}/)
  await answer('Nobody else sees it')
  await started.stage()
  await expect.poll(picture).toMatch(/^data:image\/png;base64,.{500}/)
})

const crashWall = (app: ElectronApplication) =>
  app.evaluate(({ webContents }) => {
    webContents
      .getAllWebContents()
      .find((contents) => contents.getURL().includes('stage.html'))
      ?.forcefullyCrashRenderer()
  })

test('a wall above the strip that stops comes back, and nothing of the console comes out meanwhile', async () => {
  await begin(started)
  const { console, app } = started
  await answer('It is')
  await console.keyboard.press('ArrowRight')
  await crashWall(app)
  await expect(console.locator('[data-banner="stage-back"]')).toBeVisible()
  await expect(console.locator('.top, .bottom, .who, .run')).toHaveCount(0)
  const shown = () =>
    ask(app, ({ webContents }) => {
      const wall = webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().includes('stage.html'))
      const read = `document.querySelector('main')?.getAttribute('data-face')`
      return wall && !wall.isCrashed() && !wall.isLoading() ? wall.executeJavaScript(read) : null
    })
  await expect.poll(shown).toBe('named')
})

test('the wall above the strip is as locked as its window', async () => {
  const stage = await begin(started)
  const { app } = started
  const found = await ask(app, ({ webContents, session }) =>
    webContents
      .getAllWebContents()
      .filter((contents) => contents.getURL().includes('stage.html'))
      .map((contents) => ({
        own: contents.session === session.fromPartition('stage') && !contents.session.isPersistent(),
        webRtc: contents.getWebRTCIPHandlingPolicy(),
        preferences: (
          contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        ).getLastWebPreferences(),
      })),
  )
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    own: true,
    webRtc: 'disable_non_proxied_udp',
    preferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      safeDialogs: true,
    },
  })
  const outcome = await stage.evaluate(async () => {
    const before = location.href
    const opened = window.open('app://circle/console.html')
    location.assign('app://circle/console.html')
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'refused',
    )
    const bridges = ['circlet', 'stage'].filter((name) => name in window)
    return { stayed: location.href === before, opened: opened !== null, camera, bridges }
  })
  expect(outcome).toEqual({ stayed: true, opened: false, camera: 'refused', bridges: ['stage'] })
})

test('the console says when keys go to another window', async () => {
  await begin(started)
  await answer('Nobody else sees it')
  await expectFace(await started.stage(), 'waiting')
  const { console, app } = started
  const banner = console.locator('[data-banner="keys-elsewhere"]')
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.focus()
  })
  await expect(banner).toHaveCount(0)
  const other = await startApp()
  await expect(banner).toContainText('Keys go to another window.')
  await banner.getByRole('button', { name: 'Click here.' }).click()
  await expect(banner).toHaveCount(0)
  await expect
    .poll(() => ask(app, ({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.webContents.getURL()))
    .toContain('console.html')
  await other.quit()
})
