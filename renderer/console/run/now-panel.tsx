import type { CommandId } from '../../../shared/commands/commands'
import { forgottenAfter, sentenceOf, takesSentence, waitsSince } from '../../../shared/commands/perform'
import { millisOf, type Instant } from '../../../shared/basics/time'
import { progressOf } from '../../../shared/session/apply'
import { elapsed, remaining, remainingWithin } from '../../../shared/session/clock'
import { presenterOf } from '../../../shared/session/forward'
import { closesAtThisPace, isHeld } from '../../../shared/session/pace'
import { offeredFrom, timeCard } from '../../../shared/session/time-card'
import { formatOf, plannedMinutes, type Step } from '../../../shared/session/plan'
import { isRound, roundOf, voicesOf } from '../../../shared/session/rounds'
import { currentStep, isHalted, type Session } from '../../../shared/session/session'
import { ruleOf } from '../../../shared/stage/project-stage'
import { Button } from '../../ui/button'
import { exactClock, timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import { nameIn, sayForward } from '../say-forward'
import type { Conductor } from '../use-conductor'
import { Payers } from './payers'
import { sayingOf } from './sayings'
import { StepPanel } from './step-panel'
import { useKeyShown } from '../keys/use-keymap'

interface NowPanelProps {
  readonly conductor: Conductor
  readonly now: Instant
  readonly hours: 12 | 24
  readonly helpOpen: boolean
}

function Heading({ session, step }: { readonly session: Session; readonly step: Step }) {
  const words = useWords().console
  const item = session.plan.agenda.find(({ id }) => id === step.item)
  const rule = ruleOf(session, step)
  if (session.thanked !== null)
    return <h1>{words.run.turnEnded(nameIn(session, session.presenters.get(session.thanked) ?? null))}</h1>
  if (step.kind === 'phase') {
    const phases = session.steps.filter((other) => other.kind === 'phase' && other.item === step.item)
    const round = isRound(step) ? ` · ${rule?.name ?? ''}` : ''
    return (
      <h1>
        {nameIn(session, session.presenters.get(step.item) ?? null) ||
          formatOf(session.plan, step.item, session.choices)?.title}{' '}
        <span className="soft">{`${step.phase.title}${round} · ${words.run.ofPhases(phases.indexOf(step) + 1, phases.length)}`}</span>
      </h1>
    )
  }
  if (step.kind === 'round') {
    const progress = progressOf(session, step)
    const all = voicesOf(session, step).length
    const left = roundOf(session, step, progress).left
    return (
      <h1>
        {words.items[step.round]}{' '}
        <span className="soft">{`${rule?.name ?? ''}${rule?.name ? ` · ${words.run.voice(all - left + 1, all)}` : ''}`}</span>
      </h1>
    )
  }
  if (step.kind === 'agreement') {
    const all = session.plan.agreements.length
    return (
      <h1>
        {words.items.agreements} <span className="soft">{words.run.sentenceOf(step.index + 1, all)}</span>
      </h1>
    )
  }
  if (step.kind === 'choosing') return <h1>{words.run.whoPresents}</h1>
  if (step.kind === 'help') return <h1>{words.turnOf(nameIn(session, presenterOf(session, step.item)))}</h1>
  if (step.kind === 'groups')
    return <h1>{formatOf(session.plan, step.item, session.choices)?.title ?? words.turnOf(null)}</h1>
  return <h1>{item && words.items[item.kind]}</h1>
}

function BigClock({
  session,
  step,
  now,
}: {
  readonly session: Session
  readonly step: Step
  readonly now: Instant
}) {
  const words = useWords().console.run
  const since = waitsSince(session)
  if (since !== null && now - since >= forgottenAfter)
    return <div className="clock tabular waiting">{words.waiting(exactClock(millisOf(now - since)))}</div>
  if (plannedMinutes(step) === 0 || session.thanked !== null) return null
  const { clock, share } = progressOf(session, step)
  const left = remaining(clock, now)
  const halted = session.pausedAt !== null || session.heldAt !== null || session.gap !== null
  if (isRound(step))
    return (
      <div className="clock tabular" role="timer">
        {exactClock(share === null ? millisOf(Math.max(0, left)) : remainingWithin(share.clock, clock, now))}
      </div>
    )
  return (
    <div
      className={`clock tabular ${halted ? 'halted' : ''}`}
      role="timer"
      data-elapsed={elapsed(clock, now)}
      data-at={now}
    >
      {left >= 0 ? exactClock(left) : words.over(exactClock(left))}
    </div>
  )
}

/** The middle of Run: whose time it is, the clock, forward, and what to say. */
export function NowPanel({ conductor, now, hours, helpOpen }: NowPanelProps) {
  const keyShown = useKeyShown()
  const words = useWords().console
  const { session, run, can } = conductor
  const step = currentStep(session)
  if (step === null) return null
  const held = isHeld(session, now)
  const halted = isHalted(session)
  const asked = session.refitting !== null || session.extending !== null
  const calm = !halted && session.thanked === null && !asked
  const since = can('start-since') ? waitsSince(session) : null
  const saying = sayingOf(session, step, held, words)
  const offer = (id: CommandId) =>
    can(id) && (
      <Button keyName={keyShown(id)} onPress={() => run(id)}>
        {words.commands[id]}
      </Button>
    )
  return (
    <section className="now">
      <Heading session={session} step={step} />
      <div className="row clock-row">
        <BigClock session={session} step={step} now={now} />
        {calm && (
          <>
            {offer('take-minute')}
            {offer('add-minute')}
          </>
        )}
      </div>
      <div className="row">
        <ForwardButton conductor={conductor} />
        {calm && offer('pause')}
        <UndoButton conductor={conductor} />
        {since !== null && (
          <Button onPress={() => run('start-since')}>{words.run.startSince(timeOfDay(since, hours))}</Button>
        )}
        {step.kind === 'groups' && offer('draw-again')}
        {isRound(step) && !asked && offer('pass')}
        {isRound(step) && !asked && offer('skip')}
        {takesSentence(session) && calm && offer('nothing-to-write')}
        {takesSentence(session) && calm && offer('goes-elsewhere')}
        {calm &&
          step.kind === 'phase' &&
          !isRound(step) &&
          !takesSentence(session) &&
          conductor.forward?.filled &&
          offer('two-more')}
        {halted && offer('end-with-thanks')}
        {!halted && asked && (
          <Button keyName={keyShown('decline')} onPress={() => run('decline')}>
            {session.extending === null ? words.timeCard.notAgreed : words.timeCard.noMore}
          </Button>
        )}
      </div>
      {session.extending !== null && !halted && (
        <Payers conductor={conductor} extending={session.extending} now={now} hours={hours} />
      )}
      {session.thanked !== null && <Thanked conductor={conductor} />}
      {calm && <StepPanel conductor={conductor} step={step} />}
      <div className="say">
        <small>{words.run.say}</small>
        <p className="human">{saying.say}</p>
        {saying.now !== null && <small>{words.run.now(saying.now)}</small>}
      </div>
      <div className="row">
        {offer('remind')}
        <Button keyName={keyShown('time-card')} onPress={() => run('time-card')}>
          {words.commands['time-card']}
        </Button>
        <Button keyName={keyShown('what-can-i-say')} pressed={helpOpen} onPress={() => run('what-can-i-say')}>
          {words.commands['what-can-i-say']}
        </Button>
      </div>
      {offersTime(session, step, now) && (
        <div className="row">
          <span className="soft">
            {words.timeCard.offer(timeOfDay(closesAtThisPace(session, now), hours))}
          </span>
          <Button onPress={() => run('time-card')}>{words.timeCard.ask}</Button>
        </div>
      )}
      {helpOpen && <WhatToSay session={session} step={step} />}
    </section>
  )
}

/** Whether the time is offered by itself: at the end of an item, from four minutes on, and nothing asked yet (room.md). */
function offersTime(session: Session, step: Step, now: Instant): boolean {
  const asked = session.refitting !== null || session.extending !== null
  if (isHalted(session) || asked || session.sweeping) return false
  const isLast = session.steps.findLast(({ item }) => item === step.item)?.id === step.id
  if (!isLast || plannedMinutes(step) === 0) return false
  if (remaining(progressOf(session, step).clock, now) > 0) return false
  const { over, ways } = timeCard(session, now)
  return over >= offeredFrom && ways.length > 0
}

function ForwardButton({ conductor }: { readonly conductor: Conductor }) {
  const keyShown = useKeyShown()
  const words = useWords()
  const { forward, armed, session, draft, run } = conductor
  if (forward === null) return null
  const halted = isHalted(session)
  const keeps = !halted && draft.trim() !== '' && sentenceOf(session) !== null
  const text =
    armed !== null
      ? words.console.run.again(armed)
      : keeps
        ? words.console.forward.keepSentence
        : sayForward(forward.label, session, words)
  return (
    <Button
      kind={forward.filled || keeps || armed !== null ? 'filled' : 'outlined'}
      keyName={keyShown('forward')}
      onPress={() => run('forward')}
    >
      {text}
    </Button>
  )
}

function UndoButton({ conductor }: { readonly conductor: Conductor }) {
  const keyShown = useKeyShown()
  const words = useWords().console
  const { state, run } = conductor
  const target = state.history.undo.at(-1)
  const first = state.log.find((event) => event.gesture === target && event.type in words.gestures)
  const what = first ? words.gestures[first.type] : undefined
  return (
    <Button keyName={keyShown('undo')} disabled={target === undefined} onPress={() => run('undo')}>
      {what === undefined ? words.run.nothingToUndo : words.run.undo(what)}
    </Button>
  )
}

function Thanked({ conductor }: { readonly conductor: Conductor }) {
  const words = useWords().console.run
  const { session, record } = conductor
  if (session.thanked === null) return null
  const item = session.thanked
  const name = nameIn(session, session.presenters.get(item) ?? null)
  return session.keptUntilClose.has(item) ? (
    <p className="soft">{words.keptUntilClose(name)}</p>
  ) : (
    <div className="row">
      <span className="soft">{words.forgetting(name)}</span>
      <Button kind="quiet" onPress={() => record([{ type: 'turn-kept', item }])}>
        {words.keepUntilClose}
      </Button>
    </div>
  )
}

function WhatToSay({ session, step }: { readonly session: Session; readonly step: Step }) {
  const words = useWords().console
  const rule = ruleOf(session, step)
  return (
    <ul className="help" aria-label={words.commands['what-can-i-say']}>
      {words.help(rule?.rule ?? null, rule?.then ?? null).map((line) => (
        <li key={line} className="human">
          {line}
        </li>
      ))}
    </ul>
  )
}
