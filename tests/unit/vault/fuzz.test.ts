// A page that says anything at all: an answer or a code, and nothing on disk is another.
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { IpcMain } from 'electron'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { failedCode, refusedCode, serveDesktopApi, serveErrands } from '../../../electron/ipc'
import type { VaultCalls } from '../../../electron/vault/vault-service'
import type { DesktopApi } from '../../../shared/desktop-api'
import { serviceOver } from './dialogs'
import { filesIn, fourWords, logged, newFolder, protectedCircle, stateOf, type Run } from './support'

const runs = 1000

/** A circle that is locked, and one that anyone can open. */
let locked: string
let open: string
let service: ReturnType<typeof serviceOver>
beforeAll(async () => {
  const circle = await protectedCircle()
  locked = circle.id
  open = circle.vaults.make('Friday').id
  service = serviceOver(circle as Run)
  await service.calls.lockVaults(undefined)
})

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
})
const nasty = fc.constantFrom(
  '',
  '__proto__',
  'constructor',
  '../../x',
  'pack',
  'x'.repeat(500),
  '\ud800',
  '\u0000',
  null,
)
const foreignId = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'))
const anyId = fc.oneof(
  foreignId,
  fc.constantFrom('open', 'locked').map((which) => which as string),
  nasty,
  anything,
)
/** The circles are made before the tests and not before their generators: their names stand for them. */
const named = (id: unknown): unknown => (id === 'open' ? open : id === 'locked' ? locked : id)
const text = fc.oneof(fc.string({ maxLength: 40 }), nasty, anything)
const scopes = fc.oneof(
  fc.array(fc.oneof(fc.constantFrom('session:one', 'circle:1', 'kept:two', 'turn:a/b'), nasty, fc.string()), {
    maxLength: 8,
  }),
  fc.constant(Array.from({ length: 2001 }, () => 'circle:1')),
  anything,
)
const record = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape, { requiredKeys: [] })

/** Arguments near to what each call takes: what would be right is made wrong below. */
const nearCalls: Record<keyof VaultCalls, fc.Arbitrary<unknown>> = {
  vaults: anything,
  makeVault: fc.oneof(fc.string({ minLength: 401, maxLength: 600 }), anything),
  openVault: record({
    id: anyId,
    way: fc.oneof(fc.constantFrom('words', 'recovery', 'computer', 'open'), nasty),
    secret: text,
  }),
  changeKeys: record({ id: anyId, add: scopes, destroy: scopes, label: text, database: text }),
  proposeWays: anything,
  protectVault: record({ id: anyId, words: text, code: text, computer: fc.oneof(fc.boolean(), anything) }),
  lockVaults: anything,
  forgetVault: anyId,
  sealOwn: record({ id: anyId, member: anyId, words: text, place: anyId, text }),
  openOwn: record({
    id: anyId,
    member: anyId,
    words: text,
    places: fc.oneof(fc.array(record({ id: anyId, sealed: text })), anything),
  }),
}

/** Whether a call may do what it is for: then it is not asked here. */
const wouldWork = (name: string, argument: unknown): boolean => {
  if (name === 'makeVault') return typeof argument === 'string' && argument.length <= 400
  if (name === 'forgetVault') return argument === open || argument === locked
  const id = (argument as { readonly id?: unknown } | null | undefined)?.id
  return (name === 'changeKeys' || name === 'protectVault') && id === open
}

/** Only what a structured clone carries comes over IPC; functions and symbols do not. */
const carried = (argument: unknown): boolean => {
  try {
    structuredClone(argument)
    return true
  } catch {
    return false
  }
}

/** The calls as a page reaches them. */
function page() {
  const handlers = new Map<string, (event: unknown, argument: unknown) => Promise<unknown>>()
  const ipc = {
    handle: (channel: string, answer: never) => handlers.set(channel, answer),
  } as unknown as IpcMain
  const none = async () => null
  const api = new Proxy(service.calls, {
    get: (calls, name) => calls[name as keyof VaultCalls] ?? none,
  }) as unknown as Record<keyof DesktopApi, (argument: unknown) => Promise<unknown>>
  serveDesktopApi(ipc, api, () => true)
  return (name: string, argument: unknown) =>
    handlers.get(`app:${name}`)?.({}, argument) ?? Promise.reject(new Error(name))
}

const expectNoPaths = () =>
  expect(logged.some((line) => line.includes(service.folder) || line.includes(fourWords))).toBe(false)

