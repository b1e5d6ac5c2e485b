import type { CircleId } from '../../shared/basics/ids'
import type { KeyChange, ScopeKeys } from '../../shared/vault/vault'
import { desktop } from '../desktop'
import type { Scope } from './seal'

/** The keys of one open circle, in this page. They cannot be taken out again. */
export interface Keyring {
  /** The name of the key that seals a scope now: the circle's is its latest generation. */
  readonly nameOf: (scope: Scope) => string
  readonly get: (name: string) => CryptoKey | null
  readonly names: () => readonly string[]
  /** Makes and destroys keys; done when it stands on disk. */
  readonly change: (change: Omit<KeyChange, 'id'>) => Promise<void>
}

/** Which writing of a scope's key a name means, from 1; 0 where it is another scope's. docs/file-format.md has the names. */
function generation(name: string, scope: Scope): number {
  if (name === scope) return 1
  const mark = scope === 'circle' ? 'circle:' : `${scope}/`
  return scope.startsWith('turn:') || !name.startsWith(mark) ? 0 : Number(name.slice(mark.length))
}

const latest = (names: Iterable<string>, scope: Scope): number =>
  Math.max(0, ...[...names].map((name) => generation(name, scope)))

const written = (scope: Scope, number: number): string => {
  if (scope === 'circle') return `circle:${number}`
  return number === 1 ? scope : `${scope}/${number}`
}

/** The name of the next key of a scope. */
export const nextName = (keyring: Pick<Keyring, 'names'>, scope: Scope): string =>
  written(scope, latest(keyring.names(), scope) + 1)

/** The names of a scope's keys before the present one. */
export const earlierKeys = (keyring: Pick<Keyring, 'names'>, scope: Scope): readonly string[] => {
  const now = latest(keyring.names(), scope)
  return keyring.names().filter((name) => generation(name, scope) > 0 && generation(name, scope) < now)
}

async function imported(keys: ScopeKeys): Promise<Map<string, CryptoKey>> {
  const pairs = Object.entries(keys).map(async ([name, bytes]): Promise<[string, CryptoKey]> => {
    const raw = new Uint8Array(bytes)
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
    raw.fill(0)
    bytes.fill(0)
    return [name, key]
  })
  return new Map(await Promise.all(pairs))
}

function over(
  first: Map<string, CryptoKey>,
  change: (held: Map<string, CryptoKey>, wish: Omit<KeyChange, 'id'>) => Promise<Map<string, CryptoKey>>,
): Keyring {
  let held = first
  let running: Promise<unknown> = Promise.resolve()
  return {
    nameOf: (scope) => written(scope, Math.max(1, latest(held.keys(), scope))),
    get: (name) => held.get(name) ?? null,
    names: () => [...held.keys()],
    change: (wish) => {
      const changed = running.then(async () => {
        held = await change(held, wish)
      })
      running = changed.catch(() => undefined)
      return changed
    },
  }
}

/** The keys of a circle that main holds open. */
export const vaultKeyring = async (id: CircleId, keys: ScopeKeys): Promise<Keyring> =>
  over(await imported(keys), async (_held, wish) => imported(await desktop().changeKeys({ id, ...wish })))

/** Keys of a circle on its way: they open what came with it, and are never changed. */
export const visitingKeyring = async (keys: ScopeKeys): Promise<Keyring> =>
  over(await imported(keys), () => Promise.reject(new Error('visiting')))

/** Keys in this page's memory alone: what they seal is gone with the page. For practice. */
export const passingKeyring = (): Keyring =>
  over(new Map(), async (held, { add, destroy }) => {
    const kept = [...held].filter(([name]) => !destroy.includes(name))
    const made = add
      .filter((name) => !held.has(name))
      .map(async (name): Promise<[string, CryptoKey]> => [
        name,
        await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
      ])
    return new Map([...kept, ...(await Promise.all(made))])
  })
