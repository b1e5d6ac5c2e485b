// Every change that the vault makes on disk, step by step, so that a test can stop the computer at any of them.
import type fs from 'node:fs'
import { basename } from 'node:path'

/** One change on disk. Paths are names in the one folder that is looked at. */
export type Step =
  | { readonly is: 'create' | 'unlink' | 'force'; readonly name: string }
  | { readonly is: 'write'; readonly name: string; readonly at: number; readonly bytes: Buffer }
  | { readonly is: 'truncate'; readonly name: string; readonly size: number }
  | { readonly is: 'rename'; readonly name: string; readonly to: string }

let steps: Step[] | null = null
let failsAt = Infinity
let spoils = false
const open = new Map<number, string>()

/** Does something, and gives every step of it that reached the disk; the step at `failing` fails. */
export async function record(work: () => unknown, failing = Infinity): Promise<readonly Step[]> {
  const mine: Step[] = []
  steps = mine
  failsAt = failing
  try {
    await work()
  } finally {
    steps = null
    failsAt = Infinity
  }
  return mine
}

/** Does something on a disk that does not keep what it is given, and says nothing. */
export async function spoiled(work: () => unknown): Promise<void> {
  spoils = true
  try {
    await work()
  } finally {
    spoils = false
  }
}

/** The one step fails and the ones after it do not: a disk that had a bad moment. */
function note(step: Step): void {
  if (steps === null) return
  const at = steps.push(step) - 1
  if (at === failsAt) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
}

/** The file system with an eye on what changes it. Forcing to disk is noted and not done: nobody pulls the plug here. */
export function recorded(real: typeof fs): typeof fs {
  const forget = (file: number) => open.delete(file)
  return {
    ...real,
    openSync: ((path: string, flags: number | string, mode?: number) => {
      const isNew = !real.existsSync(path)
      if (isNew && typeof flags === 'number' && (flags & real.constants.O_CREAT) !== 0)
        note({ is: 'create', name: basename(path) })
      const file = real.openSync(path, flags, mode)
      open.set(file, basename(path))
      return file
    }) as typeof fs.openSync,
    closeSync: (file) => {
      forget(file)
      real.closeSync(file)
    },
    writeSync: ((file: number, bytes: Buffer, from: number, length: number, at: number) => {
      const part = Buffer.from(bytes.subarray(from, from + length))
      note({ is: 'write', name: open.get(file) ?? '', at, bytes: part })
      return real.writeSync(file, spoils ? Buffer.alloc(bytes.length) : bytes, from, length, at)
    }) as typeof fs.writeSync,
    ftruncateSync: (file, size = 0) => {
      note({ is: 'truncate', name: open.get(file) ?? '', size: size ?? 0 })
      real.ftruncateSync(file, size)
    },
    fsyncSync: (file) => note({ is: 'force', name: open.get(file) ?? '' }),
    renameSync: (from, to) => {
      note({ is: 'rename', name: basename(String(from)), to: basename(String(to)) })
      real.renameSync(from, to)
    },
    unlinkSync: (path) => {
      note({ is: 'unlink', name: basename(String(path)) })
      real.unlinkSync(path)
    },
  }
}

function written(before: Buffer, at: number, bytes: Buffer): Buffer {
  const whole = Buffer.alloc(Math.max(before.length, at + bytes.length))
  before.copy(whole)
  bytes.copy(whole, at)
  return whole
}

function apply(files: Map<string, Buffer>, step: Step): void {
  const before = files.get(step.name) ?? Buffer.alloc(0)
  if (step.is === 'create') files.set(step.name, before)
  if (step.is === 'write') files.set(step.name, written(before, step.at, step.bytes))
  if (step.is === 'truncate') files.set(step.name, before.subarray(0, step.size))
  if (step.is === 'unlink') files.delete(step.name)
  if (step.is === 'rename') {
    files.delete(step.name)
    files.set(step.to, before)
  }
}

/** Where a run of steps can be cut off: before a step, and within each writing after every so many bytes. */
export interface Cut {
  readonly step: number
  readonly bytes: number
}

/** Every cut, the last of them behind the end. */
export const cutsOf = (done: readonly Step[], every: number): readonly Cut[] => [
  ...done.flatMap((step, index) =>
    step.is === 'write'
      ? Array.from({ length: Math.ceil(step.bytes.length / every) }, (_, part) => ({
          step: index,
          bytes: part * every,
        }))
      : [{ step: index, bytes: 0 }],
  ),
  { step: done.length, bytes: 0 },
]

/** The files as they lie when the computer stops at a cut. */
export function cutAt(
  before: ReadonlyMap<string, Buffer>,
  done: readonly Step[],
  cut: Cut,
): Map<string, Buffer> {
  const files = new Map(before)
  for (const step of done.slice(0, cut.step)) apply(files, step)
  const last = done[cut.step]
  if (last?.is === 'write' && cut.bytes > 0)
    apply(files, { ...last, bytes: last.bytes.subarray(0, cut.bytes) })
  return files
}

/** The files when, of the writing at a cut, only some sectors of the disk were reached, in no order. */
export function tornAt(
  before: ReadonlyMap<string, Buffer>,
  done: readonly Step[],
  step: number,
  isReached: (sector: number) => boolean,
): Map<string, Buffer> {
  const files = cutAt(before, done, { step, bytes: 0 })
  const last = done[step]
  if (last?.is !== 'write') return files
  const sector = 512
  for (let at = 0; at < last.bytes.length; at += sector)
    if (isReached(at / sector))
      apply(files, { ...last, at: last.at + at, bytes: last.bytes.subarray(at, at + sector) })
  return files
}
