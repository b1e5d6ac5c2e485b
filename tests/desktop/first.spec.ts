import { expect, test } from '@playwright/test'
import { startApp } from '../support/app'

test('opens on a home with one filled button', async () => {
  const { console, quit } = await startApp()
  await expect(console.getByRole('button', { name: 'Start a circle' })).toBeVisible()
  await expect(console.locator('.button.filled')).toHaveCount(1)
  await quit()
})
