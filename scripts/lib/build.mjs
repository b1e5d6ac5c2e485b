import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** Builds the pages, the main process and the two preloads into out/. */
export async function buildAll() {
  const { build } = await import('vite')
  const { parts } = await import('../../electron/vite.config.mjs')
  rmSync(join(root, 'out'), { recursive: true, force: true })
  const quiet = { logLevel: 'warn', mode: 'production' }
  await build({ ...quiet, configFile: join(root, 'renderer/vite.config.mjs') })
  for (const part of parts) await build({ ...part, ...quiet })
}
