import { Fragment, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { pagesFor } from '../../../shared/export/paper'
import type { PaperSize } from '../../../shared/export/paper-size'
import { useWords } from '../../words/words'

/** A piece of the sheet that stands on one page as a whole. */
export interface Block {
  readonly key: string
  /** A heading: never alone at the end of a page. */
  readonly keepsWithNext?: true
  /** One of several alike, such as empty lines. */
  readonly spare?: true
  readonly content: ReactNode
}

interface FlowProps {
  readonly blocks: readonly Block[]
  readonly size: PaperSize
  readonly onPages: (pages: readonly ReactNode[]) => void
}

/**
 * Lays the pieces out once where nobody sees them, as wide as the paper, and says which of them stand on which page. So the pages on
 * the screen are those that are printed, and each can say which of how many it is.
 */
export function Flow({ blocks, size, onPages }: FlowProps) {
  const column = useRef<HTMLDivElement>(null)
  const [fonts, setFonts] = useState<'to-come' | 'here'>('to-come')
  useEffect(() => void document.fonts.ready.then(() => setFonts('here')), [])
  useLayoutEffect(() => {
    const [ruler, ...laid] = [...(column.current?.children ?? [])].map(
      (child) => child.getBoundingClientRect().height,
    )
    const pieces = blocks.map(({ keepsWithNext = false, spare = false }, index) => ({
      height: laid[index] ?? 0,
      keepsWithNext,
      spare,
    }))
    onPages(
      pagesFor(pieces, ruler ?? 0).map((indexes) =>
        indexes.map((index) => <Fragment key={blocks[index]?.key}>{blocks[index]?.content}</Fragment>),
      ),
    )
  }, [blocks, size, fonts, onPages])
  return (
    <div className={`paper-ink paper-measure on-${size}`} ref={column} aria-hidden="true" inert>
      <div className="paper-ruler" />
      {blocks.map(({ key, content }) => (
        <div key={key} className="paper-piece">
          {content}
        </div>
      ))}
    </div>
  )
}

interface PagesProps {
  readonly pages: readonly ReactNode[]
  readonly size: PaperSize
}

/** The pages themselves, smaller on the screen than on paper: what is printed, and nothing beside it. */
export function Pages({ pages, size }: PagesProps) {
  const { paper } = useWords().console
  return (
    <article className={`print-sheet paper-sheet on-${size}`}>
      {pages.map((page, index) => (
        <div className="paper-frame" key={index}>
          <section className="paper-ink paper-page" aria-label={paper.page(index + 1, pages.length)}>
            <div className="paper-room">{page}</div>
            <footer>{paper.page(index + 1, pages.length)}</footer>
          </section>
        </div>
      ))}
    </article>
  )
}
