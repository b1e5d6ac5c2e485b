// What a member keeps under words of their own: with the real derivation once, with a quick one otherwise.
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deriveByArgon } from '../../../electron/vault/argon'
import { placeBytes } from '../../../electron/vault/own'
import { createVaults } from '../../../electron/vault/vaults'
import { instantOf } from '../../../shared/basics/time'
import type { MemberId } from '../../../shared/basics/ids'
import { readMarks, writeMarks } from '../../../shared/circle/own-marks'
import { keys, own as reader } from '../reader/run'
import { serviceOver } from './dialogs'
import { filesIn, fourWords, logged, memoryStore, newFolder, protectedCircle } from './support'

const id16 = () => randomBytes(16).toString('base64url')
const [amara, jun] = [id16(), id16()] as [MemberId, MemberId]
const ownWords = 'quiet harbour stone nine'
const line = 'canary-of-amara: I let a silence be.'
const text = writeMarks({ at: instantOf(1_790_000_000_000), marked: { presence: 4, safety: 1 }, next: line })
const decoy = () => ({ id: id16(), sealed: randomBytes(placeBytes).toString('base64url') })

async function kept() {
  const circle = await protectedCircle()
  const { id, vaults } = circle
  const place = id16()
  const sealing = await vaults.sealOwn({ id, member: amara, words: ownWords, place, text })
  if (sealing.is !== 'sealed') throw new Error(sealing.is)
  return { ...circle, place: { id: place, sealed: sealing.sealed } }
}

