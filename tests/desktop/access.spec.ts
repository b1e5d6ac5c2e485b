import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { startApp, type StartedApp } from '../support/app'
import {
  changeSettings,
  writeQuestions,
  expectFace,
  installClock,
  newCircle,
  pass,
  people,
  roomSees,
} from '../support/evening'

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
})
test.afterEach(() => started.quit())

/** What axe holds to be serious or worse. Contrast on the console: 4.5 to 1. */
async function seriousFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

for (const theme of ['light', 'dark'] as const) {
  test(`every console screen can be used by everybody, ${theme}`, async () => {
    const { console: page } = started
    const key = (name: string) => page.keyboard.press(name)
    await changeSettings(page, { consoleTheme: theme })
    await expect(page.locator('body')).toHaveClass(`theme-${theme}`)
    expect(await seriousFaults(page), 'home').toEqual([])
    await page.getByRole('button', { name: 'Start a circle' }).click()
    await page.getByLabel('Who is here?').fill('Ana')
    expect(await seriousFaults(page), 'new circle').toEqual([])
    await page.getByRole('button', { name: 'Back' }).click()
    await newCircle(page, people)
    expect(await seriousFaults(page), 'who is here').toEqual([])
    for (let i = 0; i < 7; i += 1) await key('ArrowRight')
    await pass(started, 0.05)
    expect(await seriousFaults(page), 'a round').toEqual([])
    for (let i = 0; i < 8; i += 1) await key('ArrowRight')
    await expectFace(await started.stage(), 'turn')
    await pass(started, 4.5)
    await key('ArrowRight')
    await pass(started, 1.5)
    await key('ArrowRight')
    await expect(roomSees(page)).toContainText('open questions')
    await writeQuestions(page)
    await key('k')
    expect(await seriousFaults(page), 'a turn with its board').toEqual([])
    // Not hollow: every command with a button here has a name, and there are many.
    expect(await page.getByRole('button').count()).toBeGreaterThanOrEqual(20)
    await key('h')
    await expectFace(await started.stage(), 'held')
    expect(await seriousFaults(page), 'held').toEqual([])
  })
}

test('the check finds a control without a name and a text too faint', async () => {
  await started.console.evaluate(() => {
    const bad = document.createElement('button')
    bad.style.cssText = 'width:40px;height:40px'
    const faint = document.createElement('p')
    faint.textContent = 'nobody can read this'
    faint.style.color = '#e8e0d4'
    document.querySelector('main')?.append(bad, faint)
  })
  const found = (await seriousFaults(started.console)).map((fault) => fault.split(':')[0])
  expect(found).toEqual(expect.arrayContaining(['button-name', 'color-contrast']))
})
