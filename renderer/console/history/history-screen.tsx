import { useMemo, useState } from 'react'
import type { Instant } from '../../../shared/basics/time'
import type { OpenCircle } from '../../data/circles'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import { useBackKey } from '../use-back-key'
import { PlannedAndHeld } from './planned-and-held'
import { entriesOf, filters, found, type Entry, type Filter, type Line } from './entries'

/** How many sessions stand on the page at first, and how many more each time. */
const page = 30

interface HistoryScreenProps {
  readonly open: OpenCircle
  readonly now: Instant
  readonly onBack: () => void
}

/** What the circle remembers, by date: no charts, no sums, nothing per person. */
export function HistoryScreen({ open, now, onBack }: HistoryScreenProps) {
  const words = useWords()
  const { history } = words.console
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [pages, setPages] = useState(1)
  const entries = useMemo(() => entriesOf(open, words, now), [open, words, now])
  const matching = useMemo(() => found(entries, search, filter), [entries, search, filter])
  useBackKey(onBack)
  return (
    <main className="page history">
      <header className="row history-top">
        <h1 className="human">
          {history.title} <span className="soft">{'·'}</span> <bdi>{open.circle.name}</bdi>
        </h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {history.back}
        </Button>
      </header>
      {entries.length > 0 && (
        <div className="row history-find">
          <input
            type="text"
            dir="auto"
            spellCheck={false}
            autoComplete="off"
            autoFocus
            aria-label={history.search}
            placeholder={history.search}
            value={search}
            maxLength={200}
            onChange={({ target }) => {
              setSearch(target.value)
              setPages(1)
            }}
          />
          {filters.map((one) => (
            <Button
              key={one}
              pressed={filter === one}
              onPress={() => {
                setFilter(one)
                setPages(1)
              }}
            >
              {history.filters[one]}
            </Button>
          ))}
        </div>
      )}
      <div className="history-list">
        {matching.slice(0, pages * page).map((entry) => (
          <Session key={entry.id} entry={entry} />
        ))}
        {matching.length === 0 && (
          <p className="lead soft" role="status">
            {entries.length === 0 ? history.emptyYet : history.nothingFound}
          </p>
        )}
        {matching.length > pages * page && (
          <Button onPress={() => setPages(pages + 1)}>{history.earlier}</Button>
        )}
      </div>
    </main>
  )
}

function Session({ entry }: { readonly entry: Entry }) {
  const { history } = useWords().console
  const nothing = entry.kept.length + entry.open.length === 0
  return (
    <article className="remembered">
      <h2>
        {entry.date}
        {nothing && <span className="soft">{` · ${history.nothing}`}</span>}
      </h2>
      {entry.about !== '' && (
        <p className="soft">
          <bdi>{entry.about}</bdi>
        </p>
      )}
      <Lines title={history.kept} lines={entry.kept} />
      <Lines title={history.stillOpen} lines={entry.open} />
      <PlannedAndHeld items={entry.items} />
    </article>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const { history } = useWords().console
  if (lines.length === 0) return null
  return (
    <section className="remembered-lines">
      <h3>{title}</h3>
      <ul>
        {lines.map(({ name, text, more }, index) => (
          <li key={index}>
            {name !== null && (
              <b>
                <bdi>{name}</bdi>
              </b>
            )}
            {text === null ? (
              <span className="soft">{history.private}</span>
            ) : (
              <bdi className="human">{text}</bdi>
            )}
            {more !== null && <span className="soft small">{more}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
