import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, root } from './run.mjs'
import { say, stopWith } from './say.mjs'

/** Installs the packages of the lockfile when they are missing or older than it. Needs only Node and npm. */
export async function ensureModules() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stopWith(`Circlet needs Node 20.19 or newer. This is ${process.versions.node}.`)
  }
  if (areInstalled()) return
  say('Installing packages, once.')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const code = await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) stopWith('The packages could not be installed. The lines above say why.')
}

/** Whether every package of the lockfile is there in its version; those for other systems may be missing. */
function areInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const there = packagesOf(hidden)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([place, wanted]) => place === '' || wanted.optional || there[place]?.version === wanted.version,
  )
}
