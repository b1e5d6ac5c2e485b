import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { expectSentence, keys, place, read, reader, remove } from './run'
import { bodyOf, keyFileOf, makeCircle, sealRow, someRows, writeKeyFile, writePack } from './writer'
import type { Circle } from './writer'

const rowsOf = (circle: Circle) => someRows().map((row) => ({ row, sealed: sealRow(circle, row) }))

async function travel(circle: Circle) {
  const rows = rowsOf(circle)
  const bytes = await writePack(circle, 'travel', { rows: rows.map(({ sealed }) => sealed) })
  const shown = { circle: circle.label, id: circle.circle, rows: rows.map(({ row }) => row), leftOut: 0 }
  return { path: place('a.circlet', bytes), shown }
}

function spawned(args: readonly string[], input = ''): Promise<{ code: number; text: string; said: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [fileURLToPath(reader), ...args], (error, text, said) =>
      done({ code: error ? Number(error.code) : 0, text, said: said.trimEnd() }),
    )
    child.stdin?.end(input)
  })
}

describe('a circle on its way', () => {
  it('opens with its words, as they are or as someone may type them', async () => {
    const circle = makeCircle()
    const { path, shown } = await travel(circle)
    for (const words of [circle.words, '  River\tLAMP\u00a0seven  \uff2f\uff21\uff2b ']) {
      expect((await read([path, '--words', words])).json).toEqual(shown)
    }
    const typed = await read([path, '--words', '-'], { firstLine: () => Promise.resolve(circle.words) })
    expect(typed.json).toEqual(shown)
  })

  it('opens with its code, as it is or as someone may type it', async () => {
    const { path, shown } = await travel(makeCircle())
    for (const code of [
      '0123456789ABCDEFGHJKMNPQRSTVWX',
      'oi234-56789-abcde-fghjk-mnpqr-stvwx',
      'Ol234 56789AB.CDEFGHJKMNPQRSTVWX',
    ]) {
      expect((await read([path, '--code', code])).json).toEqual(shown)
    }
  })

  it('says so kindly when something is missing or wrong', async () => {
    const circle = makeCircle()
    const { path } = await travel(circle)
    const words = ['--words', circle.words]
    const newer = place('newer.circlet', await writePack(circle, 'travel', { rows: [] }, { minReader: 2 }))
    const code = '0123456789ABCDEFGHJKMNPQRSTVW'
    const wrong = [
      [path],
      [path, '--words', 'river lamp seven elm'],
      [path, '--words', ' '],
      [path, '--words', 'x'.repeat(5000)],
      [path, '--code', `${code}Y`],
      [path, '--code', code],
      [path, '--code', `${code}U`],
      [path, ...words, '--code', `${code}X`],
      [path, path, ...words],
      [path, '--unknown'],
      [],
      [newer, ...words],
      [`${path}.none`, ...words],
      [fileURLToPath(new URL('.', reader)), ...words],
      [fileURLToPath(reader), ...words],
      [place('empty.circlet', Buffer.alloc(0)), ...words],
    ]
    for (const args of wrong) expectSentence(await read(args))
    expect((await read([newer, ...words])).said).toMatch(/newer/)
    expect((await read([path, ...words])).code).toBe(0)
  })

  it('is read by the command itself too, with the words from standard input and no stack ever', async () => {
    const circle = makeCircle()
    const { path, shown } = await travel(circle)
    const good = await spawned([path, '--words', '-'], `${circle.words}\r\nsecond line\n`)
    expect(good).toMatchObject({ code: 0, said: '' })
    expect(JSON.parse(good.text)).toEqual(shown)
    expectSentence(await spawned([path, '--words', 'no']))
    expectSentence(await spawned([]))
  })
})

