import type { ItemId, MemberId, TextId } from '../basics/ids'
import { onOnePage, pagesOf, sortedNow } from '../board/board'
import { after, instantOf, millisOf, type Instant } from '../basics/time'
import { cardUp, deckOf, drawCards, turnsAt } from '../craft/cards'
import { stageLineFor } from '../formats/help-lines'
import { nominalMinutes, type SpeakingRule } from '../formats/format'
import { progressOf } from '../session/apply'
import { remaining, ripensAfter } from '../session/clock'
import { agreedClose, agreedFor, isHeld, itemTimes, remindsFor, tellsFor } from '../session/pace'
import { endsByItselfAt } from '../session/due'
import { presenterOf } from '../session/forward'
import { formatOf, hasPresenter, partOf, plannedMinutes, type Step } from '../session/plan'
import {
  gathersWords,
  isRound,
  openOf,
  reviews,
  roundOf,
  standingOf,
  takesCommitments,
  voicesOf,
  type RoundView,
} from '../session/rounds'
import {
  boardOf,
  chairNumber,
  currentStep,
  facilitatorNow,
  parkedToday,
  presenterNow,
  seated,
  turnsOf,
  type Extending,
  type Refitting,
  type Session,
} from '../session/session'
import { staysOf } from '../session/sweep'
import { changesBy, type ItemChange } from '../session/time-card'
import { changesUntil, groupsFace, partView } from './groups-view'
import { nameOf } from './name-of'
import {
  usualStageOptions,
  type BoardView,
  type CommitmentView,
  type Face,
  type MoreView,
  type RefitRow,
  type RuleView,
  type SeatView,
  type StageOptions,
  type StageView,
  type StripView,
} from './stage-view'

type PhaseStep = Extract<Step, { kind: 'phase' }>

/** A question's words, when they are still there and the room may see them. */
function publicText(session: Session, id: TextId | null): string | null {
  const found = id === null ? undefined : session.texts.get(id)
  return found?.seenBy === 'room' ? found.text : null
}

/** Whose question it is, where the circle chose to have names on the board. */
function askedBy(session: Session, id: TextId | null): string | null {
  const owner = id === null ? undefined : session.texts.get(id)?.owner
  return session.plan.namesOnBoard && owner !== undefined ? nameOf(session, owner) : null
}

interface Lines {
  readonly lines: readonly string[]
  /** How many of them, from the first, the room takes up. */
  readonly chosen: number
}

const noLines: Lines = { lines: [], chosen: 0 }

/** The lines without a name that were written in an item, newest last; what the room takes up comes first. */
function wordsOf(session: Session, item: ItemId): Lines {
  const themes = (session.themes.get(item) ?? []).filter((text) => session.words.includes(text))
  const taken = themes.map((text) => publicText(session, text)).filter((text) => text !== null)
  const others = session.words
    .filter((text) => session.texts.get(text)?.item === item && !themes.includes(text))
    .map((text) => publicText(session, text))
    .filter((text) => text !== null)
  return { lines: [...taken, ...others], chosen: taken.length }
}

/** All the questions that wait, a page of them; null while they are not shown together. */
function togetherFace(session: Session, step: PhaseStep): Face | null {
  const board = boardOf(session, step.item)
  if (board.together === null || session.boardPutAway || !step.phase.captures.includes('questions'))
    return null
  const from = board.together * onOnePage
  return {
    kind: 'together',
    of: 'turn',
    rule: ruleOf(session, step),
    questions: askedOn(session, board.waiting.slice(from, from + onOnePage)),
    page: board.together + 1,
    pages: pagesOf(board),
    named: session.plan.namesOnBoard === true,
    clock: progressOf(session, step).clock,
  }
}

const askedOn = (session: Session, ids: readonly TextId[]) =>
  ids.flatMap((id) => {
    const text = publicText(session, id)
    return text === null ? [] : [{ text, by: askedBy(session, id) }]
  })

