import { choose } from './choose'
import { featuresOf, type Feature } from './features'
import { common } from './lexicon'
import { chances, keyOf, shipped, weightOf } from './model'
import { read, type Reading } from './reading'
import { fired, type Fired, type Kind } from './rules'

/** A text with its kind and with what spoke for it. */
export interface Judged {
  readonly kind: Kind
  readonly reading: Reading
  readonly found: readonly Fired[]
  readonly features: readonly Feature[]
}

const makesSense = (reading: Reading): boolean =>
  reading.tokens.some(({ word }) => common.has(word) || shipped().places.has(keyOf(`w ${word}`)))

/** What kind of thing a text is; null where it says nothing that can be read. */
export const judge = (text: string): Judged | null => {
  const reading = read(text)
  if (reading === null || !makesSense(reading)) return null
  const found = fired(reading)
  const features = featuresOf(reading, found)
  return { kind: choose(chances(features, shipped())), reading, found, features }
}

/** How much one feature speaks for a kind, beside the others. */
export const weightFor = (kind: Kind, { name }: Feature): number => weightOf(shipped(), name, kind)

/** Whether a wording would be taken for an open question, with nothing to say about it. */
export const isOpen = (text: string): boolean => judge(text)?.kind === 'open'
