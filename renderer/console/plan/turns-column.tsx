import { useState } from 'react'
import type { ItemId } from '../../../shared/basics/ids'
import type { Help } from '../../../shared/circle/circle'
import { reasonOf } from '../../../shared/formats/choose'
import type { Format } from '../../../shared/formats/format'
import { suits } from '../../../shared/formats/library/library'
import { lengthOf } from '../../../shared/session/edit-agenda'
import { usualMinutes } from '../../../shared/session/plan'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { FormatChoices } from './format-choices'
import type { Editing } from './use-agenda'

const helps: readonly Help[] = ['questions', 'ideas', 'being-heard', 'a-little-of-each']

interface TurnsColumnProps {
  readonly editing: Editing
  readonly turns: readonly ItemId[]
  readonly people: number
  /** How long the circle has, in minutes. */
  readonly minutes: number
  readonly help: Help
  readonly onHelp: (help: Help) => void
  /** Who could present, and who waits. */
  readonly presents: string
  /** Who is asked to facilitate, with the reason. */
  readonly facilitates: string | null
}

/** How each turn goes: one format with its one reason, or the room decides. */
export function TurnsColumn(props: TurnsColumnProps) {
  const { editing, turns, people, minutes, help, onHelp, presents, facilitates } = props
  const { plan, newCircle } = useWords().console
  const [open, setOpen] = useState<ItemId | null>(null)
  return (
    <section className="plan-column plan-turns" aria-label={plan.turns}>
      <h2>{plan.help}</h2>
      <div className="row plan-helps" role="group" aria-label={plan.help}>
        {helps.map((value) => (
          <Button key={value} pressed={help === value} onPress={() => onHelp(value)}>
            {newCircle.helps[value]}
          </Button>
        ))}
      </div>
      <h2>{plan.turns}</h2>
      <div className="plan-formats">
        {turns.map((id, index) => (
          <TurnFormat
            key={id}
            id={id}
            title={plan.turn(index + 1)}
            editing={editing}
            people={people}
            minutes={minutes}
            help={help}
            open={open === id}
            onOpen={(isOpen) => setOpen(isOpen ? id : null)}
          />
        ))}
      </div>
      <p className="plan-presents">{presents}</p>
      {facilitates !== null && <p className="plan-facilitates">{facilitates}</p>}
    </section>
  )
}

interface TurnFormatProps {
  readonly id: ItemId
  readonly title: string
  readonly editing: Editing
  readonly people: number
  readonly minutes: number
  readonly help: Help
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** One turn: what it has and why; opened, the short list of what else it could have. */
function TurnFormat({ id, title, editing, people, minutes, help, open, onOpen }: TurnFormatProps) {
  const { plan, agendas } = useWords().console
  const { agenda, formats, proposed } = editing
  const item = agenda.find((one) => one.id === id)
  const planned = formats.find((format) => item?.kind === 'turn' && format.id === item.format)
  const chosen = editing.chosen.get(id) ?? null
  const fitting = formats.filter((format) => suits(format, { people }))
  const reasonFor = (format: Format) => {
    if (chosen === null) return plan.inTheRoomMore(format.title, usualMinutes(format))
    if (!fitting.includes(format)) return agendas.choose.sized(format.size.min, format.size.max)
    const reason =
      chosen === proposed.format.id ? plan.reasons[proposed.reason](help) : agendas.reasons[reasonOf(format)]
    return `${reason} ${plan.after(format.after)}`
  }
  const free = minutes - lengthOf(agenda) + (item?.minutes ?? 0)
  const shown =
    chosen === null || planned === undefined
      ? plan.inTheRoom
      : agendas.choose.option(planned.title, String(usualMinutes(planned)))
  return (
    <div className="plan-format">
      <button type="button" className="plan-chosen" aria-expanded={open} onClick={() => onOpen(!open)}>
        <span className="hidden-label">{agendas.choose.change(title, shown)}</span>
        <span aria-hidden="true">{title}</span>
        <b aria-hidden="true">
          <bdi>{shown}</bdi>
        </b>
        <span aria-hidden="true" className="soft">
          {open ? '▴' : '▾'}
        </span>
      </button>
      {!open && <p className="soft small">{planned === undefined ? '' : reasonFor(planned)}</p>}
      {open && (
        <FormatChoices
          title={title}
          chosen={chosen}
          fitting={fitting}
          wish={{ help, people, agenda, session: minutes, turn: free }}
          onChoose={(format) => {
            editing.setFormat(id, format)
            onOpen(false)
          }}
        />
      )}
    </div>
  )
}
