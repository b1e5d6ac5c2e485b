import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `one-two-four-all/${id}` as PhaseId

/**
 * Every voice on one question in twelve minutes, before the loud ones set the tone: to open a session, or to gather at its end (circles.md 1.5).
 * The fours are left out with fewer than eight, since there are no two of them. Twelve is the most that a circle has; the source knows no limit.
 * It is the group's, and held once: there is no presenter. Of an odd number the facilitator keeps the time, where the source makes a three.
 */
export const oneTwoFourAll: Format = {
  id: 'one-two-four-all' as FormatId,
  version: 1,
  title: 'Alone, pairs, all',
  after: 'the growing groups of Henri Lipmanowicz and Keith McCandless',
  scope: 'group',
  grouping: 'pairs',
  size: { min: 4, best: [8, 12], max: 12 },
  phases: [
    {
      id: phase('alone'),
      title: 'Alone',
      minutes: { nominal: 1, floor: 1, cap: 2 },
      once: true,
      who: 'all',
      rule: 'WRITE',
      presenter: 'listens',
      ends: 'by-hand',
      captures: [],
      cue: 'You know our question. One minute alone with it, without talking. Write what comes; nobody else reads it.',
      rescue: 'Keep the minute whole, also when the pens rest. Talking comes right after.',
      stageLine: 'A minute alone with our question. Write what comes.',
      sound: 'soft',
    },
    {
      id: phase('pairs'),
      title: 'Pairs',
      minutes: { nominal: 2, floor: 2, cap: 3 },
      once: true,
      who: 'all',
      rule: 'PAIRS',
      part: { letter: null, does: 'in-twos' },
      presenter: 'speaks',
      ends: 'by-itself',
      captures: [],
      cue: 'In twos: tell each other what you found, then take one thought further together. Change at the tone.',
      rescue: 'Let the pairs be. Halfway, say to all: “Have you both spoken?”',
      stageLine: 'Tell each other what you found. Take one thought further.',
      sound: 'soft',
    },
    {
      id: phase('fours'),
      title: 'Fours',
      minutes: { nominal: 4, floor: 3, cap: 5 },
      once: true,
      who: 'all',
      rule: 'PAIRS',
      part: { letter: null, does: 'in-fours' },
      presenter: 'speaks',
      ends: 'by-itself',
      captures: [],
      dropOrder: 1,
      cue: 'Two pairs come together. What is alike in your thoughts, and what stands out? Choose one idea to bring into the circle.',
      rescue: 'Before the tone, say to all: “Which one idea do you bring?”',
      stageLine: 'What is alike? What stands out? Choose one idea.',
      sound: 'soft',
    },
    {
      id: phase('all'),
      title: 'All',
      minutes: { nominal: 5, floor: 3, cap: 8 },
      once: true,
      who: 'each',
      rule: 'ROUND',
      presenter: 'speaks',
      ends: 'by-hand',
      perVoice: true,
      captures: ['words'],
      cue: 'Back in one circle. One voice from each group brings one idea, the others pass. What was said already stands.',
      rescue: 'When a report begins: “Which one idea is it?” Then the next voice.',
      stageLine: 'One idea from each group. The others pass.',
      sound: 'none',
    },
  ],
}
