// A format as a file: readable JSON, written in one order. What is read was written by anybody: it is measured, never run.
import { createScanner, parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { FormatId, PhaseId } from '../basics/ids'
import { accepted, refused, type Result } from '../basics/result'
import { cleanName, mostPeople } from '../circle/names'
import {
  faultsOf,
  speakingRules,
  type CaptureKind,
  type Format,
  type FormatFault,
  type FormatPhase,
  type FormatText,
  type GroupPart,
  type Letter,
} from './format'
import {
  capturesUnder,
  cleanWords,
  followsFrom,
  nameInFormat,
  phaseId,
  posturesUnder,
  soundsUnder,
} from './own'

/** The largest file that is read, in UTF-16 units; one that Circlet wrote has a tenth of it at most. */
export const largestFormatFile = 262_144

/** The version of the file that this Circlet writes, and the highest that it reads. */
const fileVersion = 1
const kindOfFile = 'method'
/** How deep lists and groups stand in one another: two more than in any file that Circlet writes. */
const deepest = 6
const highestEdition = 1_000_000

/** What a field must be. */
export type Wanted =
  | { readonly is: 'text' | 'true' | 'list' | 'group' | 'minutes' | 'part' }
  | { readonly is: 'whole'; readonly from: number; readonly to: number }
  | { readonly is: 'one-of'; readonly values: readonly string[] }

/** What is expected where a file is no JSON. */
export type Expected = 'comma' | 'colon' | 'value' | 'name' | 'closing' | 'end' | 'quote' | 'sign'

/** Why a file is not read. Lines are counted from 1. */
export type FileRefusal = { readonly line: number } & (
  | { readonly kind: 'too-big'; readonly most: number }
  /** Not UTF-8: bytes that are no letters. */
  | { readonly kind: 'not-text' }
  | { readonly kind: 'not-json'; readonly expected: Expected }
  | { readonly kind: 'not-a-method' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'missing'; readonly field: string }
  | { readonly kind: 'unknown'; readonly field: string }
  | { readonly kind: 'twice'; readonly field: string }
  | { readonly kind: 'value'; readonly field: string; readonly wanted: Wanted }
  /** A control character or a change of direction: nobody would see it. */
  | { readonly kind: 'hidden'; readonly field: string }
  /** `phase`: the title of the phase, where it is in one. */
  | { readonly kind: 'fault'; readonly fault: FormatFault; readonly phase: string | null }
)

/** A format as the text of a file: the same for the same format. Who may speak and what ends by itself follow from the rule, and are not in it. */
export function writeFormat(format: Format): string {
  const { id, version, title, after, scope, grouping, size, needsTrainedLeader, noCapture } = format
  const { min, best, max, even } = size
  const content = {
    circlet: kindOfFile,
    v: fileVersion,
    id,
    edition: version,
    title,
    after,
    scope,
    grouping,
    size: { min, best: { from: best[0], to: best[1] }, max, ...(even ? { even } : {}) },
    ...(needsTrainedLeader ? { needsTrainedLeader } : {}),
    ...(noCapture ? { noCapture } : {}),
    phases: format.phases.map(writtenPhase),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function writtenPhase(phase: FormatPhase) {
  const { title, minutes, once, rule, part, presenter, captures, sorts, dropOrder, equalGroup } = phase
  const { nominal, floor, cap } = minutes
  return {
    id: nameInFormat(phase),
    title,
    minutes: { nominal, floor, cap },
    ...(once ? { once } : {}),
    rule,
    ...(part === undefined ? {} : { part: part.letter === null ? { does: part.does } : part }),
    presenter,
    captures,
    ...(sorts ? { sorts } : {}),
    ...(dropOrder === undefined ? {} : { dropOrder }),
    ...(equalGroup === undefined ? {} : { equalGroup }),
    say: phase.cue,
    rescue: phase.rescue,
    stageLine: phase.stageLine,
    sound: phase.sound,
  }
}

/** The line of a place in a text, from 1. */
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length

/** The lines that a text has, without an empty one at its end. */
export const linesIn = (text: string): number => lineAt(text, text.replace(/(\r\n|\r|\n)$/, '').length)

// By the number that the parser gives: its own names for them are no part of its code.
const expectedBy: Readonly<Record<number, Expected>> = {
  1: 'sign',
  2: 'value',
  3: 'name',
  4: 'value',
  5: 'colon',
  6: 'comma',
  7: 'closing',
  8: 'closing',
  9: 'end',
  12: 'quote',
  13: 'value',
}

/** Where a fault of the form is to be mended: a comma or an ending that is missing belongs behind what was last right. */
function placeOf({ error, offset }: ParseError, text: string): number {
  const before = text.slice(0, offset).trimEnd().length
  const isPastEnd = text.slice(offset).trim() === ''
  const isClosing = /^[\]}]/.test(text.slice(offset))
  const isMissing = expectedBy[error] === 'comma' || isClosing || isPastEnd
  return isMissing ? Math.max(0, before - 1) : offset
}

/** The first fault of the form, by where it is. */
function formFault(text: string, errors: readonly ParseError[]): FileRefusal | null {
  const [first] = errors.toSorted((one, other) => one.offset - other.offset)
  if (first === undefined) return null
  return {
    kind: 'not-json',
    line: lineAt(text, placeOf(first, text)),
    expected: expectedBy[first.error] ?? 'sign',
  }
}

/** Where a text stands deeper in itself than any format: looked at sign by sign, before anything follows it down. */
function tooDeep(text: string): number | null {
  const scanner = createScanner(text, true)
  const [end, openBrace, closeBrace, openBracket, closeBracket] = [17, 1, 2, 3, 4]
  let depth = 0
  for (let token: number = scanner.scan(); token !== end; token = scanner.scan()) {
    if (token === openBrace || token === openBracket) depth += 1
    if (token === closeBrace || token === closeBracket) depth -= 1
    if (depth > deepest) return scanner.getTokenOffset()
  }
  return null
}

/** One reading: the text, and what was found wrong in it so far. */
interface Reading {
  readonly text: string
  readonly found: FileRefusal[]
}

type Problem = FileRefusal extends infer Refusal
  ? Refusal extends { readonly line: number }
    ? Omit<Refusal, 'line'>
    : never
  : never

function note({ text, found }: Reading, { offset }: Node, problem: Problem): null {
  found.push({ ...problem, line: lineAt(text, offset) } as FileRefusal)
  return null
}

/** A value and the field that it stands in. */
interface Place {
  readonly field: string
  readonly node: Node
}

const wrong = (reading: Reading, { field, node }: Place, wanted: Wanted): null =>
  note(reading, node, { kind: 'value', field, wanted })

/** The fields of a group: those it may have, those it must. One that is there twice, unknown, or not there is noted; where one is unknown, it is that one and not what it may have been meant for. */
function fieldsOf(
  reading: Reading,
  { field, node }: Place,
  names: { readonly must: readonly string[]; readonly may?: readonly string[] },
): ReadonlyMap<string, Place> {
  const fields = new Map<string, Place>()
  if (node.type !== 'object') {
    wrong(reading, { field, node }, { is: 'group' })
    return fields
  }
  const before = reading.found.length
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? []
    if (key === undefined || value === undefined) continue
    const name = String(key.value)
    if (fields.has(name)) note(reading, property, { kind: 'twice', field: shown(name) })
    else if (!names.must.includes(name) && !names.may?.includes(name))
      note(reading, property, { kind: 'unknown', field: shown(name) })
    else fields.set(name, { field: name, node: value })
  }
  const isKnown = reading.found.length === before
  for (const name of names.must)
    if (isKnown && !fields.has(name)) note(reading, node, { kind: 'missing', field: name })
  return fields
}

