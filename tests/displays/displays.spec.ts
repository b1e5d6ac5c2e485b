import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { ask, startApp, type StartedApp } from '../support/app'
import { expectFace, people, roomSees } from '../support/evening'
import { edge, looked, plug, unplug, watch, xrandr, type Frame, type Watch } from './real-displays'

/** How many changes a run makes: six in `npm test`, fifty in `npm run displays`. */
const changes = Number(process.env['CIRCLET_CHANGES'] ?? 50)
/** How soon the wall must be back after its display is, in milliseconds (product.md). */
const backWithin = 2000
/** How long each change is watched at least, in milliseconds. */
const dwell = 1000

let started: StartedApp
let seen: Watch

test.beforeEach(async () => {
  own()
  plug()
  started = await startApp({ screen: 'asked', keepProfile: true })
  seen = watch()
})
test.afterEach(async () => {
  seen.stop()
  await started.quit()
  rmSync(started.profile, { recursive: true, force: true })
})

/** The computer's own display, at the left. */
const own = (mode = '1920x1080') => xrandr('--output', 'DUMMY0', '--mode', mode, '--pos', '0x0', '--primary')

/** Begins a session, and leads to the first phase of the first turn: its clock runs. */
async function toTurn({ console }: StartedApp): Promise<void> {
  await begin(console)
  const heading = console.locator('h1')
  await expect(heading).toHaveText('Who is here')
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await roomSees(console).textContent())?.endsWith('speaks, we listen')) return
    const where = async () => `${await heading.textContent()} ${await roomSees(console).textContent()}`
    const before = await where()
    await console.keyboard.press('ArrowRight')
    const again = console.getByRole('button', { name: /Press again/ })
    const moved = async () => (await where()) !== before || (await again.isVisible())
    await expect.poll(moved, { intervals: [20] }).toBe(true)
    if ((await where()) === before) await console.keyboard.press('ArrowRight')
    await expect.poll(where, { intervals: [20] }).not.toBe(before)
  }
  throw new Error('Twenty presses, and no turn.')
}

async function begin(console: Page): Promise<void> {
  await console.getByRole('button', { name: 'Start a circle' }).click()
  await console.getByLabel('Who is here?').fill(people.slice(0, 4).join('\n'))
  await console.getByRole('button', { name: 'Begin with 4 people' }).click()
}

const formOf = ({ console }: StartedApp) =>
  console.evaluate(async () => (await window.circlet?.displays())?.form ?? null)

/** Whether the wall fills a display of this size and no more, right of the line. */
const wallFills =
  (width: number, height: number) =>
  ({ wall, console }: Frame): boolean =>
    wall[1] > 0.6 * looked(width, height) && wall[1] <= looked(width, height) && console[1] === 0

/** Waits until the wall's window lies exactly on its display, full screen; gives how long that took from an instant. */
async function wallLies({ app }: StartedApp, bounds: readonly number[], from: number): Promise<number> {
  const found = () =>
    ask(app, ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().includes('stage.html'),
      )
      if (!window?.isVisible() || !window.isFullScreen()) return null
      const { x, y, width, height } = window.getBounds()
      return [x, y, width, height]
    })
  await expect.poll(found, { timeout: backWithin, intervals: [5] }).toEqual(bounds)
  return Date.now() - from
}

/** Waits until the wall fills its display; gives how long that took. Where it does not, says where each window stands. */
async function wallBack({ app }: StartedApp, from: number): Promise<number> {
  try {
    return await seen.until(wallFills(1920, 1080), from, backWithin)
  } catch (fault) {
    const stands = await ask(app, ({ BrowserWindow, screen }) =>
      JSON.stringify({
        displays: screen.getAllDisplays().map(({ id, bounds }) => ({ id, bounds })),
        windows: BrowserWindow.getAllWindows().map((window) => ({
          page: window.webContents.getURL().split('/').at(-1),
          bounds: window.getBounds(),
          visible: window.isVisible(),
          full: window.isFullScreen(),
          loading: window.webContents.isLoading(),
        })),
      }),
    )
    throw new Error(`The wall was not back: ${stands}`, { cause: fault })
  }
}

/** As many pixels as the line under the wall has, where there is one screen. */
const strip = looked(1920, 44 + 8)

/** Whether the console can be seen and used, left of the line. */
const consoleStands = ({ console }: Frame): boolean => console[0] > 0.2 * looked(1280, 800)

const sizeOf = (mode: string): [number, number] => mode.split('x').map(Number) as [number, number]

interface Change {
  readonly name: string
  readonly do: () => void
  /** The mode that the wall's display has then; null when there is none, or when it shows the same as the console's. */
  readonly wall: string | null
  readonly mirrored?: true
  /** How far below the top it lies. */
  readonly below: number
}

