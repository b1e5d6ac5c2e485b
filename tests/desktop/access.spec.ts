import { expect, test } from '@playwright/test'
import { seriousFaults } from '../support/access'
import { startApp, type StartedApp } from '../support/app'
import {
  changeSettings,
  expectFace,
  installClock,
  learnt,
  newCircle,
  pass,
  passUnseen,
  people,
  promise,
  roomSees,
  writeQuestions,
} from '../support/evening'
import { writeLine } from '../support/drive'

let started: StartedApp

test.beforeEach(async () => {
  started = await startApp()
  await installClock(started)
  await started.console.reload()
})
test.afterEach(() => started.quit())

/** The sheets over the run, by key and title. */
const sheets = [
  ['a', 'Somebody comes or goes'],
  ['t', 'Time'],
  ['0', 'All names'],
  ['?', 'All keys'],
] as const

for (const theme of ['light', 'dark'] as const) {
  test(`every console screen can be used by everybody, ${theme}`, async () => {
    test.setTimeout(240_000)
    const { console: page } = started
    const key = (name: string) => page.keyboard.press(name)
    const check = async (what: string) => expect.soft(await seriousFaults(page), what).toEqual([])
    const onwards = async (times: number) => {
      for (let i = 0; i < times; i += 1) await key('ArrowRight')
    }
    await changeSettings(page, { consoleTheme: theme })
    await expect(page.locator('body')).toHaveClass(`theme-${theme}`)
    await check('home')
    await page.getByRole('button', { name: 'Start a circle' }).click()
    await page.getByLabel('Who is here?').fill('Ana')
    await check('new circle')
    await page.getByRole('button', { name: 'Back' }).click()
    await newCircle(page, people, '90')
    const stage = await started.stage()
    await check('who is here')
    await onwards(7)
    await pass(started, 0.05)
    await check('a round')
    await onwards(7)
    await expectFace(stage, 'choosing')
    await key('Digit3')
    await expect(roomSees(page)).toHaveText('Amara brings something')
    await check('who presents')
    await key('ArrowRight')
    await expectFace(stage, 'help')
    await page.getByRole('button', { name: 'Another format' }).click()
    await check('what would help')
    await key('ArrowRight')
    await expectFace(stage, 'turn')
    for (const [letter, title] of sheets) {
      await key(letter)
      await expect(page.getByRole('dialog', { name: title })).toBeVisible()
      await check(title)
      await key('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await key('g')
    await expect(page.getByRole('alertdialog', { name: 'Hand over' })).toBeVisible()
    await check('hand over, to whom')
    await key('ArrowRight')
    await expect(page.getByRole('heading', { name: /, you have it\.$/ })).toBeVisible()
    await check('hand over, the card')
    await key('Escape')
    await expect(roomSees(page)).toHaveText('Amara speaks, we listen')
    await passUnseen(started, 4.5)
    await key('ArrowRight')
    await passUnseen(started, 1.5)
    await key('ArrowRight')
    await expect(roomSees(page)).toContainText('open questions')
    await writeQuestions(page)
    await key('k')
    await check('a turn with its board')
    // Not hollow: every command with a button here has a name, and there are many.
    expect(await page.getByRole('button').count()).toBeGreaterThanOrEqual(20)
    await key('k')
    await key('h')
    await expectFace(stage, 'held')
    await check('held')
    await key('Space')
    await passUnseen(started, 14)
    await onwards(people.length)
    await expect(page.getByLabel('What is taken, in one sentence')).toBeVisible()
    await check('what is taken')
    await passUnseen(started, 2)
    await key('ArrowRight')
    await expectFace(stage, 'break')
    await check('a break')
    await key('ArrowRight')
    await expectFace(stage, 'help')
    await page.getByRole('button', { name: 'Leave this turn out' }).click()
    await expectFace(stage, 'round')
    await writeLine(page, learnt)
    await check('the harvest')
    await onwards(people.length)
    await expectFace(stage, 'commitments')
    await writeLine(page, promise)
    await check('commitments')
    await onwards(people.length)
    await expectFace(stage, 'what-stays')
    await page.getByRole('button', { name: 'one commitment' }).click()
    await expect(page.getByRole('list', { name: 'Commitments' })).toBeVisible()
    await check('what stays')
    await onwards(1 + people.length)
    await expectFace(stage, 'closed')
    await check('closed')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText(/^Session 2\./)).toBeVisible()
    await check('home of a circle that has met')
    await page.getByRole('button', { name: 'Prepare the session' }).click()
    await expect(page.getByRole('heading', { name: 'The next session' })).toBeVisible()
    await check('the plan')
    await page.getByRole('button', { name: /^First turn: / }).click()
    await check('the short list of formats')
    await page.getByRole('button', { name: 'From lines' }).click()
    await page.getByRole('textbox', { name: 'One part a line' }).fill('Check-in 10\nLunch with Ana')
    await check('pasted lines')
    await key('Escape')
    await page.getByRole('button', { name: 'Our agendas' }).click()
    await page.getByRole('textbox', { name: 'A name for the present agenda' }).fill('Long')
    await key('Enter')
    await check('agendas that were put by')
  })
}

test('the check finds a control without a name and a text too faint', async () => {
  await started.console.getByRole('button', { name: 'Start a circle' }).waitFor()
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
