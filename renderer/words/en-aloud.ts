// What is said to who hears the console instead of seeing it: at thresholds only, in one voice.
import type { Milestone } from '../../shared/announce/milestone'

const minutesOf = (n: number) => (n === 1 ? '1 minute' : `${n} minutes`)

export const aloudWords = {
  /** What a screen reader calls the place from which it reads. */
  label: 'Said aloud',
  /** The lines across the top. */
  banners: 'Out of the ordinary',
  /** How the run surface names itself where it has the focus. */
  surface: 'The session. Its keys are live.',
  begins: (what: string, minutes: number) => (minutes === 0 ? what : `${what}, ${minutesOf(minutes)}`),
  milestones: {
    'last-minute': 'Last minute',
    time: 'Time',
    'one-over': 'One minute over',
  } satisfies Record<Milestone, string>,
  goesOn: 'Going on',
  undone: 'Taken back',
  redone: 'Done again',
}

export type AloudWords = typeof aloudWords
