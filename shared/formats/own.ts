// A format of a circle's own: copied from another, and changed one thing at a time. Every edit gives a format without a fault, or says why not.
import type { FormatId, PhaseId } from '../basics/ids'
import { accepted, refused, type Result } from '../basics/result'
import { cleanName, sameNameKey } from '../circle/names'
import {
  faultsOf,
  rulesWithoutPresenter,
  rulesWithTone,
  speakingRules,
  type CaptureKind,
  type Format,
  type FormatFault,
  type FormatPhase,
  type SpeakingRule,
} from './format'
import { library } from './library/library'

/** Why an edit is not possible. */
export type OwnRefusal =
  /** Nothing would be seen of the title. */
  | { readonly kind: 'nameless' }
  | { readonly kind: 'name-taken'; readonly title: string }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'no-further' }
  | { readonly kind: 'last-phase' }
  /** In pairs and trios everybody has the same, one letter after the other. */
  | { readonly kind: 'letters' }
  /** Under its rule the presenter does not take part like that. */
  | { readonly kind: 'presenter' }
  /** Under its rule there is no tone. */
  | { readonly kind: 'sound' }
  /** Under its rule, or in this format, that is not written. */
  | { readonly kind: 'captures' }
  | { readonly kind: 'fault'; readonly fault: FormatFault; readonly phase: string | null }

export type Edited = Result<Format, OwnRefusal>

/** How many formats of its own a circle can have: a list that is read before a session. */
export const mostOwn = 24

/** How the presenter can take part under a rule; the usual first. */
export const posturesUnder: Readonly<Record<SpeakingRule, readonly FormatPhase['presenter'][]>> = {
  SOLO: ['speaks', 'answers'],
  QFACT: ['answers'],
  QOPEN: ['answers'],
  QONLY: ['answers', 'speaks'],
  GTALK: ['listens', 'turned-away', 'out'],
  ROUND: ['listens', 'answers', 'speaks'],
  QUIET: ['listens'],
  WRITE: ['listens'],
  PAIRS: ['speaks', 'answers', 'listens', 'turned-away'],
  OPEN: ['answers', 'speaks'],
  FAC: ['listens'],
}

/** What can be written under a rule. */
export const capturesUnder: Readonly<Record<SpeakingRule, readonly CaptureKind[]>> = {
  SOLO: ['questions', 'insight', 'words', 'outcome', 'takeaway'],
  QFACT: ['questions'],
  QOPEN: ['questions', 'words'],
  QONLY: ['questions', 'insight', 'words'],
  GTALK: ['words'],
  ROUND: ['insight', 'words', 'commitment', 'outcome'],
  QUIET: [],
  WRITE: ['questions', 'words'],
  PAIRS: [],
  OPEN: ['insight', 'words'],
  FAC: [],
}

/** The rules that a phase of a format can be given: pairs and trios are what they are, and where the group works together nobody presents. */
export function rulesFor({ scope, grouping }: Format, { rule }: FormatPhase): readonly SpeakingRule[] {
  if (rule === 'PAIRS') return ['PAIRS']
  const together = scope === 'group' || grouping !== 'plenary' ? rulesWithoutPresenter : speakingRules
  return together.filter((one) => one !== 'PAIRS')
}

/** The tones that a phase can end with under a rule: a soft one only where nobody looks at the wall. */
export const soundsUnder = (
  rule: SpeakingRule,
): readonly [FormatPhase['sound'], ...FormatPhase['sound'][]] =>
  rulesWithTone.includes(rule) ? ['soft', 'none'] : ['none']

/** What follows from a rule: who may speak, whether each has a share, and whether it ends by itself. */
export const followsFrom = (
  rule: SpeakingRule,
): Pick<FormatPhase, 'who' | 'rule' | 'ends'> & { readonly perVoice?: true } => ({
  rule,
  who: rule === 'SOLO' ? 'presenter' : rule === 'ROUND' ? 'each' : 'all',
  ends: rule === 'QUIET' || rule === 'PAIRS' ? 'by-itself' : 'by-hand',
  ...(rule === 'ROUND' ? { perVoice: true } : {}),
})

/** What a phase's id is within its format. */
export const nameInFormat = ({ id }: Pick<FormatPhase, 'id'>): string => id.slice(id.indexOf('/') + 1)

/**
 * A phase's id. The sentence of a library's "reflections" follows what would help (`stageLineFor`): one of a circle's own says what the
 * circle wrote, so that it is called otherwise.
 */
export const phaseId = (format: FormatId, part: string): PhaseId =>
  `${format}/${part === 'reflections' ? 'reflecting' : part}` as PhaseId

/** The phases under the id of another format. */
const phasesOf = ({ phases }: Format, id: FormatId): readonly FormatPhase[] =>
  phases.map((phase) => ({ ...phase, id: phaseId(id, nameInFormat(phase)) }))

