import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { openings, recipes } from '../../shared/sound/recipe'
import { settingValues } from '../../shared/settings'
import { en } from '../../renderer/words/en'
import { newProfile, resize, startApp, type StartedApp } from '../support/app'
import { changeSettings, installClock, newCircle, pass, people, roomSees } from '../support/evening'
import { begin, forward, forwardTo } from '../support/drive'
import { withApp } from '../support/main-process'

interface Heard extends Window {
  /** How many pure tones began, and how far the last sound was opened. */
  heard?: { tones: number; opening: number }
  /** How many signs of a tone came to stand on the wall. */
  twins?: number
}

/** Counts what the page plays, from its next load on. */
async function listen({ app, console }: StartedApp): Promise<void> {
  await app.context().addInitScript(() => {
    const here = window as Heard
    const heard = { tones: 0, opening: 0 }
    here.heard = heard
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (when) {
      heard.tones += 1
      start.call(this, when)
    }
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to instanceof AudioDestinationNode && this instanceof GainNode) heard.opening = this.gain.value
      return connect.call(this, to)
    } as typeof AudioNode.prototype.connect
  })
  await console.reload()
}

const tones = (page: Page) => page.evaluate(() => (window as Heard).heard?.tones)
const opening = (page: Page) => page.evaluate(() => (window as Heard).heard?.opening ?? 0)
/** The sign on the wall that a tone sounds. */
const twin = (stage: Page) => stage.locator('[data-part="twin"]')
/** Counts the signs that come to stand on the wall from now on, however briefly. */
const countTwins = (stage: Page) =>
  stage.evaluate(() => {
    const here = window as Heard
    here.twins = 0
    new MutationObserver((records) => {
      const came = records.flatMap(({ addedNodes }) => [...addedNodes])
      const signs = came.filter((node) => node instanceof HTMLElement && node.dataset['part'] === 'twin')
      here.twins = (here.twins ?? 0) + signs.length
    }).observe(document.body, { subtree: true, childList: true })
  })
const twins = (stage: Page) => stage.evaluate(() => (window as Heard).twins)
const bowl = recipes.bowl.length
const wood = recipes.wood.length

const words = en.console.settings
const line = (page: Page, sentence: string) => page.getByRole('group', { name: sentence, exact: true })
const choose = (page: Page, sentence: string, value: string) =>
  line(page, sentence).getByRole('button', { name: value, exact: true }).click()
const openSettings = async (page: Page) => {
  await page.getByRole('button', { name: words.title, exact: true }).click()
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible()
}

test.describe('in a session, sound', () => {
  let started: StartedApp
  test.beforeEach(async () => {
    started = await startApp()
    await installClock(started)
    await listen(started)
  })
  test.afterEach(() => started.quit())

  /** To the first turn, in which the group will talk while the presenter listens. */
  async function toTurn(): Promise<void> {
    const { console: page } = started
    await newCircle(page, people.slice(0, 6), '120')
    await begin(page)
    await forwardTo(page, 'Jun’s turn')
    await line(page, en.console.help_.wish).getByRole('button', { name: en.stage.wishes.ideas }).click()
    await expect(page.getByText('Six-phase consultation', { exact: false })).toBeVisible()
    await forward(page)
    await expect(roomSees(page)).toHaveText('Jun speaks, we listen')
  }

  test('comes once when the group’s talk ends, and never while one person speaks', async () => {
    const { console: page } = started
    await toTurn()
    const stage = await started.stage()
    await countTwins(stage)
    await pass(started, 20)
    expect(await tones(page), 'twenty minutes of telling').toBe(0)
    expect(await twins(stage), 'a sign for a tone that never was').toBe(0)
    await forwardTo(page, 'Consultation')
    expect(await tones(page)).toBe(0)
    await pass(started, 9.9)
    expect(await tones(page)).toBe(0)
    await pass(started, 0.12)
    await expect.poll(() => tones(page)).toBe(bowl)
    await expect(twin(stage)).toHaveAttribute('data-sound', 'bowl')
    expect(await twins(stage)).toBe(1)
    expect(await opening(page)).toBeCloseTo(openings[3], 5)
    await expect((await started.stage()).getByText(en.stage.time, { exact: true })).toBeVisible()
    await pass(started, 5)
    expect(await tones(page), 'five minutes over').toBe(bowl)
    await expect(twin(stage)).toHaveCount(0)
    expect(await twins(stage)).toBe(1)
    await page.reload()
    await expect(roomSees(page)).toContainText('the group talks')
    await pass(started, 1)
    expect(await tones(page), 'after a reload').toBe(0)
  })

  test('is what was chosen, follows the room when it pauses, and is nothing when nothing was chosen', async () => {
    const { console: page } = started
    await changeSettings(page, { sound: 'wood', volume: 5 })
    await toTurn()
    await forwardTo(page, 'Consultation')
    await pass(started, 9)
    await page.keyboard.press('h')
    await pass(started, 10)
    expect(await tones(page), 'held').toBe(0)
    await page.keyboard.press('Space')
    await expect(roomSees(page)).toContainText('the group talks')
    await pass(started, 1.2)
    await expect.poll(() => tones(page)).toBe(wood)
    expect(await opening(page)).toBeCloseTo(openings[5], 5)
    await changeSettings(page, { sound: 'none' })
    await page.keyboard.press('+')
    await expect(page.getByRole('timer')).toHaveText(/^0:\d\d$/)
    await pass(started, 2)
    expect(await tones(page)).toBe(wood)
  })
})

