import type { ItemId, MemberId, RecordId } from '../basics/ids'
import { millisOf, minutes, wholeMinutes, type Instant, type Millis } from '../basics/time'
import { byWarmth, pagesOf, sortedNext, sortedNow } from '../board/board'
import { hasBegun, progressOf } from './apply'
import { phaseOf, remaining } from './clock'
import type { EventBody } from './events'
import { groupsOf } from './groups'
import { formatOf, type AgendaItemKind, type Step } from './plan'
import { isRound, roundOf, voicesOf } from './rounds'
import {
  currentStep,
  facilitatorNow,
  isHalted,
  presenterNow,
  seated,
  boardOf,
  parkedToday,
  turnsOf,
  type Extending,
  type HandOver,
  type Session,
} from './session'

/** Where forward leads, as data: the words are made of it in one place. */
export type Destination =
  | { readonly kind: 'phase'; readonly title: string }
  | { readonly kind: 'item'; readonly item: AgendaItemKind }
  | { readonly kind: 'turn'; readonly presenter: MemberId | null }
  | { readonly kind: 'groups'; readonly title: string }

export type ForwardLabel =
  | { readonly kind: 'begin' }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'next-sentence' }
  | { readonly kind: 'we-agree' }
  | { readonly kind: 'next-voice'; readonly member: MemberId }
  | { readonly kind: 'end-round' }
  | { readonly kind: 'line-up'; readonly members: readonly MemberId[] }
  | { readonly kind: 'start-turn'; readonly presenter: MemberId }
  | { readonly kind: 'start-groups'; readonly title: string }
  /** Who presents cannot facilitate: somebody takes the session for this turn. */
  | { readonly kind: 'hand-over-for'; readonly presenter: MemberId }
  | { readonly kind: 'hand-over-to'; readonly member: MemberId }
  | { readonly kind: 'i-have-it'; readonly member: MemberId }
  | { readonly kind: 'leave-rest-out' }
  | { readonly kind: 'next'; readonly to: Destination; readonly inMinutes: number | null }
  /** The turn was ended with thanks: what was written in it is forgotten for good, and the session goes on. */
  | { readonly kind: 'forget-turn'; readonly to: Destination }
  | { readonly kind: 'we-are-back' }
  /** The questions that were written for themselves come up together, page by page. */
  | { readonly kind: 'show-together' }
  | { readonly kind: 'next-page'; readonly page: number; readonly pages: number }
  /** In sorting: the presenter goes on to the next question. */
  | { readonly kind: 'next-question' }
  /** What was parked has been seen again: now what stays. */
  | { readonly kind: 'parked-seen' }
  /** The presenter would like it: now the room is asked. */
  | { readonly kind: 'ask-room' }
  /** The room agrees to what the wall asks. */
  | { readonly kind: 'agreed' }
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

const formatTitle = (session: Session, item: ItemId): string =>
  formatOf(session.plan, item, session.choices)?.title ?? ''

function destination(session: Session, step: Step): Destination {
  if (step.kind === 'phase') {
    // What the whole group does in one circle begins with its first phase: it is called by its own name.
    const first = session.steps.find(({ item }) => item === step.item)
    return first === step
      ? { kind: 'groups', title: formatTitle(session, step.item) }
      : { kind: 'phase', title: step.phase.title }
  }
  const item = session.plan.agenda.find(({ id }) => id === step.item)
  if (step.kind === 'help') return { kind: 'turn', presenter: session.presenters.get(step.item) ?? null }
  if (step.kind === 'groups') return { kind: 'groups', title: formatTitle(session, step.item) }
  return { kind: 'item', item: item?.kind ?? 'last-round' }
}

/** Leaving a thanked turn forgets what was written in it, unless somebody asked to keep it until the close. */
const forgetting = (session: Session): readonly EventBody[] =>
  session.thanked !== null && !session.keptUntilClose.has(session.thanked)
    ? [{ type: 'turn-forgotten', item: session.thanked }]
    : []

/** What forward says after thanks: what it forgets stands on it. */
const afterThanks =
  (session: Session) =>
  (step: Step): ForwardLabel =>
    forgetting(session).length > 0
      ? { kind: 'forget-turn', to: destination(session, step) }
      : next(session)(step)

/** A round in which nobody has a word to say is passed by. */
const isEmpty = (session: Session, step: Step): boolean =>
  step.kind === 'round' && step.round === 'last-commitments' && voicesOf(session, step).length === 0

/** The step that forward leads to from here; null where the session closes. */
function following(session: Session, step: Step): Step | null {
  const index = session.steps.findIndex(({ id }) => id === step.id)
  const last = session.steps.findLastIndex(({ item }) => item === step.item)
  const from = session.thanked === null ? index : last
  return session.steps.slice(from + 1).find((other) => !isEmpty(session, other)) ?? null
}

