// The computer stops anywhere within a change of a circle's keys: the circle is the old one or the new one, and nothing between.
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { parseKeyFile } from '../../../electron/vault/key-file'
import { addPack, packsOf } from '../../../electron/vault/packs'
import type { CircleId } from '../../../shared/basics/ids'
import { cutAt, cutsOf, record, spoiled, tornAt, type Step } from './recorded-disk'
import {
  copiesOf,
  fileOf,
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
  type Files,
} from './support'

vi.mock('node:fs', async (original) =>
  (await import('./recorded-disk')).recorded(await original<typeof import('node:fs')>()),
)

const every = 64

/** The sealed ring as it stands in a file. */
function sealedRing(file: Buffer): { readonly n: string; readonly c: string } {
  const { body } = JSON.parse(file.toString('utf8')) as { readonly body: string }
  return (JSON.parse(body) as { readonly ring: { readonly n: string; readonly c: string } }).ring
}

/** Pieces of a text, short enough that a part of it that was left would be seen. */
const piecesOf = (text: string): readonly string[] =>
  Array.from({ length: Math.floor(text.length / 24) }, (_, index) => text.slice(index * 24, index * 24 + 24))

const holdsAny = (file: Buffer, pieces: readonly string[]): boolean => {
  const text = file.toString('latin1')
  return pieces.some((piece) => text.includes(piece))
}

/** The epoch of a copy; 0 where it was cut off. */
const epochIn = (copy: Buffer): number => {
  const file = parseKeyFile(copy)
  return typeof file === 'string' ? 0 : file.epoch
}

/** Both copies of a circle in a folder. */
const copies = (folder: string, id: string) => copiesOf(folder, id).map((path) => readFileSync(path))

/** Does something to a circle that is open with its words, and gives what stood before, each step, and what stood after. */
async function recordedChange(work: (circle: Awaited<ReturnType<typeof protectedCircle>>) => unknown) {
  const circle = await protectedCircle()
  const before = filesIn(circle.folder)
  const steps = await record(() => work(circle))
  return { ...circle, before, steps, after: filesIn(circle.folder) }
}

const ringsOf = (files: Files) =>
  [...files].filter(([name]) => name.endsWith('.key')).map(([, file]) => sealedRing(file))

/** What a start finds where the computer stopped: the circle opens, both copies are equal, and one of the two rings is gone. */
async function startAt(
  files: Files,
  id: CircleId,
  { before, after }: { readonly before: Files; readonly after: Files },
) {
  const { vaults, folder } = run(newFolder(files))
  expect(vaults.list().vaults.map(({ state }) => state)).toEqual(['locked'])
  const [one, two] = copies(folder, id)
  expect(one!.equals(two!)).toBe(true)
  const isNew = sealedRing(one!).c === ringsOf(after)[0]!.c
  // What stood whole on the disk once is finished, never taken back.
  const [first] = [...after.keys()].filter((name) => name.endsWith('.1.key'))
  if (files.get(first!)?.equals(after.get(first!)!)) expect(isNew).toBe(true)
  const gone = ringsOf(isNew ? before : after).flatMap(({ n, c }) => [n, ...piecesOf(c)])
  for (const copy of [one!, two!]) expect(holdsAny(copy, gone)).toBe(false)
  expect([...filesIn(folder).keys()].filter((name) => name.endsWith('.part'))).toEqual([])
  return { vaults, isNew }
}

