import { graphemesOf } from '../../shared/circle/names'
import type { ChoiceReason } from '../../shared/formats/choose'
import type { Part } from '../../shared/session/draft-agenda'
import type { LineNote, LineReading, PartWords, PasteRefusal } from '../../shared/session/paste-agenda'
import type { TemplateNote, TemplateRefusal } from '../../shared/session/template'
import { capital, list, peopleInWords } from './english'

/** A pasted line, short enough to be read in a sentence. */
const cut = (text: string) => {
  const letters = graphemesOf(text)
  return letters.length > 44 ? `${letters.slice(0, 40).join('').trimEnd()}…` : text
}

/** What people write for the parts of a session, the first being our own word. */
const partWords: PartWords = {
  parts: {
    agreements: [
      'Agreements',
      'Our agreements',
      'Agreement',
      'Ground rules',
      'Rules',
      'Contract',
      'Contracting',
      'Confidentiality',
      'Working agreement',
      'Group rules',
    ],
    'check-in': [
      'Check-in',
      'Checkin',
      'Arrival',
      'Arriving',
      'Welcome',
      'Opening',
      'Opening round',
      'First round',
      'Round',
      'Landing',
      'How are we here',
      'Check-in round',
    ],
    'last-commitments': [
      'Last commitments',
      'Last time',
      'Last actions',
      'Since last time',
      'Actions',
      'Action points',
      'Action review',
      'Review',
      'Review of actions',
      'Follow-up',
      'Commitments of last time',
      'Looking back',
      'What came of it',
    ],
    choosing: [
      'Who presents',
      'Choosing',
      'Choosing a presenter',
      'Choosing who presents',
      'Choose a presenter',
      'Who brings something',
      'Bidding',
      'Topics',
      'Choosing topics',
      'Case selection',
      'Choosing cases',
    ],
    turn: [
      'Turn',
      'Case',
      'Presenter',
      'Presentation',
      'Slot',
      'Topic',
      'Presents',
      'Case work',
      'Hot chair',
    ],
    break: [
      'Break',
      'Pause',
      'Coffee',
      'Coffee break',
      'Tea',
      'Tea break',
      'Short break',
      'Comfort break',
      'Rest',
    ],
    silence: [
      'Silence',
      'Quiet',
      'Stillness',
      'Minute of silence',
      'A moment of silence',
      'Moment of silence',
      'Meditation',
    ],
    harvest: [
      'Harvest',
      'Learning',
      'Learnings',
      'Learning round',
      'What did we learn',
      'What we learnt',
      'What we learned',
      'Lessons',
      'Insights',
      'Reflection',
    ],
    commitments: [
      'Commitments',
      'Commitment round',
      'Next steps',
      'Actions',
      'Action points',
      'What will you do',
      'Promises',
      'Until next time',
    ],
    'what-stays': [
      'What stays',
      'The sweep',
      'Sweep',
      'What we keep',
      'Keep and forget',
      'Notes',
      'Retention',
    ],
    'last-round': [
      'Last round',
      'Check-out',
      'Checkout',
      'Closing round',
      'Closing',
      'Close',
      'Final round',
      'Round',
      'Goodbye',
      'Farewell',
    ],
  },
  aside: [
    'Agenda',
    'Our agenda',
    'The session',
    'Session',
    'Plan',
    'Time',
    'Minutes',
    'What',
    'Item',
    'Item minutes',
    'Time item',
    'Time item minutes',
    'What minutes',
    'Part minutes',
    'Begin',
    'Start',
    'End',
    'Ends',
    'The end',
    'We close',
    'End of session',
    'Total',
    'Sum',
    'Altogether',
  ],
  fillers: [
    ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
    ...['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th', '10th', '11th', '12th'],
    ...[
      'the',
      'a',
      'an',
      'with',
      'by',
      'of',
      's',
      'for',
      'and',
      'next',
      'another',
      'last',
      'presenter',
      'topic',
    ],
  ],
}

const names: Record<Part, string> = {
  agreements: 'agreements',
  'check-in': 'check-in',
  'last-commitments': 'last commitments',
  choosing: 'who presents',
  turn: 'a turn',
  break: 'break',
  silence: 'silence',
  harvest: 'harvest',
  commitments: 'commitments',
  'what-stays': 'what stays',
  'last-round': 'last round',
}

/** Why a format is in the short list: one sentence each. */
const reasons: Record<ChoiceReason, string> = {
  'as-asked': 'Made for that.',
  'fits-the-time': 'Nearest to that in this time.',
  'fits-the-size': 'Nearest to that with so many people.',
  own: 'Your own.',
  'trained-leader': 'Needs somebody who was trained to lead it.',
  everybody: 'Everybody has a turn.',
  'short-turn': 'Short: many can have some time.',
  'no-advice': 'Questions, and no advice.',
  'more-questions': 'More time for questions, then a step.',
  'only-questions': 'Nothing is said but questions and answers.',
  'finds-the-question': 'Looks for the question beneath the question.',
  'only-listening': 'The others talk, the presenter only listens.',
  'one-idea-each': 'One idea from each voice.',
  'guesses-first': 'Guesses first, then ideas.',
  'facts-first': 'Begins with the facts.',
  'word-of-each': 'A word from each, after a moment to think.',
  'for-something-made': 'For something made: what is warm, what is cool.',
  'for-a-dilemma': 'For a dilemma.',
  'own-experience': 'The others tell what they lived through themselves.',
  'what-is-strong': 'Begins with what is strong already.',
  'step-by-step': 'From a goal to a step.',
  'slow-and-deep': 'Slow, and deep.',
  'near-the-time': 'Takes about this long.',
}

