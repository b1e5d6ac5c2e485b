// `npm run tour -- FOLDER [--console 1280x800] [--circle usual|twelve|long|arabic|japanese|emoji]`: every state, dark and light,
// at 1920x1080, two sheets of the wall, and every drill in a folder of its own. With `--size WxH` or `--theme dark|light|contrast`: one drive in that size and theme, no sheets.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
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
const text = { type: 'string' }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: text, console: text, theme: text, circle: text, language: text },
})
const oneDrive = values.size !== undefined || values.theme !== undefined
const folder = resolve(positionals[0] ?? 'tour')
const drills =
  code !== 0 || oneDrive
    ? 0
    : await run(
        join(root, 'node_modules/.bin/playwright'),
        ['test', '--config', join(root, 'tests/playwright.config.mjs'), 'methods.spec.ts'],
        { env: { ...env, CIRCLET_METHODS: 'drills', CIRCLET_METHODS_FOLDER: join(folder, 'drills') } },
      )
stop()
process.exit(code || drills)
