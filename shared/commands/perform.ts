import type { ItemId, RecordId } from '../basics/ids'
import { instantOf, minutes, seconds, type Instant } from '../basics/time'
import { sortedNow, warmths } from '../board/board'
import { deckOf, nextCard } from '../craft/cards'
import { isRunning, progressOf } from '../session/apply'
import { remaining } from '../session/clock'
import type { EventBody, SessionEvent } from '../session/events'
import type { History } from '../session/fold'
import { forward, mayTake, pastItem } from '../session/forward'
import { plannedMinutes } from '../session/plan'
import { extensionMinutes, payersFor } from '../session/extension'
import { gathersWords, isRound, roundOf, standingOf, takesCommitments, voicesOf } from '../session/rounds'
import { nextDraw } from '../session/groups'
import { boardOf, chairNumber, currentStep, isHalted, presenterNow, type Session } from '../session/session'
import { ruleOf } from '../stage/project-stage'
import { openBoard } from './board-commands'
import type { CommandId } from './commands'

/** What a command needs to know. */
export interface Moment {
  readonly session: Session
  readonly log: readonly SessionEvent[]
  readonly history: History
  readonly plan: RecordId
  readonly now: Instant
}

type Facts = readonly EventBody[]

/** Commands that calm or restore the room: shown at once, saved after. */
export const atOnce: readonly CommandId[] = ['hold', 'blank', 'freeze', 'pause', 'resume', 'remind']

/** Whether the session is in the middle of things: running, and no gap waits for an answer. */
const isLive = ({ session }: Moment) => session.course === 'running' && session.gap === null

const movesOn: readonly EventBody['type'][] = [
  'step-started',
  'voice-ended',
  'phase-returned',
  'board-revealed',
  'parked-seen',
]

function back(moment: Moment): Facts | null {
  const { session, log, history } = moment
  const top = history.undo.at(-1)
  if (top !== undefined && log.some((event) => event.gesture === top && movesOn.includes(event.type)))
    return [{ type: 'withdrawn', target: top }]
  const onBoard = backOnBoard(session)
  if (onBoard !== null) return isLive(moment) && !isHalted(session) ? onBoard : null
  const index = session.steps.findIndex(({ id }) => id === session.at)
  const before = session.steps[index - 1]
  // Nothing reaches back behind the begin of the sweep.
  if (session.sweeping && session.steps[index]?.kind === 'what-stays') return null
  return before && isLive(moment) && !isHalted(session) ? [{ type: 'phase-returned', step: before.id }] : null
}

/** One question back in sorting, one page back while all stand on the wall; null elsewhere, and at the first. */
function backOnBoard(session: Session): Facts | null {
  const open = openBoard(session)
  if (open === null || session.boardPutAway) return null
  const { item, board } = open
  if (board.together !== null && board.together > 0)
    return [{ type: 'board-paged', item, page: board.together - 1 }]
  const now = open.sorting ? sortedNow(board) : null
  const question = now === null ? undefined : board.waiting[board.waiting.indexOf(now) - 1]
  return question === undefined ? null : [{ type: 'question-sorted', item, question }]
}

function space(moment: Moment): Facts | null {
  const { session } = moment
  if (session.wall === 'blank') return [{ type: 'wall-lit' }]
  if (isHalted(session)) return [{ type: 'room-resumed' }]
  return isLive(moment) ? [{ type: 'clock-paused' }] : null
}

function moreMinutes(moment: Moment, count: number): Facts | null {
  const step = currentStep(moment.session)
  if (step === null || !isLive(moment) || moment.session.thanked !== null || plannedMinutes(step) === 0)
    return null
  const left = remaining(progressOf(moment.session, step).clock, moment.now)
  if (count < 0 && left <= minutes(-count)) return null
  return [{ type: 'minutes-added', step: step.id, length: minutes(count) }]
}

/** Two more minutes: the presenter is asked first; who would pay stands with it. */
function twoMore(moment: Moment): Facts | null {
  const { session, now } = moment
  const step = currentStep(session)
  const [payer] = payersFor(session, now)
  if (step === null || payer === undefined || !isLive(moment) || session.thanked !== null) return null
  if (session.extending !== null || isHalted(session)) return null
  const { pays, lengths, closesAt } = payer
  return [
    {
      type: 'extension-put',
      step: step.id,
      minutes: extensionMinutes,
      asks: presenterNow(session) === null ? 'room' : 'presenter',
      pays,
      lengths,
      closesAt,
    },
  ]
}