/** The format where nothing is wrong with it; else the first of what is, with the title of its phase. */
export function checked(format: Format): Edited {
  const [fault] = faultsOf(format)
  if (fault === undefined) return accepted(format)
  const id = 'phase' in fault ? fault.phase : null
  const phase = format.phases.find((one) => one.id === id)?.title ?? null
  return refused({ kind: 'fault', fault, phase })
}

const edited = (format: Format, change: Partial<Format>): Edited =>
  checked({ ...format, ...change, version: format.version + 1 })

/** A title as it stands, and why it cannot: nothing of it would be seen, or a format of the library or of the circle has it. */
function settledTitle(typed: string, id: FormatId, own: readonly Format[]): Result<string, OwnRefusal> {
  const title = cleanWords(typed)
  if (title === '') return refused({ kind: 'nameless' })
  const same = [...library, ...own].find(
    (other) => other.id !== id && sameNameKey(other.title) === sameNameKey(title),
  )
  return same === undefined ? accepted(title) : refused({ kind: 'name-taken', title: same.title })
}

/** What a new format is called, and beside which others of the circle. */
export interface NewFormat {
  readonly id: FormatId
  readonly title: string
  readonly own: readonly Format[]
}

/** A format under an id and a title of its own, of the first version; refuses a title that is taken. */
export function copyOf(format: Format, { id, title, own }: NewFormat): Edited {
  if (own.length >= mostOwn) return refused({ kind: 'too-many', most: mostOwn })
  const settled = settledTitle(title, id, own)
  if (!settled.ok) return settled
  return checked({ ...format, id, title: settled.value, version: 1, phases: phasesOf(format, id) })
}

/** Takes in a format from a file, under its own id where nothing here has it, else under `id`; refuses a title that is taken. */
export function takeIn(format: Format, { id, own }: Omit<NewFormat, 'title'>): Edited {
  const isKnown = [...library, ...own].some((other) => other.id === format.id)
  const free = isKnown ? id : format.id
  const copy = copyOf(format, { id: free, title: format.title, own })
  return copy.ok ? accepted({ ...copy.value, version: format.version }) : copy
}

/** The format under another title. */
export function rename(format: Format, title: string, own: readonly Format[]): Edited {
  const settled = settledTitle(title, format.id, own)
  return settled.ok ? edited(format, { title: settled.value }) : settled
}

/** What can be changed in a phase; minutes as planned. */
export type PhaseChange = Partial<
  Pick<
    FormatPhase,
    'title' | 'cue' | 'rescue' | 'stageLine' | 'rule' | 'presenter' | 'captures' | 'sound'
  > & { readonly minutes: number }
>

/** Minutes as planned; the shortest and the longest give way where they must. */
const planned = ({ minutes }: FormatPhase, nominal: number): FormatPhase['minutes'] => ({
  nominal,
  floor: Math.min(minutes.floor, nominal),
  cap: Math.max(minutes.cap, nominal),
})

/** A phase under another rule: everything that follows from it follows, and what does not go with it falls away. */
function underRule(phase: FormatPhase, rule: SpeakingRule): FormatPhase {
  const { id, title, minutes, once, dropOrder, equalGroup, cue, rescue, stageLine } = phase
  const postures = posturesUnder[rule]
  return {
    id,
    title,
    minutes,
    ...(once === undefined ? {} : { once }),
    ...followsFrom(rule),
    presenter: postures.includes(phase.presenter) ? phase.presenter : (postures[0] ?? 'listens'),
    captures: phase.captures.filter((kind) => capturesUnder[rule].includes(kind)),
    ...(dropOrder === undefined ? {} : { dropOrder }),
    ...(equalGroup === undefined ? {} : { equalGroup }),
    cue,
    rescue,
    stageLine,
    sound: soundsUnder(rule)[0],
  }
}

/** A text as it is kept: one line, in one form of its letters, without signs that nobody would see or read. A space that binds stays one. */
export const cleanWords = (typed: string): string =>
  typed
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .split('\u00a0')
    .map(cleanName)
    .join('\u00a0')
    .replace(/^\u00a0+|\u00a0+$/g, '')

/** The texts of a change, without what nobody would see in them. */
const cleaned = (change: PhaseChange): PhaseChange => ({
  ...change,
  ...Object.fromEntries(
    (['title', 'cue', 'rescue', 'stageLine'] as const).flatMap((text) => {
      const typed = change[text]
      return typed === undefined ? [] : [[text, cleanWords(typed)]]
    }),
  ),
})

/** A phase with a change, on its own. */
function changedPhase(phase: FormatPhase, { rule, minutes, ...rest }: PhaseChange): FormatPhase {
  const under = rule === undefined || rule === phase.rule ? phase : underRule(phase, rule)
  return { ...under, ...rest, ...(minutes === undefined ? {} : { minutes: planned(phase, minutes) }) }
}

