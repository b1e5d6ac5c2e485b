import { useState } from 'react'
import type { FormatId } from '../../../shared/basics/ids'
import type { Help } from '../../../shared/circle/circle'
import { choose, presentersWith } from '../../../shared/formats/choose'
import type { Format } from '../../../shared/formats/format'
import type { Agenda } from '../../../shared/session/edit-agenda'
import { usualMinutes } from '../../../shared/session/plan'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { wishOf } from './use-agenda'

/** What the choice for a turn stands on. Minutes: of the session, and those that the turn could take. */
export interface TurnWish {
  readonly help: Help
  readonly people: number
  readonly agenda: Agenda
  readonly session: number
  readonly turn: number
}

interface FormatChoicesProps {
  readonly title: string
  readonly chosen: FormatId | null
  /** All that so many people can hold. */
  readonly fitting: readonly Format[]
  readonly wish: TurnWish
  /** Null: decided in the room. */
  readonly onChoose: (format: FormatId | null) => void
}

/** The short list for a turn, one reason each; all methods behind it. */
export function FormatChoices({ title, chosen, fitting, wish, onChoose }: FormatChoicesProps) {
  const { plan, agendas } = useWords().console
  const words = agendas.choose
  const [all, setAll] = useState(false)
  const { help, people, agenda, session, turn } = wish
  const choices = choose({ wish: wishOf(help), people, minutes: turn, not: null, where: 'plan' }, fitting)
  const count = (format: Format) => presentersWith(format, { minutes: session, agenda, people })
  if (all)
    return (
      <div className="plan-all">
        <select
          aria-label={plan.format(title)}
          autoFocus
          value={chosen ?? ''}
          onChange={({ target }) => onChoose(fitting.find(({ id }) => id === target.value)?.id ?? null)}
        >
          <option value="">{plan.inTheRoom}</option>
          {fitting.map((format) => (
            <option key={format.id} value={format.id}>
              {plan.option(format.title, usualMinutes(format))}
            </option>
          ))}
        </select>
        <Button kind="quiet" onPress={() => setAll(false)}>
          {words.fewer}
        </Button>
      </div>
    )
  return (
    <div className="plan-choices" role="group" aria-label={words.list(title)}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        <b>{plan.inTheRoom}</b>
      </button>
      {choices.map(({ format, reason }) => (
        <button
          key={format.id}
          type="button"
          aria-pressed={format.id === chosen}
          onClick={() => onChoose(format.id)}
        >
          <b>
            <bdi>{words.option(format.title, String(usualMinutes(format)))}</bdi>
          </b>
          <span className="soft small">
            {agendas.reasons[reason]}
            {format.scope === 'turn' && ` ${words.canPresent(count(format))}`}
          </span>
        </button>
      ))}
      <Button kind="quiet" onPress={() => setAll(true)}>
        {words.all}
      </Button>
    </div>
  )
}
