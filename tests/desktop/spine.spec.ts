import { expect, test } from '@playwright/test'
import { startApp, type StartedApp } from '../support/app'
import {
  expectFace,
  installClock,
  learnt,
  newCircle,
  pass,
  passUnseen,
  people,
  questions,
  roomSees,
} from '../support/evening'

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
})
test.afterEach(() => started.quit())

const key = (name: string) => started.console.keyboard.press(name)

/** Leads to the first phase of the first turn by forward alone. */
async function toTelling(): Promise<void> {
  await newCircle(started.console, people.slice(0, 4))
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  for (let i = 0; i < 7; i += 1) await key('ArrowRight')
  await expect(roomSees(started.console)).toHaveText(/Then these hold|Priya’s voice/)
  for (let i = 0; i < 4; i += 1) await key('ArrowRight')
  await expectFace(stage, 'choosing')
  await key('ArrowRight')
  await expectFace(stage, 'help')
  await key('ArrowRight')
  await expect(roomSees(started.console)).toHaveText('Jun speaks, we listen')
}

/** What the console's clock has used up, and the instant at which it showed so; both in milliseconds. */
async function used(): Promise<{ elapsed: number; at: number }> {
  const timer = started.console.getByRole('timer')
  return timer.evaluate((node) => ({
    elapsed: Number(node.getAttribute('data-elapsed')),
    at: Number(node.getAttribute('data-at')),
  }))
}

test('an undone Next gives the time back as if it had never been pressed', async () => {
  await toTelling()
  await pass(started, 2)
  const before = await used()
  expect(before.elapsed).toBeGreaterThan(115_000)
  await key('ArrowRight')
  await expect(started.console.getByRole('button', { name: /Press again to leave/ })).toBeVisible()
  await expect(roomSees(started.console)).toHaveText('Jun speaks, we listen')
  await key('ArrowRight')
  await expect(roomSees(started.console)).toHaveText('Jun answers, short factual questions')
  await pass(started, 0.5)
  const other = await used()
  expect(other.elapsed).toBeLessThan(40_000)
  await key('ArrowLeft')
  await expect(roomSees(started.console)).toHaveText('Jun speaks, we listen')
  await pass(started, 0.05)
  const after = await used()
  expect(Math.abs(after.elapsed - before.elapsed - (after.at - before.at))).toBeLessThanOrEqual(100)
  expect(after.at - before.at).toBeGreaterThan(32_000)
})

/** Whether the wall says now that we are back some minutes later than it was told; held time is nobody's. */
async function expectBackLater(told: string, minutes: number): Promise<void> {
  const minuteOf = (text: string) => {
    const [, hours, rest] = /^back at (\d\d):(\d\d)$/.exec(text) ?? []
    return Number(hours) * 60 + Number(rest)
  }
  const now = await roomSees(started.console).innerText()
  const later = minuteOf(now) - minuteOf(told)
  // Whole minutes, rounded up: what passes beside the hold may make it one more.
  expect([minutes, minutes + 1], `“${told}”, then “${now}”`).toContain(later)
}

test('the room can be held in every state, and leaves it on the same clock', async () => {
  test.setTimeout(240_000)
  const { console: page } = started
  await newCircle(page, people.slice(0, 3), '90')
  const stage = await started.stage()
  await expectFace(stage, 'waiting')
  await key('ArrowRight')
  const faces: string[] = []
  /** What a room does in a state before it goes on, once each. */
  const asides = new Map([
    [
      'Harvest',
      async () => {
        await key('q')
        await page.keyboard.type(learnt)
        await key('Enter')
        await expectFace(stage, 'harvest')
      },
    ],
    [
      'Amara’s turn',
      async () => {
        await key('ArrowRight')
        await expectFace(stage, 'turn')
        await key('h')
        await expectFace(stage, 'held')
        await page.getByRole('button', { name: 'End the turn with thanks' }).click()
        await expectFace(stage, 'thanked')
      },
    ],
  ])
  for (let guard = 0; guard < 60; guard += 1) {
    await pass(started, 0.06)
    await expect(stage.locator('main')).not.toHaveAttribute('data-face', 'held')
    const face = (await stage.locator('main').getAttribute('data-face')) ?? ''
    if (face === 'closed') break
    faces.push(face)
    const told = await roomSees(page).innerText()
    await key('h')
    await expectFace(stage, 'held')
    await passUnseen(started, 3)
    await key('Space')
    await expectFace(stage, face)
    if (face === 'break') await expectBackLater(told, 3)
    else await expect(roomSees(page)).toHaveText(told)
    const heading = await page.locator('h1').innerText()
    const [state, aside] = [...asides].find(([words]) => heading.startsWith(words)) ?? []
    if (state !== undefined && aside !== undefined) {
      asides.delete(state)
      await aside()
      continue
    }
    await key('ArrowRight')
    if (await page.getByRole('button', { name: /Press again/ }).isVisible()) await key('ArrowRight')
    await expect(async () => {
      const now = [await page.locator('h1').innerText(), await roomSees(page).innerText()]
      const seen = await stage.locator('main').getAttribute('data-face')
      expect(now[0] === heading && now[1] === told && seen === face).toBe(false)
    }).toPass({ timeout: 5000 })
  }
  expect([...asides.keys()]).toEqual([])
  expect(new Set(faces)).toEqual(
    new Set([
      'named',
      'agreements',
      'round',
      'choosing',
      'help',
      'turn',
      'break',
      'thanked',
      'harvest',
      'commitments',
      'what-stays',
    ]),
  )
})