function endVoice(moment: Moment, how: 'passed' | 'skipped'): Facts | null {
  const step = currentStep(moment.session)
  if (step === null || !isRound(step) || !isLive(moment) || isHalted(moment.session)) return null
  if (moment.session.thanked !== null) return null
  const { voice } = roundOf(moment.session, step, progressOf(moment.session, step))
  return voice === null ? null : [{ type: 'voice-ended', step: step.id, member: voice, how }]
}

function endWithThanks(moment: Moment): Facts | null {
  const { session } = moment
  const step = currentStep(session)
  if (
    step?.kind !== 'phase' ||
    !isLive(moment) ||
    session.thanked !== null ||
    !session.presenters.has(step.item)
  )
    return null
  const resumed: Facts = isHalted(session) ? [{ type: 'room-resumed' }] : []
  return [...resumed, { type: 'turn-thanked', item: step.item }]
}

/** Whether the presenter's own sentence can be written down now. */
export function takesSentence(session: Session): boolean {
  const step = currentStep(session)
  return (
    step?.kind === 'phase' &&
    step.phase.captures.includes('takeaway') &&
    session.thanked === null &&
    session.course === 'running'
  )
}

/** What a sentence that is written down now would be: the presenter's own, or a commitment; null where none is asked for. */
export function sentenceOf(session: Session): 'takeaway' | 'commitment' | null {
  const step = currentStep(session)
  if (takesSentence(session)) return 'takeaway'
  if (step === null || !takesCommitments(step) || session.course !== 'running') return null
  return roundOf(session, step, progressOf(session, step)).voice === null ? null : 'commitment'
}

/** Whether lines without a name are written down now: in the harvest, and where a format gathers words or insights. */
export function takesWords(session: Session): boolean {
  const step = currentStep(session)
  return step !== null && gathersWords(step) && session.thanked === null && session.course === 'running'
}

function settle(moment: Moment, how: 'nothing' | 'elsewhere'): Facts | null {
  const { session, now, plan } = moment
  const step = currentStep(session)
  if (step === null || !takesSentence(session) || isHalted(session)) return null
  const next = forward(session, now, plan)
  return next && [{ type: 'takeaway-settled', item: step.item, how, text: null }, ...next.events]
}

/** From how long on somebody may have forgotten to start (room.md, "Forgotten to start"). */
export const forgottenAfter = seconds(20)

/** Since when the room has been waiting for a turn to be started; null where nothing waits. */
export function waitsSince(session: Session): Instant | null {
  const step = currentStep(session)
  if (step === null || !isRunning(session) || (step.kind !== 'help' && step.kind !== 'groups')) return null
  const { clock } = progressOf(session, step)
  return clock.kind === 'running' ? instantOf(clock.since - clock.banked) : null
}

/** Starts the turn as if its key had been pressed when the room came to it. */
function startSince(moment: Moment): Facts | null {
  const { session, now, plan } = moment
  const since = waitsSince(session)
  if (since === null || now - since < forgottenAfter || session.handing !== null) return null
  const planned = forward(session, now, plan)
  if (planned?.label.kind !== 'start-turn' && planned?.label.kind !== 'start-groups') return null
  return planned.events.map((event) => (event.type === 'step-started' ? { ...event, since } : event))
}

function handOver({ session }: Moment): Facts | null {
  if (session.course !== 'running' || session.handing !== null) return null
  return [{ type: 'hand-over-offered', to: null, item: null }]
}

/** Leaves the present turn out before it has begun: the next item of the agenda is next. */
function leaveTurnOut(moment: Moment): Facts | null {
  const { session } = moment
  const step = currentStep(session)
  if (step === null || !isLive(moment) || (step.kind !== 'help' && step.kind !== 'groups')) return null
  return pastItem(session, step.item)
}

/** The next card, while there is one: for everybody at once. */
function nextCardNow(moment: Moment): Facts | null {
  const { session, now } = moment
  const step = currentStep(session)
  const deck = step?.kind === 'phase' ? deckOf(step.phase) : null
  if (step === null || deck === null || !isLive(moment) || isHalted(session)) return null
  const { clock } = progressOf(session, step)
  const next = nextCard(deck, clock, now, session.cards.get(step.id))
  return next && [{ type: 'card-turned', step: step.id }]
}

function drawAgain(moment: Moment): Facts | null {
  const { session } = moment
  const step = currentStep(session)
  if (step?.kind !== 'groups' || !isLive(moment)) return null
  const drawn = moment.log.filter((event) => event.type === 'groups-drawn' && event.item === step.item).length
  return [{ type: 'groups-drawn', item: step.item, groups: nextDraw(session, step.item, drawn + 1) }]
}

