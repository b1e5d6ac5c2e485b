import type { FormatId, ItemId, MemberId, SessionId } from '../basics/ids'
import type { Instant } from '../basics/time'
import { elapsed } from './clock'
import { formatOf, type AgendaItemKind } from './plan'
import { turnsOf, type Session } from './session'

/** What a closed evening leaves behind, and says so: no texts, no passes, stops or holds. */
export interface SessionTrace {
  readonly session: SessionId
  readonly closedAt: Instant
  readonly here: readonly MemberId[]
  /** Who counts as having facilitated: who held the role through at least one item, and who took over for the rest. */
  readonly facilitated: readonly MemberId[]
  readonly presented: readonly MemberId[]
  readonly formats: readonly FormatId[]
  readonly items: readonly {
    readonly item: ItemId
    readonly kind: AgendaItemKind
    readonly planned: number
    readonly actual: number
  }[]
}

/** The trace of a session as it closes at `now`; minutes are whole or tenths. */
export function traceOf(session: Session, now: Instant): SessionTrace {
  const used = (item: ItemId) =>
    session.steps
      .filter((step) => step.item === item)
      .reduce((sum, step) => {
        const progress = session.progress.get(step.id)
        return progress ? sum + elapsed(progress.clock, now) : sum
      }, 0)
  const begun = (item: ItemId) =>
    session.steps.some((step) => step.item === item && step.kind === 'phase' && session.progress.has(step.id))
  const held = session.plan.agenda.filter((item) => item.kind === 'turn' && begun(item.id))
  return {
    session: session.id,
    closedAt: now,
    here: session.chairs.filter((member) => session.attended.has(member)),
    facilitated: [...session.facilitated],
    presented: held
      .filter(({ id }) => turnsOf(session).includes(id))
      .map(({ id }) => session.presenters.get(id))
      .filter((member) => member !== undefined),
    formats: [...new Set(held.flatMap((item) => formatOf(session.plan, item.id, session.choices)?.id ?? []))],
    items: session.plan.agenda.map(({ id, kind, minutes }) => ({
      item: id,
      kind,
      planned: minutes,
      actual: Math.round(used(id) / 6000) / 10,
    })),
  }
}
