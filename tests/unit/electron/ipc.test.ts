import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failedCode, refusedCode, serveDesktopApi } from '../../../electron/ipc'
import { desktopMethods, type DesktopApi } from '../../../shared/desktop-api'

type Api = { readonly [Name in keyof DesktopApi]: (argument: unknown) => Promise<unknown> }
type Answer = (event: IpcMainInvokeEvent, ...words: unknown[]) => Promise<unknown>

const names = Object.keys(desktopMethods) as (keyof DesktopApi)[]
const from = (who: string) => ({ who }) as unknown as IpcMainInvokeEvent
const lines: string[] = []

beforeEach(() => {
  lines.length = 0
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

/** Main's side with one behaviour for every method, and the calls that came through. */
function serve(behave: (argument: unknown) => unknown = (argument) => argument) {
  const handlers = new Map<string, Answer>()
  const calls: unknown[] = []
  const ipc = {
    handle: (channel: string, answer: Answer) => handlers.set(channel, answer),
  } as unknown as IpcMain
  const method = async (argument: unknown) => {
    calls.push(argument)
    return behave(argument)
  }
  const api = Object.fromEntries(names.map((name) => [name, method])) as unknown as Api
  serveDesktopApi(ipc, api, (event) => {
    const { who } = event as unknown as { readonly who: string }
    if (who === 'gone') throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    return who === 'console'
  })
  const ask = (who: string, argument?: unknown, name: string = 'writeSettings'): Promise<unknown> =>
    handlers.get(`app:${name}`)?.(from(who), argument) ?? Promise.resolve('no such channel')
  return { handlers, calls, ask }
}

describe('the contract', () => {
  it('has one channel a method, and at most 25', () => {
    expect([...serve().handlers.keys()]).toEqual(names.map((name) => `app:${name}`))
    expect(names.length).toBeLessThanOrEqual(25)
  })

  it.each(names)('answers %s to the console', async (name) => {
    expect(await serve().ask('console', 'on', name)).toBe('on')
  })

  it.each(['wall', 'gone'])('refuses every method to %s, in one line each, and runs none', async (who) => {
    const { ask, calls } = serve()
    for (const name of names) await expect(ask(who, 'on', name)).rejects.toThrow(refusedCode)
    expect(calls).toEqual([])
    expect(lines).toHaveLength(names.length)
  })
})

describe('an argument', () => {
  const large = 300 * 1024
  const round: { self?: unknown } = {}
  round.self = round

  it.each([
    ['a long text', 'x'.repeat(large)],
    ['a long text in a record', { a: { b: 'x'.repeat(large) } }],
    ['a buffer, which JSON would not see', new ArrayBuffer(large)],
    ['a list of bytes', new Uint8Array(large)],
    ['a map, which JSON would not see', new Map([[1, 'x'.repeat(large)]])],
    ['a set', new Set(['x'.repeat(large)])],
    ['a long list', Array.from({ length: large }, () => 1)],
    ['something that cannot be measured', () => undefined],
  ])('that is too large is refused: %s', async (_name, argument) => {
    const { ask, calls } = serve()
    await expect(ask('console', argument)).rejects.toThrow(refusedCode)
    expect(calls).toEqual([])
  })

  it.each([
    ['nothing', undefined],
    ['a large whole number', 7n],
    ['a loop', round],
    ['a text', 'x'.repeat(200_000)],
  ])('that fits comes through: %s', async (_name, argument) => {
    const { ask, calls } = serve(() => 'done')
    expect(await ask('console', argument)).toBe('done')
    expect(calls).toEqual([argument])
  })
})

describe('a method that fails', () => {
  it('is told by a code, without a path or what was in it', async () => {
    const { ask } = serve(() => {
      throw Object.assign(new Error("ENOENT: no such file, open '/home/amara/said'"), { code: 'ENOENT' })
    })
    const reason: unknown = await ask('console').catch((reason: unknown) => reason)
    expect((reason as Error).message).toBe(failedCode)
    expect(lines.join()).toContain('ENOENT')
    expect(lines.join()).not.toContain('amara')
  })

  it.each([null, undefined, 'a text', 7])('may throw anything: %j', async (thrown) => {
    const { ask } = serve(() => {
      throw thrown
    })
    await expect(ask('console')).rejects.toThrow(failedCode)
  })
})

describe('whatever a page sends', () => {
  it('gets an answer or a code', async () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    })
    const { ask } = serve((argument) => {
      if (typeof argument === 'string') throw new Error(argument)
      return 'done'
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('console', 'wall', 'gone'),
        fc.constantFrom(...names),
        anything,
        async (who, name, argument) => {
          const answer = await ask(who, argument, name).catch(({ message }: Error) => message)
          return who === 'console'
            ? ['done', failedCode, refusedCode].includes(String(answer))
            : answer === refusedCode
        },
      ),
      { numRuns: 8000 },
    )
  })
})
