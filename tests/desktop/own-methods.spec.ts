// A circle's own methods: copied, changed, written and found again; saved as a file, brought from one, and refused by its line.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { library } from '../../shared/formats/library/library'
import { shortQuestionRound } from '../../shared/formats/library/short-question-round'
import { seriousFaults } from '../support/access'
import { begin, forwardTo } from '../support/drive'
import { changeSettings, expectFace } from '../support/evening'
import { copyOf, makeTemplate, type Template } from '../support/kept-circle'
import { newFolder, withApp } from '../support/main-process'
import { answerDialogs, atHome, button } from '../support/vault'

const words = en.console.methods

let template: Template
let folder: ReturnType<typeof newFolder>
test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = newFolder()
  template = await makeTemplate('nobody-chose')
})
test.afterAll(() => {
  rmSync(template.profile, { recursive: true, force: true })
  folder.remove()
})

const phases = (page: Page) => page.locator('.methods-phase-title')
const titles = (page: Page) => phases(page).allInnerTexts()
const own = (page: Page) => page.locator('.methods-row').filter({ hasText: 'ours' })
const said = (page: Page) => page.locator('.methods-foot p')
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const phaseNamed = (page: Page, title: string) =>
  page.locator('.methods-phase').filter({ hasText: title }).locator('[data-part="name"]')

async function openMethods(page: Page): Promise<void> {
  await button(page, words.open).click()
  await expect(page.locator('.methods')).toBeVisible()
}

/** The controls of which something lies outside the page, or outside the part that holds them. */
const outside = (page: Page): Promise<readonly string[]> =>
  page.locator('.methods :is(button, input, textarea, select, h1)').evaluateAll((controls) =>
    controls.flatMap((control) => {
      const { left, right, width } = control.getBoundingClientRect()
      const part = control.closest('.methods-columns > *')?.getBoundingClientRect()
      const [from, to] = [Math.max(0, part?.left ?? 0), Math.min(innerWidth, part?.right ?? innerWidth)]
      const isOutside = left < from - 1 || right > to + 1
      // What is put away until its row has the keys has no width.
      return width > 0 && isOutside ? [control.textContent || control.tagName] : []
    }),
  )

/** Everything that the screen says of the method that is looked at. */
async function everything(page: Page): Promise<readonly string[]> {
  const found = [await page.locator('.methods-head p').first().innerText()]
  for (const title of await titles(page)) {
    await phaseNamed(page, title).focus()
    found.push(title, await page.locator('.methods-phase [aria-current="true"]').innerText())
    for (const control of await page.locator('.methods-panel').locator('input, textarea, select').all())
      found.push(await control.inputValue())
  }
  return found
}

