import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRing } from '../../../electron/vault/ring'
import { createVaults } from '../../../electron/vault/vaults'
import type { CircleId } from '../../../shared/basics/ids'
import {
  copiesOf,
  fileOf,
  filesIn,
  fourWords,
  keysBy,
  memoryStore,
  newFolder,
  openedBy,
  otherCode,
  otherWords,
  protectedCircle,
  quickDerive,
  run,
  stateOf,
  textOf,
  theCode,
  typesIn,
} from './support'

describe('a new circle', () => {
  it('opens by itself, with keys of its own, on every start until it is protected', () => {
    const { vaults, folder } = run(newFolder())
    const made = vaults.make('Thursday')
    expect(made).toMatchObject({ label: 'Thursday', state: 'open', ways: ['open'] })
    expect(made.id).toMatch(/^[\w-]{22}$/)
    expect(made.database).toMatch(/^circlet-[\w-]{22}$/)
    expect([...filesIn(folder).values()].map(({ length }) => length)).toEqual([4096, 4096])
    expect(run(folder).vaults.list()).toEqual({ vaults: [made], keyStore: true })
    vaults.lock()
    expect(vaults.list().vaults[0]?.state).toBe('open')
  })

  it('shares nothing with another', async () => {
    const { vaults } = run(newFolder())
    const [one, other] = [vaults.make('One'), vaults.make('Other')]
    const all = [one.id, other.id, one.database, other.database]
    const keys = await Promise.all([one, other].map(({ id }) => keysBy(vaults, id, '', 'open')))
    const values = keys.flatMap((found) => Object.values(found ?? {}))
    expect(keys.map((found) => Object.keys(found ?? {}))).toEqual([
      ['circle:1', 'pack'],
      ['circle:1', 'pack'],
    ])
    expect(new Set([...all, ...values]).size).toBe(8)
  })
})

describe('a protected circle', () => {
  it('opens on a new start by its words and by its code, and by nothing else', async () => {
    const { id, folder, vaults } = await protectedCircle()
    const keys = await keysBy(vaults, id, '', 'open')
    expect(Object.keys(keys ?? {}).sort()).toEqual(['circle:1', 'kept:two', 'pack', 'session:one'])
    const next = () => run(folder).vaults
    expect(next().list().vaults).toMatchObject([{ id, state: 'locked', ways: ['words', 'recovery'] }])
    expect(await keysBy(next(), id, '  RIVER lamp\tseven oak ')).toEqual(keys)
    expect(await keysBy(next(), id, theCode.toLowerCase(), 'recovery')).toEqual(keys)
    expect(await keysBy(next(), id, theCode)).toBeNull()
    expect(await keysBy(next(), id, fourWords, 'recovery')).toBeNull()
    expect(await next().open({ id, way: 'open', secret: '' })).toEqual({ is: 'cannot' })
    expect(await next().open({ id, way: 'computer', secret: '' })).toEqual({ is: 'cannot' })
    expect(await next().open({ id: 'A'.repeat(22) as CircleId, way: 'words', secret: fourWords })).toEqual({
      is: 'cannot',
    })
  })

  it('holds neither its words, its code nor a key in clear', async () => {
    const { id, folder, vaults } = await protectedCircle()
    const keys = await keysBy(vaults, id, '', 'open')
    const text = Buffer.concat([...filesIn(folder).values()]).toString('latin1')
    expect(text).toContain('Thursday')
    const raw = Object.values(keys ?? {}).map((key) => Buffer.from(key, 'base64url').toString('latin1'))
    for (const secret of [fourWords, 'lamp', theCode, ...Object.values(keys ?? {}), ...raw])
      expect(text).not.toContain(secret)
  })

  it('opens by the key store of its computer, until somebody locks; then when it is asked', async () => {
    const { id, folder, keyStore } = await protectedCircle({ computer: true })
    const { vaults } = run(folder, { keyStore })
    expect(vaults.list().vaults[0]).toMatchObject({ state: 'open', ways: ['words', 'recovery', 'computer'] })
    vaults.lock()
    expect(vaults.list().vaults[0]?.state).toBe('locked')
    expect(await keysBy(vaults, id, '', 'computer')).not.toBeNull()
    const elsewhere = run(folder).vaults
    expect(elsewhere.list().vaults[0]?.state).toBe('locked')
    expect(await elsewhere.open({ id, way: 'computer', secret: '' })).toEqual({ is: 'wrong', wait: 0 })
    const without = run(folder, { keyStore: { ...keyStore, isReal: () => false } }).vaults
    expect(without.list().keyStore).toBe(false)
  })

  it('may be one of its computer alone', async () => {
    const { vaults, folder, keyStore } = run(newFolder())
    const { id } = vaults.make('Thursday')
    await vaults.protect({ id, computer: true })
    expect(typesIn(fileOf(folder, id))).toEqual(['computer'])
    expect(run(folder, { keyStore }).vaults.list().vaults[0]?.state).toBe('open')
    expect(run(folder).vaults.list().vaults[0]?.state).toBe('locked')
    expect(vaults.canTravel(id)).toBe(false)
    expect(() => vaults.travelling(id)).toThrow('no words')
  })

  it('is closed by locking, with its keys', async () => {
    const { id, vaults } = await protectedCircle()
    vaults.lock()
    expect(vaults.list().vaults[0]?.state).toBe('locked')
    expect(() => vaults.packKey(id)).toThrow('locked')
    expect(() => vaults.travelling(id)).toThrow('locked')
    expect(() => vaults.canTravel(id)).toThrow('locked')
    await expect(vaults.change({ id, add: ['session:x'], destroy: [] })).rejects.toThrow('locked')
    await expect(vaults.protect({ id, words: otherWords, computer: false })).rejects.toThrow('locked')
  })
})

