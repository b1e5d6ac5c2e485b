// A process of its own for the slow derivation: its memory, with the words in it, ends with it.
import { guardNode } from '../silence'
import { deriveByArgon } from './argon'
import type { Kdf } from './ways'

guardNode()

interface Question {
  readonly words: string
  readonly kdf: Kdf
}

process.parentPort.once('message', ({ data }: { readonly data: Question }) => {
  deriveByArgon(data.words, data.kdf).then(
    (key) => process.parentPort.postMessage(key),
    // Too little memory, as a rule: main hears that the process has ended.
    () => process.exit(1),
  )
})
