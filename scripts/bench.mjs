// `npm run bench -- --json FILE`: how fast and how heavy the app is, beside an empty window of the same runtime in the
// same run. It prints a table with what is aimed at; a timing never fails it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { desktopEnvironment } from './lib/desktop-env.mjs'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { root, run } from './lib/run.mjs'
import { say, stopWith } from './lib/say.mjs'

const startsEach = 7
const pastSessions = 300
const processorSeconds = 20
const ticksPerSecond = 100

const at = process.argv.indexOf('--json')
const jsonFile = at < 0 ? null : process.argv[at + 1]
if (at >= 0 && !jsonFile) stopWith('Name a file after --json.')
const rows = []
const figures = {}
const oneDecimal = (number) => Math.round(number * 10) / 10
const row = (what, ours, empty, ratio, aim, good) => rows.push({ what, ours, empty, ratio, aim, good })

const sorted = (numbers) => [...numbers].sort((a, b) => a - b)
const part = (numbers, share) => {
  const all = sorted(numbers)
  return all[Math.min(all.length - 1, Math.floor(share * all.length))]
}
const median = (numbers) => part(numbers, 0.5)

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    // It ended while we looked.
    return null
  }
}

function treeOf(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)])
  const tree = [pid]
  for (let i = 0; i < tree.length; i += 1) {
    for (const [child, parent] of parents) if (parent === tree[i]) tree.push(child)
  }
  return tree
}

/** Processor time of a whole process tree, in seconds. */
const processorTime = (pid) =>
  treeOf(pid).reduce((sum, one) => {
    const stat = readFileSync(`/proc/${one}/stat`, 'utf8')
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return sum + (Number(user) + Number(system)) / ticksPerSecond
  }, 0)

/** Memory of a whole process tree in MB, shared pages counted once in all. */
const memory = (pid) =>
  treeOf(pid).reduce((sum, one) => {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))
    return sum + Number(found?.[1] ?? 0) / 1024
  }, 0)

/** Starts an app without any driver; gives when what is waited for was painted, and how to end it. */
async function start({ electron, env, app, profile, waitFor, press = false, extra = [] }) {
  const asRoot = process.getuid() === 0 ? ['--no-sandbox'] : []
  const from = Date.now()
  const child = spawn(
    electron.executable,
    ['-r', join(root, 'tests/bench/mark.cjs'), app, `--user-data-dir=${profile}`, ...asRoot, ...extra],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...env,
        CIRCLET_BENCH_FOR: waitFor,
        CIRCLET_BENCH_PRESS: press ? 'yes' : 'no',
        LANG: 'en_GB.UTF-8',
      },
    },
  )
  const ended = new Promise((done) => child.once('exit', done))
  const awaited = press ? /^bench ([\d.]+)$[^]*^running (\S+) (\d+)$/m : /^bench ([\d.]+)$/m
  const [, painted, ran, pages] = await new Promise((done, fail) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
      const found = awaited.exec(said)
      if (found) done(found)
    })
    void ended.then(() => fail(new Error('The app ended before its window came.')))
    void wait(30_000, undefined, { ref: false }).then(() => fail(new Error('No window came in 30 s.')))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  if (press && !(Number(ran) > 1000 && Number(pages) === 2)) {
    await stop()
    throw new Error(`No clock runs: it came ${ran} ms on in two seconds, with ${pages} pages.`)
  }
  return { took: Number(painted) - from, pid: child.pid, stop }
}

const newProfile = () => mkdtempSync(join(tmpdir(), 'circlet-bench-'))
const emptyApp = join(root, 'tests/bench/empty-app')

async function coldStarts(base) {
  const ours = []
  const empty = []
  for (let round = 0; round <= startsEach; round += 1) {
    for (const [times, app, waitFor] of [
      [empty, emptyApp, 'input'],
      [ours, root, 'Start a circle'],
    ]) {
      const profile = newProfile()
      const { took, stop } = await start({ ...base, app, profile, waitFor })
      await stop()
      rmSync(profile, { recursive: true, force: true })
      // The first of each only warms the disk's cache.
      if (round > 0) times.push(took)
    }
  }
  const ratio = median(ours) / median(empty)
  figures.coldStart = { ours, empty, medianOurs: median(ours), medianEmpty: median(empty), ratio }
  row(
    'cold start to “Start a circle”, ms',
    Math.round(median(ours)),
    Math.round(median(empty)),
    ratio,
    'ratio ≤ 1.5',
    ratio <= 1.5,
  )
}

