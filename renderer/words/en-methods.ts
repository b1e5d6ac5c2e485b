// The words of the methods: those of the library, a circle's own, and files of them.
import type {
  CaptureKind,
  FormatFault,
  FormatPhase,
  FormatText,
  SpeakingRule,
} from '../../shared/formats/format'
import type { Expected, FileRefusal, Wanted } from '../../shared/formats/format-file'
import type { NameInFormat } from '../../shared/formats/names-in-format'
import type { OwnRefusal } from '../../shared/formats/own'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
const either = new Intl.ListFormat('en', { type: 'disjunction' })
const minutes = (n: number) => count(n, 'minute', 'minutes')

const rules: Record<SpeakingRule, string> = {
  SOLO: 'The presenter speaks',
  QFACT: 'Short factual questions',
  QOPEN: 'Open questions, no advice',
  QONLY: 'Questions only',
  GTALK: 'The group talks',
  ROUND: 'One voice after the other',
  QUIET: 'Silence',
  WRITE: 'Everybody writes',
  PAIRS: 'In small groups, one tells',
  OPEN: 'Open conversation',
  FAC: 'Who facilitates explains',
}

const presenters: Record<FormatPhase['presenter'], string> = {
  speaks: 'speaks',
  answers: 'answers',
  listens: 'listens',
  'turned-away': 'listens, turned away',
  out: 'sits outside',
}

const captures: Record<CaptureKind, string> = {
  questions: 'questions',
  insight: 'an insight',
  takeaway: 'what is taken',
  commitment: 'a commitment',
  words: 'words',
  outcome: 'what came of it',
}

const texts: Record<FormatText, string> = {
  title: 'The name',
  after: 'The tradition',
  cue: 'What you say once',
  rescue: 'What you say if it slips',
  stageLine: 'The line on the wall',
}

/** What is not possible about a method; `phase` is the name of the phase it is in. */
function fault(found: FormatFault, phase: string | null): string {
  const where = phase === null || phase === '' ? '' : ` in “${phase}”`
  switch (found.kind) {
    case 'no-phases':
      return 'A method has at least one phase.'
    case 'too-many-phases':
      return 'Sixteen phases are the most that the wall can show.'
    case 'too-long':
      return `That makes ${minutes(found.minutes)}. A method takes three hours at most.`
    case 'minutes':
      return `The minutes${where} go by halves, from a half on: at least, as planned, at most.`
    case 'unequal':
      return `Equal turns have the same minutes; those${where} are others.`
    case 'same-id':
      return `Two phases have the same id${where}.`
    case 'line-too-long':
      return `The line on the wall${where} has ${found.letters} letters; 90 fit.`
    case 'text-too-long':
      return `${texts[found.text]}${where} has ${found.letters} letters; ${found.most} fit.`
    case 'size':
      return 'The numbers of people go from the fewest to the most, twelve at most.'
    case 'words':
      return `A phase says something on the wall, something once, and something if it slips; a word is missing${where}.`
    case 'nameless':
      return phase === null ? 'A method needs a name.' : 'A phase needs a name.'
    case 'rule':
      return `Circlet knows no such rule${where}.`
    case 'no-presenter':
      return `Where all work together nobody presents: that rule needs a presenter${where}.`
    case 'letters':
      return 'In small groups A tells first, then B, then C, with nothing in between.'
    case 'part':
      return `In small groups it is said who does what, and only there${where}.`
    case 'per-voice':
      return `In a round everybody has a share, and only there${where}.`
    case 'captures':
      return `A phase has one kind of line; what somebody means to do belongs to a round${where}.`
    case 'by-itself':
      return `Only silence and small groups end by themselves; a phase does so${where}.`
    case 'no-takeaway':
      return found.takeaways === 0
        ? 'One phase is for what the presenter takes: it stays.'
        : 'What the presenter takes is written in one phase only, and not where nothing is written.'
  }
}

function refusal(found: OwnRefusal): string {
  switch (found.kind) {
    case 'nameless':
      return 'A method needs a name.'
    case 'name-taken':
      return `There is a method called “${found.title}” already. Choose another name.`
    case 'too-many':
      return `A circle has ${found.most} methods of its own at most.`
    case 'not-there':
      return 'That is not there any more.'
    case 'no-further':
      return 'It goes no further.'
    case 'last-phase':
      return 'A method has at least one phase: this one stays.'
    case 'letters':
      return 'In small groups everybody has the same, one after the other: these phases stay, in their order.'
    case 'presenter':
      return 'Under this rule the presenter does not take part like that.'
    case 'captures':
      return 'Under this rule that is not written.'
    case 'sound':
      return 'A tone sounds only where nobody looks at the wall: not under this rule.'
    case 'fault':
      return fault(found.fault, found.phase)
  }
}

const expected: Record<Expected, string> = {
  comma: 'a comma is missing here',
  colon: 'a colon is missing here',
  value: 'a value is missing here',
  name: 'the name of a field is missing here, or there is a comma too many',
  closing: 'a closing bracket is missing here',
  end: 'the method ended before this',
  quote: 'a quotation mark is missing here',
  sign: 'this can’t be read as JSON',
}

