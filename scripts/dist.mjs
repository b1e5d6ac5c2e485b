// `npm run dist`: packs the app into a folder under dist/. Installers are made on a machine that reaches their tools.
import { join } from 'node:path'
import { takeDesktopLock } from './lib/lock.mjs'
import { ensureModules } from './lib/modules.mjs'
import { root, run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

await ensureModules()
await takeDesktopLock()
const { buildAll } = await import('./lib/build.mjs')
const { findElectron } = await import('./lib/runtime.mjs')
await buildAll()
const electron = await findElectron()
const options = ['--dir', '--config', 'electron-builder.yml', `-c.electronDist=${electron.dist}`]
if (electron.kind === 'test') {
  say(
    'Packed with the test runtime: the result refuses to start, and says so. A release is packed with the release.',
  )
  options.push('-c.electronVersion=33.2.1')
}
process.exit(await run(join(root, 'node_modules/.bin/electron-builder'), options))
