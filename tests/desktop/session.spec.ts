// A whole evening, and the next one. Fails if a step is missing, asks for a second press, or needs more than the keys.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { newProfile, root, startApp, type StartedApp } from '../support/app'
import { expectFace, faceOf, installClock, newCircle, pass, people, roomSees } from '../support/evening'
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
  if (early !== null) await pass(app, Number(early[1]) - 0.5)
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
  await expect(stage.getByText('Left out: everything that was said and written.').first()).toBeVisible()
  await app.quit()
})
