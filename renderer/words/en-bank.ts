// The words of the bank of questions: its families, and the screen on which a circle keeps its own.
import type { FamilyId } from '../../shared/craft/family'
import type { QuestionRefusal } from '../../shared/craft/shelf'

const titles: Record<FamilyId, string> = {
  goal: 'Goal',
  reality: 'Reality',
  options: 'Options',
  will: 'Will',
  feelings: 'Feelings',
  assumptions: 'Assumptions',
  perspective: 'Perspective',
  resources: 'Resources',
  obstacles: 'Obstacles',
  scaling: 'Scaling',
  miracle: 'Miracle',
  values: 'Values',
  learning: 'Learning',
}

const helps: Record<FamilyId, string> = {
  goal: 'When the turn opens and the direction is not clear yet.',
  reality: 'When it is not clear yet what is going on.',
  options: 'When the picture is clear and a way on is wanted.',
  will: 'When a step is in sight and wants to be chosen.',
  feelings: 'When something stirs under the words.',
  assumptions: 'When a conclusion has set firm.',
  perspective: 'When the same view keeps coming round.',
  resources: 'When strength or help has slipped out of sight.',
  obstacles: 'When something keeps holding the step up.',
  scaling: 'When things seem to be all or nothing.',
  miracle: 'When the trouble fills the whole view.',
  values: 'When it matters more than it first seemed.',
  learning: 'When the turn comes to its close.',
}

function refusal(found: QuestionRefusal): string {
  switch (found.kind) {
    case 'too-short':
      return `A question has ${found.fewest} letters at least.`
    case 'too-long':
      return `That has ${found.letters} letters; ${found.most} fit.`
    case 'in-bank':
      return `That question is here already, under ${titles[found.family]}.`
    case 'in-own':
      return 'You have that question already.'
    case 'too-many':
      return `A circle keeps ${found.most} questions of its own at most.`
    case 'not-there':
      return 'That is not there any more.'
  }
}

/** Words of the questions' screen. */
export const bankWords = {
  open: 'Questions',
  title: 'Questions',
  back: 'Back',
  search: 'Find a question',
  titles: { ...titles, favourites: 'Favourites', own: 'Our own' },
  helps: {
    ...helps,
    favourites: 'The ones you come back to. In their family they are suggested first.',
    own: 'Questions you wrote. They go where the circle goes, and into no other file.',
  },
  row: (title: string, n: number) => `${title}, ${n}`,
  found: (n: number) => (n === 1 ? 'One question found' : n === 0 ? 'Nothing found' : `${n} questions found`),
  foundHow: 'By words or their beginnings; favourites first.',
  tryAnother: 'Try another word, or a shorter one.',
  noFavourites: 'None yet. A star on a question brings it here.',
  noOwn: 'None yet. Write one above.',
  write: 'A question of your own',
  add: 'Add it',
  reworded: 'It is reworded.',
  reword: (text: string) => `Reword: ${text}`,
  remove: (text: string) => `Remove: ${text}`,
  newWords: 'The question in other words',
  hint: 'Enter on a question turns its star on or off.',
  ownHint: 'Enter turns its star on or off, F2 rewords it, Del removes it.',
  added: 'It is with your own now.',
  removed: 'That question is removed.',
  putBack: 'Put it back',
  isBack: 'It is back.',
  refusal,
  notWritten: 'That could not be written. Your questions are as they were.',
}
