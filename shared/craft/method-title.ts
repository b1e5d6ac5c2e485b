import type { FormatId } from '../basics/ids'
import { formatById } from '../formats/library/library'
import { drillById } from './drills/drills'

/** What a method or a drill that comes with Circlet is called; null for one that a circle made itself. */
export const methodTitle = (id: FormatId): string | null =>
  (formatById(id) ?? drillById(id)?.format)?.title ?? null
