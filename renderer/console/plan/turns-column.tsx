import type { ItemId } from '../../../shared/basics/ids'
import type { Help } from '../../../shared/circle/circle'
import type { Format } from '../../../shared/formats/format'
import { library, suits } from '../../../shared/formats/library/library'
import { usualMinutes } from '../../../shared/session/plan'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import type { Editing } from './use-agenda'

const helps: readonly Help[] = ['questions', 'ideas', 'being-heard', 'a-little-of-each']

interface TurnsColumnProps {
  readonly editing: Editing
  readonly turns: readonly ItemId[]
  readonly people: number
  readonly help: Help
  readonly onHelp: (help: Help) => void
  /** Who is asked to facilitate, with the reason. */
  readonly facilitates: string | null
}

/** How each turn goes: one format with its one reason, or the room decides. */
export function TurnsColumn({ editing, turns, people, help, onHelp, facilitates }: TurnsColumnProps) {
  const { plan, newCircle } = useWords().console
  const fitting = library.filter((format) => suits(format, { people }))
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
            formats={fitting}
            help={help}
          />
        ))}
      </div>
      {facilitates !== null && <p className="plan-facilitates">{facilitates}</p>}
    </section>
  )
}

interface TurnFormatProps {
  readonly id: ItemId
  readonly title: string
  readonly editing: Editing
  readonly formats: readonly Format[]
  readonly help: Help
}

function TurnFormat({ id, title, editing, formats, help }: TurnFormatProps) {
  const { plan } = useWords().console
  const item = editing.agenda.find((one) => one.id === id)
  const planned = library.find((format) => item?.kind === 'turn' && format.id === item.format)
  const chosen = editing.chosen.get(id) ?? null
  const { proposed } = editing
  const reason = () => {
    if (planned === undefined) return ''
    if (chosen === null) return plan.inTheRoomMore(planned.title, usualMinutes(planned))
    return chosen === proposed.format.id
      ? plan.reasons[proposed.reason](help)
      : [plan.after(planned.after), ...(planned.needsTrainedLeader ? [plan.trainedLeader] : [])].join(' ')
  }
  return (
    <div className="plan-format">
      <label>
        <span>{title}</span>
        <select
          aria-label={plan.format(title)}
          value={chosen ?? ''}
          onChange={({ target }) =>
            editing.setFormat(id, formats.find((format) => format.id === target.value)?.id ?? null)
          }
        >
          <option value="">{plan.inTheRoom}</option>
          {formats.map((format) => (
            <option key={format.id} value={format.id}>
              {plan.option(format.title, usualMinutes(format))}
            </option>
          ))}
        </select>
      </label>
      <p className="soft small">{reason()}</p>
    </div>
  )
}
