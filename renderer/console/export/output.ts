import type { Result } from '../../../shared/basics/result'
import type { Instant } from '../../../shared/basics/time'
import { csvOf } from '../../../shared/export/csv'
import type { Form } from '../../../shared/export/file-names'
import { icsOf } from '../../../shared/export/ics'
import type { ExportLabels, What } from '../../../shared/export/labels'
import { markdownOf } from '../../../shared/export/markdown'
import { sheetOf, type Sheet } from '../../../shared/export/sheet'
import type { Export, ExportRefusal } from '../../../shared/export/what'

/** What can be taken, as the screen offers it. */
export const whats: readonly What[] = ['all', 'commitments', 'next']

/** The forms in which something can be taken: only a meeting with a day goes into a calendar. */
export const formsFor = (what: What, meets: Instant | null): readonly Form[] =>
  what === 'next' && meets !== null ? ['calendar', 'markdown', 'csv', 'paper'] : ['markdown', 'csv', 'paper']

/** What is shown, and what is written: one and the same. */
export type Output =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  | { readonly kind: 'refused'; readonly refusal: ExportRefusal }

/** What a calendar knows the appointment by, and when it was written: settled once for a visit to the screen. */
export interface Mark {
  readonly uid: string
  readonly now: Instant
}

/** An export in a form. */
export function outputOf(
  result: Result<Export, ExportRefusal>,
  form: Form,
  { labels, mark }: { readonly labels: ExportLabels; readonly mark: Mark },
): Output {
  if (!result.ok) return { kind: 'refused', refusal: result.refusal }
  const exported = result.value
  switch (form) {
    case 'paper':
      return { kind: 'sheet', sheet: sheetOf(exported, labels) }
    case 'markdown':
      return { kind: 'text', text: markdownOf(exported, labels) }
    case 'csv':
      return { kind: 'text', text: csvOf(exported, labels) }
    case 'calendar': {
      const text = icsOf(exported, labels, mark)
      return text === null ? { kind: 'refused', refusal: { kind: 'nothing-there' } } : { kind: 'text', text }
    }
  }
}
