import { accepted, refused, type Result } from '../basics/result'
import { bindings, fixed } from './bindings'
import type { CommandId, KeyMeaning, KeyPlace, KeyPress } from './commands'
import { keyOf, partsOf, readKey, showKey, type Key } from './key'
import { clickerKeys, isFieldsOwn, keptFor, neverByClicker, type KeptFor } from './reserved'

/** Which key means what: the keys out of the box, with the changes of this computer. */
export interface Keymap {
  readonly keys: ReadonlyMap<CommandId, readonly Key[]>
  readonly commands: ReadonlyMap<Key, CommandId>
}

/** What differs from the keys out of the box, as it is kept in the settings: all keys of a command. */
export type KeyChanges = Readonly<Partial<Record<CommandId, readonly string[]>>>

/** Why a key cannot be given to a command. */
export type KeyRefusal =
  | { readonly kind: 'taken'; readonly by: CommandId; readonly key: Key }
  | { readonly kind: 'kept'; readonly for: KeptFor; readonly key: Key }
  /** A clicker sends it, and what the command does is too much for a slip of the thumb. */
  | { readonly kind: 'clicker'; readonly key: Key }
  /** Shift, Ctrl or Alt alone, or a key that says nothing by itself. */
  | { readonly kind: 'no-key' }
  /** The command's keys stay as they are. */
  | { readonly kind: 'fixed' }
  /** A command has enough keys, or needs the one it has. */
  | { readonly kind: 'enough' | 'last' }

/** How many keys a command may have. */
export const mostKeys = 4

const usualKeys: ReadonlyMap<CommandId, readonly Key[]> = new Map(bindings.map(({ id, keys }) => [id, keys]))

const keymapWith = (keys: ReadonlyMap<CommandId, readonly Key[]>): Keymap => ({
  keys,
  commands: new Map([...keys].flatMap(([id, own]) => own.map((key) => [key, id] as const))),
})

/** The keys out of the box. */
export const usualKeymap: Keymap = keymapWith(usualKeys)

/** The keys of a command, first the one on its button; none for one that has a button only. */
export const keysOf = (id: CommandId, { keys }: Keymap): readonly Key[] => keys.get(id) ?? []

/** The key shown on a command's button; null for one that has none. */
export const keyShown = (id: CommandId, keymap: Keymap): string | null => {
  const [first] = keysOf(id, keymap)
  return first === undefined ? null : showKey(first)
}

/** Whether a command has other keys than out of the box. */
export const isChanged = (id: CommandId, keymap: Keymap): boolean =>
  keysOf(id, keymap).join(' ') !== keysOf(id, usualKeymap).join(' ')

/** Commands that a key gives also while somebody types, where the field has no use for that key. */
const evenInFields: readonly CommandId[] = [
  'forward',
  'back',
  'hold',
  'full-screen',
  'swap-displays',
  'print-paper',
  'lock',
]

/** Shift held by chance changes nothing, unless the key with Shift is, or was, a key of its own. */
function commandOf(key: Key, { commands }: Keymap): CommandId | null {
  const exact = commands.get(key)
  if (exact !== undefined) return exact
  const { shift } = partsOf(key)
  if (!shift || usualKeymap.commands.has(key)) return null
  return commands.get(key.replace('Shift+', '') as Key) ?? null
}

/** The number of a digit key, by its place on the keyboard; null for any other key. */
function digitOf({ key, code, control, shift, alt }: KeyPress): number | null {
  const digit = /^(?:Digit(\d)|Numpad(\d))$/.exec(code)
  // Without NumLock the number pad's keys are arrows: then only the key they make counts.
  const counts = digit?.[1] !== undefined || (digit !== null && /^\p{Nd}$/u.test(key))
  return counts && !control && !alt && !shift ? Number(digit[1] ?? digit[2]) : null
}

/** What a key means in a place; null when it is nobody's. Digits name a chair by their position on the keyboard. */
export function meaningOf(press: KeyPress, place: KeyPlace, keymap: Keymap): KeyMeaning | null {
  const digit = digitOf(press)
  if (digit !== null && place === 'surface')
    return digit === 0 ? { kind: 'command', id: 'all-names' } : { kind: 'chair', number: digit }
  const key = keyOf(press)
  const id = key === null ? null : commandOf(key, keymap)
  if (key === null || id === null) return null
  return place === 'field' && (!evenInFields.includes(id) || isFieldsOwn(key))
    ? null
    : { kind: 'command', id }
}

