// The circles of this computer: who may open them, and their keys while they are open. Only this part of main holds keys.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CircleId } from '../../shared/basics/ids'
import type {
  KeyChange,
  Opening,
  OpenWish,
  ProposedWays,
  Protection,
  ScopeKeys,
  VaultFacts,
  VaultList,
  Way,
} from '../../shared/vault/vault'
import {
  destroyFile,
  forceFolder,
  readKeyFile,
  writeKeyFile,
  type Copies,
  type KeyBody,
  type KeyFile,
  type Slot,
} from './key-file'
import type { KeyStore } from './key-store'
import { deriveKey, fromText, newKey, openText, padded, sealText, toText } from './sealing'
import {
  areWords,
  isBearable,
  isCode,
  keyOfCode,
  proposeCode,
  proposeWords,
  usualCost,
  wordsAsHashed,
  type Derive,
} from './ways'

/** A circle's keys in clear: what they seal, and the keys of the ways by which a new master key is given to all of them. */
interface Ring {
  readonly keys: Readonly<Record<string, string>>
  readonly openers: Readonly<Record<string, string>>
}

interface OpenVault {
  readonly file: KeyFile
  readonly master: Buffer
  readonly ring: Ring
}

/** A key file from elsewhere that was opened. */
export interface OpenedFile {
  readonly file: KeyFile
  readonly master: Buffer
  readonly ring: Ring
  readonly keys: ScopeKeys
}

export interface Vaults {
  readonly list: () => VaultList
  /** Makes a circle that anyone at this computer can open, until `protect` says otherwise. */
  readonly make: (label: string) => VaultFacts
  readonly open: (wish: OpenWish) => Promise<Opening>
  /** Changes the keys of an open circle and gives all of them. Rejects when the circle is not open. */
  readonly change: (change: KeyChange) => Promise<ScopeKeys>
  readonly propose: () => ProposedWays
  /** New ways to open an open circle; the old ones no longer do. */
  readonly protect: (protection: Protection) => Promise<void>
  /** Closes every circle that needs something to be opened again. */
  readonly lock: () => void
  /** Destroys a circle's keys for good: nothing of it can be read from then on. */
  readonly forget: (id: CircleId) => void
  /** The key that seals a circle's packs; rejects when it is not open. */
  readonly packKey: (id: CircleId) => Buffer
  /** An open circle's keys for a file that travels, with those of its rows that may: it opens by words and by code only. */
  readonly travelling: (id: CircleId) => KeyFile
  /** Whether a circle has words, without which it does not travel. */
  readonly canTravel: (id: CircleId) => boolean
  /** Opens a key file from elsewhere; wrong tries wait as long as those at home. */
  readonly openFile: (
    file: KeyFile,
    way: Way,
    secret: string,
  ) => Promise<OpenedFile | { readonly wait: number }>
  /** Makes a circle from elsewhere one of this computer's; where it is here already, its newer ways to open it hold here too. */
  readonly adopt: (opened: OpenedFile) => void
}

interface Needs {
  /** Where the key files lie. */
  readonly folder: string
  readonly keyStore: KeyStore
  readonly derive: Derive
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number
}

const ringStep = 1024
const freeTries = 3
const longestWait = 30

const empty = Buffer.alloc(0)
const aboutSlot = (circle: string, { id, type }: Pick<Slot, 'id' | 'type'>) =>
  `circlet|keys|1|${circle}|slot|${id}|${type}`
const aboutRing = (epoch: number, { circle, ways, database, label }: Omit<KeyBody, 'ring' | 'slots'>) =>
  `circlet|keys|1|${circle}|ring|${epoch}|${ways}|${database}|${label}`
const ringKey = (master: Uint8Array) => deriveKey(master, empty, 'circlet ring')

/** Seals a ring into a body. */
export function sealRing(
  epoch: number,
  body: Omit<KeyBody, 'ring'>,
  master: Uint8Array,
  ring: Ring,
): KeyBody {
  const sealed = sealText(ringKey(master), padded(JSON.stringify(ring), ringStep), aboutRing(epoch, body))
  return { ...body, ring: sealed }
}

