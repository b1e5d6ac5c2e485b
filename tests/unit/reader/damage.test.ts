import { describe, expect, it } from 'vitest'
import { expectSentence, pack, place, quick, read } from './run'
import type { Source } from './run'
import { bodyOf, frame, makeCircle, sealRow, someRows, writeKeyFile, writePack } from './writer'
import type { Circle, Json, PackRow } from './writer'

const flip = (bytes: Buffer, bit: number) => {
  const flipped = Buffer.from(bytes)
  flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return flipped
}

/**
 * Every single-bit flip of one row: of its texts, of its number, and of the bytes behind its base64url. Of the long
 * text of the ciphertext, every fifth bit, and all of its last characters, where bits are spare.
 */
function* flippedRows(row: PackRow): Generator<{ row: PackRow; place: number }> {
  const put = (at: number, value: string | number) => ({
    row: row.map((old, index) => (index === at ? value : old)) as PackRow,
    place: at,
  })
  for (const at of [0, 1, 2, 4, 5]) {
    const text = Buffer.from(String(row[at]), 'latin1')
    const step = (bit: number) => (at === 5 && bit < (text.length - 4) * 8 ? 5 : 1)
    for (let bit = 0; bit < text.length * 8; bit += step(bit))
      yield put(at, flip(text, bit).toString('latin1'))
  }
  for (const at of [4, 5]) {
    const bytes = Buffer.from(String(row[at]), 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) yield put(at, flip(bytes, bit).toString('base64url'))
  }
  for (let bit = 0n; bit < 64n; bit++) yield put(3, Number(BigInt(row[3]) ^ (1n << bit)))
}

async function openCircle() {
  const circle = makeCircle({ types: ['open'] })
  const key = place('o.1.key', await writeKeyFile(circle))
  const open = async (rows: Json) => {
    const path = place('o.snapshot', await writePack(circle, 'snapshot', { rows }))
    return read(['--key', key, path])
  }
  return { circle, key, open }
}
const sealedRows = (circle: Circle) => someRows().map((row) => sealRow(circle, row))

describe('a row', () => {
  it('with any single bit flipped is refused, or left out when its key has another name', async () => {
    const { circle, open } = await openCircle()
    const [row] = sealedRows(circle) as [PackRow]
    expect((await open([row])).json).toMatchObject({ leftOut: 0 })
    let [refused, leftOut] = [0, 0]
    for (const flipped of flippedRows(row)) {
      const result = await open([flipped.row])
      if (flipped.place === 2 && flipped.row[2] !== 'circle:2') {
        expect(result.json).toMatchObject({ rows: [], leftOut: 1 })
        leftOut++
      } else {
        expectSentence(result)
        refused++
      }
    }
    expect(leftOut).toBe('circle:3'.length * 8 - 1)
    expect(refused).toBeGreaterThan(3000)
    expect((await open([row])).code).toBe(0)
  })

  it('at the place of another does not open, in whole or in part', async () => {
    const { circle, open } = await openCircle()
    const row = someRows()[0]!
    const [one, two] = [sealRow(circle, row), sealRow(circle, { ...row, id: `${row.id}x`, rev: 5 })]
    expect((await open([one, two])).json).toMatchObject({ leftOut: 0 })
    for (const places of [[4, 5], [0], [3], [0, 3], [5], [4]]) {
      const [left, right] = [[...one] as PackRow, [...two] as PackRow]
      for (const at of places) [left[at], right[at]] = [right[at] as never, left[at] as never]
      expectSentence(await open([left, right]))
    }
  })

  it('of no known shape is refused', async () => {
    const { circle, open } = await openCircle()
    const [row] = sealedRows(circle) as [PackRow]
    const odd: Json[] = [
      null,
      3,
      {},
      [],
      row.slice(1),
      [...row, 1],
      row.map(() => null),
      row.map(() => '__proto__'),
    ]
    for (const one of odd) expectSentence(await open([row, one]))
    expectSentence(await open([row, sealRow(circle, { ...someRows()[0]!, kid: 'pack' })]))
    for (const kid of ['__proto__', 'constructor', '']) {
      expect((await open(row.map((old, at) => (at === 2 ? kid : old)))).code).toBe(1)
      expect((await open([row.map((old, at) => (at === 2 ? kid : old))])).json).toMatchObject({ leftOut: 1 })
    }
  })
})

