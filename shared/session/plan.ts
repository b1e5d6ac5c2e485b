import type { Shelf } from '../craft/shelf'
import type { Agreement, Commitment, Help, Level, Member } from '../circle/circle'
import type { CaptureKind, Format, FormatPhase, GroupPart, Letter } from '../formats/format'
import type { FormatId, ItemId, MemberId, StepId } from '../basics/ids'
import { accepted, refused, type Result } from '../basics/result'
import type { Instant } from '../basics/time'
import type { AgendaItem, AgendaItemKind, PlainItemKind } from './agenda-item'

export type { AgendaItem, AgendaItemKind, PlainItemKind }

/** What a session stands on, frozen in one sealed record when it is planned: names, agreements, agenda, whole formats. */
export interface SessionPlan {
  readonly circleName: string
  readonly members: readonly Member[]
  readonly agreements: readonly Agreement[]
  readonly level: Level
  /** False where the circle keeps nothing beyond the close but commitments; absent otherwise. */
  readonly keepsLines?: false
  /** Whether names stand beside the questions on the board: the circle chose it. */
  readonly namesOnBoard?: true
  /** The questions that the circle likes and its own, beside the bank. */
  readonly questions?: Shelf
  readonly help: Help
  readonly agenda: readonly AgendaItem[]
  readonly formats: readonly Format[]
  /** How long the circle has, in minutes. */
  readonly minutes: number
  /** When it means to begin; null for "as soon as we sit". */
  readonly beginsAt: Instant | null
  /** Who is asked to facilitate; the room may say otherwise. */
  readonly facilitator: MemberId
  /** Who swapped with the facilitator, and is asked first next time. */
  readonly nextTime?: MemberId
  /** Every member, in the order in which the rota proposes them for the role, and for presenting. */
  readonly rota: { readonly facilitate: readonly MemberId[]; readonly present: readonly MemberId[] }
  /** Who waits to present, first in line first; empty where the circle keeps no queue. */
  readonly queue: readonly MemberId[]
  /** A rehearsal with a made-up circle: nothing of it is kept. */
  readonly practice?: true
  /** What was promised before and is still open. */
  readonly commitments: readonly Commitment[]
}

/** The rounds of the skeleton: each gives every voice the floor once. */
export type RoundKind = 'check-in' | 'last-commitments' | 'harvest' | 'commitments' | 'last-round'

interface StepPlace {
  readonly id: StepId
  readonly item: ItemId
}

/** One stretch of the session that forward leads through. */
export type Step =
  | (StepPlace & { readonly kind: 'named' })
  | (StepPlace & { readonly kind: 'agreement'; readonly index: number; readonly minutes: number })
  | (StepPlace & { readonly kind: 'agreements-change'; readonly minutes: number })
  | (StepPlace & { readonly kind: 'round'; readonly round: RoundKind; readonly minutes: number })
  | (StepPlace & { readonly kind: 'choosing'; readonly minutes: number })
  /** Before a turn: what would help, and by which format. */
  | (StepPlace & { readonly kind: 'help' })
  /** Before a turn in pairs or trios: who sits with whom. */
  | (StepPlace & { readonly kind: 'groups' })
  | (StepPlace & { readonly kind: 'phase'; readonly phase: FormatPhase; readonly minutes: number })
  | (StepPlace & { readonly kind: 'break'; readonly minutes: number })
  /** Nobody speaks, nothing moves; it ends by itself. */
  | (StepPlace & { readonly kind: 'silence'; readonly minutes: number })
  | (StepPlace & { readonly kind: 'what-stays'; readonly minutes: number })

const stepId = (item: ItemId, part: string | number) => `${item}/${part}` as StepId

/** What the room has chosen otherwise than planned. */
export interface Choices {
  readonly formats: ReadonlyMap<ItemId, FormatId>
  /** Turns in which a group has four people: then the fourth has a round as well. */
  readonly fours: ReadonlySet<ItemId>
  /** Turns with too few pairs for two fours: then nobody sits in fours. */
  readonly fewPairs: ReadonlySet<ItemId>
  /** Other lengths than planned, in minutes, that the room has agreed on. */
  readonly lengths: ReadonlyMap<StepId, number>
  /** Items that the room has agreed to leave out. */
  readonly dropped: ReadonlySet<ItemId>
}

