import type { Help } from '../circle/circle'
import type { FormatPhase } from './format'

/** What the circle asked for in its first minute colours the round of reflections: its sentence on the wall. */
const reflections: Partial<Record<Help, string>> = {
  ideas: 'One idea each, to be taken or left.',
  'being-heard': 'One sentence: what you heard.',
}

/** The sentence on the wall for a phase, given what would help most today. */
export const stageLineFor = (phase: FormatPhase, help: Help): string =>
  (phase.id.endsWith('/reflections') ? reflections[help] : undefined) ?? phase.stageLine
