// Two thousand files that someone or something has changed: each ends with what it held, or with a sentence.
import { describe, expect, it } from 'vitest'
import { expectSentence, place, quick, read } from './run'
import {
  b64u,
  bodyOf,
  frame,
  headerOf,
  keyFileOf,
  makeCircle,
  sealRow,
  someRows,
  writeKeyFile,
  writePack,
} from './writer'
import type { Json } from './writer'

const runs = 500

/** Mulberry32: the same mutations in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
type Random = ReturnType<typeof randomFrom>

/** A file with one to four things done to its bytes. */
function mutateBytes(bytes: Buffer, random: Random): Buffer {
  let found = Buffer.from(bytes)
  for (let left = 1 + random(4); left > 0; left--) {
    const at = random(found.length)
    const length = 1 + random(64)
    const [before, after] = [found.subarray(0, at), found.subarray(at + length)]
    const noise = Buffer.from(Array.from({ length }, () => random(256)))
    const ways = [
      () => Buffer.concat([before, noise, found.subarray(at)]),
      () => Buffer.concat([before, noise, after]),
      () => Buffer.concat([before, after]),
      () => Buffer.concat([found.subarray(0, at + length), found.subarray(at)]),
      () =>
        Buffer.concat([before, Buffer.from([(found[at] ?? 0) ^ (1 << random(8))]), found.subarray(at + 1)]),
      () => Buffer.concat([before, Buffer.alloc(length), after]),
      () => (random(4) === 0 ? Buffer.from(before) : Buffer.concat([before, Buffer.from('"'), after])),
    ]
    found = ways[random(ways.length)]!()
    if (found.length === 0) return found
  }
  return found
}

const hostile: readonly Json[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  '',
  'A',
  '__proto__',
  'constructor',
  'pack',
  'circle',
  '\ud800',
  '\u0000|\n',
  'x'.repeat(70_000),
  [],
  [[[]]],
  {},
  { toString: 1, valueOf: 2 },
  { length: -1 },
  JSON.parse('{"__proto__":{"a":1}}') as Json,
]

/** A value with one thing in it, at any depth, put out, put twice or put otherwise. */
function mutateJson(value: Json, random: Random): Json {
  if (typeof value !== 'object' || value === null || random(6) === 0) return hostile[random(hostile.length)]!
  if (Array.isArray(value)) {
    const at = random(value.length + 1)
    if (random(5) === 0) return value.filter((_, index) => index !== at)
    if (random(5) === 0) return [...value, ...value.slice(at)]
    return value.map((item, index) => (index === at ? mutateJson(item, random) : item))
  }
  const names = Object.keys(value)
  const name = names[random(names.length)] ?? 'none'
  if (random(6) === 0) return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
  if (typeof value[name] === 'string' && random(3) === 0) {
    const bytes = mutateBytes(Buffer.from(`${value[name]} `), random)
    return { ...value, [name]: bytes.toString() }
  }
  return { ...value, [name]: mutateJson(value[name] ?? null, random) }
}

/** The right key for the right question; for others any key, without work, but never for hostile ones. */
const derive: typeof quick = (words, kdf) => {
  const allowed = kdf.m >= 19_456 && kdf.m <= 262_144 && kdf.t >= 1 && kdf.t <= 10 && kdf.p === 1
  if (!allowed || kdf.salt.length !== 16) throw new Error('hostile work')
  return kdf.m === 19_456 && kdf.t === 1 ? quick(words, kdf) : Promise.resolve(Buffer.alloc(32, 1))
}

const circle = makeCircle()
const sealed = someRows().map((row) => sealRow(circle, row))
const both = [
  ['--words', circle.words],
  ['--code', circle.code],
]

