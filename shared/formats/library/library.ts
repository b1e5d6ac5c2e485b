import type { FormatId } from '../../basics/ids'
import { nominalMinutes, type Format } from '../format'
import type { Wish } from '../wish'
import { actionLearningSet } from './action-learning-set'
import { appreciativePairs } from './appreciative-pairs'
import { balintGroup } from './balint-group'
import { caseReflection } from './case-reflection'
import { clearnessCommittee } from './clearness-committee'
import { coDevelopment } from './co-development'
import { consultancy } from './consultancy'
import { councilCircle } from './council-circle'
import { eightStepConsultation } from './eight-step-consultation'
import { everyoneSomeTimeRound } from './everyone-some-time-round'
import { experienceShare } from './experience-share'
import { feedbackCircle } from './feedback-circle'
import { growRound } from './grow-round'
import { hotSeat } from './hot-seat'
import { ideasCircle } from './ideas-circle'
import { incidentMethod } from './incident-method'
import { listeningConsultation } from './listening-consultation'
import { listeningTrio } from './listening-trio'
import { longCircle } from './long-circle'
import { oneTwoFourAll } from './one-two-four-all'
import { openingAndClosingRounds } from './opening-and-closing-rounds'
import { questionsOnlyRound } from './questions-only-round'
import { shortQuestionRound } from './short-question-round'
import { sixPhaseConsultation } from './six-phase-consultation'
import { solutionFocusedTeam } from './solution-focused-team'
import { tenStepIntervision } from './ten-step-intervision'
import { trioConsulting } from './trio-consulting'
import { tuning } from './tuning'

/** All formats: the best first one, then the other turns from short to long, then what the whole group does, in groups or for the whole session. */
export const library: readonly Format[] = [
  shortQuestionRound,
  feedbackCircle,
  everyoneSomeTimeRound,
  ideasCircle,
  hotSeat,
  growRound,
  sixPhaseConsultation,
  solutionFocusedTeam,
  actionLearningSet,
  incidentMethod,
  balintGroup,
  consultancy,
  experienceShare,
  tenStepIntervision,
  caseReflection,
  tuning,
  eightStepConsultation,
  listeningConsultation,
  coDevelopment,
  questionsOnlyRound,
  clearnessCommittee,
  oneTwoFourAll,
  listeningTrio,
  appreciativePairs,
  trioConsulting,
  openingAndClosingRounds,
  councilCircle,
  longCircle,
]

export const formatById = (id: FormatId): Format | null => library.find((format) => format.id === id) ?? null

/** A format's length at its shortest, in minutes: the sum of its phases' floors, nothing left out. */
export const floorMinutes = (format: Format): number =>
  format.phases.reduce((sum, phase) => sum + phase.minutes.floor, 0)

/** Whether so many people, the presenter among them, can do a format. */
export const suits = ({ size }: Format, { people }: { readonly people: number }): boolean =>
  people >= size.min && people <= size.max && !(size.even && people % 2 === 1)

export type { Wish }

/** Why a format is proposed: it is what the wish asks for, or what comes nearest in this time, or with so many people. */
export type ProposalReason = 'as-asked' | 'fits-the-time' | 'fits-the-size'

export interface Proposal {
  readonly format: Format
  readonly reason: ProposalReason
}

/**
 * What serves a wish, the best first.
 * 1. Questions: the short question round. The longer ones with questions need more time and fit fewer people, so only the everyone-some-time round can stand in.
 * 2. Ideas: the six-phase consultation gathers them while the presenter listens. In the everyone-some-time round they can be asked for; in the short question round each reflection can hold one.
 * 3. Being heard: the short question round has no place for advice, the presenter speaks for most of it, and at the end everybody says what they saw. In little time the everyone-some-time round takes "just ears" for an answer.
 * 4. Eyes on something made: the action learning set has the longest time to understand the thing, and a round of offers that may be declined. The short question round has the questions and a round of what was seen, without offers.
 * The GROW round and the listening trio are proposed for no wish: a circle chooses them by name.
 */
