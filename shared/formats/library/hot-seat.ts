import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `hot-seat/${id}` as PhaseId

/**
 * For someone who wants ideas and means to act: a short turn that everybody can have, from the last promise to the next (circles.md 1.16).
 * All five parts are here. What is promised at the end is the takeaway, the presenter’s to keep or not.
 */
export const hotSeat: Format = {
  id: 'hot-seat' as FormatId,
  version: 1,
  title: 'Hot seat',
  after: 'the mastermind groups that Napoleon Hill described',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 5, best: [5, 6], max: 7 },
  phases: [
    {
      id: phase('last-commitment'),
      title: 'Last commitment',
      minutes: { nominal: 2, floor: 1, cap: 3 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['outcome'],
      cue: 'What happened with what you meant to do? A sentence or two. Nothing yet is an answer too.',
      rescue: 'Say thank you and go on. There is nothing to explain, and nothing to compare.',
      stageLine: 'What happened with what you meant to do?',
      sound: 'none',
    },
    {
      id: phase('ask'),
      title: 'The ask',
      minutes: { nominal: 3, floor: 2, cap: 4 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['words'],
      cue: 'What is the difficulty, what have you tried, and what do you ask of us?',
      rescue: 'When the story fills the time: “And what do you ask of us?”',
      stageLine: 'The difficulty, what you tried, and what you ask of us.',
      sound: 'none',
    },
    {
      id: phase('questions'),
      title: 'Questions',
      minutes: { nominal: 5, floor: 3, cap: 7 },
      who: 'all',
      rule: 'QOPEN',
      presenter: 'answers',
      ends: 'by-hand',
      captures: [],
      cue: 'Questions before ideas. Ask what you would need to know so that your idea fits; the ideas have their own round.',
      rescue: 'When an idea comes early: “Keep it for the round. What would you like to know first?”',
      stageLine: 'Questions first. Ideas have their own round.',
      sound: 'none',
    },
    {
      id: phase('ideas'),
      title: 'One idea each',
      minutes: { nominal: 7, floor: 5, cap: 10 },
      who: 'each',
      rule: 'ROUND',
      presenter: 'listens',
      ends: 'by-hand',
      perVoice: true,
      captures: ['words'],
      cue: 'One idea or one experience each, in a few breaths. Whoever asked listens, and may let any of it go. Passing is fine.',
      rescue:
        'One idea, then the next chair. When we begin to compare our own work: “What could be of use here?”',
      stageLine: 'One idea or experience each, to be taken or left.',
      sound: 'none',
    },
    {
      id: phase('commit'),
      title: 'My step',
      minutes: { nominal: 3, floor: 2, cap: 4 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['takeaway'],
      cue: 'What will you do by next time? One sentence. You decide whether it is written, and whether it is kept.',
      rescue: 'Wait. If there are many: “Which one first?” “Nothing for now” is an answer.',
      stageLine: 'What will you do by next time? One sentence is enough.',
      sound: 'none',
    },
  ],
}