describe('changed files', () => {
  it('on their way, by their bytes: all refused', async () => {
    const random = randomFrom(1)
    const bytes = await writePack(circle, 'travel', { rows: sealed })
    const control = () => read([place('m.circlet', bytes), '--words', circle.words], { derive })
    expect((await control()).code).toBe(0)
    let changed = 0
    for (let run = 0; run < runs; run++) {
      const other = mutateBytes(bytes, random)
      if (other.equals(bytes)) continue
      changed++
      expectSentence(await read([place('m.circlet', other), ...both[run % 2]!], { derive }))
    }
    expect(changed).toBeGreaterThan(runs * 0.95)
    expect((await control()).code).toBe(0)
  })

  it('on their way, by their header: all refused', async () => {
    const random = randomFrom(2)
    const bytes = await writePack(circle, 'travel', { rows: sealed })
    const end = 12 + bytes.readUInt32BE(8)
    const header = JSON.parse(bytes.subarray(12, end).toString()) as { [name: string]: Json }
    const keys = header['keys'] as { [name: string]: Json }
    const body = JSON.parse(keys['body'] as string) as Json
    for (let run = 0; run < runs; run++) {
      const inner = run % 3 === 0 ? null : { ...keys, body: JSON.stringify(mutateJson(body, random)) }
      const other = inner ? { ...header, keys: inner } : mutateJson(header, random)
      if (JSON.stringify(other) === JSON.stringify(header)) continue
      const path = place('h.circlet', Buffer.concat([frame(other), bytes.subarray(end)]))
      expectSentence(await read([path, ...both[run % 2]!], { derive }))
    }
    const same = place('h.circlet', Buffer.concat([frame(header), bytes.subarray(end)]))
    expect((await read([same, '--code', circle.code])).code).toBe(0)
  })

  it('with keys or content changed by someone who could seal them: never anything but a sentence', async () => {
    const random = randomFrom(3)
    const open = { ...circle, types: ['open', 'words', 'recovery'] }
    const key = place('k.1.key', await writeKeyFile(open))
    const body = (await bodyOf(open)) as unknown as Json
    const ends = { opened: 0, refused: 0 }
    for (let run = 0; run < runs * 2; run++) {
      const changedKeys = place('c.1.key', keyFileOf(7, JSON.stringify(mutateJson(body, random))))
      const content = mutateJson({ rows: sealed }, random)
      const path = place('c.snapshot', await writePack(circle, 'snapshot', content))
      const result = await read(run % 2 === 0 ? ['--key', changedKeys] : ['--key', key, path], { derive })
      ends[result.code === 0 ? 'opened' : 'refused']++
      if (result.code !== 0) expectSentence(result)
    }
    expect(ends.refused).toBeGreaterThan(runs)
    expect(ends.opened).toBeGreaterThan(0)
    expect((await read(['--key', key])).code).toBe(0)
  })

  it('that are key files: the other copy is taken, and both changed end with a sentence or as they were', async () => {
    const random = randomFrom(4)
    const bytes = await writeKeyFile({ ...circle, types: ['open'] })
    const whole = (await read(['--key', place('p.1.key', bytes)])).json
    for (let run = 0; run < runs; run++) {
      place('p.1.key', mutateBytes(bytes, random))
      const path = place('p.2.key', run % 2 === 0 ? bytes : mutateBytes(bytes, random))
      const result = await read(['--key', path])
      if (run % 2 === 0 || result.code === 0)
        expect(result.json).toMatchObject({ ...whole, copies: expect.anything() })
      else expectSentence(result)
    }
  })

  it('whose header was never JSON: refused', async () => {
    const header = JSON.stringify(await headerOf(circle, 'travel', Buffer.alloc(16)))
    const odd = [
      '',
      '[]',
      'null',
      '"x"',
      `\ufeff${header}`,
      `${header}}`,
      header.slice(1),
      b64u(Buffer.from(header)),
    ]
    for (const text of odd) {
      const path = place('j.circlet', Buffer.concat([frame(text), Buffer.alloc(64)]))
      expectSentence(await read([path, '--words', circle.words], { derive }))
    }
  })
})
