// `npm run kills`: ends the real app at random instants inside gestures, opens it again, and compares. KILLS says how often, SEED with which numbers.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { desktopEnvironment } from './lib/desktop-env.mjs'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { root, run } from './lib/run.mjs'
import { say, stopWith } from './lib/say.mjs'

await ensureModules()
if (process.platform !== 'linux') stopWith('The kill loop reads processes from /proc: it runs on Linux only.')
await takeDesktopLock()
const { env, stop } = await desktopEnvironment({ size: '1920x1080' })
const folder = join(root, 'test-results')
const report = join(folder, 'kills.json')
mkdirSync(folder, { recursive: true })
rmSync(report, { force: true })
const code = await run(
  join(root, 'node_modules/.bin/playwright'),
  ['test', '--config', 'tests/kills/playwright.config.mjs'],
  { env: { ...env, CIRCLET_KILLS: report } },
)
stop()

if (existsSync(report)) {
  const { seed, kills, before, during, after, acknowledged, ...rest } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  say(`${kills} kills with seed ${seed}: ${before} before the commit, ${during} during, ${after} after.`)
  say(
    `${acknowledged} gestures were acknowledged besides those that were cut: ${rest.lost} lost, ${rest.half} half.`,
  )
  say(
    `${rest.unsaved} calming gestures were shown and not yet on disk (* in the table): they show first, on purpose.`,
  )
  say(`${rest.failedStarts} failed starts; ${rest.medianStart} ms to Home (median, through the driver).`)
  say(`Clocks compared: ${rest.clocksCompared}; worst error ${rest.worstClockError} ms.`)
}
say(code === 0 ? 'Nothing was lost.' : 'FAILED: see the lines above.')
process.exit(code)
