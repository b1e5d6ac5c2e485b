import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import type { StartNotice } from '../../shared/desktop-api'
import { defaultSettings, type Settings } from '../../shared/settings'
import { en } from '../../renderer/words/en'
import { newProfile } from '../support/app'
import { countWindows, profileWith, withApp } from '../support/main-process'

const good: Settings = { ...defaultSettings, consoleTheme: 'dark', stageTheme: 'light', hours: 12 }
const goodText = JSON.stringify(good)
const largest = 10 * 1024 * 1024

interface Damage {
  readonly name: string
  readonly content: string | Buffer
  /** What is said when there is no good copy. */
  readonly notice: StartNotice
  /** What still holds of the file itself. */
  readonly kept?: Partial<Settings>
}

const damages: readonly Damage[] = [
  { name: 'empty', content: '', notice: 'settings-lost' },
  { name: 'cut short', content: goodText.slice(0, 40), notice: 'settings-lost' },
  { name: 'full of zeros', content: Buffer.alloc(200), notice: 'settings-lost' },
  { name: 'behind a byte order mark', content: `\ufeff${goodText}`, notice: 'settings-mended', kept: good },
  { name: 'a list', content: `[${goodText}]`, notice: 'settings-lost' },
  {
    name: 'of wrong types',
    content: JSON.stringify({ ...good, stageTheme: 7, hours: '24' }),
    notice: 'settings-mended',
    kept: { consoleTheme: 'dark' },
  },
  { name: 'null', content: 'null', notice: 'settings-lost' },
  { name: 'a number', content: '12', notice: 'settings-lost' },
  { name: 'of 10 MB', content: `${' '.repeat(largest)}${goodText}`, notice: 'settings-lost' },
  {
    name: 'nested a million deep',
    content: '['.repeat(500_000) + ']'.repeat(500_000),
    notice: 'settings-lost',
  },
  {
    name: 'binary junk',
    content: Buffer.from([0xff, 0xfe, 0x00, 0x9f, 0x8b, 0xc3, 0x28]),
    notice: 'settings-lost',
  },
]

const aside = (profile: string) =>
  readdirSync(profile)
    .filter((name) => name.startsWith('settings.') && name.includes('.bad-'))
    .sort()

const savedIn = (profile: string): unknown => JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8'))

/** The settings as the page has them. The driver never waits on a promise of the page: V8 may collect it, and no answer comes. */
async function settingsOf(page: Page): Promise<unknown> {
  await page.evaluate(() => {
    const told = window as Window & { settingsTold?: unknown }
    void window.circlet?.readSettings().then((settings) => (told.settingsTold = settings))
  })
  const read = () => page.evaluate(() => (window as Window & { settingsTold?: unknown }).settingsTold ?? null)
  await expect.poll(read, { intervals: [20] }).not.toBeNull()
  return read()
}

/** Starts on a profile, reads what it says and has, quits. */
const startOn = (profile: string) =>
  withApp({ profile, keepProfile: true }, async ({ app, console }) => {
    await expect(console.getByRole('button', { name: 'Start a circle' })).toBeVisible()
    const banners = console.locator('.banner:not([data-banner="test-runtime"])')
    return {
      said: await banners.locator('> span').allTextContents(),
      settings: await settingsOf(console),
      theme: await console.evaluate(() => document.body.className),
      windows: await countWindows(app),
    }
  })

