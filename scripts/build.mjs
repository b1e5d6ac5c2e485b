import { buildAll } from './lib/build.mjs'
import { ensureModules } from './lib/modules.mjs'

await ensureModules()
await buildAll()
