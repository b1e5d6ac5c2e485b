// The agenda while a session is prepared: pasted, put by, used again, rearranged by key and by hand, and then held.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { newProfile, root, startApp, type StartedApp } from '../support/app'
import { changeSettings, filledButton, installClock, newCircle, people } from '../support/evening'

const pictures = join(root, 'test-results/agenda')

test.beforeAll(() => mkdirSync(pictures, { recursive: true }))

async function started(profile: string, time?: string): Promise<StartedApp> {
  const app = await startApp({ profile, keepProfile: true })
  await installClock(app, time)
  await app.console.reload()
  return app
}

const column = (page: Page) => page.getByRole('region', { name: 'The session' })
/** The rows of the agenda as they are read: when, what, how long. */
const rows = (page: Page) =>
  column(page)
    .locator('.plan-row')
    .evaluateAll((found) =>
      found.map((row) =>
        ['.begins', '.plan-name', '.plan-minutes']
          .map((part) => row.querySelector(part))
          .map((part) => (part instanceof HTMLInputElement ? part.value : (part?.textContent ?? '')))
          .join(' '),
      ),
    )
const names = async (page: Page) => (await rows(page)).map((row) => row.replace(/^\S+ | \S+$/g, ''))
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const shot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })

const pasted = [
  'Our agenda',
  '18:00 Agreements',
  '18:04 Check-in',
  '18:14 Lunch with Ana',
  '18:20 Jun: action learning set',
  'Break 5',
  'Silence 2',
  'Turn',
  'Harvest – 6 min',
].join('\n')

async function prepare(page: Page): Promise<void> {
  await press(page, 'Prepare the session')
  await expect(page.getByRole('heading', { name: 'The next session' })).toBeVisible()
  await press(page, '120 minutes')
  await page.getByLabel('Time', { exact: true }).fill('18:30')
}

/** The plan at the sizes and in the languages it is looked at in. Leaves twelve people behind. */
async function pictured({ app, console: later }: StartedApp): Promise<void> {
  const size = (width: number, height: number) =>
    app.evaluate(
      ({ BrowserWindow }, [w, h]) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().includes('console.html'))
          ?.setContentSize(w, h),
      [width, height] as const,
    )
  await size(1024, 560)
  await shot(later, 'small')
  await press(later, 'From lines')
  await press(later, 'Copy as lines')
  await shot(later, 'small-lines')
  await later.keyboard.press('Escape')
  await changeSettings(later, { language: 'test-rtl' })
  await shot(later, 'small-rtl')
  await changeSettings(later, { language: 'en', consoleTheme: 'dark' })
  for (const name of [
    'Maximiliane von Hohenstein-Wittelsbach',
    'Bartholomew Featherstonehaugh',
    'Ana',
    'Bo',
    'Ed',
  ]) {
    await later.getByLabel('Somebody new: a name, then Enter').fill(name)
    await later.keyboard.press('Enter')
  }
  await expect(later.getByText('12', { exact: true })).toBeVisible()
  await press(later, /^First turn: /)
  await shot(later, 'small-dark-twelve')
  await size(1440, 900)
  await shot(later, 'large-dark-twelve')
  await later.getByRole('button', { name: /^First turn: / }).click()
}

