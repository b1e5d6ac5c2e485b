import { useCallback, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { MemberId } from '../../../shared/basics/ids'
import { fewestPeople } from '../../../shared/circle/names'
import type { KeyMeaning } from '../../../shared/commands/commands'
import { chairNumber, seated, type Session } from '../../../shared/session/session'
import { swapDisplays } from '../displays/swap-displays'
import { lockNow } from '../lock-now'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { nameIn } from '../say-forward'
import type { Conductor } from '../use-conductor'
import { useKeys } from '../use-keys'
import { useKeyShown } from '../keys/use-keymap'

/** The order with one member moved to another's place. */
function moved(order: readonly MemberId[], member: MemberId, to: number): readonly MemberId[] {
  const rest = order.filter((other) => other !== member)
  const place = Math.min(rest.length, Math.max(0, to))
  return [...rest.slice(0, place), member, ...rest.slice(place)]
}

/** Who is here, in chair order, while the wall says when we begin. */
export function WhoIsHere({
  conductor,
  picture,
}: {
  readonly conductor: Conductor
  readonly picture: string | null
}) {
  const keyShown = useKeyShown()
  const words = useWords().console
  const { session, run, chair } = conductor
  const enough = seated(session).length >= fewestPeople
  const onKey = useCallback(
    (meaning: KeyMeaning) => {
      if (meaning.kind === 'chair') chair(meaning.number)
      else if (meaning.id === 'full-screen') void desktop().thisScreen('full-screen')
      else if (meaning.id === 'swap-displays') void swapDisplays()
      else if (meaning.id === 'lock') void lockNow()
      else if (meaning.id === 'forward' && enough) run('forward')
      else if (meaning.id === 'blank' || (meaning.id === 'pause' && session.wall === 'blank')) run('blank')
    },
    [chair, run, enough, session.wall],
  )
  useKeys(onKey)
  return (
    <div className="who">
      <section className="who-list">
        <h1 className="human">{words.whoIsHere.title}</h1>
        <p className="soft small">{words.whoIsHere.hint}</p>
        <ChairList conductor={conductor} />
      </section>
      <section className="who-roles">
        <Roles conductor={conductor} />
        <div className="row begin-row">
          <Button
            kind="filled"
            keyName={keyShown('forward')}
            disabled={!enough}
            onPress={() => run('forward')}
          >
            {words.forward.begin}
          </Button>
          {!enough && <span className="soft">{words.whoIsHere.tooFew}</span>}
        </div>
        {picture === null ? (
          <div className="picture empty" />
        ) : (
          <img className="picture" src={picture} alt={words.run.wall} />
        )}
      </section>
    </div>
  )
}

function ChairList({ conductor }: { readonly conductor: Conductor }) {
  const { session, chair, record } = conductor
  const [dragged, setDragged] = useState<MemberId | null>(null)
  const order = session.chairs
  const move = (member: MemberId, to: number) => {
    if (to >= 0 && to < order.length) record([{ type: 'seats-ordered', order: moved(order, member, to) }])
  }
  return (
    <ol className="chair-list">
      {order.map((member, index) => (
        <Chair
          key={member}
          session={session}
          member={member}
          onToggle={() => chair(chairNumber(session, member))}
          onMove={(by) => move(member, index + by)}
          onDragStart={() => setDragged(member)}
          onDrop={() => {
            if (dragged !== null) move(dragged, index)
            setDragged(null)
          }}
        />
      ))}
    </ol>
  )
}

interface ChairProps {
  readonly session: Session
  readonly member: MemberId
  readonly onToggle: () => void
  readonly onMove: (by: 1 | -1) => void
  readonly onDragStart: () => void
  readonly onDrop: () => void
}

function Chair({ session, member, onToggle, onMove, onDragStart, onDrop }: ChairProps) {
  const words = useWords().console.whoIsHere
  const here = session.here.has(member)
  const name = session.plan.members.find(({ id }) => id === member)?.name ?? ''
  const pressed = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  const over = (event: DragEvent) => event.preventDefault()
  return (
    <li
      className={here ? 'chair-row' : 'chair-row away'}
      draggable
      onDragStart={onDragStart}
      onDragOver={over}
      onDrop={onDrop}
      onKeyDown={pressed}
    >
      <span className="number tabular">{chairNumber(session, member)}</span>
      <button type="button" className="who-name" aria-pressed={here} onClick={onToggle}>
        <span className="hidden-label">{words.isHere(name)}</span>
        <bdi aria-hidden="true">{name}</bdi>
        <span className="soft small" aria-hidden="true">
          {here ? words.here : words.away}
        </span>
      </button>
      <Button kind="quiet" label={words.moveUp(name)} onPress={() => onMove(-1)}>
        {'↑'}
      </Button>
      <Button kind="quiet" label={words.moveDown(name)} onPress={() => onMove(1)}>
        {'↓'}
      </Button>
    </li>
  )
}

function Roles({ conductor }: { readonly conductor: Conductor }) {
  const words = useWords().console.whoIsHere
  const { session, record } = conductor
  const sitting = seated(session)
  return (
    <>
      <fieldset>
        <legend>{words.facilitator}</legend>
        <div className="row names-row">
          {sitting.map((member) => (
            <Button
              key={member}
              pressed={member === session.facilitator}
              onPress={() => record([{ type: 'facilitator-chosen', member }])}
            >
              <bdi>{nameIn(session, member)}</bdi>
            </Button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{words.scribe}</legend>
        <div className="row names-row">
          <Button
            pressed={session.scribe === null}
            onPress={() => record([{ type: 'scribe-chosen', member: null }])}
          >
            {words.noScribe}
          </Button>
          {sitting
            .filter((member) => member !== session.facilitator)
            .map((member) => (
              <Button
                key={member}
                pressed={member === session.scribe}
                onPress={() => record([{ type: 'scribe-chosen', member }])}
              >
                <bdi>{nameIn(session, member)}</bdi>
              </Button>
            ))}
        </div>
        <p className="soft small">{words.scribeHint}</p>
      </fieldset>
    </>
  )
}
