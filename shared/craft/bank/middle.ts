import { openRules, type Family } from '../family'

/** The one family that also asks for what is so. */
export const reality: Family = {
  id: 'reality',
  part: 'middle',
  rules: ['QFACT', ...openRules],
  questions: {
    plainly: 'What is happening, told as plainly as you can?',
    seen: 'What have you seen or heard for yourself?',
    first: 'What came first, the last time it happened?',
    said: 'What was said, as far as you remember?',
    changed: 'What is different now from when this began?',
    tried: 'What have your attempts taught you?',
    working: 'What is working, even a little?',
    'own-part': 'What is your own part in this?',
    draw: 'How would you draw the people in this on one page?',
    unknown: 'What do you not know yet?',
  },
}

export const assumptions: Family = {
  id: 'assumptions',
  part: 'middle',
  rules: openRules,
  questions: {
    given: 'What are you taking as given here?',
    'might-mean': 'What else might that mean?',
    'fill-in': 'What are you filling in where you cannot know?',
    unwritten: 'Which unwritten rule might be at work here?',
    'used-to': 'What did you use to believe about this?',
    'see-it': 'How did you come to see it that way?',
    kind: 'What would be a kind explanation of what they did?',
    opposite: 'What would follow if the opposite were true?',
    mind: 'What would change your mind?',
    tested: 'Which of your conclusions have you tested least?',
  },
}

export const perspective: Family = {
  id: 'perspective',
  part: 'middle',
  rules: openRules,
  questions: {
    chair: 'What would the other side say if they sat in this chair?',
    friend: 'What would you say to a friend in your place?',
    quietest: 'How would the quietest person involved describe it?',
    newcomer: 'How would this look to somebody who joined last week?',
    child: 'What would a child ask about this?',
    fond: 'How would it sound, told by somebody fond of everyone in it?',
    'five-years': 'How might you see this five years from now?',
    paces: 'What comes into view if you step three paces back?',
    chapter: 'What title would you give this chapter?',
    unheard: 'Whose view have you not heard yet?',
  },
}

export const feelings: Family = {
  id: 'feelings',
  part: 'middle',
  rules: openRules,
  questions: {
    'to-tell': 'What is it like to tell this here?',
    strongest: 'What is strongest in you as you speak?',
    word: 'Which word comes closest to how you are right now?',
    body: 'Where do you notice it in your body?',
    'before-reply': 'What goes on in you just before you reply?',
    energy: 'What gives you energy in this?',
    polite: 'What would you say if nothing had to be polite?',
    towards: 'How do you feel towards the others in this story?',
    relief: 'What would relief feel like here?',
    'look-forward': 'What are you looking forward to, if anything?',
  },
  follows: ['body'],
}
