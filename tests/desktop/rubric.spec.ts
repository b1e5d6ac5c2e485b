// Marks for yourself: kept under words of one's own, seen by nobody else, and gone from the disk when they are taken away.
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { seriousFaults } from '../support/access'
import { startApp } from '../support/app'
import { done, filesOf, firstClose, keyFile, openCirclePage, read } from '../support/kept-circle'
import { newFolder, withApp } from '../support/main-process'
import { answerDialogs, button, giveWords, unlock } from '../support/vault'

const { rubric } = en.console
const { page: own, keep, ways, told } = rubric

const line = 'Canaryline: I let the next silence be.'
const words = 'Quiet canaryword stone nine'
const row = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true })
const cell = (page: Page, title: string, sentence: string) =>
  row(page, title).getByRole('radio', { name: sentence })

/** From the names to somebody's own two ways. */
async function comeTo(page: Page, name: string): Promise<void> {
  await button(page, name).click()
  await expect(page.getByRole('heading', { name: rubric.cover(name) })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: ways.title })).toBeVisible()
}

async function look(page: Page, secret: string): Promise<void> {
  await page.getByLabel(ways.field).fill(secret)
  await page.keyboard.press('Enter')
}

/** Every byte under a folder, as text in the two writings in which words lie on a disk. */
function allOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return allOf(path)
      if (!entry.isFile() || statSync(path).size > 20_000_000) return ''
      const bytes = readFileSync(path)
      return bytes.toString('latin1') + bytes.toString('utf16le')
    })
    .join('\n')
}

interface Lying {
  readonly places: readonly { readonly id: string; readonly member: string; readonly sealed: string }[]
  readonly gone: readonly string[]
}

/** The own places as the reader that shares no code finds them in a pack; null where no circle opens there. */
function ownIn(pack: string, key: string, circleWords: string): Lying | null {
  const { code, json } = read(['--key', key, pack], circleWords)
  expect(code).toBe(0)
  const rows = json['rows'] as readonly { readonly t: string; readonly d: { readonly own?: Lying } }[]
  return rows.find(({ t }) => t === 'circle')?.d.own ?? null
}

/** Types words twice, and sends them. */
async function keepUnder(page: Page, secret: string, again = secret): Promise<void> {
  await page.getByLabel(keep.field).fill(secret)
  await page.getByLabel(keep.again).fill(again)
  await page.keyboard.press('Enter')
}

const backupIn = (profile: string): string => {
  const found = filesOf(profile, '.backup')
  expect(found).toHaveLength(1)
  return found[0] ?? ''
}

const isTold = (page: Page, how: keyof typeof told) =>
  expect(page.getByRole('heading', { name: told[how] })).toBeVisible()

let profile: string
let circleWords: string

/** Fails if words that protect nothing are taken, if anything stays on the screen, or stands in clear anywhere on the disk. */
test('marks are kept at the close, under words that nobody else knows', async () => {
  test.setTimeout(90_000)
  const started = await startApp({ keepProfile: true })
  ;({ profile } = started)
  try {
    const { console: page } = started
    await firstClose(page)
    // Not before it is settled who can open the circle.
    await expect(button(page, rubric.open)).toHaveCount(0)
    circleWords = (await giveWords(page)).words
    await button(page, rubric.open).click()
    await comeTo(page, 'Amara')
    await page.keyboard.press('Enter')
    const { rows } = own
    await cell(page, rows.questions.title, rows.questions.levels[3]).check()
    await cell(page, rows.safety.title, rows.safety.levels[1]).check()
    await cell(page, rows.action.title, rows.action.levels[4]).check()
    await button(page, own.leaveRowOpen(rows.action.title)).click()
    await page.getByLabel(own.next).fill(line)
    expect(await seriousFaults(page)).toEqual([])
    await button(page, own.keep).click()
    await keepUnder(page, 'too short')
    await expect(page.getByText(keep.weak)).toBeVisible()
    await keepUnder(page, words, 'Quiet canaryword stone ten')
    await expect(page.getByText(keep.differ)).toBeVisible()
    await keepUnder(page, circleWords)
    await expect(page.getByText(keep.circles)).toBeVisible()
    await keepUnder(page, words)
    await isTold(page, 'kept')
    // Neither the page nor its field is anywhere on the screen any more.
    await expect(page.getByRole('group')).toHaveCount(0)
    await expect(page.getByLabel(own.next)).toHaveCount(0)
    expect(await page.content()).not.toContain('Canaryline')
    await button(page, rubric.done).click()
    await done(page)
  } finally {
    await started.quit()
  }
  const lying = allOf(profile)
  // First seen to find: the name of the circle may be read in clear, and is.
  expect(lying).toContain('"label')
  for (const secret of [line, 'Canaryline', words, 'canaryword']) expect(lying).not.toContain(secret)
})