describe('the ways to open a circle', () => {
  const open = async (folder: string, id: CircleId, words: string, code: string) =>
    Promise.all([
      keysBy(run(folder).vaults, id, words).then((keys) => keys !== null),
      keysBy(run(folder).vaults, id, code, 'recovery').then((keys) => keys !== null),
    ])

  it.each([
    ['new words and a new code', { words: otherWords, code: otherCode }, [false, false], [true, true]],
    ['new words alone', { words: otherWords }, [false, false], [true, false]],
    ['a new code alone', { code: otherCode }, [true, false], [false, true]],
    ['nothing but the computer', {}, [true, true], [false, false]],
  ])('after %s', async (_name, change, oldOnes, newOnes) => {
    const { id, vaults, folder } = await protectedCircle()
    const before = fileOf(folder, id)
    await vaults.protect({ id, ...change, computer: true })
    expect(await open(folder, id, fourWords, theCode)).toEqual(oldOnes)
    expect(await open(folder, id, otherWords, otherCode)).toEqual(newOnes)
    const { epoch, body } = fileOf(folder, id)
    expect([epoch, body.ways]).toEqual([before.epoch + 1, before.body.ways + 1])
  })

  it('need no words to be changed: those that stay are sealed anew by what the ring knows', async () => {
    const { id, folder } = await protectedCircle()
    const byCode = run(folder)
    await keysBy(byCode.vaults, id, theCode, 'recovery')
    await byCode.vaults.protect({ id, computer: true })
    expect(byCode.asked).toEqual([])
    expect(await keysBy(run(folder).vaults, id, fourWords)).not.toBeNull()
  })

  it('change the master key each time: what sealed the ring before does not open it after', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const before = await openedBy(fileOf(folder, id), fourWords)
    await vaults.change({ id, add: ['session:two'], destroy: [] })
    expect(openRing(fileOf(folder, id), before!.master)).not.toBeNull()
    await vaults.protect({ id, computer: true })
    expect(openRing(fileOf(folder, id), before!.master)).toBeNull()
  })

  it.each([
    ['words that are too short', { words: 'one two', computer: false }],
    ['a code that is none', { code: 'ABC', computer: false }],
    ['a code with signs that are none', { words: fourWords, code: 'U'.repeat(30), computer: false }],
  ])('do not change for %s', async (_name, change) => {
    const { id, vaults, folder } = await protectedCircle()
    const before = stateOf(folder)
    await expect(vaults.protect({ id, ...change })).rejects.toThrow()
    expect(stateOf(folder)).toBe(before)
  })

  it('never leave nobody, nor a key store that is none', async () => {
    const { vaults, folder } = run(newFolder(), { keyStore: memoryStore(false) })
    const { id } = vaults.make('Thursday')
    const before = stateOf(folder)
    await expect(vaults.protect({ id, computer: false })).rejects.toThrow('nobody')
    await expect(vaults.protect({ id, computer: true })).rejects.toThrow('no key store')
    expect(stateOf(folder)).toBe(before)
  })

  it('keep what was saved while the words were derived', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const protecting = vaults.protect({ id, words: otherWords, computer: false })
    await vaults.change({ id, add: ['session:meanwhile'], destroy: ['session:one'] })
    await protecting
    const opened = await openedBy(fileOf(folder, id), otherWords)
    expect(Object.keys(opened?.ring.keys ?? {}).sort()).toEqual([
      'circle:1',
      'kept:two',
      'pack',
      'session:meanwhile',
    ])
  })

  it.each(['lock', 'forget'] as const)(
    'do not bring a circle back after %s, though the words were being derived',
    async (what) => {
      const { id, vaults, folder } = await protectedCircle()
      const protecting = vaults.protect({ id, words: otherWords, computer: false })
      if (what === 'lock') vaults.lock()
      else vaults.forget(id)
      await expect(protecting).rejects.toThrow('locked')
      expect(vaults.list().vaults.map(({ state }) => state)).toEqual(what === 'lock' ? ['locked'] : [])
      expect(filesIn(folder).size).toBe(what === 'lock' ? 2 : 0)
    },
  )

  it.each(['lock', 'forget'] as const)('open nothing after %s, though the words were right', async (what) => {
    const { id, folder } = await protectedCircle()
    const { vaults } = run(folder)
    const opening = vaults.open({ id, way: 'words', secret: fourWords })
    if (what === 'lock') vaults.lock()
    else vaults.forget(id)
    expect(await opening).toEqual({ is: 'cannot' })
    expect(() => vaults.packKey(id)).toThrow('locked')
    expect(filesIn(folder).size).toBe(what === 'lock' ? 2 : 0)
  })
})

