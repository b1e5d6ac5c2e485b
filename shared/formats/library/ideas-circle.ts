import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `ideas-circle/${id}` as PhaseId

/**
 * Many ideas in a quarter of an hour: one person asks, turns the chair round, and hears the others think aloud (circles.md 1.4).
 * Left out: the large variant, with an inner group and others around it, and questions in place of ideas, which other formats have.
 * What the presenter notes meanwhile stays on the presenter's own sheet.
 */
export const ideasCircle: Format = {
  id: 'ideas-circle' as FormatId,
  version: 1,
  title: 'Ideas circle',
  after: 'the small helping groups of Henri Lipmanowicz and Keith McCandless',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 4, best: [4, 6], max: 7 },
  phases: [
    {
      id: phase('request'),
      title: 'Request',
      minutes: { nominal: 2, floor: 1, cap: 3 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['words'],
      cue: 'Two minutes: what is it about, and what do you ask of us? Say the request at the end; we will keep to it.',
      rescue: 'Listen. Near the end, ask: “And what do you ask of us?”',
      stageLine: 'What is it about, and what do you ask of us?',
      sound: 'none',
    },
    {
      id: phase('facts'),
      title: 'Facts',
      minutes: { nominal: 3, floor: 2, cap: 4 },
      who: 'all',
      rule: 'QFACT',
      presenter: 'answers',
      ends: 'by-hand',
      captures: [],
      cue: 'Short questions, short answers: only what you need in order to think along.',
      rescue: 'When an idea sits in a question: “Keep it, its time comes in a moment.”',
      stageLine: 'Short questions, short answers. Ideas come next.',
      sound: 'none',
    },
    {
      id: phase('ideas'),
      title: 'Ideas',
      minutes: { nominal: 8, floor: 5, cap: 10 },
      who: 'all',
      rule: 'GTALK',
      presenter: 'turned-away',
      ends: 'by-hand',
      captures: [],
      cue: 'Please turn your chair round; take notes if you like, and only listen. We talk to each other, and our ideas may contradict.',
      rescue:
        'When two defend their ideas: “Both can stand. Who sees a third?” No vote, and no reply from the turned chair.',
      stageLine: 'Talk to each other. Ideas may contradict; no vote.',
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
      cue: 'Welcome back. What do you take from this? One sentence is enough. You decide whether it is written, and whether it is kept.',
      rescue: 'Listen. No idea needs to be explained again, and none needs an answer.',
      stageLine: 'What do you take from this? One sentence is enough.',
      sound: 'none',
    },
  ],
}
