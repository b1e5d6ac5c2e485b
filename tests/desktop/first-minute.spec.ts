import { expect, test } from '@playwright/test'
import { startApp, type StartedApp } from '../support/app'
import { expectFace } from '../support/evening'

let started: StartedApp

const open = () => started.console.getByRole('button', { name: 'Start a circle' }).click()
const names = () => started.console.getByLabel('Who is here?')
const begin = () => started.console.getByRole('button', { name: /^Begin/ })

test.describe('before anything begins, a form', () => {
  // Nothing of it outlives a reload: one app for all of them.
  test.beforeAll(async () => {
    started = await startApp()
  })
  test.beforeEach(async () => {
    await started.console.reload()
    await open()
    await expect(names()).toHaveValue('')
  })
  test.afterAll(() => started.quit())

  // Each would fail if what was typed were changed or lost, if the sentence were missing, or if it could begin nevertheless.
  for (const [what, typed, sentence] of [
    ['nobody', '', 'Three people are enough to begin.'],
    ['blank lines only', ' \n\n  ', 'Three people are enough to begin.'],
    ['two people', 'Ana\nBen', '2 people so far. Three are enough to begin.'],
    [
      'a name of 400 letters',
      `${'x'.repeat(400)}\nAna\nBen`,
      '“xxxxxxxxxxxxxxxxxxxxxxxx…” is too long for a seat. Up to 80 letters fit.',
    ],
    ['the same name twice', 'Ana\nBen\nANA', 'ANA stands here twice. An initial tells the two apart.'],
    [
      'letters with piled marks',
      `A${'\u0301'.repeat(30)}\nBen\nChloe`,
      'A simpler spelling can be read from the back.',
    ],
    [
      'thirteen people',
      Array.from({ length: 13 }, (_, n) => `Person ${n + 1}`).join('\n'),
      '13 people. Twelve is the most in one circle; two smaller ones would do.',
    ],
  ] as const) {
    test(`says kindly what stands in the way: ${what}`, async () => {
      await names().fill(typed)
      await expect(started.console.getByText(sentence, { exact: false })).toBeVisible()
      await expect(names()).toHaveValue(typed)
      await expect(begin()).toBeDisabled()
    })
  }

  for (const [typed, sentence] of [
    ['12', 'Too short for one turn'],
    ['90s', 'Too short for one turn'],
    ['-3', 'A length can’t be below nothing.'],
    ['abc', '“abc” is no length.'],
    ['', 'How many minutes?'],
    ['9999', 'Eight hours is the most.'],
  ] as const) {
    test(`says kindly what is wrong with a length of "${typed}"`, async () => {
      await names().fill('Ana\nBen\nChloe\nDev')
      const field = started.console.getByLabel('Another length')
      await field.fill('7')
      await field.fill(typed)
      await expect(started.console.getByText(sentence, { exact: false })).toBeVisible()
      await expect(field).toHaveValue(typed)
      await expect(names()).toHaveValue('Ana\nBen\nChloe\nDev')
      await expect(begin()).toBeDisabled()
    })
  }

  test('reads "1:30" as an hour and a half, with room for two turns and a break', async () => {
    await names().fill('Ana\nBen\nChloe\nDev')
    await started.console.getByLabel('Another length').fill('1:30')
    await expect(started.console.getByText('Two of you can present today.')).toBeVisible()
    await expect(
      started.console.getByRole('complementary', { name: 'The session' }).getByText('Break'),
    ).toBeVisible()
    await expect(begin()).toBeEnabled()
  })
})

test.describe('a circle that begins', () => {
  test.beforeEach(async () => {
    started = await startApp()
    await open()
  })
  test.afterEach(() => started.quit())

  for (const [what, typed, shown] of [
    [
      'a pasted list with blanks, numbers and bullets',
      '1. Ana\n\n 2)  Ben \n- Chloe\n• Dev\n',
      ['Ana', 'Ben', 'Chloe', 'Dev'],
    ],
    ['one line with commas', 'Ana, Ben, Chloe', ['Ana', 'Ben', 'Chloe']],
    ['emoji families and other scripts', '👩‍👩‍👧‍👦 Ana\nنور\n田中 太郎', ['👩‍👩‍👧‍👦 Ana', 'نور', '田中 太郎']],
    ['hidden characters that turn text round', '\u202eanA\nBen\u200b\nChloe', ['anA', 'Ben', 'Chloe']],
    [
      'script in a name',
      '<img src=x onerror=alert(1)>\nBen\nChloe',
      ['<img src=x onerror=alert(1)>', 'Ben', 'Chloe'],
    ],
  ] as const) {
    test(`takes names as people give them: ${what}`, async () => {
      await names().fill(typed)
      await started.console.getByRole('button', { name: `Begin with ${shown.length} people` }).click()
      await expectFace(await started.stage(), 'waiting')
      for (const name of shown)
        await expect(started.console.getByRole('button', { name: `${name} is here` })).toBeVisible()
    })
  }

  test('seats are moved by key and by drag, and the wall follows', async () => {
    const { console: page } = started
    await names().fill('Ana\nBen\nChloe\nDev')
    await begin().click()
    const stage = await started.stage()
    const seats = stage.getByRole('listitem')
    await expect(seats).toHaveText(['Ana', 'Ben', 'Chloe', 'Dev'])
    await page.getByRole('button', { name: 'Dev is here' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(seats).toHaveText(['Ana', 'Ben', 'Dev', 'Chloe'])
    await page.locator('.chair-row').nth(3).dragTo(page.locator('.chair-row').nth(0))
    await expect(seats).toHaveText(['Chloe', 'Ana', 'Ben', 'Dev'])
    await page.getByRole('button', { name: 'Ben is here' }).click()
    await expect(seats).toHaveText(['Chloe', 'Ana', 'Dev'])
    await page.getByRole('button', { name: 'Dev is here' }).click()
    await expect(page.getByRole('button', { name: 'Begin' })).toBeDisabled()
  })
})