/** Fails if a copy changes the library, if a change is not there after a restart, or if a row loses the keys when it moves. */
test('a method is copied and changed by keys alone, and is there after a restart', async () => {
  const profile = copyOf(template)
  const before = await withApp({ profile, keepProfile: true }, async ({ console: page }) => {
    await openMethods(page)
    await expect(page.locator('.methods-row [aria-current="true"]')).toBeFocused()
    await expect(page.locator('.methods .button.filled')).toHaveText(words.copy)
    await button(page, words.copy).focus()
    await page.keyboard.press('Enter')
    await expect(field(page, words.name)).toBeFocused()
    await expect(page.locator('.methods .button.filled')).toHaveCount(0)
    await page.keyboard.type('Round of ours')
    await page.keyboard.press('Enter')
    await expect(page.locator('.methods-row bdi').first()).toHaveText('Round of ours')

    // Refused: a name that there is already. What was typed stays to be put right, and Esc takes it back.
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Hot seat')
    await page.keyboard.press('Enter')
    await expect(said(page)).toHaveText(words.refusal({ kind: 'name-taken', title: 'Hot seat' }))
    await page.keyboard.press('Escape')
    await expect(field(page, words.name)).toHaveValue('Round of ours')

    await phaseNamed(page, 'Facts').focus()
    await field(page, words.fields.minutes).fill('4,5')
    await page.keyboard.press('Enter')
    await expect(phaseNamed(page, 'Facts')).toContainText('4.5 min')
    await field(page, words.fields.stageLine).fill('Only what you need to know.')
    await field(page, words.fields.cue).fill('Ask for facts, and wait.')
    await field(page, words.fields.rule).selectOption('ROUND')
    await expect(phaseNamed(page, 'Facts')).toContainText(words.rules.ROUND)

    await phaseNamed(page, 'Facts').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(phases(page).nth(2)).toHaveText('Facts')
    await expect(phaseNamed(page, 'Facts')).toBeFocused()
    await expect(said(page)).toHaveText(words.place('Facts', 3, 5))
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Delete')
    await expect(phases(page)).toHaveCount(4)
    await expect(said(page)).toHaveText(words.leftOut('Open questions'))
    await button(page, words.putBack).focus()
    await page.keyboard.press('Enter')
    await expect(phaseNamed(page, 'Open questions')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(phases(page)).toHaveCount(4)

    // What is taken has its phase: without it the turn would not end.
    const last = (await titles(page)).at(-1) ?? ''
    await phaseNamed(page, last).focus()
    await page.keyboard.press('Delete')
    await expect(said(page)).toHaveText(
      words.refusal({ kind: 'fault', fault: { kind: 'no-takeaway', takeaways: 0 }, phase: null }),
    )
    await expect(phases(page)).toHaveCount(4)
    await phaseNamed(page, 'Telling').focus()
    await button(page, words.addPhase).focus()
    await page.keyboard.press('Enter')
    await expect(field(page, words.fields.title)).toBeFocused()
    await page.keyboard.type('A minute of silence')
    // Leaving the field settles what was typed, as Enter does.
    await page.keyboard.press('Tab')
    expect(await titles(page)).toEqual(['Telling', 'A minute of silence', 'Facts', 'Reflections', last])
    const found = await everything(page)
    await page.keyboard.press('Escape')
    await atHome(page)
    return found
  })
  await withApp({ profile }, async ({ console: page, stage }) => {
    await openMethods(page)
    await expect(page.locator('.methods-row bdi').first()).toHaveText('Round of ours')
    expect(await everything(page)).toEqual(before)
    expect(before).toContain('Only what you need to know.')
    await page.getByRole('button', { name: new RegExp(`^${shortQuestionRound.title}`) }).focus()
    expect(await titles(page)).toEqual(shortQuestionRound.phases.map(({ title }) => title))
    await expect(page.locator('.methods-row')).toHaveCount(library.length + 1)
    // And a session can be held with it.
    await page.keyboard.press('Escape')
    await button(page, en.console.home.prepare).click()
    await page.getByRole('button', { name: new RegExp(`^${en.console.plan.turn(1)}: `) }).click()
    await button(page, en.console.agendas.choose.all).click()
    const plan = en.console.plan
    await page.getByLabel(plan.format(plan.turn(1))).selectOption({
      label: await page.locator('option', { hasText: 'Round of ours' }).innerText(),
    })
    await button(page, plan.openRoom).click()
    await expect(page.getByRole('heading', { name: en.console.whoIsHere.title, level: 1 })).toBeVisible()
    await begin(page)
    const wall = await stage()
    await forwardTo(page, '’s turn')
    await expectFace(wall, 'help')
    await expect(wall.getByText(/^Round of ours, /)).toBeVisible()
  })
})

/** Fails if what comes back from a file is not what went into it, or if a damaged file changes anything or names no line. */
test('a method goes into a file and comes back; a damaged file names its line', async () => {
  await withApp({ profile: copyOf(template) }, async ({ app, console: page }) => {
    const file = join(folder.folder, 'ours.json')
    await openMethods(page)
    await button(page, words.copy).click()
    await expect(own(page)).toHaveCount(1)
    await page.locator('.methods-phase').nth(3).dragTo(page.locator('.methods-phase').nth(1))
    expect(await titles(page)).toEqual(['Telling', 'Reflections', 'Facts', 'Open questions', 'What I take'])
    await phaseNamed(page, 'Facts').click()
    await field(page, words.fields.cue).fill('“Facts” \\ only: what happened?')
    // The button takes no focus: what is still being typed goes into the file all the same.
    await answerDialogs(app, file)
    await button(page, words.save).click()
    await expect(said(page)).toHaveText(words.saved.written)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('“Facts” \\\\ only: what happened?')
    const before = await everything(page)

    await button(page, words.remove).click()
    await expect(own(page)).toHaveCount(0)
    await expect(button(page, words.putBack)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(own(page)).toHaveCount(1)
    expect(await everything(page)).toEqual(before)
    await button(page, words.bring).click()
    await expect(said(page)).toHaveText(
      words.notTaken({ kind: 'name-taken', title: `${shortQuestionRound.title}, ours` }),
    )
    await button(page, words.remove).click()
    await expect(own(page)).toHaveCount(0)

    const line = text.split('\n').findIndex((one) => one.includes('"QFACT"')) + 1
    for (const [damaged, refused] of [
      [text.replace('"QFACT",', '"QFACT"'), words.file({ kind: 'not-json', line, expected: 'comma' })],
      [text.replace(/ {6}"rule": "QFACT",\n/, ''), /^Line \d+: “rule” is missing/],
      [text.replace('"v": 1', '"v": 9'), words.file({ kind: 'newer', line: 3 })],
      ['\ud800PK\u0003', words.file({ kind: 'not-text', line: 1 })],
      [' '.repeat(300_000), words.file({ kind: 'too-big', line: 1, most: 262_144 })],
    ] as const) {
      writeFileSync(file, damaged)
      await button(page, words.bring).click()
      await expect(said(page)).toHaveText(refused)
      await expect(own(page)).toHaveCount(0)
    }
    expect(words.file({ kind: 'not-json', line, expected: 'comma' })).toContain(`Line ${line}:`)
    await answerDialogs(app, null)
    await button(page, words.bring).click()
    await expect(said(page)).toHaveText(words.noFile)

    writeFileSync(file, text)
    await answerDialogs(app, file)
    await button(page, words.bring).click()
    await expect(own(page)).toHaveCount(1)
    await expect(own(page).locator('button')).toBeFocused()
    expect(await everything(page)).toEqual(before)

    // A name of a member does not leave under the usual agreement.
    await phaseNamed(page, 'Facts').click()
    await field(page, words.fields.rescue).fill('Amara, one more fact?')
    await button(page, words.save).click()
    await expect(said(page)).toHaveText(words.nameStays({ name: 'Amara', phase: 'Facts' }))
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

/** Fails if a control has no name, a text is too faint, something is cut off at the smallest console, or words are cut right to left. */
test('the methods can be used by everybody, at the smallest console, in both themes and right to left', async () => {
  await withApp(
    { profile: copyOf(template), size: { width: 1024, height: 560 } },
    async ({ console: page }) => {
      await openMethods(page)
      await button(page, words.copy).click()
      for (const theme of ['light', 'dark'] as const) {
        await changeSettings(page, { consoleTheme: theme })
        await expect(page.locator('body')).toHaveClass(`theme-${theme}`)
        expect(await seriousFaults(page), `own, ${theme}`).toEqual([])
        await page.locator('.methods-row').nth(2).locator('button').focus()
        expect(await seriousFaults(page), `library, ${theme}`).toEqual([])
        await own(page).locator('button').focus()
      }
      expect(await page.getByRole('button').count()).toBeGreaterThan(library.length)
      await changeSettings(page, { language: 'test-rtl' })
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
      expect(await outside(page)).toEqual([])
      // The look finds what is cut off: a button that is as wide as two pages.
      await page
        .locator('.methods-one .button')
        .first()
        .evaluate((node) => {
          node.style.cssText = 'min-width:200vw;max-width:none'
        })
      expect(await outside(page)).not.toEqual([])
    },
  )
})
