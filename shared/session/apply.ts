import type { ItemId, MemberId, StepId } from '../basics/ids'
import { between, millisOf, minutes, type Instant } from '../basics/time'
import {
  answerQuestion,
  closePages,
  groupQuestion,
  orderQuestions,
  parkQuestion,
  returnQuestion,
  rewordQuestion,
  setAlone,
  showQuestion,
  showTogether,
  sortQuestion,
  takeHome,
  turnPage,
  ungroupQuestion,
  veilBoard,
  warmQuestion,
  withdrawQuestion,
  writeQuestion,
  type Board,
} from '../board/board'
import { deckOf, nextCard, standing } from '../craft/cards'
import { addTime, newClock, pauseClock, ripensAfter, startClock, takeBack } from './clock'
import type { EventBody, SessionEvent } from './events'
import { pairsForFours } from './groups'
import { plannedMinutes, stepsOf, type Choices, type Step } from './plan'
import {
  hasShares,
  isRound,
  roundOf,
  shareBrought,
  shareNow,
  shareTakenAlong,
  standingOf,
  voicesOf,
} from './rounds'
import {
  boardOf,
  currentStep,
  facilitatorNow,
  type Loan,
  type Progress,
  type Refitting,
  type Session,
} from './session'

const put = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  new Map(map).set(key, value)

const newProgress = (step: Step): Progress => ({
  clock: newClock(minutes(plannedMinutes(step))),
  voices: [],
  late: [],
  brought: new Map(),
  given: null,
  share: null,
  leftAt: null,
})

/** How far a step has come; a step not yet begun has all its time. */
export const progressOf = (session: Session, step: Step): Progress =>
  session.progress.get(step.id) ?? newProgress(step)

/** Whether clocks run: the session runs, and nobody has paused, held or thanked, and no gap waits for an answer. */
export const isRunning = (session: Session): boolean =>
  session.course === 'running' &&
  session.pausedAt === null &&
  session.heldAt === null &&
  session.gap === null &&
  session.thanked === null

function withProgress(
  session: Session,
  id: StepId,
  change: (progress: Progress, step: Step) => Progress,
): Session {
  const step = session.steps.find((other) => other.id === id)
  if (!step) return session
  return { ...session, progress: put(session.progress, id, change(progressOf(session, step), step)) }
}

const stopProgress = (progress: Progress, at: Instant): Progress => ({
  ...progress,
  clock: pauseClock(progress.clock, at),
  share: progress.share && { ...progress.share, clock: pauseClock(progress.share.clock, at) },
})

const startProgress = (progress: Progress, at: Instant): Progress => ({
  ...progress,
  clock: startClock(progress.clock, at),
  share: progress.share && { ...progress.share, clock: startClock(progress.share.clock, at) },
})

/** Brings the present step's clocks and share in line with everything else, as of `at`. */
function regulate(session: Session, at: Instant): Session {
  const step = currentStep(session)
  if (!step) return session
  return withProgress(session, step.id, (progress) => {
    const shared = hasShares(step) ? withShare(session, step, progress, at) : progress
    return isRunning(session) ? startProgress(shared, at) : stopProgress(shared, at)
  })
}

function withShare(session: Session, step: Step, progress: Progress, at: Instant): Progress {
  const { voice, left } = roundOf(session, step, progress)
  if (voice === null) return { ...progress, share: null }
  if (progress.share?.member === voice) return progress
  return { ...progress, share: { member: voice, clock: newClock(shareNow(progress, left, at)) } }
}

/** Whether an item is more than the moment in which the facilitator is named. */
const counts = (session: Session, item: ItemId) =>
  session.plan.agenda.some(({ id, kind }) => id === item && kind !== 'opening')

/** Leaving an item: who held the role through it counts, and who covered it gives it back. */
function leaveItem(session: Session, to: Step | null): Session {
  const from = currentStep(session)
  if (from === null || from.item === to?.item) return session
  const held = session.cover === null && counts(session, from.item)
  const facilitated = held ? new Set(session.facilitated).add(session.facilitator) : session.facilitated
  return { ...session, facilitated, cover: null, handing: null }
}

