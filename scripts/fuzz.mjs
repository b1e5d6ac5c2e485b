// `npm run fuzz`: the unit tests again and again, each time with other made-up cases. RUNS says how often; SEED, from
// which number on (the seed of a run that failed is printed, and gives the same cases again).
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureModules } from './lib/modules.mjs'
import { closingLine, countVitest, failures, sum } from './lib/report.mjs'
import { capture, root } from './lib/run.mjs'
import { say } from './lib/say.mjs'

const runs = Number(process.env.RUNS ?? 20)
const first = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const folder = join(root, 'test-results')
const report = join(folder, 'fuzz.json')

await ensureModules()
mkdirSync(folder, { recursive: true })
const counts = []
for (let run = 0; run < runs; run++) {
  const seed = first + run
  rmSync(report, { force: true })
  const options = ['run', '--config', 'tests/vitest.config.mjs', '--reporter=json', `--outputFile=${report}`]
  capture(join(root, 'node_modules/.bin/vitest'), [...options, ...process.argv.slice(2)], {
    env: { ...process.env, SEED: String(seed) },
  })
  const count = countVitest(report)
  counts.push(count)
  say(`SEED=${seed}: ${closingLine(count)}`)
  if (count.names.length > 0) say(failures(count))
}
const all = sum(counts)
say(closingLine(all))
process.exit(all.failed === 0 && all.passed > 0 ? 0 : 1)