/** What was parked comes back before it is said what stays. */
function parkedFace(session: Session): Face | null {
  const parked = session.parkedSeen ? [] : parkedToday(session)
  return parked.length === 0
    ? null
    : {
        kind: 'together',
        of: 'parked',
        rule: null,
        questions: askedOn(session, parked.slice(0, onOnePage)),
        page: 1,
        pages: 1,
        named: session.plan.namesOnBoard === true,
        clock: null,
      }
}

/** The newest lines of a turn, where more are being gathered; never while the group talks. */
function gathered(session: Session, step: PhaseStep): BoardView | null {
  const { lines, chosen } =
    step.phase.rule === 'GTALK' || !gathersWords(step) ? noLines : wordsOf(session, step.item)
  if (lines.length === 0) return null
  return {
    ...plainBoard,
    waiting: chosen > 0 ? lines.slice(0, boardLines) : lines.slice(-boardLines),
    more: Math.max(0, lines.length - boardLines),
  }
}

/** As many lines as stand under the rule. */
const boardLines = 3

const plainBoard = { shown: null, by: null, alone: false, sorting: null }

function boardView(session: Session, step: PhaseStep): BoardView | null {
  if (session.boardPutAway) return null
  if (!step.phase.captures.includes('questions')) return gathered(session, step)
  const board = boardOf(session, step.item)
  const sorted = step.phase.sorts ? sortedNow(board) : null
  const id = sorted ?? board.shown
  const shown = publicText(session, id)
  const alone = sorted !== null || (board.alone && shown !== null)
  const hidden = alone || board.veiled
  const waiting = (hidden ? [] : board.waiting)
    .map((other) => publicText(session, other))
    .filter((text) => text !== null)
  if (shown === null && waiting.length === 0) return null
  return {
    shown,
    by: shown === null ? null : askedBy(session, id),
    alone,
    sorting: sorted === null ? null : { said: board.warmth.get(sorted) ?? null },
    waiting: waiting.slice(0, boardLines),
    more: Math.max(0, waiting.length - boardLines),
  }
}

/** The rule of a step: who has the floor, and how the others take part. */
export function ruleOf(session: Session, step: Step): RuleView | null {
  if (isRound(step)) {
    const round = roundOf(session, step, progressOf(session, step))
    return {
      rule: 'ROUND',
      name: round.voice && nameOf(session, round.voice),
      then: round.next && nameOf(session, round.next),
      part: null,
    }
  }
  if (step.kind !== 'phase') return null
  const presenter = step.phase.presenter === 'out' ? null : (session.presenters.get(step.item) ?? null)
  const who = step.phase.rule === 'FAC' ? facilitatorNow(session) : presenter
  return {
    rule: step.phase.rule,
    name: who && nameOf(session, who),
    then: null,
    part: partView(session, step.item, partOf(step.phase)),
  }
}

/** What a member promised before, as the wall may show it: the words only where the room may see them. */
const promisesOf = (session: Session, member: MemberId): readonly CommitmentView[] =>
  openOf(session, member).map(({ text, kind, until, seenBy }) => ({
    name: nameOf(session, member),
    text: seenBy === 'room' ? text : null,
    kind,
    until,
  }))

function roundFace(session: Session, step: Step, round: RoundView): Face {
  const progress = progressOf(session, step)
  const rule = ruleOf(session, step) ?? { rule: 'ROUND', name: null, then: null, part: null }
  const promise =
    reviews(session, step) && round.voice !== null ? promisesOf(session, round.voice)[0] : undefined
  return {
    kind: 'round',
    round: step.kind === 'round' ? step.round : 'phase',
    title: step.kind === 'phase' ? step.phase.title : null,
    rule,
    sentence: step.kind === 'phase' ? stageLineFor(step.phase, session.plan.help) : null,
    promise: promise === undefined ? null : { text: promise.text },
    told: false,
    asking: round.voice === null,
    whole: progress.clock,
    share: progress.share?.clock ?? null,
  }
}

