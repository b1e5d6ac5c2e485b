import type { UtilityProcess } from 'electron'
import type { Derive } from './ways'

interface Fork {
  readonly fork: (path: string, args: string[], options: { readonly serviceName: string }) => UtilityProcess
}

/** Derives keys from words in a process that is made for it and ends with it. Rejects when that process stops without an answer. */
export const createDerive =
  (utilityProcess: Fork, script: string): Derive =>
  (words, kdf) =>
    new Promise((done, fail) => {
      const child = utilityProcess.fork(script, [], { serviceName: 'Circlet keys' })
      child.once('message', (key: Uint8Array) => {
        done(Buffer.from(key))
        child.kill()
      })
      child.once('exit', () => fail(new Error('no key')))
      child.postMessage({ words, kdf })
    })
