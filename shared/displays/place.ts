// Where the wall goes, decided from what the computer tells about its displays. Nothing here touches a window.

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One display, as the computer tells it. */
export interface Display {
  readonly id: number
  readonly label: string
  readonly bounds: Bounds
  readonly scale: number
  /** Whether it is built into the computer. */
  readonly internal: boolean
}

/** What somebody said about the one display: nothing yet, that it is on the wall, that nobody else sees it. */
export type OneDisplayAnswer = 'unasked' | 'on-the-wall' | 'not-on-the-wall'

/** How the wall stands: full screen on its own display, above the strip, in a window to look at, put away, or not at all. */
export type StageForm = 'none' | 'full-screen' | 'strip' | 'window' | 'away'

export interface Situation {
  readonly displays: readonly Display[]
  /** The display that the console is on, or was on before that display went. */
  readonly own: number
  /** The display that the wall was last full screen on since it was opened; null when on none. */
  readonly wall: number | null
  /** The description of the display that somebody chose; empty for "the other one". */
  readonly remembered: string
  readonly answer: OneDisplayAnswer
}

export interface Placing {
  /** The display for the console: the one it is on, or one to move it to when that has gone. */
  readonly console: Display | null
  readonly form: Exclude<StageForm, 'none'>
  /** The display for the wall when it is full screen. */
  readonly display: Display | null
  /** Whether somebody has yet to say if this screen is also on the wall. */
  readonly asks: boolean
  /** Whether the wall had a display of its own, and it has gone. */
  readonly lost: boolean
  /** Whether another display shows the same as the console's. */
  readonly mirrored: boolean
}

/** The longest part of a display's own name that is remembered, in letters. */
const longestLabel = 120

/** Whether two displays show a part of the same surface: then what stands on one can stand on the other. */
export const overlap = (one: Bounds, other: Bounds): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** What a display is, in words that stay true when it is plugged in elsewhere: never where it stands. */
export function describeDisplay({ label, bounds, scale, internal }: Display): string {
  const name = label
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longestLabel)
  return `${internal ? 'internal' : 'external'} ${bounds.width}x${bounds.height} @${scale} ${name}`.trim()
}

interface Description {
  readonly kind: string
  readonly size: string
  readonly scale: string
  readonly name: string
}

function readDescription(text: string): Description | null {
  const found = /^(internal|external) (\d+x\d+) @([\d.]+)(?: (.*))?$/su.exec(text)
  return found && { kind: found[1] ?? '', size: found[2] ?? '', scale: found[3] ?? '', name: found[4] ?? '' }
}

/** How surely a display is the one described: 2 it is, 1 the same one in another mode, 0 another. */
export function likeness(display: Display, description: string): 0 | 1 | 2 {
  const own = describeDisplay(display)
  if (own === description) return 2
  const [is, was] = [readDescription(own), readDescription(description)]
  if (is === null || was === null || is.kind !== was.kind) return 0
  return is.name !== '' && is.name === was.name ? 1 : 0
}

/** The one of the other displays that the wall goes to: the remembered one, else where it is, else one that is not built in. */
function chooseWall(others: readonly Display[], { remembered, wall }: Situation): Display | null {
  const alike = (sure: 1 | 2) => others.filter((display) => likeness(display, remembered) === sure)
  const first = (found: readonly Display[]) => found.find(({ id }) => id === wall) ?? found[0]
  return (
    first(alike(2)) ??
    first(alike(1)) ??
    others.find(({ id }) => id === wall) ??
    outsideFirst(others)[0] ??
    null
  )
}

const outsideFirst = (displays: readonly Display[]): readonly Display[] =>
  [...displays].sort((one, other) => Number(one.internal) - Number(other.internal))

/** The console's display; when that has gone, one that is not the wall's, the computer's own before others. */
function homeOf({ displays, own, wall }: Situation): Display | null {
  const there = displays.find(({ id }) => id === own)
  if (there) return there
  const onWall = displays.find(({ id }) => id === wall)
  const free = displays.filter((display) => !onWall || !overlap(display.bounds, onWall.bounds))
  return outsideFirst(free).at(-1) ?? displays[0] ?? null
}

/** Decides where the wall stands, and where the console does. */
export function placeStage(situation: Situation): Placing {
  const { displays, wall, answer } = situation
  const home = homeOf(situation)
  const others = home ? displays.filter(({ bounds }) => !overlap(bounds, home.bounds)) : []
  const mirrored =
    home !== null && displays.some(({ id, bounds }) => id !== home.id && overlap(bounds, home.bounds))
  const chosen = chooseWall(others, situation)
  const placing = { console: home, display: null, asks: false, lost: false, mirrored }
  if (chosen !== null) return { ...placing, form: 'full-screen', display: chosen }
  // What is left is the wall's own display, or shows the same as it: whoever sits there sees it all.
  const onWall = wall !== null && (home?.id === wall || (mirrored && displays.some(({ id }) => id === wall)))
  const lost = wall !== null && !onWall
  if (answer === 'on-the-wall') return { ...placing, form: 'strip', lost }
  if (answer === 'not-on-the-wall') return { ...placing, form: lost ? 'away' : 'window', lost }
  return lost && !mirrored
    ? { ...placing, form: 'away', lost }
    : { ...placing, form: 'strip', asks: true, lost }
}
