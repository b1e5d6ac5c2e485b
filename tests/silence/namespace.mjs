// A network of its own for one run: an interface that is up and has a way out, counters on it, and a sink at the other
// end that answers every name and every address. With nothing but a loopback Chromium would think it is offline, and
// be silent by itself.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { capture, has } from '../../scripts/lib/run.mjs'

const rules = `table inet audit {
  chain out {
    type filter hook output priority 0; policy accept;
    oifname != "lo" meta l4proto tcp counter comment "tcp-out"
    oifname != "lo" meta l4proto udp counter comment "udp-out"
  }
}
`

function must(command, ...args) {
  const { code, stderr } = capture(command, args)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.trim()}`)
}

/** Why no network can be made here, as a sentence; null when one can. */
export function whyNot() {
  if (process.platform !== 'linux') return 'Network namespaces are Linux’s: silence is measured there.'
  if (process.getuid() !== 0)
    return 'Silence is measured in a network of its own, and only root may make one.'
  if (!has('ip') || !has('nft')) return 'Silence is measured with ip and nft, and they are not here.'
  const name = `circlet-try-${process.pid}`
  const tried = capture('ip', ['netns', 'add', name])
  capture('ip', ['netns', 'del', name])
  return tried.code === 0
    ? null
    : 'This system lets nobody make a network namespace, so silence cannot be measured.'
}

/** Makes the network; `remove` takes everything away again, and may be called more than once. */
export async function makeNetwork(log) {
  const app = `circlet-app-${process.pid}`
  const sink = `circlet-sink-${process.pid}`
  const configuration = `/etc/netns/${app}`
  let answering = null
  const remove = () => {
    answering?.kill('SIGKILL')
    for (const name of [app, sink]) {
      for (const pid of capture('ip', ['netns', 'pids', name]).stdout.split(/\s+/).filter(Boolean)) {
        capture('kill', ['-9', pid])
      }
      capture('ip', ['netns', 'del', name])
    }
    rmSync(configuration, { recursive: true, force: true })
  }
  process.on('exit', remove)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))

  const inApp = (...args) => must('ip', '-n', app, ...args)
  const inSink = (...args) => must('ip', '-n', sink, ...args)
  must('ip', 'netns', 'add', app)
  must('ip', 'netns', 'add', sink)
  inApp('link', 'add', 'v0', 'type', 'veth', 'peer', 'name', 'v1', 'netns', sink)
  inApp('addr', 'add', '192.0.2.2/24', 'dev', 'v0')
  inSink('addr', 'add', '192.0.2.1/24', 'dev', 'v1')
  inApp('-6', 'addr', 'add', '2001:db8::2/64', 'dev', 'v0', 'nodad')
  inSink('-6', 'addr', 'add', '2001:db8::1/64', 'dev', 'v1', 'nodad')
  for (const [inside, link] of [
    [inApp, 'v0'],
    [inSink, 'v1'],
  ]) {
    inside('link', 'set', 'lo', 'up')
    inside('link', 'set', link, 'up')
  }
  inApp('route', 'add', 'default', 'via', '192.0.2.1')
  inApp('-6', 'route', 'add', 'default', 'via', '2001:db8::1')
  inSink('route', 'add', 'local', '0.0.0.0/0', 'dev', 'lo')
  inSink('-6', 'route', 'add', 'local', '::/0', 'dev', 'lo')
  mkdirSync(configuration, { recursive: true })
  writeFileSync(`${configuration}/resolv.conf`, 'nameserver 192.0.2.1\n')
  const { code, stderr } = capture('ip', ['netns', 'exec', app, 'nft', '-f', '-'], { input: rules })
  if (code !== 0) throw new Error(`The counters could not be set: ${stderr.trim()}`)

  const program = fileURLToPath(new URL('./sink.mjs', import.meta.url))
  answering = spawn('ip', ['netns', 'exec', sink, process.execPath, program, log], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((done, fail) => {
    answering.stdout.once('data', done)
    answering.once('exit', () => fail(new Error('The sink did not start.')))
  })
  return {
    /** What a command is to be started with, so that it runs inside. */
    within: ['ip', 'netns', 'exec', app],
    packets: () => packetsIn(app),
    /** What arrived at the sink so far: names asked for, connections. */
    heard: () => readFileSync(log, 'utf8').split('\n').filter(Boolean),
    remove,
  }
}

function packetsIn(name) {
  const { code, stdout } = capture('ip', [
    'netns',
    'exec',
    name,
    'nft',
    '-j',
    'list',
    'chain',
    'inet',
    'audit',
    'out',
  ])
  if (code !== 0) throw new Error('The counters could not be read.')
  const counted = JSON.parse(stdout).nftables.flatMap(({ rule }) =>
    rule ? [[rule.comment, rule.expr.find(({ counter }) => counter).counter.packets]] : [],
  )
  const { 'tcp-out': tcp, 'udp-out': udp } = Object.fromEntries(counted)
  if (!Number.isInteger(tcp) || !Number.isInteger(udp)) throw new Error('The counters are not there.')
  return { tcp, udp }
}