/** What speaks against a phase in its format, beside the faults of the whole. */
function refusalOf(before: FormatPhase, after: FormatPhase, { noCapture }: Format): OwnRefusal | null {
  if ((before.rule === 'PAIRS') !== (after.rule === 'PAIRS')) return { kind: 'letters' }
  if (!posturesUnder[after.rule].includes(after.presenter)) return { kind: 'presenter' }
  if (!soundsUnder(after.rule).includes(after.sound)) return { kind: 'sound' }
  const mayWrite = noCapture ? [] : capturesUnder[after.rule]
  return after.captures.every((kind) => mayWrite.includes(kind)) ? null : { kind: 'captures' }
}

/**
 * The format with something changed in one phase. Minutes of phases that are one another's equal change together. What is taken is
 * written in one phase: where it is asked for in another, it goes there. Refuses what the rule does not allow.
 */
export function changePhase(format: Format, id: PhaseId, change: PhaseChange): Edited {
  const before = format.phases.find((phase) => phase.id === id)
  if (before === undefined) return refused({ kind: 'not-there' })
  const after = changedPhase(before, cleaned(change))
  const refusal = refusalOf(before, after, format)
  if (refusal !== null) return refused(refusal)
  const takes = change.captures?.includes('takeaway') ?? false
  const phases = format.phases.map((phase): FormatPhase => {
    if (phase.id === id) return after
    const isEqual = before.equalGroup !== undefined && phase.equalGroup === before.equalGroup
    return {
      ...phase,
      minutes: isEqual ? after.minutes : phase.minutes,
      captures: takes ? phase.captures.filter((kind) => kind !== 'takeaway') : phase.captures,
    }
  })
  return edited(format, { phases })
}

/** Whether the turns of pairs or trios follow one another as before. */
const sameLetters = (before: readonly FormatPhase[], after: readonly FormatPhase[]): boolean => {
  const turns = (phases: readonly FormatPhase[]) =>
    phases.filter(({ part }) => part !== undefined && part.letter !== null)
  return turns(before).every((phase, index) => phase.id === turns(after)[index]?.id)
}

/** The format with a phase at another place, counted from 0; refuses a place that there is not, and turns of letters out of order. */
export function movePhaseTo(format: Format, id: PhaseId, place: number): Edited {
  const phase = format.phases.find((one) => one.id === id)
  if (phase === undefined) return refused({ kind: 'not-there' })
  if (place < 0 || place >= format.phases.length) return refused({ kind: 'no-further' })
  const phases = format.phases.filter((one) => one.id !== id).toSpliced(place, 0, phase)
  if (!sameLetters(format.phases, phases)) return refused({ kind: 'letters' })
  const moved = edited(format, { phases })
  return moved.ok || moved.refusal.kind !== 'fault' || moved.refusal.fault.kind !== 'letters'
    ? moved
    : refused({ kind: 'letters' })
}

/** The format with a phase one place up or down. */
export const movePhase = (format: Format, id: PhaseId, by: 1 | -1): Edited =>
  movePhaseTo(format, id, format.phases.findIndex((phase) => phase.id === id) + by)

/** The format without a phase; one stays, and so do the turns of pairs and trios. */
export function removePhase(format: Format, id: PhaseId): Edited {
  const phase = format.phases.find((one) => one.id === id)
  if (phase === undefined) return refused({ kind: 'not-there' })
  if (format.phases.length === 1) return refused({ kind: 'last-phase' })
  if (phase.rule === 'PAIRS') return refused({ kind: 'letters' })
  return edited(format, { phases: format.phases.filter((one) => one.id !== id) })
}

/** A phase id that the format does not have: "part-1", "part-2" … */
function freeId({ id, phases }: Format): PhaseId {
  const used = new Set<string>(phases.map((phase) => phase.id))
  let count = 1
  while (used.has(phaseId(id, `part-${count}`))) count += 1
  return phaseId(id, `part-${count}`)
}

/** The words of a phase that is new. */
export type NewPhase = Pick<FormatPhase, 'title' | 'cue' | 'rescue' | 'stageLine'>

/** The format with five minutes of open questions after a phase; not between the turns of pairs and trios. */
export function addPhase(format: Format, afterId: PhaseId, words: NewPhase): Edited {
  const place = format.phases.findIndex(({ id }) => id === afterId)
  if (place === -1) return refused({ kind: 'not-there' })
  const rule: SpeakingRule = format.grouping === 'plenary' ? 'QOPEN' : 'ROUND'
  const phase: FormatPhase = {
    ...followsFrom(rule),
    id: freeId(format),
    ...words,
    minutes: { nominal: 5, floor: 3, cap: 10 },
    presenter: posturesUnder[rule][0] ?? 'listens',
    captures: [],
    sound: 'none',
  }
  const added = edited(format, { phases: format.phases.toSpliced(place + 1, 0, phase) })
  return added.ok || added.refusal.kind !== 'fault' || added.refusal.fault.kind !== 'letters'
    ? added
    : refused({ kind: 'letters' })
}
