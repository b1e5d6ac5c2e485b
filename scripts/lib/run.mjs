import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The checkout's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Runs a command with its output shown; gives its exit code. */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', fail)
    child.on('exit', (code, signal) => done(code ?? (signal ? 1 : 0)))
  })
}

/** Runs a command beside others; shows what it printed when it has ended, and gives its exit code. */
export function runAside(command, args) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const printed = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => printed.push(part))
    child.on('error', fail)
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed))
      done(code ?? 1)
    })
  })
}

/** Runs a command quietly; gives its exit code and what it printed. */
export function capture(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  })
  return { code: error ? 127 : (status ?? 1), stdout: stdout ?? '', stderr: stderr ?? '' }
}

/** Whether a command is on the path. */
export const has = (command) => capture('sh', ['-c', `command -v ${command}`]).code === 0