function refusalOf(id: CommandId, key: Key): KeyRefusal | null {
  const kept = keptFor(key)
  if (kept !== null) return { kind: 'kept', for: kept, key }
  return clickerKeys.includes(key) && neverByClicker.includes(id) ? { kind: 'clicker', key } : null
}

/**
 * Gives a command another key, in the place of the one at a position, or behind its last. A key that the command has anyway
 * changes nothing.
 */
export function withKey(
  keymap: Keymap,
  id: CommandId,
  position: number,
  press: KeyPress,
): Result<Keymap, KeyRefusal> {
  const own = keysOf(id, keymap)
  if (own.length === 0 || fixed.includes(id)) return refused({ kind: 'fixed' })
  const key = keyOf(press)
  if (key === null) return refused({ kind: 'no-key' })
  if (digitOf(press) !== null) return refused({ kind: 'kept', for: 'chairs', key })
  if (press.code === 'Backquote' && !press.control && !press.alt)
    return refused({ kind: 'kept', for: 'cue', key })
  const by = keymap.commands.get(key)
  if (by === id) return accepted(keymap)
  const refusal = refusalOf(id, key)
  if (refusal !== null) return refused(refusal)
  if (by !== undefined) return refused({ kind: 'taken', by, key })
  const isMore = position >= own.length
  if (isMore && own.length >= mostKeys) return refused({ kind: 'enough' })
  const next = isMore ? [...own, key] : own.with(position, key)
  return accepted(keymapWith(new Map([...keymap.keys, [id, next]])))
}

/** Takes a key from a command that has another one. */
export function withoutKey(keymap: Keymap, id: CommandId, position: number): Result<Keymap, KeyRefusal> {
  const own = keysOf(id, keymap)
  if (fixed.includes(id)) return refused({ kind: 'fixed' })
  if (own.length < 2 || own[position] === undefined) return refused({ kind: 'last' })
  return accepted(keymapWith(new Map([...keymap.keys, [id, own.toSpliced(position, 1)]])))
}

/** Gives a command the keys back that it has out of the box, if no other has them now. */
export function asUsual(keymap: Keymap, id: CommandId): Result<Keymap, KeyRefusal> {
  const usual = keysOf(id, usualKeymap)
  for (const key of usual) {
    const by = keymap.commands.get(key)
    if (by !== undefined && by !== id) return refused({ kind: 'taken', by, key })
  }
  return accepted(keymapWith(new Map([...keymap.keys, [id, usual]])))
}

/** What a keymap changes, as the settings keep it. */
export const changesOf = (keymap: Keymap): KeyChanges =>
  Object.fromEntries([...keymap.keys].filter(([id]) => isChanged(id, keymap)))

/** The keys of one command as they were written down; null when they cannot be. */
function readKeys(id: string, found: unknown): readonly Key[] | null {
  const command = id as CommandId
  if (!usualKeys.has(command) || fixed.includes(command) || !Array.isArray(found)) return null
  if (found.length < 1 || found.length > mostKeys) return null
  const keys = found.map(readKey)
  const sound = keys.every((key) => key !== null)
  return sound && new Set(keys).size === keys.length && keys.every((key) => refusalOf(command, key) === null)
    ? keys
    : null
}

/** A command whose change puts it on another's key; null when every key has one meaning. */
function crossing(changed: ReadonlyMap<CommandId, readonly Key[]>): CommandId | null {
  const owners = new Map<Key, CommandId>()
  for (const [id, usual] of usualKeys)
    for (const key of changed.get(id) ?? usual) {
      const other = owners.get(key)
      if (other !== undefined) return changed.has(id) ? id : other
      owners.set(key, id)
    }
  return null
}

/** A whole keymap from anything at all: a change that cannot hold falls back to the usual alone. `sound` when all of it held. */
export function readKeymap(found: unknown): { readonly keymap: Keymap; readonly sound: boolean } {
  if (found === undefined) return { keymap: usualKeymap, sound: true }
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    return { keymap: usualKeymap, sound: false }
  const entries = Object.entries(found)
  const read = entries.map(([id, keys]) => [id as CommandId, readKeys(id, keys)] as const)
  const changed = new Map(read.flatMap(([id, keys]) => (keys === null ? [] : [[id, keys] as const])))
  for (let id = crossing(changed); id !== null; id = crossing(changed)) changed.delete(id)
  return {
    keymap: keymapWith(new Map([...usualKeys].map(([id, usual]) => [id, changed.get(id) ?? usual]))),
    sound: changed.size === entries.length,
  }
}
