import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `feedback-circle/${id}` as PhaseId

/**
 * For someone who asks for feedback on one thing: two appreciations and a wish from each, then a choice what to leave (circles.md 1.23).
 * All five parts are here. It is for whoever wishes it, never for the one who did not ask. The pairs that only look ahead,
 * which the source names beside it, are another method.
 */
export const feedbackCircle: Format = {
  id: 'feedback-circle' as FormatId,
  version: 1,
  title: 'Feedback circle',
  after: 'a practice of many circles, in a form of our own',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 4, best: [4, 6], max: 6 },
  phases: [
    {
      id: phase('focus'),
      title: 'Focus',
      minutes: { nominal: 1, floor: 1, cap: 2 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['words'],
      cue: 'What would you like feedback on? One thing that you do. You may also say what you would rather not hear about.',
      rescue: 'If the wish is not there: “We can do something else.” Feedback is only for what was asked.',
      stageLine: 'What would you like feedback on?',
      sound: 'none',
    },
    {
      id: phase('thinking'),
      title: 'Thinking',
      minutes: { nominal: 1, floor: 1, cap: 2 },
      who: 'all',
      rule: 'WRITE',
      presenter: 'listens',
      ends: 'by-hand',
      captures: [],
      cue: 'Write for yourself: the situation, what was done, and what it did to you. Your notes stay with you.',
      rescue: 'When talk begins: “On paper for now.” A few words are enough.',
      stageLine: 'The situation, what was done, what it did to you.',
      sound: 'soft',
    },
    {
      id: phase('feedback'),
      title: 'Feedback',
      minutes: { nominal: 5, floor: 4, cap: 8 },
      who: 'each',
      rule: 'ROUND',
      presenter: 'listens',
      ends: 'by-hand',
      perVoice: true,
      captures: [],
      cue: 'Two things each that you valued, and one wish, all about what was asked. Whoever asked only listens, and may write.',
      rescue:
        'When it explains a person: “What did you see or hear?” When a defence begins: “Just take it in for now.”',
      stageLine: 'Two things you valued, and one wish.',
      sound: 'none',
    },
    {
      id: phase('quiet'),
      title: 'Quiet',
      minutes: { nominal: 1, floor: 1, cap: 1 },
      who: 'all',
      rule: 'QUIET',
      presenter: 'listens',
      ends: 'by-itself',
      captures: [],
      cue: 'A minute of quiet. Let it settle; nothing has to be answered.',
      rescue: 'Keep the quiet, also when it feels long.',
      stageLine: 'Let it settle.',
      sound: 'soft',
    },
    {
      id: phase('what-i-take'),
      title: 'What I take',
      minutes: { nominal: 2, floor: 1, cap: 3 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['takeaway'],
      cue: 'What do you take, and what do you leave here? No reasons needed. You decide whether it is written, and whether it is kept.',
      rescue: 'Wait. When a defence begins: “You may simply leave it here.”',
      stageLine: 'What do you take, and what do you leave?',
      sound: 'none',
    },
  ],
}
