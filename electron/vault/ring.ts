// A circle's ring of keys, and the slots that hold the master key which seals it. docs/file-format.md has the format.
import { z } from 'zod'
import type { ScopeKeys, Way } from '../../shared/vault/vault'
import type { KeyBody, KeyFile, Slot } from './key-file'
import { base64, readJson } from './json'
import type { KeyStore } from './key-store'
import { deriveKey, fromText, keyBytes, newKey, newText, openText, padded, sealText, toText } from './sealing'
import { keyOfCode, usualCost, wordsAsHashed, type Derive } from './ways'

const ringShape = z.strictObject({
  keys: z.record(z.string().regex(/^[a-z]+(:[\w/-]{1,200})?$/), base64(keyBytes)),
  openers: z.record(z.string().regex(/^[\w-]{1,64}$/), base64(keyBytes)),
})

/** A circle's keys in clear: what they seal, and the keys of the ways by which a new master key is given to all of them. */
export type Ring = Readonly<z.infer<typeof ringShape>>

/** A circle that was opened: what stands in its file, and what opens it. */
export interface OpenVault {
  readonly file: KeyFile
  readonly master: Buffer
  readonly ring: Ring
}

/** What opens slots that are not open by themselves. */
export interface Openers {
  readonly keyStore: KeyStore
  readonly derive: Derive
}

/** The name of the key that seals packs. */
const packName = 'pack'
const ringStep = 1024
const nothing = Buffer.alloc(0)

const aboutSlot = (circle: string, { id, type }: Pick<Slot, 'id' | 'type'>) =>
  `circlet|keys|1|${circle}|slot|${id}|${type}`
const aboutRing = (epoch: number, { circle, ways, database, label }: Omit<KeyBody, 'ring' | 'slots'>) =>
  `circlet|keys|1|${circle}|ring|${epoch}|${ways}|${database}|${label}`
const ringKey = (master: Uint8Array) => deriveKey(master, nothing, 'circlet ring')

/** The keys of a circle that nobody has opened yet. */
export const newRing = (): Ring => ({
  keys: { 'circle:1': toText(newKey()), [packName]: toText(newKey()) },
  openers: {},
})

/** Seals a ring into a body. */
export function sealRing(
  epoch: number,
  { circle, label, database, ways, slots }: Omit<KeyBody, 'ring'>,
  master: Uint8Array,
  ring: Ring,
): KeyBody {
  const about = aboutRing(epoch, { circle, label, database, ways })
  const sealed = sealText(ringKey(master), padded(JSON.stringify(ring), ringStep), about)
  return { circle, label, database, ways, slots, ring: sealed }
}

/** Opens the ring of a file; null when the master key is another, or what is sealed is no ring. */
export function openRing({ epoch, body }: KeyFile, master: Uint8Array): Ring | null {
  const plain = openText(ringKey(master), body.ring, aboutRing(epoch, body))
  if (plain === null) return null
  try {
    return ringShape.parse(readJson(plain))
  } catch {
    // Whoever knows the words can seal anything.
    return null
  }
}

/** A ring's keys by the name of what they seal. */
export const keysOf = ({ keys }: Ring): ScopeKeys =>
  Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, new Uint8Array(fromText(key))]))

/** The key that seals packs; null in a ring that has none. */
export const packKeyOf = ({ keys }: Ring): Buffer | null => {
  const key = Object.hasOwn(keys, packName) ? keys[packName] : undefined
  return key === undefined ? null : fromText(key)
}

/** The keys of what goes along when a circle travels. */
const travelKeys = ({ keys }: Ring): Ring['keys'] =>
  Object.fromEntries(
    Object.entries(keys).filter(([name]) => name === packName || /^(circle|kept):/.test(name)),
  )

/** Opens one slot with what was given; null when it does not fit. */
async function masterFrom(
  slot: Slot,
  circle: string,
  secret: string,
  { keyStore, derive }: Openers,
): Promise<Buffer | null> {
  if (slot.type === 'open') return fromText(slot.key)
  if (slot.type === 'computer') return keyStore.open(slot.c)
  const opener =
    slot.type === 'recovery' ? keyOfCode(secret, slot.salt) : await derive(wordsAsHashed(secret), slot.kdf)
  return openText(opener, slot, aboutSlot(circle, slot))
}

