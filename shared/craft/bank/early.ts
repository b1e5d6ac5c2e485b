import { openRules, type Family } from '../family'

export const goal: Family = {
  id: 'goal',
  part: 'early',
  rules: openRules,
  questions: {
    'leave-with': 'What would you like to leave with when this turn ends?',
    'stay-with': 'Which part of this would you like us to stay with?',
    today: 'What makes this the matter to bring today?',
    sentence: 'How would you put your aim in one plain sentence?',
    under: 'What question lies under the one you brought?',
    enough: 'What would be enough for now?',
    arrived: 'How will you know you have arrived?',
    'as-it-is': 'What may stay exactly as it is?',
    'more-of': 'What do you want more of, rather than less of?',
    wish: 'What do you wish for when nobody asks you to be realistic?',
  },
}

export const values: Family = {
  id: 'values',
  part: 'early',
  rules: openRules,
  questions: {
    matters: 'What matters most to you here?',
    promise: 'Which promise are you trying to keep?',
    'two-goods': 'Which two good things are pulling at each other?',
    care: 'How did you come to care about this?',
    'stand-up': 'What do you want to stand up for?',
    fair: 'What would be fair to those who are not in the room?',
    'any-price': 'What would you not give up at any price?',
    effort: 'What makes it worth the effort?',
    regret: 'What would you regret not having done?',
    sleep: 'What would let you sleep well, whatever the outcome?',
  },
}
