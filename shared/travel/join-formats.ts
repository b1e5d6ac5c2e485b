// The formats of a circle's own, joined one by one: what was made on either laptop is not lost because the other changed something else.
import type { FormatId } from '../basics/ids'
import { formatParts, type FormatParts } from '../formats/of-circle'
import type { Format } from '../formats/format'
import { byText, laterContent } from './content'

/** What is known of one id: the format, or that it was removed. */
interface Known {
  readonly id: FormatId
  readonly version: number
  readonly format: Format | null
}

const knownIn = ({ formats = [], removedFormats = [] }: FormatParts): readonly Known[] => [
  ...formats.map((format) => ({ id: format.id, version: format.version, format })),
  ...removedFormats.map(({ id, version }) => ({ id, version, format: null })),
]

/** The newer of two; of one version, that it was removed, then the later content. */
function newer(one: Known, other: Known): Known {
  if (one.version !== other.version) return one.version > other.version ? one : other
  if (one.format === null || other.format === null) return one.format === null ? one : other
  return laterContent(one, other)
}

/** The own formats of two records of one circle: each as it was changed last, by its own version, and none that was removed since; by id. */
export function joinFormats(here: FormatParts, there: FormatParts): FormatParts {
  const found = new Map<FormatId, Known>()
  for (const known of [...knownIn(here), ...knownIn(there)]) {
    const before = found.get(known.id)
    found.set(known.id, before === undefined ? known : newer(before, known))
  }
  const all = [...found.values()].toSorted((one, other) => byText(one.id, other.id))
  return formatParts(
    all.flatMap(({ format }) => format ?? []),
    all.flatMap(({ id, version, format }) => (format === null ? [{ id, version }] : [])),
  )
}
