// No network, in layers (privacy.md 2.2). The two that carry the weight in Chromium are the resolver rule and the WebRTC
// policy; the spell checker needs its empty language list; Node needs the guard below.
import { createRequire, syncBuiltinESMExports } from 'node:module'
import type { App, Session } from 'electron'

/** Switches to set before the app is ready. */
export const quietSwitches: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'http://127.0.0.1:9'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['no-pings'],
  ['disable-breakpad'],
  ['disable-renderer-backgrounding'],
  ['disable-background-timer-throttling'],
  ['disable-backgrounding-occluded-windows'],
]

/** Sets every quiet switch. Must run before ready. */
export function quietenChromium(app: App): void {
  for (const [name, value] of quietSwitches) app.commandLine.appendSwitch(name, value)
}

/** Whether an address stays inside the app. */
export const staysInside = (address: string): boolean => /^(app|blob|data|devtools):/.test(address)

/** Silences one session; call it before its first window. */
export async function silenceSession(session: Session): Promise<void> {
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:9/')
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysInside(details.url) }))
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  })
}

/** A function, not an arrow: some of what it replaces is called with `new`. */
function refusal(): never {
  throw new Error('Circlet makes no connections.')
}

/** Whether a path names a pipe on this computer: on Windows a pipe can also be another computer's. */
const isLocalPath = (path: string): boolean => !/^[\\/]{2}(?![.?][\\/])/.test(path)

/** Whether a call of connect or listen is to a pipe on this computer. Node reads `0x50` or an empty word as a port. */
export function isLocalPipe(first: unknown): boolean {
  if (typeof first === 'string') return !(Number(first) >= 0) && isLocalPath(first)
  const options: unknown = Array.isArray(first) ? first[0] : first
  if (typeof options !== 'object' || options === null) return false
  const { path } = options as { path?: unknown }
  return typeof path === 'string' && path !== '' && isLocalPath(path)
}

/** Replaces what asks for names by a refusal, in a module or in a resolver of one's own. */
function refuseNames(target: object): void {
  for (const name of Object.getOwnPropertyNames(target)) {
    if (/^(lookup|resolve|reverse)/.test(name)) Object.assign(target, { [name]: refusal })
  }
}

/** Takes the network away from Node in this process: no Chromium switch covers it. Pipes to local paths still work. */
export function guardNode(): void {
  const load = createRequire(import.meta.url)
  const net = load('node:net') as typeof import('node:net')
  const dgram = load('node:dgram') as typeof import('node:dgram')
  const dns = load('node:dns') as typeof import('node:dns')
  const { connect } = net.Socket.prototype
  net.Socket.prototype.connect = function (this: import('node:net').Socket, ...args: unknown[]) {
    return isLocalPipe(args[0]) ? Reflect.apply(connect, this, args) : refusal()
  } as typeof connect
  const { listen } = net.Server.prototype
  net.Server.prototype.listen = function (this: import('node:net').Server, ...args: unknown[]) {
    return isLocalPipe(args[0]) ? Reflect.apply(listen, this, args) : refusal()
  } as typeof listen
  Object.assign(dgram.Socket.prototype, { send: refusal, bind: refusal, connect: refusal })
  for (const target of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    refuseNames(target)
  }
  // A thread or a program of its own would have a network of its own.
  Object.assign(load('node:worker_threads') as object, { Worker: refusal })
  const starters = ['spawn', 'spawnSync', 'fork', 'exec', 'execSync', 'execFile', 'execFileSync']
  Object.assign(
    load('node:child_process') as object,
    Object.fromEntries(starters.map((name) => [name, refusal])),
  )
  syncBuiltinESMExports()
  Object.assign(globalThis, { fetch: refusal, WebSocket: refusal, EventSource: refusal })
}