const note = (said: LineNote): string => {
  switch (said.kind) {
    case 'floor':
      return 'the least it can be'
    case 'cap':
      return 'the most it can be'
    case 'by-format':
      return 'as long as its format'
    case 'moved':
      return 'moved to where it can stand'
    case 'joined':
      return 'together with the line above'
    case 'does-not-suit':
      return `the usual format: ${said.title} is for another number of people`
  }
}

/** The words of an agenda while it is prepared. */
export const agendaWords = {
  partWords,
  reasons,
  aSilence: '+ Silence',
  aSilenceLabel: 'Insert a silence',
  begins: (item: string, at: string) => `${item}, at ${at}`,
  asItWas: 'As it was',
  lines: {
    title: 'From lines',
    copy: 'Copy as lines',
    field: 'One part a line, with its minutes',
    example: '10 Check-in\nTurn: short question round\nBreak 5\nLast round 6',
    list: 'What each line becomes',
    becomes: (part: string, minutes: string) => `${part}, ${minutes} min`,
    note,
    which: (line: number, text: string) => `Line ${line}, “${cut(text)}”: which part is it?`,
    aside: 'no part of its own',
    notTaken: {
      'turn-for-each': 'left out: everybody has a turn',
      once: 'left out: the whole group does that once',
      'nothing-open': 'left out: nothing is open from last time',
    } satisfies Record<(LineReading & { kind: 'not-taken' })['why'], string>,
    leaveOut: (line: number) => `Leave out line ${line}`,
    added: (parts: readonly Part[]) => `Added: ${list.format(parts.map((part) => names[part]))}.`,
    refused: (refusal: PasteRefusal): string => {
      switch (refusal.kind) {
        case 'empty':
          return 'Paste an agenda, or type one. Del leaves a line out.'
        case 'too-long':
          return 'That is more than an agenda: a hundred lines are the most.'
        case 'not-understood':
          return `Line ${refusal.line}, “${cut(refusal.text)}”: which part is it?`
      }
    },
    copied: 'The agenda as lines, chosen: Ctrl+C takes it.',
    use: 'Use this agenda',
    leave: 'Leave it',
  },
  kept: {
    title: 'Our agendas',
    none: 'None yet. Give the present one a name, and it is here next time.',
    use: (name: string, minutes: string) => `${name}, ${minutes} min`,
    remove: (name: string) => `Take out: ${name}`,
    removed: (name: string) => `“${name}” is taken out.`,
    bringBack: 'Bring it back',
    name: 'A name for the present agenda, then Enter',
    keep: 'Put it by',
    put: (name: string) => `“${name}” is put by.`,
    used: (name: string) => `“${name}”, as it was put by.`,
    back: 'Back to the session',
    refused: {
      'no-name': 'It needs a name.',
      'name-too-long': 'Forty letters are the most for a name.',
      'too-many': 'Twelve are the most. Take one out first.',
    } satisfies Record<TemplateRefusal['kind'], string>,
    note: (said: TemplateNote): string => {
      switch (said.kind) {
        case 'format-gone':
          return 'One of its formats is there no more: that turn has the usual one.'
        case 'does-not-suit':
          return `${said.title} is for another number of people: that turn has the usual format.`
        case 'fewer-turns':
          return 'It had more turns than you are people: each has one.'
      }
    },
  },
  choose: {
    change: (turn: string, format: string) => `${turn}: ${format}. Choose another`,
    list: (turn: string) => `Methods for: ${turn}`,
    option: (title: string, minutes: string) => `${title}, ${minutes} min`,
    canPresent: (n: number) =>
      n === 0 ? 'Too long for this session.' : `${capital(peopleInWords(n))} can present.`,
    /** A format that is chosen and that so many can't hold. */
    sized: (least: number, most: number) =>
      `It is for ${peopleInWords(least)} to ${peopleInWords(most)} people. Another would do.`,
    all: 'All methods',
    fewer: 'The short list',
    whoPresents: (present: readonly string[], wait: readonly string[]): string => {
      const can =
        wait.length === 0 && present.length > 4
          ? 'Everybody can present.'
          : `${capital(peopleInWords(present.length))} can present: ${present.join(', ')}.`
      if (wait.length === 0) return can
      if (wait.length > 3) return `${can} The others wait.`
      return `${can} ${list.format(wait)} ${wait.length === 1 ? 'waits' : 'wait'}.`
    },
  },
}

export type AgendaWords = typeof agendaWords
