// `npm run silence`: runs the real app in a network of its own, and counts every packet that leaves (privacy.md 2.5).
// Nought means something only here: the same run first shows that the counters count, and that a plain window is heard.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { desktopEnvironment } from './lib/desktop-env.mjs'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { closingLine } from './lib/report.mjs'
import { capture, root, run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

const checks = [
  'a plain request is counted',
  'a plain window is heard',
  'the hostile page is heard from a plain window',
  'the hostile code is heard from a plain main process',
  'a listening socket is found where there is one',
  'a start without a driver sends nothing',
  'and listens nowhere',
  'the evening reaches “Thank you”',
  'and sends nothing',
  'the hostile page sends nothing from our windows',
  'the hostile code sends nothing from our main process',
]
const folder = join(root, 'test-results')
const report = join(folder, 'silence.json')
const counts = { passed: 0, failed: 0, skipped: 0, names: [] }
let network = null

function check(number, good, said) {
  counts[good ? 'passed' : 'failed'] += 1
  if (!good) counts.names.push(`${checks[number]}: ${said}`)
  say(`${good ? '  passed' : '  FAILED'}  ${checks[number]}: ${said}`)
}

function finish() {
  mkdirSync(folder, { recursive: true })
  writeFileSync(report, `${JSON.stringify(counts)}\n`)
  say(closingLine(counts))
  process.exit(counts.failed === 0 && counts.passed + counts.skipped > 0 ? 0 : 1)
}

/** Ends here with a sentence where silence cannot be measured: every check counts as skipped. */
function skip(because) {
  if (because === null) return
  counts.skipped = checks.length
  say(`${because} ${checks.length} checks were skipped.`)
  finish()
}

/** How long packets may still come after something has ended, in milliseconds. */
const lateness = 1500

/** Does something, and gives the packets that left meanwhile and the names that were asked for. */
async function counted(what) {
  const before = network.packets()
  const heard = network.heard().length
  const result = await what()
  await wait(lateness)
  const after = network.packets()
  const names = new Set(
    network
      .heard()
      .slice(heard)
      .filter((line) => line.startsWith('name '))
      .map((line) => line.slice(5)),
  )
  return { result, tcp: after.tcp - before.tcp, udp: after.udp - before.udp, names: [...names] }
}

const sayPackets = ({ tcp, udp, names }) =>
  `${tcp} TCP and ${udp} UDP packets${names.length === 0 ? '' : `, ${names.length} names (${names.slice(0, 6).join(', ')}${names.length > 6 ? ' …' : ''})`}`
const silent = ({ tcp, udp, names }) => tcp === 0 && udp === 0 && names.length === 0

/** Runs one part of the specification inside the network; gives its exit code and the mark that it left. */
function part(tag, env) {
  return counted(async () => {
    const file = join(tmpdir(), `circlet-mark-${process.pid}-${tag}`)
    rmSync(file, { force: true })
    const [command, ...args] = [
      ...network.within,
      join(root, 'node_modules/.bin/playwright'),
      'test',
      '--config',
      'tests/silence/playwright.config.mjs',
      `--grep=@${tag} `,
    ]
    const code = await run(command, args, { env: { ...env, CIRCLET_MARK: file } })
    const mark = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
    rmSync(file, { force: true })
    return { code, mark }
  })
}

/** Sockets inside the network that wait for somebody to connect or to send. */
const listening = () =>
  capture(network.within[0], [...network.within.slice(1), 'ss', '-H', '-ltunp'])
    .stdout.split('\n')
    .filter(Boolean)

async function plainStart(electron, env) {
  const profile = join(tmpdir(), `circlet-silent-${process.pid}`)
  const [command, ...within] = network.within
  const asRoot = process.getuid() === 0 ? ['--no-sandbox'] : []
  const listener = spawn(
    command,
    [...within, process.execPath, '-e', `require('net').createServer().listen(9999, '127.0.0.1')`],
    { stdio: 'ignore' },
  )
  const app = spawn(
    command,
    [...within, electron.executable, root, `--user-data-dir=${profile}`, ...asRoot],
    {
      stdio: 'ignore',
      env,
    },
  )
  const search = () =>
    capture('xdotool', ['search', '--onlyvisible', '--name', '^Circlet'], { env }).stdout.trim()
  for (let tries = 0; tries < 100 && (search() === '' || listening().length === 0); tries += 1)
    await wait(200)
  await wait(3000)
  const window = search() !== '' && app.exitCode === null
  const sockets = listening()
  app.kill('SIGTERM')
  if (app.exitCode === null) await new Promise((done) => app.once('exit', done))
  listener.kill('SIGKILL')
  rmSync(profile, { recursive: true, force: true })
  return {
    window,
    known: sockets.filter((line) => line.includes('127.0.0.1:9999')),
    others: sockets.filter((line) => !line.includes('127.0.0.1:9999')),
  }
}

const attempts = (mark) => mark?.tried ?? 0
const refusedOf = (mark) =>
  (mark?.outcomes ?? []).filter(([, outcome]) => String(outcome).startsWith('refused')).length

async function controls(env) {
  const request = `require('http').get('http://plain.example.org/', (answer) => answer.resume())`
  const plain = await counted(() =>
    capture(network.within[0], [...network.within.slice(1), process.execPath, '-e', request]),
  )
  check(0, plain.tcp >= 5 && plain.udp >= 1, sayPackets(plain))
  const loud = await part('loud-page', env)
  check(1, loud.result.mark !== null && loud.tcp + loud.udp > 0, sayPackets(loud))
  const hostile = await part('loud-hostile', env)
  check(2, hostile.result.mark !== null && hostile.tcp > 0 && hostile.udp > 0, sayPackets(hostile))
  const code = await part('loud-main', env)
  check(3, code.result.mark !== null && code.tcp > 0 && code.udp > 0, sayPackets(code))
}

async function ours(electron, env) {
  const start = await counted(() => plainStart(electron, env))
  const { window, known, others } = start.result
  check(4, known.length === 1, `${known.length} of 1`)
  check(5, window && silent(start), `${window ? 'the window came' : 'NO WINDOW CAME'}, ${sayPackets(start)}`)
  check(
    6,
    window && known.length === 1 && others.length === 0,
    others.length === 0 ? 'no socket' : others.join('; '),
  )

  const evening = await part('scenario', env)
  const { mark, code } = evening.result
  check(
    7,
    code === 0 && mark?.reached === 'Thank you',
    mark ? `${mark.typed} words typed` : 'it did not get there',
  )
  check(8, mark !== null && silent(evening), sayPackets(evening))

  const page = await part('hostile-page', env)
  const pageMark = page.result.mark
  check(
    9,
    page.result.code === 0 && attempts(pageMark) >= 100 && silent(page),
    `${attempts(pageMark)} attempts, ${sayPackets(page)}`,
  )
  const main = await part('hostile-main', env)
  const mainMark = main.result.mark
  check(
    10,
    main.result.code === 0 && attempts(mainMark) >= 10 && silent(main),
    `${attempts(mainMark)} attempts, ${refusedOf(mainMark)} refused, ${sayPackets(main)}`,
  )
}

await ensureModules()
const { makeNetwork, whyNot } = await import('../tests/silence/namespace.mjs')
if (process.getuid?.() !== 0) skip(whyNot())
await takeDesktopLock()
const { electron, env, stop } = await desktopEnvironment({ size: '1920x1080', extra: ['network'] })
skip(whyNot())
const log = join(tmpdir(), `circlet-sink-${process.pid}`)
try {
  network = await makeNetwork(log)
  await controls(env)
  await ours(electron, env)
} catch (reason) {
  say(`The measuring itself failed: ${reason instanceof Error ? reason.message : reason}`)
  counts.failed = checks.length - counts.passed
} finally {
  network?.remove()
  rmSync(log, { force: true })
  stop()
}
finish()