function goTo(session: Session, id: StepId, at: Instant): Session {
  const here = session.at
  const to = session.steps.find((step) => step.id === id)
  if (session.course !== 'running' || id === here || !to) return session
  const left =
    here === null
      ? session
      : withProgress(leaveItem(session, to), here, (progress) => ({
          ...stopProgress(progress, at),
          leftAt: at,
        }))
  const arrived = withProgress(left, id, (progress) => ({ ...progress, leftAt: null }))
  const item = left.steps.find((step) => step.id === here)?.item
  return {
    ...(item === undefined ? arrived : onBoard(arrived, item, closePages)),
    at: id,
    thanked: null,
    refitting: null,
    extending: null,
    boardPutAway: false,
    remindedAt: null,
    told: null,
    handedOver: null,
  }
}

/** Going on from an instant before the key was pressed: the clock of the new step runs from then. */
function goToSince(
  session: Session,
  event: Extract<EventBody, { type: 'step-started' }>,
  at: Instant,
): Session {
  const arrived = goTo(session, event.step, at)
  const { since } = event
  if (since === undefined || arrived === session || since >= at || !isRunning(arrived)) return arrived
  const started = withProgress(arrived, event.step, (progress) => startProgress(progress, since))
  // What the new step takes, the step before gives: no minute counts twice.
  return session.at === null
    ? started
    : withProgress(started, session.at, (progress) => ({
        ...progress,
        clock: takeBack(progress.clock, between(since, at)),
      }))
}

const isTurn = (session: Session, item: ItemId) =>
  session.plan.agenda.some(({ id, kind }) => id === item && kind === 'turn')

function onBoard(session: Session, item: ItemId, change: (board: Board) => Board): Session {
  const before = boardOf(session, item)
  const board = change(before)
  return board !== before && isTurn(session, item)
    ? { ...session, boards: put(session.boards, item, board) }
    : session
}

const knowsMember = (session: Session, member: string) => session.chairs.some((chair) => chair === member)

/** Whoever is here once the session runs has been here, also after leaving. */
function arrive(session: Session, member: MemberId): Session {
  const here = new Set(session.here).add(member)
  return session.course === 'running'
    ? { ...session, here, attended: new Set(session.attended).add(member) }
    : { ...session, here }
}

/** Who comes in the middle of a round speaks last in it, with a share of their own; the others keep their order and their time. */
function comeLate(before: Session, member: MemberId, at: Instant): Session {
  const session = arrive(before, member)
  const step = currentStep(session)
  if (step === null || !isRound(step)) return session
  return withProgress(session, step.id, (progress) => {
    const late = [...without(progress.late, member), member]
    const had = ['heard', 'passed'].includes(standingOf(progress, member))
    if (had || !voicesOf(session, step).includes(member)) return { ...progress, late }
    const share = shareBrought(before, step, progress, at)
    return {
      ...progress,
      late,
      clock: addTime(progress.clock, share),
      brought: put(progress.brought, member, share),
    }
  })
}

/** Who goes again before the end of a share that was brought takes along what is left of it. */
function takeAlong(session: Session, step: Step, member: MemberId, at: Instant) {
  return (progress: Progress): Progress => {
    const share = shareTakenAlong(session, step, progress, { member, now: at })
    const brought = new Map([...progress.brought].filter(([other]) => other !== member))
    return share === 0 ? progress : { ...progress, brought, clock: addTime(progress.clock, millisOf(-share)) }
  }
}

/** Who leaves gives up a voice that was given, and does not take it back by returning; nor the role for a turn. */
function giveUp(session: Session, member: MemberId, at: Instant): Session {
  const here = new Set([...session.here].filter((other) => other !== member))
  const cover = session.cover?.member === member ? null : session.cover
  const handing = session.handing?.to === member ? { ...session.handing, to: null } : session.handing
  const left = { ...session, here, cover, handing }
  const step = currentStep(left)
  if (step === null || !session.here.has(member)) return left
  return withProgress(left, step.id, (progress) => ({
    ...takeAlong(session, step, member, at)(progress),
    given: progress.given === member ? null : progress.given,
  }))
}

const without = (members: readonly MemberId[], member: MemberId) =>
  members.filter((other) => other !== member)

