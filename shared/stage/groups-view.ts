// Pairs, trios and fours as the wall shows them: who sits with whom, who does what, and the change from one to the next.
import type { ItemId } from '../basics/ids'
import { after, millisOf, type Instant } from '../basics/time'
import type { GroupPart, Letter } from '../formats/format'
import { progressOf } from '../session/apply'
import { groupsOf, keeperOf, sittingIn } from '../session/groups'
import { formatOf, letterOf, partOf, type Step } from '../session/plan'
import type { Session } from '../session/session'
import { nameOf } from './name-of'
import type { Face, PartView } from './stage-view'

type PhaseStep = Extract<Step, { kind: 'phase' }>

const letters: readonly Letter[] = ['A', 'B', 'C', 'D']

/** A part as the wall tells it: with the letters of the largest group. */
export function partView(session: Session, item: ItemId, part: GroupPart | null): PartView | null {
  if (part === null) return null
  const most = Math.max(2, ...sittingIn(groupsOf(session, item), part).map((group) => group.length))
  return { ...part, rest: letters.slice(0, most).filter((letter) => letter !== part.letter) }
}

/** How long "Change: B tells" stands at a change in pairs and trios. */
const changeFor = millisOf(2000)

/** When the phase before the present one was left, where it was held in groups; null elsewhere. */
function groupsLeftAt(session: Session, step: PhaseStep): Instant | null {
  const before = session.steps[session.steps.findIndex(({ id }) => id === step.id) - 1]
  if (before?.kind !== 'phase' || before.item !== step.item || partOf(before.phase) === null) return null
  const part = partOf(step.phase)
  const changes =
    part === null ||
    part.letter !== letterOf(before.phase) ||
    (part.letter === null && part.does !== partOf(before.phase)?.does)
  return changes ? (session.progress.get(before.id)?.leftAt ?? null) : null
}

/** Until when the wall says nothing but the change: in groups to the next letter, or from the groups to one circle. */
export function changesUntil(session: Session, step: PhaseStep): Instant | null {
  const leftAt = groupsLeftAt(session, step)
  return leftAt === null ? null : after(leftAt, changeFor)
}

/** The face of a phase in groups, and of the moment before them. */
export function groupsFace(session: Session, step: Extract<Step, { kind: 'groups' | 'phase' }>): Face {
  const format = formatOf(session.plan, step.item, session.choices)
  const phases = session.steps.flatMap((other) =>
    other.kind === 'phase' && other.item === step.item ? [other] : [],
  )
  const part = step.kind === 'phase' ? partOf(step.phase) : null
  const next = phases[phases.findIndex(({ id }) => id === step.id) + 1]
  const keeper = keeperOf(session, step.item)
  const rows = sittingIn(groupsOf(session, step.item), part)
  return {
    kind: 'groups',
    title: step.kind === 'phase' ? step.phase.title : (format?.title ?? ''),
    sentence: step.kind === 'phase' ? step.phase.stageLine : null,
    part: partView(session, step.item, part),
    then: next === undefined ? null : partView(session, step.item, partOf(next.phase)),
    rows: rows.map((group) => group.map((member) => nameOf(session, member))),
    lettered: phases.some(({ phase }) => letterOf(phase) !== null),
    keeper: keeper && nameOf(session, keeper),
    clock: step.kind === 'phase' ? progressOf(session, step).clock : null,
    changeUntil: step.kind === 'phase' ? changesUntil(session, step) : null,
  }
}