/** Opens a key file by one of its ways; null when that does not open it. */
export async function openKeyFile(
  file: KeyFile,
  way: Way,
  secret: string,
  openers: Openers,
): Promise<OpenVault | null> {
  for (const slot of file.body.slots.filter(({ type }) => type === way)) {
    const master = await masterFrom(slot, file.body.circle, secret, openers)
    const ring = master === null ? null : openRing(file, master)
    if (master !== null && ring !== null) return { file, master, ring }
  }
  return null
}

/** Opens a key file by what asks for nothing: until its first close, or by the key store of this computer. */
export function openByItself(file: KeyFile, keyStore: KeyStore | null): OpenVault | null {
  for (const slot of file.body.slots) {
    const master =
      slot.type === 'open'
        ? fromText(slot.key)
        : slot.type === 'computer'
          ? (keyStore?.open(slot.c) ?? null)
          : null
    const ring = master === null ? null : openRing(file, master)
    if (master !== null && ring !== null) return { file, master, ring }
  }
  return null
}

/** A slot with the key that opens it, for the ring. */
export interface MadeSlot {
  readonly slot: Slot
  readonly opener: Buffer
}

/** What opens the slots of a file, for its ring. */
export const openersOf = (made: readonly MadeSlot[]): Ring['openers'] =>
  Object.fromEntries(made.map(({ slot, opener }) => [slot.id, toText(opener)]))

/** A slot that anyone at this computer opens. */
export const openSlot = (master: Buffer): Slot => ({ id: newText(), type: 'open', key: toText(master) })

/** A slot that the key store of this computer opens. */
export const computerSlot = (master: Buffer, keyStore: KeyStore): Slot => ({
  id: newText(),
  type: 'computer',
  c: keyStore.seal(master),
})

/** A slot for a recovery code. */
export function codeSlot(circle: string, master: Buffer, code: string): MadeSlot {
  const [about, salt] = [{ id: newText(), type: 'recovery' }, newText()] as const
  const opener = keyOfCode(code, salt)
  return { slot: { ...about, salt, ...sealText(opener, master, aboutSlot(circle, about)) }, opener }
}

/** A slot for words: the slow one. */
export async function wordsSlot(
  circle: string,
  master: Buffer,
  words: string,
  derive: Derive,
): Promise<MadeSlot> {
  const [about, kdf] = [
    { id: newText(), type: 'words' },
    { ...usualCost, salt: newText() },
  ] as const
  const opener = await derive(wordsAsHashed(words), kdf)
  return { slot: { ...about, kdf, ...sealText(opener, master, aboutSlot(circle, about)) }, opener }
}

/**
 * Slots as they stay when the master key changes, sealed with what the ring knows. Throws when the ring does not open one of them:
 * whoever has its words or its code would be shut out without a word.
 */
export const resealed = (
  { file, master, ring }: OpenVault,
  types: readonly Slot['type'][],
  fresh: Buffer,
): readonly MadeSlot[] =>
  file.body.slots.flatMap((slot): readonly MadeSlot[] => {
    if ((slot.type !== 'words' && slot.type !== 'recovery') || !types.includes(slot.type)) return []
    const text = Object.hasOwn(ring.openers, slot.id) ? ring.openers[slot.id] : undefined
    const about = aboutSlot(file.body.circle, slot)
    const opener = text === undefined ? null : fromText(text)
    if (opener === null || !openText(opener, slot, about)?.equals(master)) throw new Error('no opener')
    return [{ slot: { ...slot, ...sealText(opener, fresh, about) }, opener }]
  })

/**
 * A circle's keys as they travel: those of its rows that may, under a master key that no computer has, for its words and its code.
 * Throws when it has no words.
 */
export function travelling(vault: OpenVault): KeyFile {
  const { epoch, body } = vault.file
  const master = newKey()
  const made = resealed(vault, ['words', 'recovery'], master)
  if (!made.some(({ slot }) => slot.type === 'words')) throw new Error('no words')
  const ring = { keys: travelKeys(vault.ring), openers: openersOf(made) }
  return {
    epoch,
    body: sealRing(epoch, { ...body, slots: made.map(({ slot }) => slot) }, master, ring),
  }
}

/** What a circle from elsewhere brings to this computer: its keys that travel, and its ways to open it under a new master key. */
export function arriving(vault: OpenVault): Pick<OpenVault, 'master' | 'ring'> & Pick<KeyBody, 'slots'> {
  const master = newKey()
  const made = resealed(vault, ['words', 'recovery'], master)
  if (made.length === 0) throw new Error('nobody')
  return {
    master,
    ring: { keys: travelKeys(vault.ring), openers: openersOf(made) },
    slots: made.map(({ slot }) => slot),
  }
}
