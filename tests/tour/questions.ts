// The bank of questions on the console: one picture of each family, of what the circle likes and wrote, and of a search.
import { expect } from '@playwright/test'
import { en } from '../../renderer/words/en'
import { families } from '../../shared/craft/bank'
import type { Tour } from './session'

const words = en.console.questions

/** From Home through the questions and back. */
export async function bankOfQuestions({ started, album }: Tour): Promise<void> {
  const { console: page } = started
  const family = (id: string) => page.locator(`.questions-family[data-row="${id}"] button`)
  await page.getByRole('button', { name: words.open, exact: true }).click()
  await expect(page.locator('.questions')).toBeVisible()
  for (const { id } of families) {
    await family(id).click()
    await expect(page.locator('.questions-shown h2')).toHaveText(words.titles[id])
    if (id === 'goal' || id === 'values') await page.locator('.questions-rows button').nth(2).click()
    await album.screen(page, `questions-${id}`)
  }
  await family('own').click()
  await page.getByLabel(words.write).fill('What would we tell the circle that begins next door?')
  await page.keyboard.press('Enter')
  await expect(page.locator('.questions-row')).toHaveCount(1)
  await album.screen(page, 'questions-own')
  await family('favourites').click()
  await expect(page.locator('.questions-row')).toHaveCount(2)
  await album.screen(page, 'questions-favourites')
  await page.getByLabel(words.search).fill('what wo')
  await album.screen(page, 'questions-search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.locator('.home')).toBeVisible()
}
