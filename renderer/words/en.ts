import type { NameTrouble } from '../../shared/circle/names'
import type { Help } from '../../shared/circle/circle'
import type { MinutesRefusal } from '../../shared/basics/parse-minutes'
import type { AgendaItemKind } from '../../shared/session/plan'
import type { SpeakingRule } from '../../shared/formats/format'
import type { StartNotice } from '../../shared/desktop-api'
import type { CommandId } from '../../shared/commands/commands'

const list = new Intl.ListFormat('en', { type: 'conjunction' })
const plurals = new Intl.PluralRules('en')
const count = (n: number, one: string, many: string) => `${n} ${plurals.select(n) === 'one' ? one : many}`
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const written = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const inWords = (n: number) => written[n] ?? String(n)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const minutesOf = (n: number) => count(Number(number.format(n)), 'minute', 'minutes')

const itemNames: Record<AgendaItemKind, string> = {
  opening: 'Who facilitates',
  agreements: 'Agreements',
  'check-in': 'Check-in',
  turn: 'Turn',
  break: 'Break',
  'last-round': 'Last round',
}

/** Line 1 says who, line 2 says how (room.md, Rule lines). */
const ruleLines: Record<
  SpeakingRule,
  (name: string | null, then: string | null) => readonly [string, string | null]
> = {
  SOLO: (name) => [`${name} speaks`, 'We listen'],
  QFACT: (name) => [`${name} answers`, 'Short factual questions'],
  QOPEN: (name) => [`${name} answers`, 'Open questions, no advice'],
  QONLY: () => ['Questions only', 'Speak only to answer one'],
  GTALK: (name) => ['The group talks', `${name} listens`],
  ROUND: (name, then) =>
    name === null
      ? ['Anyone who passed', 'and would like a word?']
      : [`${name}’s voice`, then === null ? 'Passing is fine.' : `then ${then}. Passing is fine.`],
  QUIET: () => ['Silence', null],
  WRITE: () => ['Write for yourself', 'No talking'],
  PAIRS: () => ['A tells', 'B and C listen'],
  OPEN: () => ['Open conversation', 'One at a time'],
  FAC: (name) => [`${name} explains`, 'We listen'],
}

