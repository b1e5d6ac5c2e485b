import { useState } from 'react'
import type { FormatId, ItemId } from '../../../shared/basics/ids'
import type { Help } from '../../../shared/circle/circle'
import type { Format } from '../../../shared/formats/format'
import { formatFor, type ProposalReason } from '../../../shared/formats/library/library'
import { shortQuestionRound } from '../../../shared/formats/library/short-question-round'
import type { Wish } from '../../../shared/formats/wish'
import {
  addTurn,
  bringBack,
  insertBreak,
  insertDrill,
  insertSilence,
  leaveOut,
  move,
  moveTo,
  removeTurn,
  setFormat,
  setMinutes,
  silenceMinutes,
  usualMinutesOf,
  type Agenda,
  type Edited,
  type EditRefusal,
  type OptionalKind,
} from '../../../shared/session/edit-agenda'
import { breakMinutes, newAgenda } from '../../../shared/session/plan'

interface AgendaWish {
  readonly minutes: number
  readonly people: number
  readonly toReview: number
  readonly help: Help
  /** What a turn can be given. */
  readonly formats: readonly Format[]
}

/** An agenda that came from outside, with the turns whose format it names. */
export interface Brought {
  readonly agenda: Agenda
  readonly named: ReadonlyMap<ItemId, FormatId>
}

/** The format that the turns have while nobody says otherwise, and why. */
export interface Proposed {
  readonly format: Format
  readonly reason: ProposalReason
}

/** The agenda while it is edited. */
export interface Editing {
  readonly agenda: Agenda
  readonly proposed: Proposed
  readonly isEdited: boolean
  /** Turns whose format was chosen; the others are decided in the room. */
  readonly chosen: ReadonlyMap<ItemId, FormatId>
  readonly refusal: EditRefusal | null
  readonly formats: readonly Format[]
  readonly move: (id: ItemId, by: 1 | -1) => void
  /** To a place on the agenda, counted from 0 without the item. */
  readonly moveTo: (id: ItemId, place: number) => void
  readonly setMinutes: (id: ItemId, minutes: number) => void
  readonly leaveOut: (id: ItemId) => void
  readonly bringBack: (kind: OptionalKind) => void
  /** Behind an item; null: at the usual place. */
  readonly insertBreak: (behind: ItemId | null) => void
  readonly insertSilence: (behind: ItemId | null) => void
  /** Behind the check-in. */
  readonly insertDrill: (format: Format) => void
  readonly addTurn: () => void
  readonly removeTurn: () => void
  /** Null: decided in the room. */
  readonly setFormat: (id: ItemId, format: FormatId | null) => void
  /** Another agenda in the place of this one. */
  readonly bring: (brought: Brought) => void
  /** Takes the last agenda that was brought back out; null where something else was changed since. */
  readonly asItWas: (() => void) | null
  readonly asUsual: () => void
}

/** What is asked of a format where a little of each is wanted: questions, which leave the most open. */
export const wishOf = (help: Help): Wish => (help === 'a-little-of-each' ? 'questions' : help)

/** The usual agenda; in a session too short for one turn the shortest that holds one, so that it can be seen what is too long. */
function usualAgenda(
  wish: AgendaWish,
  format: Format,
): { readonly agenda: Agenda; readonly isShort: boolean } {
  const found = newAgenda({ ...wish, format })
  if (found.ok) return { agenda: found.value, isShort: false }
  const longer = newAgenda({ ...wish, format, minutes: found.refusal.needed })
  return { agenda: longer.ok ? longer.value : [], isShort: true }
}

/** What the help that is wished for comes to, in a session of this length. */
function propose(wish: AgendaWish): { readonly agenda: Agenda; readonly proposed: Proposed } {
  const short = usualAgenda(wish, shortQuestionRound)
  const turn = short.agenda
    .filter((item) => item.kind === 'turn')
    .reduce((sum, item) => sum + item.minutes, 0)
  const rest = short.agenda.reduce((sum, item) => sum + item.minutes, 0) - turn
  const free = { people: wish.people, minutes: wish.minutes - rest }
  const served = formatFor(wishOf(wish.help), free, wish.formats)
  if (served !== null && served.format.id !== shortQuestionRound.id) {
    const found = usualAgenda(wish, served.format)
    if (!found.isShort) return { agenda: found.agenda, proposed: served }
  }
  const reason = served?.format.id === shortQuestionRound.id ? served.reason : 'fits-the-time'
  return { agenda: short.agenda, proposed: { format: shortQuestionRound, reason } }
}

/** What a break usually takes in a session of so many minutes, also where none is usual. */
export const usualBreak = (minutes: number): number => breakMinutes(minutes) || 5

/** Edits an agenda; untouched, it follows the length, the people and what would help. */
export function useAgenda(wish: AgendaWish): Editing {
  const [edited, setEdited] = useState<Agenda | null>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<ItemId, FormatId>>(new Map())
  const [refusal, setRefusal] = useState<EditRefusal | null>(null)
  const [before, setBefore] = useState<{
    readonly edited: Agenda | null
    readonly chosen: ReadonlyMap<ItemId, FormatId>
  } | null>(null)
  const usual = propose(wish)
  const agenda = edited ?? usual.agenda
  const { format } = usual.proposed
  const settle = (result: Edited) => {
    setRefusal(result.ok ? null : result.refusal)
    if (result.ok) {
      setEdited(result.value)
      setBefore(null)
    }
    return result.ok
  }
  return {
    agenda,
    proposed: usual.proposed,
    isEdited: edited !== null,
    chosen,
    refusal,
    formats: wish.formats,
    move: (id, by) => settle(move(agenda, id, by)),
    moveTo: (id, place) => settle(moveTo(agenda, id, place)),
    setMinutes: (id, minutes) => settle(setMinutes(agenda, id, minutes, wish.people)),
    leaveOut: (id) => settle(leaveOut(agenda, id)),
    bringBack: (kind) => settle(bringBack(agenda, kind, usualMinutesOf(kind, wish.people, wish.toReview))),
    insertBreak: (behind) => settle(insertBreak(agenda, usualBreak(wish.minutes), behind)),
    insertSilence: (behind) => settle(insertSilence(agenda, silenceMinutes, behind)),
    insertDrill: (drill) => settle(insertDrill(agenda, drill)),
    addTurn: () => settle(addTurn(agenda, format, wish.people)),
    removeTurn: () => settle(removeTurn(agenda)),
    setFormat: (id, wanted) => {
      const found = wanted === null ? format : wish.formats.find((one) => one.id === wanted)
      if (!settle(setFormat(agenda, id, found))) return
      const changed = new Map(chosen)
      if (wanted === null) changed.delete(id)
      else changed.set(id, wanted)
      setChosen(changed)
    },
    bring: ({ agenda: brought, named }) => {
      setBefore({ edited, chosen })
      setEdited(brought)
      setChosen(named)
      setRefusal(null)
    },
    asItWas:
      before &&
      (() => {
        setEdited(before.edited)
        setChosen(before.chosen)
        setBefore(null)
        setRefusal(null)
      }),
    asUsual: () => {
      setEdited(null)
      setBefore(null)
      setChosen(new Map())
      setRefusal(null)
    },
  }
}
