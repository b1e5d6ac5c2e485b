import type { FormatId, PhaseId } from '../basics/ids'
import { mostPeople } from '../circle/names'

/** Who may speak, and how (circles.md 1.0). One per phase. */
export type SpeakingRule =
  'SOLO' | 'QFACT' | 'QOPEN' | 'QONLY' | 'GTALK' | 'ROUND' | 'QUIET' | 'WRITE' | 'PAIRS' | 'OPEN' | 'FAC'

/** Somebody in a pair, a trio or a four, by the place in its row. */
export type Letter = 'A' | 'B' | 'C' | 'D'

/** What happens in the groups of a PAIRS phase: what one letter of each does, and with it what the others do; or all of a group speak. */
export type GroupPart =
  | {
      readonly letter: Letter
      readonly does:
        | 'tells'
        | 'is-asked'
        | 'is-asked-by-one'
        | 'is-heard'
        | 'asks'
        | 'answers'
        | 'is-answered'
        | 'turns-round'
        | 'says-what-helped'
    }
  | { readonly letter: null; readonly does: 'in-twos' | 'in-threes' | 'in-fours' }

/**
 * What is written down in a phase: questions on the board (`board-panel`); what the presenter takes, and what a voice means to do
 * (`sentenceOf`); what came of what was promised (`reviewedBy`); lines without a name, as words or as insights (`takesWords`).
 */
export type CaptureKind = 'questions' | 'insight' | 'takeaway' | 'commitment' | 'words' | 'outcome'

/** The three lengths of a phase, in minutes: as planned, never below, never above. */
export interface PhaseMinutes {
  readonly nominal: number
  readonly floor: number
  readonly cap: number
}

/** One timed part of a format; who reads each of its fields is said in docs/decisions/017-every-field-has-a-reader.md. */
export interface FormatPhase {
  readonly id: PhaseId
  readonly title: string
  readonly minutes: PhaseMinutes
  /** Held in the first turn of a session that has this format, and in none after it (`stepsOf`). */
  readonly once?: true
  readonly who: 'presenter' | 'each' | 'all'
  readonly rule: SpeakingRule
  readonly presenter: 'speaks' | 'answers' | 'listens' | 'turned-away' | 'out'
  /** Who does what in the groups; PAIRS phases alone have it, and each of them. */
  readonly part?: GroupPart
  /** Only silence and the rotations of pairs and trios end by themselves. */
  readonly ends: 'by-hand' | 'by-itself'
  /** Its minutes are shared among the voices of the round (`hasShares`); every round is so. */
  readonly perVoice?: true
  readonly captures: readonly CaptureKind[]
  /** The presenter sorts the questions of the board, one at a time: hot, lukewarm, cold. */
  readonly sorts?: true
  /** Left out, the lowest first, where the turn is planned shorter than its format (`stepsOf`). */
  readonly dropOrder?: number
  /** Phases of one name stay equally long when time is re-fitted (`timeCard`). */
  readonly equalGroup?: string
  /** For the facilitator to say, once. */
  readonly cue: string
  /** What the facilitator may do meanwhile, and a way back when the phase slips. */
  readonly rescue: string
  /** The one human sentence on the wall. */
  readonly stageLine: string
  readonly sound: 'soft' | 'none'
}

/** A way to work a turn: ordered phases with minutes, speaking rules and cues. */
export interface Format {
  readonly id: FormatId
  readonly version: number
  readonly title: string
  /** The tradition that it follows, credited in our own words. */
  readonly after: string
  readonly scope: 'turn' | 'group' | 'whole-session'
  readonly grouping: 'plenary' | 'pairs' | 'trios'
  readonly size: {
    readonly min: number
    readonly best: readonly [number, number]
    readonly max: number
    readonly even?: true
  }
  readonly needsTrainedLeader?: true
  readonly noCapture?: true
  readonly phases: readonly FormatPhase[]
}

/** A format's length in minutes: the sum of its phases as planned. */
export const nominalMinutes = (format: Format): number =>
  format.phases.reduce((sum, phase) => sum + phase.minutes.nominal, 0)

/** A text of a format that can be too long, or be missing. */
export type FormatText = 'title' | 'after' | 'cue' | 'rescue' | 'stageLine'

