import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format } from '../format'

const phase = (id: string) => `six-phase-consultation/${id}` as PhaseId

/**
 * A question is found, the group talks it over, the presenter listens and picks (circles.md 1.7).
 * Five phases here: the first of the six, casting, is what the circle does when it chooses who presents.
 * The way of helping is gathering ideas unless the room says otherwise; that talk may be left out.
 */
export const sixPhaseConsultation: Format = {
  id: 'six-phase-consultation' as FormatId,
  version: 1,
  title: 'Six-phase consultation',
  after: 'the peer consultation groups of Kim-Oliver Tietze',
  scope: 'turn',
  grouping: 'plenary',
  size: { min: 5, best: [6, 8], max: 9 },
  phases: [
    {
      id: phase('telling'),
      title: 'Telling',
      minutes: { nominal: 10, floor: 8, cap: 15 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: [],
      cue: 'Tell it as it comes; it need not be in order. We listen, and ask only where we cannot follow.',
      rescue: 'Listen. After a long pause: “What else belongs to it?”',
      stageLine: 'Tell it as it comes. It need not be in order.',
      sound: 'none',
    },
    {
      id: phase('key-question'),
      title: 'Key question',
      minutes: { nominal: 5, floor: 3, cap: 6 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['words'],
      cue: 'What exactly is your question to us? Try it aloud until it sounds right to you.',
      rescue: 'Say the question back, word for word, and ask: “Is this it?”',
      stageLine: 'What exactly is your question to us?',
      sound: 'none',
    },
    {
      id: phase('way-of-helping'),
      title: 'Way of helping',
      minutes: { nominal: 5, floor: 2, cap: 5 },
      who: 'all',
      rule: 'OPEN',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: [],
      dropOrder: 1,
      cue: 'Which way suits this question: gather ideas, guess at what goes on, or say what it stirs in us? If unsure, ideas.',
      rescue: 'Two proposals are plenty; who asked decides. When in doubt, gather ideas and go on.',
      stageLine: 'Ideas, guesses, or what it stirs in us? If unsure: ideas.',
      sound: 'none',
    },
    {
      id: phase('consultation'),
      title: 'Consultation',
      minutes: { nominal: 10, floor: 8, cap: 12 },
      who: 'all',
      rule: 'GTALK',
      presenter: 'listens',
      ends: 'by-hand',
      captures: ['words'],
      cue: 'Now we talk to each other, one thought at a time, unhurried. The one who asked only listens, and may take notes.',
      rescue: 'When somebody turns to the listener: “Talk to each other, please.”',
      stageLine: 'One thought at a time. Ideas may differ.',
      sound: 'soft',
    },
    {
      id: phase('what-i-take'),
      title: 'What I take',
      minutes: { nominal: 5, floor: 3, cap: 6 },
      who: 'presenter',
      rule: 'SOLO',
      presenter: 'speaks',
      ends: 'by-hand',
      captures: ['takeaway'],
      cue: 'Which thoughts speak to you? Take some, leave the rest. One sentence is enough; you decide whether it is written and kept.',
      rescue: 'Listen. What is left aside needs no reason.',
      stageLine: 'Which thoughts speak to you? One sentence is enough.',
      sound: 'none',
    },
  ],
}
