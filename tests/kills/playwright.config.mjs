import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  outputDir: fileURLToPath(new URL('../../test-results/kills', import.meta.url)),
  workers: 1,
  retries: 0,
  expect: { timeout: 15_000 },
  reporter: [['list']],
})