const plugged = (mode: string, below = 0): Change => ({
  name: `plugged in, ${mode}, ${below} below the top`,
  do: () => plug(mode, `${edge}x${below}`),
  wall: mode,
  below,
})
const unplugged: Change = { name: 'unplugged', do: unplug, wall: null, below: 0 }
const ownMode = (mode: string, wall: string | null): Change => ({
  name: `own display ${mode}`,
  do: () => own(mode),
  wall,
  below: 0,
})

const mirrored: Change = {
  name: 'mirrored',
  do: () => plug('1920x1080', '0x0'),
  wall: null,
  below: 0,
  mirrored: true,
}

/** What happens to cables and modes in a bad evening: the first six are the short form, the long one goes round in it. */
const evening: readonly Change[] = [
  unplugged,
  plugged('1920x1080'),
  mirrored,
  plugged('1280x720'),
  ownMode('1600x900', '1280x720'),
  plugged('1024x768'),
  plugged('1920x1080', 100),
  plugged('1920x1080'),
  ownMode('1920x1080', '1920x1080'),
  plugged('1600x900'),
  unplugged,
  plugged('1280x720', 200),
  unplugged,
  plugged('1920x1080'),
  mirrored,
  plugged('1024x768'),
  ownMode('1600x900', '1024x768'),
  unplugged,
  ownMode('1920x1080', null),
  plugged('1920x1080'),
  mirrored,
  unplugged,
  mirrored,
  plugged('1600x900', 50),
  unplugged,
]

const changesOf = (count: number): readonly Change[] =>
  Array.from({ length: count }, (_, place) => evening[place % evening.length]).filter(
    (change) => change !== undefined,
  )

test('the watch sees the console where it stands, on either display', async () => {
  const { app, console } = started
  await console.getByRole('button', { name: 'Start a circle' }).waitFor()
  const from = Date.now()
  expect(await seen.until(consoleStands, from, 5000)).toBeLessThan(5000)
  await app.evaluate(({ BrowserWindow }, x) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: x + 200, y: 100, width: 1280, height: 800 })
  }, edge)
  const moved = ({ console: [left, right] }: Frame) => left === 0 && right > 0.2 * looked(1280, 800)
  expect(await seen.until(moved, Date.now(), 5000)).toBeLessThan(5000)
  // Were it the wall's display, these would be the frames that must not be.
  const until = Date.now() + 500
  await seen.until(({ at }) => at >= until, until, 5000)
  expect(
    seen.frames.filter(({ at, console: [, right] }) => at >= until - 400 && right > 0).length,
  ).toBeGreaterThan(10)
})

test(`${changes} times plugged, unplugged and changed: nothing of the console on the wall`, async () => {
  const begun = Date.now()
  await toTurn(started)
  const { console } = started
  await seen.until((frame) => wallFills(1920, 1080)(frame) && consoleStands(frame), Date.now(), 5000)
  const told = await roomSees(console).textContent()
  const back: number[] = []
  const lost: number[] = []
  const shared: number[] = []
  for (const change of changesOf(changes)) {
    const from = Date.now()
    change.do()
    if (change.mirrored) {
      // What the room now sees is what the console's screen shows: the wall, and the line that asks under it.
      shared.push(
        await seen.until(
          ({ console: [left], wall }) => left <= strip && wall[0] > 0.6 * looked(1280, 800 - 44),
          from,
          backWithin,
        ),
      )
      await expect(console.getByText('Is this screen also on the wall?')).toBeVisible()
      expect(await formOf(started), change.name).toBe('strip')
      const still = from + dwell
      await seen.until(({ at }) => at >= still, from, 5000)
      expect(
        seen.frames.filter(({ at, console: [left] }) => at >= from + (shared.at(-1) ?? 0) && left > strip),
        change.name,
      ).toEqual([])
      continue
    }
    if (change.wall === null) {
      lost.push(await seen.until((frame) => frame.wall[1] === 0 && consoleStands(frame), from, backWithin))
      await expect(console.locator('[data-banner="display-lost"]')).toContainText('The projector is gone.')
      expect(await formOf(started), change.name).toBe('away')
    } else {
      const [width, height] = sizeOf(change.wall)
      const fills = wallFills(width, height)
      const seenAfter = await seen.until((frame) => fills(frame) && consoleStands(frame), from, backWithin)
      back.push(Math.max(seenAfter, await wallLies(started, [edge, change.below, width, height], from)))
      // The wall's page may be another one by now, and may still be changing.
      const wallSize = async () =>
        (await started.stage()).evaluate(() => [innerWidth, innerHeight]).catch(() => null)
      await expect.poll(wallSize).toEqual([width, height])
      await expect(console.locator('[data-banner="display-lost"]')).toHaveCount(0)
      expect(await formOf(started), change.name).toBe('full-screen')
    }
    await console.getByRole('button', { name: 'Hold the room' }).waitFor()
    await expect(roomSees(console)).toHaveText(told ?? '')
    // What comes late is watched too.
    const still = from + dwell
    await seen.until(({ at }) => at >= still, from, 5000)
  }
  const frames = seen.frames.filter(({ at }) => at >= begun)
  const wrong = frames.filter(({ console: [, right] }) => right > 0)
  const gaps = frames
    .slice(1)
    .map(({ at }, index) => at - (frames[index]?.at ?? at))
    .sort((one, other) => one - other)
  const longest = gaps.at(-1) ?? 0
  const seconds = ((frames.at(-1)?.at ?? begun) - begun) / 1000
  process.stdout.write(
    `${changes} changes, ${frames.length} frames in ${seconds.toFixed(1)} s (every ${gaps[gaps.length >> 1]} ms, longest pause ${longest} ms): ` +
      `${wrong.length} with anything of the console on the wall.\n` +
      `The wall was back after ${Math.max(...back)} ms at most (${back.join(', ')}); ` +
      `the console alone after ${Math.max(...lost)} ms at most (${lost.join(', ')}); ` +
      `the wall alone on a screen shown twice after ${Math.max(...shared)} ms at most (${shared.join(', ')}).\n`,
  )
  expect(wrong).toEqual([])
  expect(longest).toBeLessThan(1000)
  expect(frames.length).toBeGreaterThan(changes * 10)
})