export const noChoices: Choices = {
  formats: new Map(),
  fours: new Set(),
  fewPairs: new Set(),
  lengths: new Map(),
  dropped: new Set(),
}

/** The format of a turn: the chosen one, else the planned one; null when the plan does not hold it. */
export function formatOf(plan: SessionPlan, item: ItemId, choices: Choices = noChoices): Format | null {
  const turn = plan.agenda.find(({ id }) => id === item)
  if (turn?.kind !== 'turn') return null
  const wanted = choices.formats.get(item) ?? turn.format
  return plan.formats.find(({ id }) => id === wanted) ?? null
}

/** What happens in the groups of a phase; null where everybody sits in one circle. */
export const partOf = (phase: FormatPhase): GroupPart | null =>
  phase.rule === 'PAIRS' ? (phase.part ?? { letter: null, does: 'in-twos' }) : null

/** Which letter a phase of pairs or trios belongs to. Null where it is nobody's, or not in groups. */
export const letterOf = (phase: FormatPhase): Letter | null => partOf(phase)?.letter ?? null

/** Whether a turn is one person's, who presents and chooses the help; also where the plan does not hold its format. */
export const hasPresenter = (format: Format | null): boolean => format === null || format.scope === 'turn'

const nominalOf = (phases: readonly FormatPhase[]): number =>
  phases.reduce((sum, phase) => sum + phase.minutes.nominal, 0)

/** A format's length as planned, in minutes: a fourth in a group is not expected until the groups are drawn. */
export const usualMinutes = (format: Format): number =>
  nominalOf(format.phases.filter((phase) => letterOf(phase) !== 'D'))

/** The phases without those that may be left out, the lowest `dropOrder` first, until they fit into so many minutes. */
function fitting(phases: readonly FormatPhase[], minutes: number): readonly FormatPhase[] {
  const optional = phases
    .filter(({ dropOrder }) => dropOrder !== undefined)
    .toSorted((one, other) => (one.dropOrder ?? 0) - (other.dropOrder ?? 0))
  return optional.reduce(
    (kept, phase) => (nominalOf(kept) > minutes ? kept.filter(({ id }) => id !== phase.id) : kept),
    phases,
  )
}

type TurnItem = Extract<AgendaItem, { kind: 'turn' }>

/** Whether a turn before this one has the same format: what is held once has been held. */
function isAgain(item: TurnItem, plan: SessionPlan, choices: Choices): boolean {
  const format = formatOf(plan, item.id, choices)?.id
  const before = plan.agenda.slice(0, plan.agenda.indexOf(item))
  return before.some(
    ({ id }) =>
      !choices.dropped.has(id) && formatOf(plan, id, choices)?.id === format && format !== undefined,
  )
}

function phasesOfTurn(item: TurnItem, plan: SessionPlan, choices: Choices): readonly FormatPhase[] {
  const phases = formatOf(plan, item.id, choices)?.phases ?? []
  const again = isAgain(item, plan, choices)
  const usual = fitting(
    phases.filter((phase) => letterOf(phase) !== 'D' && !(again && phase.once)),
    item.minutes,
  )
  return phases.filter(
    (phase) =>
      (usual.includes(phase) || (letterOf(phase) === 'D' && choices.fours.has(item.id))) &&
      !(partOf(phase)?.does === 'in-fours' && choices.fewPairs.has(item.id)),
  )
}

function stepsOfTurn(item: TurnItem, plan: SessionPlan, choices: Choices): readonly Step[] {
  const format = formatOf(plan, item.id, choices)
  const phases = phasesOfTurn(item, plan, choices).map((phase): Step => ({
    kind: 'phase',
    id: stepId(item.id, phase.id),
    item: item.id,
    phase,
    minutes: phase.minutes.nominal,
  }))
  if (hasPresenter(format)) return [{ kind: 'help', id: stepId(item.id, 'help'), item: item.id }, ...phases]
  return format?.grouping === 'plenary'
    ? phases
    : [{ kind: 'groups', id: stepId(item.id, 'groups'), item: item.id }, ...phases]
}