describe('every call about circles', () => {
  it.each(Object.keys(nearCalls) as (keyof VaultCalls)[])('%s', async (name) => {
    const ask = page()
    const before = stateOf(service.folder)
    const came = new Map<string, number>()
    const argument = fc.oneof(nearCalls[name], anything).map((value) => {
      if (typeof value !== 'object' || value === null || !('id' in value)) return named(value)
      return { ...value, id: named(value.id) }
    })
    await fc.assert(
      fc.asyncProperty(argument, async (sent) => {
        fc.pre(carried(sent) && !wouldWork(name, sent))
        const answer = await ask(name, sent).then(
          () => 'answered',
          (reason: unknown) => (reason as Error).message,
        )
        came.set(answer, (came.get(answer) ?? 0) + 1)
        service.pass(60)
        return ['answered', failedCode, refusedCode].includes(answer)
      }),
      { numRuns: runs, maxSkipsPerRun: 50 },
    )
    const answered = ['vaults', 'proposeWays', 'lockVaults'].includes(name)
    expect(came.get(answered ? 'answered' : failedCode)).toBeGreaterThan(runs / 2)
    expect(stateOf(service.folder)).toBe(before)
    expectNoPaths()
  })

  it('with what is wrong in one place alone changes nothing in a circle that is open', async () => {
    const ask = page()
    const before = stateOf(service.folder)
    const wrong = {
      changeKeys: [
        { add: ['pack'] },
        { destroy: ['pack'] },
        { add: [`session:${'x'.repeat(65)}`] },
        { add: ['session:a/b'] },
        { add: ['turn:a'] },
        { add: ['circle:-1'] },
        { add: Array.from({ length: 2001 }, (_, at) => `circle:${at}`) },
        { add: 'session:a' },
        { label: 'x'.repeat(401) },
        { label: null },
        { database: 'circlet-x' },
        { database: `circlet-${'A'.repeat(22)}/../x` },
        { more: 1 },
      ],
      protectVault: [
        { words: 'one two' },
        { code: 'ABC' },
        { words: 7 },
        { computer: 'yes' },
        { more: 1 },
        {},
      ],
    }
    const sound = { changeKeys: { add: [], destroy: [] }, protectVault: { computer: false } }
    for (const name of ['changeKeys', 'protectVault'] as const)
      for (const change of wrong[name])
        await expect(ask(name, { id: open, ...sound[name], ...change })).rejects.toThrow(failedCode)
    expect(stateOf(service.folder)).toBe(before)
    await expect(ask('changeKeys', { id: open, ...sound.changeKeys })).resolves.toHaveProperty('pack')
  })
})

const kinds = [
  'keep',
  'packs',
  'restore',
  'take-along',
  'bring',
  'open-brought',
  'adopt-brought',
  'export',
  'import',
] as const

/** Errands near to each kind. */
const nearErrands = record({
  id: anyId,
  kind: fc.oneof(fc.constantFrom('snapshot', 'backup'), nasty),
  drops: fc.oneof(fc.constantFrom('none', 'snapshots', 'all'), nasty),
  place: fc.oneof(fc.integer(), fc.double(), nasty),
  way: fc.oneof(fc.constantFrom('words', 'recovery', 'computer', 'open'), nasty),
  secret: text,
  name: fc.oneof(fc.constantFrom('circlet-own.md', 'circlet-own.exe', '../x.md'), nasty),
})
const members: Record<(typeof kinds)[number], readonly string[]> = {
  keep: ['id', 'kind', 'drops'],
  packs: ['id'],
  restore: ['id', 'place'],
  'take-along': ['id'],
  bring: [],
  'open-brought': ['way', 'secret'],
  'adopt-brought': [],
  export: ['name'],
  import: [],
}

/** An errand as a page sends it: a message with a port, then bytes by the port. */
function sendErrand(errand: unknown, bytes: unknown): Promise<unknown> {
  return new Promise((done) => {
    const port = Object.assign(new EventEmitter(), {
      start: () => port.emit('message', { data: bytes }),
      postMessage: done,
      close: () => done('closed'),
    })
    let listener: (event: unknown, errand: unknown) => void = () => undefined
    const ipc = { on: (_channel: string, heard: typeof listener) => (listener = heard) } as unknown as IpcMain
    serveErrands(ipc, service.errands, () => true)
    listener({ ports: [port] }, errand)
  })
}

describe('every errand', () => {
  it.each(kinds)('%s', async (is) => {
    const elsewhere = newFolder()
    service.choice.path = null
    const before = stateOf(service.folder)
    const came = new Map<string, number>()
    const noBytes = fc.constantFrom<unknown>(
      null,
      undefined,
      new Uint8Array(0),
      'text',
      [1, 2, 3],
      { length: 5 },
      new ArrayBuffer(8),
    )
    const near = fc.tuple(nearErrands, fc.boolean()).map(([all, exact]) => {
      const found = Object.entries({ ...all, id: named(all['id']) })
      return {
        is,
        ...Object.fromEntries(exact ? found.filter(([name]) => members[is].includes(name)) : found),
      }
    })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: anything }),
        noBytes,
        async (errand, bytes) => {
          fc.pre(carried(errand))
          const answer = await sendErrand(errand, bytes)
          const { is: what, because } = answer as { readonly is: string; readonly because?: string }
          came.set(because ?? what, (came.get(because ?? what) ?? 0) + 1)
          return ['done', 'left', 'cannot', 'wrong'].includes(what) || answer === 'closed'
        },
      ),
      { numRuns: runs, maxSkipsPerRun: 50 },
    )
    expect([...came.values()].reduce((sum, times) => sum + times, 0)).toBe(runs)
    // What is right in every place is done, or left where nobody chooses a file.
    const through = { packs: 'done', bring: 'left', import: 'left' }[is as string]
    if (through !== undefined) expect(came.get(through)).toBeGreaterThan(10)
    expect(stateOf(service.folder)).toBe(before)
    expect(filesIn(elsewhere).size).toBe(0)
    expectNoPaths()
  })

  it('whose file cannot be written is answered', async () => {
    service.choice.path = join(newFolder(), 'none', 'x')
    const errand = { is: 'export', name: 'circlet-own.md' }
    expect(await sendErrand(errand, Buffer.from('x'))).toEqual({ is: 'cannot', because: 'failed' })
  })
})
