import type { ItemId, MemberId, TextId } from '../basics/ids'
import { after, instantOf, type Instant } from '../basics/time'
import { stageLineFor } from '../formats/help-lines'
import { progressOf } from '../session/apply'
import { remaining, ripensAfter } from '../session/clock'
import { agreedClose, agreedFor, isHeld, itemTimes, remindsFor } from '../session/pace'
import type { Step } from '../session/plan'
import { isRound, roundOf, standingOf, voicesOf, type RoundView } from '../session/rounds'
import { boardOf, chairNumber, currentStep, presenterNow, seated, type Session } from '../session/session'
import {
  usualStageOptions,
  type BoardView,
  type Face,
  type RuleView,
  type SeatView,
  type StageOptions,
  type StageView,
  type StripView,
} from './stage-view'

type PhaseStep = Extract<Step, { kind: 'phase' }>

/** Unknown members have no name on the wall. */
const nameOf = (session: Session, id: MemberId | null): string =>
  session.plan.members.find((member) => member.id === id)?.shortName ?? ''

/** A question's words, when they are still there and the room may see them. */
function publicText(session: Session, id: TextId | null): string | null {
  const found = id === null ? undefined : session.texts.get(id)
  return found?.seenBy === 'room' ? found.text : null
}

function boardView(session: Session, step: PhaseStep): BoardView | null {
  if (!step.phase.captures.includes('questions') || session.boardPutAway) return null
  const board = boardOf(session, step.item)
  const waiting = board.waiting.map((id) => publicText(session, id)).filter((text) => text !== null)
  const shown = publicText(session, board.shown)
  if (shown === null && waiting.length === 0) return null
  return { shown, waiting: waiting.slice(0, 3), more: Math.max(0, waiting.length - 3) }
}

/** The rule of a step: who has the floor, and how the others take part. */
export function ruleOf(session: Session, step: Step): RuleView | null {
  if (isRound(step)) {
    const round = roundOf(session, step, progressOf(session, step))
    return {
      rule: 'ROUND',
      name: round.voice && nameOf(session, round.voice),
      then: round.next && nameOf(session, round.next),
    }
  }
  if (step.kind !== 'phase') return null
  const presenter = session.presenters.get(step.item) ?? null
  return { rule: step.phase.rule, name: presenter && nameOf(session, presenter), then: null }
}

function roundFace(session: Session, step: Step, round: RoundView): Face {
  const progress = progressOf(session, step)
  const rule = ruleOf(session, step) ?? { rule: 'ROUND', name: null, then: null }
  return {
    kind: 'round',
    round: step.kind === 'round' ? step.round : 'phase',
    title: step.kind === 'phase' ? step.phase.title : null,
    rule,
    sentence: step.kind === 'phase' ? stageLineFor(step.phase, session.plan.help) : null,
    asking: round.voice === null,
    whole: progress.clock,
    share: progress.share?.clock ?? null,
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
      then?.kind === 'choosing'
        ? session.presenters.has(then.item)
          ? nameOf(session, session.presenters.get(then.item) ?? null)
          : null
        : null,
  }
}