export type FormatFault =
  | { readonly kind: 'no-phases' }
  | { readonly kind: 'too-many-phases'; readonly count: number }
  /** All phases together, as planned, in minutes. */
  | { readonly kind: 'too-long'; readonly minutes: number }
  | { readonly kind: 'minutes'; readonly phase: PhaseId }
  /** Phases that are one another's equal (`equalGroup`) and have other minutes than the first of them. */
  | { readonly kind: 'unequal'; readonly phase: PhaseId }
  | { readonly kind: 'same-id'; readonly phase: PhaseId }
  | { readonly kind: 'line-too-long'; readonly phase: PhaseId; readonly letters: number }
  /** `phase`: null for the format's own title and tradition. */
  | {
      readonly kind: 'text-too-long'
      readonly phase: PhaseId | null
      readonly text: FormatText
      readonly letters: number
      readonly most: number
    }
  | { readonly kind: 'size' }
  | { readonly kind: 'words'; readonly phase: PhaseId }
  | { readonly kind: 'nameless'; readonly phase: PhaseId | null }
  /** Nothing is known under this name: a file may say anything. */
  | { readonly kind: 'rule'; readonly phase: PhaseId }
  /** Pairs and trios speak in turns of one letter each, and nowhere else. */
  | { readonly kind: 'letters'; readonly phase: PhaseId }
  /** In a group there is no presenter, and its rule has one. */
  | { readonly kind: 'no-presenter'; readonly phase: PhaseId }
  | { readonly kind: 'by-itself'; readonly phase: PhaseId }
  | { readonly kind: 'part'; readonly phase: PhaseId }
  | { readonly kind: 'per-voice'; readonly phase: PhaseId }
  | { readonly kind: 'captures'; readonly phase: PhaseId }
  | { readonly kind: 'no-takeaway'; readonly takeaways: number }

/** The longest sentence the wall can show under the rule without shrinking it below its floor, in letters. */
export const longestStageLine = 90

/** The longest other texts, in letters: a title stands in one line of the wall, a phase's in its ring, a cue is said in one breath. */
export const longestTexts = { title: 40, phaseTitle: 24, after: 160, cue: 200, rescue: 200 } as const

/** The most phases that the strip of the wall can show apart. */
export const mostPhases = 16

/** The longest format and the longest phase, in minutes. */
export const longestFormat = 180

/** Every rule, in the order of circles.md 1.0. */
export const speakingRules = [
  'SOLO',
  'QFACT',
  'QOPEN',
  'QONLY',
  'GTALK',
  'ROUND',
  'QUIET',
  'WRITE',
  'PAIRS',
  'OPEN',
  'FAC',
] as const satisfies readonly SpeakingRule[]

/** The rules under which nobody looks at the clock, so that a phase may end by itself (decisions.md 12). */
const endingByThemselves: readonly SpeakingRule[] = ['QUIET', 'PAIRS']

/** What is written in one and the same field: a phase has one of them at most. A commitment is a voice's own, so it belongs to a round. */
const lineKinds: readonly CaptureKind[] = ['questions', 'words', 'insight', 'takeaway', 'commitment']

/** The rules under which a tone may sound at the end: nobody looks at the wall, and nobody speaks from the heart to all. */
export const rulesWithTone: readonly SpeakingRule[] = ['GTALK', 'QUIET', 'WRITE', 'PAIRS']

/** The rules that need no presenter: where the group works together, nobody has the turn. */
export const rulesWithoutPresenter: readonly SpeakingRule[] = [
  'ROUND',
  'QUIET',
  'WRITE',
  'PAIRS',
  'OPEN',
  'FAC',
]

/** Whether a length is one that can be planned: half minutes, at least one of them. */
export const isPlannable = (minutes: number): boolean =>
  minutes > 0 && minutes <= longestFormat && Number.isInteger(minutes * 2)

/** A turn in which the presenter speaks alone has exactly one phase for what is taken; none has two, and where nothing is written, or the group works together, none has one. */
function takeawayFault({ scope, phases, noCapture }: Format): FormatFault | null {
  const takeaways = phases.filter(({ captures }) => captures.includes('takeaway')).length
  const owed = phases.some(({ who }) => who === 'presenter')
  const fits = noCapture ? takeaways === 0 : takeaways === 1 || (takeaways === 0 && !owed)
  return (scope === 'group' ? takeaways === 0 : fits) ? null : { kind: 'no-takeaway', takeaways }
}

/** What is wrong with the words of a phase. */
function wordFaults({ id, title, cue, rescue, stageLine }: FormatPhase): readonly FormatFault[] {
  const most = { title: longestTexts.phaseTitle, cue: longestTexts.cue, rescue: longestTexts.rescue }
  const texts = { title, cue, rescue }
  return [
    ...(title.trim() === '' ? [{ kind: 'nameless', phase: id } as const] : []),
    ...([cue, rescue, stageLine].some((words) => words.trim() === '')
      ? [{ kind: 'words', phase: id } as const]
      : []),
    ...(stageLine.length > longestStageLine
      ? [{ kind: 'line-too-long', phase: id, letters: stageLine.length } as const]
      : []),
    ...(['title', 'cue', 'rescue'] as const)
      .filter((text) => texts[text].length > most[text])
      .map((text) => ({
        kind: 'text-too-long' as const,
        phase: id,
        text,
        letters: texts[text].length,
        most: most[text],
      })),
  ]
}

/** What is wrong with the format's own title and tradition. */
const titleFaults = (format: Format): readonly FormatFault[] => [
  ...(format.title.trim() === '' ? [{ kind: 'nameless', phase: null } as const] : []),
  ...(['title', 'after'] as const)
    .filter((text) => format[text].length > longestTexts[text])
    .map((text) => ({
      kind: 'text-too-long' as const,
      phase: null,
      text,
      letters: format[text].length,
      most: longestTexts[text],
    })),
]

