import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

process.env.TZ = 'Europe/Berlin'

// Started by scripts/matrix.mjs.
export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  outputDir: fileURLToPath(new URL('../../test-results/matrix', import.meta.url)),
  workers: 1,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CIRCLET_REPORT
    ? [['list'], ['json', { outputFile: process.env.CIRCLET_REPORT }]]
    : [['list']],
})