/** What the room chooses before its turns. */
function applyChoosing(session: Session, event: EventBody): Session {
  switch (event.type) {
    case 'bringing-said':
      return knowsMember(session, event.member)
        ? { ...session, bringing: [...without(session.bringing, event.member), event.member] }
        : session
    case 'bringing-unsaid':
      return session.bringing.includes(event.member)
        ? { ...session, bringing: without(session.bringing, event.member) }
        : session
    case 'wish-said':
      return isTurn(session, event.item)
        ? { ...session, wishes: put(session.wishes, event.item, event.wish) }
        : session
    case 'format-chosen': {
      const formats = put(session.choices.formats, event.item, event.format)
      const known = session.plan.formats.some(({ id }) => id === event.format)
      return known && isTurn(session, event.item) && !hasBegun(session, event.item)
        ? chosen(session, { ...session.choices, formats }, event.item)
        : session
    }
    case 'groups-drawn': {
      const groups = event.groups
        .map((group) => group.filter((member) => knowsMember(session, member)))
        .filter((group) => group.length > 0)
      if (!isTurn(session, event.item) || hasBegun(session, event.item)) return session
      const fours = new Set([...session.choices.fours].filter((item) => item !== event.item))
      if (groups.some((group) => group.length > 3)) fours.add(event.item)
      const fewPairs = new Set([...session.choices.fewPairs].filter((item) => item !== event.item))
      if (groups.length < pairsForFours) fewPairs.add(event.item)
      return chosen(
        { ...session, groups: put(session.groups, event.item, groups) },
        { ...session.choices, fours, fewPairs },
        event.item,
      )
    }
    default:
      return session
  }
}

/** Whether a phase of a turn has been entered: from then on its format stands. */
export const hasBegun = (session: Session, item: ItemId): boolean =>
  session.steps.some((step) => step.item === item && step.kind === 'phase' && session.progress.has(step.id))

/** The session with its steps unrolled anew; where it stood at a step that is gone, it stands at the turn's first. */
function chosen(session: Session, choices: Choices, item: ItemId): Session {
  const steps = stepsOf(session.plan, choices)
  const changed = { ...session, choices, steps }
  if (session.at === null || steps.some(({ id }) => id === session.at)) return changed
  const first = steps.find((step) => step.item === item)
  return first ? { ...changed, at: first.id } : session
}

/** The longest that a step can be given, in minutes: a day. */
const mostMinutes = 1440

/** What of a proposal can still be changed: steps that nobody has come to, and breaks ahead. */
function stillAhead(session: Session, { lengths, dropped }: Pick<Refitting, 'lengths' | 'dropped'>) {
  const untouched = (step: Step) => step.id !== session.at && !session.progress.has(step.id)
  const ahead = new Set(session.steps.filter(untouched).map(({ id }) => id))
  const begun = new Set(session.steps.filter((step) => !untouched(step)).map(({ item }) => item))
  const isBreak = (item: ItemId) =>
    session.plan.agenda.some(({ id, kind }) => id === item && kind === 'break') && !begun.has(item)
  return {
    lengths: [...lengths].filter(([id, length]) => ahead.has(id) && length > 0 && length <= mostMinutes),
    dropped: dropped.filter(isBreak),
  }
}

/** Other lengths for what is ahead: put to the room, then agreed or not. */
function applyRefit(session: Session, event: EventBody): Session {
  const { refitting } = session
  switch (event.type) {
    case 'refit-put': {
      if (session.course !== 'running') return session
      const lengths = new Map(event.lengths.map(({ step, minutes: length }) => [step, length] as const))
      const found = stillAhead(session, { lengths, dropped: event.dropped })
      if (found.lengths.length === 0 && found.dropped.length === 0) return session
      return {
        ...session,
        extending: null,
        refitting: { lengths: new Map(found.lengths), dropped: found.dropped, closesAt: event.closesAt },
      }
    }
    case 'refit-dismissed':
      return refitting === null ? session : { ...session, refitting: null }
    case 'refit-agreed': {
      if (refitting === null) return session
      const found = stillAhead(session, refitting)
      const choices: Choices = {
        ...session.choices,
        lengths: new Map([...session.choices.lengths, ...found.lengths]),
        dropped: new Set([...session.choices.dropped, ...found.dropped]),
      }
      return { ...session, refitting: null, choices, steps: stepsOf(session.plan, choices) }
    }
    default:
      return session
  }
}

