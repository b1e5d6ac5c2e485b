/** Orders two texts by their code units: alike on every computer, whatever its language. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * A value of plain data as one text: the same for the same content, in whatever order its fields were written; a field
 * that is `undefined` counts as absent. For comparing only: it is not read back.
 */
export function contentOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(contentOf).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = value as Readonly<Record<string, unknown>>
  const names = Object.keys(fields).filter((name) => fields[name] !== undefined)
  return `{${names
    .toSorted(byText)
    .map((name) => `${JSON.stringify(name)}:${contentOf(fields[name])}`)
    .join()}}`
}

/** Of two values, the one whose content comes later: a choice that both computers make alike. */
export const laterContent = <Value>(one: Value, other: Value): Value =>
  one === other || byText(contentOf(one), contentOf(other)) >= 0 ? one : other

/** Things by their id, sorted by it, each once: of two with one id, the one with the later content. */
export function uniteById<Value>(values: readonly Value[], idOf: (value: Value) => string): readonly Value[] {
  const found = new Map<string, Value>()
  for (const value of values) {
    const known = found.get(idOf(value))
    found.set(idOf(value), known === undefined ? value : laterContent(known, value))
  }
  return [...found.values()].toSorted((one, other) => byText(idOf(one), idOf(other)))
}

/** The longer of two lists first; of the same length, the one with the later content. */
export function longerFirst<Value>(
  one: readonly Value[],
  other: readonly Value[],
): readonly [readonly Value[], readonly Value[]] {
  const isFirst = one.length === other.length ? laterContent(one, other) === one : one.length > other.length
  return isFirst ? [one, other] : [other, one]
}

/**
 * One list of two in which nothing stands twice, where neither is preferred: the longer as it is, then what only the
 * other has, sorted by id. The same whichever is named first; and the same again when it meets either of the two.
 */
export function gather<Value>(
  one: readonly Value[],
  other: readonly Value[],
  idOf: (value: Value) => string,
): readonly Value[] {
  const [longer, shorter] = longerFirst(one, other)
  const known = new Set(longer.map(idOf))
  const missing = shorter.filter((value) => !known.has(idOf(value)))
  return [...longer, ...missing.toSorted((first, next) => byText(idOf(first), idOf(next)))]
}
