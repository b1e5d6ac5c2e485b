// More minutes by consent: the presenter is asked first, then the room, and everybody sees who pays (circles.md 3.2).
// 1. What was spared so far pays first: then only the presenter is asked.
// 2. A break pays before what is learnt, and that before the presenter's own later minutes; another turn never pays.
// 3. What was lent shows until it is given back, or until the lender's own time has come.
import type { ItemId, StepId } from '../basics/ids'
import { after, minutes, type Instant } from '../basics/time'
import { agreedClose, closesAtThisPace } from './pace'
import type { Step } from './plan'
import { isRound } from './rounds'
import { currentStep, type Loan, type Session } from './session'
import { stepsAhead, type StepAhead } from './time-card'

/** How many minutes are asked for at once. */
export const extensionMinutes = 2

/** Other lengths, in minutes, for steps ahead. */
export type NewLengths = readonly { readonly step: StepId; readonly minutes: number }[]

/** Who can pay for more minutes: what was spared, an item of the agenda, or nobody, and the session closes later. */
export interface Payer {
  readonly pays: 'spare' | 'steps' | 'nobody'
  /** Null where no item pays. */
  readonly item: ItemId | null
  readonly lengths: NewLengths
  /** When the session would close. */
  readonly closesAt: Instant
}

/** Minutes that were spared so far, between the close at this pace and the agreed one; never below nothing. */
export const spareMinutes = (session: Session, now: Instant): number =>
  Math.max(0, (agreedClose(session, now) - closesAtThisPace(session, now)) / 60_000)

/** Whether more minutes can be asked for in a step: in phases that end by hand, and where nobody is interrupted in writing or in a round. */
export const canExtend = (step: Step): boolean =>
  step.kind === 'phase' && step.phase.ends === 'by-hand' && step.phase.rule !== 'WRITE' && !isRound(step)

const slackOf = ({ nominal, floor }: StepAhead) => Math.max(0, nominal - floor)

/** So many minutes from these, the last first; null where they have not as many. */
function taken(steps: readonly StepAhead[], count: number): NewLengths | null {
  let missing = count
  const lengths = steps.toReversed().flatMap((step) => {
    const given = Math.min(missing, slackOf(step))
    missing -= given
    return given > 0 ? [{ step: step.id, minutes: step.nominal - given }] : []
  })
  return missing > 0 ? null : lengths
}

/** The presenter's own later phases: never the one in which it is said what is taken. */
function ownLater(session: Session, here: Step): readonly StepAhead[] {
  const after = session.steps.slice(session.steps.indexOf(here) + 1)
  return after.flatMap((step) =>
    step.kind === 'phase' &&
    step.item === here.item &&
    !step.phase.captures.includes('takeaway') &&
    !session.progress.has(step.id)
      ? [{ id: step.id, item: step.item, nominal: step.minutes, floor: step.phase.minutes.floor }]
      : [],
  )
}

/** Who could pay for so many minutes in the present step, in the order in which they are asked; closing later is always the last. */
export function payersFor(session: Session, now: Instant, count = extensionMinutes): readonly Payer[] {
  const here = currentStep(session)
  if (here === null || !canExtend(here)) return []
  const ahead = stepsAhead(session, now)
  const ofKind = (kind: string) =>
    session.plan.agenda
      .filter((item) => item.kind === kind)
      .map(({ id }) => ahead.filter(({ item, keep, group }) => item === id && !keep && group === undefined))
  const candidates = [...ofKind('break'), ...ofKind('harvest'), ownLater(session, here)]
  const closes = closesAtThisPace(session, now)
  const later = after(closes, minutes(count))
  const payers = candidates.flatMap((steps): readonly Payer[] => {
    const lengths = taken(steps, count)
    const [first] = steps
    return lengths === null || first === undefined
      ? []
      : [{ pays: 'steps', item: first.item, lengths, closesAt: closes }]
  })
  const nobody = { item: null, lengths: [], closesAt: later }
  const spare: readonly Payer[] = spareMinutes(session, now) >= count ? [{ ...nobody, pays: 'spare' }] : []
  return [...spare, ...payers, { ...nobody, pays: 'nobody' }]
}

/** What was lent and can still be given back: the lender is still ahead, and nobody has come to it yet. */
export const openLoans = ({ loans, steps, progress, at }: Session): readonly Loan[] =>
  loans.filter(
    ({ lender }) => steps.some(({ id }) => id === lender) && lender !== at && !progress.has(lender),
  )
