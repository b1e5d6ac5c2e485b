// Reads a circle's files without Circlet: written from docs/file-format.md, no code shared with the app.
//
//   node scripts/read-circle.mjs FILE.circlet --words "four plain words here"    (or --code XXXXX-…)
//   node scripts/read-circle.mjs --key FILE.1.key [PACK] [--words … | --code …]
//
// `--own "words"` also opens what a member keeps under words of their own.
// `-` in place of the words or the code reads them from the first line of standard input.
// JSON on standard output and 0, or one sentence on standard error and 1.
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LIMITS, Refusal, openFile, refuse } from './lib/read-circle/bytes.mjs'
import { argon2id, masterKey, openRing, parseKeys, readKeyFile, secretOf } from './lib/read-circle/keys.mjs'
import { openOwn } from './lib/read-circle/own.mjs'
import { openPack, readHead } from './lib/read-circle/pack.mjs'

const USAGE = 'Usage: read-circle.mjs FILE.circlet --words "…" (or --code …), or --key FILE.1.key [PACK].'

/** A pack by its path: with its own keys when it is on its way, with those of a key file otherwise. */
async function readPack(path, { keyFile, secret, own, derive }) {
  const file = openFile(path)
  try {
    const head = readHead(file)
    const travels = head.header.kind === 'travel'
    if (travels && keyFile) refuse('This file carries its own keys: read it without --key.')
    if (travels && !secret) refuse('This file opens with its words (--words) or its code (--code).')
    if (!travels && !keyFile)
      refuse('This file opens with the key file of its circle only: --key FILE.1.key.')
    const keys = keyFile ?? parseKeys(head.header.keys.epoch, head.header.keys.body)
    const master = await masterKey(keys, secret, derive)
    if (!master) refuse('This key file is closed: it opens with the words (--words) or the code (--code).')
    const found = openPack(file, head, keys, openRing(keys, master))
    const circle = found.rows.find(({ t }) => t === 'circle')?.d
    return own === undefined || !circle ? found : { ...found, own: await openOwn(circle, own, derive) }
  } finally {
    file.close()
  }
}

/** What a key file holds, without a single key. */
async function describeKeys(keys, secret, derive) {
  const { circle: id, label: circle, epoch, ways, database, copies } = keys
  const slots = Object.create(null)
  for (const { type } of keys.slots) slots[type] = (slots[type] ?? 0) + 1
  const master = await masterKey(keys, secret, derive)
  const ring = master && openRing(keys, master)
  const [names, openers] = ring
    ? [ring.keys, ring.openers].map((part) => [...part.keys()].sort())
    : [null, null]
  return { circle, id, epoch, ways, database, copies, slots, opened: ring !== null, names, openers }
}

function fileSentence(error) {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'There is no such file.'
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'This file may not be read by you.'
  return 'The computer could not read this file.'
}

function parseCommand(args) {
  const options = {
    words: { type: 'string' },
    code: { type: 'string' },
    key: { type: 'string' },
    own: { type: 'string' },
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length > 1 || (!values.key && positionals.length === 0)) refuse(USAGE)
    return { ...values, path: positionals[0] }
  } catch {
    return refuse(USAGE)
  }
}

/** The first line of standard input, without its end. */
async function stdinLine() {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const part of process.stdin) {
    text += part
    if (text.includes('\n') || text.length > LIMITS.secret) break
  }
  return text.split(/\r?\n/)[0]
}

/** JSON without anything a terminal would act upon. */
const printable = (value) =>
  JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The command: resolves to its exit code, with one sentence when that is 1; it never throws. */
export async function main(args, { out, err, firstLine = stdinLine, derive = argon2id }) {
  try {
    const command = parseCommand(args)
    const secret = await secretOf(command, firstLine)
    const keyFile = command.key === undefined ? null : readKeyFile(command.key)
    const { path, own } = command
    const found = path
      ? readPack(path, { keyFile, secret, own, derive })
      : describeKeys(keyFile, secret, derive)
    out(printable(await found))
    return 0
  } catch (error) {
    const kind = error instanceof Refusal ? error.message : error.syscall ? fileSentence(error) : null
    err(kind ?? 'Something this reader does not expect happened; nothing was read.')
    return 1
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.stdout.on('error', () => {})
  const say = (stream) => (text) => stream.write(`${text}\n`)
  process.exitCode = await main(process.argv.slice(2), { out: say(process.stdout), err: say(process.stderr) })
}
