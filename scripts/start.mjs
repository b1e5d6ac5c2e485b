// `npm start`: installs, builds, finds Electron and opens the app. Needs only Node to get going.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { buildAll } from './lib/build.mjs'
import { ensureMachine, hasDisplay } from './lib/machine.mjs'
import { ensureModules } from './lib/modules.mjs'
import { capture, root } from './lib/run.mjs'
import { findElectron } from './lib/runtime.mjs'
import { say, stopWith } from './lib/say.mjs'

await ensureModules()
await buildAll()
const electron = await findElectron()
await ensureMachine(electron.executable, [])
if (!hasDisplay())
  stopWith(
    'There is no display here to open a window on. `npm run tour -- FOLDER` makes pictures of the app without one.',
  )
if (electron.kind === 'test')
  say('This is the test runtime, an Electron that is out of support: for development only.')

const options = [...process.argv.slice(2)]
if (process.platform === 'linux' && process.getuid() === 0) {
  say(
    'Started as root: Chromium cannot keep its sandbox so, and it is switched off for this start. Better: start as an ordinary user.',
  )
  options.push('--no-sandbox')
} else if (process.platform === 'linux' && !sandboxWorks(electron.dist)) {
  stopWith(
    'Chromium’s sandbox cannot start here: this system keeps user namespaces from ordinary users. Allow them, then start again.',
  )
}
const child = spawn(electron.executable, [root, ...options], { stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 0))

function sandboxWorks(dist) {
  const helper = `${dist}/chrome-sandbox`
  if (existsSync(helper)) chmodSync(helper, 0o755)
  return capture('unshare', ['--user', '--map-root-user', 'true']).code !== 1
}
