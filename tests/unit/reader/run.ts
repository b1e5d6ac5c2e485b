// Runs the reader in this process: what it says, what it prints and how it ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { hashWords } from './writer'

export interface Kdf {
  m: number
  t: number
  p: number
  salt: Uint8Array
}
export type Derive = (words: string, kdf: Kdf) => Promise<Uint8Array>
interface Surroundings {
  out: (text: string) => void
  err: (text: string) => void
  firstLine?: () => Promise<string>
  derive?: Derive
}
export interface Source {
  size: number
  read: (at: number, length: number) => Buffer
}

const scripts = new URL('../../../scripts/', import.meta.url)
const load = (path: string): Promise<unknown> => import(/* @vite-ignore */ new URL(path, scripts).href)
export const reader = new URL('read-circle.mjs', scripts)
const command = (await load('read-circle.mjs')) as {
  main: (args: readonly string[], around: Surroundings) => Promise<number>
}
export const pack = (await load('lib/read-circle/pack.mjs')) as { readHead: (file: Source) => unknown }
export const keys = (await load('lib/read-circle/keys.mjs')) as {
  argon2id: Derive
  plainWords: (text: string) => string
  plainCode: (text: string) => string
}
export const own = (await load('lib/read-circle/own.mjs')) as {
  openOwn: (circle: object, words: string, derive: Derive) => Promise<readonly object[]>
}

const folder = mkdtempSync(join(tmpdir(), 'read-circle-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file in a folder of this test alone. */
export function place(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
export const remove = (name: string) => rmSync(join(folder, name), { force: true })

/** Real hashes, each done once; so that thousands of broken files do not take thousands of derivations. */
export const quick: Derive = (words, { m, t, p, salt }) => hashWords(words, salt, { m, t, p })

export async function read(args: readonly string[], around: Partial<Surroundings> = {}) {
  let text = ''
  let said = ''
  const code = await command.main(args, {
    out: (line) => void (text += line),
    err: (line) => void (said += line),
    derive: quick,
    ...around,
  })
  return { code, text, said, json: (code === 0 ? JSON.parse(text) : null) as Record<string, unknown> | null }
}

/** The end of a refused file: exit code 1, nothing printed, one plain sentence, and nothing unexpected. */
export function expectSentence(result: { code: number; text: string; said: string }) {
  expect(result.code).toBe(1)
  expect(result.text).toBe('')
  expect(result.said).toMatch(/^[A-Z][^\n]{10,160}\.$/)
  expect(result.said).not.toMatch(/does not expect|Error|undefined| at \//)
}
