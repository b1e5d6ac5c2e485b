// The evening on paper, by one key from the session and from its plan: what is on it, what is not, and what goes on beneath.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { bank } from '../../shared/craft/bank'
import { shortQuestionRound } from '../../shared/formats/library/short-question-round'
import { ask } from '../support/app'
import { seriousFaults } from '../support/access'
import { begin, forwardTo, startCircle, writeQuestion } from '../support/drive'
import { done } from '../support/kept-circle'
import { newFolder, withApp } from '../support/main-process'
import { pagesOf, withoutBlanks, type PdfPage } from '../support/pdf'
import { answerDialogs, button, closeAtOnce } from '../support/vault'

const { paper, plan, home, circle } = en.console

const seven = ['Quokka', 'Zebrajun', 'Ibexamara', 'Wombat', 'Narwhal', 'Okapi', 'Tapir']
const said = 'What would the lighthouse say?'

const screen = (page: Page) => page.getByRole('dialog', { name: paper.title })
const textOf = (pages: readonly PdfPage[]) => pages.map(({ text }) => text).join('')
const sizes = (pages: readonly PdfPage[]) => [
  ...new Set(pages.map(({ width, height }) => `${Math.round(width)}×${Math.round(height)}`)),
]

/** Saves what is shown, and reads it from the disk. */
async function save(app: ElectronApplication, page: Page, file: string): Promise<readonly PdfPage[]> {
  await answerDialogs(app, file)
  await button(page, paper.save).click()
  await expect(page.getByText(paper.receipts.pdf.written)).toBeVisible()
  return pagesOf(readFileSync(file))
}

/** A printer that takes everything, and tells what it was given; this machine has none. */
const printerTakesAll = (app: ElectronApplication) =>
  ask(app, ({ BrowserWindow }) => {
    const seen = globalThis as { printed?: unknown[] }
    seen.printed = []
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.print = (options, answer) => {
        seen.printed?.push(options?.pageSize)
        answer?.(true, '')
      }
  })
const printed = (app: ElectronApplication) =>
  ask(app, () => JSON.stringify((globalThis as { printed?: unknown[] }).printed))

/**
 * Fails if the key brings nothing, if the file has another size or other pages than the screen, if a name or a question of the board
 * is on it, if the session beneath or the wall takes notice, or if a printing window could come over a session.
 */
test('one key puts the evening on paper, from the session and from its plan', async () => {
  test.setTimeout(120_000)
  const { folder, remove } = newFolder()
  const file = (name: string) => join(folder, name)
  await withApp({ size: { width: 1024, height: 560 } }, async ({ app, console: page, stage }) => {
    await startCircle(page, { people: seven, minutes: 90 })
    await begin(page)
    await forwardTo(page, 'Open questions')
    await writeQuestion(page, said)
    await page.keyboard.press('Escape')
    const wall = await stage()
    const heading = (await page.locator('h1').first().textContent()) ?? ''
    const faces = () =>
      wall
        .locator('body')
        .innerText()
        .then((text) => text.replace(/\d+/g, ''))
    const before = await faces()

    await test.step('from the session, on A4', async () => {
      await page.keyboard.press('Control+p')
      await expect(screen(page)).toBeVisible()
      await expect(page.locator('.paper-page').first()).toContainText('“')
      expect(await faces()).toBe(before)
      expect(await seriousFaults(page)).toEqual([])
      await expect(button(page, paper.print)).toHaveCount(0)
      const shown = await page.locator('.paper-page').allInnerTexts()
      const pages = await save(app, page, file('sheet.pdf'))
      expect(sizes(pages)).toEqual(['595×842'])
      expect(pages).toHaveLength(shown.length)
      const text = textOf(pages)
      // What must be there is found, so that what is looked for in vain below would be found too.
      for (const words of [
        shortQuestionRound.phases.at(-1)?.cue ?? '',
        en.stage.thereIsTime,
        en.agreements[0] ?? '',
        paper.sheet.promises,
        ...en.console.help('QOPEN', null),
      ])
        expect(text).toContain(withoutBlanks(words))
      for (const name of [...seven, said, 'lighthouse']) {
        expect(text).not.toContain(withoutBlanks(name))
        expect(shown.join(' ')).not.toContain(name)
      }
    })

    await test.step('no printing window comes over a session, whoever asks', async () => {
      await printerTakesAll(app)
      const answer = await page.evaluate(() => window.circlet?.printSheet({ what: 'sheet', way: 'a4' }))
      expect(answer).toBe('failed')
      expect(await printed(app)).toBe('[]')
    })

    await test.step('question cards, on Letter', async () => {
      await button(page, paper.sizes.letter).click()
      await button(page, paper.whats.cards).click()
      await expect(page.locator('.paper-cards')).toHaveCount(3)
      const pages = await save(app, page, file('cards.pdf'))
      expect(sizes(pages)).toEqual(['612×792'])
      expect(pages).toHaveLength(3)
      // Their letters are drawn and cannot be read back: what the pages say is read off the screen, which is printed as it stands.
      for (const shown of await page.locator('.paper-cards').allInnerTexts())
        expect(bank.filter(({ text }) => shown.includes(text)).length).toBeGreaterThanOrEqual(8)
    })

    await test.step('keys belong to the paper, and holding the room puts it away', async () => {
      await page.keyboard.press('b')
      await page.keyboard.press('ArrowRight')
      expect(await faces()).toBe(before)
      await page.keyboard.press('Escape')
      await expect(screen(page)).toHaveCount(0)
      await expect(page.locator('h1').first()).toHaveText(heading)
      await page.keyboard.press('Control+p')
      await expect(screen(page)).toBeVisible()
      await page.keyboard.press('Control+h')
      await expect(screen(page)).toHaveCount(0)
      await expect(wall.getByText(en.stage.pause)).toBeVisible()
      await page.keyboard.press(' ')
    })

    await test.step('where names may leave, they are on it, from the plan', async () => {
      await closeAtOnce(page)
      await done(page)
      await button(page, home.theCircle).click()
      await button(page, circle.levels.C0[0]).click()
      await page.keyboard.press('Escape')
      await button(page, home.prepare).click()
      await expect(page.getByRole('heading', { name: plan.title })).toBeVisible()
      await page.keyboard.press('Control+p')
      await expect(screen(page)).toBeVisible()
      await expect(page.locator('.paper-page').first()).toContainText('Zebrajun')
      const pages = await save(app, page, file('named.pdf'))
      // Letter is remembered.
      expect(sizes(pages)).toEqual(['612×792'])
      for (const name of seven) expect(textOf(pages)).toContain(name)
      await button(page, paper.withNames.no).click()
      for (const name of seven) await expect(page.locator('.paper-sheet')).not.toContainText(name)
      await button(page, paper.whats['sheet-and-cards']).click()
      await printerTakesAll(app)
      await button(page, paper.print).click()
      await expect(page.getByText(paper.receipts.print.written)).toBeVisible()
      expect(await printed(app)).toBe('["Letter"]')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('heading', { name: plan.title })).toBeVisible()
    })
  })
  remove()
})
