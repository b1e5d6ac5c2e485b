// `npm run displays`: plugs, unplugs and changes real displays while a session runs, and watches every frame of the wall's
// display for anything of the console. `--short` does six changes, as `npm test` does; else it does fifty.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { desktopEnvironment } from './lib/desktop-env.mjs'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { startRealDisplays } from './lib/real-displays.mjs'
import { closingLine, countPlaywright } from './lib/report.mjs'
import { root, run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

const short = process.argv.includes('--short')
const pass = process.argv.slice(2).filter((word) => word !== '--short')
const folder = join(root, 'test-results')

function finish(counts) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'displays.json'), `${JSON.stringify(counts)}\n`)
  say(closingLine(counts))
  process.exit(counts.failed === 0 ? 0 : 1)
}

function skipWhere(because) {
  say(because)
  finish({ passed: 0, failed: 0, skipped: 1 })
}

if (process.platform !== 'linux') skipWhere('Displays that come and go can be made on Linux only.')
if (process.getuid() !== 0) skipWhere('Displays that come and go need root here: sudo npm run displays.')
await ensureModules()
const release = await takeDesktopLock()
const { env, stop } = await desktopEnvironment({ extra: ['displays'], show: startRealDisplays })
const report = join(folder, 'displays-playwright.json')
const config = ['--config', 'tests/displays/playwright.config.mjs']
await run(join(root, 'node_modules/.bin/playwright'), ['test', ...config, ...pass], {
  env: { ...env, CIRCLET_REPORT: report, CIRCLET_CHANGES: short ? '6' : '50' },
})
stop()
release()
finish(countPlaywright(report))
