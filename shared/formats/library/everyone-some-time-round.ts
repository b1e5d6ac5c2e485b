import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `everyone-some-time-round/${id}` as PhaseId

/**
 * A short turn, so that everybody can have one: the person says which help is wanted, and gets only that (circles.md 1.26).
 * The help is OPEN where the source has open questions: the wall must not forbid the ideas that somebody just asked for.
 */
export const everyoneSomeTimeRound: Format = {
  id: 'everyone-some-time-round' as FormatId,
  version: 1,
  title: 'Everyone-some-time round',
  after: 'the peer coaching groups of Authenticity Consulting',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 4, best: [4, 6], max: 6 },
  phases: [
    {
      id: phase('last-step'),
      title: 'Last step',
      minutes: { nominal: 2, floor: 1, cap: 3 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['outcome'],
      cue: 'What came of the step you chose last time? If there was none, tell us where you stand.',
      rescue: 'Listen, then thank. “I let it rest” is a full answer.',
      stageLine: 'What came of your last step? “Not today” is an answer.',
      sound: 'none',
    },
    {
      id: phase('what-would-help'),
      title: 'What would help',
      minutes: { nominal: 2, floor: 1, cap: 3 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: [],
      cue: 'What matters most to you now, and what would help: questions, ideas, or just ears?',
      rescue: 'If no help is named, ask once: “Questions, ideas, or just ears?”',
      stageLine: 'What matters most now? Questions, ideas, or just ears?',
      sound: 'none',
    },
    {
      id: phase('help'),
      title: 'Help',
      minutes: { nominal: 6, floor: 4, cap: 9 },
      who: 'all',
      rule: 'OPEN',
      presenter: 'answers',
      ends: 'by-hand',
      captures: [],
      cue: 'Now we give the help that was asked for, and only that. One at a time, and short.',
      rescue: 'When it drifts, ask: “Is this the help you want?”',
      stageLine: 'The help that was asked for, and only that.',
      sound: 'none',
    },
    {
      id: phase('my-next-step'),
      title: 'My next step',
      minutes: { nominal: 2, floor: 1, cap: 3 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['takeaway'],
      cue: 'What will you do before we meet again? One sentence, or nothing for now. You decide whether it is written and kept.',
      rescue: 'Wait. A small step is plenty.',
      stageLine: 'What will you do next? “Nothing for now” is an answer.',
      sound: 'none',
    },
  ],
}
