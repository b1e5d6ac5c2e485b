import { describe, expect, it } from 'vitest'
import type { KeyFile } from '../../../electron/vault/key-file'
import { openRing, sealRing, wordsSlot, type Ring } from '../../../electron/vault/ring'
import type { CircleId } from '../../../shared/basics/ids'
import {
  fileOf,
  filesIn,
  fourWords,
  keysBy,
  newFolder,
  openedBy,
  otherCode,
  otherWords,
  protectedCircle,
  quickDerive,
  run,
  stateOf,
  theCode,
  typesIn,
} from './support'

/** A computer to which a key file was brought, and what its words opened. */
async function brought(file: KeyFile, folder = newFolder(), words = fourWords) {
  const there = run(folder)
  const opened = await there.vaults.openFile(file, 'words', words)
  return { ...there, opened }
}

/** A circle of somebody else, who gives it the id of another. */
async function forged(circle: CircleId, ways: number): Promise<KeyFile> {
  const theirs = await protectedCircle()
  const file = fileOf(theirs.folder, theirs.id)
  const { master, ring } = (await openedBy(file, fourWords))!
  const { slot, opener } = await wordsSlot(circle, master, otherWords, quickDerive().derive)
  const openers = { [slot.id]: opener.toString('base64url') }
  const body = { ...file.body, circle, ways, slots: [slot] }
  return { epoch: file.epoch, body: sealRing(file.epoch, body, master, { ...ring, openers }) }
}

describe('a circle on its way', () => {
  it('takes along what was kept and nothing of a session, for words and code alone', async () => {
    const { id, vaults, folder } = await protectedCircle({ computer: true })
    const home = fileOf(folder, id)
    const file = vaults.travelling(id)
    expect(typesIn(file)).toEqual(['words', 'recovery'])
    const ring = (await openedBy(file, fourWords))?.ring
    expect(Object.keys(ring?.keys ?? {}).sort()).toEqual(['circle:1', 'kept:two', 'pack'])
    expect(Object.keys(ring?.openers ?? {}).sort()).toEqual(file.body.slots.map(({ id }) => id).sort())
    expect([file.epoch, file.body.ways, file.body.label]).toEqual([
      home.epoch,
      home.body.ways,
      home.body.label,
    ])
  })

  it('has a master key that no computer has, each time another', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const files = [fileOf(folder, id), vaults.travelling(id), vaults.travelling(id)]
    const opened = await Promise.all(files.map((file) => openedBy(file, fourWords)))
    expect(new Set(opened.map((found) => found?.master.toString('hex'))).size).toBe(3)
    for (const [at, file] of files.entries())
      for (const [other, found] of opened.entries())
        expect(openRing(file, found!.master) !== null).toBe(at === other)
  })

  it('is taken in under keys of the new computer, and opens there as at home', async () => {
    const { id, vaults } = await protectedCircle()
    const keys = await keysBy(vaults, id, '', 'open')
    const file = vaults.travelling(id)
    const there = await brought(file)
    if ('wait' in there.opened) throw new Error('wrong')
    expect(Object.keys(there.opened.keys).sort()).toEqual(['circle:1', 'kept:two', 'pack'])
    expect(there.opened.packKey).toEqual(vaults.packKey(id))
    expect(filesIn(there.folder).size).toBe(0)
    there.vaults.adopt()
    const facts = there.vaults.list().vaults[0]
    expect(facts).toMatchObject({ id, label: 'Thursday', state: 'open', ways: ['words', 'recovery'] })
    expect(facts?.database).not.toBe(vaults.list().vaults[0]?.database)
    const again = run(there.folder).vaults
    const rest = Object.fromEntries(Object.entries(keys ?? {}).filter(([name]) => name !== 'session:one'))
    expect(await keysBy(again, id, theCode, 'recovery')).toEqual(rest)
    // The file that travelled opens nothing there: its master key stayed with it.
    const opened = await openedBy(file, fourWords)
    expect(openRing(fileOf(there.folder, id), opened!.master)).toBeNull()
    expect(() => there.vaults.adopt()).toThrow('nothing')
    await again.protect({ id, words: otherWords, computer: false })
    expect(await keysBy(run(there.folder).vaults, id, otherWords)).toEqual(rest)
  })

  it('brings newer words home; older ones change nothing', async () => {
    const { id, vaults, folder, ...home } = await protectedCircle({ computer: true })
    const old = vaults.travelling(id)
    const there = await brought(old)
    there.vaults.adopt()
    await there.vaults.protect({ id, words: otherWords, code: otherCode, computer: false })
    await there.vaults.change({ id, add: ['kept:there'], destroy: [] })
    const newer = there.vaults.travelling(id)
    const keys = await keysBy(vaults, id, '', 'open')

    const opened = await vaults.openFile(newer, 'words', otherWords)
    expect('wait' in opened).toBe(false)
    vaults.adopt()
    expect(typesIn(fileOf(folder, id))).toEqual(['words', 'recovery'])
    const next = () => run(folder, home).vaults
    expect(next().list().vaults[0]?.state).toBe('locked')
    expect(await keysBy(next(), id, fourWords)).toBeNull()
    expect(await keysBy(next(), id, theCode, 'recovery')).toBeNull()
    // The keys are those of here: what came along is written anew by the page.
    expect(await keysBy(next(), id, otherWords)).toEqual(keys)
    expect(await keysBy(next(), id, otherCode, 'recovery')).toEqual(keys)
    await vaults.protect({ id, computer: true })
    expect(await keysBy(next(), id, otherWords)).toEqual(keys)

    const before = stateOf(folder)
    expect('wait' in (await vaults.openFile(old, 'words', fourWords))).toBe(false)
    vaults.adopt()
    expect(stateOf(folder)).toBe(before)
  })

  it('is refused where the circle here is locked', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const file = vaults.travelling(id)
    const before = stateOf(folder)
    const there = await brought(file, folder)
    expect(() => there.vaults.adopt()).toThrow('locked')
    expect(stateOf(folder)).toBe(before)
  })

  it('is gone when somebody locks', async () => {
    const { id, vaults } = await protectedCircle()
    const there = await brought(vaults.travelling(id))
    there.vaults.lock()
    expect(() => there.vaults.adopt()).toThrow('nothing')
    const opening = there.vaults.openFile(vaults.travelling(id), 'words', fourWords)
    there.vaults.lock()
    await expect(opening).rejects.toThrow('locked')
    expect(() => there.vaults.adopt()).toThrow('nothing')
  })
})

