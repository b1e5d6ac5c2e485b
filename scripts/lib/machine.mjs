// What a bare Debian or Ubuntu lacks to show a window: libraries, a display, a window manager.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hasDummyDriver } from './real-displays.mjs'
import { capture, has, run } from './run.mjs'
import { say, stopWith } from './say.mjs'

const packages = {
  window: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'],
  screen: ['xvfb', 'xauth', 'openbox', 'xdotool'],
  fonts: ['fontconfig', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'],
  network: ['iproute2', 'nftables'],
  displays: ['xserver-xorg-core', 'xserver-xorg-video-dummy', 'x11-xserver-utils'],
}

/** What the names of the tests are written in that the app does not bring along itself. */
const fontsFor = [':lang=ja', ':lang=und-zsye']

function missing(executable, wanted) {
  const lacking = []
  const libraries = capture('ldd', [executable]).stdout
  if (libraries.includes('not found')) lacking.push(...packages.window)
  if (wanted.includes('screen')) {
    if (!has('Xvfb') || !has('openbox') || !has('xdotool')) lacking.push(...packages.screen)
    if (!fontsFor.every((wanted) => capture('fc-list', [wanted]).stdout.trim()))
      lacking.push(...packages.fonts)
  }
  if (wanted.includes('network') && (!has('ip') || !has('nft'))) lacking.push(...packages.network)
  if (wanted.includes('displays') && (!has('Xorg') || !has('xrandr') || !hasDummyDriver()))
    lacking.push(...packages.displays)
  return lacking
}

/** Newer systems carry some libraries under a name that ends in t64. */
const nameHere = (name) =>
  ['libgtk-3-0', 'libasound2'].includes(name) && capture('apt-cache', ['show', `${name}t64`]).code === 0
    ? `${name}t64`
    : name

/** Installs what is missing where that is allowed (root with apt); else names the one command to run. */
export async function ensureMachine(executable, wanted) {
  if (process.platform !== 'linux') return
  const lacking = missing(executable, wanted)
  if (lacking.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${lacking.map(nameHere).join(' ')}`
  if (process.getuid() !== 0 || !has('apt-get')) {
    stopWith(`This computer lacks what a window needs. Run this once: sudo ${command}`)
  }
  say(`Installing what a window needs: ${lacking.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('sh', ['-c', `(apt-get update -qq && ${command} -qq) >/dev/null`], { env })
  if (missing(executable, wanted).length > 0) stopWith(`Not everything could be installed. Try: ${command}`)
}

/** Starts a private display with a window manager; gives its name and how to end it. */
export async function startDisplay({ size = '1920x1080' } = {}) {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  const number = await new Promise((done, fail) => {
    server.on('error', fail)
    server.on('exit', () => fail(new Error('The display server ended at once.')))
    server.stdio[3].once('data', (text) => done(String(text).trim()))
  })
  const display = `:${number}`
  const manager = spawn('openbox', ['--sm-disable'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display },
  })
  const stop = () => {
    manager.kill()
    server.kill()
  }
  process.on('exit', stop)
  return { display, stop }
}

/** Whether a display is there to show a window on. */
export const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(
    process.env.DISPLAY || (process.env.WAYLAND_DISPLAY && existsSync(process.env.XDG_RUNTIME_DIR ?? '/')),
  )