test('a mirrored display counts as one: the wall fills the window, and the question is asked', async () => {
  await toTurn(started)
  const { console } = started
  await seen.until(wallFills(1920, 1080), Date.now(), 5000)
  plug('1920x1080', '0x0')
  await expect(console.getByText('Is this screen also on the wall?')).toBeVisible({ timeout: backWithin })
  expect(await formOf(started)).toBe('strip')
  await expect(console.locator('.run')).toHaveCount(0)
  await console.getByRole('button', { name: 'It is' }).click()
  await expect(console.locator('.strip-note')).toContainText('what only you need is put away')
  const from = Date.now()
  plug()
  const back = await wallBack(started, from)
  process.stdout.write(`The wall was back after ${back} ms.\n`)
  await expect(console.locator('.run')).toBeVisible()
})

test('when the console’s own display goes, the console comes to the wall’s with nothing on it but the strip', async () => {
  await toTurn(started)
  const { console, app } = started
  await seen.until(wallFills(1920, 1080), Date.now(), 5000)
  const from = Date.now()
  await app.evaluate(({ screen }) => {
    screen.once('display-removed', () => Object.assign(globalThis, { displayGone: Date.now() }))
  })
  xrandr('--output', 'DUMMY0', '--off')
  await expect(console.getByText('Is this screen also on the wall?')).toBeVisible({ timeout: backWithin })
  await seen.until(({ console: [left, right] }) => left + right > 0, from, backWithin)
  const reachable = await ask(app, ({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('console.html'),
    )
    const bounds = window?.getBounds()
    const display = screen.getAllDisplays()[0]?.bounds
    return Boolean(
      window?.isVisible() &&
      bounds &&
      display &&
      bounds.x >= display.x &&
      bounds.y >= display.y &&
      bounds.x < display.x + display.width &&
      bounds.y < display.y + display.height,
    )
  })
  expect(reachable).toBe(true)
  // The server moves the display that is left to where the console stands, and only then tells anybody: from there it counts.
  const told = await ask(app, () => (globalThis as unknown as { displayGone: number }).displayGone)
  const until = told + dwell
  await seen.until(({ at }) => at >= until, told, 5000)
  const after = seen.frames.filter(({ at }) => at >= told)
  const wrong = after.filter(({ console: [left, right] }) => left + right > strip)
  process.stdout.write(
    `Told after ${told - from} ms; then ${after.length} frames, the last with more than the strip after ${(wrong.at(-1)?.at ?? told) - told} ms.\n`,
  )
  expect(wrong.filter(({ at }) => at >= told + 150)).toEqual([])
  await console.keyboard.press('h')
  await expectFace(await started.stage(), 'held')
})

