import type { PaperSize } from '../../shared/export/paper-size'
import type { Sentences } from '../../shared/export/paper'
import { many } from './english'

/** What came of it: it is there, the person left it, or it could not be done. */
type Outcome = 'written' | 'left' | 'failed'

/** The words of the evening on paper: of the screen, of the facilitator's sheet and of the question cards. */
export const paperWords = {
  title: 'The evening on paper',
  open: 'On paper',
  back: 'Back',
  what: 'What goes on paper',
  whats: { sheet: 'The sheet', cards: 'Question cards', 'sheet-and-cards': 'Both' },
  size: 'The paper is',
  sizes: { a4: 'A4', letter: 'Letter' } satisfies Record<PaperSize, string>,
  names: 'Names',
  withNames: { yes: 'On it', no: 'Not on it' },
  namesStay: 'Your agreement keeps names from leaving in a file. There are lines to write them on by hand.',
  print: 'Print',
  save: 'Save as a PDF',
  onlyPdf:
    'While the room is open, nothing may come over this screen: it is a PDF then, and the session goes on.',
  anyone: 'Whoever finds the paper or the file can read it. Nothing that was said or written here is on it.',
  receipts: {
    pdf: {
      written: 'Written, where you chose.',
      left: 'Nothing was written.',
      failed: 'It could not be written there. Choose another place.',
    } satisfies Record<Outcome, string>,
    print: {
      written: 'On its way to the printer.',
      left: 'Nothing was printed.',
      failed: 'It could not be printed from here. Save it as a PDF.',
    } satisfies Record<Outcome, string>,
  },
  preview: (n: number) => `As it will be: ${many(n, 'page', 'pages')}`,
  page: (n: number, all: number) => `${n} of ${all}`,
  sheet: {
    circle: 'Our session',
    somebody: 'somebody',
    blank: '____',
    facilitates: 'Facilitates:',
    presents: 'Presents:',
    presenter: 'The presenter',
    facilitator: 'The facilitator',
    closes: (at: string) => `We close at ${at}.`,
    asOf: (at: string) => `As planned at ${at}.`,
    span: (from: string, to: string) => `${from}–${to}`,
    minutes: (n: number) => `${n} min`,
    atLeast: (n: number) => `at least ${n}`,
    eachVoice: ['One voice after another', 'Passing is fine.'] as readonly [string, string],
    cue: (cue: string) => `“${cue}”`,
    asAbove: 'Each phase as above.',
    hold: 'At any moment:',
    sentences: {
      telling: 'While one person tells',
      questions: 'While we ask',
      round: 'In a round',
      anywhere: 'Whenever you are stuck',
    } satisfies Record<Sentences, string>,
    seats: 'Who sits where',
    promises: 'Promises',
    promisesMore: 'Only what somebody wants written. Who said it takes the paper home, or tears it up.',
    promise: ['Who', 'What', 'Until when'] as readonly [string, string, string],
  },
}
