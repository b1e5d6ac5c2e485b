import { openRules, type Family } from '../family'

export const options: Family = {
  id: 'options',
  part: 'future',
  rules: openRules,
  questions: {
    ways: 'What ways forward can you see from here?',
    'comes-back': 'Which idea keeps coming back to you?',
    smallest: 'What would the smallest useful version look like?',
    'half-time': 'How would you go about it with half the time?',
    unlike: 'How might somebody quite unlike you go about this?',
    between: 'What lies between doing everything and doing nothing?',
    smile: 'Which possibility makes you smile?',
    'stop-doing': 'What could you stop doing?',
    'ruled-out': 'What have you ruled out so far?',
    else: 'What else is possible?',
  },
}

export const resources: Family = {
  id: 'resources',
  part: 'future',
  rules: openRules,
  questions: {
    carried: 'What has carried you through something like this before?',
    helps: 'What are you already doing that helps?',
    'this-far': 'How did you manage to come this far?',
    'count-on': 'Who could you count on for a small part of this?',
    easily: 'What comes easily to you that could serve here?',
    'turn-to-you': 'What do others turn to you for?',
    'hard-way': 'What have you learned the hard way that is useful now?',
    'knows-you': 'What would the person who knows you best remind you of?',
    'at-hand': 'What is at hand that you have not used yet?',
    'keeps-going': 'What keeps you going?',
  },
}

export const obstacles: Family = {
  id: 'obstacles',
  part: 'future',
  rules: openRules,
  questions: {
    'in-the-way': 'What tends to get in the way at this point?',
    'close-up': 'How does the first hurdle look from close up?',
    reach: 'Which of the difficulties is within your reach?',
    'as-they-are': 'What is good about things as they are?',
    lose: 'What might you lose if this went well?',
    'to-end': 'What would have to end so that this can begin?',
    objection: 'How would an honest objection sound?',
    'no-elsewhere': 'Which yes would ask for a no somewhere else?',
    missing: 'What is still missing?',
    slipping: 'What keeps slipping down your list?',
  },
}

export const scaling: Family = {
  id: 'scaling',
  part: 'future',
  rules: openRules,
  questions: {
    near: 'From zero to ten, how near are you to what you want?',
    ten: 'What does a ten stand for?',
    'not-lower': 'What makes it that number and not a lower one?',
    'one-higher': 'What would one point higher look like?',
    enough: 'What number would be good enough to go on with?',
    highest: 'What was going on when the number was at its highest?',
    hands: 'From zero to ten, how much of this is in your hands?',
    sure: 'From zero to ten, how sure are you of the next step?',
    'look-after': 'From zero to ten, how well are you looking after yourself?',
    peace: 'If ten means at peace with it, where are you now?',
  },
  follows: ['ten', 'not-lower', 'one-higher', 'enough', 'highest'],
}

export const miracle: Family = {
  id: 'miracle',
  part: 'future',
  rules: openRules,
  questions: {
    overnight: 'Suppose this were settled overnight: what would you notice first?',
    'who-sees': 'Who would see the change before you said a word?',
    monday: 'How would your Monday morning begin, with this resolved?',
    'free-time': 'How would you spend the time that this takes up now?',
    carry: 'What would you no longer have to carry, with this solved?',
    others: 'What would the other people do differently in that picture?',
    'already-there': 'Which small piece of that picture exists already?',
    ordinary: 'What would feel ordinary then that seems far away now?',
    difficult: 'What would still be difficult, even then?',
    letter: 'Imagine a letter from a year ahead: what does it tell you?',
  },
  follows: ['who-sees', 'others', 'already-there', 'ordinary', 'difficult'],
}
