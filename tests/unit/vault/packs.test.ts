import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  destroyFile,
  ensureFolder,
  forceFolder,
  namesIn,
  readLimited,
  sweepParts,
  writeWhole,
} from '../../../electron/vault/files'
import {
  addPack,
  dropPacks,
  largestPack,
  makePack,
  openLying,
  openPack,
  packsOf,
  readPackHeader,
  type LyingPack,
} from '../../../electron/vault/packs'
import { filesIn, logged, newFolder, protectedCircle } from './support'

const circle = Buffer.alloc(16, 7).toString('base64url')
const packKey = Buffer.alloc(32, 9)
const rowsOf = (text: string) => Buffer.from(JSON.stringify({ rows: [text] }))
const wish = (text: string) => ({ circle, packKey, rows: rowsOf(text) })
const made = (kind: LyingPack['kind'], text: string): Buffer => {
  const pack = makePack({ ...wish(text), kind })
  if (typeof pack === 'string') throw new Error(pack)
  return pack
}
const textOf = (pack: LyingPack) => openLying(pack, packKey).toString('utf8')

/** Gives every pack its own time, in the order of its writing: a test is faster than the clock of the disk. */
function addTimed(folder: string, kind: LyingPack['kind'], text: string, at: number): void {
  const before = new Set(namesIn(folder))
  addPack(folder, kind, wish(text))
  for (const name of namesIn(folder)) if (!before.has(name)) utimesSync(join(folder, name), at, at)
}

