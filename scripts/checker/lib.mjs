// What the checker learns from, and how: shared by the training and the test that text and weights belong together.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
export const root = join(here, '..', '..')
const textFolder = join(here, 'text')
const craft = join(root, 'shared/craft')

/** What the weights come from, besides this script: everything that a feature depends on. */
const code = ['words.ts', 'lexicon.ts', 'reading.ts', 'rules.ts', 'features.ts', 'model.ts']

export const textFiles = readdirSync(textFolder)
  .filter((name) => name.endsWith('.tsv'))
  .sort()

export const kindOf = (label) => label.toLowerCase().replace('_', '-')

export const rowsOf = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [label, ...rest] = line.split('\t')
      return { kind: kindOf(label), text: rest.join('\t') }
    })

export const plainly = (text) =>
  text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const heldBack = () =>
  ['held-back-a.tsv', 'held-back-b.tsv'].flatMap((name) => rowsOf(join(root, 'tests/unit/craft', name)))

/** The training text: nothing of what is held back, nothing twice. */
export function trainingText() {
  const seen = new Set(heldBack().map(({ text }) => plainly(text)))
  return textFiles.flatMap((file) =>
    rowsOf(join(textFolder, file)).flatMap((row) => {
      const key = plainly(row.text)
      if (seen.has(key)) return []
      seen.add(key)
      return [{ ...row, file }]
    }),
  )
}

/** One number for everything that the weights depend on. */
export function sourceHash() {
  const hash = createHash('sha256')
  const files = [
    ...textFiles.map((name) => join(textFolder, name)),
    ...code.map((name) => join(craft, name)),
    join(here, 'lib.mjs'),
    join(here, 'train.mjs'),
  ]
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
