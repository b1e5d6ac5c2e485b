import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { largestPack } from '../../../electron/vault/packs'
import { largestImport } from '../../../shared/vault/errands'
import { serviceOver, someRows } from './dialogs'
import {
  filesIn,
  fourWords,
  keysBy,
  logged,
  newFolder,
  otherCode,
  otherWords,
  protectedCircle,
  run,
  stateOf,
  theCode,
} from './support'

const home = async () => {
  const circle = await protectedCircle()
  return { ...serviceOver(circle), id: circle.id }
}

describe('copies beside the keys', () => {
  it('are kept, listed and restored', async () => {
    const { carry, id } = await home()
    const other = Buffer.from('{"rows":[]}')
    expect(await carry({ is: 'packs', id })).toEqual({ is: 'done', packs: [] })
    expect(await carry({ is: 'keep', id, kind: 'backup', drops: 'none' }, other)).toEqual({ is: 'done' })
    expect(await carry({ is: 'keep', id, kind: 'snapshot', drops: 'none' }, someRows)).toEqual({ is: 'done' })
    const listed = await carry({ is: 'packs', id })
    expect(listed).toMatchObject({ is: 'done', packs: [{ kind: 'snapshot' }, { kind: 'backup' }] })
    expect(await carry({ is: 'restore', id, place: 0 })).toEqual({ is: 'done', bytes: someRows })
    expect(await carry({ is: 'restore', id, place: 1 })).toEqual({ is: 'done', bytes: other })
    expect(await carry({ is: 'restore', id, place: 2 })).toEqual({ is: 'cannot', because: 'failed' })
  })

  it.each([
    ['none', ['backup', 'backup', 'snapshot', 'snapshot', 'snapshot']],
    ['snapshots', ['backup', 'backup', 'snapshot']],
    ['all', ['snapshot']],
  ] as const)('are dropped when they do not open any more: %s', async (drops, stay) => {
    const { carry, id } = await home()
    for (const kind of ['snapshot', 'backup', 'snapshot', 'backup'] as const)
      await carry({ is: 'keep', id, kind, drops: 'none' }, someRows)
    await carry({ is: 'keep', id, kind: 'snapshot', drops }, someRows)
    const listed = await carry({ is: 'packs', id })
    if (listed.is !== 'done') throw new Error(listed.is)
    expect(listed.packs?.map(({ kind }) => kind).sort()).toEqual(stay)
    expect(await carry({ is: 'restore', id, place: 0 })).toMatchObject({ is: 'done' })
  })

  it('are not made of nothing, and not by a circle that is closed', async () => {
    const { carry, id, vaults, folder } = await home()
    const before = stateOf(folder)
    const keep = { is: 'keep', id, kind: 'backup', drops: 'all' } as const
    const failed = { is: 'cannot', because: 'failed' }
    expect(await carry(keep, null)).toEqual(failed)
    expect(await carry(keep, new Uint8Array())).toEqual(failed)
    expect(await carry(keep, new Uint8Array(largestPack + 1))).toEqual({ is: 'cannot', because: 'too-large' })
    expect(await carry(keep, new Uint8Array(largestPack))).toEqual({ is: 'cannot', because: 'too-large' })
    vaults.lock()
    expect(await carry(keep, someRows)).toEqual(failed)
    expect(await carry({ is: 'restore', id, place: 0 })).toEqual(failed)
    expect(stateOf(folder)).toBe(before)
  })

  it('go with their circle when it is forgotten', async () => {
    const { carry, calls, id, folder } = await home()
    for (const kind of ['snapshot', 'backup'] as const)
      await carry({ is: 'keep', id, kind, drops: 'none' }, someRows)
    await calls.forgetVault(id)
    expect(filesIn(folder).size).toBe(0)
  })

  it('that were damaged are said to be so', async () => {
    const { carry, id, folder } = await home()
    await carry({ is: 'keep', id, kind: 'backup', drops: 'none' }, someRows)
    const name = [...filesIn(folder).keys()].find((name) => name.endsWith('.backup')) ?? ''
    const bytes = readFileSync(join(folder, name))
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(join(folder, name), bytes)
    expect(await carry({ is: 'restore', id, place: 0 })).toEqual({ is: 'cannot', because: 'damaged' })
  })
})

