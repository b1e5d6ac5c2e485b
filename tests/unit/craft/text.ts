import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Kind } from '../../../shared/craft/classify'

export interface Labelled {
  readonly kind: Kind
  readonly text: string
}

const parsed = (file: string): readonly Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const at = line.indexOf('\t')
      return { kind: line.slice(0, at).toLowerCase().replace('_', '-') as Kind, text: line.slice(at + 1) }
    })

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url))

/** Labelled text that the checker learns from. */
export const learntFrom = (name: string): readonly Labelled[] =>
  parsed(path(`../../../scripts/checker/text/${name}.tsv`))

/** Labelled text that it has never learnt from. */
export const heldBack = (): readonly Labelled[] =>
  ['a', 'b'].flatMap((part) => parsed(path(`held-back-${part}.tsv`)))
