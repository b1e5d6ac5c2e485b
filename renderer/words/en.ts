import type { NameTrouble } from '../../shared/circle/names'
import type { Help } from '../../shared/circle/circle'
import type { MinutesRefusal } from '../../shared/basics/parse-minutes'
import type { Day, Outcome } from '../../shared/circle/circle'
import type { AgendaItemKind, RoundKind } from '../../shared/session/plan'
import type { EditRefusal } from '../../shared/session/edit-agenda'
import type { Way } from '../../shared/session/events'
import type { LineKind, Stay } from '../../shared/session/sweep'
import type { ProposalReason } from '../../shared/formats/library/library'
import type { Wish } from '../../shared/formats/wish'
import type { SpeakingRule } from '../../shared/formats/format'
import type { PartView, RefitRow } from '../../shared/stage/stage-view'
import type { StartNotice } from '../../shared/desktop-api'
import type { CommandId } from '../../shared/commands/commands'
import type { DeedId, Keyed } from '../../shared/practice/deeds'
import type { LineId, LineNames } from '../../shared/practice/script'
import type { Settings } from '../../shared/settings'
import { capital, inWords, list, many } from './english'
import { boardOnTheConsole, boardOnTheWall, boardSeen, dotsOnTheConsole } from './en-board'
import { circleWords } from './en-circle'
import { commandWords } from './en-commands'
import { checkerWords } from './en-checker'
import { agendaWords } from './en-agenda'
import { aloudWords } from './en-aloud'
import { exportWords } from './en-export'
import { bankWords } from './en-bank'
import { drillWords } from './en-drills'
import { keyPageWords } from './en-keys'
import { methodWords } from './en-methods'
import { paperWords } from './en-paper'
import { promiseWords } from './en-promise'
import { roomCheckOnTheWall, roomCheckSeen, roomCheckWords } from './en-room-check'
import { rubricWords } from './en-rubric'
import { vaultWords } from './en-vault'

const plurals = new Intl.PluralRules('en')
const count = (n: number, one: string, many: string) => `${n} ${plurals.select(n) === 'one' ? one : many}`
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const minutesOf = (n: number) => count(Number(number.format(n)), 'minute', 'minutes')

const itemNames: Record<AgendaItemKind, string> = {
  opening: 'Who facilitates',
  agreements: 'Agreements',
  'check-in': 'Check-in',
  'last-commitments': 'Last commitments',
  choosing: 'Who presents',
  turn: 'Turn',
  break: 'Break',
  silence: 'Silence',
  harvest: 'Harvest',
  commitments: 'Commitments',
  'what-stays': 'What stays',
  'last-round': 'Last round',
}

const thenItems: Record<AgendaItemKind, string> = {
  opening: 'who facilitates',
  agreements: 'our agreements',
  'check-in': 'the check-in',
  'last-commitments': 'last time’s commitments',
  choosing: 'who presents',
  turn: 'a turn',
  break: 'a break',
  silence: 'silence',
  harvest: 'the harvest',
  commitments: 'commitments',
  'what-stays': 'what stays',
  'last-round': 'the last round',
}

/** A day of the calendar as people say it: "27 March". */
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const dayOf = (day: Day) => dayMonth.format(new Date(`${day}T12:00:00Z`))

/** A kind and its number, as the close says it. */
const stay = ({ kind, count: n }: Stay): string => {
  switch (kind) {
    case 'commitment':
      return many(n, 'commitment', 'commitments')
    case 'takeaway':
      return many(n, 'sentence', 'sentences')
    case 'word':
      return many(n, 'word', 'words')
    case 'question':
      return many(n, 'question', 'questions')
    case 'date':
      return 'the next date'
    case 'said':
      return n === 0 ? 'everything that was said' : `everything said in ${many(n, 'turn', 'turns')}`
  }
}

const listed = (stays: readonly Stay[]) => list.format(stays.map(stay))

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
]

const helpNouns: Record<Help, string> = {
  questions: 'questions',
  ideas: 'ideas',
  'being-heard': 'being heard',
  'a-little-of-each': 'a little of each',
}

/** Minutes that are left over, as the plan says them; nothing where none are. */
const spareOf = (n: number) =>
  n === 0 ? '' : `, ${Number.isInteger(n) ? many(n, 'minute', 'minutes') : minutesOf(n)} to spare`

/** Of the others the one who comes after this letter asks. */
function oneAsks(letter: PartView['letter'], rest: PartView['rest']): string {
  const asks = rest.find((other) => letter !== null && other > letter) ?? rest[0]
  const others = rest.filter((other) => other !== asks)
  if (others.length === 0) return `${asks} asks`
  return `${asks} asks, ${list.format(others)} ${others.length === 1 ? 'listens' : 'listen'}`
}

/** In pairs, trios and fours: line 1 says who, line 2 how. */
function partLines({ letter, does, rest }: PartView): readonly [string, string] {
  const them = list.format([...rest])
  const listen = rest.length === 1 ? `${them} listens` : `${them} listen`
  switch (does) {
    case 'tells':
      return [`${letter} tells`, listen]
    case 'is-asked':
      return [`${letter} tells`, rest.length === 1 ? `${them} asks` : `${them} ask`]
    case 'is-asked-by-one':
      return [`${letter} tells`, oneAsks(letter, rest)]
    case 'is-heard':
      return [`${letter} is heard`, rest.length === 1 ? `${them} says it back` : `${them} say it back`]
    case 'asks':
      return [`${letter} asks for help`, listen]
    case 'answers':
      return [rest.length === 1 ? `${them} asks` : `${them} ask`, `Facts only, ${letter} answers`]
    case 'is-answered':
      return [`${letter} asks`, rest.length === 1 ? `${them} answers` : `${them} answer`]
    case 'turns-round':
      return [rest.length === 1 ? `${them} thinks aloud` : `${them} talk`, `${letter} turns round, listens`]
    case 'says-what-helped':
      return [`${letter} says what helped`, listen]
    case 'in-twos':
      return ['In twos', rest.length > 2 ? 'Everybody speaks' : 'Both speak']
    case 'in-threes':
      return ['In threes', 'Everybody speaks']
    case 'in-fours':
      return ['In fours', 'Everybody speaks']
  }
}

/** Line 1 says who, line 2 says how (room.md, Rule lines). */
const ruleLines: Record<
  SpeakingRule,
  (name: string | null, then: string | null, part: PartView | null) => readonly [string, string | null]
> = {
  SOLO: (name) => [`${name} speaks`, 'We listen'],
  QFACT: (name) => [`${name} answers`, 'Short factual questions'],
  QOPEN: (name) => [`${name} answers`, 'Open questions, no advice'],
  QONLY: () => ['Questions only', 'Speak only to answer one'],
  GTALK: (name) => ['The group talks', name === null ? 'The presenter waits outside' : `${name} listens`],
  ROUND: (name, then) =>
    name === null
      ? ['Anyone who passed', 'and would like a word?']
      : [`${name}’s voice`, then === null ? 'Passing is fine.' : `then ${then}. Passing is fine.`],
  QUIET: () => ['Silence', null],
  WRITE: () => ['Write for yourself', 'No talking'],
  PAIRS: (_name, _then, part) => (part === null ? ['In groups', 'Everybody speaks'] : partLines(part)),
  OPEN: () => ['Open conversation', 'One at a time'],
  FAC: (name) => [`${name} explains`, 'We listen'],
}

/** A line of a part inside a sentence: letters stay as they are. */
const inLine = (line: string): string => (line.startsWith('In ') ? line.toLowerCase() : line)

