import type { ReactNode } from 'react'
import type { Instant, Millis } from '../../../shared/basics/time'
import type { PaperItem, PaperPhase, PaperSheet, PaperTurn, Sentences } from '../../../shared/export/paper'
import type { SpeakingRule } from '../../../shared/formats/format'
import { dayAndMonth, timeOfDay, weekday } from '../../words/time'
import type { Words } from '../../words/en'
import type { Block } from './pages'
import { ruleLinesOf } from './rule-lines'

/** What the words on the sheet are made with. */
export interface SheetWords {
  readonly words: Words
  readonly hours: 12 | 24
  /** When the paper was asked for. */
  readonly at: Instant
}

/** Half minutes are as exact as anybody plans. */
const minutesOf = (length: Millis): number => Math.round(length / 30_000) / 2

const time = (instant: Instant, { words, hours }: SheetWords) => timeOfDay(instant, hours, words.language)

/** A name, or a line to write it on. */
function Name({ name }: { readonly name: string | null }) {
  return name === null ? <span className="paper-line" /> : <bdi className="paper-name">{name}</bdi>
}

function Head({ sheet, at }: { readonly sheet: PaperSheet; readonly at: SheetWords }) {
  const { sheet: says } = at.words.console.paper
  const { language } = at.words
  return (
    <header className="paper-head">
      <h1>
        <bdi>{sheet.circle ?? says.circle}</bdi>
      </h1>
      <p>
        <b>{[weekday(sheet.from, language), dayAndMonth(sheet.from, language)].join(' · ')}</b>{' '}
        <span>{says.closes(time(sheet.to, at))}</span> <span>{says.asOf(time(at.at, at))}</span>
      </p>
      <p>
        {says.facilitates} <Name name={sheet.facilitator} />
      </p>
    </header>
  )
}

/** Over the agenda, where it is found at once: holding the room. */
function Hold({ words }: SheetWords) {
  const { paper, run } = words.console
  return (
    <p className="paper-hold">
      {paper.sheet.hold}{' '}
      <b>
        {words.stage.pause} {words.stage.thereIsTime}
      </b>{' '}
      {run.sayings.held}
    </p>
  )
}

/** What the facilitator may say when an item begins. */
function sayingsOf({ kind, turn }: PaperItem, facilitator: string | null, words: Words): readonly string[] {
  const { run, paper } = words.console
  const { sayings } = run
  switch (kind) {
    case 'opening':
      return [sayings.named(facilitator ?? paper.sheet.blank)]
    case 'agreements':
      return [sayings.agreements, sayings.change]
    case 'turn':
      return turn === null
        ? []
        : turn.presented === 'by-one'
          ? [sayings.help(turn.presenter ?? paper.sheet.blank)]
          : turn.grouping === 'plenary'
            ? []
            : [sayings.groups]
    default:
      return [sayings[kind]]
  }
}

function titleOf({ kind, turn }: PaperItem, words: Words): string {
  if (turn === null) return words.console.items[kind]
  return turn.presented === 'by-one' ? `${words.console.plan.turn(turn.nth)} · ${turn.format}` : turn.format
}

interface ItemProps {
  readonly item: PaperItem
  readonly facilitator: string | null
  readonly at: SheetWords
}

function ItemHead({ item, facilitator, at }: ItemProps) {
  const { words } = at
  const { sheet: says } = words.console.paper
  const sayings = sayingsOf(item, facilitator, words)
  const minutes = minutesOf(item.length)
  return (
    <div className="paper-item">
      <time>{minutes === 0 ? time(item.from, at) : says.span(time(item.from, at), time(item.to, at))}</time>
      <div>
        <p>
          <b dir="auto">{titleOf(item, words)}</b>
          {minutes > 0 && <span className="paper-minutes">{says.minutes(minutes)}</span>}
          {item.turn?.presented === 'by-one' && (
            <span className="paper-who">
              {says.presents} <Name name={item.turn.presenter} />
            </span>
          )}
        </p>
        {sayings.map((saying) => (
          <p key={saying} className="paper-say" dir="auto">
            {saying}
          </p>
        ))}
      </div>
    </div>
  )
}

interface PhaseProps {
  readonly phase: PaperPhase
  readonly turn: PaperTurn
  readonly facilitator: string | null
  readonly at: SheetWords
}

function PhaseRow({ phase, turn, facilitator, at }: PhaseProps) {
  const { sheet: says } = at.words.console.paper
  const lines = ruleLinesOf({ phase, presenter: turn.presenter, facilitator, words: at.words })
  return (
    <div className="paper-item paper-phase">
      <time>{time(phase.from, at)}</time>
      <div>
        <p>
          <b dir="auto">{phase.title}</b>
          <span className="paper-minutes">
            {says.minutes(minutesOf(phase.length))}
            {', '}
            {says.atLeast(phase.floor)}
          </span>
          <span className="paper-rule" dir="auto">
            {lines.join(' · ')}
          </span>
        </p>
        <p dir="auto">
          <span className="paper-say">{says.cue(phase.cue)}</span> <span>{phase.rescue}</span>
        </p>
      </div>
    </div>
  )
}