/** A round of the skeleton has a face of its own where there are words to show. */
function skeletonFace(session: Session, step: Extract<Step, { kind: 'round' }>): Face {
  const round = roundOf(session, step, progressOf(session, step))
  if (step.round === 'last-commitments' && round.voice !== null)
    return {
      kind: 'last-commitments',
      name: nameOf(session, round.voice),
      promises: promisesOf(session, round.voice),
    }
  const { lines, chosen } = wordsOf(session, step.item)
  if (step.round === 'harvest' && lines.length > 0)
    return { kind: 'harvest', question: null, words: lines, chosen }
  if (step.round === 'commitments') return commitmentsFace(session, round)
  return roundFace(session, step, round)
}

/** A phase of the whole group has the face of the skeleton's round as soon as there are words, or commitments, to show. */
function writtenFace(session: Session, step: PhaseStep): Face | null {
  if (takesCommitments(step) && session.commitments.length > 0)
    return commitmentsFace(session, roundOf(session, step, progressOf(session, step)))
  const { lines, chosen } =
    gathersWords(step) && !hasPresenter(formatOf(session.plan, step.item, session.choices))
      ? wordsOf(session, step.item)
      : noLines
  return lines.length === 0 ? null : { kind: 'harvest', question: step.phase.stageLine, words: lines, chosen }
}

/** The card that is up in a phase of cards; null in all others. */
function cardFace(session: Session, step: PhaseStep, now: Instant): Face | null {
  const deck = deckOf(step.phase)
  if (deck === null) return null
  const { clock } = progressOf(session, step)
  const up = cardUp(deck, clock, now, session.cards.get(step.id))
  const card = drawCards(deck, { session: session.id, item: step.item })[up]
  if (card === undefined) return null
  return {
    kind: 'card',
    title: step.phase.title,
    rule: ruleOf(session, step) ?? { rule: step.phase.rule, name: null, then: null, part: null },
    sentence: step.phase.stageLine,
    heard: card.heard,
    open: deck.turns === 'with-answer' ? card.open : null,
    number: up + 1,
    of: deck.count,
    clock,
  }
}

function phaseFace(session: Session, step: PhaseStep, now: Instant): Face {
  // From the groups into one circle: for a moment that is all there is to know.
  const changes = partOf(step.phase) === null && now < (changesUntil(session, step) ?? now)
  const card = changes || session.extending !== null ? null : cardFace(session, step, now)
  if (card !== null) return card
  if (changes || step.phase.rule === 'PAIRS') return groupsFace(session, step)
  if (step.phase.rule === 'QUIET') return { kind: 'silence' }
  const more = session.extending && moreView(session, session.extending)
  const written = more === null ? (togetherFace(session, step) ?? writtenFace(session, step)) : null
  if (written !== null) return written
  if (isRound(step)) return roundFace(session, step, roundOf(session, step, progressOf(session, step)))
  const shared = {
    title: step.phase.title,
    rule: ruleOf(session, step) ?? { rule: step.phase.rule, name: null, then: null, part: null },
    sentence: stageLineFor(step.phase, session.plan.help),
    told: false,
    clock: progressOf(session, step).clock,
  }
  return step.phase.rule === 'WRITE'
    ? { kind: 'write', ...shared }
    : { kind: 'turn', ...shared, board: boardView(session, step), more }
}

function commitmentsFace(session: Session, { voice }: RoundView): Face {
  const views = session.commitments.map(({ member, text, kind, until }) => ({
    member,
    view: { name: nameOf(session, member), text: publicText(session, text), kind, until },
  }))
  return {
    kind: 'commitments',
    name: voice && nameOf(session, voice),
    now: views.filter(({ member }) => member === voice).map(({ view }) => view),
    said: views.filter(({ member }) => member !== voice).map(({ view }) => view),
    nextAt: session.next.at,
  }
}