function stepFace(session: Session, step: Step, now: Instant): Face {
  if (isRound(step)) return roundFace(session, step, roundOf(session, step, progressOf(session, step)))
  switch (step.kind) {
    case 'named':
      return { kind: 'named', facilitator: nameOf(session, session.facilitator) }
    case 'agreement': {
      const sitting = seated(session)
      const reader = sitting.length === 0 ? null : (sitting[step.index % sitting.length] ?? null)
      const text = session.plan.agreements[step.index]?.text ?? ''
      return { kind: 'agreements', page: { kind: 'sentence', reader: nameOf(session, reader), text } }
    }
    case 'agreements-change':
      return { kind: 'agreements', page: { kind: 'change' } }
    case 'choosing': {
      const turnsLeft = session.steps.filter(
        (other, index) => other.kind === 'choosing' && index >= session.steps.indexOf(step),
      ).length
      return {
        kind: 'choosing',
        name: session.presenters.has(step.item) ? nameOf(session, presenterNow(session)) : null,
        turnsLeft,
      }
    }
    case 'break':
      return breakFace(session, step, now)
    case 'round':
      return roundFace(session, step, roundOf(session, step, progressOf(session, step)))
    case 'phase':
      return {
        kind: 'turn',
        title: step.phase.title,
        rule: ruleOf(session, step) ?? { rule: step.phase.rule, name: null, then: null },
        sentence: stageLineFor(step.phase, session.plan.help),
        board: boardView(session, step),
        clock: progressOf(session, step).clock,
      }
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

function faceOf(session: Session, now: Instant): Face {
  if (session.wall === 'blank') return { kind: 'blank' }
  if (session.course === 'closed') {
    const kept = [...session.takeaways.values()].filter(({ how }) => how === 'kept').length
    return { kind: 'closed', keptSentences: kept }
  }
  if (isHeld(session, now)) return { kind: 'held' }
  const step = currentStep(session)
  if (step === null)
    return { kind: 'waiting', circle: session.plan.circleName, beginsAt: session.plan.beginsAt }
  if (session.thanked !== null)
    return { kind: 'thanked', name: nameOf(session, session.presenters.get(session.thanked) ?? null) }
  const rule = ruleOf(session, step)
  if (rule !== null && session.remindedAt !== null && now - session.remindedAt < remindsFor) {
    return { kind: 'reminded', rule, until: after(session.remindedAt, remindsFor) }
  }
  if (justAgreed(session, now)) return { kind: 'agreements', page: { kind: 'hold' } }
  return stepFace(session, step, now)
}

function floorOf(session: Session, step: Step | null, face: Face): MemberId | null {
  if (step === null || session.thanked !== null) return null
  if (face.kind === 'round' || (face.kind === 'reminded' && isRound(step)))
    return roundOf(session, step, progressOf(session, step)).voice
  if (step.kind === 'agreement') {
    const sitting = seated(session)
    return sitting[step.index % Math.max(1, sitting.length)] ?? null
  }
  if (step.kind === 'choosing') return session.presenters.get(step.item) ?? null
  if (
    step.kind === 'phase' &&
    !['QONLY', 'GTALK', 'OPEN', 'WRITE', 'QUIET', 'PAIRS'].includes(step.phase.rule)
  ) {
    return step.phase.rule === 'FAC' ? session.facilitator : presenterNow(session)
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
  const next = step !== null && isRound(step) ? roundOf(session, step, progressOf(session, step)).next : null
  const listening = step?.kind === 'phase' && step.phase.rule === 'GTALK' ? presenterNow(session) : null
  return seated(session).map((member) => {
    const known = session.plan.members.find(({ id }) => id === member)
    return {
      number: chairNumber(session, member),
      name: known?.name ?? '',
      shortName: known?.shortName ?? '',
      floor: member === floor,
      next: member === next,
      facilitates: member === session.facilitator && session.course === 'running',
      listens: member === listening,
      arc: arcOf(session, step, member),
    }
  })
}

const withoutStrip: readonly Face['kind'][] = [
  'waiting',
  'blank',
  'held',
  'closed',
  'thanked',
  'reminded',
  'named',
]

function stripView(session: Session, face: Face, now: Instant): StripView | null {
  if (withoutStrip.includes(face.kind) || session.begunAt === null) return null
  const times = itemTimes(session, now)
  const here = times.findIndex(({ state }) => state === 'present')
  const after = session.plan.agenda.findIndex((item, index) => index > here && item.kind !== 'opening')
  const choosing = face.kind === 'choosing' ? here : after
  const then = session.plan.agenda[choosing]
  return {
    then: then && here >= 0 ? thenView(session, then.id, then.kind, times[choosing]?.startsAt ?? null) : null,
    facilitator: nameOf(session, session.facilitator),
    closesAt: agreedClose(session, now),
    pieces: times
      .filter(({ planned }) => planned > 0)
      .map(({ planned, state }) => ({ minutes: planned / 60_000, state })),
  }
}

function thenView(
  session: Session,
  item: ItemId,
  kind: NonNullable<StripView['then']>['kind'],
  at: Instant | null,
): StripView['then'] {
  const chosen = session.presenters.get(item)
  return { kind, name: chosen ? nameOf(session, chosen) : null, at: kind === 'break' ? at : null }
}

/** All that the room may see of a session at an instant. It reads nothing but its arguments. */
export function projectStage(
  session: Session,
  now: Instant,
  options: StageOptions = usualStageOptions,
): StageView {
  const face = faceOf(session, now)
  const empty = face.kind === 'blank' || face.kind === 'held' || face.kind === 'closed'
  return {
    kind: 'stage-view',
    version: 1,
    sentAt: now,
    options,
    seats: empty ? [] : seatViews(session, face),
    face,
    strip: stripView(session, face, now),
  }
}

/** The next instant at which the view changes without anybody pressing a key; null when only the clock moves. */
export function nextChange(session: Session, now: Instant): Instant | null {
  const step = currentStep(session)
  const change = session.steps.find(({ kind }) => kind === 'agreements-change')
  const leftAt = change ? (session.progress.get(change.id)?.leftAt ?? null) : null
  const moments = [
    session.pausedAt === null || session.heldAt !== null ? null : after(session.pausedAt, ripensAfter),
    session.remindedAt === null ? null : after(session.remindedAt, remindsFor),
    leftAt === null ? null : after(leftAt, agreedFor),
  ].filter((moment): moment is Instant => moment !== null && moment > now)
  return step === null || moments.length === 0 ? null : instantOf(Math.min(...moments))
}
