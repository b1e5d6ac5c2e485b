// JSON and base64url from files that anybody may have written.
import { z } from 'zod'
import { exactBytes } from './sealing'

/** Far deeper than anything that Circlet writes into main's files. */
const deepest = 32
const signs = { quote: 0x22, escape: 0x5c } as const
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

/** Whether JSON is nested within bounds; looked at before it is parsed. */
function isShallow(bytes: Uint8Array): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < bytes.length; at++) {
    const sign = bytes[at] as number
    if (quoted && sign === signs.escape) at++
    else if (sign === signs.quote) quoted = !quoted
    else if (!quoted && opening.has(sign)) depth++
    else if (!quoted && closing.has(sign)) depth--
    if (depth > deepest) return false
  }
  return true
}

/** Reads JSON: UTF-8 without errors, and not too deep. Throws otherwise. */
export function readJson(bytes: Uint8Array): unknown {
  if (!isShallow(bytes)) throw new Error('too deep')
  return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
}

/** Base64url in the one writing it has, of so many bytes where that is known. */
export const base64 = (bytes?: number) =>
  z
    .string()
    .max(1_000_000)
    .refine((text) => exactBytes(text, bytes) !== null)

/** Whole numbers that grow by one with each change: with room above them, so that the next one can still be written. */
export const counter = z.number().int().min(0).max(1e12)