/** More minutes as they are put to the room: what the one who pays has now, and would have. */
function moreView(session: Session, { minutes, asks, lengths, closesAt }: Extending): MoreView {
  const [change] = changesBy(session, { lengths, dropped: [] })
  const item = session.plan.agenda.find(({ id }) => id === change?.item)
  return {
    minutes,
    asks: asks === 'presenter' ? nameOf(session, presenterNow(session)) : null,
    from:
      change === undefined || item === undefined
        ? null
        : { item: item.kind, before: change.before, after: change.after },
    closesAt,
  }
}

function breakFace(session: Session, step: Step, now: Instant): Face {
  const left = remaining(progressOf(session, step).clock, now)
  const index = session.steps.findIndex(({ id }) => id === step.id)
  const then = session.steps[index + 1]
  return {
    kind: 'break',
    backAt: instantOf(Math.ceil(after(now, left) / 60_000) * 60_000),
    thenName:
      then?.kind === 'help' && session.presenters.has(then.item)
        ? nameOf(session, session.presenters.get(then.item) ?? null)
        : null,
  }
}

function stepFace(session: Session, step: Step, now: Instant): Face {
  switch (step.kind) {
    case 'named':
      return { kind: 'named', facilitator: nameOf(session, session.facilitator), thanks: null }
    case 'agreement': {
      const sitting = seated(session)
      const reader = sitting.length === 0 ? null : (sitting[step.index % sitting.length] ?? null)
      const text = session.plan.agreements[step.index]?.text ?? ''
      return { kind: 'agreements', page: { kind: 'sentence', reader: nameOf(session, reader), text } }
    }
    case 'agreements-change':
      return { kind: 'agreements', page: { kind: 'change' } }
    case 'choosing': {
      const turns = turnsOf(session).length
      const brings = session.bringing.filter((member) => session.here.has(member))
      const inLine = session.plan.queue.filter((member) => session.here.has(member))
      return {
        kind: 'choosing',
        turns,
        first: brings.length === 0 ? [] : brings.slice(0, turns).map((member) => nameOf(session, member)),
        nextInLine: inLine.map((member) => nameOf(session, member)),
      }
    }
    case 'help': {
      const format = formatOf(session.plan, step.item, session.choices)
      return {
        kind: 'help',
        name: nameOf(session, presenterOf(session, step.item)),
        wish: session.wishes.get(step.item) ?? null,
        format: format?.title ?? '',
        minutes: format === null ? 0 : nominalMinutes(format),
      }
    }
    case 'groups':
      return groupsFace(session, step)
    case 'what-stays':
      return parkedFace(session) ?? { kind: 'what-stays', ...staysOf(session) }
    case 'break':
      return breakFace(session, step, now)
    case 'silence':
      return { kind: 'silence' }
    case 'round':
      return skeletonFace(session, step)
    case 'phase':
      return phaseFace(session, step, now)
  }
}

/** "Then these hold." stands for two seconds after the last agreement, on the wall alone. */
function justAgreed(session: Session, now: Instant): boolean {
  const change = session.steps.find((step) => step.kind === 'agreements-change')
  const leftAt = change ? (session.progress.get(change.id)?.leftAt ?? null) : null
  return (
    leftAt !== null &&
    session.steps.indexOf(currentStep(session) as Step) === session.steps.indexOf(change as Step) + 1 &&
    now - leftAt < agreedFor &&
    now >= leftAt
  )
}

/** How long "Priya facilitates now." stands after a hand-over; forward ends it earlier by going on. */
export const namedFor = millisOf(5000)

const justHandedOver = ({ handedOver }: Session, now: Instant): boolean =>
  handedOver !== null && now >= handedOver.at && now - handedOver.at < namedFor

/** As many changes as the wall can show. */
const refitRows = 4

