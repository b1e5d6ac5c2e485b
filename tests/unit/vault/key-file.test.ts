import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatKeyFile, parseKeyBody, parseKeyFile, type KeyBody } from '../../../electron/vault/key-file'
import { keysOf } from '../../../electron/vault/ring'
import {
  copiesOf,
  fileOf,
  filesIn,
  fourWords,
  keysBy,
  newFolder,
  openedBy,
  protectedCircle,
  run,
  textOf,
} from './support'

describe('one bit that is not as it was', () => {
  it('in the one copy that is left is seen, wherever it is, or opens to the same keys', async () => {
    const { id, folder, vaults } = await protectedCircle({ computer: true })
    const keys = await keysBy(vaults, id, '', 'open')
    const bytes = readFileSync(copiesOf(folder, id)[0])
    const found = { seen: 0, harmless: 0 }
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      const file = parseKeyFile(bytes)
      if (typeof file === 'string') found.seen++
      else {
        const opened = await openedBy(file, fourWords)
        expect(opened && textOf(keysOf(opened.ring))).toEqual(keys)
        found.harmless++
      }
      bytes[bit >> 3]! ^= 1 << (bit & 7)
    }
    expect(found.seen + found.harmless).toBe(4096 * 8)
    expect(found.harmless).toBe(0)
    expect(typeof parseKeyFile(bytes)).toBe('object')
  })

  it('leaves the circle closed and the file as it is, on a real start', async () => {
    const { id, folder } = await protectedCircle()
    const good = readFileSync(copiesOf(folder, id)[0])
    for (let bit = 0; bit < good.length * 8; bit += 211) {
      const bytes = Buffer.from(good)
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      const next = run(newFolder(new Map([[`${id}.1.key`, bytes]])))
      expect(['damaged', 'newer']).toContain(next.vaults.list().vaults[0]?.state)
      expect(await keysBy(next.vaults, id, fourWords)).toBeNull()
      expect([...filesIn(next.folder).values()].map((file) => file.equals(bytes))).toEqual([true])
    }
    const control = run(newFolder(new Map([[`${id}.1.key`, good]])))
    expect(await keysBy(control.vaults, id, fourWords)).not.toBeNull()
  })

  it('in what is sealed, under a sum that fits, does not open', async () => {
    const { id, folder } = await protectedCircle()
    const file = fileOf(folder, id)
    const flipped = (text: string) => {
      const bytes = Buffer.from(text, 'base64url')
      bytes[0]! ^= 1
      return bytes.toString('base64url')
    }
    const { body } = file
    const [words, ...rest] = body.slots
    if (words?.type !== 'words') throw new Error(words?.type)
    const others: readonly KeyBody[] = [
      { ...body, circle: flipped(body.circle) },
      { ...body, label: `${body.label}|` },
      { ...body, database: 'circlet-other' },
      { ...body, ways: body.ways + 1 },
      { ...body, ring: { ...body.ring, n: flipped(body.ring.n) } },
      { ...body, ring: { ...body.ring, c: flipped(body.ring.c) } },
      { ...body, slots: [{ ...words, n: flipped(words.n) }, ...rest] },
      { ...body, slots: [{ ...words, c: flipped(words.c) }, ...rest] },
      { ...body, slots: [{ ...words, id: flipped(words.id) }, ...rest] },
      { ...body, slots: [{ ...words, kdf: { ...words.kdf, salt: flipped(words.kdf.salt) } }, ...rest] },
      { ...body, slots: [{ ...words, kdf: { ...words.kdf, t: 4 } }, ...rest] },
    ]
    for (const other of others) expect(await openedBy({ ...file, body: other }, fourWords)).toBeNull()
    expect(await openedBy({ ...file, epoch: file.epoch + 1 }, fourWords)).toBeNull()
    expect(await openedBy(file, fourWords)).not.toBeNull()
  })
})

