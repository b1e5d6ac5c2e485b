// Something goes out of the circle: what is written is what was shown, byte for byte, and what was agreed to stay stays.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import type { StartedApp } from '../support/app'
import { newFolder, withApp } from '../support/main-process'
import {
  copyOf,
  done,
  focused,
  holdSession,
  makeTemplate,
  openCirclePage,
  toTheClose,
  type Template,
} from '../support/kept-circle'
import { begin, meetAgain } from '../support/drive'
import { answerDialogs, button } from '../support/vault'

const { circle, exports: words } = en.console

const takeaway = 'I ask Dana and Amara for twenty minutes, on Monday.'
const promise = 'I write the first page before Sunday.'

let template: Template
let folder: ReturnType<typeof newFolder>
test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = newFolder()
  template = await makeTemplate('nobody-chose', { takeaway, promise })
})
test.afterAll(() => {
  rmSync(template.profile, { recursive: true, force: true })
  folder.remove()
})

const place = (name: string) => join(folder.folder, name)
const preview = (page: Page) => page.locator('.export-preview')

const onCopy = <Result>(use: (started: StartedApp) => Promise<Result>) =>
  withApp({ profile: copyOf(template) }, async (started) => {
    await openCirclePage(started.console)
    await button(started.console, circle.export).click()
    await expect(started.console.locator('.export')).toBeVisible()
    return use(started)
  })

/** Writes what is shown into a file, and waits until it is said. */
async function write({ app, console: page }: StartedApp, name: string): Promise<Buffer> {
  await answerDialogs(app, place(name))
  await page.locator('.export-write .button.filled').click()
  await expect(page.getByText(/^Written, where you chose/)).toBeVisible()
  return readFileSync(place(name))
}

/** Fails if a byte of the file differs from what stood on the screen, in any form, or if Enter does not write it. */
test('what is written is what was shown, in every form', async () => {
  await onCopy(async (started) => {
    const { app, console: page } = started
    await expect.poll(() => focused(page)).toBe(words.write)
    for (const [form, name] of [
      ['markdown', 'kept.md'],
      ['csv', 'kept.csv'],
    ] as const) {
      await button(page, words.forms[form]).click()
      const shown = await preview(page).locator('pre').textContent()
      expect(shown).toContain('first page before Sunday')
      expect((await write(started, name)).equals(Buffer.from(shown ?? '', 'utf8'))).toBe(true)
    }
    await button(page, words.whats.commitments).click()
    const shown = await preview(page).locator('pre').textContent()
    expect(shown).not.toContain('twenty minutes')
    await answerDialogs(app, place('open.csv'))
    await page.locator('.export-write .button.filled').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText(words.receipts.csv.written)).toBeVisible()
    expect(readFileSync(place('open.csv'), 'utf8')).toBe(shown)
  })
})

/** Fails if the appointment in the file is not the one on the screen, or if a calendar is offered for what has no day. */
test('a next meeting goes into a calendar', async () => {
  const profile = copyOf(template)
  await withApp({ profile }, async (started) => {
    const { console: page } = started
    await openCirclePage(page)
    await button(page, circle.export).click()
    await button(page, words.whats.next).click()
    await expect(page.getByText(words.nothingThere.next)).toBeVisible()
    await expect(page.locator('.button.filled')).toHaveCount(0)
    await expect(button(page, words.forms.calendar)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await meetAgain(page)
    await begin(page)
    await holdSession(page, {})
    await toTheClose(page)
    await page.getByLabel(en.console.close.nextDay, { exact: true }).fill('2027-03-25')
    await done(page)
    await openCirclePage(page)
    await button(page, circle.export).click()
    await button(page, words.whats.next).click()
    await button(page, words.forms.calendar).click()
    const shown = await preview(page).locator('pre').textContent()
    expect(shown).toContain('BEGIN:VEVENT')
    expect(shown).toMatch(/DTSTART[^\n]*20270325T/)
    expect((await write(started, 'next.ics')).toString('utf8')).toBe(shown)
  })
})

/** The texts in a PDF: its streams unpacked, so that what is drawn can be looked for by its objects. */
const streamsOf = (pdf: Buffer): string => {
  const parts: string[] = []
  const text = pdf.toString('latin1')
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const start = index + (text.startsWith('stream\r\n', index) ? 8 : 7)
    const end = text.indexOf('endstream', start)
    try {
      parts.push(inflateSync(pdf.subarray(start, end)).toString('latin1'))
    } catch {
      // Not packed: a font, or a picture.
    }
  }
  return parts.join('\n')
}

/** Fails if the page is not a PDF of one sheet, or if anything beside the sheet is on it. */
test('the page to print is the sheet, and nothing beside it', async () => {
  await onCopy(async (started) => {
    const { console: page } = started
    await button(page, words.forms.paper).click()
    await expect(page.locator('.print-sheet')).toContainText('first page before Sunday')
    await page.emulateMedia({ media: 'print' })
    const seen = await page.locator('body').innerText()
    expect(seen).toBe(await page.locator('.print-sheet').innerText())
    expect(seen).not.toContain(words.write)
    await page.emulateMedia({ media: 'screen' })
    const pdf = await write(started, 'sheet.pdf')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    // Something is drawn on it.
    expect(streamsOf(pdf)).toContain('Tj')
  })
})

/** Fails if a name leaves under an agreement that says it does not, by a choice or by the words of somebody's sentence. */
test('where it was agreed that names don’t leave, none does; where it was not, they may', async () => {
  await onCopy(async (started) => {
    const { console: page } = started
    await expect(page.getByText(words.namesStay)).toBeVisible()
    await expect(button(page, words.withNames.yes)).toHaveCount(0)
    const shown = (await preview(page).locator('pre').textContent()) ?? ''
    for (const name of ['Amara', 'Bela', 'Chidi']) expect(shown).not.toContain(name)
    expect((await write(started, 'nameless.md')).toString('utf8')).not.toContain('Amara')
    // From the next session on another agreement holds; what was kept under this one keeps to it.
    await page.keyboard.press('Escape')
    await button(page, circle.levels.C0[0]).click()
    await expect(page.getByText(circle.levels.C0[1])).toBeVisible()
    await button(page, circle.export).click()
    await button(page, words.withNames.yes).click()
    const named = (await preview(page).locator('pre').textContent()) ?? ''
    expect(named).not.toContain('I ask Dana and Amara')
    expect((await write(started, 'named.md')).toString('utf8')).toBe(named)
  })
})

/** Fails if leaving the question for a place writes something, says that it did, or if a place that cannot be written to is not told. */
test('where nobody chooses a place nothing is written, and a place that cannot be used is told', async () => {
  await onCopy(async ({ app, console: page }) => {
    await answerDialogs(app, null)
    for (const form of ['markdown', 'csv', 'paper'] as const) {
      await button(page, words.forms[form]).click()
      await page.locator('.export-write .button.filled').click()
      await expect(page.getByText(words.receipts[form].left)).toBeVisible()
    }
    await answerDialogs(app, place('no/such/folder/kept.md'))
    await button(page, words.forms.markdown).click()
    await page.locator('.export-write .button.filled').click()
    await expect(page.getByText(words.receipts.markdown.failed)).toBeVisible()
    expect(existsSync(place('no'))).toBe(false)
  })
})