/** The lengths that are put to the room: what changes, and a turn that does not. */
function refitFace(session: Session, refitting: Refitting, now: Instant): Face {
  const changes = changesBy(session, refitting)
  const rowOf = ({ item, alike, before, after: then }: ItemChange): RefitRow => {
    const found = session.plan.agenda.find(({ id }) => id === item)
    const format = formatOf(session.plan, item, session.choices)
    const presenter = session.presenters.get(item)
    const name = presenter === undefined ? null : nameOf(session, presenter)
    return {
      item: found?.kind ?? 'turn',
      name: hasPresenter(format) && alike === 1 ? name : null,
      title: format === null || hasPresenter(format) ? null : format.title,
      alike,
      before,
      after: then,
    }
  }
  const here = session.steps.findIndex(({ id }) => id === session.at)
  const changed = new Set(session.steps.filter(({ id }) => refitting.lengths.has(id)).map(({ item }) => item))
  const staying = session.steps.find(
    (step, index) =>
      index > here &&
      step.kind === 'phase' &&
      step.item !== currentStep(session)?.item &&
      !changed.has(step.item),
  )
  const length = (item: ItemId) =>
    session.steps.reduce((sum, step) => (step.item === item ? sum + plannedMinutes(step) : sum), 0)
  return {
    kind: 'refit',
    closesAt: refitting.closesAt,
    agreedAt: agreedClose(session, now),
    rows: changes.slice(0, refitRows).map(rowOf),
    more: Math.max(0, changes.length - refitRows),
    stays: staying
      ? rowOf({ item: staying.item, alike: 1, before: length(staying.item), after: length(staying.item) })
      : null,
  }
}

function faceOf(session: Session, now: Instant): Face {
  if (session.wall === 'blank') return { kind: 'blank' }
  if (session.course === 'closed') {
    const { at, facilitator, answer } = session.next
    const name = facilitator && nameOf(session, facilitator)
    return { kind: 'closed', keep: staysOf(session).keep, next: { at, name, answer } }
  }
  if (isHeld(session, now)) return { kind: 'held' }
  const step = currentStep(session)
  if (step === null)
    return { kind: 'waiting', circle: session.plan.circleName, beginsAt: session.plan.beginsAt }
  if (session.refitting !== null && !justHandedOver(session, now))
    return refitFace(session, session.refitting, now)
  if (session.thanked !== null)
    return { kind: 'thanked', name: nameOf(session, session.presenters.get(session.thanked) ?? null) }
  if (session.handedOver !== null && justHandedOver(session, now))
    return {
      kind: 'named',
      facilitator: nameOf(session, facilitatorNow(session)),
      thanks: nameOf(session, session.handedOver.from),
    }
  const rule = ruleOf(session, step)
  if (rule !== null && session.remindedAt !== null && now - session.remindedAt < remindsFor) {
    return { kind: 'reminded', rule, until: after(session.remindedAt, remindsFor) }
  }
  if (justAgreed(session, now)) return { kind: 'agreements', page: { kind: 'hold' } }
  const face = stepFace(session, step, now)
  return takesLine(face) ? withLine(face, lineNow(session, now)) : face
}

type FaceWithLine = Extract<Face, { kind: 'turn' | 'round' | 'write' }>

/** Whether a line for the room has a place on this face: where a sentence stands, and nothing is asked of the room. */
const takesLine = (face: Face): face is FaceWithLine =>
  face.kind === 'round' || face.kind === 'write' || (face.kind === 'turn' && face.more === null)

/** Whether a line for the room would be seen now: the session runs, nothing is frozen, and the wall has a place for it. */
export const canTellRoom = (session: Session, now: Instant): boolean =>
  session.course === 'running' && session.frozen === null && takesLine(faceOf(session, now))

