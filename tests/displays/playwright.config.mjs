import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

// Started by scripts/displays.mjs, on a display server of its own with two outputs.
export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  outputDir: fileURLToPath(new URL('../../test-results/displays', import.meta.url)),
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CIRCLET_REPORT
    ? [['list'], ['json', { outputFile: process.env.CIRCLET_REPORT }]]
    : [['list']],
})
