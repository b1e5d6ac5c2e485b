// The circles of this computer: who may open them, and their keys while they are open. Only this part of main holds keys.
import type { CircleId } from '../../shared/basics/ids'
import type {
  KeyChange,
  Opening,
  OpenWish,
  OwnKeep,
  OwnLook,
  OwnOpening,
  OwnSealing,
  ProposedWays,
  Protection,
  ScopeKeys,
  VaultFacts,
  VaultList,
  Way,
} from '../../shared/vault/vault'
import type { KeyFile, Slot } from './key-file'
import { openOwnTexts, sealOwnText } from './own'
import {
  arriving,
  codeSlot,
  computerSlot,
  keysOf,
  newRing,
  openersOf,
  openKeyFile,
  openSlot,
  packKeyOf,
  resealed,
  sealRing,
  travelling,
  wordsSlot,
  type Openers,
  type OpenVault,
  type Ring,
} from './ring'
import { newKey, newText, toText } from './sealing'
import { createShelf, type Shelf } from './shelf'
import { createLine, createTries } from './tries'
import { areWords, isCode, proposeCode, proposeWords, type Derive } from './ways'

/** What a key file from elsewhere gave when it was opened. */
export interface OpenedGuest {
  readonly keys: ScopeKeys
  readonly packKey: Buffer
}

export interface Vaults {
  readonly list: () => VaultList
  /** Makes a circle that anyone at this computer can open, until `protect` says otherwise. */
  readonly make: (label: string) => VaultFacts
  readonly open: (wish: OpenWish) => Promise<Opening>
  /** Changes the keys of an open circle and gives all of them. Rejects when the circle is not open. */
  readonly change: (change: KeyChange) => Promise<ScopeKeys>
  readonly propose: () => ProposedWays
  /**
   * New ways to open an open circle; the old ones no longer do. New words replace every way, a new code the code before it; where
   * neither is given, words and code stay. Rejects when the circle was closed meanwhile.
   */
  readonly protect: (protection: Protection) => Promise<void>
  /** Closes every circle that needs something to be opened again, and forgets what was brought. */
  readonly lock: () => void
  /** Destroys a circle's keys for good: nothing of it can be read from then on. */
  readonly forget: (id: CircleId) => void
  /** Seals a text under a member's own words. Rejects when the circle is not open, or was closed meanwhile. */
  readonly sealOwn: (keep: OwnKeep) => Promise<OwnSealing>
  /** Opens what lies under a member's own words; wrong ones wait, member by member, as those of the circle. Rejects as `sealOwn` does. */
  readonly openOwn: (look: OwnLook) => Promise<OwnOpening>
  /** The key that seals a circle's packs; throws when it is not open. */
  readonly packKey: (id: CircleId) => Buffer
  /** An open circle's keys for a file that travels, with those of its rows that may: it opens by words and by code only. */
  readonly travelling: (id: CircleId) => KeyFile
  /** Whether a circle has words, without which it does not travel. */
  readonly canTravel: (id: CircleId) => boolean
  /** Opens a key file from elsewhere, to be adopted; wrong tries wait as long as those at home. Rejects when it was locked meanwhile. */
  readonly openFile: (
    file: KeyFile,
    way: Way,
    secret: string,
  ) => Promise<OpenedGuest | { readonly wait: number }>
  /**
   * Makes the circle that was opened last one of this computer's; where it is here already, its newer ways to open it hold here
   * too. Throws when it is another circle under the same id, or the one here is locked.
   */
  readonly adopt: () => void
}

interface Needs extends Openers {
  /** Where the key files lie. */
  readonly folder: string
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number
}

const newDatabase = () => `circlet-${newText()}`

