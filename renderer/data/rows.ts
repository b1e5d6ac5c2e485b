import type { RecordId } from '../../shared/basics/ids'
import type { Envelope } from './seal'

/** Bytes as base64url. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  const part = 0x8000
  for (let at = 0; at < bytes.length; at += part)
    binary += String.fromCharCode(...bytes.subarray(at, at + part))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Bytes from base64url. Throws when it is not. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}

/** Sealed rows as they go into a pack. */
export const writeRows = (rows: readonly Envelope[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      rows: rows.map(({ id, sid, kid, rev, n, c }) => [id, sid, kid, rev, toBase64(n), toBase64(c)]),
    }),
  )

const isRow = (row: unknown): row is [string, string, string, number, string, string] =>
  Array.isArray(row) &&
  row.length === 6 &&
  Number.isSafeInteger(row[3]) &&
  [0, 1, 2, 4, 5].every((place) => typeof row[place] === 'string')

/** Sealed rows from a pack. Throws when they are not rows. */
export function readRows(bytes: Uint8Array): readonly Envelope[] {
  const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  const rows: unknown = typeof found === 'object' && found !== null && 'rows' in found ? found.rows : null
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error('no rows')
  return rows.map(([id, sid, kid, rev, n, c]) => ({
    id: id as RecordId,
    sid,
    v: 1,
    kid,
    rev,
    n: fromBase64(n),
    c: fromBase64(c),
  }))
}
