import { useState, type DragEvent } from 'react'
import type { ItemId } from '../../../shared/basics/ids'
import { parseMinutes } from '../../../shared/basics/parse-minutes'
import { after, minutes as minutesLong, type Instant } from '../../../shared/basics/time'
import { drillById } from '../../../shared/craft/drills/drills'
import type { DrillWish } from '../../../shared/craft/propose-drill'
import { leftOut, mayLeaveOut } from '../../../shared/session/edit-agenda'
import type { AgendaItem } from '../../../shared/session/plan'
import { useNow } from '../../hooks/use-now'
import { Button } from '../../ui/button'
import { timeOfDay } from '../../words/time'
import { useWords } from '../../words/words'
import type { Words } from '../../words/en'
import { DrillLine } from './drill-line'
import { Mini } from './mini'
import type { Editing } from './use-agenda'
import { useRows } from './use-rows'

/** What an item is called: a turn by its place among the turns. */
export function sayItem(item: AgendaItem, turns: readonly ItemId[], words: Words): string {
  const { plan, items, drills } = words.console
  if (item.kind !== 'turn') return items[item.kind]
  const drill = drillById(item.format)
  return drill === null ? plan.turn(turns.indexOf(item.id) + 1) : drills.item(drill.format.title)
}

interface ItemsColumnProps {
  readonly editing: Editing
  readonly turns: readonly ItemId[]
  readonly toReview: number
  /** What the proposal of a drill stands on. */
  readonly drill: DrillWish
  /** When the session begins, of a present instant. */
  readonly begins: (now: Instant) => Instant
  readonly now: () => Instant
  readonly hours: 12 | 24
  /** What was said of the agenda when it was brought here. */
  readonly said: string | null
  readonly onFromLines: () => void
  readonly onAgendas: () => void
}

/** The session's items in their order, each with when it begins and its minutes. */
export function ItemsColumn(props: ItemsColumnProps) {
  const { editing, turns, toReview, begins, now: read, hours } = props
  const words = useWords()
  const { plan, items, agendas } = words.console
  const [typed, setTyped] = useState<string | null>(null)
  const [dragged, setDragged] = useState<ItemId | null>(null)
  /** Behind which line the next pause goes; none while the keys are elsewhere. */
  const [behind, setBehind] = useState<ItemId | null>(null)
  const from = begins(useNow(read, 'running'))
  const shown = editing.agenda.filter(({ kind }) => kind !== 'opening')
  const { list, tab, onFocus, onKeyDown } = useRows(
    shown.map(({ id }) => id),
    { move: editing.move, leaveOut: editing.leaveOut },
  )
  const settle = (id: ItemId, text: string) => {
    const found = parseMinutes(text)
    setTyped(found.ok ? null : text)
    if (found.ok) editing.setMinutes(id, found.value)
  }
  const trouble = typed === null ? null : parseMinutes(typed)
  const said =
    trouble !== null && !trouble.ok
      ? words.console.newCircle.minutesTrouble(trouble.refusal)
      : editing.refusal === null
        ? editing.asItWas === null
          ? ''
          : (props.said ?? '')
        : plan.refused(editing.refusal)
  const startOf = (id: ItemId): string => {
    const place = editing.agenda.findIndex((item) => item.id === id)
    const passed = editing.agenda.slice(0, place).reduce((sum, { minutes }) => sum + minutes, 0)
    return timeOfDay(after(from, minutesLong(passed)), hours)
  }
  const drop = (place: number) => {
    if (dragged !== null) editing.moveTo(dragged, place)
    setDragged(null)
  }
  return (
    <section
      className="plan-column"
      aria-label={plan.session}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setBehind(null)
      }}
    >
      <div className="plan-head">
        <h2>{plan.session}</h2>
        <Button kind="quiet" onPress={props.onFromLines}>
          {agendas.lines.title}
        </Button>
        <Button kind="quiet" onPress={props.onAgendas}>
          {agendas.kept.title}
        </Button>
      </div>
      <ol className="plan-list" ref={list} onKeyDown={onKeyDown}>
        {shown.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            name={sayItem(item, turns, words)}
            begins={startOf(item.id)}
            tab={tab(item.id)}
            onFocus={() => {
              onFocus(item.id)
              setBehind(item.id)
            }}
            onDragStart={() => setDragged(item.id)}
            onDrop={() => drop(editing.agenda.indexOf(item))}
            onMove={(by) => editing.move(item.id, by)}
            onLeaveOut={() => editing.leaveOut(item.id)}
            onMinutes={(text) => settle(item.id, text)}
          />
        ))}
      </ol>
      <div className="row plan-adds">
        <Button label={plan.moreTurnsLabel} onPress={editing.addTurn}>
          {plan.moreTurns}
        </Button>
        <Button label={plan.fewerTurnsLabel} disabled={turns.length < 2} onPress={editing.removeTurn}>
          {plan.fewerTurns}
        </Button>
        <Button label={plan.aBreakLabel} onPress={() => editing.insertBreak(behind)}>
          {plan.aBreak}
        </Button>
        <Button label={agendas.aSilenceLabel} onPress={() => editing.insertSilence(behind)}>
          {agendas.aSilence}
        </Button>
        {leftOut(editing.agenda, toReview).map((kind) => (
          <Button key={kind} label={plan.bringBackLabel(items[kind])} onPress={() => editing.bringBack(kind)}>
            {plan.bringBack(items[kind])}
          </Button>
        ))}
        {editing.asItWas !== null && (
          <Button kind="quiet" onPress={editing.asItWas}>
            {agendas.asItWas}
          </Button>
        )}
        {editing.isEdited && editing.asItWas === null && (
          <Button kind="quiet" onPress={editing.asUsual}>
            {plan.asUsual}
          </Button>
        )}
      </div>
      <DrillLine editing={editing} wish={props.drill} />
      <p className="soft small plan-said" aria-live="polite">
        {said || plan.itemsHint}
      </p>
    </section>
  )
}