/** Opens a circle of this computer with what somebody gave. */
async function openHere(
  shelf: Shelf,
  { id, way, secret }: OpenWish,
  attempt: (file: KeyFile, way: Way, secret: string) => Promise<OpenVault | { readonly wait: number }>,
): Promise<Opening> {
  const already = shelf.get(id)
  if (already !== undefined) return { is: 'open', keys: keysOf(already.ring) }
  const file = shelf.has(id) ? shelf.read(id) : 'damaged'
  if (typeof file === 'string' || !file.body.slots.some(({ type }) => type === way)) return { is: 'cannot' }
  const locks = shelf.locks()
  const opened = await attempt(file, way, secret)
  if ('wait' in opened) return { is: 'wrong', wait: opened.wait }
  // While the words were derived, another call may have opened it, and somebody may have locked or forgotten it.
  const meanwhile = shelf.get(id)
  if (meanwhile !== undefined) return { is: 'open', keys: keysOf(meanwhile.ring) }
  if (shelf.locks() !== locks || !shelf.has(id)) return { is: 'cannot' }
  shelf.hold(opened)
  return { is: 'open', keys: keysOf(opened.ring) }
}

/** A ring without the keys to destroy, and with new ones; null when nothing changes. */
function changedRing(ring: Ring, { add, destroy }: Pick<KeyChange, 'add' | 'destroy'>): Ring | null {
  const kept = Object.entries(ring.keys).filter(([name]) => !destroy.includes(name))
  const fresh = add
    .filter((name) => !Object.hasOwn(ring.keys, name) && !destroy.includes(name))
    .map((name) => [name, toText(newKey())] as const)
  if (kept.length === Object.keys(ring.keys).length && fresh.length === 0) return null
  return { ...ring, keys: Object.fromEntries([...kept, ...fresh]) }
}

function changeKeys(shelf: Shelf, { id, add, destroy, label, database }: KeyChange): ScopeKeys {
  const vault = shelf.held(id)
  const ring = changedRing(vault.ring, { add, destroy })
  const change = {
    ...(label === undefined ? {} : { label }),
    ...(database === undefined ? {} : { database }),
    ...(ring === null ? {} : { ring }),
  }
  if (Object.keys(change).length > 0) shelf.write(vault, change)
  return keysOf(shelf.held(id).ring)
}

/** Writes new ways to open a circle, under a new master key. */
async function protect(
  shelf: Shelf,
  { id, words, code, computer }: Protection,
  { keyStore, derive }: Openers,
): Promise<void> {
  shelf.held(id)
  if (words !== undefined && !areWords(words)) throw new Error('words')
  if (code !== undefined && !isCode(code)) throw new Error('code')
  if (computer && !keyStore.isReal()) throw new Error('no key store')
  const master = newKey()
  const made = [
    ...(words === undefined ? [] : [await wordsSlot(id, master, words, derive)]),
    ...(code === undefined ? [] : [codeSlot(id, master, code)]),
  ]
  // Whatever was saved while the words were derived stays: the circle is the one of now.
  const vault = shelf.held(id)
  const stay: readonly Slot['type'][] = [
    ...(words === undefined ? (['words'] as const) : []),
    ...(words === undefined && code === undefined ? (['recovery'] as const) : []),
  ]
  const all = [...made, ...resealed(vault, stay, master)]
  const computers = computer ? [computerSlot(master, keyStore)] : []
  const slots = [...all.map(({ slot }) => slot), ...computers]
  if (slots.length === 0) throw new Error('nobody')
  const ring = { ...vault.ring, openers: openersOf(all) }
  shelf.write(vault, { master, ring, slots, ways: vault.file.body.ways + 1 })
}

