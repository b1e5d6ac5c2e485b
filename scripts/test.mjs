// `npm test`: types, lint, format and fences; the unit tests; the real app. Needs only Node to get going.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { closingLine, countOwn, countPlaywright, countVitest, failures, sum } from './lib/report.mjs'
import { root, run, runAside } from './lib/run.mjs'
import { say } from './lib/say.mjs'

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const wants = (part) => wanted.length === 0 || wanted.includes(part)
const pass = process.argv.slice(2).filter((word) => word.startsWith('-'))
const reports = join(root, 'test-results')
const counts = []

await ensureModules()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const bin = (name) => join(root, 'node_modules/.bin', name)

async function check() {
  for (const script of ['check:types', 'check:lint', 'check:format', 'check:cycles']) {
    const good = (await runAside('npm', ['run', '--silent', script])) === 0
    counts.push({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0, names: good ? [] : [script] })
    say(`${script}: ${good ? 'passed' : 'FAILED'}`)
  }
}

async function unit() {
  const report = join(reports, 'unit.json')
  const options = [
    'run',
    '--config',
    'tests/vitest.config.mjs',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  await run(bin('vitest'), [...options, ...pass])
  counts.push(countVitest(report))
}

/** What the parts with a window will need is fetched meanwhile: that is mostly waiting. What is still missing is told there. */
async function prepare() {
  await runAside(process.execPath, [join(root, 'scripts/prepare.mjs')])
}

// None of them has a window: side by side they leave no core idle. Nothing runs beside what drives the app.
await Promise.all([
  ...(wanted.length === 0 ? [prepare()] : []),
  ...(wants('check') ? [check()] : []),
  ...(wants('unit') ? [unit()] : []),
])

if (wants('desktop')) {
  const { desktopEnvironment } = await import('./lib/desktop-env.mjs')
  const release = await takeDesktopLock()
  const { env, stop } = await desktopEnvironment()
  const report = join(reports, 'desktop.json')
  await run(bin('playwright'), ['test', '--config', 'tests/playwright.config.mjs', ...pass], {
    env: { ...env, CIRCLET_REPORT: report },
  })
  counts.push(countPlaywright(report))
  stop()
  release()
}

if (wants('matrix')) {
  await run(process.execPath, [join(root, 'scripts/matrix.mjs'), '--short'])
  counts.push(countOwn(join(reports, 'matrix.json')))
}

if (wants('prove')) {
  await run(process.execPath, [join(root, 'scripts/prove.mjs'), '--short'])
  counts.push(countOwn(join(reports, 'prove.json')))
}

if (wants('silence')) {
  await run(process.execPath, [join(root, 'scripts/silence.mjs')])
  counts.push(countOwn(join(reports, 'silence.json')))
}

if (wants('displays')) {
  await run(process.execPath, [join(root, 'scripts/displays.mjs'), '--short'])
  counts.push(countOwn(join(reports, 'displays.json')))
}

const all = sum(counts)
if (all.names.length > 0) say(failures(all))
say(closingLine(all))
process.exit(all.failed === 0 && all.passed > 0 ? 0 : 1)
