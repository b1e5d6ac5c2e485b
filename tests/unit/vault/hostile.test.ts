// Ten thousand files that somebody made up: none of them does anything but be refused.
import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readJson } from '../../../electron/vault/json'
import { parseKeyBody, parseKeyFile, type KeyFile } from '../../../electron/vault/key-file'
import { makePack, openPack, readPackHeader } from '../../../electron/vault/packs'
import { openByItself, openKeyFile } from '../../../electron/vault/ring'
import type { Kdf } from '../../../electron/vault/ways'
import { serviceOver, someRows } from './dialogs'
import {
  filesIn,
  fileOf,
  formatted,
  fourWords,
  memoryStore,
  protectedCircle,
  quickDerive,
  stateOf,
  theCode,
} from './support'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** What was made of a sound file, and how. */
interface Hostile {
  readonly how: string
  readonly bytes: Buffer
}

/** A piece of a file that starts somewhere. */
const somewhere = fc.tuple(
  fc.noBias(fc.nat(9999)).map((part) => part / 10_000),
  fc.integer({ min: 1, max: 200 }),
)
const pieceOf = (bytes: Buffer, [from, length]: readonly [number, number]) => {
  const at = Math.min(bytes.length, Math.floor(from * bytes.length))
  return {
    before: bytes.subarray(0, at),
    piece: bytes.subarray(at, at + length),
    after: bytes.subarray(at + length),
  }
}

/** What is done to the bytes of a file, whatever they mean. */
const toBytes = (good: Buffer): fc.Arbitrary<Hostile> =>
  fc.oneof(
    somewhere.map((at) => ({ how: 'cut off', bytes: pieceOf(good, at).before })),
    fc.array(fc.nat(good.length * 8 - 1), { minLength: 1, maxLength: 8 }).map((bits) => {
      const bytes = Buffer.from(good)
      for (const bit of new Set(bits)) bytes[bit >> 3]! ^= 1 << (bit & 7)
      return { how: 'flipped', bytes }
    }),
    fc.tuple(somewhere, somewhere).map(([from, to]) => {
      const { before, piece, after } = pieceOf(good, from)
      const rest = Buffer.concat([before, after])
      const into = pieceOf(rest, to)
      return { how: 'swapped', bytes: Buffer.concat([into.before, piece, into.piece, into.after]) }
    }),
    fc.tuple(somewhere, fc.uint8Array({ minLength: 1, maxLength: 64 })).map(([at, noise]) => {
      const { before, after } = pieceOf(good, at)
      return { how: 'written over', bytes: Buffer.concat([before, noise, after]) }
    }),
    fc.uint8Array({ maxLength: 400 }).map((noise) => ({ how: 'noise', bytes: Buffer.from(noise) })),
    fc.nat(100_000).map((size) => ({ how: 'longer', bytes: Buffer.concat([good, Buffer.alloc(size, '[')]) })),
  )

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
const hostileValue = fc.constantFrom<Json>(
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  'A',
  '__proto__',
  'AAAA',
  `${'A'.repeat(21)}B`,
  'A'.repeat(22),
  '\ud800',
  '../../x',
  'x'.repeat(70_000),
  [],
  {},
  [[[]]],
  { length: -1 },
  { toString: 1 },
  JSON.parse('{"__proto__":{"type":"open"}}') as Json,
)

/** A value with another one at some place within it. */
const replaced = (value: Json, path: readonly number[], other: Json): Json => {
  const [step = 0, ...rest] = path
  if (typeof value !== 'object' || value === null || path.length === 0) return other
  const names = Object.keys(value)
  const name = names[step % Math.max(1, names.length)]
  if (name === undefined) return other
  const child = (value as { readonly [name: string]: Json })[name] ?? null
  const changed = replaced(child, rest, other)
  return Array.isArray(value)
    ? value.map((item: Json, index) => (String(index) === name ? changed : item))
    : { ...value, [name]: changed }
}

