import type { FormatId, MemberId, SessionId } from '../../../shared/basics/ids'
import { methodTitle } from '../../../shared/craft/method-title'
import type { Instant } from '../../../shared/basics/time'
import type { SessionTrace } from '../../../shared/session/trace'
import type { OpenCircle } from '../../data/circles'
import { dayAndYear } from './say-date'
import type { Words } from '../../words/en'

export type Filter = 'all' | 'kept' | 'open'
export const filters: readonly Filter[] = ['all', 'kept', 'open']

/** One line of what is here: whose, where it is anybody's, and what. A private one says only that. */
export interface Line {
  readonly name: string | null
  readonly text: string | null
  readonly more: string | null
}

/** One session as it is remembered. */
export interface Entry {
  readonly id: string
  readonly at: Instant
  readonly date: string
  /** Who facilitated and by which formats; empty where nothing of it is kept. */
  readonly about: string
  readonly open: readonly Line[]
  readonly kept: readonly Line[]
  /** What each item was planned for and took; empty where nothing of the session is kept. */
  readonly items: SessionTrace['items']
  /** Everything that can be read in it, to search in. */
  readonly readable: string
}

export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').trim()

function bySession<One extends { readonly session: SessionId }>(
  all: readonly One[],
): ReadonlyMap<SessionId, readonly One[]> {
  const found = new Map<SessionId, One[]>()
  for (const one of all) found.set(one.session, [...(found.get(one.session) ?? []), one])
  return found
}

/** What a circle remembers of its sessions, newest first. */
export function entriesOf(open: OpenCircle, words: Words, now: Instant): readonly Entry[] {
  const { history } = words.console
  const names = new Map(open.circle.members.map(({ id, name }) => [id, name]))
  const nameOf = (member: MemberId) => names.get(member) ?? history.somebodyGone
  const ownFormat = (id: FormatId) => open.circle.formats?.find((format) => format.id === id)
  const keptOf = bySession(open.kept)
  const openOf = bySession(open.commitments)
  return open.traces.toReversed().map((trace): Entry => {
    const kept = (keptOf.get(trace.session) ?? []).flatMap(({ lines }) =>
      lines.map(({ text, owner }): Line => ({
        name: owner === null ? null : nameOf(owner),
        text,
        more: null,
      })),
    )
    const promised = (openOf.get(trace.session) ?? []).map(({ member, text, kind, until, seenBy }): Line => ({
      name: nameOf(member),
      text: seenBy === 'room' ? text : null,
      more:
        kind === 'rest'
          ? until === null
            ? history.rests
            : history.restsUntil(until)
          : until === null
            ? null
            : history.by(until),
    }))
    const held = trace.facilitated.length === 0 ? [] : [history.facilitated(trace.facilitated.map(nameOf))]
    const formats = trace.formats.flatMap((id) => ownFormat(id)?.title ?? methodTitle(id) ?? [])
    const nothing = kept.length + promised.length === 0
    const about = nothing ? '' : [...held, ...formats].join(' · ')
    const date = dayAndYear(trace.closedAt, now, words.language)
    const lines = [...kept, ...promised].flatMap(({ name, text, more }) => [name, text, more])
    return {
      id: trace.session,
      at: trace.closedAt,
      date,
      about,
      open: promised,
      kept,
      items: nothing ? [] : trace.items,
      readable: folded([date, about, ...lines.map((line) => line ?? '')].join('\n')),
    }
  })
}

/** The entries that have the words in them, and what the filter asks for. */
export function found(entries: readonly Entry[], search: string, filter: Filter): readonly Entry[] {
  const wanted = folded(search)
  return entries.filter(
    ({ readable, kept, open }) =>
      readable.includes(wanted) &&
      (filter === 'all' || (filter === 'open' ? open.length > 0 : kept.length > 0)),
  )
}