describe('a key file', () => {
  const bodyWith = async (change: (body: KeyBody) => unknown) => {
    const { id, folder } = await protectedCircle({ computer: true })
    const { body } = fileOf(folder, id)
    return parseKeyBody(JSON.stringify(change(body)))
  }
  const slotWith =
    (type: string, change: Record<string, unknown>) =>
    (body: KeyBody): unknown => ({
      ...body,
      slots: body.slots.map((slot) => (slot.type === type ? { ...slot, ...change } : slot)),
    })
  const kdf = { alg: 'argon2id', m: 65536, t: 3, p: 1, salt: 'A'.repeat(22) }
  const salt = 'A'.repeat(22)

  it.each<[string, (body: KeyBody) => unknown, boolean]>([
    ['as it is', (body) => body, true],
    ['another salt of the right length', slotWith('words', { kdf }), true],
    ['a salt that is too short', slotWith('words', { kdf: { ...kdf, salt: 'AAAA' } }), false],
    ['a salt with stray bits', slotWith('words', { kdf: { ...kdf, salt: `${'A'.repeat(21)}B` } }), false],
    ['too much memory', slotWith('words', { kdf: { ...kdf, m: 262145 } }), false],
    ['too little memory', slotWith('words', { kdf: { ...kdf, m: 8 } }), false],
    ['too many passes', slotWith('words', { kdf: { ...kdf, t: 11 } }), false],
    ['another function', slotWith('words', { kdf: { ...kdf, alg: 'scrypt' } }), false],
    ['something more in the function', slotWith('words', { kdf: { ...kdf, keyid: 1 } }), false],
    ['a padded salt', slotWith('recovery', { salt: `${salt}==` }), false],
    ['a salt with a gap', slotWith('recovery', { salt: ` ${salt}` }), false],
    ['a nonce that is too long', slotWith('recovery', { n: 'A'.repeat(22) }), false],
    ['a master key that is too short', slotWith('words', { c: 'A'.repeat(22) }), false],
    ['a slot of an unknown type', slotWith('words', { type: 'finger' }), false],
    ['a slot with something more', slotWith('words', { more: 1 }), false],
    ['an id with signs of its own', slotWith('words', { id: 'a|b' }), false],
    ['a sealed key that is none', slotWith('computer', { c: 'AQIDB' }), false],
    [
      'eight slots',
      ({ slots, ...body }) => ({ ...body, slots: Array.from({ length: 8 }, () => slots[0]) }),
      true,
    ],
    [
      'nine slots',
      ({ slots, ...body }) => ({ ...body, slots: Array.from({ length: 9 }, () => slots[0]) }),
      false,
    ],
    ['a circle with another writing', (body) => ({ ...body, circle: `${'A'.repeat(21)}B` }), false],
    ['a name that is no text', (body) => ({ ...body, label: '\ud800' }), false],
    ['a name that is too long', (body) => ({ ...body, label: 'x'.repeat(401) }), false],
    ['a database that is elsewhere', (body) => ({ ...body, database: 'circlet-../x' }), false],
    ['ways below nothing', (body) => ({ ...body, ways: -1 }), false],
    ['ways beyond counting', (body) => ({ ...body, ways: 2 ** 53 }), false],
    ['something more', (body) => ({ ...body, more: 1 }), false],
    ['no ring', ({ ring: _ring, ...body }) => (_ring ? body : null), false],
  ])('%s', async (_name, change, sound) => {
    expect((await bodyWith(change)) !== null).toBe(sound)
  })

  it('is at most a mebibyte', async () => {
    const { id, folder } = await protectedCircle()
    const good = formatKeyFile(fileOf(folder, id))
    const whole = Buffer.alloc(1024 * 1024, 0x20)
    good.copy(whole)
    expect(typeof parseKeyFile(whole)).toBe('object')
    expect(parseKeyFile(Buffer.concat([whole, Buffer.from(' ')]))).toBe('damaged')
  })

  it('that is too large is not even read', async () => {
    const { id, folder } = await protectedCircle()
    const files = new Map([...filesIn(folder)].filter(([name]) => name.endsWith('.2.key')))
    const next = newFolder(files)
    writeFileSync(copiesOf(next, id)[0], Buffer.alloc(8 * 1024 * 1024, 0x20))
    expect(await keysBy(run(next).vaults, id, fourWords)).not.toBeNull()
    expect(readFileSync(copiesOf(next, id)[0])).toHaveLength(4096)
  })

  it('is UTF-8 without errors', async () => {
    const { id, folder } = await protectedCircle()
    const file = fileOf(folder, id)
    const bytes = formatKeyFile({ ...file, body: { ...file.body, label: 'Zoë' } })
    expect(typeof parseKeyFile(bytes)).toBe('object')
    bytes[bytes.indexOf('ë')] = 0xff
    expect(parseKeyFile(bytes)).toBe('damaged')
    expect(parseKeyFile(Buffer.concat([Buffer.from('\ufeff'), formatKeyFile(file)]))).toBe('damaged')
  })
})
