// Packs (docs/file-format.md): snapshots, backups and circles on their way, row by row.
import {
  CUT,
  LIMITS,
  NEWER,
  damaged,
  hkdf,
  isCount,
  isName,
  isObject,
  parse,
  refuse,
  unb64,
  unseal,
} from './bytes.mjs'

const MAGIC = Buffer.from('CIRCLET1', 'ascii')

/** The header of a pack; the rest is read only when there are keys for it. */
export function readHead(file) {
  if (file.size > LIMITS.pack) refuse('This file is larger than 64 MiB, the most a circle can be.')
  const start = file.read(0, Math.min(12, file.size))
  if (start[0] === 0x7b) refuse('This looks like a key file: read it with --key.')
  if (!MAGIC.subarray(0, start.length).equals(start.subarray(0, 8))) refuse('This is not a file of a circle.')
  if (start.length < 12) refuse(CUT)
  const length = start.readUInt32BE(8)
  if (length > LIMITS.header) damaged('its header claims to be longer than a header can be')
  if (file.size < 12 + length + 12 + 16) refuse(CUT)
  const bytes = file.read(12, length)
  const header = parse(bytes, 'its header')
  if (isCount(header.minReader) && header.minReader > 1) refuse(NEWER)
  if (header.minReader !== 1 || !isCount(header.v) || header.v < 1) damaged('its header has no version')
  if (!['snapshot', 'backup', 'travel'].includes(header.kind)) damaged('its header names no kind of file')
  if (isObject(header.keys) !== (header.kind === 'travel'))
    damaged('its keys are where none belong, or missing')
  unb64(header.circle, 'the id of the circle', 16)
  return { header, salt: unb64(header.salt, 'its salt'), extra: Buffer.concat([start, bytes]) }
}

/** One row; null when its key is no longer in the ring. A row that does not open is damage, and is said. */
function openRow(row, keys) {
  if (!Array.isArray(row) || row.length !== 6) damaged('a row is not a row')
  const [id, sid, kid, rev, n, c] = row
  if (!isName(id) || !isName(sid) || typeof kid !== 'string' || !isCount(rev)) damaged('a row has no address')
  const [nonce, sealed] = [unb64(n, 'a row', 12), unb64(c, 'a row')]
  if (kid === 'pack') damaged('a row lies under a key that is not for rows')
  const key = keys.get(kid)
  if (!key) return null
  const text = unseal(key, nonce, sealed, `circlet|row|1|${id}|${sid}|${kid}|${rev}`)
  const { t, s, d } = parse(text ?? damaged(`the row ${id.slice(0, 64)} does not open`), 'a row')
  return { t: typeof t === 'string' ? t : damaged('a row has no type'), s, d, id, sid, kid, rev }
}

/** All rows of a pack under the keys of a ring. */
export function openPack(file, { header, salt, extra }, keys, ring) {
  if (header.circle !== keys.circle) refuse('This file and these keys belong to two different circles.')
  const key = ring.keys.get('pack') ?? refuse('The key of this file is gone: it can no longer be read.')
  const rest = file.read(extra.length, file.size - extra.length)
  const packKey = hkdf(key, salt, `circlet pack ${header.kind}`)
  const text = unseal(packKey, rest.subarray(0, 12), rest.subarray(12), extra)
  const { rows } = parse(
    text ?? refuse('This file was cut off or is damaged: it does not open.'),
    'its content',
  )
  if (!Array.isArray(rows)) damaged('its rows are missing')
  const opened = rows.map((row) => openRow(row, ring.keys)).filter((row) => row !== null)
  return { circle: keys.label, id: keys.circle, rows: opened, leftOut: rows.length - opened.length }
}