describe('keys that are destroyed', () => {
  it('are all there or all gone, wherever the writing stops', async () => {
    const destroy = ['session:one', 'circle:1']
    const changed = await recordedChange(({ vaults, id }) =>
      vaults.change({ id, add: ['circle:2'], destroy }),
    )
    expect(
      holdsAny(
        changed.before.get(`${changed.id}.1.key`)!,
        ringsOf(changed.before).flatMap(({ c }) => piecesOf(c)),
      ),
    ).toBe(true)
    const found = { old: 0, new: 0 }
    for (const cut of cutsOf(changed.steps, every)) {
      const { vaults, isNew } = await startAt(cutAt(changed.before, changed.steps, cut), changed.id, changed)
      const names = Object.keys((await keysBy(vaults, changed.id, fourWords)) ?? {}).sort()
      expect(names).toEqual(
        isNew ? ['circle:2', 'kept:two', 'pack'] : ['circle:1', 'kept:two', 'pack', 'session:one'],
      )
      found[isNew ? 'new' : 'old']++
    }
    expect(found.old).toBeGreaterThan(30)
    expect(found.new).toBeGreaterThan(30)
    expect(logged).toEqual([])
  })

  it('are so too when the disk reached some sectors only, in no order', async () => {
    const changed = await recordedChange(({ vaults, id }) =>
      vaults.change({ id, add: ['circle:2'], destroy: ['session:one'] }),
    )
    const writings = changed.steps.flatMap(({ is }, index) => (is === 'write' ? [index] : []))
    expect(writings).toHaveLength(2)
    for (const step of writings) {
      for (let mask = 0; mask < 256; mask++) {
        const torn = tornAt(
          changed.before,
          changed.steps,
          step,
          (sector) => (mask & (1 << (sector % 8))) !== 0,
        )
        const { vaults } = await startAt(torn, changed.id, changed)
        expect(await keysBy(vaults, changed.id, fourWords)).not.toBeNull()
      }
    }
  })

  it('have the first copy on the disk before the second is begun', async () => {
    const { steps, id } = await recordedChange(({ vaults, id }) =>
      vaults.change({ id, add: [], destroy: ['session:one'] }),
    )
    expect(steps.map((step) => `${step.is} ${step.name.replace(id, '')}`)).toEqual([
      'write .1.key',
      'force .1.key',
      'write .2.key',
      'force .2.key',
    ])
  })

  it('leave nothing behind the end of a file that became shorter', async () => {
    const circle = await protectedCircle()
    const many = Array.from({ length: 150 }, (_, index) => `turn:one/${index}`)
    await circle.vaults.change({ id: circle.id, add: many, destroy: [] })
    const before = filesIn(circle.folder)
    const steps = await record(() => circle.vaults.change({ id: circle.id, add: [], destroy: many }))
    const after = filesIn(circle.folder)
    const size = (files: Files) => files.get(`${circle.id}.1.key`)!.length
    expect(size(after)).toBeLessThan(size(before))
    // Everything that stood there was written over before the file became shorter.
    const overwritten = steps.filter(({ is, name }) => is === 'write' && name.endsWith('.1.key'))
    expect(
      Math.max(...overwritten.map((step) => (step.is === 'write' ? step.at + step.bytes.length : 0))),
    ).toBe(size(before))
    expect(steps.findIndex(({ is }) => is === 'truncate')).toBeGreaterThan(
      steps.findIndex(({ is }) => is === 'force'),
    )
    for (const cut of cutsOf(steps, 512))
      await startAt(cutAt(before, steps, cut), circle.id, { before, after })
  })
})

