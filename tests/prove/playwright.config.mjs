import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

// Started by scripts/prove.mjs, which makes the builds and the folder that it works in.
export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  outputDir: fileURLToPath(new URL('../../test-results/prove', import.meta.url)),
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 300_000,
  use: { actionTimeout: 8000 },
  expect: { timeout: 15_000 },
  reporter: [
    [fileURLToPath(new URL('./reporter.mjs', import.meta.url))],
    ['json', { outputFile: process.env.CIRCLET_REPORT }],
  ],
})
