import type { FormatId } from '../basics/ids'
import type { PlainItemKind } from '../session/agenda-item'

/** One part of an agenda that was put by, with its minutes. */
export type TemplateItem =
  | { readonly kind: Exclude<PlainItemKind, 'opening'>; readonly minutes: number }
  /** A turn is as long as its format; null: it is decided in the room. */
  | { readonly kind: 'turn'; readonly format: FormatId | null }

/** An agenda that a circle has put by, to be used again. */
export interface AgendaTemplate {
  readonly name: string
  /** How long the session was, in minutes. */
  readonly minutes: number
  readonly items: readonly TemplateItem[]
}
