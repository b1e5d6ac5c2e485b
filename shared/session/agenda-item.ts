import type { FormatId, ItemId } from '../basics/ids'

/** What an item of the agenda is for, beside the turns. */
export type PlainItemKind =
  | 'opening'
  | 'agreements'
  | 'check-in'
  | 'last-commitments'
  | 'choosing'
  | 'break'
  | 'silence'
  | 'harvest'
  | 'commitments'
  | 'what-stays'
  | 'last-round'

/** One item of the agenda; its minutes are planned, and edits are events. */
export type AgendaItem =
  | { readonly kind: PlainItemKind; readonly id: ItemId; readonly minutes: number }
  | { readonly kind: 'turn'; readonly id: ItemId; readonly minutes: number; readonly format: FormatId }

export type AgendaItemKind = AgendaItem['kind']
