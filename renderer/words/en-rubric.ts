// The words of the marks that somebody sets for themselves.
import type { Mark, MarkRow } from '../../shared/circle/own-marks'

/** One row: what it is called, and what somebody may say of themselves. */
export interface RowWords {
  readonly title: string
  readonly levels: Readonly<Record<Mark, string>>
}

const rows: Readonly<Record<MarkRow, RowWords>> = {
  presence: {
    title: 'Being there, listening',
    levels: {
      1: 'I come in before the other has finished, or finish the sentence myself.',
      2: 'I wait until the end, and then answer what I was thinking meanwhile.',
      3: 'I give back the heart of what I heard, and I can let a silence be.',
      4: 'I offer, lightly, what I hear between the words, and I am glad to be corrected.',
    },
  },
  questions: {
    title: 'Asking',
    levels: {
      1: 'What I ask is mostly advice, or can be answered with yes or no.',
      2: 'Open and other questions mix; I notice the difference afterwards.',
      3: 'Mostly I ask one short, open question, and then I wait.',
      4: 'Now and then a question of mine, in the other’s own words, opens a new view.',
    },
  },
  agreement: {
    title: 'Keeping what we agreed',
    levels: {
      1: 'I lose sight of the rule we are in.',
      2: 'I keep to it once somebody reminds me.',
      3: 'I keep to it, and name it kindly when it slips.',
      4: 'I also look after everyone’s right to stop or to pass.',
    },
  },
  safety: {
    title: 'Safety and respect',
    levels: {
      1: 'I judge quickly, or put people into boxes.',
      2: 'I hold my judgement back and stay careful.',
      3: 'I can name a feeling in the room without trying to mend it.',
      4: 'With me near, hard things become easier to say; I know when a matter belongs elsewhere, and say so.',
    },
  },
  feedback: {
    title: 'Giving feedback',
    levels: {
      1: 'What I say is vague, or about who somebody is.',
      2: 'I am specific, at some length.',
      3: 'When asked, I say where it was, what I saw, and what it did.',
      4: 'What I say leaves the other with a next step of their own.',
    },
  },
  reflection: {
    title: 'Looking back',
    levels: {
      1: 'I tell what happened.',
      2: 'I can say what I learned from it.',
      3: 'I see how it connects with a habit of mine.',
      4: 'I try the lesson out, and come back to tell how it went.',
    },
  },
  action: {
    title: 'Supporting a step',
    levels: {
      1: 'I leave without a step, or with one that is the group’s rather than the presenter’s.',
      2: 'I help towards a step that has no edges yet.',
      3: 'I help towards a step that is small, has a day, and belongs to the presenter.',
      4: 'I help the step to know its hurdle and what to do then; “no action” is just as welcome.',
    },
  },
  facilitating: {
    title: 'Facilitating',
    levels: {
      1: 'The topic pulls me in, and the clock slips away.',
      2: 'I read what the screen offers, and still lose time.',
      3: 'I keep time, voices and rules in balance.',
      4: 'I change the plan with everyone’s consent, and hand the role on lightly.',
    },
  },
}

const levels: Readonly<Record<Mark, string>> = { 1: 'starting', 2: 'trying', 3: 'steady', 4: 'fluent' }

/** Words of the page on which somebody marks for themselves, of the cover before it, and of keeping. */
export const rubricWords = {
  title: 'Marks for yourself',
  more: 'One after another, on the laptop: for learning, and for nobody else’s eyes.',
  open: 'Marks for yourself',
  back: 'Back',
  who: 'Whose page is it?',
  whoMore:
    'Eight rows about how you were here today. Only you see what you mark. Nobody has to, and nobody is told who did.',
  done: 'Done',
  cover: (name: string) => `Hand the laptop to ${name}.`,
  coverMore: 'Turn it so that nobody else sees the screen.',
  onTheWall:
    'What this screen shows, the wall shows too. Take it off the wall first, or have the page on paper.',
  iAm: (name: string) => `I am ${name}`,
  ways: {
    title: 'For your eyes only',
    today: 'Mark today',
    todayMore: 'An empty page. It counts for today: once it is kept, it takes the place of the one before.',
    before: 'What I kept',
    beforeMore: 'It opens with your own words.',
    field: 'My own words',
    show: 'Show',
    open: 'Open',
    opening: 'One moment …',
    wrong: 'Those aren’t the words.',
    notNow: 'It can’t be opened just now.',
  },
  page: {
    title: (name: string) => `${name}, for today`,
    kept: (day: string) => `You kept this on ${day}.`,
    hint: 'Mark what fits today. Any row can stay open.',
    levels,
    rows,
    leaveOpen: 'Leave open',
    leaveRowOpen: (title: string) => `Leave “${title}” open`,
    next: 'What I want to try next time',
    keep: 'Keep it under my own words',
    levelKeepsNothing: 'You agreed that nothing is written here. The page can go on paper.',
    paper: 'Have it on paper',
    nothing: 'Nothing is kept',
    unchanged: 'Leave it as it was',
    away: 'Take it away',
  },
  keep: {
    title: 'Your own words',
    more: 'Four plain words, or twelve letters and more, that nobody else here knows. Without them nobody opens this page again, and nothing brings them back: write them down.',
    propose: 'Propose four words',
    others: 'Propose others',
    field: 'My own words',
    again: 'Once more',
    show: 'Show',
    keep: 'Keep it',
    sealing: 'One moment …',
    weak: 'Four words, or at least twelve letters.',
    differ: 'The two aren’t the same.',
    circles: 'Those are the words of the circle, and everybody here knows them. Choose your own.',
    failed: 'It could not be written. Nothing was changed.',
    tells: 'Whoever can open the circle can tell from its file that somebody here keeps marks, not who.',
  },
  awayAsk: {
    title: 'Take it away?',
    more: 'What you kept is forgotten, in every copy on this computer too.',
    sure: 'Take it away',
  },
  paper: {
    title: 'On paper',
    more: 'This, and nothing else, is on the page; no name. It is written as a file to print: whoever has the file or the paper can read it.',
    write: 'Write the page',
    written: 'Written, where you chose. Once it is printed you can delete the file.',
    left: 'Nothing was written.',
    failed: 'It could not be written there. Choose another place.',
    heading: 'Marks for myself',
    foot: 'For learning, and for nobody else’s eyes.',
  },
  told: {
    kept: 'Kept, under your own words.',
    nothing: 'Nothing is kept.',
    unchanged: 'It stays as it was.',
    away: 'Taken away.',
    more: 'This page is gone from the screen. Hand the laptop back.',
    next: 'Somebody else',
  },
}

export type RubricWords = typeof rubricWords