describe('own words', () => {
  it('open what was kept under them, however they are typed, and nothing else does', async () => {
    const { id, vaults, place, pass } = await kept()
    const look = { id, member: amara, places: [place] }
    const opened = { is: 'open', texts: [expect.any(String)] }
    const right = await vaults.openOwn({ ...look, words: '  Quiet HARBOUR  stone nine' })
    expect(right).toEqual(opened)
    if (right.is === 'open') expect(readMarks(right.texts[0] ?? '')?.next).toBe(line)
    for (const words of [fourWords, 'quiet harbour stone ten', '', ownWords.replaceAll(' ', '')]) {
      expect(await vaults.openOwn({ ...look, words })).toMatchObject({ is: 'wrong' })
      pass(60)
    }
    const others = [
      { ...look, member: jun },
      { ...look, places: [{ ...place, id: id16() }] },
      { ...look, places: [] },
      { ...look, places: [decoy()] },
    ]
    for (const other of others) {
      expect(await vaults.openOwn({ ...other, words: ownWords })).toMatchObject({ is: 'wrong' })
      pass(60)
    }
  })

  it('find their own among places that only look like it, with one derivation', async () => {
    const { id, vaults, place, asked } = await kept()
    const before = asked.length
    const places = [decoy(), place, decoy()]
    expect(await vaults.openOwn({ id, member: amara, words: ownWords, places })).toMatchObject({ is: 'open' })
    expect(asked.length - before).toBe(1)
    expect(asked.at(-1)?.kdf).toMatchObject({ alg: 'argon2id', m: 65536, t: 3, p: 1 })
  })

  it('make a place of one length, whatever was marked, and never the same twice', async () => {
    const { id, vaults } = await protectedCircle()
    const seal = (text: string) => vaults.sealOwn({ id, member: amara, words: ownWords, place: id16(), text })
    const made = await Promise.all([seal(text), seal(text), seal('{}')])
    const sealed = made.map((one) => (one.is === 'sealed' ? one.sealed : ''))
    expect(sealed.map(({ length }) => length)).toEqual([720, 720, 720])
    expect(decoy().sealed).toHaveLength(720)
    expect(new Set(sealed).size).toBe(3)
    await expect(seal('x'.repeat(513))).rejects.toThrow('too long')
  })

  it('wait after wrong tries, member by member', async () => {
    const { id, vaults, place, pass } = await kept()
    const look = (member: MemberId, words: string) => vaults.openOwn({ id, member, words, places: [place] })
    for (const wait of [0, 0, 1])
      expect(await look(amara, 'not these words at all')).toEqual({ is: 'wrong', wait })
    expect(await look(amara, ownWords)).toEqual({ is: 'wrong', wait: 1 })
    expect(await look(jun, ownWords)).toEqual({ is: 'wrong', wait: 0 })
    pass(1)
    expect(await look(amara, ownWords)).toMatchObject({ is: 'open' })
  })

  it('are long enough, and not the ones that everybody here knows', async () => {
    const { id, vaults } = await protectedCircle()
    const seal = (words: string) => vaults.sealOwn({ id, member: amara, words, place: id16(), text })
    expect(await seal('short one')).toEqual({ is: 'weak' })
    expect(await seal(` ${fourWords.toUpperCase()}`)).toEqual({ is: 'the-circles' })
    expect(await seal('twelveletters')).toMatchObject({ is: 'sealed' })
  })

  it('are asked of an open circle alone, and give nothing when it is locked meanwhile', async () => {
    const { id, vaults, place } = await kept()
    const look = { id, member: amara, words: ownWords, places: [place] }
    const opening = vaults.openOwn(look)
    vaults.lock()
    await expect(opening).rejects.toThrow('locked')
    await expect(vaults.openOwn(look)).rejects.toThrow('locked')
    await expect(vaults.sealOwn({ ...look, place: id16(), text })).rejects.toThrow('locked')
  })

  it('stand in no file and no log, and neither does what they keep', async () => {
    const { folder, place } = await kept()
    const lying = [...filesIn(folder).values()].map((bytes) => bytes.toString('latin1')).join('')
    // First seen to find: the one word that may be read is.
    expect(lying).toContain('Thursday')
    for (const secret of [ownWords, 'harbour', line, 'canary-of-amara', place.sealed])
      expect(lying + logged.join('') + (secret === place.sealed ? '' : place.sealed)).not.toContain(secret)
  })

  it('hold with the real derivation', async () => {
    const vaults = createVaults({
      folder: newFolder(),
      keyStore: memoryStore(false),
      derive: deriveByArgon,
      now: () => 0,
    })
    const { id } = vaults.make('Thursday')
    const place = id16()
    const sealing = await vaults.sealOwn({ id, member: amara, words: ownWords, place, text })
    if (sealing.is !== 'sealed') throw new Error(sealing.is)
    const look = { id, member: amara, places: [{ id: place, sealed: sealing.sealed }] }
    expect(await vaults.openOwn({ ...look, words: ownWords })).toMatchObject({ is: 'open' })
    // The reader that shares no code opens the same place, beside one with nothing in it.
    const other = { ...decoy(), member: jun }
    const circle = { id, own: { places: [{ ...look.places[0], member: amara }, other], gone: [] } }
    expect(await reader.openOwn(circle, ' Quiet  harbour stone nine', keys.argon2id)).toEqual([
      { member: amara, ...(JSON.parse(text) as object) },
    ])
    expect(await reader.openOwn(circle, 'quiet harbour stone ten', keys.argon2id)).toEqual([])
    expect(await vaults.openOwn({ ...look, words: 'quiet harbour stone ten' })).toEqual({
      is: 'wrong',
      wait: 0,
    })
  })
})

describe('the calls', () => {
  it('read what a page says before anything is derived', async () => {
    const base = await protectedCircle()
    const { calls } = serviceOver(base)
    const { id } = base
    const wish = { id, member: amara, words: ownWords }
    const good = { ...wish, place: id16(), text }
    expect(await calls.sealOwn(good)).toMatchObject({ is: 'sealed' })
    const before = base.asked.length
    const bad = [
      { ...good, id: 'x' },
      { ...good, member: 'amara' },
      { ...good, place: '' },
      { ...good, text: 'x'.repeat(1025) },
      { ...good, words: 'x'.repeat(401) },
      { ...good, more: 1 },
    ]
    for (const one of bad) await expect(calls.sealOwn(one)).rejects.toThrow()
    const { sealed } = decoy()
    for (const places of [
      null,
      [{ id: 'x', sealed }],
      [{ id: id16(), sealed: sealed.slice(4) }],
      Array(65).fill(decoy()),
    ])
      await expect(calls.openOwn({ ...wish, places })).rejects.toThrow()
    expect(base.asked.length).toBe(before)
    expect(await calls.openOwn({ ...wish, places: [decoy()] })).toEqual({ is: 'wrong', wait: 0 })
  })
})