test('lines become an agenda that is put by, used again two weeks later, rearranged, and held', async () => {
  test.setTimeout(120_000)
  const profile = newProfile()
  const first = await started(profile)
  await newCircle(first.console, people, '90')
  await first.console.keyboard.press('Escape')
  await first.quit()
  const app = await started(profile)
  const { console: page } = app
  await test.step('the session that was opened is closed first', async () => {
    await press(page, /Close it/)
    await prepare(page)
  })

  await test.step('pasted lines are told what they become; one is asked about and left out by a key', async () => {
    expect(await filledButton(page)).toBe('Open the room')
    await press(page, 'From lines')
    const field = page.getByLabel('One part a line, with its minutes')
    await expect(field).toBeFocused()
    await field.fill(pasted)
    const panel = page.getByRole('region', { name: 'From lines' })
    await expect(panel.getByText('Line 4, “18:14 Lunch with Ana”: which part is it?')).toBeVisible()
    expect(await filledButton(page)).toBe('Use this agenda')
    await expect(page.getByRole('button', { name: 'Use this agenda' })).toBeDisabled()
    await shot(page, 'lines-asked')
    await panel.locator('[data-row="4"] .plan-name').focus()
    await page.keyboard.press('Delete')
    await expect(panel.getByText('Added: who presents, what stays, and last round.')).toBeVisible()
    await expect(panel.getByText('Action learning set, 38 min')).toBeVisible()
    await shot(page, 'lines')
    await press(page, 'Use this agenda')
  })

  const brought = [
    '18:30 Agreements 4',
    '18:34 Check-in 16',
    '18:50 Who presents 1',
    '18:51 First turn 38',
    '19:29 Break 5',
    '19:34 Silence 2',
    '19:36 Second turn 26',
    '20:02 Harvest 6',
    '20:08 What stays 1',
    '20:09 Last round 7',
  ]
  await test.step('they are rows with times, and as lines the same again', async () => {
    expect(await rows(page)).toEqual(brought)
    expect(await filledButton(page)).toBe('Open the room')
    await shot(page, 'rows')
    await press(page, 'From lines')
    await press(page, 'Copy as lines')
    const field = page.getByLabel('One part a line, with its minutes')
    const text = await field.inputValue()
    expect(text.split('\n')[3]).toBe('Turn: Action learning set 38')
    expect(await field.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart)).toBe(
      text.length,
    )
    await page.keyboard.press('Escape')
    expect(await rows(page)).toEqual(brought)
    await press(page, 'From lines')
    await page.getByLabel('One part a line, with its minutes').fill(text)
    await press(page, 'Use this agenda')
    expect(await rows(page)).toEqual(brought)
  })

  await test.step('it is put by under a name; one that is taken out comes back', async () => {
    await press(page, 'Our agendas')
    await page.keyboard.type('Long Thursday')
    await page.keyboard.press('Enter')
    await expect(page.getByText('“Long Thursday” is put by.')).toBeVisible()
    await press(page, 'Take out: Long Thursday')
    await expect(page.getByText('“Long Thursday” is taken out.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Long Thursday/ })).toHaveCount(0)
    await press(page, 'Bring it back')
    await expect(page.getByRole('button', { name: 'Long Thursday, 120 min' })).toBeVisible()
    await shot(page, 'agendas')
    await press(page, 'Back to the session')
  })
  await press(page, 'Back')
  await expect(page.getByRole('button', { name: 'Prepare the session' })).toBeVisible()
  await app.quit()

  const again = await started(profile, '2026-03-26T18:00:00+01:00')
  const { console: later } = again
  await test.step('two weeks later it is used by as many as come', async () => {
    await prepare(later)
    await press(later, 'Our agendas')
    await press(later, 'Long Thursday, 120 min')
    expect(await rows(later)).toEqual(brought)
    await expect(column(later).getByText('“Long Thursday”, as it was put by.')).toBeVisible()
    await press(later, 'As it was')
    expect(await names(later)).not.toContain('Silence')
    await press(later, 'Our agendas')
    await press(later, 'Long Thursday, 120 min')
  })

  await test.step('a silence goes behind the line that has the keys, and everything after it is later', async () => {
    await column(later).locator('[data-row="check-in"] .plan-name').focus()
    await press(later, 'Insert a silence')
    expect((await rows(later)).slice(1, 4)).toEqual([
      '18:34 Check-in 16',
      '18:50 Silence 1',
      '18:51 Who presents 1',
    ])
  })

  await test.step('lines move by key and by hand; what cannot stand there says why', async () => {
    await column(later).locator('[data-row="check-in"] .plan-name').focus()
    await later.keyboard.press('Alt+ArrowUp')
    expect((await names(later)).slice(0, 2)).toEqual(['Check-in', 'Agreements'])
    const row = (id: string) => column(later).locator(`[data-row="${id}"]`)
    await row('harvest').locator('.plan-name').dragTo(row('break'))
    expect((await names(later)).slice(5, 7)).toEqual(['Harvest', 'Break'])
    await row('last-round').locator('.plan-name').dragTo(row('break'))
    await expect(
      column(later).getByText(/come before the last round|comes before the last round/),
    ).toBeVisible()
    await shot(later, 'moved')
  })

  await test.step('a turn has a short list with one reason each, and who presents and who waits is said', async () => {
    await expect(later.getByText('Two can present: Jun, Amara. The others wait.')).toBeVisible()
    await press(later, /^Second turn: Decide in the room/)
    const choices = later.getByRole('group', { name: 'Methods for: Second turn' })
    await expect(choices.getByRole('button')).toHaveCount(7)
    await expect(choices.getByText('Made for that. Two can present.')).toBeVisible()
    await shot(later, 'choices')
    await choices.getByRole('button', { name: /^Six-phase consultation/ }).click()
    expect((await rows(later)).find((row) => row.includes('Second turn'))).toMatch(/ 35$/)
  })

  await test.step('the pictures: small and large, right to left, twelve people', () => pictured(again))

  await test.step('the room has it', async () => {
    await later.getByLabel('Another length').fill('150')
    await press(later, 'Open the room')
    await expect(later.getByRole('heading', { name: 'Who is here' })).toBeVisible()
    await press(later, /^Begin/)
    await press(later, /^Go on/)
    const agenda = later.locator('.agenda')
    await expect(agenda.getByText('Check-in')).toBeVisible()
    await expect(agenda.getByText('Agreements')).toBeVisible()
    await shot(later, 'run')
  })
  await again.quit()
})