/** Lengths that pay for more minutes: of steps ahead, each less than it was. */
function paying(session: Session, lengths: ReadonlyMap<StepId, number>): ReadonlyMap<StepId, number> {
  const shorter = ([id, length]: readonly [StepId, number]) =>
    session.steps.some((step) => step.id === id && length < plannedMinutes(step))
  return new Map(stillAhead(session, { lengths, dropped: [] }).lengths.filter(shorter))
}

/** More minutes for the present step: put to the room, then agreed or not; what was lent for them, and given back. */
function applyExtension(session: Session, event: EventBody): Session {
  const { extending, choices } = session
  const withLengths = (changed: ReadonlyMap<StepId, number>) => {
    const lengths = new Map([...choices.lengths, ...changed])
    return { choices: { ...choices, lengths }, steps: stepsOf(session.plan, { ...choices, lengths }) }
  }
  const lengthOf = (id: StepId) => plannedMinutes(session.steps.find((step) => step.id === id) as Step)
  switch (event.type) {
    case 'extension-put': {
      const fits = event.minutes > 0 && event.minutes <= mostMinutes && event.step === session.at
      if (session.course !== 'running' || !fits) return session
      const wanted = new Map(event.lengths.map(({ step, minutes: length }) => [step, length] as const))
      const lengths = paying(session, wanted)
      if (lengths.size !== wanted.size || lengths.size > 0 !== (event.pays === 'steps')) return session
      const { step, asks, pays, closesAt } = event
      const extending = { step, minutes: event.minutes, asks, pays, closesAt, lengths }
      return { ...session, refitting: null, extending }
    }
    case 'extension-dismissed':
      return extending === null ? session : { ...session, extending: null }
    case 'extension-agreed': {
      if (extending === null) return session
      const lengths = paying(session, extending.lengths)
      const lent = [...lengths].map(([lender, length]): Loan => ({
        lender,
        minutes: lengthOf(lender) - length,
      }))
      const longer = withProgress(session, extending.step, (progress) => ({
        ...progress,
        clock: addTime(progress.clock, minutes(extending.minutes)),
      }))
      return { ...longer, ...withLengths(lengths), extending: null, loans: [...session.loans, ...lent] }
    }
    case 'loan-repaid': {
      const loan = session.loans.find(({ lender }) => lender === event.lender)
      if (loan === undefined || session.steps.every(({ id }) => id !== loan.lender)) return session
      const [back] = stillAhead(session, {
        lengths: new Map([[loan.lender, lengthOf(loan.lender) + loan.minutes]]),
        dropped: [],
      }).lengths
      if (back === undefined) return session
      return {
        ...session,
        ...withLengths(new Map([back])),
        loans: session.loans.filter((other) => other !== loan),
      }
    }
    default:
      return session
  }
}

/** Who has the role, and how it goes on. */
function applyRole(session: Session, event: EventBody, at: Instant): Session {
  const { handing } = session
  switch (event.type) {
    case 'hand-over-offered':
      return session.course === 'running' &&
        (event.to === null || knowsMember(session, event.to)) &&
        (event.item === null || isTurn(session, event.item))
        ? { ...session, handing: { to: event.to, item: event.item } }
        : session
    case 'hand-over-declined':
      return handing === null ? session : { ...session, handing: null }
    case 'hand-over-taken': {
      if (handing === null || handing.to === null) return session
      const from = facilitatorNow(session)
      const done = { ...session, handing: null, handedOver: { at, from } }
      if (handing.to === from) return { ...session, handing: null }
      if (handing.item !== null) return { ...done, cover: { member: handing.to, item: handing.item } }
      const facilitated = new Set(session.facilitated).add(handing.to)
      return { ...done, facilitator: handing.to, cover: null, facilitated }
    }
    default:
      return session
  }
}

