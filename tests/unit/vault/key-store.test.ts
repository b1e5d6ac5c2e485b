import { EventEmitter } from 'node:events'
import type { UtilityProcess } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDerive } from '../../../electron/vault/derive'
import { createKeyStore } from '../../../electron/vault/key-store'
import { usualCost } from '../../../electron/vault/ways'

const realPlatform = process.platform
const onPlatform = (platform: NodeJS.Platform) =>
  Object.defineProperty(process, 'platform', { value: platform })
afterEach(() => {
  onPlatform(realPlatform)
  vi.useRealTimers()
})

type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>
const storage = (backend: Backend, isAvailable = true) => ({
  isEncryptionAvailable: () => isAvailable,
  getSelectedStorageBackend: () => backend,
  encryptString: (text: string) => Buffer.from(`sealed ${text}`),
  decryptString: (bytes: Buffer) => {
    const text = bytes.toString('utf8')
    if (!text.startsWith('sealed ')) throw new Error('Error while decrypting the ciphertext provided')
    return text.slice('sealed '.length)
  },
})

describe('the key store of the computer', () => {
  it.each<[NodeJS.Platform, Backend, boolean, boolean]>([
    ['linux', 'gnome_libsecret', true, true],
    ['linux', 'kwallet5', true, true],
    ['linux', 'basic_text', true, false],
    ['linux', 'unknown', true, false],
    ['linux', 'gnome_libsecret', false, false],
    ['darwin', 'unknown', true, true],
    ['win32', 'unknown', true, true],
    ['win32', 'unknown', false, false],
  ])('on %s with %s, available %s, is real: %s', (platform, backend, isAvailable, expected) => {
    onPlatform(platform)
    const store = createKeyStore(storage(backend, isAvailable))
    expect(store.isReal()).toBe(expected)
    const sealed = Buffer.from(`sealed ${'A'.repeat(43)}`).toString('base64url')
    expect(store.open(sealed) !== null).toBe(expected)
  })

  it('opens what it sealed', () => {
    onPlatform('darwin')
    const store = createKeyStore(storage('unknown'))
    const key = Buffer.alloc(32, 5)
    expect(store.open(store.seal(key))).toEqual(key)
  })

  it.each(['', 'AAAA', 'not base64!', 'AQIDB', Buffer.from('sealed short').toString('base64url')])(
    'opens nothing else: %j',
    (text) => {
      onPlatform('darwin')
      expect(createKeyStore(storage('unknown')).open(text)).toBeNull()
    },
  )
})

/** A process that is only noted. */
function fakeProcess() {
  const child = Object.assign(new EventEmitter(), { asked: [] as unknown[], killed: 0 })
  const process = Object.assign(child, {
    postMessage: (question: unknown) => child.asked.push(question),
    kill: () => {
      child.killed++
      child.emit('exit', 0)
      return true
    },
  })
  return process
}

describe('the process that derives', () => {
  const kdf = { ...usualCost, salt: 'A'.repeat(22) }
  const started = () => {
    const child = fakeProcess()
    const derive = createDerive({ fork: () => child as unknown as UtilityProcess }, '/derive-process.js')
    return { child, key: derive('four words of it', kdf) }
  }

  it('is asked once, gives its key and ends', async () => {
    const { child, key } = started()
    expect(child.asked).toEqual([{ words: 'four words of it', kdf }])
    child.emit('message', new Uint8Array(32).fill(3))
    expect(await key).toEqual(Buffer.alloc(32, 3))
    expect(child.killed).toBe(1)
  })

  it.each([[new Uint8Array(31)], ['x'.repeat(32)], [null], [{ length: 32 }]])(
    'is not believed when it gives %j',
    async (answer) => {
      const { child, key } = started()
      child.emit('message', answer)
      await expect(key).rejects.toThrow('no key')
    },
  )

  it('that ends without a key is told', async () => {
    const { child, key } = started()
    child.emit('exit', 1)
    await expect(key).rejects.toThrow('no key')
  })

  it('is not waited for without end', async () => {
    vi.useFakeTimers()
    const { child, key } = started()
    const told = expect(key).rejects.toThrow('no key')
    vi.advanceTimersByTime(120_000)
    await told
    expect(child.killed).toBe(1)
  })
})
