// What stays when a session closes, and what goes. Silence forgets: only what somebody asked to keep is kept.
import type { ItemId, MemberId, TextId } from '../basics/ids'
import { questionsOf } from '../board/board'
import { mayKeep, mayKeepWithoutNames } from '../circle/levels'
import { hasBegun } from './apply'
import type { Way } from './events'
import { boardOf, turnsOf, type Session } from './session'

/** The kinds of lines that somebody wrote. */
export type LineKind = 'commitment' | 'takeaway' | 'word' | 'question'

/** One line that somebody wrote, and what becomes of it. */
export interface Line {
  readonly text: TextId
  readonly kind: LineKind
  readonly owner: MemberId | null
  readonly way: Way
  /** What the agreement allows beside forgetting. */
  readonly mayKeep: boolean
  readonly mayKeepWithoutNames: boolean
}

interface Found {
  readonly text: TextId
  readonly kind: LineKind
  readonly owner: MemberId | null
  /** Whether it was written down to be kept. */
  readonly asked: boolean
}

function found(session: Session): readonly Found[] {
  const commitments = session.commitments.map(({ text, member }): Found => ({
    text,
    kind: 'commitment',
    owner: member,
    asked: true,
  }))
  const takeaways = [...session.takeaways].flatMap(([item, { how, text }]): readonly Found[] =>
    how === 'kept' && text !== null
      ? [{ text, kind: 'takeaway', owner: session.presenters.get(item) ?? null, asked: true }]
      : [],
  )
  const words = session.words.map((text): Found => ({ text, kind: 'word', owner: null, asked: false }))
  const questions = session.plan.agenda.flatMap(({ id }: { readonly id: ItemId }) => {
    const board = boardOf(session, id)
    const home = new Set(board.home)
    // What the presenter took home is the presenter's own by now; whose question it was stands nowhere.
    return questionsOf(board).map((text): Found =>
      home.has(text)
        ? { text, kind: 'takeaway', owner: session.presenters.get(id) ?? null, asked: true }
        : { text, kind: 'question', owner: null, asked: false },
    )
  })
  return [...commitments, ...takeaways, ...words, ...questions].filter(({ text }) => session.texts.has(text))
}

/**
 * Every line still there, with what becomes of it. The agreement's level decides what may be kept at all (decisions.md 8);
 * where the room had to be left at once, or the circle keeps nothing beyond the close, only commitments stay.
 */
export function linesOf(session: Session): readonly Line[] {
  const { level, keepsLines = true } = session.plan
  return found(session).map(({ text, kind, owner, asked }): Line => {
    const own = owner !== null
    // What is told to nobody has no place among what the circle reads together: it is the member's own, or gone.
    const isPrivate = kind === 'commitment' && session.texts.get(text)?.seenBy !== 'room'
    const allowed = {
      mayKeep: (keepsLines || kind === 'commitment') && mayKeep(level, kind, own),
      mayKeepWithoutNames: keepsLines && !isPrivate && mayKeepWithoutNames(level, kind, own),
    }
    const wished = session.moved.get(text) ?? (asked ? 'keep' : 'forget')
    const inTime = !session.leftAtOnce || kind === 'commitment'
    const can =
      wished === 'keep' ? allowed.mayKeep : wished === 'keep-without-names' && allowed.mayKeepWithoutNames
    return { text, kind, owner, way: can && inTime ? wished : 'forget', ...allowed }
  })
}

/** Kinds that are told by number, never by text. `said` counts the turns in which something was said, `date` the next date. */
export interface Stay {
  readonly kind: LineKind | 'said' | 'date'
  readonly count: number
}

export interface Stays {
  readonly keep: readonly Stay[]
  readonly forget: readonly Stay[]
}

const kinds: readonly LineKind[] = ['commitment', 'takeaway', 'word', 'question']

const counted = (lines: readonly Line[]): readonly Stay[] =>
  kinds
    .map((kind) => ({ kind, count: lines.filter((line) => line.kind === kind).length }))
    .filter(({ count }) => count > 0)

/** Two columns of kinds and counts: what stays, and what goes. Everything that was said goes, always. */
export function staysOf(session: Session): Stays {
  const lines = linesOf(session)
  const turns = turnsOf(session).filter((item) => hasBegun(session, item))
  const date: readonly Stay[] = session.next.at === null ? [] : [{ kind: 'date', count: 1 }]
  return {
    keep: [...counted(lines.filter(({ way }) => way !== 'forget')), ...date],
    forget: [{ kind: 'said', count: turns.length }, ...counted(lines.filter(({ way }) => way === 'forget'))],
  }
}