describe('new words', () => {
  it('open it or the old ones do, wherever the writing stops; never both, never neither', async () => {
    const changed = await recordedChange(({ vaults, id }) =>
      vaults.protect({ id, words: otherWords, code: otherCode, computer: false }),
    )
    for (const cut of cutsOf(changed.steps, every)) {
      const files = cutAt(changed.before, changed.steps, cut)
      const { isNew } = await startAt(files, changed.id, changed)
      for (const [way, secret, opens] of [
        ['words', fourWords, !isNew],
        ['recovery', theCode, !isNew],
        ['words', otherWords, isNew],
        ['recovery', otherCode, isNew],
      ] as const)
        expect((await keysBy(run(newFolder(files)).vaults, changed.id, secret, way)) !== null).toBe(opens)
    }
  })

  it('a hundred times, each cut off anywhere: what was saved is never shut in', async () => {
    const circle = await protectedCircle()
    let { folder, vaults } = circle
    let known = fourWords
    let seed = 20261123
    const below = (most: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      return Math.floor((seed / 2 ** 32) * most)
    }
    const ways = { old: 0, new: 0 }
    const keys = await keysBy(vaults, circle.id, fourWords)
    for (let time = 0; time < 100; time++) {
      const next = `river lamp seven ${time}`
      const before = filesIn(folder)
      const steps = await record(() => vaults.protect({ id: circle.id, words: next, computer: false }))
      const cuts = cutsOf(steps, 1)
      const files = cutAt(before, steps, cuts[below(cuts.length)]!)
      const [byOld, byNew] = await Promise.all(
        [known, next].map((words) => keysBy(run(newFolder(files)).vaults, circle.id, words)),
      )
      expect([byOld, byNew].filter((found) => found !== null)).toEqual([keys])
      ways[byNew === null ? 'old' : 'new']++
      known = byNew === null ? known : next
      folder = newFolder(files)
      vaults = run(folder).vaults
      expect(await keysBy(vaults, circle.id, known)).toEqual(keys)
    }
    expect(Math.min(ways.old, ways.new)).toBeGreaterThan(20)
  })
})

describe('a circle', () => {
  it('is made as a whole or not at all', async () => {
    const { vaults, folder } = run(newFolder())
    const steps = await record(() => vaults.make('Thursday'))
    expect(filesIn(folder).size).toBe(2)
    const states = new Set<string>()
    for (const cut of cutsOf(steps, every)) {
      const next = run(newFolder(cutAt(new Map(), steps, cut)))
      const found = next.vaults.list().vaults.map(({ state, ways }) => `${state} ${ways.join()}`)
      states.add(found.join())
      expect(filesIn(next.folder).size).toBe(found.length * 2)
    }
    expect([...states].sort()).toEqual(['', 'open open'])
  })

  it('is forgotten as a whole or not at all, and nothing of its keys is left', async () => {
    const changed = await recordedChange(({ vaults, id }) => vaults.forget(id))
    expect(changed.after.size).toBe(0)
    const pieces = ringsOf(changed.before).flatMap(({ c }) => piecesOf(c))
    const found = { alive: 0, gone: 0 }
    for (const cut of cutsOf(changed.steps, 512)) {
      const next = run(newFolder(cutAt(changed.before, changed.steps, cut)))
      const facts = next.vaults.list().vaults
      if (facts.length === 0) {
        found.gone++
        expect(filesIn(next.folder).size).toBe(0)
      } else {
        found.alive++
        expect(await keysBy(next.vaults, changed.id, fourWords)).not.toBeNull()
        expect(filesIn(next.folder).size).toBe(2)
      }
    }
    expect(found.alive).toBeGreaterThan(1)
    expect(found.gone).toBeGreaterThan(10)
    // What is unlinked was written over and forced to disk before.
    const last = new Map<string, Buffer>()
    for (const step of changed.steps) {
      if (step.is === 'write') last.set(step.name, step.bytes)
      if (step.is === 'unlink') expect(holdsAny(last.get(step.name)!, pieces)).toBe(false)
    }
    expect(last.size).toBe(2)
  })

  it('keeps its copies whatever stops another one', async () => {
    const circle = await protectedCircle()
    const packKey = circle.vaults.packKey(circle.id)
    const wish = { circle: circle.id, packKey, rows: Buffer.from('{"rows":[]}') }
    for (let time = 0; time < 3; time++) addPack(circle.folder, 'snapshot', wish)
    const before = filesIn(circle.folder)
    const steps = await record(() => addPack(circle.folder, 'snapshot', wish))
    for (const cut of cutsOf(steps, every)) {
      const next = run(newFolder(cutAt(before, steps, cut)))
      const packs = packsOf(next.folder, circle.id)
      expect([3, 4]).toContain(packs.length)
      await keysBy(next.vaults, circle.id, fourWords)
      for (const { path } of packs) expect(readFileSync(path).toString('latin1').slice(0, 8)).toBe('CIRCLET1')
      expect([...filesIn(next.folder).keys()].filter((name) => name.endsWith('.part'))).toEqual([])
    }
  })
})

