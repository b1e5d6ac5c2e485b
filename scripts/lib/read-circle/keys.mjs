// The keys of a circle (docs/file-format.md): what was typed, slots, the ring, the two copies of a key file.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import {
  LIMITS,
  NEWER,
  Refusal,
  damaged,
  hkdf,
  isCount,
  isName,
  isObject,
  openFile,
  parse,
  refuse,
  unb64,
  unseal,
} from './bytes.mjs'

const KDF = { m: [19_456, 262_144], t: [1, 10], p: [1, 1] }

/** Argon2id, the one thing Node 20 lacks; loaded only when words are really tried. */
export async function argon2id(words, { m, t, p, salt }) {
  const wasm = await import('hash-wasm')
  const sizes = { memorySize: m, iterations: t, parallelism: p, hashLength: 32 }
  return wasm.argon2id({ password: Buffer.from(words), salt, ...sizes, outputType: 'binary' })
}

export const plainWords = (text) =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim()
export const plainCode = (text) =>
  text
    .replace(/[^\x00-\x7f]/g, '')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** What was typed, as it is hashed: `{type, text}`, or null when nothing was. */
export async function secretOf({ words, code }, firstLine) {
  if (words !== undefined && code !== undefined) refuse('Either the words or the code, not both.')
  const typed = words ?? code
  if (typed === undefined) return null
  const text = typed === '-' ? await firstLine() : typed
  if (text.length > LIMITS.secret) refuse('That is too long to be the words or the code of a circle.')
  if (code === undefined) return { type: 'words', text: plainWords(text) || refuse('No words were given.') }
  const plain = plainCode(text)
  if (!/^[0-9A-HJKMNP-TV-Z]{30}$/.test(plain)) refuse('A code has 30 letters and digits, and no U.')
  return { type: 'recovery', text: plain }
}

/** Every slot is looked at before any is tried, so that no file can ask for hostile work. */
function checkSlot(slot) {
  if (!isObject(slot) || !isName(slot.id) || typeof slot.type !== 'string') damaged('a slot is not a slot')
  if (slot.type === 'recovery') unb64(slot.salt, 'the salt of the code', 16)
  if (slot.type !== 'words') return
  const kdf = isObject(slot.kdf) ? slot.kdf : damaged('how its words are hashed is missing')
  if (kdf.alg !== 'argon2id') refuse(NEWER)
  const allowed = ([name, [low, high]]) => isCount(kdf[name]) && kdf[name] >= low && kdf[name] <= high
  if (!Object.entries(KDF).every(allowed))
    refuse('This file asks for work no circle asks for; none was done.')
  unb64(slot.kdf.salt, 'the salt of the words', 16)
}

/** The keys of a circle, still closed: from a key file or from a pack on its way. */
export function parseKeys(epoch, text) {
  if (!isCount(epoch) || typeof text !== 'string') damaged('its keys are missing')
  const body = parse(Buffer.from(text), 'the body of its keys')
  const { circle, label, database, ways, slots, ring } = body
  unb64(circle, 'the id of the circle', 16)
  if (typeof label !== 'string' || !label.isWellFormed()) damaged('the name of the circle is not text')
  if (typeof database !== 'string' || !/^circlet-[\w-]+$/.test(database)) damaged('its database has no name')
  if (!isCount(ways) || !Array.isArray(slots) || !isObject(ring)) damaged('its keys are not complete')
  if (slots.length > LIMITS.slots) damaged('it has more slots than a circle can have')
  slots.forEach(checkSlot)
  return { epoch, circle, label, database, ways, slots, ring }
}

async function slotKey(slot, secret, derive) {
  if (slot.type === 'recovery') return hkdf(secret.text, unb64(slot.salt, 'a salt', 16), 'circlet recovery')
  const { m, t, p, salt } = slot.kdf
  return derive(secret.text, { m, t, p, salt: unb64(salt, 'a salt', 16) }).catch(() =>
    refuse('This computer could not hash the words: hash-wasm is missing, or there is too little memory.'),
  )
}

