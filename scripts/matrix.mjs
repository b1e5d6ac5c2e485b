// `npm run matrix`: every state of the wall at every size, in every room and script, shown over the real port and measured there.
// `--short` measures a spread of them, as `npm test` does; `--sheets FOLDER` saves sheets of pictures instead. What else is said goes to
// the driver: `-- -g 1024x768` measures one size.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { desktopEnvironment } from './lib/desktop-env.mjs'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { closingLine, countPlaywright } from './lib/report.mjs'
import { root, run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

const words = process.argv.slice(2)
const short = words.includes('--short')
const sheets = words.includes('--sheets') ? resolve(words[words.indexOf('--sheets') + 1] ?? 'sheets') : null
const pass = words.filter(
  (word, index) => !['--short', '--sheets'].includes(word) && words[index - 1] !== '--sheets',
)
const folder = join(root, 'test-results')
const report = join(folder, 'matrix-playwright.json')

await ensureModules()
const release = await takeDesktopLock()
const { env, stop } = await desktopEnvironment()
rmSync(report, { force: true })
const config = ['--config', 'tests/matrix/playwright.config.mjs']
const spec = sheets === null ? 'matrix.spec.ts' : 'sheets.spec.ts'
await run(join(root, 'node_modules/.bin/playwright'), ['test', ...config, spec, ...pass], {
  env: {
    ...env,
    CIRCLET_REPORT: report,
    CIRCLET_MATRIX_FORM: short ? 'short' : 'whole',
    ...(sheets === null ? {} : { CIRCLET_SHEETS: sheets }),
  },
})
stop()
release()
const counts = countPlaywright(report)
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'matrix.json'), `${JSON.stringify(counts)}\n`)
say(closingLine(counts))
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)
