import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `solution-focused-team/${id}` as PhaseId

/**
 * For someone who needs courage and a small step: what already works is seen before anything is proposed (circles.md 1.14).
 * All six parts are here. The questions are asked in a round, so that nobody is cross-examined. Everybody writes in the first
 * part, as its rule says to the wall, though only the presenter has something to prepare. The words of OSKAR are left out: they are another method.
 */
export const solutionFocusedTeam: Format = {
  id: 'solution-focused-team' as FormatId,
  version: 1,
  title: 'Solution-focused team',
  after: 'the reflecting teams of Harry Norman and Tom Andersen',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 4, best: [5, 7], max: 8 },
  phases: [
    {
      id: phase('preparing'),
      title: 'Preparing',
      minutes: { nominal: 5, floor: 1, cap: 5 },
      who: 'all',
      rule: 'WRITE',
      presenter: 'listens',
      ends: 'by-hand',
      captures: [],
      cue: 'Before we hear it, we write, each alone. Whose turn it is: what would be good to go home with? The others: what can wait?',
      rescue: 'When the pens rest, go on. If the telling begins: “Keep it for the next part.”',
      stageLine: 'What would be good to have at the end of this?',
      sound: 'soft',
    },
    {
      id: phase('presenting'),
      title: 'Presenting',
      minutes: { nominal: 5, floor: 3, cap: 6 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['words'],
      cue: 'What do you want help with? Tell us as much as we need to follow, and how you would like it to be instead.',
      rescue: 'When the difficulty fills the time: “How would you like it to be instead?”',
      stageLine: 'What do you want help with?',
      sound: 'none',
    },
    {
      id: phase('clarifying'),
      title: 'Clarifying',
      minutes: { nominal: 8, floor: 5, cap: 10 },
      who: 'each',
      rule: 'ROUND',
      presenter: 'answers',
      ends: 'by-hand',
      perVoice: true,
      captures: [],
      cue: 'One question each and, if you like, one to follow it; then the next chair. Ask about what already works, too.',
      rescue:
        'A third question belongs to the next chair. When it sounds like a hearing: “What works already, a little?”',
      stageLine: 'One question, one to follow it. Then the next chair.',
      sound: 'none',
    },
    {
      id: phase('affirming'),
      title: 'Affirming',
      minutes: { nominal: 3, floor: 2, cap: 4 },
      who: 'each',
      rule: 'ROUND',
      presenter: 'listens',
      ends: 'by-hand',
      perVoice: true,
      captures: ['words'],
      cue: 'One strength each that you noticed, and where you noticed it. No thanks are needed. Passing is fine.',
      rescue: 'Praise alone floats away. Ask: “Where did you notice it?”',
      stageLine: 'A strength, and where you noticed it.',
      sound: 'none',
    },
    {
      id: phase('reflecting'),
      title: 'Reflecting',
      minutes: { nominal: 10, floor: 6, cap: 12 },
      who: 'all',
      rule: 'GTALK',
      presenter: 'listens',
      ends: 'by-hand',
      captures: [],
      cue: 'Now we wonder aloud among ourselves: small ideas, lightly held. Whose turn it is only listens, and notes what is useful.',
      rescue:
        'When it hardens into advice: “How does it sound with a perhaps?” Talk to each other, unhurried.',
      stageLine: 'Wonder aloud. Small ideas, lightly held.',
      sound: 'soft',
    },
    {
      id: phase('closing'),
      title: 'Closing',
      minutes: { nominal: 4, floor: 3, cap: 5 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['takeaway'],
      cue: 'What was useful, and what is your small step? One sentence. You decide whether it is written, and whether it is kept.',
      rescue: 'Wait. If the step is big: “What is the smallest piece of it?”',
      stageLine: 'What is your small step? One sentence is enough.',
      sound: 'none',
    },
  ],
}
