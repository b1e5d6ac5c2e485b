import { useEffect, useRef, useState } from 'react'
import { markRows, marks, type Marked } from '../../../shared/circle/own-marks'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'

interface MarksPaperProps {
  readonly marked: Marked
  readonly next: string
  readonly day: string
  readonly onBack: () => void
}

/** The page as it goes on paper, marked or empty, and the button that writes it. */
export function MarksPaper({ marked, next, day, onBack }: MarksPaperProps) {
  const { paper, back } = useWords().console.rubric
  const [came, setCame] = useState<'nothing-yet' | 'writing' | 'written' | 'left' | 'failed'>('nothing-yet')
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // The page before it may have been scrolled; this one is read from its top.
    box.current?.closest('.page')?.scrollTo(0, 0)
    box.current?.querySelector<HTMLElement>('.button.filled')?.focus({ preventScroll: true })
  }, [])
  const write = () => {
    setCame('writing')
    desktop()
      .printSheet({ what: 'own', way: 'pdf' })
      .then(setCame, () => setCame('failed'))
  }
  return (
    <section className="marks-paper" ref={box} tabIndex={-1} aria-label={paper.title}>
      <p>{paper.more}</p>
      <div className="row">
        <Button kind="filled" disabled={came === 'writing'} onPress={write}>
          {paper.write}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {back}
        </Button>
        <span role="status">{came !== 'nothing-yet' && came !== 'writing' && paper[came]}</span>
      </div>
      <MarksSheet marked={marked} next={next} day={day} />
    </section>
  )
}

/** What is printed: every row with its four sentences, those that were marked filled in, and no name. */
function MarksSheet({ marked, next, day }: Omit<MarksPaperProps, 'onBack'>) {
  const { page, paper } = useWords().console.rubric
  return (
    <article className="print-sheet marks-sheet">
      <h1>{paper.heading}</h1>
      <p>{day}</p>
      <table>
        <thead>
          <tr>
            <td />
            {marks.map((mark) => (
              <th key={mark} scope="col">
                {page.levels[mark]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {markRows.map((row) => (
            <tr key={row}>
              <th scope="row">{page.rows[row].title}</th>
              {marks.map((mark) => (
                <td key={mark} className={marked[row] === mark ? 'marked' : ''}>
                  <span aria-hidden="true">{marked[row] === mark ? '●' : '○'}</span>{' '}
                  {page.rows[row].levels[mark]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{page.next}</h2>
      <p className="marks-sheet-next" dir="auto">
        {next}
      </p>
      <p className="marks-sheet-foot">{paper.foot}</p>
    </article>
  )
}
