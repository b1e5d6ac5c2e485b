// What a member keeps under words of their own, inside a circle that is open: sealed and opened here, so that its key never leaves
// main. docs/file-format.md has the format.
import { createHash } from 'node:crypto'
import type { OwnOpening, OwnPlaceBytes, OwnSealing, OwnWish } from '../../shared/vault/vault'
import type { OpenVault } from './ring'
import { exactBytes, idBytes, nonceBytes, openBytes, padded, sealBytes, tagBytes, toText } from './sealing'
import { areWords, usualCost, wordsAsHashed, type Derive, type Kdf } from './ways'

/** The text is padded to this many bytes, so that the length tells nothing. */
const textBytes = 512

/** How many bytes a place holds, whatever is in it. */
export const placeBytes = nonceBytes + textBytes + tagBytes

/** One salt a member: every place of theirs is tried with one slow derivation, and nothing tells how many there are. */
const kdfOf = ({ id, member }: OwnWish): Kdf => {
  const hash = createHash('sha256').update(`circlet|own|1|${id}|${member}`).digest()
  return { ...usualCost, salt: toText(hash.subarray(0, idBytes)) }
}

const aboutPlace = ({ id, member }: OwnWish, place: string) =>
  Buffer.from(`circlet|own|1|${id}|${member}|${place}`, 'utf8')

/** Whether words open the circle itself: then they are nobody's own. */
async function opensCircle({ file, ring }: OpenVault, words: string, derive: Derive): Promise<boolean> {
  for (const slot of file.body.slots) {
    if (slot.type !== 'words') continue
    const key = await derive(wordsAsHashed(words), slot.kdf)
    if (Object.hasOwn(ring.openers, slot.id) && ring.openers[slot.id] === toText(key)) return true
  }
  return false
}

/** Seals a text under a member's own words, for one place. Throws when it is too long. */
export async function sealOwnText(
  vault: OpenVault,
  { place, text, ...wish }: OwnWish & { readonly place: string; readonly text: string },
  derive: Derive,
): Promise<OwnSealing> {
  if (!areWords(wish.words)) return { is: 'weak' }
  const plain = padded(text, textBytes)
  if (plain.length !== textBytes) throw new Error('too long')
  if (await opensCircle(vault, wish.words, derive)) return { is: 'the-circles' }
  const key = await derive(wordsAsHashed(wish.words), kdfOf(wish))
  const { n, c } = sealBytes(key, plain, aboutPlace(wish, place))
  key.fill(0)
  return { is: 'sealed', sealed: toText(Buffer.concat([n, c])) }
}

/** Opens what of a member's places these words open; null when that is none. As slow for no place as for many. */
export async function openOwnTexts(
  { places, ...wish }: OwnWish & { readonly places: readonly OwnPlaceBytes[] },
  derive: Derive,
): Promise<Extract<OwnOpening, { is: 'open' }> | null> {
  const key = await derive(wordsAsHashed(wish.words), kdfOf(wish))
  const texts = places.flatMap(({ id, sealed }) => {
    const bytes = exactBytes(sealed, placeBytes)
    if (bytes === null) return []
    const parts = { n: bytes.subarray(0, nonceBytes), c: bytes.subarray(nonceBytes) }
    const plain = openBytes(key, parts, aboutPlace(wish, id))
    return plain === null ? [] : [plain.toString('utf8')]
  })
  key.fill(0)
  return texts.length === 0 ? null : { is: 'open', texts }
}
