// A whole evening, and the next one. Fails if a step is missing, asks for a second press, or needs more than the keys.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { newProfile, root, startApp, type StartedApp } from '../support/app'
import {
  expectFace,
  faceOf,
  installClock,
  newCircle,
  pass,
  passUnseen,
  people,
  roomSees,
} from '../support/evening'
import { forwardSays } from '../support/drive'

const pictures = join(root, 'test-results/session')

test.beforeAll(() => mkdirSync(pictures, { recursive: true }))

async function started(profile: string, time?: string): Promise<StartedApp> {
  const app = await startApp({ profile, keepProfile: true })
  await installClock(app, time)
  await app.console.reload()
  return app
}

const heading = (page: Page) => page.locator('h1').first()

/** What a person reads at the top of the console: where the session is, and what the room sees. */
const place = async (page: Page) =>
  `${await heading(page).textContent()} | ${await roomSees(page).textContent()}`

/** Waits as a circle does until going on cuts nothing, then presses forward once and waits for its effect. */
async function goOn(app: StartedApp): Promise<void> {
  const { console: page } = app
  const early = /, in (\d+) min$/.exec(await forwardSays(page))
  if (early !== null) await passUnseen(app, Number(early[1]) - 0.5)
  const before = await place(page)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => place(page), { intervals: [20] }).not.toBe(before)
}

test('one button carries a session from Waiting to Closed: six people, two turns, at most sixty presses', async () => {
  test.setTimeout(240_000)
  const app = await started(newProfile())
  const { console: page } = app
  await newCircle(page, people.slice(0, 6), '90')
  const stage = await app.stage()
  await expectFace(stage, 'waiting')
  const faces: string[] = []
  const states: string[] = []
  const items: string[] = []
  let presses = 0
  for (; presses <= 60; presses += 1) {
    const face = (await faceOf(stage).getAttribute('data-face')) ?? ''
    if (!faces.includes(face)) faces.push(face)
    const [item, part] = await heading(page).evaluate((node) => [
      node.firstChild?.textContent?.trim() ?? '',
      node.querySelector('.soft')?.textContent?.split(' · ')[0] ?? '',
    ])
    items.push(item ?? '')
    const phase = people.some((name) => name === item) ? part : item
    const state = /turn|round/.test(face) ? `${face} ${phase}`.toLowerCase().replaceAll(' ', '-') : face
    if (!states.includes(state)) {
      states.push(state)
      const name = `${String(states.length).padStart(2, '0')}-${state}.png`
      await stage.screenshot({ path: join(pictures, `stage-${name}`) })
      await page.screenshot({ path: join(pictures, `console-${name}`) })
    }
    if (face === 'closed') break
    await goOn(app)
    // What stands only for a moment goes by itself before the next voice.
    await pass(app, 0.05)
    await expect(page.getByRole('button', { name: /Press again/ })).toHaveCount(0)
  }
  expect(faces).toEqual([
    'waiting',
    'named',
    'agreements',
    'round',
    'choosing',
    'help',
    'turn',
    'break',
    'commitments',
    'what-stays',
    'closed',
  ])
  for (const turn of ['Jun’s turn', 'Amara’s turn']) expect(items).toContain(turn)
  expect(presses).toBeGreaterThan(40)
  expect(presses).toBeLessThanOrEqual(60)
  await expect(stage.getByText('Forgotten: everything that was said and written.').first()).toBeVisible()
  // What was planned and what it took: by item, never by person.
  await page.getByText('Planned, and how it went').click()
  const rows = await page.locator('.planned-held tbody tr').allInnerTexts()
  expect(rows.map((row) => row.split('\t')[0])).toContain('First turn')
  expect(rows.find((row) => row.startsWith('First turn'))).toMatch(/^First turn\t26\t\d+$/)
  expect(rows.filter((row) => people.some((name) => row.includes(name)))).toEqual([])
  await page.screenshot({ path: join(pictures, 'console-planned-and-held.png') })
  await app.quit()
})

