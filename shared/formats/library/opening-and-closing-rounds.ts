import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `opening-and-closing-rounds/${id}` as PhaseId

/**
 * To arrive and to leave, for a meeting that has no other form: every voice once at the start, and once at the end (circles.md 1.25).
 * Both rounds are here, with minutes for six: it is the whole session, and its own check-in. What the source offers as a number of presence is left out: nobody gives a number for how they are.
 */
export const openingAndClosingRounds: Format = {
  id: 'opening-and-closing-rounds' as FormatId,
  version: 1,
  title: 'Opening and closing',
  after: 'a practice of many circles; the pass that comes back is from Christina Baldwin and Ann Linnea',
  scope: 'whole-session',
  grouping: 'plenary',
  size: { min: 3, best: [4, 8], max: 12 },
  phases: [
    {
      id: phase('opening'),
      title: 'Opening',
      minutes: { nominal: 9, floor: 6, cap: 12 },
      once: true,
      who: 'each',
      rule: 'ROUND',
      presenter: 'speaks',
      ends: 'by-hand',
      perVoice: true,
      captures: [],
      cue: 'One word, your weather, or what you set aside to be here. No comments. Pass if you wish; we come back to you.',
      rescue:
        'When the first voice is long: “A breath or two each.” When help begins: “Would you like a turn for that?”',
      stageLine: 'One word, your weather, or what you set aside.',
      sound: 'none',
    },
    {
      id: phase('closing'),
      title: 'Closing',
      minutes: { nominal: 6, floor: 3, cap: 8 },
      once: true,
      who: 'each',
      rule: 'ROUND',
      presenter: 'speaks',
      ends: 'by-hand',
      perVoice: true,
      captures: [],
      cue: 'One sentence each: something you take, something you leave here, or something you valued. No comments; passing is fine.',
      rescue: 'A sentence each. When a new matter opens: “Shall we keep that for next time?”',
      stageLine: 'One sentence: what you take, leave or value.',
      sound: 'none',
    },
  ],
}