/** How a rule is said in one line, for "The room sees". */
const ruleShort: Record<SpeakingRule, (name: string | null) => string> = {
  SOLO: (name) => `${name} speaks, we listen`,
  QFACT: (name) => `${name} answers, short factual questions`,
  QOPEN: (name) => `${name} answers, open questions`,
  QONLY: () => 'questions only',
  GTALK: (name) => `the group talks, ${name} listens`,
  ROUND: (name) => (name === null ? 'anyone who passed, and would like a word?' : `${name}’s voice`),
  QUIET: () => 'silence',
  WRITE: () => 'write for yourself',
  PAIRS: () => 'A tells, B and C listen',
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

export const en = {
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  list: (names: readonly string[]) => list.format(names),

  stage: {
    weBegin: 'we begin',
    weBeginSoon: 'we begin soon',
    takeAnyChair: ['Take any chair.', 'Phones away, please.'] as readonly string[],
    facilitatesToday: (name: string) => `${name} facilitates today.`,
    allRight: 'All right with everyone?',
    reads: (name: string) => `${name} reads`,
    ourAgreements: ['Our', 'agreements'] as readonly string[],
    whatWouldYouChange: 'What would you change today?',
    thenTheseHold: 'Then these hold.',
    rule: ruleLines,
    rounds: { 'check-in': 'Check-in', 'last-round': 'Last round' },
    roundSentences: {
      'check-in': 'One word for how you arrive, and what you leave outside.',
      'last-round': 'One thing you take with you, or a thank you.',
    },
    aboutLeft: (n: number) => `about ${n} min left`,
    whoBrings: ['Who brings something?', 'One line is enough.'] as readonly [string, string],
    brings: (name: string): readonly [string, string] => [`${name} brings something.`, 'All right?'],
    turnsToday: (n: number) => (n === 1 ? 'turn today' : 'turns today'),
    min: 'min',
    lastMinute: 'last minute',
    time: 'time',
    minOver: 'min over',
    andMore: (n: number) => `and ${n} more`,
    backAt: 'Back at',
    whenAllHere: 'When you are all here',
    thenTurn: (name: string | null) => (name === null ? 'Then the next turn' : `Then ${name}’s turn`),
    pause: 'We pause.',
    thereIsTime: 'There is time.',
    thankYou: 'Thank you.',
    thankYouName: (name: string) => `Thank you, ${name}.`,
    leftOut: (kept: number) =>
      kept === 0
        ? 'Left out: everything that was said and written.'
        : `Left out: everything but ${inWords(kept)} ${kept === 1 ? 'sentence' : 'sentences'}.`,
    facilitates: (name: string) => `${name} facilitates`,
    then: {
      turn: (name: string | null) => (name === null ? 'Then a turn' : `Then ${name}’s turn`),
      break: (at: string | null) => (at === null ? 'Then a break' : `Then a break at ${at}`),
      other: (kind: AgendaItemKind) =>
        `Then ${kind === 'agreements' ? 'agreements' : kind === 'check-in' ? 'the check-in' : 'the last round'}`,
    },
    weCloseAt: 'We close at',
  },

  console: {
    theRoomSees: 'The room sees:',
    sees: {
      nothing: 'nothing yet',
      waiting: (at: string | null) => (at === null ? 'Take any chair' : `we begin at ${at}`),
      named: (name: string) => `${name} facilitates today`,
      sentence: (name: string) => `${name} reads an agreement`,
      change: 'What would you change today?',
      hold: 'Then these hold',
      rule: ruleShort,
      choosing: (name: string | null) =>
        name === null ? 'Who brings something?' : `${name} brings something`,
      break: (at: string) => `back at ${at}`,
      held: 'We pause. There is time',
      thanked: (name: string) => `Thank you, ${name}`,
      blank: 'nothing: the wall is black',
      closed: 'Thank you',
    },
    banners: {
      held: 'The room is held. The clocks stand. Space goes on.',
      paused: 'The clock stands. In a moment the room is held. Space goes on.',
      blank: 'The wall is black. B or Space brings it back.',
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
      youWere: (name: string | null, phase: string, left: string | null, at: string) =>
        `You were in ${name === null ? phase : `${name}’s turn, ${phase}`},${left === null ? '' : ` ${left} left,`} at ${at}.`,
      youWereSeated: (at: string) => `You were taking seats at ${at}.`,
      goOn: 'Go on',
      closeIt: 'Close it here',
      closeItMore: 'Closing leaves out everything that was written in it.',
    },
    newCircle: {
      title: 'A new circle',
      again: 'The next session',
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
        choosing: '“Who brings something today? One line is enough.”',
        break: '“We are back in time for the next turn.”',
        'last-round': '“One voice each, to close: something you take with you, or a thank you.”',
        asking: '“Anyone who passed, and would like a word?” As long as it takes.',
        thanked: 'Nothing needs saying. When everybody is ready, go on.',
        held: '“We can wait. Would you like to go on, pause, or stop?”',
      },
      nows: {
        named: 'wait for the nods.',
        agreements: 'nothing to press until the sentence has been read.',
        'check-in': 'hear each voice. Forward when it is done.',
        choosing: 'a number names who presents.',
        break: 'nothing to press.',
        'last-round': 'hear each voice. Forward when it is done.',
        held: 'there is time. Nobody pays for it.',
      },
      gap: (n: number) =>
        `The laptop slept for ${minutesOf(n)}, or its clock was changed. Did the group go on meanwhile?`,
      countThem: 'Count them',
      leaveOut: 'Leave them out',
      keepUntilClose: 'Keep it until the close',
      forgetting: (name: string) => `What was written in ${name}’s turn is left out when you go on.`,
      keptUntilClose: (name: string) => `What was written in ${name}’s turn stays until the close.`,
      presents: (name: string) =>
        `${name} facilitates. Somebody else presents, or somebody else facilitates first.`,
      takeaway: 'What is taken, in one sentence',
      takeawayKept: 'Kept, as it was said',
    },
    board: {
      title: 'Questions',
      write: 'Write a question',
      moreWaiting: (n: number) => `${n} more waiting`,
      onTheWall: 'On the wall',
      answered: (n: number) => count(n, 'answered', 'answered'),
      show: (text: string) => `Put on the wall: ${text}`,
      answeredOne: 'Answered',
      takeAway: 'Take away',
      putAway: 'The board is put away since the pause.',
      bringBack: 'Show the board',
      empty: 'Spoken questions need no board. Where there is a scribe, it begins here.',
    },
    close: {
      title: 'Closed',
      thanks: 'Thank you. That was the session.',
      kept: (n: number) =>
        `Kept: ${n === 0 ? 'nothing that was said' : count(n, 'sentence', 'sentences')}, and the date, who was here, who facilitated and who presented.`,
      leftOut: (questions: number) =>
        `Left out: everything else${questions === 0 ? '' : `, with ${count(questions, 'question', 'questions')} on the board`}.`,
      honest:
        'Left out means gone from Circlet. Until the circle has its four words, a specialist could still find traces on this disk.',
      done: 'Done',
    },
    forward: {
      begin: 'Begin',
      goOn: 'Go on',
      nextSentence: 'Next sentence',
      weAgree: 'We agree',
      nextVoice: (name: string) => `Next: ${name}`,
      endRound: 'End the round',
      startTurn: (name: string) => `Start ${name}’s turn`,
      next: (what: string) => `Next: ${what}`,
      nextIn: (what: string, n: number) => `Next: ${what}, in ${n} min`,
      items: {
        ...itemNames,
        agreements: 'agreements',
        'check-in': 'check-in',
        break: 'break',
        'last-round': 'last round',
        turn: 'turn',
        opening: 'opening',
      } satisfies Record<AgendaItemKind, string>,
      theNextTurn: 'the next turn',
      weAreBack: 'We are back',
      close: 'Leave the rest out and close',
      keepSentence: 'Keep this sentence',
    },
    help: (rule: SpeakingRule | null, next: string | null): readonly string[] => {
      if (rule === 'SOLO' || rule === 'FAC') return tellingHelp
      if (rule === 'QFACT' || rule === 'QOPEN' || rule === 'QONLY') return questionsHelp
      return rule === 'ROUND' ? roundHelp(next) : anywhereHelp
    },
    commands: {
      forward: 'Forward',
      back: 'Back',
      pause: 'Pause',
      resume: 'Go on',
      hold: 'Hold the room',
      blank: 'Blank',
      remind: 'Remind the room',
      'what-can-i-say': 'What can I say?',
      write: 'Write a question',
      'add-minute': '+ 1 min',
      'take-minute': '− 1 min',
      'two-more': 'Two more minutes',
      pass: 'Pass',
      skip: 'Skip for now',
      undo: 'Undo',
      redo: 'Redo',
      'end-with-thanks': 'End the turn with thanks',
      'nothing-to-write': 'Nothing to write',
      'goes-elsewhere': 'This goes elsewhere',
      'choose-down': 'Next question',
      'choose-up': 'Question before',
      'show-question': 'Put it on the wall',
      'full-screen': 'Full screen',
      'all-keys': 'All keys',
    } satisfies Record<CommandId, string>,
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
      'minutes-added': 'minutes',
      'question-written': 'a question',
      'question-shown': 'on the wall',
      'question-answered': 'answered',
      'question-withdrawn': 'taken away',
      'board-shown': 'the board',
      'takeaway-settled': 'what is taken',
      'turn-thanked': 'the end of the turn',
      'turn-kept': 'keeping it',
    } as Readonly<Record<string, string>>,
    keys: {
      title: 'All keys',
      close: 'Back to the session',
      digits: 'Whose voice, or who presents',
      space: 'Space',
      enter: 'Enter',
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