/** Takes in a circle from elsewhere, or its newer ways to open it. */
function adopt(shelf: Shelf, guest: OpenVault): void {
  const { circle, ways } = guest.file.body
  const here = shelf.get(circle)
  if (here === undefined) {
    if (shelf.has(circle)) throw new Error('locked')
    // What is counted for the copies on this computer begins here.
    const file = { ...guest.file, epoch: 0 }
    shelf.write({ ...guest, file }, { ...arriving(guest), database: newDatabase() })
    return
  }
  // Whoever only knows the circle's id cannot know the key of its packs.
  const [ours, theirs] = [packKeyOf(here.ring), packKeyOf(guest.ring)]
  if (ours === null || theirs === null || !ours.equals(theirs)) throw new Error('another')
  if (ways <= here.file.body.ways) return
  const { master, ring, slots } = arriving(guest)
  shelf.write(here, { master, slots, ways, ring: { ...here.ring, openers: ring.openers } })
}

/** Does something slow with an open circle. Rejects when it is not open, or somebody locked meanwhile: nothing is given then. */
async function whileOpen<Result>(
  shelf: Shelf,
  id: CircleId,
  work: (vault: OpenVault) => Promise<Result>,
): Promise<Result> {
  const locks = shelf.locks()
  const result = await work(shelf.held(id))
  shelf.held(id)
  if (shelf.locks() !== locks) throw new Error('locked')
  return result
}

/** The circles whose key files lie in a folder. */
export function createVaults({ folder, keyStore, derive, now }: Needs): Vaults {
  const shelf = createShelf(folder, keyStore)
  const tries = createTries(now)
  const inLine = createLine()
  // One at a time: each takes much memory.
  const oneByOne: Derive = (words, kdf) => inLine(() => derive(words, kdf))
  const openers = { keyStore, derive: oneByOne }
  let guest: OpenVault | null = null
  const leaveGuest = () => {
    guest?.master.fill(0)
    guest = null
  }

  const attempt = async (file: KeyFile, way: Way, secret: string) => {
    const tried = await tries.attempt(file.body.circle, () => openKeyFile(file, way, secret, openers))
    return 'wait' in tried ? tried : tried.found
  }

  return {
    list: () => ({ vaults: shelf.facts(), keyStore: keyStore.isReal() }),
    make: (label) => {
      const [circle, master, ring] = [newText(), newKey(), newRing()]
      const body = { circle, label, database: newDatabase(), ways: 1, slots: [openSlot(master)] }
      shelf.write({ file: { epoch: 0, body: sealRing(0, body, master, ring) }, master, ring }, {})
      return shelf.factsOf(circle)
    },
    open: (wish) => openHere(shelf, wish, attempt),
    change: async (change) => changeKeys(shelf, change),
    propose: () => ({ words: proposeWords(), code: proposeCode() }),
    protect: (protection) => protect(shelf, protection, openers),
    lock: () => {
      shelf.lock()
      leaveGuest()
    },
    forget: shelf.forget,
    sealOwn: (keep) => whileOpen(shelf, keep.id, (vault) => sealOwnText(vault, keep, oneByOne)),
    openOwn: (look) =>
      whileOpen(shelf, look.id, async () => {
        const tried = await tries.attempt(`${look.id}/${look.member}`, () => openOwnTexts(look, oneByOne))
        return 'wait' in tried ? { is: 'wrong', wait: tried.wait } : tried.found
      }),
    packKey: (id) => {
      const key = packKeyOf(shelf.held(id).ring)
      if (key === null) throw new Error('no pack key')
      return key
    },
    travelling: (id) => travelling(shelf.held(id)),
    canTravel: (id) => shelf.held(id).file.body.slots.some(({ type }) => type === 'words'),
    openFile: async (file, way, secret) => {
      const locks = shelf.locks()
      const opened = await attempt(file, way, secret)
      if ('wait' in opened) return opened
      if (shelf.locks() !== locks) throw new Error('locked')
      const packKey = packKeyOf(opened.ring)
      if (packKey === null) throw new Error('no pack key')
      leaveGuest()
      guest = opened
      return { keys: keysOf(opened.ring), packKey }
    },
    adopt: () => {
      if (guest === null) throw new Error('nothing was brought')
      adopt(shelf, guest)
      leaveGuest()
    },
  }
}