const servedBy: Readonly<Record<Wish, readonly [Format, ...Format[]]>> = {
  questions: [shortQuestionRound, everyoneSomeTimeRound],
  ideas: [sixPhaseConsultation, everyoneSomeTimeRound, shortQuestionRound],
  'being-heard': [shortQuestionRound, everyoneSomeTimeRound],
  eyes: [actionLearningSet, shortQuestionRound, everyoneSomeTimeRound],
}

const held = (some: readonly Format[], formats: readonly Format[]): readonly Format[] =>
  some.flatMap(({ id }) => formats.find((format) => format.id === id) ?? [])

/**
 * The format to propose for a wish, of those there are, to so many people with so many minutes for the turn; null when none fits even at its shortest.
 * What was asked for wins when its floors fit. Otherwise the next that fits as planned, or else the next that fits at its shortest.
 */
export function formatFor(
  wish: Wish,
  { people, minutes }: { readonly people: number; readonly minutes: number },
  formats: readonly Format[] = library,
): Proposal | null {
  const [wanted, ...rest] = servedBy[wish]
  const [asked] = held([wanted], formats)
  const others = held(rest, formats)
  const size = asked === undefined || suits(asked, { people })
  if (asked && size && floorMinutes(asked) <= minutes) return { format: asked, reason: 'as-asked' }
  const suitable = others.filter((format) => suits(format, { people }))
  const format =
    suitable.find((other) => nominalMinutes(other) <= minutes) ??
    suitable.find((other) => floorMinutes(other) <= minutes)
  return format ? { format, reason: size ? 'fits-the-time' : 'fits-the-size' } : null
}

/** What else serves a wish beside the usual ones: by what the presenter would like, not by how long it takes. */
const alsoServedBy: Readonly<Record<Wish, readonly Format[]>> = {
  questions: [growRound, actionLearningSet, tenStepIntervision, consultancy, questionsOnlyRound],
  ideas: [ideasCircle, hotSeat, coDevelopment, eightStepConsultation, listeningConsultation, incidentMethod],
  'being-heard': [experienceShare, caseReflection, solutionFocusedTeam, clearnessCommittee],
  eyes: [tuning, feedbackCircle, incidentMethod, consultancy],
}

/** How many other formats are offered at once: what can be read while the room waits. */
export const mostOthers = 6

/** Where a format is chosen: while the session is prepared, or before a turn in the room. */
export type ChosenWhere = 'plan' | 'room'

/**
 * Other formats for a turn than the one that stands there, of those there are: those that suit so many people and fit into so many
 * minutes at their shortest, at most six; first what serves the wish, then what is nearest to the minutes. One that needs a trained
 * leader, or that the whole group does, is never offered in the room.
 */
export function othersFor(
  wish: Wish | undefined,
  {
    people,
    minutes,
    not,
    where = 'room',
  }: {
    readonly people: number
    readonly minutes: number
    readonly not: FormatId | null
    readonly where?: ChosenWhere
  },
  formats: readonly Format[] = library,
): readonly Format[] {
  const serving = wish === undefined ? [] : held([...servedBy[wish], ...alsoServedBy[wish]], formats)
  const near = (format: Format) => Math.abs(nominalMinutes(format) - minutes)
  const rest = formats
    .filter((format) => !serving.includes(format))
    .toSorted((one, other) => near(one) - near(other))
  const isOffered = (format: Format) =>
    format.scope === 'turn' ? where === 'plan' || format.needsTrainedLeader !== true : where === 'plan'
  return [...serving, ...rest]
    .filter(
      (format) =>
        format.scope !== 'whole-session' &&
        isOffered(format) &&
        format.id !== not &&
        suits(format, { people }) &&
        floorMinutes(format) <= minutes,
    )
    .slice(0, mostOthers)
}