describe('wrong words', () => {
  it('a hundred times never open it, change nothing on disk, and wait longer and longer', async () => {
    const { id, folder } = await protectedCircle()
    const { vaults, asked, pass } = run(folder)
    const before = stateOf(folder)
    const waits: number[] = []
    for (let time = 0; time < 100; time++) {
      const way = time % 3 === 2 ? 'recovery' : 'words'
      const opening = await vaults.open({
        id,
        way,
        secret: `${time} ${way === 'words' ? fourWords : theCode}`,
      })
      if (opening.is !== 'wrong') throw new Error(opening.is)
      waits.push(opening.wait)
      if (opening.wait === 0) continue
      // Within the wait nothing is tried, not even what is right.
      const tried = asked.length
      expect(await vaults.open({ id, way: 'words', secret: fourWords })).toEqual({
        is: 'wrong',
        wait: opening.wait,
      })
      expect(asked).toHaveLength(tried)
      pass(opening.wait)
    }
    expect(waits.slice(0, 9)).toEqual([0, 0, 1, 2, 4, 8, 16, 30, 30])
    expect(waits.slice(8).every((wait) => wait === 30)).toBe(true)
    expect(stateOf(folder)).toBe(before)
    expect(await keysBy(vaults, id, fourWords)).not.toBeNull()
  })
})

describe('keys', () => {
  it('are made and destroyed in one writing, and none when nothing changes', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const { epoch } = fileOf(folder, id)
    const before = await keysBy(vaults, id, '', 'open')
    const after = textOf(
      await vaults.change({ id, add: ['session:two', 'circle:1'], destroy: ['session:one', 'none'] }),
    )
    expect(Object.keys(after).sort()).toEqual(['circle:1', 'kept:two', 'pack', 'session:two'])
    expect(after['circle:1']).toBe(before?.['circle:1'])
    expect(fileOf(folder, id).epoch).toBe(epoch + 1)
    const same = stateOf(folder)
    expect(textOf(await vaults.change({ id, add: ['session:two'], destroy: ['none'] }))).toEqual(after)
    expect(textOf(await vaults.change({ id, add: ['session:x'], destroy: ['session:x'] }))).toEqual(after)
    expect(stateOf(folder)).toBe(same)
  })

  it('stay the same under another name on the home screen and another database', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const before = await keysBy(vaults, id, '', 'open')
    const database = `circlet-${'A'.repeat(22)}`
    await vaults.change({ id, add: [], destroy: [], label: 'Friday | ☕ "', database })
    expect(run(folder).vaults.list().vaults[0]).toMatchObject({ label: 'Friday | ☕ "', database })
    expect(await keysBy(run(folder).vaults, id, fourWords)).toEqual(before)
  })

  it('that could not be read again are not written', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const before = stateOf(folder)
    const far = Array.from({ length: 20_000 }, (_, index) => `turn:${index}/${'x'.repeat(40)}`)
    await expect(vaults.change({ id, add: far, destroy: [] })).rejects.toThrow('no key file')
    await expect(vaults.change({ id, add: [], destroy: [], label: 'x'.repeat(401) })).rejects.toThrow(
      'no key file',
    )
    expect(stateOf(folder)).toBe(before)
    await vaults.change({ id, add: ['session:two'], destroy: [] })
    expect(await keysBy(run(folder).vaults, id, fourWords)).not.toBeNull()
  })

  it('hide how many they are in steps', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const size = () => Buffer.from(fileOf(folder, id).body.ring.c, 'base64url').length
    const before = size()
    await vaults.change({ id, add: ['session:two'], destroy: [] })
    expect([before % 1024, size()]).toEqual([16, before])
  })
})

