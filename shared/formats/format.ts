import type { FormatId, PhaseId } from '../basics/ids'

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
        'tells' | 'is-asked' | 'is-heard' | 'asks' | 'answers' | 'turns-round' | 'says-what-helped'
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

export type FormatFault =
  | { readonly kind: 'no-phases' }
  | { readonly kind: 'minutes'; readonly phase: PhaseId }
  | { readonly kind: 'same-id'; readonly phase: PhaseId }
  | { readonly kind: 'line-too-long'; readonly phase: PhaseId; readonly letters: number }
  | { readonly kind: 'size' }
  | { readonly kind: 'words'; readonly phase: PhaseId }
  | { readonly kind: 'by-itself'; readonly phase: PhaseId }
  | { readonly kind: 'part'; readonly phase: PhaseId }
  | { readonly kind: 'per-voice'; readonly phase: PhaseId }
  | { readonly kind: 'captures'; readonly phase: PhaseId }
  | { readonly kind: 'no-takeaway'; readonly takeaways: number }

/** The longest sentence the wall can show under the rule without shrinking it below its floor, in letters. */
export const longestStageLine = 90

/** The rules under which nobody looks at the clock, so that a phase may end by itself (decisions.md 12). */
const endingByThemselves: readonly SpeakingRule[] = ['QUIET', 'PAIRS']

/** What is written in one and the same field: a phase has one of them at most. A commitment is a voice's own, so it belongs to a round. */
const lineKinds: readonly CaptureKind[] = ['questions', 'words', 'insight', 'takeaway', 'commitment']

/** A turn in which the presenter speaks alone has exactly one phase for what is taken; none has two, and where nothing is written none has one. */
function takeawayFault({ scope, phases, noCapture }: Format): FormatFault | null {
  const takeaways = phases.filter(({ captures }) => captures.includes('takeaway')).length
  const owed = phases.some(({ who }) => who === 'presenter')
  const fits = noCapture ? takeaways === 0 : takeaways === 1 || (takeaways === 0 && !owed)
  return scope !== 'turn' || fits ? null : { kind: 'no-takeaway', takeaways }
}

/** What is wrong with a format; empty when the wall, the clock and the rules can all run it. */
export function faultsOf(format: Format): readonly FormatFault[] {
  const faults: FormatFault[] = []
  if (format.phases.length === 0) faults.push({ kind: 'no-phases' })
  const { min, best, max } = format.size
  if (!(min <= best[0] && best[0] <= best[1] && best[1] <= max)) faults.push({ kind: 'size' })
  const seen = new Set<PhaseId>()
  for (const { id, minutes, rule, ends, part, perVoice, captures, cue, rescue, stageLine } of format.phases) {
    if (seen.has(id)) faults.push({ kind: 'same-id', phase: id })
    seen.add(id)
    const { floor, nominal, cap } = minutes
    if (!(floor > 0 && floor <= nominal && nominal <= cap)) faults.push({ kind: 'minutes', phase: id })
    if (stageLine.length > longestStageLine)
      faults.push({ kind: 'line-too-long', phase: id, letters: stageLine.length })
    if ([cue, rescue, stageLine].some((words) => words.trim() === ''))
      faults.push({ kind: 'words', phase: id })
    if (ends === 'by-itself' && !endingByThemselves.includes(rule))
      faults.push({ kind: 'by-itself', phase: id })
    if ((rule === 'PAIRS') !== (part !== undefined)) faults.push({ kind: 'part', phase: id })
    if ((rule === 'ROUND') !== (perVoice === true)) faults.push({ kind: 'per-voice', phase: id })
    if (captures.filter((kind) => lineKinds.includes(kind)).length > 1)
      faults.push({ kind: 'captures', phase: id })
    if (captures.includes('commitment') && rule !== 'ROUND') faults.push({ kind: 'captures', phase: id })
  }
  const takeaway = takeawayFault(format)
  if (takeaway) faults.push(takeaway)
  return faults
}