/** JSON text with something at its beginning that only the text can have. */
const first = (json: string, member: string): string => `{${member},${json.slice(1)}`

const wish = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, 8, 19455, 262145, 4_194_304, 2 ** 31, 1e308, -1, 65536.5),
)
const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 5 })

/** What is done to what a file says; as JSON text. */
const toMeaning = (good: Json): fc.Arbitrary<{ readonly how: string; readonly json: string }> => {
  const json = JSON.stringify(good)
  return fc.oneof(
    fc.tuple(path, hostileValue).map(([at, value]) => ({
      how: 'wrong types',
      json: JSON.stringify(replaced(good, at, value)),
    })),
    fc.nat(50_000).map((levels) => ({ how: 'deep', json: first(json, `"more":${deep(levels)}`) })),
    fc.constantFrom('{"ways":1}', '[]', 'null', '{"type":"open","key":""}').map((value) => ({
      how: '__proto__',
      json: first(json, `"__proto__":${value}`),
    })),
    fc.record({ m: wish, t: wish, p: wish }, { requiredKeys: [] }).map((costs) => ({
      how: 'huge work',
      json: json.replace(
        '"alg":"argon2id","m":65536,"t":3,"p":1',
        Object.entries({ alg: 'argon2id', m: 65536, t: 3, p: 1, ...costs })
          .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
          .join(),
      ),
    })),
    fc.constantFrom('slots', 'circle', 'ring', 'kdf').map((name) => ({
      how: 'twice',
      json: first(json, `"${name}":[]`),
    })),
  )
}

const counted = new Map<string, number>()
const count = (what: string) => counted.set(what, (counted.get(what) ?? 0) + 1)
const asked: Kdf[] = []
const openers = { keyStore: memoryStore(), derive: quickDerive().derive }
const watched: typeof openers = {
  ...openers,
  derive: (words, kdf) => {
    asked.push(kdf)
    return openers.derive(words, kdf)
  },
}

/** A derivation is never asked for outside of what every computer can bear. */
const expectBearable = (kdfs: readonly Kdf[]) => {
  for (const { alg, m, t, p, salt } of kdfs)
    if (!(
      alg === 'argon2id' &&
      m >= 19456 &&
      m <= 262144 &&
      t >= 1 &&
      t <= 10 &&
      p === 1 &&
      salt.length === 22
    ))
      throw new Error(JSON.stringify({ alg, m, t, p, salt }))
}

let key: KeyFile
let travel: Buffer
let snapshot: Buffer
let packKey: Buffer
beforeAll(async () => {
  const { vaults, folder, id } = await protectedCircle({ computer: true })
  key = fileOf(folder, id)
  packKey = vaults.packKey(id)
  const rest = { circle: id, packKey, rows: someRows }
  travel = makePack({ ...rest, kind: 'travel', keys: vaults.travelling(id) }) as Buffer
  snapshot = makePack({ ...rest, kind: 'snapshot' }) as Buffer
})

/** Watches what is allocated at once while something runs, and how the process grows. */
async function weighed(work: () => Promise<void>): Promise<number> {
  let largest = 0
  for (const name of ['alloc', 'allocUnsafe', 'allocUnsafeSlow'] as const) {
    const real = Buffer[name].bind(Buffer) as (size: number, ...more: unknown[]) => Buffer<ArrayBuffer>
    vi.spyOn(Buffer, name).mockImplementation((size: number, ...more: unknown[]) => {
      largest = Math.max(largest, size)
      return real(size, ...more)
    })
  }
  const before = process.memoryUsage().rss
  await work()
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  return largest
}

afterEach(() => {
  vi.restoreAllMocks()
  counted.clear()
  asked.length = 0
  expect(({} as { readonly ways?: unknown }).ways).toBeUndefined()
})

