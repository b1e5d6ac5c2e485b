import type { Agreement, Help, Level, Member } from '../circle/circle'
import type { Format, FormatPhase } from '../formats/format'
import { nominalMinutes } from '../formats/format'
import type { FormatId, ItemId, MemberId, StepId } from '../basics/ids'
import { accepted, refused, type Result } from '../basics/result'
import type { Instant } from '../basics/time'

/** What an item of the agenda is for; its minutes are planned, and edits are events. */
export type AgendaItem =
  | { readonly kind: 'opening'; readonly id: ItemId; readonly minutes: number }
  | { readonly kind: 'agreements'; readonly id: ItemId; readonly minutes: number }
  | { readonly kind: 'check-in'; readonly id: ItemId; readonly minutes: number }
  | { readonly kind: 'turn'; readonly id: ItemId; readonly minutes: number; readonly format: FormatId }
  | { readonly kind: 'break'; readonly id: ItemId; readonly minutes: number }
  | { readonly kind: 'last-round'; readonly id: ItemId; readonly minutes: number }

export type AgendaItemKind = AgendaItem['kind']

/** What a session stands on, frozen in one sealed record when it is planned: names, agreements, agenda, whole formats. */
export interface SessionPlan {
  readonly circleName: string
  readonly members: readonly Member[]
  readonly agreements: readonly Agreement[]
  readonly level: Level
  readonly help: Help
  readonly agenda: readonly AgendaItem[]
  readonly formats: readonly Format[]
  /** How long the circle has, in minutes. */
  readonly minutes: number
  /** When it means to begin; null for "as soon as we sit". */
  readonly beginsAt: Instant | null
  /** Who is asked to facilitate; the room may say otherwise. */
  readonly facilitator: MemberId
}

/** One stretch of the session that forward leads through. */
export type Step =
  | { readonly kind: 'named'; readonly id: StepId; readonly item: ItemId }
  | {
      readonly kind: 'agreement'
      readonly id: StepId
      readonly item: ItemId
      readonly index: number
      readonly minutes: number
    }
  | {
      readonly kind: 'agreements-change'
      readonly id: StepId
      readonly item: ItemId
      readonly minutes: number
    }
  | {
      readonly kind: 'round'
      readonly id: StepId
      readonly item: ItemId
      readonly round: 'check-in' | 'last-round'
      readonly minutes: number
    }
  | { readonly kind: 'choosing'; readonly id: StepId; readonly item: ItemId }
  | {
      readonly kind: 'phase'
      readonly id: StepId
      readonly item: ItemId
      readonly phase: FormatPhase
      readonly minutes: number
    }
  | { readonly kind: 'break'; readonly id: StepId; readonly item: ItemId; readonly minutes: number }

const stepId = (item: ItemId, part: string | number) => `${item}/${part}` as StepId

function stepsOfItem(item: AgendaItem, plan: SessionPlan): readonly Step[] {
  switch (item.kind) {
    case 'opening':
      return [{ kind: 'named', id: stepId(item.id, 'named'), item: item.id }]
    case 'agreements': {
      const each = item.minutes / (plan.agreements.length + 1)
      return [
        ...plan.agreements.map((_, index): Step => ({
          kind: 'agreement',
          id: stepId(item.id, index),
          item: item.id,
          index,
          minutes: each,
        })),
        { kind: 'agreements-change', id: stepId(item.id, 'change'), item: item.id, minutes: each },
      ]
    }
    case 'check-in':
    case 'last-round':
      return [
        {
          kind: 'round',
          id: stepId(item.id, 'round'),
          item: item.id,
          round: item.kind,
          minutes: item.minutes,
        },
      ]
    case 'turn': {
      const format = plan.formats.find(({ id }) => id === item.format)
      const phases = (format?.phases ?? []).map((phase): Step => ({
        kind: 'phase',
        id: stepId(item.id, phase.id),
        item: item.id,
        phase,
        minutes: phase.minutes.nominal,
      }))
      return [{ kind: 'choosing', id: stepId(item.id, 'choosing'), item: item.id }, ...phases]
    }
    case 'break':
      return [{ kind: 'break', id: stepId(item.id, 'break'), item: item.id, minutes: item.minutes }]
  }
}

/** The steps of a session in order: the agenda unrolled. */
export const stepsOf = (plan: SessionPlan): readonly Step[] =>
  plan.agenda.flatMap((item) => stepsOfItem(item, plan))

/** Minutes that a step is planned for; nothing for those that only wait for a key. */
export const plannedMinutes = (step: Step): number => ('minutes' in step ? step.minutes : 0)

/** Minutes of the opening parts and the close, by circles.md 1.0: agreements 3, check-in 1.5 each, last round 1 each. */
export const agreementsMinutes = 3
export const checkInMinutesEach = 1.5
export const lastRoundMinutesEach = 1

/** A break from 90 minutes on, a longer one from 120 (circles.md 3.5). */
export const breakMinutes = (sessionMinutes: number): number =>
  sessionMinutes >= 120 ? 10 : sessionMinutes >= 90 ? 5 : 0

export type AgendaRefusal = { readonly kind: 'too-short'; readonly missing: number; readonly needed: number }

interface AgendaWish {
  readonly minutes: number
  readonly people: number
  readonly format: Format
}

/**
 * An agenda that fits: how many can present = (session − all the rest) / the format's minutes (decisions.md 27), at most one turn each.
 * A break stands before the last half of the turns when there is more than one. Refuses a session too short for one turn.
 */
export function newAgenda({
  minutes,
  people,
  format,
}: AgendaWish): Result<readonly AgendaItem[], AgendaRefusal> {
  const turnMinutes = nominalMinutes(format)
  const rounds = (checkInMinutesEach + lastRoundMinutesEach) * people
  const fixed = agreementsMinutes + rounds
  const pause = breakMinutes(minutes)
  const withBreak = Math.floor((minutes - fixed - pause) / turnMinutes)
  const withoutBreak = Math.floor((minutes - fixed) / turnMinutes)
  // Where two turns fit only without the break that belongs between them, there is one turn, and no break.
  const turns = Math.min(
    people,
    withBreak >= 2 ? withBreak : pause > 0 ? Math.min(1, withoutBreak) : withoutBreak,
  )
  if (turns < 1)
    return refused({ kind: 'too-short', missing: fixed + turnMinutes - minutes, needed: fixed + turnMinutes })
  const id = (name: string) => name as ItemId
  const breakBefore = turns >= 2 && pause > 0 ? Math.ceil(turns / 2) : -1
  const held = Array.from({ length: turns }, (_, index): readonly AgendaItem[] => [
    ...(index === breakBefore ? [{ kind: 'break', id: id('break'), minutes: pause } as const] : []),
    { kind: 'turn', id: id(`turn-${index + 1}`), minutes: turnMinutes, format: format.id },
  ]).flat()
  return accepted([
    { kind: 'opening', id: id('opening'), minutes: 0 },
    { kind: 'agreements', id: id('agreements'), minutes: agreementsMinutes },
    { kind: 'check-in', id: id('check-in'), minutes: checkInMinutesEach * people },
    ...held,
    { kind: 'last-round', id: id('last-round'), minutes: lastRoundMinutesEach * people },
  ])
}
