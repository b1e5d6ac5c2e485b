// The words of the page about one circle: who can open it, what stays and for how long, who leaves, where it goes.
import type { Level, Retention } from '../../shared/circle/circle'
import type { Comparison, Receipt } from '../../shared/travel/compare'
import { list } from './english'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const levels: Record<Level, readonly [string, string]> = {
  C0: ['Open', 'Everything may be kept, by consent, and may leave in a file.'],
  C1: ['No names out', 'Everything may be kept; names never leave in a file.'],
  C2: [
    'What I learned',
    'Each keeps their own commitments and sentences. What others told stays in the room.',
  ],
  C3: ['Nothing written', 'Nothing is kept but the day, who was here, and the next date.'],
  C4: ['Sealed', 'As before, and nobody speaks of it outside, not even of what they learned.'],
}

/** Words of the circle's page, of taking it along and of bringing it. */
export const circleWords = {
  title: 'The circle',
  back: 'Back',
  label: 'Its name on the home screen',
  labelMore: 'This one name can be read while the circle is locked.',
  saveLabel: 'Use this name',
  saved: 'Written.',
  who: 'Who can open it',
  ways: {
    open: 'Anyone who can sign in to this computer, until you choose.',
    words: 'Whoever knows the four words, or has the recovery card.',
    computer: 'Anyone who can sign in to this computer.',
    both: 'Whoever knows the four words or has the recovery card, and anyone who can sign in to this computer.',
  },
  choose: 'Choose who can open it',
  newWords: 'New words',
  newWordsMore:
    'With new words the old ones, and the old card, no longer open it here. What is kept is not written anew.',
  alsoComputer: 'This computer opens it too',
  notComputer: 'This computer no longer opens it',
  stays: 'How long what was kept stays',
  staysMore:
    'Commitments stay until they are done, or withdrawn. Of each session stay the day, who was here, who facilitated and who presented.',
  retention: (days: Retention) => (days === 0 ? 'Nothing beyond the close' : `${days} days`),
  retentionForgets: (n: number) => `This forgets what was kept of ${count(n, 'session', 'sessions')} now.`,
  retentionNow: 'Forget it now',
  level: 'What your agreement allows',
  levels,
  levelMore: 'Change it together: it holds from the next session on.',
  members: 'Members',
  membersMore: 'Somebody leaves the circle? Choose the name.',
  leaves: (name: string) => `${name} leaves the circle`,
  leaving: (name: string, commitments: number, lines: number) => {
    const what = [
      ...(commitments > 0 ? [count(commitments, 'commitment', 'commitments')] : []),
      ...(lines > 0 ? [count(lines, 'sentence', 'sentences')] : []),
    ]
    return what.length === 0
      ? `Nothing that ${name} said is kept. The name goes; in old sessions stays that somebody was there.`
      : `Kept here of ${name}’s: ${list.format(what)}. ${name} can take that along as a text; then it is forgotten here, in every copy too. In old sessions stays that somebody was there.`
  },
  takes: (name: string) => `${name} takes a copy`,
  taken: 'Written.',
  forgetMember: (name: string) => `Forget what is ${name}’s`,
  gone: 'Somebody who left',
  travel: 'Where it goes',
  travelMore: 'The circle can go to another computer, sealed, in one file.',
  take: 'Take along',
  taking: (commitments: number) =>
    `The circle, sealed, in one file: agreements, who has facilitated, ${count(commitments, 'commitment', 'commitments')}, what you kept, nothing of what was said. It opens with your words.`,
  write: 'Write it',
  written:
    'Written. This computer keeps a copy of the circle that waits. What is forgotten here stays in that file until you write it again.',
  notWritten: 'That could not be written. Nothing here was changed.',
  needsWords: 'A circle travels sealed with its four words. Choose them first.',
  left: 'No file was chosen.',
  export: 'Write something out',
  copies: 'Copies on this computer',
  copiesMore: 'Sealed, beside the circle. What the circle forgets can’t be read in them either.',
  noCopies: 'None yet. The first is written at the next close.',
  goBackTo: (when: string) => `Go back to ${when}`,
  goBackMore:
    'The circle is then as it was on that day. Sentences that were kept since are forgotten for good; a newer copy brings the rest back.',
  goBackSure: 'Go back to that day',
  earlier: 'Earlier copies',
  forget: 'Forget this circle',
  forgetMore: 'Its keys are destroyed, and every copy on this computer. Nobody can bring it back from here.',
  forgetAsk: 'Forget this circle …',
  forgetType: 'Its name, as it stands here:',
  notForgotten: 'It could not be forgotten now. Try once more.',
  bring: {
    title: 'Bring a circle',
    choose: 'Choose the file',
    chooseMore: 'A circle that was taken along on another computer, as a file that ends in .circlet.',
    trouble: {
      damaged:
        'This file is damaged and can’t be opened whole. Nothing here was changed, and the file was left as it is.',
      newer: 'This file was written by a newer Circlet. Update here first; nothing was changed.',
      'too-large': 'This file is too large for a circle. Nothing here was changed.',
      'not-ours': 'This is not a circle that was taken along. Nothing here was changed.',
      'no-words': 'This file has no words to open it. Nothing here was changed.',
      failed: 'This file couldn’t be read. Nothing here was changed.',
    },
    openHere:
      'This circle is on this computer too, and locked. Open it here first, then bring the file again.',
    damagedHere:
      'The keys of this circle on this computer can’t be read. They were left as they are, so the file can’t be added beside them.',
    newerHere: 'On this computer a newer Circlet wrote this circle. Update here first; nothing was changed.',
    comesBack: 'What was on this computer couldn’t be read. From this file the circle comes back.',
    stands: (comparison: Comparison | null, receipt: Receipt | null): string => {
      if (comparison === null) return 'This circle was never on this computer.'
      if (comparison === 'same') return 'This computer knows all of it already.'
      if (comparison === 'older') return 'This computer knows more than the file. Keep what is here?'
      const meetings = receipt?.meetings ?? 0
      if (comparison === 'newer')
        return meetings === 0
          ? 'Newer than here.'
          : `Newer than here by ${count(meetings, 'meeting', 'meetings')}.`
      return meetings === 0
        ? 'Both have changed since they met.'
        : `Both have met since: ${count(meetings, 'meeting', 'meetings')} in the file that this computer doesn’t know.`
    },
    adds: (receipt: Receipt): readonly string[] => {
      const lines: string[] = []
      if (receipt.commitmentsAdded > 0)
        lines.push(`Adds ${count(receipt.commitmentsAdded, 'commitment', 'commitments')}.`)
      if (receipt.commitmentsDropped > 0)
        lines.push(
          `${count(receipt.commitmentsDropped, 'commitment is', 'commitments are')} done or withdrawn, and forgotten here too.`,
        )
      if (receipt.forgetsSessions > 0)
        lines.push(
          `Forgets what was kept of ${count(receipt.forgetsSessions, 'session', 'sessions')} here too.`,
        )
      if (receipt.membersAdded.length > 0) lines.push(`New: ${list.format(receipt.membersAdded)}.`)
      if (receipt.membersGone.length > 0) lines.push(`Left: ${list.format(receipt.membersGone)}.`)
      if (receipt.agreementsChanged) lines.push('The agreements changed.')
      if (receipt.formatsChanged) lines.push('Methods of your own changed.')
      if (receipt.questionsChanged) lines.push('Your own questions and favourites changed.')
      if (receipt.nameChanged) lines.push('The circle’s name changed.')
      return lines
    },
    stillThere: (receipt: Receipt): string | null => {
      const { sessions, commitments, members } = receipt.stillThere
      return sessions + commitments + members === 0
        ? null
        : 'The file still holds something that is forgotten here. It is forgotten there when the circle is written over it.'
    },
    add: 'Add it here',
    keep: 'Keep what is here',
    leave: 'Leave it there',
    adding: 'One moment …',
    added: 'It is here.',
    notAdded: 'It could not be added. Nothing here was changed.',
    home: 'Home',
  },
}

export type CircleWords = typeof circleWords