/** Every kind of harm was done often enough to mean something. */
const expectSpread = (kinds: readonly string[], runs: number) => {
  for (const kind of kinds) expect([kind, (counted.get(kind) ?? 0) > runs / 100]).toEqual([kind, true])
}

const byBytes = ['cut off', 'flipped', 'swapped', 'written over', 'noise', 'longer']
const byMeaning = ['wrong types', 'deep', '__proto__', 'huge work', 'twice']

describe('a key file', () => {
  it('that somebody made up is refused, or opens to nothing that it should not', async () => {
    const good = formatted(JSON.stringify(key.body), key.epoch)
    expect(typeof parseKeyFile(good)).toBe('object')
    const file = fc.oneof(
      toBytes(good),
      toMeaning(key.body as unknown as Json).map(({ how, json }) => ({
        how,
        bytes: formatted(json, key.epoch),
      })),
      toMeaning(JSON.parse(good.toString('utf8')) as Json).map(({ how, json }) => ({
        how,
        bytes: Buffer.from(json),
      })),
    )
    const runs = 4000
    const largest = await weighed(() =>
      fc.assert(
        fc.asyncProperty(
          file,
          fc.constantFrom('words', 'recovery', 'computer', 'open'),
          async ({ how, bytes }, way) => {
            count(how)
            const parsed = parseKeyFile(bytes)
            count(typeof parsed === 'string' ? parsed : 'sound')
            if (typeof parsed === 'string') return
            openByItself(parsed, watched.keyStore)
            const secret = way === 'words' ? fourWords : theCode
            const opened = await openKeyFile(parsed, way, secret, watched)
            count(opened === null ? 'closed' : 'opened')
            // What opens says what the sound file says, where it is bound.
            if (opened !== null) expect({ ...parsed.body, slots: [] }).toEqual({ ...key.body, slots: [] })
          },
        ),
        { numRuns: runs },
      ),
    )
    expectBearable(asked)
    expectSpread([...byBytes, ...byMeaning, 'damaged', 'sound', 'closed', 'opened'], runs)
    expect(asked.length).toBeGreaterThan(20)
    expect(largest).toBeLessThan(1024 * 1024)
    const control = parseKeyFile(good)
    expect(
      typeof control === 'object' && (await openKeyFile(control, 'words', fourWords, watched)),
    ).not.toBeNull()
  })
})

/** A pack with another header, of any length that it may say. */
const framed = (pack: Buffer, json: string, length?: number): Buffer => {
  const header = Buffer.from(json)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(length ?? header.length)
  return Buffer.concat([pack.subarray(0, 8), size, header, pack.subarray(12 + pack.readUInt32BE(8))])
}
const headerOf = (pack: Buffer): Json =>
  JSON.parse(pack.toString('utf8', 12, 12 + pack.readUInt32BE(8))) as Json

/** A pack whose header, keys or length somebody changed. */
const toPack = (good: Buffer): fc.Arbitrary<Hostile> => {
  const header = headerOf(good) as { readonly keys?: { readonly epoch: number; readonly body: string } }
  const length = fc.oneof(
    fc.nat(300_000),
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.constantFrom(262_144, 262_145),
  )
  return fc.oneof(
    toBytes(good),
    toMeaning(header as unknown as Json).map(({ how, json }) => ({ how, bytes: framed(good, json) })),
    length.map((size) => ({ how: 'length', bytes: framed(good, JSON.stringify(header), size) })),
    ...(header.keys === undefined
      ? []
      : [
          toMeaning(JSON.parse(header.keys.body) as Json).map(({ how, json }) => ({
            how,
            bytes: framed(good, JSON.stringify({ ...header, keys: { ...header.keys, body: json } })),
          })),
        ]),
  )
}

