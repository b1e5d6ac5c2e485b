// The words about who can open a circle, and about what lies on this computer.
import { list } from './english'

const seconds = (n: number) => (n === 1 ? '1 second' : `${n} seconds`)

/** Words of the unlock card, the question of who can open, and what is said when a circle cannot be read. */
export const vaultWords = {
  unlock: {
    hint: 'Four words, as you said them together',
    field: 'Four words',
    codeHint: 'Thirty letters and digits, in six groups of five',
    codeField: 'Recovery code',
    show: 'Show',
    open: 'Open',
    opening: 'Opening …',
    useCode: 'Use the recovery code',
    useWords: 'Use the four words',
    byComputer: 'Open with this computer',
    wrongWords: 'Those aren’t the words. Four of them, with a space between.',
    wrongCode: 'That isn’t the code on the card. Six groups of five.',
    notByComputer: 'This computer doesn’t open it any more.',
    notNow: 'It can’t be opened this way just now.',
    wait: (n: number) => `Try again in ${seconds(n)}.`,
    goesOn: 'The session goes on, and the wall stays as it is. The words bring you back to it.',
    lost: 'Without the words or the recovery code nobody can open this circle, not even those who made Circlet. You can start again with the same names.',
    lostBoth: 'What if both are lost?',
    locked: 'locked',
    showCircle: (label: string) => `Open ${label}`,
    lockNow: 'Lock',
  },
  who: {
    question: 'Who should be able to open what you keep?',
    step: 'Who can open it',
    outside: 'Does anyone outside the circle use this computer?',
    words: 'Only we, with four words',
    computer: 'Anyone who can sign in to this computer',
    noKeyStore: 'This computer has no key store of its own, so it can’t open the circle for you.',
    nothing: 'Keep nothing',
    nothingMore: 'Names, agreements, what was promised and who facilitated are forgotten too.',
    nothingSure: 'Keep nothing: forget this circle',
    back: 'Back',
    title: 'Your four words',
    say: 'These four words open the circle. They belong to all of you. Say them; don’t send them.',
    said: 'We have said them',
    others: 'Other words',
    card: 'The recovery card',
    cardMore:
      'Write this down on paper, and keep it away from this computer. When the words are lost it opens the circle, and nothing else does.',
    confirm: 'Its first five letters and digits, from the paper',
    confirmed: 'It is on paper',
    notYet: 'That isn’t how the card begins.',
    sealing: 'One moment …',
    byWords: 'From now on the circle opens with your four words.',
    byComputer: 'From now on whoever signs in to this computer can open the circle.',
    nothingKept: 'Nothing is kept. The circle is forgotten.',
    notDone: 'That could not be written to the disk. Nothing was changed.',
    openNow: 'Anyone who can sign in to this computer can open this circle.',
    choose: 'Choose who can open it',
  },
  closedAlone: (names: readonly string[]) =>
    `Nobody went on with the last session of ${list.format(names)} for a week, so it has closed by itself. What you meant to keep stays; everything else is forgotten.`,
  lost: {
    damaged: 'The keys of a circle on this computer can’t be read. It was left as it is, not deleted.',
    put: 'What was on this computer couldn’t be read. It was put aside, not deleted.',
    open: (when: string) => `Open the copy from ${when}`,
    none: 'There is no copy of it on this computer. If it travelled, bring it from there.',
    failed: 'That copy can’t be opened whole. It was left as it is.',
    giveUp: 'Forget this circle',
    giveUpMore:
      'Its keys are destroyed, and every copy on this computer. Nobody can bring it back from here.',
    giveUpSure: 'Forget it for good',
    back: 'Back',
  },
}

export type VaultWords = typeof vaultWords
