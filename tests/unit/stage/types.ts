// Walks a type with the TypeScript compiler and names every leaf in it: `seats[].name`, `texts<value>.text`, `face{held}.kind`.
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** A field at the end of a path, and what may stand in it. */
export interface Leaf {
  readonly path: string
  /** `text` can carry anything; `words` are a fixed list in the code; `again` is a type that holds itself. */
  readonly kind: 'text' | 'words' | 'number' | 'boolean' | 'null' | 'again' | 'other'
  /** Which word, where it is one of a fixed list. */
  readonly word: string | null
}

/** One line for each path: everything that may stand there, the words of fixed lists spelled out. */
export function linesOf(leaves: readonly Leaf[]): readonly string[] {
  const paths = [...new Set(leaves.map(({ path }) => path))]
  return paths.map((path) => {
    const found = leaves.filter((leaf) => leaf.path === path)
    const words = found.map(({ kind, word }) => (word === null ? kind : `'${word}'`))
    return `${path}: ${[...new Set(words)].toSorted().join(' | ')}`
  })
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const config = ts.readConfigFile(`${root}/tsconfig.base.json`, ts.sys.readFile)
const { options } = ts.convertCompilerOptionsFromJson(
  (config.config as { compilerOptions: unknown }).compilerOptions,
  root,
)

/** The leaves of an exported type; unions of records are told apart by their `kind` where that is asked for. */
export function leavesOf(file: string, name: string, unions: 'apart' | 'together'): readonly Leaf[] {
  const program = ts.createProgram([`${root}/${file}`], { ...options, noEmit: true, composite: false })
  const source = program.getSourceFile(`${root}/${file}`)
  if (!source) throw new Error(`no file ${file}`)
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(source)
  const found = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name)
  if (!found) throw new Error(`no type ${name} in ${file}`)
  const leaves = leavesAt(
    { checker, source, unions, through: [] },
    checker.getDeclaredTypeOfSymbol(found),
    '',
    0,
  )
  return leaves.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

interface Walk {
  readonly checker: ts.TypeChecker
  readonly source: ts.SourceFile
  readonly unions: 'apart' | 'together'
  /** The records on the way from the start to here. */
  readonly through: readonly ts.Type[]
}

const has = (type: ts.Type, flag: ts.TypeFlags) => (type.flags & flag) !== 0

/** What a type without fields holds; a branded text or number is a text or number. Null for a record. */
function simpleKind(type: ts.Type): Leaf['kind'] | null {
  if (type.isIntersection())
    return type.types.map(simpleKind).find((kind) => kind === 'text' || kind === 'number') ?? null
  if (type.isUnion() && !has(type, ts.TypeFlags.BooleanLike)) return null
  if (has(type, ts.TypeFlags.StringLiteral)) return 'words'
  if (has(type, ts.TypeFlags.StringLike)) return 'text'
  if (has(type, ts.TypeFlags.NumberLike)) return 'number'
  if (has(type, ts.TypeFlags.BooleanLike)) return 'boolean'
  if (has(type, ts.TypeFlags.Null | ts.TypeFlags.Undefined)) return 'null'
  return has(type, ts.TypeFlags.Object) ? null : 'other'
}

function kindOf(walk: Walk, type: ts.Type): string {
  const kind = type.getProperty('kind')
  const literal = kind && walk.checker.getTypeOfSymbolAtLocation(kind, walk.source)
  return literal?.isStringLiteral() ? literal.value : walk.checker.typeToString(type)
}

function leavesAt(walk: Walk, type: ts.Type, path: string, depth: number): readonly Leaf[] {
  if (depth > 12) throw new Error(`${path} goes too deep: walk it by hand`)
  const simple = simpleKind(type)
  if (simple !== null) return [{ path, kind: simple, word: type.isStringLiteral() ? type.value : null }]
  if (walk.through.includes(type)) return [{ path, kind: 'again', word: null }]
  const through = [...walk.through, type]
  const deeper = (next: ts.Type, at: string) => leavesAt({ ...walk, through }, next, at, depth + 1)
  if (type.isUnion()) {
    const records = type.types.filter((member) => simpleKind(member) === null)
    const apart = walk.unions === 'apart' && records.length > 1
    return type.types.flatMap((member) =>
      deeper(member, apart && records.includes(member) ? `${path}{${kindOf(walk, member)}}` : path),
    )
  }
  const parts = walk.checker.getTypeArguments(type as ts.TypeReference)
  const name = type.getSymbol()?.name
  if (name === 'ReadonlyMap' || name === 'Map')
    return parts.flatMap((part, index) => deeper(part, `${path}${index === 0 ? '<key>' : '<value>'}`))
  if (name === 'ReadonlySet' || name === 'Set') return parts.flatMap((part) => deeper(part, `${path}<item>`))
  if (walk.checker.isArrayType(type) || walk.checker.isTupleType(type))
    return parts.flatMap((part) => deeper(part, `${path}[]`))
  const fields = walk.checker.getPropertiesOfType(type)
  if (fields.length === 0) return [{ path, kind: 'other', word: null }]
  return fields.flatMap((field) =>
    deeper(
      walk.checker.getTypeOfSymbolAtLocation(field, walk.source),
      path === '' ? field.name : `${path}.${field.name}`,
    ),
  )
}

/** Every text in a value with its path, written as `leavesOf` writes them when unions stay together. */
export function textsIn(
  value: unknown,
  path = '',
): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  if (value instanceof Map)
    return [...value].flatMap(([key, held]) => [
      ...textsIn(key, `${path}<key>`),
      ...textsIn(held, `${path}<value>`),
    ])
  if (value instanceof Set) return [...value].flatMap((held) => textsIn(held, `${path}<item>`))
  if (Array.isArray(value)) return value.flatMap((held) => textsIn(held, `${path}[]`))
  return Object.entries(value).flatMap(([key, held]) => textsIn(held, path === '' ? key : `${path}.${key}`))
}
