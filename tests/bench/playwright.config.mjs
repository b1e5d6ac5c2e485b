import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

// Started by scripts/bench.mjs: what needs somebody to press keys.
export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  outputDir: fileURLToPath(new URL('../../test-results/bench', import.meta.url)),
  workers: 1,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [['line']],
})