describe('a key file', () => {
  it('opens snapshots and backups, by an open slot, by words or by code', async () => {
    const circle = makeCircle({ types: ['open'] })
    const closed = { ...circle, types: ['words', 'recovery', 'computer'] }
    const key = place('open.1.key', await writeKeyFile(circle))
    const shut = place('shut.1.key', await writeKeyFile(closed))
    for (const kind of ['snapshot', 'backup'] as const) {
      const rows = rowsOf(circle)
      const path = place(kind, await writePack(circle, kind, { rows: rows.map(({ sealed }) => sealed) }))
      const shown = { circle: circle.label, id: circle.circle, rows: rows.map(({ row }) => row), leftOut: 0 }
      expect((await read(['--key', key, path])).json).toEqual(shown)
      expect((await read(['--key', shut, path, '--words', circle.words])).json).toEqual(shown)
      expect((await read(['--key', shut, path, '--code', circle.code])).json).toEqual(shown)
      expectSentence(await read(['--key', shut, path]))
      expectSentence(await read(['--key', key, path, '--words', circle.words]))
      expectSentence(await read([path, '--words', circle.words]))
    }
    expectSentence(await read(['--key', key, (await travel(circle)).path]))
    expectSentence(await read([key, '--words', circle.words]))
  })

  it('leaves out what was forgotten, and refuses what belongs to another circle', async () => {
    const circle = makeCircle({ types: ['open'] })
    const [first, second] = rowsOf(circle)
    const path = place(
      'b.snapshot',
      await writePack(circle, 'snapshot', { rows: [first?.sealed, second?.sealed] as never }),
    )
    const without = (name: string) => ({
      ...circle,
      ring: Object.fromEntries(Object.entries(circle.ring).filter(([other]) => other !== name)),
    })
    const forgot = place('forgot.1.key', await writeKeyFile(without('kept:s1')))
    expect((await read(['--key', forgot, path])).json).toMatchObject({ rows: [first?.row], leftOut: 1 })
    expectSentence(await read(['--key', place('packless.1.key', await writeKeyFile(without('pack'))), path]))
    expectSentence(
      await read(['--key', place('other.1.key', await writeKeyFile(makeCircle({ types: ['open'] }))), path]),
    )
  })

  it('says what it holds, and never a key', async () => {
    const circle = makeCircle({ types: ['open', 'words', 'words', 'computer'] })
    const { text, json } = await read(['--key', place('said.2.key', await writeKeyFile(circle))])
    expect(json).toMatchObject({ circle: circle.label, id: circle.circle, epoch: 7, ways: 2, opened: true })
    expect(json).toMatchObject({ slots: { open: 1, words: 2, computer: 1 }, names: Object.keys(circle.ring) })
    for (const key of [circle.master, ...Object.values(circle.ring)]) {
      expect(text).not.toContain(key.toString('base64url'))
    }
    const closed = { ...circle, types: ['words'] }
    const shut = await read(['--key', place('shut.1.key', await writeKeyFile(closed))])
    expect(shut.json).toMatchObject({ opened: false, names: null, slots: { words: 1 } })
  })

  it('is read from the sound copy with the higher epoch, whichever of the two is named', async () => {
    const circle = makeCircle({ types: ['open'] })
    const [older, newer] = [await writeKeyFile(circle), await writeKeyFile({ ...circle, epoch: 8 })]
    const torn = Buffer.concat([newer.subarray(0, 900), older.subarray(900)])
    const cases = [
      [newer, older, 8],
      [older, newer, 8],
      [torn, older, 7],
      [older, torn, 7],
      [null, newer, 8],
      [newer, null, 8],
      [torn, torn, null],
      [torn, null, null],
      [null, null, null],
    ] as const
    for (const [first, second, epoch] of cases) {
      for (const [name, bytes] of [
        ['two.1.key', first],
        ['two.2.key', second],
      ] as const) {
        remove(name)
        if (bytes) place(name, bytes)
      }
      for (const copy of ['1', '2']) {
        const result = await read(['--key', place('x', newer).replace(/x$/, `two.${copy}.key`)])
        if (epoch === null) expectSentence(result)
        else expect(result.json).toMatchObject({ epoch, opened: true })
      }
    }
  })

  it('binds its name, database, ways and epoch to the ring', async () => {
    const circle = makeCircle({ types: ['open'] })
    const body = await bodyOf(circle)
    const open = (over: object, epoch = 7) =>
      read(['--key', place('bound.1.key', keyFileOf(epoch, JSON.stringify({ ...body, ...over })))])
    expect((await open({})).code).toBe(0)
    for (const over of [
      { label: 'x' },
      { database: 'circlet-x' },
      { ways: 3 },
      { circle: makeCircle().circle },
    ]) {
      expectSentence(await open(over))
    }
    expectSentence(await open({}, 8))
  })
})

describe('what people type', () => {
  it('is brought into the form that is hashed', () => {
    expect(keys.plainWords(' \uff32iver\n\n LAMP\u3000Oak ')).toBe('river lamp oak')
    expect(keys.plainCode('o1il-ab c.')).toBe('0111ABC')
  })

  it('is hashed by Argon2id 1.3, as the reference implementation has it', async () => {
    const kdf = { m: 65_536, t: 2, p: 1, salt: Buffer.from('somesalt') }
    const hash = Buffer.from(await keys.argon2id('password', kdf)).toString('hex')
    expect(hash).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
  })
})
