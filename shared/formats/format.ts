import type { FormatId, PhaseId } from '../basics/ids'

/** Who may speak, and how (circles.md 1.0). One per phase. */
export type SpeakingRule =
  'SOLO' | 'QFACT' | 'QOPEN' | 'QONLY' | 'GTALK' | 'ROUND' | 'QUIET' | 'WRITE' | 'PAIRS' | 'OPEN' | 'FAC'

/** What a phase may leave behind on the board or in the presenter's hands. */
export type CaptureKind = 'questions' | 'insight' | 'takeaway' | 'commitment' | 'words' | 'outcome'

/** The three lengths of a phase, in minutes: as planned, never below, never above. */
export interface PhaseMinutes {
  readonly nominal: number
  readonly floor: number
  readonly cap: number
}

/** One timed part of a format. */
export interface FormatPhase {
  readonly id: PhaseId
  readonly title: string
  readonly minutes: PhaseMinutes
  /** Held once for the whole group instead of once per presenter. */
  readonly once?: true
  readonly who: 'presenter' | 'each' | 'all'
  readonly rule: SpeakingRule
  readonly presenter: 'speaks' | 'answers' | 'listens' | 'turned-away' | 'out'
  /** Only silence and the rotations of pairs and trios end by themselves. */
  readonly ends: 'by-hand' | 'by-itself'
  readonly perVoice?: true
  readonly captures: readonly CaptureKind[]
  readonly dropOrder?: number
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
  | { readonly kind: 'no-takeaway'; readonly takeaways: number }

/** The longest sentence the wall can show under the rule without shrinking it below its floor, in letters. */
export const longestStageLine = 90

/** The rules under which nobody looks at the clock, so that a phase may end by itself (decisions.md 12). */
const endingByThemselves: readonly SpeakingRule[] = ['QUIET', 'PAIRS']

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
  for (const { id, minutes, rule, ends, cue, rescue, stageLine } of format.phases) {
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
  }
  const takeaway = takeawayFault(format)
  if (takeaway) faults.push(takeaway)
  return faults
}
