import type { Screen } from 'electron'
import type { DisplaysState } from '../shared/desktop-api'
import type { Bounds, Display, Placing } from '../shared/displays/place'

/** The displays, as the decision about them reads them. */
export const readDisplays = (screen: Pick<Screen, 'getAllDisplays'>): readonly Display[] =>
  screen.getAllDisplays().map(({ id, label, bounds, scaleFactor, internal }) => ({
    id,
    label: label ?? '',
    bounds,
    scale: scaleFactor,
    internal: internal ?? false,
  }))

/** The displays in the order of their numbers: the console's own is 1, the others as they stand from the left. */
export function numbered(displays: readonly Display[], own: number | null): readonly Display[] {
  return [...displays].sort(
    (one, other) =>
      Number(other.id === own) - Number(one.id === own) ||
      one.bounds.x - other.bounds.x ||
      one.bounds.y - other.bounds.y ||
      one.id - other.id,
  )
}

/** What the console may know of displays: what they are, which has what, and what is out of the ordinary. */
export function factsOf(displays: readonly Display[], placing: Placing | null, open: boolean): DisplaysState {
  const own = placing?.console?.id ?? null
  return {
    displays: numbered(displays, own).map(({ id, label, bounds, scale, internal }, index) => ({
      id,
      number: index + 1,
      label,
      width: bounds.width,
      height: bounds.height,
      scale,
      internal,
      holds: id === own ? 'console' : id === placing?.display?.id ? 'stage' : 'nothing',
    })),
    form: open && placing ? placing.form : 'none',
    asks: open && (placing?.asks ?? false),
    lost: open && (placing?.lost ?? false),
    mirrored: placing?.mirrored ?? false,
  }
}

/** A window's place moved inside a display, and made smaller where it must be. */
export function within(window: Bounds, display: Bounds): Bounds {
  const width = Math.min(window.width, display.width)
  const height = Math.min(window.height, display.height)
  return {
    x: Math.min(Math.max(window.x, display.x), display.x + display.width - width),
    y: Math.min(Math.max(window.y, display.y), display.y + display.height - height),
    width,
    height,
  }
}