describe('a circle that travels', () => {
  it('goes into a file that somebody chooses, and is brought to another computer by its words', async () => {
    const from = await home()
    const { id } = from
    expect(await from.carry({ is: 'take-along', id }, someRows)).toEqual({ is: 'done' })
    expect([...filesIn(from.elsewhere).keys()]).toEqual(['circle.circlet'])
    expect(JSON.stringify(from.dialogs)).not.toContain('Thursday')

    const to = serviceOver()
    to.choice.path = from.choice.path
    const brought = await to.carry({ is: 'bring' })
    expect(brought).toMatchObject({
      is: 'brought',
      facts: { circle: id, label: 'Thursday', ways: ['words', 'recovery'] },
    })
    expect(await to.carry({ is: 'adopt-brought' })).toEqual({ is: 'cannot', because: 'failed' })
    expect(await to.carry({ is: 'open-brought', way: 'words', secret: otherWords })).toEqual({
      is: 'wrong',
      wait: 0,
    })
    expect(await to.carry({ is: 'open-brought', way: 'open', secret: '' })).toEqual({ is: 'wrong', wait: 0 })
    const opened = await to.carry({ is: 'open-brought', way: 'recovery', secret: theCode })
    if (opened.is !== 'opened') throw new Error(opened.is)
    expect(opened.bytes).toEqual(someRows)
    expect(Object.keys(opened.keys).sort()).toEqual(['circle:1', 'kept:two', 'pack'])
    expect(filesIn(to.folder).size).toBe(0)
    expect(await to.carry({ is: 'adopt-brought' })).toEqual({ is: 'done' })
    expect(await to.carry({ is: 'adopt-brought' })).toEqual({ is: 'cannot', because: 'failed' })
    expect(await keysBy(run(to.folder).vaults, id, fourWords)).not.toBeNull()
    // What was kept there before can be kept here too: the packs' key came along.
    expect(await to.carry({ is: 'keep', id, kind: 'backup', drops: 'none' }, someRows)).toEqual({
      is: 'done',
    })
  })

  it('does not go without words, nor when somebody thinks better of it', async () => {
    const base = run(newFolder())
    const { id } = base.vaults.make('Thursday')
    const { carry, choice, elsewhere, vaults } = serviceOver(base)
    expect(await carry({ is: 'take-along', id }, someRows)).toEqual({ is: 'cannot', because: 'no-words' })
    await vaults.protect({ id, words: fourWords, computer: false })
    choice.path = null
    expect(await carry({ is: 'take-along', id }, someRows)).toEqual({ is: 'left' })
    expect(await carry({ is: 'bring' })).toEqual({ is: 'left' })
    expect(await carry({ is: 'export', name: 'circlet-own.md' }, someRows)).toEqual({ is: 'left' })
    choice.path = join(elsewhere, 'none', 'x')
    expect(await carry({ is: 'take-along', id }, someRows)).toEqual({ is: 'cannot', because: 'failed' })
    expect(filesIn(elsewhere).size).toBe(0)
  })

  it('is the file that was chosen last, even when another one is still being opened', async () => {
    const [one, other] = [await home(), await home()]
    await one.carry({ is: 'take-along', id: one.id }, someRows)
    await other.carry({ is: 'take-along', id: other.id }, someRows)
    const to = serviceOver()
    to.choice.path = one.choice.path
    await to.carry({ is: 'bring' })
    const opening = to.carry({ is: 'open-brought', way: 'words', secret: fourWords })
    to.choice.path = other.choice.path
    expect(await to.carry({ is: 'bring' })).toMatchObject({ facts: { circle: other.id } })
    expect(await opening).toEqual({ is: 'cannot', because: 'failed' })
    expect(await to.carry({ is: 'adopt-brought' })).toEqual({ is: 'cannot', because: 'failed' })
    await to.carry({ is: 'open-brought', way: 'words', secret: fourWords })
    await to.carry({ is: 'adopt-brought' })
    expect(to.vaults.list().vaults.map(({ id }) => id)).toEqual([other.id])
  })

  it('is not opened any more when somebody locks', async () => {
    const from = await home()
    await from.carry({ is: 'take-along', id: from.id }, someRows)
    const to = serviceOver()
    to.choice.path = from.choice.path
    await to.carry({ is: 'bring' })
    await to.carry({ is: 'open-brought', way: 'words', secret: fourWords })
    await to.calls.lockVaults(undefined)
    expect(await to.carry({ is: 'adopt-brought' })).toEqual({ is: 'cannot', because: 'failed' })
    expect(filesIn(to.folder).size).toBe(0)
  })

  it('of another kind is not brought', async () => {
    const { carry, choice, folder, id, elsewhere } = await home()
    await carry({ is: 'keep', id, kind: 'backup', drops: 'none' }, someRows)
    for (const [name, because] of [
      [[...filesIn(folder).keys()].find((name) => name.endsWith('.backup')), 'not-ours'],
      [`${id}.1.key`, 'damaged'],
      ['none', 'failed'],
      ['.', 'failed'],
    ] as const) {
      choice.path = join(folder, name ?? '')
      expect(await carry({ is: 'bring' })).toEqual({ is: 'cannot', because })
    }
    choice.path = join(elsewhere, 'large')
    writeFileSync(choice.path, Buffer.alloc(largestPack + 1))
    expect(await carry({ is: 'bring' })).toEqual({ is: 'cannot', because: 'too-large' })
    expect(await carry({ is: 'open-brought', way: 'words', secret: fourWords })).toEqual({
      is: 'cannot',
      because: 'failed',
    })
    expect(logged.join()).not.toContain(elsewhere)
  })
})

