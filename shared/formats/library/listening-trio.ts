import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format, FormatPhase, Letter } from '../format'

const phase = (id: string) => `listening-trio/${id}` as PhaseId

/** One letter of each group tells, the others listen; change at the tone. */
const tells = (letter: Letter, cue: string): FormatPhase => ({
  id: phase(`${letter.toLowerCase()}-tells`),
  title: `${letter} tells`,
  minutes: { nominal: 5, floor: 3, cap: 7 },
  who: 'all',
  rule: 'PAIRS',
  part: { letter, does: 'tells' },
  presenter: 'speaks',
  ends: 'by-itself',
  captures: [],
  equalGroup: 'telling',
  cue,
  rescue: 'Let the groups be. Where it is quiet, somebody listens.',
  stageLine: 'Tell what is on your mind. The pauses are yours too.',
  sound: 'soft',
})

/** The listeners give back in a sentence what they heard, and the one who told adds to it. */
const hears = (letter: Letter): FormatPhase => ({
  id: phase(`${letter.toLowerCase()}-hears`),
  title: `${letter} is heard`,
  minutes: { nominal: 1, floor: 1, cap: 2 },
  who: 'all',
  rule: 'PAIRS',
  part: { letter, does: 'is-heard' },
  presenter: 'listens',
  ends: 'by-itself',
  captures: [],
  equalGroup: 'hearing',
  cue: `Who listened says in a sentence what was heard. Then ${letter} adds: yes, and …`,
  rescue: 'If advice is in the air, say to all: “Only what you heard.”',
  stageLine: `A sentence each: what you heard. Then ${letter}: “Yes, and\u00a0…”`,
  sound: 'soft',
})

/**
 * Everybody tells once and listens twice, in threes on one clock (circles.md 6.1 L1 to L3, and the change of places of 1.3).
 * The phases of D are for groups of four, and left out when there is none. It is the group's: there is no presenter.
 */
export const listeningTrio: Format = {
  id: 'listening-trio' as FormatId,
  version: 1,
  title: 'Listening trio',
  after:
    'the active listening of Carl Rogers, in the changing threes of Henri Lipmanowicz and Keith McCandless',
  scope: 'group',
  grouping: 'trios',
  size: { min: 3, best: [6, 9], max: 12 },
  phases: [
    tells(
      'A',
      'A tells, the others listen without a word. A pause belongs to the one who tells. Change at the tone.',
    ),
    hears('A'),
    tells('B', 'Change: B tells, the others listen without a word. Try to hear what matters to B.'),
    hears('B'),
    tells('C', 'Change: C tells, the others listen without a word. Try to hear the feeling too.'),
    hears('C'),
    tells('D', 'Where you are four: D tells, the others listen without a word. The rest of us wait quietly.'),
    hears('D'),
    {
      id: phase('one-thing-learnt'),
      title: 'One thing learnt',
      minutes: { nominal: 4, floor: 2, cap: 6 },
      who: 'each',
      rule: 'ROUND',
      presenter: 'speaks',
      ends: 'by-hand',
      perVoice: true,
      captures: ['insight'],
      cue: 'Back in one circle. One sentence each: what did you learn about listening? What was told stays where it was told.',
      rescue: 'If a story comes along: “That one stays where it was told.”',
      stageLine: 'What did you learn about listening? The stories stay there.',
      sound: 'none',
    },
  ],
}