/** The master key by the words, the code or, when nothing was typed, an open slot; null without a way. */
export async function masterKey(keys, secret, derive) {
  const slots = keys.slots.filter((slot) => slot.type === (secret ? secret.type : 'open'))
  if (!secret) return slots[0] ? unb64(slots[0].key, 'the open key', 32) : null
  const said = secret.type === 'words' ? 'words' : 'code'
  if (slots.length === 0) refuse(`No ${said} can open this circle here.`)
  for (const slot of slots) {
    const extra = `circlet|keys|1|${keys.circle}|slot|${slot.id}|${slot.type}`
    const [nonce, sealed] = [unb64(slot.n, 'a slot', 12), unb64(slot.c, 'a slot', 48)]
    const master = unseal(await slotKey(slot, secret, derive), nonce, sealed, extra)
    if (master) return master
  }
  return refuse(`This circle does not open with that: the ${said} may be wrong, or the file damaged.`)
}

/** The ring, opened: the names of keys with their keys. */
export function openRing(keys, master) {
  const { circle, epoch, ways, database, label, ring } = keys
  const extra = `circlet|keys|1|${circle}|ring|${epoch}|${ways}|${database}|${label}`
  const [nonce, sealed] = [unb64(ring.n, 'its ring', 12), unb64(ring.c, 'its ring')]
  const text = unseal(hkdf(master, '', 'circlet ring'), nonce, sealed, extra)
  const held = parse(text ?? damaged('its ring of keys does not open'), 'its ring of keys')
  if (!isObject(held.keys) || !isObject(held.openers)) damaged('its ring of keys is not complete')
  const entries = (part) =>
    new Map(Object.entries(part).map(([name, key]) => [name, unb64(key, 'a key', 32)]))
  return { keys: entries(held.keys), openers: entries(held.openers) }
}

/** What one copy of a key file is: sound only when its sum fits. */
function judgeCopy({ circlet, v, epoch, body, sum }) {
  if (circlet === 'keys' && isCount(v) && v > 1) return { state: 'newer' }
  const cut = { state: 'cut off or damaged' }
  if (circlet !== 'keys' || v !== 1 || !isCount(epoch) || typeof body !== 'string') return cut
  const right = createHash('sha256').update(`${epoch}\n${body}`).digest('base64url')
  return sum === right ? { state: 'sound', epoch, body } : cut
}

/** One copy of a key file; whatever is wrong with it is said, for the other one may be sound. */
function readCopy(path) {
  const name = basename(path)
  let file
  try {
    file = openFile(path)
    if (file.size > LIMITS.keyFile) return { name, state: 'too large' }
    return { name, ...judgeCopy(parse(file.read(0, file.size), 'a key file')) }
  } catch (error) {
    if (error instanceof Refusal) return { name, state: 'cut off or damaged' }
    if (!error.syscall) throw error
    return { name, state: error.code === 'ENOENT' ? 'missing' : 'unreadable' }
  } finally {
    file?.close()
  }
}

/** The keys from whichever copy is sound and has the higher epoch. */
export function readKeyFile(path) {
  const sibling = path.replace(/\.([12])\.key$/, (_, copy) => `.${3 - Number(copy)}.key`)
  const copies = [...new Set([path, sibling])].sort().map(readCopy)
  if (copies.every((copy) => copy.state === 'missing')) refuse('There is no such file.')
  const best = copies.filter((copy) => copy.state === 'sound').sort((a, b) => b.epoch - a.epoch)[0]
  if (!best && copies.some((copy) => copy.state === 'newer')) refuse(NEWER)
  if (!best) refuse('This key file was cut off or is damaged, in every copy that is there.')
  return {
    ...parseKeys(best.epoch, best.body),
    copies: copies.map(({ name, state, epoch }) => ({ name, state, epoch, used: name === best.name })),
  }
}
