import type { UtilityProcess } from 'electron'
import { keyBytes } from './sealing'
import type { Derive } from './ways'

interface Fork {
  readonly fork: (path: string, args: string[], options: { readonly serviceName: string }) => UtilityProcess
}

/** How long a derivation may take before it is given up, in milliseconds: a slow computer needs some seconds. */
const longest = 120_000

/** Derives keys from words in a process that is made for it and ends with it. Rejects when that process gives no key. */
export const createDerive =
  (utilityProcess: Fork, script: string): Derive =>
  (words, kdf) =>
    new Promise((done, fail) => {
      const child = utilityProcess.fork(script, [], { serviceName: 'Circlet keys' })
      const timer = setTimeout(() => child.kill(), longest)
      child.once('message', (key: unknown) => {
        if (key instanceof Uint8Array && key.length === keyBytes) done(Buffer.from(key))
        child.kill()
      })
      child.once('exit', () => {
        clearTimeout(timer)
        fail(new Error('no key'))
      })
      child.postMessage({ words, kdf })
    })
