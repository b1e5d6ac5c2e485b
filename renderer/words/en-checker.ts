import type { Finding } from '../../shared/craft/classify'

/** What is said to the writer of a question before it is shown: one kind sentence for each thing that can be noticed. */
export const checkerWords = {
  about: {
    factual: 'Is this for you, or for the presenter?',
    closed: 'Yes or no would answer it. Could it start with what or how?',
    'either-or': 'Two ways are named. What else might it be?',
    leading: 'There is an answer in it. What would you ask if you did not know?',
    advice: 'There is an idea in it. Which question stands behind it?',
    why: '“Why” can sting a little. Perhaps: what led to it?',
    blame: 'It may sound like a reproach. What would you like to understand?',
    multiple: 'There is more than one question in it. Which one first?',
    statement: 'Which question would let them find this themselves?',
    long: 'Shorter is easier to hear. What is the heart of it?',
    preamble: 'The question can stand alone, without what is around it.',
  } satisfies Record<Finding['about'], string>,
}