/** The facts that a command makes at this moment; null when it means nothing here. What forward does is `forward`'s to say. */
export function perform(command: CommandId, moment: Moment): Facts | null {
  const { session, history, now, plan } = moment
  switch (command) {
    case 'forward':
      return forward(session, now, plan)?.events ?? null
    case 'back':
      return session.course === 'running' ? back(moment) : null
    case 'pause':
    case 'resume':
      return space(moment)
    case 'hold':
      return isLive(moment) && session.heldAt === null ? [{ type: 'room-held' }] : null
    case 'blank':
      return [{ type: session.wall === 'blank' ? 'wall-lit' : 'wall-blanked' }]
    case 'remind': {
      const step = currentStep(session)
      return step && isLive(moment) && !isHalted(session) && session.thanked === null && ruleOf(session, step)
        ? [{ type: 'room-reminded' }]
        : null
    }
    case 'add-minute':
      return moreMinutes(moment, 1)
    case 'take-minute':
      return moreMinutes(moment, -1)
    case 'two-more':
      return twoMore(moment)
    case 'pass':
      return endVoice(moment, 'passed')
    case 'skip':
      return endVoice(moment, 'skipped')
    case 'undo':
      return lastOf(history.undo, 'withdrawn')
    case 'redo':
      return lastOf(history.redo, 'reinstated')
    case 'end-with-thanks':
      return endWithThanks(moment)
    case 'nothing-to-write':
      return settle(moment, 'nothing')
    case 'goes-elsewhere':
      return settle(moment, 'elsewhere')
    case 'freeze':
      return session.course === 'running'
        ? [{ type: session.frozen === null ? 'wall-frozen' : 'wall-thawed' }]
        : null
    case 'hand-over':
      return handOver(moment)
    case 'decline':
      if (session.handing !== null) return [{ type: 'hand-over-declined' }]
      if (session.extending !== null) return [{ type: 'extension-dismissed' }]
      return session.refitting === null ? null : [{ type: 'refit-dismissed' }]
    case 'start-since':
      return startSince(moment)
    case 'leave-turn-out':
      return leaveTurnOut(moment)
    case 'draw-again':
      return drawAgain(moment)
    case 'next-card':
      return nextCardNow(moment)
    case 'leave-now':
      return session.course === 'running' ? [{ type: 'session-closed', atOnce: true }] : null
    default:
      return null
  }
}

function lastOf(stack: History['undo'], type: 'withdrawn' | 'reinstated'): Facts | null {
  const target = stack.at(-1)
  return target === undefined ? null : [{ type, target }]
}

/** In sorting the first three digits say where a question takes the presenter: hot, lukewarm, cold. */
function warmed(session: Session, item: ItemId, number: number): Facts | null {
  const question = sortedNow(boardOf(session, item))
  const warmth = warmths[number - 1]
  return question === null || warmth === undefined || session.boardPutAway
    ? null
    : [{ type: 'question-warmed', item, question, warmth }]
}

/** The item whose questions are being sorted now; null where none are. */
function sortingIn(moment: Moment): ItemId | null {
  const { session } = moment
  const step = currentStep(session)
  const calm = isLive(moment) && !isHalted(session) && session.thanked === null && session.handing === null
  return calm && step?.kind === 'phase' && step.phase.sorts ? step.item : null
}

/** What a chair's number means now: who is here, whose voice it is, who presents. Null when it means nothing. */
export function performChair(number: number, moment: Moment): Facts | null {
  const { session } = moment
  const sorting = sortingIn(moment)
  if (sorting !== null) return warmed(session, sorting, number)
  const member = session.chairs.find((chair) => chairNumber(session, chair) === number)
  if (member === undefined) return null
  if (session.course === 'waiting')
    return [{ type: session.here.has(member) ? 'member-left' : 'member-came', member }]
  const step = currentStep(session)
  if (session.handing !== null)
    return mayTake(session, member)
      ? [{ type: 'hand-over-offered', to: member, item: session.handing.item }]
      : null
  if (step === null || !isLive(moment) || isHalted(session) || !session.here.has(member)) return null
  if (session.thanked !== null) return null
  if (isRound(step))
    return voicesOf(session, step).includes(member) &&
      standingOf(progressOf(session, step), member) !== 'heard'
      ? [{ type: 'voice-given', step: step.id, member }]
      : null
  if (step.kind === 'choosing')
    return [{ type: session.bringing.includes(member) ? 'bringing-unsaid' : 'bringing-said', member }]
  return step.kind === 'help' ? [{ type: 'presenter-chosen', item: step.item, member }] : null
}
