import type { ReactNode } from 'react'
import type { OpenCircle } from '../../data/circles'
import type { CircleState } from '../../../shared/travel/state'
import { useStepBack, useStepFocus } from './use-steps'

/** The parts of a circle's page in which something is asked; one at a time. */
export type PartName = 'who' | 'leaves' | 'take' | 'copies' | 'forget'

/** What every part of a circle's page knows. */
export interface PartProps {
  readonly open: OpenCircle
  /** The part in which something is asked now; null: none. */
  readonly asking: PartName | null
  readonly onAsk: (part: PartName | null) => void
  /** Writes the circle as it is to be, and shows it then; gives whether it could be written. */
  readonly onWrite: (make: (open: OpenCircle) => CircleState) => Promise<boolean>
}

interface FrameProps {
  readonly title: string
  /** What is being settled in it; with every new one the keys go there. */
  readonly step?: string
  /** What Esc takes back here; null: nothing. */
  readonly onBack?: (() => void) | null
  readonly children: ReactNode
}

/** One part of a circle's page, with its heading. */
export function Part({ title, step = '', onBack = null, children }: FrameProps) {
  const box = useStepFocus<HTMLElement>(step, 'later')
  useStepBack(onBack)
  return (
    <section className="card circle-part" aria-label={title} ref={box} tabIndex={-1}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
