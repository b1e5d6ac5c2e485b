import { buildAll } from './build.mjs'
import { ensureMachine, startDisplay } from './machine.mjs'
import { findElectron } from './runtime.mjs'

/**
 * Everything that driving the real app needs: built pages, an Electron, libraries, and on Linux a display of its own.
 * Gives the environment for the driver.
 */
export async function desktopEnvironment({
  size = '4200x2600',
  extra = [],
  build = true,
  show = startDisplay,
} = {}) {
  if (build) await buildAll()
  const electron = await findElectron()
  await ensureMachine(electron.executable, ['screen', ...extra])
  const display = process.platform === 'linux' ? await show({ size }) : null
  const env = { ...process.env, CIRCLET_TEST_ELECTRON: electron.executable }
  if (display) env.DISPLAY = display.display
  return { electron, env, stop: () => display?.stop() }
}