interface ItemRowProps {
  readonly item: AgendaItem
  readonly name: string
  /** The time of day at which it begins. */
  readonly begins: string
  readonly tab: 0 | -1
  readonly onFocus: () => void
  readonly onDragStart: () => void
  readonly onDrop: () => void
  readonly onMove: (by: 1 | -1) => void
  readonly onLeaveOut: () => void
  readonly onMinutes: (text: string) => void
}

/** Dragging in a field chooses text, and moves nothing. */
const unlessTyping = (start: () => void) => (event: DragEvent<HTMLElement>) => {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement && event.currentTarget.contains(activeElement))
    event.preventDefault()
  else start()
}

function ItemRow(props: ItemRowProps) {
  const { item, name, begins, tab, onFocus, onMove, onLeaveOut, onMinutes } = props
  const { plan, minutesShort, agendas } = useWords().console
  return (
    <li
      className={item.kind === 'turn' ? 'plan-row turn-item' : 'plan-row'}
      data-row={item.id}
      draggable
      onFocus={onFocus}
      onDragStart={unlessTyping(props.onDragStart)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDrop}
    >
      <span className="begins tabular" aria-hidden="true">
        {begins}
      </span>
      <button
        type="button"
        className="plan-name"
        data-part="name"
        tabIndex={tab}
        aria-label={agendas.begins(name, begins)}
      >
        {name}
      </button>
      <span className="row-actions">
        <Mini label={plan.moveUp(name)} onPress={() => onMove(-1)}>
          {'↑'}
        </Mini>
        <Mini label={plan.moveDown(name)} onPress={() => onMove(1)}>
          {'↓'}
        </Mini>
        {mayLeaveOut(item.kind) ? (
          <Mini label={plan.leaveOut(name)} onPress={onLeaveOut}>
            {'×'}
          </Mini>
        ) : (
          <span className="mini" />
        )}
      </span>
      {item.kind === 'turn' ? (
        <span className="plan-minutes tabular">{minutesShort(item.minutes)}</span>
      ) : (
        <MinutesField
          key={item.minutes}
          label={plan.minutes(name)}
          shown={minutesShort(item.minutes)}
          tab={tab}
          onSettle={onMinutes}
        />
      )}
    </li>
  )
}

interface MinutesFieldProps {
  readonly label: string
  readonly shown: string
  readonly tab: 0 | -1
  readonly onSettle: (typed: string) => void
}

/** Minutes as they are typed; Enter or leaving settles them, Esc takes them back. */
function MinutesField({ label, shown, tab, onSettle }: MinutesFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const settle = () => {
    if (draft !== null && draft !== shown) onSettle(draft)
    setDraft(null)
  }
  return (
    <input
      type="text"
      inputMode="decimal"
      className="plan-minutes tabular"
      data-part="field"
      aria-label={label}
      tabIndex={tab}
      value={draft ?? shown}
      maxLength={8}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
