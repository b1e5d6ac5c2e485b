// Which states, sizes, rooms and themes are measured. Pure.
import { allStates, viewOf, type NamedState } from '../support/catalogue/catalogue'
import type { Room } from '../support/catalogue/room'
import { scripts, type ScriptName } from '../support/catalogue/scripts'
import type { StageOptions, StageView } from '../../shared/stage/stage-view'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Usual projectors, old ones, large ones, and a screen on its side. */
export const sizes: readonly Size[] = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
  { width: 1080, height: 1920 },
]

export const nameOfSize = ({ width, height }: Size): string => `${width}x${height}`

export const seatCounts = [3, 7, 12] as const
export const scriptNames = Object.keys(scripts) as ScriptName[]
export const themes = ['dark', 'light', 'contrast'] as const satisfies readonly StageOptions['theme'][]

/** A state of the wall in a room, at a size. */
export interface Case {
  readonly state: NamedState
  readonly size: Size
  readonly script: ScriptName
  readonly seats: number
  readonly theme: StageOptions['theme']
}

export const roomOf = ({ script, seats }: Pick<Case, 'script' | 'seats'>): Room => ({
  script: scripts[script],
  seats,
})

export const nameOfCase = ({ state, size, script, seats, theme }: Case): string =>
  `${state.kind}: ${state.name} · ${nameOfSize(size)} · ${script}, ${seats} seats, ${theme}`

export const viewOfCase = (one: Case): StageView | null =>
  viewOf(one.state, roomOf(one), { theme: one.theme })

const around = <Thing>(things: readonly Thing[], number: number): Thing => {
  const thing = things[number % things.length]
  if (thing === undefined) throw new Error('There is nothing to take turns.')
  return thing
}

/** Every state at a size, in every room that is large enough. Themes take turns, so that each state is seen in each. */
export function casesAt(size: Size): readonly Case[] {
  const first = sizes.indexOf(size)
  return scriptNames.flatMap((script, ofScript) =>
    seatCounts.flatMap((seats, ofSeats) =>
      allStates
        .map((state, index): Case => ({
          state,
          size,
          script,
          seats,
          theme: around(themes, index + first + ofScript + ofSeats),
        }))
        .filter((one) => viewOfCase(one) !== null),
    ),
  )
}

/** How often each state stands in the short form. */
export const timesInShort = 3

/** A spread of them all: each state three times, at three sizes, in three scripts and with each number of seats that it may have. */
export function shortCases(): readonly Case[] {
  const all = allStates.flatMap((state, index) =>
    Array.from({ length: timesInShort }, (_, turn): Case => {
      const one: Case = {
        state,
        size: around(sizes, index + 2 * turn),
        script: around(scriptNames, index + Math.floor(index / scriptNames.length) + turn),
        seats: around(seatCounts, Math.floor(index / 2) + turn),
        theme: around(themes, index + turn),
      }
      return viewOfCase(one) === null ? { ...one, seats: 12 } : one
    }),
  )
  return sizes.flatMap((size) => all.filter((one) => one.size === size))
}