/** A turn whose phases stand above: only when each begins. */
function ShortPhases({ turn, at }: { readonly turn: PaperTurn; readonly at: SheetWords }) {
  const { sheet: says } = at.words.console.paper
  return (
    <div className="paper-item paper-phase">
      <span />
      <p>
        {turn.phases.map((phase) => (
          <span key={phase.from + phase.title} className="paper-short">
            {time(phase.from, at)} <b dir="auto">{phase.title}</b>
          </span>
        ))}
        <span>{says.asAbove}</span>
      </p>
    </div>
  )
}

function blocksOfItem(item: PaperItem, facilitator: string | null, at: SheetWords): readonly Block[] {
  const { turn } = item
  const phases: readonly Block[] =
    turn === null || turn.phases.length === 0
      ? []
      : turn.told === 'above'
        ? [{ key: `${item.id}/short`, content: <ShortPhases turn={turn} at={at} /> }]
        : turn.phases.map((phase, index) => ({
            key: `${item.id}/${index}`,
            content: <PhaseRow phase={phase} turn={turn} facilitator={facilitator} at={at} />,
          }))
  const head = <ItemHead item={item} facilitator={facilitator} at={at} />
  return [
    { key: item.id, ...(phases.length > 0 ? { keepsWithNext: true as const } : {}), content: head },
    ...phases,
  ]
}

const ruleFor = {
  telling: 'SOLO',
  questions: 'QOPEN',
  round: 'ROUND',
  anywhere: null,
} as const satisfies Record<Sentences, SpeakingRule | null>

const heading = (key: string, content: ReactNode): Block => ({
  key,
  keepsWithNext: true,
  content: <h2 dir="auto">{content}</h2>,
})

function sentenceBlocks({ sentences }: PaperSheet, { words }: SheetWords): readonly Block[] {
  const { help, commands, paper } = words.console
  return [
    heading('say', commands['what-can-i-say']),
    {
      key: 'say/all',
      content: (
        <div className="paper-columns">
          {sentences.map((one) => (
            <div key={one}>
              <b>{paper.sheet.sentences[one]}</b>
              {help(ruleFor[one], null).map((line) => (
                <p key={line} className="paper-say" dir="auto">
                  {line}
                </p>
              ))}
            </div>
          ))}
        </div>
      ),
    },
  ]
}

function agreementBlocks({ agreements }: PaperSheet, { words }: SheetWords): readonly Block[] {
  if (agreements.length === 0) return []
  return [
    heading('agreements', words.console.items.agreements),
    ...agreements.map((text, index): Block => ({
      key: `agreements/${index}`,
      ...(index < agreements.length - 1 ? { keepsWithNext: true as const } : {}),
      content: (
        <p className="paper-agreement" dir="auto">
          {text}
        </p>
      ),
    })),
  ]
}

function seatBlocks({ seats }: PaperSheet, { words }: SheetWords): readonly Block[] {
  return [
    heading('seats', words.console.paper.sheet.seats),
    {
      key: 'seats/all',
      content: (
        <ol className="paper-seats">
          {seats.map(({ number, name }) => (
            <li key={number}>
              <b>{number}</b> <Name name={name} />
            </li>
          ))}
        </ol>
      ),
    },
  ]
}

function promiseBlocks({ promises }: PaperSheet, { words }: SheetWords): readonly Block[] {
  const { sheet: says } = words.console.paper
  return [
    {
      key: 'promises',
      keepsWithNext: true,
      content: (
        <>
          <h2>{says.promises}</h2>
          <p>{says.promisesMore}</p>
          <div className="paper-promise paper-promise-head">
            {says.promise.map((column) => (
              <span key={column}>{column}</span>
            ))}
          </div>
        </>
      ),
    },
    ...Array.from({ length: promises }, (_, index): Block => ({
      key: `promises/${index}`,
      ...(index > 0 ? { spare: true as const } : {}),
      content: (
        <div className="paper-promise">
          <span />
          <span />
          <span />
        </div>
      ),
    })),
  ]
}

/** The facilitator's sheet in its pieces: the evening first, then what helps in it, then room to write. */
export function sheetBlocks(sheet: PaperSheet, at: SheetWords): readonly Block[] {
  return [
    { key: 'head', keepsWithNext: true, content: <Head sheet={sheet} at={at} /> },
    { key: 'hold', keepsWithNext: true, content: <Hold {...at} /> },
    ...sheet.items.flatMap((item) => blocksOfItem(item, sheet.facilitator, at)),
    ...sentenceBlocks(sheet, at),
    ...agreementBlocks(sheet, at),
    ...seatBlocks(sheet, at),
    ...promiseBlocks(sheet, at),
  ]
}