/** What was promised before, what is promised now, and what was learnt. */
function applyPromises(session: Session, event: EventBody): Session {
  switch (event.type) {
    case 'commitment-reviewed':
      return session.plan.commitments.some(({ id }) => id === event.commitment)
        ? { ...session, outcomes: put(session.outcomes, event.commitment, event.outcome) }
        : session
    case 'commitment-made': {
      const { member, text, kind, until } = event
      if (!knowsMember(session, member) || session.commitments.some((other) => other.text === text))
        return session
      return { ...session, commitments: [...session.commitments, { member, text, kind, until }] }
    }
    case 'commitment-withdrawn':
      return session.commitments.some(({ text }) => text === event.text)
        ? { ...session, commitments: session.commitments.filter(({ text }) => text !== event.text) }
        : session
    case 'word-written':
      return session.words.includes(event.text)
        ? session
        : { ...session, words: [...session.words, event.text] }
    case 'word-withdrawn':
      return { ...session, words: session.words.filter((text) => text !== event.text) }
    case 'themes-chosen': {
      const texts = [...new Set(event.texts)].filter(
        (text) => session.words.includes(text) && session.texts.get(text)?.item === event.item,
      )
      // Nothing taken up where nothing was changes nothing.
      return texts.length === 0 && !session.themes.has(event.item)
        ? session
        : { ...session, themes: put(session.themes, event.item, texts) }
    }
    case 'parked-seen':
      return session.sweeping && !session.parkedSeen ? { ...session, parkedSeen: true } : session
    case 'sweep-begun':
      return { ...session, sweeping: true }
    case 'line-moved':
      return { ...session, moved: put(session.moved, event.text, event.way) }
    case 'next-meeting-set':
      return { ...session, next: { ...session.next, at: event.meets } }
    case 'next-facilitator-asked':
      return event.member === null || knowsMember(session, event.member)
        ? { ...session, next: { ...session.next, facilitator: event.member, answer: event.answer } }
        : session
    default:
      return session
  }
}

/** Who is to present. Somebody lined up for a later turn changes places with who had this one: nobody gets two. */
function withPresenter(session: Session, item: ItemId, member: MemberId): Session['presenters'] {
  const before = session.presenters.get(item)
  const presenters = new Map(session.presenters)
  for (const [other, planned] of session.presenters) {
    if (other === item || planned !== member || hasBegun(session, other)) continue
    if (before === undefined || before === member) presenters.delete(other)
    else presenters.set(other, before)
  }
  return presenters.set(item, member)
}

function applyPeople(session: Session, event: EventBody, at: Instant): Session {
  switch (event.type) {
    case 'member-came':
      return knowsMember(session, event.member) && !session.here.has(event.member)
        ? comeLate(session, event.member, at)
        : session
    case 'member-left':
      return giveUp(session, event.member, at)
    case 'seats-ordered': {
      const named = [...new Set(event.order)].filter((member) => knowsMember(session, member))
      return session.course === 'waiting' && named.length === session.chairs.length
        ? { ...session, chairs: named }
        : session
    }
    case 'facilitator-chosen':
      return knowsMember(session, event.member) ? { ...session, facilitator: event.member } : session
    case 'scribe-chosen':
      return event.member === null || knowsMember(session, event.member)
        ? { ...session, scribe: event.member }
        : session
    case 'presenter-chosen':
      return knowsMember(session, event.member) && session.plan.agenda.some(({ id }) => id === event.item)
        ? { ...session, presenters: withPresenter(session, event.item, event.member) }
        : session
    default:
      return session
  }
}

/** The deck of the present step, and how far it is; null where it has none. */
function deckNow(session: Session) {
  const step = currentStep(session)
  const deck = step?.kind === 'phase' ? deckOf(step.phase) : null
  if (step === null || deck === null) return null
  return { id: step.id, deck, clock: progressOf(session, step).clock, turned: session.cards.get(step.id) }
}

/** The next card of the present step's deck; the last one stays where cards end. */
function turnCard(session: Session, step: StepId, at: Instant): Session {
  const found = deckNow(session)
  if (session.course !== 'running' || found === null || found.id !== step) return session
  const next = nextCard(found.deck, found.clock, at, found.turned)
  return next === null ? session : { ...session, cards: put(session.cards, step, next) }
}