/** A name from a file as it can be said: short, and without what nobody would see. */
const shown = (name: string): string => [...cleanName(name)].slice(0, 24).join('')

const hidden = /[\p{Cc}\u2028\u2029\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u

/** A text as it was written, in one form of its letters; a sign that nobody would see is noted. */
function textOf(reading: Reading, place: Place | undefined): string {
  if (place === undefined) return ''
  const value: unknown = place.node.value
  if (place.node.type !== 'string' || typeof value !== 'string')
    return wrong(reading, place, { is: 'text' }) ?? ''
  if (hidden.test(value) || !value.isWellFormed())
    return note(reading, place.node, { kind: 'hidden', field: place.field }) ?? ''
  return cleanWords(value)
}

/** A number that `fits`; one that does not is noted, and another stands for it. */
function numberOf(
  reading: Reading,
  place: Place | undefined,
  wanted: Wanted,
  fits: (value: number) => boolean,
): number {
  if (place === undefined) return 1
  const value: unknown = place.node.value
  const isNumber = place.node.type === 'number' && typeof value === 'number' && fits(value)
  return isNumber ? value : (wrong(reading, place, wanted) ?? 1)
}

const wholeOf = (reading: Reading, place: Place | undefined, [from, to]: readonly [number, number]): number =>
  numberOf(
    reading,
    place,
    { is: 'whole', from, to },
    (value) => Number.isInteger(value) && value >= from && value <= to,
  )

function oneOf<Value extends string>(
  reading: Reading,
  place: Place | undefined,
  values: readonly [Value, ...Value[]],
): Value {
  if (place === undefined) return values[0]
  const found = values.find((value) => place.node.type === 'string' && value === place.node.value)
  return found ?? wrong(reading, place, { is: 'one-of', values }) ?? values[0]
}

/** A field that is there only where it is true. */
function isTrue(reading: Reading, place: Place | undefined): boolean {
  if (place === undefined) return false
  const value: unknown = place.node.value
  if (place.node.type !== 'boolean' || value !== true) wrong(reading, place, { is: 'true' })
  return true
}

function listOf(reading: Reading, place: Place | undefined): readonly Node[] {
  if (place === undefined) return []
  if (place.node.type !== 'array') return wrong(reading, place, { is: 'list' }) ?? []
  return place.node.children ?? []
}

/** A short name of a part or of a group of equals: letters, digits and hyphens. */
function partName(reading: Reading, place: Place | undefined): string {
  const text = textOf(reading, place)
  if (place !== undefined && place.node.type === 'string' && !/^[a-zA-Z0-9-]{1,40}$/.test(text))
    wrong(reading, place, { is: 'part' })
  return text
}

const phaseFields = {
  must: ['id', 'title', 'minutes', 'rule', 'presenter', 'captures', 'say', 'rescue', 'stageLine', 'sound'],
  may: ['once', 'part', 'sorts', 'dropOrder', 'equalGroup'],
}

/** A phase that was read, and where its fields stand. */
interface ReadPhase {
  readonly phase: FormatPhase
  readonly node: Node
  readonly fields: ReadonlyMap<string, Place>
}

const captureKinds: readonly CaptureKind[] = [...new Set(Object.values(capturesUnder).flat())]

function minutesOf(reading: Reading, place: Place | undefined): FormatPhase['minutes'] {
  if (place === undefined) return { nominal: 1, floor: 1, cap: 1 }
  const fields = fieldsOf(reading, place, { must: ['nominal', 'floor', 'cap'] })
  const read = (name: string) => numberOf(reading, fields.get(name), { is: 'minutes' }, Number.isFinite)
  return { nominal: read('nominal'), floor: read('floor'), cap: read('cap') }
}

/** What happens in small groups: what one letter does, or that all of a group speak. */
function groupPartOf(reading: Reading, place: Place): GroupPart {
  const fields = fieldsOf(reading, place, { must: ['does'], may: ['letter'] })
  const letter = fields.get('letter')
  const does = fields.get('does')
  return letter === undefined
    ? { letter: null, does: oneOf(reading, does, ['in-twos', 'in-threes', 'in-fours']) }
    : {
        letter: oneOf<Letter>(reading, letter, ['A', 'B', 'C', 'D']),
        does: oneOf(reading, does, [
          'tells',
          'is-asked',
          'is-asked-by-one',
          'is-heard',
          'asks',
          'answers',
          'is-answered',
          'turns-round',
          'says-what-helped',
        ]),
      }
}

function readPhase(reading: Reading, format: FormatId, node: Node): ReadPhase {
  const fields = fieldsOf(reading, { field: 'phases', node }, phaseFields)
  const name = partName(reading, fields.get('id'))
  const part = fields.get('part')
  const rule = oneOf(reading, fields.get('rule'), speakingRules)
  const postures = posturesUnder[rule]
  const presenter = oneOf(reading, fields.get('presenter'), postures as [(typeof postures)[number]])
  const mayWrite = fields.has('rule') ? capturesUnder[rule] : captureKinds
  const captures = listOf(reading, fields.get('captures')).flatMap((one): readonly CaptureKind[] => {
    const kind = mayWrite.find((known) => one.type === 'string' && known === one.value)
    if (kind !== undefined) return [kind]
    wrong(reading, { field: 'captures', node: one }, { is: 'one-of', values: mayWrite })
    return []
  })
  const text = (name: string) => textOf(reading, fields.get(name))
  const dropOrder = fields.get('dropOrder')
  const equalGroup = fields.get('equalGroup')
  const phase: FormatPhase = {
    ...followsFrom(rule),
    id: phaseId(format, name),
    ...(part === undefined ? {} : { part: groupPartOf(reading, part) }),
    title: text('title'),
    minutes: minutesOf(reading, fields.get('minutes')),
    ...(isTrue(reading, fields.get('once')) ? { once: true } : {}),
    presenter,
    captures: [...new Set(captures)],
    ...(isTrue(reading, fields.get('sorts')) ? { sorts: true } : {}),
    ...(dropOrder === undefined ? {} : { dropOrder: wholeOf(reading, dropOrder, [0, 99]) }),
    ...(equalGroup === undefined ? {} : { equalGroup: partName(reading, equalGroup) }),
    cue: text('say'),
    rescue: text('rescue'),
    stageLine: text('stageLine'),
    sound: oneOf(reading, fields.get('sound'), soundsUnder(rule)),
  }
  return { phase, node, fields }
}

const people = [1, mostPeople] as const

function sizeOf(reading: Reading, place: Place | undefined): Format['size'] {
  if (place === undefined) return { min: 1, best: [1, 1], max: 1 }
  const fields = fieldsOf(reading, place, { must: ['min', 'best', 'max'], may: ['even'] })
  const best = fields.get('best')
  const range = best === undefined ? new Map() : fieldsOf(reading, best, { must: ['from', 'to'] })
  return {
    min: wholeOf(reading, fields.get('min'), people),
    best: [wholeOf(reading, range.get('from'), people), wholeOf(reading, range.get('to'), people)],
    max: wholeOf(reading, fields.get('max'), people),
    ...(isTrue(reading, fields.get('even')) ? { even: true } : {}),
  }
}

const formatFields = {
  must: ['circlet', 'v', 'id', 'edition', 'title', 'after', 'scope', 'grouping', 'size', 'phases'],
  may: ['needsTrainedLeader', 'noCapture'],
}

/** A format that was read, and where its parts stand. */
interface ReadFormat {
  readonly format: Format
  readonly fields: ReadonlyMap<string, Place>
  readonly phases: readonly ReadPhase[]
}

function readAll(reading: Reading, node: Node): ReadFormat {
  const fields = fieldsOf(reading, { field: kindOfFile, node }, formatFields)
  const id = textOf(reading, fields.get('id')) as FormatId
  const idPlace = fields.get('id')
  if (idPlace !== undefined && idPlace.node.type === 'string' && !/^[\w-]{1,64}$/.test(id))
    wrong(reading, idPlace, { is: 'part' })
  const phases = listOf(reading, fields.get('phases')).map((one) => readPhase(reading, id, one))
  const format: Format = {
    id,
    version: wholeOf(reading, fields.get('edition'), [1, highestEdition]),
    title: textOf(reading, fields.get('title')),
    after: textOf(reading, fields.get('after')),
    scope: oneOf(reading, fields.get('scope'), ['turn', 'group', 'whole-session']),
    grouping: oneOf(reading, fields.get('grouping'), ['plenary', 'pairs', 'trios']),
    size: sizeOf(reading, fields.get('size')),
    ...(isTrue(reading, fields.get('needsTrainedLeader')) ? { needsTrainedLeader: true } : {}),
    ...(isTrue(reading, fields.get('noCapture')) ? { noCapture: true } : {}),
    phases: phases.map(({ phase }) => phase),
  }
  return { format, fields, phases }
}

/** What a text is called in a file: what is said once has the plain word there. */
const fileName = (text: FormatText): string => (text === 'cue' ? 'say' : text)

/** The field that a fault of a phase stands in. */
const fieldOf = (fault: FormatFault, { phase }: ReadPhase): string => {
  switch (fault.kind) {
    case 'minutes':
    case 'unequal':
      return 'minutes'
    case 'same-id':
    case 'letters':
      return 'id'
    case 'nameless':
      return 'title'
    case 'part':
    case 'captures':
      return fault.kind
    case 'text-too-long':
      return fileName(fault.text)
    case 'words':
      return fileName((['cue', 'rescue', 'stageLine'] as const).find((text) => phase[text] === '') ?? 'cue')
    case 'line-too-long':
      return 'stageLine'
    default:
      return 'rule'
  }
}

/** The phase that a fault is about: of two with one id the second; where something is taken twice, the second that takes. */
function phaseAt(fault: FormatFault, phases: readonly ReadPhase[]): ReadPhase | undefined {
  if (fault.kind === 'no-takeaway')
    return phases.filter(({ phase }) => phase.captures.includes('takeaway'))[fault.takeaways === 1 ? 0 : 1]
  const id: PhaseId | null = 'phase' in fault ? fault.phase : null
  const about = phases.filter(({ phase }) => phase.id === id)
  return fault.kind === 'same-id' ? about[1] : about[0]
}

/** Where a fault of the whole stands. */
function nodeOf(fault: FormatFault, { fields, phases }: ReadFormat, whole: Node): Node {
  const about = phaseAt(fault, phases)
  if (about !== undefined) {
    const field = fault.kind === 'no-takeaway' ? 'captures' : fieldOf(fault, about)
    return about.fields.get(field)?.node ?? about.node
  }
  const field =
    fault.kind === 'size'
      ? 'size'
      : fault.kind === 'nameless'
        ? 'title'
        : fault.kind === 'text-too-long'
          ? fault.text
          : 'phases'
  return fields.get(field)?.node ?? whole
}

/** What the first fields say: whether it is one of ours, and not of a newer Circlet. */
function kindFault(reading: Reading, node: Node): FileRefusal | null {
  const value = (name: string): Node | undefined =>
    node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1]
  const [says, version] = [value('circlet'), value('v')]
  const line = lineAt(reading.text, (says ?? node).offset)
  if (node.type !== 'object' || says?.value !== kindOfFile) return { kind: 'not-a-method', line }
  const isNumber = version?.type === 'number' && Number.isInteger(version.value)
  if (version === undefined) return { kind: 'missing', field: 'v', line: lineAt(reading.text, node.offset) }
  const at = lineAt(reading.text, version.offset)
  if (isNumber && Number(version.value) > fileVersion) return { kind: 'newer', line: at }
  return isNumber && version.value === fileVersion
    ? null
    : { kind: 'value', field: 'v', wanted: { is: 'whole', from: 1, to: fileVersion }, line: at }
}