/** Goes by Tab to what a screen reader would call so, as somebody without a mouse does, and presses Enter there. */
async function tabTo(page: Page, name: RegExp, then = 'Enter'): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim()
    })
  const seen: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    const here = await focused()
    if (name.test(here)) return page.keyboard.press(then)
    if (!seen.includes(here)) seen.push(here)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Eighty times Tab, and never at ${name}: ${seen.join(' / ')}`)
}

/** Goes on until the console's heading has these words. */
async function goOnTo(app: StartedApp, words: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await heading(app.console).textContent())?.includes(words)) return
    await goOn(app)
    await pass(app, 0.05)
  }
  throw new Error(`Sixty steps on, and never at “${words}”.`)
}

/** Writes a line into the field that Q gives the keys to, and waits until the field is empty again. */
async function writeLine(page: Page, line: string): Promise<void> {
  await page.keyboard.press('q')
  await page.keyboard.type(line)
  await page.keyboard.press('Enter')
}

const promises = [
  ['Priya', 'I ask Dana for twenty minutes, on Monday.'],
  ['Jun', 'If the meeting runs over, then I leave.'],
  ['Amara', 'I say no to the steering group.'],
] as const

const twelve = Array.from({ length: 12 }, (_, index) => `What would help with part ${index + 1}?`)

test('a whole evening by keyboard alone, and the next one two weeks later', async () => {
  test.setTimeout(300_000)
  const profile = newProfile()
  const first = await started(profile)
  const { console: page } = first
  const key = (name: string) => page.keyboard.press(name)

  await test.step('seven names, one away and one late', async () => {
    await tabTo(page, /^Start a circle/)
    await expect(page.getByLabel('Who is here?')).toBeFocused()
    await page.keyboard.type(people.join('\n'))
    await tabTo(page, /^90 minutes$/)
    await tabTo(page, /^Begin with 7 people/)
    await expect(heading(page)).toHaveText('Who is here')
    await key('Digit6')
    await key('Digit7')
  })
  const stage = await first.stage()
  await expect(stage.getByText('Tomás', { exact: true })).toHaveCount(0)

  await test.step('who comes late speaks last; who passes is asked once more', async () => {
    await goOnTo(first, 'Check-in')
    await expect(roomSees(page)).toHaveText('Priya’s voice')
    await key('a')
    await key('Digit7')
    await expect(page.locator('.sheet')).toContainText('Elif is here and speaks last')
    await key('Escape')
    for (const name of ['Jun', 'Amara', 'Noor', 'Sam', 'Elif']) {
      await goOn(first)
      await expect(roomSees(page)).toHaveText(`${name}’s voice`)
    }
    await goOn(first)
    await expectFace(stage, 'choosing')
  })

  await test.step('two bring something; the first wants ideas, and has another format', async () => {
    await key('Digit3')
    await key('Digit5')
    await expect(roomSees(page)).toHaveText('Amara and Sam bring something')
    expect(await forwardSays(page)).toBe('Amara, then Sam')
    await goOn(first)
    await expectFace(stage, 'help')
    await tabTo(page, /^Ideas I can pick from$/)
    await expect(stage.getByText('Six-phase consultation', { exact: false }).first()).toBeVisible()
    await goOn(first)
    await expect(roomSees(page)).toHaveText('Amara speaks, we listen')
  })

  await test.step('an overtime, and a Next that is taken back', async () => {
    await pass(first, 12.2)
    await expect(stage.getByText('min over')).toBeVisible()
    await expect(page.getByRole('timer')).toHaveText(/^2:\d\d over$/)
    await goOn(first)
    await expect(heading(page)).toContainText('Key question')
    await key('ArrowLeft')
    await expect(heading(page)).toContainText('Telling')
    await expect(page.getByRole('timer')).toHaveText(/^2:\d\d over$/)
    await goOn(first)
  })

  await test.step('the role is handed over in at most four presses', async () => {
    let presses = 0
    for (const name of ['g', 'Digit2', 'ArrowRight']) {
      await key(name)
      presses += 1
    }
    await expectFace(stage, 'named')
    await expect(stage.getByText('Jun facilitates now.').first()).toBeVisible()
    await expect(stage.getByText('Thank you, Priya.').first()).toBeVisible()
    expect(presses).toBeLessThanOrEqual(4)
    await pass(first, 0.1)
    await expectFace(stage, 'turn')
  })

  await test.step('twelve questions in the second turn', async () => {
    await goOnTo(first, 'Back at')
    await goOnTo(first, 'Sam’s turn')
    await goOnTo(first, 'Open questions')
    for (const [index, question] of twelve.entries()) {
      await writeLine(page, question)
      await expect(page.locator('.board')).toHaveAttribute('data-waiting', String(index + 1))
    }
    await expect(stage.getByText('and 9 more').first()).toBeVisible()
    await key('ArrowDown')
    await key('Enter')
    await expect(stage.locator('.bar')).toHaveText(twelve[1] ?? '')
  })

  await test.step('three commitments, the close, and who is asked', async () => {
    await goOnTo(first, 'Harvest')
    await goOnTo(first, 'Commitments')
    for (const [name, words] of promises) {
      await expect(heading(page)).toContainText(name)
      await writeLine(page, words)
      await expect(stage.getByText(words).first()).toBeVisible()
      await goOn(first)
    }
    await goOnTo(first, 'What stays')
    await expect(stage.getByText('Three commitments').first()).toBeVisible()
    await goOnTo(first, 'Thank you')
    await expectFace(stage, 'closed')
    await expect(stage.getByText('Forgotten: everything but three commitments.').first()).toBeVisible()
    await tabTo(page, /^Amara will$/)
    await expect(stage.getByText('Amara facilitates').first()).toBeVisible()
    await tabTo(page, /^Done/)
    await expect(
      page.getByText('Amara facilitates, if willing: not yet, and offered last time.'),
    ).toBeVisible()
  })
  await first.quit()

  const second = await started(profile, '2026-03-26T18:00:00+01:00')
  const { console: next } = second
  await test.step('two weeks later it is who offered, and why', async () => {
    await expect(next.getByText('Session 2.', { exact: false })).toBeVisible()
    await expect(next.getByText('not yet, and offered last time', { exact: false })).toBeVisible()
    await expect(next.getByText('Last time three commitments were made', { exact: false })).toBeVisible()
    await tabTo(next, /^Prepare the session/)
    await tabTo(next, /^90 minutes$/)
    await tabTo(next, /^Open the room/)
    await expect(heading(next)).toHaveText('Who is here')
  })
  const wall = await second.stage()
  await test.step('commitments come first, in the person’s own words', async () => {
    await goOn(second)
    await expect(roomSees(next)).toHaveText('Amara facilitates today')
    await goOnTo(second, 'Last commitments')
    for (const [name, words] of promises) {
      await expectFace(wall, 'last-commitments')
      await expect(roomSees(next)).toHaveText(`what ${name} said last time`)
      await expect(wall.getByText(words).first()).toBeVisible()
      for (const [, other] of promises.filter(([one]) => one !== name))
        await expect(wall.getByText(other)).toHaveCount(0)
      await goOn(second)
    }
    await expectFace(wall, 'choosing')
  })
  await second.quit()
})
