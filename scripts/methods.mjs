// `npm run methods`: holds every method and every drill in the real app and saves a picture of each phase, and a sheet of each method, under
// test-results/methods. `--short` holds the three that `npm test` holds; `-- -g "Council circle"` holds one.
import { join } from 'node:path'
import { desktopEnvironment } from './lib/desktop-env.mjs'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { root, run } from './lib/run.mjs'

const short = process.argv.includes('--short')
const pass = process.argv.slice(2).filter((word) => word !== '--short')

await ensureModules()
const release = await takeDesktopLock()
const { env, stop } = await desktopEnvironment()
const code = await run(
  join(root, 'node_modules/.bin/playwright'),
  ['test', '--config', 'tests/playwright.config.mjs', 'methods.spec.ts', ...pass],
  { env: { ...env, ...(short ? {} : { CIRCLET_METHODS: 'all' }) } },
)
stop()
release()
process.exit(code)
