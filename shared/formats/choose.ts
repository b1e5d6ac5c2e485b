// The few formats that are worth reading about before a choice, each with exactly one reason; and who could present.
import type { FormatId, MemberId } from '../basics/ids'
import type { AgendaItem } from '../session/agenda-item'
import { isTurnItem } from '../session/edit-agenda'
import { usualMinutes } from '../session/plan'
import { nominalMinutes, type Format, type SpeakingRule } from './format'
import { formatById, formatFor, othersFor, type ChosenWhere, type ProposalReason } from './library/library'
import type { Wish } from './wish'

/** The one reason that stands beside a format in the short list. */
export type ChoiceReason =
  | ProposalReason
  | 'own'
  | 'trained-leader'
  | 'everybody'
  | 'short-turn'
  | 'no-advice'
  | 'more-questions'
  | 'only-questions'
  | 'finds-the-question'
  | 'only-listening'
  | 'one-idea-each'
  | 'guesses-first'
  | 'facts-first'
  | 'word-of-each'
  | 'for-something-made'
  | 'for-a-dilemma'
  | 'own-experience'
  | 'what-is-strong'
  | 'step-by-step'
  | 'slow-and-deep'
  | 'near-the-time'

export interface Choice {
  readonly format: Format
  readonly reason: ChoiceReason
}

/** How many are offered at once. */
export const mostChoices = 5
/** How many of a circle's own formats go before the library's. */
const mostOwn = 2

/** What the library's formats are like, read through by hand: what sets each apart from its neighbours in the list. */
const character: Readonly<Record<string, ChoiceReason>> = {
  'short-question-round': 'no-advice',
  'feedback-circle': 'word-of-each',
  'everyone-some-time-round': 'short-turn',
  'ideas-circle': 'only-listening',
  'hot-seat': 'one-idea-each',
  'grow-round': 'step-by-step',
  'six-phase-consultation': 'only-listening',
  'solution-focused-team': 'what-is-strong',
  'action-learning-set': 'more-questions',
  'incident-method': 'facts-first',
  consultancy: 'for-a-dilemma',
  'experience-share': 'own-experience',
  'ten-step-intervision': 'finds-the-question',
  'case-reflection': 'slow-and-deep',
  tuning: 'for-something-made',
  'eight-step-consultation': 'guesses-first',
  'listening-consultation': 'only-listening',
  'co-development': 'only-listening',
  'questions-only-round': 'only-questions',
  'clearness-committee': 'slow-and-deep',
}

/** From how many minutes on a turn is a slow one, and up to how many it is a short one. */
const slowFrom = 60
const shortTo = 15

/** What sets a format apart, one reason: what it asks for first, then what it is known for, then what its phases say. */
export function reasonOf(format: Format): ChoiceReason {
  if (format.needsTrainedLeader) return 'trained-leader'
  if (formatById(format.id) === null) return 'own'
  if (format.scope !== 'turn') return 'everybody'
  const known = character[format.id]
  if (known !== undefined) return known
  const has = (rule: SpeakingRule) => format.phases.some((phase) => phase.rule === rule)
  if (nominalMinutes(format) >= slowFrom) return 'slow-and-deep'
  if (nominalMinutes(format) <= shortTo) return 'short-turn'
  if (has('QONLY')) return 'only-questions'
  if (has('GTALK')) return 'only-listening'
  return has('QOPEN') ? 'no-advice' : 'near-the-time'
}

export interface ChoiceWish {
  /** What the presenter would like; absent where nobody was asked. */
  readonly wish: Wish | undefined
  readonly people: number
  /** What the turn can take, in minutes. */
  readonly minutes: number
  /** The format that stands there already. */
  readonly not: FormatId | null
  readonly where: ChosenWhere
}

/**
 * A short list of formats for a turn, best first, at most five, each with one reason: what the wish asks for, then the circle's own,
 * then what else serves, then what is nearest to the minutes. Each suits the people and fits at its shortest. One that needs a
 * trained leader is proposed only while a session is prepared.
 */
export function choose(wish: ChoiceWish, formats: readonly Format[]): readonly Choice[] {
  const { wish: wanted, people, minutes, not } = wish
  const served = wanted === undefined ? null : formatFor(wanted, { people, minutes }, formats)
  const first = served === null || served.format.id === not ? [] : [served]
  const others = othersFor(wanted, wish, formats)
  const own = othersFor(
    wanted,
    wish,
    formats.filter(({ id }) => formatById(id) === null),
  ).slice(0, mostOwn)
  const rest = [...own, ...others]
    .filter((format, index, all) => all.indexOf(format) === index && format.id !== served?.format.id)
    .map((format): Choice => ({ format, reason: reasonOf(format) }))
  return [...first, ...rest].slice(0, mostChoices)
}

/**
 * How many could present with a format (decisions.md 27): the session's minutes without all that is not a turn, by the format's, at
 * most everybody. What the whole group does serves everybody, where it fits at all.
 */
export function presentersWith(
  format: Format,
  {
    minutes,
    agenda,
    people,
  }: { readonly minutes: number; readonly agenda: readonly AgendaItem[]; readonly people: number },
): number {
  const around = agenda.reduce((sum, item) => sum + (isTurnItem(item) ? 0 : item.minutes), 0)
  const turns = Math.max(0, Math.floor((minutes - around) / usualMinutes(format)))
  return format.scope === 'turn' ? Math.min(people, turns) : turns > 0 ? people : 0
}

/** Who presents on an agenda if nobody says otherwise, and who waits, both in the rota's order. */
export function whoPresents(
  agenda: readonly AgendaItem[],
  order: readonly MemberId[],
  formats: readonly Format[],
): { readonly present: readonly MemberId[]; readonly wait: readonly MemberId[] } {
  const turns = agenda.flatMap((item) =>
    isTurnItem(item) ? [formats.find(({ id }) => id === item.format)?.scope ?? 'turn'] : [],
  )
  const places = turns.every((scope) => scope === 'turn') ? turns.length : order.length
  return { present: order.slice(0, places), wait: order.slice(places) }
}
