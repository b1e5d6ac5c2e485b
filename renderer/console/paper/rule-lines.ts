import type { PaperPhase } from '../../../shared/export/paper'
import type { Words } from '../../words/en'

interface WhoSpeaks {
  readonly phase: PaperPhase
  readonly presenter: string | null
  readonly facilitator: string | null
  readonly words: Words
}

/** The two lines of the rule: who speaks, and how. */
export function ruleLinesOf({ phase, presenter, facilitator, words }: WhoSpeaks): readonly string[] {
  const { sheet: says } = words.console.paper
  if (phase.rule === 'ROUND') return says.eachVoice
  const name =
    phase.rule === 'FAC'
      ? (facilitator ?? says.facilitator)
      : phase.rule === 'GTALK' && phase.presenterOut
        ? null
        : (presenter ?? says.presenter)
  return words.stage.rule[phase.rule](name, null, phase.part).filter((line) => line !== null)
}
