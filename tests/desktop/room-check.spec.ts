import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { startApp } from '../support/app'
import { startCircle } from '../support/drive'
import { changeSettings, expectFace, installClock } from '../support/evening'

const { roomCheck, home, settings, displays } = en.console
const onTheWall = en.stage.roomCheck
const asks = (page: Page, words: string) => expect(page.getByText(words, { exact: true })).toBeVisible()
const themeOfWall = (wall: Page) =>
  wall.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor)

/** The grounds of the wall as a person sees them. */
const ground = { dark: 'rgb(23, 20, 17)', light: 'rgb(251, 247, 240)', contrast: 'rgb(10, 10, 10)' }

/** Three seconds to look up and answer, for each press: what "under 90 s" leaves room for. */
const presses = { most: 90 / 3 }

test('the whole check goes by keys: the wall becomes clearer where it must, the tone has its dot, and nothing stays behind', async () => {
  const started = await startApp({ size: { width: 1024, height: 560 } })
  const { console: page } = started
  let pressed = 0
  const press = async (key: string) => {
    pressed += 1
    await page.keyboard.press(key)
  }
  await page.getByRole('button', { name: home.roomCheck }).focus()
  await press('Enter')
  const wall = await started.stage()

  await test.step('what the computer sees by itself stands in words with a mark', async () => {
    await expectFace(wall, 'room-check')
    for (const tick of ['power', 'disk', 'display', 'awake']) {
      const line = page.locator(`[data-tick="${tick}"]`)
      await expect(line).toHaveText(/\w{2}/)
      await expect(line.getByRole('img')).toHaveAccessibleName(/./)
    }
    await expect(page.locator('[data-tick="awake"]')).toHaveAttribute('data-is', 'well')
  })

  await test.step('a smallest line that can’t be read makes the wall light, then clearer still', async () => {
    await asks(page, roomCheck.read.ask)
    await expect(wall.getByText(onTheWall.lines)).toHaveCount(3)
    const sizes = await wall
      .getByText(onTheWall.lines)
      .evaluateAll((lines) =>
        lines.map((line) => (parseFloat(getComputedStyle(line).fontSize) / innerHeight) * 100),
      )
    expect(sizes.map((size) => size.toFixed(1))).toEqual(['2.6', '3.4', '5.0'])
    expect(await themeOfWall(wall)).toBe(ground.dark)
    await press('n')
    await expect.poll(() => themeOfWall(wall)).toBe(ground.light)
    await asks(page, roomCheck.isNow('light'))
    await press('n')
    await expect.poll(() => themeOfWall(wall)).toBe(ground.contrast)
    await press('n')
    await asks(page, roomCheck.clearest)
    await changeSettings(page, { stageTheme: 'dark' })
    await press('ArrowRight')
  })

  await test.step('the stripes choose the theme', async () => {
    await asks(page, roomCheck.stripes.ask)
    await expect(wall.locator('.stripes span')).toHaveCount(5)
    const colours = await wall
      .locator('.stripes span')
      .evaluateAll((stripes) => stripes.map((stripe) => getComputedStyle(stripe).backgroundColor))
    expect(new Set(colours).size).toBe(5)
    await expect.poll(() => themeOfWall(wall)).toBe(ground.dark)
    await press('3')
    await expect.poll(() => themeOfWall(wall)).toBe(ground.light)
  })

  await test.step('the tone has a dot that grows while it sounds', async () => {
    await asks(page, roomCheck.hear.ask)
    const dot = wall.locator('.tone-dot')
    await expect(dot).toHaveAttribute('data-sounds', 'true')
    const width = () => dot.evaluate((found) => found.getBoundingClientRect().width / innerHeight)
    await expect.poll(width).toBeGreaterThan(0.2)
    await expect(dot).toHaveAttribute('data-sounds', 'false', { timeout: 15_000 })
    expect(await width()).toBeLessThan(0.1)
    await press('l')
    await expect(dot).toHaveAttribute('data-sounds', 'true')
    await press('ArrowRight')
  })

  await test.step('a clicker is tried, or there is none; and the room is ready', async () => {
    await asks(page, roomCheck.clicker.ask)
    await press('c')
    await press('PageDown')
    await expect(page.locator('.heard')).toContainText(en.console.commands.forward)
    await press('Control+Enter')
    await asks(page, roomCheck.ready.ask)
    await expect(wall.getByText(onTheWall.ready)).toBeVisible()
    await press('ArrowLeft')
    await asks(page, roomCheck.clicker.ask)
    await press('PageDown')
    await press('PageDown')
  })
  await expect(page.getByRole('button', { name: home.startACircle })).toBeVisible()
  // Every answer was given at least once, and two of them more often than anybody would.
  expect(pressed).toBeLessThan(presses.most)
  await expect.poll(() => started.app.windows().length).toBe(1)

  await test.step('what it chose holds in the session, and nothing of it is left on the wall', async () => {
    await startCircle(page)
    const again = await started.stage()
    await expectFace(again, 'waiting')
    expect(await themeOfWall(again)).toBe(ground.light)
  })
  await started.quit()
})

test('on one screen that everybody sees it asks in the line under the wall; without motion the dot stands still', async () => {
  const started = await startApp({ screen: 'asked', size: { width: 1024, height: 768 } })
  const { console: page } = started
  await installClock(started)
  await page.reload()
  await changeSettings(page, { sound: 'none', motion: 'none' })
  await page.getByRole('button', { name: home.settings, exact: true }).click()
  await page.getByRole('button', { name: settings.roomCheck }).click()
  await asks(page, displays.question)
  await page.getByRole('button', { name: displays.itIs }).click()
  const wall = await started.stage()
  await expectFace(wall, 'room-check')
  const strip = page.locator('.strip-line')
  await expect(strip).toContainText(roomCheck.read.ask)
  await page.keyboard.press('ArrowRight')
  await expect(strip).toContainText(roomCheck.stripes.ask)
  await page.keyboard.press('5')
  await expect(strip).toContainText(roomCheck.hear.askWithout)
  const dot = wall.locator('.tone-dot')
  await expect(dot).toHaveAttribute('data-sounds', 'true')
  expect(await wall.evaluate(() => document.getAnimations().length)).toBe(0)
  expect(await dot.evaluate((found) => found.getBoundingClientRect().width / innerHeight)).toBeGreaterThan(
    0.25,
  )
  // What stands in the line fits it.
  expect(await strip.evaluate((line) => line.scrollWidth - line.clientWidth)).toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: home.startACircle })).toBeVisible()
  await started.quit()
})