function openRing({ epoch, body }: KeyFile, master: Uint8Array): Ring | null {
  const plain = openText(ringKey(master), body.ring, aboutRing(epoch, body))
  return plain === null ? null : (JSON.parse(plain.toString('utf8')) as Ring)
}

const keysOf = ({ ring }: OpenVault): ScopeKeys =>
  Object.fromEntries(Object.entries(ring.keys).map(([name, key]) => [name, new Uint8Array(fromText(key))]))

/** Opens one slot with what was given; null when it does not fit. */
async function masterFrom(
  slot: Slot,
  circle: string,
  secret: string,
  { keyStore, derive }: Pick<Needs, 'keyStore' | 'derive'>,
): Promise<Buffer | null> {
  if (slot.type === 'open') return fromText(slot.key)
  if (slot.type === 'computer') return keyStore.open(slot.c)
  if (slot.type === 'recovery') return openText(keyOfCode(secret, slot.salt), slot, aboutSlot(circle, slot))
  if (!isBearable(slot.kdf)) return null
  return openText(await derive(wordsAsHashed(secret), slot.kdf), slot, aboutSlot(circle, slot))
}

/** Opens a key file by one of its ways; null when that does not open it. */
export async function openKeyFile(
  file: KeyFile,
  way: Way,
  secret: string,
  needs: Pick<Needs, 'keyStore' | 'derive'>,
): Promise<{ readonly master: Buffer; readonly ring: Ring } | null> {
  for (const slot of file.body.slots.filter(({ type }) => type === way)) {
    const master = await masterFrom(slot, file.body.circle, secret, needs)
    const ring = master === null ? null : openRing(file, master)
    if (master !== null && ring !== null) return { master, ring }
  }
  return null
}

interface MadeSlot {
  readonly slot: Slot
  readonly opener: Buffer
}

/** The ways that stay when others change: a new master key for each, sealed with what the ring knows. */
const resealed = ({ circle, slots }: KeyBody, { openers }: Ring, master: Buffer): readonly MadeSlot[] =>
  slots.flatMap((slot) => {
    const opener = openers[slot.id]
    if ((slot.type !== 'words' && slot.type !== 'recovery') || opener === undefined) return []
    const key = fromText(opener)
    return [{ slot: { ...slot, ...sealText(key, master, aboutSlot(circle, slot)) }, opener: key }]
  })