describe('a text', () => {
  it('goes into a file that somebody chooses', async () => {
    const { carry, choice, elsewhere } = serviceOver()
    choice.path = join(elsewhere, 'mine.md')
    expect(await carry({ is: 'export', name: 'circlet-own.md' }, Buffer.from('# Mine'))).toEqual({
      is: 'done',
    })
    expect(readFileSync(choice.path, 'utf8')).toBe('# Mine')
    expect(await carry({ is: 'export', name: 'circlet-own.md' })).toEqual({ is: 'cannot', because: 'failed' })
    expect(readFileSync(choice.path, 'utf8')).toBe('# Mine')
  })

  it('of a method comes from a file that somebody chooses, as it is, unless it is too large', async () => {
    const { carry, choice, elsewhere, dialogs } = serviceOver()
    choice.path = join(elsewhere, 'method.json')
    const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x7d])
    writeFileSync(choice.path, bytes)
    expect(await carry({ is: 'import' })).toEqual({ is: 'done', bytes })
    expect(dialogs).toEqual([
      { properties: ['openFile'], filters: [{ name: 'A method', extensions: ['json'] }] },
    ])
    expect(readFileSync(choice.path).equals(bytes)).toBe(true)
    writeFileSync(choice.path, Buffer.alloc(largestImport, 0x20))
    expect(await carry({ is: 'import' })).toMatchObject({ is: 'done' })
    writeFileSync(choice.path, Buffer.alloc(largestImport + 1, 0x20))
    expect(await carry({ is: 'import' })).toEqual({ is: 'cannot', because: 'too-large' })
    choice.path = elsewhere
    expect(await carry({ is: 'import' })).toEqual({ is: 'cannot', because: 'failed' })
    choice.path = null
    expect(await carry({ is: 'import' })).toEqual({ is: 'left' })
  })

  it.each([
    '',
    'x.md',
    'circlet-own.exe',
    'circlet-../../x.md',
    'circlet-own.md\n',
    'circlet-OWN.md',
    '/etc/circlet-a.md',
  ])('is not named by a page: %j', async (name) => {
    const { carry, elsewhere, dialogs } = serviceOver()
    expect(await carry({ is: 'export', name }, Buffer.from('x'))).toEqual({ is: 'cannot', because: 'failed' })
    expect([filesIn(elsewhere).size, dialogs.length]).toEqual([0, 0])
  })
})

describe('the calls of a page', () => {
  it('make, protect, open, change, lock and forget a circle', async () => {
    const { calls, folder } = serviceOver()
    const { id } = (await calls.makeVault('Thursday \ud800')) as { readonly id: string }
    expect(await calls.vaults(undefined)).toMatchObject({
      vaults: [{ id, label: 'Thursday \ufffd', state: 'open' }],
    })
    const { words, code } = (await calls.proposeWays(undefined)) as {
      readonly words: string
      readonly code: string
    }
    await calls.protectVault({ id, words, code, computer: false })
    const database = `circlet-${createHash('md5').update('x').digest('base64url')}`
    const label = undefined
    expect(
      await calls.changeKeys({ id, add: ['turn:a/b', 'kept:a/2'], destroy: [], label, database }),
    ).toHaveProperty('turn:a/b')
    await calls.protectVault({ id, words: otherWords, code: otherCode, computer: false })
    await calls.lockVaults(undefined)
    expect(await calls.vaults(undefined)).toMatchObject({ vaults: [{ id, state: 'locked', database }] })
    expect(await calls.openVault({ id, way: 'words', secret: words })).toEqual({ is: 'wrong', wait: 0 })
    expect(await calls.openVault({ id, way: 'words', secret: otherWords })).toMatchObject({ is: 'open' })
    await calls.forgetVault(id)
    expect(filesIn(folder).size).toBe(0)
  })

  it('destroy every key but that of the packs', async () => {
    const { calls, vaults, id, folder } = { ...(await home()) }
    const before = stateOf(folder)
    await expect(calls.changeKeys({ id, add: [], destroy: ['pack'] })).rejects.toThrow()
    expect(stateOf(folder)).toBe(before)
    expect(vaults.packKey(id)).toHaveLength(32)
  })
})
