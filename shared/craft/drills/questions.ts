// Four drills for questions (circles.md 6.1, Q1 to Q4).
import { drill, eachOf, inGroups, onPaper, openly } from './drill'

/** Q1. In pairs: eight cards, forty seconds each; each heard sentence hides an open question. The cards are `../cards.ts`. */
export const turnIt = drill(
  'questions',
  {
    id: 'drill-turn-it',
    title: 'Turn it',
    after: 'an exercise of our own, in the open questions of motivational interviewing',
    grouping: 'pairs',
    best: [4, 12],
  },
  [
    inGroups(
      'turn',
      [5.5, 4, 8],
      { letter: null, does: 'in-twos' },
      {
        title: 'Turn',
        cue: 'Eight cards, forty seconds each. Say the open question that hides in what you read, aloud, the two of you. Rough ones are welcome.',
        rescue: 'If a pair is stuck, say: “What would you ask if you did not know?”',
        stageLine: 'Which open question hides in it?',
      },
    ),
    openly('compare', [1.5, 1, 3], {
      title: 'Compare',
      cue: 'Which questions did you find? There are many good ones for each card; the one on the wall is only one more.',
      rescue: 'If it is asked which is best, say: “Both open a door. What else did you find?”',
      stageLine: 'What did you find?',
    }),
    openly('look-back', [1, 1, 2], {
      title: 'Look back',
      cue: 'Which card sounded most like something you say yourself? You may begin with your own.',
      rescue: 'If a habit is teased, say: “We all have one. What do we wish to do with it?”',
      stageLine: 'Which card sounded like something you say?',
    }),
  ],
)

/** Q2. In threes: one asks, and only asks; the third notes which question made the teller think. */
export const onlyQuestions = drill(
  'questions',
  {
    id: 'drill-only-questions',
    title: 'Only questions',
    after: 'the questioning of Reg Revans',
    grouping: 'trios',
    best: [3, 9],
  },
  [
    inGroups(
      'a-tells',
      [1, 0.5, 1.5],
      { letter: 'A', does: 'tells' },
      {
        title: 'A tells',
        cue: 'A brings something real that is small enough for today. One minute.',
        rescue: 'If it is large, say to all: “Take the corner that fits into five minutes.”',
        stageLine: 'Something real, and small enough for today.',
      },
    ),
    inGroups(
      'a-is-asked',
      [4, 3, 5],
      { letter: 'A', does: 'is-asked-by-one' },
      {
        title: 'A is asked',
        cue: 'B only asks; A answers, or just thinks. C notes which question made A think. Silence is thinking.',
        rescue: 'If advice is in the air, say to all: “Could it become a question?”',
        stageLine: 'Nothing but questions. C notes which made A think.',
      },
    ),
    inGroups(
      'a-is-told',
      [1, 0.5, 1.5],
      { letter: 'A', does: 'is-heard' },
      {
        title: 'Which one',
        cue: 'C names the question that made A think, and what could be seen. A says whether that is so.',
        rescue: 'If the asking is judged, say to all: “Just the question, and what you saw.”',
        stageLine: 'C names the question that made A think. Is it so?',
      },
    ),
    openly('look-back', [1, 1, 2], {
      title: 'Look back',
      cue: 'From each group the question alone: what do those that made somebody think have in common?',
      rescue: 'If a topic comes along, say: “That one stays there. Only the question, please.”',
      stageLine: 'What do those questions have in common?',
    }),
  ],
)

/** Q3. In pairs: one open question, then three times what else. */
export const whatElse = drill(
  'questions',
  {
    id: 'drill-what-else',
    title: 'What else',
    after: 'the solution-focused work of Insoo Kim Berg and Steve de Shazer',
    grouping: 'pairs',
    best: [4, 12],
  },
  [
    ...eachOf(['A', 'B'], (letter) =>
      inGroups(
        `${letter.toLowerCase()}-is-asked`,
        [2, 1, 2.5],
        { letter, does: 'is-asked' },
        {
          title: `${letter} is asked`,
          cue: `Ask ${letter} one open question, such as: what would you like more of this month? Then three times: what else? Nothing of your own.`,
          rescue: 'If the asking turns into talk, say to all: “Only: what else?”',
          stageLine: 'One open question. Then three times: “What else?”',
        },
      ),
    ),
    openly('look-back', [1, 1, 2], {
      title: 'Look back',
      cue: 'What came with the third what else that the first one did not bring? The answers stay with the two.',
      rescue: 'If an answer is told, say: “That one stays there. Which time was it?”',
      stageLine: 'What did the third “What else?” bring?',
    }),
  ],
)

/** Q4. In one circle: a question each, sorted by the teller into warm and cool, without an answer. */
export const hotCold = drill(
  'questions',
  {
    id: 'drill-hot-cold',
    title: 'Warm or cool',
    after: 'the sorting of questions in Dutch intervision groups',
    grouping: 'plenary',
    best: [4, 9],
  },
  [
    openly('tell', [1, 0.5, 1.5], {
      title: 'Tell',
      cue: 'One of us tells something unfinished, in a minute. Who would like to? The others write a question each after that.',
      rescue: 'If it grows long, say: “We have enough to begin. Thank you.”',
      stageLine: 'One of us tells something unfinished, in a minute.',
    }),
    onPaper('write', [1.5, 1, 2], {
      title: 'Write',
      cue: 'One question each on a slip of paper, without a name. Fold it; it goes into the middle.',
      rescue: 'If somebody has three, say quietly: “The one you are most curious about.”',
      stageLine: 'One question each, without a name. Into the middle.',
    }),
    openly(
      'sort',
      [3, 2, 4],
      {
        title: 'Sort',
        cue: 'Whoever told reads them out, and says warm or cool to each: warm if it draws you. No answers. A scribe may write them up.',
        rescue: 'If an answer begins, say: “Warm or cool is enough. The answer is yours.”',
        stageLine: 'Whoever told reads each one: warm or cool. No answers.',
      },
      ['questions'],
    ),
    openly('warm-ones', [1, 0.5, 1.5], {
      title: 'Warm ones',
      cue: 'What do the warm ones share? Cool ones are no worse; they belong to another day.',
      rescue: 'If a cool one is explained, say: “It may just be cool today. Let it lie.”',
      stageLine: 'What do the warm ones share?',
    }),
    openly('look-back', [1.5, 1, 2], {
      title: 'Look back',
      cue: 'From the others: what do you take into your next question?',
      rescue: 'If somebody looks hurt, say: “Warm and cool tell about today, not about who asked.”',
      stageLine: 'What do you take into your next question?',
    }),
  ],
)
