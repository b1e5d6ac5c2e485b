import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { root } from './app'

export interface OrdinaryUser {
  readonly folder: string
  /** Starts programs as this user. */
  readonly as: readonly string[]
  readonly id: number
  readonly remove: () => void
}

const idOf = (name: string, kind: '-u' | '-g') =>
  Number(execFileSync('id', [kind, name], { encoding: 'utf8' }).trim())

/** Makes an ordinary user with a folder of their own; as an ordinary user already, it is oneself. */
export function makeOrdinaryUser(): OrdinaryUser {
  const folder = mkdtempSync(join(tmpdir(), 'circlet-user-'))
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  if (process.getuid?.() !== 0) return { folder, as: [], id: process.getuid?.() ?? -1, remove: clear }
  const name = `circlet-${process.pid}`
  execFileSync('useradd', ['--no-create-home', '--home-dir', folder, '--shell', '/bin/false', name])
  const [id, group] = [idOf(name, '-u'), idOf(name, '-g')]
  execFileSync('chown', [`${id}:${group}`, folder])
  return {
    folder,
    as: ['setpriv', `--reuid=${id}`, `--regid=${group}`, '--clear-groups'],
    id,
    remove: () => {
      execFileSync('userdel', ['--force', name], { stdio: 'ignore' })
      clear()
    },
  }
}

/** Why Chromium cannot keep its sandbox for this user here; null when it can. */
export function whyNoSandbox({ as }: OrdinaryUser): string | null {
  const [command = '', ...rest] = [...as, 'unshare', '--user', 'true']
  return spawnSync(command, rest).status === 0
    ? null
    : 'This system keeps user namespaces from ordinary users, so Chromium’s sandbox cannot start here.'
}

/** Starts the built app as that user, with the sandbox on, from copies that the user may read. */
export async function startSandboxed({ as, folder }: OrdinaryUser): Promise<ElectronApplication> {
  const dist = dirname(process.env['CIRCLET_TEST_ELECTRON'] ?? '')
  const [copy, checkout, profile] = ['electron', 'app', 'profile'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  // Hard links where they can be made: Electron is large, and only its folder's place keeps others out.
  if (spawnSync('cp', ['-al', dist, copy]).status !== 0) cpSync(dist, copy, { recursive: true })
  mkdirSync(checkout)
  for (const part of ['out', 'package.json'])
    cpSync(join(root, part), join(checkout, part), { recursive: true })
  const starter = join(folder, 'start')
  writeFileSync(starter, `#!/bin/sh\nexec ${as.join(' ')} '${copy}/electron' "$@"\n`)
  chmodSync(starter, 0o755)
  return _electron.launch({
    executablePath: starter,
    args: [checkout, `--user-data-dir=${profile}`],
    chromiumSandbox: true,
    colorScheme: null,
    env: { ...(process.env as Record<string, string>), HOME: folder },
  })
}

export interface RunningProcess {
  readonly kind: string
  readonly words: readonly string[]
  /** 2 when the kernel filters its system calls. */
  readonly seccomp: number
}

/** The processes of Electron that run as a user. */
export function processesOf(user: number): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        // A page's process is forked, and writes its words anew with spaces between them.
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/)
        if (Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]) !== user || !words[0]?.includes('electron')) return []
        const kind = words.find((word) => word.startsWith('--type='))?.slice(7) ?? 'main'
        return [{ kind, words, seccomp: Number(/^Seccomp:\s+(\d)/m.exec(status)?.[1]) }]
      } catch {
        // The process ended while it was looked at.
        return []
      }
    })
}
