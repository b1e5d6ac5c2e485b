import { useState } from 'react'
import type { TextId } from '../../../shared/basics/ids'
import type { Commitment, Outcome } from '../../../shared/circle/circle'
import { choose } from '../../../shared/formats/choose'
import { formatFor } from '../../../shared/formats/library/library'
import { wishes, type Wish } from '../../../shared/formats/wish'
import { progressOf } from '../../../shared/session/apply'
import type { EventBody } from '../../../shared/session/events'
import { lineUp } from '../../../shared/session/forward'
import { groupsOf, keeperOf } from '../../../shared/session/groups'
import { formatOf, usualMinutes, type Step } from '../../../shared/session/plan'
import { openOf, reviewedNow, reviews } from '../../../shared/session/rounds'
import { seated, turnsOf, type Session } from '../../../shared/session/session'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { nameIn } from '../say-forward'
import type { Conductor } from '../use-conductor'
import { Sweep } from './sweep'

interface StepPanelProps {
  readonly conductor: Conductor
  readonly step: Step
}

/** What this step asks of the facilitator beside forward: who presents, what would help, what came of it, what stays. */
export function StepPanel({ conductor, step }: StepPanelProps) {
  switch (step.kind) {
    case 'choosing':
      return <WhoBrings session={conductor.session} />
    case 'help':
      return <WhatWouldHelp conductor={conductor} step={step} />
    case 'groups':
      return <Groups session={conductor.session} step={step} />
    case 'what-stays':
      return <Sweep conductor={conductor} />
    default:
      return reviews(conductor.session, step) ? <Review conductor={conductor} step={step} /> : null
  }
}

/** Who brings something, first to say so first; then whom the rota proposes. */
function WhoBrings({ session }: { readonly session: Session }) {
  const words = useWords().console.choosing
  const said = session.bringing.filter((member) => session.here.has(member))
  const waits = said.slice(turnsOf(session).length)
  const queue = session.plan.queue.filter((member) => session.here.has(member))
  return (
    <div className="step-panel">
      {said.length === 0 ? (
        <p className="soft">{words.nobodyYet(lineUp(session).map((member) => nameIn(session, member)))}</p>
      ) : (
        <p>{words.brings(said.map((member) => nameIn(session, member)))}</p>
      )}
      {waits.length > 0 && (
        <p className="soft small">{words.waits(waits.map((member) => nameIn(session, member)))}</p>
      )}
      {queue.length > 0 && (
        <p className="soft small">{words.inLine(queue.map((member) => nameIn(session, member)))}</p>
      )}
    </div>
  )
}

function WhatWouldHelp({ conductor, step }: StepPanelProps) {
  const words = useWords()
  const { session, record } = conductor
  const [open, setOpen] = useState(false)
  const item = session.plan.agenda.find(({ id }) => id === step.item)
  const people = seated(session).length
  const minutes = item?.minutes ?? 0
  const wish = session.wishes.get(step.item)
  const format = formatOf(session.plan, step.item, session.choices)
  const proposal = wish === undefined ? null : formatFor(wish, { people, minutes }, session.plan.formats)
  const say = (said: Wish) => {
    const found = formatFor(said, { people, minutes }, session.plan.formats)
    const chosen: readonly EventBody[] =
      found === null ? [] : [{ type: 'format-chosen', item: step.item, format: found.format.id }]
    record([{ type: 'wish-said', item: step.item, wish: said }, ...chosen])
  }
  const others = choose(
    { wish, people, minutes, not: format?.id ?? null, where: 'room' },
    session.plan.formats,
  )
  return (
    <div className="step-panel">
      {!open && (
        <div className="row" role="group" aria-label={words.console.help_.wish}>
          {wishes.map((one) => (
            <Button key={one} pressed={one === wish} onPress={() => say(one)}>
              {words.stage.wishes[one]}
            </Button>
          ))}
        </div>
      )}
      {!open && format !== null && (
        <p>
          <b>{words.stage.formatAndMinutes(format.title, usualMinutes(format))}</b>{' '}
          <span className="soft">
            {proposal !== null && proposal.format.id === format.id
              ? words.console.help_.reasons[proposal.reason]
              : words.console.help_.asPlanned}
          </span>
        </p>
      )}
      <div className="row">
        <Button kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
          {words.console.help_.anotherFormat}
        </Button>
        <Button kind="quiet" onPress={() => conductor.run('leave-turn-out')}>
          {words.console.commands['leave-turn-out']}
        </Button>
      </div>
      {open && (
        <div className="choices" role="group" aria-label={words.console.help_.anotherFormat}>
          {others.map(({ format: other, reason }) => (
            <div key={other.id} className="choice">
              <Button
                kind="quiet"
                onPress={() => {
                  record([{ type: 'format-chosen', item: step.item, format: other.id }])
                  setOpen(false)
                }}
              >
                {words.console.help_.formatShort(other.title, usualMinutes(other))}
              </Button>
              <span className="soft small">{words.console.agendas.reasons[reason]}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

function Groups({ session, step }: { readonly session: Session; readonly step: Step }) {
  const words = useWords()
  const keeper = keeperOf(session, step.item)
  return (
    <div className="step-panel">
      <ol className="groups">
        {groupsOf(session, step.item).map((group, index) => (
          <li key={index}>{words.list(group.map((member) => nameIn(session, member)))}</li>
        ))}
      </ol>
      {keeper !== null && <p className="soft">{words.stage.keepsTheTime(nameIn(session, keeper))}</p>}
    </div>
  )
}

const outcomes: readonly Outcome[] = ['done', 'partly', 'changed', 'dropped', 'open', 'not-today']

/** What came of what the present voice, or the presenter, promised; saying it is optional, and it is never on the wall. */
function Review({ conductor, step }: StepPanelProps) {
  const { session } = conductor
  const member = reviewedNow(session, step, progressOf(session, step))
  if (member === null) return null
  return openOf(session, member).map((commitment) => (
    <Promised key={commitment.id} conductor={conductor} commitment={commitment} />
  ))
}

function Promised({
  conductor: { session, record },
  commitment,
}: {
  readonly conductor: Conductor
  readonly commitment: Commitment
}) {
  const words = useWords()
  const id: TextId = commitment.id
  const outcome = session.outcomes.get(id)
  return (
    <div className="step-panel">
      <p className="human promised">
        {commitment.seenBy === 'room' ? <bdi>{commitment.text}</bdi> : words.stage.promisePrivate}
      </p>
      <div className="row">
        {outcomes.map((one) => (
          <Button
            key={one}
            kind="quiet"
            pressed={one === outcome}
            onPress={() => record([{ type: 'commitment-reviewed', commitment: id, outcome: one }])}
          >
            {words.console.outcomes[one]}
          </Button>
        ))}
      </div>
    </div>
  )
}
