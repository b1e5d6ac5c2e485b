import type { ItemId, MemberId, RecordId } from '../basics/ids'
import { millisOf, minutes, wholeMinutes, type Instant, type Millis } from '../basics/time'
import { progressOf } from './apply'
import { phaseOf, remaining } from './clock'
import type { EventBody } from './events'
import type { AgendaItemKind, Step } from './plan'
import { isRound, roundOf } from './rounds'
import { currentStep, seated, stepAfter, type Session } from './session'

/** Where forward leads, as data: the words are made of it in one place. */
export type Destination =
  | { readonly kind: 'phase'; readonly title: string }
  | { readonly kind: 'item'; readonly item: AgendaItemKind }
  | { readonly kind: 'turn'; readonly presenter: MemberId | null }

export type ForwardLabel =
  | { readonly kind: 'begin' }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'next-sentence' }
  | { readonly kind: 'we-agree' }
  | { readonly kind: 'next-voice'; readonly member: MemberId }
  | { readonly kind: 'end-round' }
  | { readonly kind: 'start-turn'; readonly presenter: MemberId }
  | { readonly kind: 'next'; readonly to: Destination; readonly inMinutes: number | null }
  | { readonly kind: 'we-are-back' }
  | { readonly kind: 'close' }

/** What the forward key does in this place, what its button says, and whether it is the filled one. */
export interface Forward {
  readonly label: ForwardLabel
  readonly filled: boolean
  /** Planned time that would be cut off; asked about when it is more than a minute. */
  readonly cuts: Millis
  readonly events: readonly EventBody[]
}

const nothingCut = millisOf(0)

/** How still "What would you change today?" stands before its key is filled. */
const stillFor = minutes(5 / 60)

function destination(session: Session, step: Step): Destination {
  if (step.kind === 'phase') return { kind: 'phase', title: step.phase.title }
  const item = session.plan.agenda.find(({ id }) => id === step.item)
  if (step.kind === 'choosing') return { kind: 'turn', presenter: session.presenters.get(step.item) ?? null }
  return { kind: 'item', item: item?.kind ?? 'last-round' }
}

/** Leaving a thanked turn forgets what was written in it, unless somebody asked to keep it until the close. */
const forgetting = (session: Session): readonly EventBody[] =>
  session.thanked !== null && !session.keptUntilClose.has(session.thanked)
    ? [{ type: 'turn-forgotten', item: session.thanked }]
    : []

function leaving(
  session: Session,
  step: Step,
  label: (next: Step) => ForwardLabel,
): Pick<Forward, 'label' | 'events'> {
  const next = session.thanked === null ? stepAfter(session, step.id) : firstStepAfterItem(session, step.item)
  if (next === null)
    return { label: { kind: 'close' }, events: [...forgetting(session), { type: 'session-closed' }] }
  return { label: label(next), events: [...forgetting(session), { type: 'step-started', step: next.id }] }
}

function firstStepAfterItem(session: Session, item: ItemId): Step | null {
  const last = session.steps.findLastIndex((step) => step.item === item)
  return session.steps[last + 1] ?? null
}

const next =
  (session: Session, inMinutes: number | null = null) =>
  (step: Step): ForwardLabel => ({
    kind: 'next',
    to: destination(session, step),
    inMinutes,
  })

function forwardInRound(session: Session, step: Step): Forward {
  const progress = progressOf(session, step)
  const round = roundOf(session, step, progress)
  const ended = (member: MemberId): EventBody => ({
    type: 'voice-ended',
    step: step.id,
    member,
    how: 'spoke',
  })
  if (round.voice !== null && round.next !== null) {
    return {
      label: { kind: 'next-voice', member: round.next },
      filled: true,
      cuts: nothingCut,
      events: [ended(round.voice)],
    }
  }
  if (round.voice !== null && round.somebodyPassed) {
    return { label: { kind: 'end-round' }, filled: true, cuts: nothingCut, events: [ended(round.voice)] }
  }
  const { label, events } = leaving(session, step, () => ({ kind: 'end-round' }))
  const voice = round.voice === null ? [] : [ended(round.voice)]
  return { label, filled: true, cuts: nothingCut, events: [...voice, ...events] }
}

function forwardInPhase(session: Session, step: Step, now: Instant): Forward {
  const left = remaining(progressOf(session, step).clock, now)
  const early = phaseOf(left) === 'plenty'
  return {
    ...leaving(session, step, next(session, early ? wholeMinutes(left) : null)),
    filled: !early,
    cuts: early ? left : nothingCut,
  }
}

/** Who would present next if nobody says otherwise: the next chair after the facilitator who has not presented today. */
export function suggestedPresenter(session: Session, item: ItemId): MemberId | null {
  const chosen = session.presenters.get(item)
  if (chosen !== undefined && session.here.has(chosen)) return chosen
  const order = seated(session)
  const start = order.indexOf(session.facilitator) + 1
  const around = [...order.slice(start), ...order.slice(0, start)]
  const had = new Set([...session.presenters].filter(([other]) => other !== item).map(([, member]) => member))
  const others = around.filter((member) => member !== session.facilitator)
  return others.find((member) => !had.has(member)) ?? others[0] ?? around[0] ?? null
}

function forwardFromChoosing(session: Session, step: Step): Forward {
  const presenter = suggestedPresenter(session, step.item)
  if (presenter === null) return { ...leaving(session, step, next(session)), filled: false, cuts: nothingCut }
  const { events } = leaving(session, step, next(session))
  return {
    label: { kind: 'start-turn', presenter },
    filled: true,
    cuts: nothingCut,
    events: [{ type: 'presenter-chosen', item: step.item, member: presenter }, ...events],
  }
}

/** Forward in this place: exactly what its button says. Null once closed, and while a gap waits for an answer. */
export function forward(session: Session, now: Instant, plan: RecordId): Forward | null {
  if (session.course === 'closed' || session.gap !== null) return null
  if (session.course === 'waiting')
    return {
      label: { kind: 'begin' },
      filled: true,
      cuts: nothingCut,
      events: [{ type: 'session-begun', plan }],
    }
  const step = currentStep(session)
  if (step === null) return null
  if (session.heldAt !== null || session.pausedAt !== null) {
    return { label: { kind: 'go-on' }, filled: true, cuts: nothingCut, events: [{ type: 'room-resumed' }] }
  }
  if (session.thanked !== null)
    return { ...leaving(session, step, next(session)), filled: true, cuts: nothingCut }
  if (isRound(step)) return forwardInRound(session, step)
  switch (step.kind) {
    case 'named':
      return { ...leaving(session, step, () => ({ kind: 'go-on' })), filled: true, cuts: nothingCut }
    case 'agreement':
      return { ...leaving(session, step, () => ({ kind: 'next-sentence' })), filled: true, cuts: nothingCut }
    case 'agreements-change': {
      const { clock } = progressOf(session, step)
      const still = clock.kind === 'running' && clock.banked + (now - clock.since) < stillFor
      return { ...leaving(session, step, () => ({ kind: 'we-agree' })), filled: !still, cuts: nothingCut }
    }
    case 'choosing':
      return forwardFromChoosing(session, step)
    case 'break':
      return { ...leaving(session, step, () => ({ kind: 'we-are-back' })), filled: true, cuts: nothingCut }
    default:
      return forwardInPhase(session, step, now)
  }
}