/** Fails if marks open with other words or for somebody else, or if a byte of them can be read when they are taken away. */
test('after a restart they open with those words alone, and are gone when they are taken away', async () => {
  test.setTimeout(90_000)
  const { folder, remove } = newFolder()
  await withApp({ profile }, async ({ console: page, app }) => {
    await unlock(page, circleWords)
    await openCirclePage(page)
    await button(page, rubric.open).click()
    await comeTo(page, 'Bela')
    await look(page, words)
    await expect(page.getByText(ways.wrong)).toBeVisible()
    await page.keyboard.press('Escape')
    await comeTo(page, 'Amara')
    await look(page, 'Quiet canaryword stone ten')
    await expect(page.getByText(ways.wrong)).toBeVisible()
    await look(page, words)
    await expect(page.getByRole('heading', { name: own.title('Amara') })).toBeVisible()
    const { rows } = own
    await expect(cell(page, rows.questions.title, rows.questions.levels[3])).toBeChecked()
    await expect(cell(page, rows.safety.title, rows.safety.levels[1])).toBeChecked()
    await expect(row(page, rows.action.title).locator('input:checked')).toHaveCount(0)
    await expect(page.getByLabel(own.next)).toHaveValue(line)

    // A wall that shows this screen covers the page, and gives it back when it goes.
    const wall = async (answer: 'on-the-wall' | 'not-on-the-wall') => {
      await page.evaluate(() => window.circlet?.setStage('open'))
      // Whoever starts the app answers for this screen as soon as it is asked: what is said here comes after that.
      await expect.poll(() => page.evaluate(async () => (await window.circlet?.displays())?.asks)).toBe(false)
      await page.evaluate((said) => window.circlet?.answerOneDisplay(said), answer)
    }
    await wall('on-the-wall')
    await expect(page.getByRole('alert')).toHaveText(rubric.onTheWall)
    await expect(page.getByLabel(own.next)).toBeHidden()
    await wall('not-on-the-wall')
    await expect(page.getByLabel(own.next)).toHaveValue(line)
    await expect(page.getByLabel(own.next)).toBeVisible()
    await page.evaluate(() => window.circlet?.setStage('closed'))

    await button(page, own.paper).click()
    await answerDialogs(app, join(folder, 'own.pdf'))
    await button(page, rubric.paper.write).click()
    await expect(page.getByText(rubric.paper.written)).toBeVisible()
    expect(readFileSync(join(folder, 'own.pdf')).subarray(0, 4).toString()).toBe('%PDF')
    await page.keyboard.press('Escape')

    // Kept anew: today's page takes the place of the one before, and a copy of it lies beside the keys.
    await cell(page, rows.safety.title, rows.safety.levels[2]).check()
    await button(page, own.keep).click()
    await keepUnder(page, words)
    await isTold(page, 'kept')
    const aside = { key: join(folder, 'aside.1.key'), pack: join(folder, 'aside.backup') }
    copyFileSync(keyFile(profile), aside.key)
    copyFileSync(backupIn(profile), aside.pack)
    const before = ownIn(aside.pack, aside.key, circleWords)
    expect(before?.places.map(({ sealed }) => sealed.length)).toEqual([720, 720, 720])
    expect(before?.gone).toHaveLength(1)

    await button(page, told.next).click()
    await comeTo(page, 'Amara')
    await look(page, words)
    await expect(cell(page, rows.safety.title, rows.safety.levels[2])).toBeChecked()
    await button(page, own.away).click()
    await page.keyboard.press('Enter')
    await isTold(page, 'away')
    // With the keys of now the copy of before tells nothing; in the one of now every place is there, and hers is another.
    expect(ownIn(aside.pack, keyFile(profile), circleWords)).toBeNull()
    const after = ownIn(backupIn(profile), keyFile(profile), circleWords)
    expect(after?.places.map(({ sealed }) => sealed.length)).toEqual([720, 720, 720])
    const stay = after?.places.filter(({ id }) => before?.places.some((place) => place.id === id))
    expect(stay).toHaveLength(2)
    expect(after?.gone).toHaveLength(2)
    await button(page, told.next).click()
    await comeTo(page, 'Amara')
    await look(page, words)
    await expect(page.getByText(ways.wrong)).toBeVisible()
  })
  remove()
})
