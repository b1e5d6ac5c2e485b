import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run, root } from './run.mjs'
import { say, stopWith } from './say.mjs'

/** Installs the packages of the lockfile when they are missing or older than it. Needs only Node and npm. */
export async function ensureModules() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stopWith(`Circlet needs Node 20.19 or newer. This is ${process.versions.node}.`)
  }
  const installed = join(root, 'node_modules', '.package-lock.json')
  const wanted = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return
  say('Installing packages, once.')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const code = await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) stopWith('The packages could not be installed. The lines above say why.')
}
