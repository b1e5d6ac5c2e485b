import { useMemo, useState } from 'react'
import type { Instant } from '../../../shared/basics/time'
import { fileNames, type Form } from '../../../shared/export/file-names'
import type { What } from '../../../shared/export/labels'
import type { Sheet } from '../../../shared/export/sheet'
import { exportOf, namesMayLeave, type Exportable, type Stays } from '../../../shared/export/what'
import { newId } from '../../data/new-id'
import { Button } from '../../ui/button'
import type { ExportWords } from '../../words/en-export'
import { useWords } from '../../words/words'
import { useBackKey } from '../use-back-key'
import { Choices } from '../settings/choices'
import { useStepFocus } from '../vault/use-steps'
import './export.css'
import { labelsOf } from './labels'
import { formsFor, outputOf, whats, type Mark, type Output } from './output'

/** What came of writing: it is there, the person left it, or it could not be done. */
export type ExportOutcome = 'written' | 'left' | 'failed'

interface ExportScreenProps {
  /** The circle with what it keeps; an `OpenCircle` is one. */
  readonly open: Exportable
  readonly words: ExportWords
  readonly now: Instant
  readonly hours: 12 | 24
  readonly save: (file: { readonly suggestedName: string; readonly text: string }) => Promise<ExportOutcome>
  /** Prints the page as it is: beside the sheet, everything is hidden there. */
  readonly onPrint: () => Promise<ExportOutcome>
  readonly onBack: () => void
}

/** What somebody has chosen; what the agreement or the choice of another thing rules out is put aside. */
interface Choice {
  readonly what: What
  readonly form: Form
  readonly names: boolean
}

function useChoice({ circle, ...rest }: Exportable) {
  const [wished, setWished] = useState<Choice>({ what: 'all', form: 'markdown', names: false })
  const forms = formsFor(wished.what, circle.standing.next?.at ?? null)
  const mayName = namesMayLeave({ circle, ...rest }, wished.what)
  const form = forms.includes(wished.form) ? wished.form : (forms[0] ?? 'markdown')
  const choice: Choice = { what: wished.what, form, names: wished.names && mayName }
  return { choice, forms, mayName, choose: (wish: Partial<Choice>) => setWished({ ...wished, ...wish }) }
}

/** Something goes out of the circle into a file or on to paper: what, how, and every word of it before it is written. */
export function ExportScreen({ open, words, now, hours, save, onPrint, onBack }: ExportScreenProps) {
  const { language } = useWords()
  const [mark] = useState<Mark>(() => ({ uid: newId(), now }))
  const [busy, setBusy] = useState(false)
  const [receipt, setReceipt] = useState<string | null>(null)
  const { choice, forms, mayName, choose } = useChoice(open)
  const { what, form, names } = choice
  const labels = useMemo(() => labelsOf(words, { language, hours }), [words, language, hours])
  const result = useMemo(() => exportOf(open, { what, names, labels }), [open, what, names, labels])
  const output = useMemo(() => outputOf(result, form, { labels, mark }), [result, form, labels, mark])
  const box = useStepFocus<HTMLElement>('choices')
  useBackKey(onBack)
  const change = (wish: Partial<Choice>) => {
    setReceipt(null)
    choose(wish)
  }
  const write = async () => {
    if (output.kind === 'refused') return
    setBusy(true)
    const outcome = await (
      output.kind === 'text' ? save({ suggestedName: fileNames[form], text: output.text }) : onPrint()
    ).catch((): ExportOutcome => 'failed')
    setReceipt(words.receipts[form][outcome])
    setBusy(false)
  }
  return (
    <main className="page export">
      <header className="row export-top">
        <h1 className="human">
          {words.title} <span className="soft">{'·'}</span> <bdi>{open.circle.name}</bdi>
        </h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </header>
      <section className="export-choices" ref={box}>
        <Choices
          sentence={words.what}
          values={whats}
          words={(value) => words.whats[value]}
          chosen={what}
          disabled={busy}
          onChoose={(value) => change({ what: value })}
        />
        <Choices
          sentence={words.form}
          values={forms}
          words={(value) => words.forms[value]}
          chosen={form}
          disabled={busy}
          onChoose={(value) => change({ form: value })}
        />
        {mayName ? (
          <Choices
            sentence={words.names}
            values={['no', 'yes']}
            words={(value) => words.withNames[value]}
            chosen={names ? 'yes' : 'no'}
            disabled={busy}
            onChoose={(value) => change({ names: value === 'yes' })}
          />
        ) : (
          <p className="notice">{words.namesStay}</p>
        )}
        <div className="export-write">
          {output.kind !== 'refused' && (
            <>
              <p>{form === 'paper' ? words.anyonePaper : words.anyone}</p>
              <Button kind="filled" disabled={busy} onPress={() => void write()}>
                {form === 'paper' ? words.print : words.write}
              </Button>
            </>
          )}
          <p className="soft" role="status">
            {receipt}
          </p>
        </div>
      </section>
      <section className="export-shown">
        {output.kind !== 'refused' && <h2 id="export-preview">{words.preview}</h2>}
        <Preview output={output} words={words} what={what} />
        {result.ok && (
          <div className="export-notes">
            <Staying stays={result.value.stays} words={words} />
            {result.value.nameless > 0 && <p>{words.nameless(result.value.nameless)}</p>}
            {!names && what !== 'next' && <p className="soft small">{words.readThrough}</p>}
          </div>
        )}
      </section>
    </main>
  )
}

function Staying({ stays, words }: { readonly stays: Stays; readonly words: ExportWords }) {
  return (
    <>
      {stays.lines > 0 && <p>{words.stay(stays)}</p>}
      {stays.private > 0 && <p>{words.privateStay(stays)}</p>}
    </>
  )
}

interface PreviewProps {
  readonly output: Output
  readonly words: ExportWords
  readonly what: What
}

/** The whole of what would be written, character for character; the one thing on the screen that scrolls. */
function Preview({ output, words, what }: PreviewProps) {
  if (output.kind === 'refused') {
    const { refusal } = output
    return (
      <div className="export-preview lead">
        {refusal.kind === 'names-stay' && <p>{words.namesStay}</p>}
        {refusal.kind === 'nothing-there' && <p>{words.nothingThere[what]}</p>}
        {refusal.kind === 'all-stays' && <Staying stays={refusal.stays} words={words} />}
      </div>
    )
  }
  return (
    <div className="export-preview" role="region" aria-labelledby="export-preview" tabIndex={0}>
      {output.kind === 'text' ? <pre dir="auto">{output.text}</pre> : <PrintSheet sheet={output.sheet} />}
    </div>
  )
}

/** The page that is printed, and nothing beside it. */
function PrintSheet({ sheet: { title, sections } }: { readonly sheet: Sheet }) {
  return (
    <article className="print-sheet">
      <h1 dir="auto">{title}</h1>
      {sections.map(({ heading, rows }, section) => (
        <section key={section}>
          {heading !== null && <h2>{heading}</h2>}
          <ul>
            {rows.map((pieces, row) => (
              <li key={row}>
                {pieces.map(({ role, text }, index) => (
                  <span key={index} className={`piece-${role}`}>
                    {index > 0 && ' · '}
                    <bdi dir="auto">{text}</bdi>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  )
}
