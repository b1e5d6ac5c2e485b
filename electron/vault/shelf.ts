// The circles that are open in main, over the key files of a folder.
import type { CircleId } from '../../shared/basics/ids'
import type { VaultFacts } from '../../shared/vault/vault'
import { ensureFolder, forceFolder, setAside, shred, sweepParts } from './files'
import {
  circlesIn,
  keyPaths,
  latestEpoch,
  readKeyFile,
  writeKeyFile,
  type KeyBody,
  type KeyFile,
  type KeyTrouble,
} from './key-file'
import type { KeyStore } from './key-store'
import { openByItself, sealRing, type OpenVault } from './ring'

/** What of a circle is written anew; the rest stays as it is. */
export type Change = Partial<Omit<KeyBody, 'ring' | 'circle'>> & Partial<Pick<OpenVault, 'master' | 'ring'>>

export interface Shelf {
  readonly facts: () => readonly VaultFacts[]
  readonly factsOf: (id: string) => VaultFacts
  readonly has: (id: string) => boolean
  readonly read: (id: string) => KeyFile | KeyTrouble
  readonly get: (id: string) => OpenVault | undefined
  /** A circle that must be open. Throws when it is not. */
  readonly held: (id: string) => OpenVault
  /** Keeps a circle open that was opened with its words. */
  readonly hold: (vault: OpenVault) => void
  /** Writes a circle anew, one epoch on, and keeps it open. */
  readonly write: (vault: OpenVault, change: Change) => void
  /** Closes every circle that needs something to be opened again. */
  readonly lock: () => void
  /** How often circles were locked: what began before a lock must not open anything after it. */
  readonly locks: () => number
  /** Destroys a circle's keys: from one instant to the next, nobody opens it any more. */
  readonly forget: (id: string) => void
}

/** The circles whose key files lie in a folder. Removes what the last run left half written. */
export function createShelf(folder: string, keyStore: KeyStore): Shelf {
  const open = new Map<string, OpenVault>()
  let locks = 0
  ensureFolder(folder)
  sweepParts(folder)

  const close = (id: string) => {
    open.get(id)?.master.fill(0)
    open.delete(id)
  }
  const hold = (vault: OpenVault) => {
    const { circle } = vault.file.body
    if (open.get(circle)?.master !== vault.master) close(circle)
    open.set(circle, vault)
  }
  const fileOf = (id: string): KeyFile | KeyTrouble => {
    const file = open.get(id)?.file ?? readKeyFile(folder, id)
    if (typeof file === 'string' || open.has(id)) return file
    // Once somebody has locked, the key store waits until it is asked.
    const opened = openByItself(file, locks === 0 ? keyStore : null)
    if (opened !== null) hold(opened)
    return file
  }
  const factsOf = (id: string): VaultFacts => {
    const file = fileOf(id)
    if (typeof file === 'string')
      return { id: id as CircleId, label: '', state: file, ways: [], database: null }
    const { label, slots, database } = file.body
    const state = open.has(id) ? 'open' : 'locked'
    return { id: id as CircleId, label, state, ways: slots.map(({ type }) => type), database }
  }

  return {
    facts: () => circlesIn(folder).map(factsOf),
    factsOf,
    has: (id) => circlesIn(folder).includes(id),
    read: (id) => readKeyFile(folder, id),
    get: (id) => open.get(id),
    held: (id) => {
      const vault = open.get(id)
      if (vault === undefined) throw new Error('locked')
      return vault
    },
    hold,
    write: (vault, { master = vault.master, ring = vault.ring, ...change }) => {
      ensureFolder(folder)
      const { circle } = vault.file.body
      // Above what a writing has left that failed half-way, too.
      const epoch = Math.max(vault.file.epoch, latestEpoch(folder, circle)) + 1
      const file = { epoch, body: sealRing(epoch, { ...vault.file.body, ...change }, master, ring) }
      writeKeyFile(folder, file)
      hold({ file, master, ring })
    },
    lock: () => {
      locks++
      for (const [id, { file }] of [...open])
        if (!file.body.slots.some(({ type }) => type === 'open')) close(id)
    },
    locks: () => locks,
    forget: (id) => {
      const gone = circlesIn(folder).includes(id) ? keyPaths(folder, id).map(setAside) : []
      close(id)
      if (gone.length > 0) forceFolder(folder)
      for (const path of gone) if (path !== null) shred(path)
    },
  }
}
