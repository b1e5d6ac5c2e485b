import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

// The tests reckon days as the app does that they start: near midnight it would be another day for them.
process.env.TZ = 'Europe/Berlin'

// One Electron at a time: several at once on two cores make flaky tests.
export default defineConfig({
  testDir: fileURLToPath(new URL('./desktop', import.meta.url)),
  outputDir: fileURLToPath(new URL('../test-results/desktop', import.meta.url)),
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CIRCLET_REPORT
    ? [['list'], ['json', { outputFile: process.env.CIRCLET_REPORT }]]
    : [['list']],
})