function stepsOfItem(item: AgendaItem, plan: SessionPlan, choices: Choices): readonly Step[] {
  const place = (part: string | number): StepPlace & { readonly minutes: number } => ({
    id: stepId(item.id, part),
    item: item.id,
    minutes: item.minutes,
  })
  switch (item.kind) {
    case 'opening':
      return [{ kind: 'named', id: stepId(item.id, 'named'), item: item.id }]
    case 'agreements': {
      const each = item.minutes / (plan.agreements.length + 1)
      return [
        ...plan.agreements.map((_, index): Step => ({
          ...place(index),
          kind: 'agreement',
          index,
          minutes: each,
        })),
        { ...place('change'), kind: 'agreements-change', minutes: each },
      ]
    }
    case 'turn':
      return stepsOfTurn(item, plan, choices)
    case 'choosing':
      // Where nobody presents, nobody is chosen.
      return plan.agenda.some(({ id, kind }) => kind === 'turn' && hasPresenter(formatOf(plan, id, choices)))
        ? [{ ...place(item.kind), kind: item.kind }]
        : []
    case 'break':
    case 'silence':
    case 'what-stays':
      return [{ ...place(item.kind), kind: item.kind }]
    default:
      return [{ ...place('round'), kind: 'round', round: item.kind }]
  }
}

/** The steps of a session in order: the agenda unrolled, with what the room has chosen since. */
export const stepsOf = (plan: SessionPlan, choices: Choices = noChoices): readonly Step[] =>
  plan.agenda
    .filter(({ id }) => !choices.dropped.has(id))
    .flatMap((item) => stepsOfItem(item, plan, choices))
    .map((step) => {
      const minutes = choices.lengths.get(step.id)
      return minutes === undefined || !('minutes' in step) ? step : { ...step, minutes }
    })

/** Minutes that a step is planned for; nothing for those that only wait for a key. */
export const plannedMinutes = (step: Step): number => ('minutes' in step ? step.minutes : 0)

/**
 * Minutes of the parts around the turns, by circles.md 1.0 (agreements 3, check-in 1.5 each, last round 1 each) and 7.2;
 * what is ours: choosing, half a minute each for the harvest and for the commitments, one for what stays.
 */
export const agreementsMinutes = 3
export const checkInMinutesEach = 1.5
export const lastRoundMinutesEach = 1
export const reviewMinutesEach = 1
export const choosingMinutes = 1
export const harvestMinutesEach = 0.5
export const commitmentMinutesEach = 0.5
export const sweepMinutes = 1

/** Below this, in minutes, check-in and last commitments are one round (room.md, 13). */
export const twoRoundsFrom = 75

/** A break from 90 minutes on, a longer one from 120 (circles.md 3.5). */
export const breakMinutes = (sessionMinutes: number): number =>
  sessionMinutes >= 120 ? 10 : sessionMinutes >= 90 ? 5 : 0

export type AgendaRefusal = { readonly kind: 'too-short'; readonly missing: number; readonly needed: number }

interface AgendaWish {
  readonly minutes: number
  readonly people: number
  readonly format: Format
  /** Members with something still open from before. */
  readonly toReview?: number
}

const item = (kind: PlainItemKind, minutes: number): AgendaItem => ({
  kind,
  id: kind as string as ItemId,
  minutes,
})

/** In a session that would else be too short, the rounds take less, and the harvest is left out. */
type Pace = 'usual' | 'without-harvest' | 'short-rounds'

const shortRounds = { checkIn: 1, last: 0.5 }

/**
 * What of the skeleton a format does itself, so that it is not done twice: one that is the whole session opens it; what was promised
 * before, what is learnt and what is promised now are its own where it writes them down.
 */
export function ownParts({ scope, phases }: Format): ReadonlySet<AgendaItemKind> {
  if (scope !== 'whole-session') return new Set()
  const writes = (kind: CaptureKind) => phases.some(({ captures }) => captures.includes(kind))
  return new Set<AgendaItemKind>([
    'check-in',
    ...(writes('outcome') ? (['last-commitments'] as const) : []),
    ...(writes('words') || writes('insight') ? (['harvest'] as const) : []),
    ...(writes('commitment') ? (['commitments'] as const) : []),
  ])
}

