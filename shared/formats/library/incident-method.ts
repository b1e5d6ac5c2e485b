import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `incident-method/${id}` as PhaseId

/**
 * For one event that went otherwise than wished: the others find out what happened, form a view each, and advise (circles.md 1.10).
 * Left out are pitches and choosing, which the circle does before the turn, and the look back on the last advice: that belongs
 * to whoever presented last time, and is in the round of last commitments. Without the three there are 45 / 29 / 47 minutes.
 * The first phase opens with the two sentences of a pitch. What is said while the presenter is out is not written down by Circlet.
 */
export const incidentMethod: Format = {
  id: 'incident-method' as FormatId,
  version: 1,
  title: 'Incident method',
  after: 'the incident process of Paul Pigors, and the leaderless groups of Jeroen Hendriksen',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 5, best: [5, 8], max: 8 },
  phases: [
    {
      id: phase('information'),
      title: 'Information',
      minutes: { nominal: 15, floor: 10, cap: 15 },
      who: 'all',
      rule: 'QFACT',
      presenter: 'answers',
      ends: 'by-hand',
      captures: ['questions'],
      cue: 'First, in two sentences: what happened, and where are you stuck? Then the rest of us ask, for facts and depth: no view, no hint.',
      rescue:
        'When a view hides in a question: “What do you want to know?” If few ask, let everybody write two questions first.',
      stageLine: 'What happened? Ask for facts, without a view or a hint.',
      sound: 'none',
    },
    {
      id: phase('analysis'),
      title: 'Analysis',
      minutes: { nominal: 10, floor: 8, cap: 12 },
      who: 'all',
      rule: 'GTALK',
      presenter: 'out',
      ends: 'by-hand',
      captures: [],
      cue: 'Thank you. Please wait outside; one of us will fetch you. We each write down a view, and only then do we talk.',
      rescue:
        'When talk begins before all have written: “First your own view.” Then speak as if the one outside could hear it.',
      stageLine: 'First write your own view. Then talk it over.',
      sound: 'soft',
    },
    {
      id: phase('advice'),
      title: 'Advice',
      minutes: { nominal: 10, floor: 6, cap: 10 },
      who: 'each',
      rule: 'ROUND',
      presenter: 'listens',
      ends: 'by-hand',
      perVoice: true,
      captures: ['words'],
      cue: 'Welcome back. One after another we tell you what we would do. You only listen, and take notes if you like.',
      rescue: 'When an answer begins: “For now just listen; your words come next.” Then the next voice.',
      stageLine: 'Say what you would do. The answer comes afterwards.',
      sound: 'none',
    },
    {
      id: phase('what-i-use'),
      title: 'What I use',
      minutes: { nominal: 10, floor: 5, cap: 10 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['takeaway'],
      cue: 'What can you use, which step do you choose, and when do you tell us how it went? You decide whether it is written and kept.',
      rescue: 'Listen. If no day is named: “When do you tell us how it went?” All of it may also rest.',
      stageLine: 'What can you use? When do you tell us how it went?',
      sound: 'none',
    },
  ],
}
