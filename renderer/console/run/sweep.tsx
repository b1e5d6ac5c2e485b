import { useState } from 'react'
import { namesIn, withoutNames } from '../../../shared/circle/anonymise'
import { linesOf, staysOf, type Line, type LineKind, type Stay } from '../../../shared/session/sweep'
import type { Session } from '../../../shared/session/session'
import { useSize } from '../../hooks/use-size'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { nameIn } from '../say-forward'
import type { Conductor } from '../use-conductor'

/** As many lines of a kind as fit on a console so high. */
const linesIn = (height: number): number => (height < 640 ? 2 : 3)

/** What stays and what goes, by kind and number; a kind opens to its lines, here only. Nothing needs touching. */
export function Sweep({ conductor }: { readonly conductor: Conductor }) {
  const words = useWords()
  const [open, setOpen] = useState<LineKind | null>(null)
  const stays = staysOf(conductor.session)
  return (
    <div className="step-panel sweep">
      <div className="sweep-columns">
        <Column title={words.stage.weKeep} stays={stays.keep} open={open} onOpen={setOpen} />
        <Column title={words.stage.weForget} stays={stays.forget} open={open} onOpen={setOpen} />
      </div>
      {open !== null && <Lines key={open} conductor={conductor} kind={open} />}
    </div>
  )
}

interface ColumnProps {
  readonly title: string
  readonly stays: readonly Stay[]
  readonly open: LineKind | null
  readonly onOpen: (kind: LineKind | null) => void
}

function Column({ title, stays, open, onOpen }: ColumnProps) {
  const words = useWords()
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {stays.length === 0 && <p className="soft">{words.stage.nothingYet}</p>}
      {stays.map((stay) => {
        const { kind } = stay
        return kind === 'said' || kind === 'date' ? (
          <p key={kind}>{words.stage.stay(stay)}</p>
        ) : (
          <Button
            key={kind}
            kind="quiet"
            pressed={open === kind}
            onPress={() => onOpen(open === kind ? null : kind)}
          >
            {words.stage.stay(stay)}
          </Button>
        )
      })}
    </section>
  )
}

function Lines({ conductor, kind }: { readonly conductor: Conductor; readonly kind: LineKind }) {
  const words = useWords().console.sweep
  const [from, setFrom] = useState(0)
  const linesAtOnce = linesIn(useSize().height)
  const lines = linesOf(conductor.session).filter((line) => line.kind === kind)
  const more = lines.length > linesAtOnce
  return (
    <ul className="lines" aria-label={words.kinds[kind]}>
      {lines.slice(from, from + linesAtOnce).map((line) => (
        <LineRow key={line.text} conductor={conductor} line={line} />
      ))}
      {more && (
        <li className="row">
          <span className="soft small">
            {words.linesOf(from + 1, Math.min(lines.length, from + linesAtOnce), lines.length)}
          </span>
          <Button
            kind="quiet"
            onPress={() => setFrom(from + linesAtOnce < lines.length ? from + linesAtOnce : 0)}
          >
            {words.moreLines}
          </Button>
        </li>
      )}
    </ul>
  )
}

/** A line's words as the console may show them: a private one only says whose it is. */
function shownText(session: Session, line: Line, privately: (name: string) => string): string {
  const text = session.texts.get(line.text)
  if (text === undefined) return ''
  return text.seenBy === 'console' && line.kind === 'commitment'
    ? privately(nameIn(session, line.owner))
    : text.text
}

function LineRow({
  conductor: { session, record },
  line,
}: {
  readonly conductor: Conductor
  readonly line: Line
}) {
  const words = useWords()
  const { sweep } = words.console
  const text = shownText(session, line, sweep.privateOf)
  // A private one says only whose it is: nothing is told of its words.
  const isShown = text === session.texts.get(line.text)?.text
  const named = isShown ? namesIn(text, session.plan.members).map(({ name }) => name) : []
  const move = (way: Line['way']) => record([{ type: 'line-moved', text: line.text, way }])
  const way = (one: Line['way']) => (
    <Button kind="quiet" pressed={line.way === one} onPress={() => move(one)}>
      {sweep.ways[one]}
    </Button>
  )
  return (
    <li className="line">
      <bdi>{line.way === 'keep-without-names' ? withoutNames(text, session.plan.members, '…') : text}</bdi>
      <div className="row">
        {line.mayKeep && way('keep')}
        {line.mayKeepWithoutNames && way('keep-without-names')}
        {way('forget')}
        {!line.mayKeep && <span className="soft small">{sweep.notAllowed}</span>}
        {named.length > 0 && line.way === 'keep' && (
          <span className="soft small">{sweep.namesSomebody(words.list(named))}</span>
        )}
      </div>
    </li>
  )
}
