import { useState, type DragEvent } from 'react'
import type { PhaseId } from '../../../shared/basics/ids'
import type { Format, FormatPhase } from '../../../shared/formats/format'
import { useWords } from '../../words/words'
import { Mini } from '../plan/mini'
import { useRows } from '../plan/use-rows'

/** What can be done with the phases of a circle's own method. */
export interface PhaseDeeds {
  readonly move: (id: PhaseId, by: 1 | -1) => void
  readonly moveTo: (id: PhaseId, place: number) => void
  readonly leaveOut: (id: PhaseId) => void
}

interface PhaseListProps {
  readonly format: Format
  readonly chosen: PhaseId | null
  readonly onChoose: (id: PhaseId) => void
  /** Null: it is of the library, and stays as it is. */
  readonly deeds: PhaseDeeds | null
}

const nothing = () => undefined

/** The phases of a method in their order; a circle's own are moved by key and by hand. */
export function PhaseList({ format, chosen, onChoose, deeds }: PhaseListProps) {
  const { methods } = useWords().console
  const [dragged, setDragged] = useState<PhaseId | null>(null)
  const { list, onFocus, onKeyDown } = useRows(
    format.phases.map(({ id }) => id),
    deeds === null ? { move: nothing } : { move: deeds.move, leaveOut: deeds.leaveOut },
  )
  const drop = (place: number) => {
    if (dragged !== null) deeds?.moveTo(dragged, place)
    setDragged(null)
  }
  return (
    <ol className="methods-phases" aria-label={methods.phases} ref={list} onKeyDown={onKeyDown}>
      {format.phases.map((phase, index) => (
        <PhaseRow
          key={phase.id}
          phase={phase}
          isChosen={phase.id === chosen}
          onChoose={() => {
            onFocus(phase.id)
            onChoose(phase.id)
          }}
          deeds={deeds}
          onDragStart={() => setDragged(phase.id)}
          onDrop={() => drop(index)}
        />
      ))}
    </ol>
  )
}

interface PhaseRowProps {
  readonly phase: FormatPhase
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly deeds: PhaseDeeds | null
  readonly onDragStart: () => void
  readonly onDrop: () => void
}

function PhaseRow({ phase, isChosen, onChoose, deeds, onDragStart, onDrop }: PhaseRowProps) {
  const { methods } = useWords().console
  const { id, title, minutes, rule, stageLine } = phase
  const over = (event: DragEvent) => event.preventDefault()
  return (
    <li
      className="methods-phase"
      data-row={id}
      draggable={deeds !== null}
      onDragStart={onDragStart}
      onDragOver={over}
      onDrop={onDrop}
    >
      <button
        type="button"
        data-part="name"
        tabIndex={isChosen ? 0 : -1}
        aria-current={isChosen}
        onFocus={onChoose}
        onClick={onChoose}
      >
        <span className="hidden-label">
          {methods.phaseLabel(title, minutes.nominal, methods.rules[rule])}
        </span>
        <bdi className="methods-phase-title" aria-hidden="true">
          {title}
        </bdi>
        <span className="tabular" aria-hidden="true">
          {methods.minutesShort(minutes.nominal)}
        </span>
        <span className="small methods-phase-rule" aria-hidden="true">
          {methods.rules[rule]}
        </span>
        <span className="soft small methods-phase-line" aria-hidden="true">
          <bdi>{stageLine}</bdi>
        </span>
      </button>
      {deeds !== null && (
        <span className="row-actions">
          <Mini label={methods.moveUp(title)} onPress={() => deeds.move(id, -1)}>
            {'↑'}
          </Mini>
          <Mini label={methods.moveDown(title)} onPress={() => deeds.move(id, 1)}>
            {'↓'}
          </Mini>
          <Mini label={methods.leaveOut(title)} onPress={() => deeds.leaveOut(id)}>
            {'×'}
          </Mini>
        </span>
      )}
    </li>
  )
}