describe('a pack', () => {
  it('opens to what was sealed, with its key alone', () => {
    const pack = made('backup', 'said')
    const header = readPackHeader(pack)
    if (typeof header === 'string') throw new Error(header)
    expect(header).toMatchObject({ kind: 'backup', circle, keys: null })
    expect(openPack(pack, header, packKey)?.equals(rowsOf('said'))).toBe(true)
    for (const other of [Buffer.alloc(32, 8), Buffer.alloc(0), Buffer.alloc(31)])
      expect(openPack(pack, header, other)).toBeNull()
    expect(pack.toString('latin1')).not.toContain('said')
  })

  it('does not open when any bit of it is another', () => {
    const pack = made('snapshot', 'said')
    for (let bit = 0; bit < pack.length * 8; bit++) {
      pack[bit >> 3]! ^= 1 << (bit & 7)
      const header = readPackHeader(pack)
      if (typeof header !== 'string') expect(openPack(pack, header, packKey)).toBeNull()
      pack[bit >> 3]! ^= 1 << (bit & 7)
    }
    const header = readPackHeader(pack)
    expect(typeof header !== 'string' && openPack(pack, header, packKey) !== null).toBe(true)
  })

  it('does not open when it is cut off anywhere', () => {
    const pack = made('snapshot', 'said')
    for (let size = 0; size < pack.length; size++) {
      const part = pack.subarray(0, size)
      const header = readPackHeader(part)
      if (typeof header !== 'string') expect(openPack(part, header, packKey)).toBeNull()
    }
  })

  it('that nobody could read again is not made', async () => {
    const { vaults, id } = await protectedCircle()
    const keys = vaults.travelling(id)
    const large = { ...keys, body: { ...keys.body, label: 'x'.repeat(262_144) } }
    const rest = { circle: id, packKey, rows: rowsOf('said') }
    expect(makePack({ ...rest, kind: 'travel', keys: large })).toBe('too-large')
    const fits = { ...rest, kind: 'backup', rows: Buffer.alloc(largestPack - 1024) } as const
    expect(typeof makePack(fits)).toBe('object')
    expect(makePack({ ...fits, rows: Buffer.alloc(largestPack) })).toBe('too-large')
    const folder = newFolder()
    expect(addPack(folder, 'backup', { ...wish(''), rows: Buffer.alloc(largestPack) })).toBe('too-large')
    expect(filesIn(folder).size).toBe(0)
  })

  const header = { kind: 'snapshot', v: 1, minReader: 1, circle, salt: 'A'.repeat(22) }
  const framed = (content: unknown, length?: number): Buffer => {
    const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
    const size = Buffer.alloc(4)
    size.writeUInt32BE(length ?? bytes.length)
    return Buffer.concat([Buffer.from('CIRCLET1'), size, bytes, Buffer.alloc(28)])
  }
  it.each<[string, unknown, string]>([
    ['as it is', header, 'object'],
    ['a newer version that this one can read', { ...header, v: 2 }, 'object'],
    ['a newer one', { ...header, minReader: 2, more: 1 }, 'newer'],
    ['a version that is none', { ...header, minReader: '2' }, 'damaged'],
    ['no version', { ...header, v: 0 }, 'damaged'],
    ['another kind', { ...header, kind: 'zip' }, 'damaged'],
    ['a salt that is too short', { ...header, salt: 'AAAA' }, 'damaged'],
    ['a salt with stray bits', { ...header, salt: `${'A'.repeat(21)}B` }, 'damaged'],
    ['a circle that is none', { ...header, circle: '../../../../etc/passwd' }, 'damaged'],
    ['something more', { ...header, more: 1 }, 'damaged'],
    ['keys where none belong', { ...header, keys: { epoch: 1, body: '{}' } }, 'damaged'],
    ['no keys where they belong', { ...header, kind: 'travel' }, 'damaged'],
    ['keys that are none', { ...header, kind: 'travel', keys: { epoch: 1, body: '{}' } }, 'damaged'],
    ['no JSON', '{', 'damaged'],
    ['nothing', 'null', 'damaged'],
    ['much depth', '['.repeat(130_000) + ']'.repeat(130_000), 'damaged'],
  ])('has a header: %s', (_name, content, expected) => {
    const found = readPackHeader(framed(content))
    expect(typeof found === 'string' ? found : 'object').toBe(expected)
  })

  it('has a header of the length it says', () => {
    const length = JSON.stringify(header).length
    for (const other of [0, length - 1, length + 1, length + 29, 262_144, 262_145, 0x7fffffff, 0xffffffff])
      expect(readPackHeader(framed(header, other))).toBe('damaged')
    expect(typeof readPackHeader(framed(header, length))).toBe('object')
    const filled = (size: number) => readPackHeader(framed(JSON.stringify(header).padEnd(size)))
    expect(typeof filled(262_144)).toBe('object')
    expect(filled(262_145)).toBe('damaged')
  })

  it('on its way carries no key that opens by itself, and its own circle’s only', async () => {
    const { vaults, id } = await protectedCircle()
    const keys = vaults.travelling(id)
    const rest = { kind: 'travel', circle: id, packKey, rows: rowsOf('said') } as const
    const open = { id: 'a', type: 'open', key: 'A'.repeat(43) } as const
    const computer = { id: 'a', type: 'computer', c: 'AAAA' } as const
    for (const slot of [open, computer]) {
      const other = { ...keys, body: { ...keys.body, slots: [...keys.body.slots, slot] } }
      expect(readPackHeader(makePack({ ...rest, keys: other }) as Buffer)).toBe('damaged')
    }
    expect(readPackHeader(makePack({ ...rest, circle, keys }) as Buffer)).toBe('damaged')
    expect(typeof readPackHeader(makePack({ ...rest, keys }) as Buffer)).toBe('object')
  })
})