test('ten overlong minutes are counted calmly, and nothing ends by itself', async () => {
  await toTelling()
  const stage = await started.stage()
  await pass(started, 4.3)
  await expect(stage.getByText('last minute')).toBeVisible()
  await pass(started, 1)
  await expect(stage.getByText('time', { exact: true })).toBeVisible()
  await pass(started, 1)
  await expect(stage.getByText('min over')).toBeVisible()
  await expect(stage.getByText('1', { exact: true })).toBeVisible()
  await pass(started, 9)
  await expect(stage.getByText('10', { exact: true })).toBeVisible()
  await expect(stage.locator('[data-arc="over"]')).toHaveCount(1)
  await expect(started.console.getByRole('timer')).toHaveText(/10:\d\d over/)
  await expect(roomSees(started.console)).toHaveText('Jun speaks, we listen')
})

test('a pause ripens into a held room after ten seconds', async () => {
  await toTelling()
  const stage = await started.stage()
  await key('Space')
  await expect(started.console.locator('[data-banner="paused"]')).toBeVisible()
  await pass(started, 0.15)
  await expectFace(stage, 'turn')
  await pass(started, 0.05)
  await expectFace(stage, 'held')
  await key('Space')
  await expectFace(stage, 'turn')
})

test('a reload of either window changes nothing', async () => {
  await toTelling()
  const stage = await started.stage()
  const timer = started.console.getByRole('timer')
  // Black shows first and is saved after; a minute shows when it is saved, and so is all that came before it.
  await key('b')
  await expectFace(stage, 'blank')
  await key('+')
  await expect(timer).toHaveText(/^(6:00|5:\d\d)$/)
  await started.console.reload()
  await expect(roomSees(started.console)).toHaveText('nothing: the wall is black')
  await expectFace(stage, 'blank')
  await stage.reload()
  await expectFace(stage, 'blank')
  await key('b')
  await expectFace(stage, 'turn')
  await expect(stage.getByText('Jun speaks')).toBeVisible()
  await expect(timer).toHaveText(/^(6:00|5:\d\d)$/)
  await key('+')
  await expect(timer).toHaveText(/^(7:00|6:\d\d)$/)
  await started.console.reload()
  await expect(roomSees(started.console)).toHaveText('Jun speaks, we listen')
  await expect(stage.getByText('Jun speaks')).toBeVisible()
})

test('a crash of either window is mended and nothing is lost', async () => {
  await toTelling()
  await key('+')
  await expect(started.console.getByRole('timer')).toHaveText(/^(6:00|5:\d\d)$/)
  const crash = (part: string) =>
    started.app.evaluate(({ webContents }, wanted) => {
      webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().includes(wanted))
        ?.forcefullyCrashRenderer()
    }, part)
  // A page that crashed is gone for the driver: what the person sees is asked of the window itself.
  const read = (part: string, selector: string) =>
    started.app
      .evaluate(
        ({ webContents }, [wanted, inside]) => {
          const contents = webContents
            .getAllWebContents()
            .find((one) => one.getURL().includes(wanted as string))
          if (!contents || contents.isCrashed() || contents.isLoading()) return ''
          const asked = contents.executeJavaScript(
            `document.querySelector(${JSON.stringify(inside)})?.textContent ?? ''`,
          ) as Promise<string>
          // A page that dies meanwhile never answers.
          return Promise.race([asked, new Promise<string>((done) => setTimeout(() => done(''), 500))])
        },
        [part, selector],
      )
      .catch(() => '')
  await crash('stage.html')
  await expect(started.console.locator('[data-banner="stage-back"]')).toBeVisible()
  await expect.poll(() => read('stage.html', '[data-part="rule"]')).toContain('Jun speaks')
  await crash('console.html')
  await expect.poll(() => read('console.html', '.sees b')).toBe('Jun speaks, we listen')
  await expect.poll(() => read('console.html', '[role="timer"]')).toMatch(/^5:\d\d$/)
  await expect.poll(() => read('stage.html', '[data-part="rule"]')).toContain('Jun speaks')
})

