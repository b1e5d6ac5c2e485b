import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { drillById } from '../../../shared/craft/drills/drills'
import type { AgendaItem } from '../../../shared/session/agenda-item'
import { linesFrom, readLines, type PasteWish, type ReadLine } from '../../../shared/session/paste-agenda'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { Mini } from './mini'
import type { Brought, Editing } from './use-agenda'
import { useLeave } from './use-leave'
import { useRows } from './use-rows'

/** The agenda as lines that read back as the same one. A turn that the room decides is only a turn. */
export function useLinesOf({ agenda, chosen, formats }: Editing): string {
  const { items } = useWords().console
  const nameOf = (item: AgendaItem): string => {
    const drill = item.kind === 'turn' ? drillById(item.format) : null
    if (drill !== null) return drill.format.title
    const format = item.kind === 'turn' ? formats.find(({ id }) => id === chosen.get(item.id)) : undefined
    return format === undefined ? items[item.kind] : `${items.turn}: ${format.title}`
  }
  return linesFrom(agenda, nameOf)
}

const withoutLine = (text: string, number: number) =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((_, index) => index !== number - 1)
    .join('\n')

interface LinesPanelProps {
  /** The present agenda as lines. */
  readonly present: string
  readonly wish: PasteWish
  readonly onUse: (brought: Brought) => void
  readonly onLeave: () => void
}

/** A field for pasted lines, and what each of them becomes. */
export function LinesPanel({ present, wish, onUse, onLeave }: LinesPanelProps) {
  const words = useWords().console.agendas.lines
  const [text, setText] = useState('')
  const panel = useLeave(onLeave)
  const [copied, setCopied] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  // What was put into the field is chosen there, so that it can be taken at once.
  useLayoutEffect(() => {
    if (!copied) return
    field.current?.focus()
    field.current?.select()
  }, [copied])
  const type = (typed: string) => {
    setText(typed)
    setCopied(false)
  }
  const found = useMemo(() => readLines(text, wish), [text, wish])
  const lines = found.ok ? found.value.lines : []
  const unknown = lines.find(({ reading }) => reading.kind === 'unknown')
  const leaveOut = (number: number) => type(withoutLine(text, number))
  const said = () => {
    if (!found.ok) return words.refused(found.refusal)
    if (unknown) return words.which(unknown.number, unknown.text)
    if (copied) return words.copied
    return found.value.added.length === 0 ? '' : words.added(found.value.added)
  }
  return (
    <section ref={panel} className="plan-column plan-lines" aria-label={words.title}>
      <div className="plan-head">
        <h2>{words.title}</h2>
        <Button
          kind="quiet"
          onPress={() => {
            setText(present)
            setCopied(true)
          }}
        >
          {words.copy}
        </Button>
      </div>
      <textarea
        ref={field}
        rows={6}
        dir="auto"
        autoFocus
        spellCheck={false}
        autoComplete="off"
        aria-label={words.field}
        placeholder={words.example}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <p className="small plan-said" aria-live="polite">
        {said()}
      </p>
      <BecomingList lines={lines} brought={found.ok ? found.value : null} wish={wish} onLeaveOut={leaveOut} />
      <div className="row">
        <Button
          kind="filled"
          disabled={!found.ok || unknown !== undefined}
          onPress={() => found.ok && onUse({ agenda: found.value.agenda, named: found.value.named })}
        >
          {words.use}
        </Button>
        <Button kind="quiet" keyName="Esc" onPress={onLeave}>
          {words.leave}
        </Button>
      </div>
    </section>
  )
}

interface BecomingListProps {
  readonly lines: readonly ReadLine[]
  readonly brought: Brought | null
  readonly wish: PasteWish
  readonly onLeaveOut: (line: number) => void
}

/** What each line becomes; one that is not understood is asked about, and any can be left out. */
function BecomingList({ lines, brought, wish, onLeaveOut }: BecomingListProps) {
  const words = useWords().console
  const { list, tab, onFocus, onKeyDown } = useRows(
    lines.map(({ number }) => String(number)),
    { move: () => undefined, leaveOut: (number) => onLeaveOut(Number(number)) },
  )
  const becomes = ({ reading }: ReadLine): string => {
    const said = words.agendas.lines
    if (reading.kind === 'unknown') return '?'
    if (reading.kind === 'aside') return said.aside
    if (reading.kind === 'not-taken') return said.notTaken[reading.why]
    const item = brought?.agenda.find(({ id }) => id === reading.item)
    if (item === undefined) return ''
    const format =
      item.kind === 'turn' && brought?.named.has(item.id)
        ? (drillById(item.format)?.format ?? wish.formats.find(({ id }) => id === item.format))
        : undefined
    const part = said.becomes(format?.title ?? words.items[item.kind], words.minutesShort(item.minutes))
    return reading.note === null ? part : `${part}: ${said.note(reading.note)}`
  }
  return (
    <ol className="plan-list" ref={list} aria-label={words.agendas.lines.list} onKeyDown={onKeyDown}>
      {lines.map((line) => (
        <li
          key={line.number}
          className={line.reading.kind === 'item' ? 'plan-row' : 'plan-row beside'}
          data-row={line.number}
          onFocus={() => onFocus(String(line.number))}
        >
          <span className="number tabular">{line.number}</span>
          <button type="button" className="plan-name" data-part="name" tabIndex={tab(String(line.number))}>
            <bdi>{line.text}</bdi>
            <span className="becomes">{becomes(line)}</span>
          </button>
          <span className={line.reading.kind === 'unknown' ? 'row-actions shown' : 'row-actions'}>
            <Mini label={words.agendas.lines.leaveOut(line.number)} onPress={() => onLeaveOut(line.number)}>
              {'×'}
            </Mini>
          </span>
        </li>
      ))}
    </ol>
  )
}