/** Coming to a step; with the step in which it is said what stays, the sweep begins. */
const comingTo = (to: Step): readonly EventBody[] => [
  { type: 'step-started', step: to.id },
  ...(to.kind === 'what-stays' ? [{ type: 'sweep-begun' } as const] : []),
]

function leaving(
  session: Session,
  step: Step,
  label: (next: Step) => ForwardLabel,
): Pick<Forward, 'label' | 'events'> {
  const to = following(session, step)
  if (to === null)
    return { label: { kind: 'close' }, events: [...forgetting(session), { type: 'session-closed' }] }
  return { label: label(to), events: [...forgetting(session), ...comingTo(to)] }
}

/** Going past all that is left of an item; null where nothing comes after it. */
export function pastItem(session: Session, item: ItemId): readonly EventBody[] | null {
  const last = session.steps.findLast((step) => step.item === item)
  const to = last && following(session, last)
  return to ? comingTo(to) : null
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

/** What the board asks for before the phase goes on: to be shown together, page by page, or to be sorted. */
function forwardOnBoard(session: Session, step: Step): Forward | null {
  if (step.kind !== 'phase' || !step.phase.captures.includes('questions') || session.boardPutAway) return null
  const board = boardOf(session, step.item)
  const { item } = step
  const here = (label: ForwardLabel, event: EventBody): Forward => ({
    label,
    filled: true,
    cuts: nothingCut,
    events: [event],
  })
  if (board.veiled && board.waiting.length > 0)
    return here({ kind: 'show-together' }, { type: 'board-revealed', item })
  if (board.together !== null) {
    const [page, pages] = [board.together + 1, pagesOf(board)]
    return page < pages
      ? here({ kind: 'next-page', page: page + 1, pages }, { type: 'board-paged', item, page })
      : null
  }
  const question = step.phase.sorts ? sortedNext(board) : null
  return question && here({ kind: 'next-question' }, { type: 'question-sorted', item, question })
}

/** Leaving a phase in which questions were sorted puts the hot ones first. */
function sortedFirst(session: Session, step: Step): readonly EventBody[] {
  if (step.kind !== 'phase' || !step.phase.sorts) return []
  const board = boardOf(session, step.item)
  return sortedNow(board) === null
    ? []
    : [{ type: 'questions-ordered', item: step.item, order: byWarmth(board) }]
}

function forwardInPhase(session: Session, step: Step, now: Instant): Forward {
  const onBoard = forwardOnBoard(session, step)
  if (onBoard !== null) return onBoard
  const left = remaining(progressOf(session, step).clock, now)
  const early = phaseOf(left) === 'plenty'
  const { label, events } = leaving(session, step, next(session, early ? wholeMinutes(left) : null))
  return {
    label,
    events: [...sortedFirst(session, step), ...events],
    filled: !early,
    cuts: early ? left : nothingCut,
  }
}

/**
 * Who presents today, first to last: who said so, then whom the rota proposes; who facilitates comes last of all.
 * As many as there are turns, or as are here.
 */
export function lineUp(session: Session): readonly MemberId[] {
  const here = seated(session)
  const said = session.bringing.filter((member) => here.includes(member))
  const proposed = [...session.plan.rota.present, ...here].filter(
    (member) => here.includes(member) && member !== session.facilitator,
  )
  return [...new Set([...said, ...proposed, ...here])].slice(0, turnsOf(session).length)
}

/** Whether a turn has been held or is still to come, seen from another one: one that was left out is neither. */
function counts(session: Session, turn: ItemId, from: ItemId): boolean {
  const place = (item: ItemId) => session.plan.agenda.findIndex(({ id }) => id === item)
  return turn !== from && (hasBegun(session, turn) || place(turn) > place(from))
}

/**
 * Who presents in a turn: as chosen, if still here; else the first in line who has no turn today:
 * who brings something, then whom the rota proposes.
 */
export function presenterOf(session: Session, item: ItemId): MemberId | null {
  const chosen = session.presenters.get(item)
  if (chosen !== undefined && session.here.has(chosen)) return chosen
  const others = new Set(
    [...session.presenters].filter(([other]) => counts(session, other, item)).map(([, member]) => member),
  )
  const order = [...session.bringing, ...session.plan.rota.present, ...seated(session)].filter((member) =>
    session.here.has(member),
  )
  return (
    order.find((member) => !others.has(member) && member !== session.facilitator) ??
    order.find((member) => !others.has(member)) ??
    order[0] ??
    null
  )
}

/** Whether somebody can take the role now: here, without it, and not presenting in this turn. */
export const mayTake = (session: Session, member: MemberId): boolean =>
  session.here.has(member) && member !== facilitatorNow(session) && member !== presenterNow(session)

/** Who is asked to take the role from who has it now: the first whom the rota proposes, here, and not presenting. */
export function successor(
  session: Session,
  presenter: MemberId | null = presenterNow(session),
): MemberId | null {
  const order = [...session.plan.rota.facilitate, ...seated(session)]
  const free = order.filter((member) => session.here.has(member) && member !== facilitatorNow(session))
  return free.find((member) => member !== presenter) ?? null
}

function forwardFromChoosing(session: Session, step: Step): Forward {
  const members = lineUp(session)
  const { label, events } = leaving(session, step, next(session))
  const turns = turnsOf(session)
  const chosen = members.flatMap((member, index): readonly EventBody[] => {
    const item = turns[index]
    return item === undefined ? [] : [{ type: 'presenter-chosen', item, member }]
  })
  return {
    label: members.length === 0 ? label : { kind: 'line-up', members },
    filled: true,
    cuts: nothingCut,
    events: [...chosen, ...events],
  }
}

/** Before a turn: who presents cannot facilitate it, so the role goes to somebody else first. */
function forwardFromHelp(session: Session, step: Step): Forward {
  const presenter = presenterOf(session, step.item)
  if (presenter === null) return { ...leaving(session, step, next(session)), filled: false, cuts: nothingCut }
  const to = successor(session, presenter)
  if (presenter === facilitatorNow(session) && to !== null) {
    const events: readonly EventBody[] = [{ type: 'hand-over-offered', to, item: step.item }]
    return { label: { kind: 'hand-over-for', presenter }, filled: true, cuts: nothingCut, events }
  }
  return {
    label: { kind: 'start-turn', presenter },
    filled: true,
    cuts: nothingCut,
    events: [
      { type: 'presenter-chosen', item: step.item, member: presenter },
      ...leaving(session, step, next(session)).events,
    ],
  }
}

function forwardFromGroups(session: Session, step: Step): Forward {
  const groups = groupsOf(session, step.item)
  return {
    label: { kind: 'start-groups', title: formatTitle(session, step.item) },
    filled: true,
    cuts: nothingCut,
    events: [
      { type: 'groups-drawn', item: step.item, groups },
      ...leaving(session, step, next(session)).events,
    ],
  }
}

/** While the role is on its way: to whom, and then only who takes it presses the key. Where nobody can, it stays. */
function forwardInHandOver(session: Session, { to, item }: HandOver): Forward {
  if (to !== null)
    return {
      label: { kind: 'i-have-it', member: to },
      filled: true,
      cuts: nothingCut,
      events: [{ type: 'hand-over-taken' }],
    }
  const member = successor(session)
  if (member === null)
    return {
      label: { kind: 'go-on' },
      filled: true,
      cuts: nothingCut,
      events: [{ type: 'hand-over-declined' }],
    }
  return {
    label: { kind: 'hand-over-to', member },
    filled: false,
    cuts: nothingCut,
    events: [{ type: 'hand-over-offered', to: member, item }],
  }
}

/** While more minutes are asked for: the presenter says whether they would help, then the room, where others would pay. */
function forwardInExtension({ asks, lengths, ...extending }: Extending): Forward {
  const toTheRoom = asks === 'presenter' && extending.pays !== 'spare'
  return {
    label: { kind: toTheRoom ? 'ask-room' : 'agreed' },
    filled: true,
    cuts: nothingCut,
    events: toTheRoom
      ? [
          {
            ...extending,
            type: 'extension-put',
            asks: 'room',
            lengths: [...lengths].map(([step, length]) => ({ step, minutes: length })),
          },
        ]
      : [{ type: 'extension-agreed' }],
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
  if (session.handing !== null) return forwardInHandOver(session, session.handing)
  if (isHalted(session)) {
    return { label: { kind: 'go-on' }, filled: true, cuts: nothingCut, events: [{ type: 'room-resumed' }] }
  }
  if (session.refitting !== null)
    return { label: { kind: 'agreed' }, filled: true, cuts: nothingCut, events: [{ type: 'refit-agreed' }] }
  if (session.extending !== null) return forwardInExtension(session.extending)
  if (session.thanked !== null)
    return { ...leaving(session, step, afterThanks(session)), filled: true, cuts: nothingCut }
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
    case 'help':
      return forwardFromHelp(session, step)
    case 'groups':
      return forwardFromGroups(session, step)
    case 'what-stays':
      if (!session.parkedSeen && parkedToday(session).length > 0)
        return {
          label: { kind: 'parked-seen' },
          filled: true,
          cuts: nothingCut,
          events: [{ type: 'parked-seen' }],
        }
      return { ...leaving(session, step, () => ({ kind: 'leave-rest-out' })), filled: true, cuts: nothingCut }
    case 'break':
      return { ...leaving(session, step, () => ({ kind: 'we-are-back' })), filled: true, cuts: nothingCut }
    default:
      return forwardInPhase(session, step, now)
  }
}