test('one display: the strip; a second: full screen there; gone again: the strip, and a sentence', async () => {
  unplug()
  const { console } = started
  await expect
    .poll(() => console.evaluate(async () => (await window.circlet?.displays())?.displays.length))
    .toBe(1)
  await begin(console)
  await console.getByRole('button', { name: 'It is' }).click()
  await expect(console.getByText('Hold ` for what to say')).toBeVisible()
  const from = Date.now()
  plug()
  expect(await seen.until(wallFills(1920, 1080), from, backWithin)).toBeLessThan(backWithin)
  await expect(console.getByRole('heading', { name: 'Who is here' })).toBeVisible()
  unplug()
  await expect(console.locator('.strip-note')).toContainText('The projector is gone.')
  expect(await formOf(started)).toBe('strip')
})

test('the chosen display is found again by what it is, wherever it stands', async () => {
  const third = (place: string) => xrandr('--output', 'DUMMY2', '--mode', '800x600', '--pos', place)
  plug('1024x768')
  third('2944x0')
  const { console } = started
  await begin(console)
  const holds = () =>
    console.evaluate(
      async () =>
        (await window.circlet?.displays())?.displays.find(({ holds }) => holds === 'stage')?.width ?? null,
    )
  await expect.poll(holds).toBe(1024)
  await console.evaluate(async () => {
    const small = (await window.circlet?.displays())?.displays.find(({ width }) => width === 800)
    if (small) await window.circlet?.chooseStageDisplay(small.id)
  })
  await expect.poll(holds).toBe(800)
  await expect.poll(async () => (await started.stage()).evaluate(() => innerWidth)).toBe(800)
  xrandr('--output', 'DUMMY2', '--off')
  await expect.poll(holds).toBe(1024)
  third(`${edge}x0`)
  await expect.poll(holds).toBe(800)
  const settings = await console.evaluate(async () => (await window.circlet?.readSettings())?.stageDisplay)
  expect(settings).toBe('external 800x600 @1')
  // And after the app, or the computer, was started again: it stands elsewhere still.
  await started.quit()
  third('2944x0')
  started = await startApp({ screen: 'asked', profile: started.profile })
  await started.console.getByRole('button', { name: 'Go on' }).click()
  const holdsAgain = () =>
    started.console.evaluate(
      async () =>
        (await window.circlet?.displays())?.displays.find(({ holds }) => holds === 'stage')?.width ?? null,
    )
  await expect.poll(holdsAgain).toBe(800)
  xrandr('--output', 'DUMMY2', '--off')
})

test('each display shows its number for three seconds, the console’s own 1', async () => {
  const { app, console } = started
  await console.getByRole('button', { name: 'Start a circle' }).waitFor()
  const from = Date.now()
  await console.evaluate(() => window.circlet?.showNumbers())
  const both = ({ wall }: Frame) => wall.every((count) => count > 0.6 * looked(1920, 1080))
  expect(await seen.until(both, from, 2000)).toBeLessThan(2000)
  // The driver hears of a window a little after it can be seen.
  const numbers = async () => {
    const pages = app.windows().filter((page) => page.url().includes('numbers.html'))
    const found = pages.map(async (page) => [
      await page.evaluate(() => window.screenX >= 1920),
      await page.locator('main').innerText(),
    ])
    return (await Promise.all(found)).sort()
  }
  await expect.poll(numbers, { timeout: 2000, intervals: [50] }).toEqual([
    [false, '1'],
    [true, '2'],
  ])
  const gone = ({ wall, console: [ours] }: Frame) => wall[1] === 0 && ours > 0
  const after = await seen.until(gone, from, 5000)
  expect(after).toBeGreaterThan(2500)
})

test('console and wall change places by one key, and back, with nothing of the console on the wall’s screen', async () => {
  await toTurn(started)
  const { console } = started
  await seen.until((frame) => wallFills(1920, 1080)(frame) && consoleStands(frame), Date.now(), 5000)
  const swapped = ({ wall, console: [left, right] }: Frame) =>
    wall[0] > 0.6 * looked(1920, 1080) && left === 0 && right > 0.2 * looked(1280, 800)
  const from = Date.now()
  await console.keyboard.press('Control+Shift+X')
  const there = await seen.until(swapped, from, backWithin)
  await expect(console.getByRole('button', { name: 'Hold the room' })).toBeVisible()
  // From then on the left screen is the wall's.
  const settled = from + there + dwell
  await seen.until(({ at }) => at >= settled, settled, 5000)
  expect(seen.frames.filter(({ at, console: [left] }) => at >= from + there && left > 0)).toEqual([])
  const again = Date.now()
  await console.keyboard.press('Control+Shift+X')
  const back = await seen.until(
    (frame) => wallFills(1920, 1080)(frame) && consoleStands(frame),
    again,
    backWithin,
  )
  process.stdout.write(`Changed places after ${there} ms, and back after ${back} ms.\n`)
})