/** What a frozen wall goes on showing: the card that is up stands, whatever the clock says. */
function asFrozen(session: Session, at: Instant): Session {
  const found = deckNow(session)
  if (found === null) return session
  const card = standing(found.deck, found.clock, at, found.turned)
  return { ...session, cards: put(session.cards, found.id, card) }
}

function applyTurn(session: Session, event: EventBody, at: Instant): Session {
  switch (event.type) {
    case 'question-shown': {
      const shown = onBoard(session, event.item, (board) => showQuestion(board, event.question))
      const { boardPutAway } = session
      return {
        ...shown,
        boardPutAway: boardPutAway && boardOf(shown, event.item).shown !== event.question,
      }
    }
    case 'board-shown':
      return isTurn(session, event.item) ? { ...session, boardPutAway: false } : session
    case 'card-turned':
      return turnCard(session, event.step, at)
    case 'takeaway-settled':
      return isTurn(session, event.item)
        ? { ...session, takeaways: put(session.takeaways, event.item, { how: event.how, text: event.text }) }
        : session
    case 'turn-thanked':
      return session.course === 'running' &&
        currentStep(session)?.item === event.item &&
        session.presenters.has(event.item)
        ? { ...session, thanked: event.item, refitting: null, extending: null }
        : session
    case 'turn-kept':
      return isTurn(session, event.item)
        ? { ...session, keptUntilClose: new Set(session.keptUntilClose).add(event.item) }
        : session
    case 'turn-forgotten': {
      if (!isTurn(session, event.item)) return session
      const takeaways = new Map([...session.takeaways].filter(([item]) => item !== event.item))
      const boards = new Map([...session.boards].filter(([item]) => item !== event.item))
      const words = session.words.filter((text) => session.texts.get(text)?.item !== event.item)
      const themes = new Map([...session.themes].filter(([item]) => item !== event.item))
      return {
        ...session,
        boards,
        takeaways,
        words,
        themes,
        forgotten: new Set(session.forgotten).add(event.item),
      }
    }
    default:
      return session
  }
}

function applyRoom(session: Session, event: EventBody, at: Instant): Session {
  const running = session.course === 'running'
  switch (event.type) {
    case 'clock-paused':
      return running && session.pausedAt === null && session.heldAt === null
        ? { ...session, pausedAt: at }
        : session
    case 'clock-resumed':
    case 'room-resumed': {
      const ripened = session.pausedAt !== null && at - session.pausedAt >= ripensAfter
      return { ...session, pausedAt: null, heldAt: null, boardPutAway: session.boardPutAway || ripened }
    }
    case 'room-held':
      return running && session.heldAt === null ? { ...session, heldAt: at, boardPutAway: true } : session
    case 'room-reminded':
      return running ? { ...session, remindedAt: at } : session
    case 'room-told':
      return running ? { ...session, told: { text: event.text, at } } : session
    case 'wall-blanked':
      return { ...session, wall: 'blank' }
    case 'wall-lit':
      return { ...session, wall: 'lit' }
    case 'wall-frozen':
      return session.frozen === null ? { ...session, frozen: asFrozen(session, at) } : session
    case 'wall-thawed':
      return session.frozen === null ? session : { ...session, frozen: null }
    default:
      return session
  }
}

function applyVoice(
  session: Session,
  event: Extract<EventBody, { type: 'voice-ended' | 'voice-given' | 'minutes-added' }>,
): Session {
  if (event.type !== 'minutes-added' && !knowsMember(session, event.member)) return session
  return withProgress(session, event.step, (progress) => {
    switch (event.type) {
      case 'voice-ended':
        return {
          ...progress,
          voices: [...progress.voices, { member: event.member, how: event.how }],
          late:
            event.how === 'skipped' && progress.late.includes(event.member)
              ? [...without(progress.late, event.member), event.member]
              : progress.late,
          given: null,
          share: progress.share?.member === event.member ? null : progress.share,
        }
      case 'voice-given':
        return { ...progress, given: event.member }
      case 'minutes-added':
        return { ...progress, clock: addTime(progress.clock, event.length) }
    }
  })
}