test.describe('a settings file', () => {
  for (const { name, content, notice, kept } of damages) {
    test(`that is ${name} is kept aside, and Circlet starts with one notice`, async () => {
      const profile = profileWith({ 'settings.json': content })
      const first = await startOn(profile)
      expect(first.said).toEqual([en.console.banners.notices[notice]])
      expect(first.settings).toEqual({ ...defaultSettings, ...kept })
      expect(aside(profile)).toEqual(['settings.json.bad-1'])
      expect(readFileSync(join(profile, 'settings.json.bad-1')).equals(Buffer.from(content))).toBe(true)
      expect(savedIn(profile)).toEqual({ ...defaultSettings, ...kept })
      rmSync(profile, { recursive: true, force: true })
    })
  }

  test('that is damaged while a good copy is there is replaced by the copy, and says so once', async () => {
    const profile = profileWith({ 'settings.json': goodText.slice(0, 40), 'settings.bak': goodText })
    const first = await startOn(profile)
    expect(first).toMatchObject({
      said: [en.console.banners.notices['settings-restored']],
      settings: good,
      theme: 'theme-dark',
    })
    expect(await startOn(profile)).toMatchObject({ said: [], settings: good })
    expect(aside(profile)).toEqual(['settings.json.bad-1'])
    writeFileSync(join(profile, 'settings.json'), 'again')
    expect(await startOn(profile)).toMatchObject({ settings: good })
    expect(aside(profile)).toEqual(['settings.json.bad-1', 'settings.json.bad-2'])
    rmSync(profile, { recursive: true, force: true })
  })

  test('that is gone while a good copy is there comes back from the copy', async () => {
    const profile = profileWith({ 'settings.bak': goodText })
    const found = await startOn(profile)
    expect(found).toMatchObject({
      said: [en.console.banners.notices['settings-restored']],
      settings: good,
    })
    rmSync(profile, { recursive: true, force: true })
  })

  test('that is damaged like its copy loses neither of the two', async () => {
    const profile = profileWith({ 'settings.json': '{', 'settings.bak': '[]' })
    const found = await startOn(profile)
    expect(found).toMatchObject({
      said: [en.console.banners.notices['settings-lost']],
      settings: defaultSettings,
    })
    expect(aside(profile)).toEqual(['settings.bak.bad-1', 'settings.json.bad-1'])
    rmSync(profile, { recursive: true, force: true })
  })

  test('that is a folder is kept aside with what is in it', async () => {
    const profile = profileWith({ 'settings.bak': goodText })
    mkdirSync(join(profile, 'settings.json'))
    writeFileSync(join(profile, 'settings.json', 'inside'), 'kept')
    const found = await startOn(profile)
    expect(found).toMatchObject({ said: [en.console.banners.notices['settings-restored']], settings: good })
    expect(readFileSync(join(profile, 'settings.json.bad-1', 'inside'), 'utf8')).toBe('kept')
    expect(savedIn(profile)).toEqual(good)
    rmSync(profile, { recursive: true, force: true })
  })

  for (const [name, content] of [
    ['sound', goodText],
    ['damaged', '{'],
  ] as const) {
    test(`that is ${name} and cannot be written is used or replaced in memory, and says so`, async () => {
      const profile = profileWith({ 'settings.json': content, 'settings.bak': goodText })
      const file = join(profile, 'settings.json')
      const locked = spawnSync('chattr', ['+i', file]).status === 0
      test.skip(!locked, 'This file system cannot make a file unwritable for root.')
      try {
        const found = await startOn(profile)
        expect(found.settings).toEqual(good)
        expect(found.said).toContain(en.console.banners.notices['settings-not-saved'])
        expect(readFileSync(file, 'utf8')).toBe(content)
      } finally {
        execFileSync('chattr', ['-i', file])
        rmSync(profile, { recursive: true, force: true })
      }
    })
  }

  test('that was being saved when the power went leaves no copies behind', async () => {
    const profile = profileWith({
      'settings.json': goodText,
      'settings.json.tmp-16999999990123abcdef': goodText,
      'settings.json.tmp-2': '{',
    })
    mkdirSync(join(profile, 'settings.json.tmp-3'))
    const leftovers = () => readdirSync(profile).filter((name) => name.includes('.tmp-'))
    expect(leftovers()).toHaveLength(3)
    expect(await startOn(profile)).toMatchObject({ said: [], settings: good })
    expect(leftovers()).toEqual([])
    rmSync(profile, { recursive: true, force: true })
  })
})

/** Clicks an item of the menu, by its words. */
const clickMenu = (app: ElectronApplication, label: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    items.find((item) => item.label === wanted)?.click()
  }, label)

const isChecked = (app: ElectronApplication, label: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    return items.find((item) => item.label === wanted)?.checked
  }, label)

test('a theme that is chosen in the menu shows at once and is there at the next start', async () => {
  const profile = newProfile()
  await withApp({ profile, keepProfile: true }, async ({ app, console }) => {
    await expect(console.locator('body')).toHaveClass('theme-light')
    await clickMenu(app, 'Dark console')
    await expect(console.locator('body')).toHaveClass('theme-dark')
  })
  await withApp({ profile }, async ({ app, console }) => {
    await expect(console.locator('body')).toHaveClass('theme-dark')
    expect(await isChecked(app, 'Dark console')).toBe(true)
    expect(await isChecked(app, 'Light console')).toBe(false)
  })
})

test('settings hold the known names only, whatever a page wishes, and a bad wish changes nothing', async () => {
  const profile = newProfile()
  await withApp({ profile, keepProfile: true }, async ({ console }) => {
    const wish = (change: unknown) =>
      console.evaluate(
        (change) => window.circlet?.writeSettings(change as Partial<Settings>) as Promise<unknown>,
        change,
      )
    expect(await wish({ consoleTheme: 'dark' })).toMatchObject({ consoleTheme: 'dark' })
    for (const bad of [{ consoleTheme: 'Amara' }, { note: 'said in the room' }, ['x'], 'x', 7, null]) {
      expect(await wish(bad)).toEqual({ ...defaultSettings, consoleTheme: 'dark' })
    }
  })
  for (const name of ['settings.json', 'settings.bak']) {
    const saved = JSON.parse(readFileSync(join(profile, name), 'utf8')) as object
    expect(Object.keys(saved).sort()).toEqual(Object.keys(defaultSettings).sort())
  }
  expect(existsSync(join(profile, 'config.json'))).toBe(false)
  rmSync(profile, { recursive: true, force: true })
})