test('Hear it plays what is chosen, as loud as chosen; nothing plays nothing: sound', async () => {
  await withApp({}, async (started) => {
    await listen(started)
    const { console: page } = started
    await openSettings(page)
    const { sound } = en.console
    const hear = page.getByRole('button', { name: sound.hear })
    await hear.click()
    await expect.poll(() => tones(page)).toBe(bowl)
    expect(await opening(page)).toBeCloseTo(openings[3], 5)
    await choose(page, sound.loudness, sound.step(1))
    await choose(page, sound.ends, sound.sounds.wood)
    await expect(line(page, sound.ends).getByRole('button', { name: sound.sounds.wood })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await hear.click()
    await expect.poll(() => tones(page)).toBe(bowl + wood)
    expect(await opening(page)).toBeCloseTo(openings[1], 5)
    await choose(page, sound.ends, sound.sounds.none)
    await expect(hear).toBeDisabled()
    expect(await tones(page)).toBe(bowl + wood)
  })
})

test('settings beside sound: what is chosen shows at once, by keys alone, and is there at the next start', async () => {
  const profile = newProfile()
  await withApp({ profile, keepProfile: true }, async ({ console: page, stage }) => {
    await openSettings(page)
    const pressKey = async (sentence: string, value: string) => {
      const button = line(page, sentence).getByRole('button', { name: value, exact: true })
      for (let tabs = 0; tabs < 40; tabs += 1) {
        if (await button.evaluate((node) => node === document.activeElement)) break
        await page.keyboard.press('Tab')
      }
      await expect(button).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(button).toHaveAttribute('aria-pressed', 'true')
    }
    await pressKey(words.wall, words.themes.light)
    await pressKey(words.time, words.times.exact)
    await pressKey(words.motion, words.motions.none)
    await pressKey(words.console, words.themes.dark)
    await expect(page.locator('body')).toHaveClass(/theme-dark/)
    const height = () =>
      page
        .getByRole('heading')
        .first()
        .evaluate((node) => node.getBoundingClientRect().height)
    const usual = await height()
    await pressKey(words.text, words.sizes.large)
    await expect.poll(height).toBeGreaterThan(usual * 1.15)
    await pressKey(words.hours, words.clocks[12])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Start a circle' })).toBeVisible()
    await newCircle(page)
    await expect((await stage()).locator('.theme-light').first()).toBeVisible()
    await expect(page.locator('.top time')).toHaveText(/[ap]m$/)
  })
  await withApp({ profile }, async ({ console: page }) => {
    await expect(page.locator('body')).toHaveClass(/theme-dark/)
    expect(await page.evaluate(() => window.circlet?.readSettings())).toMatchObject({
      stageTheme: 'light',
      time: 'exact',
      motion: 'none',
      consoleTheme: 'dark',
      textSize: 'large',
      hours: 12,
    })
    await expect(page.locator('html')).toHaveAttribute('data-text-size', 'large')
  })
})

test('settings with their sound, and the sheet of keys, fit a small screen, and everybody can use them', async () => {
  await withApp({ size: { width: 1024, height: 560 } }, async ({ app, console: page }) => {
    /** What axe holds to be serious or worse, and what would have to be scrolled. */
    const faults = async (part: string) => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      const scrolls = await page
        .locator(part)
        .evaluate((node) => node.scrollHeight > node.clientHeight || node.scrollWidth > node.clientWidth)
      return [...serious.map(({ id }) => id), ...(scrolls ? ['scrolls'] : [])]
    }
    await openSettings(page)
    for (const consoleTheme of settingValues.consoleTheme) {
      await changeSettings(page, { consoleTheme })
      await expect(page.locator('body')).toHaveClass(new RegExp(`theme-${consoleTheme}`))
      expect(await faults('.settings'), consoleTheme).toEqual([])
    }
    await resize(app, 'console.html', { width: 1280, height: 720 })
    await changeSettings(page, { textSize: 'large' })
    await expect(page.locator('html')).toHaveAttribute('data-text-size', 'large')
    expect(await faults('.settings'), 'large').toEqual([])
    await page.getByRole('button', { name: words.back }).click()
    await changeSettings(page, { textSize: 'usual' })
    await newCircle(page)
    await resize(app, 'console.html', { width: 1024, height: 560 })
    await begin(page)
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: en.console.keys.title })
    await expect(sheet).toBeVisible()
    expect(await faults('.keys-sheet')).toEqual([])
    expect(await sheet.locator('.key-row').count()).toBeGreaterThan(20)
    await page.keyboard.press('?')
    await expect(sheet).toHaveCount(0)
    await page.keyboard.press('?')
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
  })
})
