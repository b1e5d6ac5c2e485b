import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Instant } from '../../../shared/basics/time'
import type { Printed, PrintedSheet } from '../../../shared/desktop-api'
import { cardsOf, cardsOnPage, namesOnPaper, paperOf } from '../../../shared/export/paper'
import type { PaperSize } from '../../../shared/export/paper-size'
import type { Session } from '../../../shared/session/session'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { Choices } from '../settings/choices'
import { CardPage } from './card-page'
import { Flow, Pages } from './pages'
import { sheetBlocks } from './sheet-blocks'
import { usePaperKeys } from './use-paper-key'
import '../export/export.css'
import './paper.css'

interface PaperScreenProps {
  /** The session that is planned, or runs. */
  readonly session: Session
  readonly now: Instant
  readonly hours: 12 | 24
  /** A session on the wall is never covered by a printing window. */
  readonly ways: 'pdf' | 'pdf-and-printer'
  readonly onClose: () => void
}

type What = Extract<PrintedSheet, 'sheet' | 'cards' | 'sheet-and-cards'>
const whats: readonly What[] = ['sheet', 'cards', 'sheet-and-cards']

/** The paper that was chosen before, else the one that is usual here; null until that is known. */
function useSize(): readonly [PaperSize | null, (size: PaperSize) => void] {
  const [size, setSize] = useState<PaperSize | null>(null)
  useEffect(() => {
    void Promise.all([desktop().readSettings(), desktop().about()]).then(([{ paper }, { usualPaper }]) =>
      setSize(paper === 'usual' ? usualPaper : paper),
    )
  }, [])
  const choose = (paper: PaperSize) => {
    setSize(paper)
    void desktop().writeSettings({ paper })
  }
  return [size, choose]
}

/** The cards in their pages. */
const cardPages = (cards: readonly string[]): readonly ReactNode[] =>
  Array.from({ length: Math.ceil(cards.length / cardsOnPage) }, (_, page) => (
    <CardPage key={page} cards={cards.slice(page * cardsOnPage, (page + 1) * cardsOnPage)} />
  ))

/** The evening on paper: what, on what, and every page of it before it is printed. It stands over the session, which goes on. */
export function PaperScreen({ session, now, hours, ways, onClose }: PaperScreenProps) {
  const words = useWords()
  const { paper } = words.console
  // As it was when the paper was asked for: a sheet does not move under the eyes.
  const [asked] = useState({ session, now })
  const [what, setWhat] = useState<What>('sheet')
  const [size, setSize] = useSize()
  const mayName = namesOnPaper(session.plan.level)
  const [names, setNames] = useState(mayName)
  const [laid, setLaid] = useState<readonly ReactNode[]>([])
  const [came, setCame] = useState<{ readonly way: 'pdf' | 'print'; readonly how: Printed } | 'busy' | null>(
    null,
  )
  const box = useRef<HTMLElement>(null)
  usePaperKeys(onClose)
  const { blocks, cards } = useMemo(() => {
    const wish = { names, now: asked.now, somebody: paper.sheet.somebody }
    const sheet = paperOf(asked.session, wish)
    return {
      blocks: sheetBlocks(sheet, { words, hours, at: asked.now }),
      cards: cardPages(cardsOf(asked.session, wish)),
    }
  }, [asked, names, hours, words, paper])
  const isKnown = size !== null
  useEffect(() => {
    if (isKnown) box.current?.querySelector<HTMLElement>('.button.filled')?.focus({ preventScroll: true })
  }, [isKnown])
  if (size === null) return <main className="paper-screen" />
  const pages = [...(what === 'cards' ? [] : laid), ...(what === 'sheet' ? [] : cards)]
  const choose = (change: () => void) => () => {
    setCame(null)
    change()
  }
  const write = (way: 'pdf' | 'print') => {
    setCame('busy')
    desktop()
      .printSheet({ what, way: way === 'pdf' ? 'pdf' : size })
      .then(
        (how) => setCame({ way, how }),
        () => setCame({ way, how: 'failed' }),
      )
  }
  const busy = came === 'busy'
  return (
    <section className="paper-screen" ref={box} role="dialog" aria-label={paper.title}>
      <header className="row paper-top">
        <h1 className="human">{paper.title}</h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onClose}>
          {paper.back}
        </Button>
      </header>
      <section className="paper-choices">
        <Choices
          sentence={paper.what}
          values={whats}
          words={(value) => paper.whats[value]}
          chosen={what}
          disabled={busy}
          onChoose={(value) => choose(() => setWhat(value))()}
        />
        <Choices
          sentence={paper.size}
          values={['a4', 'letter'] as const}
          words={(value) => paper.sizes[value]}
          chosen={size}
          disabled={busy}
          onChoose={(value) => choose(() => setSize(value))()}
        />
        {mayName ? (
          <Choices
            sentence={paper.names}
            values={['no', 'yes'] as const}
            words={(value) => paper.withNames[value]}
            chosen={names ? 'yes' : 'no'}
            disabled={busy}
            onChoose={(value) => choose(() => setNames(value === 'yes'))()}
          />
        ) : (
          <p className="soft small">{paper.namesStay}</p>
        )}
        <div className="paper-write">
          <p className="soft small">{paper.anyone}</p>
          {ways === 'pdf' && <p className="soft small">{paper.onlyPdf}</p>}
          <div className="row">
            {ways === 'pdf-and-printer' && (
              <Button kind="filled" disabled={busy} onPress={() => write('print')}>
                {paper.print}
              </Button>
            )}
            <Button
              kind={ways === 'pdf' ? 'filled' : 'outlined'}
              disabled={busy}
              onPress={() => write('pdf')}
            >
              {paper.save}
            </Button>
          </div>
          <p role="status">{came !== null && came !== 'busy' && paper.receipts[came.way][came.how]}</p>
        </div>
      </section>
      <section className="paper-shown">
        <h2 id="paper-preview">{paper.preview(pages.length)}</h2>
        <div className="paper-preview" role="region" aria-labelledby="paper-preview" tabIndex={0}>
          <Pages pages={pages} size={size} />
        </div>
        <Flow blocks={blocks} size={size} onPages={setLaid} />
      </section>
    </section>
  )
}
