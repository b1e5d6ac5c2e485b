// Real displays without a screen: an Xorg with the dummy driver, whose outputs come and go like cables. Xvfb has one display
// whatever it is told, and injected events are no substitute.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capture } from './run.mjs'

const configuration = `
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 262144
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 1200
    Modes "1920x1080"
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AllowMouseOpenFail" "true"
EndSection
`

const serverArguments = ['-noreset', '-nolisten', 'tcp', '-ac', '-novtswitch', '-displayfd', '3']

function server(folder) {
  const config = join(folder, 'xorg.conf')
  writeFileSync(config, configuration)
  const options = ['-config', config, '-logfile', join(folder, 'log'), ...serverArguments]
  return spawn('Xorg', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
}

/** Starts the server with two outputs, the second right of the first, and a window manager. As root only. */
export async function startRealDisplays() {
  const folder = mkdtempSync(join(tmpdir(), 'circlet-displays-'))
  const xorg = server(folder)
  const number = await new Promise((done, fail) => {
    xorg.on('error', fail)
    xorg.on('exit', () => fail(new Error('The display server ended at once.')))
    xorg.stdio[3].once('data', (text) => done(String(text).trim()))
  })
  const display = `:${number}`
  const env = { ...process.env, DISPLAY: display }
  const xrandr = (...args) => {
    const { code, stderr } = capture('xrandr', args, { env })
    if (code !== 0) throw new Error(`xrandr ${args.join(' ')}: ${stderr.trim()}`)
  }
  for (const mode of ['1920x1080', '1600x900', '1280x720', '1024x768']) xrandr('--addmode', 'DUMMY1', mode)
  xrandr('--addmode', 'DUMMY2', '800x600')
  xrandr('--fb', '3840x1200', '--output', 'DUMMY0', '--mode', '1920x1080', '--pos', '0x0', '--primary')
  const manager = spawn('openbox', ['--sm-disable'], { stdio: 'ignore', env })
  const stop = () => {
    manager.kill()
    xorg.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', stop)
  return { display, stop }
}

/** Whether the driver for displays without a screen is there. */
export const hasDummyDriver = () =>
  ['/usr/lib/xorg/modules/drivers', '/usr/lib64/xorg/modules/drivers'].some((folder) =>
    existsSync(join(folder, 'dummy_drv.so')),
  )