test('ending a turn with thanks forgets what was written in it at the next forward', async () => {
  await toTelling()
  const stage = await started.stage()
  await pass(started, 4.5)
  await key('ArrowRight')
  await pass(started, 1.5)
  await key('ArrowRight')
  await expect(roomSees(started.console)).toHaveText('Jun answers, open questions')
  await key('q')
  await started.console.keyboard.type(questions[0])
  await key('Enter')
  await expect(stage.getByText(questions[0])).toBeVisible()
  // What would make it fail: rows of the turn that stay when it is forgotten. One question is one row, under the turn's own key.
  expect(await rowsUnder('turn:')).toBe(1)
  await key('h')
  await expectFace(stage, 'held')
  await started.console.getByRole('button', { name: 'End the turn with thanks' }).click()
  await expectFace(stage, 'thanked')
  await expect(stage.getByText('Thank you, Jun.')).toBeVisible()
  await expect(started.console.getByText('is forgotten when you go on', { exact: false })).toBeVisible()
  await key('ArrowRight')
  await expectFace(stage, 'round')
  expect(await rowsUnder('turn:')).toBe(0)
  expect(await rowsUnder('session:')).toBeGreaterThan(10)
})

/** How many rows lie in the database under keys of a kind. */
const rowsUnder = (kind: string): Promise<number> =>
  started.console.evaluate(async (beginning) => {
    const names = (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => name.startsWith('circlet-'))
    const all = await Promise.all(
      names.map(
        (name) =>
          new Promise<string[]>((done, fail) => {
            const opening = indexedDB.open(name)
            opening.onerror = () => fail(opening.error)
            opening.onsuccess = () => {
              const reading = opening.result.transaction('records').objectStore('records').getAll()
              reading.onsuccess = () => done(reading.result.map((record: { kid: string }) => record.kid))
            }
          }),
      ),
    )
    return all.flat().filter((kid) => kid.startsWith(beginning)).length
  }, kind)

test('a lid that was closed covers the console; any key uncovers it and does nothing else', async () => {
  await toTelling()
  const cover = started.console.locator('.sleep-cover').getByText('The computer slept.')
  await expect(cover).toHaveCount(0)
  await started.app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend')
    powerMonitor.emit('resume')
  })
  await expect(cover).toBeVisible()
  const stage = await started.stage()
  await expectFace(stage, 'turn')
  await key('h')
  await expect(cover).toHaveCount(0)
  // Were the key not kept from what lies under the cover, the room would be held now.
  await expectFace(stage, 'turn')
  await key('h')
  await expectFace(stage, 'held')
})

test('sleep of four minutes is asked about; a short one is counted and said', async () => {
  await toTelling()
  const stage = await started.stage()
  await pass(started, 1)
  const clock = started.app.context().clock
  const wall = await started.console.evaluate(() => Date.now())
  await clock.setSystemTime(wall + 4 * 60_000)
  await pass(started, 0.05)
  await expect(started.console.getByRole('alertdialog')).toBeVisible()
  await expect(stage.getByText('Jun speaks')).toBeVisible()
  await started.console.getByRole('button', { name: 'Leave them out' }).click()
  await expect(started.console.getByRole('timer')).toHaveText(/^3:5\d$/)
  const later = await started.console.evaluate(() => Date.now())
  await clock.setSystemTime(later + 20_000)
  await pass(started, 0.05)
  await expect(started.console.locator('[data-banner="slept"]')).toHaveText(
    /The laptop slept for 2\d seconds/,
  )
  await expect(started.console.getByRole('timer')).toHaveText(/^3:3\d$/)
})
