// `npm run tour -- FOLDER [--console 1280x800] [--circle usual|twelve|long|arabic|japanese|emoji]`: every state, dark and light,
// at 1920x1080, and two sheets of the wall. With `--size WxH` or `--theme dark|light`: one drive in that size and theme, no sheets.
import { join } from 'node:path'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { root, run } from './lib/run.mjs'

await ensureModules()
const { desktopEnvironment } = await import('./lib/desktop-env.mjs')
await takeDesktopLock()
const { env, stop } = await desktopEnvironment()
const code = await run(
  join(root, 'node_modules/.bin/tsx'),
  [join(root, 'tests/tour/tour.ts'), ...process.argv.slice(2)],
  { env, cwd: process.cwd() },
)
stop()
process.exit(code)
