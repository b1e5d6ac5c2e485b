// `npm run prove`: what the promise says, tried on the real app, one line with a figure each (docs/privacy.md). `--short` does less
// of the same, as `npm test` does. KILLS says how many kills of each kind, SEED with which numbers.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desktopEnvironment } from './lib/desktop-env.mjs'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { closingLine, countOwn, countPlaywright, countVitest, sum } from './lib/report.mjs'
import { capture, root, run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

const short = process.argv.includes('--short')
const pass = process.argv.slice(2).filter((word) => word !== '--short')
const reports = join(root, 'test-results')
const bin = (name) => join(root, 'node_modules/.bin', name)
const counts = []

/** The checks that drive the app: in a folder of their own, with a build that seals nothing beside the real one. */
async function app() {
  const release = await takeDesktopLock()
  const { env, stop } = await desktopEnvironment()
  const work = mkdtempSync(join(tmpdir(), 'circlet-prove-'))
  const report = join(reports, 'prove-playwright.json')
  try {
    const { buildPlain, buildProbes } = await import('../tests/prove/plain-build.mjs')
    await buildPlain(join(work, 'plain'))
    if (!short) await buildProbes(join(work, 'plain'))
    rmSync(report, { force: true })
    await run(bin('playwright'), ['test', '--config', 'tests/prove/playwright.config.mjs', ...pass], {
      env: {
        ...env,
        CIRCLET_PROVE: work,
        CIRCLET_PROVE_FORM: short ? 'short' : 'long',
        CIRCLET_REPORT: report,
      },
    })
    counts.push(countPlaywright(report))
  } finally {
    rmSync(work, { recursive: true, force: true })
    stop()
    release()
  }
}

/** A folder of unit tests, told in one line. */
function units(title, folder) {
  if (!existsSync(join(root, folder))) {
    say(`  skipped  ${title}: there is no ${folder}`)
    counts.push({ passed: 0, failed: 0, skipped: 1 })
    return
  }
  const report = join(reports, `prove-${folder.replaceAll('/', '-')}.json`)
  rmSync(report, { force: true })
  const options = ['run', '--config', 'tests/vitest.config.mjs', folder, '--reporter=json']
  const { code, stdout, stderr } = capture(bin('vitest'), [...options, `--outputFile=${report}`])
  const count = countVitest(report)
  counts.push(count)
  const good = code === 0 && count.failed === 0 && count.passed > 0
  if (!good && count.failed === 0) counts.push({ passed: 0, failed: 1, skipped: 0 })
  say(`${good ? '  passed ' : '  FAILED '}  ${title}: ${closingLine(count)}`)
  if (!good) say(`${stdout}\n${stderr}`)
}

async function silence() {
  const report = join(reports, 'silence.json')
  rmSync(report, { force: true })
  await run(process.execPath, [join(root, 'scripts/silence.mjs')])
  counts.push(countOwn(report))
}

await ensureModules()
mkdirSync(reports, { recursive: true })
await app()
if (!short && pass.length === 0) {
  units('hostile files', 'tests/unit/vault')
  units('the reader', 'tests/unit/reader')
  units('forgetting travels', 'tests/unit/travel')
  await silence()
}
const all = sum(counts)
writeFileSync(join(reports, 'prove.json'), `${JSON.stringify(all)}\n`)
say(closingLine(all))
process.exit(all.failed === 0 && all.passed > 0 ? 0 : 1)