/** A profile whose circle has met so often. */
async function circleThatMet(env, sessions) {
  const profile = newProfile()
  const code = await run(
    join(root, 'node_modules/.bin/playwright'),
    ['test', '--config', 'tests/bench/playwright.config.mjs', 'past'],
    { env: { ...env, CIRCLET_BENCH_PROFILE: profile, CIRCLET_BENCH_SESSIONS: String(sessions) } },
  )
  if (code !== 0) throw new Error('The circle could not be made.')
  return profile
}

/** From the spawn to the circle's card on Home: one that has met 300 times beside one that has met once. */
async function manySessions(base) {
  const many = await circleThatMet(base.env, pastSessions)
  const one = await circleThatMet(base.env, 1)
  const times = { many: [], one: [] }
  for (let round = 0; round <= startsEach; round += 1) {
    for (const [list, profile] of [
      [times.one, one],
      [times.many, many],
    ]) {
      const { took, stop } = await start({ ...base, app: root, profile, waitFor: 'Prepare the session' })
      await stop()
      if (round > 0) list.push(took)
    }
  }
  for (const profile of [many, one]) rmSync(profile, { recursive: true, force: true })
  const ratio = median(times.many) / median(times.one)
  figures.pastSessions = { ...times, sessions: pastSessions, ratio }
  row(
    `start to Home, a circle with ${pastSessions} sessions beside one with a single one, ms`,
    Math.round(median(times.many)),
    Math.round(median(times.one)),
    ratio,
    'ratio ≤ 1.3',
    ratio <= 1.3,
  )
}

async function keys({ env }, profile) {
  const file = join(profile, '..', `circlet-keys-${process.pid}.json`)
  const code = await run(
    join(root, 'node_modules/.bin/playwright'),
    ['test', '--config', 'tests/bench/playwright.config.mjs', 'keys'],
    { env: { ...env, CIRCLET_BENCH_PROFILE: profile, CIRCLET_BENCH_KEYS: file } },
  )
  if (code !== 0 || !existsSync(file)) throw new Error('The keys could not be timed.')
  const { onDisk, atOnce, thoughts } = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  figures.keys = { onDisk, atOnce, thoughts }
  for (const [what, times, aim] of [
    ['forward and back, saved first', onDisk, 40],
    ['blank and light, shown first', atOnce, 100],
    ['both', [...onDisk, ...atOnce], 40],
    ['Enter to the thought on a question', thoughts, 50],
  ]) {
    const [half, most] = [oneDecimal(median(times)), oneDecimal(part(times, 0.95))]
    figures[`keyToPaint ${what}`] = { presses: times.length, p50: half, p95: most }
    row(
      `key to paint, ${what} (${times.length}), ms p50 / p95`,
      `${half} / ${most}`,
      '',
      null,
      `p95 ≤ ${aim}`,
      most <= aim,
    )
  }
}

/** Share of one core over some seconds of doing nothing but what the app does by itself, in percent; and memory. */
async function atRest(wish) {
  const { pid, stop } = await start(wish)
  await wait(5000)
  const before = processorTime(pid)
  const from = performance.now()
  await wait(processorSeconds * 1000)
  const share = ((processorTime(pid) - before) / ((performance.now() - from) / 1000)) * 100
  const megabytes = memory(pid)
  const processes = treeOf(pid).length
  await stop()
  return { share, megabytes, processes }
}

async function weight(base, profile) {
  const ours = await atRest({ ...base, app: root, profile, waitFor: 'Go on', press: true })
  const other = newProfile()
  const empty = await atRest({ ...base, app: emptyApp, profile: other, waitFor: 'input', extra: ['--two'] })
  rmSync(other, { recursive: true, force: true })
  figures.running = { ours, emptyTwoWindows: empty }
  row(
    'processor while a clock runs, both windows, % of one core',
    oneDecimal(ours.share),
    oneDecimal(empty.share),
    null,
    '≤ 2',
    ours.share <= 2,
  )
  const ratio = ours.megabytes / empty.megabytes
  row(
    'memory with both windows (PSS), MB',
    Math.round(ours.megabytes),
    Math.round(empty.megabytes),
    ratio,
    'ratio ≤ 1.5',
    ratio <= 1.5,
  )
}