/** The line for the room while it stands; null for none, also when it is forgotten. */
const lineNow = (session: Session, now: Instant): string | null =>
  session.told !== null && now - session.told.at < tellsFor ? publicText(session, session.told.text) : null

function withLine(face: FaceWithLine, sentence: string | null): Face {
  if (sentence === null) return face
  const line = { sentence, told: true }
  if (face.kind === 'turn') return { ...face, ...line, board: null }
  return face.kind === 'round' ? { ...face, ...line, promise: null } : { ...face, ...line }
}

/** Rules under which nobody has the floor. */
export const nobodysFloor = (rule: SpeakingRule): boolean =>
  ['QONLY', 'GTALK', 'OPEN', 'WRITE', 'QUIET', 'PAIRS'].includes(rule)

function floorOf(session: Session, step: Step | null, face: Face): MemberId | null {
  if (step === null || session.thanked !== null) return null
  if (face.kind === 'round' || (face.kind === 'reminded' && isRound(step)))
    return roundOf(session, step, progressOf(session, step)).voice
  if (step.kind === 'agreement') {
    const sitting = seated(session)
    return sitting[step.index % Math.max(1, sitting.length)] ?? null
  }
  if (isRound(step) && (face.kind === 'commitments' || face.kind === 'last-commitments'))
    return roundOf(session, step, progressOf(session, step)).voice
  if (step.kind === 'help') return presenterOf(session, step.item)
  if (step.kind === 'phase' && !nobodysFloor(step.phase.rule)) {
    return step.phase.rule === 'FAC' ? facilitatorNow(session) : presenterNow(session)
  }
  return null
}

function arcOf(session: Session, step: Step | null, member: MemberId): SeatView['arc'] {
  if (step === null || !isRound(step) || !voicesOf(session, step).includes(member)) return 'none'
  const progress = progressOf(session, step)
  if (roundOf(session, step, progress).voice === member) return 'now'
  const standing = standingOf(progress, member)
  return standing === 'heard' || standing === 'passed' ? 'done' : 'to-come'
}

function seatViews(session: Session, face: Face): readonly SeatView[] {
  const step = session.course === 'running' ? currentStep(session) : null
  const floor = floorOf(session, step, face)
  // While the wall still says something else, nobody is next.
  const shows = ['round', 'reminded', 'last-commitments', 'commitments', 'harvest'].includes(face.kind)
  const next =
    step !== null && isRound(step) && shows ? roundOf(session, step, progressOf(session, step)).next : null
  const listening =
    step?.kind === 'phase' && step.phase.rule === 'GTALK' && step.phase.presenter !== 'out'
      ? presenterNow(session)
      : null
  const brings = session.bringing.filter((member) => session.here.has(member))
  const turns = face.kind === 'choosing' ? brings.slice(0, face.turns) : []
  const place = (member: MemberId) => (turns.includes(member) ? turns.indexOf(member) + 1 : null)
  return seated(session).map((member) => {
    const known = session.plan.members.find(({ id }) => id === member)
    return {
      number: chairNumber(session, member),
      name: known?.name ?? '',
      shortName: known?.shortName ?? '',
      floor: member === floor,
      next: member === next,
      facilitates: member === facilitatorNow(session) && session.course === 'running',
      listens: member === listening,
      brings: face.kind === 'choosing' && brings.includes(member),
      turn: place(member),
      arc: arcOf(session, step, member),
    }
  })
}

const withoutStrip: readonly Face['kind'][] = [
  'help',
  'last-commitments',
  'commitments',
  'what-stays',
  'waiting',
  'blank',
  'held',
  'closed',
  'silence',
  'write',
  'thanked',
  'reminded',
  'named',
  'refit',
]

