import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from '../../ui/button'
import type { PromiseWords } from '../../words/en-promise'
import { useBackKey } from '../use-back-key'
import { Mark, type MarkKind } from './mark'
import './promise.css'

/** What is so on this computer, now. */
export interface PromiseFacts {
  /** Whether the system has a key store that keeps a secret. */
  readonly keyStore: boolean
  /** Whether anything is kept at all: not where Circlet may not write. */
  readonly keptOnDisk: boolean
  /** Where the files lie; null when that is not known, or there are none. */
  readonly folder: string | null
}

interface PromiseScreenProps {
  readonly words: PromiseWords
  readonly facts: PromiseFacts
  readonly onBack: () => void
}

type Point = PromiseWords['does']['points'][number]

/** Typed or read as it stands, in every language. */
const typed = {
  connections: 'ss -tunp',
  calls: 'strace -f -e trace=network circlet',
  windows: 'resmon',
  macos: 'nettop',
  search: 'grep -r',
  silence: 'npm run silence',
  prove: 'npm run prove',
  // The words are read from the keyboard, so that no list of past commands holds them.
  reader: 'node scripts/read-circle.mjs FILE.circlet --words -',
  format: 'docs/file-format.md',
} as const

/** The promise, where it ends, and how anyone can check it without trusting us. */
export function PromiseScreen({ words, facts, onBack }: PromiseScreenProps) {
  const page = useRef<HTMLElement>(null)
  useBackKey(onBack)
  // So that arrows, PageDown and a clicker move the page at once.
  useEffect(() => page.current?.focus({ preventScroll: true }), [])
  return (
    <main className="page promise-page" ref={page} tabIndex={-1}>
      <header className="row promise-top">
        <h1 className="human">{words.title}</h1>
        <span className="spring" />
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </header>
      <div className="promise-text">
        {!facts.keptOnDisk && (
          <p className="notice" role="status">
            {words.nothingKept}
          </p>
        )}
        <p className="promise-lead human">{words.lead}</p>
        <div className="promise-columns">
          <Section area="does" mark="whole" title={words.does.title}>
            <Points points={words.does.points} />
          </Section>
          <Section area="ends" mark="open" title={words.ends.title}>
            <Points points={words.ends.points} />
          </Section>
          <Section area="clear" mark="dashed" title={words.clear.title}>
            <Points points={words.clear.points} />
            <p>{words.clear.nothingSaid}</p>
          </Section>
          <Section area="check" mark="eye" title={words.check.title}>
            <Checks words={words.check} folder={facts.folder} />
          </Section>
          <Section area="ways" mark="linked" title={words.ways.title}>
            <div className="promise-ways">
              <p>{words.ways.lost}</p>
              <p>{words.ways.keyStore(facts.keyStore)}</p>
            </div>
          </Section>
        </div>
      </div>
    </main>
  )
}

interface SectionProps {
  readonly area: string
  readonly mark: MarkKind
  readonly title: string
  readonly children: ReactNode
}

function Section({ area, mark, title, children }: SectionProps) {
  const id = useId()
  return (
    <section className={`promise-section ${area}`} aria-labelledby={id}>
      <h2 className="human" id={id}>
        <Mark kind={mark} />
        <span>{title}</span>
      </h2>
      {children}
    </section>
  )
}

/** A sentence in which what stands between backticks is code. */
function Sentence({ children }: { readonly children: string }) {
  return children.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} dir="ltr">
        {part}
      </code>
    ),
  )
}

function Said({ name, more }: Point) {
  return (
    <>
      <b>{name}</b> <Sentence>{more}</Sentence>
    </>
  )
}

function Points({ points }: { readonly points: readonly Point[] }) {
  return (
    <ul>
      {points.map((point) => (
        <li key={point.name}>
          <Said {...point} />
        </li>
      ))}
    </ul>
  )
}

interface ChecksProps {
  readonly words: PromiseWords['check']
  readonly folder: string | null
}

/** What anyone can do to see whether it is so, from the easiest on. */
function Checks({ words, folder }: ChecksProps) {
  const { systems } = words
  return (
    <ol>
      <li>
        <Said {...words.unplug} />
      </li>
      <li>
        <Said {...words.watch} />
        <dl>
          <System name={systems.linux} how={words.linux(typed.connections, typed.calls)} />
          <System name={systems.windows} how={words.windows(typed.windows)} />
          <System name={systems.macos} how={words.macos(typed.macos)} />
        </dl>
      </li>
      <li>
        <Said {...words.search(typed.search)} />
        {folder !== null && (
          <p>
            {words.folder}{' '}
            <code className="promise-folder" dir="ltr">
              {folder}
            </code>
          </p>
        )}
      </li>
      <li>
        <Said {...words.source(typed.silence, typed.prove)} />
      </li>
      <li>
        <Said {...words.read(typed.reader, typed.format)} />
      </li>
    </ol>
  )
}

function System({ name, how }: { readonly name: string; readonly how: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Sentence>{how}</Sentence>
      </dd>
    </div>
  )
}