/** The script of a page and everything that it imports at once. */
function scriptsOf(page) {
  const folder = join(root, 'out/renderer')
  const html = readFileSync(join(folder, page), 'utf8')
  const found = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => join(folder, path))
  const all = [...new Set(found)]
  for (let i = 0; i < all.length; i += 1) {
    const text = readFileSync(all[i], 'utf8')
    for (const [, path] of text.matchAll(
      /(?:^|[;}\s])import\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+\.js)["']/g,
    )) {
      const file = resolve(dirname(all[i]), path)
      if (!all.includes(file)) all.push(file)
    }
  }
  return all
}

function sizes() {
  for (const [name, aim] of [
    ['console', 200],
    ['stage', 120],
  ]) {
    const files = scriptsOf(`${name}.html`)
    const kilobytes =
      files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000
    figures[`javascript ${name}`] = { kilobytesGzip: oneDecimal(kilobytes), files: files.length }
    row(
      `JavaScript of the ${name}, kB gzip (${files.length} files)`,
      oneDecimal(kilobytes),
      '',
      null,
      `≤ ${aim}`,
      kilobytes <= aim,
    )
  }
}

/** A re-fit of forty items, on its own. */
function refits() {
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'tests/bench/refit.ts')], {
    cwd: root,
    encoding: 'utf8',
  })
  const { median, p95 } = JSON.parse(stdout)
  figures.refit = { median, p95 }
  row('re-fit of 40 items, ms (median)', median.toFixed(3), '', null, '≤ 2', median <= 2)
}

/** One text through the question checker, as it is done while somebody types. */
function checks() {
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'tests/bench/checker.ts')], {
    cwd: root,
    encoding: 'utf8',
  })
  const { median, p95, first } = JSON.parse(stdout)
  figures.checker = { median, p95, first }
  row('one question checked, ms (median)', median.toFixed(3), '', null, '≤ 1', median <= 1)
}

function table() {
  const cells = rows.map(({ what, ours, empty, ratio, aim, good }) => [
    what,
    String(ours),
    String(empty),
    ratio === null ? '' : ratio.toFixed(2),
    aim,
    good ? 'met' : 'NOT MET',
  ])
  const all = [['', 'Circlet', 'empty', 'ratio', 'aim', ''], ...cells]
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)))
  for (const line of all) {
    say(
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  '),
    )
  }
}

await ensureModules()
if (process.platform !== 'linux')
  stopWith('The bench reads processor time and memory from /proc: it runs on Linux only.')
await takeDesktopLock()
const { electron, env, stop } = await desktopEnvironment({ size: '1920x1080' })
const base = { electron, env }
const profile = newProfile()
try {
  sizes()
  refits()
  checks()
  say('Cold starts, one after the other, the empty window and the app by turns.')
  await coldStarts(base)
  say('A circle with many sessions behind it.')
  await manySessions(base)
  say('Keys.')
  await keys(base, profile)
  say('A clock that runs, and nobody who touches anything.')
  await weight(base, profile)
} finally {
  rmSync(profile, { recursive: true, force: true })
  stop()
}
table()
say(
  'Cold start: from the spawn to a frame with the button (or the empty window’s line) in it, without a driver, fresh profile, median.',
)
say(
  'Key to paint: from the instant that the key event carries in the console to the task after the wall’s first frame with the new face; a fade on it goes on longer. Nothing is subtracted.',
)
say(
  `Processor: user and system time of all processes over ${processorSeconds} s. ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}.`,
)
if (jsonFile) {
  const machine = { cores: cpus().length, model: cpus()[0]?.model ?? null, runtime: electron.kind }
  const met = rows.map(({ what, ours, empty, ratio, aim, good }) => ({ what, ours, empty, ratio, aim, good }))
  writeFileSync(resolve(jsonFile), `${JSON.stringify({ machine, rows: met, figures }, null, 2)}\n`)
}
process.exit(0)