function stripView(session: Session, face: Face, now: Instant): StripView | null {
  if (withoutStrip.includes(face.kind) || session.begunAt === null) return null
  const times = itemTimes(session, now)
  const here = times.findIndex(({ state }) => state === 'present')
  const after = session.plan.agenda.findIndex((_item, index) => index > here)
  const then = session.plan.agenda[after]
  return {
    then: then && here >= 0 ? thenView(session, then.id, then.kind, times[after]?.startsAt ?? null) : null,
    facilitator: nameOf(session, facilitatorNow(session)),
    closesAt: agreedClose(session, now),
    pieces: times
      .filter(({ planned }) => planned > 0)
      .map(({ planned, state }) => ({ minutes: planned / 60_000, state })),
    practice: session.plan.practice === true,
  }
}

function thenView(
  session: Session,
  item: ItemId,
  kind: NonNullable<StripView['then']>['kind'],
  at: Instant | null,
): StripView['then'] {
  const chosen = session.presenters.get(item)
  const format = formatOf(session.plan, item, session.choices)
  return {
    kind,
    name: chosen ? nameOf(session, chosen) : null,
    title: format === null || hasPresenter(format) ? null : format.title,
    at: kind === 'break' ? at : null,
  }
}

/**
 * What a frozen wall goes on showing: everything as it was, except the clock, which is never allowed to be wrong.
 * Black and held stand above it: they are for the room.
 */
function asShown(session: Session, now: Instant): Session {
  const { frozen } = session
  if (frozen === null || session.wall === 'blank' || session.course === 'closed' || isHeld(session, now))
    return session
  const { at } = frozen
  // What is forgotten meanwhile is forgotten here as well.
  const shown = { ...frozen, texts: session.texts }
  const stood = at === null ? undefined : frozen.progress.get(at)
  const current = at === null ? undefined : session.progress.get(at)
  if (at === null || stood === undefined || current === undefined || session.at !== at) return shown
  const share = current.share?.member === stood.share?.member ? current.share : stood.share
  const progress = new Map(frozen.progress).set(at, { ...stood, clock: current.clock, share })
  return { ...shown, progress }
}

/** All that the room may see of a session at an instant. It reads nothing but its arguments. */
export function projectStage(
  session: Session,
  now: Instant,
  options: StageOptions = usualStageOptions,
): StageView {
  const shown = asShown(session, now)
  const face = faceOf(shown, now)
  const empty =
    face.kind === 'blank' || face.kind === 'held' || face.kind === 'closed' || face.kind === 'silence'
  return {
    kind: 'stage-view',
    version: 1,
    sentAt: now,
    options,
    seats: empty ? [] : seatViews(shown, face),
    face,
    strip: stripView(shown, face, now),
    tone: null,
  }
}

/** When the next card comes by itself; null where none does. */
function cardTurnsAt(session: Session, step: PhaseStep, now: Instant): Instant | null {
  const deck = deckOf(step.phase)
  return deck && turnsAt(deck, progressOf(session, step).clock, now, session.cards.get(step.id))
}

/** The next instant at which the view changes without anybody pressing a key; null when only the clock moves. */
export function nextChange(session: Session, now: Instant): Instant | null {
  const step = currentStep(session)
  const change = session.steps.find(({ kind }) => kind === 'agreements-change')
  const leftAt = change ? (session.progress.get(change.id)?.leftAt ?? null) : null
  const moments = [
    session.pausedAt === null || session.heldAt !== null ? null : after(session.pausedAt, ripensAfter),
    session.remindedAt === null ? null : after(session.remindedAt, remindsFor),
    session.told === null ? null : after(session.told.at, tellsFor),
    leftAt === null ? null : after(leftAt, agreedFor),
    session.handedOver === null ? null : after(session.handedOver.at, namedFor),
    step?.kind === 'phase' ? changesUntil(session, step) : null,
    step?.kind === 'phase' ? cardTurnsAt(session, step, now) : null,
    endsByItselfAt(session),
  ].filter((moment): moment is Instant => moment !== null && moment > now)
  return step === null || moments.length === 0 ? null : instantOf(Math.min(...moments))
}
