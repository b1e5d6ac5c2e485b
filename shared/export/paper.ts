// What an evening needs on paper when the wall or the laptop is gone: the facilitator's sheet, and question cards. Data only.
// 1. It reads the plan, the agenda's clock and the formats. Nothing that was written or promised in a room is read at all.
// 2. Without names no name stands anywhere: not in the circle's own, not in a sentence that somebody wrote into an agreement.
// 3. Each item begins where the one before it ends, and the last one ends when the session closes at this pace.
import type { ItemId, StepId } from '../basics/ids'
import { after, instantOf, millisOf, type Instant, type Millis } from '../basics/time'
import { withoutNames } from '../circle/anonymise'
import { allowances } from '../circle/levels'
import type { Level } from '../circle/circle'
import { families } from '../craft/bank'
import { openRules } from '../craft/family'
import { emptyShelf } from '../craft/shelf'
import type { Format, FormatPhase, Letter, SpeakingRule } from '../formats/format'
import { progressOf } from '../session/apply'
import { remaining } from '../session/clock'
import { formatOf, hasPresenter, partOf, type AgendaItem } from '../session/plan'
import { chairNumber, currentStep, facilitatorNow, turnsOf, type Session } from '../session/session'
import type { PartView } from '../stage/stage-view'
import { cleanText } from './what'

/** What somebody asks for. */
export interface PaperWish {
  readonly names: boolean
  readonly now: Instant
  /** What stands in a text in place of a name. */
  readonly somebody: string
}

/** One phase of a turn, with all that the wall and the console would say. */
export interface PaperPhase {
  readonly title: string
  readonly from: Instant
  readonly length: Millis
  /** Below this, in minutes, it is not worth beginning. */
  readonly floor: number
  readonly rule: SpeakingRule
  readonly part: PartView | null
  /** Whether the presenter waits outside. */
  readonly presenterOut: boolean
  readonly cue: string
  readonly rescue: string
}

/** A turn: somebody's, or the whole group's. */
export interface PaperTurn {
  readonly format: string
  readonly presented: 'by-one' | 'by-all'
  /** Which of the turns with a presenter it is, from 1; 0 where nobody presents. */
  readonly nth: number
  readonly presenter: string | null
  readonly grouping: Format['grouping']
  readonly phases: readonly PaperPhase[]
  /** Whether its phases stand on the sheet already, so that their minutes are enough. */
  readonly told: 'here' | 'above'
}

/** One item of the agenda that is still to come, or under way. */
export interface PaperItem {
  readonly id: ItemId
  readonly kind: AgendaItem['kind']
  readonly from: Instant
  readonly to: Instant
  readonly length: Millis
  readonly turn: PaperTurn | null
}

/** Rules under which the same three sentences help. */
export type Sentences = 'telling' | 'questions' | 'round' | 'anywhere'

/** The facilitator's sheet. */
export interface PaperSheet {
  readonly circle: string | null
  readonly facilitator: string | null
  readonly from: Instant
  readonly to: Instant
  readonly items: readonly PaperItem[]
  readonly sentences: readonly Sentences[]
  readonly agreements: readonly string[]
  /** Who sits where; only the number where names stay off. */
  readonly seats: readonly { readonly number: number; readonly name: string | null }[]
  /** How many promises there is room for. */
  readonly promises: number
}

/** Whether names may stand on paper: where the agreement lets them leave in a file, as in every export. */
export const namesOnPaper = (level: Level): boolean => allowances[level].date.export === 'with-names'

interface Given {
  readonly session: Session
  readonly wish: PaperWish
}

/** A text as it may stand on paper; without names where they stay off. */
const textOf = ({ session, wish }: Given, text: string): string =>
  wish.names ? cleanText(text) : withoutNames(cleanText(text), session.plan.members, wish.somebody)

function nameOf({ session, wish }: Given, id: string | undefined): string | null {
  const found = wish.names ? session.plan.members.find((member) => member.id === id) : undefined
  return found === undefined ? null : cleanText(found.name)
}

interface Stretch {
  readonly from: Instant
  readonly length: Millis
}

