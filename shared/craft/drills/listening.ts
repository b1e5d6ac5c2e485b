// Four drills for listening (circles.md 6.1, L1 to L4).
import { drill, eachOf, inARound, inGroups, openly } from './drill'

/** L1. In threes: a story, its heart in one sentence, and what the teller adds. */
export const mirror = drill(
  'listening',
  {
    id: 'drill-mirror',
    title: 'One-sentence mirror',
    after: 'the active listening of Carl Rogers',
    grouping: 'trios',
    best: [3, 9],
  },
  [
    ...eachOf(['A', 'B', 'C', 'D'], (letter, next) =>
      inGroups(
        `${letter.toLowerCase()}-tells`,
        [2, 1.5, 3],
        { letter, does: 'tells' },
        {
          title: `${letter} tells`,
          cue: `${letter} tells something small from this week. In the last half minute ${next} gives back its heart in one sentence, and ${letter} goes on from there.`,
          rescue: 'When the minutes run low, say to all: “Now the one sentence.”',
          stageLine: `In the last half minute ${next} says it back. ${letter}: “Yes,\u00a0and\u00a0…”`,
        },
      ),
    ),
    openly('look-back', [1, 1, 2], {
      title: 'Look back',
      cue: 'All together again, a word from whoever likes. The stories stay where they were told.',
      rescue: 'If a story comes along, say: “That one stays there. How was the mirror?”',
      stageLine: 'How was it to hear yourself in one sentence?',
    }),
  ],
)

/** L2. In threes: three breaths before each reply, twice; the third one counts for the two, and keeps no count. */
export const silenceLadder = drill(
  'listening',
  {
    id: 'drill-silence-ladder',
    title: 'Three breaths',
    after: 'the waiting time of Mary Budd Rowe',
    grouping: 'trios',
    best: [3, 9],
  },
  [
    ...eachOf(['A', 'B'], (letter, next, third) =>
      inGroups(
        `${letter.toLowerCase()}-speaks`,
        [3, 2, 4],
        { letter, does: 'tells' },
        {
          title: `${letter} speaks`,
          cue: `${letter} speaks about the week. ${next} may reply, each time after three breaths. ${third} counts the interruptions, on the fingers, for the two alone.`,
          rescue: 'If replies come fast, breathe out slowly and say to all: “Three breaths first.”',
          stageLine: `${next} replies after three breaths. ${third} counts interruptions.`,
        },
      ),
    ),
    openly('look-back', [2, 1, 3], {
      title: 'Look back',
      cue: 'Those who counted have the first word: what did the silence do? No numbers, only what you saw.',
      rescue: 'If somebody is teased, say: “It happens to all of us. What came after the pauses?”',
      stageLine: 'What came out of the silence?',
    }),
  ],
)

/** L3. In threes or fours: one story, heard through three channels. In a three both listen for what matters. */
export const threeChannels = drill(
  'listening',
  {
    id: 'drill-three-channels',
    title: 'Three channels',
    after: 'the levels of listening, common among trainers',
    grouping: 'trios',
    best: [3, 9],
  },
  [
    inGroups(
      'a-tells',
      [2, 1.5, 3],
      { letter: 'A', does: 'tells' },
      {
        title: 'A tells',
        cue: 'A tells a true story. B listens for what happened, C for what was felt, D for what matters; in a three both listen for that.',
        rescue: 'If somebody asks something, say to all: “We only take in for now.”',
        stageLine: 'B: what happened. C: what was felt. D or both: what matters.',
      },
    ),
    inGroups(
      'a-is-heard',
      [1.5, 1.5, 2.5],
      { letter: 'A', does: 'is-heard' },
      {
        title: 'A is heard',
        cue: 'Half a minute each: what happened, what was felt, what matters to A. A only listens.',
        rescue: 'If A is explained to A, say to all: “Only what you heard.”',
        stageLine: 'Half a minute each: facts, feeling, what matters.',
      },
    ),
    inGroups(
      'a-says-what-hit',
      [1, 0.5, 1.5],
      { letter: 'A', does: 'says-what-helped' },
      {
        title: 'What rings true',
        cue: 'A says what rings true in it. One or two sentences are plenty.',
        rescue: 'If listeners defend what they heard, say to all: “A has the last word.”',
        stageLine: 'What of it rings true?',
      },
    ),
    inARound('look-back', [2.5, 1.5, 4], {
      title: 'Look back',
      cue: 'Back in one circle, a few words each: which of the three do you hear first, and which one takes effort? The stories rest.',
      rescue: 'If a story comes along, say: “That one stays there. What about the ears?”',
      stageLine: 'What do you hear first: facts, feeling, what matters?',
    }),
  ],
)

/** L4. In threes: whoever asks has no nouns but those that were said. */
export const wordsKept = drill(
  'listening',
  {
    id: 'drill-words-kept',
    title: 'Only your words',
    after: 'the clean language of David Grove',
    grouping: 'trios',
    best: [3, 9],
  },
  [
    inGroups(
      'a-is-asked',
      [3, 2, 4],
      { letter: 'A', does: 'is-asked-by-one' },
      {
        title: 'A is asked',
        cue: 'A says in a sentence or two what is on the mind. B asks, with no nouns but those of A. C keeps an ear on the words.',
        rescue: 'If new nouns come in, say to all: “Which word did A use for that?”',
        stageLine: 'B asks with no nouns but those of A. C hears new ones.',
      },
    ),
    openly('look-back', [2, 1, 3], {
      title: 'Look back',
      cue: 'Whoever was A begins: what did your own words do, coming back to you?',
      rescue: 'If it is called impossible, say: “It is hard. Where did it work for a moment?”',
      stageLine: 'How was it to get your own words back?',
    }),
  ],
)