/** What comes before the turns, and what comes after them; without what the format does itself, and without choosing where nobody presents. */
function around(wish: AgendaWish, pace: Pace): readonly [readonly AgendaItem[], readonly AgendaItem[]] {
  const own = ownParts(wish.format)
  const mine = ({ kind }: AgendaItem) => !own.has(kind) && (kind !== 'choosing' || hasPresenter(wish.format))
  const [before, after] = skeleton(wish, pace, own)
  return [before.filter(mine), after.filter(mine)]
}

function skeleton(
  { minutes, people, toReview = 0 }: AgendaWish,
  pace: Pace,
  own: ReadonlySet<AgendaItemKind>,
): readonly [readonly AgendaItem[], readonly AgendaItem[]] {
  // Without a check-in there is no round to ask in: then they have one of their own.
  const apart = toReview > 0 && (minutes >= twoRoundsFrom || own.has('check-in'))
  const checkIn = people * (pace === 'short-rounds' ? shortRounds.checkIn : checkInMinutesEach)
  const last = people * (pace === 'short-rounds' ? shortRounds.last : lastRoundMinutesEach)
  const before = [
    item('opening', 0),
    item('agreements', agreementsMinutes),
    item('check-in', checkIn + (apart ? 0 : (toReview * reviewMinutesEach) / 2)),
    ...(apart ? [item('last-commitments', toReview * reviewMinutesEach)] : []),
    item('choosing', choosingMinutes),
  ]
  const after = [
    ...(pace === 'usual' ? [item('harvest', harvestMinutesEach * people)] : []),
    item('commitments', commitmentMinutesEach * people),
    item('what-stays', sweepMinutes),
    item('last-round', last),
  ]
  return [before, after]
}

const sumOf = (items: readonly AgendaItem[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0)

/**
 * An agenda that fits: how many can present = (session − all the rest) / the format's minutes (decisions.md 27), at most one turn each.
 * A break stands before the last half of the turns when there is more than one.
 * Where not even one turn fits, the harvest is left out, and then the rounds are shorter. A format for the whole group stands once, and nobody is chosen for it; one that is the whole session leaves out what it does itself. Refuses a session too short for one turn.
 */
export function newAgenda(wish: AgendaWish): Result<readonly AgendaItem[], AgendaRefusal> {
  const { minutes, people, format } = wish
  const turnMinutes = usualMinutes(format)
  const most = format.scope === 'turn' ? people : 1
  const fit = (pace: Pace): readonly AgendaItem[] | null => {
    const [before, after] = around(wish, pace)
    const fixed = sumOf(before) + sumOf(after)
    const pause = breakMinutes(minutes)
    const withBreak = Math.floor((minutes - fixed - pause) / turnMinutes)
    const withoutBreak = Math.floor((minutes - fixed) / turnMinutes)
    // Where two turns fit only without the break that belongs between them, there is one turn, and no break.
    const turns = Math.min(
      most,
      withBreak >= 2 ? withBreak : pause > 0 ? Math.min(1, withoutBreak) : withoutBreak,
    )
    if (turns < 1) return null
    const breakBefore = turns >= 2 && pause > 0 ? Math.ceil(turns / 2) : -1
    const held = Array.from({ length: turns }, (_, index): readonly AgendaItem[] => [
      ...(index === breakBefore ? [item('break', pause)] : []),
      { kind: 'turn', id: `turn-${index + 1}` as ItemId, minutes: turnMinutes, format: format.id },
    ]).flat()
    return [...before, ...held, ...after]
  }
  const found = fit('usual') ?? fit('without-harvest') ?? fit('short-rounds')
  if (found !== null) return accepted(found)
  const neededIn = (length: number) =>
    around({ ...wish, minutes: length }, 'short-rounds').reduce(
      (sum, items) => sum + sumOf(items),
      turnMinutes,
    )
  // A longer session may have one round more: then that counts as well.
  const needed = neededIn(neededIn(minutes))
  return refused({ kind: 'too-short', missing: needed - minutes, needed })
}