describe('a disk that does not keep what it is given', () => {
  it('costs none of the packs that were there', async () => {
    const { vaults, folder, id } = await protectedCircle()
    const wish = { circle: id, packKey: vaults.packKey(id), rows: Buffer.from('{"rows":[]}') }
    for (let time = 0; time < 3; time++) addPack(folder, 'snapshot', wish)
    const before = stateOf(folder)
    await spoiled(() => expect(() => addPack(folder, 'snapshot', wish)).toThrow('not read again'))
    expect(stateOf(folder)).toBe(before)
    addPack(folder, 'snapshot', wish)
    expect(stateOf(folder)).not.toBe(before)
  })
})

describe('a writing that fails', () => {
  /** One change of keys that fails at each of its steps in turn; then another one that does not. */
  const failures = async (prepare: (folder: string, id: string) => void, steps: number) => {
    for (let at = 0; at < steps; at++) {
      const circle = await protectedCircle()
      prepare(circle.folder, circle.id)
      const { vaults, id } = circle
      let failed = false
      await record(
        () =>
          vaults.change({ id, add: ['session:two'], destroy: ['session:one'] }).catch(() => (failed = true)),
        at,
      )
      expect(failed).toBe(true)
      // What is on disk opens, to the old keys or to the new ones.
      const names = Object.keys(
        (await keysBy(run(newFolder(filesIn(circle.folder))).vaults, id, fourWords)) ?? {},
      )
      expect(names.includes('session:one')).toBe(!names.includes('session:two'))
      // The circle goes on, and the next writing stands above whatever the failed one has left.
      const left = Math.max(...copies(circle.folder, id).map(epochIn))
      await vaults.change({ id, add: ['session:three'], destroy: ['session:one'] })
      expect(fileOf(circle.folder, id).epoch).toBe(left + 1)
      const [one, two] = copies(circle.folder, id)
      expect(one!.equals(two!)).toBe(true)
      const again = await keysBy(run(circle.folder).vaults, id, fourWords)
      expect(Object.keys(again ?? {}).sort()).toEqual(['circle:1', 'kept:two', 'pack', 'session:three'])
    }
  }

  it('leaves a circle that opens, and does not stand in the way of the next', () =>
    failures(() => undefined, 4))

  it('does not, where the second copy was damaged, touch the first before it is whole again', async () => {
    const circle = await protectedCircle()
    const [, second] = copiesOf(circle.folder, circle.id)
    writeFileSync(second, 'not a key file')
    const before = filesIn(circle.folder)
    const steps: readonly Step[] = await record(() =>
      circle.vaults.change({ id: circle.id, add: [], destroy: ['session:one'] }),
    )
    for (const cut of cutsOf(steps, every)) {
      const next = run(newFolder(cutAt(before, steps, cut)))
      expect(await keysBy(next.vaults, circle.id, fourWords)).not.toBeNull()
    }
  })

  it('of a copy that is mended leaves the circle open all the same', async () => {
    const circle = await protectedCircle()
    const files = new Map(filesIn(circle.folder))
    files.delete(`${circle.id}.2.key`)
    const folder = newFolder(files)
    const { vaults } = run(folder)
    await record(() => expect(vaults.list().vaults[0]?.state).toBe('locked'), 0)
    expect(logged).toHaveLength(1)
    expect(logged[0]).not.toContain(folder)
    expect(await keysBy(vaults, circle.id, fourWords)).not.toBeNull()
    expect(filesIn(folder).has(`${circle.id}.2.key`)).toBe(true)
  })
})