/** The circles whose key files lie in a folder. */
export function createVaults(needs: Needs): Vaults {
  const { folder, keyStore } = needs
  const open = new Map<string, OpenVault>()
  let lockedByHand = false
  const tries = new Map<string, { readonly count: number; readonly until: number }>()
  const copiesOf = (id: string): Copies => [join(folder, `${id}.1.key`), join(folder, `${id}.2.key`)]
  mkdirSync(folder, { recursive: true })

  const ids = (): readonly string[] => [
    ...new Set(readdirSync(folder).flatMap((name) => /^([\w-]{22})\.[12]\.key$/.exec(name)?.[1] ?? [])),
  ]

  const write = (id: string, vault: OpenVault) => {
    writeKeyFile(copiesOf(id), vault.file)
    open.set(id, vault)
  }

  /** Opens what asks for nothing: a circle until its first close, and one that this computer's key store opens. */
  const openByItself = (id: string, file: KeyFile): void => {
    for (const slot of file.body.slots) {
      const master =
        slot.type === 'open'
          ? fromText(slot.key)
          : slot.type === 'computer' && !lockedByHand
            ? keyStore.open(slot.c)
            : null
      const ring = master === null ? null : openRing(file, master)
      if (master !== null && ring !== null) return void open.set(id, { file, master, ring })
    }
  }

  const factsOf = (id: string): VaultFacts => {
    const held = open.get(id)
    const file = held?.file ?? readKeyFile(copiesOf(id))
    if (typeof file === 'string')
      return { id: id as CircleId, label: '', state: file, ways: [], database: null }
    if (held === undefined) openByItself(id, file)
    const { label, slots, database } = file.body
    return {
      id: id as CircleId,
      label,
      state: open.has(id) ? 'open' : 'locked',
      ways: slots.map(({ type }) => type),
      database,
    }
  }

  const held = (id: string): OpenVault => {
    const vault = open.get(id)
    if (vault === undefined) throw new Error('locked')
    return vault
  }

  /** A new writing of a circle: the ring sealed anew, one epoch on. */
  const rewritten = (
    { file, master, ring }: OpenVault,
    change: Partial<Omit<KeyBody, 'ring'>> = {},
    keys = ring,
  ) => {
    const epoch = file.epoch + 1
    const { ring: _ring, ...rest } = file.body
    return {
      file: { epoch, body: sealRing(epoch, { ...rest, ...change }, master, keys) },
      master,
      ring: keys,
    }
  }

  const waitOf = (id: string): number =>
    Math.max(0, Math.ceil(((tries.get(id)?.until ?? 0) - needs.now()) / 1000))

  const countWrong = (id: string): number => {
    const count = (tries.get(id)?.count ?? 0) + 1
    const seconds = count < freeTries ? 0 : Math.min(longestWait, 2 ** (count - freeTries))
    tries.set(id, { count, until: needs.now() + seconds * 1000 })
    return seconds
  }

  const newSlot = async (
    circle: string,
    master: Buffer,
    way: { readonly words: string } | { readonly code: string },
  ): Promise<MadeSlot> => {
    const id = toText(randomBytes(16))
    const salt = toText(randomBytes(16))
    if ('code' in way) {
      const opener = keyOfCode(way.code, salt)
      const type = 'recovery'
      return {
        slot: { id, type, salt, ...sealText(opener, master, aboutSlot(circle, { id, type })) },
        opener,
      }
    }
    const kdf = { ...usualCost, salt }
    const opener = await needs.derive(wordsAsHashed(way.words), kdf)
    const type = 'words'
    return { slot: { id, type, kdf, ...sealText(opener, master, aboutSlot(circle, { id, type })) }, opener }
  }

  const openCounted = async (file: KeyFile, way: Way, secret: string) => {
    const { circle } = file.body
    const wait = waitOf(circle)
    if (wait > 0) return { wait }
    const opened = await openKeyFile(file, way, secret, needs)
    if (opened === null) return { wait: countWrong(circle) }
    tries.delete(circle)
    return opened
  }

  return {
    list: () => ({ vaults: ids().map(factsOf), keyStore: keyStore.isReal() }),
    make: (label) => {
      const circle = toText(randomBytes(16))
      const master = newKey()
      const ring: Ring = { keys: { 'circle:1': toText(newKey()), pack: toText(newKey()) }, openers: {} }
      const database = `circlet-${toText(randomBytes(16))}`
      const slots: Slot[] = [{ id: toText(randomBytes(16)), type: 'open', key: toText(master) }]
      const body = sealRing(1, { circle, label, database, ways: 1, slots }, master, ring)
      write(circle, { file: { epoch: 1, body }, master, ring })
      return factsOf(circle)
    },
    open: async ({ id, way, secret }) => {
      const already = open.get(id)
      if (already !== undefined) return { is: 'open', keys: keysOf(already) }
      if (!ids().includes(id)) return { is: 'cannot' }
      const file = readKeyFile(copiesOf(id))
      if (typeof file === 'string' || !file.body.slots.some(({ type }) => type === way))
        return { is: 'cannot' }
      const opened = await openCounted(file, way, secret)
      if ('wait' in opened) return { is: 'wrong', wait: opened.wait }
      const vault = { file, ...opened }
      open.set(id, vault)
      return { is: 'open', keys: keysOf(vault) }
    },
    change: async ({ id, add, destroy, label, database }) => {
      const vault = held(id)
      const { keys } = vault.ring
      const kept = Object.entries(keys).filter(([name]) => !destroy.includes(name))
      const fresh = add.filter((name) => !Object.hasOwn(keys, name)).map((name) => [name, toText(newKey())])
      const ring = { ...vault.ring, keys: Object.fromEntries([...kept, ...fresh]) }
      const changed = kept.length < Object.keys(keys).length || fresh.length > 0
      const body = {
        ...(label === undefined ? {} : { label }),
        ...(database === undefined ? {} : { database }),
      }
      if (changed || Object.keys(body).length > 0) write(id, rewritten(vault, body, ring))
      return keysOf(held(id))
    },
    propose: () => ({ words: proposeWords(), code: proposeCode() }),
    protect: async ({ id, words, code, computer }) => {
      const before = held(id)
      if (words !== undefined && !areWords(words)) throw new Error('words')
      if (code !== undefined && !isCode(code)) throw new Error('code')
      if (computer && !keyStore.isReal()) throw new Error('no key store')
      const master = newKey()
      const made = [
        ...(words === undefined ? [] : [await newSlot(id, master, { words })]),
        ...(code === undefined ? [] : [await newSlot(id, master, { code })]),
      ]
      // Whatever was saved while the words were derived stays: the ring is the one of now.
      const { file, ring } = open.get(id) ?? before
      const kept = words === undefined ? resealed(file.body, ring, master) : []
      const computers: Slot[] = computer
        ? [{ id: toText(randomBytes(16)), type: 'computer', c: keyStore.seal(master) }]
        : []
      const slots = [...made, ...kept]
      if (slots.length + computers.length === 0) throw new Error('nobody')
      const openers = Object.fromEntries(slots.map(({ slot, opener }) => [slot.id, toText(opener)]))
      const change = { slots: [...slots.map(({ slot }) => slot), ...computers], ways: file.body.ways + 1 }
      write(id, rewritten({ file, master, ring }, change, { ...ring, openers }))
    },
    lock: () => {
      lockedByHand = true
      for (const [id, { file, master }] of [...open]) {
        if (file.body.slots.some(({ type }) => type === 'open')) continue
        master.fill(0)
        open.delete(id)
      }
    },
    forget: (id) => {
      open.get(id)?.master.fill(0)
      open.delete(id)
      if (!ids().includes(id)) return
      for (const path of copiesOf(id)) destroyFile(path)
      forceFolder(folder)
    },
    packKey: (id) => fromText(held(id).ring.keys['pack'] ?? ''),
    travelling: (id) => {
      const { file, master, ring } = held(id)
      const slots = file.body.slots.filter(({ type }) => type === 'words' || type === 'recovery')
      if (!slots.some(({ type }) => type === 'words')) throw new Error('no words')
      const goes = Object.entries(ring.keys).filter(([name]) => /^(circle|kept):|^pack$/.test(name))
      const { ring: _ring, ...rest } = file.body
      const carried = { keys: Object.fromEntries(goes), openers: ring.openers }
      return { epoch: file.epoch, body: sealRing(file.epoch, { ...rest, slots }, master, carried) }
    },
    canTravel: (id) => held(id).file.body.slots.some(({ type }) => type === 'words'),
    openFile: async (file, way, secret) => {
      const opened = await openCounted(file, way, secret)
      return 'wait' in opened ? opened : { file, ...opened, keys: keysOf({ file, ...opened }) }
    },
    adopt: ({ file, master, ring }) => {
      const { circle, slots, ways } = file.body
      const here = open.get(circle)
      if (here === undefined) {
        if (ids().includes(circle)) throw new Error('locked')
        const database = `circlet-${toText(randomBytes(16))}`
        write(circle, rewritten({ file, master, ring }, { database }))
      } else if (ways > here.file.body.ways) {
        write(
          circle,
          rewritten({ ...here, master }, { slots, ways }, { ...here.ring, openers: ring.openers }),
        )
      }
    },
  }
}
