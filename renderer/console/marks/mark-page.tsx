import { useEffect, useRef, useState } from 'react'
import {
  isEmptyMarks,
  type Mark,
  type Marked,
  type MarkRow,
  type OwnMarks,
} from '../../../shared/circle/own-marks'
import type { Keeping } from '../../data/own-marks'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useStepBack, useStepFocus } from '../vault/use-steps'
import { KeepForm } from './keep-form'
import { MarkRows } from './mark-rows'
import { MarksPaper } from './marks-paper'

/** How somebody left their page. */
export type LeftPage = 'kept' | 'nothing' | 'unchanged' | 'away'

interface MarkPageProps {
  readonly name: string
  /** Today, and the day on which what stands here was kept, in words; null for an empty page. */
  readonly days: { readonly today: string; readonly kept: string | null }
  /** What the page begins with. */
  readonly first: Pick<OwnMarks, 'marked' | 'next'>
  /** Whether what the circle agreed allows that something is kept. */
  readonly mayKeep: boolean
  readonly onKeep: (marks: Pick<OwnMarks, 'marked' | 'next'>, words: string) => Promise<Keeping>
  readonly onTakeAway: () => Promise<boolean>
  readonly onLeft: (how: LeftPage) => void
}

const withMark = (marked: Marked, row: MarkRow, mark: Mark | null): Marked => {
  const rest = Object.fromEntries(Object.entries(marked).filter(([other]) => other !== row))
  return mark === null ? rest : { ...rest, [row]: mark }
}

/** Somebody's own page: it lives here alone, and is gone when they leave it, unless they keep it under words of their own. */
export function MarkPage(props: MarkPageProps) {
  const { name, days, first, mayKeep, onKeep, onTakeAway, onLeft } = props
  const words = useWords().console.rubric
  const { page } = words
  const [marked, setMarked] = useState(first.marked)
  const [next, setNext] = useState(first.next)
  const [step, setStep] = useState<'rows' | 'keep' | 'paper' | 'away'>('rows')
  const isEmpty = isEmptyMarks({ marked, next })
  const wasKept = days.kept !== null
  const unchanged = marked === first.marked && next === first.next
  const leave = () => onLeft(wasKept ? 'unchanged' : 'nothing')
  // What somebody has begun to mark is not lost by a key that slipped.
  useStepBack(step !== 'rows' ? () => setStep('rows') : unchanged ? leave : null)
  const rows = useRef<HTMLElement>(null)
  useEffect(() => {
    if (step === 'rows') rows.current?.focus({ preventScroll: true })
  }, [step])
  if (step === 'keep')
    return (
      <KeepForm
        onKeep={async (own) => {
          const keeping = await onKeep({ marked, next }, own)
          if (keeping === 'kept') onLeft('kept')
          return keeping
        }}
        onBack={() => setStep('rows')}
      />
    )
  if (step === 'paper')
    return (
      <MarksPaper marked={marked} next={next} day={days.kept ?? days.today} onBack={() => setStep('rows')} />
    )
  if (step === 'away')
    return <TakeAway onTakeAway={onTakeAway} onAway={() => onLeft('away')} onBack={() => setStep('rows')} />
  return (
    <section className="marks-page" ref={rows} tabIndex={-1} aria-label={page.title(name)}>
      <header className="row">
        <h1 className="human">
          <bdi>{page.title(name)}</bdi>
        </h1>
        <p className="soft">{days.kept === null ? page.hint : page.kept(days.kept)}</p>
      </header>
      <MarkRows
        marked={marked}
        next={next}
        onMark={(row, mark) => setMarked(withMark(marked, row, mark))}
        onNext={setNext}
      />
      <footer className="marks-foot">
        {!mayKeep && <p className="small">{page.levelKeepsNothing}</p>}
        <div className="row">
          {mayKeep && (
            <Button kind="filled" disabled={isEmpty} onPress={() => setStep('keep')}>
              {page.keep}
            </Button>
          )}
          <Button onPress={() => setStep('paper')}>{page.paper}</Button>
          {wasKept && <Button onPress={() => setStep('away')}>{page.away}</Button>}
          <Button kind="quiet" onPress={leave}>
            {wasKept ? page.unchanged : page.nothing}
          </Button>
        </div>
      </footer>
    </section>
  )
}

interface TakeAwayProps extends Pick<MarkPageProps, 'onTakeAway'> {
  readonly onAway: () => void
  readonly onBack: () => void
}

function TakeAway({ onTakeAway, onAway, onBack }: TakeAwayProps) {
  const { awayAsk, keep, back } = useWords().console.rubric
  const [came, setCame] = useState<'asked' | 'writing' | 'failed'>('asked')
  const box = useStepFocus<HTMLElement>('away')
  const take = () => {
    setCame('writing')
    onTakeAway().then(
      (done) => (done ? onAway() : setCame('failed')),
      () => setCame('failed'),
    )
  }
  return (
    <section className="card" ref={box} tabIndex={-1} aria-label={awayAsk.title}>
      <h2 className="human">{awayAsk.title}</h2>
      <p>{awayAsk.more}</p>
      <div className="row">
        <Button kind="filled" disabled={came === 'writing'} onPress={take}>
          {awayAsk.sure}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {back}
        </Button>
        <span role="status">{came === 'failed' && keep.failed}</span>
      </div>
    </section>
  )
}