describe('a file that somebody made up', () => {
  it('does not give its words to a circle that is another’s under the same id', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const before = stateOf(folder)
    for (const ways of [0, 1_000_000]) {
      const opened = await vaults.openFile(await forged(id, ways), 'words', otherWords)
      expect('wait' in opened).toBe(false)
      expect(() => vaults.adopt()).toThrow('another')
    }
    expect(stateOf(folder)).toBe(before)
    expect(await keysBy(run(folder).vaults, id, otherWords)).toBeNull()
  })

  it('does not shut anybody out by openers that open nothing', async () => {
    const { id, vaults } = await protectedCircle()
    const file = vaults.travelling(id)
    const { master, ring } = (await openedBy(file, fourWords))!
    const wrong = Object.fromEntries(Object.keys(ring.openers).map((slot) => [slot, 'A'.repeat(43)]))
    for (const listed of [wrong, {}]) {
      const body = sealRing(file.epoch, { ...file.body, ways: 99 }, master, { ...ring, openers: listed })
      const there = await brought({ epoch: file.epoch, body })
      expect(() => there.vaults.adopt()).toThrow('no opener')
      expect(filesIn(there.folder).size).toBe(0)
    }
  })

  it('whose counts are at their end is not taken in as something that nobody can change', async () => {
    const { id, vaults } = await protectedCircle()
    const file = vaults.travelling(id)
    const { master, ring } = (await openedBy(file, fourWords))!
    const body = sealRing(1e12, file.body, master, ring)
    const there = await brought({ epoch: 1e12, body })
    there.vaults.adopt()
    expect(fileOf(there.folder, id).epoch).toBe(1)
    await there.vaults.change({ id, add: ['session:x'], destroy: [] })
    expect(await keysBy(run(there.folder).vaults, id, fourWords)).not.toBeNull()
  })

  it('with a ring that is none does not open', async () => {
    const { id, vaults } = await protectedCircle()
    const file = vaults.travelling(id)
    const { master, ring } = (await openedBy(file, fourWords))!
    const rings: readonly unknown[] = [
      null,
      [],
      'x',
      {},
      { keys: ring.keys },
      { ...ring, more: 1 },
      { ...ring, keys: { ...ring.keys, pack: 'AAAA' } },
      { ...ring, keys: { ...ring.keys, pack: `${ring.keys['pack']}=` } },
      { ...ring, keys: { ...ring.keys, 'Pack of mine': ring.keys['pack'] } },
      { ...ring, keys: [] },
    ]
    for (const other of rings) {
      const body = sealRing(file.epoch, file.body, master, other as typeof ring)
      expect((await brought({ epoch: file.epoch, body })).opened).toEqual({ wait: 0 })
    }
    const hidden = JSON.parse(`{"__proto__":{"pack":"${ring.keys['pack']}"}}`) as Ring['keys']
    for (const keys of [{ 'circle:1': ring.keys['circle:1']! }, hidden]) {
      const noPack = sealRing(file.epoch, file.body, master, { ...ring, keys })
      await expect(brought({ epoch: file.epoch, body: noPack })).rejects.toThrow('no pack key')
    }
  })
})