describe('a file that was cut off', () => {
  it('is refused at every length', async () => {
    const circle = makeCircle()
    const bytes = await writePack(circle, 'travel', { rows: sealedRows(circle) })
    for (let length = 0; length < bytes.length; length += 7) {
      const path = place('cut.circlet', bytes.subarray(0, length))
      for (const with_ of [
        ['--words', circle.words],
        ['--code', circle.code],
      ]) {
        const result = await read([path, ...with_])
        expectSentence(result)
        expect(result.said).toMatch(/cut off/)
      }
    }
    expectSentence(
      await read([place('cut.circlet', Buffer.concat([bytes, Buffer.from('x')])), '--code', circle.code]),
    )
    expect((await read([place('cut.circlet', bytes), '--words', circle.words])).code).toBe(0)
  })

  it('is refused when it is a key file cut before its padding, in both copies', async () => {
    const bytes = await writeKeyFile(makeCircle({ types: ['open'] }))
    const end = bytes.lastIndexOf('}')
    for (let length = 0; length <= end; length += 7) {
      expectSentence(await read(['--key', place('cut.1.key', bytes.subarray(0, length))]))
    }
    expect((await read(['--key', place('cut.1.key', bytes)])).code).toBe(0)
  })
})

/** A file that only claims a size, and keeps account of what is read of it. */
function claimed(start: Buffer, size: number) {
  const asked: number[] = []
  const read = (at: number, length: number) => {
    asked.push(length)
    return Buffer.concat([start, Buffer.alloc(64)]).subarray(at, at + length)
  }
  return { asked, file: { size, read } satisfies Source }
}

describe('a file that asks for too much', () => {
  it('is refused before its header or content is read', () => {
    const limit = 64 * 1024 * 1024
    for (const length of [262_145, 1 << 30, 0xffff_ffff]) {
      const { asked, file } = claimed(frame('{}', length), limit)
      expect(() => pack.readHead(file)).toThrow(/longer than a header/)
      expect(asked).toEqual([12])
    }
    const large = claimed(frame('{}'), limit + 1)
    expect(() => pack.readHead(large.file)).toThrow(/64 MiB/)
    expect(large.asked).toEqual([])
  })

  it('is refused before anything is derived, whichever slot it is', async () => {
    const circle = makeCircle({ types: ['recovery', 'words', 'words'] })
    let derived = 0
    const derive: typeof quick = (words, kdf) => {
      derived++
      return quick(words, kdf)
    }
    const body = await bodyOf(circle)
    const open = async (at: number, kdf: object) => {
      const slots = body.slots.map((slot, index) =>
        index === at && 'kdf' in slot ? { ...slot, kdf: { ...slot.kdf, ...kdf } } : slot,
      )
      const keys = { epoch: 7, body: JSON.stringify({ ...body, slots }) }
      const path = place('kdf.circlet', await writePack(circle, 'travel', { rows: [] }, { keys }))
      return [
        await read([path, '--words', circle.words], { derive }),
        await read([path, '--code', circle.code]),
      ]
    }
    const hostile = [
      ...[0, -1, 8, 19_455, 262_145, 2 ** 31, 2 ** 40, 19_456.5, '65536', null, [65_536]].map((m) => ({ m })),
      ...[0, 11, -1, 1e300, 1.5, '3', null].map((t) => ({ t })),
      ...[0, 2, 255, '1', null].map((p) => ({ p })),
      ...['argon2i', 'none', null].map((alg) => ({ alg })),
      ...['', 'AAAA', null, 'A'.repeat(100_000)].map((salt) => ({ salt })),
    ]
    for (const kdf of hostile)
      for (const at of [1, 2]) for (const end of await open(at, kdf)) expectSentence(end)
    expect(derived).toBe(0)
    for (const end of await open(1, {})) expect(end.code).toBe(0)
    expect(derived).toBe(1)
  })

  it('is refused when it has more slots than anyone needs, or JSON without bottom', async () => {
    const circle = makeCircle()
    const body = await bodyOf(circle)
    const many = JSON.stringify({ ...body, slots: Array.from({ length: 33 }, () => body.slots[0]) })
    const deep = `{"label":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    for (const text of [many, deep, deep.slice(0, 100_000)]) {
      const bytes = await writePack(circle, 'travel', { rows: [] }, { keys: { epoch: 7, body: text } })
      expectSentence(await read([place('many.circlet', bytes), '--words', circle.words]))
    }
    const { circle: other, open } = await openCircle()
    const nested = (depth: number): Json => (depth === 0 ? 1 : [nested(depth - 1)])
    const openDeep = (depth: number) => open([sealRow(other, { ...someRows()[0]!, d: nested(depth) })])
    expect((await openDeep(60)).code).toBe(0)
    for (const result of [await openDeep(64), await open(Array.from({ length: 4_000_001 }, () => 0))]) {
      expectSentence(result)
      expect(result.said).toMatch(/too entangled/)
    }
    expect((await open([])).code).toBe(0)
  })
})