/** How a rule is said in one line, for "The room sees". */
const ruleShort: Record<SpeakingRule, (name: string | null) => string> = {
  SOLO: (name) => `${name} speaks, we listen`,
  QFACT: (name) => `${name} answers, short factual questions`,
  QOPEN: (name) => `${name} answers, open questions`,
  QONLY: () => 'questions only',
  GTALK: (name) =>
    name === null ? 'the group talks, the presenter waits outside' : `the group talks, ${name} listens`,
  ROUND: (name) => (name === null ? 'anyone who passed, and would like a word?' : `${name}’s voice`),
  QUIET: () => 'silence',
  WRITE: () => 'write for yourself',
  PAIRS: () => 'in groups',
  OPEN: () => 'open conversation',
  FAC: (name) => `${name} explains`,
}

const questionsHelp = [
  'I hear an idea in it. Could it become a question?',
  'Which of the two first?',
  'Silence is fine. We have time.',
] as const
const tellingHelp = [
  'Take the part that is alive for you.',
  'One minute: what still needs saying?',
  'We can wait.',
] as const
const roundHelp = (next: string | null) => [
  next === null ? 'Thank you.' : `Thank you. ${next}?`,
  'Just hearing, no comments yet.',
  'Passing is fine.',
]
const anywhereHelp = [
  'What do you need right now?',
  'I lost the thread. The screen says who speaks. Let us start there.',
  'Who could take over for this turn? I’m part of it.',
] as const

/** The key that a command has on this computer, as it is shown. */
export type KeyName = (id: CommandId) => string

