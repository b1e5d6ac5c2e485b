// Four drills for feedback (circles.md 6.1, F1 to F4).
import { drill, eachOf, inARound, inGroups, onPaper, openly } from './drill'

/** F1. One round: where it was, what was seen, what it did; the answer is thanks. */
export const seen = drill(
  'feedback',
  {
    id: 'drill-seen',
    title: 'What was seen',
    after: 'situation, behaviour, effect: common among trainers',
    grouping: 'plenary',
    best: [4, 8],
  },
  [
    onPaper('think', [1, 0.5, 1.5], {
      title: 'Think',
      cue: 'One thing that your left neighbour did, today or last time: where it was, what you saw or heard, what it did to you.',
      rescue: 'If nobody writes, say quietly: “Small is good. A glance, a pause, a word.”',
      stageLine: 'Where was it, what did you see, what did it do to you?',
    }),
    inARound('give', [4, 2.5, 6], {
      title: 'Give',
      cue: 'Half a minute each, to the left: where, what, and what it did to you. The answer is thank you. Passing is fine.',
      rescue: 'If it becomes a judgement, say: “What did you see or hear just there?”',
      stageLine: 'To the left: where, what, its effect. Answer: thank you.',
    }),
    openly('look-back', [1, 1, 2], {
      title: 'Look back',
      cue: 'Which of the three was hard to say: the place, what you saw, or what it did?',
      rescue: 'If somebody is talked about, say: “That is given. How was the giving?”',
      stageLine: 'Which of the three was hard to say?',
    }),
  ],
)

/** F2. In pairs that move on: ideas for next time, and no more answer than thanks. With an odd number who is free waits for the next. */
export const feedforward = drill(
  'feedback',
  {
    id: 'drill-feedforward',
    title: 'Two ideas, thanks',
    after: 'the feedforward of Marshall Goldsmith',
    grouping: 'pairs',
    best: [6, 12],
  },
  [
    onPaper('pick', [1, 0.5, 1.5], {
      title: 'Pick',
      cue: 'One habit that you would like to grow from now on. Small, and truly yours.',
      rescue: 'If somebody is stuck, say quietly: “Something at the table, or on the phone.”',
      stageLine: 'One habit you would like to grow.',
    }),
    inGroups(
      'talk',
      [8, 5.5, 11],
      { letter: null, does: 'in-twos' },
      {
        title: 'Two ideas',
        cue: 'Stand up. Say your habit, hear one or two ideas for next time, say thank you, swap; then each finds somebody new, until the tone.',
        rescue: 'If the past comes up, say to all: “From now on, please.”',
        stageLine: 'Ideas for next time, “thank you”, swap. Then somebody new.',
      },
    ),
    openly('look-back', [1, 1, 2], {
      title: 'Look back',
      cue: 'Back in the circle: how was it to say nothing but thank you?',
      rescue: 'If ideas are compared, say: “Keep the one that fits; the rest may go.”',
      stageLine: 'How was it to say nothing but “thank you”?',
    }),
  ],
)

/** F3. In threes: who receives says first what about; givers speak to that alone. */
export const askFirst = drill(
  'feedback',
  {
    id: 'drill-ask-first',
    title: 'Ask first',
    after: 'feedback on request, common among trainers',
    grouping: 'trios',
    best: [3, 9],
  },
  [
    ...eachOf(['A', 'B', 'C', 'D'], (letter) =>
      inGroups(
        `${letter.toLowerCase()}-asks`,
        [1.5, 1, 2.5],
        { letter, does: 'is-answered' },
        {
          title: `${letter} asks`,
          cue: `${letter} asks about one small thing: how I opened, how I listened, how a question came across. The others speak to that alone, half a minute each.`,
          rescue: 'If it goes further, say to all: “What was the wish? Stay with that.”',
          stageLine: 'Ask about one small thing. Answer that, and nothing else.',
        },
      ),
    ),
    openly('look-back', [1.5, 1, 2], {
      title: 'Look back',
      cue: 'All together: what is different when somebody has asked?',
      rescue: 'If new feedback starts, say: “Another time, if it is asked for.”',
      stageLine: 'What changes when somebody asks first?',
    }),
  ],
)

/** F4. In threes: three lines, without each word that a camera could not record. The lines are `../cards.ts`. */
export const cameraTest = drill(
  'feedback',
  {
    id: 'drill-camera-test',
    title: 'What a camera saw',
    after: 'the observations of Marshall Rosenberg',
    grouping: 'trios',
    best: [3, 9],
  },
  [
    inGroups(
      'strike',
      [2, 1.5, 3],
      { letter: null, does: 'in-threes' },
      {
        title: 'Strike',
        cue: 'Three made-up lines of feedback. Strike each word that a camera could not record, and say what could have been seen.',
        rescue: 'If a word is argued over, say to all: “Would it be on the tape?”',
        stageLine: 'Which words could a camera not record?',
      },
    ),
    openly('compare', [1.5, 1, 2], {
      title: 'Compare',
      cue: 'One line from each group, as it stands now. The one on the wall is made up too.',
      rescue: 'If a judgement slips in, say: “What would be on the tape just there?”',
      stageLine: 'How does it stand now?',
    }),
    openly('look-back', [1.5, 1, 2], {
      title: 'Look back',
      cue: 'What did the lines lose without the judgement, and what became stronger?',
      rescue: 'If real feedback starts, say: “These were made up. Real ones wait to be asked for.”',
      stageLine: 'What went, and what became stronger?',
    }),
  ],
)