/** When each step that is still needed begins at this pace, and how long it takes. */
function stretches({ session, wish }: Given): ReadonlyMap<StepId, Stretch> {
  const here = session.steps.findIndex(({ id }) => id === session.at)
  const begins = session.begunAt === null ? (session.plan.beginsAt ?? wish.now) : wish.now
  let from = instantOf(Math.max(begins, wish.now))
  const found = new Map<StepId, Stretch>()
  for (const step of session.steps.slice(Math.max(0, here))) {
    const length = millisOf(Math.max(0, remaining(progressOf(session, step).clock, wish.now)))
    found.set(step.id, { from, length })
    from = after(from, length)
  }
  return found
}

const letters: readonly Letter[] = ['A', 'B', 'C', 'D']
const groupSize = { plenary: 2, pairs: 2, trios: 3 } as const

/** A part of a phase in groups as the wall tells it, for groups of the usual size. */
function partOn(phase: FormatPhase, { grouping }: Format): PartView | null {
  const part = partOf(phase)
  if (part === null) return null
  const own = part.letter === null ? 0 : letters.indexOf(part.letter) + 1
  const all = letters.slice(0, Math.max(groupSize[grouping], own))
  return { ...part, rest: all.filter((letter) => letter !== part.letter) }
}

type TimedPhase = readonly [FormatPhase, Stretch]

function phasesOf(given: Given, item: ItemId, times: ReadonlyMap<StepId, Stretch>): readonly TimedPhase[] {
  return given.session.steps.flatMap((step): readonly TimedPhase[] => {
    const time = step.kind === 'phase' && step.item === item ? times.get(step.id) : undefined
    return step.kind === 'phase' && time !== undefined ? [[step.phase, time]] : []
  })
}

function turnOf(
  given: Given,
  format: Format,
  item: ItemId,
  timed: readonly TimedPhase[],
): Omit<PaperTurn, 'told'> {
  return {
    format: textOf(given, format.title),
    presented: hasPresenter(format) ? 'by-one' : 'by-all',
    nth: turnsOf(given.session).indexOf(item) + 1,
    presenter: nameOf(given, given.session.presenters.get(item)),
    grouping: format.grouping,
    phases: timed.map(([phase, { from, length }]) => ({
      title: textOf(given, phase.title),
      from,
      length,
      floor: phase.minutes.floor,
      rule: phase.rule,
      part: partOn(phase, format),
      presenterOut: phase.presenter === 'out',
      cue: textOf(given, phase.cue),
      rescue: textOf(given, phase.rescue),
    })),
  }
}

/** The items from the present one on, each with its stretch of time. */
function itemsOf(given: Given): readonly PaperItem[] {
  const { session } = given
  const times = stretches(given)
  const told = new Set<FormatPhase>()
  return session.plan.agenda.flatMap((item): readonly PaperItem[] => {
    const steps = session.steps.flatMap((step) => (step.item === item.id ? (times.get(step.id) ?? []) : []))
    const first = steps[0]
    if (first === undefined) return []
    const length = millisOf(steps.reduce((sum, step) => sum + step.length, 0))
    const place = { id: item.id, kind: item.kind, from: first.from, to: after(first.from, length), length }
    const format = formatOf(session.plan, item.id, session.choices)
    if (format === null) return [{ ...place, turn: null }]
    const timed = phasesOf(given, item.id, times)
    const isTold = timed.every(([phase]) => told.has(phase))
    timed.forEach(([phase]) => told.add(phase))
    return [{ ...place, turn: { ...turnOf(given, format, item.id, timed), told: isTold ? 'above' : 'here' } }]
  })
}

const sentencesFor: Partial<Record<SpeakingRule, Sentences>> = {
  SOLO: 'telling',
  FAC: 'telling',
  QFACT: 'questions',
  QOPEN: 'questions',
  QONLY: 'questions',
}

const everySentences: readonly Sentences[] = ['telling', 'questions', 'round', 'anywhere']

function sentencesOf(items: readonly PaperItem[]): readonly Sentences[] {
  const rules = items.flatMap(({ turn }) => turn?.phases.map(({ rule }) => rule) ?? [])
  const needed = new Set(rules.map((rule) => sentencesFor[rule]))
  return everySentences.filter((one) => one === 'round' || one === 'anywhere' || needed.has(one))
}

