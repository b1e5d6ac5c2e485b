import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { MemberId } from '../../../shared/basics/ids'
import type { Member } from '../../../shared/circle/circle'
import { mostPeople } from '../../../shared/circle/names'
import { useWords } from '../../words/words'
import { Mini } from './mini'
import type { People } from './use-people'
import { useRows } from './use-rows'

interface PeopleColumnProps {
  readonly people: People
}

/** Who is here, as they sit; names can be put right, and somebody new can come. */
export function PeopleColumn({ people }: PeopleColumnProps) {
  const words = useWords().console
  const [naming, setNaming] = useState<MemberId | null>(null)
  const [dragged, setDragged] = useState<MemberId | null>(null)
  const { list, tab, onFocus, onKeyDown } = useRows(
    people.members.map(({ id }) => id),
    { move: people.move, rename: setNaming },
  )
  const drop = (place: number) => {
    if (dragged !== null) people.moveTo(dragged, place)
    setDragged(null)
  }
  return (
    <section className="plan-column" aria-label={words.plan.people}>
      <h2>{words.plan.people}</h2>
      <ol className="plan-list" ref={list} onKeyDown={onKeyDown}>
        {people.members.map((member, index) => (
          <PersonRow
            key={member.id}
            member={member}
            number={index + 1}
            here={people.here.includes(member.id)}
            naming={naming === member.id}
            tab={tab(member.id)}
            onFocus={() => onFocus(member.id)}
            onToggle={() => people.toggle(member.id)}
            onMove={(by) => people.move(member.id, by)}
            onName={() => setNaming(member.id)}
            onNamed={(name) => {
              if (name === null || people.rename(member.id, name)) setNaming(null)
            }}
            onDragStart={() => setDragged(member.id)}
            onDrop={() => drop(index)}
          />
        ))}
      </ol>
      {people.members.length < mostPeople && <Newcomer onAdd={people.add} />}
      <p className="soft small plan-said" aria-live="polite">
        {people.trouble === null ? words.plan.seatsHint : words.newCircle.trouble(people.trouble)}
      </p>
    </section>
  )
}

interface PersonRowProps {
  readonly member: Member
  readonly number: number
  readonly here: boolean
  readonly naming: boolean
  readonly tab: 0 | -1
  readonly onFocus: () => void
  readonly onToggle: () => void
  readonly onMove: (by: 1 | -1) => void
  readonly onName: () => void
  /** Null: left as it was. */
  readonly onNamed: (name: string | null) => void
  readonly onDragStart: () => void
  readonly onDrop: () => void
}

function PersonRow(props: PersonRowProps) {
  const { member, number, here, naming, tab } = props
  const { plan } = useWords().console
  const over = (event: DragEvent) => event.preventDefault()
  return (
    <li
      className={here ? 'plan-row' : 'plan-row away'}
      data-row={member.id}
      draggable={!naming}
      onFocus={props.onFocus}
      onDragStart={props.onDragStart}
      onDragOver={over}
      onDrop={props.onDrop}
    >
      <span className="number tabular">{number}</span>
      {naming ? (
        <NameField name={member.name} label={plan.newName(member.name)} onNamed={props.onNamed} />
      ) : (
        <button
          type="button"
          className="plan-name"
          data-part="name"
          tabIndex={tab}
          aria-pressed={here}
          aria-label={plan.isHere(member.name)}
          onClick={props.onToggle}
        >
          <bdi>{member.name}</bdi>
          {!here && <span className="soft small">{plan.awayToday}</span>}
        </button>
      )}
      {!naming && (
        <span className="row-actions">
          <Mini label={plan.renameLabel(member.name)} onPress={props.onName}>
            {plan.rename}
          </Mini>
          <Mini label={plan.moveUp(member.name)} onPress={() => props.onMove(-1)}>
            {'↑'}
          </Mini>
          <Mini label={plan.moveDown(member.name)} onPress={() => props.onMove(1)}>
            {'↓'}
          </Mini>
        </span>
      )}
    </li>
  )
}

interface NameFieldProps {
  readonly name: string
  readonly label: string
  readonly onNamed: (name: string | null) => void
}

function NameField({ name, label, onNamed }: NameFieldProps) {
  const [typed, setTyped] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <input
      ref={field}
      type="text"
      className="plan-name-field"
      data-part="field"
      dir="auto"
      autoFocus
      spellCheck={false}
      autoComplete="off"
      aria-label={label}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => onNamed(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onNamed(typed)
        if (event.key === 'Escape') onNamed(null)
      }}
    />
  )
}

function Newcomer({ onAdd }: { readonly onAdd: (name: string) => boolean }) {
  const { plan } = useWords().console
  const [typed, setTyped] = useState('')
  return (
    <input
      type="text"
      dir="auto"
      spellCheck={false}
      autoComplete="off"
      className="plan-newcomer"
      aria-label={plan.newcomer}
      placeholder={plan.newcomer}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onAdd(typed)) setTyped('')
        if (event.key === 'Escape') setTyped('')
      }}
    />
  )
}
