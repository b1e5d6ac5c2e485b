import type { FormatId, PhaseId } from '../../basics/ids'
import type { Format, FormatPhase, Letter } from '../format'

const phase = (id: string) => `trio-consulting/${id}` as PhaseId

/** What all phases of a letter have in common: in groups, on one clock, and nothing of it is written down. */
const inGroups = {
  who: 'all',
  rule: 'PAIRS',
  ends: 'by-itself',
  captures: [],
  sound: 'soft',
} as const satisfies Partial<FormatPhase>

/** One letter of each group says what it is about and which help is wanted; the others listen. */
const asks = (letter: Letter, cue: string): FormatPhase => ({
  ...inGroups,
  id: phase(`${letter.toLowerCase()}-asks`),
  part: { letter, does: 'asks' },
  title: `${letter} asks`,
  minutes: { nominal: 2, floor: 1, cap: 2 },
  presenter: 'speaks',
  equalGroup: 'asking',
  cue,
  rescue: 'Let the groups be. Halfway, say to all: “And which help do you want?”',
  stageLine: 'Say what it is about, and which help you want.',
})

/** The others ask for what they need in order to understand. */
const facts = (letter: Letter): FormatPhase => ({
  ...inGroups,
  id: phase(`${letter.toLowerCase()}-facts`),
  part: { letter, does: 'answers' },
  title: `${letter} answers`,
  minutes: { nominal: 2, floor: 1, cap: 2 },
  presenter: 'answers',
  equalGroup: 'clarifying',
  cue: `Short questions to ${letter}, and short answers: only to understand. Solving comes next.`,
  rescue: 'If ideas are in the air, say to all: “First understand. The ideas come next.”',
  stageLine: 'Ask only what you need in order to understand.',
})

/** The one who asked turns the chair round; the others think aloud. */
const talk = (letter: Letter): FormatPhase => ({
  ...inGroups,
  id: phase(`${letter.toLowerCase()}-talk`),
  part: { letter, does: 'turns-round' },
  title: `${letter} listens`,
  minutes: { nominal: 5, floor: 3, cap: 5 },
  presenter: 'turned-away',
  equalGroup: 'consulting',
  cue: `${letter} turns the chair round and only listens. The others talk to each other about it, softly: ideas, views, experiences.`,
  rescue:
    'If a chair is turned only halfway, say to all: “All the way round. You others: to each other, and softly.”',
  stageLine: 'One chair turns round and listens. The others talk.',
})

/** The one who asked turns back, and says what was of use. */
const takes = (letter: Letter): FormatPhase => ({
  ...inGroups,
  id: phase(`${letter.toLowerCase()}-takes`),
  part: { letter, does: 'says-what-helped' },
  title: `${letter} takes`,
  minutes: { nominal: 2, floor: 1, cap: 2 },
  presenter: 'speaks',
  equalGroup: 'taking',
  cue: `${letter} turns back and says what was useful. The others listen; the rest may go without a word.`,
  rescue: 'If a debate begins, say to all: “Only what was useful. It needs no answer.”',
  stageLine: 'What was useful? It needs no answer.',
})

/** The four parts of a letter, in order. */
const turnOf = (letter: Letter, cue: string): readonly FormatPhase[] => [
  asks(letter, cue),
  facts(letter),
  talk(letter),
  takes(letter),
]

/**
 * Everybody gets ideas on a question of their own within the hour, in threes on one clock (circles.md 1.3).
 * Eleven minutes a person, after one minute alone for all: the source's 12 / 7 / 13 are that minute and one person's parts.
 * The phases of D are for groups of four, and left out when there is none.
 * Left out: the form of seven minutes. Nothing is written down by Circlet, and it is the group's: there is no presenter.
 */
export const trioConsulting: Format = {
  id: 'trio-consulting' as FormatId,
  version: 1,
  title: 'Consulting trio',
  after: 'the consulting threes of Henri Lipmanowicz and Keith McCandless',
  scope: 'group',
  grouping: 'trios',
  size: { min: 3, best: [6, 9], max: 12 },
  phases: [
    {
      id: phase('frame'),
      title: 'My question',
      minutes: { nominal: 1, floor: 1, cap: 2 },
      once: true,
      who: 'all',
      rule: 'WRITE',
      presenter: 'listens',
      ends: 'by-hand',
      captures: [],
      cue: 'A minute alone, without talking: what is on your mind, and which help do you want with it? Your sheet stays with you.',
      rescue: 'Keep the quiet. Whoever has a question reads it once more.',
      stageLine: 'Alone: what is my question, and which help do I want?',
      sound: 'soft',
    },
    ...turnOf(
      'A',
      'In your group, A begins: what it is about, and which help is wanted. The others listen. Change at the tone.',
    ),
    ...turnOf('B', 'Change: B says what it is about, and which help is wanted. The others listen.'),
    ...turnOf('C', 'Change: C says what it is about, and which help is wanted. The others listen.'),
    ...turnOf(
      'D',
      'Where you are four: D says what it is about, and which help is wanted. The rest of us wait quietly.',
    ),
  ],
}
