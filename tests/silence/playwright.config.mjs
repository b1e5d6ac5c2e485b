import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

// Started by scripts/silence.mjs, inside a network of its own, one part at a time.
export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  outputDir: fileURLToPath(new URL('../../test-results/silence', import.meta.url)),
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
})
