import type { FormatId } from '../../../shared/basics/ids'
import type { Format } from '../../../shared/formats/format'
import { library } from '../../../shared/formats/library/library'
import { usualMinutes } from '../../../shared/session/plan'
import { useWords } from '../../words/words'
import { useRows } from '../plan/use-rows'

interface MethodListProps {
  readonly own: readonly Format[]
  readonly chosen: FormatId
  readonly onChoose: (id: FormatId) => void
}

/** The circle's own methods, then those of the library; the arrows go through both. */
export function MethodList({ own, chosen, onChoose }: MethodListProps) {
  const { methods } = useWords().console
  const all = [...own, ...library]
  const { list, onFocus, onKeyDown } = useRows(
    all.map(({ id }) => id),
    { move: () => undefined },
  )
  const row = (format: Format) => (
    <MethodRow
      key={format.id}
      format={format}
      isChosen={format.id === chosen}
      onChoose={() => {
        onFocus(format.id)
        onChoose(format.id)
      }}
    />
  )
  return (
    <nav className="methods-list" aria-label={methods.title}>
      <ol ref={list} onKeyDown={onKeyDown}>
        <li className="methods-heading">
          <h2>{methods.yours}</h2>
        </li>
        {own.map(row)}
        {own.length === 0 && <li className="soft small methods-none">{methods.noneYet}</li>}
        <li className="methods-heading">
          <h2>{methods.library}</h2>
        </li>
        {library.map(row)}
      </ol>
    </nav>
  )
}

interface MethodRowProps {
  readonly format: Format
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function MethodRow({ format, isChosen, onChoose }: MethodRowProps) {
  const { methods } = useWords().console
  const { min, max } = format.size
  const people = methods.people(min, max)
  return (
    <li className="methods-row" data-row={format.id}>
      <button
        type="button"
        data-part="name"
        tabIndex={isChosen ? 0 : -1}
        aria-current={isChosen}
        onFocus={onChoose}
        onClick={onChoose}
      >
        <span className="hidden-label">{methods.short(format.title, usualMinutes(format), people)}</span>
        <bdi aria-hidden="true">{format.title}</bdi>
        <span className="soft small tabular" aria-hidden="true">
          {methods.minutesShort(usualMinutes(format))}
        </span>
        <span className="soft small" aria-hidden="true">
          {people}
        </span>
      </button>
    </li>
  )
}