export const en = {
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  list: (names: readonly string[]) => list.format(names),

  stage: {
    roomCheck: roomCheckOnTheWall,
    weBegin: 'we begin',
    weBeginSoon: 'we begin soon',
    takeAnyChair: ['Take any chair.', 'Phones away, please.'] as readonly string[],
    facilitatesToday: (name: string) => `${name} facilitates today.`,
    facilitatesNow: (name: string) => `${name} facilitates now.`,
    allRight: 'All right with everyone?',
    reads: (name: string) => `${name} reads`,
    ourAgreements: ['Our', 'agreements'] as readonly string[],
    whatWouldYouChange: 'What would you change today?',
    thenTheseHold: 'Then these hold.',
    rule: ruleLines,
    rounds: {
      'check-in': 'Check-in',
      'last-commitments': 'Last time',
      harvest: 'Harvest',
      commitments: 'Commitments',
      'last-round': 'Last round',
    } satisfies Record<RoundKind, string>,
    roundSentences: {
      'last-commitments': 'What came of what you said? “Not today” is an answer.',
      harvest: 'What did we learn that works elsewhere?',
      commitments: 'In one sentence, what will you do? “Nothing for now” is an answer.',
      'check-in': 'One word for how you arrive, and what you leave outside.',
      'last-round': 'One thing you take with you, or a thank you.',
    } satisfies Record<RoundKind, string>,
    /** In a check-in that is also about what was promised. */
    promised: (text: string) => `You said: “${text}” What came of it?`,
    promisedPrivately: 'How you arrive, and what came of what you said you would do.',
    aboutLeft: (n: number) => `about ${n} min left`,
    whoBrings: ['Who brings something?', 'One line is enough.'] as readonly [string, string],
    brings: (names: readonly string[]): readonly [string, string] => [
      names.length < 2
        ? `${names.join('')} brings something.`
        : `${names[0]}, then ${list.format(names.slice(1))}.`,
      'All right?',
    ],
    inTurn: (n: number) => (n === 1 ? 'first' : 'then'),
    nextInLine: 'Next in line:',
    names: (names: readonly string[]) => names.join(', '),
    whatWouldHelp: (name: string) => `${name}: what would help?`,
    wishes: {
      questions: 'Questions that make me think',
      ideas: 'Ideas I can pick from',
      'being-heard': 'Being heard',
      eyes: 'Eyes on something I made',
    } satisfies Record<Wish, string>,
    formatAndMinutes: (format: string, n: number) => `${format}, ${minutesOf(n)}.`,
    part: partLines,
    changeTo: (part: PartView) => `Change: ${inLine(partLines(part)[0])}`,
    /** What comes after a part: with the same letter, with another, or in one circle. */
    thenPart: (then: PartView | null, part: PartView | null) =>
      then === null
        ? 'then all together'
        : then.letter === part?.letter
          ? `then: ${inLine(partLines(then)[0])}`
          : `then change: ${inLine(partLines(then)[0])}`,
    findACorner: 'Find a corner, all of you.',
    allTogether: 'All together',
    keepsTheTime: (name: string) => `${name} keeps the time`,
    whatCameOfIt: 'What came of it? “Not today” is an answer.',
    promisePrivate: 'A promise of your own',
    whatDidWeLearn: 'What did we learn that works elsewhere?',
    page: (n: number, all: number) => `page ${n} of ${all}`,
    until: (when: string) => `Until ${when}`,
    untilNextTime: 'Until next time',
    whatWillYouDo: 'In one sentence, what will you do?',
    nothingForNow: '“Nothing for now” is an answer.',
    private: 'private',
    rests: (until: Day | null) => (until === null ? 'rests' : `rests until ${dayOf(until)}`),
    byDay: (until: Day) => `by ${dayOf(until)}`,
    whatStays: 'Before we go: what stays?',
    weKeep: 'We keep',
    weForget: 'We forget',
    stay,
    nothingYet: 'nothing so far',
    moveSomething: 'Is there something of yours you want to move?',
    sayOrNothing: 'Say it, or say nothing.',
    practice: 'Practice',
    turnsToday: (n: number) => (n === 1 ? 'turn today' : 'turns today'),
    min: 'min',
    lastMinute: 'last minute',
    time: 'time',
    minOver: 'min over',
    board: boardOnTheWall,
    andMore: (n: number) => `and ${n} more`,
    backAt: 'Back at',
    moreMinutes: (n: number) => `${capital(many(n, 'more minute', 'more minutes'))}?`,
    wouldItHelp: (name: string) => (name === '' ? 'Would it help?' : `${name}, would it help?`),
    moreFrom: (kind: AgendaItemKind, before: number, then: number) =>
      kind === 'turn'
        ? 'From later in this turn.'
        : `From ${thenItems[kind].replace(/^a /, 'the ')}: ${number.format(before)} becomes ${number.format(then)}.`,
    weWouldClose: (at: string) => `We would close at ${at}.`,
    toCloseAt: (at: string) => `To close at ${at}:`,
    refitItem: (kind: AgendaItemKind, { name, title, alike }: RefitRow) =>
      alike > 1
        ? `${capital(inWords(alike))} turns, each`
        : (title ?? (name === null ? itemNames[kind] : `${name}’s turn`)),
    minutes: (n: number) => `${number.format(n)} min`,
    leftOutShort: 'left out',
    asPlanned: (n: number) => `${number.format(n)}, as planned`,
    andSmaller: (n: number) => (n === 1 ? 'and a smaller one' : `and ${inWords(n)} smaller ones`),
    orLeaveIt: (at: string) => `Or we leave it, and close at ${at}.`,
    shallWe: 'Shall we? Thumbs.',
    whenAllHere: 'When you are all here',
    thenTurn: (name: string | null) => (name === null ? 'Then the next turn' : `Then ${name}’s turn`),
    pause: 'We pause.',
    thereIsTime: 'There is time.',
    thankYou: 'Thank you.',
    thankYouName: (name: string) => `Thank you, ${name}.`,
    leftOut: (keep: readonly Stay[]) => {
      const kept = keep.filter(({ kind }) => kind !== 'date')
      return kept.length === 0
        ? 'Forgotten: everything that was said and written.'
        : `Forgotten: everything but ${listed(kept)}.`
    },
    isAsked: (name: string) => `${name} is asked to facilitate`,
    facilitates: (name: string) => `${name} facilitates`,
    then: {
      turn: (name: string | null) => (name === null ? 'Then a turn' : `Then ${name}’s turn`),
      break: (at: string | null) => (at === null ? 'Then a break' : `Then a break at ${at}`),
      group: (title: string) => `Then: ${title}`,
      other: (kind: AgendaItemKind) => `Then ${thenItems[kind]}`,
    },
    weCloseAt: 'We close at',
  },

  console: {
    vault: vaultWords,
    paper: paperWords,
    promise: promiseWords,
    agendas: agendaWords,
    drills: drillWords,
    exports: exportWords,
    methods: methodWords,
    questions: bankWords,
    circle: circleWords,
    checker: checkerWords,
    rubric: rubricWords,
    aloud: aloudWords,
    theRoomSees: 'The room sees:',
    sees: {
      roomCheck: roomCheckSeen,
      nothing: 'nothing yet',
      told: 'your line',
      waiting: (at: string | null) => (at === null ? 'Take any chair' : `we begin at ${at}`),
      named: (name: string) => `${name} facilitates today`,
      sentence: (name: string) => `${name} reads an agreement`,
      change: 'What would you change today?',
      hold: 'Then these hold',
      rule: ruleShort,
      namedNow: (name: string) => `${name} facilitates now`,
      choosing: (names: readonly string[]) =>
        names.length === 0
          ? 'Who brings something?'
          : `${list.format(names)} ${names.length === 1 ? 'brings' : 'bring'} something`,
      help: (name: string) => `${name}: what would help?`,
      groups: (part: PartView | null) =>
        part === null ? 'who sits with whom' : `in groups, ${inLine(partLines(part)[0])}`,
      together: 'all together again',
      lastCommitments: (name: string) => `what ${name} said last time`,
      promise: (name: string) => `${name}’s voice, with what was said last time`,
      harvest: (n: number) => `what we learnt, ${many(n, 'line', 'lines')}`,
      commitments: (name: string | null) => (name === null ? 'what was said' : `what will ${name} do?`),
      whatStays: 'what stays, and what goes',
      board: boardSeen,
      frozen: 'as before: the wall is frozen',
      refit: (at: string) => `how we could close at ${at}`,
      more: (n: number) => `${many(n, 'more minute', 'more minutes')}?`,
      break: (at: string) => `back at ${at}`,
      held: 'We pause. There is time',
      thanked: (name: string) => `Thank you, ${name}`,
      blank: 'nothing: the wall is black',
      closed: 'Thank you',
    },
    banners: {
      held: (key: KeyName) => `The room is held. The clocks stand. ${key('pause')} goes on.`,
      paused: (key: KeyName) => `The clock stands. In a moment the room is held. ${key('pause')} goes on.`,
      blank: (key: KeyName) => `The wall is black. ${key('blank')} or ${key('pause')} brings it back.`,
      frozen: 'The wall is frozen: the room sees what it saw. F goes on with it. The clock stays right.',
      notSaved: (at: string) => `Not saved since ${at}. The session goes on, and it is tried again.`,
      sleptShort: (n: number) => `The laptop slept for ${count(n, 'second', 'seconds')}. They are counted.`,
      awayShort: (n: number) => `Circlet was away for ${count(n, 'second', 'seconds')}. They are counted.`,
      stageBack: 'The stage stopped and came back. The room missed about a second; the clock is right.',
      stageClosed: 'The wall’s window was closed. The clock goes on.',
      openStage: 'Open the wall again',
      testRuntime: 'Test runtime: an Electron that is out of support. For development only.',
      notices: {
        'settings-mended': 'A setting could not be read and is back to the usual. The old file was kept.',
        'settings-restored':
          'The settings were damaged. The last good copy is used, and the damaged file was kept.',
        'settings-lost': 'The settings were damaged and are back to the usual. The damaged file was kept.',
        'settings-not-saved':
          'Settings can’t be saved on this computer. What you change holds until you quit.',
      } satisfies Record<StartNotice, string>,
      gotIt: 'Put away',
    },
    trouble: {
      'profile-not-writable':
        'Circlet can’t write to its folder on this computer, so nothing could be kept safe. Nothing was changed. Check the folder’s permissions or its disk, then start again.',
      newer:
        'This circle was last opened with a newer Circlet. Update here first; opening it now could lose what the newer one wrote.',
      damaged: 'One circle on this computer couldn’t be read. It was left as it is, not deleted.',
      broke: 'Something here stopped. Your session is saved.',
      goOn: 'Go on where you were',
    },
    home: {
      title: 'Circlet',
      promise: 'Everything stays on this computer. Nothing is sent, ever.',
      empty: 'Three to twelve people, one of them facilitating for now. Who may speak, how, and until when.',
      startACircle: 'Start a circle',
      newCircle: 'New circle',
      members: (n: number) => count(n, 'person', 'people'),
      sessionsHeld: (n: number) =>
        n === 0 ? 'has not met yet' : `met ${n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`}`,
      prepare: 'Prepare the session',
      session: (n: number) => `Session ${n}.`,
      facilitates: (name: string, reason: string) => `${name} facilitates, if willing: ${reason}.`,
      lastTime: (n: number) => `Last time ${many(n, 'commitment was', 'commitments were')} made.`,
      metLast: (day: string) => `met last on ${day}`,
      meetsNext: (when: string) => `meets on ${when}`,
      somebodyElse: 'Somebody else',
      nextTime: (name: string) => `${name} next time`,
      everybody: 'Everybody',
      instead: 'Who would you ask instead?',
      proposal: (name: string, reason: string) => `${name}: ${reason}`,
      practise: 'Practise',
      practiseMadeUp: 'Practise with a made-up one',
      whatWasKept: 'What was kept',
      theCircle: 'The circle',
      bring: 'Bring a circle',
      promiseMore: 'What that means, and how to check it',
      clockJumped: (day: string) =>
        `This computer says it is ${day}, more than a year since the circle was last open. Nothing is forgotten by that clock until you say that it is right.`,
      clockIsRight: 'The clock is right',
      settings: 'Settings',
      roomCheck: 'Room check',
      show: (name: string) => `Show ${name}`,
      youWere: (name: string | null, phase: string, left: string | null, at: string) =>
        `You were in ${name === null ? phase : `${name}’s turn, ${phase}`},${left === null ? '' : ` ${left} left,`} at ${at}.`,
      youWereSeated: (at: string) => `You were taking seats at ${at}.`,
      goOn: 'Go on',
      closeIt: 'Close it here',
      closeItMore: 'Closing forgets everything that was written in it.',
    },
    tellRoom: {
      title: 'A line for the room',
      line: 'One line, at most sixty letters. Enter shows it.',
      stands: 'It stands for twenty seconds, or until you go on.',
      cut: (line: string) => `As it would stand: “${line}”`,
      noPlace: 'The wall has no place for a line now. Say it.',
    },
    displays: {
      question: 'Is this screen also on the wall?',
      itIs: 'It is',
      nobodyElse: 'Nobody else sees it',
      lost: 'The projector is gone. The clock goes on and nothing is lost. The stage comes back by itself when the projector does.',
      thisIsOnTheWall: 'This screen is on the wall',
      mirrored: 'This screen is on the wall, so what only you need is put away. Hold ` to look.',
      hint: 'Hold ` for what to say',
      nothingToSay: 'Nothing needs saying now.',
      strip: 'Under the wall',
      putAway: 'Put this line away',
      putAwayMore: 'Esc brings it back',
      write: 'Write a question. Enter writes it, Esc leaves it.',
      thought: 'Enter keeps it as it is, Esc goes on writing. Hold ` for a thought on it.',
      thoughtOffer: (offer: string) => `Tab: “${offer}”`,
      writeSentence: 'What is taken, in one sentence. Enter keeps it, Esc leaves it.',
      keysElsewhere: 'Keys go to another window.',
      clickHere: 'Click here.',
      title: 'Where the wall is',
      one: 'There is one screen. Circlet asks whether it is also on the wall.',
      name: (n: number, label: string) => (label === '' ? `Screen ${n}` : `Screen ${n}: ${label}`),
      size: (width: number, height: number) => `${width} × ${height}`,
      consoleIsHere: 'This one: you work here',
      wallIsHere: 'On the wall',
      putHere: 'Put the wall here',
      changePlaces: 'Change places with the wall',
      showNumbers: 'Show numbers',
    },
    newCircle: {
      title: 'A new circle',
      name: 'What is it called?',
      defaultName: (weekday: string) => `${weekday} circle`,
      who: 'Who is here?',
      whoHint: 'One name a line, in the order you sit',
      people: (n: number) => count(n, 'person', 'people'),
      howLong: 'How long have you got?',
      minutes: (n: number) => minutesOf(n),
      another: 'Another length',
      anotherHint: '75, 1:30 or 45 min',
      help: 'What would help most today?',
      helps: {
        questions: 'Questions',
        ideas: 'Ideas',
        'being-heard': 'Being heard',
        'a-little-of-each': 'A little of each',
      } satisfies Record<Help, string>,
      theSession: 'The session',
      canPresent: (n: number) => `${capital(inWords(n))} of you can present today.`,
      spare: (n: number) => `${minutesOf(n)} to spare.`,
      begin: (n: number) => `Begin with ${n} people`,
      beginNobody: 'Begin',
      back: 'Back',
      trouble: (trouble: NameTrouble): string => {
        switch (trouble.kind) {
          case 'too-long':
            return `“${trouble.name}…” is too long for a seat. Up to 80 letters fit.`
          case 'odd-letters':
            return `“${trouble.name}” has marks piled on one letter. A simpler spelling can be read from the back.`
          case 'twice':
            return `${trouble.name} stands here twice. An initial tells the two apart.`
          case 'too-few':
            return trouble.count === 0
              ? 'Three people are enough to begin.'
              : `${count(trouble.count, 'person', 'people')} so far. Three are enough to begin.`
          case 'too-many':
            return `${trouble.count} people. Twelve is the most in one circle; two smaller ones would do.`
        }
      },
      minutesTrouble: (trouble: MinutesRefusal): string => {
        switch (trouble.kind) {
          case 'empty':
            return 'How many minutes? For example 75.'
          case 'negative':
            return 'A length can’t be below nothing. For example 75.'
          case 'too-long':
            return 'Eight hours is the most.'
          case 'not-a-length':
            return `“${trouble.typed}” is no length. Try 75, 1:30 or 45 min.`
        }
      },
      tooShort: (missing: number, needed: number) =>
        `Too short for one turn by ${minutesOf(missing)}. ${capital(minutesOf(needed))} would do.`,
    },
    /** Why somebody is proposed to facilitate. Never a number. */
    rota: {
      nobodyYet: 'nobody has yet',
      notYet: 'not yet',
      newHere: 'new here',
      lastTime: 'facilitated last time',
      notLastTime: 'not last time',
      leastOften: 'least often so far',
      longestAgo: 'longest ago',
      offered: (reason: string) => `${reason}, and offered last time`,
      asked: (reason: string) => `${reason}, and asked last time`,
    },
    plan: {
      title: 'The next session',
      back: 'Back',
      howLong: 'How long',
      short: (n: number) => number.format(n),
      begins: 'Begins',
      asSoonAsWeSit: 'As soon as we sit',
      beginsAt: 'Time',
      session: 'The session',
      people: 'Who is here',
      turns: 'The turns',
      itemsHint: '↑ ↓ choose a line. Alt moves it, Del leaves it out.',
      seatsHint: 'A number: here or away. Alt and ↑ ↓ move a chair, F2 changes a name.',
      turn: (n: number) => `${capital(ordinals[n - 1] ?? 'another')} turn`,
      minutes: (item: string) => `Minutes: ${item}`,
      moveUp: (name: string) => `Move up: ${name}`,
      moveDown: (name: string) => `Move down: ${name}`,
      leaveOut: (item: string) => `Leave out: ${item}`,
      bringBack: (item: string) => `+ ${item}`,
      bringBackLabel: (item: string) => `Bring back: ${item}`,
      aBreak: '+ Break',
      moreTurns: '+ Turn',
      fewerTurns: '− Turn',
      moreTurnsLabel: 'One turn more',
      fewerTurnsLabel: 'One turn fewer',
      aBreakLabel: 'Insert a break',
      asUsual: 'As usual again',
      awayToday: 'away today',
      isHere: (name: string) => `${name} is here`,
      rename: 'Name',
      renameLabel: (name: string) => `Change the name: ${name}`,
      newName: (name: string) => `A new name for ${name}`,
      newcomer: 'Somebody new: a name, then Enter',
      help: 'What would help most today?',
      format: (turn: string) => `Format: ${turn}`,
      inTheRoom: 'Decide in the room',
      option: (title: string, n: number) => `${title}, ${minutesOf(n)}`,
      inTheRoomMore: (title: string, n: number) => `${title}, ${minutesOf(n)}, if nobody says otherwise.`,
      reasons: {
        'as-asked': (help: Help) => `Made for ${helpNouns[help]}.`,
        'fits-the-time': (help: Help) => `Nearest to ${helpNouns[help]} in this time.`,
        'fits-the-size': (help: Help) => `Nearest to ${helpNouns[help]} with so many people.`,
      } satisfies Record<ProposalReason, (help: Help) => string>,
      after: (tradition: string) => `After ${tradition}.`,
      ends: (at: string, spare: number) => `Ends ${at}${spareOf(spare)}`,
      endsFromNow: (at: string, spare: number) => `Beginning now, it ends at ${at}${spareOf(spare)}`,
      tooLong: (n: number) => `Too long by ${minutesOf(n)}: fewer turns, a shorter format, or a later end`,
      tooLongForADay: 'Longer than any day: fewer turns, or a shorter format',
      later: (at: string) => `Close at ${at}`,
      howLongTrouble: 'How long have you got?',
      openRoom: 'Open the room',
      refused: (refusal: EditRefusal): string => {
        switch (refusal.kind) {
          case 'order':
            return `${itemNames[refusal.first]} ${refusal.first === 'agreements' || refusal.first === 'commitments' || refusal.first === 'last-commitments' ? 'come' : 'comes'} before ${thenItems[refusal.then]}.`
          case 'has-to-stay':
            return `${itemNames[refusal.item]}: without that it is no session. It can be short.`
          case 'last-turn':
            return 'One turn stays.'
          case 'floor':
            return `${capital(minutesOf(refusal.floor))} is the least for that.`
          case 'cap':
            return `${capital(minutesOf(refusal.cap))} is the most for one item.`
          case 'by-format':
            return 'A turn is as long as its format.'
          case 'turn-for-each':
            return 'That is a turn for everybody who is here.'
          case 'once':
            return 'The whole group does that once.'
          case 'alone':
            return 'That takes the whole session: it stands beside no other turn.'
          case 'already-there':
            return 'It is there already.'
          case 'not-there':
          case 'no-further':
          case 'unknown-format':
            return ''
        }
      },
    },
    history: {
      title: 'What was kept',
      back: 'Back',
      search: 'Search in what is here',
      filters: { all: 'All', kept: 'Something kept', open: 'Still open' },
      facilitated: (names: readonly string[]) => `${list.format(names)} facilitated`,
      somebodyGone: 'somebody who has left',
      nothing: 'nothing of it is kept',
      stillOpen: 'Still open',
      kept: 'Kept',
      private: 'private',
      rests: 'rests',
      restsUntil: (day: Day) => `rests until ${dayOf(day)}`,
      by: (day: Day) => `by ${dayOf(day)}`,
      emptyYet: 'The circle has not met yet. What you choose to keep will be here.',
      nothingFound: 'Nothing here has that in it.',
      earlier: 'Earlier',
      plannedAndHeld: 'Planned, and how it went',
      part: 'Part',
      planned: 'Planned, min',
      held: 'Held, min',
      minutes: (n: number) => number.format(n),
    },
    items: itemNames,
    turnOf: (name: string | null) => (name === null ? 'A turn' : `${name}’s turn`),
    minutesShort: (n: number) => number.format(n),
    whoIsHere: {
      title: 'Who is here',
      hint: 'As you sit, clockwise, from the chair nearest the wall. Alt and an arrow moves a chair.',
      here: 'here',
      away: 'not here',
      isHere: (name: string) => `${name} is here`,
      moveUp: (name: string) => `Move ${name} up`,
      moveDown: (name: string) => `Move ${name} down`,
      facilitator: 'Who facilitates, for now?',
      scribe: 'Who writes the questions on the board?',
      noScribe: 'Nobody',
      scribeHint: 'A scribe sits beside the laptop, so that the facilitator need not type.',
      tooFew: 'Three people are enough to begin.',
    },
    run: {
      done: (n: number) => `${n} done`,
      thenMore: (n: number) => `then ${n} more`,
      atThisPace: 'At this pace we close at',
      ofPhases: (n: number, all: number) => `${n} of ${all}`,
      voice: (n: number, all: number) => `voice ${n} of ${all}`,
      waiting: (clock: string) => `waiting ${clock}`,
      startSince: (at: string) => `Start, counting from ${at}`,
      thaw: 'Unfreeze',
      turnEnded: (name: string) => `${name}’s turn has ended`,
      sentenceOf: (n: number, all: number) => `sentence ${n} of ${all}`,
      over: (clock: string) => `${clock} over`,
      whoPresents: 'Who presents',
      say: 'For you to say, once',
      now: (what: string) => `Now: ${what}`,
      undo: (what: string) => `Undo: ${what}`,
      nothingToUndo: 'Undo',
      again: (n: number) => `Press again to leave ${minutesOf(n)} early`,
      fieldHasKeys: 'The field has the keys. Enter writes it, Esc leaves it.',
      wall: 'The wall, small',
      seats: 'Seats',
      bringBack: 'Light the wall',
      sayings: {
        named: (name: string) => `“I’m ${name}. I facilitate today, if that is all right with everyone.”`,
        agreements: '“We read our agreements round. The next chair reads the next sentence.”',
        change: '“What would you change today?” Leave five seconds.',
        'check-in':
          '“One word for how you arrive, and what you leave outside. No comments; passing is fine.”',
        'last-commitments': '“What came of it? ‘Not today’ is an answer.”',
        choosing: '“Who brings something today? One line is enough.”',
        help: (name: string) => `“${name}, what would help: questions, ideas, or just ears?”`,
        groups: '“Sit together in these groups. The wall says who speaks, and when to change.”',
        harvest: '“What did we learn that works elsewhere? One sentence each; passing is fine.”',
        commitments: '“In one sentence, what will you do? ‘Nothing for now’ is an answer.”',
        'what-stays': '“Before we go: is there something of yours you want to move? Say it, or say nothing.”',
        break: '“We are back in time for the next turn.”',
        silence: '“Let us sit in silence. A tone ends it.”',
        'last-round': '“One voice each, to close: something you take with you, or a thank you.”',
        asking: '“Anyone who passed, and would like a word?” As long as it takes.',
        thanked: 'Nothing needs saying. When everybody is ready, go on.',
        held: '“We can wait. Would you like to go on, pause, or stop?”',
      },
      nows: {
        named: 'wait for the nods.',
        agreements: 'nothing to press until the sentence has been read.',
        'check-in': 'hear each voice. Forward when it is done.',
        'last-commitments': 'hear what came of it. Forward when it is done.',
        choosing: 'a number for each one who brings something. First to say so, first in line.',
        help: 'a number names somebody else.',
        groups: 'everybody finds a corner.',
        harvest: 'hear each voice. Somebody may write along.',
        commitments: 'write it down as it is said, if it is to be kept.',
        'what-stays': 'nothing needs touching. Silence leaves out.',
        break: 'nothing to press.',
        silence: 'nothing to press. It ends by itself.',
        'last-round': 'hear each voice. Forward when it is done.',
        held: 'there is time. Nobody pays for it.',
      },
      gap: (n: number) =>
        `The laptop slept for ${minutesOf(n)}, or its clock was changed. Did the group go on meanwhile?`,
      countThem: 'Count them',
      leaveOut: 'Leave them out',
      keepUntilClose: 'Keep it until the close',
      forgetting: (name: string) =>
        `Everything from ${name}’s turn is forgotten when you go on. Keep it until the close?`,
      keptUntilClose: (name: string) => `What was written in ${name}’s turn stays until the close.`,
      presents: (name: string) =>
        `${name} facilitates. Somebody else presents, or somebody else facilitates first.`,
      takeaway: 'What is taken, in one sentence',
      takeawayKept: 'Kept, as it was said',
    },
    choosing: {
      brings: (names: readonly string[]) =>
        `${list.format(names)} ${names.length === 1 ? 'brings' : 'bring'} something.`,
      nobodyYet: (names: readonly string[]) =>
        names.length === 0
          ? 'A number for each who brings something.'
          : `If nobody says otherwise: ${list.format(names)}.`,
      waits: (names: readonly string[]) =>
        `${list.format(names)} ${names.length === 1 ? 'waits' : 'wait'} for next time, first in line.`,
      inLine: (names: readonly string[]) => `In line since last time: ${list.format(names)}.`,
    },
    help_: {
      wish: 'What would help',
      anotherFormat: 'Another format',
      formatShort: (title: string, n: number) => `${title}, ${number.format(n)}`,
      asPlanned: 'As planned.',
      reasons: {
        'as-asked': 'It is made for that.',
        'fits-the-time': 'Nearest to that in this time.',
        'fits-the-size': 'Nearest to that with so many people.',
      } satisfies Record<ProposalReason, string>,
    },
    handOver: {
      title: 'Hand over',
      toWhom: 'Who takes it from here?',
      nextInLine: 'next in line',
      youHaveIt: (name: string) => `${name}, you have it.`,
      turnIsNow: (turn: string, phases: number, n: number) =>
        `${capital(turn)}: ${many(phases, 'step', 'steps')}, ${minutesOf(n)}.`,
      itemIsNow: (item: string, then: string | null) =>
        then === null ? `${item} is now.` : `${item} is now, then: ${then}.`,
      threeKeys: (key: KeyName) =>
        `${key('forward')} goes on. ${key('hold')} holds the room. ${key('remind')} reminds the room of the rule.`,
      say: (name: string | null) =>
        name === null
          ? 'Say: “I take it from here, if that is all right.”'
          : `Say: “I take it from here. ${name}, the floor is yours.”`,
      backTo: (name: string) => `Back to ${name}`,
    },
    comeAndGo: {
      title: 'Somebody comes or goes',
      hint: 'A number, or a press, for who comes or goes.',
      chair: (n: number, name: string, here: boolean) => `${n} ${name}${here ? '' : ' · not here'}`,
      isHere: (name: string) => `${name} is here.`,
      speaksLast: (name: string, closes: string) =>
        `${name} is here and speaks last in this round; the others keep their time. At this pace we close at ${closes}.`,
      left: (name: string) => `${name} has left. The time goes to the others.`,
    },
    timeCard: {
      closes: (at: string, agreed: string, apart: number) =>
        apart === 0
          ? `At this pace we close at ${at}, as agreed.`
          : `At this pace we close at ${at}. Agreed was ${agreed}: ${minutesOf(Math.abs(apart))} ${apart > 0 ? 'more' : 'to spare'}.`,
      now: (n: number) => `What runs now has ${minutesOf(n)}.`,
      more: (n: number) => `${n > 0 ? '+' : '−'} ${Math.abs(n)} min`,
      everywhere: 'A little everywhere:',
      from: (item: string) => `From: ${item}.`,
      turns: (n: number) => `${capital(inWords(n))} turns, each`,
      change: (item: string, before: number, then: number) =>
        then === 0 ? `${item} left out` : `${item} ${number.format(before)}→${number.format(then)}`,
      changes: (changes: readonly string[]) => changes.join(', '),
      turnsStay: 'Turns still to come stay as long as those already held.',
      ask: 'Ask the room',
      notAgreed: 'Not agreed',
      leaveIt: (at: string) => `Leave it: close at ${at}`,
      without: (item: string) => `Leave out: ${item}`,
      impossible: (n: number) => `Too long by ${minutesOf(n)}, even at its shortest.`,
      wouldHelp: (at: string) =>
        `What would help: a turn fewer, a shorter way of working, or closing at ${at}.`,
      offer: (at: string) => `At this pace we close at ${at}.`,
      saying: 'Look at the wall: this is how we could close in time. Shall we? Thumbs.',
      leaveMore: 'If the room has to be left at once:',
      spare: (n: number) => `${capital(many(n, 'minute', 'minutes'))} spared so far.`,
      lent: (n: number) => `${number.format(n)} lent`,
      giveBack: (item: string, n: number) => `Give ${many(n, 'minute', 'minutes')} back: ${item}`,
      askPresenter: (name: string) => `“${name}, would two more minutes help?”`,
      askRoom: '“Two more minutes? The wall says where they come from. Thumbs.”',
      noMore: 'No more minutes',
      payer: (item: string, before: number, then: number) =>
        `${item} ${number.format(before)}→${number.format(then)}`,
      whoPays: 'Where they come from',
      spared: 'What was spared',
      ownLater: 'Later in this turn',
      closeLater: (at: string) => `Close at ${at}`,
      over: (n: number) => `+${number.format(n)}`,
    },
    allNames: {
      title: 'All names',
      find: 'Type to find, Enter takes the first',
      chair: (n: number, name: string) => `${n} ${name}`,
    },
    sleepCover: {
      title: 'The computer slept.',
      anyKey: 'Any key shows this screen again. It does nothing else.',
    },
    breakCover: {
      title: 'Break',
      covered: 'This screen is covered until you are back.',
      backAt: (at: string) => `Back at ${at}`,
      whenAllHere: 'When you are all here',
    },
    sweep: {
      kinds: {
        commitment: 'Commitments',
        takeaway: 'Sentences',
        word: 'Words from the harvest',
        question: 'Questions',
      } satisfies Record<LineKind, string>,
      ways: {
        keep: 'Keep',
        'keep-without-names': 'Keep without names',
        forget: 'Forget',
      } satisfies Record<Way, string>,
      notAllowed: 'Your agreement lets this stay in the room only.',
      namesSomebody: (names: string) => `It names ${names}.`,
      privateOf: (name: string) => `${name}, private`,
      linesOf: (from: number, to: number, all: number) => `${from}–${to} of ${all}`,
      moreLines: 'More lines',
    },
    commitment: {
      write: (name: string) => `What will ${name} do?`,
      ifThen: 'If … then …',
      ifThenText: 'If …, then I …',
      rests: 'Let it rest',
      isPrivate: 'Private',
      until: 'By when',
      restsUntil: 'Until when',
      keep: 'Write it down',
      said: (n: number) => `${capital(many(n, 'commitment', 'commitments'))} so far`,
      mine: 'Said so far',
      takeAway: 'Take away',
    },
    harvest: {
      write: 'Write what was learnt',
      /** In a phase that gathers words: theirs, and nobody's name. */
      writeAlong: 'Write along, in a few words',
      along: (n: number) => capital(many(n, 'line', 'lines')),
      written: (n: number) => `${capital(many(n, 'line', 'lines'))} on the wall`,
      takeAway: 'Take the last one away',
    },
    outcomes: {
      done: 'Done',
      partly: 'Partly',
      changed: 'Changed',
      dropped: 'Let go',
      open: 'Still open',
      'not-today': 'Not today',
    } satisfies Record<Outcome, string>,
    board: boardOnTheConsole,
    dots: dotsOnTheConsole,
    close: {
      title: 'Closed',
      thanks: 'Thank you. That was the session.',
      kept: (stays: readonly Stay[]) =>
        `Kept: ${stays.length === 0 ? 'nothing that was said' : listed(stays)}. Also the day, who was here, who facilitated and who presented.`,
      forgotten: (stays: readonly Stay[], copies: number) =>
        `Forgotten: ${listed(stays)}${copies === 0 ? '.' : `, here and in ${count(copies, 'copy', 'copies')} on this computer.`}`,
      nextMeeting: 'When do you meet next?',
      nextDay: 'Day',
      nextTime: 'Time',
      facilitatesNext: (name: string) =>
        `${name}, would you facilitate next time? You can say no now or on the day.`,
      willing: (name: string) => `${name} will`,
      asks: (name: string) => `${name} is asked`,
      notToday: 'Somebody else',
      settled: (name: string, willing: boolean) =>
        willing ? `${name} facilitates next time.` : `${name} is asked for next time.`,
      honest:
        'Forgotten means that its key is destroyed: nobody can read it any more, not with the words either.',
      notYet: 'Still being written to the disk …',
      done: 'Done',
    },
    forward: {
      begin: 'Begin',
      goOn: 'Go on',
      nextSentence: 'Next sentence',
      showTogether: 'Show them together',
      nextPage: (page: number, pages: number) => `Page ${page} of ${pages}`,
      nextQuestion: 'Next question',
      parkedSeen: 'On to what stays',
      weAgree: 'We agree',
      nextVoice: (name: string) => `Next: ${name}`,
      endRound: 'End the round',
      startTurn: (name: string) => `Start ${name}’s turn`,
      next: (what: string) => `Next: ${what}`,
      forgetTurn: (what: string) => `Forget the turn. Next: ${what}`,
      nextIn: (what: string, n: number) => `Next: ${what}, in ${n} min`,
      items: {
        ...itemNames,
        agreements: 'agreements',
        'check-in': 'check-in',
        'last-commitments': 'last commitments',
        choosing: 'who presents',
        break: 'break',
        silence: 'silence',
        harvest: 'harvest',
        commitments: 'commitments',
        'what-stays': 'what stays',
        'last-round': 'last round',
        turn: 'turn',
        opening: 'opening',
      } satisfies Record<AgendaItemKind, string>,
      theNextTurn: 'the next turn',
      weAreBack: 'We are back',
      agreed: 'Agreed',
      askRoom: 'Ask the room',
      lineUp: (names: readonly string[]) =>
        names.length < 2 ? names.join('') : `${names[0]}, then ${list.format(names.slice(1))}`,
      startGroups: (title: string) => `Start: ${title}`,
      handOverFor: (name: string) => `${name} presents: hand over for this turn`,
      handOverTo: (name: string) => `To ${name}`,
      iHaveIt: 'I have it',
      leaveRestOut: 'Leave the rest out after the last round',
      close: 'Leave the rest out and close',
      keepSentence: 'Keep this sentence',
    },
    help: (rule: SpeakingRule | null, next: string | null): readonly string[] => {
      if (rule === 'SOLO' || rule === 'FAC') return tellingHelp
      if (rule === 'QFACT' || rule === 'QOPEN' || rule === 'QONLY') return questionsHelp
      return rule === 'ROUND' ? roundHelp(next) : anywhereHelp
    },
    commands: commandWords,
    gestures: {
      'member-came': 'somebody came',
      'member-left': 'somebody left',
      'facilitator-chosen': 'who facilitates',
      'scribe-chosen': 'who writes',
      'step-started': 'Next',
      'phase-returned': 'Back',
      'voice-ended': 'Next',
      'voice-given': 'whose voice',
      'presenter-chosen': 'who presents',
      'bringing-said': 'who brings something',
      'bringing-unsaid': 'who brings something',
      'wish-said': 'what would help',
      'format-chosen': 'the format',
      'groups-drawn': 'the groups',
      'hand-over-taken': 'the hand-over',
      'commitment-reviewed': 'what came of it',
      'commitment-made': 'a commitment',
      'commitment-withdrawn': 'taken away',
      'word-written': 'a line',
      'room-told': 'the line for the room',
      'word-withdrawn': 'taken away',
      'line-moved': 'what stays',
      'seats-ordered': 'the seats',
      'minutes-added': 'minutes',
      'refit-put': 'what was asked',
      'refit-agreed': 'the new times',
      'refit-dismissed': 'the old times',
      'extension-put': 'what was asked',
      'extension-agreed': 'more minutes',
      'extension-dismissed': 'no more minutes',
      'loan-repaid': 'minutes given back',
      'question-written': 'a question',
      'question-shown': 'on the wall',
      'question-answered': 'answered',
      'question-withdrawn': 'taken away',
      'question-reworded': 'other words',
      'question-parked': 'parked',
      'question-taken-home': 'taken home',
      'question-returned': 'back to the others',
      'question-grouped': 'put together',
      'question-ungrouped': 'put apart',
      'questions-ordered': 'the order',
      'question-warmed': 'what was said of it',
      'question-sorted': 'the next question',
      'question-alone': 'alone',
      'board-veiled': 'collecting',
      'board-revealed': 'showing them',
      'board-paged': 'the next page',
      'pages-closed': 'one at a time',
      'parked-seen': 'going on',
      'themes-chosen': 'what we take up',
      'board-shown': 'the board',
      'card-turned': 'the next card',
      'takeaway-settled': 'what is taken',
      'turn-thanked': 'the end of the turn',
      'turn-kept': 'keeping it',
    } as Readonly<Record<string, string>>,
    practice: {
      title: 'Practise',
      lead: 'A made-up circle of seven. Somebody comes late, somebody gives advice, somebody cries. Nothing here is kept.',
      you: (name: string) => `You facilitate, as ${name}. One line on your screen tells what the others do.`,
      speed: 'How fast',
      speeds: { usual: '1 ×', fast: '4 ×', stepwise: 'Stop at every step' },
      speedsMore: {
        usual: 'Time goes as it does in the room.',
        fast: 'An hour goes by in a quarter of one.',
        stepwise: 'The clock stands at every step until you go on.',
      },
      start: 'Start the practice session',
      trouble: 'It did not open. There may be too little room on this computer.',
      back: 'Back',
      ribbon: 'Practice',
      ribbonLabel: 'What the others do',
      waits: 'The clock waits for you.',
      andThen: 'And then?',
      stop: 'Stop practising',
      evening: {
        circle: 'Practice circle',
        commitments: ['Write to Dana, one page.', 'Say no to the steering group.'],
      },
      questions: [
        'What would you try if nobody were watching?',
        'Who already sees this the way you do?',
        'What are you protecting by waiting?',
      ],
      lines: {
        waiting: ({ you, comesLater }, key) =>
          `You are ${you}, and you facilitate. ${comesLater}’s chair is still free. ${key('forward')} begins.`,
        named: (_, key) => `Say who you are, and ask. Everybody nods. ${key('forward')} goes on.`,
        agreement: ({ voice }, key) =>
          `${voice} reads the sentence aloud. ${key('forward')} when it has been read.`,
        agreementYours: (_, key) =>
          `This sentence is yours to read aloud. ${key('forward')} when it has been read.`,
        change: (_, key) => `You ask, and count to five. Nobody wants a change. ${key('forward')} goes on.`,
        checkIn: ({ voice }, key) =>
          `${voice} says how it is to arrive. ${key('forward')} gives the next voice.`,
        passes: ({ voice }, key) => `${voice} would rather pass. Press Pass, or just ${key('forward')}.`,
        comes: ({ comesLater, chair }, key) =>
          `${comesLater} comes in and looks for a chair. ${key('come-and-go')}, then ${chair}. Esc puts the card away.`,
        came: ({ comesLater }) => `${comesLater} sits down and speaks last. The others keep their time.`,
        wasDone: ({ voice }, key) =>
          `${voice} says: “Done, on Monday.” Note what came of it, or just ${key('forward')}.`,
        notToday: ({ voice }, key) =>
          `${voice} says: “Not today.” That is an answer. ${key('forward')} goes on.`,
        brings: ({ presenter, presenterChair }, key) =>
          `${presenter} says: “I bring something.” Press ${presenterChair}, then ${key('forward')}.`,
        broughtBy: ({ presenter }, key) => `Nobody else today. ${key('forward')} goes on, with ${presenter}.`,
        wishes: ({ presenter }, key) =>
          `${presenter} says: “Questions that make me think.” Press that, or just ${key('forward')}.`,
        wished: ({ presenter }, key) => `${presenter} is ready. ${key('forward')} starts the turn.`,
        tells: ({ presenter }) => `${presenter} tells of a talk with Dana that never happens. You listen.`,
        tellsOn: (_, key) =>
          `${key('what-can-i-say')} shows three sentences to say. ${key('forward')} twice goes on before the time is up.`,
        facts: ({ asker }, key) =>
          `${asker} asks: “Since when?” “Since spring.” That is all. ${key('forward')} goes on.`,
        asks: ({ scribe, asker }) => `${scribe} writes down what ${asker} asks. Enter puts it on the wall.`,
        advice: ({ adviser }, key) =>
          `${adviser} says: “You should just tell Dana.” ${key('remind')} reminds the room.`,
        asksInstead: ({ adviser }, key) =>
          `${adviser} makes it a question, another follows. ${key('choose-down')} chooses, Enter puts it on the wall.`,
        answers: ({ presenter }, key) =>
          `${presenter} thinks aloud, and answers. ${key('forward')} when the questions are through.`,
        reflects: ({ voice }, key) =>
          `${voice} says in one sentence what was touching. ${key('forward')} gives the next voice.`,
        tears: ({ presenter }, key) =>
          `${presenter} cries. Nobody needs to say anything. ${key('hold')} holds the room.`,
        tearsOver: ({ presenter }) => `${presenter} nods, and the room goes on where it was.`,
        runsOn: ({ voice }, key) =>
          `${voice} has much to say, and time runs on. ${key('forward')} when it is said.`,
        takes: ({ presenter }, key) =>
          `${presenter}: “I ask Dana for twenty minutes, on Monday.” Write it, or just ${key('forward')}.`,
        taken: ({ presenter }, key) =>
          `It is ${presenter}’s own, and never on the wall. ${key('forward')} goes on.`,
        time: (_, key) =>
          `It is later than planned. ${key('time-card')} shows when we close, and what would help.`,
        timeSeen: (_, key) => `Nobody hurries. Esc puts the card away, and ${key('forward')} goes on.`,
        learnt: ({ voice }, key) =>
          `${voice} says what was learnt. ${key('write')} writes it on the wall, or just ${key('forward')}.`,
        promises: ({ voice }, key) =>
          `${voice} says one sentence. ${key('write')} writes it, Enter keeps it; or just ${key('forward')}.`,
        stays: (_, key) => `Nobody wants to move anything. Nothing to press but ${key('forward')}.`,
        thanks: ({ voice }, key) => `${voice} says thank you. ${key('forward')} gives the next voice.`,
        lastWord: ({ voice }, key) =>
          `The last word is ${voice}’s. ${key('forward')} closes, and all of this goes.`,
        yourVoice: (_, key) => `Now your own voice. Speak, or pass; then ${key('forward')}.`,
        afterPassing: (_, key) => `Who passed is content with that. ${key('forward')} ends the round.`,
        speaks: ({ presenter }, key) =>
          `${presenter} speaks, and everybody listens. ${key('forward')} goes on.`,
        groupTalks: ({ presenter }, key) =>
          `The others talk, and ${presenter} listens. ${key('forward')} goes on.`,
        quiet: (_, key) => `Nobody speaks. ${key('forward')} goes on, when it has been long enough.`,
        talks: (_, key) => `They talk, one at a time. ${key('forward')} goes on.`,
        inGroups: (_, key) => `They sit together in their groups. ${key('forward')} goes on.`,
        pause: (_, key) => `Everybody is at the window. ${key('forward')} when you are all back.`,
        held: (_, key) => `Everybody waits. There is time. ${key('pause')} goes on, on the same clock.`,
        thanked: ({ presenter }, key) =>
          `You thanked ${presenter}, and the turn is over. ${key('forward')} goes on.`,
        handsOver: (_, key) =>
          `A number names somebody. ${key('forward')} says “I have it”. Esc gives it back.`,
      } satisfies Record<LineId, (names: LineNames, key: KeyName) => string>,
      end: {
        title: 'That was the practice session',
        lead: 'Nothing of it is kept: not what was written, and not that it was.',
        done: 'What you did',
        more: 'There is also',
        leave: 'Done',
        deeds: {
          forward: 'led the session on',
          'come-and-go': 'made room for somebody who came',
          remind: 'reminded the room of the rule',
          hold: 'held the room',
          'time-card': 'looked at when you close',
          'show-question': 'put a question on the wall',
          write: 'wrote something on the wall',
          chair: 'named somebody by their chair',
          'what-can-i-say': 'looked for what to say',
          pause: 'stopped the clock',
          blank: 'made the wall black',
          freeze: 'froze the wall',
          'hand-over': 'handed the session over',
          'add-minute': 'changed the minutes',
          undo: 'took something back',
          pass: 'let somebody pass',
          sentence: 'settled what is taken home',
          commitment: 'wrote down what somebody will do',
          outcome: 'noted what came of a promise',
        } satisfies Record<DeedId, string>,
        others: {
          forward: 'lead the session on',
          'come-and-go': 'somebody comes or goes',
          remind: 'remind the room of the rule',
          hold: 'hold the room',
          'time-card': 'when you close',
          'show-question': 'put a question on the wall',
          write: 'write a question',
          chair: 'name somebody by their chair',
          'what-can-i-say': 'what can I say?',
          pause: 'stop the clock',
          blank: 'make the wall black',
          freeze: 'freeze the wall',
          'hand-over': 'hand the session over',
          'add-minute': 'a minute more',
          undo: 'take something back',
        } satisfies Record<Keyed, string>,
        youDid: (what: string) => `You ${what}.`,
      },
    },
    keyPage: keyPageWords(commandWords),
    roomCheck: roomCheckWords,
    keys: {
      title: 'All keys',
      close: 'Back to the session',
      groups: {
        room: 'The room',
        time: 'Time',
        turns: 'Turns and voices',
        board: 'The board',
        people: 'People',
        wall: 'The wall',
        other: 'Other',
      },
      pair: (one: string, other: string) => `${one}, ${other.charAt(0).toLowerCase()}${other.slice(1)}`,
      digitsShown: '1–9',
      digits: 'The person in that chair',
      byPlace: 'Digits count by their place on the keyboard, whatever is printed on them.',
      clicker:
        'A clicker’s forward and back work too. Its black button blanks the wall, as the full stop does.',
    },
    settings: {
      title: 'Settings',
      back: 'Back',
      keys: 'Keys and clicker',
      roomCheck: 'Room check',
      wall: 'The wall is',
      themes: { dark: 'dark', light: 'light', contrast: 'in high contrast' } satisfies Record<
        Settings['stageTheme'],
        string
      >,
      console: 'This screen is',
      text: 'Its words are',
      sizes: { usual: 'of usual size', large: 'large' } satisfies Record<Settings['textSize'], string>,
      time: 'The wall tells time',
      times: {
        minutes: 'in minutes',
        exact: 'to the second',
        shape: 'without numbers',
      } satisfies Record<Settings['time'], string>,
      hours: 'Six in the evening is',
      clocks: { 24: '18:00', 12: '6:00 pm' } satisfies Record<Settings['hours'], string>,
      motion: 'Things move',
      motions: {
        system: 'as on this computer',
        none: 'not at all',
      } satisfies Record<Settings['motion'], string>,
    },
    sound: {
      ends: 'When a quiet part ends, we hear',
      sounds: { bowl: 'a bowl', wood: 'wood', none: 'nothing' } satisfies Record<Settings['sound'], string>,
      loudness: 'Its loudness is',
      step: (n: number) => `${n} of 5`,
      hear: 'Hear it',
      when: 'After silence, writing, groups and breaks. Never while one person speaks. The wall always shows it too.',
    },
  },
  agreements: [
    'What was told here stays here. What I learned about myself may go with me.',
    'We ask before we advise, and anyone may say “pass”.',
    'Anyone may say “pause”, at any moment, without a reason.',
    'The one whose turn it is owns it: what is written, and whether any of it is kept.',
  ] as readonly string[],
}

/** Every word of the app, by place. A language is another value of this type. */
export type Words = typeof en