describe('a circle that is forgotten', () => {
  it('leaves nothing, and does not disturb another', async () => {
    const { id, vaults, folder } = await protectedCircle()
    const other = vaults.make('Other')
    vaults.forget(id)
    vaults.forget(id)
    vaults.forget('A'.repeat(22) as CircleId)
    expect(vaults.list().vaults).toEqual([other])
    expect(filesIn(folder).size).toBe(2)
    expect(() => vaults.packKey(id)).toThrow('locked')
  })
})

describe('copies that are not equal', () => {
  it.each([
    ['the first is missing', 0, null],
    ['the second is missing', 1, null],
    ['the first is empty', 0, ''],
    ['the second is something else', 1, '{"circlet":"keys"}'],
    ['the first is too large', 0, ' '.repeat(1024 * 1024 + 1)],
    ['the second looks newer', 1, '{"circlet":"keys","v":2,"epoch":99}'],
  ])('are made so: %s', async (_name, which, content) => {
    const { id, folder } = await protectedCircle()
    const files = new Map(filesIn(folder))
    const path = `${id}.${which + 1}.key`
    if (content === null) files.delete(path)
    else files.set(path, Buffer.from(content))
    const { vaults, folder: next } = run(newFolder(files))
    expect(vaults.list().vaults[0]).toMatchObject({ id, state: 'locked', label: 'Thursday' })
    expect(stateOf(next)).toBe(stateOf(folder))
    expect(await keysBy(vaults, id, fourWords)).not.toBeNull()
  })

  it.each([
    ['both are damaged', ['x', 'y'], 'damaged'],
    ['one is damaged and one is newer', ['x', '{"circlet":"keys","v":2}'], 'newer'],
    ['both are newer', ['{"circlet":"keys","v":7}', '{"circlet":"keys","v":2}'], 'newer'],
    ['a version that is none', ['{"circlet":"keys","v":"2"}', '{"circlet":"keys","v":1.5}'], 'damaged'],
    ['a newer something else', ['{"v":2}', '[2]'], 'damaged'],
  ] as const)('are left as they are where %s', async (_name, contents, state) => {
    const id = 'A'.repeat(22)
    const { vaults, folder } = run(
      newFolder(new Map(contents.map((text, at) => [`${id}.${at + 1}.key`, Buffer.from(text)]))),
    )
    const before = stateOf(folder)
    expect(vaults.list().vaults).toEqual([{ id, label: '', state, ways: [], database: null }])
    expect(await vaults.open({ id: id as CircleId, way: 'words', secret: fourWords })).toEqual({
      is: 'cannot',
    })
    expect(stateOf(folder)).toBe(before)
  })

  it('under another circle’s name are not that circle’s', async () => {
    const { id, folder, vaults } = await protectedCircle()
    const other = 'A'.repeat(22)
    for (const [from, to] of [0, 1].map(
      (at) => [copiesOf(folder, id)[at]!, copiesOf(folder, other)[at]!] as const,
    ))
      copyFileSync(from, to)
    expect(vaults.list().vaults.find((vault) => vault.id === other)?.state).toBe('damaged')
  })
})

describe('a folder that cannot be', () => {
  it('holds no circles, and a new one is refused', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, 'not a folder')
    for (const folder of [
      file,
      join(file, 'circles'),
      join(newFolder(), 'none', 'circles'),
      '/proc/circles',
    ]) {
      const { vaults } = run(folder)
      expect(vaults.list()).toEqual({ vaults: [], keyStore: true })
      expect(() => vaults.make('Thursday')).toThrow()
      expect(await vaults.open({ id: 'A'.repeat(22) as CircleId, way: 'open', secret: '' })).toEqual({
        is: 'cannot',
      })
      vaults.forget('A'.repeat(22) as CircleId)
    }
  })
})

it('one start is enough for the listing of a hundred circles', () => {
  const { vaults, folder } = run(newFolder())
  for (let at = 0; at < 100; at++) vaults.make(`Circle ${at}`)
  const again = createVaults({ folder, keyStore: memoryStore(), derive: quickDerive().derive, now: () => 0 })
  expect(again.list().vaults.filter(({ state }) => state === 'open')).toHaveLength(100)
})
