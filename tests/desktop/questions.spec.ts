// The bank of questions on the console: found by words, starred, written, reworded and taken out; all there after a restart.
import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { bank, families } from '../../shared/craft/bank'
import { seriousFaults } from '../support/access'
import { changeSettings } from '../support/evening'
import { copyOf, filesOf, keyFile, keyNames, makeTemplate, read, type Template } from '../support/kept-circle'
import { withApp } from '../support/main-process'
import { atHome, button } from '../support/vault'

const words = en.console.questions
const wish = bank.find(({ id }) => id === 'goal/wish')?.text ?? ''

let template: Template
test.beforeAll(async () => {
  test.setTimeout(120_000)
  template = await makeTemplate('nobody-chose')
})
test.afterAll(() => rmSync(template.profile, { recursive: true, force: true }))

const rows = (page: Page) => page.locator('.questions-row')
const row = (page: Page, text: string) => rows(page).filter({ hasText: text }).locator('[data-part="name"]')
const family = (page: Page, id: string) => page.locator(`.questions-family[data-row="${id}"] button`)
const said = (page: Page) => page.locator('.questions-foot p')
const heading = (page: Page) => page.locator('.questions-shown h2')

async function openQuestions(page: Page): Promise<void> {
  await button(page, words.open).click()
  await expect(page.getByLabel(words.search)).toBeFocused()
}

/** What the reader that shares no code finds in a profile's newest copy. */
const onDisk = (profile: string): string =>
  read(['--key', keyFile(profile), filesOf(profile, '.backup').at(-1) ?? '']).text

/** Fails if a star or an own question is lost over a restart, if keys alone don't do, or if what was taken out still opens. */
test('a favourite and an own question are there after a restart, by keys alone', async () => {
  const profile = copyOf(template)
  await withApp({ profile, keepProfile: true }, async ({ console: page }) => {
    await openQuestions(page)
    await page.keyboard.type('REALIStic nobody')
    await expect(heading(page)).toHaveText(words.found(1))
    await page.keyboard.press('ArrowDown')
    await expect(row(page, wish)).toBeFocused()
    await expect(row(page, wish)).toHaveAttribute('aria-pressed', 'false')
    await page.keyboard.press('Enter')
    await expect(row(page, wish)).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText(words.titles.own)

    const add = page.getByLabel(words.write)
    await page.keyboard.press('Tab')
    await expect(add).toBeFocused()
    await page.keyboard.type('What matters most to you, here')
    await page.keyboard.press('Enter')
    await expect(said(page)).toHaveText(words.refusal({ kind: 'in-bank', family: 'values' }))
    await add.fill('  What would  Karim see first?')
    await page.keyboard.press('Enter')
    await expect(said(page)).toHaveText(words.added)
    await page.keyboard.type('What does the well say?')
    await page.keyboard.press('Enter')
    await expect(rows(page)).toHaveCount(2)

    await page.keyboard.press('Tab')
    await expect(row(page, 'What would Karim see first?')).toBeFocused()
    await page.keyboard.press('F2')
    await page.keyboard.press('End')
    await page.keyboard.type('!?')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Escape')
    await expect(row(page, 'Karim')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(said(page)).toHaveText(words.removed)
    await expect(row(page, 'the well')).toBeFocused()
    await button(page, words.putBack).focus()
    await page.keyboard.press('Enter')
    await expect(row(page, 'What would Karim see first?')).toBeFocused()
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('What would a neighbour see first?')
    await page.keyboard.press('Enter')
    await expect(said(page)).toHaveText(words.reworded)
    await expect(row(page, 'What would a neighbour see first?')).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await atHome(page)
  })
  await withApp({ profile, keepProfile: true }, async ({ console: page }) => {
    await openQuestions(page)
    await expect(rows(page).locator('bdi')).toHaveText(['What would a neighbour see first?', wish])
    await expect(page.locator('.questions-row [aria-pressed="true"]')).toHaveCount(2)
    await family(page, 'own').click()
    await expect(rows(page).locator('bdi')).toHaveText([
      'What would a neighbour see first?',
      'What does the well say?',
    ])
    // Out again by the pointer: the star and the second one.
    await family(page, 'favourites').click()
    await row(page, wish).click()
    await expect(rows(page)).toHaveCount(1)
    await family(page, 'own').click()
    await rows(page).nth(1).hover()
    await page.getByRole('button', { name: words.remove('What does the well say?') }).click()
    await expect(rows(page)).toHaveCount(1)
    await page.keyboard.press('Escape')
    await atHome(page)
  })
  const found = onDisk(profile)
  expect(found).toContain('What would a neighbour see first?')
  expect(found).not.toMatch(/the well|Karim/)
  const circleKeys = (of: string) => keyNames(of).filter((name) => name.startsWith('circle:'))
  expect(circleKeys(template.profile)).toHaveLength(1)
  expect(circleKeys(profile)).toHaveLength(1)
  expect(circleKeys(profile)).not.toEqual(circleKeys(template.profile))
  rmSync(profile, { recursive: true, force: true })
})

/** Everything that lies outside the page, or scrolls it. */
const outside = (page: Page): Promise<readonly string[]> =>
  page.locator('.questions :is(button, input, h1, h2, p)').evaluateAll((parts) => {
    const scrolls = document.documentElement.scrollHeight > innerHeight ? ['the page'] : []
    const cut = parts.flatMap((part) => {
      const { left, right, width } = part.getBoundingClientRect()
      return width > 0 && (left < -1 || right > innerWidth + 1) ? [part.textContent || part.tagName] : []
    })
    return [...scrolls, ...cut]
  })

/** Fails if a control has no name, a text is too faint, something is cut off at the smallest console, or words are cut right to left. */
test('the questions can be used by everybody, at the smallest console, in both themes and right to left', async () => {
  await withApp(
    { profile: copyOf(template), size: { width: 1024, height: 560 } },
    async ({ console: page }) => {
      await openQuestions(page)
      await family(page, 'own').click()
      await page.getByLabel(words.write).fill(`What about ${'all of this and '.repeat(11)}that?`)
      await page.keyboard.press('Enter')
      await expect(rows(page)).toHaveCount(1)
      await rows(page).locator('[data-part="name"]').click()
      for (const { id } of families) {
        await family(page, id).click()
        await expect(rows(page)).toHaveCount(10)
        expect(await outside(page), id).toEqual([])
      }
      for (const theme of ['light', 'dark'] as const) {
        await changeSettings(page, { consoleTheme: theme })
        await expect(page.locator('body')).toHaveClass(`theme-${theme}`)
        await family(page, 'scaling').click()
        await expect(rows(page)).toHaveCount(10)
        expect(await seriousFaults(page), theme).toEqual([])
        await family(page, 'own').click()
        expect(await seriousFaults(page), `own, ${theme}`).toEqual([])
      }
      await changeSettings(page, { language: 'test-rtl' })
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
      expect(await outside(page)).toEqual([])
      // The look finds what is cut off: a button that is as wide as two pages.
      await page
        .locator('.questions-top .button')
        .evaluate((node) => (node.style.cssText = 'min-width:200vw;max-width:none'))
      expect(await outside(page)).not.toEqual([])
    },
  )
})
