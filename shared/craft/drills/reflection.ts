// Four drills for reflection (circles.md 6.1, T1 to T4). What is written in them stays on paper.
import { drill, eachOf, inARound, inGroups, inQuiet, onPaper, openly } from './drill'

/** T1. Three times two minutes on paper, then one line each. */
export const whatSoWhat = drill(
  'reflection',
  {
    id: 'drill-what-so-what',
    title: 'What, so what, now what',
    after: 'the three questions of Terry Borton and Gary Rolfe',
    grouping: 'plenary',
    best: [4, 9],
  },
  [
    onPaper('what', [2, 1.5, 2.5], {
      title: 'What',
      cue: 'One moment from our last meeting, or from this week. Two minutes on paper: what happened, and nothing else yet.',
      rescue: 'If somebody looks up lost, say quietly: “Start with where you sat.”',
      stageLine: 'What happened? Only what happened.',
    }),
    onPaper('so-what', [2, 1.5, 2.5], {
      title: 'So what',
      cue: 'The next two minutes: what it means to you, and what it shows you about yourself.',
      rescue: 'If the pens rest, say quietly: “One more sentence, even a small one.”',
      stageLine: 'So what? What does it mean to you?',
    }),
    onPaper('now-what', [2, 1.5, 2.5], {
      title: 'Now what',
      cue: 'The last two minutes: one thing to try, or one thing to leave. Yours alone.',
      rescue: 'If somebody writes for others, say quietly: “What is yours in it?”',
      stageLine: 'Now what? One thing to try, or to leave.',
    }),
    inARound('one-line', [2, 1.5, 4], {
      title: 'One line',
      cue: 'One line each, as it is written, or pass. No comments; the rest of the page stays with you.',
      rescue: 'If comments start, say: “Just hearing for now. Thank you.”',
      stageLine: 'One line from your page, as it is written.',
    }),
  ],
)

/** T2. Three lines on paper, the third one the opposite; read in threes. */
export const assumptionDig = drill(
  'reflection',
  {
    id: 'drill-assumption-dig',
    title: 'Dig under a belief',
    after: 'the double loops of Chris Argyris',
    grouping: 'trios',
    best: [3, 9],
  },
  [
    onPaper('write', [2, 1.5, 3], {
      title: 'Write',
      cue: 'Something you are sure of, at work or at home. Finish three lines: I believe; because; if the opposite were true.',
      rescue: 'If somebody is stuck, say quietly: “A rule you follow without thinking.”',
      stageLine: 'I believe … Because … If\u00a0the opposite were true …',
    }),
    ...eachOf(['A', 'B', 'C', 'D'], (letter) =>
      inGroups(
        `${letter.toLowerCase()}-reads`,
        [1, 0.5, 1.5],
        { letter, does: 'tells' },
        {
          title: `${letter} reads`,
          cue: `${letter} reads the three lines, breathes, and reads them again. The others say thank you, and ask one question if ${letter} would like one.`,
          rescue: 'If a belief is argued with, say to all: “It may stand.”',
          stageLine: 'Read the three lines. The others say thank you.',
        },
      ),
    ),
    openly('look-back', [2, 1, 2.5], {
      title: 'Look back',
      cue: 'All together: what happened at the third line?',
      rescue: 'If beliefs are compared, say: “Each has its own roots. What moved, even a little?”',
      stageLine: 'What moved when you wrote the opposite?',
    }),
  ],
)

/** T3. A quiet minute, then a round: one moment I helped, one moment I took over. */
export const twoMinutesAfter = drill(
  'reflection',
  {
    id: 'drill-two-minutes-after',
    title: 'Helped, and took over',
    after: 'the reflection on action of Donald Schön',
    grouping: 'plenary',
    best: [4, 8],
  },
  [
    inQuiet('recall', [1, 0.5, 1.5], {
      title: 'Recall',
      cue: 'Go back to the last turn in this circle. One moment in which you helped, one in which you took over. Both are human.',
      rescue: 'If somebody speaks, smile and let the quiet come back.',
      stageLine: 'A moment I helped. A moment I took over.',
    }),
    inARound('round', [4, 2, 8], {
      title: 'Two moments',
      cue: 'One sentence for each moment, about yourself only. Nobody replies, and passing is fine.',
      rescue: 'If others are named, say: “Your own part only, please.”',
      stageLine: 'One moment I helped, one moment I took over.',
    }),
    openly('look-back', [1, 0.5, 1.5], {
      title: 'Look back',
      cue: 'What do you notice in yourself just before you take over?',
      rescue: 'If it turns heavy, say: “Taking over is often care in a hurry.”',
      stageLine: 'How does taking over begin in you?',
    }),
  ],
)

/** T4. A sentence on paper to oneself, taken home and opened at the next check-in; nothing of it is kept here. */
export const letter = drill(
  'reflection',
  {
    id: 'drill-letter',
    title: 'Letter to next time',
    after: 'the letter to oneself, common among trainers',
    grouping: 'plenary',
    best: [3, 12],
  },
  [
    inQuiet('think', [1, 0.5, 1.5], {
      title: 'Think',
      cue: 'A minute of quiet: what would you like to be reminded of when we meet next?',
      rescue: 'If it is noisy, say nothing, and look at your own paper.',
      stageLine: 'What would you like to be told next time?',
    }),
    onPaper('write', [2, 1.5, 3], {
      title: 'Write',
      cue: 'One sentence to the person you will be then. Fold it and take it with you; you open it at the next check-in.',
      rescue: 'If somebody would read it out, say quietly: “Today it is for you alone.”',
      stageLine: 'One sentence to yourself. Fold it, and take it with you.',
    }),
    inARound('one-word', [2, 1, 3], {
      title: 'One word',
      cue: 'One word each about its tone: kind, stern, curious. Not the sentence itself.',
      rescue: 'If a sentence is told, say: “Thank you. The next ones, just a word.”',
      stageLine: 'One word: what kind of sentence is it?',
    }),
  ],
)