describe('the packs of a circle', () => {
  it('are three snapshots and ten backups, the newest of each', () => {
    const folder = newFolder()
    for (let time = 1; time <= 14; time++) {
      addTimed(folder, 'snapshot', `s${time}`, time * 2)
      addTimed(folder, 'backup', `b${time}`, time * 2 + 1)
    }
    const packs = packsOf(folder, circle)
    expect(packs.map(textOf).map((text) => /[sb]\d+/.exec(text)?.[0])).toEqual([
      ...['b14', 's14', 'b13', 's13', 'b12', 's12', 'b11', 'b10', 'b9', 'b8', 'b7', 'b6', 'b5'],
    ])
    expect(packs[0]?.at).toBe(29_000)
    expect(filesIn(folder).size).toBe(13)
  })

  it('never lose the one that was just written, whatever the clock says', () => {
    const folder = newFolder()
    for (let time = 1; time <= 3; time++) addTimed(folder, 'snapshot', `s${time}`, 4_000_000_000 + time)
    addPack(folder, 'snapshot', wish('now'))
    expect(packsOf(folder, circle).map(textOf).join()).toContain('now')
    expect(packsOf(folder, circle)).toHaveLength(3)
  })

  it('are those of this circle, by their names', () => {
    const folder = newFolder()
    addPack(folder, 'backup', wish('mine'))
    addPack(folder, 'backup', { ...wish('other'), circle: 'A'.repeat(22) })
    for (const name of [
      `${circle}.1.key`,
      `${circle}.x.zip`,
      `${circle}.x.backup.part`,
      `${circle}.backup`,
      'x',
    ])
      writeFileSync(join(folder, name), 'x')
    expect(packsOf(folder, circle)).toHaveLength(1)
    expect(dropPacks(folder, circle, ['snapshot'])).toBe(0)
    expect(dropPacks(folder, circle, ['snapshot', 'backup'])).toBe(1)
    expect(packsOf(folder, 'A'.repeat(22))).toHaveLength(1)
    expect(namesIn(folder)).toHaveLength(6)
  })

  it('open only as what their names say', () => {
    const folder = newFolder()
    const pack = (name: string, bytes: Buffer): LyingPack => {
      writeFileSync(join(folder, name), bytes)
      return { path: join(folder, name), circle, kind: 'backup', at: 0 }
    }
    expect(typeof openLying(pack('good', made('backup', 'x')), packKey)).toBe('object')
    expect(openLying(pack('kind', made('snapshot', 'x')), packKey)).toBe('damaged')
    expect(openLying({ ...pack('id', made('backup', 'x')), circle: 'A'.repeat(22) }, packKey)).toBe('damaged')
    expect(openLying(pack('half', made('backup', 'x').subarray(0, -1)), packKey)).toBe('damaged')
    expect(openLying(pack('large', Buffer.alloc(largestPack + 1)), packKey)).toBe('too-large')
    expect(openLying(pack('good', made('backup', 'x')), Buffer.alloc(32))).toBe('damaged')
  })
})

describe('a file', () => {
  it('is written as a whole, in place of the one before, and leaves nothing beside it', () => {
    const folder = newFolder()
    const path = join(folder, 'x'.repeat(250))
    writeWhole(path, Buffer.from('one'))
    writeWhole(path, Buffer.from('two'))
    expect(filesIn(folder)).toEqual(new Map([['x'.repeat(250), Buffer.from('two')]]))
    expect(() => writeWhole(join(folder, 'none', 'x'), Buffer.from('x'))).toThrow()
    expect(() => writeWhole(folder, Buffer.from('x'))).toThrow()
    expect(filesIn(folder).size).toBe(1)
    expect(namesIn(join(folder, '..')).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is read up to a size, and only when it is one', () => {
    const folder = newFolder()
    const path = join(folder, 'x')
    writeFileSync(path, randomBytes(1000))
    expect(readLimited(path, 999)).toBe('too-large')
    const read = readLimited(path, 1000)
    expect(typeof read === 'object' && read.bytes.equals(readFileSync(path))).toBe(true)
    expect(() => readLimited(folder, 1000)).toThrow()
    expect(() => readLimited('/dev/null', 1000)).toThrow('no file')
    expect(() => readLimited(join(folder, 'none'), 1000)).toThrow()
  })

  it('is destroyed for good, and a link without what it leads to', () => {
    const folder = newFolder()
    const [path, link] = [join(folder, 'x'), join(folder, 'link')]
    writeFileSync(path, randomBytes(3_000_000))
    symlinkSync(path, link)
    destroyFile(link)
    expect(existsSync(path)).toBe(true)
    destroyFile(path)
    destroyFile(path)
    expect(filesIn(folder).size).toBe(0)
  })

  it('that is left over half written goes at the next start, and nothing else', () => {
    const folder = newFolder()
    for (const name of ['circlet-a.part', 'x.backup.part', 'x.key']) writeFileSync(join(folder, name), 'x')
    sweepParts(folder)
    expect(namesIn(folder)).toEqual(['x.key'])
    ensureFolder(join(folder, 'y.part'))
    sweepParts(folder)
    sweepParts(join(folder, 'none'))
    expect(namesIn(folder)).toEqual(['x.key', 'y.part'])
    expect(logged).toHaveLength(1)
    expect(logged.join()).not.toContain(folder)
  })

  it('may lie in a folder that cannot be forced to disk', () => {
    expect(() => forceFolder(newFolder())).not.toThrow()
    expect(() => forceFolder(join(newFolder(), 'none'))).toThrow()
  })
})
