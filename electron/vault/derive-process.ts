// A process of its own for the slow derivation: its memory, with the words in it, ends with it.
import { argon2id } from 'hash-wasm'
import { guardNode } from '../silence'
import type { Kdf } from './ways'

guardNode()

interface Question {
  readonly words: string
  readonly kdf: Kdf
}

process.parentPort.once('message', ({ data }: { readonly data: Question }) => {
  const { words, kdf } = data
  void argon2id({
    password: words,
    salt: Buffer.from(kdf.salt, 'base64url'),
    memorySize: kdf.m,
    iterations: kdf.t,
    parallelism: kdf.p,
    hashLength: 32,
    outputType: 'binary',
  }).then((key) => process.parentPort.postMessage(key))
})