/** The first phase whose minutes are not those of its equals before it. */
function unequalFault({ phases }: Format): FormatFault | null {
  const first = new Map<string, PhaseMinutes>()
  for (const { id, equalGroup, minutes } of phases) {
    if (equalGroup === undefined) continue
    const { floor, nominal, cap } = first.get(equalGroup) ?? minutes
    if (floor !== minutes.floor || nominal !== minutes.nominal || cap !== minutes.cap)
      return { kind: 'unequal', phase: id }
    first.set(equalGroup, minutes)
  }
  return null
}

/** The first phase of pairs or trios that comes before its letter's turn, or apart from the other letters; or one that small groups are missing from. */
function lettersFault({ grouping, phases }: Format): FormatFault | null {
  const inGroups = phases.filter(({ rule }) => rule === 'PAIRS')
  const letterAt = ({ rule, part }: FormatPhase) => (rule === 'PAIRS' ? (part?.letter ?? null) : null)
  const lettered = phases.filter((phase) => letterAt(phase) !== null)
  const wrong = lettered.find((phase, index) => {
    const before = index === 0 ? 'A' : (letterAt(lettered[index - 1] as FormatPhase) ?? 'A')
    const step = (letterAt(phase) ?? 'A').charCodeAt(0) - before.charCodeAt(0)
    return step !== 0 && (index === 0 || step !== 1)
  })
  const [from, to] = [
    phases.findIndex((phase) => letterAt(phase) !== null),
    phases.findLastIndex((phase) => letterAt(phase) !== null),
  ]
  const apart = from === -1 ? undefined : phases.slice(from, to).find(({ rule }) => rule !== 'PAIRS')
  const found = grouping === 'plenary' ? lettered[0] : (wrong ?? apart)
  if (found !== undefined) return { kind: 'letters', phase: found.id }
  const [first] = phases
  return grouping !== 'plenary' && inGroups.length === 0 && first !== undefined
    ? { kind: 'letters', phase: first.id }
    : null
}

function sizeFaults({ size: { min, best, max } }: Format): readonly FormatFault[] {
  const isCount = (people: number) => Number.isInteger(people) && people >= 1 && people <= mostPeople
  const inOrder = min <= best[0] && best[0] <= best[1] && best[1] <= max
  return inOrder && [min, ...best, max].every(isCount) ? [] : [{ kind: 'size' }]
}

/** What is wrong with a format; empty when the wall, the clock and the rules can all run it. */
export function faultsOf(format: Format): readonly FormatFault[] {
  const { phases } = format
  const faults: FormatFault[] = [...titleFaults(format)]
  if (phases.length === 0) faults.push({ kind: 'no-phases' })
  // A fourth person's phases are held in a group of four only.
  const count = phases.filter(({ part }) => part?.letter !== 'D').length
  if (count > mostPhases) faults.push({ kind: 'too-many-phases', count })
  faults.push(...sizeFaults(format))
  const seen = new Set<PhaseId>()
  for (const phase of phases) {
    const { id, minutes, rule, ends, part, perVoice, captures } = phase
    if (seen.has(id)) faults.push({ kind: 'same-id', phase: id })
    seen.add(id)
    const { floor, nominal, cap } = minutes
    if (!([floor, nominal, cap].every(isPlannable) && floor <= nominal && nominal <= cap))
      faults.push({ kind: 'minutes', phase: id })
    faults.push(...wordFaults(phase))
    if (!speakingRules.includes(rule)) faults.push({ kind: 'rule', phase: id })
    else if (format.scope === 'group' && !rulesWithoutPresenter.includes(rule))
      faults.push({ kind: 'no-presenter', phase: id })
    if (ends === 'by-itself' && !endingByThemselves.includes(rule))
      faults.push({ kind: 'by-itself', phase: id })
    if ((rule === 'PAIRS') !== (part !== undefined)) faults.push({ kind: 'part', phase: id })
    if ((rule === 'ROUND') !== (perVoice === true)) faults.push({ kind: 'per-voice', phase: id })
    if (captures.filter((kind) => lineKinds.includes(kind)).length > 1)
      faults.push({ kind: 'captures', phase: id })
    if (phase.sorts && !(captures.includes('questions') && phase.who === 'presenter' && rule === 'SOLO'))
      faults.push({ kind: 'captures', phase: id })
    if (captures.includes('commitment') && rule !== 'ROUND') faults.push({ kind: 'captures', phase: id })
  }
  const minutes = nominalMinutes(format)
  if (minutes > longestFormat) faults.push({ kind: 'too-long', minutes })
  return [
    ...faults,
    ...[unequalFault(format), lettersFault(format), takeawayFault(format)].flatMap((fault) => fault ?? []),
  ]
}
