import { useId } from 'react'
import {
  longestNext,
  markRows,
  marks,
  type Mark,
  type Marked,
  type MarkRow,
} from '../../../shared/circle/own-marks'
import { useWords } from '../../words/words'

interface MarkRowsProps {
  readonly marked: Marked
  readonly next: string
  readonly onMark: (row: MarkRow, mark: Mark | null) => void
  readonly onNext: (next: string) => void
}

/** Eight rows of four sentences each, of which any can be left open, and one line for next time. */
export function MarkRows({ marked, next, onMark, onNext }: MarkRowsProps) {
  const { page } = useWords().console.rubric
  return (
    <div className="marks-rows">
      {markRows.map((row) => (
        <Row key={row} row={row} mark={marked[row] ?? null} onMark={(mark) => onMark(row, mark)} />
      ))}
      <label className="field marks-next">
        <span>{page.next}</span>
        <input
          type="text"
          dir="auto"
          value={next}
          maxLength={longestNext}
          autoComplete="off"
          onChange={({ target }) => onNext(target.value)}
        />
      </label>
    </div>
  )
}

interface RowProps {
  readonly row: MarkRow
  readonly mark: Mark | null
  readonly onMark: (mark: Mark | null) => void
}

function Row({ row, mark, onMark }: RowProps) {
  const { page } = useWords().console.rubric
  const { title, levels } = page.rows[row]
  const id = useId()
  return (
    <fieldset className="marks-row" aria-labelledby={`${id}-title`}>
      <div className="marks-row-head">
        <b id={`${id}-title`}>{title}</b>
        {mark !== null && (
          <button
            type="button"
            className="link small"
            aria-label={page.leaveRowOpen(title)}
            onClick={() => onMark(null)}
          >
            {page.leaveOpen}
          </button>
        )}
      </div>
      {marks.map((one) => (
        <label key={one} className={one === mark ? 'marks-cell marked' : 'marks-cell'}>
          <input type="radio" name={id} checked={one === mark} onChange={() => onMark(one)} />
          <span>
            <span className="marks-level">{page.levels[one]}</span>
            <span className="marks-text">{levels[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
