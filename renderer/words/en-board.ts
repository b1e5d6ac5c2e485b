// The words of the board: on the wall, and on the console.
import type { Warmth } from '../../shared/board/board'
import { inWords, many } from './english'

/** What the wall says of the board. */
export const boardOnTheWall = {
  parked: 'Parked today',
  allTogether: 'Our questions',
  readFirst: 'We read them in quiet first.',
  needsAPlace: 'Does one of them need a place?',
  nobodysName: 'Nobody’s name stands here.',
  withNames: 'With names, as this circle chose.',
  takenUp: 'We take this up',
  warmths: { hot: 'hot', lukewarm: 'lukewarm', cold: 'cold' } satisfies Record<Warmth, string>,
}

/** What the room sees of the board, in a sentence. */
export const boardSeen = {
  together: (page: number, pages: number) =>
    pages > 1 ? `the questions together, page ${page} of ${pages}` : 'the questions together',
  parked: 'what was parked today',
}

/** What the console says of the board. */
export const boardOnTheConsole = {
  title: 'Questions',
  write: 'Write a question',
  moreWaiting: (n: number) => `${n} more waiting`,
  onTheWall: 'On the wall',
  putUp: 'Put up',
  answeredOne: 'Answered',
  takeAway: 'Take away',
  putAway: 'The board is put away since the pause.',
  bringBack: 'Show the board',
  empty: 'Spoken questions need no board. Where there is a scribe, it begins here.',
  alone: 'Alone',
  aloneOff: 'With the others',
  park: 'Park',
  home: (name: string) => `${name} takes it home`,
  again: 'Back to the others',
  reword: 'Other words',
  rewording: 'In other words',
  group: (text: string) => `Together with “${text}”`,
  ungroup: 'Apart again',
  alike: (n: number) => `and ${inWords(n)} more like it`,
  allTogether: 'All together',
  warmths: boardOnTheWall.warmths,
  veil: 'Collect first, show together',
  veiled: (n: number) =>
    n === 0
      ? 'Not on the wall until you show them together.'
      : `${many(n, 'question', 'questions')}, not on the wall yet.`,
  closePages: 'One at a time',
  pageOnWall: (page: number, pages: number) =>
    pages > 1 ? `On the wall: page ${page} of ${pages}` : 'On the wall, all together',
  before: 'Page before',
  sorting: 'Where it takes the presenter',
  piles: {
    answered: (n: number) => `${n} answered`,
    parked: (n: number) => `${n} parked`,
    home: (n: number) => `${n} taken home`,
  },
  asks: (name: string) => `${name} asks`,
  whose: '3 What …: a number says whose it is',
  names: {
    title: 'Questions on the wall',
    nobodys: 'Nobody’s name',
    named: 'With names',
    more: 'Agree on it together. The wall says which it is, and from the next session on it holds.',
  },
  bank: 'From the bank',
  bankEmpty: 'The bank has none with these words.',
  hint: {
    label: 'A thought on the question',
    keep: 'Keep as it is',
    reword: 'Reword',
    more: (n: number) => `then ${many(n, 'more line', 'more lines')}`,
  },
}

/** What the console says while themes are chosen by dots. */
export const dotsOnTheConsole = {
  open: 'Choose by dots',
  title: 'Which of these do we take up?',
  how: 'Its letter gives a line one dot, Backspace takes one. A number says how many it has in all.',
  total: (set: number, all: number) => `${set} of ${all} dots`,
  many: (set: number, people: number, each: number) =>
    `${set} dots: ${people} people have ${people * each}. Is one counted twice?`,
  few: (n: number) => `${many(n, 'dot is', 'dots are')} still in a hand. That may be so.`,
  each: (n: number) => many(n, 'dot each', 'dots each'),
  fewer: 'One less',
  more: 'One more',
  take: (n: number) => (n === 0 ? 'Nothing to take up yet' : `Take up ${many(n, 'line', 'lines')}`),
  dots: (text: string, n: number) => `${text}: ${many(n, 'dot', 'dots')}`,
  leave: 'Leave it',
}