/** A gap holds the clocks at its start until it is settled: counted as if nobody had noticed, or left out. */
function applyGap(
  session: Session,
  event: Extract<EventBody, { type: 'gap-found' | 'gap-settled' }>,
): Session {
  const step = session.at
  if (event.type === 'gap-found') {
    if (session.course !== 'running' || session.gap !== null || step === null) return session
    const stopped = withProgress(session, step, (progress) => stopProgress(progress, event.from))
    return { ...stopped, gap: { from: event.from, to: event.to } }
  }
  const { gap } = session
  if (gap === null) return session
  const open = { ...session, gap: null }
  if (event.choice === 'leave-out' || step === null || !isRunning(open)) return open
  return withProgress(open, step, (progress) => startProgress(progress, gap.from))
}

/** What is written for oneself first stays off the wall until it is shown together. */
const writesFirst = (session: Session, item: ItemId): boolean => {
  const step = currentStep(session)
  return step?.kind === 'phase' && step.item === item && step.phase.rule === 'WRITE'
}

/** What one fact does to the board of its item; null where it is no fact of a board. */
function boardAfter(session: Session, event: EventBody): ((board: Board) => Board) | null {
  switch (event.type) {
    case 'question-written':
      return (board) => {
        const written = writeQuestion(board, event.question)
        return written !== board && writesFirst(session, event.item) ? veilBoard(written) : written
      }
    case 'question-answered':
      return (board) => answerQuestion(board, event.question)
    case 'question-withdrawn':
      return (board) => withdrawQuestion(board, event.question)
    case 'question-reworded':
      return (board) => rewordQuestion(board, event.question, event.by)
    case 'question-parked':
      return (board) => parkQuestion(board, event.question)
    case 'question-taken-home':
      return (board) => takeHome(board, event.question)
    case 'question-returned':
      return (board) => returnQuestion(board, event.question)
    case 'question-grouped':
      return (board) => groupQuestion(board, event.question, event.under)
    case 'question-ungrouped':
      return (board) => ungroupQuestion(board, event.question)
    case 'questions-ordered':
      return (board) => orderQuestions(board, event.order)
    case 'question-warmed':
      return (board) => warmQuestion(board, event.question, event.warmth)
    case 'question-sorted':
      return (board) => sortQuestion(board, event.question)
    case 'question-alone':
      return (board) => setAlone(board, event.alone)
    case 'board-veiled':
      return veilBoard
    case 'board-revealed':
      return showTogether
    case 'board-paged':
      return (board) => turnPage(board, event.page)
    case 'pages-closed':
      return closePages
    default:
      return null
  }
}

function applyBoard(session: Session, event: EventBody): Session {
  const change = boardAfter(session, event)
  return change !== null && 'item' in event && event.item !== null
    ? onBoard(session, event.item, change)
    : session
}

const elsewhere = [
  applyPeople,
  applyChoosing,
  applyRefit,
  applyExtension,
  applyRole,
  applyPromises,
  applyTurn,
  applyBoard,
  applyRoom,
] as const

function change(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'session-begun': {
      const first = session.steps[0]
      if (session.course !== 'waiting' || !first) return session
      return goTo(
        { ...session, course: 'running', begunAt: event.at, attended: session.here },
        first.id,
        event.at,
      )
    }
    case 'step-started':
      return goToSince(session, event, event.at)
    case 'phase-returned':
      return goTo(session, event.step, event.at)
    case 'voice-ended':
    case 'voice-given':
    case 'minutes-added':
      return applyVoice(session, event)
    case 'gap-found':
    case 'gap-settled':
      return applyGap(session, event)
    case 'session-closed':
      return session.course === 'running'
        ? {
            ...leaveItem(session, null),
            course: 'closed',
            closedAt: event.at,
            leftAtOnce: event.atOnce === true,
            frozen: null,
            refitting: null,
            extending: null,
          }
        : session
    default:
      return elsewhere.reduce((before, next) => next(before, event, event.at), session)
  }
}

/**
 * The session after one more fact. Total: an event that does not fit, or names what is not there, changes nothing.
 * `withdrawn` and `reinstated` are answered by `foldSession`, which leaves out what was withdrawn.
 */
export function apply(session: Session, event: SessionEvent): Session {
  const next = change(session, event)
  return next === session ? session : regulate(next, event.at)
}
