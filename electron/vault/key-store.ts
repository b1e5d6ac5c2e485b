import type { SafeStorage } from 'electron'
import { exactBytes, keyBytes, toText } from './sealing'

/** The key store of the system; what is sealed with it opens for whoever signs in to this computer as the same person. */
export interface KeyStore {
  readonly isReal: () => boolean
  readonly seal: (key: Uint8Array) => string
  /** Null when the store is another, or does not open it any more. */
  readonly open: (sealed: string) => Buffer | null
}

/** The system's key store. On Linux without a keyring, Electron seals with a key that everybody knows: that is no store. */
export function createKeyStore(
  safeStorage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
  >,
): KeyStore {
  const isReal = () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' ||
      !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
  return {
    isReal,
    seal: (key) => toText(safeStorage.encryptString(toText(key))),
    open: (sealed) => {
      const bytes = exactBytes(sealed)
      if (bytes === null || !isReal()) return null
      try {
        return exactBytes(safeStorage.decryptString(bytes), keyBytes)
      } catch {
        // Another computer's, or another person's: the other ways are still there.
        return null
      }
    },
  }
}