/** The first of what was found wrong, by its line. */
const firstOf = (found: readonly FileRefusal[]): FileRefusal | undefined =>
  found.toSorted((one, other) => one.line - other.line)[0]

/** What is no text at all, or no JSON; null for neither. */
function rawFault(text: string): FileRefusal | null {
  if (text.length > largestFormatFile) return { kind: 'too-big', line: 1, most: largestFormatFile }
  const noLetter = text.search(/[\ufffd\0]/)
  if (noLetter !== -1) return { kind: 'not-text', line: lineAt(text, noLetter) }
  const deep = tooDeep(text)
  return deep === null ? null : { kind: 'not-a-method', line: lineAt(text, deep) }
}

/**
 * Reads the text of a file, at most 262,144 UTF-16 units of it; bytes that were no UTF-8 are expected as U+FFFD. Strict JSON, each
 * field once and none that is unknown. Gives a format without a fault, or the first thing that is wrong, with its line; never throws.
 */
export function readFormat(written: string): Result<Format, FileRefusal> {
  const text = written.replace(/^\ufeff/, '')
  const raw = rawFault(text)
  if (raw !== null) return refused(raw)
  const errors: ParseError[] = []
  const whole = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const form = formFault(text, errors)
  if (form !== null) return refused(form)
  if (whole === undefined) return refused({ kind: 'not-json', line: 1, expected: 'value' })
  const reading: Reading = { text, found: [] }
  const kind = kindFault(reading, whole)
  if (kind !== null) return refused(kind)
  const read = readAll(reading, whole)
  const found = firstOf(reading.found)
  if (found !== undefined) return refused(found)
  const faults = faultsOf(read.format).map((fault): FileRefusal => ({
    kind: 'fault',
    fault,
    phase: phaseAt(fault, read.phases)?.phase.title ?? null,
    line: lineAt(text, nodeOf(fault, read, whole).offset),
  }))
  const fault = firstOf(faults)
  return fault === undefined ? accepted(read.format) : refused(fault)
}
