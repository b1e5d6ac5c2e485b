import type { FormatId } from '../../../shared/basics/ids'
import type { Format } from '../../../shared/formats/format'
import { withFormat, withoutFormat } from '../../../shared/formats/of-circle'
import type { Edited, OwnRefusal } from '../../../shared/formats/own'
import type { OpenCircle } from '../../data/circles'
import { useCircleWrites } from '../use-circle-writes'

/** A circle's own formats while they are changed; each change is shown at once and written behind it. */
export interface Methods {
  readonly own: readonly Format[]
  /** Puts in what an edit gives, made of the formats as they are now; gives why not, where it can't. */
  readonly put: (make: (own: readonly Format[]) => Edited) => OwnRefusal | null
  /** Changes one of them, as it is now. */
  readonly edit: (id: FormatId, make: (format: Format, own: readonly Format[]) => Edited) => OwnRefusal | null
  readonly remove: (id: FormatId) => void
  /** One of them as it is now, also before the next drawing. */
  readonly latest: (id: FormatId) => Format | undefined
  /** Whether the last change could not be written: then everything is as it was before. */
  readonly failed: boolean
  /** Resolves when everything is on disk. */
  readonly settled: () => Promise<void>
}

const byTitle = (formats: readonly Format[]): readonly Format[] =>
  formats.toSorted((one, other) => one.title.localeCompare(other.title))

export function useMethods(open: OpenCircle, onChanged: (open: OpenCircle) => void): Methods {
  const { circle, latest, change, failed, settled } = useCircleWrites(open, onChanged)
  const put: Methods['put'] = (make) => {
    const made = make(latest().formats ?? [])
    if (!made.ok) return made.refusal
    change(withFormat(latest(), made.value))
    return null
  }
  return {
    own: byTitle(circle.formats ?? []),
    put,
    edit: (id, make) =>
      put((own) => {
        const format = own.find((one) => one.id === id)
        return format === undefined ? { ok: false, refusal: { kind: 'not-there' } } : make(format, own)
      }),
    remove: (id) => change(withoutFormat(latest(), id)),
    latest: (id) => latest().formats?.find((one) => one.id === id),
    failed,
    settled,
  }
}
