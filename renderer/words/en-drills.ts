// The words around the drills; what a drill says itself stands in its format.
import type { Skill } from '../../shared/craft/drills/drill'
import type { DrillReason } from '../../shared/craft/propose-drill'

const skills: Record<Skill, string> = {
  listening: 'Listening',
  questions: 'Questions',
  feedback: 'Feedback',
  reflection: 'Reflection',
}

/** Why a drill is proposed: its skill, and when that was practised. */
const reason = (skill: Skill, why: DrillReason): string => {
  switch (why.kind) {
    case 'first-meeting':
      return `${skills[skill]}, good for a first meeting.`
    case 'not-yet':
      return `${skills[skill]}, not practised yet.`
    case 'longest-ago':
      return why.meetings === 1
        ? `${skills[skill]}, as last time.`
        : `${skills[skill]}, last practised ${why.meetings} meetings ago.`
  }
}

export const drillWords = {
  skills,
  proposed: (title: string, minutes: string, skill: Skill, why: DrillReason) =>
    `A drill after the check-in: ${title}, ${minutes}\u00a0min. ${reason(skill, why)}`,
  add: 'Add it',
  addLabel: (title: string) => `Add it: the drill ${title}`,
  another: 'Another drill',
  option: (title: string, minutes: string) => `${title}, ${minutes} min`,
  /** What the group practises, as an item of the agenda. */
  item: (title: string) => `Drill: ${title}`,
  drill: 'Drill',
  seesCard: (number: number, of: number) => `card ${number} of ${of}`,
  /** On the wall. */
  card: (number: number, of: number) => `card ${number} of ${of}`,
  oneWay: 'One way:',
  panel: 'The card',
  type: 'Try one here, kept nowhere',
  asksOpenly: 'It asks openly.',
}

export type DrillWords = typeof drillWords
