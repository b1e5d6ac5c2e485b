import type { ReactNode } from 'react'
import { useFrame } from '../../ui/at'

interface LineGridProps {
  readonly top: number
  readonly rows: number
  /** The height of a row, in h. */
  readonly row: number
  readonly columns: number
  /** The width of a column and what lies between two, in h. */
  readonly column: number
  readonly gap: number
  readonly children: ReactNode
}

/** Lines in columns, filled from the top down, over the whole wall. */
export function LineGrid({ top, rows, row, columns, column, gap, children }: LineGridProps) {
  const { unit } = useFrame()
  return (
    <div
      className="at"
      role="list"
      style={{
        left: 5 * unit,
        top: top * unit,
        width: (column * columns + gap * (columns - 1)) * unit,
        display: 'grid',
        gridAutoFlow: 'column',
        gridTemplateColumns: `repeat(${columns}, ${column * unit}px)`,
        gridTemplateRows: `repeat(${rows}, ${row * unit}px)`,
        columnGap: gap * unit,
        alignItems: 'center',
      }}
    >
      {children}
    </div>
  )
}
