import { openRules, type Family } from '../family'

export const will: Family = {
  id: 'will',
  part: 'close',
  rules: openRules,
  questions: {
    first: 'What will you do first?',
    'by-then': 'What do you want to have done before we meet again?',
    yes: 'How much of you says yes to this step?',
    'depends-on': 'What does your yes depend on?',
    easier: 'What would make this step a little easier?',
    'busy-day': 'What would help you remember it on a busy day?',
    beside: 'Who do you want beside you as you do it?',
    otherwise: 'What will you do if that day turns out differently?',
    done: 'What will tell you that the step is done?',
    undone: 'What are you choosing to leave undone?',
  },
  follows: ['depends-on', 'otherwise'],
}

export const learning: Family = {
  id: 'learning',
  part: 'close',
  rules: openRules,
  questions: {
    stays: 'What stays with you from this conversation?',
    surprised: 'What surprised you just now?',
    'take-home': 'Which question will you take home?',
    'see-now': 'What do you see now that you did not see before?',
    simpler: 'What became simpler while you talked?',
    changed: 'How has your question changed since you began?',
    helped: 'What helped you think?',
    'first-time': 'What would you tell somebody who faces this for the first time?',
    elsewhere: 'Where else could this be of use to you?',
    watch: 'What will you watch for next time?',
  },
}