/** The sheet of a session that is planned or runs: from where it is now to its close. */
export function paperOf(session: Session, wish: PaperWish): PaperSheet {
  const given: Given = { session, wish }
  const items = itemsOf(given)
  const here = session.chairs.filter((member) => session.here.size === 0 || session.here.has(member))
  const from = items[0]?.from ?? wish.now
  return {
    circle: wish.names ? cleanText(session.plan.circleName) : null,
    facilitator: nameOf(given, facilitatorNow(session)),
    from,
    to: items.at(-1)?.to ?? from,
    items,
    sentences: sentencesOf(items),
    agreements: session.plan.agreements.map(({ text }) => textOf(given, text)),
    seats: here.map((member) => ({ number: chairNumber(session, member), name: nameOf(given, member) })),
    promises: here.length,
  }
}

/** How many cards stand on a page. */
export const cardsOnPage = 8

/** How many cards there are at most: three pages. */
const mostCards = 3 * cardsOnPage

/** The questions of a family that can be asked first. */
const openers = families.map(({ rules, questions, follows = [] }) => ({
  rules,
  texts: Object.entries(questions).flatMap(([name, text]) => (follows.includes(name) ? [] : [text])),
}))

/** The rules under which open questions are asked in what is still to come; all of them where nobody asks any. */
function askedUnder(session: Session): readonly SpeakingRule[] {
  const here = currentStep(session)?.item
  const from = Math.max(
    0,
    session.plan.agenda.findIndex(({ id }) => id === here),
  )
  const rules = session.plan.agenda
    .slice(from)
    .flatMap(({ id }) => formatOf(session.plan, id, session.choices)?.phases.map(({ rule }) => rule) ?? [])
  const asked = openRules.filter((rule) => rules.includes(rule))
  return asked.length === 0 ? openRules : asked
}

/**
 * Questions to cut out: those that the circle likes, those it wrote, then one of each family that fits how questions are asked in
 * this session, and another of each, until three pages are full.
 */
export function cardsOf(session: Session, wish: PaperWish): readonly string[] {
  const { favourites, own } = session.plan.questions ?? emptyShelf
  const rules = askedUnder(session)
  const liked = families.flatMap(({ id, questions }) =>
    Object.entries(questions).flatMap(([name, text]) => (favourites.includes(`${id}/${name}`) ? [text] : [])),
  )
  const fitting = openers.filter((family) => family.rules.some((rule) => rules.includes(rule)))
  const most = Math.max(0, ...fitting.map(({ texts }) => texts.length))
  const others = Array.from({ length: most }, (_, round) =>
    fitting.flatMap(({ texts }) => texts[round] ?? []),
  )
  const ownFirst = own.toSorted(
    (one, other) => Number(favourites.includes(other.id)) - Number(favourites.includes(one.id)),
  )
  const written = ownFirst.map(({ text }) => textOf({ session, wish }, text))
  return [...new Set([...liked, ...written, ...others.flat()])].slice(0, mostCards)
}

/** A piece of the sheet that is not cut: how tall it is, and whether it stays with the one after it. */
export interface Piece {
  readonly height: number
  readonly keepsWithNext: boolean
  /** Whether there are others like it, so that a few of them make no page of their own. */
  readonly spare?: boolean
}

/** Fewer spare pieces than these are no reason for another page. */
const fewestSpare = 4

/** Which pieces stand on which page, by their index: as many as there is room for, and no heading alone at a page's end. */
export function pagesFor(pieces: readonly Piece[], room: number): readonly (readonly number[])[] {
  const runs: number[][] = []
  pieces.forEach((_, index) => {
    const before = runs.at(-1)
    if (before !== undefined && pieces[index - 1]?.keepsWithNext) before.push(index)
    else runs.push([index])
  })
  const heightOf = (indexes: readonly number[]) =>
    indexes.reduce((sum, index) => sum + (pieces[index]?.height ?? 0), 0)
  const pages = runs.reduce<readonly (readonly number[])[]>((pages, run) => {
    const last = pages.at(-1)
    return last !== undefined && heightOf(last) + heightOf(run) <= room
      ? [...pages.slice(0, -1), [...last, ...run]]
      : [...pages, run]
  }, [])
  const last = pages.at(-1) ?? []
  const isFew = last.length < fewestSpare && last.every((index) => pieces[index]?.spare)
  return isFew ? pages.slice(0, -1) : pages
}
