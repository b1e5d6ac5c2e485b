// Fetches what driving the real app needs and this computer lacks: an Electron, libraries, displays, fonts. Nothing when it is all there.
import { ensureMachine } from './lib/machine.mjs'
import { ensureModules } from './lib/modules.mjs'
import { findElectron } from './lib/runtime.mjs'

await ensureModules()
const electron = await findElectron()
await ensureMachine(electron.executable, ['screen', 'network', 'displays'])
