import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `balint-group/${id}` as PhaseId

/**
 * To understand what goes on between two people, one of whom is in the room; it needs a trained leader (circles.md 1.15).
 * All five parts are here. Nothing is written and nothing is taken in words: that is the method, so there is no phase for a takeaway.
 */
export const balintGroup: Format = {
  id: 'balint-group' as FormatId,
  version: 1,
  title: 'Balint group',
  after: 'the groups of Michael and Enid Balint',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 6, best: [8, 10], max: 10 },
  needsTrainedLeader: true,
  noCapture: true,
  phases: [
    {
      id: phase('telling'),
      title: 'Telling',
      minutes: { nominal: 5, floor: 3, cap: 7 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: [],
      cue: 'Without notes, tell us of the person who is on your mind. As it comes, and without a name.',
      rescue: 'Listen. If notes come out: “What is in you is enough.”',
      stageLine: 'Without notes: the person who is on your mind.',
      sound: 'none',
    },
    {
      id: phase('facts'),
      title: 'Facts',
      minutes: { nominal: 5, floor: 3, cap: 6 },
      who: 'all',
      rule: 'QFACT',
      presenter: 'answers',
      ends: 'by-hand',
      captures: [],
      cue: 'Is there a fact that you need in order to picture it? Briefly asked, briefly answered, and only a few.',
      rescue: 'When it turns into questioning: “One more fact. Then we imagine.”',
      stageLine: 'Only the facts you need in order to picture it.',
      sound: 'none',
    },
    {
      id: phase('imagining'),
      title: 'Imagining',
      minutes: { nominal: 23, floor: 15, cap: 25 },
      who: 'all',
      rule: 'GTALK',
      presenter: 'listens',
      ends: 'by-hand',
      captures: [],
      cue: 'Whoever told sits back and listens. What might each of the two be feeling, and what is between them? Nobody has to be right.',
      rescue:
        'When advice comes: “And what might the other one feel just then?” If it grows heavy, the trained leader leads.',
      stageLine: 'What might each of them feel? Nobody has to be right.',
      sound: 'soft',
    },
    {
      id: phase('coming-back'),
      title: 'Coming back',
      minutes: { nominal: 9, floor: 5, cap: 10 },
      who: 'all',
      rule: 'OPEN',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: [],
      cue: 'Come back in where you like, or stay with what you heard. The others ask nothing now; we think on together.',
      rescue: 'If questions or advice come: “That may stay open.” Nothing has to be answered.',
      stageLine: 'Welcome back. Nothing has to be answered.',
      sound: 'none',
    },
    {
      id: phase('closing'),
      title: 'Closing',
      minutes: { nominal: 3, floor: 2, cap: 4 },
      who: 'all',
      rule: 'QUIET',
      presenter: 'listens',
      ends: 'by-itself',
      captures: [],
      cue: 'We leave it there, unfinished as it may be, and are quiet together. What was told stays here.',
      rescue: 'Keep the quiet. Afterwards ask the one who told: “Can you go on from here?”',
      stageLine: 'We leave it there.',
      sound: 'soft',
    },
  ],
}