function wantedOf(wanted: Wanted): string {
  switch (wanted.is) {
    case 'text':
      return 'a text in quotation marks'
    case 'true':
      return 'true, or left out'
    case 'list':
      return 'a list in square brackets'
    case 'group':
      return 'a group in curly brackets'
    case 'minutes':
      return 'a number of minutes'
    case 'part':
      return 'letters, digits and hyphens, 40 at most'
    case 'whole':
      return `a whole number from ${wanted.from} to ${wanted.to}`
    case 'one-of':
      return wanted.values.length === 0 ? 'empty under this rule' : either.format(wanted.values)
  }
}

/** What is wrong in a line of a file, without the line. */
function inLine(found: FileRefusal): string {
  switch (found.kind) {
    case 'too-big':
      return 'this file is larger than any method.'
    case 'not-text':
      return 'these bytes are no letters. A method is saved as UTF-8 text.'
    case 'not-json':
      return `${expected[found.expected]}.`
    case 'not-a-method':
      return 'this is not a method that Circlet wrote.'
    case 'newer':
      return 'this method was written by a newer Circlet. Update here first.'
    case 'missing':
      return `“${found.field}” is missing in what begins here.`
    case 'unknown':
      return `a method has no “${found.field}”.`
    case 'twice':
      return `“${found.field}” is here a second time.`
    case 'value':
      return `“${found.field}” is ${wantedOf(found.wanted)}.`
    case 'hidden':
      return `“${found.field}” has a sign in it that nobody would see.`
    case 'fault':
      return fault(found.fault, found.phase)
  }
}

/** Words of the methods' screen. */
export const methodWords = {
  open: 'Methods',
  title: 'Methods',
  back: 'Back',
  yours: 'Yours',
  noneYet: 'None yet. Copy one, and change it.',
  library: 'In the library',
  short: (title: string, n: number, people: string) => `${title}, ${minutes(n)}, ${people}`,
  minutesShort: (n: number) => `${n} min`,
  people: (min: number, max: number) => (min === max ? `${min} people` : `${min} to ${max} people`),
  sum: (n: number, phases: number) => `${minutes(n)} · ${count(phases, 'phase', 'phases')}`,
  trained: 'It needs a trained leader.',
  copy: 'Copy and change',
  copyTitle: (title: string, nth: number) => (nth === 1 ? `${title}, ours` : `${title}, ours ${nth}`),
  name: 'The name of this method',
  save: 'Save as a file',
  remove: 'Remove this method',
  bring: 'Bring a method from a file',
  phases: 'Phases',
  phase: 'This phase',
  phaseLabel: (title: string, n: number, rule: string) => `${title}, ${minutes(n)}. ${rule}`,
  addPhase: 'Add a phase',
  newPhase: {
    title: 'New phase',
    cue: 'Say here what begins now, in one breath.',
    rescue: 'We have time. What is the question?',
    stageLine: 'One sentence for everybody to read.',
  },
  hint: 'Alt with ↑ and ↓ moves a phase, Del leaves it out. A change is written at once.',
  moveUp: (title: string) => `Move ${title} up`,
  moveDown: (title: string) => `Move ${title} down`,
  leaveOut: (title: string) => `Leave ${title} out`,
  fields: {
    title: 'Name of the phase',
    minutes: 'Minutes',
    rule: 'Who speaks, and how',
    presenter: 'The presenter',
    captures: 'Written down',
    sound: 'At the end',
    stageLine: 'On the wall',
    cue: 'For you to say, once',
    rescue: 'If it slips',
  },
  rules,
  presenters,
  captures: (kinds: readonly CaptureKind[]) =>
    kinds.length === 0 ? 'nothing' : kinds.map((kind) => captures[kind]).join(' + '),
  sounds: { none: 'no tone', soft: 'a soft tone' } satisfies Record<FormatPhase['sound'], string>,
  copied: (title: string) => `“${title}” is yours now. The library stays as it is.`,
  leftOut: (title: string) => `“${title}” is left out.`,
  removed: (title: string) => `“${title}” is removed.`,
  putBack: 'Put it back',
  isBack: (title: string) => `“${title}” is back.`,
  place: (title: string, place: number, of: number) => `“${title}” is number ${place} of ${of} now.`,
  added: 'A phase is added. Give it its words.',
  noMinutes: 'Minutes are a number, like 5 or 2.5.',
  refusal,
  file: (found: FileRefusal) => `Line ${found.line}: ${inLine(found)} Nothing here was changed.`,
  notTaken: (found: OwnRefusal) => `${refusal(found)} Nothing here was changed.`,
  brought: (title: string) => `“${title}” is here.`,
  noFile: 'No file was chosen.',
  unreadable: 'This file couldn’t be read. Nothing here was changed.',
  nameStays: ({ name, phase }: NameInFormat) =>
    phase === null
      ? `${name}’s name is in the name of the method. You agreed that names don’t leave: say it otherwise first.`
      : `${name}’s name is in “${phase}”. You agreed that names don’t leave: say it otherwise first.`,
  saved: {
    written: 'Written, where you chose. Anyone who has this file can read it.',
    left: 'Nothing was written.',
    failed: 'It could not be written there. Choose another place.',
  },
  notWritten: 'That could not be written. The method is as it was.',
}

export type MethodWords = typeof methodWords
