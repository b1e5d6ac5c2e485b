// A circle's own formats: put in, changed, removed. Each is the newer of two by its own version, wherever two laptops meet.
import type { FormatId } from '../basics/ids'
import type { Circle, RemovedFormat } from '../circle/circle'
import type { Format } from './format'

/** The parts of a circle that its own formats stand in. */
export type FormatParts = Pick<Circle, 'formats' | 'removedFormats'>

/** These parts, absent where they are empty. */
export const formatParts = (
  formats: readonly Format[],
  removedFormats: readonly RemovedFormat[],
): FormatParts => ({
  ...(formats.length === 0 ? {} : { formats }),
  ...(removedFormats.length === 0 ? {} : { removedFormats }),
})

/** A circle with these parts in place of its own. */
export function withFormatParts(circle: Circle, parts: FormatParts): Circle {
  const rest = Object.entries(circle).filter(([name]) => name !== 'formats' && name !== 'removedFormats')
  return { ...(Object.fromEntries(rest) as unknown as Circle), ...parts }
}

const changed = (circle: Circle, parts: FormatParts): Circle => ({
  ...withFormatParts(circle, parts),
  version: circle.version + 1,
})

const without = <Part extends { readonly id: FormatId }>(
  parts: readonly Part[] | undefined,
  id: FormatId,
): readonly Part[] => (parts ?? []).filter((part) => part.id !== id)

/**
 * The circle with a format of its own, in the place of the one with its id where there is one. One that was removed before comes
 * back as a newer version of itself, so that it comes back on every computer.
 */
export function withFormat(circle: Circle, format: Format): Circle {
  const removed = circle.removedFormats?.find(({ id }) => id === format.id)
  const version = Math.max(format.version, (removed?.version ?? 0) + 1)
  const own = circle.formats ?? []
  const put = { ...format, version }
  const formats = own.some(({ id }) => id === format.id)
    ? own.map((one) => (one.id === format.id ? put : one))
    : [...own, put]
  return changed(circle, formatParts(formats, without(circle.removedFormats, format.id)))
}

/** The circle without one of its own formats, of which only the id stays; the same circle where it has none of that id. */
export function withoutFormat(circle: Circle, id: FormatId): Circle {
  const format = circle.formats?.find((one) => one.id === id)
  if (format === undefined) return circle
  const removed = [...without(circle.removedFormats, id), { id, version: format.version }]
  return changed(circle, formatParts(without(circle.formats, id), removed))
}