describe('a pack', () => {
  it('that somebody made up does not open', async () => {
    const runs = 4000
    const file = fc.boolean().chain((travels) => toPack(travels ? travel : snapshot))
    const largest = await weighed(() =>
      fc.assert(
        fc.asyncProperty(file, async ({ how, bytes }) => {
          const isSame = bytes.equals(travel) || bytes.equals(snapshot)
          count(isSame ? 'the same' : how)
          const header = readPackHeader(bytes)
          count(typeof header === 'string' ? header : 'read')
          if (typeof header === 'string') return
          expect(openPack(bytes, header, packKey) !== null).toBe(isSame)
        }),
        { numRuns: runs },
      ),
    )
    expectSpread([...byBytes, ...byMeaning, 'length', 'damaged', 'read'], runs)
    expect(largest).toBeLessThan(1024 * 1024)
    for (const pack of [travel, snapshot]) {
      const header = readPackHeader(pack)
      expect(typeof header === 'object' && openPack(pack, header, packKey)?.equals(someRows)).toBe(true)
    }
  })

  it('that somebody brings is answered, and changes nothing on this computer', async () => {
    const runs = 2000
    const here = serviceOver()
    const { id } = here.vaults.make('Friday')
    const before = stateOf(here.folder)
    const path = here.choice.path ?? ''
    const bring = async (bytes: Buffer, way: 'words' | 'recovery') => {
      writeFileSync(path, bytes)
      const brought = await here.carry({ is: 'bring' })
      const opened = await here.carry({
        is: 'open-brought',
        way,
        secret: way === 'words' ? fourWords : theCode,
      })
      here.pass(60)
      return [brought, opened] as const
    }
    const largest = await weighed(() =>
      fc.assert(
        fc.asyncProperty(
          toPack(travel),
          fc.constantFrom('words', 'recovery'),
          async ({ how, bytes }, way) => {
            const isSame = bytes.equals(travel)
            count(isSame ? 'the same' : how)
            const [brought, opened] = await bring(bytes, way)
            count(brought.is)
            count(opened.is === 'cannot' ? opened.because : opened.is)
            expect(opened.is === 'opened').toBe(isSame)
            if (!isSame)
              expect(await here.carry({ is: 'adopt-brought' })).toEqual({ is: 'cannot', because: 'failed' })
          },
        ),
        { numRuns: runs },
      ),
    )
    expectBearable(here.asked.map(({ kdf }) => kdf))
    expectSpread([...byBytes, ...byMeaning, 'length', 'brought', 'cannot', 'wrong'], runs)
    expect(here.asked.length).toBeGreaterThan(20)
    expect(largest).toBeLessThan(1024 * 1024)
    expect(stateOf(here.folder)).toBe(before)
    const [brought, opened] = await bring(travel, 'words')
    expect([brought.is, opened.is]).toEqual(['brought', 'opened'])
    expect(await here.carry({ is: 'adopt-brought' })).toEqual({ is: 'done' })
    expect(here.vaults.list().vaults.map(({ state }) => state)).toEqual(['open', 'open'])
    expect(filesIn(here.folder).size).toBe(4)
    expect(here.vaults.list().vaults.some((vault) => vault.id === id)).toBe(true)
  })
})

describe('JSON', () => {
  it.each([
    ['a hundred thousand lists', `${'['.repeat(100_000)}`],
    ['a hundred thousand records', '{"a":'.repeat(100_000)],
    ['brackets that never end', `{"a":"\\"${'['.repeat(40)}`],
  ])('that is too deep is refused at once: %s', (_name, json) => {
    expect(parseKeyBody(json)).toBeNull()
    expect(parseKeyFile(Buffer.from(json))).toBe('damaged')
  })

  it('is not even parsed when it is', () => {
    expect(readJson(Buffer.from(deep(32)))).toHaveLength(1)
    expect(() => readJson(Buffer.from(deep(33)))).toThrow('too deep')
  })

  it('may have brackets in its texts', () => {
    const body = { ...key.body, label: `\\"${'[{'.repeat(100)}` }
    expect(parseKeyBody(JSON.stringify(body))).toEqual(body)
  })
})
