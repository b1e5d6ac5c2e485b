import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { showKey } from '../../shared/commands/key'
import { keysOf, usualKeymap } from '../../shared/commands/keymap'
import { en } from '../../renderer/words/en'
import { newProfile, resize, startApp, type StartedApp } from '../support/app'
import { begin, buttonOf, startCircle } from '../support/drive'
import { roomSees } from '../support/evening'

const { keyPage, settings, commands, home, banners } = en.console
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Presses a button that has the focus, as whoever came there by Tab. */
async function pressByKeys(page: Page, name: string): Promise<void> {
  await button(page, name).focus()
  await page.keyboard.press('Enter')
}

/** A key that goes down in the wall's own window: from there it takes the way through main. */
const pressOnWall = ({ app }: StartedApp, keyCode: string): Promise<void> =>
  app.evaluate(({ webContents }, keyCode) => {
    const wall = webContents.getAllWebContents().find((one) => one.getURL().includes('stage.html'))
    for (const type of ['keyDown', 'keyUp'] as const) wall?.sendInputEvent({ type, keyCode })
  }, keyCode)

const held = (page: Page) => page.locator('[data-banner="held"]')
const savedKeys = (profile: string): unknown =>
  JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8')).keys

test('keys are changed and refused by keys, a clicker is tried and does nothing, and what was chosen holds on both windows and after a restart', async () => {
  const profile = newProfile()
  const first = await startApp({ profile, keepProfile: true, size: { width: 1024, height: 560 } })
  const page = first.console

  await test.step('a key is refused with its reason, and Esc leaves it as it is', async () => {
    await pressByKeys(page, home.settings)
    await pressByKeys(page, settings.keys)
    await pressByKeys(page, keyPage.change('hold', 'H'))
    const row = page.locator('[data-command="hold"]')
    await expect(row).toContainText(keyPage.press)
    for (const [key, sentence] of [
      ['b', keyPage.refusals.taken('blank')],
      ['3', keyPage.refusals.kept('chairs')],
      ['Tab', keyPage.refusals.kept('lists')],
      ['Alt+F4', keyPage.refusals.kept('computer')],
    ] as const) {
      await page.keyboard.press(key)
      await expect(row).toContainText(sentence)
    }
    await page.keyboard.press('Escape')
    await expect(row).not.toContainText(keyPage.press)
    // Esc was the row's: the page still stands, and nothing was changed.
    await expect(button(page, keyPage.change('hold', 'H'))).toBeVisible()
  })

  await test.step('a free key holds at once', async () => {
    await pressByKeys(page, keyPage.change('hold', 'H'))
    await page.keyboard.press('n')
    await expect(button(page, keyPage.change('hold', 'N'))).toBeVisible()
    await expect.poll(() => savedKeys(profile)).toEqual({ hold: ['n', 'Ctrl+h'] })
  })

  await test.step('every command has its row, with the keys that it has', async () => {
    const rows = await page
      .locator('.command-row')
      .evaluateAll((found) => found.map((row) => (row as HTMLElement).dataset['command']))
    expect([...rows].sort()).toEqual([...usualKeymap.keys.keys()].sort())
    for (const key of keysOf('forward', usualKeymap))
      await expect(button(page, keyPage.change('forward', showKey(key)))).toBeVisible()
  })

  await test.step('a clicker is tried: nothing is done, and a button without a meaning is given one', async () => {
    await pressByKeys(page, keyPage.clicker.start)
    await expect(page.getByText(keyPage.clicker.nothingYet)).toBeVisible()
    const heard = page.locator('.heard')
    for (const [key, meaning] of [
      ['PageDown', commands.forward],
      ['.', commands.blank],
      ['Escape', commands.decline],
      ['Tab', keyPage.clicker.nothing],
      ['F9', keyPage.clicker.nothing],
    ] as const) {
      await page.keyboard.press(key)
      await expect(heard.first()).toContainText(meaning)
    }
    await expect(heard).toHaveCount(5)
    await page.keyboard.press('Control+Enter')
    await page.getByLabel(keyPage.clicker.useFor('F9')).selectOption('forward')
    await expect(button(page, keyPage.change('forward', 'F9'))).toBeVisible()
    // Enter and Esc belong to lists and cards: they are not offered for anything.
    await expect(page.getByLabel(keyPage.clicker.useFor('Tab'))).toHaveCount(0)
  })

  await test.step('in the session both windows answer the new keys, and the old one is nobody’s', async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: settings.title })).toBeVisible()
    await page.keyboard.press('Escape')
    await resize(first.app, 'console.html', { width: 1280, height: 800 })
    await startCircle(page)
    await begin(page)
    const before = await roomSees(page).textContent()
    await page.keyboard.press('F9')
    await expect(roomSees(page)).not.toHaveText(before ?? '')
    await expect(buttonOf(page, 'N')).toContainText(commands.hold)
    await page.keyboard.press('h')
    await page.keyboard.press('n')
    await expect(held(page)).toHaveCount(1)
    await expect(held(page)).toContainText(banners.held((id) => showKey(keysOf(id, usualKeymap)[0]!)))
    await page.keyboard.press('Space')
    await expect(held(page)).toHaveCount(0)
    await first.stage()
    await pressOnWall(first, 'h')
    await pressOnWall(first, 'n')
    await expect(held(page)).toHaveCount(1)
    await pressOnWall(first, 'Space')
    await expect(held(page)).toHaveCount(0)
  })
  await first.quit()

  const again = await startApp({ profile, size: { width: 1280, height: 800 } })
  await test.step('after a restart they are the same', async () => {
    await button(again.console, home.goOn).first().click()
    await expect(buttonOf(again.console, 'N')).toContainText(commands.hold)
    expect(savedKeys(profile)).toEqual({
      hold: ['n', 'Ctrl+h'],
      forward: ['ArrowRight', 'PageDown', 'F9'],
    })
  })
  await again.quit()
})

test('all keys go back to what they were', async () => {
  const started = await startApp({ size: { width: 1024, height: 560 } })
  const page = started.console
  await button(page, home.settings).click()
  await button(page, settings.keys).click()
  await expect(button(page, keyPage.allAsUsual)).toHaveCount(0)
  for (const [name, key] of [
    [keyPage.change('hold', 'H'), 'n'],
    [keyPage.anotherFor('blank'), 'F5'],
  ] as const) {
    await button(page, name).click()
    await page.keyboard.press(key)
  }
  await expect(button(page, keyPage.change('blank', 'F5'))).toBeVisible()
  await button(page, keyPage.asUsualFor('blank')).click()
  await expect(button(page, keyPage.change('blank', 'F5'))).toHaveCount(0)
  await expect(button(page, keyPage.change('hold', 'N'))).toBeVisible()
  await button(page, keyPage.allAsUsual).click()
  await expect(button(page, keyPage.change('hold', 'H'))).toBeVisible()
  await expect.poll(() => savedKeys(started.profile)).toEqual({})
  await started.quit()
})
