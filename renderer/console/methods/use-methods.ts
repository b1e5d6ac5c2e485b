import { useRef, useState } from 'react'
import type { FormatId } from '../../../shared/basics/ids'
import type { Circle } from '../../../shared/circle/circle'
import type { Format } from '../../../shared/formats/format'
import { withFormat, withoutFormat } from '../../../shared/formats/of-circle'
import type { Edited, OwnRefusal } from '../../../shared/formats/own'
import { writeState, type OpenCircle } from '../../data/circles'

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
  const [circle, setCircle] = useState(open.circle)
  const [failed, setFailed] = useState(false)
  const shown = useRef(open.circle)
  const written = useRef(open)
  const writing = useRef(Promise.resolve())
  const show = (next: Circle) => {
    shown.current = next
    setCircle(next)
  }
  /** Writes what is shown by then: of several quick changes the last one holds them all. */
  const write = async () => {
    const next = shown.current
    if (next === written.current.circle) return
    try {
      written.current = await writeState(written.current, { ...written.current, circle: next })
      setFailed(false)
      onChanged(written.current)
    } catch (reason) {
      console.warn(`The methods were not written: ${(reason as Error).name}`)
      show(written.current.circle)
      setFailed(true)
    }
  }
  const change = (next: Circle) => {
    show(next)
    writing.current = writing.current.then(write)
  }
  const put: Methods['put'] = (make) => {
    const made = make(shown.current.formats ?? [])
    if (!made.ok) return made.refusal
    change(withFormat(shown.current, made.value))
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
    remove: (id) => change(withoutFormat(shown.current, id)),
    latest: (id) => shown.current.formats?.find((one) => one.id === id),
    failed,
    settled: () => writing.current,
  }
}
